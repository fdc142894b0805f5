//! The right to end the contract (§7.3; formula 8).

use crate::kernel::ContractNo;
use crate::sample::{decimal, quarter};
use crate::settlement::{FinalQuarter, consecutive_below};

#[test]
fn only_adjacent_final_quarters_of_one_contract_make_a_run() {
    let contract = |no: &str| ContractNo::parse(no).unwrap();
    // (name, earlier final quarters with score and contract, quarter, score, run)
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str, &'a str)], &'a str, &'a str, u32);
    let cases: &[Case<'_>] = &[
        ("alone", &[], "2026Q3", "69.99", 1),
        ("not low", &[("2026Q2", "10", "A")], "2026Q3", "70.00", 0),
        ("two", &[("2026Q2", "69.99", "A")], "2026Q3", "69.99", 2),
        ("over the new year", &[("2026Q4", "69.99", "A")], "2027Q1", "0", 2),
        ("three", &[("2026Q1", "50", "A"), ("2026Q2", "60", "A")], "2026Q3", "69", 3),
        ("in any order", &[("2026Q2", "60", "A"), ("2026Q1", "50", "A")], "2026Q3", "69", 3),
        ("an open quarter between", &[("2026Q1", "50", "A")], "2026Q3", "69", 1),
        ("a good quarter between", &[("2026Q1", "50", "A"), ("2026Q2", "70", "A")], "2026Q3", "69", 1),
        ("another contract before", &[("2026Q2", "50", "B")], "2026Q3", "69", 1),
        ("another contract further back", &[("2026Q1", "50", "B"), ("2026Q2", "50", "A")], "2026Q3", "69", 2),
        ("the same quarter of another year", &[("2025Q3", "50", "A")], "2026Q3", "69", 1),
        ("itself in an earlier revision", &[("2026Q3", "50", "A")], "2026Q3", "69", 1),
        ("a later quarter", &[("2026Q4", "50", "A")], "2026Q3", "69", 1),
        ("the first quarter of the calendar", &[], "2000Q1", "69", 1),
    ];
    for (name, earlier, at, overall, run) in cases {
        let history: Vec<FinalQuarter> = earlier
            .iter()
            .map(|(q, s, no)| FinalQuarter {
                quarter: quarter(q),
                overall: decimal(s),
                contract: Some(contract(no)),
            })
            .collect();
        let found =
            consecutive_below(&history, quarter(at), decimal(overall), Some(&contract("A")), decimal("70"));
        assert_eq!(found, *run, "{name}");
    }
}

#[test]
fn an_unknown_contract_is_nobodys() {
    let history = [FinalQuarter { quarter: quarter("2026Q2"), overall: decimal("50"), contract: None }];
    let a = ContractNo::parse("A").unwrap();
    for contract in [None, Some(&a)] {
        let run = consecutive_below(&history, quarter("2026Q3"), decimal("50"), contract, decimal("70"));
        assert_eq!(run, 1, "{contract:?}");
    }
}
