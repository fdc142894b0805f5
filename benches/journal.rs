//! One act per transaction — journal entry, hash, projection — against overwriting 20 KiB and fdatasync; and the same
//! acts in batches of 100. Aims: at least 0.55 of the raw rate; batches at least four times that.

use chrono::Utc;
use domain::Event;
use domain::event::MembershipRecorded;
use domain::kernel::{AccountName, Actor, Role, StaffNo, UnitCode};
use domain::people::Membership;
use huiqian_benches::{pair, report};
use ledger::{Entry, Ledger, LedgerError};
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};

const ACTS: u32 = 500;

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

fn act(tx: &ledger::Tx<'_>, actor: &Actor, number: u32) -> Result<(), LedgerError> {
    let event = event(number);
    let body = event.encode();
    let done = tx.append(actor, event.kind(), event.version(), &body)?;
    let entry = Entry {
        key: done.key,
        prev: domain::kernel::Digest::NONE,
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
    let mut ledger = Ledger::found(&folder.path().join("ledger"), Utc::now()).expect("a ledger");
    let actor =
        Actor { account: AccountName::parse("bench").expect("an account"), role: Role::Clerk, unit: None };
    let mut raw = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .open(folder.path().join("raw"))
        .expect("a file");
    let page = vec![0x5a_u8; 20 * 1024];
    let mut number = 0;
    let (one, overwrite) = pair(
        5,
        || {
            for _ in 0..ACTS {
                number += 1;
                ledger.submit(Utc::now(), |tx| act(tx, &actor, number)).expect("an act");
            }
        },
        || {
            for _ in 0..ACTS {
                raw.seek(SeekFrom::Start(0)).expect("the start");
                raw.write_all(&page).expect("a page");
                raw.sync_data().expect("on disk");
            }
        },
    );
    report(
        "500 acts, one a transaction",
        one,
        "20 KiB overwrite + fdatasync",
        overwrite,
        "≤ 1.82, that is ≥ 0.55 of its rate",
    );
    let mut batched = ledger;
    let (batches, overwrite) = pair(
        5,
        || {
            for _ in 0..ACTS / 100 {
                let from = number;
                number += 100;
                batched
                    .submit(Utc::now(), |tx| (from..from + 100).try_for_each(|n| act(tx, &actor, n + 1)))
                    .expect("a batch");
            }
        },
        || {
            for _ in 0..ACTS {
                raw.seek(SeekFrom::Start(0)).expect("the start");
                raw.write_all(&page).expect("a page");
                raw.sync_data().expect("on disk");
            }
        },
    );
    report(
        "500 acts in batches of 100",
        batches,
        "20 KiB overwrite + fdatasync",
        overwrite,
        "≤ 0.45, that is ≥ 4 × 0.55",
    );
}
