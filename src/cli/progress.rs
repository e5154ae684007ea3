//! Progress on standard error: of one search, of many similar ones, and of a batch. Drawn on a terminal
//! only; elsewhere a batch prints a line now and then, and the others print nothing. Where messages are JSON, all of them
//! write lines.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::console::{is_json, language, note, write_line, written};
use super::message_line::MessageLine;
use crate::base::Decimal;
use crate::growth::PathProgress;
use crate::instance::Goal;
use crate::message;
use crate::questions::QuestionProgress;
use crate::scenarios::Run;
use crate::scenarios::batch::{BatchObserver, Record, RunOutcome};
use crate::solve::mip::Progress;
use crate::solve::years::YearsProgress;
use crate::texts::Message;

/// A line on standard error that shows elapsed time, best value, bound and gap while a search runs.
#[derive(Debug)]
pub struct ProgressLine {
    bar: ProgressBar,
    /// When a line of JSON was last written.
    written: Mutex<Option<Instant>>,
}

/// The least time between two lines of JSON about one search.
const BETWEEN_JSON_LINES: Duration = Duration::from_millis(100);

impl ProgressLine {
    /// Draws the line; hidden if standard error is not a terminal.
    pub fn start() -> Self {
        let bar = ProgressBar::with_draw_target(None, draw_target());
        let style = ProgressStyle::with_template("{spinner} {elapsed:>4}  {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        bar.set_message(message!("cli-progress-formulating").in_language(language()));
        bar.enable_steady_tick(Duration::from_millis(250));
        Self { bar, written: Mutex::new(None) }
    }

    /// Shows the state of a search.
    pub fn show(&self, progress: &Progress) {
        let text = state_of(progress).in_language(language());
        let Progress { level, seconds, best, bound, .. } = *progress;
        self.say(text, |text| MessageLine::Progress {
            text,
            goal: Some(level.to_string()),
            seconds: Some(seconds),
            best,
            bound: Some(bound),
            done: None,
            of: None,
        });
    }

    /// Updates the line. Searches report many times a second, which is too often for a program that reads JSON.
    fn say(&self, text: String, line: impl FnOnce(String) -> MessageLine) {
        if !is_json() {
            return self.bar.set_message(text);
        }
        let mut written = self.written.lock().expect("no thread panics while it holds the lock");
        if written.is_none_or(|before| before.elapsed() >= BETWEEN_JSON_LINES) {
            *written = Some(Instant::now());
            write_line(&line(text));
        }
    }

    /// Shows the progress of the searches for an answer.
    pub fn question(&self, progress: &QuestionProgress) {
        let QuestionProgress { done, of, .. } = *progress;
        let text = progress.in_words();
        self.say(text.in_language(language()), |text| MessageLine::parts(text, done, of));
    }

    /// Shows the state of a search over several years.
    pub fn path(&self, progress: &PathProgress) {
        let text = progress.in_words();
        let (best, bound) = match progress {
            PathProgress::Own { done, of } => {
                let text = text.in_language(language());
                return self.say(text, |text| MessageLine::parts(text, *done, *of));
            }
            PathProgress::Year(_) => (None, None),
            PathProgress::All(YearsProgress { best, bound }) => (*best, Some(*bound)),
            PathProgress::Judged { best, .. } => (*best, None),
        };
        self.say(text.in_language(language()), |text| {
            let (goal, seconds, done, of) = (None, None, None, None);
            MessageLine::Progress { text, goal, seconds, best, bound, done, of }
        });
    }

    /// Removes the line.
    pub fn finish(self) {
        self.bar.finish_and_clear();
    }
}

/// Where progress is drawn: nowhere if messages are JSON.
fn draw_target() -> ProgressDrawTarget {
    if is_json() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() }
}

/// A bar that counts the finished items of a known number.
#[derive(Debug)]
pub struct CountLine(ProgressBar);

