//! The addresses of the server. Each is thin: it reads the request, asks the project, and writes the answer.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event as SseEvent, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use maud::html;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

use super::api::{self, Edit, Revision, SearchRequest, openapi};
use super::app::{App, LANGUAGE, RecentChoice, language, work};
use super::editing;
use super::files::{self, DroppedFiles};
use super::importing::{self, Mending};
use super::moving::{self, HandPlacing};
use super::out;
use super::pages::{self, Screen, StudentFilter};
use super::persons;
use super::planning;
use super::questions::{self, QuestionRequest, RungChoice};
use super::safety::protect;
use super::session::{EditError, Event};
use super::studies::{self, StudyRequest};
use super::taking::{preview, result_of, take};
use super::what_if::{self, WhatIfRequest};
use crate::input::{LARGEST_FILE_BYTES, read_text};
use crate::report::PAGE_STYLE;
use crate::texts::Language;

/// Largest request, except files.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Files come in Base64, which is a third longer.
const MOST_BYTES_OF_FILES: usize = LARGEST_FILE_BYTES / 3 * 4 + MOST_BYTES;

/// All addresses.
pub fn router(app: Arc<App>) -> Router {
    let screens = Screen::ALL.into_iter().fold(Router::new(), |router, screen| {
        router
            .route(screen.path(), get(move |app, headers, query| show(screen, app, headers, query)))
    });
    screens
        .route("/part/{name}", get(part))
        .route("/api/events", get(events))
        .route("/api/targets", get(targets))
        .route("/api/state", get(state))
        .route("/api/openapi.json", get(|| async { axum::Json(openapi()) }))
        .merge(actions())
        .route("/out/{name}", get(take))
        .route("/preview/{name}", get(preview))
        .route("/results/{name}", get(result_of))
        .route("/serve.js", get(|| async { asset("text/javascript", include_str!("serve.js")) }))
        .route("/serve.css", get(|| async { asset("text/css", include_str!("serve.css")) }))
        .route("/report.css", get(|| async { asset("text/css", PAGE_STYLE) }))
        .route("/icon.svg", get(|| async { asset("image/svg+xml", include_str!("icon.svg")) }))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(from_fn_with_state(Arc::clone(&app), guard))
        .with_state(app)
}

/// The addresses that do something.
fn actions() -> Router<Arc<App>> {
    let files = acting(|app, dropped: DroppedFiles, language| {
        if let Some(kept) = files::take_study(&app.session, &dropped) {
            return api::kept(kept, dropped.revision, language);
        }
        let taken = files::take(&app.session, dropped, language);
        api::imported(&app.session, taken, language)
    });
    Router::new()
        .route(
            "/api/edit",
            editing(|app, edit: Edit| {
                editing::edit(&app.session, edit.revision, edit.operation, edit.contact)
            }),
        )
        .route("/api/undo", editing(|app, at: Revision| app.session.undo(at.revision)))
        .route("/api/redo", editing(|app, at: Revision| app.session.redo(at.revision)))
        .route(
            "/api/place",
            editing(|app, placing: HandPlacing| moving::place(&app.session, &placing)),
        )
        .route(
            "/api/search",
            editing(|app, request: SearchRequest| {
                planning::begin(&app.session, request.revision, request.wish)
                    .map(|()| request.revision)
            }),
        )
        .route(
            "/api/stop",
            editing(|app, at: Revision| {
                app.session.lock().stop();
                Ok(at.revision)
            }),
        )
        .route(
            "/api/example",
            editing(|app, at: Revision| files::take_example(&app.session, at.revision)),
        )
        .route(
            "/api/what-if",
            editing(|app, request: WhatIfRequest| {
                what_if::begin(&app.session, &request).map(|()| request.revision)
            }),
        )
        .route(
            "/api/question",
            editing(|app, request: QuestionRequest| {
                questions::begin(&app.session, &request).map(|()| request.revision)
            }),
        )
        .route(
            "/api/take-rung",
            editing(|app, choice: RungChoice| questions::take_rung(&app.session, choice)),
        )
        .route(
            "/api/study",
            acting(|app, request: StudyRequest, language| {
                let begun = studies::begin(&app.session, &request, language);
                api::begun(begun, request.revision, language)
            }),
        )
        .route(
            "/api/open",
            acting(|app, choice: RecentChoice, language| {
                api::opened(app.open_recent(choice), choice.revision, language)
            }),
        )
        .route(
            "/api/take-better",
            editing(|app, at: Revision| planning::take_better(&app.session, at.revision)),
        )
        .route("/api/keep", editing(|app, at: Revision| what_if::keep(&app.session, at.revision)))
        .route("/api/take-other", editing(|app, at: Revision| app.session.take_other(at.revision)))
        .route("/api/keep-own", editing(|app, at: Revision| app.session.keep_own(at.revision)))
        .route(
            "/api/take-back",
            editing(|app, at: Revision| importing::take_back(&app.session, at.revision)),
        )
        .route(
            "/api/mend",
            acting(|app, mending: Mending, language| {
                api::imported(
                    &app.session,
                    importing::mend(&app.session, &mending, language),
                    language,
                )
            }),
        )
        .route("/api/files", files.layer(DefaultBodyLimit::max(MOST_BYTES_OF_FILES)))
}

