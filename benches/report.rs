//! Settlement and report of 24 units × 50 engineers against LibreOffice recalculating and printing the same workbook:
//! time and peak memory, each as a process of its own. Aim: at least 50 times faster. Ours is given twice: settling and
//! reporting alone, as in an open window, and the whole process with start and signing in, whose password hash is slow on
//! purpose and fills 64 MiB. Without LibreOffice only our own numbers are printed.

use app::clock::Clock;
use app::requests::{ImportSheet, InitLedger, MakeReport, Settle, SettlementWorkbook, SignIn};
use app::{App, Options};
use huiqian_benches::{Sample, alternate, child, compare, main_of_measure, timed};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const QUARTER: &str = "2026Q3";
const PASSWORD: &str = "long enough";
/// Where our side leaves how many microseconds settling and reporting alone took.
const TOOK: &str = "took";

fn main() {
    if main_of_measure() {
        return;
    }
    let mut arguments = std::env::args().skip(1);
    if let Some(folder) = arguments.next() {
        return ours_whole(Path::new(&folder));
    }
    let folder = tempfile::tempdir().expect("a scratch folder");
    fill(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let own = std::env::current_exe().expect("this program").display().to_string();
    let folder_text = path("");
    let mut whole = || child(&[&own, &folder_text]);
    let mut alone = || {
        let text = std::fs::read_to_string(path(TOOK)).expect("a number");
        let wall = Duration::from_micros(text.parse().expect("a number"));
        Sample { wall, processor: Duration::ZERO, peak: 0 }
    };
    if Command::new("soffice").arg("--version").output().is_err() {
        let [whole, alone] = alternate(5, [&mut whole, &mut alone]);
        println!(
            "settlement and report of 24 × 50 engineers: {alone:?}; with start and signing in: {whole:?}"
        );
        println!("no LibreOffice here to compare with (apt: libreoffice-calc)");
        return;
    }
    let profile = format!("-env:UserInstallation=file://{}", path("profile"));
    let book = path("book.xlsx");
    let command = ["soffice", &profile, "--headless", "--convert-to", "pdf", "--outdir", &folder_text, &book];
    let [whole, alone, office] = alternate(3, [&mut whole, &mut alone, &mut || child(&command)]);
    assert!(folder.path().join("book.pdf").exists(), "LibreOffice printed it");
    compare("settlement and report of 24 × 50 engineers", alone, "LibreOffice", office, 1.0 / 50.0);
    compare("the same with start and signing in", whole, "LibreOffice", office, 1.0 / 50.0);
}

fn open(folder: &Path) -> App {
    App::new(Options {
        dir: Some(folder.join("ledger")),
        fonts: None,
        clock: Clock::Fixed("2026-10-12T02:00:00Z".parse().expect("a moment")),
    })
}

/// Our side: what somebody does who signs in, asks for the settlement and then for the report.
fn ours_whole(folder: &Path) {
    let mut app = open(folder);
    app.invoke(SignIn { account: None, password: PASSWORD.into() }).expect("a session");
    let took = timed(|| settle_and_report(&mut app, folder));
    std::fs::write(folder.join(TOOK), took.wall.as_micros().to_string()).expect("a file");
}

fn settle_and_report(app: &mut App, folder: &Path) {
    let settle = Settle { quarter: QUARTER.into(), what_if: Default::default(), revision: None };
    app.invoke(settle).expect("a settlement");
    let out = folder.join("report.pdf").display().to_string();
    let make = MakeReport { quarter: QUARTER.into(), unit: None, statement: false, out, revision: None };
    app.invoke(make).expect("a report");
}

/// A ledger with the quarter's scores, and the workbook that both sides work out.
fn fill(folder: &Path) {
    let mut app = open(folder);
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
    std::fs::write(folder.join("org.csv"), units).expect("a file");
    app.invoke(InitLedger {
        role: "province".into(),
        unit: "U00".into(),
        admin: "admin".into(),
        name: None,
        post: None,
        password: PASSWORD.into(),
        two_person: false,
        org: Some(folder.join("org.csv").display().to_string()),
        dir: None,
    })
    .expect("a ledger");
    let contract =
        "合同号,甲方,乙方,生效,截止,季度,含税金额,税率\nHT,甲,乙,2026-01-01,2026-12-31,2026Q3,1200000,6%\n";
    for (kind, text) in [("people", &*people), ("assessments", &scores), ("contract", contract)] {
        let path = folder.join(format!("{kind}.csv"));
        std::fs::write(&path, text).expect("a file");
        let path = path.display().to_string();
        app.invoke(ImportSheet { kind: kind.into(), path, map: None, dry_run: false }).expect("an import");
    }
    let out = folder.join("book.xlsx").display().to_string();
    app.invoke(SettlementWorkbook { quarter: QUARTER.into(), out }).expect("a workbook");
}
