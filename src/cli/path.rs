//! `path`: growth over the years, year by year or all years at once.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::output::register_output;
use super::path_draws::{self, RobustChoice, pieces_in};
use super::path_input::PathInput;
use super::path_report;
use super::progress::ProgressLine;
use super::results::PageAudience;
use super::search::SearchArguments;
use super::{files, interrupt};
use crate::growth::{
    DrawsObjective, GrowthPath, KeptPieces, PathError, PathMethod, PathSearch, PathStages,
    UNFINISHED_FILE, WholePath,
};
use crate::message;
use crate::report::{PATH_FILE, PathResult, TODAY_FILES, board_files, instance_file, plan_file};
use crate::solve::mip::Ending;
use crate::storage;

/// Plan growth over the years: which boards enter when, and which clusters open when and where.
///
/// Plans every year of a path, and proves how far all years together can be from the best. In the folder:
/// `path.json`, `plans/YEAR.json` with `instances/YEAR.json`, `calendar.csv`, `figures.csv`, `report.html`, and
/// `boards/BOARD.html`, a page to hand to each board.
///
/// Where the document has draws of the intake, what opens and who enters is the same in all of them; the folder then
/// has the plans of each draw in `draws/N`.
///
/// After Ctrl-C the best path so far is written. A search that was killed or stopped goes on with the same command: what
/// is finished is in the folder, in `draws` or, without draws, in `unfinished.json` until the whole path is written. That
/// is today, each year planned by itself, the search over all years, each year of the path that it leads to, the prices of
/// delay, and each board that stays out. A search over all years that was not finished begins again.
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
    /// With --instance-of, the instance in this draw.
    #[arg(long, value_name = "N", requires = "instance_of")]
    draw: Option<i64>,
    /// What to minimise over all draws, where the document has draws. Default: `mean`.
    #[arg(long, value_enum)]
    robust: Option<RobustChoice>,
    /// Report how the decisions of this path do in all draws, instead of searching for better ones: a `path.json`, with
    /// its plans beside it. Entries are read from that file, and clusters from the plans; the document must allow both.
    #[arg(long, value_name = "PATH")]
    given: Option<PathBuf>,
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
        let output = arguments.output.as_deref();
        files::print(&path_draws::instance_of(&input, arguments.draw, year, output)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.year_by_year && input.path.draws.is_some() {
        return Err(CommandFailure::usage(message!("growth-draws-year-by-year")));
    }
    if input.path.draws.is_none() && arguments.given.is_some() {
        return Err(CommandFailure::usage(message!("growth-given-needs-draws")));
    }
    if input.path.draws.is_none() && arguments.robust.is_some() {
        return Err(CommandFailure::usage(message!("growth-robust-needs-draws")));
    }
    let given = arguments.given.as_deref();
    let given = given.map(|file| path_draws::given(&input, file)).transpose()?;
    let folder = arguments.output.as_deref().unwrap_or_else(|| unreachable!("clap requires it"));
    prepare(folder, &input.path)?;
    let chosen = arguments.search.search(stop.clone());
    let line = ProgressLine::start();
    let opened = |name: &str| input.files.open(name);
    let pieces = &pieces_in(folder);
    let stages = PathStages::left(&input.path, &chosen, &input.beside_base(), pieces)?;
    let search = PathSearch {
        path: &input.path,
        files: &opened,
        search: &chosen,
        on_progress: &|progress| line.path(progress),
        stages: Some(&stages),
    };
    let robust = arguments.robust.map(DrawsObjective::from).unwrap_or_default();
    let found = search.whole(match (&input.path.draws, arguments.year_by_year) {
        (Some(_), _) => PathMethod::Draws { robust, given: given.as_ref(), pieces },
        (None, true) => PathMethod::YearByYear,
        (None, false) => PathMethod::Foresight,
    });
    line.finish();
    let WholePath { plan, found, draws, today } = match found {
        Ok(found) => found,
        Err(error) => return failure(&input.path, error),
    };
    let (found, draws, today) = (&found, draws.as_slice(), today.as_ref());
    let whole = PathResult { path: &input.path, result: &plan, found, draws, today };
    write(folder, &input, &whole, arguments.audience)?;
    if !chosen.budget.is_interrupted() {
        pieces.forget(UNFINISHED_FILE)?;
    }
    files::print(&crate::report::path_summary(&input.path, &plan, language()))?;
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
            // What is proven holds whatever the search year by year ran into.
            if let PathError::NoPlan { .. } = *year_by_year {
                failure(path, *year_by_year)?;
            }
            eprint!("{}", crate::report::path_reach(path, &reach, language()));
            Ok(ExitCode::from(exit::NO_PLAN))
        }
        PathError::NoneFound { year_by_year, ending } => {
            note(&message!("growth-none-found"));
            failure(path, *year_by_year)?;
            Ok(exit::stopped(ending))
        }
        PathError::InDraw { draw, error } => {
            note(&message!("growth-in-draw", draw = draw));
            failure(path, *error)
        }
        PathError::NoneForAll { ending: Ending::Interrupted } => {
            note(&message!("growth-draws-interrupted"));
            Ok(exit::stopped(Ending::Interrupted))
        }
        PathError::NoneForAll { ending } => {
            note(&message!("growth-none-for-all"));
            // Only some decisions are tried: that none does is never proven.
            Ok(exit::stopped(ending))
        }
        PathError::ImpossibleIn { draws } => {
            let draws: Vec<String> = draws.iter().map(i64::to_string).collect();
            note(&message!("growth-given-impossible", draws = draws.join(", ")));
            Ok(ExitCode::from(exit::NO_PLAN))
        }
        PathError::NotFoundIn { draws, ending } => {
            let draws: Vec<String> = draws.iter().map(i64::to_string).collect();
            note(&if draws.is_empty() {
                message!("growth-given-unknown")
            } else {
                message!("growth-given-not-found", draws = draws.join(", "))
            });
            Ok(exit::stopped(ending))
        }
        PathError::NotKept(error) => Err(error.into()),
        PathError::NothingFound { year, ending } => {
            note(&match ending {
                Ending::Interrupted => message!("growth-interrupted", year = year),
                _ => message!("growth-nothing-found", year = year),
            });
            Ok(exit::stopped(ending))
        }
    }
}

