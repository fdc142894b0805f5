//! What a cell may hold, and where a bad one stands.

use crate::cases;
use crate::support::V::{B, D, E, F, N, Noon, P, T};
use crate::support::{V, bad_cells, brief, csv, take, xlsx};
use domain::organisation::Group;
use sheet::Expected;
use sheet::kinds::*;

fn score_file(score: V) -> sheet::Source {
    xlsx(&[
        vec![T("月份"), T("单位代码"), T("工号"), T("得分")],
        vec![T("2026-07"), T("ZQ"), T("QT0001"), score],
    ])
}

fn score_of(row: &AssessmentRow) -> String {
    match &row.content {
        Content::Total(score) => score.to_string(),
        Content::Items(items) => format!("{items:?}"),
    }
}

#[test]
fn scores() {
    for (cell, expected) in [
        (N(87.1), "87.1"),
        (N(88.300_000_000_000_01), "88.3"),
        (N(100.0), "100"),
        (N(0.0), "0"),
        (N(0.0001), "0.0001"),
        (T("87.10"), "87.1"),
        (T("８７．５"), "87.5"),
        (T(" 90\u{3000}"), "90"),
        (T("\u{202d}90\u{202c}"), "90"),
        (F("=80+8.3", "88.3"), "88.3"),
    ] {
        let rows = take(&Assessments::default(), &score_file(cell));
        assert_eq!(score_of(&rows[0]), expected, "{cell:?}");
    }
}

#[test]
fn bad_scores_by_name() {
    let number = || Expected::Number { least: "0".into(), most: "100".into(), decimals: 4 };
    for (cell, value, expected) in [
        (N(100.01), "100.01", number()),
        (N(-1.0), "-1", number()),
        (N(88.123_45), "88.12345", number()),
        (N(1e300), "1e300", number()),
        (T("9e999"), "9e999", number()),
        (T("NaN"), "NaN", number()),
        (T("inf"), "inf", number()),
        (T("1e1"), "1e1", number()),
        (T("0x10"), "0x10", number()),
        (T("1,0"), "1,0", number()),
        (T("1_0"), "1_0", number()),
        (T("优秀"), "优秀", number()),
        (B(true), "TRUE", number()),
        (D(2026, 7, 1), "2026-07-01", number()),
        (F("=1/0", "#DIV/0!"), "#DIV/0!", number()),
        (P(0.88), "88%", number()),
        (E, "", Expected::Present),
        (T(" \u{3000}\u{200b}"), "", Expected::Present),
    ] {
        let cells = bad_cells(&Assessments::default(), &score_file(cell));
        assert_eq!(brief(&cells), [("D2".to_owned(), value.to_owned(), expected)], "{cell:?}");
        assert_eq!((cells[0].column.as_str(), cells[0].sheet.as_deref()), ("得分", Some("Sheet1")));
        assert_eq!(cells[0].file, "测试.xlsx");
    }
}

fn holiday_file(date: V) -> sheet::Source {
    xlsx(&[vec![T("日期"), T("类型")], vec![date, T("放假")]])
}

#[test]
fn dates() {
    for cell in [
        D(2026, 7, 1),
        T("2026/7/1"),
        T("2026-07-01"),
        T("2026年7月1日"),
        T("2026年07月01号"),
        T("2026.7.1"),
        T("20260701"),
        N(20_260_701.0),
        N(46_204.0),
        T("２０２６／７／１"),
        T("2026-07-01 00:00:00"),
        T("2026-07-01T00:00:00Z"),
    ] {
        let rows = take(&Holidays, &holiday_file(cell));
        assert_eq!(rows[0].date.to_string(), "2026-07-01", "{cell:?}");
    }
    for cell in [
        T("7/1/2026"),
        T("26-7-1"),
        T("2026-13-01"),
        T("2026-02-30"),
        T("2026-7/1"),
        T("2026-7-1 8:30"),
        T("46204"),
        T("七月一日"),
        T("2026-07"),
        N(46_204.5),
        N(12.0),
        N(60.0),
        N(1e9),
        Noon(2026, 7, 1),
        D(1999, 12, 31),
        B(true),
    ] {
        let cells = bad_cells(&Holidays, &holiday_file(cell));
        let expected = Expected::Date { from_year: 2000, to_year: 2199 };
        assert_eq!(
            (cells[0].row, cells[0].letters.as_str(), &cells[0].expected),
            (2, "A", &expected),
            "{cell:?}"
        );
    }
    let cells = bad_cells(&Holidays, &holiday_file(Noon(2026, 7, 1)));
    assert_eq!(cells[0].value, "2026-07-01 12:00");
}

