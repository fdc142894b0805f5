//! What stands on the pages, read back by another program.

use report::view::ComputedItem;
use report::{
    ReportError, render_confirmation, render_fee_statement, render_objection_slip, render_ranking_notice,
    render_settlement,
};
use serde_json::Value;

use crate::samples;
use crate::tools::{File, blessing, fonts, golden, squeeze};

pub fn compare(name: &str, pdf: &[u8]) {
    let text = File::of(pdf).layout();
    let path = golden(&format!("{name}.txt"));
    if blessing() {
        std::fs::write(&path, &text).unwrap();
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = text.lines().zip(wanted.lines()).find(|(is, was)| is != was);
    assert!(
        text == wanted,
        "{name} prints other text than {}; first difference: {differs:#?}\n\
         if that is meant, HUIQIAN_BLESS=1 writes it anew",
        path.display()
    );
}

#[test]
fn text_is_as_before() {
    for (formal, word) in [(true, "formal"), (false, "draft")] {
        let pdf = render_settlement(&samples::settlement(formal, 1), fonts()).unwrap();
        compare(&format!("settlement-{word}"), &pdf);
        let pdf = render_confirmation(&samples::confirmation(formal, 2), fonts()).unwrap();
        compare(&format!("confirmation-{word}"), &pdf);
        let pdf = render_fee_statement(&samples::fee_statement(formal), fonts()).unwrap();
        compare(&format!("fee-{word}"), &pdf);
        let pdf = render_ranking_notice(&samples::ranking(formal), fonts()).unwrap();
        compare(&format!("ranking-{word}"), &pdf);
    }
    compare("slip", &render_objection_slip(&samples::objection_slip(), fonts()).unwrap());
}

/// Every text of a view, except what is for machines and the numbers that only place a mark in a chart.
pub fn texts(value: &Value, key: &str, into: &mut Vec<String>) {
    match value {
        Value::String(_)
            if matches!(
                key,
                "figuresJson" | "madeAt" | "origin" | "classification" | "head.quarter" | "placed.score"
            ) => {}
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, key, into)),
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = match (key, name.as_str()) {
                    ("head", "quarter") => "head.quarter",
                    ("trend" | "ranking" | "thresholds", "score") => "placed.score",
                    (_, name) => name,
                };
                texts(field, name, into);
            }
        }
        _ => {}
    }
}

pub fn assert_all_printed(view: &impl serde::Serialize, pdf: &[u8]) {
    let printed = File::of(pdf).drawn();
    let mut wanted = Vec::new();
    texts(&serde_json::to_value(view).unwrap(), "", &mut wanted);
    assert!(wanted.len() >= 15);
    for text in wanted {
        assert!(printed.contains(&squeeze(&text)), "{text:?} cannot be read back");
    }
}

#[test]
fn every_text_of_a_view_can_be_read_back() {
    for formal in [true, false] {
        let view = samples::settlement(formal, 3);
        assert_all_printed(&view, &render_settlement(&view, fonts()).unwrap());
        let view = samples::confirmation(formal, 9);
        assert_all_printed(&view, &render_confirmation(&view, fonts()).unwrap());
        let view = samples::fee_statement(formal);
        assert_all_printed(&view, &render_fee_statement(&view, fonts()).unwrap());
    }
}

#[test]
fn optional_parts_are_printed_when_there_are_any() {
    let mut view = samples::settlement(true, 1);
    view.termination = Some("连续两个季度综合得分低于 70 分，甲方有权解除合同。".into());
    view.payments = vec![report::view::Payment {
        voucher: "记-2026-12-0456".into(),
        date: "2026-12-05".into(),
        amount: "500,000.00".into(),
    }];
    view.previous_difference = vec![report::view::FormulaLine {
        name: "应付服务费".into(),
        formula: "1,060,800.00 － 1,050,000.00 ＝ 10,800.00".into(),
    }];
    assert_all_printed(&view, &render_settlement(&view, fonts()).unwrap());
}