impl CountLine {
    /// Draws the bar for a number of items; `kind` names them in the plural.
    pub fn start(number: usize, kind: &Message) -> Self {
        let bar = ProgressBar::with_draw_target(Some(number as u64), draw_target());
        let style = ProgressStyle::with_template("{elapsed:>4} {bar:24} {pos}/{len} {msg}");
        bar.set_message(kind.in_language(language()));
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(250));
        Self(bar)
    }

    /// Counts one more finished item.
    pub fn one_more(&self) {
        self.0.inc(1);
        written(|| {
            let (done, of) = (self.0.position(), self.0.length().unwrap_or_default());
            let count = |number| usize::try_from(number).unwrap_or(usize::MAX);
            MessageLine::parts(self.0.message(), count(done), count(of))
        });
    }

    /// Removes the bar.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// Best value, bound and gap; the goal level too, unless it is the sum of all points.
fn state_of(progress: &Progress) -> Message {
    let Progress { level, best, bound, .. } = *progress;
    let state = match best {
        None => message!("cli-progress-no-plan", bound = bound),
        Some(best) => {
            let distance = 100 * i128::from(best - bound);
            let gap = Decimal::quotient(distance, i128::from(best.max(1)), 2);
            message!("cli-progress-best", best = best, bound = bound, gap = gap)
        }
    };
    if level == Goal::Total {
        state
    } else {
        message!("cli-progress-level", goal = level.to_string(), state = state)
    }
}

/// The progress of a batch: a bar on a terminal, elsewhere a line at most every [`BETWEEN_LINES`].
#[derive(Debug)]
pub struct BatchProgress {
    bar: ProgressBar,
    counts: Mutex<Counts>,
    runs: usize,
    started: Instant,
}

#[derive(Debug)]
struct Counts {
    /// When a line was last printed.
    printed: Instant,
    /// Runs in progress.
    running: usize,
    /// Finished runs that the journal had already.
    known: usize,
    /// Runs finished by this process.
    done: usize,
    /// Finished runs without a plan.
    failed: usize,
}

/// The least time between two lines where there is no terminal.
const BETWEEN_LINES: Duration = Duration::from_secs(30);

impl BatchProgress {
    /// Draws the bar for a number of runs.
    pub fn start(runs: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(runs as u64), draw_target());
        let style = ProgressStyle::with_template("{elapsed:>4} {bar:24} {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(250));
        let started = Instant::now();
        let counts = Counts { printed: started, running: 0, known: 0, done: 0, failed: 0 };
        Self { bar, counts: Mutex::new(counts), runs, started }
    }

    /// Removes the bar.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Updates the bar, and returns its text.
    fn show(&self, counts: &Counts) -> Message {
        let ended = counts.known + counts.done;
        let minutes = self.time_left(counts).map(|left| left.as_secs().div_ceil(60));
        let message = message!(
            "cli-progress-batch",
            ended = ended,
            count = self.runs,
            running = counts.running,
            failed = counts.failed,
            left = minutes.map_or_else(
                || message!("cli-progress-time-unknown"),
                |minutes| message!("cli-progress-time-left", count = minutes),
            ),
        );
        self.bar.set_position(ended as u64);
        self.bar.set_message(message.in_language(language()));
        message
    }

    /// The time that the remaining runs take at the pace of this process so far: runs found in the
    /// journal took no time and say nothing of it.
    fn time_left(&self, counts: &Counts) -> Option<Duration> {
        let done = u32::try_from(counts.done).ok().filter(|&done| done > 0)?;
        let remaining = u32::try_from(self.runs - counts.known - counts.done).ok()?;
        Some(self.started.elapsed() / done * remaining)
    }
}

impl BatchObserver for BatchProgress {
    fn on_begin(&self, _: &Run) {
        let mut counts = self.counts.lock().expect("no thread panics with it");
        counts.running += 1;
        let message = self.show(&counts);
        if !is_json() && self.bar.is_hidden() && counts.printed.elapsed() >= BETWEEN_LINES {
            counts.printed = Instant::now();
            note(&message);
        }
    }

    fn on_end(&self, record: &Record, known: bool) {
        let mut counts = self.counts.lock().expect("no thread panics with it");
        counts.running -= 1;
        *(if known { &mut counts.known } else { &mut counts.done }) += 1;
        counts.failed += usize::from(record.outcome != RunOutcome::Plan);
        let message = self.show(&counts);
        let ended = counts.known + counts.done;
        written(|| MessageLine::parts(message.in_language(language()), ended, self.runs));
    }
}
