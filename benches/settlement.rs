//! A quarter of 24 units × 3 months × 1,000 engineers, worked out exactly, against bare SQLite doing the same sums in
//! floating point. Aim: at most 1.5 times. The bare sums do not ask who was on duty and keep nobody's row, which a
//! settlement must; a second comparison has SQLite do that too.

use domain::kernel::{Month, Quarter};
use domain::settlement::settle;
use huiqian_benches::{alternate, compare, timed};
use ledger::Ledger;
use ledger::rusqlite::{Connection, params};
use std::collections::BTreeMap;

const UNITS: u32 = 24;
const ENGINEERS: u32 = 1_000;

fn fill(conn: &Connection) -> ledger::rusqlite::Result<()> {
    conn.execute_batch("BEGIN")?;
    for unit in 0..UNITS {
        let code = format!("U{unit:02}");
        let group = if unit < 2 { "provincial" } else { "city" };
        conn.execute("INSERT INTO unit VALUES (?1, ?1, ?2, NULL)", params![code, group])?;
        for engineer in 0..ENGINEERS {
            let staff_no = format!("S{unit:02}{engineer:04}");
            conn.execute(
                "INSERT INTO membership VALUES (?1, ?2, '2025-01-01', NULL)",
                params![staff_no, code],
            )?;
            for month in ["2026-07", "2026-08", "2026-09"] {
                let score = format!("{}.{}", 60 + (unit * 7 + engineer * 13) % 40, engineer % 10);
                conn.execute(
                    "INSERT INTO assessment VALUES (?1, ?2, ?3, ?4, '[]', NULL, 1, 0, 'a', '2026-10-01T00:00:00Z')",
                    params![month, code, staff_no, score.trim_end_matches(".0")],
                )?;
            }
        }
    }
    conn.execute_batch("COMMIT")
}

const PEER: &str = "
    WITH months AS (
        SELECT unit, month, sum(CAST(score AS REAL)) / count(*) AS mean FROM assessment
        WHERE month BETWEEN '2026-07' AND '2026-09' GROUP BY unit, month),
    quarters AS (SELECT unit, avg(mean) AS mean FROM months GROUP BY unit),
    groups AS (SELECT grp, avg(mean) AS mean FROM quarters JOIN unit ON unit.code = quarters.unit GROUP BY grp)
    SELECT round(sum(mean * CASE grp WHEN 'city' THEN 0.8 ELSE 0.2 END), 2) FROM groups";

/// The same, with every level kept as the settlement keeps it: who was on duty and what they got, the months, the units,
/// the groups.
const PEER_LEVELS: &str = "
    DELETE FROM people; DELETE FROM months; DELETE FROM quarters; DELETE FROM groups;
    INSERT INTO people
        SELECT month, assessment.unit, assessment.staff_no, score FROM assessment
        JOIN membership ON membership.staff_no = assessment.staff_no AND membership.unit = assessment.unit
        WHERE month BETWEEN '2026-07' AND '2026-09' AND arrived_on <= month || '-31'
          AND (left_on IS NULL OR left_on >= month || '-01');
    INSERT INTO months
        SELECT unit, month, sum(CAST(score AS REAL)) / count(*), count(*) FROM people GROUP BY unit, month;
    INSERT INTO quarters SELECT unit, avg(mean) FROM months GROUP BY unit;
    INSERT INTO groups SELECT grp, avg(mean) FROM quarters JOIN unit ON unit.code = quarters.unit GROUP BY grp;
    INSERT INTO result SELECT round(sum(mean * CASE grp WHEN 'city' THEN 0.8 ELSE 0.2 END), 2) FROM groups;";

const PEER_TABLES: &str = "
    CREATE TEMP TABLE result (body TEXT);
    CREATE TEMP TABLE people (month TEXT, unit TEXT, staff_no TEXT, score TEXT);
    CREATE TEMP TABLE months (unit TEXT, month TEXT, mean REAL, headcount INTEGER);
    CREATE TEMP TABLE quarters (unit TEXT, mean REAL);
    CREATE TEMP TABLE groups (grp TEXT, mean REAL);";

fn main() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let ledger = Ledger::found(folder.path(), chrono::Utc::now()).expect("a ledger");
    let conn = ledger.conn();
    fill(conn).expect("rows");
    conn.execute_batch(PEER_TABLES).expect("tables for results");
    let quarter = Quarter::new(2026, 3).expect("a quarter");
    let now = Month::new(2026, 10).expect("a month");
    let ours = || {
        let facts = ledger::settlement::facts::quarter(conn, quarter, now, &BTreeMap::new()).expect("facts");
        settle(&facts)
    };
    let peer = || -> f64 { conn.query_row(PEER, [], |row| row.get(0)).expect("a sum") };
    let exact = ours().overall.expect("a complete quarter");
    assert!((exact.to_string().parse::<f64>().expect("a number") - peer()).abs() < 0.015, "the same sums");
    let ours_written = || {
        let body = serde_json::to_string(&ours()).expect("text keys");
        conn.execute("INSERT INTO result VALUES (?1)", [body]).expect("a row");
    };
    let peer_written = || conn.execute_batch(PEER_LEVELS).expect("rows");
    let [ours, peer, ours_written, peer_written] = alternate(
        9,
        [
            &mut || timed(|| drop(ours())),
            &mut || timed(|| assert!(peer() > 0.0)),
            &mut || timed(ours_written),
            &mut || timed(peer_written),
        ],
    );
    compare(
        "settlement of 24 units × 3 months × 1,000 engineers",
        ours,
        "bare SQLite, the same sums",
        peer,
        1.5,
    );
    let peer_name = "bare SQLite, the same sums and every level kept";
    compare("the same, written down whole", ours_written, peer_name, peer_written, 1.5);
}
