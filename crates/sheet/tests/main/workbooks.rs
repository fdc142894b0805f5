//! The workbooks that the program hands out.

use crate::cases;
use crate::support::V::{D, E, N, T};
use crate::support::{bad_cells, entry, open, xlsx};
use domain::kernel::{Quarter, Yuan};
use sheet::kinds::{Assessments, People, Units};
use sheet::{
    AccountRow, CellReason, ColumnMap, FileFormat, SheetError, Source, account_workbook, bad_cells_workbook,
    month_workbook, read, settlement_workbook, write,
};

#[test]
fn a_refused_file_with_its_reasons_can_be_mended_and_imported() {
    let file = xlsx(&[
        vec![T("名册")],
        vec![T("工号"), T("姓名"), T("单位代码"), T("到岗日期")],
        vec![T("=QT1"), T("张三"), T("ZQ"), D(2026, 7, 1)],
        vec![N(12.5), E, T("ZQ"), T("7/1/2026")],
    ]);
    let reasons = |source: &Source| -> Vec<CellReason> {
        let cells = bad_cells(&People, source);
        cells.into_iter().map(|cell| CellReason { text: format!("{}有误", cell.column), cell }).collect()
    };
    let first = bad_cells_workbook(&file, &reasons(&file)).unwrap();
    let values = &open(&first).values["Sheet1"];
    assert_eq!(values[&(2, 4)], "问题");
    assert_eq!(values[&(4, 4)], "姓名有误；到岗日期有误");
    assert_eq!((values[&(3, 0)].as_str(), values[&(4, 3)].as_str()), ("=QT1", "7/1/2026"));
    assert!(entry(&first, "xl/styles.xml").contains("FFFFC7CE"));

    // The same cells are bad, at the same places; a second round does not add a second column.
    let again = Source::from_bytes("测试.xlsx", first).unwrap();
    let second = reasons(&again);
    assert_eq!(second, reasons(&file));
    let values = open(&bad_cells_workbook(&again, &second).unwrap()).values;
    let headings: Vec<_> = values["Sheet1"].iter().filter(|((row, _), _)| *row == 2).collect();
    assert_eq!(headings.len(), 5);
}

#[test]
fn a_cell_that_says_the_same_as_the_heading_of_reasons_is_kept() {
    let file = xlsx(&[
        vec![T("工号"), T("姓名"), T("单位代码"), T("到岗日期")],
        vec![T("QT1"), T("问题"), T("ZQ"), T("三月")],
    ]);
    let cells = bad_cells(&People, &file);
    let reason = CellReason { cell: cells[0].clone(), text: "应为日期".to_owned() };
    let values = &open(&bad_cells_workbook(&file, &[reason]).unwrap()).values["Sheet1"];
    assert_eq!((values[&(1, 4)].as_str(), values[&(2, 4)].as_str()), ("问题", "应为日期"));
    assert_eq!((values[&(1, 1)].as_str(), values[&(2, 1)].as_str()), ("姓名", "问题"));
}

#[test]
fn a_csv_comes_back_as_a_workbook() {
    let file = crate::support::csv("code,name,group\nZQ,甲,区县\n");
    let cells = bad_cells(&Units, &file);
    let reason = CellReason { cell: cells[0].clone(), text: "应为 省级 或 市州".to_owned() };
    let values = open(&bad_cells_workbook(&file, &[reason]).unwrap()).values;
    assert_eq!(values["数据"][&(2, 3)], "应为 省级 或 市州");
}

#[test]
fn the_month_workbook_is_locked_but_for_its_input_cells() {
    let form = cases::month_form();
    let bytes = month_workbook::write(&form).unwrap();
    let xml = entry(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<sheetProtection sheet=\"1\""), "{xml}");
    let book = open(&bytes);
    assert_eq!(
        book.formulas["考核"][&(6, 8)],
        "IF(COUNTA(E6:H6)=0,\"\",IF(OR(H6=\"是\"),0,ROUND(MAX(0,MIN(100,SUM(E6:H6))),4)))"
    );
    assert_eq!(book.formulas["考核"].len(), form.people.len());
    assert!(entry(&bytes, "docProps/custom.xml").contains("HuiqianRubricVersion"));

    let source = Source::from_bytes("月.xlsx", bytes).unwrap();
    assert_eq!(month_workbook::stamp(&source).unwrap(), Some(form.stamp.clone()));
    let answer = month_workbook::read(&source, cases::items()).unwrap();
    assert_eq!((answer.sheet.rows.len(), answer.unscored.len()), (0, 4));
    // To the ordinary import it is a file without scores.
    let kind = Assessments { items: cases::items() };
    assert!(
        matches!(read(&kind, &source, &ColumnMap::none()), Err(SheetError::BadCells(cells)) if cells.len() == 4)
    );
}

