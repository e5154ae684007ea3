//! The progress line: seconds, best, bound and gap, on a terminal only.

use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::instance::Goal;
use crate::message;
use crate::questions::{QuestionProgress, QuestionStage};
use crate::scenarios::Run;
use crate::scenarios::batch::{BatchObserver, Record, RunOutcome};
use crate::solve::mip::Progress;

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

    /// Shows the progress of the searches for an answer.
    pub fn question(&self, progress: &QuestionProgress) {
        let QuestionProgress { stage, done, of } = *progress;
        let stage = match stage {
            QuestionStage::BasePlan => message!("questions-stage-base-plan"),
            QuestionStage::RaisedLimits => message!("questions-stage-raised-limits"),
            QuestionStage::NewClusters => message!("questions-stage-new-clusters"),
            QuestionStage::OneMorePlace => message!("questions-stage-one-more-place"),
            QuestionStage::Withdrawals => message!("questions-stage-withdrawals"),
        };
        let text = message!("questions-progress", stage = stage, done = done, of = of);
        self.0.set_message(text.to_string());
    }

    /// Takes the line away.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// How many of several things are done: a bar on a terminal.
#[derive(Debug)]
pub struct CountLine(ProgressBar);

impl CountLine {
    /// Progress over so many things of a kind.
    pub fn start(number: usize, kind: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(number as u64), ProgressDrawTarget::stderr());
        let template = format!("{{elapsed:>4}} {{bar:24}} {{pos}} of {{len}} {kind}");
        let style = ProgressStyle::with_template(&template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(250));
        Self(bar)
    }

    /// One more is done.
    pub fn one_more(&self) {
        self.0.inc(1);
    }

    /// Takes the bar away.
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

/// How a batch goes: a bar on a terminal, elsewhere a line now and then.
#[derive(Debug)]
pub struct BatchProgress {
    bar: ProgressBar,
    counts: Mutex<Counts>,
    runs: usize,
    started: Instant,
}

#[derive(Debug)]
struct Counts {
    /// When a line was last told.
    told: Instant,
    running: usize,
    known: usize,
    done: usize,
    failed: usize,
}

/// Where there is no terminal, a line tells how the batch goes at most this often.
const BETWEEN_LINES: Duration = Duration::from_secs(30);

impl BatchProgress {
    /// Progress over so many runs.
    pub fn start(runs: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(runs as u64), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{elapsed:>4} {bar:24} {pos} of {len} runs{msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(250));
        let started = Instant::now();
        let counts = Counts { told: started, running: 0, known: 0, done: 0, failed: 0 };
        Self { bar, counts: Mutex::new(counts), runs, started }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn show(&self, counts: &Counts) -> String {
        let mut message = format!(", {} running", counts.running);
        if counts.failed > 0 {
            let _ = write!(message, ", {} without a plan", counts.failed);
        }
        if let Some(left) = self.left(counts) {
            let _ = write!(message, ", about {} left", HumanDuration(left));
        }
        self.bar.set_position((counts.known + counts.done) as u64);
        self.bar.set_message(message.clone());
        message
    }

    /// What is left at the pace of the runs that were done now.
    fn left(&self, counts: &Counts) -> Option<Duration> {
        let done = u32::try_from(counts.done).ok().filter(|&done| done > 0)?;
        let to_come = u32::try_from(self.runs - counts.known - counts.done).ok()?;
        Some(self.started.elapsed() / done * to_come)
    }
}

impl BatchObserver for BatchProgress {
    fn on_begin(&self, _: &Run) {
        let mut counts = self.counts.lock().expect("no thread panics with it");
        counts.running += 1;
        let message = self.show(&counts);
        if self.bar.is_hidden() && counts.told.elapsed() >= BETWEEN_LINES {
            counts.told = Instant::now();
            eprintln!("{} of {} runs{message}", counts.known + counts.done, self.runs);
        }
    }

    fn on_end(&self, record: &Record, known: bool) {
        let mut counts = self.counts.lock().expect("no thread panics with it");
        counts.running -= 1;
        *(if known { &mut counts.known } else { &mut counts.done }) += 1;
        counts.failed += usize::from(record.outcome != RunOutcome::Plan);
        self.show(&counts);
    }
}
