//! Customers and their people.

use super::*;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::sample::{day, digest, unit};

fn no(serial: u32) -> CustomerNo {
    CustomerNo { unit: unit("CD"), serial }
}

fn basics(name: &str) -> CustomerBasics {
    CustomerBasics { name: name.into(), sector: Some("党政".into()), grade: None }
}

fn customer() -> Customer {
    let contact = |number, left: Option<&str>| Contact {
        number,
        grades: ContactGrades::default(),
        person: digest("person"),
        left_on: left.map(day),
    };
    let contacts = vec![contact(1, None), contact(2, Some("2026-10-01"))];
    Customer {
        no: no(1), basics: basics("市大数据局"), text: None, contacts, struck: false, merged: false
    }
}

#[test]
fn numbers_read_back_as_written() {
    for text in ["CD-KH-0007", "C-D-KH-12345", "C/D-KH-0001"] {
        assert_eq!(text.parse::<CustomerNo>().unwrap().to_string(), text);
    }
    for text in ["CD-KH-7", "CD-KH-0000", "CD-SJ-0001", "KH-0001", "CD-KH-100000", ""] {
        assert!(text.parse::<CustomerNo>().is_err(), "{text}");
    }
}

#[test]
fn a_customer_of_the_same_name_is_told_first() {
    let known = [(no(1), "市大数据局（本级）".to_owned())];
    let register =
        |name: &str, anyway| register_customer(basics(name), None, no(2), &known, anyway).map(|e| e.len());
    let same = Err(Refusal::CustomerKnown { customer: no(1), name: known[0].1.clone() });
    assert_eq!(register("市 大数据局(本级)", false), same);
    assert_eq!(register("市大数据局(本级)", true), Ok(1));
    assert_eq!(register("市大数据局", false), Ok(1));
    assert_eq!(register(" ", false), Err(Refusal::NameLength { limit: 100 }));
    assert_eq!(register(&"长".repeat(101), false), Err(Refusal::NameLength { limit: 100 }));
    let used_up = register_customer(basics("甲"), None, no(100_000), &[], false);
    assert_eq!(used_up, Err(Refusal::NumbersUsedUp { unit: unit("CD") }));
    let odd = CustomerBasics { sector: Some("航天".into()), ..basics("甲") };
    let refused = register_customer(odd, None, no(2), &[], false);
    assert_eq!(refused, Err(Refusal::NotInList { value: "航天".into() }));
}

#[test]
fn a_number_says_whose_it_is_and_a_name_only_where_one_has_it() {
    let known = [no(1), no(2), no(3)].map(|no| {
        let name = if no.serial == 3 { "市卫健委" } else { "市大数据局" };
        (no, name.to_owned())
    });
    let of = |number: Option<u32>, name: &str| whose(&known, number.map(no), Some(name));
    assert_eq!(of(Some(2), "市大数据局"), Ok(Whose::Known(no(2))), "the second of two of one name");
    assert_eq!(of(None, " 市 卫健委"), Ok(Whose::Known(no(3))));
    assert_eq!(of(None, "市教育局 "), Ok(Whose::New("市教育局".into())));
    let both = Refusal::CustomerAmbiguous { name: "市大数据局".into(), customers: vec![no(1), no(2)] };
    assert_eq!(of(None, "市大数据局"), Err(both));
    assert_eq!(of(Some(9), "市卫健委"), Err(Refusal::UnknownCustomer { customer: "CD-KH-0009".into() }));
    assert_eq!(of(None, " "), Err(Refusal::CustomerNeeded));
}

#[test]
fn what_is_known_of_a_customer_changes_once() {
    let known = [(no(1), "市大数据局".to_owned()), (no(2), "市卫健委".to_owned())];
    let change = |name: &str, anyway| customer().change(basics(name), None, &known, anyway).map(|e| e.len());
    assert_eq!(change("市大数据局", false), Ok(0));
    assert_eq!(change("市数据局", false), Ok(1));
    let same = Err(Refusal::CustomerKnown { customer: no(2), name: "市卫健委".into() });
    assert_eq!(change("市卫健委", false), same);
    assert_eq!(change("市卫健委", true), Ok(1));
    let text = customer().change(basics("市大数据局"), Some(digest("text")), &known, false);
    assert_eq!(text.map(|e| e.len()), Ok(1));
}

