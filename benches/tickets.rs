//! Lists of 100,000 tickets with every filter and sort, and a ticket's page, through the use cases; against bare SQLite that
//! counts and reads the same rows of the same file as text. Aim: at most 1.5 times; a list in 50 ms, a page in 30 ms.

use app::clock::Clock;
use app::{App, Options};
use huiqian_benches::{alternate, compare, timed};
use ledger::rusqlite::{Connection, Statement, params};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const TICKETS: u32 = 100_000;
const UNITS: u32 = 24;
const PASSWORD: &str = "correct horse";

/// A ledger of 24 units with 120 engineers, and one ticket with a long life.
fn founded(folder: &Path) -> App {
    let now = "2026-10-12T02:00:00Z".parse().expect("a moment");
    let dir = folder.join("ledger");
    let mut app = App::new(Options { dir: Some(dir), fonts: None, clock: Clock::Fixed(now) });
    let file = |name: &str, text: String| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let units: String = (0..UNITS).map(|n| format!("U{n:02},第{n}分公司,市州\n")).collect();
    let org = file("units.csv", format!("单位代码,单位名称,类别\nZQ,政企,省级\n{units}"));
    let init = json!({
        "role": "province", "unit": "ZQ", "admin": "admin", "password": PASSWORD, "twoPerson": false, "org": org,
    });
    app.call("initLedger", init).expect("a ledger");
    let people: String = (0..120).map(|n| format!("QT{n:04},张{n},U{:02},2024-01-01\n", n % UNITS)).collect();
    let people = file("people.csv", format!("工号,姓名,单位代码,到岗日期\n{people}"));
    let import = json!({ "kind": "people", "path": people, "map": null, "dryRun": false });
    app.call("importSheet", import).expect("people");
    app
}

/// Rows as the projection writes them: ten of eleven are closed.
fn fill(conn: &Connection) -> ledger::rusqlite::Result<()> {
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let mut insert = conn.prepare(
        "INSERT INTO ticket (ticket, unit, month, serial, type_unit, type_code, type_version, title, customer, contact,
             channel, urgency, complexity, received_on, due_on, take_by, taken_on, delivered_on, closed_on, state, first,
             steps, answers, words, registered_by, registered_at)
         VALUES (?1, ?2, ?3, ?4, '', ?5, 0, ?6, ?7, NULL,
             'phone', ?8, 'ordinary', ?9, ?10, ?10, ?11, ?11, ?11, ?12, ?13,
             3, '{}', 3, 'admin', '2026-10-01T00:00:00Z')",
    )?;
    const OPEN: [&str; 5] = ["unassigned", "assigned", "running", "delivered", "confirmed"];
    for n in 0..TICKETS {
        let (year, month) = (2021 + n * 5 / TICKETS, n % 12 + 1);
        let (unit, serial) = (n % UNITS, n / UNITS + 1);
        let day = format!("{year}-{month:02}-{:02}", n % 28 + 1);
        let due = (n % 20 != 0).then(|| format!("{year}-{month:02}-28"));
        let done = (n % 11 != 0).then(|| day.clone());
        insert.execute(params![
            format!("U{unit:02}-{year}{month:02}-{serial:04}"),
            format!("U{unit:02}"),
            format!("{year}-{month:02}"),
            serial,
            ["bid", "solution", "analysis", "exchange", "other"][n as usize % 5],
            format!("某市城市运行管理服务平台第{n}期投标支撑"),
            format!("某市{}局", n % 500),
            ["critical", "urgent", "normal", "normal"][n as usize % 4],
            day,
            due,
            done,
            if n % 11 == 0 { OPEN[n as usize / 11 % 5] } else { "closed" },
            format!("QT{:04}", n % 120),
        ])?;
    }
    conn.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
}

/// A bid with thirty records and ten rounds of audit.
fn long_life(app: &mut App, folder: &Path) -> String {
    let mut ok =
        |name: &str, request: Value| app.call(name, request).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    let register = json!({
        "unit": "U01", "kind": "bid", "title": "市政务云迁移", "customer": "市大数据局", "contact": "罗海燕", "channel": "phone",
        "urgency": "urgent", "complexity": "complex", "fields": { "tenderDeadline": "2026-12-30" },
    });
    let ticket = ok("registerTicket", register)["ticket"].as_str().expect("a number").to_owned();
    ok("assignTicket", json!({ "ticket": ticket, "first": "QT0001" }));
    for n in 0..30 {
        let fields = json!({ "people": "罗海燕、张一", "result": format!("第 {n} 次讨论") });
        ok("recordOnTicket", json!({ "ticket": ticket, "kind": "discussion", "fields": fields }));
    }
    for n in 0..10 {
        let file = folder.join(format!("v{n}"));
        std::fs::write(&file, format!("第 {n} 稿")).expect("a file");
        ok("askAudit", json!({ "ticket": ticket, "file": file.display().to_string() }));
        let behalf = json!({ "person": "陈主任", "basis": "快文" });
        ok(
            "decideAudit",
            json!({ "ticket": ticket, "accepted": false, "text": "缺第3项", "behalf": behalf }),
        );
    }
    ticket
}

