//! Ctrl-C and requests to terminate: asked once, the search stops and writes what it has.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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

/// A flag that is set when the user interrupts, who is then told `what` happens. A second interrupt
/// leaves at once.
pub fn flag(what: &'static str) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    let handler = move || {
        if seen.swap(true, Ordering::SeqCst) {
            std::process::exit(i32::from(exit::INTERRUPTED));
        }
        eprintln!("\n{what}");
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        eprintln!("warning: interrupts cannot be caught ({error}); a time limit still works");
    }
    stop
}
