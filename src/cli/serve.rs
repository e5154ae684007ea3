//! `serve`: opens the page to plan on.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::console::{language, note};
use super::exit::CommandFailure;
use super::{files, interrupt};
use crate::message;
use crate::serve::Server;

/// How often the command looks whether it was interrupted.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Open a page to plan on, in the browser of this machine.
///
/// Nothing leaves the machine: the page is served to this machine alone. A project is a folder with the instance,
/// every plan and a history of all that was done, so that nothing needs saving and everything can be undone.
#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// Folder of the project, which is made if it does not exist; or an instance (.json), which is copied into the
    /// folder of the same name beside it.
    #[arg(value_name = "FOLDER|INSTANCE", default_value = ".")]
    project: PathBuf,
    /// Port on this machine; 0 takes any that is free.
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Do not open a browser; the address is printed either way.
    #[arg(long)]
    no_browser: bool,
}

/// Runs the command until it is interrupted.
pub fn run(arguments: &ServeArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::Project);
    let path = &arguments.project;
    let server = if path.is_file() {
        of_instance(path, arguments.port)?
    } else {
        open(path, arguments.port)?
    };
    let address = server.address();
    note(&message!("cli-serve-address", address = &address));
    if !arguments.no_browser && open::that_detached(&address).is_err() {
        note(&message!("cli-serve-open-it"));
    }
    server.run(move || {
        while !stop.load(Ordering::Relaxed) {
            std::thread::sleep(LOOK_EVERY);
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

fn open(folder: &Path, port: u16) -> Result<Server, CommandFailure> {
    Server::open(folder, port, language()).map_err(CommandFailure::usage)
}

/// The project of an instance: the folder beside it, which gets a copy the first time.
fn of_instance(path: &Path, port: u16) -> Result<Server, CommandFailure> {
    let bytes = files::read(path)?;
    let server = open(&path.with_extension(""), port)?;
    let text = String::from_utf8_lossy(&bytes);
    server.take_instance(&text, &files::beside(path)).map_err(CommandFailure::usage)?;
    Ok(server)
}
