//! A quarter of 24 units × 3 months × 1,000 engineers, worked out exactly and written down, against bare SQLite doing
//! the same sums in floating point. Aim: at most 1.5 times.

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

fn main() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let ledger = Ledger::found(folder.path(), chrono::Utc::now()).expect("a ledger");
    let conn = ledger.conn();
    fill(conn).expect("rows");
    conn.execute_batch("CREATE TEMP TABLE result (body TEXT)").expect("a table for results");
    let quarter = Quarter::new(2026, 3).expect("a quarter");
    let now = Month::new(2026, 10).expect("a month");
    let mut ours = || {
        let facts = ledger::settlement::facts::quarter(conn, quarter, now, &BTreeMap::new()).expect("facts");
        let settlement = settle(&facts);
        let body = serde_json::to_string(&settlement).expect("text keys");
        conn.execute("INSERT INTO result VALUES (?1)", [body]).expect("a row");
    };
    let mut peer = || {
        let overall: f64 = conn.query_row(PEER, [], |row| row.get(0)).expect("a sum");
        conn.execute("INSERT INTO result VALUES (?1)", [overall.to_string()]).expect("a row");
    };
    let [ours, peer] = alternate(9, [&mut || timed(&mut ours), &mut || timed(&mut peer)]);
    compare("settlement of 24 units × 3 months × 1,000 engineers", ours, "bare SQLite", peer, 1.5);
}
