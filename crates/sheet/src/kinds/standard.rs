//! The qualification standard (任职资格标准): one line for each of its values, so that a user's own standard comes in from a
//! spreadsheet and goes out unchanged.

use crate::Expected;
use crate::cell::{self, Cell};
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use domain::certification::{Grade, GradedObject, LedgerCount, ObjectGrade, Requirement, StandardLine};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Label,
    From,
    Band,
    ObjectGrade,
    Title,
    Description,
    CompanyYears,
    ServiceYears,
    Window,
    MaxC,
    MaxD,
    Minimum,
    Top,
    Behaviour,
}

const WORDS: [(Says, &str, &str); 14] = [
    (Says::Label, "说明", "label"),
    (Says::From, "起用", "from"),
    (Says::Band, "等第", "grade"),
    (Says::ObjectGrade, "对象级别", "object"),
    (Says::Title, "称谓", "title"),
    (Says::Description, "角色", "role"),
    (Says::CompanyYears, "公司经验", "company"),
    (Says::ServiceYears, "服务经验", "service"),
    (Says::Window, "绩效季度", "quarters"),
    (Says::MaxC, "C上限", "maxC"),
    (Says::MaxD, "D上限", "maxD"),
    (Says::Minimum, "综合分", "minimum"),
    (Says::Top, "名次", "top"),
    (Says::Behaviour, "行为", "behaviour"),
];
const GRADES: [(Grade, &str, &str); 3] = [(Grade::A, "A", "a"), (Grade::B, "B", "b"), (Grade::C, "C", "c")];
const OBJECTS: [(GradedObject, &str, &str); 2] =
    [(GradedObject::Client, "客户", "client"), (GradedObject::Project, "项目", "project")];
const COUNTS: [(LedgerCount, &str, &str); 5] = [
    (LedgerCount::WorkNote, "工作记录", "workNote"),
    (LedgerCount::TrainingHeld, "主讲培训", "trainingHeld"),
    (LedgerCount::TrainingAttended, "参加培训", "trainingAttended"),
    (LedgerCount::Commendation, "表彰奖励", "commendation"),
    (LedgerCount::Ticket, "办结工单", "ticket"),
];
const DOUBT: [(bool, &str, &str); 2] = [(true, "是", "yes"), (false, "否", "no")];
/// A cell of the behaviour table that is not assessed at its level.
const NOT_ASSESSED: &str = "无";

/// The kind `standard`.
#[derive(Clone, Copy, Debug)]
pub struct Standards;

impl Kind for Standards {
    type Row = StandardLine;

