//! Files that LibreOffice and openpyxl wrote, and our settlement recalculated by LibreOffice. `fixtures/make.sh` makes them.

use crate::cases;
use crate::support::{Book, bad_cells, open, take};
use sheet::kinds::{Assessments, Content, People};
use sheet::{Expected, Source, month_workbook};
use std::collections::BTreeMap;
use std::path::Path;

fn fixture(name: &str) -> Source {
    Source::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn book(name: &str) -> Book {
    open(&std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap())
}

/// The lines of the calculation: name → formula's result, program's result, verdict.
pub fn lines(values: &BTreeMap<(u32, u32), String>) -> BTreeMap<String, [String; 3]> {
    let names = values.iter().filter(|((_, column), _)| *column == 0);
    names
        .map(|((row, _), name)| {
            let cell = |column: u32| values.get(&(*row, column)).cloned().unwrap_or_default();
            (name.clone(), [cell(1), cell(2), cell(3)])
        })
        .collect()
}

#[test]
fn libreoffice_arrives_at_the_same_fen() {
    for case in cases::quarters() {
        let recalculated = book(&format!("libreoffice-{}.xlsx", case.name));
        // The fixture is of today's formulas, not of earlier ones.
        let ours = open(&sheet::settlement_workbook(&case.settlement).unwrap());
        let formulas = |book: &Book| {
            let plain = |text: &String| text.replace([' ', '$', '\''], "");
            let sheets = book.formulas.iter();
            sheets
                .flat_map(|(name, cells)| {
                    cells.iter().map(move |(at, text)| ((name.clone(), *at), plain(text)))
                })
                .collect::<BTreeMap<_, _>>()
        };
        assert_eq!(formulas(&recalculated), formulas(&ours), "{}: run fixtures/make.sh", case.name);

        let lines = lines(&recalculated.values["结算"]);
        for (name, expected) in [
            ("季度总分", case.overall),
            ("服务费系数", case.coefficient),
            ("应付服务费（元，含税）", case.fee),
            ("本次应付（元，含税）", case.due),
            ("应付服务费：不含税（元）", case.net),
        ] {
            assert_eq!(lines[name][0], expected, "{}: {name}", case.name);
        }
    }
}

#[test]
fn people_from_openpyxl_and_libreoffice() {
    for name in ["openpyxl-people.xlsx", "openpyxl-people-1904.xlsx", "libreoffice-people.xlsx"] {
        let rows = take(&People, &fixture(name));
        let brief: Vec<String> = rows
            .iter()
            .map(|row| {
                let left = row.left_on.map(|day| day.to_string()).unwrap_or_default();
                let (post, phone) = (row.post.as_deref().unwrap_or(""), row.phone.as_deref().unwrap_or(""));
                format!("{} {} {} {} {left} {post} {phone}", row.staff_no, row.name, row.unit, row.arrived_on)
            })
            .collect();
        assert_eq!(
            brief,
            [
                "00012 张三 ZQ 2026-07-01  售前 13800000000",
                "1001 李四 ZQ 2026-07-01 2026-09-30  1380000 0001",
                "QT0003 王五 CD 2026-07-01  =1+1 经理 ",
                "QT0004 赵六 CD 2026-07-01 2026-07-31  ",
            ],
            "{name}"
        );
    }
}

#[test]
fn a_month_workbook_comes_back_from_both() {
    for name in ["openpyxl-month.xlsx", "libreoffice-month.xlsx"] {
        let source = fixture(name);
        assert_eq!(month_workbook::stamp(&source).unwrap(), Some(cases::month_form().stamp));
        let answer = month_workbook::read(&source, cases::items()).unwrap();
        let scored: Vec<String> = answer
            .sheet
            .rows
            .iter()
            .map(|row| {
                let Content::Items(items) = &row.value.content else { panic!("a total") };
                let points: Vec<String> =
                    items.iter().map(|(code, points)| format!("{code}={points}")).collect();
                format!("{} {} {}", row.row, row.value.staff_no, points.join(" "))
            })
            .collect();
        assert_eq!(
            scored,
            [
                "6 QT0001 A1=55.5 A2=28.3 A3=9.1",
                "7 00012 A1=60 A2=30 A3=10",
                "9 QT0004 A1=50 A2=20 A3=0 V1=1"
            ],
            "{name}"
        );
        assert_eq!(answer.sheet.rows[0].value.note.as_deref(), Some("七月迟到一次，\n扣 0.9 分"));
        assert_eq!(answer.unscored[0].value.note.as_deref(), Some("全月培训"));
        assert_eq!((answer.unscored[0].row, answer.unscored[0].value.staff_no.as_str()), (8, "QT0003"));
    }
    // The live sums, as LibreOffice worked them out: a plain one, the full one, none, and a veto.
    let sums = book("libreoffice-month.xlsx");
    let sum = |row| sums.values["考核"].get(&(row, 8)).cloned().unwrap_or_default();
    assert_eq!([sum(6), sum(7), sum(8), sum(9)], ["92.9", "100", "", "0"]);
}

#[test]
fn a_formula_without_a_result_is_no_score() {
    let cells = bad_cells(&Assessments::default(), &fixture("openpyxl-uncalculated.xlsx"));
    assert_eq!((cells[0].row, cells[0].letters.as_str()), (2, "D"));
    assert_eq!(cells[0].expected, Expected::CalculatedValue);
}
