//! The last question of what would be: at work, or its answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::instance::document::InstanceDocument;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::questions::drill::Drill;
use crate::questions::repair::Repairs;
use crate::questions::replan::Ladder;
use crate::questions::sites::Sites;
use crate::texts::Message;

/// The question that is worked on, or that was.
#[derive(Debug)]
pub enum WhatIf {
    /// Its plan is being searched.
    Running {
        /// Setting it ends the search with its best plan.
        stop: Arc<AtomicBool>,
        /// When it began.
        since: Instant,
        /// How far it is, where many searches are at work.
        progress: Option<Message>,
        /// Whether it is a batch or a path.
        is_study: bool,
    },
    /// It was answered.
    Answered(Box<WhatIfAnswer>),
    /// Another question was answered.
    Question(Box<AnsweredQuestion>),
    /// A batch or a path has ended.
    Study(Box<EndedStudy>),
    /// No plan exists after the changes.
    NoPlan,
    /// No plan was found, or the search failed: why.
    Failed(Message),
}

/// How a batch or a path has ended that was started from the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EndedStudy {
    /// The name of the folder of its results.
    pub results: String,
    /// How it has ended.
    pub words: Message,
    /// What there is to say besides, in the language of whoever started it.
    pub details: Option<String>,
    /// Whether there is a report.
    pub has_report: bool,
}

/// A question about the project that many searches have answered.
#[derive(Debug)]
pub struct AnsweredQuestion {
    /// The answer.
    pub answer: Answer,
    /// The revision of the project that it is about.
    pub revision: u64,
}

/// An answer of many searches.
#[derive(Debug)]
pub enum Answer {
    /// What breaks if something drops out.
    Drill(Drill),
    /// Where one more cluster and one more place would help most.
    Sites(Box<Sites>),
    /// What is the least to change so that everyone has a place.
    Repairs(Repairs),
    /// The best plan for each number of changes.
    Ladder(Ladder),
}

/// The answer to a question.
#[derive(Debug)]
pub struct WhatIfAnswer {
    /// The instance after the changes.
    pub document: InstanceDocument,
    /// Its problem.
    pub problem: Problem,
    /// Its best plan that was found.
    pub plan: Plan,
    /// The plan that it is compared with.
    pub before: Plan,
    /// The rules that are off before and after the changes.
    pub off: [Vec<&'static str>; 2],
    /// The revision of the project that the changes were applied to.
    pub revision: u64,
}

impl WhatIf {
    /// Work that begins now, and that `stop` ends.
    pub fn running(stop: &Arc<AtomicBool>, is_study: bool) -> Self {
        let (stop, since) = (Arc::clone(stop), Instant::now());
        Self::Running { stop, since, progress: None, is_study }
    }

    /// Ends the search, if it is at work.
    pub fn stop(&self) {
        if let Self::Running { stop, .. } = self {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Whether a search is at work.
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
