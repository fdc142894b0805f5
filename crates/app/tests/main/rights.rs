//! Every use case as every role, on the own and on a foreign unit: the answer is the table's, and nobody without the
//! right gets further than the refusal.

use app::rights::{Kind, Reach, Target, may, reach};
use app::{Act, App, Options, clock::Clock};
use domain::kernel::{AccountName, Actor, Role, UnitCode};
use serde_json::{Value, json};

const PASSWORD: &str = "correct horse";

fn unit(code: &str) -> UnitCode {
    UnitCode::parse(code).unwrap()
}

#[test]
fn the_table_holds_for_own_and_foreign_units() {
    let home = unit("ZQ");
    for act in Act::ALL {
        for role in Role::ALL {
            let own = Actor { account: AccountName::parse("a").unwrap(), role, unit: Some(unit("CD")) };
            let expected = reach(*act, role);
            let name = act.name();
            let on = |target: Target| may(*act, &own, &target, &home);
            let record = |code: &str, mine| on(Target::Record { unit: unit(code), mine });
            let held = matches!(expected, Reach::None | Reach::Mine);
            assert_eq!(on(Target::Unit(unit("CD"))), !held, "{name} {role:?} own");
            assert_eq!(record("CD", false), !held, "{name} {role:?} another's in the own unit");
            assert_eq!(record("CD", true), expected != Reach::None, "{name} {role:?} mine");
            assert_eq!(record("ZG", false), expected == Reach::Any, "{name} {role:?} foreign");
            assert_eq!(record("ZG", true), expected == Reach::Any, "{name} {role:?} mine in a foreign unit");
            assert_eq!(on(Target::Unit(unit("ZG"))), expected == Reach::Any, "{name} {role:?} foreign");
            assert_eq!(on(Target::Province), expected == Reach::Any, "{name} {role:?} province");
        }
        let auditor = reach(*act, Role::Auditor);
        let reads = matches!(
            act.kind(),
            Kind::Public
                | Kind::Signed
                | Kind::KnowUnit
                | Kind::ReadUnit
                | Kind::ReadTickets
                | Kind::ReadDocuments
                | Kind::ReadOwn
                | Kind::Find
                | Kind::ReadProvince
                | Kind::UnitReport
                | Kind::Keep
        );
        assert!(reads || auditor == Reach::None, "{}: an auditor only reads", act.name());
    }
}

