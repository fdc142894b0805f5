//! What is exported is imported again unchanged, whatever the texts begin with.

use crate::cases;
use crate::support::take;
use chrono::NaiveDate;
use domain::certification::{Standard, standard_from_lines, standard_lines};
use domain::kernel::{ContractNo, DayKind, Month, Quarter, Score, StaffNo, TaxRate, UnitCode, Yuan};
use domain::organisation::Group;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sheet::kinds::*;
use sheet::{FileFormat, Kind, Source, write};

fn both_ways<K: Kind>(kind: &K, rows: &[K::Row]) -> Result<(), TestCaseError>
where
    K::Row: PartialEq + std::fmt::Debug,
{
    for format in [FileFormat::Xlsx, FileFormat::Csv] {
        let bytes = write(kind, rows, format).unwrap();
        let source = Source::from_bytes("导出", bytes).unwrap();
        let taken = take(kind, &source);
        prop_assert_eq!(taken.as_slice(), rows, "{:?}", format);
    }
    Ok(())
}

/// Text as a user may have typed it: outer blanks are not kept, and an empty text is none.
fn text() -> impl Strategy<Value = String> {
    let wild = "[-=+@'\"_,;\t\n a-zA-Z0-9张𠮷㐀é\u{e000}&<>]{1,12}";
    let tricky = prop::sample::select(vec![
        "=HYPERLINK(\"http://x\")",
        "+86 1",
        "-1",
        "@SUM(A1)",
        "'=1",
        "''",
        "_x0041_",
        "_x005F_x0041_",
        "001",
        "1e5",
        "NaN",
        "#REF!",
        "TRUE",
        "2026-07-01",
        "100.0",
        "a\nb",
        "，",
        "＝1",
        "\"quoted\", with comma",
        "&amp;",
        "]]>",
    ]);
    prop_oneof![wild.prop_map(|text| text.trim().to_owned()), tricky.prop_map(str::to_owned)]
        .prop_filter("not empty", |text| !text.is_empty())
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-=+@'A-Za-z0-9张𠮷_|*]{1,12}",
        prop::sample::select(vec!["007", "1e5", "=1+1", "2026-07-01", "+", "TRUE"]).prop_map(str::to_owned)
    ]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..73_000_u64).prop_map(|n| NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(n))
}

