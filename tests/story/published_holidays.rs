//! Holidays and make-up days that come with the program: taken over in one act, and day by day those that another program
//! knows.

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
    desk.import("holidays", "日期,类型,名称\n2026-08-15,放假,高温假\n2026-10-01,补班,错的\n").unwrap();
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
