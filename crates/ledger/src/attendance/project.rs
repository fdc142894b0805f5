//! Attendance events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{
    ApplicationDecided, ApplicationMade, ApplicationWithdrawn, AttendanceHoursSet, DayCorrected,
    PunchesRecorded,
};
use rusqlite::{Connection, params};

pub(crate) fn hours(conn: &Connection, from: &Origin<'_>, e: &AttendanceHoursSet) -> rusqlite::Result<()> {
    let hours = &e.hours;
    let row = params![hours.unit.as_str(), word(&hours.from), json(hours), from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO attendance_hours VALUES (?1, ?2, ?3, ?4, ?5)", row)
}

pub(crate) fn punches(conn: &Connection, e: &PunchesRecorded) -> rusqlite::Result<()> {
    let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO attendance_punch VALUES (?1, ?2, ?3)")?;
    for (day, times) in &e.days {
        let day = word(day);
        for time in times {
            insert.execute(params![e.staff_no.as_str(), day, time.to_string()])?;
        }
    }
    Ok(())
}

pub(crate) fn corrected(conn: &Connection, from: &Origin<'_>, e: &DayCorrected) -> rusqlite::Result<()> {
    let body = e.correction.as_ref().map(json);
    let reason = e.reason.to_string();
    run(
        conn,
        "INSERT OR REPLACE INTO attendance_correction VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            e.staff_no.as_str(),
            e.number,
            e.unit.as_str(),
            word(&e.day),
            body,
            reason,
            from.account,
            from.at
        ],
    )
}

pub(crate) fn applied(conn: &Connection, from: &Origin<'_>, e: &ApplicationMade) -> rusqlite::Result<()> {
    let (first, last) = e.matter.days();
    run(
        conn,
        include_str!("sql/applied.sql"),
        params![
            e.staff_no.as_str(),
            e.number,
            e.unit.as_str(),
            json(&e.matter),
            word(&first),
            word(&last),
            e.late,
            e.reason.to_string(),
            from.account,
            from.at
        ],
    )
}

pub(crate) fn decided(conn: &Connection, from: &Origin<'_>, e: &ApplicationDecided) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/decided.sql"),
        params![
            e.staff_no.as_str(),
            e.number,
            if e.approved { "approved" } else { "refused" },
            from.account,
            from.at,
            e.reason.map(|d| d.to_string()),
            e.on_behalf,
            e.document,
            e.evidence.map(|d| d.to_string())
        ],
    )
}

pub(crate) fn withdrawn(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ApplicationWithdrawn,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/decided.sql"),
        params![
            e.staff_no.as_str(),
            e.number,
            "withdrawn",
            from.account,
            from.at,
            e.reason.to_string(),
            false,
            None::<String>,
            None::<String>
        ],
    )
}
