//! Ctrl-C and requests to terminate: after the first, the search stops and writes what it has.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::exit;

/// What an interrupted search says.
pub const WITH_BEST_PLAN: &str =
    "Stopping with the best plan so far; once more to leave without it.";
/// What an interrupted question of many searches says.
pub const WITH_WHAT_IS_KNOWN: &str =
    "Stopping with what is known so far; once more to leave without it.";
/// What an interrupted batch says.
pub const KEEPING_DONE: &str =
    "Stopping; the runs that are done are kept. Once more to leave at once.";

/// Signals this soon after the first belong to it. GNU `timeout`, for one, signals first its child and then
/// the whole process group, so that one request arrives twice.
const SAME_REQUEST: Duration = Duration::from_secs(1);

/// A flag that is set by the first interrupt, which also prints `what` happens. A second one, more than
/// [`SAME_REQUEST`] later, ends the process at once.
pub fn flag(what: &'static str) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    let mut first = None;
    let handler = move || {
        let first = *first.get_or_insert_with(Instant::now);
        if !seen.swap(true, Ordering::SeqCst) {
            eprintln!("\n{what}");
        } else if first.elapsed() > SAME_REQUEST {
            std::process::exit(i32::from(exit::INTERRUPTED));
        }
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        eprintln!("warning: interrupts cannot be caught ({error}); a time limit still works");
    }
    stop
}