#[test]
fn a_customer_is_struck_that_was_a_mistake_or_is_another() {
    let strike = |known: &Customer, into: Option<u32>, known_too, tickets, reason| {
        let belongings = Belongings { tickets, ..Belongings::default() };
        known.strike(into.map(no), known_too, belongings, reason).map(|events| events.len())
    };
    let known = customer();
    assert_eq!(strike(&known, None, false, 0, "误登记"), Ok(1));
    assert_eq!(strike(&known, None, false, 0, " "), Err(Refusal::ReasonNeeded));
    let used =
        Refusal::CustomerInUse { customer: no(1), opportunities: 0, tickets: 3, forms: 0, documents: 0 };
    assert_eq!(strike(&known, None, false, 3, "误登记"), Err(used));
    assert_eq!(strike(&known, Some(2), true, 3, "重复"), Ok(1), "everything of it goes there");
    for (into, on_list) in [(1, true), (9, false)] {
        let unknown = Refusal::UnknownCustomer { customer: no(into).to_string() };
        assert_eq!(strike(&known, Some(into), on_list, 3, "重复"), Err(unknown));
    }
    let struck = Customer { struck: true, ..customer() };
    let refused = || Err(Refusal::CustomerStruck { customer: no(1) });
    assert_eq!(strike(&struck, None, false, 0, "误登记"), refused());
    assert_eq!(struck.change(basics("市数据局"), None, &[], false).map(|e| e.len()), refused());
    let record = |of: &Customer, number| {
        of.record_contact(number, ContactGrades::default(), Some(digest("anew")), &[]).map(|e| e.len())
    };
    assert_eq!((record(&struck, 1), record(&struck, 3)), (refused(), refused()));
    let merged = Customer { merged: true, ..struck };
    assert_eq!(record(&merged, 1), Ok(1), "they are the other one's, and may change");
    assert_eq!(record(&merged, 3), refused(), "somebody new is recorded there");
}

#[test]
fn people_are_recorded_leave_and_come_back() {
    let grades = |level: &str| ContactGrades { level: Some(level.into()), grade: None };
    let record = |number, grades: ContactGrades, person| {
        customer().record_contact(number, grades, person, &["省局副主任".to_owned()]).map(|e| e.len())
    };
    let person = Some(digest("person"));
    assert_eq!(record(3, grades("高层"), person), Ok(1));
    assert_eq!(record(4, grades("高层"), person), Err(Refusal::UnknownContact { number: 4 }));
    assert_eq!(record(3, grades("高层"), None), Err(Refusal::PersonNeeded));
    assert_eq!(record(3, grades("部长"), person), Err(Refusal::NotInList { value: "部长".into() }));
    let graded = |grade: &str| ContactGrades { level: None, grade: Some(grade.into()) };
    assert_eq!(record(3, graded("省局副主任"), person), Ok(1));
    assert_eq!(record(3, graded("省长"), person), Err(Refusal::NotInList { value: "省长".into() }));
    assert_eq!(record(1, ContactGrades::default(), person), Ok(0), "nothing new");
    assert_eq!(record(2, ContactGrades::default(), person), Ok(1), "back again");
    let left = |number, on: &str| customer().contact_left(number, day(on), day("2026-10-12"));
    assert!(matches!(left(1, "2026-10-12").unwrap()[..], [Event::ContactLeft(_)]));
    assert_eq!(left(2, "2026-10-01"), Ok(vec![]));
    assert_eq!(left(9, "2026-10-01"), Err(Refusal::UnknownContact { number: 9 }));
    let future = Refusal::DateInFuture { date: day("2026-10-13"), today: day("2026-10-12") };
    assert_eq!(left(1, "2026-10-13"), Err(future));
}
