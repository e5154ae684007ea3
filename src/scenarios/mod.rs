//! Scenarios: named edits of one instance, and the runs that compare them.

pub mod batch;
mod changes;
mod complaints;
pub mod document;
mod draft;
mod grid;
mod lineage;
mod lots;
mod naming;
mod non_empty;
mod numbers;
mod over;
mod people;
mod read;
mod rule_settings;
mod sample;
mod schema;
mod strategy;
mod withdrawal;
mod years;

use rayon::prelude::*;

use crate::input::JsonPath;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::problem::{self, Problem};

use complaints::{Complaints, in_instance};
use draft::ScenarioDraft;
use lots::Lots;
use strategy::PathBase;

pub use changes::ChangeDocument;
pub use document::beside;
pub use grid::GridPoint;
pub use numbers::SharePercent;
pub use read::{FORMAT, base, have_one_key_each, read};
pub use rule_settings::change as change_rule;
pub use schema::batch_schema;
pub use strategy::{PATH_FORMAT, StrategyFiles};
pub use withdrawal::{withdrawn, without_clusters, without_schools, without_students};
pub use years::{DrawnChanges, MovingUp, YearChanges, year_documents};

/// Reads files beside the batch; can be called from any thread.
pub type SharedFiles<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + Sync + 'a;

/// A base instance and the scenarios that change it.
#[derive(Debug)]
pub struct Batch {
    /// The scenarios in the order of the file; those of a grid are consecutive.
    pub scenarios: Vec<Scenario>,
    base: InstanceDocument,
    /// The folder of the base, relative to the batch.
    folder: String,
    draws: Option<Draws>,
    /// The path document that the scenarios vary; `None` in a batch of plans for one year.
    path: Option<PathBase>,
}

/// A named sequence of changes to the base.
#[derive(Debug)]
pub struct Scenario {
    /// The id, unique in the batch.
    pub id: String,
    /// The name for people.
    pub title: String,
    /// The position in the file of the grid that it belongs to; `None` outside of grids.
    pub grid: Option<usize>,
    /// The values of the parameters of the grid.
    pub point: GridPoint,
    /// The changes in order, including those of the scenarios that this one builds on.
    steps: Vec<Step>,
}

impl Scenario {
    /// Whether the scenario equals the base.
    pub fn changes_nothing(&self) -> bool {
        self.steps.is_empty()
    }
}

/// A change and its path in the batch.
#[derive(Clone, Debug)]
struct Step {
    location: JsonPath,
    change: ChangeDocument,
}

/// The repetition of every scenario with random draws.
#[derive(Debug)]
struct Draws {
    count: i64,
    seed: i64,
    steps: Vec<Step>,
}

/// A scenario in one draw, to be planned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// The id of the run: the id of the scenario, followed by `-draw-N` if there are draws.
    pub id: String,
    /// The position of the scenario in the batch.
    pub scenario: usize,
    /// The draw, from 1; `None` if the batch has no draws.
    pub draw: Option<i64>,
}

impl Batch {
    /// All runs in order; the draws of a scenario are consecutive.
    pub fn runs(&self) -> Vec<Run> {
        let draws: Vec<Option<i64>> = match self.draws() {
            None => vec![None],
            Some(count) => (1..=count).map(Some).collect(),
        };
        let runs_of = |scenario| draws.iter().map(move |&draw| self.run(scenario, draw));
        (0..self.scenarios.len()).flat_map(runs_of).collect()
    }

    /// Whether each run is a growth path instead of a plan for one year.
    pub fn is_of_paths(&self) -> bool {
        self.path.is_some()
    }

    /// The number of draws per scenario; `None` if the batch has no draws.
    pub fn draws(&self) -> Option<i64> {
        self.draws.as_ref().map(|draws| draws.count)
    }

    /// The position of the reference of all comparisons: the first scenario without changes, or else the
    /// first.
    pub fn reference(&self) -> usize {
        self.scenarios.iter().position(Scenario::changes_nothing).unwrap_or(0)
    }