/// Every filter: as the use case is asked, and the peer's condition.
fn filters() -> Vec<(Value, &'static str)> {
    vec![
        (json!({}), ""),
        (
            json!({ "states": ["unassigned", "assigned", "running", "delivered", "confirmed"] }),
            "WHERE state IN ('unassigned','assigned','running','delivered','confirmed')",
        ),
        (json!({ "states": ["closed"] }), "WHERE state IN ('closed')"),
        (json!({ "unit": "U03" }), "WHERE unit IN ('U03')"),
        (json!({ "unit": "U03", "states": ["running"] }), "WHERE unit IN ('U03') AND state IN ('running')"),
        (json!({ "kind": "bid" }), "WHERE type_code IN ('bid')"),
        (json!({ "engineer": "QT0007" }), "WHERE (first = 'QT0007' OR second = 'QT0007')"),
        (
            json!({ "text": "平台第77" }),
            "WHERE (ticket LIKE '%平台第77%' OR title LIKE '%平台第77%' OR coalesce(customer, '') LIKE '%平台第77%')",
        ),
    ]
}

const SORTS: [(&str, &str); 4] = [
    ("number", "month {way}, unit {way}, serial {way}"),
    ("received", "received_on {way}, month {way}, unit {way}, serial {way}"),
    ("due", "due_on IS NULL, due_on {way}, month {way}, unit {way}, serial {way}"),
    (
        "urgency",
        "CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END {way}, month {way}, unit {way}, serial {way}",
    ),
];

/// Every row's every column, read as text.
fn read(statement: &mut Statement<'_>, columns: usize) -> usize {
    let mut rows = statement.query([]).expect("rows");
    let mut bytes = 0;
    while let Some(row) = rows.next().expect("a row") {
        for column in 0..columns {
            bytes += row
                .get_ref(column)
                .expect("a column")
                .as_bytes_or_null()
                .ok()
                .flatten()
                .map_or(1, <[u8]>::len);
        }
    }
    bytes
}

const PAGE: &str =
    "SELECT ticket, type_unit, type_code, title, customer, urgency, state, received_on, due_on, first, second
    FROM ticket";

fn main() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let mut app = founded(folder.path());
    let ticket = long_life(&mut app, folder.path());
    let bare = Connection::open(folder.path().join("ledger/ledger.sqlite3")).expect("the same file");
    fill(&bare).expect("rows");
    let mut slowest = (Duration::ZERO, Value::Null);
    let mut requests = Vec::new();
    let mut queries = Vec::new();
    for (request, condition) in filters() {
        for (sort, order) in SORTS {
            for descending in [false, true] {
                let mut request = request.clone();
                request["sort"] = json!(sort);
                request["descending"] = json!(descending);
                request["limit"] = json!(50);
                requests.push(request);
                let order = order.replace("{way}", if descending { "DESC" } else { "ASC" });
                queries.push((
                    format!("SELECT count(*) FROM ticket {condition}"),
                    format!("{PAGE} {condition} ORDER BY {order} LIMIT 50"),
                ));
            }
        }
    }
    for request in &requests {
        app.call("tickets", request.clone()).expect("a list");
        let begun = Instant::now();
        app.call("tickets", request.clone()).expect("a list");
        if begun.elapsed() > slowest.0 {
            slowest = (begun.elapsed(), request.clone());
        }
    }
    let app = std::cell::RefCell::new(app);
    let detail = [
        format!("SELECT * FROM ticket WHERE ticket = '{ticket}'"),
        format!("SELECT * FROM ticket_record WHERE ticket = '{ticket}'"),
        format!("SELECT * FROM ticket_audit WHERE ticket = '{ticket}'"),
        format!(
            "SELECT entry.record FROM ticket_act JOIN entry ON entry.origin = ticket_act.origin AND entry.seq = ticket_act.seq
             WHERE ticket_act.ticket = '{ticket}' ORDER BY entry.rowid"
        ),
        format!("SELECT fields FROM personal WHERE subject LIKE 'ticket%/{ticket}'"),
    ];
    let [lists, peer_lists, page, peer_page] = alternate(
        5,
        [
            &mut || {
                timed(|| {
                    for request in &requests {
                        app.borrow_mut().call("tickets", request.clone()).expect("a list");
                    }
                })
            },
            &mut || {
                timed(|| {
                    for (count, rows) in &queries {
                        let total: u32 = bare
                            .prepare_cached(count)
                            .and_then(|mut s| s.query_row([], |r| r.get(0)))
                            .expect("a count");
                        let mut statement = bare.prepare_cached(rows).expect("a page");
                        assert!(read(&mut statement, 11) > 0 && total > 0);
                    }
                })
            },
            &mut || {
                timed(|| {
                    drop(app.borrow_mut().call("ticket", json!({ "ticket": ticket })).expect("a ticket"))
                })
            },
            &mut || {
                timed(|| {
                    for query in &detail {
                        let mut statement = bare.prepare_cached(query).expect("a query");
                        let columns = statement.column_count();
                        read(&mut statement, columns);
                    }
                })
            },
        ],
    );
    let what = format!("{} lists of {TICKETS} tickets: 8 filters, 4 sorts, both ways", requests.len());
    compare(&what, lists, "bare SQLite, the same counts and pages", peer_lists, 1.5);
    println!("  the slowest list: {:.2?} with {}", slowest.0, slowest.1);
    // Small enough that what is read beside the rows — names, words, the clock day by day — is most of it: told, not held to
    // a ratio.
    println!(
        "a ticket's page with 30 records and 10 audits: {:.2?}; its rows as text: {:.2?}",
        page.wall, peer_page.wall
    );
    let period = json!({ "from": "2025-10-01", "to": "2026-09-30" });
    for (name, request) in
        [("tickets", json!({ "due": ["overdue"] })), ("ticketBoard", json!({})), ("ticketStatistics", period)]
    {
        let begun = Instant::now();
        app.borrow_mut().call(name, request.clone()).expect("an answer");
        println!("{name} {request}: {:.2?}", begun.elapsed());
    }
}
