//! Documents: numbers, names, classes, versions, the paper copy.

use super::*;
use crate::event::Event;
use crate::kernel::AccountName;
use crate::opportunity::Stage;
use crate::refusal::Refusal;
use crate::sample::{account, day, digest, month, unit};
use crate::ticket::Service;

fn no(serial: u32) -> DocumentNo {
    DocumentNo { unit: unit("CD"), stage: "TB".parse().unwrap(), month: month("2026-10"), serial }
}

fn class(category: &str, kind: Option<&str>) -> DocumentClass {
    DocumentClass { category: category.into(), kind: kind.map(str::to_owned) }
}

fn document() -> Document {
    Document {
        no: no(1),
        about: "ticket/CD-202610-0001".parse().unwrap(),
        class: class("bid", Some("bidFile")),
        secrecy: Secrecy::Ordinary,
        valid_until: None,
        on: day("2026-10-14"),
        text_number: 1,
        text: digest("text"),
        versions: 2,
        file: digest("v2"),
        checked_out: None,
        place: None,
        loans: Vec::new(),
        approval: None,
        voided: false,
        next_words: 3,
    }
}

fn wang() -> AccountName {
    account("wangfang")
}

fn kinds(result: Result<Vec<Event>, Refusal>) -> Result<Vec<&'static str>, Refusal> {
    result.map(|events| events.iter().map(Event::kind).collect())
}

#[test]
fn numbers_read_back_as_written() {
    assert_eq!(no(1).number(), "TB202610001", "as the source writes QD202305001");
    for text in ["CD-QD202305001", "C-D-QT202601999", "C/D-TB202610012"] {
        assert_eq!(text.parse::<DocumentNo>().unwrap().to_string(), text);
    }
    for text in [
        "QD202305001",
        "CD-QD202305000",
        "CD-QD2023051",
        "CD-qd202305001",
        "CD-QD202313001",
        "CD-QD2023051000",
        "CD-需求202305001",
        "",
    ] {
        assert!(text.parse::<DocumentNo>().is_err(), "{text}");
    }
}

#[test]
fn what_a_document_hangs_on_reads_back_as_written() {
    for text in
        ["ticket/CD-202610-0001", "opportunity/CD-SJ-202610-0001", "customer/C/D-KH-0001", "person/QT/1"]
    {
        assert_eq!(text.parse::<About>().unwrap().to_string(), text);
    }
    for text in ["", "ticket", "ticket/", "form/CD-TS202611-0003", "customer/CD-202610-0001"] {
        assert_eq!(text.parse::<About>(), Err(Refusal::UnknownAbout { about: text.into() }));
    }
}

#[test]
fn a_name_keeps_nothing_of_its_folder() {
    for (given, kept) in [
        ("投标文件.docx", Some("投标文件.docx")),
        ("/home/a/投标文件.docx", Some("投标文件.docx")),
        ("C:\\a\\投标文件.docx", Some("投标文件.docx")),
        ("../../x", Some("x")),
        ("..\\x.pdf", Some("x.pdf")),
        ("a\u{0}b\nc.pdf", Some("abc.pdf")),
        ("报价\u{202e}fdp.exe", Some("报价fdp.exe")),
        (" 标书.pdf. ", Some("标书.pdf")),
        (".gitignore", Some(".gitignore")),
        ("..", None),
        ("a/..", None),
        ("/", None),
        ("", None),
    ] {
        assert_eq!(file_name(given).as_deref(), kept, "{given}");
    }
    let long = file_name(&format!("{}.docx", "长".repeat(300))).unwrap();
    assert_eq!((long.chars().count(), long.ends_with("长.docx")), (200, true));
    assert_eq!(file_name(&"长".repeat(300)).unwrap().chars().count(), 200);
    assert_eq!(title_of("投标文件 v2.docx"), "投标文件 v2");
    assert_eq!(title_of(".gitignore"), ".gitignore");
    assert_eq!(title_of("说明"), "说明");
    assert_eq!(title_of(&"长".repeat(300)).chars().count(), 150);
}

