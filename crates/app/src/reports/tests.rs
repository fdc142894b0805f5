//! All reports of one small quarter (worked example 3 of the settlement rules), made from a ledger through requests.

use super::{MakeReport, ReportView};
use crate::clock::Clock;
use crate::requests::{
    CheckReport, ConfirmUnits, ImportSheet, InitLedger, OpenRevision, RecordPayment, RegisterParty,
    ReopenMonth, SettlementWorkbook, StepSettlement,
};
use crate::session::{App, Options};
use domain::kernel::UnitCode;
use domain::settlement::official::SettlementStep;
use std::path::Path;

struct Bench {
    app: App,
    dir: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Clock::Fixed("2026-10-18T01:30:00Z".parse().unwrap());
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../resources/fonts");
        let app = App::new(Options { dir: Some(dir.path().join("ledger")), fonts: Some(fonts), clock });
        let mut bench = Self { app, dir };
        let mut units =
            "单位代码,单位名称,类别,负责人\nZQ,省公司政企客户部,省级,周建国\nZY,省公司重要客户中心,省级,\n"
                .to_owned();
        let mut people =
            "工号,姓名,单位代码,到岗日期\nQ1,王秀英,ZQ,2026-01-05\nQ2,李海龙,ZY,2026-01-05\n".to_owned();
        let mut scores = "月份,单位代码,工号,得分,说明\n".to_owned();
        for month in ["2026-07", "2026-08", "2026-09"] {
            scores.push_str(&format!("{month},ZQ,Q1,95,\n{month},ZY,Q2,85,\n"));
        }
        for n in 1..=22 {
            units.push_str(&format!("C{n},第{n}分公司,市州,\n"));
            people.push_str(&format!("E{n},陈志强,C{n},2026-01-05\n"));
            for month in ["2026-07", "2026-08", "2026-09"] {
                scores.push_str(&format!("{month},C{n},E{n},88,\n"));
            }
        }
        let units = bench.file("units.csv", &units);
        bench
            .app
            .invoke(InitLedger {
                role: "province".into(),
                unit: "ZQ".into(),
                admin: "wang".into(),
                name: None,
                post: None,
                password: "correct horse".into(),
                two_person: false,
                org: Some(units),
                dir: None,
            })
            .unwrap();
        let contract = "合同号,甲方,乙方,生效,截止,季度,含税金额,税率\n\
                        HT-1,四川移动公司,四川全通公司,2026-01-01,2026-12-31,2026Q3,1200000.00,6%\n";
        for (kind, text) in [("people", &people[..]), ("contract", contract), ("assessments", &scores)] {
            let path = bench.file(&format!("{kind}.csv"), text);
            bench.app.invoke(ImportSheet { kind: kind.into(), path, map: None, dry_run: false }).unwrap();
        }
        bench
    }

    fn path(&self, name: &str) -> String {
        self.dir.path().join(name).display().to_string()
    }

    fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn confirm(&mut self) {
        for party in ["client", "provider"] {
            let request =
                ConfirmUnits { quarter: "2026Q3".into(), unit: None, party: party.into(), evidence: None };
            assert!(self.app.invoke(request).unwrap().units.iter().all(|u| u.error.is_none()));
        }
    }

    fn finalise(&mut self) {
        let request = StepSettlement { quarter: "2026Q3".into(), step: SettlementStep::Finalise };
        self.app.invoke(request).unwrap();
    }

    fn make(&mut self, name: &str, unit: Option<&str>, statement: bool, revision: Option<u32>) -> ReportView {
        let unit = unit.map(|u| UnitCode::parse(u).unwrap());
        let out = self.path(name);
        self.app.invoke(MakeReport { quarter: "2026Q3".into(), unit, statement, out, revision }).unwrap()
    }

    fn text(&self, name: &str) -> String {
        let printed =
            std::process::Command::new("pdftotext").args(["-layout", &self.path(name), "-"]).output();
        String::from_utf8(printed.unwrap().stdout).unwrap()
    }
}

#[test]
fn a_formal_quarter_gives_all_three_reports_and_always_the_same_bytes() {
    let mut bench = Bench::new();
    let draft = bench.make("draft.pdf", None, false, None);
    assert!(!draft.formal);
    let bytes = std::fs::read(bench.path("draft.pdf")).unwrap();
    assert!(!bytes.windows(15).any(|w| w == b"ClientSignature"), "a draft has no fields");
    assert!(bench.text("draft.pdf").contains("草稿"));
    bench.confirm();
    bench.finalise();
    let kinds = [("js.pdf", None, false), ("jsd.pdf", None, true), ("cd.pdf", Some("C1"), false)];
    let mut made = Vec::new();
    for (name, unit, statement) in kinds {
        let report = bench.make(name, unit, statement, None);
        assert!(report.formal, "{name}");
        let check = bench.app.invoke(CheckReport { path: bench.path(name), trust: Vec::new() }).unwrap();
        assert_eq!(
            (check.matches_ledger, check.journal_head.as_deref()),
            (Some(true), Some("inChain")),
            "{name}"
        );
        made.push(report.sha256);
    }
    for (name, words) in [
        (
            "js.pdf",
            &["88.40", "0.8840", "1,060,800.00", "1,000,754.72", "90.00 × 20% ＋ 88.00 × 80% ＝ 88.40"][..],
        ),
        ("jsd.pdf", &["1,060,800.00", "60,045.28", "壹佰零陆万零捌佰元整", "HT-1"]),
        ("cd.pdf", &["第1分公司", "88.00", "陈志强", "代录"]),
    ] {
        let text = bench.text(name);
        words.iter().for_each(|word| assert!(text.contains(word), "{name} lacks {word}:\n{text}"));
    }
    bench.app.invoke(SettlementWorkbook { quarter: "2026Q3".into(), out: bench.path("js.xlsx") }).unwrap();

    // Neither a payment, a new name nor a later revision changes a report of the first.
    let pay = RecordPayment {
        quarter: "2026Q3".into(),
        voucher: "V1".into(),
        amount: "1000.00".into(),
        on: "2026-10-18".into(),
    };
    bench.app.invoke(pay).unwrap();
    let party = RegisterParty {
        party: "client".into(),
        name: "新名".into(),
        alias: None,
        representative: None,
        post: None,
        certificate: None,
    };
    bench.app.invoke(party).unwrap();
    assert_eq!(bench.make("again.pdf", None, false, None).sha256, made[0]);
    bench.app.invoke(OpenRevision { quarter: "2026Q3".into(), reason: "更正".into() }).unwrap();
    let reopen =
        ReopenMonth {
            unit: UnitCode::parse("C1").unwrap(), month: "2026-07".into(), reason: "更正".into()
        };
    bench.app.invoke(reopen).unwrap();
    assert_eq!(bench.make("again.pdf", None, false, Some(1)).sha256, made[0]);
    assert_eq!(bench.make("again.pdf", None, true, Some(1)).sha256, made[1]);
    assert!(!bench.make("second.pdf", None, false, None).formal);
}
