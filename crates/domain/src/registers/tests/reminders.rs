//! What forms remind of, and until when.

use super::*;
use crate::deadline::{DeadlineRules, Reckoning, Standing};
use crate::form::ItemState;
use crate::kernel::{ContractNo, TaxRate};
use crate::organisation::ContractTerm;
use chrono::NaiveDate;

/// What a form of that type reminds of on a day; `after`: a later form of that type about the same customer.
fn told(
    code: &str,
    on: &str,
    typed: &[(&str, &str)],
    today: &str,
    after: Option<&str>,
) -> Vec<(String, String)> {
    let kind = known(code).body;
    let (answers, items) = (answers(&kind, typed), BTreeMap::new());
    on_form(&kind, on, &answers, &items, true, today, after)
}

fn on_form(
    kind: &FormType,
    on: &str,
    answers: &Answers,
    items: &BTreeMap<String, ItemState>,
    open: bool,
    today: &str,
    after: Option<&str>,
) -> Vec<(String, String)> {
    let (calendar, rules) = (WorkingDays::default(), DeadlineRules::default());
    let with = Reckoning { calendar: &calendar, rules: &rules, today: day(today) };
    let form = RemindedForm { on: day(on), answers, items, open };
    let followed = |next: &[String]| after.is_some_and(|code| next.iter().any(|one| one == code));
    let said = kind.reminders.iter().filter_map(|one| one.of(&form, followed, &with));
    said.map(|one| {
        let at = one.at.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
        let late = if matches!(one.standing, Standing::Overdue { .. }) { " late" } else { "" };
        (one.term, format!("{}{at}{late}", one.by))
    })
    .collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(term, by)| ((*term).to_owned(), (*by).to_owned())).collect()
}

#[test]
fn an_important_visit_is_told_of_two_days_before_and_confirmed_by_phone_on_the_day() {
    let guests = [("way", "客户来访"), ("importance", "重要"), ("time", "9：30")];
    let said = |today: &str| told("visit", "2026-10-16", &guests, today, None);
    assert_eq!(said("2026-10-12"), []);
    assert_eq!(said("2026-10-13"), pairs(&[("visitNotice", "2026-10-14")]));
    let on_the_day = pairs(&[
        ("visitNotice", "2026-10-14 late"),
        ("visitCall", "2026-10-16 08:30"),
        ("visitCar", "2026-10-16 09:15"),
    ]);
    assert_eq!(said("2026-10-16"), on_the_day);
    let ours = [("way", "拜访客户"), ("importance", "一般")];
    assert_eq!(told("visit", "2026-10-16", &ours, "2026-10-16", None), [], "nobody comes");
    let timeless = [("way", "客户来访"), ("importance", "一般"), ("time", "上午")];
    let said = told("visit", "2026-10-16", &timeless, "2026-10-16", None);
    assert_eq!(said[0], ("visitCall".to_owned(), "2026-10-16".to_owned()), "no time that can be read");
    let kind = known("visit").body;
    let answers = answers(&kind, &guests);
    let done = |state: ItemState| [("told".to_owned(), state)].into();
    let on = |items: BTreeMap<String, ItemState>, open| {
        on_form(&kind, "2026-10-16", &answers, &items, open, "2026-10-14", None)
    };
    assert_eq!(on(done(ItemState::Done { on: day("2026-10-13"), file: None }), true), []);
    assert_eq!(on(done(ItemState::Open), true).len(), 1, "taken back");
    assert_eq!(on(BTreeMap::new(), false), [], "the visit is over");
}

#[test]
fn customers_are_visited_asked_and_called_again_until_somebody_did() {
    let visit = |today: &str, after| told("visit", "2026-07-16", &[("way", "拜访客户")], today, after);
    assert_eq!(visit("2026-10-08", None), []);
    assert_eq!(visit("2026-10-15", None), pairs(&[("returnVisit", "2026-10-16")]));
    assert_eq!(visit("2026-10-19", None), pairs(&[("returnVisit", "2026-10-16 late")]));
    assert_eq!(visit("2026-10-19", Some("contact")), [], "somebody called");
    assert_eq!(visit("2026-10-19", Some("minutes")).len(), 1, "a meeting of our own is no visit");
    let asked = |today: &str, after| told("survey", "2025-10-20", &[], today, after);
    assert_eq!(asked("2026-10-12", None), pairs(&[("satisfactionSurvey", "2026-10-20")]));
    assert_eq!(asked("2026-10-12", Some("survey")), []);
    let agreed = [("next", "2026-10-20")];
    let call = |today: &str| told("contact", "2026-10-01", &agreed, today, None);
    assert_eq!((call("2026-10-16"), call("2026-10-19").len()), (vec![], 1));
    assert_eq!(told("contact", "2026-10-01", &[], "2026-10-19", None), [], "no day was agreed on");
}

