//! What is handed over, who may leave when, and how a replacement is asked for.

use super::super::*;
use super::dossier::{in_unit, scored, with_stays};
use super::stay;
use crate::approval::Step;
use crate::event::Event;
use crate::kernel::Role;
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::sample::{account, actor, day, digest, month, staff, unit};

#[test]
fn a_handover_says_what_or_why_nothing() {
    let line = |what: &str| HandoverEntry { kind: HandoverKind::Ticket, what: what.to_owned(), note: None };
    let list = |entries: Vec<HandoverEntry>, nothing: Option<&str>, receiver: Option<&str>| HandoverList {
        entries,
        nothing: nothing.map(str::to_owned),
        receiver: receiver.map(str::to_owned),
    };
    let empty = Err(Refusal::HandoverEmpty { most: 500 });
    for (given, named, expected) in [
        (list(vec![line(" 工单 ")], None, Some("某人")), false, Ok(1)),
        (list(vec![line("工单")], None, None), true, Ok(1)),
        (list(vec![line("工单")], None, Some(" ")), false, Err(Refusal::HandoverReceiverNeeded)),
        (list(vec![], Some("到岗三天"), None), false, Ok(0)),
        (list(vec![], None, Some("某人")), false, empty.clone()),
        (list(vec![], Some(" "), None), true, empty.clone()),
        (list(vec![line("工单")], Some("没有"), None), true, empty.clone()),
        (list(vec![line("工单"); 501], None, None), true, empty.clone()),
        (list(vec![line(" ")], None, None), true, Err(Refusal::TextNeeded)),
        (list(vec![line(&"长".repeat(2001))], None, None), true, Err(Refusal::TextLong { limit: 2000 })),
    ] {
        let receiver = named.then(|| staff("E2"));
        let checked = given.checked(receiver.as_ref()).map(|list| list.entries.len());
        assert_eq!(checked, expected);
    }
}

fn leaving(last_day: &str) -> NewLeaving {
    NewLeaving {
        last_day: day(last_day),
        reason: "调动".to_owned(),
        receiver: None,
        entries: 0,
        list: digest("list"),
        scan: None,
    }
}

#[test]
fn nobody_leaves_before_they_came_nor_away_from_their_scores() {
    let facts = LeavingFacts { units: [unit("CD"), unit("MY")].into(), receiver_known: false };
    let mut there = with_stays(vec![in_unit("CD", "2026-03-10", None, None)]);
    there.scores = vec![scored("2026-03", "80"), scored("2026-04", "80")];
    let leave = |file: &Dossier, last_day: &str| file.leave(&facts, leaving(last_day)).map(|e| e.len());
    assert_eq!(leave(&there, "2026-04-01"), Ok(2));
    assert_eq!(
        leave(&there, "2026-03-09"),
        Err(Refusal::DatesReversed { from: day("2026-03-10"), to: day("2026-03-09") })
    );
    let outside =
        Refusal::ScoredOutsideMembership { staff_no: staff("E1"), unit: unit("CD"), month: month("2026-04") };
    assert_eq!(leave(&there, "2026-03-31"), Err(outside));
    let moved = there.transfer(&facts, leaving("2026-04-30"), &unit("MY")).unwrap();
    let Event::MembershipRecorded(next) = moved.last().unwrap() else { panic!("{moved:?}") };
    assert_eq!(next.membership, stay("E1", "MY", "2026-05-01", None));

    // An end that came from a list gets its handover later, and no other end.
    let ended = with_stays(vec![in_unit("CD", "2026-03-10", Some("2026-04-30"), None)]);
    assert_eq!(leave(&ended, "2026-04-30"), Ok(1));
    assert!(matches!(leave(&ended, "2026-04-29"), Err(Refusal::LeftAlready { .. })));
    assert!(matches!(
        ended.transfer(&facts, leaving("2026-04-30"), &unit("MY")),
        Err(Refusal::LeftAlready { .. })
    ));
}

