//! Filing a large file on a ticket, through the use case, against copying it beside the ledger and flushing the copy. Aim: at most
//! 1.5 times as long.

use app::clock::Clock;
use app::{App, Options};
use huiqian_benches::{alternate, compare, timed};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// Bytes of the file.
const SIZE: usize = 200 << 20;
const PIECE: usize = 1 << 20;
const PASSWORD: &str = "correct horse";
const AIM: f64 = 1.5;

/// A ledger with one unit and one ticket, and the ticket's number.
fn founded(folder: &Path) -> (App, String) {
    let now = "2026-10-12T02:00:00Z".parse().expect("a moment");
    let mut app =
        App::new(Options { dir: Some(folder.join("ledger")), fonts: None, clock: Clock::Fixed(now) });
    let org = folder.join("units.csv");
    std::fs::write(&org, "单位代码,单位名称,类别\nZQ,政企,省级\nCD,成都,市州\n").expect("a file");
    let mut ok =
        |name: &str, request: Value| app.call(name, request).unwrap_or_else(|e| panic!("{name}: {e:?}"));
    ok(
        "initLedger",
        json!({ "role": "province", "unit": "ZQ", "admin": "admin", "password": PASSWORD, "twoPerson": false, "org": org }),
    );
    let ticket = ok(
        "registerTicket",
        json!({
            "unit": "CD", "kind": "bid", "title": "市政务云迁移", "customer": "市大数据局", "contact": "罗海燕", "channel": "phone",
            "urgency": "urgent", "complexity": "complex", "fields": { "tenderDeadline": "2026-12-30" },
        }),
    );
    let ticket = ticket["ticket"].as_str().expect("a number").to_owned();
    (app, ticket)
}

/// A file that no disk can make smaller.
fn large(folder: &Path) -> PathBuf {
    let path = folder.join("投标文件.bin");
    let mut file = File::create(&path).expect("a file");
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut piece = vec![0; PIECE];
    for _ in 0..SIZE / PIECE {
        for word in piece.chunks_exact_mut(8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            word.copy_from_slice(&state.to_le_bytes());
        }
        file.write_all(&piece).expect("a piece");
    }
    file.sync_all().expect("on disk");
    path
}

/// Another content of the same size: what is stored already is not stored again.
fn renew(path: &Path, round: u64) {
    let mut file = OpenOptions::new().write(true).open(path).expect("the file");
    file.seek(SeekFrom::Start(0)).expect("its beginning");
    file.write_all(&round.to_le_bytes()).expect("other bytes");
    file.sync_all().expect("on disk");
}

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a scratch folder on the disk that counts");
    let (app, ticket) = founded(folder.path());
    let app = RefCell::new(app);
    let source = large(folder.path());
    let copy = folder.path().join("copy");
    let mut round = 0;
    let attach = || {
        let request = json!({
            "about": format!("ticket/{ticket}"),
            "files": [{ "path": source, "category": "bid", "kind": "bidFile", "stage": "TB" }],
        });
        app.borrow_mut().call("fileDocuments", request).unwrap_or_else(|e| panic!("fileDocuments: {e:?}"));
    };
    let [ours, peer] = alternate(
        7,
        [
            &mut || {
                round += 1;
                renew(&source, round);
                timed(attach)
            },
            &mut || {
                let _ = std::fs::remove_file(&copy);
                timed(|| {
                    std::fs::copy(&source, &copy).expect("a copy");
                    File::open(&copy).and_then(|file| file.sync_all()).expect("on disk");
                })
            },
        ],
    );
    compare("filing a file of 200 MB on a ticket", ours, "cp and fsync", peer, AIM);
}
