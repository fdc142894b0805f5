//! Where these stories can be told at all: in a mount namespace of their own, where nothing that is mounted outlives the
//! process, or as a user whom permissions stop.

use huiqian_tests::another_process;
use std::path::Path;
use std::process::Command;

const INSIDE: &str = "HUIQIAN_DISK_INSIDE";

/// Tells the story in a process of its own with its own mounts: they are gone with it, even where it panics. `test` is
/// the calling test's name. Where neither root nor a user namespace may mount, it says so and tells nothing; the stories
/// of `file_size` and of permissions go on everywhere.
pub(crate) fn with_own_mounts(test: &str, story: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        return story();
    }
    let folder = tempfile::tempdir().unwrap();
    let ways = [&["unshare", "--mount"][..], &["unshare", "--user", "--map-root-user", "--mount"]];
    let may_mount = |way: &&&[&str]| {
        let probe = Command::new(way[0])
            .args(&way[1..])
            .args(["mount", "-t", "tmpfs", "tmpfs"])
            .arg(folder.path())
            .output();
        probe.is_ok_and(|output| output.status.success())
    };
    match ways.iter().find(may_mount) {
        Some(way) => run(test, way),
        None => eprintln!("{test}: not told, since nothing may be mounted here"),
    }
}

/// Tells the story as a user whom permission bits stop: this one, or nobody where this one is root.
pub(crate) fn as_ordinary_user(test: &str, story: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() || !nix::unistd::geteuid().is_root() {
        return story();
    }
    let way = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let fonts = huiqian_tests::fonts().join("huiqian-fonts.zip");
    let binary = std::env::current_exe().unwrap();
    let readable = |path: &Path| {
        let probe = Command::new(way[0]).args(&way[1..]).args(["test", "-r"]).arg(path).status();
        probe.is_ok_and(|status| status.success())
    };
    if readable(&binary) && readable(&fonts) {
        run(test, &way);
    } else {
        eprintln!("{test}: not told, since root cannot become somebody who may read this tree");
    }
}

/// Runs the test again, started in that way.
fn run(test: &str, way: &[&str]) {
    let again = another_process(test);
    let output = Command::new(way[0])
        .args(&way[1..])
        .arg(again.get_program())
        .args(again.get_args())
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success() && said[0].contains("1 passed"), "{}\n{}", said[0], said[1]);
}

/// Mounts a file system in memory of that size on a folder. Only within [`with_own_mounts`].
pub(crate) fn mount(folder: &Path, size: &str) {
    let options = format!("size={size}");
    let done = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder).status();
    assert!(done.unwrap().success());
}

/// Mounts it anew as `ro` or `rw`. `bind`: that much is allowed in a user namespace, too.
pub(crate) fn remount(folder: &Path, how: &str) {
    let done = Command::new("mount").args(["-o", &format!("remount,bind,{how}")]).arg(folder).status();
    assert!(done.unwrap().success());
}