#[test]
fn contracts_trials_and_certificates_end() {
    let contract = [("to", "2026-12-31"), ("signOn", "2026-10-23")];
    let said = |today: &str, after| told("presalesContract", "2026-10-01", &contract, today, after);
    assert_eq!(said("2026-10-13", None), pairs(&[("projectGroup", "2026-10-16")]), "a week before signing");
    assert!(said("2026-11-27", None).contains(&("contractEnd".into(), "2026-12-01".into())));
    assert!(!said("2026-11-27", Some("presalesContract")).iter().any(|(term, _)| term == "contractEnd"));
    let trial = [("trialFrom", "2026-04-20")];
    let said = told("procedureChange", "2026-04-10", &trial, "2026-10-12", None);
    assert_eq!(said, pairs(&[("procedureTrial", "2026-10-20")]), "half a year");
    let licence = [("kind", "营业执照"), ("validTo", "2026-11-11")];
    let said = told("companyMaterial", "2023-11-11", &licence, "2026-10-12", None);
    assert_eq!(said, pairs(&[("materialExpiry", "2026-10-12")]));
}

#[test]
fn the_contract_that_ends_last_counts() {
    let term = |to: &str| ContractTerm {
        no: ContractNo::parse("HT-1").unwrap(),
        client: "甲".into(),
        provider: "乙".into(),
        from: day("2025-01-01"),
        to: day(to),
        quarter: month("2026-10").quarter(),
        amount: crate::kernel::Yuan::parse("100").unwrap(),
        tax_rate: TaxRate::parse("6%").unwrap(),
    };
    let (calendar, rules) = (WorkingDays::default(), DeadlineRules::default());
    let ends = |today: &str, terms: &[ContractTerm]| -> Option<(NaiveDate, NaiveDate)> {
        let with = Reckoning { calendar: &calendar, rules: &rules, today: day(today) };
        contract_ends(terms, &with).map(|(said, to)| (said.by, to))
    };
    let both = [term("2026-12-31"), term("2025-12-31")];
    assert_eq!(ends("2026-11-23", &both), None);
    assert_eq!(ends("2026-11-24", &both), Some((day("2026-12-01"), day("2026-12-31"))));
    assert_eq!(ends("2027-01-04", &both).map(|(_, to)| to), Some(day("2026-12-31")), "it has ended");
    assert_eq!((ends("2027-01-04", &[]), ends("2027-01-04", &[term("2027-12-31")])), (None, None));
}

#[test]
fn what_came_after_is_about_the_same() {
    let place = |no: &str, kind: &str, on: &str, about: &str| FormPlace {
        no: no.parse().unwrap(),
        kind: kind.into(),
        on: day(on),
        about: about.into(),
    };
    let first = place("CD-BF202610-0001", "visit", "2026-10-12", "市大数据局");
    let all: Places = [
        first.clone(),
        place("CD-GT202610-0001", "contact", "2026-10-13", "市大数据局"),
        place("CD-BF202610-0002", "visit", "2026-10-14", "别的客户"),
    ]
    .into_iter()
    .collect();
    assert!(all.followed(&first, &["contact".into()]));
    assert!(!all.followed(&first, &["visit".into()]), "not itself, and no other customer's");
}

#[test]
fn a_type_reminds_of_what_it_has() {
    let unsound = |change: fn(&mut Reminder)| {
        let mut kind = known("presalesContract").body;
        change(&mut kind.reminders[0]);
        assert_eq!(kind.check(), Err(Refusal::FormTypePart { part: kind.label.clone() }));
    };
    unsound(|one| one.day = Some("gone".into()));
    unsound(|one| one.day = Some("fee".into()));
    unsound(|one| one.item = Some("gone".into()));
    unsound(|one| one.time = Some("to".into()));
}
