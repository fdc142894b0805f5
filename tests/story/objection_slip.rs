//! 异议单: written by the provider on a machine without a ledger, taken in by the client's side, answered on the screen.

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

const NOW: &str = "2026-04-13T02:00:00Z";

/// A province whose C01 is reviewed and delivered on 9 April: the term ends on the 16th. Answers the sheet's path.
fn delivered(score: &'static str) -> (Desk, String) {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| score.to_owned());
    for month in ["2026-01", "2026-02", "2026-03"] {
        desk.ok("closeMonth", json!({ "unit": "C01", "month": month }));
    }
    desk.ok(
        "deliverResult",
        json!({ "unit": "C01", "quarter": "2026Q1", "on": "2026-04-09", "to": "罗海燕" }),
    );
    let sheet = desk.path("确认单.pdf");
    let made = desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": "C01", "out": sheet }));
    assert_eq!(made["formal"], true);
    desk.restart(NOW);
    (desk, sheet)
}

/// The provider's machine: no ledger, no account.
struct Provider(Desk);

impl Provider {
    fn new() -> Self {
        Self(Desk::at(NOW))
    }

    fn request(&self, sheet: &str, objections: Value) -> Value {
        let out = self.0.path("异议单.pdf");
        json!({ "path": sheet, "out": out, "writer": "罗海燕", "post": "项目经理", "objections": objections })
    }

    /// Writes a slip about the unit and about one person of the sheet.
    fn write(&mut self, sheet: &str) -> String {
        let read = self.0.ok("checkReport", json!({ "path": sheet }));
        assert_eq!((&read["kind"], &read["unit"]), (&json!("confirmationSheet"), &json!("第1分公司")));
        let people = read["sheet"]["people"].as_array().unwrap().clone();
        assert_eq!((people.len(), people[0]["months"].as_array().unwrap().len()), (1, 3));
        assert_eq!(people[0]["name"], json!(null), "names are not among the facts of a sheet");
        let objections = json!([
            { "staffNo": null, "text": "各月人数有误" },
            { "staffNo": people[0]["staffNo"], "text": "2 月扣分无依据" },
        ]);
        let request = self.request(sheet, objections);
        let written = self.0.ok("writeObjectionSlip", request);
        assert_eq!(written["slip"]["objections"].as_array().unwrap().len(), 2);
        written["path"].as_str().unwrap().to_owned()
    }

    /// Signs it with a new key of the provider; answers the signed file and the certificate.
    fn sign(&mut self, slip: &str) -> (String, String) {
        let (key, pem, out) =
            (self.0.path("乙方.p12"), self.0.path("乙方.pem"), self.0.path("异议单-签.pdf"));
        let secret = "key password";
        self.0.ok("newKey", json!({ "party": "provider", "name": "罗海燕", "out": key, "password": secret }));
        self.0.ok("exportCertificate", json!({ "p12": key, "password": secret, "out": pem }));
        let sign = json!({ "path": slip, "p12": key, "password": secret, "party": "provider", "out": out });
        assert_eq!(self.0.ok("signReport", sign)["verdict"], "signedByOne");
        (out, pem)
    }
}

fn import(path: &str) -> Value {
    json!({ "path": path })
}

fn objections(desk: &mut Desk) -> Vec<Value> {
    let unit = desk.ok("unitQuarter", json!({ "unit": "C01", "quarter": "2026Q1" }));
    unit["objections"].as_array().unwrap().clone()
}

