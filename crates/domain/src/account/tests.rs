//! Opening and closing accounts.

use super::*;
use crate::sample::{account, digest, staff, unit};

fn open(name: &str, role: Role) -> Account {
    Account { account: account(name), role, unit: None, post: None, open: true, engineer: None }
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
        let needs = role.of_unit();
        let expected = if needs { Err(Refusal::AccountNeedsUnit { role }) } else { Ok(1) };
        assert_eq!(try_open("c", role, None), expected);
        assert_eq!(try_open("c", role, Some(unit("CD"))), Ok(1));
    }
}

#[test]
fn an_engineer_has_one_open_account() {
    let tied = |name: &str, is_open| Account {
        open: is_open,
        engineer: Some(staff("QT0001")),
        ..open(name, Role::Engineer)
    };
    let tie = |known: &[Account], name: &str, role| {
        tie_account(known, (&account(name), role), staff("QT0001"), true).map(|events| events.len())
    };
    assert_eq!(tie(&[], "a", Role::Engineer), Ok(1));
    assert_eq!(tie(&[tied("a", true)], "a", Role::Engineer), Ok(0), "the same again");
    let taken = Refusal::EngineerHasAccount { staff_no: staff("QT0001"), account: account("a") };
    assert_eq!(tie(&[tied("a", true)], "b", Role::Engineer), Err(taken));
    assert_eq!(tie(&[tied("a", false)], "b", Role::Engineer), Ok(1), "the closed one is out of use");
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Engineer) {
        let other = Refusal::AccountOfOtherRole { account: account("b"), role };
        assert_eq!(tie(&[], "b", role), Err(other));
    }
    let unknown = tie_account(&[], (&account("a"), Role::Engineer), staff("QT0009"), false);
    assert_eq!(unknown, Err(Refusal::UnknownEngineer { staff_no: staff("QT0009") }));
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

fn offer(from: &str, to: &str) -> Handover {
    Handover { from: account(from), to: account(to), note: None }
}

#[test]
fn work_goes_to_an_account_that_may_do_it() {
    let of = |name: &str, code: &str| Account { unit: Some(unit(code)), ..open(name, Role::UnitManager) };
    let known = [of("a", "CD"), of("b", "CD"), of("c", "MY"), open("d", Role::Clerk), of("e", "CD")];
    let pending = [offer("e", "b")];
    let try_offer =
        |from, to| offer_handover(&known, &pending, &account(from), &account(to), Some(" ")).map(|e| e.len());
    let no = |to| Err(Refusal::NoSuccessor { account: account(to), role: Role::UnitManager });
    assert_eq!(try_offer("a", "b"), Ok(1));
    assert_eq!(try_offer("e", "a"), Ok(1), "another successor takes the place of the first");
    assert_eq!(try_offer("e", "b"), Ok(0), "the same again");
    for other in ["a", "c", "d"] {
        assert_eq!(try_offer("a", other), no(other));
    }
    assert_eq!(try_offer("a", "e"), Err(Refusal::SuccessorLeaves { account: account("e") }));
    assert_eq!(try_offer("a", "x"), Err(Refusal::UnknownAccount { account: account("x") }));
    assert_eq!(try_offer("x", "a"), Err(Refusal::UnknownAccount { account: account("x") }));
    let closed = [of("a", "CD"), Account { open: false, ..of("b", "CD") }];
    let gone = offer_handover(&closed, &[], &account("a"), &account("b"), None);
    assert_eq!(gone, Err(Refusal::UnknownAccount { account: account("b") }));
}

#[test]
fn the_successor_acknowledges_and_the_old_account_ends() {
    let known = [open("root", Role::Administrator), open("new", Role::Administrator)];
    let pending = [offer("root", "new")];
    let take = |who: &str| take_handover(&known, &pending, &account("root"), &account(who), 3);
    assert_eq!(take("root"), Err(Refusal::HandoverToAnother { account: account("new") }));
    let kinds: Vec<&str> = take("new").unwrap().iter().map(Event::kind).collect();
    assert_eq!(kinds, ["account.handoverTaken", "account.closed"]);
    let nothing = Err(Refusal::NoHandover { account: account("new") });
    assert_eq!(withdraw_handover(&pending, &account("new")), nothing);
    assert_eq!(withdraw_handover(&pending, &account("root")).map(|e| e.len()), Ok(1));
}
