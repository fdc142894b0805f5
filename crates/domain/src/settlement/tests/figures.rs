//! The canonical figures and their check code: the same wherever they are made, other where a figure is other.

use super::build::{QUARTER, facts, province, scored, settled, uniform};
use crate::sample::{quarter, term, yuan};
use crate::settlement::{QuarterFacts, check_code, confirmation_figures, settlement_figures};

#[test]
fn the_form_is_frozen() {
    let mut facts = facts(province(["95", "85"], 1, "88"));
    facts.units.truncate(3);
    for unit in &mut facts.units {
        unit.months.truncate(1);
    }
    let result = settled(&facts);
    let unit = confirmation_figures(quarter(QUARTER), &result.groups[1].units[0]);
    assert_eq!(
        unit,
        concat!(
            r#"{"kind":"confirmation","quarter":"2026Q3","unit":{"code":"C01","score":"88","exempt":null,"#,
            r#""months":[{"month":"2026-07","score":"88","people":[["C01-0","88",true]]}]}}"#
        )
    );
    assert_eq!(check_code(&unit).len(), 24);
    assert_eq!(check_code("abc"), "BA78-16BF-8F01-CFEA-4141");
    let whole = settlement_figures(&result, 1);
    assert!(
        whole.starts_with(concat!(
            r#"{"kind":"settlement","quarter":"2026Q3","revision":1,"overallExact":"88.4","overall":"88.40","#,
            r#""coefficient":"0.8840","feeBase":{"gross":"1200000.00","net":"1132075.47","tax":"67924.53"},"#,
            r#""feePayable":{"gross":"1060800.00","net":"1000754.72","tax":"60045.28"},"#,
            r#""amountDue":{"gross":"1060800.00","net":"1000754.72","tax":"60045.28"},"#,
            r#""groups":[{"kind":"provincial","weight":"0.2","score":"90","counted":2,"exempt":0,"#,
        )),
        "{whole}"
    );
}

#[test]
fn every_figure_that_decides_changes_the_code() {
    let base = uniform("80");
    let code = |facts: &QuarterFacts| check_code(&settlement_figures(&settled(facts), 1));
    let known = code(&base);
    assert_eq!(code(&base.clone()), known);

    let mut dearer = base.clone();
    dearer.contract = Some(term(QUARTER, "1200000.01"));
    assert_ne!(code(&dearer), known, "the base");
    let mut carried = base.clone();
    carried.payments.push(crate::settlement::Payment {
        voucher: "PZ".into(),
        amount: yuan("0.01"),
        on: crate::sample::day("2026-10-09"),
    });
    assert_ne!(code(&carried), known, "what is due");
    let mut one_more = base.clone();
    one_more.units[3].months[0].people.push(scored("E9", "80"));
    assert_ne!(code(&one_more), known, "a person, though every mean is the same");
    let second = check_code(&settlement_figures(&settled(&base), 2));
    assert_ne!(second, known, "the revision");

    // The name of a unit is no figure: a branch and the province may write it differently.
    let mut renamed = base.clone();
    renamed.units[3].name = "锦城分公司".to_owned();
    assert_eq!(code(&renamed), known);
}
