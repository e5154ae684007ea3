//! `path`: growth over the years, year by year or all years at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::output::register_output;
use super::path_input::{PathInput, plans_beside};
use super::path_report;
use super::progress::ProgressLine;
use super::results::PageAudience;
use super::search::SearchArguments;
use super::{files, interrupt, system};
use crate::disclosure::Edition;
use crate::growth::{
    Decided, FoundPath, GrowthPath, PathError, PathPlan, PathSearch, calendar_csv, figures_csv,
};
use crate::instance::document::to_json;
use crate::message;
use crate::plan::Plan;
use crate::storage::replace;

/// Plan growth over the years: which boards enter when, and which clusters open when and where.
///
/// Plans every year of a path, and proves how far all years together can be from the best. In the folder:
/// `path.json`, `plans/YEAR.json` with `instances/YEAR.json`, `calendar.csv`, `figures.csv`, `report.html`, and
/// `boards/BOARD.html`, a page to hand to each board.
#[derive(Debug, clap::Args)]
pub struct PathArguments {
    /// Path document; `-` reads standard input.
    #[arg(value_name = "FILE")]
    path: PathBuf,
    /// Folder for the results; created if necessary.
    #[arg(short, long, value_name = "DIR", required_unless_present = "instance_of")]
    output: Option<PathBuf>,
    /// Plan each year by itself, in order, after what the years before decided; proves nothing of the whole.
    #[arg(long)]
    year_by_year: bool,
    /// Print the instance of one year, without planning anything: after what the path in the folder of -o decided
    /// before it, or, without -o, before any decision.
    #[arg(long, value_name = "YEAR", conflicts_with = "year_by_year")]
    instance_of: Option<String>,
    #[command(flatten)]
    search: SearchArguments,
    /// Audience of `report.html`; `report` writes it again for another one. Files of boards are for those; all others for planners.
    #[arg(long, value_enum, default_value_t)]
    audience: PageAudience,
}

/// Runs the command.
pub fn run(arguments: &PathArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::BestPlan);
    let input = PathInput::read(&arguments.path)?;
    if let Some(year) = &arguments.instance_of {
        return print_instance(&input, year, arguments.output.as_deref());
    }
    let folder = arguments.output.as_deref().unwrap_or_else(|| unreachable!("clap requires it"));
    prepare(folder, &input.path)?;
    let chosen = arguments.search.search(stop.clone());
    let line = ProgressLine::start();
    let opened = |name: &str| input.files.open(name);
    let search = PathSearch {
        path: &input.path,
        files: &opened,
        search: &chosen,
        on_progress: &|progress| line.path(progress),
    };
    let found = if arguments.year_by_year {
        let found = search.year_by_year(&chosen.budget);
        found.map(|found| (PathPlan::of_found(&input.path, &found), found))
    } else {
        let outcome = search.with_foresight();
        outcome
            .map(|outcome| (PathPlan::of_outcome(&input.path, &outcome, chosen.gap), outcome.path))
    };
    line.finish();
    let (result, found) = match found {
        Ok(found) => found,
        Err(error) => return failure(&input.path, error),
    };
    write(folder, &input, &result, &found, arguments.audience)?;
    files::print(&crate::report::path_summary(&input.path, &result, language()))?;
    Ok(exit::unless_stopped(&stop))
}

fn failure(path: &GrowthPath, error: PathError) -> Result<ExitCode, CommandFailure> {
    match error {
        PathError::Invalid(errors) => Err(errors.into()),
        PathError::Search(error) => Err(error.into()),
        PathError::NoPlan { year, clash } => {
            note(&message!("growth-no-plan", year = year));
            if let Some(clash) = clash {
                eprint!("{}", crate::report::clash(&clash, language()));
            }
            Ok(ExitCode::from(exit::NO_PLAN))
        }
        PathError::NoPath { year_by_year, reach } => {
            note(&message!("growth-no-path"));
            failure(path, *year_by_year)?;
            eprint!("{}", crate::report::path_reach(path, &reach, language()));
            Ok(ExitCode::from(exit::NO_PLAN))
        }
        PathError::NothingFound { year, ending } => {
            note(&message!("growth-nothing-found", year = year));
            Ok(exit::stopped(ending))
        }
    }
}