/// A request of every use case about that unit, well formed enough to reach the check of rights.
fn request(act: Act, unit: &str) -> Value {
    let mut all = json!({
        "unit": unit, "quarter": "2026Q1", "month": "2026-01", "months": 24, "reason": "r", "party": "client", "path": "/nowhere",
        "out": "/nowhere/x", "kind": "assessments", "name": "n", "password": PASSWORD, "account": "x", "on": true,
        "role": "clerk", "newPassword": PASSWORD, "rows": [], "text": "t", "words": "t", "lang": "en", "format": "pdf", "to": "2026Q2", "from": "2026Q1",
        "amount": "1.00", "number": 1, "accepted": true, "upheld": true, "exercise": false, "step": "review",
        "voucher": "v", "special": true, "by": "client", "staffNo": "QT0001", "p12": "/nowhere", "limit": 1,
        "reportNo": "HQ-2026Q1-JS-R1", "revision": 1, "signers": "s", "sealApproval": "a", "statement": false,
        "allUnits": false, "dryRun": false, "whatIf": {}, "code": "c", "post": null, "admin": "a", "twoPerson": true,
        "subject": "engineer/QT0001", "year": 2026, "days": [], "occasion": "due", "rhythm": "off", "onClosing": false, "keep": 14, "look": false,
        "day": "2026-01-05", "leave": "annual", "fromHalf": "first", "toHalf": "second", "hours": "2", "approved": true,
        "weekdays": [1], "start": "08:30", "end": "18:00",
        "expectedOn": "2026-05-01", "signedOn": "2026-04-01", "scan": "/nowhere", "lastDay": "2026-04-20", "firstDay": "2026-04-20",
        "entries": [], "dispatch": "d", "successor": "QT0002",
        "fingerprint": "f", "rubric": domain::rulebook::Rubric::default_version(), "ruleSet": domain::rulebook::RuleSet::default_version(),
    });
    // Of certification and a person's course; one list of all would be too long for the macro.
    let more = json!({
        "level": 1, "of": "companyExperience", "since": "2025-01-01", "line": 1, "sitting": "2026-01-05", "general": "80",
        "professional": "80", "passed": false, "then": "retrain", "title": "t", "day": "2026-01-05", "hours": 1, "staffNos": ["QT0001"],
        "attended": true, "sanction": "none", "item": "delivery", "met": true, "standard": qualification_standard(),
    });
    // Of tickets.
    let tickets = json!({
        "ticket": format!("{unit}-202601-0001"), "channel": "phone", "urgency": "normal", "complexity": "simple",
        "fields": {}, "behalf": { "person": "p", "basis": "b" }, "outcome": "accepted", "first": "QT0001", "file": "/nowhere",
        "state": "open", "marks": {}, "rules": [], "list": {}, "freeOn": "2026-01-05", "answer": "agreed", "content": "c", "scope": "s",
        "until": "2026-01-06", "toldBy": "phone", "record": 1, "help": 1, "solved": true, "again": false, "names": "n",
        "form": format!("{unit}-TS202601-0001"), "task": { "text": "t", "staffNo": "QT0001", "until": "2026-01-06" }, "done": true,
    });
    // Of customers and opportunities.
    let pipeline = json!({
        "customer": format!("{unit}-KH-0001"), "opportunity": format!("{unit}-SJ-202601-0001"), "class": "其它",
        "finder": "engineer", "manager": "m", "matter": format!("{unit}-KH-0001"), "stage": "survey", "why": "mistaken", "about": "authority",
    });
    // Of documents.
    let documents = json!({
        "document": format!("{unit}-TB202601001"), "category": "bid", "secrecy": "ordinary", "change": "c",
        "place": "p", "keeper": "k", "places": ["x"], "seat": 1, "agrees": true, "asked": { "post": "p", "account": "clerk" },
    });
    for more in [more, tickets, pipeline, documents] {
        if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
            for (name, value) in more {
                all.entry(name).or_insert(value);
            }
        }
    }
    if matches!(act, Act::RegisterCustomer | Act::ChangeCustomer) {
        all["fields"] = json!({ "name": "n" });
    }
    if act == Act::RecordContact {
        all["level"] = Value::Null;
    }
    if matches!(act, Act::ConcludeOpportunity | Act::CorrectOutcome) {
        all["outcome"] = json!("lost");
    }
    if matches!(act, Act::ErasableMatters | Act::ErasableParts) {
        all["kind"] = json!("customer");
    }
    if act == Act::CorrectOutcome {
        all["on"] = json!("2026-01-05");
    }
    if matches!(act, Act::IssueTicketType | Act::IssueCommonTicketType) {
        all["body"] = ticket_type();
    }
    let dated = [
        Act::ConsentTicket,
        Act::RecordOnTicket,
        Act::SettleOpinion,
        Act::TakeTicketStep,
        Act::DecideAudit,
        Act::DeliverTicket,
        Act::AcceptForCustomer,
        Act::EndContact,
        Act::MoveOpportunity,
        Act::RecordOnOpportunity,
        Act::ConcludeOpportunity,
        Act::HandOverOpportunity,
        Act::ApproveOpportunity,
        Act::RegisterForm,
        Act::TakeFormStep,
        Act::EndTask,
    ];
    if dated.contains(&act) {
        all["on"] = Value::Null;
    }
    match act {
        Act::IssueFormType | Act::IssueCommonFormType => all["body"] = form_type(),
        Act::CorrectForm => all["on"] = json!("2026-01-05"),
        Act::SurveyResults => {
            all["from"] = Value::Null;
            all["to"] = Value::Null;
        }
        Act::Documents => {
            for free in ["about", "account", "from", "to", "kind", "state", "approval"] {
                all[free] = Value::Null;
            }
        }
        // An engineer's documents belong to the unit that the ledger knows them in: a ticket's say theirs.
        Act::ProposeDocuments => {
            all["about"] = json!(format!("ticket/{unit}-202601-0001"));
            all["files"] = json!([]);
        }
        Act::CompareVersions => {
            all["from"] = Value::Null;
            all["to"] = Value::Null;
        }
        Act::MakeDocumentIndex | Act::PackageContents | Act::PackageDocuments => {
            all["about"] = json!(format!("ticket/{unit}-202601-0001"));
        }
        Act::FileDocuments => {
            all["about"] = json!(format!("ticket/{unit}-202601-0001"));
            all["files"] = json!([{ "path": "/nowhere" }]);
        }
        Act::GiveOpinion | Act::RecordOpinion | Act::NameStandIn => {
            for free in ["from", "to", "on", "file"] {
                all[free] = Value::Null;
            }
        }
        Act::SubmitForApproval => all["file"] = Value::Null,
        Act::Approvals => {
            for free in ["state", "whose"] {
                all[free] = Value::Null;
            }
        }
        Act::ReturnDocument => all["on"] = Value::Null,
        Act::LendDocument => {
            all["on"] = Value::Null;
            all["due"] = json!("2026-01-06");
        }
        Act::ExportSurvey => all["of"] = json!({}),
        Act::Forms => {
            all["from"] = Value::Null;
            all["to"] = Value::Null;
            all["ticket"] = Value::Null;
        }
        Act::PassIncident => {
            all["from"] = Value::Null;
            all["by"] = json!("first");
        }
        Act::AskHelp => all["from"] = json!("research"),
        Act::AskPostponement => all["to"] = json!("2026-01-06"),
        Act::ApproveThird => all["post"] = json!("technicalDirector"),
        Act::AnswerHelp => {
            all["on"] = Value::Null;
            all["file"] = Value::Null;
        }
        _ => {}
    }
    if act == Act::PlanTraining {
        all["hours"] = json!(1);
    }
    if matches!(act, Act::RecordPayment | Act::RecordInvoice | Act::DeliverResult) {
        all["on"] = json!("2026-01-05");
        all["number"] = json!("N1");
    }
    // A paper's number is a text, and papers have kinds of their own.
    if matches!(act, Act::FilePaper | Act::CorrectPaper) {
        all["number"] = json!("N1");
        all["kind"] = json!("letter");
    }
    if act == Act::NoteWork {
        all["on"] = json!("2026-01-05");
    }
    if matches!(act, Act::ApproveReplacement | Act::SendReplacement) {
        all["on"] = Value::Null;
    }
    if act == Act::Settle {
        all["revision"] = Value::Null;
    }
    if matches!(act, Act::Certification) {
        all["number"] = Value::Null;
    }
    all
}

