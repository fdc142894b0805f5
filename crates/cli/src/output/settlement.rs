//! A quarter for people: units by group, the fee as sentences, what is missing and what to know in words.

use super::tables::{Side, money, table};
use crate::words::Words;
use app::requests::{GroupView, MonthView, QuarterView, SettlementView, UnitScoreView};

/// The whole quarter.
pub fn settlement(view: &SettlementView, words: Words) -> String {
    let mut parts = vec![words.say(
        "settlement.title",
        &[
            ("quarter", &view.quarter),
            ("status", &words.term("status", &view.status)),
            ("revision", &view.revision.to_string()),
            ("rules", &view.rule_set.version.to_string()),
            ("rubric", &view.rule_set.rubric.to_string()),
        ],
    )];
    parts.extend(view.groups.iter().map(|group| group_text(group, words)));
    if view.groups.iter().any(|g| !g.units.is_empty()) {
        parts.push(words.plain("settlement.legend"));
    }
    parts.push(sentences(view, words).join("\n"));
    let steps = steps(view, words);
    if !steps.is_empty() {
        parts.push(steps.join("\n"));
    }
    if !view.objections.is_empty() {
        parts.push(objections(view, words));
    }
    if !view.blockers.is_empty() {
        let lines = view.blockers.iter().map(|b| format!("  - {}", words.coded("blocker", b)));
        let title = words.say("settlement.blockers", &[("count", &view.blockers.len().to_string())]);
        parts.push(std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n"));
    }
    if !view.warnings.is_empty() {
        let lines = view.warnings.iter().map(|w| format!("  - {}", words.coded("warning", w)));
        parts.push(
            std::iter::once(words.plain("settlement.warnings")).chain(lines).collect::<Vec<_>>().join("\n"),
        );
    }
    parts.join("\n\n")
}

fn group_text(group: &GroupView, words: Words) -> String {
    let dash = words.plain("settlement.none");
    let title = words.say(
        "settlement.group",
        &[
            ("group", &words.term("group", &group.kind)),
            ("weight", &group.weight),
            ("score", group.shown.as_deref().unwrap_or(&dash)),
            ("counted", &group.counted.to_string()),
            ("exempt", &group.exempt.to_string()),
        ],
    );
    let months: Vec<String> = group
        .units
        .iter()
        .map(|unit| unit.months.iter().map(|m| m.month.clone()).collect::<Vec<_>>())
        .max_by_key(Vec::len)
        .unwrap_or_default();
    let mut headings =
        vec![(words.plain("column.code"), Side::Left), (words.plain("column.unit"), Side::Left)];
    headings.extend(months.iter().map(|month| (month.clone(), Side::Right)));
    headings.push((words.plain("column.quarterScore"), Side::Right));
    headings.push((words.plain("column.confirmed"), Side::Left));
    let rows = group.units.iter().map(|unit| unit_row(unit, &months, words)).collect();
    format!("{title}\n{}", table(&headings, rows))
}

fn unit_row(unit: &UnitScoreView, months: &[String], words: Words) -> Vec<String> {
    let dash = words.plain("settlement.none");
    let mut row = vec![unit.code.clone(), unit.name.clone()];
    row.extend(months.iter().map(|month| {
        let found = unit.months.iter().find(|m| m.month == *month);
        found.map_or_else(|| dash.clone(), |m| month_cell(m, words))
    }));
    row.push(match (&unit.exempt, &unit.shown) {
        (Some(_), _) => words.plain("settlement.exempt"),
        (None, Some(score)) => score.clone(),
        (None, None) => dash,
    });
    let parties: Vec<String> = unit.confirmed.iter().map(|party| words.term("party", party)).collect();
    row.push(parties.join(" "));
    row
}

fn month_cell(month: &MonthView, words: Words) -> String {
    match &month.shown {
        Some(score) if month.closed => format!("{score} ({})", month.headcount),
        Some(score) => format!("{score}* ({})", month.headcount),
        None if month.no_engineer => words.plain("settlement.noEngineer"),
        None => words.plain("settlement.none"),
    }
}

/// Score, coefficient and money, each as a sentence; what cannot be computed is left to the blockers.
fn sentences(view: &SettlementView, words: Words) -> Vec<String> {
    let mut lines = Vec::new();
    match (&view.overall, &view.coefficient) {
        (Some(overall), Some(coefficient)) => lines.push(words.say(
            "settlement.overall",
            &[
                ("overall", overall),
                ("exact", view.overall_exact.as_deref().unwrap_or_default()),
                ("coefficient", coefficient),
                ("band", &view.band.as_deref().map(|b| words.term("band", b)).unwrap_or_default()),
            ],
        )),
        _ => lines.push(words.plain("settlement.noOverall")),
    }
    match (&view.fee_base, &view.coefficient, &view.fee_payable_split) {
        (Some(base), Some(coefficient), Some(payable)) => lines.push(words.say(
            "settlement.fee",
            &[
                ("base", &money(base)),
                ("coefficient", coefficient),
                ("payable", &money(&payable.gross)),
                ("net", &money(&payable.net)),
                ("tax", &money(&payable.tax)),
                ("rate", view.tax_rate.as_deref().unwrap_or_default()),
                ("capitals", &payable.capitals),
            ],
        )),
        (Some(base), _, _) => lines.push(words.say("settlement.base", &[("base", &money(base))])),
        _ => {}
    }
    for line in &view.adjustments {
        let values = [
            ("from", line.from_quarter.as_str()),
            ("amount", &money(&line.amount)),
            ("reason", &line.reason),
        ];
        lines.push(words.say("settlement.adjustment", &values));
    }
    if let Some(due) = &view.amount_due {
        lines.push(words.say("settlement.due", &[("paid", &money(&view.paid)), ("due", &money(due))]));
    }
    if let Some(difference) = &view.difference {
        lines.push(words.say("settlement.difference", &[("difference", &money(difference))]));
    }
    if view.consecutive_below > 0 {
        let count = view.consecutive_below.to_string();
        lines.push(words.say("settlement.below", &[("count", &count)]));
    }
    if view.termination_right {
        lines.push(words.plain("settlement.termination"));
    }
    lines
}

fn steps(view: &SettlementView, words: Words) -> Vec<String> {
    [
        ("step.prepared", &view.prepared),
        ("step.reviewed", &view.reviewed),
        ("step.finalised", &view.finalised),
    ]
    .into_iter()
    .filter_map(|(key, step)| {
        let step = step.as_ref()?;
        Some(words.say(key, &[("name", &step.name), ("at", &step.at)]))
    })
    .collect()
}

fn objections(view: &SettlementView, words: Words) -> String {
    let headings = ["column.code", "column.number", "column.by", "column.state", "column.text"]
        .map(|key| (words.plain(key), Side::Left));
    let rows = view.objections.iter().map(|o| {
        let state = words.term("objectionState", &o.state);
        vec![o.unit.clone(), o.number.to_string(), words.term("party", &o.by), state, o.text.clone()]
    });
    format!("{}\n{}", words.plain("settlement.objections"), table(&headings, rows.collect()))
}

/// The list of quarters.
pub fn history(quarters: &[QuarterView], words: Words) -> String {
    if quarters.is_empty() {
        return words.plain("history.empty");
    }
    let dash = words.plain("settlement.none");
    let headings = [
        ("column.quarter", Side::Left),
        ("column.status", Side::Left),
        ("column.revision", Side::Right),
        ("column.overall", Side::Right),
        ("column.coefficient", Side::Right),
        ("column.payable", Side::Right),
        ("column.gaps", Side::Right),
    ]
    .map(|(key, side)| (words.plain(key), side));
    let or_dash = |value: &Option<String>| value.clone().unwrap_or_else(|| dash.clone());
    let rows = quarters.iter().map(|q| {
        vec![
            q.quarter.clone(),
            words.term("status", &q.status),
            q.revision.to_string(),
            or_dash(&q.overall),
            or_dash(&q.coefficient),
            q.fee_payable.as_deref().map_or_else(|| dash.clone(), money),
            q.blockers.to_string(),
        ]
    });
    table(&headings, rows.collect())
}
