use super::*;
use proptest::prelude::*;

fn folded(text: &str) -> String {
    fold(text).chars().iter().collect()
}

#[test]
fn what_is_the_same_to_a_reader_is_spelt_the_same() {
    for (one, other) in [
        ("投標文件", "投标文件"),
        ("ＡＢＣ１２３", "abc123"),
        ("Word", "WORD"),
        ("企畫", "企画"),
        ("投标\n文件", "投标文件"),
        ("V2 版本", "v2版本"),
        ("售\u{200b}前", "售前"),
        ("㎡", "m2"),
        ("é", "e\u{301}"),
        ("ﾃｽﾄ", "テスト"),
        ("，。", ",。"),
    ] {
        assert_eq!(folded(one), folded(other), "{one} and {other}");
    }
    assert_eq!(folded("two  words\n here"), "two words here");
    assert_ne!(folded("twowords"), folded("two words"));
}

#[test]
fn every_part_of_a_text_is_found_by_the_two_character_phrases() {
    let text = fold("成都分公司2026年智慧园区专线（A-1）投标文件 V2.pdf");
    let index = format!(" {} ", grams(text.chars()));
    for start in 0..text.chars().len() {
        for end in start + 2..=text.chars().len() {
            let phrase = expression(&text.chars()[start..end]).unwrap();
            assert!(index.contains(&format!(" {} ", phrase.trim_matches('"'))), "{phrase}");
        }
    }
}

#[test]
fn questions_are_read_as_they_are_meant() {
    for (typed, asked) in [
        ("投标", "\"投标\""),
        ("投标 文件", "(\"投标\" AND \"文件\")"),
        ("“投标 文件”", "\"投标 标文 文件\""),
        ("投标 或 应标", "(\"投标\" OR \"应标\")"),
        ("投标|应标 文件", "((\"投标\" OR \"应标\") AND \"文件\")"),
        ("投标 -作废", "(\"投标\" NOT \"作废\")"),
        ("投标 非 作废 NOT 撤回", "(\"投标\" NOT (\"作废\" OR \"撤回\"))"),
        ("(甲乙 或 丙丁) 戊己", "((\"甲乙\" OR \"丙丁\") AND \"戊己\")"),
        // Half typed.
        ("“投标", "\"投标\""),
        ("投标 或", "\"投标\""),
        ("或 投标", "\"投标\""),
        ("(投标", "\"投标\""),
        ("投标)", "\"投标\""),
        ("投", "\"投\"*"),
    ] {
        assert_eq!(Query::read(typed).unwrap().unwrap().expression(), asked, "{typed}");
    }
    assert_eq!(Query::read("  “” ").unwrap(), None);
    assert_eq!(Query::read("-作废"), Err(QueryFault::OnlyExcluded));
    assert_eq!(Query::read("投标 或 -作废"), Err(QueryFault::OnlyExcluded));
    assert!(Query::read(&"投".repeat(LONGEST_QUERY)).is_ok());
    assert_eq!(Query::read(&"投".repeat(LONGEST_QUERY + 1)), Err(QueryFault::TooLong));
    assert!(Query::read(&nested(DEEPEST_QUERY)).is_ok());
    assert_eq!(Query::read(&nested(DEEPEST_QUERY + 1)), Err(QueryFault::TooDeep));
    assert!(Query::read(&"(甲乙) ".repeat(DEEPEST_QUERY + 1)).is_ok(), "beside each other");
}

/// So many brackets within brackets, none of them needless.
fn nested(depth: usize) -> String {
    format!("{}丙丁{}", "甲乙 (戊己 或 ".repeat(depth), ")".repeat(depth))
}

#[test]
fn the_passage_shows_what_was_found_in_the_text_s_own_spelling() {
    let text = "前言若干。\n本次ＶＰＮ專線工程由成都分公司投標，後續另附。";
    let query = Query::read("vpn专线 投标").unwrap().unwrap();
    let shown = passage(text, &query.phrases(), 40);
    let marked: Vec<&str> = shown.marks.iter().map(|mark| &shown.text[mark.clone()]).collect();
    assert_eq!(marked, ["ＶＰＮ專線", "投標"]);
    let short = passage(text, &query.phrases(), 8);
    assert!(short.cut_before && short.cut_behind, "{short:?}");
    assert_eq!(passage("", &query.phrases(), 8).text, "");
    assert_eq!(passage("没有", &query.phrases(), 8).marks, []);
}

proptest! {
    /// A part of a text is a part of the folded text: what a look through everything finds, the index finds.
    #[test]
    fn parts_fold_to_parts(text in "[售前支持標书投A-zＡ１ ，。\\n\u{200b}é㎡]{0,40}", from in 0usize..40, len in 1usize..8) {
        let chars: Vec<char> = text.chars().collect();
        let part: String = chars.iter().skip(from).take(len).collect();
        let part = fold(part.trim());
        prop_assert!(part.chars().is_empty()
            || fold(&text).chars().windows(part.chars().len()).any(|window| window == part.chars()));
    }

    #[test]
    fn no_question_breaks_the_reader(typed in "[\"“”()（）|或非 甲乙-]{0,24}") {
        let _ = Query::read(&typed);
    }

    #[test]
    fn marks_stand_on_whole_characters(text in ".{0,60}", word in ".{1,3}") {
        let shown = passage(&text, &[fold(&word).chars().to_vec()], 20);
        for mark in shown.marks {
            prop_assert!(shown.text.get(mark).is_some());
        }
    }
}
