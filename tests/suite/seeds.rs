//! How many random instances tests try, and a way to try them on plain threads, for code that makes its own thread
//! pool and so must not run inside another one.

use std::sync::Mutex;

/// The environment variable by whose number the instances of tests are multiplied, as `make trust` does.
const FACTOR: &str = "PLAATSWIJZER_TRUST";

/// A number of random instances: the usual one, or many times that where it is asked for.
pub fn many(usual: u64) -> u64 {
    let Some(factor) = std::env::var_os(FACTOR) else { return usual };
    let factor = factor.to_str().and_then(|text| text.parse::<u64>().ok());
    usual * factor.unwrap_or_else(|| panic!("{FACTOR} is a whole number"))
}

/// Runs `one` for each seed on all cores; returns the results that are not `None`, in no order.
pub fn each<T: Send>(seeds: u64, one: impl Fn(u64) -> Option<T> + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = Mutex::new(0..seeds);
    let take = || next.lock().expect("taking a seed cannot fail").next();
    let work = || {
        let mut seen = Vec::new();
        while let Some(seed) = take() {
            seen.extend(one(seed));
        }
        seen
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("no seed fails")).collect()
    })
}
