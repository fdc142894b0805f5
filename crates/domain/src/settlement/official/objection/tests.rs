//! Delivering a result, objecting to it, answering and deciding.

use super::*;
use crate::organisation::Group;
use crate::sample::{day, digest, quarter, staff, unit};
use crate::settlement::tests::build::even;

const Q: &str = "2026Q3";

fn kinds(found: Result<Vec<Event>, Refusal>) -> Result<Vec<&'static str>, Refusal> {
    found.map(|events| events.iter().map(Event::kind).collect())
}

#[test]
fn a_result_is_delivered_to_somebody_on_a_day_that_has_come() {
    let today = day("2026-10-09");
    let deliver = |known, on: &str, to: Option<&str>, figures, correction| {
        let to = to.map(digest);
        let (cd, days) = (unit("CD"), (day(on), today));
        kinds(deliver_result(known, &cd, quarter(Q), days, to, digest(figures), correction)).map(|e| e.len())
    };
    let to = Some("接口人");
    assert_eq!(deliver(None, "2026-10-09", to, "figures", None), Ok(1));
    let early = Err(Refusal::DateInFuture { date: day("2026-10-10"), today });
    assert_eq!(deliver(None, "2026-10-10", to, "figures", None), early);
    assert_eq!(deliver(None, "2026-10-09", None, "figures", None), Err(Refusal::ReceiverNeeded));

    let known = Some(Delivery { on: day("2026-10-08"), to: digest("接口人"), figures: digest("figures") });
    assert_eq!(deliver(known, "2026-10-08", to, "figures", None), Ok(0), "the same again");
    let again = || Err(Refusal::ResultDelivered { unit: unit("CD"), on: day("2026-10-08") });
    assert_eq!(deliver(known, "2026-10-09", to, "figures", None), again(), "would move the term");
    assert_eq!(deliver(known, "2026-10-08", Some("别人"), "figures", Some(" ")), again());
    assert_eq!(deliver(known, "2026-10-09", to, "figures", Some("日期录错")), Ok(1));
    assert_eq!(deliver(known, "2026-10-09", to, "corrected figures", None), Ok(1), "delivered anew");
}

fn objections(states: &[ObjectionState]) -> Vec<Objection> {
    states.iter().zip(1..).map(|(state, number)| Objection { number, state: *state }).collect()
}

pub(in crate::settlement::official) fn objection_facts() -> ObjectionFacts {
    ObjectionFacts {
        unit: unit("CD"),
        quarter: quarter(Q),
        known: Vec::new(),
        delivered: Some(day("2026-10-09")),
        calendar: WorkingDays::default(),
        term: 5,
        quarter_final: false,
        people: even("CD", Group::City, "88")
            .months
            .into_iter()
            .flat_map(|month| month.people)
            .map(|person| person.staff_no)
            .collect(),
    }
}

#[test]
fn an_objection_is_about_somebody_of_the_unit_and_no_longer_than_can_be_answered() {
    let facts = objection_facts();
    let raise = |staff_no: Option<&str>, text: &str| {
        let staff_no = staff_no.map(staff);
        raise_objection(&facts, Party::Client, false, staff_no, text, day("2026-10-12")).map(|e| e.len())
    };
    let somebody = facts.people.first().map(ToString::to_string);
    assert_eq!(raise(somebody.as_deref(), &"长".repeat(LONGEST_OBJECTION as usize)), Ok(1));
    let long = "长".repeat(LONGEST_OBJECTION as usize + 1);
    assert_eq!(raise(None, &long), Err(Refusal::ObjectionLong { limit: LONGEST_OBJECTION }));
    let stranger = Refusal::NotOfUnit { staff_no: staff("X9"), unit: unit("CD") };
    assert_eq!(raise(Some("X9"), "重算"), Err(stranger));
}

#[test]
fn an_objection_comes_within_the_term_after_delivery() {
    // Delivered on Friday 9 October 2026: Monday is day 1, Friday the 16th day 5.
    let raise = |known: &[Objection], delivered: Option<&str>, term, is_final, text, today: &str| {
        let facts = ObjectionFacts {
            known: known.to_vec(),
            delivered: delivered.map(day),
            term,
            quarter_final: is_final,
            ..objection_facts()
        };
        raise_objection(&facts, Party::Provider, false, None, text, day(today)).map(|events| {
            match &events[..] {
                [Event::ObjectionRaised(raised)] => raised.number,
                other => panic!("{other:?}"),
            }
        })
    };
    let delivered = Some("2026-10-09");
    for (name, found, expected) in [
        ("on the last day", raise(&[], delivered, 5, false, "扣分无依据", "2026-10-16"), Ok(1)),
        (
            "the day after",
            raise(&[], delivered, 5, false, "扣分无依据", "2026-10-17"),
            Err(Refusal::ObjectionLate { until: day("2026-10-16") }),
        ),
        ("a longer term", raise(&[], delivered, 6, false, "扣分无依据", "2026-10-19"), Ok(1)),
        ("no delivery on record", raise(&[], None, 5, false, "扣分无依据", "2027-01-01"), Ok(1)),
        ("without words", raise(&[], delivered, 5, false, " ", "2026-10-12"), Err(Refusal::ReasonNeeded)),
        (
            "in a final quarter",
            raise(&[], delivered, 5, true, "扣分无依据", "2026-10-12"),
            Err(Refusal::QuarterFinal { quarter: quarter(Q) }),
        ),
        (
            "the third",
            raise(
                &objections(&[ObjectionState::Settled, ObjectionState::Open]),
                delivered,
                5,
                false,
                "又",
                "2026-10-12",
            ),
            Ok(3),
        ),
    ] {
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn an_objection_is_answered_once_and_decided_until_settled() {
    use ObjectionState::{Open, Rejected, Settled};
    let known = objections(&[Open, Rejected, Settled]);
    let answer = |number, text| kinds(answer_objection(&known, &unit("CD"), quarter(Q), number, true, text));
    let decide = |number, text| kinds(decide_objection(&known, &unit("CD"), quarter(Q), number, true, text));
    assert_eq!(answer(1, "同意"), Ok(vec!["objection.answered"]));
    assert_eq!(answer(2, "同意"), Err(Refusal::ObjectionAnswered { number: 2 }));
    assert_eq!(answer(3, "同意"), Err(Refusal::ObjectionAnswered { number: 3 }));
    assert_eq!(decide(1, "成立"), Ok(vec!["objection.decided"]), "the unit did not answer");
    assert_eq!(decide(2, "成立"), Ok(vec!["objection.decided"]));
    assert_eq!(decide(3, "成立"), Err(Refusal::ObjectionAnswered { number: 3 }));
    let accept = |number| kinds(accept_rejection(&known, &unit("CD"), quarter(Q), number));
    assert_eq!(accept(1), Err(Refusal::ObjectionNotRejected { number: 1 }));
    assert_eq!(accept(2), Ok(vec!["objection.rejectionAccepted"]));
    assert_eq!(accept(3), Err(Refusal::ObjectionAnswered { number: 3 }));
    for number in [0, 4] {
        assert_eq!(accept(number), Err(Refusal::UnknownObjection { number }));
        assert_eq!(answer(number, "同意"), Err(Refusal::UnknownObjection { number }));
        assert_eq!(decide(number, "成立"), Err(Refusal::UnknownObjection { number }));
    }
    assert_eq!(answer(1, ""), Err(Refusal::ReasonNeeded));
    assert_eq!(decide(1, ""), Err(Refusal::ReasonNeeded));
}
