//! Attendance from the machine's file to the deduction: hours, punches, days set by hand, leave and overtime, totals.

use crate::words::says;
use app::words::{Lang, message};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// C01 with QT1 and QT2, C02 with QT3; accounts of a manager and a leader of C01. Monday 2026-04-20; the calendar is bare.
fn desk() -> Desk {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2025-03-01\nQT2,李娜,C01,2026-03-16\nQT3,王芳,C02,2025-03-01\n";
    desk.import("people", people).unwrap();
    for (account, role) in [("manager", "unitManager"), ("leader", "unitLeader")] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": "C01", "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk
}

fn enter(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn month(desk: &mut Desk) -> Value {
    desk.ok("attendanceMonth", json!({ "unit": "C01", "month": "2026-03", "lang": "zh-CN" }))
}

/// The marks of a person from one day of March to another, between bars.
fn marks(desk: &mut Desk, staff_no: &str, from: usize, to: usize) -> String {
    let view = month(desk);
    let people = view["people"].as_array().unwrap();
    let person = people.iter().find(|person| person["staffNo"] == staff_no).expect("somebody of the unit");
    let of = |day: usize| person["marks"][day - 1]["text"].as_str().unwrap().to_owned();
    (from..=to).map(of).collect::<Vec<_>>().join("|")
}

/// 2026-03-02 is a Monday.
const PUNCHES: &str = "工号,姓名,打卡时间\n\
    QT1,张伟,2026-03-02 08:25:59\nQT1,张伟,2026-03-02 18:01\n\
    QT1,张伟,2026-03-03 08:42\nQT1,张伟,2026/3/3 17:55\n\
    QT1,张伟,2026-03-04 08:30\n\
    QT1,张伟,2026-03-06 08:30\nQT1,张伟,2026-03-06 18:00\nQT1,张伟,2026-03-07 00:20\n\
    QT2,李娜,2026-03-16 08:20\nQT2,李娜,2026-03-16 18:20\n\
    9001,外人,2026-03-02 08:00\n";

#[test]
fn the_machines_file_becomes_marks_and_totals() {
    let mut desk = desk();
    assert_eq!(marks(&mut desk, "QT1", 1, 3), "|—|—", "nothing is judged before punches are on record");
    let taken = desk.import("attendance", PUNCHES).unwrap();
    assert_eq!((&taken["rows"], &taken["changed"]), (&json!(11), &json!(2)), "an entry a person and month");
    assert_eq!(taken["ignored"], json!(["9001"]));
    assert_eq!(desk.import("attendance", PUNCHES).unwrap()["changed"], 0, "the same file again");
    // Sunday; in time; late and early; one punch; nothing; past midnight; Saturday.
    assert_eq!(marks(&mut desk, "QT1", 1, 7), "|√|迟12 早5|缺卡|旷|√|");
    // The last day with punches of anybody is the 16th; QT2 came on that day.
    assert_eq!(marks(&mut desk, "QT1", 15, 17), "|旷|—");
    assert_eq!(marks(&mut desk, "QT2", 13, 17), "|||√|—");
    let view = month(&mut desk);
    assert_eq!(view["recordedTo"], "2026-03-16");
    assert_eq!((&view["days"][0]["working"], &view["days"][1]["working"]), (&json!(false), &json!(true)));
    let totals = &view["people"][0]["totals"];
    for (key, value) in [
        ("due", json!("22")),
        ("present", json!("4")),
        ("late", json!(1)),
        ("lateMinutes", json!(12)),
        ("early", json!(1)),
        ("earlyMinutes", json!(5)),
        ("missing", json!(1)),
        ("absent", json!("7")),
        ("unrecorded", json!("11")),
        ("clean", json!(false)),
    ] {
        assert_eq!(totals[key], value, "{key}");
    }
    // The other layout, a row for a day, says the same; and what was given out comes back in.
    let rows = "工号,日期,上班,下班\nQT1,2026-03-02,8:25,18:01\nQT2,2026-03-17,08:31,18:00\n";
    assert_eq!(desk.import("attendance", rows).unwrap()["changed"], 1);
    let out = desk.path("punches.xlsx");
    desk.ok(
        "exportSheet",
        json!({ "kind": "attendance", "out": out, "unit": null, "month": "2026-03", "quarter": null }),
    );
    let again =
        desk.ok("importSheet", json!({ "kind": "attendance", "path": out, "map": null, "dryRun": true }));
    assert_eq!((&again["changed"], &again["preview"]["counts"]), (&json!(0), &json!([0, 0, 7])));
    let book = desk.path("march.xlsx");
    desk.ok("attendanceWorkbook", json!({ "unit": "C01", "month": "2026-03", "lang": "zh-CN", "out": book }));
    assert!(std::fs::metadata(book).unwrap().len() > 4_000);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    desk.restart("2026-04-20T02:00:00Z");
    assert_eq!(marks(&mut desk, "QT1", 1, 7), "|√|迟12 早5|缺卡|旷|√|", "after a restart");
}

#[test]
fn a_units_own_hours_hold_from_their_month() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    let hours = |from: &str, start: &str, end: &str, grace: u32| {
        json!({
            "unit": "C01", "from": from, "weekdays": [1, 2, 3, 4, 5, 6], "start": start, "end": end,
            "restFrom": "12:00", "restTo": "13:30", "grace": grace, "flexible": 0, "absentAfter": 0,
        })
    };
    desk.ok("setAttendanceHours", hours("2026-04", "10:00", "19:00", 0));
    assert_eq!(marks(&mut desk, "QT1", 3, 3), "迟12 早5", "March is not touched");
    desk.ok("setAttendanceHours", hours("2026-03", "08:30", "18:00", 15));
    assert_eq!(marks(&mut desk, "QT1", 3, 7), "√|缺卡|旷|√|旷", "Saturday is worked");
    assert_eq!(desk.ok("setAttendanceHours", hours("2026-03", "08:30", "18:00", 15))["entries"], 0);
    let view = desk.ok("attendanceHours", json!({ "unit": "C01" }));
    assert_eq!((&view["current"]["start"], &view["set"][0]["grace"]), (&json!("10:00"), &json!(15)));
    assert_eq!(view["current"]["hours"], "7.5");
    let other = desk.ok("attendanceHours", json!({ "unit": "C02" }));
    assert_eq!((&other["current"]["from"], &other["current"]["hours"]), (&Value::Null, &json!("8")));
    let mut night = hours("2026-03", "22:00", "06:00", 0);
    (night["restFrom"], night["restTo"]) = (Value::Null, json!(""));
    desk.ok("setAttendanceHours", night);
    assert_eq!(desk.ok("attendanceHours", json!({ "unit": "C01" }))["set"][0]["overnight"], true);
    for (start, end, code) in [("25:00", "18:00", "badTime"), ("08:30", "12:00", "hoursUnfit")] {
        says(&desk.refused("setAttendanceHours", hours("2026-03", start, end, 0)), code, &[]);
    }
    says(
        &desk.refused("setAttendanceHours", hours("2026-03", "08:30", "18:00", 999)),
        "minutesOutOfRange",
        &["480"],
    );
}

