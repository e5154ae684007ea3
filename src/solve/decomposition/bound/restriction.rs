//! Choosing the options and pairs of a restricted problem.

use std::collections::BTreeMap;

use super::core::{Core, Offer, RestrictedProblem, SiteId};
use super::multipliers::{Multipliers, rent};
use crate::base::{IdVec, Points};
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::{Candidates, OptionId, Pair};
use crate::plan::Setting;
use crate::plan::assignment::Assignment;

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
                let pairs = &mut of_student[offer.student];
                pairs.push((offer.price + rent, id, offer.price));
                // Now and then, so that no more than twice as many are held of each student.
                if pairs.len() == 2 * per_student {
                    keep_least(pairs, per_student);
                }
            }
        }
        let mut offers = IdVec::filled(Vec::new(), core.sites.len());
        for student in core.entries.ids() {
            let pairs = &mut of_student[student];
            keep_least(pairs, per_student);
            for &(_, site, price) in pairs.iter() {
                offers[site].push(Offer { student, price });
            }
        }
        Self { options: options.to_vec(), offers }
    }

    /// This restricted problem with the pairs of each site that cost least, where they are not in it.
    #[must_use]
    pub fn with_cheapest_of_sites(
        mut self,
        core: &Core,
        multipliers: &Multipliers,
        per_site: usize,
    ) -> Self {
        for (id, site) in core.sites.iter() {
            let reduced =
                |offer: &Offer| (offer.price - multipliers.student[offer.student], offer.student);
            let mut cheapest = site.offers.clone();
            if per_site < cheapest.len() {
                cheapest.select_nth_unstable_by_key(per_site, reduced);
                cheapest.truncate(per_site);
            }
            self.add(id, cheapest);
        }
        self
    }

    /// Adds the pairs of a plan, where they are not in it.
    pub fn add_pairs_of(&mut self, core: &Core, plan: &Assignment) {
        let settings = plan.settings();
        let mut placed: BTreeMap<(SchoolId, Setting), Vec<StudentId>> = BTreeMap::new();
        for placement in &plan.placements {
            let school = placement.school;
            let setting = settings.get(&school).copied().unwrap_or(Setting::Shell);
            placed.entry((school, setting)).or_default().push(placement.student);
        }
        for (id, site) in core.sites.iter() {
            let Some(students) = placed.get(&(site.school, site.setting)) else { continue };
            let is_here = |offer: &Offer| students.contains(&offer.student);
            self.add(id, site.offers.iter().copied().filter(is_here));
        }
    }

    /// Adds pairs of a site, where they are not in it.
    fn add(&mut self, site: SiteId, more: impl IntoIterator<Item = Offer>) {
        let offers = &mut self.offers[site];
        offers.extend(more);
        offers.sort_unstable_by_key(|offer| offer.student);
        offers.dedup_by_key(|offer| offer.student);
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

/// Keeps the least of some values, in any order.
fn keep_least<T: Ord>(values: &mut Vec<T>, number: usize) {
    if number < values.len() {
        values.select_nth_unstable(number);
        values.truncate(number);
    }
}
