//! Pairs of measurements. Machines are shared and noisy, so every claim is a ratio of medians from alternating runs.

use std::time::{Duration, Instant};

/// Medians of two jobs that are run in turn, `runs` times each after one warm-up.
pub fn pair(runs: usize, mut ours: impl FnMut(), mut peer: impl FnMut()) -> (Duration, Duration) {
    ours();
    peer();
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        a.push(timed(&mut ours));
        b.push(timed(&mut peer));
    }
    (median(a), median(b))
}

/// How long a job takes.
pub fn timed(job: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    job();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Prints a line: our time, the peer's, the ratio, the aim.
pub fn report(job: &str, ours: Duration, peer_name: &str, peer: Duration, aim: &str) {
    let ratio = ours.as_secs_f64() / peer.as_secs_f64();
    println!("{job}: {ours:.2?}; {peer_name}: {peer:.2?}; ratio {ratio:.2} (aim {aim})");
}