    fn sheet_name(&self) -> &'static str {
        "任职资格标准"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let kinds = WORDS.iter().map(|(_, word, _)| *word).collect();
        vec![
            Column::new("kind", "类别", Required, Shape::Choice(kinds), "这一行写的是什么，从下拉列表选。"),
            Column::new(
                "level",
                "等级",
                Optional,
                Shape::Number,
                "1、2、3……；说明、起用、等第、对象级别不填。",
            ),
            Column::new(
                "code",
                "编号",
                Optional,
                Shape::Text(6),
                "行为项在本级内的编号，如 1.5.1；等第行写 A、B 或 C；对象级别行写名称。",
            ),
            Column::new(
                "element",
                "要素",
                Optional,
                Shape::Text(12),
                "行为要素；对象级别行写 客户 或 项目。",
            ),
            Column::new("part", "子项", Optional, Shape::Text(10), "行为要素的子项或衡量项。"),
            Column::new(
                "text",
                "内容",
                Optional,
                Shape::Text(24),
                "文字内容；行为项写“无”表示本级不考核，空白表示原标准没有给出；起用行写日期。",
            ),
            Column::new(
                "value",
                "数值",
                Optional,
                Shape::Number,
                "年数（如 0.5）、分数、季度数或次数；行为项空白或 0 表示只作说明，不计数。",
            ),
            Column::new(
                "grade",
                "要求级别",
                Optional,
                Shape::Text(12),
                "行为项要求的对象级别，须是本表列出的名称。",
            ),
            Column::new(
                "doubt",
                "存疑",
                Optional,
                Shape::Choice(vec!["是", "否"]),
                "原标准此格是否存疑，可不填。",
            ),
            Column::new(
                "counts",
                "自动计数",
                Optional,
                Shape::Choice(COUNTS.iter().map(|(_, word, _)| *word).collect()),
                "行为项按账本里的哪一种记录自动计数；指明了本项的工作记录总是计数，可不填。",
            ),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["kind", "level", "code"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<StandardLine> {
        let says = row.required("kind", |cell| cell::one_of(cell, &WORDS))?;
        Some(match says {
            Says::Label => StandardLine::Label(row.optional("text", cell::text)?.unwrap_or_default()),
            Says::From => StandardLine::From(row.required("text", cell::date)?),
            Says::Band => {
                let grade = row.required("code", |cell| cell::one_of(cell, &GRADES));
                let points = row.required("value", cell::score);
                StandardLine::Band(grade?, points?)
            }
            Says::ObjectGrade => {
                let of = row.required("element", |cell| cell::one_of(cell, &OBJECTS));
                let name = row.required("code", cell::text);
                let order = row.required("value", |cell| whole(cell, 1, 99));
                StandardLine::ObjectGrade(ObjectGrade {
                    of: of?,
                    name: name?,
                    order: u8::try_from(order?).unwrap_or(u8::MAX),
                })
            }
            Says::Behaviour => StandardLine::Requirement(behaviour(row)?),
            _ => {
                let level = row.required("level", |cell| whole(cell, 1, 99));
                return of_level(says, level?, row);
            }
        })
    }

    fn cells(&self, row: &StandardLine) -> Vec<Out> {
        use StandardLine as L;
        let number = |n: u32| Out::Number(Decimal::from(n));
        let years = |months: u32| Out::Number((Decimal::from(months) / Decimal::from(12)).normalize());
        let text = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty()).map_or(Out::Blank, Out::Text);
        let word =
            |says: Says| Out::text(WORDS.iter().find(|(known, ..)| *known == says).map(|(_, word, _)| word));
        let plain = |says, code: Out, element: Out, shown: Out, value: Out| {
            let [part, grade, doubt, counts] = [Out::Blank, Out::Blank, Out::Blank, Out::Blank];
            vec![word(says), Out::Blank, code, element, part, shown, value, grade, doubt, counts]
        };
        let of = |says, level: &u32, shown: Out, value: Out| {
            let mut cells = plain(says, Out::Blank, Out::Blank, shown, value);
            cells[1] = number(*level);
            cells
        };
        match row {
            L::Label(label) => plain(Says::Label, Out::Blank, Out::Blank, text(label), Out::Blank),
            L::From(day) => plain(Says::From, Out::Blank, Out::Blank, Out::Date(*day), Out::Blank),
            L::Band(grade, points) => {
                let points = Out::Number(points.decimal());
                plain(Says::Band, Out::Text(format!("{grade:?}")), Out::Blank, Out::Blank, points)
            }
            L::ObjectGrade(grade) => {
                let of = OBJECTS.iter().find(|(known, ..)| *known == grade.of).map(|(_, word, _)| word);
                let order = number(grade.order.into());
                plain(Says::ObjectGrade, text(&grade.name), Out::text(of), Out::Blank, order)
            }
            L::Title(level, title) => of(Says::Title, level, text(title), Out::Blank),
            L::Description(level, shown) => of(Says::Description, level, text(shown), Out::Blank),
            L::CompanyMonths(level, months) => of(Says::CompanyYears, level, Out::Blank, years(*months)),
            L::ServiceMonths(level, months) => of(Says::ServiceYears, level, Out::Blank, years(*months)),
            L::Window(level, count) => of(Says::Window, level, Out::Blank, number(*count)),
            L::MaxC(level, count) => of(Says::MaxC, level, Out::Blank, number(*count)),
            L::MaxD(level, count) => of(Says::MaxD, level, Out::Blank, number(*count)),
            L::Minimum(level, points) => of(Says::Minimum, level, Out::Blank, Out::Number(points.decimal())),
            L::Top(level, count) => of(Says::Top, level, Out::Blank, number(*count)),
            L::Requirement(cell) => vec![
                word(Says::Behaviour),
                number(cell.level),
                text(&cell.code),
                text(&cell.element),
                text(&cell.part),
                cell.text.as_deref().map_or_else(|| Out::Text(NOT_ASSESSED.to_owned()), text),
                if cell.minimum == 0 { Out::Blank } else { number(cell.minimum) },
                Out::text(cell.object_grade.as_ref()),
                if cell.sure { Out::Blank } else { Out::Text("是".to_owned()) },
                Out::text(
                    COUNTS.iter().find(|(known, ..)| Some(*known) == cell.counts).map(|(_, word, _)| word),
                ),
            ],
        }
    }
}

fn of_level(says: Says, level: u32, row: &mut RowReader<'_>) -> Option<StandardLine> {
    let mut count = |least, most| row.required("value", |cell| whole(cell, least, most));
    Some(match says {
        Says::CompanyYears => StandardLine::CompanyMonths(level, row.required("value", months)?),
        Says::ServiceYears => StandardLine::ServiceMonths(level, row.required("value", months)?),
        Says::Window => StandardLine::Window(level, count(0, 8)?),
        Says::MaxC => StandardLine::MaxC(level, count(0, 8)?),
        Says::MaxD => StandardLine::MaxD(level, count(0, 8)?),
        Says::Top => StandardLine::Top(level, count(1, 9999)?),
        Says::Minimum => StandardLine::Minimum(level, row.required("value", cell::score)?),
        Says::Description => {
            StandardLine::Description(level, row.optional("text", cell::text)?.unwrap_or_default())
        }
        _ => StandardLine::Title(level, row.required("text", cell::text)?),
    })
}

fn behaviour(row: &mut RowReader<'_>) -> Option<Requirement> {
    let level = row.required("level", |cell| whole(cell, 1, 99));
    let code = row.required("code", code);
    let element = row.required("element", cell::text);
    let part = row.optional("part", cell::text);
    let text = row.optional("text", cell::text);
    let minimum = row.optional("value", |cell| whole(cell, 0, 999));
    let object_grade = row.optional("grade", cell::text);
    let doubt = row.optional("doubt", |cell| cell::one_of(cell, &DOUBT));
    let counts = row.optional("counts", |cell| cell::one_of(cell, &COUNTS));
    Some(Requirement {
        level: level?,
        code: code?,
        element: element?,
        part: part?.unwrap_or_default(),
        text: Some(text?.unwrap_or_default()).filter(|text| text != NOT_ASSESSED),
        minimum: minimum?.unwrap_or(0),
        object_grade: object_grade?,
        sure: !doubt?.unwrap_or(false),
        counts: counts?,
    })
}

/// `1.5.1`, and `1.1`, which a spreadsheet program takes for a number.
fn code(cell: Cell<'_>) -> Result<String, Expected> {
    cell::text(cell).map(|text| cell::folded(&text))
}

fn decimal(cell: Cell<'_>, least: u32, most: u32, decimals: u32) -> Result<Decimal, Expected> {
    let expected = Expected::Number { least: least.to_string(), most: most.to_string(), decimals };
    let within = |value: &Decimal| *value >= Decimal::from(least) && *value <= Decimal::from(most);
    match cell::points(cell) {
        Ok(value) if within(&value) && value.normalize().scale() <= decimals => Ok(value),
        Err(Expected::CalculatedValue) => Err(Expected::CalculatedValue),
        _ => Err(expected),
    }
}

fn whole(cell: Cell<'_>, least: u32, most: u32) -> Result<u32, Expected> {
    decimal(cell, least, most, 0).map(|value| value.to_u32().unwrap_or_default())
}

/// Years, in whole months: 0.5 and 1.25 are, 0.3 is not.
fn months(cell: Cell<'_>) -> Result<u32, Expected> {
    let years = decimal(cell, 0, 50, 2)?;
    let months = (years * Decimal::from(12)).normalize();
    let whole = months.to_u32().filter(|_| months.scale() == 0);
    whole.ok_or_else(|| Expected::Number { least: "0".to_owned(), most: "50".to_owned(), decimals: 2 })
}
