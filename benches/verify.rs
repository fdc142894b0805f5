//! Checking the journal — every record's hash, every link, every copy beside the record — against a bare scan that
//! reads every record and looks at none. Aim: at most twice its time, with two threads.
//!
//! `bench-verify [ENTRIES] [FOLDER]`: a million entries and the system's folder for scratch files, unless told.

use chrono::Utc;
use domain::kernel::{AccountName, Actor, Role};
use huiqian_benches::{alternate, compare, timed};
use ledger::rusqlite::{Connection, OpenFlags};
use ledger::{Ledger, LedgerError};

/// Bytes of a body: an act with a remark.
const BODY: usize = 300;
/// Entries a transaction.
const BATCH: u32 = 1_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let entries: u32 = arguments.next().map_or(1_000_000, |text| text.parse().expect("a number of entries"));
    let folder = arguments.next().map_or_else(tempfile::tempdir, tempfile::tempdir_in);
    let folder = folder.expect("a scratch folder");
    let mut ledger = Ledger::found(folder.path(), Utc::now()).expect("a ledger");
    let actor = Actor { account: AccountName::parse("wang").expect("a name"), role: Role::Clerk, unit: None };
    let body = vec![b'7'; BODY];
    for _ in 0..entries.div_ceil(BATCH) {
        let batch = ledger.submit(Utc::now(), |tx| {
            (0..BATCH).try_for_each(|_| tx.append(&actor, "Measured", 1, &body).map(drop))
        });
        batch.map_err(|error: LedgerError| error).expect("a batch");
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let bare =
        Connection::open_with_flags(folder.path().join("ledger.sqlite3"), flags).expect("a connection");
    let (mut bytes, mut checked) = (0, 0);
    let [check, scan] = alternate(
        7,
        [
            &mut || {
                timed(|| {
                    let report = ledger.verify_journal(&mut |_| true).expect("a report");
                    assert!(report.intact(), "nobody touched it");
                    checked = report.counts.entries;
                })
            },
            &mut || timed(|| bytes = scan_bare(&bare)),
        ],
    );
    println!("{checked} entries, {} bytes each", bytes as u64 / checked);
    compare("checking the journal", check, "bare scan, one thread", scan, 2.0);
}

fn scan_bare(conn: &Connection) -> usize {
    let mut statement = conn.prepare("SELECT record FROM entry").expect("a statement");
    let mut rows = statement.query([]).expect("rows");
    let mut bytes = 0;
    while let Some(row) = rows.next().expect("a row") {
        bytes += row.get_ref(0).expect("a column").as_blob().expect("a record").len();
    }
    bytes
}
