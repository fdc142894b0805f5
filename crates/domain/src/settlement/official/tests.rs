//! Confirming, objecting, preparing, reviewing, finalising, revising and paying.

use super::*;
use crate::approval::{Step, Taken};
use crate::event::Event;
use crate::kernel::{Digest, Role};
use crate::organisation::{Group, Party};
use crate::refusal::Refusal;
use crate::sample::{actor, day, digest, month, quarter, staff, taken, unit, yuan};
use crate::settlement::tests::build::{even, exempt, facts, uniform, unscored};
use crate::settlement::{
    Blocker, Settlement, UnitFacts, confirmation_figures, settle, settlement_figures, unit_result,
};

const Q: &str = "2026Q3";

fn kinds(found: Result<Vec<Event>, Refusal>) -> Result<Vec<&'static str>, Refusal> {
    found.map(|events| events.iter().map(Event::kind).collect())
}

// ---- confirming

fn confirm_facts(change: impl FnOnce(&mut UnitFacts)) -> ConfirmFacts {
    let mut unit = even("CD", Group::City, "88");
    unit.confirmations.clear();
    change(&mut unit);
    let (result, blockers) = unit_result(&unit, &facts(Vec::new()).rule_set);
    ConfirmFacts { result, blockers, confirmed: Vec::new(), quarter_final: false, signed: None }
}

fn confirm(facts: &ConfirmFacts, party: Party) -> Result<Vec<Event>, Refusal> {
    confirm_unit(facts, quarter(Q), party, false, None)
}

#[test]
fn a_confirmation_binds_to_the_figures() {
    let facts = confirm_facts(|_| {});
    for party in Party::BOTH {
        let events = confirm(&facts, party).unwrap();
        let [Event::UnitConfirmed(confirmed)] = &events[..] else { panic!("{events:?}") };
        let figures = confirmation_figures(quarter(Q), &facts.result);
        assert_eq!(confirmed.figures, Digest::of(&[figures.as_bytes()]));
        assert_eq!(confirmed.score, facts.result.score);
        assert_eq!(confirmed.party, party);
    }
    let other = confirm_facts(|u| u.months[1].people[0].score = Some(crate::sample::score("88.0001")));
    let digest_of = |facts| match &confirm(facts, Party::Client).unwrap()[..] {
        [Event::UnitConfirmed(confirmed)] => confirmed.figures,
        other => panic!("{other:?}"),
    };
    assert_ne!(digest_of(&facts), digest_of(&other));
}

#[test]
fn only_a_complete_unit_is_confirmed() {
    let incomplete = |blocker| Err(Refusal::UnitIncomplete { unit: unit("CD"), blocker });
    let july = month("2026-07");
    let open = confirm_facts(|u| u.months[0].closed = false);
    assert_eq!(
        confirm(&open, Party::Client),
        incomplete(Blocker::MonthNotClosed { unit: unit("CD"), month: july })
    );
    let objected = confirm_facts(|u| u.objection_open = true);
    assert_eq!(confirm(&objected, Party::Client), incomplete(Blocker::ObjectionOpen { unit: unit("CD") }));
    let missing = confirm_facts(|u| u.months[0].people.push(unscored("E9")));
    let blocker = Blocker::PersonNotScored { unit: unit("CD"), month: july, staff_no: staff("E9") };
    assert_eq!(confirm(&missing, Party::Client), incomplete(blocker));
    let left_out = confirm_facts(|u| *u = exempt("CD", Group::City));
    assert_eq!(
        confirm(&left_out, Party::Client),
        Err(Refusal::UnitExempt { unit: unit("CD"), quarter: quarter(Q) })
    );
    let is_final = ConfirmFacts { quarter_final: true, ..confirm_facts(|_| {}) };
    assert_eq!(confirm(&is_final, Party::Client), Err(Refusal::QuarterFinal { quarter: quarter(Q) }));
    let half = ConfirmFacts { confirmed: vec![Party::Client], ..confirm_facts(|_| {}) };
    assert_eq!(kinds(confirm(&half, Party::Client)), Ok(vec![]), "twice does nothing");
    assert_eq!(kinds(confirm(&half, Party::Provider)), Ok(vec!["unit.confirmed"]));
}