#[test]
fn a_month_workbook_of_something_else_is_refused() {
    let plain = xlsx(&[vec![T("月份"), T("单位代码"), T("工号"), T("A1")]]);
    assert_eq!(month_workbook::stamp(&plain).unwrap(), None);
    assert!(matches!(month_workbook::read(&plain, cases::items()), Err(SheetError::NoStamp { .. })));
    let stamp = "HUIQIAN-MONTH-1|ZQ|2026-07|3|细则";
    let rows = xlsx(&[
        vec![T(stamp)],
        vec![T("月份"), T("单位代码"), T("工号"), T("A1")],
        vec![T("2026-08"), T("CD"), T("QT1"), N(50.0)],
        vec![T("2026-07"), T("ZQ"), T("QT2"), N(50.0)],
        vec![T("2026-07"), T("ZQ"), T("QT3"), T("五十")],
    ]);
    match month_workbook::read(&rows, cases::items()) {
        Err(SheetError::BadCells(cells)) => {
            let places: Vec<String> = cells.iter().map(|c| format!("{}{}", c.letters, c.row)).collect();
            assert_eq!(places, ["A3", "B3", "D5"]);
            assert_eq!(cells[0].expected, sheet::Expected::SameAsStamp { value: "2026-07".to_owned() });
        }
        other => panic!("{other:?}"),
    }
    // An item of another rubric is an unknown column.
    let mut items = cases::items();
    items.remove(0);
    assert!(matches!(
        month_workbook::read(&rows, items),
        Err(SheetError::MissingColumn { .. } | SheetError::UnknownColumn { .. })
    ));
}

#[test]
fn the_settlement_stores_the_programs_results() {
    let mut case = cases::quarters().swap_remove(0);
    let overall = case.overall.parse().unwrap();
    case.settlement.outcome.overall = Some(overall);
    case.settlement.outcome.fee_payable = Some(Yuan::parse(case.fee).unwrap());
    let book = open(&settlement_workbook(&case.settlement).unwrap());
    let lines = crate::other_programs::lines(&book.values["结算"]);
    assert_eq!(lines["季度总分"], ["88.4", "88.4", "一致"]);
    assert_eq!(lines["应付服务费（元，含税）"], ["1060800", "1060800", "一致"]);
    assert_eq!(lines["付费方式"][0], "按得分比例");
    // What the program has not worked out is not made up.
    assert_eq!(lines["服务费系数"], ["", "", "—"]);
    assert_eq!(book.values["单位月度"][&(2, 7)], "95");
    assert_eq!(book.values.keys().collect::<Vec<_>>().len(), 5);
}

#[test]
fn errors_are_data() {
    let cells = bad_cells(&Units, &crate::support::csv("code,name,group\nZQ,甲,区县\n"));
    let json = serde_json::to_value(SheetError::BadCells(cells)).unwrap();
    assert_eq!(json["code"], "badCells");
    assert_eq!(json["cells"][0]["row"], 2);
    assert_eq!(json["cells"][0]["expected"]["code"], "oneOf");
    assert_eq!(json["cells"][0]["expected"]["allowed"][0], "省级");
    let json = serde_json::to_value(SheetError::Encrypted { file: "a".to_owned() }).unwrap();
    assert_eq!(json, serde_json::json!({"code": "encrypted", "file": "a"}));
}

#[test]
fn the_account_has_totals() {
    let yuan = |text: &str| Yuan::parse(text).unwrap();
    let row = |quarter, due: Option<&str>, paid| AccountRow {
        quarter: Quarter::parse(quarter).unwrap(),
        score: Some("88.40".parse().unwrap()),
        coefficient: Some("0.8840".parse().unwrap()),
        due: due.map(yuan),
        invoices: vec!["=1".to_owned(), "0002".to_owned()],
        paid: yuan(paid),
        balance: due.map(|due| yuan(due) - yuan(paid)),
        seal_approval_no: Some("用印2026-001".to_owned()),
        archive_no: None,
    };
    let rows =
        [row("2026Q2", Some("0.10"), "0.20"), row("2026Q3", Some("0.20"), "0"), row("2026Q4", None, "0")];
    let book = open(&account_workbook(&rows).unwrap());
    let values = &book.values["结算台账"];
    assert_eq!((values[&(5, 0)].as_str(), values[&(5, 3)].as_str()), ("合计", "0.3"));
    assert_eq!((values[&(5, 5)].as_str(), values[&(5, 6)].as_str()), ("0.2", "0.1"));
    assert_eq!(book.formulas["结算台账"][&(5, 3)], "ROUND(SUM(D2:D4)*100,0)/100");
    assert_eq!(values[&(2, 4)], "=1、0002");
    assert!(account_workbook(&[]).is_ok());
}

#[test]
fn too_long_a_text_is_refused_by_the_writer() {
    let row = sheet::kinds::UnitRow {
        code: domain::kernel::UnitCode::parse("ZQ").unwrap(),
        name: "长".repeat(40_000),
        group: domain::organisation::Group::City,
        manager: None,
    };
    assert!(matches!(write(&Units, &[row], FileFormat::Xlsx), Err(SheetError::CannotWrite { .. })));
}
