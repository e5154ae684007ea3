//! What a search may use before it must stop: time, work, and a stop flag that others may set.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The time and work that a search may use, and a flag that stops it.
///
/// A search hands [`share`](Self::share)s of its budget to its parts, or the budget itself. Work that a
/// part spends is taken off every budget that its share was cut from, so that a limit on work holds for
/// the search as a whole; clones draw on the same count. Work is counted in steps of algorithms, never
/// in time, so that the same search with the same limit on work stops with the same result on every machine,
/// provided that its parts run one after the other. Searches that run side by side each take
/// [their own count](Self::with_own_work).
#[derive(Clone, Debug)]
pub struct Budget {
    started: Instant,
    time_limit: Option<Duration>,
    deadline: Option<Instant>,
    work: Option<Arc<WorkCount>>,
    stop: Arc<AtomicBool>,
}

/// The work that is left to a budget, linked to the count of the budget that it is a share of.
#[derive(Debug)]
struct WorkCount {
    limit: u64,
    left: AtomicU64,
    whole: Option<Arc<WorkCount>>,
}

impl WorkCount {
    fn new(limit: u64, whole: Option<Arc<Self>>) -> Arc<Self> {
        Arc::new(Self { limit, left: AtomicU64::new(limit), whole })
    }

    fn left(&self) -> u64 {
        let left = self.left.load(Ordering::Relaxed);
        self.whole.as_ref().map_or(left, |whole| left.min(whole.left()))
    }

    fn spend(&self, work: u64) {
        let less = |left: u64| Some(left.saturating_sub(work));
        // Never fails: the closure always has an answer.
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        if let Some(whole) = &self.whole {
            whole.spend(work);
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::unlimited()
    }
}

impl Budget {
    /// A budget whose time runs from now. Work is counted in simplex iterations and in comparable steps,
    /// such as those of a subgradient ascent. `stop` may be set from another thread.
    pub fn new(time: Option<Duration>, work: Option<u64>, stop: Arc<AtomicBool>) -> Self {
        let started = Instant::now();
        Self {
            started,
            time_limit: time,
            // A limit beyond what the clock can represent is no limit.
            deadline: time.and_then(|time| started.checked_add(time)),
            work: work.map(|work| WorkCount::new(work, None)),
            stop,
        }
    }

    /// A budget without limits, and with a stop flag of its own.
    pub fn unlimited() -> Self {
        Self::new(None, None, Arc::default())
    }

    /// A budget of some time from now.
    pub fn of_time(time: Duration) -> Self {
        Self::new(Some(time), None, Arc::default())
    }

    /// A budget of some work, without a limit on time.
    pub fn of_work(work: u64) -> Self {
        Self::new(None, Some(work), Arc::default())
    }

    /// The same limits once more: time runs from now, and no work has been spent. The stop flag is shared.
    #[must_use]
    pub fn restarted(&self) -> Self {
        Self::new(self.time_limit, self.work_limit(), Arc::clone(&self.stop))
    }

    /// `part` of `of` equal parts of the time and work that are left.
    #[must_use]
    pub fn share(&self, part: u32, of: u32) -> Self {
        let of = of.max(1);
        let work = self.work.as_ref().map(|work| {
            WorkCount::new(work.left() / u64::from(of) * u64::from(part), Some(Arc::clone(work)))
        });
        self.with_time(self.time_left().map(|left| left / of * part), work)
    }

    /// The same budget with at most this much work.
    #[must_use]
    pub fn with_work_at_most(&self, most: u64) -> Self {
        let most = self.work_left().map_or(most, |left| left.min(most));
        Self { work: Some(WorkCount::new(most, self.work.clone())), ..self.clone() }
    }

    /// The time that is left, with the limit on work all to itself: for one of several searches, each of
    /// which may use as much work as the limit says.
    #[must_use]
    pub fn with_own_work(&self) -> Self {
        Self { work: self.work_limit().map(|work| WorkCount::new(work, None)), ..self.clone() }
    }

    /// The budget of the next of several searches, `at_a_time` of which run side by side, when
    /// `still_to_come` others follow it: its share of the time that is left, with its own count of work.
    #[must_use]
    pub fn turn(&self, at_a_time: usize, still_to_come: usize) -> Self {
        let rounds = (still_to_come + 1).div_ceil(at_a_time.max(1));
        let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
        self.with_own_work().share_of_time(1, rounds)
    }