#[test]
fn a_signed_sheet_confirms_only_its_own_figures() {
    let stands = confirm_facts(|_| {});
    let figures = confirmation_figures(quarter(Q), &stands.result);
    let same = ConfirmFacts { signed: Some(figures.clone()), ..confirm_facts(|_| {}) };
    assert_eq!(kinds(confirm(&same, Party::Client)), Ok(vec!["unit.confirmed"]));
    let other = ConfirmFacts { signed: Some(figures.replacen('8', "9", 1)), ..confirm_facts(|_| {}) };
    let refusal = Err(Refusal::ReportNotOfLedger { quarter: quarter(Q) });
    assert_eq!(confirm(&other, Party::Client), refusal);
    let again = ConfirmFacts { confirmed: vec![Party::Client], ..other };
    assert_eq!(confirm(&again, Party::Client), refusal, "even where the party has confirmed");
}

// ---- preparing, reviewing, finalising

fn digest_of(settlement: &Settlement) -> Digest {
    Digest::of(&[settlement_figures(settlement, 1).as_bytes()])
}

fn revision(state: RevisionState, steps: &[Taken], settlement: &Settlement) -> Revision {
    let figures = (!steps.is_empty()).then(|| digest_of(settlement));
    Revision { revision: 1, state, taken: steps.to_vec(), figures }
}

const PREPARED: &str = "settlement.prepared";
const REVIEWED: &str = "settlement.reviewed";
const FINALISED: &str = "settlement.finalised";

#[test]
fn every_step_with_two_person_work_on_and_off() {
    let settlement = settle(&uniform("80"));
    let none = Revision::first();
    let prepared = revision(RevisionState::Prepared, &[taken(Step::Prepare, "a")], &settlement);
    let both = [taken(Step::Prepare, "a"), taken(Step::Review, "b")];
    let reviewed = revision(RevisionState::Reviewed, &both, &settlement);
    let missing = |step| Err(Refusal::StepMissing { step });
    let second = |step| Err(Refusal::SecondPersonNeeded { step });
    let business = |step| Err(Refusal::BusinessAccountNeeded { step });
    use Role::{Administrator, Clerk};

    for (at, name, expected) in
        [(&none, "a", Ok(vec![PREPARED])), (&prepared, "a", Ok(vec![])), (&prepared, "b", Ok(vec![PREPARED]))]
    {
        assert_eq!(kinds(prepare(at, &settlement, &actor(name, Clerk))), expected, "prepare by {name}");
    }
    for (at, name, role, two_person, expected) in [
        (&none, "b", Clerk, true, missing(Step::Prepare)),
        (&none, "b", Clerk, false, missing(Step::Prepare)),
        (&prepared, "a", Clerk, true, second(Step::Review)),
        (&prepared, "a", Clerk, false, Ok(vec![REVIEWED])),
        (&prepared, "b", Clerk, true, Ok(vec![REVIEWED])),
        (&prepared, "root", Administrator, true, business(Step::Review)),
        (&prepared, "root", Administrator, false, Ok(vec![REVIEWED])),
    ] {
        let found = kinds(review(at, &settlement, &actor(name, role), two_person));
        assert_eq!(found, expected, "review by {name}, {two_person}");
    }
    for (at, name, role, two_person, expected) in [
        (&none, "c", Clerk, true, missing(Step::Prepare)),
        (&prepared, "c", Clerk, true, missing(Step::Review)),
        (&reviewed, "c", Clerk, true, Ok(vec![FINALISED])),
        (&reviewed, "b", Clerk, true, Ok(vec![FINALISED])),
        (&reviewed, "a", Clerk, true, second(Step::Approve)),
        (&reviewed, "root", Administrator, true, business(Step::Approve)),
        (&none, "a", Clerk, false, Ok(vec![PREPARED, REVIEWED, FINALISED])),
        (&prepared, "a", Clerk, false, Ok(vec![REVIEWED, FINALISED])),
        (&reviewed, "a", Clerk, false, Ok(vec![FINALISED])),
        (&none, "root", Administrator, false, Ok(vec![PREPARED, REVIEWED, FINALISED])),
    ] {
        let found = kinds(finalise(at, &settlement, &actor(name, role), two_person));
        assert_eq!(found, expected, "finalise by {name}, {two_person}, {:?}", at.state);
    }
}