#[test]
fn a_report_without_anything_says_so() {
    let mut view = samples::settlement(true, 1);
    view.units.clear();
    view.ranking.clear();
    view.trend.clear();
    view.exempt.clear();
    view.adjustments.clear();
    view.invoices.clear();
    view.confirmations.clear();
    view.annex_people.clear();
    view.annex_deductions.clear();
    let text = File::of(&render_settlement(&view, fonts()).unwrap()).drawn();
    for words in ["没有不纳入考核的用人单位", "尚未登记发票", "尚未确认", "没有被考核的人员", "没有扣分"]
    {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn every_page_of_a_draft_says_so_and_no_page_of_a_formal_one() {
    let page_count = |formal| {
        let pdf = render_settlement(&samples::settlement(formal, 2), fonts()).unwrap();
        let text = File::of(&pdf).layout();
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        for (at, page) in pages.iter().enumerate() {
            let says = squeeze(page).contains("草稿不作结算依据");
            assert_eq!(says, !formal, "page {}", at + 1);
            for words in [
                format!("第{}页共{}页", at + 1, pages.len()),
                "报告编号HQ-2026Q3-0001修订1".into(),
                "校验码7K3M-9QWX-2HTA防篡改校验值9f2c4e1ab07d5836…".into(),
                "商业秘密".into(),
            ] {
                assert!(squeeze(page).contains(&words), "{words} on page {}", at + 1);
            }
        }
        pages.len()
    };
    assert_eq!(page_count(true), page_count(false));
}

#[test]
fn a_missing_character_is_named_with_its_place() {
    let mut view = samples::settlement(true, 1);
    view.annex_people[4].name = "张🙂三".into();
    match render_settlement(&view, fonts()) {
        Err(ReportError::MissingGlyph { character, place, text }) => {
            assert_eq!(character, '🙂');
            assert!(place.starts_with("附件一"), "{place}");
            assert_eq!(text, "张🙂三");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rare_characters_of_names_are_printed() {
    let mut view = samples::confirmation(true, 2);
    // GBK, GB18030's first extension, and the second plane; the sans face has none of them.
    view.people[0].name = "朱镕堃䶮㛃𬭎𬍛".into();
    view.head.unit = "㐱𬍛分公司".into();
    assert_all_printed(&view, &render_confirmation(&view, fonts()).unwrap());
}

#[test]
fn attendance_has_a_column_where_any_is_on_record() {
    let mut view = samples::confirmation(true, 2);
    let drawn = |view: &_| File::of(&render_confirmation(view, fonts()).unwrap()).drawn();
    assert!(!drawn(&view).contains("仅作评分依据"), "none is on record");
    view.people[0].months[1].attendance = "出勤 20.5/22 天，迟到 2 次 17 分钟，请假和公出 1.5 天".into();
    assert_all_printed(&view, &render_confirmation(&view, fonts()).unwrap());
    let text = drawn(&view);
    assert!(text.contains("考勤") && text.contains("仅作评分依据"), "{text}");
}

#[test]
fn items_computed_from_tickets_have_their_formula_and_every_ticket() {
    let one = ComputedItem {
        unit: "成都分公司".into(),
        month: "2026-07".into(),
        person: "欧阳晓明（QT0001）".into(),
        item: "响应及时".into(),
        points: "8.75/10".into(),
        how: "按时交付 7 ÷ 8 件 ＝ 87.5%，10 ×（87.5% － 0%）÷（100% － 0%）＝ 8.75 分".into(),
        pieces: "CD-202607-0001、CD-202607-0002（超时）".into(),
    };
    let mut report = samples::settlement(true, 2);
    let drawn = |view: &_| File::of(&render_settlement(view, fonts()).unwrap()).drawn();
    assert!(!drawn(&report).contains("附件三"), "none was computed");
    report.annex_computed = vec![one.clone()];
    let text = drawn(&report);
    assert!(text.contains("附件三") && text.contains("CD-202607-0002（超时）"), "{text}");
    let mut sheet = samples::confirmation(true, 2);
    sheet.computed = vec![one];
    assert!(File::of(&render_confirmation(&sheet, fonts()).unwrap()).drawn().contains("按工单计算的评分项"));
}

#[test]
fn characters_without_a_picture_do_no_harm() {
    let mut view = samples::confirmation(true, 1);
    view.comments[0].text =
        "第一行\r\n第二行\t制表\u{200b}零宽\u{a0}空格\u{ad}软连字符\u{7}响铃\u{2028}第三行".into();
    let text = File::of(&render_confirmation(&view, fonts()).unwrap()).drawn();
    assert!(text.contains("第一行第二行制表零宽空格软连字符响铃第三行"));
}
