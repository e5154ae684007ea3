//! What the model of several years says of clusters and limits that depend on which boards have entered and what was
//! open before.

use std::collections::BTreeSet;

use super::model::WidestYears;
use crate::base::IdVec;
use crate::instance::{Owner, SchoolId};
use crate::model::candidates::OptionId;
use crate::plan::assignment::Origin;
use crate::solve::years::{PathOption, PathOptionId, SharedLimit, WaitingCluster, YearModel};

impl WidestYears<'_> {
    /// The existing clusters of a year that take part, or not, by what is decided.
    pub(super) fn waiting_clusters(
        &self,
        at: usize,
        options: &IdVec<PathOptionId, PathOption>,
        candidates: &[usize],
    ) -> Vec<WaitingCluster> {
        let ids_of = |year: usize, option: OptionId| -> BTreeSet<&str> {
            let problem = &self.problems[year];
            let id = |school: &SchoolId| problem.instance.schools[*school].id.as_str();
            problem.options[option].schools.iter().map(id).collect()
        };
        let problem = &self.problems[at];
        let with = |year: usize, school: &str| -> Vec<PathOptionId> {
            let has = options.iter().filter(|(_, option)| {
                option.at[year].is_some_and(|option| ids_of(year, option).contains(school))
            });
            has.map(|(id, _)| id).collect()
        };
        let waiting = self.waiting[at].iter().map(|waiting| {
            let forms = problem
                .options
                .iter()
                .filter(|(_, option)| option.origin == Origin::Existing(waiting.cluster));
            let needs = candidates.iter().enumerate().filter(|(_, candidate)| {
                waiting.boards.contains(&self.path.candidates[**candidate].board)
            });
            let before = at.checked_sub(1);
            let taken_by = waiting.schools.iter().filter_map(|school| Some(with(before?, school)));
            let meanwhile: BTreeSet<PathOptionId> =
                waiting.schools.iter().flat_map(|school| with(at, school)).collect();
            WaitingCluster {
                forms: forms.map(|(id, _)| id).collect(),
                needs: needs.map(|(entrant, _)| entrant).collect(),
                keep: waiting.keep,
                taken_by: taken_by.collect(),
                meanwhile: meanwhile.into_iter().collect(),
            }
        });
        waiting.collect()
    }

    /// The limits on clusters to which boards that may enter contribute.
    pub(super) fn shared_limits(
        &self,
        at: usize,
        year: &YearModel,
        candidates: &[usize],
    ) -> Vec<SharedLimit> {
        let problem = &self.problems[at];
        let instance = &problem.instance;
        let limits = year.core.owners.iter().filter_map(|(owner, owned)| {
            let most = owned.most?;
            let of_options = problem.options[*owned.options.first()?].owner(instance);
            let Owner::Network(network) = of_options else { return None };
            let boards = candidates.iter().enumerate().filter_map(|(entrant, &candidate)| {
                let id = &self.path.candidates[candidate].board;
                let mut boards = instance.boards.values();
                let own = boards.find(|board| board.id == *id)?;
                let counts = own.network == Some(network) && own.takes_part();
                counts.then_some((entrant, own.max_clusters))
            });
            let boards: Vec<(usize, i64)> = boards.collect();
            (!boards.is_empty()).then_some(SharedLimit { owner, most, boards })
        });
        limits.collect()
    }
}
