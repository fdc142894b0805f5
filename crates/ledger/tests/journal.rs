//! Appending, rolling back, clocks, forks, writers at the same time, replay.

use crate::toy::{WITH_TOY, actor, add, add_at, noon, project, sum, toy};
use chrono::TimeDelta;
use domain::kernel::Digest;
use ledger::{ChainFault, Head, Ledger, LedgerError};
use rusqlite::Connection;

#[test]
fn entries_are_chained_and_read_back() {
    let mut toy = toy();
    assert_eq!(toy.ledger.head().unwrap(), None);
    let one = add(&mut toy.ledger, "wang", 3).unwrap();
    let two = add(&mut toy.ledger, "li", 4).unwrap();
    assert_eq!(one.head, Some(Head { seq: 1, hash: one.value.hash }));
    assert_eq!(toy.ledger.head().unwrap(), two.head);

    let entries = toy.ledger.entries(1, 10).unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((entries[0].prev, entries[1].prev), (Digest::NONE, entries[0].hash));
    assert_eq!((entries[1].body.as_slice(), entries[1].actor.clone()), (&b"4"[..], actor("li")));
    assert_eq!(toy.ledger.entries(2, 10).unwrap(), entries[1..]);
    assert_eq!(toy.ledger.entries(1, 1).unwrap(), entries[..1]);
    assert_eq!(toy.ledger.entry(&entries[0].hash).unwrap().as_ref(), Some(&entries[0]));
    assert_eq!(toy.ledger.find_hash(&entries[1].hash).unwrap(), Some(two.value.key));
    assert_eq!(toy.ledger.find_hash(&Digest::NONE).unwrap(), None);
}

#[test]
fn an_error_leaves_nothing_behind() {
    let mut toy = toy();
    let refused: Result<_, LedgerError> = toy.ledger.submit(noon(), |tx| {
        tx.append(&actor("wang"), "Added", 1, b"1")?;
        tx.conn().execute("INSERT INTO toy VALUES ('wang', 1, 1)", [])?;
        Err::<(), _>(LedgerError::Cancelled)
    });
    assert!(matches!(refused, Err(LedgerError::Cancelled)));
    assert_eq!((toy.ledger.head().unwrap(), sum(&toy.ledger, "wang")), (None, None));
    assert_eq!(add(&mut toy.ledger, "wang", 1).unwrap().value.key.seq, 1);
}

