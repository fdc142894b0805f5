//! Ways: what one may look like, who may sit there, the proposals.

use crate::approval::*;
use crate::document::{DocumentClass, classes};
use crate::kernel::Role;
use crate::refusal::Refusal;
use crate::sample::account;
use std::collections::BTreeSet;

fn candidate(name: &str, role: Role, reads: bool) -> Candidate {
    Candidate { account: account(name), role, reads }
}

fn known() -> Vec<Candidate> {
    vec![
        candidate("writer", Role::Clerk, true),
        candidate("head", Role::UnitLeader, true),
        candidate("boss", Role::Clerk, true),
        candidate("admin", Role::Administrator, true),
        candidate("far", Role::UnitLeader, false),
    ]
}

fn stage(kind: StageKind, seats: &[Option<&str>]) -> RouteStage {
    let seat = |name: &Option<&str>| Seat { post: "职务".into(), account: name.map(account) };
    let seats = seats.iter().map(seat).collect();
    RouteStage { name: "某级".into(), kind, mode: Mode::InOrder, meeting: false, seats }
}

fn checked(stages: Vec<RouteStage>, outside: &[u32], two_person: bool) -> Result<(), Refusal> {
    let (known, submitter) = (known(), account("writer"));
    let asked = Asked { known: &known, submitter: &submitter, two_person };
    Route { stages }.checked(&outside.iter().copied().collect::<BTreeSet<_>>(), &asked).map(drop)
}

#[test]
fn a_way_ends_with_one_last_judgement() {
    use StageKind::{Final, Publish, Review};
    for (kinds, expected) in [
        (&[][..], Err(Refusal::RouteStages { most: 10 })),
        (&[Final], Ok(())),
        (&[Review, Final], Ok(())),
        (&[Review, Review, Final, Publish], Ok(())),
        (&[Review], Err(Refusal::RouteEnd)),
        (&[Publish], Err(Refusal::RouteEnd)),
        (&[Review, Publish], Err(Refusal::RouteEnd)),
        (&[Final, Final], Err(Refusal::RouteEnd)),
        (&[Final, Review], Err(Refusal::RouteEnd)),
        (&[Publish, Final], Err(Refusal::RouteEnd)),
        (&[Final, Publish, Publish], Err(Refusal::RouteEnd)),
        (&[Review; 11], Err(Refusal::RouteStages { most: 10 })),
    ] {
        let stages = kinds.iter().map(|kind| stage(*kind, &[Some("head")])).collect();
        assert_eq!(checked(stages, &[], true), expected, "{kinds:?}");
    }
}

#[test]
fn who_may_sit_at_a_stage() {
    use StageKind::{Final, Publish};
    let not_second =
        |name: &str| Err(Refusal::SeatNotSecond { stage: "某级".into(), account: account(name) });
    for (kind, seats, outside, two_person, expected) in [
        (Final, &[Some("head")][..], &[][..], true, Ok(())),
        (Final, &[Some("writer")], &[], true, not_second("writer")),
        (Final, &[Some("writer")], &[], false, Ok(())),
        (Final, &[Some("admin")], &[], true, not_second("admin")),
        (Final, &[Some("admin")], &[], false, Ok(())),
        (Final, &[Some("far")], &[], false, Err(Refusal::SeatCannotRead { account: account("far") })),
        (Final, &[Some("gone")], &[], false, Err(Refusal::UnknownAccount { account: account("gone") })),
        (Final, &[], &[], true, Err(Refusal::StageSeats { stage: "某级".into(), most: 20 })),
        (Final, &[Some("head"); 21], &[], true, Err(Refusal::StageSeats { stage: "某级".into(), most: 20 })),
        (
            Final,
            &[Some("head"), Some("head")],
            &[],
            true,
            Err(Refusal::SeatTwice { stage: "某级".into(), account: account("head") }),
        ),
        (Final, &[None], &[1], true, Ok(())),
        (Final, &[None, None], &[1, 2], true, Ok(())),
        (
            Final,
            &[Some("head"), None],
            &[1],
            true,
            Err(Refusal::SeatNameNeeded { stage: "某级".into(), post: "职务".into() }),
        ),
    ] {
        assert_eq!(
            checked(vec![stage(kind, seats)], outside, two_person),
            expected,
            "{seats:?} {two_person}"
        );
    }
    // 发布 judges nothing: whoever submitted may do it.
    let both = |last| vec![stage(Final, &[Some("head")]), stage(Publish, &[Some(last)])];
    assert_eq!(checked(both("writer"), &[], true), Ok(()));
    // The same person may sit at two stages.
    assert_eq!(checked(both("head"), &[], true), Ok(()));
    let nameless = RouteStage { name: " ".into(), ..stage(Final, &[Some("head")]) };
    assert_eq!(checked(vec![nameless], &[], true), Err(Refusal::NameLength { limit: 40 }));
    let mut postless = stage(Final, &[Some("head")]);
    postless.seats[0].post = "职".repeat(41);
    assert_eq!(checked(vec![postless], &[], true), Err(Refusal::NameLength { limit: 40 }));
}

#[test]
fn every_proposal_is_a_way_that_can_be_gone() {
    let known = [candidate("writer", Role::Clerk, true)];
    let submitter = account("writer");
    let asked = Asked { known: &known, submitter: &submitter, two_person: true };
    let mut codes = BTreeSet::new();
    for one in templates() {
        assert!(codes.insert(&one.code), "{} is there twice", one.code);
        assert!(!one.name.is_empty());
        let stages = one.stages.iter().map(|stage| RouteStage {
            name: stage.name.clone(),
            kind: stage.kind,
            mode: stage.mode,
            meeting: stage.meeting,
            seats: stage.posts.iter().map(|post| Seat { post: post.clone(), account: None }).collect(),
        });
        let route = Route { stages: stages.collect() };
        let all = (1..=20).collect();
        assert_eq!(route.clone().checked(&all, &asked).map(drop), Ok(()), "{}", one.code);
        for category in &one.categories {
            assert!(classes().category(category).is_some(), "{category}");
        }
    }
    let of = |category: &str| &*proposed(&DocumentClass { category: category.into(), kind: None }).code;
    assert_eq!((of("bid"), of("survey"), of("other")), ("meeting", "usual", "usual"));
    let names: Vec<&str> = templates()[0].stages.iter().map(|stage| &*stage.name).collect();
    assert_eq!(names, ["部门负责人初审", "售前经理审核", "领导终审", "发布"], "as DOC-19 has them");
}
