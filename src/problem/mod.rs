//! Problems: an instance under its rules, with the conditions that a question adds.

mod allowance;
mod bottleneck;
mod carried;
mod cautions;
mod conditions;
mod formulate;
mod funnel;
mod limits;
mod lottery;
mod read;
mod sieve;
mod survey;
mod tie_break;
mod unused;
mod weights;

use std::collections::BTreeSet;

use crate::base::IdVec;
use crate::input::errors::{Code, InputErrors};
use crate::instance::{Canonical, Goal, Instance, PairKind, PreviousHome, SchoolId, StudentId};
use crate::message;
use crate::model::candidates::{ClusterOption, OptionId};
use crate::plan::assessment::Assessment;
use crate::plan::assignment::Assignment;
use crate::plan::{Conventions, Setting, Tally};
use crate::rules::{Rulebook, apart, cards, continuity, together};

pub use allowance::UnusedAllowance;
pub use bottleneck::Bottleneck;
pub use carried::PlacedById;
pub use conditions::{Condition, QUESTION};
pub use formulate::assignment_of;
pub use funnel::Funnel;
pub use lottery::Lottery;
pub use read::{ReadProblem, instance_schema, read};
pub use sieve::{MOST_PAIRS, Sieve};
pub use survey::{OpenSchool, SchoolStatus, Survey, SurveyedSchools};
pub use tie_break::TieBreak;
pub use unused::{Shortage, UnusedCluster, WhyUnused};
pub use weights::Weights;

/// An instance under its rules.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The facts.
    pub instance: Instance,
    /// The rules.
    pub rulebook: Rulebook,
    /// What the rules know of each other.
    pub conventions: Conventions,
    /// The cluster options.
    pub options: IdVec<OptionId, ClusterOption>,
    /// In which settings each school could take students: a day per option, or the shell.
    pub settings: IdVec<SchoolId, Vec<Setting>>,
    /// Conditions of a question besides the rules; empty in a problem that was just read.
    pub conditions: Vec<Condition>,
    /// The choice among equally good plans; none in a problem that was just read.
    pub tie_break: Option<TieBreak>,
    /// What the score of a plan is made of; in a problem that was just read, the points of the rules.
    pub weights: Weights,
}

impl Problem {
    /// An instance under rules that fit it.
    ///
    /// # Errors
    /// Everything that a rule finds wrong with its settings or with the instance; more cluster
    /// options than the engine takes; students fixed where nobody can be placed.
    pub fn new(instance: Instance, rulebook: Rulebook) -> Result<Self, InputErrors> {
        let conventions = rulebook.conventions();
        let mut errors = InputErrors::default();
        rulebook.validate(&instance, &mut errors);
        let options = rulebook.forming().options(&instance, &conventions).unwrap_or_else(|more| {
            errors.0.extend(more.0);
            Vec::new()
        });
        let settings =
            settings_under(&instance, options.iter(), |school| instance.in_shell(school));
        if errors.0.is_empty() && conventions.locks {
            check_fixed(&instance, &settings, &mut errors);
        }
        let options = options.into();
        errors.into_result(Self {
            instance,
            rulebook,
            conventions,
            options,
            settings,
            conditions: Vec::new(),
            tie_break: None,
            weights: Weights::default(),
        })
    }

    /// The goals of the levels in order: those of the instance, and then that of the tie-break, if any.
    pub fn levels(&self) -> Vec<Goal> {
        let last = self.tie_break.iter().map(TieBreak::goal);
        self.instance.goals.iter().copied().chain(last).collect()
    }

    /// SHA-256 of the canonical form of the instance under these rules, in lowercase hexadecimal
    /// digits.
    pub fn sha256(&self) -> String {
        let mut rules = self.rulebook.canonical();
        if let Some(rules) = rules.as_object_mut() {
            // Where no pair is stated these rules say nothing, and the form is that of before there were pairs.
            for (kind, card) in
                [(PairKind::Together, &together::CARD), (PairKind::Apart, &apart::CARD)]
            {
                if self.instance.pairs_of(kind).next().is_none() {
                    rules.remove(card.id);
                }
            }
        }
        Canonical::of(&self.instance, rules).sha256()
    }

    /// The ids of the rules that are off, in order: also rule `continuity` where there is no earlier
    /// plan to compare with.
    pub fn rules_off(&self) -> Vec<&'static str> {
        let off = self.rulebook.off();
        let compares = self.instance.previous_plan.is_some();
        let is_off = |id: &str| off.contains(&id) || (id == continuity::CARD.id && !compares);
        cards().into_iter().map(|card| card.id).filter(|id| is_off(id)).collect()
    }

    /// The most changes against the earlier plan, where they are limited.
    pub fn most_changes(&self) -> Option<i64> {
        self.rulebook.continuity.as_ref()?.most(self.instance.previous_plan.as_ref()?)
    }

    /// The changes against the earlier plan that placing one student of an entry at a school makes for
    /// certain: 1 if the whole entry was elsewhere, else 0.
    pub fn changes_each(&self, student: StudentId, school: SchoolId) -> i64 {
        let home = self.instance.home(student);
        i64::from(home.is_some_and(|home| home != PreviousHome::School(school)))
    }

    /// A plan, counted.
    pub fn tally<'a>(&'a self, assignment: &'a Assignment) -> Tally<'a> {
        Tally::new(&self.instance, self.conventions, assignment)
    }

    /// The assessment of a plan by all rules. Only [`verify`](crate::verify) checks that it is a plan at all.
    pub fn assess(&self, tally: &Tally) -> Assessment {
        let mut assessment = Assessment::default();
        for rule in self.rulebook.rules() {
            rule.assess(tally, &mut assessment);
        }
        self.weigh_charges(tally, &mut assessment);
        assessment.tie_break =
            self.tie_break.as_ref().map_or(0, |tie_break| tie_break.value(tally));
        assessment
    }
}

impl Problem {
    /// In which settings each school could take students with some options, in order; in the shell as in this problem.
    fn settings_with<'a>(
        &self,
        options: impl Iterator<Item = &'a ClusterOption>,
    ) -> IdVec<SchoolId, Vec<Setting>> {
        let in_shell = |school| self.settings[school].contains(&Setting::Shell);
        settings_under(&self.instance, options, in_shell)
    }
}

/// In which settings each school could take students, in order: a day per option, and the shell.
fn settings_under<'a>(
    instance: &Instance,
    options: impl Iterator<Item = &'a ClusterOption>,
    in_shell: impl Fn(SchoolId) -> bool,
) -> IdVec<SchoolId, Vec<Setting>> {
    let mut settings = IdVec::filled(BTreeSet::new(), instance.schools.len());
    for option in options {
        for &school in &option.schools {
            settings[school].insert(Setting::Meeting(option.meeting_day));
        }
    }
    for school in instance.schools.ids().filter(|&id| in_shell(id)) {
        settings[school].insert(Setting::Shell);
    }
    settings.values().map(|of_school| of_school.iter().copied().collect()).collect()
}

fn check_fixed(
    instance: &Instance,
    settings: &IdVec<SchoolId, Vec<Setting>>,
    errors: &mut InputErrors,
) {
    for student in instance.students.values() {
        if let Some(fixed) = student.fixed.filter(|&fixed| settings[fixed].is_empty()) {
            errors.add(
                Code::FixedNowhere,
                format!("{}.fixed", student.location),
                message!("problem-school", school = &instance.schools[fixed].id),
                message!("problem-school-with-setting"),
                message!("problem-choose-school-with-setting"),
            );
        }
    }
}
