//! The best disjoint options of an owner against all sets of them.

use std::collections::BTreeMap;

use super::oracle::sets_among;
use super::{Draws, instances};
use crate::base::IdVec;
use crate::model::candidates::OptionId;
use crate::solve::decomposition::bound::core::{Core, OwnerId};
use crate::solve::decomposition::bound::packing::Packer;

const INSTANCES: usize = 400;

/// An owner's options with drawn values.
struct Case<'a> {
    core: &'a Core<'a>,
    owner: OwnerId,
    values: BTreeMap<OptionId, Option<i64>>,
}

impl Case<'_> {
    fn packer(&self) -> Option<Packer<'_>> {
        let values: Vec<Option<i64>> = self.values.values().copied().collect();
        Packer::new(self.core, self.owner, &values)
    }

    /// The least value of all packings if the owner may use `fewer` options less; if `with` is given, only of
    /// those with that option, at that value.
    fn least(&self, fewer: i64, with: Option<(OptionId, i64)>) -> Option<i64> {
        let options: Vec<OptionId> = self.values.keys().copied().collect();
        let owned = &self.core.owners[self.owner];
        let most = owned.most.unwrap_or(options.len() as i64) - fewer;
        let mut limits = IdVec::filled(None, self.core.owners.len());
        limits[self.owner] = Some(most);
        let sets = sets_among(self.core, &options, &limits).into_iter();
        let sets = sets.filter(|set| with.is_none_or(|(option, _)| set.contains(&option)));
        let worth = |&option: &OptionId| match with {
            Some((one, value)) if one == option => Some(value),
            _ => self.values[&option],
        };
        sets.filter_map(|set| set.iter().map(worth).sum()).min()
    }
}

fn each(first_seed: u64, mut see: impl FnMut(&Case, &mut Draws)) {
    for (seed, problem) in instances::problems(first_seed, INSTANCES) {
        let core = Core::of(&problem);
        let draws = &mut Draws::new(seed);
        for owner in core.owners.ids() {
            let options = core.owners[owner].options.iter();
            let value =
                |draws: &mut Draws| (!draws.percent(10)).then(|| draws.between(-1_000, 200));
            let values = options.map(|&option| (option, value(draws))).collect();
            see(&Case { core: &core, owner, values }, draws);
        }
    }
}

#[test]
fn the_best_packing_is_the_best_of_all_sets() {
    let (mut packed, mut impossible, mut limited, mut kept) = (0, 0, 0, 0);
    each(10_000, |case, _| {
        let Some(packer) = case.packer() else {
            assert_eq!(case.least(0, None), None);
            impossible += 1;
            return;
        };
        let packing = packer.best();
        assert_eq!(Some(packing.bound), case.least(0, None));
        assert_eq!(
            packing.options.iter().map(|one| case.values[one]).sum::<Option<i64>>(),
            Some(packing.bound)
        );
        let most = case.core.owners[case.owner].most;
        limited += u32::from(most == Some(packing.options.len() as i64));
        // A kept cluster that may meet on either of two days is used once.
        let choices = packing.options.iter().map(|&option| &case.core.options[option]);
        let of_two = choices.filter_map(|choice| choice.kept).filter(|&cluster| {
            let forms = case.core.options.values();
            forms.filter(|choice| choice.kept == Some(cluster)).count() == 2
        });
        kept += of_two.count();
        packed += 1;
    });
    let seen = (packed, impossible, limited, kept);
    assert!(packed > 200 && impossible > 5 && limited > 50 && kept > 20, "{seen:?}");
}

#[test]
fn a_packing_with_one_option_is_bounded_by_the_best_of_those() {
    let (mut possible, mut impossible) = (0, 0);
    each(20_000, |case, draws| {
        let Some(packer) = case.packer() else { return };
        let one_less = packer.one_less();
        for &option in case.values.keys() {
            let value = draws.between(-1_500, 1_500);
            let least = case.least(0, Some((option, value)));
            assert_eq!(packer.bound_with(option, value), least, "{option:?}");
            let Some(least) = least else {
                impossible += 1;
                continue;
            };
            possible += 1;
            assert!(packer.quick_bound_with(option, value, one_less) <= least, "{option:?}");
        }
    });
    assert!(possible > 500 && impossible > 20, "{possible}, {impossible}");
}

#[test]
fn one_option_less_is_packed_as_well_as_can_be() {
    let mut seen = 0;
    each(30_000, |case, _| {
        let Some(packer) = case.packer() else { return };
        if let Some(least) = case.least(1, None) {
            assert_eq!(packer.one_less(), least);
            seen += 1;
        }
    });
    assert!(seen > 200, "{seen}");
}
