//! The month form and the quarters that tests and fixtures share.

use domain::kernel::{Exact, Month, Quarter, Score, StaffNo, TaxRate, UnitCode, Yuan};
use domain::rulebook::{Band, BandKind};
use rust_decimal::Decimal;
use sheet::kinds::{Item, ItemKind};
use sheet::month_workbook::{MonthForm, Stamp};
use sheet::settlement_workbook::{GroupPart, MonthPart, Outcome, PersonPart, SettlementWorkbook, UnitPart};

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal in a test")
}

pub fn items() -> Vec<Item> {
    let points = |code: &str, name: &str, most: &str| Item {
        code: code.to_owned(),
        name: name.to_owned(),
        guidance: "按完成情况评分".to_owned(),
        kind: ItemKind::Points { least: Decimal::ZERO, most: decimal(most) },
    };
    vec![
        points("A1", "方案质量", "60"),
        points("A2", "响应及时", "30"),
        points("A3", "考勤纪律", "10"),
        Item {
            code: "V1".to_owned(),
            name: "重大失误".to_owned(),
            guidance: "造成重大损失的一票否决".to_owned(),
            kind: ItemKind::Veto,
        },
    ]
}

pub fn month_form() -> MonthForm {
    let person = |no: &str, name: &str| (StaffNo::parse(no).expect("a number"), name.to_owned());
    MonthForm {
        stamp: Stamp {
            unit: UnitCode::parse("ZQ").expect("a code"),
            month: Month::parse("2026-07").expect("a month"),
            rubric: "省公司|评分细则".to_owned(),
            rubric_version: 3,
        },
        unit_name: "省公司政企客户部".to_owned(),
        items: items(),
        people: vec![
            person("QT0001", "张三"),
            person("00012", "李𠮷"),
            person("QT0003", "王五"),
            person("QT0004", "=赵六"),
        ],
    }
}

/// A quarter and what it must come to, as the sheet 结算 shows it: overall, coefficient, fee, due.
pub struct Case {
    pub name: &'static str,
    pub settlement: SettlementWorkbook,
    pub overall: &'static str,
    pub coefficient: &'static str,
    pub fee: &'static str,
    pub due: &'static str,
    /// Net of the fee.
    pub net: &'static str,
}