#[test]
fn what_a_file_is_filed_as_is_proposed() {
    let of = |stage, service| Hint { stage, service };
    for (name, hint, category, kind, stage) in [
        ("需求调研报告.docx", of(None, None), "survey", Some("surveyReport"), "QD"),
        ("某某项目投标报价清单.xlsx", of(None, Some(Service::Bid)), "bid", Some("prices"), "TB"),
        ("现场照片.jpg", of(None, Some(Service::Bid)), "bid", None, "TB"),
        ("现场照片.jpg", of(Some(Stage::Closing), None), "other", None, "GJ"),
        ("需求调研报告.docx", of(Some(Stage::Bid), None), "survey", Some("surveyReport"), "TB"),
        ("演示文稿.pptx", of(None, Some(Service::Analysis)), "demo", Some("slides"), "QD"),
        ("现场照片.jpg", of(None, None), "other", None, "QT"),
        // 其它服务 says nothing of the stage: the file's own name does.
        ("投标文件.docx", of(None, Some(Service::Other)), "bid", Some("bidFile"), "TB"),
        ("现场照片.jpg", of(None, Some(Service::Other)), "other", None, "QT"),
    ] {
        let proposed = propose(name, hint);
        assert_eq!(
            (&proposed.class, &*proposed.stage.to_string()),
            (&class(category, kind), stage),
            "{name} {hint:?}"
        );
    }
}

#[test]
fn the_classes_fit_together() {
    let known = classes();
    let mut codes = std::collections::BTreeSet::new();
    for category in &known.categories {
        assert!(known.stage(&category.stage).is_some(), "{}", category.code);
        for kind in &category.kinds {
            assert!(codes.insert(&kind.code), "{} is there twice", kind.code);
            let found = propose(&format!("{}.docx", kind.name), Hint::default());
            assert_eq!(found.class, class(&category.code, Some(&kind.code)));
        }
    }
    for stage in &known.stages {
        assert!(known.category(&stage.category).is_some(), "{}", stage.code);
    }
    for stage in Stage::ALL {
        assert_eq!(known.stages.iter().filter(|one| one.of == Some(stage)).count(), 1);
    }
    for service in Service::ALL {
        assert_ne!(propose("x", Hint { service: Some(service), stage: None }).class.category, "");
    }
    assert!(known.stage(&StageCode::OTHER).is_some());
}

#[test]
fn a_document_is_filed_under_the_next_number() {
    let new = |serial, stage: &str, class| NewDocument {
        no: DocumentNo { stage: stage.parse().unwrap(), ..no(serial) },
        about: "ticket/CD-202610-0001".parse().unwrap(),
        class,
        secrecy: Secrecy::Ordinary,
        valid_until: None,
        on: day("2026-10-14"),
        text: digest("text"),
        file: digest("v1"),
        name: digest("name"),
    };
    let bid = || class("bid", Some("bidFile"));
    assert_eq!(kinds(file_document(new(999, "TB", bid()))), Ok(vec!["document.filed"]));
    let used_up = Refusal::DocumentNumbersUsedUp {
        unit: unit("CD"),
        stage: "TB".into(),
        month: "2026-10".into(),
        most: 999,
    };
    assert_eq!(kinds(file_document(new(1000, "TB", bid()))), Err(used_up));
    let unknown = |value: &str| Err(Refusal::NotInList { value: value.into() });
    assert_eq!(kinds(file_document(new(1, "ZZ", bid()))), unknown("ZZ"));
    assert_eq!(kinds(file_document(new(1, "TB", class("bids", None)))), unknown("bids"));
    assert_eq!(kinds(file_document(new(1, "TB", class("demo", Some("bidFile"))))), unknown("bidFile"));
}

#[test]
fn what_is_written_on_it_has_bounds() {
    let text = |title: &str, note: &str, tags: &[&str]| {
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        DocumentText { title: title.into(), note: note.into(), tags }.checked()
    };
    let kept = text("  投标  文件\n", " 说明 ", &["医院", " 医院", "", "终 稿"]).unwrap();
    assert_eq!((&*kept.title, &*kept.note), ("投标 文件", "说明"));
    assert_eq!(kept.tags, ["医院", "终 稿"]);
    for title in ["", " ", &"长".repeat(151)] {
        assert_eq!(text(title, "", &[]), Err(Refusal::NameLength { limit: 150 }));
    }
    assert_eq!(text("题", &"长".repeat(1001), &[]), Err(Refusal::NoteTooLong { limit: 1000 }));
    let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let refused = Err(Refusal::TagsTooMany { most: 20, limit: 20 });
    assert_eq!(text("题", "", &many), refused.clone());
    assert_eq!(text("题", "", &[&"长".repeat(21)]), refused);
}

