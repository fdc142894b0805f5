//! Side-by-side measurements. Machines are shared and noisy, so that every claim is a ratio of medians from runs that
//! alternate with a named peer's in the same process. `README.md` says what was seen and how to run them.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run took.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// By the clock on the wall.
    pub wall: Duration,
    /// User and system time of all threads: on a busy machine the fairer measure.
    pub processor: Duration,
    /// Most memory held at once, KiB; 0 where the job did not run as a process of its own.
    pub peak: i64,
}

/// Runs a job within this process.
pub fn timed(job: impl FnOnce()) -> Sample {
    let (start, processor) = (Instant::now(), processor_time(UsageWho::RUSAGE_SELF));
    job();
    let wall = start.elapsed();
    Sample { wall, processor: processor_time(UsageWho::RUSAGE_SELF).saturating_sub(processor), peak: 0 }
}

/// Most memory that this process has held at once, KiB.
pub fn peak_kib() -> i64 {
    getrusage(UsageWho::RUSAGE_SELF).expect("the system knows what it gave").max_rss()
}

fn processor_time(who: UsageWho) -> Duration {
    let usage = getrusage(who).expect("the system knows what it gave");
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Duration::from_micros(micros.unsigned_abs())
}

/// The first argument of a process that [`main_of_measure`] serves.
const MEASURE: &str = "--measure";

/// Runs a command and all it starts as processes of their own. Between it and us stands one more process, whose only
/// child it is: what the system says of that process's children is said of this command alone, ours or the peer's.
pub fn child(command: &[&str]) -> Sample {
    let own = std::env::current_exe().expect("this program");
    let done = Command::new(own).arg(MEASURE).args(command).stderr(Stdio::inherit()).output();
    let done = done.expect("this program starts");
    assert!(done.status.success(), "{} failed", command.join(" "));
    let text = String::from_utf8(done.stdout).expect("three numbers");
    let mut numbers = text.split_whitespace().map(|word| word.parse::<u64>().expect("a number"));
    let mut next = || numbers.next().expect("three numbers");
    Sample {
        wall: Duration::from_micros(next()),
        processor: Duration::from_micros(next()),
        peak: next() as i64,
    }
}

/// The process in between: call it first in `main` of a program that uses [`child`]. `true`: there is nothing more to do.
pub fn main_of_measure() -> bool {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some(MEASURE) {
        return false;
    }
    let program = arguments.next().expect("a program");
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).status().expect("it starts");
    let wall = start.elapsed();
    assert!(status.success(), "it ends well");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system knows what it gave");
    let processor = processor_time(UsageWho::RUSAGE_CHILDREN);
    println!("{} {} {}", wall.as_micros(), processor.as_micros(), usage.max_rss());
    true
}

/// Medians of jobs that are run in turn, `runs` times each after one warm-up.
pub fn alternate<const N: usize>(runs: usize, mut jobs: [&mut dyn FnMut() -> Sample; N]) -> [Sample; N] {
    let mut samples: [Vec<Sample>; N] = std::array::from_fn(|_| Vec::new());
    for job in &mut jobs {
        job();
    }
    for _ in 0..runs {
        for (job, samples) in jobs.iter_mut().zip(&mut samples) {
            samples.push(job());
        }
    }
    samples.map(|samples| Sample {
        wall: median(samples.iter().map(|s| s.wall)),
        processor: median(samples.iter().map(|s| s.processor)),
        peak: median(samples.iter().map(|s| s.peak)),
    })
}

fn median<T: Ord>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort();
    values.swap_remove(values.len() / 2)
}

/// Prints a job, the peer's, and the ratio of their times beside the aim: at most that many times the peer's.
pub fn compare(job: &str, ours: Sample, peer_name: &str, peer: Sample, aim: f64) {
    let ratio = ours.wall.as_secs_f64() / peer.wall.as_secs_f64();
    let met = if ratio <= aim { "met" } else { "NOT MET" };
    println!("{job}\n  ours: {}\n  {peer_name}: {}", words(ours), words(peer));
    println!("  ratio {ratio:.3}, aim at most {aim:.3}: {met} (load {})", load());
}

fn words(sample: Sample) -> String {
    let mut words = format!("{:.2?}", sample.wall);
    if !sample.processor.is_zero() {
        words += &format!(", {:.2?} of processor time", sample.processor);
    }
    if sample.peak > 0 {
        words += &format!(", at most {} MiB at once", sample.peak / 1024);
    }
    words
}

/// How busy the machine was in the last minute; runnable processes.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}
