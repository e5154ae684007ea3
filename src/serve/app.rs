//! What all requests share, and what answering them takes.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::safety::{Doorkeeper, cookie};
use super::session::Session;
use crate::texts::Language;

/// What all requests share.
pub struct App {
    /// The project.
    pub session: Arc<Session>,
    /// Who may come in.
    pub doorkeeper: Doorkeeper,
    /// The language where the reader has chosen none.
    pub language: Language,
}

/// The name of the cookie with the language.
pub const LANGUAGE: &str = "lang";

/// The language that the reader has chosen.
pub fn language(app: &App, headers: &HeaderMap) -> Language {
    cookie(headers, LANGUAGE).and_then(Language::of_code).unwrap_or(app.language)
}

/// Runs work that may take a while away from the threads that serve requests. A panic becomes an error.
pub async fn work<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Response> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
