//! A part of a problem: some of its options and pairs, as a program of its own.

use super::complete::complete;
use super::content::rent;
use super::core::{Core, Offer, SiteId};
use super::prices::Prices;
use crate::base::{IdVec, Points};
use crate::instance::StudentId;
use crate::model::candidates::{Candidates, OptionId, Pair};
use crate::model::formulation::Purpose;
use crate::plan::assignment::Assignment;
use crate::problem::assignment_of;
use crate::solve::budget::Budget;
use crate::solve::mip::{self, Ending, LevelAnswer, MipOutcome, MipSettings, Progress, SolveError};

/// Some of the options and pairs of a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The options, in order.
    pub options: Vec<OptionId>,
    /// Who may come to each site, by student. Sites in none of the options do not count.
    pub offers: IdVec<SiteId, Vec<Offer>>,
}

/// What came of a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Solved {
    /// A plan of the part.
    Plan {
        /// The plan.
        assignment: Assignment,
        /// What it costs, by all rules.
        value: i64,
        /// No plan of the part costs less.
        bound: i64,
        /// Why the search ended.
        ending: Ending,
    },
    /// The part has no plan.
    Infeasible,
    /// The search ended before it found a plan.
    Nothing(Ending),
}

impl Part {
    /// Some options, with the pairs that are cheapest for each student under prices.
    pub fn cheapest(
        core: &Core,
        prices: &Prices,
        options: &[OptionId],
        per_student: usize,
    ) -> Self {
        let mut is_open = IdVec::<SiteId, bool>::filled(false, core.sites.len());
        let open = options.iter().flat_map(|&option| &core.options[option].sites);
        for &site in open.chain(&core.shell) {
            is_open[site] = true;
        }
        let mut of_student: IdVec<StudentId, Vec<(i64, SiteId, i64)>> =
            IdVec::filled(Vec::new(), core.people.len());
        for (id, site) in core.sites.iter().filter(|&(id, _)| is_open[id]) {
            let rent = rent(site, prices);
            for offer in &site.offers {
                of_student[offer.student].push((offer.price + rent, id, offer.price));
            }
        }
        let mut offers = IdVec::filled(Vec::new(), core.sites.len());
        for student in core.people.ids() {
            let pairs = &mut of_student[student];
            if per_student < pairs.len() {
                pairs.select_nth_unstable(per_student);
                pairs.truncate(per_student);
            }
            for &(_, site, price) in pairs.iter() {
                offers[site].push(Offer { student, price });
            }
        }
        Self { options: options.to_vec(), offers }
    }

    /// All of it.
    pub fn all(core: &Core) -> Self {
        Self {
            options: core.options.ids().collect(),
            offers: core.sites.values().map(|site| site.offers.clone()).collect(),
        }
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.offers.values().map(Vec::len).sum()
    }

    /// The best plan of the part, under all rules. `start` is a plan to begin with.
    ///
    /// # Errors
    /// When the solver is at fault.
    pub fn solve(
        &self,
        core: &Core,
        settings: MipSettings,
        budget: &Budget,
        start: Option<&Assignment>,
        watch: &(dyn Fn(&Progress) + Sync),
    ) -> Result<Solved, SolveError> {
        let candidates = self.candidates(core);
        let formulation = core.problem.formulate(&candidates, Purpose::Plan);
        let start =
            start.and_then(|plan| complete(&candidates, &formulation, plan, settings.solver));
        Ok(match mip::solve(&formulation, settings, budget, start.as_ref(), watch)? {
            MipOutcome::Found(answer) => {
                let level = answer.levels[0];
                let assignment = assignment_of(&candidates, &formulation, &answer.values);
                Solved::Plan {
                    value: value_of(core, &assignment, &level),
                    assignment,
                    bound: level.bound,
                    ending: answer.ending,
                }
            }
            MipOutcome::Infeasible => Solved::Infeasible,
            MipOutcome::NothingFound(ending) => Solved::Nothing(ending),
        })
    }

    /// The candidates of the part.
    pub fn candidates(&self, core: &Core) -> Candidates {
        let problem = core.problem;
        let options: Vec<_> =
            self.options.iter().map(|&option| problem.options[option].clone()).collect();
        let mut is_open = IdVec::<SiteId, bool>::filled(false, core.sites.len());
        let open = self.options.iter().flat_map(|&option| &core.options[option].sites);
        for &site in open.chain(&core.shell) {
            is_open[site] = true;
        }
        let mut pairs = Vec::with_capacity(self.pairs());
        for (id, offers) in self.offers.iter().filter(|&(id, _)| is_open[id]) {
            let site = &core.sites[id];
            pairs.extend(offers.iter().map(|offer| Pair {
                student: offer.student,
                school: site.school,
                setting: site.setting,
                journey: problem.instance.journey(offer.student, site.school),
                price: Points(core.price(site.school, offer)),
            }));
        }
        problem.candidates_among(options.into(), pairs)
    }
}

/// What a plan costs. Where a solve ended early, the program may count more than is so, such as
/// members both above and below a target; where the two disagree otherwise, the program's word is
/// kept, for the independent check to find.
fn value_of(core: &Core, assignment: &Assignment, level: &LevelAnswer) -> i64 {
    let assessment = core.problem.assess(&core.problem.tally(assignment));
    let value = assessment.total().0;
    if (level.bound..=level.value).contains(&value) { value } else { level.value }
}
