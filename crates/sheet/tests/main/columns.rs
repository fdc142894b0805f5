//! The columns are a promise to users (cli.md): these lists change only by additions.

use crate::cases;
use crate::support::open;
use sheet::kinds::{Assessments, Contracts, Holidays, People, Standards, Units};
use sheet::{FileFormat, Kind, template, write};

fn written<K: Kind>(kind: &K) -> Vec<String> {
    let bytes = write(kind, &[], FileFormat::Xlsx).unwrap();
    let book = open(&bytes);
    book.values[kind.sheet_name()]
        .iter()
        .filter(|((row, _), _)| *row == 1)
        .map(|(_, text)| text.clone())
        .collect()
}

fn keys<K: Kind>(kind: &K) -> Vec<String> {
    kind.columns().iter().map(|column| column.key.to_string()).collect()
}

#[test]
fn headings_stay() {
    assert_eq!(written(&Units), ["单位代码", "单位名称", "类别", "负责人"]);
    assert_eq!(keys(&Units), ["code", "name", "group", "manager"]);
    assert_eq!(
        written(&People),
        ["工号", "姓名", "单位代码", "到岗日期", "离岗日期", "岗位", "手机", "其他联系方式", "技能"]
    );
    assert_eq!(
        keys(&People),
        ["staff_no", "name", "unit", "arrived_on", "left_on", "post", "phone", "contact", "skills"]
    );
    assert_eq!(written(&Contracts), ["合同号", "甲方", "乙方", "生效", "截止", "季度", "含税金额", "税率"]);
    assert_eq!(keys(&Contracts), ["no", "client", "provider", "from", "to", "quarter", "amount", "tax_rate"]);
    assert_eq!(written(&Holidays), ["日期", "类型", "名称"]);
    assert_eq!(keys(&Holidays), ["date", "kind", "name"]);
    let standard = ["类别", "等级", "编号", "要素", "子项", "内容", "数值", "要求级别", "存疑", "自动计数"];
    assert_eq!(written(&Standards), standard);
    let standard = ["kind", "level", "code", "element", "part", "text", "value", "grade", "doubt", "counts"];
    assert_eq!(keys(&Standards), standard);
    let assessments = Assessments { items: cases::items() };
    let expected = ["月份", "单位代码", "工号", "姓名", "得分", "A1", "A2", "A3", "V1", "说明"];
    assert_eq!(written(&assessments), expected);
    assert_eq!(keys(&Assessments::default()), ["month", "unit", "staff_no", "name", "score", "sum", "note"]);
}

#[test]
fn required_ones_stay() {
    assert_eq!(Units.missing(&[]), ["单位代码", "单位名称", "类别"]);
    assert_eq!(People.missing(&[]), ["工号", "姓名", "单位代码", "到岗日期"]);
    assert_eq!(Contracts.missing(&[]).len(), 8);
    assert_eq!(Assessments::default().missing(&[]), ["月份", "单位代码", "工号", "得分"]);
    let items = Assessments { items: cases::items() };
    assert_eq!(items.missing(&["month", "unit", "staff_no", "A2"]), Vec::<String>::new());
}

#[test]
fn templates_have_headings_notes_and_lists() {
    let units: Vec<String> = (0..30).map(|n| format!("单位代码很长的一个单位{n:02}")).collect();
    let bytes = template(&People, &[("unit", units)]).unwrap();
    let book = open(&bytes);
    assert_eq!(book.values["人员"].values().count(), 9);
    assert!(book.values["说明"].values().any(|text| text == "staff_no"));
    assert_eq!(book.values["选项"].len(), 30);
    let xml = crate::support::entry(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<formula1>选项!$A$1:$A$30</formula1>"), "{xml}");
    assert!(xml.contains("ySplit=\"1\""));
    let xml = crate::support::entry(&template(&Units, &[]).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<formula1>\"省级,市州\"</formula1>"), "{xml}");
}

#[test]
fn an_empty_template_is_an_empty_import() {
    let bytes = template(&People, &[("unit", vec!["ZQ".to_owned()])]).unwrap();
    let source = sheet::Source::from_bytes("模板.xlsx", bytes).unwrap();
    assert_eq!(crate::support::take(&People, &source), []);
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let first = write(&Units, &[], FileFormat::Xlsx).unwrap();
    assert_eq!(first, write(&Units, &[], FileFormat::Xlsx).unwrap());
    let form = cases::month_form();
    assert_eq!(sheet::month_workbook::write(&form).unwrap(), sheet::month_workbook::write(&form).unwrap());
}
