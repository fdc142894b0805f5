//! PDFs that are none or of another ledger or quarter, reports that were changed, keys and certificates that do not do.

use super::{NOW, refused};
use crate::words::{says, words};
use app::clock::Clock;
use app::words::{Lang, message};
use app::{App, Options};
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;

const KEY_PASSWORD: &str = "key password";
const Q1: [&str; 3] = ["2026-01", "2026-02", "2026-03"];
const Q4: [&str; 3] = ["2025-10", "2025-11", "2025-12"];

/// The two parties' keys, made once.
fn key(party: &str) -> String {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        for party in ["client", "provider"] {
            new_key(NOW, party, &folder.path().join(format!("{party}.p12")));
        }
        folder
    });
    folder.path().join(format!("{party}.p12")).display().to_string()
}

/// A key that is good for five years from that moment.
fn new_key(at: &str, party: &str, out: &Path) {
    let nowhere = out.with_extension("no ledger");
    let mut app =
        App::new(Options { dir: Some(nowhere), fonts: None, clock: Clock::Fixed(at.parse().unwrap()) });
    let request = json!({ "party": party, "name": "签署人", "out": out.display().to_string(), "password": KEY_PASSWORD });
    app.call("newKey", request).unwrap();
}

fn sign(path: &str, p12: &str, party: &str, out: &str) -> Value {
    json!({ "path": path, "p12": p12, "password": KEY_PASSWORD, "party": party, "out": out })
}

/// A province whose quarter is final, all units at that score.
fn finalised(quarters: &[(&str, [&str; 3])], score: &str) -> Desk {
    let mut desk = Desk::province(NOW, 1, false);
    for (quarter, months) in quarters {
        desk.quarter(quarter, *months, "1000.00", |_, _| score.to_owned());
        desk.confirm(quarter);
        desk.ok("stepSettlement", json!({ "quarter": quarter, "step": "finalise" }));
    }
    desk
}

/// The quarter's report, signed by both parties.
fn countersigned(desk: &mut Desk, quarter: &str) -> String {
    let [report, once, twice] = ["report", "once", "twice"].map(|n| desk.path(&format!("{quarter} {n}.pdf")));
    desk.ok("makeReport", json!({ "quarter": quarter, "out": report }));
    desk.ok("signReport", sign(&report, &key("client"), "client", &once));
    desk.ok("signReport", sign(&once, &key("provider"), "provider", &twice));
    twice
}

/// Neither done nor left half done: refused, and no file at `out`.
#[track_caller]
fn sign_refused(desk: &mut Desk, request: Value, code: &str, named: &[&str]) {
    let out = request["out"].as_str().unwrap().to_owned();
    says(&refused(desk, "signReport", request), code, named);
    assert!(!Path::new(&out).exists(), "{code}");
}