#[test]
fn a_panic_leaves_nothing_behind() {
    let mut toy = toy();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        toy.ledger.submit(noon(), |tx| -> Result<(), LedgerError> {
            tx.append(&actor("wang"), "Added", 1, b"1")?;
            tx.put_blob(&b"contents"[..])?;
            panic!("a mistake of ours");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(toy.ledger.head().unwrap(), None);
    assert!(toy.ledger.open_blob(&Digest::of(&[b"contents"])).is_err());
    assert_eq!(add(&mut toy.ledger, "wang", 1).unwrap().value.key.seq, 1);
}

#[test]
fn several_events_of_one_act_are_chained_in_order() {
    let mut toy = toy();
    let done = toy
        .ledger
        .submit(noon(), |tx| {
            let one = tx.append(&actor("wang"), "Added", 1, b"1")?;
            let two = tx.append(&actor("wang"), "Added", 1, b"1")?;
            Ok::<_, LedgerError>((one, two))
        })
        .unwrap();
    assert_eq!((done.value.0.key.seq, done.value.1.key.seq), (1, 2));
    assert_ne!(done.value.0.hash, done.value.1.hash);
    assert_eq!(toy.ledger.entries(2, 1).unwrap()[0].prev, done.value.0.hash);
}

#[test]
fn a_clock_that_lags_a_little_is_levelled_and_one_set_back_is_refused() {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    let lagging = add_at(&mut toy.ledger, noon() - TimeDelta::minutes(5), "wang", 1).unwrap();
    assert_eq!(lagging.value.at, noon());
    let back = noon() - TimeDelta::minutes(5) - TimeDelta::milliseconds(1);
    match add_at(&mut toy.ledger, back, "wang", 1) {
        Err(LedgerError::ClockSetBack { last, now }) => assert_eq!((last, now), (noon(), back)),
        other => panic!("{other:?}"),
    }
    // What is no entry does not care.
    let row = "INSERT INTO draft VALUES ('k', '', '')";
    toy.ledger.submit(back, |tx| Ok::<_, LedgerError>(tx.conn().execute(row, [])?)).unwrap();
}

#[test]
fn rows_of_the_journal_cannot_be_changed_by_mistake() {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    for sql in ["UPDATE entry SET kind = 'x'", "DELETE FROM entry"] {
        assert!(toy.ledger.conn().execute(sql, []).is_err(), "{sql}");
    }
}

/// The exact bytes of every entry.
fn records(ledger: &Ledger) -> Vec<Vec<u8>> {
    let mut statement = ledger.conn().prepare("SELECT record FROM entry ORDER BY position").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn entries_of_another_installation_are_taken_in_once_and_in_order() {
    let (mut here, mut there) = (toy(), toy());
    for number in [1, 2, 3] {
        add(&mut there.ledger, "li", number).unwrap();
    }
    let records = records(&there.ledger);
    let admit = |ledger: &mut Ledger, record: &[u8]| {
        ledger.submit(noon(), |tx| match tx.admit(record)? {
            Some(entry) => tx.project(project, &entry).map(|()| true),
            None => Ok(false),
        })
    };
    let gap = admit(&mut here.ledger, &records[1]);
    assert!(matches!(gap, Err(LedgerError::Chain { fault: ChainFault::Gap { expected: 1 }, .. })));
    assert!(admit(&mut here.ledger, &records[0]).unwrap().value);
    assert!(!admit(&mut here.ledger, &records[0]).unwrap().value);
    assert!(admit(&mut here.ledger, &records[1]).unwrap().value);
    assert_eq!(sum(&here.ledger, "li"), Some(3));
    assert!(matches!(admit(&mut here.ledger, b"nonsense"), Err(LedgerError::Damaged { .. })));
    assert_eq!(here.ledger.head().unwrap(), None);
    assert_eq!(here.ledger.entries_of(there.ledger.origin(), 1, 9).unwrap().len(), 2);
}

#[test]
fn a_copied_ledger_written_to_twice_is_found_out() {
    let mut here = toy();
    add(&mut here.ledger, "wang", 1).unwrap();
    let copy = tempfile::tempdir().unwrap();
    let (from, to) = (here.folder.path().join("ledger.sqlite3"), copy.path().join("ledger.sqlite3"));
    here.ledger.conn().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    std::fs::copy(from, to).unwrap();
    let mut copied = Ledger::open_with(copy.path(), WITH_TOY).unwrap();
    add(&mut here.ledger, "wang", 2).unwrap();
    add(&mut copied, "wang", 20).unwrap();
    let record = records(&copied).pop().unwrap();
    let refused = here.ledger.submit(noon(), |tx| tx.admit(&record));
    assert!(matches!(refused, Err(LedgerError::Chain { fault: ChainFault::Fork { .. }, .. })), "{refused:?}");
}

#[test]
fn writers_in_several_threads_queue() {
    let toy = toy();
    let folder = toy.folder.path();
    std::thread::scope(|scope| {
        for name in ["wang", "li", "zhao", "chen"] {
            scope.spawn(move || {
                let mut ledger = Ledger::open_with(folder, WITH_TOY).unwrap();
                for number in 0..50 {
                    add(&mut ledger, name, number).unwrap();
                }
            });
        }
    });
    assert_eq!(toy.ledger.head().unwrap().unwrap().seq, 200);
    for name in ["wang", "li", "zhao", "chen"] {
        assert_eq!(sum(&toy.ledger, name), Some(49 * 50 / 2));
    }
    let entries = toy.ledger.entries(1, 1000).unwrap();
    assert!(entries.windows(2).all(|pair| pair[1].prev == pair[0].hash));
}

#[test]
fn others_writing_is_noticed_and_a_read_is_consistent() {
    let mut toy = toy();
    let other = Ledger::open_with(toy.folder.path(), WITH_TOY).unwrap();
    let before = other.data_version().unwrap();
    let view = other.read().unwrap();
    let count = |conn: &Connection| -> i64 {
        conn.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count(&view), 0);
    add(&mut toy.ledger, "wang", 1).unwrap();
    assert_eq!(count(&view), 0);
    drop(view);
    assert_eq!(count(other.conn()), 1);
    assert_ne!(other.data_version().unwrap(), before);
}

#[test]
fn a_full_disk_refuses_and_is_forgotten_once_there_is_room() {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    let pages: i64 = toy.ledger.conn().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    toy.ledger.conn().execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    let big = vec![b'1'; 100_000];
    let full = toy.ledger.submit(noon(), |tx| tx.append(&actor("wang"), "Added", 1, &big));
    assert!(matches!(full, Err(LedgerError::DiskFull { .. })), "{full:?}");
    assert_eq!(toy.ledger.head().unwrap().unwrap().seq, 1);
    toy.ledger.conn().execute_batch("PRAGMA max_page_count = 1000000").unwrap();
    assert_eq!(add(&mut toy.ledger, "wang", 1).unwrap().value.key.seq, 2);
    assert_eq!(sum(&toy.ledger, "wang"), Some(2));
}

#[test]
fn rebuilding_gives_the_same_tables() {
    let mut toy = toy();
    for number in 0..20 {
        add(&mut toy.ledger, if number % 2 == 0 { "wang" } else { "li" }, number).unwrap();
    }
    toy.ledger.conn().execute("UPDATE toy SET sum = 0", []).unwrap();
    toy.ledger.conn().execute("INSERT INTO draft VALUES ('k', 'kept', '')", []).unwrap();
    toy.ledger.rebuild(project, &mut |_| true).unwrap();
    assert_eq!((sum(&toy.ledger, "wang"), sum(&toy.ledger, "li")), (Some(90), Some(100)));
    let kept: String = toy.ledger.conn().query_row("SELECT body FROM draft", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, "kept");
    assert_eq!(toy.ledger.head().unwrap().unwrap().seq, 20);
}

#[test]
fn rebuilding_needs_the_ledger_alone_and_can_be_cancelled() {
    let mut toy = toy();
    add(&mut toy.ledger, "wang", 1).unwrap();
    let cancelled = toy.ledger.rebuild(project, &mut |_| false);
    assert!(matches!(cancelled, Err(LedgerError::Cancelled)));
    assert_eq!(sum(&toy.ledger, "wang"), Some(1));
    let other = Ledger::open_with(toy.folder.path(), WITH_TOY).unwrap();
    let busy = toy.ledger.rebuild(project, &mut |_| true);
    assert!(matches!(busy, Err(LedgerError::Busy { .. })), "{busy:?}");
    drop(other);
    toy.ledger.rebuild(project, &mut |_| true).unwrap();
}

#[test]
fn an_unknown_event_is_kept_and_stops_its_origin_visibly() {
    let (mut here, mut there) = (toy(), toy());
    add(&mut there.ledger, "li", 1).unwrap();
    there.ledger.submit(noon(), |tx| tx.append(&actor("li"), "Added", 2, b"{}")).unwrap();
    add(&mut there.ledger, "li", 4).unwrap();
    for record in records(&there.ledger) {
        here.ledger
            .submit(noon(), |tx| {
                let entry = tx.admit(&record)?.unwrap();
                tx.project(project, &entry)
            })
            .unwrap();
    }
    let stopped = here.ledger.stopped().unwrap();
    assert_eq!(stopped.len(), 1);
    assert_eq!((stopped[0].key.seq, stopped[0].kind.as_str(), stopped[0].version), (2, "Added", 2));
    assert_eq!(sum(&here.ledger, "li"), Some(1));
    // Its own chain goes on; the one that stopped does not.
    add(&mut here.ledger, "wang", 1).unwrap();
    there.ledger.rebuild(project, &mut |_| true).unwrap();
    let refused = add(&mut there.ledger, "li", 1);
    assert!(matches!(refused, Err(LedgerError::UnknownEvent { version: 2, .. })), "{refused:?}");
    // A program that knows the event replays, and it is forgotten.
    fn newer(conn: &Connection, entry: &ledger::Entry) -> Result<(), LedgerError> {
        if entry.version == 2 { Ok(()) } else { project(conn, entry) }
    }
    there.ledger.rebuild(newer, &mut |_| true).unwrap();
    assert_eq!(there.ledger.stopped().unwrap(), []);
    assert_eq!(sum(&there.ledger, "li"), Some(5));
}

/// Names the folder for a second program; see below.
const FOLDER: &str = "HUIQIAN_TEST_LEDGER";

/// Alone it checks that acts in a row are chained; started by the test below it is the second program.
#[test]
fn acts_in_a_row_are_chained() {
    let own = toy();
    let folder = std::env::var_os(FOLDER).map_or_else(|| own.folder.path().to_owned(), Into::into);
    let mut ledger = Ledger::open_with(&folder, WITH_TOY).unwrap();
    let mut last = 0;
    for _ in 0..50 {
        let seq = add(&mut ledger, "second", 1).unwrap().value.key.seq;
        assert!(seq > last);
        last = seq;
    }
    assert_eq!(sum(&ledger, "second"), Some(50));
}

#[test]
fn two_programs_may_write_at_the_same_time() {
    let mut toy = toy();
    let second = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "journal::acts_in_a_row_are_chained"])
        .env(FOLDER, toy.folder.path())
        .stdout(std::process::Stdio::null())
        .spawn();
    let mut second = second.unwrap();
    for _ in 0..50 {
        add(&mut toy.ledger, "first", 1).unwrap();
    }
    assert!(second.wait().unwrap().success());
    assert_eq!((sum(&toy.ledger, "first"), sum(&toy.ledger, "second")), (Some(50), Some(50)));
    let report = toy.ledger.verify(project, &mut |_| true).unwrap();
    assert_eq!((report.findings.as_slice(), report.counts.entries), (&[][..], 100));
}