#[test]
fn months() {
    let file = |month| {
        xlsx(&[
            vec![T("月份"), T("单位代码"), T("工号"), T("得分")],
            vec![month, T("ZQ"), T("QT0001"), N(90.0)],
        ])
    };
    for cell in [
        T("2026-07"),
        T("2026/7"),
        T("2026年7月"),
        T("202607"),
        N(202_607.0),
        N(2026.07),
        D(2026, 7, 1),
        N(46_204.0),
        T("2026/7/1"),
        T("２０２６-０７"),
    ] {
        let rows = take(&Assessments::default(), &file(cell));
        assert_eq!(rows[0].month.to_string(), "2026-07", "{cell:?}");
    }
    // 2026.1 may have been typed as 2026.10; the second of July is no month.
    for cell in
        [N(2026.1), D(2026, 7, 2), T("2026-13"), T("7月"), T("2026/7/2"), P(2026.07), N(7.0), T("2026Q3")]
    {
        assert_eq!(bad_cells(&Assessments::default(), &file(cell))[0].expected, Expected::Month, "{cell:?}");
    }
}

#[test]
fn quarters_amounts_rates() {
    let file = |quarter, amount, rate| {
        let headings = ["no", "client", "provider", "from", "to", "quarter", "amount", "tax_rate"];
        xlsx(&[
            headings.map(T).to_vec(),
            vec![
                T("HT-1"),
                T("四川移动"),
                T("四川全通"),
                D(2026, 1, 1),
                D(2026, 12, 31),
                quarter,
                amount,
                rate,
            ],
        ])
    };
    for (quarter, amount, rate) in [
        (T("2026Q3"), N(1_200_000.5), N(0.06)),
        (T("2026-q3"), T("1,200,000.50"), T("6%")),
        (T("2026-Q3"), N(1_200_000.5), P(0.06)),
        (T("2026年第三季度"), T("¥1200000.5"), T("６％")),
        (T("2026年3季度"), T("￥1,200,000.5"), T("0.06")),
    ] {
        let rows = take(&Contracts, &file(quarter, amount, rate));
        assert_eq!(rows[0].quarter.to_string(), "2026Q3");
        assert_eq!(rows[0].amount.to_string(), "1200000.50");
        assert_eq!(rows[0].tax_rate.percent(), "6%");
    }
    let cells = bad_cells(&Contracts, &file(T("2026Q5"), N(1.005), N(6.0)));
    assert_eq!(
        brief(&cells),
        [
            ("F2".into(), "2026Q5".into(), Expected::Quarter),
            ("G2".into(), "1.005".into(), Expected::Money),
            ("H2".into(), "6".into(), Expected::TaxRate),
        ]
    );
    let cells = bad_cells(&Contracts, &file(N(20263.0), T("120万"), T("-6%")));
    assert_eq!(cells.len(), 3);
}

