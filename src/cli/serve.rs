//! `serve`: opens the page to plan on.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::console::{language, note};
use super::exit::CommandFailure;
use super::{files, interrupt, recent};
use crate::message;
use crate::serve::Server;

/// How often the command looks whether it was interrupted.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// How the names of spreadsheets end.
const SPREADSHEETS: [&str; 3] = ["xlsx", "ods", "csv"];

/// Open a page to plan on, in the browser of this machine.
///
/// Nothing leaves the machine: the page is served to this machine alone. A project is a folder with the instance,
/// every plan and a history of all that was done, so that nothing needs saving and everything can be undone.
#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// Folder of the project, which is made if it does not exist; or an instance (.json) or a spreadsheet (.xlsx, .ods,
    /// .csv), which is copied into the folder of the same name beside it.
    #[arg(value_name = "FOLDER|INSTANCE|WORKBOOK", default_value = ".")]
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
        of_file(path, arguments.port, &stop)?
    } else {
        open(path, arguments.port, &stop)?
    };
    let address = server.address();
    note(&message!("cli-serve-address", address = &address));
    if !arguments.no_browser && open::that_detached(&address).is_err() {
        note(&message!("cli-serve-open-it"));
    }
    server.run(until(&stop))?;
    Ok(ExitCode::SUCCESS)
}

/// Returns once the command was interrupted.
fn until(stop: &Arc<AtomicBool>) -> impl FnOnce() + Send + 'static {
    let stop = Arc::clone(stop);
    move || {
        while !stop.load(Ordering::Relaxed) {
            std::thread::sleep(LOOK_EVERY);
        }
    }
}

/// Opens a project, whose page offers the projects that were opened before; each gets a port of its own.
fn open(folder: &Path, port: u16, stop: &Arc<AtomicBool>) -> Result<Server, CommandFailure> {
    let server = Server::open(folder, port, language()).map_err(CommandFailure::usage)?;
    let others = Arc::clone(stop);
    let open_other = move |project: &Path| {
        let server = Server::open(project, 0, language())?;
        let (address, until) = (server.address(), until(&others));
        std::thread::spawn(move || server.run(until));
        Ok(address)
    };
    Ok(server.with_recent(recent::remember(folder), Box::new(open_other)))
}

/// The project of an instance or a workbook: the folder beside it, which gets a copy the first time.
fn of_file(path: &Path, port: u16, stop: &Arc<AtomicBool>) -> Result<Server, CommandFailure> {
    let bytes = files::read(path)?;
    let server = open(&path.with_extension(""), port, stop)?;
    let is_spreadsheet = path
        .extension()
        .is_some_and(|ending| SPREADSHEETS.iter().any(|known| ending.eq_ignore_ascii_case(known)));
    if is_spreadsheet {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        server.take_spreadsheet(&name, bytes).map_err(CommandFailure::usage)?;
        return Ok(server);
    }
    let text = String::from_utf8_lossy(&bytes);
    server.take_instance(&text, &files::beside(path)).map_err(CommandFailure::usage)?;
    Ok(server)
}
