//! `repair`: the cheapest changes that would give everyone a place.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::progress::CountLine;
use super::search::SearchArguments;
use super::{files, interrupt, named, problem};
use crate::input::errors::{Code, InputErrors};
use crate::instance::{ClusterId, NamedKind};
use crate::message;
use crate::problem::Problem;
use crate::questions::repair::{ChangeKind, Keeping, repair};
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
    /// Existing cluster that must be used, as if `keep` were set. May be given several times.
    #[arg(long, value_name = "CLUSTER")]
    keep: Vec<String>,
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
    let mut problem = problem::read(&arguments.instance)?;
    let without_demand = (!arguments.keep.is_empty()).then(|| problem.clone());
    let kept = keep(&mut problem, &arguments.keep)?;
    let search = arguments.search.search(stop);
    let without: BTreeSet<ChangeKind> = arguments.without.iter().map(|&kind| kind.into()).collect();
    let kinds = ChangeKind::ALL.into_iter().filter(|kind| !without.contains(kind)).collect();
    let line = CountLine::start(arguments.alternatives, &message!("cli-progress-sets"));
    let counted = || line.one_more();
    let repairs = repair(&problem, &kinds, arguments.alternatives, &search, &counted);
    line.finish();
    let repairs = repairs?;
    let keeping = match &without_demand {
        Some(problem) => Some(Keeping::of(problem, &kept, &repairs, &search)?),
        None => None,
    };
    let names = SchoolNames::of(&problem);
    files::print(&if arguments.json {
        report::repairs_as_json(&repairs, keeping.as_ref())
    } else {
        report::repairs(&repairs, keeping.as_ref(), &names, language())
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

/// Demands that existing clusters are used, and returns which, each once.
fn keep(problem: &mut Problem, named: &[String]) -> Result<Vec<ClusterId>, CommandFailure> {
    let (mut errors, mut kept) = (InputErrors::default(), Vec::new());
    for written in named {
        let id = named::id_of(&problem.instance, "--keep", written, &[NamedKind::Cluster])?;
        let found = problem.instance.clusters_by_id().get(id.as_str()).copied();
        match found.filter(|&cluster| problem.instance.clusters[cluster].takes_part) {
            Some(cluster) => {
                problem.instance.clusters[cluster].keep = true;
                kept.extend(Some(cluster).filter(|cluster| !kept.contains(cluster)));
            }
            None => errors.add(
                Code::UnknownReference,
                "--keep",
                format!("`{written}`"),
                message!("cli-keep-allowed"),
                message!("cli-keep-help", clusters = clusters_of(problem)),
            ),
        }
    }
    Ok(errors.into_result(kept)?)
}

/// The ids of the existing clusters that take part.
fn clusters_of(problem: &Problem) -> Vec<String> {
    let clusters = problem.instance.clusters.values().filter(|cluster| cluster.takes_part);
    clusters.map(|cluster| format!("`{}`", cluster.id)).collect()
}