#[test]
fn figures_that_changed_start_over() {
    let (before, now) = (settle(&uniform("80")), settle(&uniform("81")));
    let both = [taken(Step::Prepare, "a"), taken(Step::Review, "b")];
    let changed = Err(Refusal::FiguresChanged { quarter: quarter(Q) });
    let prepared = revision(RevisionState::Prepared, &both[..1], &before);
    let reviewed = revision(RevisionState::Reviewed, &both, &before);
    assert_eq!(kinds(review(&prepared, &now, &actor("b", Role::Clerk), true)), changed);
    assert_eq!(kinds(finalise(&reviewed, &now, &actor("c", Role::Clerk), true)), changed);
    assert_eq!(kinds(prepare(&reviewed, &now, &actor("a", Role::Clerk))), Ok(vec![PREPARED]));
    // One person alone prepares and reviews the new figures at once.
    let alone = finalise(&reviewed, &now, &actor("a", Role::Clerk), false).unwrap();
    let [Event::SettlementPrepared(p), Event::SettlementReviewed(r), Event::SettlementFinalised(f)] =
        &alone[..]
    else {
        panic!("{alone:?}")
    };
    assert_eq!([p.figures, r.figures, f.figures], [digest_of(&now); 3]);
    assert_eq!(f.settlement, now);
}

#[test]
fn a_gap_or_a_final_quarter_stops_every_step() {
    let mut open = uniform("80");
    open.units[3].objection_open = true;
    let blocked = settle(&open);
    let blockers = vec![Blocker::ObjectionOpen { unit: open.units[3].code.clone() }];
    let settlement = settle(&uniform("80"));
    let both = [taken(Step::Prepare, "a"), taken(Step::Review, "b")];
    let c = actor("c", Role::Clerk);
    for two_person in [true, false] {
        let at = revision(RevisionState::Reviewed, &both, &settlement);
        let refusal = Refusal::QuarterBlocked { quarter: quarter(Q), blockers: blockers.clone() };
        assert_eq!(prepare(&at, &blocked, &c), Err(refusal.clone()));
        assert_eq!(review(&at, &blocked, &c, two_person), Err(refusal.clone()));
        assert_eq!(finalise(&at, &blocked, &c, two_person), Err(refusal));
        for state in [RevisionState::Final, RevisionState::Closed] {
            let at = revision(state, &both, &settlement);
            let refusal = Refusal::QuarterFinal { quarter: quarter(Q) };
            assert_eq!(prepare(&at, &settlement, &c), Err(refusal.clone()));
            assert_eq!(review(&at, &settlement, &c, two_person), Err(refusal.clone()));
            assert_eq!(finalise(&at, &settlement, &c, two_person), Err(refusal));
        }
    }
}

#[test]
fn returning_and_revising_follow_the_state() {
    use RevisionState::{Closed, Final, Open, Prepared, Reviewed};
    let q = quarter(Q);
    for state in [Open, Prepared, Reviewed, Final, Closed] {
        let at = Revision { state, revision: 3, ..Revision::first() };
        let returned = if matches!(state, Prepared | Reviewed) {
            Ok(vec!["settlement.returned"])
        } else {
            Err(Refusal::NothingToReturn { quarter: q })
        };
        assert_eq!(kinds(return_settlement(&at, q, "再核")), returned, "{state:?}");
        assert_eq!(return_settlement(&at, q, " "), Err(Refusal::ReasonNeeded));
        assert_eq!(open_revision(&at, q, " "), Err(Refusal::ReasonNeeded));
        assert_eq!(at.is_final(), matches!(state, Final | Closed));
        match open_revision(&at, q, " 更正 ") {
            Ok(events) => {
                assert!(at.is_final());
                let [Event::RevisionOpened(opened)] = &events[..] else { panic!("{events:?}") };
                assert_eq!((opened.revision, opened.reason.as_str()), (4, "更正"));
            }
            Err(refusal) => {
                assert!(!at.is_final());
                assert_eq!(refusal, Refusal::QuarterNotFinal { quarter: q });
            }
        }
    }
}

