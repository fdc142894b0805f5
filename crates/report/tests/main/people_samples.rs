//! People's papers of a made-up engineer, and a register of sixty. Deterministic, like the other samples.

use report::view::*;

use crate::samples::head;

fn papers_head(no: &str, unit: &str) -> DocumentHead {
    let mut head = head(true, unit);
    head.report_no = no.into();
    head.quarter = String::new();
    head.quarter_words = String::new();
    head.classification = Classification::Internal;
    head.figures_json = format!(r#"{{"no":"{no}"}}"#);
    head
}

fn client() -> PartySignatory {
    PartySignatory { name: "郑秋实".into(), post: "政企部经理".into() }
}

fn provider() -> PartySignatory {
    PartySignatory { name: "何志强".into(), post: "总经理".into() }
}

pub fn arrival_paper(kind: ArrivalPaperKind) -> ArrivalPaper {
    let no = match kind {
        ArrivalPaperKind::Letter => "CD-DG-QT0061-01",
        ArrivalPaperKind::SecurityAgreement => "CD-XX-QT0061-01",
        ArrivalPaperKind::SafetyPledge => "CD-AQ-QT0061-01",
    };
    ArrivalPaper {
        head: papers_head(no, "成都分公司"),
        kind,
        name: "欧阳晓燕".into(),
        staff_no: "QT0061".into(),
        post: "售前支撑".into(),
        skills: "政企专线；投标方案；云网融合".into(),
        arrives_on: "2026-12-01".into(),
        probation: "自签署之日起一个自然月".into(),
        manager: "陈思远".into(),
        client_signatory: client(),
        provider_signatory: provider(),
    }
}

pub fn replacement_request() -> ReplacementRequest {
    ReplacementRequest {
        head: papers_head("CD-GH-QT0061-01", "成都分公司"),
        name: "欧阳晓燕".into(),
        staff_no: "QT0061".into(),
        post: "售前支撑".into(),
        arrived_on: "2026-07-01".into(),
        probation: "2026-07-01 至 2026-07-31".into(),
        threshold: "低于 70 分".into(),
        reason: "试用期内两次投标方案出现重大疏漏，用人单位多次指导后没有改进。".into(),
        express_no: "川移政企快文〔2026〕118 号".into(),
        months: vec![TrialMonth {
            month: "2026-07".into(),
            score: "64.50".into(),
            mark: "试用、可要求更换".into(),
            deductions:
                "方案质量扣 20 分：7 月 9 日方案漏报设备清单；投标支撑扣 15.5 分：7 月 21 日未按时到场。"
                    .into(),
        }],
        notes: vec![
            WorkNote { date: "2026-07-09".into(), text: "方案漏报设备清单，当日返工。".into() },
            WorkNote {
                date: "2026-07-21".into(), text: "投标当天迟到四十分钟，由同事代为讲标。".into()
            },
        ],
        evidence: vec!["七月考勤：迟到 3 次，旷工 0 天。".into()],
        steps: vec![
            RequestStep {
                step: "提出申请".into(),
                who: "罗海燕".into(),
                date: "2026-08-03".into(),
                on_behalf: String::new(),
            },
            RequestStep {
                step: "领导审批".into(),
                who: "罗海燕".into(),
                date: "2026-08-04".into(),
                on_behalf: "代郑秋实办理，依据：政企快文截图".into(),
            },
        ],
        successor: "QT0062　昝浩然".into(),
        client_signatory: client(),
        provider_signatory: provider(),
    }
}

/// `people` engineers, half of them in each of two units.
pub fn register(people: usize) -> PersonnelRegister {
    let unit = |name: &str, from: usize, to: usize| RegisteredUnit {
        name: name.into(),
        people: (from..to)
            .map(|nth| RegisteredPerson {
                staff_no: format!("QT{nth:04}"),
                name: ["王建国", "欧阳秀英", "昝䶮", "逯堃"][nth % 4].into(),
                post: ["售前支撑", "方案经理"][nth % 2].into(),
                phone: format!("1390000{nth:04}"),
                arrived_on: format!("2025-{:02}-01", nth % 12 + 1),
                left_on: if nth % 9 == 5 { "2026-08-31".into() } else { String::new() },
                status: if nth % 9 == 5 { "已离岗".into() } else { "在岗".into() },
                missing: if nth % 7 == 3 {
                    "到岗接收函、信息安全协议".into()
                } else {
                    String::new()
                },
            })
            .collect(),
    };
    PersonnelRegister {
        head: papers_head("MC-20261018-3F2A", "省公司政企客户部"),
        as_of: "2026-10-18".into(),
        sentence: format!("本名册列出 2 个单位的 {people} 人次。"),
        units: vec![unit("成都分公司", 0, people / 2), unit("阿坝分公司", people / 2, people)],
    }
}

pub fn certification(certified: bool) -> CertificationResult {
    let gate = |gate: &str, required: &str, verdict: &str, how: &str| CertifiedGate {
        gate: gate.into(),
        required: required.into(),
        verdict: verdict.into(),
        how: how.into(),
    };
    CertificationResult {
        head: papers_head("RZ-QT0061-2026-01", "成都分公司"),
        certified,
        name: "欧阳晓燕".into(),
        staff_no: "QT0061".into(),
        post: "售前支撑".into(),
        standard: "默认标准　第 1 版".into(),
        level: "二级　中级支撑".into(),
        result: if certified { "达到二级".into() } else { "未达到二级".into() },
        decided_on: "2026-10-16".into(),
        valid_from: if certified { "2026-11-01".into() } else { String::new() },
        valid_until: String::new(),
        follow_up: if certified {
            String::new()
        } else {
            "参加 11 月方案编制培训后再评。".into()
        },
        gates: vec![
            gate("相关工作年限", "不少于 2 年", "达到", "登记的年限 3 年，附劳动合同扫描件"),
            gate("最近三个季度考核", "均不低于良好", "达到", "2026Q1 91.20；2026Q2 88.00；2026Q3 86.40"),
            gate(
                "方案编制考试",
                "排名在前 60%",
                if certified { "达到" } else { "未达到" },
                "2026-09-20 考试，第 31 名，共 48 人",
            ),
        ],
        evaluators: vec![
            Responsible { role: "评定".into(), name: "陈思远".into(), date: "2026-10-15".into() },
            Responsible { role: "审批".into(), name: "郑秋实".into(), date: "2026-10-16".into() },
        ],
        evidence: vec!["劳动合同扫描件".into(), "2026 年 9 月考试成绩单".into()],
        on_behalf: vec!["审批由罗海燕代郑秋实录入，依据：政企快文〔2026〕201 号".into()],
        client_signatory: client(),
        provider_signatory: provider(),
    }
}

/// A month of a unit with so many people; with attendance where `attended`.
pub fn month_sheet(formal: bool, people: usize, attended: bool) -> MonthSheet {
    let mut head = papers_head("HQ-202607-CD-KH", "成都分公司");
    head.formal = formal;
    let quarter = crate::samples::confirmation(formal, people);
    let of_july = |person: AssessedPerson| {
        let month = person.months.into_iter().next()?;
        Some(MonthPerson {
            staff_no: person.staff_no,
            name: person.name,
            score: month.score,
            items: month.items,
            attendance: if attended {
                "出勤 22 天，迟到 2 次 17 分钟，请假 1 天".into()
            } else {
                String::new()
            },
        })
    };
    MonthSheet {
        head,
        month_words: "2026年7月".into(),
        state: if formal { "已审核" } else { "未审核" }.into(),
        group: quarter.group,
        rule_versions: quarter.rule_versions,
        people_count: people.to_string(),
        score: "87.50".into(),
        formula: "（90.00 ＋ 85.00）÷ 2 ＝ 87.50".into(),
        people: quarter.people.into_iter().filter_map(of_july).collect(),
        deductions: quarter.deductions.into_iter().filter(|d| d.month == "2026-07").collect(),
        computed: Vec::new(),
        tickets: Vec::new(),
        declarations: quarter.declarations,
        responsible: [("编制", "李雨桐", ""), ("审核", "郑秋实", "2026-08-04")]
            .map(|(role, name, date)| Responsible { role: role.into(), name: name.into(), date: date.into() })
            .to_vec(),
    }
}