#[test]
fn a_persons_months_say_what_the_units_grid_says() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    desk.ok("correctAttendance", set(json!([cell("QT1", "2026-03-05", "旷半")]), "值班表"));
    let of = |desk: &mut Desk, staff_no: &str, limit: u32, offset: u32| {
        desk.ok("personAttendance", json!({ "staffNo": staff_no, "limit": limit, "offset": offset }))
    };
    // Far less of the ledger is read for a person's page; the answer is the same, month by month.
    for (staff_no, months) in [("QT1", 14), ("QT2", 2)] {
        let found = of(&mut desk, staff_no, 100, 0);
        let lines = found["lines"].as_array().unwrap();
        assert_eq!((&found["found"], lines.len()), (&json!(months), months), "{staff_no}");
        assert_eq!((&lines[0]["month"], &lines[0]["unitName"]), (&json!("2026-04"), &json!("第1分公司")));
        for line in lines {
            let request = json!({ "unit": line["unit"], "month": line["month"] });
            let totals = desk.ok("attendanceTotals", request);
            let totals = totals.as_array().unwrap().iter().find(|row| row["staffNo"] == staff_no).unwrap();
            assert_eq!(line["totals"], totals["totals"], "{staff_no} {}", line["month"]);
        }
        assert!(lines.iter().any(|line| line["totals"]["present"] != "0"), "{staff_no} was there");
    }
    let second = of(&mut desk, "QT1", 2, 1);
    assert_eq!(second["lines"][0]["month"], "2026-03");
    assert_eq!((&second["lines"][1]["month"], &second["found"]), (&json!("2026-02"), &json!(14)));
    // Who moved has months in both units; a manager sees those of the own.
    let moved = json!({
        "staffNo": "QT1", "to": "C02", "firstDay": "2026-04-13", "reason": "项目需要", "nothing": "随人带走",
    });
    desk.ok("transferPerson", moved);
    let units: Vec<_> = of(&mut desk, "QT1", 3, 0)["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| format!("{} {}", line["month"].as_str().unwrap(), line["unit"].as_str().unwrap()))
        .collect();
    assert_eq!(units, ["2026-04 C02", "2026-04 C01", "2026-03 C01"]);
    enter(&mut desk, "manager");
    assert_eq!(of(&mut desk, "QT1", 1, 0)["lines"][0]["unit"], "C01");
    for nobody in ["QT3", "QT9"] {
        let request = json!({ "staffNo": nobody, "limit": 1 });
        says(&desk.refused("personAttendance", request), "unknownEngineer", &[nobody]);
    }
}