    /// The name of a board, school or cluster of the base; the id if it has no name there.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        let InstanceDocument { boards, schools, clusters, .. } = &self.base;
        let boards = boards.iter().map(|board| (&board.id, &board.name));
        let schools = schools.iter().map(|school| (&school.id, &school.name));
        let clusters = clusters.iter().flatten().map(|cluster| (&cluster.id, &cluster.name));
        let mut all = boards.chain(schools).chain(clusters);
        let name = all.find(|(known, _)| *known == id).and_then(|(_, name)| name.as_deref());
        name.unwrap_or(id)
    }

    /// The instance of a run. `files` reads the files beside the batch.
    ///
    /// # Errors
    /// All changes that cannot be applied.
    pub fn instance(&self, run: &Run, files: &Files) -> Result<InstanceDocument, InputErrors> {
        let steps = self.steps(run);
        self.changed(run, &steps, &self.beside_base(files))
    }

    /// The problem of a run. `files` reads the files beside the batch.
    ///
    /// # Errors
    /// All changes that cannot be applied; or else all errors in the resulting instance, each attributed to
    /// a change.
    pub fn problem(&self, run: &Run, files: &Files) -> Result<Problem, InputErrors> {
        let files = self.beside_base(files);
        let steps = self.steps(run);
        let document = self.changed(run, &steps, &files)?;
        match read_again(&document, &files) {
            Ok(problem) => Ok(problem),
            Err(errors) => Err(self.blamed(run, &steps, &files, errors)),
        }
    }

    /// The problem of the base before any change.
    ///
    /// # Errors
    /// All errors in it.
    pub fn base_problem(&self, files: &Files) -> Result<Problem, InputErrors> {
        read_again(&self.base, &self.beside_base(files))
    }

    /// Checks that all scenarios can be applied, with the first draw if there are draws.
    ///
    /// # Errors
    /// All problems, each once, in the order of the scenarios.
    pub fn validate(&self, files: &SharedFiles) -> Result<(), InputErrors> {
        self.check_each(&|run| self.problem(run, files).map(drop))
    }

    /// Checks the run of each scenario, in its first draw if there are draws.
    ///
    /// # Errors
    /// All that `check` finds, each once, in the order of the scenarios.
    pub fn check_each(
        &self,
        check: &(dyn Fn(&Run) -> Result<(), InputErrors> + Sync),
    ) -> Result<(), InputErrors> {
        let found: Vec<Option<InputErrors>> = (0..self.scenarios.len())
            .into_par_iter()
            .map(|scenario| check(&self.first_run(scenario)).err())
            .collect();
        let mut errors = InputErrors::default();
        for error in found.into_iter().flatten().flat_map(|found| found.0) {
            if !errors.0.contains(&error) {
                errors.0.push(error);
            }
        }
        errors.into_result(())
    }

    /// The run of a scenario, in its first draw if there are draws.
    fn first_run(&self, scenario: usize) -> Run {
        self.run(scenario, self.draws().map(|_| 1))
    }

    fn run(&self, scenario: usize, draw: Option<i64>) -> Run {
        let id = &self.scenarios[scenario].id;
        let id = draw.map_or_else(|| id.clone(), |draw| format!("{id}-draw-{draw}"));
        Run { id, scenario, draw }
    }

    fn steps(&self, run: &Run) -> Vec<&Step> {
        let in_draws = self.draws.iter().flat_map(|draws| &draws.steps);
        self.scenarios[run.scenario].steps.iter().chain(in_draws).collect()
    }

    /// The base after some changes.
    fn changed(
        &self,
        run: &Run,
        steps: &[&Step],
        files: &Files,
    ) -> Result<InstanceDocument, InputErrors> {
        Ok(self.drafted(run, steps, files)?.document)
    }

    /// The draft after some changes of the base.
    fn drafted<'a>(
        &self,
        run: &Run,
        steps: &[&Step],
        files: &'a Files<'a>,
    ) -> Result<ScenarioDraft<'a>, InputErrors> {
        let seed = self.draws.as_ref().map_or(0, |draws| draws.seed);
        let lots = Lots { seed, draw: run.draw.unwrap_or(0) };
        let mut draft = ScenarioDraft::new(&self.base, lots, files);
        draft.path = self.path.as_ref().map(|path| path.document.clone());
        let mut errors = InputErrors::default();
        for step in steps {
            let Some((key, change)) = step.change.change() else { continue };
            let scenario = &self.scenarios[run.scenario].id;
            let mut complaints = Complaints::new(step.location.key(key), scenario);
            change.apply(&mut draft, &mut complaints);
            errors.0.extend(complaints.errors.0);
        }
        errors.into_result(draft)
    }

    /// Attributes errors in the resulting instance to the last change before which the instance is valid.
    fn blamed(
        &self,
        run: &Run,
        steps: &[&Step],
        files: &Files,
        mut errors: InputErrors,
    ) -> InputErrors {
        let is_sound = |number: &usize| {
            let document = self.changed(run, &steps[..*number], files);
            document.and_then(|document| read_again(&document, files)).is_ok()
        };
        let culprit = (0..steps.len()).rev().find(is_sound).map(|number| steps[number]);
        let scenario = &self.scenarios[run.scenario].id;
        for error in &mut errors.0 {
            let location = culprit.map(|step| match step.change.change() {
                Some((key, _)) => step.location.key(key),
                None => step.location.clone(),
            });
            error.location = in_instance(&location.unwrap_or_default(), scenario, &error.location);
        }
        errors
    }

    /// Reads files that are named relative to the folder of the base.
    fn beside_base<'a>(
        &'a self,
        files: &'a Files<'a>,
    ) -> impl Fn(&str) -> Result<Vec<u8>, String> + 'a {
        move |name| files(&beside(&self.folder, name))
    }
}

/// Reads an instance again from its own text, so that it passes all checks that a file passes.
fn read_again(document: &InstanceDocument, files: &Files) -> Result<Problem, InputErrors> {
    let bytes = serde_json::to_vec(document).expect("a document is plain JSON");
    problem::read(&bytes, files).map(|read| read.problem)
}
