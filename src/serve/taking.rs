//! Files to take away, and reports as their readers will see them.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::app::{App, language, work};
use super::safety::Boxed;
use super::{out, results};

/// A report, in a box without the rights of a page of this server.
fn boxed(bytes: &[u8]) -> Response {
    let mut response = Html(String::from_utf8_lossy(bytes).into_owned()).into_response();
    response.extensions_mut().insert(Boxed);
    response
}

/// A file that is made of the project.
async fn made(
    app: Arc<App>,
    headers: HeaderMap,
    name: String,
    answer: impl FnOnce(&str, Vec<u8>) -> Response,
) -> Response {
    let language = language(&app, &headers);
    let made = work(move || {
        let (view, contacts) = app.session.with_contacts();
        out::file(&view, contacts, &name, language)
    });
    match made.await {
        Ok(Some(Ok((kind, bytes)))) => answer(kind, bytes),
        Ok(Some(Err(message))) => {
            (StatusCode::CONFLICT, message.in_language(language)).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(failed) => failed,
    }
}

/// A file to take away.
pub async fn take(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Response {
    // A header holds plain letters only.
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let name_of_file: String =
        name.chars().map(|letter| if plain(letter) { letter } else { '-' }).collect();
    let disposition = format!("attachment; filename=\"{name_of_file}\"");
    made(app, headers, name, |kind, bytes| {
        ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes)
            .into_response()
    })
    .await
}

/// A report as its readers will see it. It runs the report's own script, in a box without the rights of this page.
pub async fn preview(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Path(name): Path<String>,
) -> Response {
    if !name.starts_with("page") {
        return StatusCode::NOT_FOUND.into_response();
    }
    made(app, headers, name, |_, bytes| boxed(&bytes)).await
}

/// The report of a folder of results, in a box like a preview.
pub async fn result_of(State(app): State<Arc<App>>, Path(name): Path<String>) -> Response {
    let read = work(move || {
        let folder = app.session.lock().folder.path().to_path_buf();
        results::report_of(&folder, &name)
    });
    match read.await {
        Ok(Some(bytes)) => boxed(&bytes),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(failed) => failed,
    }
}
