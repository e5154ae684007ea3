//! What if: changes applied to a copy of the instance, a plan of that, and the difference from the plan on screen. The
//! project does not change until the planner keeps the answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::session::{EditError, Event, Session};
use super::what_if_state::{WhatIf, WhatIfAnswer};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::project::{EditOperation, text_of};
use crate::scenarios;
use crate::solve::{Budget, Nearby, Search, SearchOutcome, compose, find_near};

/// The name of the instance for the scenario.
const BASE: &str = "instance.json";

/// A question.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhatIfRequest {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The changes, each an object with one key, as in a batch: `{"close_schools": {"schools": ["a"]}}`.
    pub changes: Vec<Map<String, Value>>,
    /// The search ends after this many seconds, at most an hour; by default after two minutes.
    pub seconds: Option<u32>,
}

/// Begins to answer a question about the plan on screen.
///
/// # Errors
/// If the project has another revision, another search is at work, or the changes cannot be applied.
pub fn begin(session: &Arc<Session>, request: &WhatIfRequest) -> Result<(), EditError> {
    let view = session.view();
    if view.revision != request.revision {
        return Err(EditError::Stale);
    }
    let no_plan = || EditError::Refused(message!("serve-no-plan-to-compare"));
    let (_, shown) = view.planned().filter(|(_, shown)| shown.is_sound()).ok_or_else(no_plan)?;
    let instance = view.state.instance.as_ref().ok_or_else(no_plan)?;
    let (before, start) = (shown.plan.clone(), shown.assignment.clone());
    let text = text_of(instance);
    // The lock is taken for one file at a time: reading a scenario takes longer.
    let files = |name: &str| match name {
        BASE => Ok(text.clone().into_bytes()),
        other => session.lock().folder.beside(other),
    };
    let batch = json!({ "format": scenarios::FORMAT, "base": BASE,
        "scenarios": [{ "id": "what-if", "changes": request.changes }] });
    let invalid = |errors| EditError::Invalid(errors, Box::new(instance.clone()));
    let batch = scenarios::read(batch.to_string().as_bytes(), &files).map_err(invalid)?;
    let run = batch.runs().into_iter().next().ok_or_else(no_plan)?;
    let document = batch.instance(&run, &files).map_err(invalid)?;
    let problem = batch.problem(&run, &files).map_err(invalid)?;
    let off = [shown.problem.rulebook.off(), problem.rulebook.off()];
    let stop = Arc::new(AtomicBool::new(false));
    let mut inner = session.lock();
    if inner.search.is_running() || inner.what_if.as_ref().is_some_and(WhatIf::is_running) {
        return Err(EditError::Refused(message!("serve-search-running")));
    }
    inner.what_if = Some(WhatIf::running(&stop, false));
    drop(inner);
    session.announce(Event::Search);
    let seconds = request.seconds.unwrap_or(120).clamp(1, 3600);
    let time = Duration::from_secs(u64::from(seconds));
    // The plan on screen is a start where the changes leave it a plan; the search looks at that itself.
    let is_start = document.schools.len() == instance.schools.len()
        && document.students.len() == instance.students.len();
    let search = Search {
        budget: Budget::new(Some(time), None, stop),
        start: is_start.then_some(start),
        ..Search::default()
    };
    let (session, revision) = (Arc::clone(session), request.revision);
    std::thread::spawn(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| {
            answer(WhatIfQuestion { document, problem, before, off, revision }, &search)
        }));
        let answer = answer.unwrap_or_else(|_| WhatIf::Failed(message!("serve-search-crashed")));
        session.lock().what_if = Some(answer);
        session.announce(Event::Search);
    });
    Ok(())
}

/// A question whose changes were applied.
struct WhatIfQuestion {
    document: InstanceDocument,
    problem: Problem,
    before: Plan,
    off: [Vec<&'static str>; 2],
    revision: u64,
}

fn answer(question: WhatIfQuestion, search: &Search) -> WhatIf {
    let failed = |reason: String| WhatIf::Failed(message!("serve-search-failed", reason = reason));
    let nearby = Nearby { multipliers: None, below: None };
    let WhatIfQuestion { document, problem, before, off, revision } = question;
    match find_near(&problem, search, &nearby, &|_| {}) {
        Err(error) => failed(error.to_string()),
        Ok(found) => match found.outcome {
            SearchOutcome::Infeasible => WhatIf::NoPlan,
            SearchOutcome::NothingFound(_) => WhatIf::Failed(message!("serve-nothing-found")),
            SearchOutcome::Plan(incumbent) => match compose(&problem, search, &incumbent) {
                Err(error) => failed(error.to_string()),
                Ok(plan) => WhatIf::Answered(Box::new(WhatIfAnswer {
                    document,
                    problem,
                    plan,
                    before,
                    off,
                    revision,
                })),
            },
        },
    }
}

/// Makes the answer to the last question the project: its instance is taken, and its plan becomes a version.
///
/// # Errors
/// If there is no answer, or the project has changed since the question.
pub fn keep(session: &Session, revision: u64) -> Result<u64, EditError> {
    let mut inner = session.lock();
    let nothing = || EditError::Refused(message!("serve-no-answer"));
    if inner.view().revision != revision {
        return Err(EditError::Stale);
    }
    let Some(WhatIf::Answered(answer)) = &inner.what_if else { return Err(nothing()) };
    if answer.revision != revision {
        return Err(EditError::Refused(message!("serve-answer-outdated")));
    }
    let instance = serde_json::to_value(&answer.document).expect("a document is plain JSON");
    let text = answer.plan.to_json();
    let number = inner.folder.add_plan(&text).map_err(|error| EditError::not_kept(&error))?;
    // What was imported stays what later readings of the spreadsheets are compared with.
    let imported = inner.last_loaded();
    inner.edit_now(EditOperation::Load { instance, imported, sources: None })?;
    let accepted = inner.edit_now(EditOperation::Accept { plan: number });
    inner.what_if = None;
    drop(inner);
    // The instance has changed, also where its plan was not accepted.
    session.announce(Event::Changed);
    accepted
}
