//! `serve`: a page on this machine in which a planner goes from spreadsheets to a plan.
//!
//! This room is a door beside `cli/`: it opens the files of a project and answers requests. What a project is, and
//! what an edit does to it, is in `project/`; what a plan is worth, in the rooms before that.

mod api;
mod app;
mod commands;
mod editing;
mod files;
mod folder;
mod import_state;
mod importing;
mod instance_text;
mod located;
mod moving;
mod other_version;
mod out;
mod pages;
mod persons;
mod planning;
mod questions;
mod results;
mod routes;
mod safety;
mod search_state;
mod session;
mod setting_names;
mod sources;
mod studies;
mod taking;
mod view;
mod watching;
mod what_if;
mod what_if_state;
mod wording;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::message;
use crate::project::EditOperation;
use crate::storage::reason;
use crate::texts::{Argument, Language, Message};

use self::app::App;
pub use self::app::OpenProject;
use self::folder::FolderError;
use self::importing::NotTaken;
use self::safety::Doorkeeper;
use self::session::{EditError, Session};

/// How often the files of the project are looked at for changes by other programs.
const LOOK_EVERY: Duration = Duration::from_millis(1500);

/// A server that is ready to run.
pub struct Server {
    listener: TcpListener,
    app: App,
}

impl Server {
    /// Opens the project in a folder, which is made if it does not exist, and a port on this machine alone; port 0
    /// takes any that is free. `language` is for readers who have chosen none.
    ///
    /// # Errors
    /// What is wrong with the folder or the port, and what to do.
    pub fn open(folder: &Path, port: u16, language: Language) -> Result<Self, Message> {
        let session = Session::open(folder).map_err(|error: FolderError| error.message(folder))?;
        importing::look_again(&session, language);
        let no_port = |error: io::Error| {
            message!("serve-port-unusable", port = i64::from(port), reason = reason(&error))
        };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = TcpListener::bind(address).map_err(no_port)?;
        listener.set_nonblocking(true).map_err(no_port)?;
        let port = listener.local_addr().map_err(no_port)?.port();
        let doorkeeper = Doorkeeper::new(port, language)
            .map_err(|error| message!("serve-no-secrets", reason = error.to_string()))?;
        let app = App { session: Arc::new(session), doorkeeper, language, open_other: None };
        Ok(Self { listener, app })
    }

    /// With the folders of projects that were opened before, and how to open one of them.
    #[must_use]
    pub fn with_recent(mut self, recent: Vec<PathBuf>, open_other: Box<OpenProject>) -> Self {
        self.app.session.lock().recent = recent;
        self.app.open_other = Some(open_other);
        self
    }

    /// Takes an instance into a project that has none, with the files that it names; a project that has one keeps
    /// it.
    ///
    /// # Errors
    /// What is wrong with the instance.
    pub fn take_instance(
        &self,
        text: &str,
        beside: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    ) -> Result<(), Message> {
        let view = self.app.session.view();
        if view.state.instance.is_some() {
            return Ok(());
        }
        let unreadable = |reason: Argument| message!("serve-instance-unreadable", reason = reason);
        let instance = instance_text::json_of(text)?;
        for key in ["table_file", "postcode_file"] {
            if let Some(name) = instance["travel"][key].as_str() {
                let bytes = beside(name).map_err(|reason| unreadable(reason.into()))?;
                let written = self.app.session.lock().folder.write_beside(name, &bytes);
                written.map_err(|error| unreadable(reason(&error).into()))?;
            }
        }
        let loaded = self
            .app
            .session
            .edit(view.revision, EditOperation::Load { instance, imported: None, sources: None });
        loaded.map(|_| ()).map_err(|error| match files::why_refused(text, error) {
            EditError::Invalid(errors, _) => unreadable(errors.message().into()),
            EditError::Refused(message) => message,
            EditError::Stale => message!("serve-stale"),
        })
    }

    /// Takes a spreadsheet into a project that has no instance yet; a project that has one keeps it. Problems of the
    /// spreadsheet are on the page, where they can be mended.
    ///
    /// # Errors
    /// If the disk does not take it.
    pub fn take_spreadsheet(&self, name: &str, bytes: Vec<u8>) -> Result<(), Message> {
        let view = self.app.session.view();
        if view.state.instance.is_some() {
            return Ok(());
        }
        let files = vec![(name.to_owned(), bytes)];
        match files::take_spreadsheets(&self.app.session, view.revision, &files, self.app.language)
        {
            Ok(_) | Err(NotTaken::Import | NotTaken::Edit(EditError::Stale)) => Ok(()),
            Err(NotTaken::Edit(EditError::Refused(message))) => Err(message),
            Err(NotTaken::Edit(EditError::Invalid(errors, _))) => {
                Err(message!("serve-instance-unreadable", reason = errors.message()))
            }
        }
    }

    /// The address to open in a browser, with the token that works once.
    pub fn address(&self) -> String {
        self.app.doorkeeper.address()
    }

    /// Answers requests until `stop` returns, which it may do on any thread.
    ///
    /// # Errors
    /// If the system refuses threads or the socket.
    pub fn run(self, stop: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let session = Arc::clone(&self.app.session);
        let watched = Arc::clone(&session);
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(LOOK_EVERY).await;
                let session = Arc::clone(&watched);
                // A fault of one look is not the end of watching.
                let _ = tokio::task::spawn_blocking(move || session.watch()).await;
            }
        });
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let served = axum::serve(listener, routes::router(Arc::new(self.app))).into_future();
            let stopped = tokio::task::spawn_blocking(stop);
            tokio::select! {
                served = served => served,
                _ = stopped => Ok(()),
            }
        })?;
        session.lock().stop();
        // Open connections, such as those for events, would keep the runtime alive.
        runtime.shutdown_background();
        Ok(())
    }
}
