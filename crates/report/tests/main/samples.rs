//! Documents of a made-up quarter: 24 units of Sichuan, about five people each. Deterministic: no clock, no chance. Long,
//! because a whole report is one long value.

use chrono::DateTime;
use report::view::*;
use rust_decimal::Decimal;

pub const CITIES: [&str; 22] = [
    "成都分公司",
    "绵阳分公司",
    "自贡分公司",
    "攀枝花分公司",
    "泸州分公司",
    "德阳分公司",
    "广元分公司",
    "遂宁分公司",
    "内江分公司",
    "乐山分公司",
    "资阳分公司",
    "宜宾分公司",
    "南充分公司",
    "达州分公司",
    "雅安分公司",
    "阿坝分公司",
    "甘孜分公司",
    "凉山分公司",
    "广安分公司",
    "巴中分公司",
    "眉山分公司",
    "天府新区分公司",
];
const SURNAMES: [&str; 16] =
    ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "欧阳", "昝", "逯"];
const GIVEN: [&str; 15] = [
    "建国", "秀英", "志强", "䶮", "雨桐", "子涵", "浩然", "晓燕", "丽娟", "思远", "堃", "婧怡", "海龙", "燚",
    "玥",
];
const ITEMS: [(&str, u32); 6] = [
    ("响应及时", 20),
    ("方案质量", 25),
    ("投标支撑", 20),
    ("客户评价", 15),
    ("考勤纪律", 10),
    ("知识沉淀", 10),
];