#[test]
fn from_the_sheet_to_the_answer() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let slip = provider.write(&sheet);

    let seen = desk.ok("checkReport", json!({ "path": slip }));
    assert_eq!((&seen["kind"], &seen["verdict"]), (&json!("objectionSlip"), &json!("unsigned")));
    assert_eq!(
        (&seen["matchesLedger"], &seen["journalHead"]),
        (&json!(true), &json!("inChain")),
        "its sheet"
    );
    assert_eq!(seen["slip"]["objections"][1]["name"], "张0", "whoever may see the names sees them");

    let before = desk.head();
    let looked = desk.ok("importObjectionSlip", json!({ "path": slip, "dryRun": true }));
    assert_eq!((&looked["raised"], &looked["deadline"]), (&json!([1, 2]), &json!("2026-04-16")));
    assert_eq!((&looked["figuresStand"], &looked["onBehalf"]), (&json!(true), &json!(true)));
    assert_eq!(desk.head(), before, "only looked at");

    assert_eq!(desk.ok("importObjectionSlip", import(&slip))["raised"], json!([1, 2]));
    let after = desk.head();
    assert_eq!(desk.ok("importObjectionSlip", import(&slip))["raised"], json!([]), "the same slip again");
    let (signed, _) = provider.sign(&slip);
    assert_eq!(desk.ok("importObjectionSlip", import(&signed))["raised"], json!([]), "signed meanwhile");
    assert_eq!(desk.head(), after);

    let raised = objections(&mut desk);
    assert_eq!(raised.len(), 2);
    for one in &raised {
        assert_eq!((&one["by"], &one["state"]), (&json!("provider"), &json!("open")));
        assert_eq!((&one["onBehalf"], &one["enteredBy"]), (&json!(true), &json!("admin")), "代录");
        assert_eq!((&one["raisedOn"], &one["deadline"]), (&json!("2026-04-13"), &json!("2026-04-16")));
        assert_eq!((&one["slip"]["reportNo"], &one["slip"]["signedBy"]), (&seen["reportNo"], &json!([])));
    }
    let answer =
        json!({ "unit": "C01", "quarter": "2026Q1", "number": 2, "accepted": false, "text": "依据见工单" });
    desk.ok("answerObjection", answer);
    let answered = &objections(&mut desk)[1];
    assert_eq!((&answered["accepted"], &answered["answeredOn"]), (&json!(false), &json!("2026-04-13")));
    let verified = desk.ok("verifyLedger", json!({}));
    assert_eq!(verified["intact"], true, "the slip is an attachment: {verified}");
}

#[test]
fn who_signed_is_said_and_a_broken_signature_refused() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let slip = provider.write(&sheet);
    let (signed, pem) = provider.sign(&slip);
    desk.ok("registerCertificate", json!({ "party": "provider", "path": pem }));

    let mut bytes = std::fs::read(&signed).unwrap();
    let at = bytes.windows(4).position(|w| w == b"/MCI" || w == b"/Con").unwrap();
    bytes[at + 1] ^= 1;
    let broken = desk.path("改过.pdf");
    std::fs::write(&broken, &bytes).unwrap();
    says(&desk.refused("importObjectionSlip", import(&broken)), "slipBroken", &[]);

    let taken = desk.ok("importObjectionSlip", import(&signed));
    assert_eq!((&taken["verdict"], &taken["raised"]), (&json!("signedByOne"), &json!([1, 2])));
    let signature = &taken["signatures"][0];
    assert_eq!((&signature["party"], &signature["registered"]), (&json!("provider"), &json!(true)));
    assert_eq!(objections(&mut desk)[0]["slip"]["signedBy"], json!(["provider"]));
}

#[test]
fn what_does_not_belong_here_or_comes_too_late_is_refused() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let slip = provider.write(&sheet);
    says(&desk.refused("importObjectionSlip", import(&sheet)), "notASlip", &["确认单.pdf"]);

    let (mut other, _) = delivered("81");
    says(&other.refused("importObjectionSlip", import(&slip)), "sheetOfOtherLedger", &["C01", "2026Q1"]);
    let (mut final_one, sheet_of_final) = delivered("80");
    let mut writer = Provider::new();
    let slip_of_final = writer.write(&sheet_of_final);
    final_one.confirm("2026Q1");
    final_one.ok("stepSettlement", json!({ "quarter": "2026Q1", "step": "finalise" }));
    assert_eq!(final_one.refused("importObjectionSlip", import(&slip_of_final)).code, "quarterFinal");

    desk.restart("2026-04-17T02:00:00Z");
    says(&desk.refused("importObjectionSlip", import(&slip)), "objectionLate", &["2026-04-16"]);
    let came = |on: &str| json!({ "path": slip, "receivedOn": on });
    assert_eq!(desk.refused("importObjectionSlip", came("2026-04-18")).code, "dateInFuture");
    assert_eq!(desk.ok("importObjectionSlip", came("2026-04-16"))["raised"], json!([1, 2]), "came in time");
    assert_eq!(objections(&mut desk)[0]["raisedOn"], "2026-04-16");
}

