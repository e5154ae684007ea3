//! Questions about the project that many searches answer: what breaks if something drops out, where a new cluster would
//! help most, and what is the least to change so that everyone has a place. The project does not change.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use schemars::JsonSchema;
use serde::Deserialize;

use super::session::{EditError, Event, Session};
use super::view::View;
use super::what_if_state::{Answer, AnsweredQuestion, WhatIf};
use crate::message;
use crate::questions::drill::{DrillQuestion, WithdrawalUnit, drill};
use crate::questions::repair::{ChangeKind, repair};
use crate::questions::sites::{SiteQuestion, sites};
use crate::questions::{QuestionOutcome, QuestionProgress};
use crate::solve::{Budget, PlaceError, Search};
use crate::texts::Message;

/// New clusters that are ranked for each board or network.
const MOST_SITES: usize = 5;
/// Proposals that are sought.
const MOST_PROPOSALS: usize = 3;

/// A request for an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionRequest {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The question.
    pub question: ProjectQuestion,
    /// The searches end after this many seconds, at most an hour; by default after two minutes.
    pub seconds: Option<u32>,
}

/// A question about the project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum ProjectQuestion {
    /// What breaks in the plan on screen if something drops out.
    Drill {
        /// What drops out at a time.
        by: WithdrawalUnit,
    },
    /// Where one more cluster, and one more place, would help most.
    Sites,
    /// What is the least to change so that everyone has a place.
    Repair,
}

/// Begins to answer a question.
///
/// # Errors
/// If the project has another revision, there is no instance or plan to ask about, or another search is at work.
pub fn begin(session: &Arc<Session>, request: &QuestionRequest) -> Result<(), EditError> {
    let view = session.view();
    if view.revision != request.revision {
        return Err(EditError::Stale);
    }
    if view.read.is_none() {
        return Err(EditError::Refused(message!("project-no-instance")));
    }
    let is_planned = view.planned().is_some_and(|(_, shown)| shown.is_sound());
    if matches!(request.question, ProjectQuestion::Drill { .. }) && !is_planned {
        return Err(EditError::Refused(message!("serve-no-plan-to-compare")));
    }
    let stop = Arc::new(AtomicBool::new(false));
    let mut inner = session.lock();
    if inner.search.is_running() || inner.what_if.as_ref().is_some_and(WhatIf::is_running) {
        return Err(EditError::Refused(message!("serve-search-running")));
    }
    let running =
        WhatIf::Running { stop: Arc::clone(&stop), since: Instant::now(), progress: None };
    inner.what_if = Some(running);
    drop(inner);
    session.announce(Event::Search);
    let seconds = request.seconds.unwrap_or(120).clamp(1, 3600);
    let time = Duration::from_secs(u64::from(seconds));
    let search = Search { budget: Budget::new(Some(time), None, stop), ..Search::default() };
    let (session, question) = (Arc::clone(session), request.question);
    std::thread::spawn(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| answer(&session, &view, question, &search)));
        let answer = match answer {
            Err(_) => WhatIf::Failed(message!("serve-search-crashed")),
            Ok(Err(error)) => {
                WhatIf::Failed(message!("serve-search-failed", reason = error.to_string()))
            }
            Ok(Ok(Err(message))) => WhatIf::Failed(message),
            Ok(Ok(Ok(answer))) => {
                let revision = view.revision;
                WhatIf::Question(Box::new(AnsweredQuestion { answer, revision }))
            }
        };
        session.lock().what_if = Some(answer);
        session.announce(Event::Search);
    });
    Ok(())
}

/// The answer, or why there is none.
fn answer(
    session: &Session,
    view: &View,
    question: ProjectQuestion,
    search: &Search,
) -> Result<Result<Answer, Message>, PlaceError> {
    let nothing = || Ok(Err(message!("project-no-instance")));
    let jobs = std::thread::available_parallelism().map_or(1, NonZero::get);
    let on_progress = |progress: &QuestionProgress| keep_progress(session, progress.in_words());
    let (Some(read), Some(document)) = (&view.read, &view.state.instance) else { return nothing() };
    let problem = &read.problem;
    match question {
        ProjectQuestion::Drill { by } => {
            let Some((_, shown)) = view.planned() else { return nothing() };
            let plan = shown.plan.to_json();
            let question = DrillQuestion {
                problem,
                document,
                files: &|name: &str| session.lock().folder.beside(name),
                plan: plan.as_bytes(),
                assignment: &shown.assignment,
                by,
                free: false,
                jobs,
            };
            Ok(Ok(Answer::Drill(drill(&question, search, &on_progress)?)))
        }
        ProjectQuestion::Sites => {
            let owners = problem.instance.owners_taking_part().into_iter().collect();
            let question = SiteQuestion { owners, top: MOST_SITES, free: false, jobs };
            Ok(match sites(problem, &question, search, &on_progress)? {
                QuestionOutcome::Answer(sites) => Ok(Answer::Sites(Box::new(sites))),
                QuestionOutcome::NoPlan => Err(message!("serve-question-no-plan")),
                QuestionOutcome::NothingFound(_) => Err(message!("serve-nothing-found")),
            })
        }
        ProjectQuestion::Repair => {
            let kinds = BTreeSet::from(ChangeKind::ALL);
            let found = std::cell::Cell::new(0_usize);
            let on_set = || {
                found.set(found.get() + 1);
                keep_progress(session, message!("serve-question-proposals", count = found.get()));
            };
            Ok(Ok(Answer::Repairs(repair(problem, &kinds, MOST_PROPOSALS, search, &on_set)?)))
        }
    }
}

/// Keeps how far the searches are. Pages that wait ask for it every second.
fn keep_progress(session: &Session, words: Message) {
    if let Some(WhatIf::Running { progress, .. }) = &mut session.lock().what_if {
        *progress = Some(words);
    }
}
