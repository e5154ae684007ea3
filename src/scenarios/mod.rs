//! Scenarios: named edits of one instance, and what must be planned to compare them.

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
mod people;
mod read;
mod rule_settings;
mod schema;
mod withdrawal;

use rayon::prelude::*;

use crate::input::Place;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::problem::{self, Problem};

use changes::ChangeDocument;
use complaints::{Complaints, in_instance};
use draft::Draft;
use lots::Lots;

pub use grid::Point;
pub use read::{FORMAT, read};
pub use schema::batch_schema;
pub use withdrawal::withdrawn;

/// Opens files beside the batch, from any thread.
pub type SharedFiles<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + Sync + 'a;

/// Scenarios of one base.
#[derive(Debug)]
pub struct Batch {
    /// The scenarios, in the order of the file; those of a grid after each other.
    pub scenarios: Vec<Scenario>,
    base: InstanceDocument,
    /// The folder of the base, as seen from the batch.
    folder: String,
    draws: Option<Draws>,
}

/// A scenario.
#[derive(Debug)]
pub struct Scenario {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Which grid it belongs to, by the position of the grid in the file.
    pub grid: Option<usize>,
    /// The values of the grid's parameters.
    pub point: Point,
    /// What is done to the base, those scenarios included that this one builds on.
    steps: Vec<Step>,
}

impl Scenario {
    /// Whether the scenario is the base as it is.
    pub fn changes_nothing(&self) -> bool {
        self.steps.is_empty()
    }
}

/// A change and where it stands in the batch.
#[derive(Clone, Debug)]
struct Step {
    place: Place,
    change: ChangeDocument,
}

/// How every scenario is repeated.
#[derive(Debug)]
struct Draws {
    count: i64,
    seed: i64,
    steps: Vec<Step>,
}

/// A scenario in one draw: what is planned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Names the run: the scenario's id, with `-draw-N` behind it where there are draws.
    pub id: String,
    /// The position of the scenario.
    pub scenario: usize,
    /// The draw, from 1; `None` where nothing is repeated.
    pub draw: Option<i64>,
}

impl Batch {
    /// All runs, in order: the draws of a scenario after each other.
    pub fn runs(&self) -> Vec<Run> {
        let draws: Vec<Option<i64>> = match self.draws() {
            None => vec![None],
            Some(count) => (1..=count).map(Some).collect(),
        };
        let runs_of = |scenario| draws.iter().map(move |&draw| self.run(scenario, draw));
        (0..self.scenarios.len()).flat_map(runs_of).collect()
    }

    /// How often every scenario is repeated; `None` where nothing is.
    pub fn draws(&self) -> Option<i64> {
        self.draws.as_ref().map(|draws| draws.count)
    }

    /// The scenario that the others are compared with: the first that changes nothing, else the first.
    pub fn reference(&self) -> usize {
        self.scenarios.iter().position(Scenario::changes_nothing).unwrap_or(0)
    }

    /// What people call a board, school or cluster of the base: its name; of what the base does not
    /// name, the id itself.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        let InstanceDocument { boards, schools, clusters, .. } = &self.base;
        let boards = boards.iter().map(|board| (&board.id, &board.name));
        let schools = schools.iter().map(|school| (&school.id, &school.name));
        let clusters = clusters.iter().flatten().map(|cluster| (&cluster.id, &cluster.name));
        let mut all = boards.chain(schools).chain(clusters);
        let name = all.find(|(known, _)| *known == id).and_then(|(_, name)| name.as_deref());
        name.unwrap_or(id)
    }

    /// The instance of a run. `files` opens the files beside the batch.
    ///
    /// # Errors
    /// Every change that makes no sense.
    pub fn instance(&self, run: &Run, files: &Files) -> Result<InstanceDocument, InputErrors> {
        let steps = self.steps(run);
        self.changed(run, &steps, &self.beside_base(files))
    }

    /// The problem of a run. `files` opens the files beside the batch.
    ///
    /// # Errors
    /// Every change that makes no sense; or everything that is wrong with the instance after the
    /// changes, with the change that made it so.
    pub fn problem(&self, run: &Run, files: &Files) -> Result<Problem, InputErrors> {
        let files = self.beside_base(files);
        let steps = self.steps(run);
        let document = self.changed(run, &steps, &files)?;
        match read_again(&document, &files) {
            Ok(problem) => Ok(problem),
            Err(errors) => Err(self.blamed(run, &steps, &files, errors)),
        }
    }

    /// Everything that is wrong with any scenario; where there are draws, in its first.
    ///
    /// # Errors
    /// Each problem once, in the order of the scenarios.
    pub fn validate(&self, files: &SharedFiles) -> Result<(), InputErrors> {
        let found: Vec<Option<InputErrors>> = (0..self.scenarios.len())
            .into_par_iter()
            .map(|scenario| self.first_run(scenario, files).err())
            .collect();
        let mut errors = InputErrors::default();
        for error in found.into_iter().flatten().flat_map(|found| found.0) {
            if !errors.0.contains(&error) {
                errors.0.push(error);
            }
        }
        errors.into_result(())
    }

    /// The problem of a scenario; where there are draws, in its first.
    fn first_run(&self, scenario: usize, files: &Files) -> Result<Problem, InputErrors> {
        self.problem(&self.run(scenario, self.draws().map(|_| 1)), files)
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

    /// The base after some steps.
    fn changed(
        &self,
        run: &Run,
        steps: &[&Step],
        files: &Files,
    ) -> Result<InstanceDocument, InputErrors> {
        let seed = self.draws.as_ref().map_or(0, |draws| draws.seed);
        let lots = Lots { seed, draw: run.draw.unwrap_or(0) };
        let mut draft = Draft::new(&self.base, lots, files);
        let mut errors = InputErrors::default();
        for step in steps {
            let Some((key, change)) = step.change.change() else { continue };
            let scenario = &self.scenarios[run.scenario].id;
            let mut complaints = Complaints::new(step.place.key(key), scenario);
            change.apply(&mut draft, &mut complaints);
            errors.0.extend(complaints.errors.0);
        }
        errors.into_result(draft.document)
    }

    /// Problems of an instance, laid to the change after which they first stay.
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
            let place = culprit.map(|step| match step.change.change() {
                Some((key, _)) => step.place.key(key),
                None => step.place.clone(),
            });
            error.location = in_instance(&place.unwrap_or_default(), scenario, &error.location);
        }
        errors
    }

    /// Opens files beside the base.
    fn beside_base<'a>(
        &'a self,
        files: &'a Files<'a>,
    ) -> impl Fn(&str) -> Result<Vec<u8>, String> + 'a {
        move |name| files(&read::beside(&self.folder, name))
    }
}

/// An instance read anew from its own text, so that nothing escapes what a file is held to.
fn read_again(document: &InstanceDocument, files: &Files) -> Result<Problem, InputErrors> {
    let bytes = serde_json::to_vec(document).expect("a document is plain JSON");
    problem::read(&bytes, files).map(|read| read.problem)
}
