//! The search of a project: at work, or how it ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::project::Plans;
use crate::solve::ClashInWords;
use crate::solve::mip::Progress;
use crate::texts::Message;

/// The search of a project.
#[derive(Debug)]
pub enum SearchState {
    /// None was begun yet.
    None,
    /// One is at work.
    Running {
        /// Setting it ends the search with its best plan.
        stop: Arc<AtomicBool>,
        /// When it began.
        since: Instant,
        /// How far it is.
        progress: Option<Progress>,
    },
    /// The last one has ended.
    Ended(SearchEnded),
}

/// How a search has ended.
#[derive(Clone, Debug)]
pub enum SearchEnded {
    /// It found a plan.
    Found(FoundPlan),
    /// No plan exists under the rules; why, if that was found in time.
    NoPlan(Option<Arc<ClashInWords>>),
    /// It had to stop before it found a plan.
    Nothing,
    /// Another edit has ended it: the plan that it had found by then, for the instance of before.
    Overtaken(Option<FoundPlan>),
    /// It found a plan that was never on screen; the data or the plan on screen have changed since.
    Earlier(FoundPlan),
    /// It failed, with a message for people.
    Failed(Message),
}

/// A plan that a search has found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FoundPlan {
    /// The number of its file.
    pub number: u32,
    /// Its score in points.
    pub score: i64,
    /// A lower bound on the score of every plan that was searched among.
    pub bound: i64,
    /// Whether it is proven to be the best of them.
    pub is_best: bool,
    /// Whether the clusters were held.
    pub held_clusters: bool,
}

impl SearchState {
    /// Ends the search, if one is at work.
    pub fn stop(&self) {
        if let Self::Running { stop, .. } = self {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Forgets how the last search ended where the data or the plan on screen are no longer those it speaks of. A plan
    /// that was never on screen stays within reach.
    pub fn outdate(&mut self, before: &Plans, after: &Plans, is_edited: bool) {
        let has_moved = before.shown != after.shown;
        let next =
            match self {
                Self::Ended(SearchEnded::Found(found) | SearchEnded::Earlier(found))
                    if is_edited || (has_moved && after.shown != Some(found.number)) =>
                {
                    let is_known =
                        [before, after].iter().any(|p| p.versions.contains_key(&found.number));
                    if is_known { Self::None } else { Self::Ended(SearchEnded::Earlier(*found)) }
                }
                Self::Ended(SearchEnded::Earlier(_)) if has_moved => Self::None,
                Self::Ended(
                    SearchEnded::NoPlan(_) | SearchEnded::Nothing | SearchEnded::Failed(_),
                ) if is_edited => Self::None,
                _ => return,
            };
        *self = next;
    }

    /// Whether a search is at work.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
