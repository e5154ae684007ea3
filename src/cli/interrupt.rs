//! Ctrl-C and requests to terminate: after the first, the search stops and its best result is written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::console::note;
use super::exit;
use crate::message;
use crate::texts::Message;

/// What remains of the work of a command that is interrupted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    /// The best plan so far.
    BestPlan,
    /// What many searches have answered so far.
    PartialAnswer,
    /// The finished runs of a batch.
    FinishedRuns,
    /// A project, in which every step is kept at once.
    #[cfg(feature = "serve")]
    Project,
}

impl Kept {
    fn message(self) -> Message {
        match self {
            Self::BestPlan => message!("cli-interrupted-search"),
            Self::PartialAnswer => message!("cli-interrupted-question"),
            Self::FinishedRuns => message!("cli-interrupted-batch"),
            #[cfg(feature = "serve")]
            Self::Project => message!("cli-interrupted-project"),
        }
    }
}

/// Signals this soon after the first belong to it. GNU `timeout`, for one, signals first its child and then
/// the whole process group, so that one request arrives twice.
const SAME_REQUEST: Duration = Duration::from_secs(1);

/// A flag that the first interrupt sets, after printing what is kept. A second one, more than
/// [`SAME_REQUEST`] later, ends the process at once.
pub fn flag(kept: Kept) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    let mut first = None;
    let handler = move || {
        let first = *first.get_or_insert_with(Instant::now);
        if !seen.swap(true, Ordering::SeqCst) {
            // The terminal has echoed `^C` on the current line.
            eprint!("\n");
            note(&kept.message());
        } else if first.elapsed() > SAME_REQUEST {
            std::process::exit(i32::from(exit::INTERRUPTED));
        }
    };
    if let Err(error) = ctrlc::set_handler(handler) {
        note(&message!("cli-interrupts-not-caught", reason = error.to_string()));
    }
    stop
}
