//! What a slip may hold, and what comes of taking it in.

use super::*;
use crate::event::Event;
use crate::organisation::Group;
use crate::sample::{day, digest, quarter, staff, unit};
use crate::settlement::confirmation_figures;
use crate::settlement::official::objection::tests::objection_facts;
use crate::settlement::official::{LONGEST_OBJECTION, Objection, ObjectionFacts, ObjectionState};
use crate::settlement::tests::build::{even, facts};
use crate::settlement::unit_result;
use std::collections::BTreeSet;

fn sheet() -> SheetRead {
    let (result, _) = unit_result(&even("CD", Group::City, "88"), &facts(Vec::new()).rule_set);
    read_sheet(&confirmation_figures(quarter("2026Q3"), &result)).unwrap()
}

fn of_sheet() -> SheetRef {
    SheetRef {
        report_no: "HQ-2026Q3-CD-R1".to_owned(),
        revision: 1,
        check_code: code_of(&digest("figures")),
        figures: digest("figures"),
    }
}

fn one(staff_no: Option<&StaffNo>, text: &str) -> SlipObjection {
    SlipObjection { staff_no: staff_no.cloned(), text: text.to_owned() }
}

fn write(objections: &[SlipObjection]) -> Result<ObjectionSlip, Refusal> {
    write_slip(&sheet(), of_sheet(), objections, ("罗海燕", "项目经理"), day("2026-10-12"))
}

#[test]
fn a_sheet_names_unit_quarter_and_people() {
    let sheet = sheet();
    assert_eq!((sheet.quarter, sheet.unit.as_str()), (quarter("2026Q3"), "CD"));
    assert!(!sheet.people.is_empty());
    assert!(sheet.people.iter().all(|p| p.months.len() == 3), "{:?}", sheet.people);
    for other in ["", "{}", r#"{"kind":"settlement","quarter":"2026Q3"}"#] {
        assert_eq!(read_sheet(other), None, "{other}");
    }
}

#[test]
fn a_slip_holds_one_to_a_hundred_objections_about_those_on_the_sheet() {
    let known = sheet().people[0].staff_no.clone();
    let many: Vec<_> = (0..=MOST_OBJECTIONS).map(|n| one(None, &n.to_string())).collect();
    let long = "长".repeat(LONGEST_OBJECTION as usize + 1);
    for (name, objections, expected) in [
        ("two", vec![one(None, "一"), one(Some(&known), "二")], Ok(2)),
        ("the same twice", vec![one(None, "一"), one(None, " 一 ")], Ok(1)),
        ("none", Vec::new(), Err(Refusal::ObjectionCount { limit: MOST_OBJECTIONS })),
        ("as many as may be", many[1..].to_vec(), Ok(MOST_OBJECTIONS as usize)),
        ("one more", many.clone(), Err(Refusal::ObjectionCount { limit: MOST_OBJECTIONS })),
        ("without words", vec![one(None, " ")], Err(Refusal::ReasonNeeded)),
        ("too long", vec![one(None, &long)], Err(Refusal::ObjectionLong { limit: LONGEST_OBJECTION })),
        (
            "somebody else",
            vec![one(Some(&staff("X9")), "一")],
            Err(Refusal::NotOnSheet { staff_no: staff("X9") }),
        ),
    ] {
        assert_eq!(write(&objections).map(|slip| slip.objections.len()), expected, "{name}");
    }
    let nobody = write_slip(&sheet(), of_sheet(), &[one(None, "一")], (" ", ""), day("2026-10-12"));
    assert_eq!(nobody, Err(Refusal::WriterNeeded));
}

#[test]
fn a_slip_is_read_as_it_was_written_and_no_other() {
    let slip = write(&[one(None, "七月扣分无依据")]).unwrap();
    let figures = slip.figures();
    assert_eq!(ObjectionSlip::read(&figures), Some(slip.clone()));
    assert!(slip.number().starts_with("HQ-2026Q3-CD-R1-YY-"), "{}", slip.number());
    for other in [
        figures.replace("objectionSlip", "confirmation"),
        figures.replace("七月扣分无依据", " "),
        figures.replace("\"revision\":1", "\"revision\": 1"),
        figures.replace("HQ-2026Q3-CD-R1", "HQ-2026Q3-MY-R1"),
        figures.replace(&code_of(&digest("figures")), "AAAA-BBBB-CCCC-DDDD-EEEE"),
        figures.replace(&slip.written_by, &"长".repeat(61)),
        String::new(),
    ] {
        assert_eq!(ObjectionSlip::read(&other), None, "{other}");
    }
}

fn arrival() -> SlipArrival {
    SlipArrival {
        file: digest("slip"),
        signatures: Vec::new(),
        sheet_known: true,
        before: Vec::new(),
        on_behalf: true,
        received_on: None,
    }
}

fn numbers(found: Result<Vec<Event>, Refusal>) -> Result<Vec<u32>, Refusal> {
    let number = |event| match event {
        Event::ObjectionRaised(raised) => raised.number,
        other => panic!("{other:?}"),
    };
    found.map(|events| events.into_iter().map(number).collect())
}

#[test]
fn a_slip_does_not_come_in_before_it_was_written() {
    let slip = write(&[one(None, "一")]).unwrap();
    let written_on = slip.written_on;
    let came = |on: &str, today: &str| {
        let arrival = SlipArrival { received_on: Some(day(on)), ..arrival() };
        numbers(take_slip(&objection_facts(), &slip, &arrival, day(today))).map(|raised| raised.len())
    };
    let date = day("2026-10-11");
    assert_eq!(came("2026-10-11", "2026-10-12"), Err(Refusal::ReceivedBeforeWritten { date, written_on }));
    assert_eq!(came("2026-10-12", "2026-10-13"), Ok(1));
}

