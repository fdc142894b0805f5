//! One act per transaction — journal entry, hash, projection — against overwriting 20 KiB and fdatasync; and the same
//! acts in batches of 100. Aims: at least 0.55 of the raw rate; batches at least four times that.

use chrono::Utc;
use domain::Event;
use domain::event::MembershipRecorded;
use domain::kernel::{AccountName, Actor, Digest, Role, StaffNo, UnitCode};
use domain::people::Membership;
use huiqian_benches::{alternate, compare, timed};
use ledger::{Entry, Ledger, LedgerError, Tx};
use std::cell::{Cell, RefCell};
use std::fs::OpenOptions;
use std::io::{Seek as _, SeekFrom, Write as _};

const ACTS: u32 = 500;
const BATCH: u32 = 100;
/// Of the peer's rate.
const ONE: f64 = 0.55;

fn event(number: u32) -> Event {
    Event::MembershipRecorded(MembershipRecorded {
        membership: Membership {
            staff_no: StaffNo::parse(&format!("S{number}")).expect("an identifier"),
            unit: UnitCode::parse("CD").expect("an identifier"),
            arrived_on: "2026-01-01".parse().expect("a day"),
            left_on: None,
        },
    })
}

/// As the program itself acts: an entry, and what it means in the tables.
fn act(tx: &Tx<'_>, actor: &Actor, number: u32) -> Result<(), LedgerError> {
    let event = event(number);
    let body = event.encode();
    let done = tx.append(actor, event.kind(), event.version(), &body)?;
    let entry = Entry {
        key: done.key,
        prev: Digest::NONE,
        hash: done.hash,
        at: done.at,
        actor: actor.clone(),
        kind: event.kind().to_owned(),
        version: event.version(),
        body,
    };
    ledger::project(tx.conn(), &entry)
}

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a scratch folder on the disk that counts");
    let ledger = Ledger::found(&folder.path().join("ledger"), Utc::now()).expect("a ledger");
    let ledger = RefCell::new(ledger);
    let actor =
        Actor { account: AccountName::parse("bench").expect("an account"), role: Role::Clerk, unit: None };
    let number = Cell::new(0);
    let submit = |acts: u32| {
        let from = number.replace(number.get() + acts);
        let submitted = ledger
            .borrow_mut()
            .submit(Utc::now(), |tx| (from..from + acts).try_for_each(|n| act(tx, &actor, n)));
        submitted.expect("a transaction");
    };
    let page = vec![0x5a_u8; 20 * 1024];
    let mut raw = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .open(folder.path().join("raw"))
        .expect("a file");
    let [one, batches, overwrite] = alternate(
        9,
        [
            &mut || timed(|| (0..ACTS).for_each(|_| submit(1))),
            &mut || timed(|| (0..ACTS / BATCH).for_each(|_| submit(BATCH))),
            &mut || {
                timed(|| {
                    for _ in 0..ACTS {
                        raw.seek(SeekFrom::Start(0)).expect("the start");
                        raw.write_all(&page).expect("a page");
                        raw.sync_data().expect("on disk");
                    }
                })
            },
        ],
    );
    let peer = "500 overwrites of 20 KiB, each with fdatasync";
    compare("500 acts, one a transaction", one, peer, overwrite, 1.0 / ONE);
    compare("500 acts in batches of 100", batches, peer, overwrite, 1.0 / (4.0 * ONE));
}