#[test]
fn a_decision_of_the_stay_opens_a_request_without_a_low_score() {
    let today = day("2026-10-20");
    let stays = || {
        vec![in_unit("CD", "2025-03-10", Some("2026-05-31"), None), in_unit("MY", "2026-06-01", None, None)]
    };
    let (case, leak) = (Ground::Certification { number: 1 }, Ground::Violation { number: 2 });
    let file = |decided: &[(Ground, &str)]| {
        let decided = decided.iter().map(|(ground, on)| DecidedGround { ground: *ground, on: day(on) });
        Dossier { decided: decided.collect(), ..with_stays(stays()) }
    };
    for (decided, rests_on) in [
        (vec![], None),
        (vec![(case, "2026-10-08")], Some(vec![case])),
        (vec![(leak, "2026-06-01"), (case, "2026-10-20")], Some(vec![leak, case])),
        // What was decided in another unit is that unit's.
        (vec![(leak, "2026-05-31")], None),
    ] {
        let asked = file(&decided).request_replacement(None, today, |_, _| true);
        let found = asked.ok().map(|events| match &events[0] {
            Event::ReplacementRequested(request) => request.evidence.decisions.clone(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found, rests_on, "{decided:?}");
    }
    let failed = file(&[(case, "2026-10-08")]);
    assert!(matches!(failed.may_request(day("2025-01-01")), Err(Refusal::NotThereOn { .. })));
    assert!(failed.requested_for(case).is_none());
}

#[test]
fn a_request_needs_a_low_score_of_the_probation_and_goes_step_by_step() {
    let today = day("2026-04-20");
    let ask = |file: &Dossier| file.request_replacement(None, today, |_, _| true);
    let mut file = with_stays(vec![in_unit("CD", "2026-03-10", None, None)]);
    for (points, month, allowed) in [
        ("69.9999", "2026-03", true),
        ("69.9999", "2026-04", true),
        ("70", "2026-03", false),
        ("0", "2026-05", false),
    ] {
        file.scores = vec![scored(month, points)];
        assert_eq!(ask(&file).is_ok(), allowed, "{points} in {month}");
    }
    file.scores = vec![MonthScore { at_seventy: true, ..scored("2026-03", "70") }];
    let asked = ask(&file).unwrap();
    let Event::ReplacementRequested(request) = &asked[0] else { panic!("{asked:?}") };
    file.replacements = vec![Replacement {
        number: 1,
        unit: unit("CD"),
        arrived_on: request.arrived_on,
        evidence: request.evidence.clone(),
        reason: None,
        requested_by: account("wang"),
        requested_on: today,
        approved: None,
        sent: None,
        successor: None,
        answered_on: None,
        withdrawn: None,
    }];
    assert_eq!(ask(&file), Err(Refusal::ReplacementOpen { staff_no: staff("E1"), number: 1 }));

    let approval = || Approval { on: today, on_behalf: None, evidence: None };
    let approve = |name: &str, role, approval, two_person| {
        file.approve_replacement(1, approval, &actor(name, role), two_person, today).map(|e| e.len())
    };
    let for_leader = |evidence| Approval {
        on_behalf: Some(OnBehalf { party: Some(Party::Client), person: None, basis: "截图".to_owned() }),
        evidence,
        ..approval()
    };
    let second = Err(Refusal::SecondPersonNeeded { step: Step::Approve });
    for (name, role, given, two_person, expected) in [
        ("li", Role::UnitLeader, approval(), true, Ok(1)),
        ("wang", Role::UnitLeader, approval(), true, second.clone()),
        ("wang", Role::UnitManager, approval(), false, Ok(1)),
        ("chen", Role::Clerk, approval(), true, Err(Refusal::OnBehalfNeeded { role: Role::Clerk })),
        ("chen", Role::Clerk, for_leader(None), true, Err(Refusal::ScanNeeded)),
        ("chen", Role::Clerk, for_leader(Some(digest("shot"))), true, Ok(1)),
        ("admin", Role::Administrator, for_leader(Some(digest("shot"))), true, Ok(1)),
        ("wang", Role::Clerk, for_leader(Some(digest("shot"))), true, second.clone()),
    ] {
        assert_eq!(approve(name, role, given, two_person), expected, "{name} {role:?} {two_person}");
    }
    // Approved within the probation: to be replaced, also once it is over.
    let mut early = file.clone();
    early.replacements[0].approved = Some((Approval { on: day("2026-04-01"), ..approval() }, account("li")));
    let found: Vec<Standing> =
        early.history(Some(day("2026-04-15"))).into_iter().map(|s| s.standing).collect();
    assert_eq!(found, [Standing::Probation, Standing::Returned]);
    early.replacements[0].withdrawn = Some((today, "r".to_owned()));
    let found: Vec<Standing> =
        early.history(Some(day("2026-04-15"))).into_iter().map(|s| s.standing).collect();
    assert_eq!(found, [Standing::Probation, Standing::Uncertified, Standing::Certified]);

    let dispatch = Dispatch { number: "快文".to_owned(), on: today, copy: None };
    let early = file.send_replacement(1, dispatch, today);
    assert!(matches!(early, Err(Refusal::ReplacementElsewhere { .. })), "{early:?}");
    assert!(matches!(file.withdraw_replacement(2, "r"), Err(Refusal::UnknownReplacement { .. })));

    // Where it stands, by what is on record of it.
    let mut request = file.replacements[0].clone();
    let mut states = vec![request.state(false)];
    request.approved = Some((approval(), account("li")));
    states.push(request.state(false));
    request.sent = Some(Dispatch { number: "快文".to_owned(), on: today, copy: None });
    states.push(request.state(true));
    request.successor = Some(staff("E2"));
    states.extend([request.state(false), request.state(true)]);
    request.withdrawn = Some((today, "r".to_owned()));
    states.push(request.state(true));
    use ReplacementState::{Answered, Approved, Done, Opened, Sent, Withdrawn};
    assert_eq!(states, [Opened, Approved, Sent, Answered, Done, Withdrawn]);
}
