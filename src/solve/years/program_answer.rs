//! Solving the compact program of a path, reading the path from its values, and naming its parts.

use super::goal::PathLevel;
use super::model::Opened;
use super::outcome::YearsOutcome;
use super::program::{PATH, YearPart, YearsProgram};
use super::schedule::Schedule;
use crate::base::{Id, IdVec};
use crate::model::candidates::OptionId;
use crate::model::formulation::{Label, Names, ProgramPart, Subject, VariableId};
use crate::plan::assignment::{Assignment, Placement};
use crate::solve::budget::Budget;
use crate::solve::mip::{self, MipOutcome, MipSettings, SolveError};

impl YearsProgram<'_> {
    /// Solves it; `None` where nothing was found in time.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn solve(
        &self,
        settings: MipSettings,
        budget: &Budget,
    ) -> Result<Option<YearsOutcome>, SolveError> {
        Ok(match mip::solve(&self.formulation, settings, budget, None, &|_| {})? {
            MipOutcome::Found(answer) => {
                let levels = self.model.goals.iter().zip(&answer.levels);
                let levels = levels.map(|(&goal, level)| PathLevel {
                    goal,
                    value: level.value,
                    bound: level.bound.max(goal.least()),
                });
                let best = Some(self.read(&answer.values));
                Some(YearsOutcome::of_levels(levels.collect(), best, true))
            }
            MipOutcome::Infeasible => Some(YearsOutcome::NOTHING),
            MipOutcome::NothingFound(_) => None,
        })
    }

    /// A name for a variable or row, such as `2028-2029.places.most[h1,tue]`, given the ids of the years.
    pub fn name(&self, part: ProgramPart, label: &Label, ids: &[String]) -> String {
        if label.rule == PATH {
            return match label.subject {
                Subject::Condition(number) => format!("{PATH}.{}[{number}]", label.kind),
                _ => format!("{PATH}.{}", label.kind),
            };
        }
        let begins = |year: &YearPart| match part {
            ProgramPart::Variable(id) => year.first.0 <= id.index(),
            ProgramPart::Row(id) => year.first.1 <= id.index(),
        };
        let year = self.years.iter().rposition(begins).unwrap_or(0);
        let instance = &self.model.years[year].core.problem.instance;
        let names = Names { instance, candidates: &self.years[year].candidates };
        format!("{}.{}", ids[year], names.label(label))
    }

    /// The path that some values describe.
    pub(super) fn read(&self, values: &IdVec<VariableId, i64>) -> (Schedule, Vec<Assignment>) {
        let model = self.model;
        let mut schedule = Schedule::empty(model);
        let mut years = Vec::with_capacity(self.years.len());
        for (year, part) in self.years.iter().enumerate() {
            let used = part.options.iter().filter(|option| values[part.used[*option]] == 1);
            let used: Vec<OptionId> = used.copied().collect();
            let path_option = &model.years[year].path_option;
            schedule.existing[year] =
                used.iter().copied().filter(|&option| path_option[option].is_none()).collect();
            let problem = model.years[year].core.problem;
            let clusters = used.iter().map(|&option| problem.options[option].as_used());
            let pairs = part.candidates.pairs.iter().map(|(id, pair)| Placement {
                student: pair.student,
                school: pair.school,
                count: values[part.assigned[id.index()]],
            });
            let placements = pairs.filter(|placement| placement.count > 0);
            years.push(Assignment::new(clusters.collect(), placements.collect()));
        }
        for (&(from, option), &opened) in &self.opened {
            if values[opened] == 1 {
                let is_used = |year: &usize| {
                    let at = model.options[option].at[*year];
                    let used = at.and_then(|at| self.years[*year].used.get(&at));
                    used.is_some_and(|&used| values[used] == 1)
                };
                let until = (from..model.years.len()).take_while(is_used).last().unwrap_or(from);
                schedule.opened.push(Opened { from, until, option });
            }
        }
        schedule.opened.sort_unstable();
        for (entry, entered) in schedule.entries.iter_mut().zip(&self.entered) {
            *entry = entered.iter().position(|&variable| values[variable] == 1);
        }
        (schedule, years)
    }
}
