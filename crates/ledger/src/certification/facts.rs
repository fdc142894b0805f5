//! What judging a person's gates needs, counted from the ledger.

use super::query;
use crate::column::get;
use crate::development::query as development;
use chrono::NaiveDate;
use domain::certification::{
    EvidenceLine, ExamResult, GateFacts, LedgerCount, LedgerLine, QuarterRule, quarters_judged, sitting_rank,
};
use domain::development::Award;
use domain::kernel::{Quarter, Score, StaffNo};
use domain::people::Membership;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

/// A person's month scores of these quarters. Looked up month by month in the units of the stays, which is where the primary
/// key finds them.
fn scores(
    conn: &Connection,
    stays: &[Membership],
    quarters: &[Quarter],
) -> rusqlite::Result<BTreeMap<Quarter, Vec<Score>>> {
    let mut found: BTreeMap<Quarter, Vec<Score>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/person_score.sql"))?;
    for quarter in quarters {
        for month in quarter.months() {
            let there: BTreeSet<_> =
                stays.iter().filter(|stay| stay.touches(month)).map(|s| (&s.unit, &s.staff_no)).collect();
            for (unit, staff_no) in there {
                let row = params![month.to_string(), unit.as_str(), staff_no.as_str()];
                let score = statement.query_row(row, |row| get::<Score>(row, 0)).optional()?;
                found.entry(*quarter).or_default().extend(score);
            }
        }
    }
    Ok(found)
}

/// A person's exam of the latest sitting up to a day, with the place among everyone examined then.
pub fn latest_exam(
    conn: &Connection,
    staff_no: &StaffNo,
    today: NaiveDate,
) -> rusqlite::Result<Option<ExamResult>> {
    let own = query::exams_of(conn, staff_no)?.into_iter().rev().find(|taken| taken.sitting <= today);
    let Some(own) = own else { return Ok(None) };
    let sitting = query::sitting(conn, own.sitting)?;
    let place = sitting_rank(&sitting, staff_no);
    Ok(place.map(|(rank, examined)| ExamResult {
        sitting: own.sitting,
        general: own.general,
        professional: own.professional,
        combined: own.combined(),
        rank,
        examined,
    }))
}

/// What the ledger knows of a person that may count for behaviour: what was struck, called off or withdrawn does not.
fn ledger_lines(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<LedgerLine>> {
    let mut lines = Vec::new();
    for note in crate::people::dossier::notes(conn, staff_no)?.into_iter().filter(|n| n.struck.is_none()) {
        let (source, number, on, shows) = (LedgerCount::WorkNote, note.number, note.on, note.shows);
        lines.push(LedgerLine { source, number, on, shows });
    }
    let line = |source, number, on| LedgerLine { source, number, on, shows: None };
    let held = development::trainings_by(conn, staff_no)?
        .into_iter()
        .filter(|training| !training.cancelled && training.recorded.iter().any(|(_, attended, _)| *attended));
    lines.extend(held.map(|at| line(LedgerCount::TrainingHeld, at.number, at.training.on)));
    let attended = development::trainings_of(conn, staff_no)?
        .into_iter()
        .filter(|training| training.recorded.iter().any(|(of, attended, _)| of == staff_no && *attended));
    lines.extend(attended.map(|at| line(LedgerCount::TrainingAttended, at.number, at.training.on)));
    let commended = development::conduct_of(conn, staff_no)?.into_iter().filter(|at| {
        at.withdrawn.is_none() && matches!(at.award, Some(Award::Commendation | Award::Learning))
    });
    lines.extend(commended.map(|at| line(LedgerCount::Commendation, at.number, at.on)));
    let done = crate::ticket::query::done_by(conn, staff_no)?;
    lines.extend(
        done.iter().zip(1..).map(|(ticket, number)| line(LedgerCount::Ticket, number, ticket.closed_on)),
    );
    Ok(lines)
}

/// Facts for the gates of a person's case, or of nobody's yet (`number` absent: no evidence).
pub fn gates(
    conn: &Connection,
    staff_no: &StaffNo,
    stays: Vec<Membership>,
    number: Option<u32>,
    rule: &QuarterRule,
    today: NaiveDate,
) -> rusqlite::Result<GateFacts> {
    let window = quarters_judged(today, rule.window);
    let scores = scores(conn, &stays, &window)?;
    let entries =
        number.map(|number| query::evidence(conn, staff_no, number)).transpose()?.unwrap_or_default();
    let standing = entries.into_iter().filter(|entry| entry.struck.is_none()).map(|entry| EvidenceLine {
        line: entry.line,
        proven: entry.text.is_some() || entry.paper.is_some(),
        evidence: entry.evidence,
    });
    let exam = latest_exam(conn, staff_no, today)?;
    let evidence = standing.collect();
    Ok(GateFacts { today, stays, scores, exam, evidence, ledger: ledger_lines(conn, staff_no)? })
}
