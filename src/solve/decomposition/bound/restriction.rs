//! Choosing the options and pairs of a restricted problem.

use super::core::{Core, Offer, RestrictedProblem, SiteId};
use super::multipliers::{Multipliers, rent};
use crate::base::{IdVec, Points};
use crate::instance::StudentId;
use crate::model::candidates::{Candidates, OptionId, Pair};

impl RestrictedProblem {
    /// Some options, with the cheapest pairs of each student under given multipliers.
    pub fn cheapest(
        core: &Core,
        multipliers: &Multipliers,
        options: &[OptionId],
        per_student: usize,
    ) -> Self {
        let mut is_open = IdVec::<SiteId, bool>::filled(false, core.sites.len());
        let open = options.iter().flat_map(|&option| &core.options[option].sites);
        for &site in open.chain(&core.shell) {
            is_open[site] = true;
        }
        let mut of_student: IdVec<StudentId, Vec<(i64, SiteId, i64)>> =
            IdVec::filled(Vec::new(), core.entries.len());
        for (id, site) in core.sites.iter().filter(|&(id, _)| is_open[id]) {
            let rent = rent(site, multipliers);
            for offer in &site.offers {
                of_student[offer.student].push((offer.price + rent, id, offer.price));
            }
        }
        let mut offers = IdVec::filled(Vec::new(), core.sites.len());
        for student in core.entries.ids() {
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

    /// The whole problem.
    pub fn all(core: &Core) -> Self {
        Self {
            options: core.options.ids().collect(),
            offers: core.sites.values().map(|site| site.offers.clone()).collect(),
        }
    }

    /// Number of pairs.
    pub fn pairs(&self) -> usize {
        self.offers.values().map(Vec::len).sum()
    }

    /// The candidates for an integer program.
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
