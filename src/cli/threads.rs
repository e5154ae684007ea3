//! The number of threads.

use std::num::NonZero;

/// The number of threads to use: as requested, by default one per processor core.
pub fn number(requested: Option<u16>) -> usize {
    requested
        .map_or_else(|| std::thread::available_parallelism().map_or(1, NonZero::get), usize::from)
}