#[test]
fn identifiers_and_text() {
    let file = |no, phone| {
        xlsx(&[
            vec![T("工号"), T("姓名"), T("单位代码"), T("到岗日期"), T("手机")],
            vec![no, T(" 张 三 "), T("ＺＱ"), D(2026, 7, 1), phone],
        ])
    };
    for (no, phone, expected_no, expected_phone) in [
        (N(1001.0), N(13_800_000_000.0), "1001", "13800000000"),
        (T("００１２"), T("\u{202d}138-0000-0000\u{202c}"), "0012", "138-0000-0000"),
        (T("=QT1"), T("+86 13800000000"), "=QT1", "+86 13800000000"),
    ] {
        let rows = take(&People, &file(no, phone));
        assert_eq!(
            (rows[0].staff_no.as_str(), rows[0].phone.as_deref()),
            (expected_no, Some(expected_phone))
        );
        assert_eq!((rows[0].name.as_str(), rows[0].unit.as_str()), ("张 三", "ZQ"));
    }
    for (no, expected) in [
        (D(2026, 3, 1), Expected::Identifier),
        (T("QT 1"), Expected::Identifier),
        (B(true), Expected::Identifier),
        (T("0123456789012345678901234567890123456789x"), Expected::Identifier),
        (N(510_107_199_001_011_234.0), Expected::DigitsAsText),
    ] {
        assert_eq!(bad_cells(&People, &file(no, E))[0].expected, expected, "{no:?}");
    }
    assert_eq!(bad_cells(&People, &file(T("1"), T("无")))[0].expected, Expected::Text { most: 60 });
}

#[test]
fn every_bad_cell_is_listed_in_order() {
    let file = csv(
        "工号,姓名,单位代码,到岗日期\r\n\r\nQT1,张三,ZQ,2026-07-01\r\n,\"李\n四\",Z Q,7/1/2026\r\n,,,\r\nQT3,,CD,2026-07-01\r\n",
    );
    let cells = bad_cells(&People, &file);
    let date = Expected::Date { from_year: 2000, to_year: 2199 };
    assert_eq!(
        brief(&cells),
        [
            ("A4".into(), String::new(), Expected::Present),
            ("C4".into(), "Z Q".into(), Expected::Identifier),
            ("D4".into(), "7/1/2026".into(), date),
            ("B6".into(), String::new(), Expected::Present),
        ]
    );
    assert_eq!(cells[0].sheet, None);
}

#[test]
fn zeros_kept_by_a_formula() {
    let rows = take(&Units, &csv("code,name,group\n=\"0012\",\"=\"\"007\"\"\",city\n"));
    assert_eq!((rows[0].code.as_str(), rows[0].name.as_str()), ("0012", "007"));
}

#[test]
fn words() {
    let file = |word| xlsx(&[vec![T("code"), T("NAME"), T("类别")], vec![T("ZQ"), T("名"), word]]);
    for (word, group) in [
        (T("省级"), Group::Provincial),
        (T("Provincial"), Group::Provincial),
        (T("市州 "), Group::City),
        (T("city"), Group::City),
    ] {
        assert_eq!(take(&Units, &file(word))[0].group, group);
    }
    let allowed = ["省级", "provincial", "市州", "city"].map(str::to_owned).to_vec();
    assert_eq!(bad_cells(&Units, &file(T("区县")))[0].expected, Expected::OneOf { allowed });
}

#[test]
fn items_or_a_total() {
    let kind = Assessments { items: cases::items() };
    let file = |cells: Vec<V>| {
        let headings =
            vec![T("月份"), T("单位代码"), T("工号"), T("得分"), T("A1"), T("A2"), T("V1"), T("合计")];
        let mut row = vec![T("2026-07"), T("ZQ"), T("QT1")];
        row.extend(cells);
        xlsx(&[headings, row])
    };
    let rows = take(&kind, &file(vec![E, N(55.5), N(-1.25), T("是"), T("不读")]));
    assert_eq!(score_of(&rows[0]), "[(\"A1\", 55.5), (\"A2\", -1.25), (\"V1\", 1)]");
    let rows = take(&kind, &file(vec![N(90.0), E, E, E, N(12.0)]));
    assert_eq!(score_of(&rows[0]), "90");
    let cells = bad_cells(&kind, &file(vec![N(90.0), N(1.0), E, T("也许")]));
    let yes_no = ["是", "yes", "否", "no"].map(str::to_owned).to_vec();
    assert_eq!(
        brief(&cells),
        [
            ("D2".into(), "90".into(), Expected::TotalOrItems),
            ("G2".into(), "也许".into(), Expected::OneOf { allowed: yes_no }),
        ]
    );
    assert_eq!(brief(&bad_cells(&kind, &file(vec![])))[0].0, "D2");
}
