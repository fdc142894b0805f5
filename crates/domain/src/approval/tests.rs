//! Who may take which step, with two-person work on and off.

use super::*;
use crate::sample::{account, actor, taken};

#[test]
fn a_second_person_in_every_combination() {
    let needed = |step| Err(Refusal::SecondPersonNeeded { step });
    let business = |step| Err(Refusal::BusinessAccountNeeded { step });
    let preparer = account("preparer");
    for step in [Step::Review, Step::Approve] {
        for (name, role, two_person, expected) in [
            ("preparer", Role::Clerk, true, needed(step)),
            ("preparer", Role::Clerk, false, Ok(())),
            ("other", Role::Clerk, true, Ok(())),
            ("other", Role::Clerk, false, Ok(())),
            ("other", Role::UnitLeader, true, Ok(())),
            ("preparer", Role::Administrator, true, needed(step)),
            ("other", Role::Administrator, true, business(step)),
            ("other", Role::Administrator, false, Ok(())),
            ("preparer", Role::Administrator, false, Ok(())),
        ] {
            let found = second_person([&preparer].into_iter(), step, &actor(name, role), two_person);
            assert_eq!(found, expected, "{name} {role:?} {step:?} {two_person}");
        }
    }
    // Preparing asks for nobody else, and without a preparer everybody is a second person.
    let administrator = actor("preparer", Role::Administrator);
    assert_eq!(second_person([&preparer].into_iter(), Step::Prepare, &administrator, true), Ok(()));
    let clerk = actor("preparer", Role::Clerk);
    assert_eq!(second_person([].into_iter(), Step::Review, &clerk, true), Ok(()));
}

#[test]
fn steps_are_taken_in_their_order() {
    let prepared = [taken(Step::Prepare, "a")];
    let reviewed = [taken(Step::Prepare, "a"), taken(Step::Review, "b")];
    let missing = |step| Err(Refusal::StepMissing { step });
    for (steps, step, expected) in [
        (&[][..], Step::Prepare, Ok(())),
        (&[], Step::Review, missing(Step::Prepare)),
        (&[], Step::Approve, missing(Step::Prepare)),
        (&prepared, Step::Review, Ok(())),
        (&prepared, Step::Approve, missing(Step::Review)),
        (&reviewed, Step::Approve, Ok(())),
    ] {
        for two_person in [true, false] {
            let found = take(steps, step, &actor("c", Role::Clerk), two_person);
            assert_eq!(found, expected, "{steps:?} {step:?}");
        }
    }
    // Whoever reviewed may approve: the second person is beside the preparer.
    assert_eq!(take(&reviewed, Step::Approve, &actor("b", Role::Clerk), true), Ok(()));
    let own = take(&reviewed, Step::Approve, &actor("a", Role::Clerk), true);
    assert_eq!(own, Err(Refusal::SecondPersonNeeded { step: Step::Approve }));
}

mod course;
mod route;
