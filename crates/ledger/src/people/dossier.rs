//! Reading one engineer's file, and what of all files a list needs. Each query is about one person and goes along a key.

use super::{query, replacement};
use crate::certification::query as certification;
use crate::column::{get, get_day, get_json, get_json_opt, get_opt};
use crate::development::query as development;
use crate::rulebook::query::rule_sets;
use chrono::{DateTime, NaiveDate, Utc};
use domain::certification::{FollowUp, follow_up};
use domain::development::violation_ground;
use domain::kernel::{Digest, Month, Score, StaffNo, UnitCode};
use domain::people::{
    Arrival, ArrivalState, DecidedGround, Dossier, Leaving, Membership, MonthScore, Paper, Requirement, Stay,
    StayManager, WorkNote,
};
use domain::rulebook::in_force;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

/// Everything on record about a person until today; `None` where the staff number is not. `day_of`: the day of a moment,
/// as the users live it.
pub fn dossier(
    conn: &Connection,
    staff_no: &StaffNo,
    today: NaiveDate,
    day_of: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<Option<Dossier>> {
    let known: Option<(Option<String>, Option<Digest>)> = conn
        .prepare_cached("SELECT post, personal FROM engineer WHERE staff_no = ?1")?
        .query_row([staff_no.as_str()], |row| Ok((row.get(0)?, get_opt(row, 1)?)))
        .optional()?;
    let Some((post, personal)) = known else { return Ok(None) };
    let stays = stays(conn, staff_no, &day_of)?;
    Ok(Some(Dossier {
        staff_no: staff_no.clone(),
        post,
        personal,
        arrivals: arrivals(conn, staff_no, &day_of)?,
        scores: scores(conn, &stays, today)?,
        stays,
        notes: notes(conn, staff_no)?,
        replacements: replacement::of(conn, staff_no, &day_of)?,
        decided: decided(conn, staff_no, &day_of)?,
    }))
}

fn arrivals(
    conn: &Connection,
    staff_no: &StaffNo,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<Vec<Arrival>> {
    conn.prepare_cached(include_str!("sql/arrivals.sql"))?
        .query_map([staff_no.as_str()], |row| {
            let state = match row.get_ref(4)?.as_str()? {
                "arrived" => ArrivalState::Arrived(get_day(row, 5)?),
                "withdrawn" => ArrivalState::Withdrawn { on: day_of(get(row, 6)?), reason: row.get(7)? },
                _ => ArrivalState::Open,
            };
            Ok(Arrival {
                number: row.get(0)?,
                unit: get(row, 1)?,
                expected_on: get_day(row, 2)?,
                announced_on: day_of(get(row, 3)?),
                state,
            })
        })?
        .collect()
}

fn stays(
    conn: &Connection,
    staff_no: &StaffNo,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<Vec<Stay>> {
    let mut papers: BTreeMap<NaiveDate, Vec<Paper>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/papers.sql"))?;
    let rows = statement.query_map([staff_no.as_str()], |row| {
        let paper = Paper {
            kind: get(row, 1)?,
            number: row.get(2)?,
            signed_on: get_day(row, 3)?,
            scan: get(row, 4)?,
            on_behalf: get_json_opt(row, 5)?,
            correction: row.get(6)?,
            account: get(row, 7)?,
            filed_on: day_of(get(row, 8)?),
        };
        Ok((get_day(row, 0)?, paper))
    })?;
    for row in rows {
        let (arrived_on, paper) = row?;
        papers.entry(arrived_on).or_default().push(paper);
    }
    let mut managers: BTreeMap<NaiveDate, StayManager> = conn
        .prepare_cached("SELECT arrived_on, account, name FROM stay_manager WHERE staff_no = ?1")?
        .query_map([staff_no.as_str()], |row| {
            Ok((get_day(row, 0)?, StayManager { account: get_opt(row, 1)?, name: get_opt(row, 2)? }))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut leavings: BTreeMap<NaiveDate, Leaving> = conn
        .prepare_cached("SELECT arrived_on, leaving FROM leaving WHERE staff_no = ?1")?
        .query_map([staff_no.as_str()], |row| Ok((get_day(row, 0)?, get_json(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let stay = |membership: Membership| {
        let arrived_on = membership.arrived_on;
        let mut papers = papers.remove(&arrived_on).unwrap_or_default();
        papers.sort_by_key(|paper| paper.kind);
        Stay {
            papers,
            manager: managers.remove(&arrived_on),
            leaving: leavings.remove(&arrived_on),
            membership,
        }
    };
    Ok(query::memberships_of(conn, staff_no)?.into_iter().map(stay).collect())
}

/// Scores of the months of these stays, one by one along the key: a person has few, a month of all persons many.
fn scores(conn: &Connection, stays: &[Stay], until: NaiveDate) -> rusqlite::Result<Vec<MonthScore>> {
    let rules = rule_sets(conn)?;
    let at_seventy = |month: Month| {
        in_force(&rules, |r| (r.from, r.version), month.quarter()).is_some_and(|r| r.replacement_at_seventy)
    };
    let mut statement = conn.prepare_cached(include_str!("sql/month_score.sql"))?;
    let mut found: Vec<MonthScore> = Vec::new();
    let mut seen: BTreeSet<(Month, &UnitCode)> = BTreeSet::new();
    for stay in stays {
        let Membership { staff_no, unit, arrived_on, left_on } = &stay.membership;
        let last = left_on.map_or(until, |left| left.min(until));
        let Some(mut month) = Month::of(*arrived_on) else { continue };
        while month.first_day() <= last {
            if seen.insert((month, unit)) {
                let key = params![month.to_string(), unit.as_str(), staff_no.as_str()];
                let score: Option<(Score, _)> =
                    statement.query_row(key, |row| Ok((get(row, 0)?, get_json(row, 1)?))).optional()?;
                found.extend(score.map(|(score, items)| MonthScore {
                    unit: unit.clone(),
                    month,
                    score,
                    items,
                    at_seventy: at_seventy(month),
                }));
            }
            month = month.next();
        }
    }
    found.sort_by(|a, b| (a.month, &a.unit).cmp(&(b.month, &b.unit)));
    Ok(found)
}

/// 工作记录 of a person, by number, struck ones too.
pub(crate) fn notes(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<WorkNote>> {
    conn.prepare_cached(include_str!("sql/work_notes.sql"))?
        .query_map([staff_no.as_str()], |row| {
            Ok(WorkNote {
                number: row.get(0)?,
                unit: get(row, 1)?,
                on: get_day(row, 2)?,
                text: get(row, 3)?,
                account: get(row, 4)?,
                struck: row.get(5)?,
                shows: get_json_opt(row, 6)?,
            })
        })?
        .collect()
}

/// Decisions that ask for a replacement and stand: what the last certification ended with, and violations.
fn decided(
    conn: &Connection,
    staff_no: &StaffNo,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<Vec<DecidedGround>> {
    let outcomes: Vec<_> =
        certification::cases_of(conn, staff_no)?.iter().filter_map(|case| case.outcome(day_of)).collect();
    let failed = follow_up(&outcomes).and_then(FollowUp::ground);
    let conduct = development::conduct_of(conn, staff_no)?;
    let violations = conduct.iter().filter_map(|line| {
        line.decided.as_ref().and_then(|decided| violation_ground(decided, line.withdrawn.is_some()))
    });
    Ok(failed.into_iter().chain(violations).collect())
}

/// Somebody who is announced and has not arrived.
#[derive(Clone, Debug)]
pub struct Announced {
    /// 工号.
    pub staff_no: StaffNo,
    /// Where to.
    pub unit: UnitCode,
    /// The day on which they are to come.
    pub expected_on: NaiveDate,
    /// When it was announced.
    pub announced_at: DateTime<Utc>,
}

/// Who is announced and has not arrived, by the day expected.
pub fn announced(conn: &Connection) -> rusqlite::Result<Vec<Announced>> {
    conn.prepare_cached(include_str!("sql/announced.sql"))?
        .query_map([], |row| {
            Ok(Announced {
                staff_no: get(row, 0)?,
                unit: get(row, 1)?,
                expected_on: get_day(row, 2)?,
                announced_at: get(row, 3)?,
            })
        })?
        .collect()
}

/// Whether somebody is announced and has not arrived.
pub fn is_announced(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<bool> {
    let sql = "SELECT 1 FROM arrival WHERE staff_no = ?1 AND state = 'open'";
    conn.prepare_cached(sql)?.exists([staff_no.as_str()])
}

/// What each stay has of what it asks for, by person and first day; stays that have nothing are left out.
pub fn met(conn: &Connection) -> rusqlite::Result<BTreeMap<(StaffNo, NaiveDate), BTreeSet<&'static str>>> {
    let mut met: BTreeMap<(StaffNo, NaiveDate), BTreeSet<&'static str>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/filed.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let code = row.get_ref(2)?.as_str()?;
        let requirement = Requirement::ALL.into_iter().map(Requirement::code).find(|known| *known == code);
        met.entry((get(row, 0)?, get_day(row, 1)?)).or_default().extend(requirement);
    }
    Ok(met)
}

/// Persons about whom something may be to be done: announced, with a probation that began between those days, or with a
/// request for a replacement that nobody has approved.
pub fn concerned(conn: &Connection, from: NaiveDate, to: NaiveDate) -> rusqlite::Result<Vec<StaffNo>> {
    conn.prepare_cached(include_str!("sql/concerned.sql"))?
        .query_map([from.to_string(), to.to_string()], |row| get(row, 0))?
        .collect()
}
