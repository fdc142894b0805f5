//! The process that is killed: it acts without end and says so after each act.

use super::NOW;
use crate::act::Act;
use huiqian_tests::{PASSWORD, another_process};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;
use serde_json::json;
use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Stdio};

const DIR: &str = "HUIQIAN_KILL_DIR";
const FROM: &str = "HUIQIAN_KILL_FROM";

/// The child's own life. Ends only by being killed.
#[test]
fn acts_without_end() {
    let Some(dir) = std::env::var_os(DIR).map(PathBuf::from) else { return };
    let from: u32 = std::env::var(FROM).unwrap().parse().unwrap();
    let folder = dir.parent().unwrap().to_owned();
    let clock = app::clock::Clock::Fixed(NOW.parse().unwrap());
    let mut app = app::App::new(app::Options { dir: Some(dir), fonts: None, clock });
    app.call("signIn", json!({ "account": null, "password": PASSWORD })).unwrap();
    println!("begin");
    for number in from.. {
        Act::of(number).run(&mut app, &folder).unwrap();
        println!("done {number}");
    }
}

/// The child as its parent sees it.
pub(crate) struct Child {
    process: std::process::Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Child {
    pub(crate) fn start(dir: &Path, from: u32) -> Self {
        let mut process = another_process("kill::child::acts_without_end")
            .env(DIR, dir)
            .env(FROM, from.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines }
    }

    pub(crate) fn wait_until_it_begins(&mut self) {
        let begun = self.lines.by_ref().map_while(Result::ok).any(|line| line.ends_with("begin"));
        assert!(begun, "the child signs in");
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.process.id()).unwrap())
    }

    /// Stops it, and returns once it stands still.
    pub(crate) fn stop(&self) {
        kill(self.pid(), Signal::SIGSTOP).unwrap();
        let status = waitpid(self.pid(), Some(WaitPidFlag::WUNTRACED)).unwrap();
        assert!(matches!(status, WaitStatus::Stopped(..)), "{status:?}");
    }

    pub(crate) fn go_on(&self) {
        kill(self.pid(), Signal::SIGCONT).unwrap();
    }

    /// Kills it; the last act that it acknowledged, if any.
    pub(crate) fn kill(mut self) -> Option<u32> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let lines = self.lines.by_ref().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("done ")?.parse().ok()).last()
    }
}

impl Drop for Child {
    /// No child outlives a test that failed.
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
