//! Personal data: kept beside the chain, erased without breaking it.

use crate::toy::{WITH_TOY, noon, toy};
use domain::kernel::Digest;
use ledger::{Ledger, LedgerError, names, personal, personal_at, personal_many};
use serde_json::{Map, Value, json};

fn fields(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn put(ledger: &mut Ledger, subject: &str, value: Value) -> Digest {
    ledger.submit(noon(), |tx| tx.put_personal(subject, &fields(value))).unwrap().value
}

#[test]
fn the_newest_fields_are_current_and_earlier_ones_stay_readable() {
    let mut toy = toy();
    let (old, new) = (json!({"name": "王芳", "phone": "1"}), json!({"name": "王芳", "phone": "2"}));
    let first = put(&mut toy.ledger, "person/QT0001", old.clone());
    let second = put(&mut toy.ledger, "person/QT0001", new.clone());
    let again = put(&mut toy.ledger, "person/QT0002", new.clone());
    assert_ne!(second, again, "the salt hides that two people have the same fields");
    let conn = toy.ledger.conn();
    assert_eq!(personal(conn, "person/QT0001").unwrap(), Some(fields(new)));
    assert_eq!(personal_at(conn, "person/QT0001", &first).unwrap(), Some(fields(old)));
    assert_eq!(personal_at(conn, "person/QT0001", &again).unwrap(), None);
    assert_eq!(personal(conn, "person/QT0009").unwrap(), None);
    let same = put(&mut toy.ledger, "person/QT0002", json!({"name": "王芳", "phone": "2"}));
    assert_eq!(same, again, "the same data keep their digest");
}

#[test]
fn names_of_many_come_in_one_query() {
    let mut toy = toy();
    put(&mut toy.ledger, "person/1", json!({"name": "张伟"}));
    put(&mut toy.ledger, "person/2", json!({"name": "李\"娜"}));
    put(&mut toy.ledger, "person/3", json!({"phone": "3"}));
    let asked = ["person/1", "person/2", "person/3", "person/4"];
    let found = names(toy.ledger.conn(), &asked).unwrap();
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [("person/1".to_owned(), "张伟".to_owned()), ("person/2".to_owned(), "李\"娜".to_owned())]
    );
    let many = personal_many(toy.ledger.conn(), &asked).unwrap();
    assert_eq!(many.len(), 3);
    assert_eq!(many["person/3"]["phone"], "3");
}

/// Whether any file of the ledger contains these bytes.
fn anywhere(folder: &std::path::Path, needle: &str) -> bool {
    std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()).any(
        |path| {
            let bytes = std::fs::read(path).unwrap();
            bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
        },
    )
}

#[test]
fn erased_fields_are_nowhere_in_the_files() {
    let mut toy = toy();
    let marker = "司马相如-13900001111";
    for number in 0..50 {
        put(&mut toy.ledger, &format!("person/{number}"), json!({"name": "别人", "number": number}));
    }
    put(&mut toy.ledger, "person/QT0001", json!({"name": marker, "phone": "1"}));
    put(&mut toy.ledger, "person/QT0001", json!({"name": marker, "phone": "2"}));
    assert!(anywhere(toy.folder.path(), marker));
    let erased = toy.ledger.submit(noon(), |tx| tx.erase_personal("person/QT0001")).unwrap();
    assert_eq!((erased.value, erased.erasure_pending), (2, false));
    assert!(!anywhere(toy.folder.path(), marker));
    assert_eq!(personal(toy.ledger.conn(), "person/QT0001").unwrap(), None);
    assert!(personal(toy.ledger.conn(), "person/7").unwrap().is_some());
}

#[test]
fn an_erasure_that_a_reader_delays_says_so_and_is_finished_later() {
    let mut toy = toy();
    let marker = "司马相如-13900001111";
    put(&mut toy.ledger, "person/QT0001", json!({"name": marker}));
    let other = Ledger::open_with(toy.folder.path(), WITH_TOY).unwrap();
    let view = other.read().unwrap();
    let _: i64 = view.query_row("SELECT count(*) FROM personal", [], |row| row.get(0)).unwrap();
    let erased = toy.ledger.submit(noon(), |tx| tx.erase_personal("person/QT0001")).unwrap();
    assert!(erased.erasure_pending);
    drop(view);
    let later = toy.ledger.submit(noon(), |_| Ok::<_, LedgerError>(())).unwrap();
    assert!(!later.erasure_pending);
    assert!(!anywhere(toy.folder.path(), marker));
}
