//! Holidays and make-up days that come with the program: taken over in one act, and day by day those that another program
//! knows.

use app::words::{Lang, message};
use huiqian_tests::{Desk, root};
use serde_json::json;
use std::collections::BTreeSet;
use std::process::Command;

/// Days of a year on which chinesecalendar says that nobody works.
fn off_elsewhere(year: i32) -> BTreeSet<String> {
    let script = root().join("scripts/python-tools.sh");
    let python = std::env::var("HUIQIAN_PYTHON").unwrap_or_else(|_| {
        let output = Command::new("bash").arg(script).output().expect("bash");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    });
    let code = format!(
        "import chinese_calendar, datetime\n\
         day = datetime.date({year}, 1, 1)\n\
         while day.year == {year}:\n\
         \x20   if not chinese_calendar.is_workday(day): print(day)\n\
         \x20   day += datetime.timedelta(1)\n"
    );
    let output = Command::new(python).args(["-c", &code]).output().expect("python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn every_day_of_three_years_is_what_another_program_says() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    for year in [2024, 2025, 2026] {
        let before = desk.ok("calendar", json!({ "year": year }));
        assert!(before["published"].as_u64().unwrap() > 20, "{year}: comes with the program, not taken over");
        let receipt = desk.ok("adoptHolidays", json!({ "year": year }));
        assert_eq!(receipt["topics"], json!(["calendar.recorded"]));
        let view = desk.ok("calendar", json!({ "year": year }));
        let off: BTreeSet<String> =
            view["off"].as_array().unwrap().iter().map(|day| day.as_str().unwrap().to_owned()).collect();
        assert_eq!(off, off_elsewhere(year), "{year}");
        assert_eq!(view["published"], 0, "{year}: taken over");
        assert_eq!(desk.ok("adoptHolidays", json!({ "year": year }))["entries"], 0, "{year}: again");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn what_stands_already_stays_and_other_years_are_refused() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.import("holidays", "日期,类型,名称\n2026-08-15,放假,高温假\n2026-10-01,放假,错的\n").unwrap();
    desk.ok("adoptHolidays", json!({ "year": 2026 }));
    let view = desk.ok("calendar", json!({ "year": 2026 }));
    let kind_of = |day: &str| {
        let special = view["special"].as_array().unwrap().iter().find(|special| special["day"] == day);
        special.map(|special| (special["kind"].clone(), special["name"].clone()))
    };
    assert_eq!(kind_of("2026-08-15"), Some((json!("holiday"), json!("高温假"))));
    assert_eq!(kind_of("2026-10-01"), Some((json!("holiday"), json!("国庆节"))));
    assert_eq!(desk.ok("calendar", json!({ "year": 2027 }))["published"], json!(null));
    let error = desk.refused("adoptHolidays", json!({ "year": 2027 }));
    crate::words::says(&error, "notPublished", &["2027", "2024", "2026"]);
}

/// The arrangement of 2026 as a file.
fn file() -> Vec<String> {
    let festivals = [
        ("元旦", 1, 1..=3),
        ("春节", 2, 15..=23),
        ("清明节", 4, 4..=6),
        ("劳动节", 5, 1..=5),
        ("端午节", 6, 19..=21),
        ("中秋节", 9, 25..=27),
        ("国庆节", 10, 1..=7),
    ];
    let days = festivals
        .into_iter()
        .flat_map(|(name, month, days)| days.map(move |day| format!("2026-{month:02}-{day:02},放假,{name}")));
    days.chain(["2026-02-14,补班,".to_owned(), "2026-10-10,补班,".to_owned()]).collect()
}

#[test]
fn a_file_that_cannot_be_right_is_refused_with_the_day() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let text = |rows: &[String]| format!("日期,类型,名称\n{}\n", rows.join("\n"));
    let without =
        |wanted: &str| -> Vec<String> { file().into_iter().filter(|row| !row.contains(wanted)).collect() };
    let with = |row: &str| -> Vec<String> { file().into_iter().chain([row.to_owned()]).collect() };
    for (rows, code, told) in [
        (without("2026-10-06"), "holidayGap", vec!["2026-10-06", "国庆节"]),
        (without("春节"), "festivalMissing", vec!["2026", "春节"]),
        (without("国庆节"), "festivalMissing", vec!["2026", "国庆节"]),
        (with("2062-10-04,放假,国庆节"), "otherYear", vec!["2062-10-04", "2026"]),
        (with("2026-10-12,补班,国庆节补班"), "makeUpOnWorkday", vec!["2026-10-12"]),
        (with("2026-10-03,放假,国庆节"), "dayTwice", vec!["2026-10-03"]),
    ] {
        let error = desk.import("holidays", &text(&rows)).unwrap_err();
        let reason = &error.params["cells"][0]["reason"];
        assert_eq!(reason["code"], code, "{error:?}");
        let words = message(Lang::ZhCn, code, reason["params"].as_object().unwrap());
        assert!(told.iter().all(|word| words.contains(word)), "{words}");
        assert_eq!(desk.ok("calendar", json!({ "year": 2026 }))["special"], json!([]), "nothing is taken in");
    }
    desk.import("holidays", &text(&file())).unwrap();
    // One day that is put in by hand is held to the same.
    let friday = json!([{ "day": "2026-10-16", "kind": "working", "name": "" }]);
    let error = desk.refused("recordCalendar", json!({ "days": friday }));
    crate::words::says(&error, "makeUpOnWorkday", &["2026-10-16"]);
}
