//! How many threads work.

use std::num::NonZero;

/// As many as are asked for, else as many as there are cores.
pub fn number(asked: Option<u16>) -> usize {
    asked.map_or_else(|| std::thread::available_parallelism().map_or(1, NonZero::get), usize::from)
}
