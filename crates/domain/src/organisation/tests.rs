//! Units, contract terms, parties and certificates.

use super::*;
use crate::event::{Event, RootUntrusted};
use crate::kernel::{DayKind, UnitCode};
use crate::refusal::Refusal;
use crate::sample::{day, digest, moment, quarter, term, unit, yuan};
use std::collections::BTreeMap;

fn of(code: &str, name: &str) -> Unit {
    Unit { code: unit(code), name: name.to_owned(), group: Group::City, manager: None }
}

#[test]
fn units_are_added_changed_and_refused_by_row() {
    let province = Installation { role: LedgerRole::Province, unit: unit("ZQ"), two_person: true };
    let branch = Installation { role: LedgerRole::Branch, unit: unit("CD"), two_person: false };
    let known: BTreeMap<UnitCode, Unit> = [(unit("CD"), of("CD", "成都分公司"))].into();
    let sixty = "长".repeat(60);
    let length = |row| Err(vec![(row, Refusal::NameLength { limit: 60 })]);
    let cases = [
        (&province, vec![of("CD", "成都分公司")], Ok(0)),
        (&province, vec![of("CD", "成都市分公司"), of("MY", "绵阳分公司")], Ok(2)),
        (&province, vec![of("MY", &sixty)], Ok(1)),
        (&province, vec![of("MY", &format!("{sixty}长"))], length(0)),
        (&province, vec![of("CD", "成都"), of("MY", "  ")], length(1)),
        (
            &province,
            vec![of("MY", "绵阳"), of("CD", "成都"), of("MY", "绵阳")],
            Err(vec![(2, Refusal::UnitTwice { unit: unit("MY"), first_row: 0 })]),
        ),
        (&branch, vec![of("CD", "成都市分公司")], Ok(1)),
        (
            &branch,
            vec![of("CD", "成都"), of("MY", "绵阳")],
            Err(vec![(1, Refusal::ForeignUnit { unit: unit("MY") })]),
        ),
    ];
    for (installation, rows, expected) in cases {
        let found = import_units(installation, &known, &rows).map(|events| events.len());
        assert_eq!(found, expected, "{rows:?}");
    }
}

#[test]
fn contract_terms() {
    let base = term("2026Q3", "1200000");
    let known: BTreeMap<_, _> = [(base.quarter, base.clone())].into();
    let is_final = |q| q == quarter("2026Q3");
    let record = |rows: &[ContractTerm]| record_contract(&known, &is_final, rows).map(|events| events.len());
    let at = |q: &str, from: &str, to: &str| ContractTerm { from: day(from), to: day(to), ..term(q, "1") };
    let outside = |q: &str, from: &str, to: &str| Refusal::QuarterOutsideContract {
        quarter: quarter(q),
        from: day(from),
        to: day(to),
    };
    for (name, rows, expected) in [
        ("as on record, though final", vec![base.clone()], Ok(0)),
        ("a new quarter", vec![term("2026Q4", "0")], Ok(1)),
        (
            "a final quarter",
            vec![term("2026Q3", "1200000.01")],
            Err((0, Refusal::QuarterFinal { quarter: quarter("2026Q3") })),
        ),
        (
            "twice",
            vec![term("2026Q4", "1"), term("2026Q4", "1")],
            Err((1, Refusal::QuarterTwice { quarter: quarter("2026Q4"), first_row: 0 })),
        ),
        (
            "negative",
            vec![term("2026Q4", "-0.01")],
            Err((0, Refusal::NegativeAmount { amount: yuan("-0.01") })),
        ),
        (
            "reversed",
            vec![at("2026Q4", "2026-12-31", "2026-10-01")],
            Err((0, Refusal::DatesReversed { from: day("2026-12-31"), to: day("2026-10-01") })),
        ),
        ("one day of the quarter", vec![at("2026Q4", "2026-12-31", "2027-12-31")], Ok(1)),
        (
            "begins the day after",
            vec![at("2026Q4", "2027-01-01", "2027-12-31")],
            Err((0, outside("2026Q4", "2027-01-01", "2027-12-31"))),
        ),
        ("ends on its first day", vec![at("2026Q4", "2026-01-01", "2026-10-01")], Ok(1)),
        (
            "ended the day before",
            vec![at("2026Q4", "2026-01-01", "2026-09-30")],
            Err((0, outside("2026Q4", "2026-01-01", "2026-09-30"))),
        ),
    ] {
        assert_eq!(record(&rows), expected.map_err(|e| vec![e]), "{name}");
    }
}

#[test]
fn parties_have_a_name() {
    let record = |name: &str| PartyRecord {
        party: Party::Client,
        name: name.to_owned(),
        alias: None,
        representative: None,
        post: None,
    };
    let known = [record("四川移动")];
    let register = |name: &str| register_party(&known, record(name)).map(|events| events.len());
    assert_eq!(register("四川移动"), Ok(0));
    assert_eq!(register("中国移动四川公司"), Ok(1));
    assert_eq!(register(&"长".repeat(60)), Ok(1));
    for bad in ["", " ", &"长".repeat(61)] {
        assert_eq!(register(bad), Err(Refusal::NameLength { limit: 60 }), "{bad}");
    }
    assert_eq!(Party::BOTH.map(Party::code), ["client", "provider"]);
    assert_eq!(Party::BOTH.map(Party::other), [Party::Provider, Party::Client]);
}