/// Every request passes the doorkeeper, and every answer is protected.
async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let admitted =
        app.doorkeeper.admit(request.method(), uri.path(), uri.query(), request.headers());
    let mut response = match admitted {
        Ok(()) => next.run(request).await,
        Err(refusal) => *refusal,
    };
    protect(&mut response);
    response
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, format!("{kind}; charset=utf-8"))], text).into_response()
}

#[derive(Deserialize)]
struct ScreenQuery {
    lang: Option<String>,
    from: Option<u32>,
    to: Option<u32>,
    /// Anything, where the parts of the bench are asked for one by one.
    frame: Option<String>,
}

async fn show(
    screen: Screen,
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Query(query): Query<ScreenQuery>,
) -> Response {
    let chosen = query.lang.as_deref().and_then(Language::of_code);
    let language = chosen.unwrap_or_else(|| language(&app, &headers));
    let drawn = work(move || {
        let mut inner = app.session.lock();
        inner.look_at_instance();
        inner.look_at_sources();
        let compared = query.from.zip(query.to).map(<[u32; 2]>::from);
        let body = match query.frame {
            Some(_) => pages::frame(&inner, language),
            None => pages::screen(screen, &inner, compared, language),
        };
        pages::document(screen, &inner, language, &body)
    });
    let mut response = match drawn.await {
        Ok(page) => Html(page).into_response(),
        Err(failed) => return failed,
    };
    if chosen.is_some() {
        let cookie = format!("{LANGUAGE}={}; HttpOnly; SameSite=Strict; Path=/", language.code());
        let cookie = cookie.parse().expect("a cookie of plain letters");
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

#[derive(Deserialize)]
struct PartQuery {
    #[serde(default)]
    from: u32,
    #[serde(default)]
    to: u32,
    #[serde(default)]
    school: String,
    #[serde(default)]
    table: String,
    id: Option<String>,
    #[serde(flatten)]
    filter: StudentFilter,
}

async fn part(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Path(name): Path<String>,
    Query(query): Query<PartQuery>,
) -> Response {
    let language = language(&app, &headers);
    let drawn = work(move || match name.as_str() {
        "search" => Some(pages::status(&app.session.lock(), language)),
        "import" => {
            let inner = app.session.lock();
            Some(pages::import(&pages::Reader { view: inner.view(), language }, &inner))
        }
        "studies" => Some(pages::studies(&app.session.lock(), language)),
        "what-if" => Some(pages::what_if(&app.session.lock(), language)),
        "list" => {
            let (view, contacts) = app.session.with_contacts();
            match out::lists_of(&view, contacts)? {
                Ok(lists) if query.school.is_empty() => Some(pages::lists(&lists, language)),
                Ok(lists) if query.school == "letters" => Some(pages::letters(&lists, language)),
                Ok(lists) => {
                    let book = out::list_with(&lists, &query.school)?;
                    Some(pages::list(&lists, book, language))
                }
                Err(message) => Some(html! { p .warning { (message.in_language(language)) } }),
            }
        }
        "notices" => {
            let mut inner = app.session.lock();
            inner.look_at_sources();
            inner.look_at_instance();
            Some(pages::notices(&inner, language))
        }
        "result" => Some(pages::result_frame(&query.id?, language)),
        "forbid" => {
            let view = app.session.view();
            let reader = pages::Reader { view: &view, language };
            let is_everyone = query.id.as_deref() == Some("everyone");
            pages::forbid_form(&reader, query.filter.student.as_deref(), is_everyone)
        }
        "rows" => {
            let table = serde_json::from_value(query.table.into()).ok()?;
            let view = app.session.view();
            let reader = pages::Reader { view: &view, language };
            let (wanted, most) = (&query.filter.q, query.filter.rows);
            Some(pages::table_rows(&reader, view.read.as_deref()?, table, wanted, most))
        }
        "seat" => pages::seat_hands(&app.session.view(), &query.school, language),
        "row" => {
            let table = serde_json::from_value(query.table.into()).ok()?;
            let (view, id) = (app.session.view(), query.id.as_deref());
            let person = persons::person(&app.session, id);
            pages::row_form(&pages::Reader { view: &view, language }, table, id, person.as_ref())
        }
        "compare" => Some(pages::comparison(&app.session.lock(), [query.from, query.to], language)),
        "schools" => {
            let view = app.session.view();
            let (student, schools) = moving::schools_for(&view, query.filter.student.as_deref()?)?;
            let read = view.read.as_deref()?;
            Some(pages::ranked_schools(&view, read, student, &schools, language))
        }
        "exact" => {
            let view = app.session.view();
            let effect = moving::searched(&view, query.filter.student.as_deref()?, &query.school);
            Some(pages::exact_price(view.read.as_deref()?, effect.as_ref(), language))
        }
        name => pages::part(name, &app.session.view(), &query.filter, language),
    });
    match drawn.await {
        Ok(Some(markup)) => Html(markup.into_string()).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(failed) => failed,
    }
}

#[derive(Deserialize)]
struct TargetsQuery {
    student: String,
}

/// What a drag onto each school would mean.
async fn targets(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Query(query): Query<TargetsQuery>,
) -> Response {
    let language = language(&app, &headers);
    let found = work(move || {
        let view = app.session.view();
        let (student, schools) = moving::schools_for(&view, &query.student)?;
        Some(pages::drop_targets(&view, view.read.as_deref()?, student, &schools, language))
    });
    match found.await {
        Ok(Some(targets)) => axum::Json(targets).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(failed) => failed,
    }
}

async fn state(State(app): State<Arc<App>>) -> Response {
    axum::Json(api::state(&app.session.lock())).into_response()
}

/// A line for each event, until the browser goes away.
async fn events(
    State(app): State<Arc<App>>,
) -> Sse<impl Stream<Item = Result<SseEvent, Infallible>>> {
    let first = app.session.view().revision;
    let session = Arc::clone(&app.session);
    let events = BroadcastStream::new(app.session.events());
    let lines = events.map(move |event| {
        let revision = session.view().revision.to_string();
        let name = match event {
            Ok(Event::Search) => "search",
            Ok(Event::Files) => "files",
            // A page that missed events asks for everything again.
            Ok(Event::Changed) | Err(_) => "changed",
        };
        Ok(SseEvent::default().event(name).data(revision))
    });
    let hello = SseEvent::default().event("hello").data(first.to_string());
    let lines = tokio_stream::once(Ok(hello)).chain(lines);
    Sse::new(lines).keep_alive(KeepAlive::default())
}

/// An address that does something: it reads the body of a request and answers it.
fn acting<B: DeserializeOwned + JsonSchema + Send + 'static>(
    act: impl Fn(&App, B, Language) -> Response + Copy + Send + Sync + 'static,
) -> MethodRouter<Arc<App>> {
    post(move |State(app): State<Arc<App>>, headers: HeaderMap, body: Bytes| async move {
        let language = language(&app, &headers);
        match read_text(&body) {
            Ok(body) => {
                work(move || act(&app, body, language)).await.unwrap_or_else(|failed| failed)
            }
            Err(errors) => api::unreadable(&errors, language),
        }
    })
}

/// The same, where the answer is the revision from now on.
fn editing<B: DeserializeOwned + JsonSchema + Send + 'static>(
    edit: fn(&App, B) -> Result<u64, EditError>,
) -> MethodRouter<Arc<App>> {
    acting(move |app, body, language| api::result(edit(app, body), language))
}