#[test]
fn each_objection_is_raised_once() {
    let known = sheet().people[0].staff_no.clone();
    let slip = write(&[one(None, "一"), one(Some(&known), "二")]).unwrap();
    let mut facts = objection_facts();
    facts.known = vec![Objection { number: 1, state: Settled }];
    let today = day("2026-10-12");
    let take = |facts: &_, arrival: &_| numbers(take_slip(facts, &slip, arrival, today));
    assert_eq!(take(&facts, &arrival()), Ok(vec![2, 3]), "both, in order");

    let before = |staff_no: Option<&StaffNo>, text: &str, state, sheet: Option<&str>| RaisedBefore {
        staff_no: staff_no.cloned(),
        text: text.to_owned(),
        state,
        sheet: sheet.map(digest),
    };
    use ObjectionState::{Open, Settled};
    for (name, on_record, expected) in [
        (
            "both by the slip",
            vec![
                before(None, "一", Settled, Some("figures")),
                before(Some(&known), "二", Open, Some("figures")),
            ],
            vec![],
        ),
        ("one by the slip", vec![before(None, "一", Open, Some("figures"))], vec![2]),
        ("against other figures", vec![before(None, "一", Settled, Some("corrected"))], vec![2, 3]),
        ("typed in and under way", vec![before(None, "一", Open, None)], vec![2]),
        ("typed in and settled", vec![before(None, "一", Settled, None)], vec![2, 3]),
        ("about somebody else", vec![before(Some(&known), "一", Open, Some("figures"))], vec![2, 3]),
    ] {
        let arrival = SlipArrival { before: on_record, ..arrival() };
        assert_eq!(take(&facts, &arrival), Ok(expected), "{name}");
    }

    let all =
        vec![before(None, "一", Open, Some("figures")), before(Some(&known), "二", Open, Some("figures"))];
    facts.quarter_final = true;
    let again = SlipArrival { before: all, sheet_known: false, ..arrival() };
    assert_eq!(take(&facts, &again), Ok(vec![]), "what is on record is not refused");
}

#[test]
fn a_slip_must_be_of_this_ledger_and_in_time() {
    let slip = write(&[one(Some(&sheet().people[0].staff_no), "一")]).unwrap();
    // Delivered on Friday 9 October 2026; the term ends on Friday the 16th.
    let take = |arrival: &SlipArrival, is_final, today: &str| {
        let facts = ObjectionFacts { quarter_final: is_final, ..objection_facts() };
        numbers(take_slip(&facts, &slip, arrival, day(today)))
    };
    let received = |on: &str| SlipArrival { received_on: Some(day(on)), ..arrival() };
    let elsewhere = SlipArrival { sheet_known: false, ..arrival() };
    let elsewhere_known = ObjectionFacts { people: BTreeSet::new(), ..objection_facts() };
    let stranger = numbers(take_slip(&elsewhere_known, &slip, &arrival(), day("2026-10-12")));
    let own_word = SlipArrival { on_behalf: false, ..received("2026-10-12") };
    let late = Err(Refusal::ObjectionLate { until: day("2026-10-16") });
    for (name, found, expected) in [
        ("in time", take(&arrival(), false, "2026-10-16"), Ok(vec![1])),
        ("late", take(&arrival(), false, "2026-10-17"), late.clone()),
        ("in time, entered late", take(&received("2026-10-16"), false, "2026-10-19"), Ok(vec![1])),
        ("came late", take(&received("2026-10-17"), false, "2026-10-19"), late),
        (
            "has not come yet",
            take(&received("2026-10-13"), false, "2026-10-12"),
            Err(Refusal::DateInFuture { date: day("2026-10-13"), today: day("2026-10-12") }),
        ),
        (
            "final",
            take(&arrival(), true, "2026-10-12"),
            Err(Refusal::QuarterFinal { quarter: quarter("2026Q3") }),
        ),
        (
            "of another ledger",
            take(&elsewhere, false, "2026-10-12"),
            Err(Refusal::SheetOfOtherLedger { unit: unit("CD"), quarter: quarter("2026Q3") }),
        ),
        (
            "about somebody who never was in the unit",
            stranger,
            Err(Refusal::NotOfUnit { staff_no: sheet().people[0].staff_no.clone(), unit: unit("CD") }),
        ),
        (
            "the provider says when its own slip came in",
            take(&own_word, false, "2026-10-13"),
            Err(Refusal::ReceivedByClient { date: day("2026-10-12") }),
        ),
    ] {
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_record_says_how_it_came() {
    let slip = write(&[one(None, "一")]).unwrap();
    let received_on = Some(day("2026-10-13"));
    let events =
        take_slip(&objection_facts(), &slip, &SlipArrival { received_on, ..arrival() }, day("2026-10-14"));
    let events = events.unwrap();
    let [Event::ObjectionRaised(raised)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(
        (raised.by, raised.on_behalf, raised.received_on),
        (crate::organisation::Party::Provider, true, received_on)
    );
    let record = raised.slip.as_ref().unwrap();
    assert_eq!(
        (record.file, record.sheet, &record.report_no),
        (digest("slip"), digest("figures"), &slip.number())
    );
}
