//! The model of several years: a core per year, and what ties the years together.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::goal::PathGoal;
use crate::base::{Euros, IdVec};
use crate::id_types;
use crate::instance::{Finance, SchoolId};
use crate::model::candidates::OptionId;
use crate::problem::Problem;
use crate::solve::decomposition::bound::core::{Core, OwnerId, SiteId};
use crate::solve::decomposition::bound::share::ShareAim;

id_types! {
    /// A set of schools with a meeting day that may be opened as a cluster in one year or another.
    pub PathOptionId;
}

/// A set of schools with a meeting day, in every year in which it may be a cluster.
#[derive(Clone, Debug)]
pub struct PathOption {
    /// The option of each year; `None` in years in which it is none, also not as a cluster opened before.
    pub at: Vec<Option<OptionId>>,
    /// What opening it costs in each year, in points; `None` where it may not be opened.
    pub opening: Vec<Option<i64>>,
    /// The boards that must have entered before it is used.
    pub needs: Vec<usize>,
}

/// One year of a path.
#[derive(Clone, Debug)]
pub struct YearModel<'a> {
    /// The core, in which every board that may have entered takes part, and opening a cluster is free: what it
    /// costs is in [`PathOption::opening`].
    pub core: Core<'a>,
    /// What a point of this year counts for.
    pub weight: i64,
    /// The path option of each new cluster option; `None` for a form of an existing cluster.
    pub path_option: IdVec<OptionId, Option<PathOptionId>>,
    /// The boards that must have entered before a form of an existing cluster is used.
    pub needs: IdVec<OptionId, Vec<usize>>,
    /// The existing clusters that take part, or not, by what is decided.
    pub waiting: Vec<WaitingCluster>,
    /// The limits on clusters that grow as boards enter.
    pub shared: Vec<SharedLimit>,
    /// What the year may cost in euros; `None` without a limit, or where that is a row of the year's own program.
    pub money: Option<MoneyAim>,
}

/// An existing cluster that takes part in a year once certain boards have entered, and if no cluster that was open the
/// year before has one of its schools. While it takes part no other cluster opens with its schools.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingCluster {
    /// Its forms, one per meeting day.
    pub forms: Vec<OptionId>,
    /// The boards that must have entered.
    pub needs: Vec<usize>,
    /// Whether it must be used when it takes part.
    pub keep: bool,
    /// For each of its schools, the clusters that may have been open with that school the year before.
    pub taken_by: Vec<Vec<PathOptionId>>,
    /// The clusters that may open with its schools while it takes no part.
    pub meanwhile: Vec<PathOptionId>,
}

/// A limit on the clusters of an owner to which some boards contribute only once they have entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SharedLimit {
    /// The owner.
    pub owner: OwnerId,
    /// The most clusters that it may use when all boards have entered.
    pub most: i64,
    /// The boards that may enter, with what each contributes.
    pub boards: Vec<(usize, i64)>,
}

/// The most that a year may cost, net.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoneyAim {
    /// The most.
    pub limit: Euros,
    /// The prices and the grant.
    pub finance: Finance,
    /// Whom the grant counts.
    pub counted: CountedYear,
}

/// The students in clusters whom a grant counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CountedYear {
    /// Those of one of the years.
    Of(usize),
    /// This many, of a year before all of these.
    Known(i64),
}

/// A board that may enter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entrant {
    /// The first year in which it may enter.
    pub earliest: usize,
    /// The last year in which it may; `None` where it need not enter.
    pub latest: Option<usize>,
    /// What entering costs, in points.
    pub worth: i64,
    /// In each year, the owner that is this board alone, if it has options.
    pub owner: Vec<Option<OwnerId>>,
    /// In each year, its schools in the shell while it has entered, where it enters the shell.
    pub shell: Vec<Vec<SiteId>>,
    /// In each year, its schools in the shell until it enters, where it is in the shell before.
    pub shell_before: Vec<Vec<SiteId>>,
}

/// Several years, and what ties them together.
#[derive(Clone, Debug)]
pub struct YearsModel<'a> {
    /// The years in order.
    pub years: Vec<YearModel<'a>>,
    /// The clusters that may be opened.
    pub options: IdVec<PathOptionId, PathOption>,
    /// The boards that may enter.
    pub entrants: Vec<Entrant>,
    /// The years that an opened cluster is used at least, unless the path ends before; `None`: to the end.
    pub stay: Option<usize>,
    /// The most boards that enter a year.
    pub most_entries: Option<i64>,
    /// The most clusters that are opened a year.
    pub most_new: Option<i64>,
    /// The most clusters that a board or network opens a year.
    pub most_new_each: Option<i64>,
    /// What is minimised, one after the other.
    pub goals: Vec<PathGoal>,
}

/// A cluster that a path opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// The year in which it is opened.
    pub from: usize,
    /// The last year in which it is used.
    pub until: usize,
    /// What is opened.
    pub option: PathOptionId,
}

impl Opened {
    /// Whether it is used in a year.
    pub fn covers(&self, year: usize) -> bool {
        (self.from..=self.until).contains(&year)
    }
}

impl YearsModel<'_> {
    /// The same years without shares to reach.
    #[must_use]
    pub fn without_shares(&self) -> Self {
        let mut same = self.clone();
        for year in &mut same.years {
            year.core.share = None;
        }
        same
    }

    /// The pairs of all years together.
    pub fn pairs(&self) -> usize {
        self.years.iter().map(|year| year.core.pairs()).sum()
    }

    /// Whether a cluster opened in one year may be used for the last time in another: it has stayed long enough, or
    /// is not there any more in the year after.
    pub fn may_end(&self, option: PathOptionId, from: usize, until: usize) -> bool {
        let is_gone = self.options[option].at.get(until + 1).is_none_or(Option::is_none);
        is_gone || self.stay.is_some_and(|stay| until + 1 >= from + stay)
    }

    /// The owner of a path option in a year in which it is an option.
    pub fn owner(&self, option: PathOptionId, year: usize) -> Option<OwnerId> {
        let at = self.options[option].at[year]?;
        Some(self.years[year].core.options[at].owner)
    }

    /// Whether an owner may use any cluster in a year besides those that it must.
    pub fn has_room(&self, year: usize, owner: OwnerId) -> bool {
        let core = &self.years[year].core;
        let owned = &core.owners[owner];
        let kept = owned.options.iter().filter_map(|&option| core.options[option].kept);
        let kept: BTreeSet<_> = kept.collect();
        owned.most.is_none_or(|most| most > kept.len() as i64)
    }

    /// The schools of an option in a year.
    pub fn schools(&self, year: usize, option: OptionId) -> BTreeSet<SchoolId> {
        let core = &self.years[year].core;
        core.schools(&core.options[option]).into_iter().collect()
    }

    /// The first year in which a path option may be used, for what its boards allow.
    pub fn earliest(&self, needs: &[usize]) -> usize {
        needs.iter().map(|&entrant| self.entrants[entrant].earliest).max().unwrap_or(0)
    }
}

/// The core of a year, in which opening a cluster is free.
pub fn core_of(problem: &Problem, share: Option<ShareAim>) -> Core<'_> {
    let mut core = Core::of(problem);
    for (id, _) in problem.options.iter().filter(|(_, option)| option.is_new()) {
        core.options[id].opening = 0;
    }
    Core { share, ..core }
}