#[test]
fn a_certificate_belongs_to_one_party_and_is_in_force() {
    let certificate = |name: &str| CertificateRecord {
        fingerprint: digest(name),
        not_before: moment("2026-01-01T00:00:00Z"),
        not_after: moment("2026-12-31T00:00:00Z"),
        // One key may stand in several certificates: "a" and "a renewed".
        key: digest(name.split(' ').next().unwrap()),
        holder: digest("holder"),
    };
    let known = [(Party::Client, certificate("a"))];
    let register = |party, name, now: &str| {
        register_certificate(&known, party, certificate(name), moment(now)).map(|events| events.len())
    };
    let now = "2026-07-01T00:00:00Z";
    assert_eq!(register(Party::Client, "a", now), Ok(0));
    assert_eq!(register(Party::Client, "b", now), Ok(1));
    assert_eq!(
        register(Party::Provider, "a", now),
        Err(Refusal::CertificateOfOtherParty { party: Party::Provider })
    );
    let same_key = Err(Refusal::CertificateOfOtherParty { party: Party::Provider });
    assert_eq!(register(Party::Provider, "a renewed", now), same_key);
    assert_eq!(register(Party::Client, "a renewed", now), Ok(1));
    assert_eq!(register(Party::Provider, "b", "2026-12-31T00:00:00Z"), Ok(1));
    let expired = Err(Refusal::CertificateExpired { not_after: moment("2026-12-31T00:00:00Z") });
    assert_eq!(register(Party::Provider, "b", "2026-12-31T00:00:01Z"), expired);

    assert_eq!(trust_root(&[certificate("root")], certificate("root")), []);
    assert_eq!(trust_root(&[certificate("root")], certificate("other")).len(), 1);

    // Erased, its data come back under another salt: they must be named again.
    let again = |name| CertificateRecord { holder: digest("another salt"), ..certificate(name) };
    let registered = register_certificate(&known, Party::Client, again("a"), moment(now));
    assert_eq!(registered.map(|events| events.len()), Ok(1));
    assert_eq!(trust_root(&[certificate("root")], again("root")).len(), 1);
}

#[test]
fn only_days_that_change_are_recorded_and_a_day_can_become_ordinary_again() {
    let national = || (DayKind::Holiday, "国庆节".to_owned());
    let known =
        [(day("2026-10-01"), national()), (day("2026-10-10"), (DayKind::Working, String::new()))].into();
    let record = |changes: Vec<(&str, Option<(DayKind, String)>)>| {
        let changes: Vec<_> = changes.into_iter().map(|(on, change)| (day(on), change)).collect();
        record_calendar(&known, &changes).map(|events| {
            events
                .iter()
                .map(|event| match event {
                    Event::CalendarRecorded(e) => {
                        format!("{:?}", e.days.iter().map(|d| d.0).collect::<Vec<_>>())
                    }
                    Event::CalendarCleared(e) => format!("cleared {:?}", e.days),
                    other => panic!("{other:?}"),
                })
                .collect::<Vec<_>>()
        })
    };
    let nothing = Ok(Vec::new());
    assert_eq!(record(vec![("2026-10-01", Some(national())), ("2026-10-02", None)]), nothing);
    assert_eq!(record(vec![("2026-10-02", Some(national()))]), Ok(vec!["[2026-10-02]".to_owned()]));
    assert_eq!(
        record(vec![("2026-10-10", None), ("2026-10-11", Some((DayKind::Working, "补班".to_owned())))]),
        Ok(vec!["cleared [2026-10-10]".to_owned(), "[2026-10-11]".to_owned()])
    );
    // A Thursday is worked anyway, and one on which nobody works becomes ordinary by being cleared.
    for on in ["2026-10-01", "2026-10-15"] {
        let refused = Err(vec![(0, Refusal::MakeUpOnWorkday { day: day(on) })]);
        assert_eq!(record(vec![(on, Some((DayKind::Working, String::new())))]), refused);
    }
    // The later of two changes of one day holds.
    assert_eq!(record(vec![("2026-10-01", None), ("2026-10-01", Some(national()))]), nothing);
    let long = (DayKind::Holiday, "长".repeat(13));
    assert_eq!(record(vec![("2026-10-03", Some(long))]), Err(vec![(0, Refusal::NameLength { limit: 12 })]));
}

#[test]
fn only_a_trusted_root_loses_its_trust() {
    let root = CertificateRecord {
        fingerprint: digest("root"),
        not_before: moment("2026-01-01T00:00:00Z"),
        not_after: moment("2036-01-01T00:00:00Z"),
        key: digest("key"),
        holder: digest("holder"),
    };
    let event = Event::RootUntrusted(RootUntrusted { fingerprint: digest("root") });
    assert_eq!(untrust_root(std::slice::from_ref(&root), digest("root")), Ok(vec![event]));
    let unknown = Refusal::RootNotTrusted { fingerprint: digest("other") };
    assert_eq!(untrust_root(&[root], digest("other")), Err(unknown));
}