/// Scores of the people in each of the three months.
type Months<'a> = [&'a [&'a str]; 3];

fn unit(code: String, months: Months<'_>, exempt: Option<&str>) -> UnitPart {
    let quarter = Quarter::parse("2026Q3").expect("a quarter");
    let parts: Vec<MonthPart> = quarter
        .months()
        .into_iter()
        .zip(months)
        .map(|(month, scores)| {
            let people: Vec<PersonPart> = scores
                .iter()
                .enumerate()
                .map(|(number, score)| PersonPart {
                    staff_no: StaffNo::parse(&format!("{code}{number:03}")).expect("a number"),
                    name: "+某人".to_owned(),
                    score: Score::parse(score.trim_start_matches('!')).expect("a score"),
                    counted: !score.starts_with('!'),
                })
                .collect();
            let counted: Vec<Exact> = people.iter().filter(|p| p.counted).map(|p| p.score.exact()).collect();
            MonthPart { month, score: Exact::mean(&counted), people }
        })
        .collect();
    let scored: Vec<Exact> = parts.iter().filter_map(|month| month.score.clone()).collect();
    UnitPart {
        name: format!("单位{code}"),
        code: UnitCode::parse(&code).expect("a code"),
        exempt: exempt.map(str::to_owned),
        score: Exact::mean(&scored),
        months: parts,
    }
}

fn group(name: &str, weight: &str, units: Vec<UnitPart>) -> GroupPart {
    let scored: Vec<Exact> =
        units.iter().filter(|unit| unit.exempt.is_none()).filter_map(|unit| unit.score.clone()).collect();
    GroupPart { name: name.to_owned(), weight: decimal(weight), score: Exact::mean(&scored), units }
}

fn settlement(groups: Vec<GroupPart>, base: &str) -> SettlementWorkbook {
    let bands = [("90", BandKind::Full), ("70", BandKind::Linear), ("0", BandKind::None)];
    SettlementWorkbook {
        quarter: Quarter::parse("2026Q3").expect("a quarter"),
        standing: "草稿".to_owned(),
        rule_set: "默认规则 第 1 版".to_owned(),
        rubric: "默认细则 第 1 版".to_owned(),
        groups,
        bands: bands.map(|(from, kind)| Band { from: decimal(from), kind }).to_vec(),
        fee_base: Some(Yuan::parse(base).expect("an amount")),
        tax_rate: Some(TaxRate::parse("6%").expect("a rate")),
        adjustments: Vec::new(),
        paid: Yuan::ZERO,
        // Nothing stored: what a recalculated workbook shows has come from its formulas.
        outcome: Outcome::default(),
    }
}

/// Every unit with the same three months.
fn alike(months: Months<'_>, base: &str) -> SettlementWorkbook {
    // Codes that conditions would confuse: 1 and 001, a wildcard, a comparison.
    let provincial = ["1", "001"].map(|code| unit(code.to_owned(), months, None));
    let city = (1..=20).map(|n| format!("C{n:02}")).chain(["C*".to_owned(), ">0".to_owned()]);
    let city = city.map(|code| unit(code, months, None)).collect();
    settlement(vec![group("省级", "0.20", provincial.to_vec()), group("市州", "0.80", city)], base)
}

pub fn quarters() -> Vec<Case> {
    let flat = |score: &'static str| -> [Vec<&'static str>; 3] { [vec![score], vec![score], vec![score]] };
    let mut cases = Vec::new();
    let mut add = |name, settlement, overall, coefficient, fee, due, net| {
        cases.push(Case { name, settlement, overall, coefficient, fee, due, net });
    };

    // Worked example 3.
    let city = (1..=22).map(|n| unit(format!("C{n}"), [&["88"], &["88"], &["88"]], None)).collect();
    let provincial = vec![
        unit("ZQ".to_owned(), [&["100", "90"], &["95"], &["95", "!10"]], None),
        unit("ZY".to_owned(), [&["85"], &["85"], &[]], None),
    ];
    let groups = vec![group("省级", "0.20", provincial), group("市州", "0.80", city)];
    add("example-03", settlement(groups, "1200000.00"), "88.4", "0.884", "1060800", "1060800", "1000754.72");

    // Worked examples 4 and 11: an exact tie at the edge of a band, by thirds that no binary fraction holds.
    let two: &[&str] = &["90.3283", "90.3283", "90.3284"];
    let one: &[&str] = &["89.3283", "89.3283", "89.3284"];
    add("example-11", alike([two, two, one], "1200000.00"), "90", "1", "1200000", "1200000", "1132075.47");

    // Worked example 5: a ten-thousandth of a point below the tie.
    let below = flat("89.9949");
    let below = [&below[0][..], &below[1][..], &below[2][..]];
    add("example-05", alike(below, "1200000.00"), "89.99", "0.8999", "1079880", "1079880", "1018754.72");

    // Worked example 6, and the nearest score below it.
    add("example-06", alike([&["70"]; 3], "1200000.00"), "70", "0.7", "840000", "840000", "792452.83");
    add("below-70", alike([&["69.9949"]; 3], "1200000.00"), "69.99", "0", "0", "0", "0");
    // The lower tie: 69.995 → 70.00, out of sevenths and thirds.
    let sevenths: &[&str] = &["69.995", "69.994", "69.996", "69.9949", "69.9951", "69.9", "70.09"];
    add(
        "tie-70",
        alike([sevenths, &["69.995"], &["69.9951", "69.9949"]], "999999.99"),
        "70",
        "0.7",
        "699999.99",
        "699999.99",
        "660377.35",
    );

    // Worked example 9: one unit exempt, although it has a low score.
    let mut city: Vec<UnitPart> = (1..=21).map(|n| unit(format!("C{n}"), [&["80"]; 3], None)).collect();
    city.push(unit("C22".to_owned(), [&["10"]; 3], Some("整季无支撑人员")));
    let provincial = vec![unit("ZQ".to_owned(), [&["90"]; 3], None)];
    let groups = vec![group("省级", "0.20", provincial), group("市州", "0.80", city.clone())];
    add("example-09", settlement(groups, "1000000.00"), "82", "0.82", "820000", "820000", "773584.91");

    // A whole group exempt: the other group's weight becomes 100 %.
    let provincial = vec![unit("ZQ".to_owned(), [&["90"]; 3], Some("不纳入"))];
    let groups = vec![group("省级", "0.20", provincial), group("市州", "0.80", city)];
    add("group-exempt", settlement(groups, "1000000.00"), "80", "0.8", "800000", "800000", "754716.98");

    // Worked example 10, with what was carried in.
    let mut carried = alike([&["83.33"]; 3], "999999.99");
    carried.adjustments = vec![
        ("2026Q1 更正补付".to_owned(), Yuan::parse("0.10").expect("an amount")),
        ("=扣回".to_owned(), Yuan::parse("-0.20").expect("an amount")),
    ];
    add("example-10", carried, "83.33", "0.8333", "833299.99", "833299.89", "786132.07");

    // Worked example 12: paid before a revision; the difference comes back.
    let mut paid = alike([&["90"]; 3], "900000.00");
    paid.paid = Yuan::parse("1000000.00").expect("an amount");
    add("example-12", paid, "90", "1", "900000", "-100000", "849056.6");
    cases
}