fn month() -> impl Strategy<Value = Month> {
    (2000..2200, 1..=12_u32).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

fn score() -> impl Strategy<Value = Score> {
    (0..=1_000_000_i64).prop_map(|n| Score::from_decimal(Decimal::new(n, 4)).unwrap())
}

fn unit_code() -> impl Strategy<Value = UnitCode> {
    id().prop_map(|text| UnitCode::parse(&text).unwrap())
}

fn staff_no() -> impl Strategy<Value = StaffNo> {
    id().prop_map(|text| StaffNo::parse(&text).unwrap())
}

prop_compose! {
    fn unit()(code in unit_code(), name in text(), city in any::<bool>(), manager in option::of(text())) -> UnitRow {
        UnitRow { code, name, group: if city { Group::City } else { Group::Provincial }, manager }
    }
}

prop_compose! {
    fn person()(
        staff_no in staff_no(), name in text(), unit in unit_code(), arrived_on in day(), left_on in option::of(day()),
        post in option::of(text()), phone in option::of("[+]?[0-9]{5,11}"), contact in option::of(text()),
        skills in prop::collection::btree_set("[A-Za-z0-9云网专线]{1,6}", 0..3),
    ) -> PersonRow {
        let skills = skills.into_iter().collect();
        PersonRow { staff_no, name, unit, arrived_on, left_on, post, phone, contact, skills }
    }
}

prop_compose! {
    fn contract()(
        no in id(), client in text(), provider in text(), from in day(), to in day(), year in 2000..2200, quarter in 1..=4_u32,
        fen in -99_999_999_999_999_i64..99_999_999_999_999, rate in 0..10_000_i64,
    ) -> ContractRow {
        ContractRow {
            no: ContractNo::parse(&no).unwrap(), client, provider, from, to,
            quarter: Quarter::new(year, quarter).unwrap(),
            amount: Yuan::from_decimal(Decimal::new(fen, 2)).unwrap(),
            tax_rate: TaxRate::parse(&Decimal::new(rate, 4).to_string()).unwrap(),
        }
    }
}

prop_compose! {
    fn holiday()(date in day(), working in any::<bool>(), name in option::of(text())) -> HolidayRow {
        HolidayRow { date, kind: if working { DayKind::Working } else { DayKind::Holiday }, name }
    }
}

fn content() -> impl Strategy<Value = Content> {
    let points = || option::of((-10_000_000..=10_000_000_i64).prop_map(|n| Decimal::new(n, 4).normalize()));
    let items = (points(), points(), points(), option::of(any::<bool>())).prop_filter_map(
        "some item",
        |(a, b, c, veto)| {
            let veto = veto.map(|veto| Decimal::from(u8::from(veto)));
            let items = ["A1", "A2", "A3", "V1"].into_iter().zip([a, b, c, veto]);
            let items: Vec<_> = items.filter_map(|(code, points)| Some((code.to_owned(), points?))).collect();
            (!items.is_empty()).then_some(Content::Items(items))
        },
    );
    prop_oneof![score().prop_map(Content::Total), items]
}

prop_compose! {
    fn assessment()(
        month in month(), unit in unit_code(), staff_no in staff_no(), name in option::of(text()), content in content(),
        note in option::of(text()),
    ) -> AssessmentRow {
        AssessmentRow { month, unit, staff_no, name, content, note }
    }
}

/// The standard that comes with the program, with every kind of line.
#[test]
fn a_standard() {
    let mut standard = Standard::default_version();
    standard.levels[2].knowledge.minimum = Score::parse("75.5").ok();
    standard.levels[2].knowledge.top = Some(10);
    let lines = standard_lines(&standard);
    both_ways(&Standards, &lines).unwrap();
    assert_eq!(standard_from_lines(&lines), Ok(standard));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn units(rows in prop::collection::vec(unit(), 0..8)) {
        both_ways(&Units, &rows)?;
    }

    #[test]
    fn people(rows in prop::collection::vec(person(), 0..8)) {
        both_ways(&People, &rows)?;
    }

    #[test]
    fn contracts(rows in prop::collection::vec(contract(), 0..8)) {
        both_ways(&Contracts, &rows)?;
    }

    #[test]
    fn holidays(rows in prop::collection::vec(holiday(), 0..8)) {
        both_ways(&Holidays, &rows)?;
    }

    #[test]
    fn assessments(rows in prop::collection::vec(assessment(), 0..8)) {
        both_ways(&Assessments { items: cases::items() }, &rows)?;
    }

    /// Every score, also one that a binary fraction only comes near, survives a spreadsheet's double.
    #[test]
    fn doubles_of_scores(score in score()) {
        let rows = vec![AssessmentRow {
            month: Month::parse("2026-07").unwrap(), unit: UnitCode::parse("ZQ").unwrap(),
            staff_no: StaffNo::parse("1").unwrap(), name: None, content: Content::Total(score), note: None,
        }];
        both_ways(&Assessments::default(), &rows)?;
    }

    /// Whatever the bytes are, the answer is a refusal and not a crash.
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600), head in prop::sample::select(vec!["", "PK\u{3}\u{4}", "工号,姓名\n"])) {
        let mut all = head.as_bytes().to_vec();
        all.extend(bytes);
        let source = Source::from_bytes("x", all).unwrap();
        prop_assert!(sheet::read(&People, &source, &sheet::ColumnMap::none()).is_err());
    }

    /// A workbook with some of its bytes changed is taken or refused, never a crash.
    #[test]
    fn broken_workbooks(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = write(&Units, &[], FileFormat::Xlsx).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let source = Source::from_bytes("x", bytes).unwrap();
        if let Ok(sheet) = sheet::read(&Units, &source, &sheet::ColumnMap::none()) {
            prop_assert!(sheet.rows.is_empty());
        }
    }
}

/// Characters that XML cannot hold, or a spreadsheet would run, are written as text.
#[test]
fn formulas_are_text() {
    let row = |name: &str| UnitRow {
        code: UnitCode::parse("ZQ").unwrap(),
        name: name.to_owned(),
        group: Group::City,
        manager: Some("\0=cmd|'/c calc'!A1".to_owned()),
    };
    let rows: Vec<UnitRow> = ["=1+1", "+1", "-1", "@A1", "\t=1", "\0=1", "\r=1"].map(row).to_vec();
    let bytes = write(&Units, &rows, FileFormat::Xlsx).unwrap();
    let xml = crate::support::entry(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>"), "{xml}");
    let styles = crate::support::entry(&bytes, "xl/styles.xml");
    assert!(styles.contains("quotePrefix=\"1\""), "{styles}");
    let csv = String::from_utf8(write(&Units, &rows, FileFormat::Csv).unwrap()).unwrap();
    for line in ["ZQ,'=1+1,", "ZQ,'+1,", "ZQ,'-1,", "ZQ,'@A1,", "ZQ,'\t=1,", "ZQ,'\0=1,", "ZQ,\"'\r=1\","] {
        assert!(csv.contains(line), "{line} in {csv:?}");
    }
}