fn set(rows: Value, reason: &str) -> Value {
    json!({ "unit": "C01", "rows": rows, "reason": reason, "lang": "zh-CN" })
}

fn cell(staff_no: &str, day: &str, text: &str) -> Value {
    json!({ "staffNo": staff_no, "day": day, "text": text })
}

#[test]
fn days_are_set_by_hand_one_by_one_or_as_a_pasted_block() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    enter(&mut desk, "manager");
    let forgotten =
        desk.ok("correctAttendance", set(json!([cell("QT1", "2026-03-04", "18:00")]), "忘记打卡"));
    assert_eq!(forgotten["topics"], json!(["attendance.dayCorrected"]));
    assert_eq!(marks(&mut desk, "QT1", 4, 5), "√|旷");
    // A block copied from the grid with one cell changed: what the grid shows already is left alone.
    let block = json!([
        cell("QT1", "2026-03-03", "迟12 早5"),
        cell("QT1", "2026-03-04", "√"),
        cell("QT1", "2026-03-05", "旷半 迟3"),
        cell("QT2", "2026-03-16", "√"),
    ]);
    assert_eq!(desk.ok("correctAttendance", set(block, "值班记录"))["entries"], 1);
    assert_eq!(marks(&mut desk, "QT1", 3, 5), "迟12 早5|√|迟3 旷半");
    let day = desk.ok(
        "attendanceDay",
        json!({ "unit": "C01", "staffNo": "QT1", "day": "2026-03-05", "lang": "zh-CN" }),
    );
    assert_eq!((&day["mark"]["corrected"], &day["punches"]), (&json!(true), &json!([])));
    assert_eq!(
        (&day["corrections"][0]["reason"], &day["corrections"][0]["by"]),
        (&json!("值班记录"), &json!("manager"))
    );
    desk.ok(
        "correctAttendance",
        set(json!([{ "staffNo": "QT1", "day": "2026-03-05", "text": null }]), "录错了"),
    );
    assert_eq!(marks(&mut desk, "QT1", 5, 5), "旷", "as the punches say");

    let before = desk.head_as("admin");
    enter(&mut desk, "manager");
    let refused = desk.refused(
        "correctAttendance",
        set(
            json!([
                cell("QT1", "2026-03-04", "迟5"),
                cell("QT1", "2026-03-05", "事"),
                cell("QT1", "2026-03-06", "迟到很久"),
            ]),
            "r",
        ),
    );
    says(&refused, "badCells", &["2"]);
    assert_eq!(refused.params["cells"][0]["row"], 2);
    assert_eq!(refused.params["cells"][0]["reason"]["code"], "markUnreadable");
    for (row, reason, code) in [
        (cell("QT1", "2026-03-07", "√"), "r", "dayOff"),
        (cell("QT2", "2026-03-13", "√"), "r", "notOnDutyThatDay"),
        (cell("QT1", "2026-04-21", "√"), "r", "dateInFuture"),
        (cell("QT1", "2026-03-05", "√"), "  ", "reasonNeeded"),
    ] {
        let refused = desk.refused("correctAttendance", set(json!([row]), reason));
        assert_eq!(refused.params["cells"][0]["reason"]["code"], code);
    }
    let foreign = json!({ "unit": "C02", "rows": [], "reason": "r", "lang": "zh-CN" });
    assert_eq!(desk.refused("correctAttendance", foreign).code, "noRightForUnit");
    assert_eq!(desk.head_as("admin"), before, "all or nothing");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_reviewed_months_attendance_stays_as_it_is_until_the_month_is_returned() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    let scores = json!({ "unit": "C01", "month": "2026-03", "rows": [
        { "staffNo": "QT1", "score": "90", "items": [], "note": "只报总分" },
        { "staffNo": "QT2", "score": "91", "items": [], "note": "只报总分" },
    ] });
    enter(&mut desk, "manager");
    desk.ok("recordAssessments", scores);
    enter(&mut desk, "leader");
    desk.ok("closeMonth", json!({ "unit": "C01", "month": "2026-03" }));
    enter(&mut desk, "manager");
    let missing = || set(json!([cell("QT1", "2026-03-04", "18:00")]), "忘记打卡");
    let refused = desk.refused("correctAttendance", missing());
    assert_eq!(refused.params["cells"][0]["reason"]["code"], "attendanceMonthClosed");
    says(&refused, "badCells", &["1"]);
    let reason = &refused.params["cells"][0]["reason"];
    let told = message(Lang::ZhCn, "attendanceMonthClosed", reason["params"].as_object().unwrap());
    assert!(told.contains("C01") && told.contains("2026-03") && told.contains("退回修改"), "{told}");
    let april = set(json!([cell("QT1", "2026-04-01", "√")]), "外勤");
    desk.ok("correctAttendance", april);
    // Nor by a later file, a leave approved afterwards, or other hours.
    assert_eq!(desk.import("attendance", PUNCHES).unwrap()["changed"], 0, "what is on record already");
    let late = "工号,打卡时间\nQT1,2026-03-05 08:30\n";
    let refused = desk.import("attendance", late).unwrap_err();
    assert_eq!(refused.params["cells"][0]["reason"]["code"], "attendanceMonthClosed");
    let mut afterwards = leave("2026-03-05", "2026-03-05");
    afterwards["note"] = json!("当天急诊");
    desk.ok("applyLeave", afterwards);
    enter(&mut desk, "leader");
    assert_eq!(desk.refused("decideApplication", decision(2, true)).code, "attendanceMonthClosed");
    let hours = json!({
        "unit": "C01", "from": "2026-02", "weekdays": [1, 2, 3, 4, 5], "start": "09:00", "end": "18:00",
        "restFrom": null, "restTo": null, "grace": 0, "flexible": 0, "absentAfter": 0,
    });
    enter(&mut desk, "manager");
    assert_eq!(desk.refused("setAttendanceHours", hours).code, "attendanceMonthClosed");
    enter(&mut desk, "leader");
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-03", "reason": "补卡" }));
    enter(&mut desk, "manager");
    desk.ok("correctAttendance", missing());
    enter(&mut desk, "leader");
    desk.ok("decideApplication", decision(2, true));
    assert_eq!(marks(&mut desk, "QT1", 4, 5), "√|病半 旷半");
}