/// The plan of a year in a folder.
fn plan_file(folder: &Path, year: &str) -> PathBuf {
    folder.join("plans").join(format!("{year}.json"))
}

/// The instance of a year in a folder.
fn instance_file(folder: &Path, year: &str) -> PathBuf {
    folder.join("instances").join(format!("{year}.json"))
}

/// Creates the folder; none of its files may be an input.
fn prepare(folder: &Path, path: &GrowthPath) -> Result<(), CommandFailure> {
    for inner in ["plans", "instances", "boards"] {
        std::fs::create_dir_all(folder.join(inner)).map_err(|error| {
            let (path, reason) = (folder.display().to_string(), system::reason(&error));
            CommandFailure::usage(message!("cli-cannot-write-folder", path = path, reason = reason))
        })?;
    }
    for name in ["path.json", "calendar.csv", "figures.csv", "report.html"] {
        register_output(&folder.join(name))?;
    }
    for year in &path.years {
        register_output(&plan_file(folder, &year.id))?;
        register_output(&instance_file(folder, &year.id))?;
    }
    for file in path_report::board_files(folder, path).values() {
        register_output(file)?;
    }
    Ok(())
}

/// Writes the plans first and `path.json`, which names them, last.
fn write(
    folder: &Path,
    input: &PathInput,
    result: &PathPlan,
    found: &FoundPath,
    audience: PageAudience,
) -> Result<(), CommandFailure> {
    for (year, of_year) in result.years.iter().zip(&found.years) {
        replace(&instance_file(folder, &year.id), to_json(&of_year.document).as_bytes())?;
        replace(&plan_file(folder, &year.id), of_year.text.as_bytes())?;
    }
    let plans: Vec<&Plan> = found.years.iter().map(|year| &year.plan).collect();
    replace(&folder.join("calendar.csv"), calendar_csv(result).as_bytes())?;
    replace(&folder.join("figures.csv"), figures_csv(result, &plans).as_bytes())?;
    let years = found.years.iter();
    let years = years.map(|year| (&year.document, &year.plan, year.text.as_bytes()));
    let sources = path_report::sources(input, years)?;
    let reader = path_report::reader(audience);
    let page = path_report::page(&input.path, result, &sources, reader, Edition::default());
    replace(&folder.join("report.html"), page.as_bytes())?;
    path_report::write_boards(folder, &input.path, result, &sources)?;
    Ok(replace(&folder.join("path.json"), result.to_json().as_bytes())?)
}

fn print_instance(
    input: &PathInput,
    id: &str,
    folder: Option<&Path>,
) -> Result<ExitCode, CommandFailure> {
    let path = &input.path;
    let Some(year) = path.years.iter().position(|year| year.id == id) else {
        let known: Vec<&str> = path.years.iter().map(|year| year.id.as_str()).collect();
        let found = message!("growth-unknown-year", year = id);
        return Err(exit::unknown_id(found, id, &known));
    };
    let mut decided = Decided::nothing(path);
    let mut entering = Vec::new();
    if let Some(folder) = folder {
        let file = folder.join("path.json");
        let found = PathPlan::read(&files::read(&file)?)?;
        let plans = plans_beside(&file, &found)?;
        if !found.years.iter().map(|year| &year.id).eq(path.years.iter().map(|year| &year.id)) {
            return Err(CommandFailure::usage(message!("growth-check-years")));
        }
        for (at, text) in plans.iter().enumerate().take(year + 1) {
            entering = path.entering(&found, at);
            if at < year {
                decided = decided.after(path, at, &entering, &Plan::read(text)?);
            }
        }
    }
    files::print(&to_json(&path.instance(year, &decided, &entering)))?;
    Ok(ExitCode::SUCCESS)
}