#[test]
fn figures_that_no_longer_stand_are_said() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let slip = provider.write(&sheet);
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    desk.import("assessments", "月份,单位代码,工号,得分\n2026-01,C01,QT0000,90\n").unwrap();
    assert_eq!(desk.ok("checkReport", json!({ "path": slip }))["matchesLedger"], false);
    let taken = desk.ok("importObjectionSlip", import(&slip));
    assert_eq!((&taken["figuresStand"], &taken["raised"]), (&json!(false), &json!([1, 2])));
}

#[test]
fn only_a_formal_sheet_is_objected_to_and_only_about_its_people() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let one = |staff_no: Value, text: &str| json!([{ "staffNo": staff_no, "text": text }]);
    let mut refused = |sheet: &str, objections: Value| {
        let request = provider.request(sheet, objections);
        provider.0.refused("writeObjectionSlip", request)
    };
    says(&refused(&sheet, json!([])), "objectionCount", &["100"]);
    says(&refused(&sheet, one(json!(null), " ")), "reasonNeeded", &[]);
    says(&refused(&sheet, one(json!(null), &"长".repeat(2001))), "objectionLong", &["2000"]);
    says(&refused(&sheet, one(json!("QT0001"), "别的单位的人")), "notOnSheet", &["QT0001"]);

    let (report, draft) = (desk.path("报告.pdf"), desk.path("草稿.pdf"));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": report }));
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    desk.ok("makeReport", json!({ "quarter": "2026Q1", "unit": "C01", "out": draft }));
    let text = || one(json!(null), "各月人数有误");
    says(&refused(&report, text()), "notASheet", &["报告.pdf"]);
    says(&refused(&draft, text()), "sheetIsDraft", &["草稿.pdf"]);
    let same = json!({ "path": sheet, "out": sheet, "writer": "罗海燕", "post": null, "objections": text() });
    assert_eq!(provider.0.refused("writeObjectionSlip", same).code, "fileExists", "the sheet stays");
    let nobody = json!({ "path": sheet, "out": provider.0.path("x.pdf"), "writer": " ", "post": null, "objections": text() });
    assert_eq!(provider.0.refused("writeObjectionSlip", nobody).code, "writerNeeded");
}

#[test]
fn the_unit_takes_it_in_itself_and_nobody_a_foreign_one() {
    let (mut desk, sheet) = delivered("80");
    let mut provider = Provider::new();
    let slip = provider.write(&sheet);
    for (account, role, unit) in [
        ("here", "unitManager", Some("C01")),
        ("there", "unitManager", Some("ZK")),
        ("provider", "providerRepresentative", None),
        ("auditor", "auditor", None),
    ] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    let mut by = |account: &str, request: Value| {
        desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
        desk.call("importObjectionSlip", request)
    };
    assert_eq!(by("auditor", import(&slip)).unwrap_err().code, "noRight");
    assert_eq!(by("there", import(&slip)).unwrap_err().code, "noRightForUnit");
    let early = json!({ "path": slip, "receivedOn": "2026-04-10" });
    assert_eq!(by("provider", early).unwrap_err().code, "receivedByClient");
    let own_word = by("provider", json!({ "path": slip, "dryRun": true })).unwrap();
    assert_eq!(own_word["onBehalf"], false);
    let taken = by("here", import(&slip)).unwrap();
    assert_eq!((&taken["raised"], &taken["onBehalf"]), (&json!([1, 2]), &json!(true)));
}
