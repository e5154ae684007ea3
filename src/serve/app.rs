//! What all requests share, and what answering them takes.

use std::path::Path;
use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Deserialize;

use super::safety::{Doorkeeper, cookie};
use super::session::{EditError, Session};
use crate::message;
use crate::texts::{Language, Message};

/// What all requests share.
pub struct App {
    /// The project.
    pub session: Arc<Session>,
    /// Who may come in.
    pub doorkeeper: Doorkeeper,
    /// The language where the reader has chosen none.
    pub language: Language,
    /// Opens another project, and gives the address that lets a browser in once.
    pub open_other: Option<Box<OpenProject>>,
}

/// Opens a project in a folder on a port of its own, and gives its address.
pub type OpenProject = dyn Fn(&Path) -> Result<String, Message> + Send + Sync;

/// One of the projects that were opened before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecentChoice {
    /// The revision of the project that the page shows.
    pub revision: u64,
    /// Its position in the list on the page, from 0.
    pub project: u32,
}

impl App {
    /// Opens one of the projects that were opened before, and gives its address.
    ///
    /// # Errors
    /// If there is no such project, or it cannot be opened.
    pub fn open_recent(&self, choice: RecentChoice) -> Result<String, EditError> {
        let recent = self.session.lock().recent.clone();
        let chosen = usize::try_from(choice.project).ok().and_then(|at| recent.get(at));
        let nothing = || EditError::Refused(message!("serve-no-recent"));
        let open = self.open_other.as_ref().ok_or_else(nothing)?;
        open(chosen.ok_or_else(nothing)?).map_err(EditError::Refused)
    }
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
