//! Settlement and report of 24 units × 50 engineers against LibreOffice recalculating and printing the same workbook.
//! Aim: at least 50 times faster. Without LibreOffice only our own time is printed.

use app::clock::Clock;
use app::requests::{ImportSheet, InitLedger, MakeReport, Settle, SettlementWorkbook};
use app::{App, Options};
use huiqian_benches::{report, timed};
use std::fmt::Write;
use std::process::Command;

fn import(app: &mut App, folder: &std::path::Path, kind: &str, text: &str) {
    let path = folder.join(format!("{kind}.csv"));
    std::fs::write(&path, text).expect("a file");
    let request =
        ImportSheet { kind: kind.into(), path: path.display().to_string(), map: None, dry_run: false };
    app.invoke(request).expect("an import");
}

fn main() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut app = App::new(Options {
        dir: Some(folder.path().join("ledger")),
        fonts: None,
        clock: Clock::Fixed("2026-10-12T02:00:00Z".parse().expect("a moment")),
    });
    let (mut units, mut people, mut scores) = (
        String::from("单位代码,单位名称,类别\n"),
        String::from("工号,姓名,单位代码,到岗日期\n"),
        String::from("月份,单位代码,工号,得分\n"),
    );
    for unit in 0..24 {
        let group = if unit < 2 { "省级" } else { "市州" };
        let _ = writeln!(units, "U{unit:02},第{unit}分公司,{group}");
        for engineer in 0..50 {
            let _ = writeln!(people, "S{unit:02}{engineer:02},张{engineer},U{unit:02},2025-03-01");
            for month in 7..10 {
                let score = 80 + (unit + engineer * month) % 20;
                let _ = writeln!(scores, "2026-{month:02},U{unit:02},S{unit:02}{engineer:02},{score}");
            }
        }
    }
    std::fs::write(folder.path().join("org.csv"), units).expect("a file");
    app.invoke(InitLedger {
        role: "province".into(),
        unit: "U00".into(),
        admin: "admin".into(),
        password: "long enough".into(),
        two_person: false,
        org: Some(path("org.csv")),
    })
    .expect("a ledger");
    import(&mut app, folder.path(), "people", &people);
    import(&mut app, folder.path(), "assessments", &scores);
    import(
        &mut app,
        folder.path(),
        "contract",
        "合同号,甲方,乙方,生效,截止,季度,含税金额,税率\nHT,甲,乙,2026-01-01,2026-12-31,2026Q3,1200000,6%\n",
    );
    let mut ours = || {
        let settle = Settle { quarter: "2026Q3".into(), what_if: Default::default(), revision: None };
        app.invoke(settle).expect("a settlement");
        let make = MakeReport {
            quarter: "2026Q3".into(),
            unit: None,
            statement: false,
            out: path("report.pdf"),
            revision: None,
        };
        app.invoke(make).expect("a report");
    };
    ours();
    let mut times: Vec<_> = (0..5).map(|_| timed(&mut ours)).collect();
    times.sort();
    app.invoke(SettlementWorkbook { quarter: "2026Q3".into(), out: path("book.xlsx") }).expect("a workbook");
    let mut office = || {
        let done = Command::new("soffice")
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(folder.path())
            .arg(folder.path().join("book.xlsx"))
            .output();
        assert!(
            done.is_ok_and(|d| d.status.success()),
            "soffice (apt: libreoffice-calc) is needed as the peer"
        );
    };
    if Command::new("soffice").arg("--version").output().is_err() {
        println!(
            "settlement and report of 24 × 50 engineers: {:.2?}; no LibreOffice here to compare with",
            times[2]
        );
        return;
    }
    office();
    let peer = timed(&mut office);
    report("settlement and report of 24 × 50 engineers", times[2], "LibreOffice", peer, "≤ 0.02");
}
