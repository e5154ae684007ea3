//! The progress line: seconds, best, bound and gap, on a terminal only.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::instance::Goal;
use crate::solve::Progress;

/// A line on standard error that is rewritten while the search runs.
#[derive(Debug)]
pub struct ProgressLine(ProgressBar);

impl ProgressLine {
    /// A line; invisible where standard error is no terminal.
    pub fn start() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{spinner} {elapsed:>4}  {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_message("reading the rules into an integer program");
        bar.enable_steady_tick(Duration::from_millis(250));
        Self(bar)
    }

    /// Shows how the search stands.
    pub fn show(&self, progress: &Progress) {
        self.0.set_message(in_words(progress));
    }

    /// Takes the line away.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}

fn in_words(progress: &Progress) -> String {
    let Progress { level, best, bound, .. } = *progress;
    let goal = if level == Goal::Total { String::new() } else { format!("{level}: ") };
    match best {
        None => format!("{goal}no plan yet, bound {bound}"),
        Some(best) => {
            let gap = 100.0 * (best - bound) as f64 / best.max(1) as f64;
            format!("{goal}best {best}, bound {bound}, gap {gap:.2}%")
        }
    }
}
