//! Facts of a quarter in which nothing is missing; each test changes the one thing it is about.

use crate::organisation::{Group, Party};
use crate::rulebook::RuleSet;
use crate::sample::{month, quarter, score, staff, term, unit};
use crate::settlement::{
    ConfirmationFact, ExemptionFact, MonthFacts, PersonFacts, QuarterFacts, Settlement, UnitFacts, settle,
};

/// The quarter of all tests that do not say otherwise.
pub(crate) const QUARTER: &str = "2026Q3";

/// An engineer on duty with a score.
pub(crate) fn scored(no: &str, points: &str) -> PersonFacts {
    PersonFacts {
        staff_no: staff(no),
        score: Some(score(points)),
        due: true,
        not_assessed: false,
        probation: false,
    }
}

/// An engineer on duty without a score.
pub(crate) fn unscored(no: &str) -> PersonFacts {
    PersonFacts { score: None, ..scored(no, "0") }
}

/// A closed month of the unit with one engineer per score; without scores it is declared 本月无在岗人员.
pub(crate) fn month_of(code: &str, index: usize, scores: &[&str]) -> MonthFacts {
    MonthFacts {
        month: quarter(QUARTER).months()[index],
        people: scores.iter().enumerate().map(|(i, s)| scored(&format!("{code}-{i}"), s)).collect(),
        no_engineer: scores.is_empty(),
        closed: true,
    }
}

/// A unit with these scores in its three months, confirmed by both parties.
pub(crate) fn unit_of(code: &str, group: Group, months: [&[&str]; 3]) -> UnitFacts {
    UnitFacts {
        code: unit(code),
        name: format!("{code}分公司"),
        group,
        exempt: None,
        months: months.iter().enumerate().map(|(i, scores)| month_of(code, i, scores)).collect(),
        confirmations: Party::BOTH.map(|party| ConfirmationFact { party }).to_vec(),
        objection_open: false,
        what_if: None,
    }
}

/// A unit with one engineer who has the same score every month.
pub(crate) fn even(code: &str, group: Group, points: &str) -> UnitFacts {
    unit_of(code, group, [&[points], &[points], &[points]])
}

/// A unit in which nobody was on duty, left out with a second person's agreement.
pub(crate) fn exempt(code: &str, group: Group) -> UnitFacts {
    let exempt = Some(ExemptionFact { reason: "本季度无在岗人员".to_owned(), approved: true });
    UnitFacts { exempt, confirmations: Vec::new(), ..unit_of(code, group, [&[], &[], &[]]) }
}

/// The two provincial units with a score each and `count` city units with the same one.
pub(crate) fn province(provincial: [&str; 2], count: usize, city: &str) -> Vec<UnitFacts> {
    let mut units =
        vec![even("ZQ", Group::Provincial, provincial[0]), even("ZK", Group::Provincial, provincial[1])];
    units.extend((1..=count).map(|n| even(&format!("C{n:02}"), Group::City, city)));
    units
}

/// A quarter with a base of 1,200,000.00 yuan at 6 %, seen from the month after it.
pub(crate) fn facts(units: Vec<UnitFacts>) -> QuarterFacts {
    QuarterFacts {
        quarter: quarter(QUARTER),
        rule_set: RuleSet::default_version(),
        rubric: 1,
        units,
        contract: Some(term(QUARTER, "1200000")),
        adjustments: Vec::new(),
        payments: Vec::new(),
        invoiced: None,
        history: Vec::new(),
        this_month: month("2026-10"),
    }
}

/// A quarter of 24 units in which every engineer has that score, so that it is the overall score too.
pub(crate) fn uniform(points: &str) -> QuarterFacts {
    facts(province([points, points], 22, points))
}

/// The rounded overall score, the coefficient and the fee, as text.
pub(crate) fn money(settlement: &Settlement) -> (String, String, String) {
    (
        settlement.overall.unwrap().to_string(),
        settlement.coefficient.unwrap().to_string(),
        settlement.fee_payable.unwrap().gross.to_string(),
    )
}

/// Works a quarter out that must have nothing open.
pub(crate) fn settled(facts: &QuarterFacts) -> Settlement {
    let settlement = settle(facts);
    assert_eq!(settlement.blockers, [], "something is open");
    settlement
}