fn leave(from: &str, to: &str) -> Value {
    json!({
        "unit": "C01", "staffNo": "QT1", "leave": "sick", "from": from, "fromHalf": "second", "to": to,
        "toHalf": "second", "reason": "发烧就医", "note": null,
    })
}

fn decision(number: u32, approved: bool) -> Value {
    json!({
        "unit": "C01", "staffNo": "QT1", "number": number, "approved": approved, "reason": null,
        "document": null, "evidence": null,
    })
}

#[test]
fn leave_and_overtime_go_to_the_leader_and_into_the_month() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    enter(&mut desk, "manager");
    says(
        &desk.refused("applyLeave", leave("2026-03-04", "2026-03-05")),
        "appliedLate",
        &["2026-03-04", "2026-04-20"],
    );
    let mut late = leave("2026-03-04", "2026-03-05");
    late["note"] = json!("当天急诊");
    desk.ok("applyLeave", late.clone());
    assert_eq!(marks(&mut desk, "QT1", 4, 5), "缺卡|旷", "nothing holds before it is approved");
    says(&desk.refused("applyLeave", late), "leaveOverlaps", &["1", "2026-03-04"]);
    let overtime = json!({
        "unit": "C01", "staffNo": "QT1", "day": "2026-04-25", "hours": "2.5", "reason": "连夜改标书", "note": null,
    });
    desk.ok("applyOvertime", overtime.clone());
    says(&desk.refused("applyOvertime", overtime.clone()), "overtimeTwice", &["2", "2026-04-25"]);
    let hours = |hours: &str| {
        let mut request = overtime.clone();
        (request["hours"], request["day"]) = (json!(hours), json!("2026-04-26"));
        request
    };
    says(&desk.refused("applyOvertime", hours("两")), "badHours", &["两"]);
    says(&desk.refused("applyOvertime", hours("17")), "overtimeOutOfRange", &["16"]);
    // The manager may record the leader's decision, but not without what it rests on.
    says(&desk.refused("decideApplication", decision(1, true)), "decisionBasisNeeded", &[]);

    enter(&mut desk, "leader");
    let due = desk.ok("workbench", json!({}));
    let waiting = due.as_array().unwrap().iter().find(|due| due["task"] == "applications").expect("a task");
    assert_eq!((&waiting["unit"], &waiting["persons"]), (&json!("C01"), &json!(2)));
    let list = desk.ok("attendanceApplications", json!({ "unit": null, "month": null }));
    assert_eq!((&list[0]["reason"], &list[0]["note"]), (&json!("发烧就医"), &json!("当天急诊")));
    desk.ok("decideApplication", decision(1, true));
    assert_eq!(
        marks(&mut desk, "QT1", 4, 5),
        "病半 缺卡|病",
        "the morning's punch at its end is still missing"
    );
    says(&desk.refused("decideApplication", decision(1, false)), "applicationDecided", &["QT1", "1"]);
    says(&desk.refused("decideApplication", decision(2, false)), "reasonNeeded", &[]);
    says(&desk.refused("decideApplication", decision(9, true)), "unknownApplication", &["9"]);
    desk.ok("workbench", json!({}));

    enter(&mut desk, "manager");
    let paper = desk.file("同意.png", "a picture");
    let mut recorded = decision(2, true);
    (recorded["document"], recorded["evidence"]) = (json!("成都快文18号"), json!(paper));
    desk.ok("decideApplication", recorded);
    let april = desk.ok("attendanceMonth", json!({ "unit": "C01", "month": "2026-04", "lang": "zh-CN" }));
    assert_eq!(april["people"][0]["marks"][24]["text"], "加2.5");
    let list = desk.ok("attendanceApplications", json!({ "unit": "C01", "month": "2026-04" }));
    assert_eq!((&list[0]["onBehalf"], &list[0]["document"]), (&json!(true), &json!("成都快文18号")));
    desk.ok(
        "withdrawApplication",
        json!({ "unit": "C01", "staffNo": "QT1", "number": 1, "reason": "提前销假" }),
    );
    assert_eq!(marks(&mut desk, "QT1", 4, 5), "缺卡|旷");

    // Words of people stand beside the journal and go with the person.
    enter(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 10_000 })).to_string();
    for words in ["发烧就医", "当天急诊", "提前销假", "连夜改标书"] {
        assert!(!journal.contains(words), "{words}");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn reasons_are_erased_with_the_person() {
    let mut desk = desk();
    desk.import("people", "工号,姓名,单位代码,到岗日期,离岗日期\nQT4,赵六,C01,2020-01-01,2020-02-28\n")
        .unwrap();
    let mut asked = leave("2020-02-03", "2020-02-04");
    (asked["staffNo"], asked["note"]) = (json!("QT4"), json!("补登"));
    desk.ok("applyLeave", asked);
    let erased = desk.ok("erasePersonal", json!({ "subject": "engineer/QT4", "reason": "本人要求" }));
    assert_eq!(erased["sets"], 2, "the name and the reason");
    let list = desk.ok("attendanceApplications", json!({ "unit": "C01", "month": null }));
    assert_eq!((&list[0]["name"], &list[0]["reason"]), (&json!("QT4"), &Value::Null));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn the_rubric_takes_points_off_only_where_it_says_so() {
    let mut desk = desk();
    desk.import("attendance", PUNCHES).unwrap();
    let totals =
        |desk: &mut Desk, month: &str| desk.ok("attendanceTotals", json!({ "unit": "C01", "month": month }));
    let march = totals(&mut desk, "2026-03");
    assert_eq!((&march[0]["totals"]["late"], &march[0]["proposed"]), (&json!(1), &json!([])));
    let mut rubric = desk.ok("rulebook", json!({}))["rubrics"][0].clone();
    rubric["from"] = json!("2026Q1");
    let items = rubric["items"].as_array_mut().unwrap();
    let item = items.iter_mut().find(|item| item["code"] == "KQ").unwrap();
    item["attendance"] = json!({ "late": "0.5", "early": "0.5", "missing": "0", "absent": "11" });
    assert_eq!(desk.refused("issueRubric", json!({ "rubric": rubric })).code, "pointsOutOfRange");
    let items = rubric["items"].as_array_mut().unwrap();
    items.iter_mut().find(|item| item["code"] == "KQ").unwrap()["attendance"]["absent"] = json!("1");
    desk.ok("issueRubric", json!({ "rubric": rubric }));
    let march = totals(&mut desk, "2026-03");
    let expected = json!([{ "code": "KQ", "points": "2", "reason": "考勤：迟到1次，每次扣0.5分；早退1次，每次扣0.5分；旷工7天，每天扣1分" }]);
    assert_eq!(march[0]["proposed"], expected);
    assert_eq!(march[1]["proposed"], json!([]), "who was in time loses nothing");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_bad_file_is_refused_whole_with_its_places() {
    let mut desk = desk();
    let refused = |desk: &mut Desk, text: &str| {
        let before = desk.head();
        let error = desk.import("attendance", text).unwrap_err();
        assert_eq!(desk.head(), before, "nothing is recorded");
        error
    };
    let error =
        refused(&mut desk, "工号,日期,时间\nQT1,2026-03-02,08:30 25:00\nQT1,,08:30\nQT1,2026-03-02,\n");
    assert_eq!(error.code, "sheet.badCells");
    let cells = error.params["cells"].as_array().unwrap();
    let found: Vec<_> = cells.iter().map(|c| (c["row"].clone(), c["expected"]["code"].clone())).collect();
    assert_eq!(found, [(json!(2), json!("times")), (json!(3), json!("present"))]);
    let error = refused(&mut desk, "工号,打卡时间\nQT2,2026-03-02 08:30\nQT1,2026-04-21 08:30\n");
    let cells = error.params["cells"].as_array().unwrap();
    let found: Vec<_> = cells.iter().map(|c| (c["row"].clone(), c["reason"]["code"].clone())).collect();
    assert_eq!(found, [(json!(2), json!("notOnDutyThatDay")), (json!(3), json!("dateInFuture"))]);
    assert_eq!(refused(&mut desk, "工号,姓名\nQT1,张伟\n").code, "sheet.missingColumn");
    let error = refused(&mut desk, "工号,打卡时间\n9001,2026-03-02 08:30\n");
    says(&error, "nobodyOfFile", &["9001"]);
    // A manager's own people only; the others' punches are left out, by name.
    enter(&mut desk, "manager");
    let both = "工号,打卡时间\nQT1,2026-03-02 08:30\nQT3,2026-03-02 08:30\n";
    let path = desk.file("both.csv", both);
    let taken =
        desk.ok("importSheet", json!({ "kind": "attendance", "path": path, "map": null, "dryRun": false }));
    assert_eq!((&taken["changed"], &taken["ignored"]), (&json!(1), &json!(["QT3"])));
}

#[test]
fn two_hundred_people_are_shown_at_once() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 1, false);
    let people: String = (0..200).map(|n| format!("QT{n:04},张{n},C01,2025-03-01\n")).collect();
    desk.import("people", &format!("工号,姓名,单位代码,到岗日期\n{people}")).unwrap();
    let mut rows = String::from("工号,日期,上班,下班\n");
    for n in 0..200 {
        for day in 1..=31 {
            rows.push_str(&format!(
                "QT{n:04},2026-03-{day:02},08:{:02},18:0{}\n",
                20 + (n + day) % 20,
                n % 10
            ));
        }
    }
    desk.import("attendance", &rows).unwrap();
    let view = month(&mut desk);
    let people = view["people"].as_array().unwrap();
    assert_eq!(people.len(), 200);
    assert!(
        people.iter().all(|person| person["totals"]["unrecorded"] == "0"),
        "everybody's punches were read"
    );
}
