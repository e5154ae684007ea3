//! `repair`: the cheapest changes that would give everyone a place.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::progress::CountLine;
use super::search::SearchArguments;
use super::{files, interrupt, problem};
use crate::message;
use crate::questions::repair::{ChangeKind, repair};
use crate::report::{self, SchoolNames};

/// Find the cheapest changes that would give everyone a place.
///
/// The changes are more places, longer journeys, more clusters, missed meetings and unmet wishes; their prices are
/// under `repairs` in the instance. Each set of changes is confirmed by solving the instance with exactly these
/// changes. If the rules allow no plan at all, the demands that clash are listed too.
#[derive(Debug, clap::Args)]
pub struct RepairArguments {
    /// Instance; `-` reads standard input.
    #[arg(value_name = "FILE")]
    instance: PathBuf,
    /// Number of sets of changes to find, each different from those before.
    #[arg(long, value_name = "N", default_value_t = 3,
          value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    alternatives: usize,
    /// Kinds of changes that must not be made.
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    without: Vec<KindChoice>,
    /// Print the answer as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    search: SearchArguments,
}

/// Kinds of changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum KindChoice {
    /// More places at a school.
    Place,
    /// More clusters of a board or network.
    Cluster,
    /// A student travels beyond the limit.
    Kilometre,
    /// A student misses a hard meeting.
    Meeting,
    /// A wish that must be met becomes a preference.
    Wish,
}

impl From<KindChoice> for ChangeKind {
    fn from(choice: KindChoice) -> Self {
        match choice {
            KindChoice::Place => Self::Place,
            KindChoice::Cluster => Self::Cluster,
            KindChoice::Kilometre => Self::Kilometre,
            KindChoice::Meeting => Self::Meeting,
            KindChoice::Wish => Self::Wish,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &RepairArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::BestPlan);
    let problem = problem::read(&arguments.instance)?;
    let search = arguments.search.search(stop);
    let without: BTreeSet<ChangeKind> = arguments.without.iter().map(|&kind| kind.into()).collect();
    let kinds = ChangeKind::ALL.into_iter().filter(|kind| !without.contains(kind)).collect();
    let line = CountLine::start(arguments.alternatives, &message!("cli-progress-sets"));
    let counted = || line.one_more();
    let repairs = repair(&problem, &kinds, arguments.alternatives, &search, &counted);
    line.finish();
    let repairs = repairs?;
    let names = SchoolNames::of(&problem);
    files::print(&if arguments.json {
        report::repairs_as_json(&repairs)
    } else {
        report::repairs(&repairs, &names, language())
    })?;
    Ok(if search.budget.is_interrupted() {
        ExitCode::from(exit::INTERRUPTED)
    } else if !repairs.repairs.is_empty() {
        ExitCode::SUCCESS
    } else if repairs.complete {
        ExitCode::from(exit::NO_PLAN)
    } else {
        ExitCode::from(exit::OUT_OF_TIME)
    })
}
