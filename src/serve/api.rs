//! The bodies of requests and answers under `/api`, and their description.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use schemars::{JsonSchema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::app::RecentChoice;
use super::files::DroppedFiles;
use super::importing::{Mending, NotTaken};
use super::moving::HandPlacing;
use super::planning::SearchWish;
use super::questions::{QuestionRequest, RungChoice};
use super::search_state::{SearchEnded, SearchState};
use super::session::{EditError, Inner, Session};
use super::studies::StudyRequest;
use super::what_if::WhatIfRequest;
use super::wording::Wording;
use crate::contacts::StudentPerson;
use crate::input::errors::InputErrors;
use crate::project::EditOperation;
use crate::spreadsheets::account_in_words;
use crate::text;
use crate::texts::Language;

/// A request about the project as the page shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The revision of the project that the page shows.
    pub revision: u64,
}

/// An edit.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// What is to be done.
    pub operation: EditOperation,
    /// The name and addresses of the student whose row is set, in place of those that are known.
    #[serde(default)]
    pub contact: Option<StudentPerson>,
}

/// A search to begin.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// How to search.
    #[serde(default)]
    pub wish: SearchWish,
}

/// The answer to a request that was carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Done {
    /// The revision of the project from now on.
    pub revision: u64,
}

/// The answer to a batch or a path that was started.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct StudyBegun {
    /// The revision of the project.
    pub revision: u64,
    /// The name of its document in the folder of the project.
    pub name: String,
}

/// The answer to another project that was opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ProjectOpened {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// The address that lets a browser into the other project, once.
    pub address: String,
}

/// The answer to files that were taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FilesTaken {
    /// The revision of the project from now on.
    pub revision: u64,
    /// How spreadsheets were understood; none for an instance.
    pub account: Option<String>,
    /// The name of the document in the folder of the project, if it was one of a batch or a path.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(default)]
    pub study: Option<String>,
}

/// The answer to a request that was not carried out; the project is as before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct NotDone {
    /// What is wrong and what to do.
    pub message: String,
    /// Every problem of an instance or of spreadsheets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub problems: Vec<String>,
    /// Whether they are problems of spreadsheets, which the page shows where they can be mended.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub mendable: bool,
}

/// The project in figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ProjectFigures {
    /// The revision.
    pub revision: u64,
    /// The number of the plan on screen.
    pub plan: Option<u32>,
    /// Its score in points.
    pub score: Option<i64>,
    /// Whether it keeps the rules of the present instance.
    pub is_sound: Option<bool>,
    /// Whether a search is at work.
    pub is_searching: bool,
    /// Whether the search at work has found a better plan than the one on screen.
    pub has_better: bool,
    /// The number of the plan that the last search found.
    pub found: Option<u32>,
}

/// The project in figures.
pub fn state(inner: &Inner) -> ProjectFigures {
    let planned = inner.view().planned();
    let score = planned.map(|(_, shown)| shown.score());
    ProjectFigures {
        revision: inner.view().revision,
        plan: inner.view().state.plans.shown,
        score,
        is_sound: planned.map(|(_, shown)| shown.is_sound()),
        is_searching: inner.search.is_running(),
        has_better: inner.search.better(inner.view()).is_some(),
        found: match &inner.search {
            SearchState::Ended(SearchEnded::Found(found) | SearchEnded::Earlier(found)) => {
                Some(found.number)
            }
            _ => None,
        },
    }
}

/// The answer to an edit.
pub fn result(edited: Result<u64, EditError>, language: Language) -> Response {
    let (status, message, problems) = match edited {
        Ok(revision) => return axum::Json(Done { revision }).into_response(),
        Err(EditError::Stale) => (StatusCode::CONFLICT, text!(language, "serve-stale"), Vec::new()),
        Err(EditError::Refused(message)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, message.in_language(language), Vec::new())
        }
        Err(EditError::Invalid(errors, document)) => {
            let wording = Wording { document: Some(&document), names: None, language };
            let problems = errors.0.iter().map(|error| wording.problem(error)).collect();
            let count = errors.0.len();
            (
                StatusCode::UNPROCESSABLE_ENTITY,
                text!(language, "serve-problems", count = count),
                problems,
            )
        }
    };
    (status, axum::Json(NotDone { message, problems, mendable: false })).into_response()
}

/// The answer to an import: how the spreadsheets were understood, and every problem.
pub fn imported(session: &Session, read: Result<u64, NotTaken>, language: Language) -> Response {
    let read = match read {
        Err(NotTaken::Edit(error)) => return result(Err(error), language),
        other => other.ok(),
    };
    let inner = session.lock();
    let attempt = inner.attempt.as_ref();
    let account = attempt.map(|attempt| account_in_words(&attempt.account, language));
    if let Some(revision) = read {
        return axum::Json(FilesTaken { revision, account, study: None }).into_response();
    }
    let problems = attempt.into_iter().flat_map(|attempt| &attempt.problems);
    let problems: Vec<String> =
        problems.map(|(problem, _)| problem.in_language(language)).collect();
    let message = text!(language, "serve-problems", count = problems.len());
    let not_done = NotDone { message, problems, mendable: true };
    (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(not_done)).into_response()
}

