//! Reading one engineer's file, and what of all files a list needs. Each query is about one person and goes along a key.

use super::{query, replacement};
use crate::certification::query as certification;
use crate::column::{get, get_day, get_json, get_json_opt, get_opt, json};
use crate::development::query as development;
use crate::rulebook::query::rule_sets;
use chrono::{DateTime, NaiveDate, Utc};
use domain::certification::{FollowUp, follow_up};
use domain::development::violation_ground;
use domain::kernel::{Month, Score, StaffNo, UnitCode};
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
    let Some(mut file) = standing_files(conn, &[staff_no], &day_of)?.remove(staff_no) else {
        return Ok(None);
    };
    file.scores = scores(conn, &file.stays, today)?;
    file.notes = notes(conn, staff_no)?;
    file.decided = decided(conn, staff_no, &day_of)?;
    Ok(Some(file))
}

/// The files of these people as far as how they stand and what papers they lack rests on them: without notes, scores and
/// grounds.
/// One query a table.
pub fn standing_files(
    conn: &Connection,
    staff: &[&StaffNo],
    day_of: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<BTreeMap<StaffNo, Dossier>> {
    let these = json(&staff);
    let mut stays = stays(conn, staff, &these, &day_of)?;
    let mut arrivals = arrivals(conn, &these, &day_of)?;
    let mut replacements = replacement::of(conn, &these, &day_of)?;
    let mut statement = conn.prepare_cached(include_str!("sql/engineers.sql"))?;
    let rows = statement.query_map([&these], |row| {
        let staff_no: StaffNo = get(row, 0)?;
        let file = Dossier {
            post: row.get(1)?,
            personal: get_opt(row, 2)?,
            arrivals: arrivals.remove(&staff_no).unwrap_or_default(),
            stays: stays.remove(&staff_no).unwrap_or_default(),
            replacements: replacements.remove(&staff_no).unwrap_or_default(),
            ..Dossier::empty(staff_no.clone())
        };
        Ok((staff_no, file))
    })?;
    rows.collect()
}

fn arrivals(
    conn: &Connection,
    staff: &str,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<BTreeMap<StaffNo, Vec<Arrival>>> {
    let mut found: BTreeMap<StaffNo, Vec<Arrival>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/arrivals.sql"))?;
    let mut rows = statement.query([staff])?;
    while let Some(row) = rows.next()? {
        let state = match row.get_ref(5)?.as_str()? {
            "arrived" => ArrivalState::Arrived(get_day(row, 6)?),
            "withdrawn" => ArrivalState::Withdrawn { on: day_of(get(row, 7)?), reason: row.get(8)? },
            _ => ArrivalState::Open,
        };
        let arrival = Arrival {
            number: row.get(1)?,
            unit: get(row, 2)?,
            expected_on: get_day(row, 3)?,
            announced_on: day_of(get(row, 4)?),
            state,
        };
        found.entry(get(row, 0)?).or_default().push(arrival);
    }
    Ok(found)
}

fn stays(
    conn: &Connection,
    staff: &[&StaffNo],
    these: &str,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<BTreeMap<StaffNo, Vec<Stay>>> {
    let mut papers: BTreeMap<(StaffNo, NaiveDate), Vec<Paper>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/papers.sql"))?;
    let mut rows = statement.query([these])?;
    while let Some(row) = rows.next()? {
        let paper = Paper {
            kind: get(row, 2)?,
            number: row.get(3)?,
            signed_on: get_day(row, 4)?,
            scan: get(row, 5)?,
            on_behalf: get_json_opt(row, 6)?,
            correction: row.get(7)?,
            account: get(row, 8)?,
            filed_on: day_of(get(row, 9)?),
        };
        papers.entry((get(row, 0)?, get_day(row, 1)?)).or_default().push(paper);
    }
    let mut managers: BTreeMap<(StaffNo, NaiveDate), StayManager> = conn
        .prepare_cached(include_str!("sql/stay_managers.sql"))?
        .query_map([these], |row| {
            let manager = StayManager { account: get_opt(row, 2)?, name: get_opt(row, 3)? };
            Ok(((get(row, 0)?, get_day(row, 1)?), manager))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut leavings: BTreeMap<(StaffNo, NaiveDate), Leaving> = conn
        .prepare_cached(include_str!("sql/leavings.sql"))?
        .query_map([these], |row| Ok(((get(row, 0)?, get_day(row, 1)?), get_json(row, 2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut stays: BTreeMap<StaffNo, Vec<Stay>> = BTreeMap::new();
    for membership in query::memberships_of_all(conn, staff)? {
        let key = (membership.staff_no.clone(), membership.arrived_on);
        let mut papers = papers.remove(&key).unwrap_or_default();
        papers.sort_by_key(|paper| paper.kind);
        let (manager, leaving) = (managers.remove(&key), leavings.remove(&key));
        stays.entry(key.0).or_default().push(Stay { membership, papers, manager, leaving });
    }
    Ok(stays)
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