    /// `part` of `of` equal parts of the time that is left, and all work that is left.
    #[must_use]
    pub fn share_of_time(&self, part: u32, of: u32) -> Self {
        self.with_time(self.time_left().map(|left| left / of.max(1) * part), self.work.clone())
    }

    /// The same budget with at most this much time from now.
    #[must_use]
    pub fn with_time_at_most(&self, most: Duration) -> Self {
        let time = self.time_left().map_or(most, |left| left.min(most));
        self.with_time(Some(time), self.work.clone())
    }

    /// The same budget that ends before its deadline by some time, a fourth of what is left at the most. The time is not
    /// asked for without a limit on time.
    #[must_use]
    pub fn with_time_to_spare(&self, time: impl FnOnce() -> Duration) -> Self {
        self.time_left().map_or_else(
            || self.clone(),
            |left| self.with_time_at_most(left.saturating_sub(time().min(left / 4))),
        )
    }

    fn with_time(&self, time: Option<Duration>, work: Option<Arc<WorkCount>>) -> Self {
        let deadline = time.and_then(|time| Instant::now().checked_add(time));
        let stop = Arc::clone(&self.stop);
        Self { started: self.started, time_limit: time, deadline, work, stop }
    }

    /// Takes work off this budget and all that it is a share of.
    pub fn spend(&self, work: u64) {
        if let Some(count) = &self.work {
            count.spend(work);
        }
    }

    /// Whether time or work has run out, or a stop was asked for.
    pub fn is_exhausted(&self) -> bool {
        self.is_interrupted() || self.is_out_of_time() || self.is_out_of_work()
    }

    /// Whether a stop was asked for.
    pub fn is_interrupted(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Whether the deadline has passed.
    pub fn is_out_of_time(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// Whether all work is spent.
    pub fn is_out_of_work(&self) -> bool {
        self.work_left() == Some(0)
    }

    /// Asks everything that shares this budget's stop flag to stop.
    pub fn interrupt(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// When the search must stop; `None` without a limit on time.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// The time until the deadline; `None` without a limit on time.
    pub fn time_left(&self) -> Option<Duration> {
        Some(self.deadline?.saturating_duration_since(Instant::now()))
    }

    /// The work that is left; `None` without a limit on work.
    pub fn work_left(&self) -> Option<u64> {
        self.work.as_ref().map(|work| work.left())
    }

    /// The limit on time that this budget began with.
    pub fn time_limit(&self) -> Option<Duration> {
        self.time_limit
    }

    /// The limit on work that this budget began with.
    pub fn work_limit(&self) -> Option<u64> {
        self.work.as_ref().map(|work| work.limit)
    }

    /// The time since the search began of which this budget is a part.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// How long some work takes, of which only that matters.
pub fn time_of<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    std::hint::black_box(work());
    started.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_share_spends_the_whole_has_spent() {
        let whole = Budget::of_work(100);
        let share = whole.share(1, 4);
        assert_eq!(share.work_left(), Some(25));
        share.share(1, 5).spend(20);
        assert_eq!(share.work_left(), Some(5));
        assert_eq!(whole.work_left(), Some(80));
        whole.spend(78);
        assert_eq!(share.work_left(), Some(2), "a share is never worth more than the whole");
        share.spend(10);
        assert!(share.is_exhausted() && !Budget::unlimited().is_exhausted());
        // What overruns a share is taken off the whole, which never falls below zero.
        assert_eq!(whole.work_left(), Some(0));
    }

    #[test]
    fn searches_side_by_side_have_a_count_each() {
        let whole = Budget::of_work(100);
        let (one, other) = (whole.with_own_work(), whole.with_own_work());
        one.spend(100);
        assert!(one.is_exhausted());
        assert_eq!((other.work_left(), whole.work_left()), (Some(100), Some(100)));
        assert_eq!(one.restarted().work_left(), Some(100));
    }

    #[test]
    fn a_stop_is_shared_and_time_is_cut() {
        let whole = Budget::of_time(Duration::from_secs(1_000));
        let share = whole.share(1, 4);
        assert!(share.time_left() <= Some(Duration::from_secs(250)));
        assert!(share.time_left() > Some(Duration::from_secs(200)));
        whole.interrupt();
        assert!(share.is_exhausted() && share.is_interrupted() && !share.is_out_of_time());
    }

    #[test]
    fn a_limit_beyond_the_clock_is_none() {
        let whole = Budget::of_time(Duration::MAX);
        assert_eq!(whole.time_left(), None);
        assert!(!whole.share(1, 2).is_exhausted());
        assert!(Budget::of_time(Duration::ZERO).is_exhausted());
    }
}
