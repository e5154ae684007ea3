//! Questions about the project that many searches answer: what breaks if something drops out, where a new cluster would
//! help most, and what is the least to change so that everyone has a place. The project does not change.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use schemars::JsonSchema;
use serde::Deserialize;

use super::commands::QUESTION_SECONDS;
use super::session::{EditError, Event, Session};
use super::view::View;
use super::what_if_state::{Answer, AnsweredQuestion, WhatIf};
use crate::message;
use crate::questions::drill::{DrillQuestion, WithdrawalUnit, drill};
use crate::questions::repair::{ChangeKind, repair};
use crate::questions::replan::ladder;
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
    /// The best plan for each number of changes of the plan on screen.
    Ladder,
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
    // The plan to change little of may have been overtaken by the data.
    if request.question == ProjectQuestion::Ladder && view.planned().is_none() {
        return Err(EditError::Refused(message!("serve-no-clusters-to-hold")));
    }
    let stop = Arc::new(AtomicBool::new(false));
    let mut inner = session.lock();
    if inner.search.is_running() || inner.what_if.as_ref().is_some_and(WhatIf::is_running) {
        return Err(EditError::Refused(message!("serve-search-running")));
    }
    inner.what_if = Some(WhatIf::running(&stop, false));
    drop(inner);
    session.announce(Event::Search);
    let seconds = request.seconds.unwrap_or(QUESTION_SECONDS).clamp(1, 3600);
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
    let on_progress = |progress: &QuestionProgress| session.keep_progress(progress.in_words());
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
        ProjectQuestion::Ladder => {
            let Some((_, shown)) = view.planned() else { return nothing() };
            let mut problem = problem.clone();
            problem.instance.previous_plan = Some(shown.earlier.clone());
            let search = Search { start: Some(shown.assignment.clone()), ..search.clone() };
            Ok(Ok(Answer::Ladder(ladder(&problem, &search, None)?)))
        }
        ProjectQuestion::Repair => {
            let kinds = BTreeSet::from(ChangeKind::ALL);
            let found = std::cell::Cell::new(0_usize);
            let on_set = || {
                found.set(found.get() + 1);
                session.keep_progress(message!("serve-question-proposals", count = found.get()));
            };
            Ok(Ok(Answer::Repairs(repair(problem, &kinds, MOST_PROPOSALS, search, &on_set)?)))
        }
    }
}

/// A plan of the ladder to put on screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RungChoice {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The position of the plan in the ladder, from 0.
    pub rung: u32,
}

/// Puts a plan of the ladder on screen, as a version.
///
/// # Errors
/// If the project has changed since the question, or there is no such plan.
pub fn take_rung(session: &Session, choice: RungChoice) -> Result<u64, EditError> {
    let mut inner = session.lock();
    if inner.view().revision != choice.revision {
        return Err(EditError::Stale);
    }
    let nothing = || EditError::Refused(message!("serve-no-answer"));
    let Some(WhatIf::Question(answered)) = &inner.what_if else { return Err(nothing()) };
    if answered.revision != choice.revision {
        return Err(EditError::Refused(message!("serve-answer-outdated")));
    }
    let Answer::Ladder(ladder) = &answered.answer else { return Err(nothing()) };
    let rung = usize::try_from(choice.rung).ok().and_then(|rung| ladder.rungs.get(rung));
    let plan = rung.and_then(|rung| rung.plan.as_ref()).ok_or_else(nothing)?.clone();
    let accepted = inner.accept(&plan);
    drop(inner);
    session.announce(Event::Changed);
    accepted
}
