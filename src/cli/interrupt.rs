//! Ctrl-C and requests to terminate: asked once, the search stops and writes what it has.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::exit;

/// A flag that is set when the user interrupts. A second interrupt leaves at once.
pub fn flag() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    let handler = move || {
        if seen.swap(true, Ordering::SeqCst) {
            std::process::exit(i32::from(exit::INTERRUPTED));
        }
        eprintln!("\nStopping with the best plan so far; once more to leave without it.");
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        eprintln!("warning: interrupts cannot be caught ({error}); a time limit still works");
    }
    stop
}