#[test]
fn a_version_is_added_by_whoever_may() {
    let add = |document: &Document, by: &AccountName, file: &str, changed| {
        kinds(document.add_version(by, digest(file), changed, digest("name")))
    };
    let out = Document { checked_out: Some(wang()), ..document() };
    let void = Document { voided: true, ..document() };
    let other = account("zhaomin");
    let done = || Ok(vec!["document.versionAdded"]);
    let locked = || Err(Refusal::DocumentCheckedOut { document: no(1), by: wang() });
    for (document, by, file, changed, expected) in [
        (&document(), &other, "v3", true, done()),
        (&document(), &other, "v1", true, done()),
        (&document(), &other, "v2", true, Err(Refusal::SameVersion { document: no(1), number: 2 })),
        (&document(), &other, "v3", false, Err(Refusal::ChangeNeeded)),
        (&out, &wang(), "v3", true, done()),
        (&out, &other, "v3", true, locked()),
        (&void, &wang(), "v3", true, Err(Refusal::DocumentVoid { document: no(1) })),
    ] {
        assert_eq!(add(document, by, file, changed), expected, "{file} {by}");
    }
    assert_eq!(kinds(document().check_out(&wang())), Ok(vec!["document.checkedOut"]));
    assert_eq!(kinds(out.check_out(&wang())), Ok(vec![]));
    assert_eq!(kinds(out.check_out(&other)), locked());
    assert_eq!(kinds(out.check_in(&wang(), None)), Ok(vec!["document.checkedIn"]));
    assert_eq!(kinds(out.check_in(&other, None)), Err(Refusal::ReasonNeeded));
    assert_eq!(kinds(out.check_in(&other, Some(digest("on leave")))), Ok(vec!["document.checkedIn"]));
    assert_eq!(kinds(document().check_in(&other, None)), Ok(vec![]));
    assert_eq!(kinds(out.void(&other, Some(digest("reason")))), locked());
    assert_eq!(kinds(document().void(&other, None)), Err(Refusal::ReasonNeeded));
    assert_eq!(kinds(document().void(&other, Some(digest("reason")))), Ok(vec!["document.voided"]));
    assert_eq!(
        kinds(void.void(&other, Some(digest("reason")))),
        Err(Refusal::DocumentVoid { document: no(1) })
    );
}

#[test]
fn describing_it_the_same_again_does_nothing() {
    let known = document();
    let say = |class: DocumentClass, secrecy, until: Option<&str>, text| {
        kinds(known.describe(class, secrecy, until.map(day), text))
    };
    let (bid, text) = (|| class("bid", Some("bidFile")), (1, digest("text")));
    let done = || Ok(vec!["document.described"]);
    assert_eq!(say(bid(), Secrecy::Ordinary, None, text), Ok(vec![]));
    assert_eq!(say(bid(), Secrecy::Ordinary, None, (2, digest("text 2"))), done());
    assert_eq!(say(bid(), Secrecy::Internal, None, text), done());
    assert_eq!(say(bid(), Secrecy::Ordinary, Some("2027-01-01"), text), done());
    assert_eq!(say(class("bid", None), Secrecy::Ordinary, None, text), done());
    let unknown = Err(Refusal::NotInList { value: "slides".into() });
    assert_eq!(say(class("bid", Some("slides")), Secrecy::Ordinary, None, text), unknown);
}