/// Creates the folder; none of its files may be an input.
fn prepare(folder: &Path, path: &GrowthPath) -> Result<(), CommandFailure> {
    for inner in ["plans", "instances", "boards"] {
        std::fs::create_dir_all(folder.join(inner)).map_err(|error| {
            let (path, reason) = (folder.display().to_string(), storage::reason(&error));
            CommandFailure::usage(message!("cli-cannot-write-folder", path = path, reason = reason))
        })?;
    }
    let own = [PATH_FILE, "calendar.csv", "figures.csv", "report.html", UNFINISHED_FILE];
    for name in own.iter().chain(&TODAY_FILES) {
        register_output(&folder.join(name))?;
    }
    for year in &path.years {
        register_output(&folder.join(plan_file(&year.id)))?;
        register_output(&folder.join(instance_file(&year.id)))?;
    }
    for file in path_draws::files_of_draws(folder, path) {
        register_output(&file)?;
    }
    for file in board_files(path).values() {
        register_output(&folder.join(file))?;
    }
    Ok(())
}

/// Writes a path of a batch, whose document has no draws, into a folder of its own, created if necessary.
pub fn write_strategy(
    folder: &Path,
    input: &PathInput,
    result: &PathResult,
    audience: PageAudience,
) -> Result<(), CommandFailure> {
    prepare(folder, &input.path)?;
    write(folder, input, result, audience)
}

/// Writes the files of a path.
fn write(
    folder: &Path,
    input: &PathInput,
    result: &PathResult,
    audience: PageAudience,
) -> Result<(), CommandFailure> {
    let reader = path_report::reader(audience);
    result.write(&input.beside_base(), reader, language(), &pieces_in(folder))
}