#[test]
fn the_decision_on_termination_is_recorded_once() {
    let q = quarter(Q);
    let decide = |right, decided, reason| kinds(decide_termination(right, decided, q, true, reason));
    assert_eq!(decide(true, false, "连续两季低于70分"), Ok(vec!["settlement.terminationDecided"]));
    assert_eq!(decide(false, false, "连续"), Err(Refusal::NoTerminationRight { quarter: q }));
    assert_eq!(decide(true, true, "连续"), Err(Refusal::TerminationDecided { quarter: q }));
    assert_eq!(decide(true, false, ""), Err(Refusal::ReasonNeeded));
}

// ---- money

type Act<'a> = &'a dyn Fn(&str, &str, &str) -> Result<Vec<&'static str>, Refusal>;

#[test]
fn invoices_and_payments_have_a_number_an_amount_and_a_day_that_has_come() {
    let (q, today) = (quarter(Q), day("2026-10-20"));
    let known = ["N-1".to_owned()];
    let invoice = |number: &str, amount: &str, on: &str| {
        kinds(record_invoice(&known, q, number, true, yuan(amount), day(on), today))
    };
    let pay = |is_final, number: &str, amount: &str, on: &str| {
        kinds(record_payment(&known, is_final, q, number, yuan(amount), day(on), today))
    };
    let (long, longest) = ("9".repeat(61), "9".repeat(60));
    let now = "2026-10-20";
    assert_eq!(invoice(" N-2 ", "100", now), Ok(vec!["settlement.invoiceRecorded"]));
    assert_eq!(invoice("N-3", "-100", now).map(|e| e.len()), Ok(1), "a red invoice");
    assert_eq!(pay(true, "N-2", "0.01", now), Ok(vec!["settlement.paymentRecorded"]));
    assert_eq!(pay(true, "N-3", "-100", now).map(|e| e.len()), Ok(1), "a refund");
    assert_eq!(pay(false, "N-2", "100", now), Err(Refusal::QuarterNotFinal { quarter: q }));
    let acts: [Act<'_>; 2] = [&invoice, &|number, amount, on| pay(true, number, amount, on)];
    for act in acts {
        assert_eq!(act(" N-1 ", "100", now), Err(Refusal::NumberTaken { number: "N-1".into() }));
        assert_eq!(act(" ", "100", now), Err(Refusal::NumberNeeded));
        assert_eq!(act(&long, "100", now), Err(Refusal::NumberNeeded));
        assert_eq!(act(&longest, "100", now).map(|e| e.len()), Ok(1));
        assert_eq!(act("N-2", "0", now), Err(Refusal::ZeroAmount));
        let tomorrow = day("2026-10-21");
        let early = Refusal::DateInFuture { date: tomorrow, today };
        assert_eq!(act("N-2", "100", "2026-10-21"), Err(early));
    }
}

#[test]
fn a_line_is_carried_into_another_quarter_that_is_open() {
    let (from, to) = (quarter("2026Q2"), quarter(Q));
    let carry = |from, to_final, amount: &str, reason| {
        kinds(carry_adjustment(from, to, to_final, yuan(amount), reason))
    };
    assert_eq!(carry(from, false, "-100", "扣回"), Ok(vec!["settlement.adjustmentCarried"]));
    assert_eq!(carry(to, false, "-100", "扣回"), Err(Refusal::SameQuarter { quarter: to }));
    assert_eq!(carry(from, true, "-100", "扣回"), Err(Refusal::QuarterFinal { quarter: to }));
    assert_eq!(carry(from, false, "0", "扣回"), Err(Refusal::ZeroAmount));
    assert_eq!(carry(from, false, "-100", " "), Err(Refusal::ReasonNeeded));
}

#[test]
fn the_figures_digest_is_of_this_revision() {
    let settlement = settle(&uniform("80"));
    let second = Revision { revision: 2, ..Revision::first() };
    let events = prepare(&second, &settlement, &actor("a", Role::Clerk)).unwrap();
    let [Event::SettlementPrepared(prepared)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(prepared.revision, 2);
    assert_ne!(prepared.figures, digest_of(&settlement));
    assert_ne!(prepared.figures, digest("anything"));
}
