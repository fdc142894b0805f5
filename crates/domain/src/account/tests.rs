//! Opening and closing accounts.

use super::*;
use crate::sample::{account, digest, unit};

fn open(name: &str, role: Role) -> Account {
    Account { account: account(name), role, unit: None, post: None, open: true }
}

#[test]
fn names_are_taken_once_and_unit_roles_have_a_unit() {
    let known = [open("a", Role::Clerk), Account { open: false, ..open("b", Role::Clerk) }];
    let try_open = |name, role, unit| {
        open_account(&known, account(name), role, unit, None, digest("p")).map(|e| e.len())
    };
    let taken = |name| Err(Refusal::AccountTaken { account: account(name) });
    assert_eq!(try_open("a", Role::Clerk, None), taken("a"));
    assert_eq!(try_open("b", Role::Clerk, None), taken("b"), "a closed account keeps its name");
    assert_eq!(try_open("c", Role::Clerk, None), Ok(1));
    for role in Role::ALL {
        let needs = matches!(role, Role::UnitManager | Role::UnitLeader);
        let expected = if needs { Err(Refusal::AccountNeedsUnit { role }) } else { Ok(1) };
        assert_eq!(try_open("c", role, None), expected);
        assert_eq!(try_open("c", role, Some(unit("CD"))), Ok(1));
    }
}

#[test]
fn the_last_administrator_stays() {
    let mut known = vec![open("root", Role::Administrator), open("a", Role::Clerk)];
    assert_eq!(close_account(&known, &account("root")), Err(Refusal::LastAdministrator));
    assert_eq!(close_account(&known, &account("a")).map(|e| e.len()), Ok(1));
    known.push(Account { open: false, ..open("gone", Role::Administrator) });
    assert_eq!(close_account(&known, &account("root")), Err(Refusal::LastAdministrator));
    let unknown = Err(Refusal::UnknownAccount { account: account("gone") });
    assert_eq!(close_account(&known, &account("gone")), unknown, "closed already");
    known.push(open("second", Role::Administrator));
    assert_eq!(close_account(&known, &account("root")).map(|e| e.len()), Ok(1));
}

#[test]
fn two_person_work_is_set_once() {
    for (current, on, events) in [(true, true, 0), (false, false, 0), (false, true, 1), (true, false, 1)] {
        assert_eq!(set_two_person(current, on).len(), events);
    }
}
