//! Places that can only be read.

use super::surroundings::{as_ordinary_user, mount, remount, with_own_mounts};
use super::{NOW, all_refused, all_work, earlier, settled};
use crate::words::says;
use app::{App, Options};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

#[test]
fn a_stick_with_write_protection() {
    with_own_mounts("disk::read_only::a_stick_with_write_protection", || {
        let mut desk = settled();
        let stick = desk.folder.path().join("U盘");
        std::fs::create_dir(&stick).unwrap();
        mount(&stick, "8m");
        earlier(&desk, &stick);
        remount(&stick, "ro");
        all_refused(&mut desk, &stick, "readOnly");
        remount(&stick, "rw");
        all_work(&mut desk, &stick);
    });
}

/// The program begun anew on the desk's ledger.
fn begin_anew(desk: &mut Desk) {
    let dir = Some(desk.app.dir().to_owned());
    let clock = app::clock::Clock::Fixed(NOW.parse().unwrap());
    desk.app = App::new(Options { dir, fonts: None, clock });
}

const SIGN_IN: &str = "signIn";

#[test]
fn a_ledger_with_write_protection() {
    with_own_mounts("disk::read_only::a_ledger_with_write_protection", || {
        let mut desk = Desk::at(NOW);
        let disk = desk.folder.path().to_owned();
        mount(&disk, "12m");
        desk.found(2, false);
        let (head, ledger) = (desk.head(), desk.app.dir().display().to_string());
        begin_anew(&mut desk);
        remount(&disk, "ro");
        let request = json!({ "account": null, "password": PASSWORD });
        // No import gets as far as that: the ledger is not even opened.
        says(&desk.refused(SIGN_IN, request.clone()), "readOnly", &[&ledger]);
        says(&desk.refused("openLedger", json!({ "dir": ledger })), "readOnly", &[&ledger]);
        says(&desk.refused("verifyLedger", json!({})), "readOnly", &[&ledger]);
        remount(&disk, "rw");
        desk.ok(SIGN_IN, request);
        assert_eq!(desk.head(), head);
        assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    });
}

fn allow(folder: &Path, mode: u32) {
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_of_somebody_else() {
    as_ordinary_user("disk::read_only::a_folder_of_somebody_else", || {
        let mut desk = settled();
        let folder = desk.folder.path().join("别人的");
        std::fs::create_dir(&folder).unwrap();
        earlier(&desk, &folder);
        allow(&folder, 0o555);
        all_refused(&mut desk, &folder, "permissionDenied");
        allow(&folder, 0o755);
        all_work(&mut desk, &folder);

        // The ledger's own folder, of which nothing may be changed.
        let (head, ledger) = (desk.head(), desk.app.dir().to_owned());
        begin_anew(&mut desk);
        let files = || std::fs::read_dir(&ledger).unwrap().map(|entry| entry.unwrap().path());
        let closed = |modes: [u32; 2]| {
            files().filter(|path| path.is_file()).for_each(|path| allow(&path, modes[0]));
            allow(&ledger, modes[1]);
        };
        closed([0o444, 0o555]);
        let request = json!({ "account": null, "password": PASSWORD });
        says(&desk.refused(SIGN_IN, request.clone()), "permissionDenied", &[&ledger.display().to_string()]);
        closed([0o644, 0o755]);
        desk.ok(SIGN_IN, request);
        assert_eq!(desk.head(), head);
        assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    });
}