#[test]
fn one_paper_copy_is_lent_once_at_a_time() {
    let (today, placed) = (day("2026-10-20"), Some((1, digest("box"))));
    let loan = |back: Option<&str>| Loan {
        number: 2,
        on: day("2026-10-15"),
        due_on: day("2026-10-22"),
        returned_on: back.map(day),
    };
    let none = document();
    let here = Document { place: placed, loans: vec![loan(Some("2026-10-16"))], ..document() };
    let lent = Document { place: placed, loans: vec![loan(None)], ..document() };
    let lend = |document: &Document, on, due, who: Option<&str>| {
        kinds(document.lend(day(on), day(due), today, who.map(digest)))
    };
    assert_eq!(lend(&here, "2026-10-20", "2026-10-20", Some("李工")), Ok(vec!["document.lent"]));
    for (document, on, due, who, refusal) in [
        (&none, "2026-10-20", "2026-10-27", Some("李工"), Refusal::NoPaperCopy { document: no(1) }),
        (&lent, "2026-10-20", "2026-10-27", Some("李工"), Refusal::PaperLent { document: no(1) }),
        (&here, "2026-10-20", "2026-10-27", None, Refusal::PersonNeeded),
        (
            &here,
            "2026-10-21",
            "2026-10-27",
            Some("李工"),
            Refusal::DateInFuture { date: day("2026-10-21"), today },
        ),
        (
            &here,
            "2026-10-20",
            "2026-10-19",
            Some("李工"),
            Refusal::DueBeforeLent { date: day("2026-10-19"), lent: day("2026-10-20") },
        ),
    ] {
        assert_eq!(lend(document, on, due, who), Err(refusal));
    }
    let back = |document: &Document, on| kinds(document.give_back(day(on), today));
    assert_eq!(back(&lent, "2026-10-20"), Ok(vec!["document.returned"]));
    assert_eq!(back(&here, "2026-10-20"), Err(Refusal::PaperNotLent { document: no(1) }));
    assert_eq!(back(&lent, "2026-10-21"), Err(Refusal::DateInFuture { date: day("2026-10-21"), today }));
    let early = Refusal::DueBeforeLent { date: day("2026-10-14"), lent: day("2026-10-15") };
    assert_eq!(back(&lent, "2026-10-14"), Err(early));
    assert_eq!(kinds(here.place(Some(digest("box")))), Ok(vec![]));
    assert_eq!(kinds(here.place(Some(digest("other box")))), Ok(vec!["document.placed"]));
    assert_eq!(kinds(here.place(None)), Ok(vec!["document.placed"]));
    assert_eq!(kinds(none.place(None)), Ok(vec![]));
    assert_eq!(kinds(lent.place(None)), Err(Refusal::PaperLent { document: no(1) }));
}

#[test]
fn a_last_day_is_told_ahead() {
    let today = day("2026-10-14");
    for (until, expected) in [
        (None, Validity::Valid),
        (Some("2026-10-13"), Validity::Expired),
        (Some("2026-10-14"), Validity::Expiring),
        (Some("2026-11-13"), Validity::Expiring),
        (Some("2026-11-14"), Validity::Valid),
    ] {
        assert_eq!(validity(until.map(day), today), expected, "{until:?}");
        let (from, to) = noticed_ends(today);
        let told = until.map(day).is_some_and(|last| (from..=to).contains(&last));
        assert_eq!(told, expected != Validity::Valid, "{until:?}");
    }
    assert_eq!(noticed_ends(today).0, day("2026-09-14"), "what ended long ago is told no more");
}

#[test]
fn prices_and_what_is_confidential_are_for_those_who_do_the_work() {
    for (class, secrecy, expected) in [
        (class("bid", Some("bidFile")), Secrecy::Ordinary, false),
        (class("bid", Some("bidFile")), Secrecy::Internal, false),
        (class("bid", Some("bidFile")), Secrecy::Confidential, true),
        (class("bid", Some("prices")), Secrecy::Ordinary, true),
        (class("bid", None), Secrecy::Ordinary, false),
    ] {
        assert_eq!(for_workers_alone(&class, secrecy), expected, "{class:?}");
    }
}

#[test]
fn what_is_for_workers_alone_is_handed_over_with_a_reason() {
    let secret = Document { secrecy: Secrecy::Confidential, ..document() };
    let prices = Document { class: class("bid", Some("prices")), ..document() };
    let void = Document { voided: true, ..document() };
    let done = || Ok(vec!["document.packaged"]);
    for (document, reason, expected) in [
        (document(), None, done()),
        (document(), Some("why"), done()),
        (secret.clone(), None, Err(Refusal::ReasonNeeded)),
        (secret, Some("why"), done()),
        (prices.clone(), None, Err(Refusal::ReasonNeeded)),
        (prices, Some("why"), done()),
        (void, Some("why"), Err(Refusal::DocumentVoid { document: no(1) })),
    ] {
        let result = document.hand_over(2, digest("manifest"), reason.map(digest));
        assert_eq!(kinds(result), expected, "{:?} {reason:?}", document.secrecy);
    }
}