/// A score in hundredths as text.
fn points(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn decimal(hundredths: u32) -> Decimal {
    Decimal::new(i64::from(hundredths), 2)
}

pub fn head(formal: bool, unit: &str) -> DocumentHead {
    DocumentHead {
        report_no: "HQ-2026Q3-0001".into(),
        revision: 1,
        formal,
        classification: Classification::TradeSecret,
        client: "中国移动通信集团四川有限公司".into(),
        provider: "四川全通信息技术服务有限公司".into(),
        unit: unit.into(),
        quarter: "2026Q3".into(),
        quarter_words: "2026年第三季度".into(),
        made_at: DateTime::parse_from_rfc3339("2026-10-18T09:30:00+08:00").expect("a fixed time"),
        origin: "sc-province-01".into(),
        check_code: "7K3M-9QWX-2HTA".into(),
        journal_hash: "9f2c4e1ab07d5836c4f1e20a7b9d3c5586e0f4a1d2b3c697885e4a3f1c0d9b7e".into(),
        figures_json: r#"{"overall":"88.40","coefficient":"0.8840","payable":"1060800.00"}"#.into(),
    }
}

pub struct Person {
    pub unit: String,
    pub staff_no: String,
    pub name: String,
    /// Hundredths of a point, by month.
    pub scores: [u32; 3],
}

/// `per_unit` people in each of 24 units.
pub fn people(per_unit: usize) -> Vec<Person> {
    let units = ["省公司政企客户部", "省公司重要客户中心"].into_iter().chain(CITIES);
    units
        .enumerate()
        .flat_map(|(at, unit)| {
            (0..per_unit).map(move |nth| {
                let n = at * 31 + nth * 7;
                Person {
                    unit: unit.into(),
                    staff_no: format!("QT{:02}{:04}", at + 1, nth + 1),
                    name: format!("{}{}", SURNAMES[n % SURNAMES.len()], GIVEN[(n / 3 + nth) % GIVEN.len()]),
                    scores: [0, 1, 2].map(|month| 7800 + ((n * 37 + month * 411 + at * 53) % 2100) as u32),
                }
            })
        })
        .collect()
}

fn items(hundredths: u32) -> String {
    let mut lost = 10000 - hundredths;
    ITEMS
        .iter()
        .map(|(name, full)| {
            let off = lost.min(full * 100 / 3);
            lost -= off;
            format!("{name} {}/{full}", points(full * 100 - off))
        })
        .collect::<Vec<_>>()
        .join("；")
}

fn money(including: &str, excluding: &str, tax: &str, capitals: &str) -> Money {
    Money {
        including_tax: including.into(),
        excluding_tax: excluding.into(),
        tax: tax.into(),
        capitals: capitals.into(),
    }
}

fn base() -> Money {
    money("1,200,000.00", "1,132,075.47", "67,924.53", "人民币壹佰贰拾万元整")
}

fn payable() -> Money {
    money("1,060,800.00", "1,000,754.72", "60,045.28", "人民币壹佰零陆万零捌佰元整")
}

fn responsible() -> Vec<Responsible> {
    [("编制", "李晓燕", "2026-10-16"), ("复核", "陈志强", "2026-10-17"), ("审定", "周建国", "2026-10-18")]
        .map(|(role, name, date)| Responsible { role: role.into(), name: name.into(), date: date.into() })
        .to_vec()
}

fn signatory(name: &str, post: &str) -> PartySignatory {
    PartySignatory { name: name.into(), post: post.into() }
}

fn deductions(people: &[Person]) -> Vec<Deduction> {
    people
        .iter()
        .enumerate()
        .filter(|(at, _)| at % 7 == 3)
        .map(|(at, person)| Deduction {
            unit: person.unit.clone(),
            month: format!("2026-{:02}", 7 + at % 3),
            staff_no: person.staff_no.clone(),
            name: person.name.clone(),
            item: ITEMS[at % ITEMS.len()].0.into(),
            points: format!("-{}.00", 1 + at % 4),
            reason: [
                "客户现场交流迟到 25 分钟，客户经理书面反馈",
                "投标文件技术应答第 3.2 条漏项，经审核退回后补正",
                "工单超过承诺时限 2 个工作日提交方案",
                "当月缺勤 1 天未按规定报备",
            ][at % 4]
                .into(),
            evidence: format!("工单 GD-2026-{:05}", 1000 + at * 13),
            clause: ["§6.4.1", "§6.4.2", "§6.4.3(2)"][at % 3].into(),
        })
        .collect()
}

/// The province's report with this many people in each unit.
pub fn settlement(formal: bool, per_unit: usize) -> SettlementReport {
    let people = people(per_unit);
    let all: Vec<&str> = ["省公司政企客户部", "省公司重要客户中心"].into_iter().chain(CITIES).collect();
    let mut results: Vec<(u32, [u32; 3], &str)> = all
        .iter()
        .map(|unit| {
            let of: Vec<&Person> = people.iter().filter(|p| p.unit == *unit).collect();
            let months =
                [0, 1, 2].map(|m| of.iter().map(|p| p.scores[m]).sum::<u32>() / of.len().max(1) as u32);
            (months.iter().sum::<u32>() / 3, months, *unit)
        })
        .collect();
    results.sort_by_key(|one| std::cmp::Reverse(one.0));
    let exempt = "甘孜分公司";
    let (out, ranked): (Vec<_>, Vec<_>) = results.into_iter().partition(|one| one.2 == exempt);
    let row = |rank: String, one: &(u32, [u32; 3], &str), state: &str| UnitResult {
        rank,
        group: if one.2.starts_with("省公司") { "省级" } else { "市州分公司" }.into(),
        name: one.2.into(),
        months: one.1.map(points),
        quarter: points(one.0),
        head_counts: format!("{per_unit} / {per_unit} / {per_unit}"),
        state: state.into(),
    };
    let mut units: Vec<UnitResult> =
        ranked.iter().enumerate().map(|(at, one)| row((at + 1).to_string(), one, "已确认")).collect();
    units.extend(out.iter().map(|one| UnitResult {
        months: ["—".into(), "—".into(), "—".into()],
        quarter: "—".into(),
        head_counts: "0 / 0 / 0".into(),
        ..row("—".into(), one, "不纳入考核")
    }));
    let names = ["李晓燕", "陈志强", "周建国", "杨思远"];
    SettlementReport {
        head: head(formal, "省公司政企客户部"),
        sentence: "2026年第三季度综合得分 88.40 分，落在“70 分（含）至 90 分”档，服务费系数 0.8840；季度服务费基数 \
                   1,200,000.00 元，应付服务费 1,060,800.00 元，加上季度补付 3,200.00 元，本次应结 1,064,000.00 元（含税）。"
            .into(),
        ranking: ranked
            .iter()
            .map(|one| RankedUnit { name: one.2.into(), score: decimal(one.0), words: points(one.0) })
            .collect(),
        confirmations: units
            .iter()
            .enumerate()
            .map(|(at, unit)| UnitConfirmation {
                unit: unit.name.clone(),
                client: format!("{}　2026-10-{:02} 16:{:02}", names[at % 4], 9 + at % 5, at * 2),
                provider: if at % 6 == 4 {
                    format!("黄海龙　2026-10-14 09:{:02}（代录：凭 10 月 13 日签字扫描件）", at)
                } else {
                    format!("黄海龙　2026-10-14 09:{:02}", at)
                },
            })
            .collect(),
        units,
        groups: vec![
            GroupResult {
                name: "省级".into(),
                units: "2 个，全部参与计算".into(),
                mean: "90.00".into(),
                weight: "20%".into(),
                weighted: "18.00".into(),
            },
            GroupResult {
                name: "市州分公司".into(),
                units: "21 个（共 22 个，1 个不纳入考核）".into(),
                mean: "88.00".into(),
                weight: "80%".into(),
                weighted: "70.40".into(),
            },
        ],
        divisor: "市州分公司均分的分母为 21：甘孜分公司本季度没有售前支撑人员，经申报不纳入考核。".into(),
        formulae: [
            ("省级均分", "（91.20 ＋ 88.80）÷ 2 ＝ 90.00"),
            ("市州均分", "21 个单位季度得分之和 1,848.00 ÷ 21 ＝ 88.00"),
            ("综合得分", "90.00 × 20% ＋ 88.00 × 80% ＝ 18.00 ＋ 70.40 ＝ 88.40"),
            ("服务费系数", "70.00 ≤ 88.40 ＜ 90.00，系数 ＝ 88.40 ÷ 100 ＝ 0.8840"),
            ("应付服务费", "1,200,000.00 × 0.8840 ＝ 1,060,800.00"),
            ("本次应结", "1,060,800.00 ＋ 3,200.00（补付）－ 0.00（已付）＝ 1,064,000.00"),
        ]
        .map(|(name, formula)| FormulaLine { name: name.into(), formula: formula.into() })
        .to_vec(),
        overall_exact: "88.4（442/5）".into(),
        overall: "88.40".into(),
        coefficient: "0.8840".into(),
        band: "70 分（含）至 90 分：按得分比例支付".into(),
        tax_rate: "6%".into(),
        base: base(),
        payable: payable(),
        due: money("1,064,000.00", "1,003,773.58", "60,226.42", "人民币壹佰零陆万肆仟元整"),
        adjustments: vec![MoneyLine {
            kind: "补付".into(),
            quarter: "2026Q2".into(),
            reason: "第二季度绵阳分公司 5 月得分更正（修订 2），应付服务费增加".into(),
            amount: "3,200.00".into(),
        }],
        invoices: vec![Invoice {
            number: "26512000000123456789".into(),
            kind: "专票".into(),
            date: "2026-10-25".into(),
            amount: "1,064,000.00".into(),
        }],
        payments: Vec::new(),
        previous_difference: Vec::new(),
        exempt: vec![ExemptUnit {
            name: exempt.into(),
            reason: "本季度无售前支撑人员在岗（《关于甘孜分公司暂缓派驻的函》，2026-06-28）".into(),
            declared: "李晓燕 2026-10-08 申报；周建国 2026-10-09 复核".into(),
        }],
        warnings: vec![
            "综合得分距全额线 90.00 分相差 1.60 分。".into(),
            "已登记发票金额与本次应结金额一致。".into(),
        ],
        termination: None,
        probation_rule: "试用期人员的月度得分计入所在单位得分（管理办法 §7.1）。".into(),
        rule_versions: "评分细则：2025 版（自 2025Q1 起）；计分与结算规则：第 3 版（自 2026Q1 起）。".into(),
        trend: [
            ("2024Q4", None),
            ("2025Q1", Some(8612)),
            ("2025Q2", Some(8450)),
            ("2025Q3", Some(6985)),
            ("2025Q4", Some(7733)),
            ("2026Q1", Some(8905)),
            ("2026Q2", Some(9120)),
            ("2026Q3", Some(8840)),
        ]
        .map(|(quarter, score)| TrendPoint { quarter: quarter.into(), score: score.map(decimal) })
        .to_vec(),
        thresholds: vec![
            Threshold { score: decimal(9000), label: "全额线".into() },
            Threshold { score: decimal(7000), label: "支付线".into() },
        ],
        responsible: responsible(),
        client_signatory: signatory("周建国", "政企客户部总经理"),
        provider_signatory: signatory("黄海龙", "项目总监"),
        annex_people: people
            .iter()
            .filter(|person| person.unit != exempt)
            .flat_map(|person| {
                (0..3).map(move |month| AnnexPerson {
                    unit: person.unit.clone(),
                    staff_no: person.staff_no.clone(),
                    name: person.name.clone(),
                    month: format!("2026-{:02}", 7 + month),
                    score: format!("{}0000", points(person.scores[month])),
                    items: items(person.scores[month]),
                })
            })
            .collect(),
        annex_deductions: deductions(&people),
        annex_computed: Vec::new(),
    }
}

/// One unit's sheet with this many people.
pub fn confirmation(formal: bool, count: usize) -> ConfirmationSheet {
    let people: Vec<Person> = people(count).into_iter().filter(|p| p.unit == "成都分公司").collect();
    let deductions =
        people.iter().zip(deductions(&people)).map(|(_, deduction)| deduction).collect::<Vec<_>>();
    ConfirmationSheet {
        head: DocumentHead {
            report_no: "HQ-2026Q3-CD-01".into(),
            classification: Classification::Internal,
            ..head(formal, "成都分公司")
        },
        group: "市州分公司".into(),
        rule_versions: "评分细则：2025 版；计分与结算规则：第 3 版（自 2026Q1 起）。".into(),
        unit_quarter: "90.00".into(),
        formula: "（87.50 ＋ 92.00 ＋ 90.50）÷ 3 ＝ 90.00".into(),
        unit_months: [
            ("2026-07", "87.50", "（90.00 ＋ 85.00）÷ 2 ＝ 87.50"),
            ("2026-08", "92.00", ""),
            ("2026-09", "90.50", ""),
        ]
        .map(|(month, score, formula)| UnitMonth {
            month: month.into(),
            people: count.to_string(),
            score: score.into(),
            formula: formula.into(),
        })
        .to_vec(),
        people: people
            .iter()
            .map(|person| AssessedPerson {
                staff_no: person.staff_no.clone(),
                name: person.name.clone(),
                months: (0..3)
                    .map(|month| PersonMonth {
                        month: format!("2026-{:02}", 7 + month),
                        score: points(person.scores[month]),
                        items: items(person.scores[month]),
                        attendance: String::new(),
                    })
                    .collect(),
            })
            .collect(),
        deductions,
        computed: Vec::new(),
        declarations: vec![Remark {
            kind: "本月不评分".into(),
            text: "徐婧怡 8 月参加集团脱产培训，全月不在岗，本月不评分。".into(),
            by: "李雨桐　2026-09-02 10:15".into(),
        }],
        comments: vec![
            Remark {
                kind: "用人单位意见".into(),
                text: "本季度支撑响应及时，重点项目投标材料质量较上季度明显提升；建议加强云网融合产品培训。"
                    .into(),
                by: "李雨桐　2026-10-09 16:20".into(),
            },
            Remark {
                kind: "四川全通意见".into(),
                text: "同意。第四季度安排两期产品培训。".into(),
                by: "黄海龙　2026-10-10 09:05".into(),
            },
        ],
        objections: vec![Objection {
            raised: "四川全通　黄海龙　2026-10-09 17:40（7 月 投标支撑 -2.00）".into(),
            text: "漏项系招标文件澄清后新增要求，请求核减扣分。".into(),
            answer: "澄清文件于开标前 5 日送达，有足够时间修改，维持原扣分。（李雨桐　2026-10-10 15:30）"
                .into(),
        }],
        confirmations: vec![UnitConfirmation {
            unit: "成都分公司".into(),
            client: "李雨桐　2026-10-11 11:02".into(),
            provider: "黄海龙　2026-10-11 14:45".into(),
        }],
        client_signatory: signatory("李雨桐", "成都分公司政企部经理"),
        provider_signatory: signatory("黄海龙", "项目总监"),
    }
}

/// The finance department's page.
pub fn fee_statement(formal: bool) -> FeeStatement {
    let report = settlement(formal, 1);
    FeeStatement {
        head: DocumentHead { report_no: "HQ-2026Q3-F001".into(), ..report.head },
        contract_no: "CMSC-ZQ-2026-00817".into(),
        contract_name: "四川移动政企售前支撑服务合同".into(),
        settlement_report_no: "HQ-2026Q3-0001　修订 1".into(),
        overall: report.overall,
        band: report.band,
        coefficient: report.coefficient,
        tax_rate: report.tax_rate,
        base: Money { capitals: String::new(), ..report.base },
        payable: report.payable,
        adjustments: report.adjustments,
        already_paid: String::new(),
        due: report.due,
        formula: "1,060,800.00（应付）＋ 3,200.00（补付）－ 0.00（已付）＝ 1,064,000.00".into(),
        payee: [
            ("收款单位", "四川全通信息技术服务有限公司"),
            ("开户银行", "中国工商银行成都高新支行"),
            ("账号", "4402 0000 0900 1234 567"),
        ]
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .to_vec(),
        responsible: report.responsible,
        client_signatory: report.client_signatory,
        provider_signatory: report.provider_signatory,
    }
}

/// What a signature shows.
pub fn appearance() -> SignatureAppearance {
    SignatureAppearance {
        name: "周建国".into(),
        post: "政企客户部总经理".into(),
        organisation: "中国移动通信集团四川有限公司".into(),
        signed_at: DateTime::parse_from_rfc3339("2026-11-20T10:30:00+08:00").expect("a fixed time"),
        picture: None,
    }
}

/// The ranking of 23 units and one that is left out; the second and third share a rank.
pub fn ranking(formal: bool) -> RankingNotice {
    let names = ["省公司政企客户部", "省公司重要客户中心"].into_iter().chain(CITIES);
    let lines = names.take(23).enumerate().map(|(at, name)| {
        let score = 9_650 - 83 * at as u32;
        let rank = if at == 2 { 2 } else { at + 1 };
        let provincial = at < 2;
        NoticeLine {
            rank: rank.to_string(),
            rank_in_group: (if provincial { at + 1 } else { at - 1 }).to_string(),
            name: name.into(),
            group: if provincial { "省级" } else { "市州分公司" }.into(),
            months: [points(score - 50), points(score), points(score + 50)],
            quarter: points(if at == 2 { 9_567 } else { score }),
        }
    });
    let mut head = head(formal, "省公司政企客户部");
    head.report_no = "HQ-2026Q3-TB-R1".into();
    head.classification = Classification::Internal;
    head.figures_json = r#"{"kind":"ranking"}"#.into();
    RankingNotice {
        head,
        sentence: "现将本季度售前支撑服务考核结果通报如下：纳入考核 23 个单位，不纳入考核 1 个单位。".into(),
        months: ["7月", "8月", "9月"].map(str::to_owned),
        lines: lines.collect(),
        groups: vec!["省级".into(), "市州分公司".into()],
        exempt: vec![NoticeExempt {
            name: "天府新区分公司".into(),
            group: "市州分公司".into(),
            reason: "该单位本季度尚未派驻售前支撑人员".into(),
        }],
    }
}

/// Two objections to the sheet of [`confirmation`].
pub fn objection_slip() -> ObjectionSlip {
    let mut head = head(true, "成都分公司");
    head.report_no = "HQ-2026Q3-CD-R1-YY-1A2B".into();
    head.classification = Classification::Internal;
    head.figures_json = r#"{"kind":"objectionSlip"}"#.into();
    ObjectionSlip {
        head,
        sheet_no: "HQ-2026Q3-CD-R1".into(),
        sheet_revision: "1".into(),
        sheet_check_code: "BA78-16BF-8F01-CFEA-4141".into(),
        writer: PartySignatory { name: "罗海燕".into(), post: "项目经理".into() },
        objections: vec![
            SlipLine {
                about: "整个单位".into(),
                text: "8 月的均分未扣除中途离岗人员，请复核各月考核人数。".into(),
            },
            SlipLine {
                about: "QT0007".into(),
                text: "7 月“响应及时”扣 6 分所依据的工单系客户临时变更时间，不应计为超时；附工单截图可另行提供。".into(),
            },
        ],
        client_signatory: PartySignatory::default(),
        provider_signatory: PartySignatory { name: "何志强".into(), post: "总经理".into() },
    }
}
