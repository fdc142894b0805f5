//! Measures the journal at a size no branch will reach: appending in batches and one by one, a bare scan, and
//! checking the chain.
//!
//! `cargo run --release -p ledger --example verify_million -- [ENTRIES] [FOLDER]`
#![allow(clippy::unwrap_used)] // a measurement stops at the first surprise

use chrono::Utc;
use domain::kernel::{AccountName, Actor, Role};
use ledger::{Ledger, LedgerError};
use std::time::{Duration, Instant};

const BODY: usize = 300;
const SINGLE: u32 = 2_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let entries: u32 = arguments.next().map_or(1_000_000, |text| text.parse().unwrap());
    let folder = match arguments.next() {
        Some(parent) => tempfile::tempdir_in(parent).unwrap(),
        None => tempfile::tempdir().unwrap(),
    };
    let mut ledger = Ledger::found(folder.path(), Utc::now()).unwrap();
    let actor = Actor { account: AccountName::parse("wang").unwrap(), role: Role::Clerk, unit: None };
    let body = vec![b'7'; BODY];

    let since = Instant::now();
    for _ in 0..entries / 100 {
        submit(&mut ledger, &actor, &body, 100);
    }
    rate("append, batches of 100", entries, since.elapsed());
    let (since, cpu) = (Instant::now(), cpu_seconds());
    for _ in 0..SINGLE {
        submit(&mut ledger, &actor, &body, 1);
    }
    rate("append, one a transaction", SINGLE, since.elapsed());
    println!("  of which processor time {:.2} s", cpu_seconds() - cpu);
    fdatasync(folder.path());

    let (mut scans, mut checks) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let (since, cpu) = (Instant::now(), cpu_seconds());
        let mut statement = ledger.conn().prepare("SELECT record FROM entry").unwrap();
        let mut rows = statement.query([]).unwrap();
        let mut bytes = 0;
        while let Some(row) = rows.next().unwrap() {
            bytes += row.get_ref(0).unwrap().as_blob().unwrap().len();
        }
        drop(rows);
        drop(statement);
        scans.push((since.elapsed(), cpu_seconds() - cpu));
        let (since, cpu) = (Instant::now(), cpu_seconds());
        let report = ledger.verify_journal(&mut |_| true).unwrap();
        checks.push((since.elapsed(), cpu_seconds() - cpu));
        assert!(report.intact());
        if scans.len() == 1 {
            println!("{} entries of {} bytes", report.counts.entries, bytes as u64 / report.counts.entries);
        }
    }
    let median = |mut runs: Vec<(Duration, f64)>| {
        runs.sort_by_key(|run| run.0);
        runs[runs.len() / 2]
    };
    let (scan, check) = (median(scans), median(checks));
    println!("bare scan {:?} ({:.2} s of processor time)", scan.0, scan.1);
    println!("check {:?} ({:.2} s of processor time)", check.0, check.1);
    println!("check / scan = {:.2}", check.0.as_secs_f64() / scan.0.as_secs_f64());
}

fn submit(ledger: &mut Ledger, actor: &Actor, body: &[u8], times: u32) {
    ledger
        .submit(Utc::now(), |tx| {
            for _ in 0..times {
                tx.append(actor, "Measured", 1, body)?;
            }
            Ok::<_, LedgerError>(())
        })
        .unwrap();
}

/// What the disk can do: overwriting 20 KiB and flushing.
fn fdatasync(folder: &std::path::Path) {
    use std::io::{Seek as _, Write as _};
    let mut file = std::fs::File::create(folder.join("raw")).unwrap();
    let page = vec![1_u8; 20 << 10];
    file.write_all(&page).unwrap();
    file.sync_all().unwrap();
    let since = Instant::now();
    for _ in 0..SINGLE {
        file.rewind().unwrap();
        file.write_all(&page).unwrap();
        file.sync_data().unwrap();
    }
    rate("raw overwrite of 20 KiB + fdatasync", SINGLE, since.elapsed());
}

/// User and system time of this process, in hundredths of a second: on a busy machine the fairer measure. 0 where the
/// system does not tell.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

fn rate(what: &str, count: u32, time: Duration) {
    println!("{what}: {:.0}/s", f64::from(count) / time.as_secs_f64());
}