/// A type of forms as the page writes it.
fn form_type() -> Value {
    json!({ "code": "c", "label": "l", "register": "form", "links": [], "fields": [] })
}

/// A type of tickets as the page writes it.
fn ticket_type() -> Value {
    json!({
        "code": "c", "label": "试", "service": "other", "formal": false, "customer": false, "fields": [], "items": [],
        "records": [], "steps": [], "audited": false, "acceptance": "requester", "days": 3,
    })
}

/// A standard as the page writes it.
fn qualification_standard() -> Value {
    json!({
        "version": 0, "from": "2026-01-01", "label": "试", "bands": { "a": "90", "b": "80", "c": "70" },
        "objectGrades": [], "requirements": [],
        "levels": [{
            "level": 1, "title": "一级", "description": "", "companyMonths": 12, "serviceMonths": 6, "window": 3, "maxC": 2,
            "maxD": 0, "minimum": null, "top": null,
        }],
    })
}

fn sign_in(app: &mut App, account: &str) {
    app.call("signIn", json!({ "account": account, "password": PASSWORD })).unwrap();
}

#[test]
fn every_use_case_as_every_role_answers_as_the_table_says() {
    let dir = tempfile::tempdir().unwrap();
    let now = "2026-04-20T02:00:00Z".parse().unwrap();
    let mut app =
        App::new(Options { dir: Some(dir.path().join("ledger")), fonts: None, clock: Clock::Fixed(now) });
    let org = dir.path().join("units.csv");
    std::fs::write(&org, "单位代码,单位名称,类别\nZQ,政企,省级\nCD,成都,市州\nZG,自贡,市州\n").unwrap();
    let init = json!({
        "role": "province", "unit": "ZQ", "admin": "admin", "password": PASSWORD, "twoPerson": true,
        "org": org.display().to_string(),
    });
    app.call("initLedger", init).unwrap();
    let people = dir.path().join("people.csv");
    std::fs::write(&people, "工号,姓名,单位代码,到岗日期\nQT0007,周明,CD,2025-09-01\n").unwrap();
    app.call(
        "importSheet",
        json!({ "kind": "people", "path": people.display().to_string(), "map": null, "dryRun": false }),
    )
    .unwrap();
    for (account, role, unit) in [
        ("manager", "unitManager", Some("CD")),
        ("leader", "unitLeader", Some("CD")),
        ("clerk", "clerk", None),
        ("provider", "providerRepresentative", None),
        ("auditor", "auditor", None),
        ("requester", "requester", Some("CD")),
        ("engineer", "engineer", Some("CD")),
        ("commercial", "commercialOfficer", Some("CD")),
    ] {
        let staff_no = (role == "engineer").then_some("QT0007");
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
            "staffNo": staff_no,
        });
        app.call("openAccount", open).unwrap();
    }
    let accounts =
        ["admin", "manager", "leader", "clerk", "provider", "auditor", "requester", "engineer", "commercial"];
    let denied = |result: &Result<Value, app::AppError>| {
        let codes = ["noRight", "noRightForUnit", "noRightForOthers"];
        result.as_ref().is_err_and(|e| codes.contains(&e.code.as_str()))
    };
    for (account, role) in accounts.into_iter().zip(Role::ALL) {
        sign_in(&mut app, account);
        for act in Act::ALL.iter().filter(|a| !matches!(a.kind(), Kind::Public | Kind::Signed)) {
            // Signing somebody in or out, and closing accounts, would spoil the walk.
            if matches!(act, Act::CloseAccount | Act::SetTwoPerson) {
                continue;
            }
            for code in ["CD", "ZG"] {
                let result = app.call(act.name(), request(*act, code));
                if let Err(error) = &result {
                    assert_ne!(error.code, "badRequest", "{}: {:?}", act.name(), error.params);
                }
                let allowed_here = reach(*act, role) == Reach::Any
                    || (matches!(reach(*act, role), Reach::Own | Reach::Mine) && code == "CD");
                if reach(*act, role) == Reach::None {
                    assert!(denied(&result), "{} as {account} on {code}: {result:?}", act.name());
                } else if reach(*act, role) == Reach::Any {
                    assert!(!denied(&result), "{} as {account} on {code}: {result:?}", act.name());
                } else if let (false, Ok(answer)) = (allowed_here, &result) {
                    // Lists answer, with what belongs to the own unit only.
                    let text = answer.to_string();
                    assert!(
                        !text.contains("自贡"),
                        "{} as {account} shows a foreign unit: {text}",
                        act.name()
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_but_the_public_part_without_signing_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut app = App::new(Options { dir: Some(dir.path().join("ledger")), ..Options::default() });
    for act in Act::ALL.iter().filter(|a| a.kind() != Kind::Public) {
        let error = app.call(act.name(), request(*act, "CD")).unwrap_err();
        assert!(matches!(error.code.as_str(), "notSignedIn" | "noLedgerOpen"), "{}: {error:?}", act.name());
    }
}