#[test]
fn files_that_are_no_report() {
    let mut desk = Desk::province(NOW, 1, false);
    let out = desk.path("out.pdf");
    let text = desk.file("letter.pdf", "not a PDF at all");
    let check = desk.ok("checkReport", json!({ "path": text }));
    assert_eq!(check["verdict"], "invalid");
    let accept = refused(&mut desk, "acceptReport", json!({ "path": text }));
    says(&accept, "notCountersigned", &[&text]);
    assert!(words(&accept).contains("不是可读的 PDF"), "{}", words(&accept));
    let nowhere = desk.path("nowhere.pdf");
    sign_refused(&mut desk, sign(&text, &key("client"), "client", &out), "notPdf", &[&text]);
    sign_refused(&mut desk, sign(&nowhere, &key("client"), "client", &out), "fileNotFound", &[&nowhere]);
    says(&refused(&mut desk, "acceptReport", json!({ "path": nowhere })), "fileNotFound", &[&nowhere]);
    // A draft is a PDF of ours, and nothing to be signed.
    let draft = desk.path("draft.pdf");
    desk.quarter("2026Q1", Q1, "100.00", |_, _| "90".to_owned());
    assert_eq!(desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": draft }))["formal"], false);
    sign_refused(&mut desk, sign(&draft, &key("client"), "client", &out), "noSignatureField", &[&draft]);
}

#[test]
fn keys_that_do_not_open() {
    let mut desk = finalised(&[("2026Q1", Q1)], "90");
    let (report, out, pem) = (desk.path("report.pdf"), desk.path("out.pdf"), desk.path("out.pem"));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": report }));
    let client = key("client");
    let mut wrong = sign(&report, &client, "client", &out);
    wrong["password"] = json!("wrong password");
    sign_refused(&mut desk, wrong, "wrongKeyPassword", &[&client]);
    sign_refused(&mut desk, sign(&report, &report, "client", &out), "notPkcs12", &[&report]);
    let export = json!({ "p12": client, "password": "wrong password", "out": pem });
    says(&refused(&mut desk, "exportCertificate", export), "wrongKeyPassword", &[&client]);
    assert!(!Path::new(&pem).exists());
    let register = json!({ "party": "client", "path": report });
    says(&refused(&mut desk, "registerCertificate", register), "notCertificate", &[&report]);
    // One key for both parties.
    desk.ok("signReport", sign(&report, &client, "client", &out));
    let second = desk.path("second.pdf");
    sign_refused(&mut desk, sign(&out, &client, "provider", &second), "sameKey", &[]);
    let error = desk.refused("signReport", sign(&out, &client, "provider", &second));
    assert!(words(&error).contains("已经代表甲方"), "{}", words(&error));
    sign_refused(&mut desk, sign(&out, &client, "client", &second), "alreadySigned", &[&out]);
}

#[test]
fn an_expired_certificate() {
    let mut desk = finalised(&[("2026Q1", Q1)], "90");
    let (report, out) = (desk.path("report.pdf"), desk.path("out.pdf"));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": report }));
    let old = desk.folder.path().join("old.p12");
    new_key("2020-06-01T02:00:00Z", "client", &old);
    let old = old.display().to_string();
    let pem = desk.path("old.pem");
    desk.ok("exportCertificate", json!({ "p12": old, "password": KEY_PASSWORD, "out": pem }));
    // Dates as the user's calendar has them.
    let expired = "2025-06-01 09:55:00";
    sign_refused(
        &mut desk,
        sign(&report, &old, "client", &out),
        "signingExpired",
        &[expired, "2026-04-12 10:00:00"],
    );
    let register = json!({ "party": "client", "path": pem });
    says(&refused(&mut desk, "registerCertificate", register), "certificateExpired", &[expired]);
    // One whose time has not begun.
    let young = desk.folder.path().join("young.p12");
    new_key("2027-06-01T02:00:00Z", "client", &young);
    let young = young.display().to_string();
    sign_refused(
        &mut desk,
        sign(&report, &young, "client", &out),
        "signingTooEarly",
        &["2027-06-01 09:55:00"],
    );
}

/// Signed while the certificates were good, looked at years later: good signatures still, and `check` says both.
#[test]
fn certificates_that_expired_after_signing() {
    let mut desk = finalised(&[("2026Q1", Q1)], "90");
    let report = countersigned(&mut desk, "2026Q1");
    let fresh = desk.ok("checkReport", json!({ "path": report }));
    let dir = Some(desk.app.dir().to_owned());
    let clock = Clock::Fixed("2032-01-05T02:00:00Z".parse().unwrap());
    desk.app = App::new(Options { dir, fonts: None, clock });
    let later = desk.ok("checkReport", json!({ "path": report }));
    for (check, expired) in [(fresh, false), (later, true)] {
        assert_eq!(check["verdict"], "countersigned", "{check}");
        let signatures = check["signatures"].as_array().unwrap();
        assert_eq!(signatures.len(), 2);
        for signature in signatures {
            assert_eq!(signature["certificateExpired"], expired);
            assert_eq!(
                (&signature["intact"], &signature["signedAfterExpiry"]),
                (&json!(true), &json!(false))
            );
        }
    }
    for lang in [Lang::ZhCn, Lang::En] {
        assert!(app::words::has(lang, "certificateExpired.now"));
        assert!(!message(lang, "certificateExpired.now", &serde_json::Map::new()).is_empty());
    }
    // The quarter can be closed by it still: what counts is that they were good when they signed.
    desk.ok("signIn", json!({ "account": null, "password": huiqian_tests::PASSWORD }));
    assert_eq!(desk.ok("acceptReport", json!({ "path": report }))["outcome"], "closed");
}

#[test]
fn a_report_of_another_quarter_or_another_ledger() {
    let mut here = finalised(&[("2026Q1", Q1)], "90");
    let mut there = finalised(&[("2025Q4", Q4), ("2026Q1", Q1)], "80");
    // Another ledger's quarter that this one knows nothing of.
    let other_quarter = countersigned(&mut there, "2025Q4");
    let error = refused(&mut here, "acceptReport", json!({ "path": other_quarter }));
    says(&error, "quarterNotFinal", &["2025Q4"]);
    // Another ledger's figures of a quarter that is final here too.
    let other_ledger = countersigned(&mut there, "2026Q1");
    let check = here.ok("checkReport", json!({ "path": other_ledger }));
    assert_eq!((&check["verdict"], &check["matchesLedger"]), (&json!("countersigned"), &json!(false)));
    assert_eq!(check["journalHead"], "notThisLedger");
    let error = refused(&mut here, "acceptReport", json!({ "path": other_ledger }));
    says(&error, "reportNotOfLedger", &["2026Q1"]);
    assert_eq!(here.ok("settle", json!({ "quarter": "2026Q1" }))["status"], "final");
    // Its own closes it, once.
    let own = countersigned(&mut here, "2026Q1");
    here.ok("acceptReport", json!({ "path": own }));
    says(&refused(&mut here, "acceptReport", json!({ "path": own })), "quarterClosed", &["2026Q1"]);
    // A later quarter's ledger has the earlier quarter as well, and takes each report for its own quarter only.
    there.ok("acceptReport", json!({ "path": other_quarter }));
    assert_eq!(there.ok("settle", json!({ "quarter": "2025Q4" }))["status"], "closed");
    assert_eq!(there.ok("settle", json!({ "quarter": "2026Q1" }))["status"], "final");
}

#[test]
fn a_report_changed_after_signing() {
    let mut desk = finalised(&[("2026Q1", Q1)], "90");
    let report = countersigned(&mut desk, "2026Q1");
    let (whole, changed) = (std::fs::read(&report).unwrap(), desk.path("changed.pdf"));
    let at = |needle: &[u8]| whole.windows(needle.len()).position(|w| w == needle).unwrap();
    let mut page = whole.clone();
    page[at(b"stream") + 200] ^= 1;
    let mut figure = whole.clone();
    let score = at(b"90.00");
    figure[score..score + 5].copy_from_slice(b"99.99");
    let appended = [&whole[..], b"\n% and one more line\n"].concat();
    for (how, bytes) in [("a page", page), ("a figure", figure), ("appended", appended)] {
        std::fs::write(&changed, bytes).unwrap();
        let check = desk.ok("checkReport", json!({ "path": changed }));
        assert_eq!(check["verdict"], "altered", "{how}: {check}");
        let error = refused(&mut desk, "acceptReport", json!({ "path": changed }));
        says(&error, "notCountersigned", &[&changed]);
        assert!(words(&error).contains("内容在签署后被改动"), "{how}: {}", words(&error));
    }
    // Nor does a second signature make good what was changed after the first.
    let once = std::fs::read(desk.path("2026Q1 once.pdf")).unwrap();
    std::fs::write(&changed, [&once[..], b"\n% and one more line\n"].concat()).unwrap();
    let out = desk.path("out.pdf");
    sign_refused(
        &mut desk,
        sign(&changed, &key("provider"), "provider", &out),
        "changedAfterSigning",
        &[&changed],
    );
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q1" }))["status"], "final");
    desk.ok("acceptReport", json!({ "path": report }));
}

#[test]
fn a_sheet_of_an_earlier_revision_is_what_it_was_and_confirms_nothing_new() {
    let mut desk = finalised(&[("2026Q1", Q1)], "90");
    let [sheet, once, twice] = ["sheet", "once", "twice"].map(|n| desk.path(&format!("{n}.pdf")));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": "C01", "out": sheet }));
    desk.ok("signReport", sign(&sheet, &key("client"), "client", &once));
    desk.ok("signReport", sign(&once, &key("provider"), "provider", &twice));
    desk.ok("openRevision", json!({ "quarter": "2026Q1", "reason": "更正" }));
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    let people = desk.people();
    let scored = people.iter().find(|p| p["unit"] == "C01").unwrap();
    let row = format!("2026-01,C01,{},80\n", scored["staffNo"].as_str().unwrap());
    desk.import("assessments", &format!("月份,单位代码,工号,得分\n{row}")).unwrap();
    let check = desk.ok("checkReport", json!({ "path": twice }));
    assert_eq!(
        (&check["verdict"], &check["matchesLedger"]),
        (&json!("countersigned"), &json!(true)),
        "{check}"
    );
    let error = refused(&mut desk, "acceptReport", json!({ "path": twice }));
    says(&error, "reportNotOfLedger", &["2026Q1"]);
}