/// The answer to a request to open another project.
pub fn opened(opened: Result<String, EditError>, revision: u64, language: Language) -> Response {
    answer(opened.map(|address| ProjectOpened { revision, address }), language)
}

/// The answer to a document of a batch or a path that was dropped on the page.
pub fn kept(kept: Result<String, EditError>, revision: u64, language: Language) -> Response {
    answer(kept.map(|name| FilesTaken { revision, account: None, study: Some(name) }), language)
}

/// The answer to a request to start a batch or a path.
pub fn begun(begun: Result<String, EditError>, revision: u64, language: Language) -> Response {
    answer(begun.map(|name| StudyBegun { revision, name }), language)
}

fn answer(answer: Result<impl Serialize, EditError>, language: Language) -> Response {
    match answer {
        Ok(answer) => axum::Json(answer).into_response(),
        Err(error) => result(Err(error), language),
    }
}

/// The answer to a body that is no such request.
pub fn unreadable(errors: &InputErrors, language: Language) -> Response {
    let message = text!(language, "serve-no-request", count = errors.0.len());
    let problems = errors.0.iter().map(|error| error.message().in_language(language)).collect();
    (StatusCode::BAD_REQUEST, axum::Json(NotDone { message, problems, mendable: false }))
        .into_response()
}

/// The `OpenAPI` document of what is under `/api`, made from the types.
pub fn openapi() -> Value {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12()
        .with(|settings| {
            settings.definitions_path = "/components/schemas".into();
        })
        .into_generator();
    let mut paths = Map::new();
    let mut add = |path: &str, method: &str, summary: &str, operation: Value| {
        let mut operation = operation;
        operation["summary"] = summary.into();
        operation["operationId"] = path.trim_start_matches("/api/").into();
        paths.insert(path.to_owned(), json!({ method: operation }));
    };
    let done = answers(&mut generator);
    let mut post = |path: &str, summary: &str, body: Value| {
        let body =
            json!({ "required": true, "content": { "application/json": { "schema": body } } });
        add(path, "post", summary, json!({ "requestBody": body, "responses": done }));
    };
    post("/api/edit", "Do an operation", schema::<Edit>(&mut generator));
    for (path, summary) in [
        ("/api/undo", "Undo the last thing done"),
        ("/api/redo", "Redo the last thing undone"),
        ("/api/stop", "End the search with its best plan"),
        (
            "/api/take-better",
            "Put the best plan that the search has found so far on screen; it goes on",
        ),
        ("/api/example", "Take the example region"),
        ("/api/take-back", "Take back the spreadsheets that were refused"),
        ("/api/take-other", "Take the instance file that another program has changed"),
        ("/api/keep-own", "Put the instance file that another program has changed aside"),
        ("/api/keep", "Make the answer to the last question the project"),
    ] {
        post(path, summary, schema::<Revision>(&mut generator));
    }
    post(
        "/api/place",
        "Place a student at a school, and move whom that takes",
        schema::<HandPlacing>(&mut generator),
    );
    post("/api/search", "Begin a search", schema::<SearchRequest>(&mut generator));
    post("/api/what-if", "Ask what changes would bring", schema::<WhatIfRequest>(&mut generator));
    post(
        "/api/question",
        "Ask a question about the project",
        schema::<QuestionRequest>(&mut generator),
    );
    post(
        "/api/take-rung",
        "Put a plan of the ladder on screen",
        schema::<RungChoice>(&mut generator),
    );
    post(
        "/api/open",
        "Open a project that was opened before",
        schema::<RecentChoice>(&mut generator),
    );
    post("/api/study", "Start a batch or a growth path", schema::<StudyRequest>(&mut generator));
    post("/api/files", "Take files", schema::<DroppedFiles>(&mut generator));
    post(
        "/api/mend",
        "Correct what was not understood of the spreadsheets, and read them again",
        schema::<Mending>(&mut generator),
    );
    let figures = json!({ "200": { "description": "The project in figures", "content": {
        "application/json": { "schema": schema::<ProjectFigures>(&mut generator) } } } });
    add("/api/state", "get", "The project in figures", json!({ "responses": figures }));
    json!({
        "openapi": "3.1.0",
        "info": { "title": "plaatswijzer", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) },
    })
}

fn schema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

/// The answers to everything that may be refused.
fn answers(generator: &mut SchemaGenerator) -> Value {
    let content = |schema: Value| json!({ "application/json": { "schema": schema } });
    let not_done = content(schema::<NotDone>(generator));
    json!({
        "200": { "description": "Done", "content": content(schema::<Done>(generator)) },
        "400": { "description": "The body is no such request", "content": not_done },
        "403": { "description": "Not from a page of this server" },
        "409": { "description": "The project has another revision by now", "content": not_done },
        "415": { "description": "The body is not JSON" },
        "422": { "description": "Refused; the project is as before", "content": not_done },
    })
}
