//! The process of its own in which a file is read: the program itself, started with one argument. The file comes in on the
//! standard input, the answer goes out on the standard output.

use crate::contents::{Contents, Limits, Unreadable};
use std::io::{ErrorKind, Read as _, Write as _};
use std::process::ExitCode;

/// The argument that makes a program read a file instead of doing its work. Behind it: the most bytes of memory.
pub const READ_CONTENTS: &str = "--read-contents";

/// Stands before the answer: whatever a program prints before it is not one.
pub(crate) const MARK: &[u8] = b"\n\x02huiqian-contents\x03\n";
/// The status of a child that found itself too large.
pub(crate) const TOO_MUCH_MEMORY: i32 = 86;
/// Bytes that the reading thread may use for calls within calls.
const STACK: usize = 64 << 20;

/// What the child says.
pub(crate) type Answer = Result<Contents, Unreadable>;

/// Reads a file where the program was started to do that; `None` where it was started for its work. Belongs at the very
/// beginning of a program.
#[must_use]
pub fn child_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != READ_CONTENTS {
        return None;
    }
    let memory = arguments.next().and_then(|bytes| bytes.to_str()?.parse().ok());
    Some(memory.map_or(ExitCode::from(2), answer))
}

/// Reads the file on the standard input within so many bytes of memory and answers on the standard output.
#[must_use]
pub fn answer(memory: u64) -> ExitCode {
    // Nobody is there to read it, and a file's own text might stand in it.
    std::panic::set_hook(Box::new(|_| {}));
    if !confine(memory) {
        return ExitCode::FAILURE;
    }
    // A file may lead the libraries into deep recursion.
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(taken);
    let answer = reading
        .map_or(Err(Unreadable::Crashed), |reading| reading.join().unwrap_or(Err(Unreadable::Crashed)));
    let Ok(json) = serde_json::to_vec(&answer) else { return ExitCode::FAILURE };
    let mut out = std::io::stdout().lock();
    let length = (json.len() as u64).to_be_bytes();
    let done = [MARK, &length, &json].into_iter().try_for_each(|piece| out.write_all(piece));
    if done.and_then(|()| out.flush()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn taken() -> Answer {
    let limits = Limits::default();
    let mut bytes = Vec::new();
    // One byte too many shows that the file is too large.
    let read = std::io::stdin().lock().take(limits.file + 1).read_to_end(&mut bytes);
    read.map_err(|error| match error.kind() {
        ErrorKind::OutOfMemory => Unreadable::TooMuchMemory,
        _ => Unreadable::Damaged,
    })?;
    crate::read(&bytes, &limits)
}

/// Takes from this process what reading a file does not need: more memory, writing of files, the processor while others want it.
#[cfg(unix)]
fn confine(memory: u64) -> bool {
    use rustix::process::{Resource, Rlimit, nice, setrlimit};
    // At the first of two limits of the processor the process is told so, at the second it is killed without a word.
    let limit = |resource, most| {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most + most / 8) }).is_ok()
    };
    // A program that is reading for its life still ends when its parent is gone and cannot end it.
    let processor = 120;
    // Lower priority is a favour to others and no bound.
    let _ = nice(15);
    limit(Resource::Data, memory)
        && limit(Resource::Cpu, processor)
        && limit(Resource::Fsize, 0)
        && limit(Resource::Core, 0)
}

/// Windows has no such limit that can be set without unsafe code: the process watches itself and ends when it is too large.
#[cfg(windows)]
fn confine(memory: u64) -> bool {
    let look = move || {
        let used = || memory_stats::memory_stats().map_or(0, |used| used.virtual_mem as u64);
        while used() <= memory {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        std::process::exit(TOO_MUCH_MEMORY);
    };
    std::thread::Builder::new().spawn(look).is_ok()
}
