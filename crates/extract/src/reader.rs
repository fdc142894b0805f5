//! The parent's side: a child for each file, ended when it takes too long.

use crate::child::{Answer, MARK, READ_CONTENTS, TOO_MUCH_MEMORY};
use crate::contents::{Limits, Unreadable};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How a file is read in a process of its own.
#[derive(Clone, Debug)]
pub struct Reader {
    program: PathBuf,
    arguments: Vec<OsString>,
    time: Duration,
}

/// How long a file may take.
const TIME: Duration = Duration::from_secs(60);
/// Memory that a child may use, bytes: several times a file of the largest size that is read.
const MEMORY: u64 = 1 << 30;
/// How often the parent looks whether a child has ended.
const LOOK: Duration = Duration::from_millis(5);
/// Text in JSON is at most so many times as long, and its places come with it.
const FRAME: u64 = 16;
/// What is kept of a child's complaints.
const COMPLAINTS: u64 = 4096;

impl Reader {
    /// Reads by that program, one whose `main` begins with [`child_if_asked`](crate::child_if_asked).
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        Self { program, arguments: vec![READ_CONTENTS.into(), MEMORY.to_string().into()], time: TIME }
    }

    /// The same with other arguments.
    #[must_use]
    pub fn with_arguments(mut self, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.arguments = arguments.into_iter().map(Into::into).collect();
        self
    }

    /// The same with another limit of time.
    #[must_use]
    pub fn within(mut self, time: Duration) -> Self {
        self.time = time;
        self
    }

    /// Reads a file, whatever becomes of the process that does it.
    ///
    /// # Errors
    /// Where no process can be started: then nothing is known of the file.
    pub fn read(&self, file: File) -> io::Result<Answer> {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            // One thread: each would set memory aside for itself, and other work goes on beside this.
            .env("RAYON_NUM_THREADS", "1")
            .env("MALLOC_ARENA_MAX", "2")
            .stdin(file)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        quiet(&mut command);
        let mut child = command.spawn()?;
        let most = Limits::default().text as u64 * FRAME;
        let out = collected(child.stdout.take(), most)?;
        let complaints = collected(child.stderr.take(), COMPLAINTS)?;
        let ended = wait(&mut child, Instant::now() + self.time);
        // Ended or killed: the pipes are at their end.
        let (out, complaints) = (out.join().unwrap_or_default(), complaints.join().unwrap_or_default());
        Ok(match ended? {
            None => Err(Unreadable::TookTooLong),
            Some(status) => answer(&out).unwrap_or_else(|| Err(reason(status, &complaints))),
        })
    }
}

type Collecting = std::thread::JoinHandle<Vec<u8>>;

/// Takes in what a child says; beyond the limit it is read and dropped, so that the child does not wait for ever.
fn collected(pipe: Option<impl Read + Send + 'static>, most: u64) -> io::Result<Collecting> {
    std::thread::Builder::new().spawn(move || {
        let mut kept = Vec::new();
        if let Some(mut pipe) = pipe {
            // A pipe that breaks ends what was said.
            let _ = pipe.by_ref().take(most).read_to_end(&mut kept);
            let _ = io::copy(&mut pipe, &mut io::sink());
        }
        kept
    })
}

/// How the child ended; `None` where it was killed at the limit.
fn wait(child: &mut Child, until: Instant) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= until {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(LOOK);
    }
}

/// What the child answered, if it did.
fn answer(out: &[u8]) -> Option<Answer> {
    let at = out.windows(MARK.len()).position(|window| window == MARK)? + MARK.len();
    let (length, rest) = out[at..].split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
    serde_json::from_slice(rest.get(..length)?).ok()
}

/// Why there is no answer.
fn reason(status: ExitStatus, complaints: &[u8]) -> Unreadable {
    let says = |words: &[u8]| complaints.windows(words.len()).any(|window| window == words);
    if status.code() == Some(TOO_MUCH_MEMORY) || says(b"memory allocation of") {
        return Unreadable::TooMuchMemory;
    }
    if out_of_time(status) { Unreadable::TookTooLong } else { Unreadable::Crashed }
}

/// Whether the system ended it because it had used the processor too long.
#[cfg(unix)]
fn out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn out_of_time(_status: ExitStatus) -> bool {
    false
}

/// On Windows: no window of its own, and after all others.
#[cfg(windows)]
fn quiet(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const BELOW_NORMAL_PRIORITY_CLASS: u32 = 0x0000_4000;
    command.creation_flags(CREATE_NO_WINDOW | BELOW_NORMAL_PRIORITY_CLASS);
}

#[cfg(not(windows))]
fn quiet(_command: &mut Command) {}
