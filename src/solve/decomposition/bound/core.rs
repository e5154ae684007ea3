//! The core of a problem: its admissible pairs with their prices, and its cluster options.
//!
//! It holds what the relaxation counts: prices of pairs, places, sizes of clusters, opening costs,
//! limits per owner. Other rules are left to the integer programs and to the check of every plan;
//! leaving them out can only lower a bound.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::share::ShareAim;
use crate::base::IdVec;
use crate::id_types;
use crate::instance::{ClusterId, Owner, SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::Setting;
use crate::plan::assignment::Origin;
use crate::problem::{Problem, Sieve};
use crate::rules::Sizes;

id_types! {
    /// A school in one setting: under a meeting day, or in the shell.
    pub SiteId;
    /// A board or network that has cluster options.
    pub OwnerId;
}

/// Students priced in one parallel batch: few, so that hardly any pair is held in memory twice.
const STUDENTS_AT_A_TIME: usize = 1_024;

/// A student entry, as the relaxation sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StudentEntry {
    /// Number of like students.
    pub count: i64,
    /// Cost of leaving one student out; `None` where the student must be placed.
    pub left_out: Option<i64>,
    /// Whether a place in a cluster makes the student a member, who counts towards its size.
    pub is_member: bool,
}

/// An admissible pair, as its site sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The student entry.
    pub student: StudentId,
    /// Price in points per student.
    pub price: i64,
}

/// A school in one setting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    /// The school.
    pub school: SchoolId,
    /// The setting.
    pub setting: Setting,
    /// The admissible pairs, by student.
    pub offers: Vec<Offer>,
}

/// The reason why an option must be used.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Requirement {
    /// It is a form of a kept cluster; exactly one form is used.
    Cluster(ClusterId),
    /// A branch has decided to use one of the options that begin with this one, or a question requires it.
    Decided(OptionId),
}

/// A cluster option.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoreOption {
    /// Its sites: its schools on its meeting day.
    pub sites: Vec<SiteId>,
    /// Opening cost, in points.
    pub opening: i64,
    /// Bounds on and target for its members.
    pub sizes: Sizes,
    /// Why this option, or another with the same reason, must be used; `None` if it is optional.
    pub kept: Option<Requirement>,
    /// The board or network that may form it.
    pub owner: OwnerId,
}

/// A board or network with cluster options.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OwnerOptions {
    /// Most clusters it may use; `None` without a limit.
    pub most: Option<i64>,
    /// Its options, in order.
    pub options: Vec<OptionId>,
}

/// Some of the options and pairs of a problem: a problem of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RestrictedProblem {
    /// The options, in order.
    pub options: Vec<OptionId>,
    /// The pairs of each site, by student. Sites in none of the options do not count.
    pub offers: IdVec<SiteId, Vec<Offer>>,
}

/// The core of a problem.
#[derive(Clone, Debug)]
pub struct Core<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// The students.
    pub entries: IdVec<StudentId, StudentEntry>,
    /// The sites.
    pub sites: IdVec<SiteId, Site>,
    /// The sites in the shell.
    pub shell: Vec<SiteId>,
    /// The cluster options, with the ids of the problem.
    pub options: IdVec<OptionId, CoreOption>,
    /// The owners of options.
    pub owners: IdVec<OwnerId, OwnerOptions>,
    /// Cost of each member above or below the target, in points.
    pub off_target: i64,
    /// Multiplier of the limit on changes: contained in the prices of pairs and of leaving out.
    pub change_multiplier: i64,
    /// A constant that is added to the cost of every plan.
    pub constant: i64,
    /// No plan leaves out fewer students than this, as far as is proven.
    pub least_left_out: i64,
    /// The cover row; `None` without members or options.
    pub cover: Option<Cover>,
    /// The number of students in clusters that is aimed at, where there is one.
    pub share: Option<ShareAim>,
}

/// The cover row: all clusters together have room for the members who are in one.
///
/// With `D` members in all, at most `M` in a cluster, and `L` members in no cluster, `x` clusters satisfy
/// `M x + L >= D`. As `x` is whole, mixed-integer rounding (Nemhauser and Wolsey, 1988) strengthens that to
/// `x + L / r >= ceil(D / M)`, where `r = D - M (ceil(D / M) - 1)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cover {
    /// `ceil(D / M)`: the clusters that are needed to place everyone.
    pub clusters: i64,
    /// `r`, from 1 to `M`: members of the last of these clusters, were the others full.
    pub remainder: i64,
}

impl<'a> Core<'a> {
    /// The core of a problem: every admissible pair is priced once.
    pub fn of(problem: &'a Problem) -> Self {
        let (mut sites, site_of) = sites(problem);
        fill(problem, &site_of, &mut sites);
        let in_shell = |(id, site): (SiteId, &Site)| (site.setting == Setting::Shell).then_some(id);
        let shell = sites.iter().filter_map(in_shell).collect();
        let (options, owners) = choices(problem, &site_of);
        let off_target = problem.rulebook.cluster_size.as_ref().filter(|_| problem.weights.points);
        let entries = entries(problem);
        let cover = cover(&entries, &options);
        Self {
            problem,
            entries,
            sites,
            shell,
            options,
            owners,
            off_target: off_target.map_or(0, |rule| rule.worth_km.points().0),
            change_multiplier: 0,
            constant: 0,
            least_left_out: 0,
            cover,
            share: problem.least_in_clusters().map(|need| ShareAim { need, each: None }),
        }
    }

    /// The same core when only the number of students left out counts, each at a price of `unit`.
    #[must_use]
    pub fn counting_left_out(&self, unit: i64) -> Self {
        let mut core = self.clone();
        for site in core.sites.values_mut() {
            for offer in &mut site.offers {
                offer.price = 0;
            }
        }
        for entry in core.entries.values_mut() {
            entry.left_out = entry.left_out.map(|_| unit);
        }
        for option in core.options.values_mut() {
            option.opening = 0;
            option.sizes.below_min = option.sizes.below_min.map(|_| 0);
        }
        Self { off_target: 0, change_multiplier: 0, constant: 0, share: None, ..core }
    }

    /// The places of all schools of an option.
    pub fn places_of(&self, choice: &CoreOption) -> i64 {
        choice.sites.iter().map(|&site| self.places(site)).sum()
    }

    /// The same core with a multiplier on changes against the earlier plan, of which `most` are
    /// allowed. Each change costs the multiplier, and `most` times as much is given back, so that
    /// no plan within the limit costs more than before.
    #[must_use]
    pub fn with_change_multiplier(&self, change_multiplier: i64, most: i64) -> Self {
        let mut core = self.clone();
        core.change_multiplier = change_multiplier;
        core.constant = -change_multiplier * most;
        for site in core.sites.values_mut() {
            for offer in &mut site.offers {
                offer.price +=
                    self.problem.changes_each(offer.student, site.school) * change_multiplier;
            }
        }
        for (id, entry) in self.entries.iter() {
            let each = i64::from(self.problem.instance.home(id).is_some());
            core.entries[id].left_out =
                entry.left_out.map(|price| price + each * change_multiplier);
        }
        core
    }

    /// Price of a pair without the multiplier of the limit on changes.
    pub fn price(&self, school: SchoolId, offer: &Offer) -> i64 {
        offer.price - self.problem.changes_each(offer.student, school) * self.change_multiplier
    }

    /// The same core, of whose options and pairs only those of a restricted problem remain.
    #[must_use]
    pub fn within(&self, restricted: &RestrictedProblem) -> Self {
        let mut core = self.clone();
        for (site, offers) in core.sites.values_mut().zip(restricted.offers.values()) {
            site.offers.clone_from(offers);
        }
        for owned in core.owners.values_mut() {
            owned.options.retain(|option| restricted.options.binary_search(option).is_ok());
        }
        core
    }

    /// The same core, of whose options exactly one of each group is used, and any of some others.
    #[must_use]
    pub fn choosing(&self, groups: &[Vec<OptionId>], free: &[OptionId]) -> Self {
        let mut core = self.clone();
        for owned in core.owners.values_mut() {
            owned.options.clear();
        }
        for group in groups {
            for &option in group {
                core.options[option].kept = Some(Requirement::Decided(group[0]));
                core.owners[core.options[option].owner].options.push(option);
            }
        }
        for &option in free {
            core.owners[core.options[option].owner].options.push(option);
        }
        for owned in core.owners.values_mut() {
            owned.options.sort_unstable();
        }
        core
    }

    /// The schools of an option.
    pub fn schools(&self, choice: &CoreOption) -> Vec<SchoolId> {
        choice.sites.iter().map(|&site| self.sites[site].school).collect()
    }

    /// The number of pairs.
    pub fn pairs(&self) -> usize {
        self.sites.values().map(|site| site.offers.len()).sum()
    }

    /// Whether placing students in given clusters is a flow: all students are members.
    pub fn is_flow(&self) -> bool {
        self.entries.values().all(|entry| entry.is_member)
    }

    /// Whether the clusters are given: each is kept and has one meeting day.
    pub fn is_decided(&self) -> bool {
        let kept: BTreeSet<Requirement> =
            self.options.values().filter_map(|choice| choice.kept).collect();
        kept.len() == self.options.len()
    }

    /// The places of a site's school.
    pub fn places(&self, site: SiteId) -> i64 {
        self.problem.instance.schools[self.sites[site].school].places
    }

    /// Cost of a number of members above or below the target, and below the minimum where that has a price. Both
    /// are convex in the number, since the minimum is not above the target.
    pub fn size_cost(&self, sizes: &Sizes, members: i64) -> i64 {
        self.off_target * (members - sizes.target).abs() + sizes.lacking_cost(members)
    }

    /// The most that one more member is worth to the size of a cluster.
    pub fn most_worth_of_member(&self) -> i64 {
        let below = self.options.values().filter_map(|choice| choice.sizes.below_min);
        self.off_target + below.max().unwrap_or(0)
    }
}

type SiteOf = BTreeMap<(SchoolId, Setting), SiteId>;

fn sites(problem: &Problem) -> (IdVec<SiteId, Site>, SiteOf) {
    let mut sites = IdVec::default();
    let mut site_of = SiteOf::new();
    for (school, settings) in problem.settings.iter() {
        for &setting in settings {
            let site = sites.push(Site { school, setting, offers: Vec::new() });
            site_of.insert((school, setting), site);
        }
    }
    (sites, site_of)
}

fn fill(problem: &Problem, site_of: &SiteOf, sites: &mut IdVec<SiteId, Site>) {
    let sieve = Sieve::new(problem);
    let students: Vec<StudentId> = problem.instance.students.ids().collect();
    for some in students.chunks(STUDENTS_AT_A_TIME) {
        let priced: Vec<_> = some
            .par_iter()
            .map(|&student| {
                let pairs = sieve.pairs_of(student).into_iter();
                pairs.map(|pair| (site_of[&(pair.school, pair.setting)], pair.price.0)).collect()
            })
            .collect::<Vec<Vec<(SiteId, i64)>>>();
        for (&student, pairs) in some.iter().zip(priced) {
            for (site, price) in pairs {
                sites[site].offers.push(Offer { student, price });
            }
        }
    }
}

fn entries(problem: &Problem) -> IdVec<StudentId, StudentEntry> {
    let instance = &problem.instance;
    let entries = instance.students.iter().map(|(id, student)| StudentEntry {
        count: student.count,
        left_out: match student.fixed {
            Some(_) if problem.conventions.locks => None,
            _ if problem.must_be_placed(id) => None,
            _ => Some(problem.price_of_leaving_out(id).0),
        },
        is_member: instance.in_community(id),
    });
    entries.collect()
}

fn choices(
    problem: &Problem,
    site_of: &SiteOf,
) -> (IdVec<OptionId, CoreOption>, IdVec<OwnerId, OwnerOptions>) {
    let instance = &problem.instance;
    let mut owners = IdVec::<OwnerId, OwnerOptions>::default();
    let mut owner_of = BTreeMap::<Owner, OwnerId>::new();
    let mut choices = IdVec::default();
    for (id, option) in problem.options.iter() {
        let owner = option.owner(instance);
        let owner = *owner_of.entry(owner).or_insert_with(|| {
            let most = problem.rulebook.forming().most_clusters(instance, owner);
            owners.push(OwnerOptions { most, options: Vec::new() })
        });
        let setting = Setting::Meeting(option.meeting_day);
        let kept = match option.origin {
            Origin::Existing(cluster) if instance.clusters[cluster].keep => {
                Some(Requirement::Cluster(cluster))
            }
            _ if problem.conditions.iter().any(|condition| condition.keeps(option)) => {
                Some(Requirement::Decided(id))
            }
            _ => None,
        };
        let id = choices.push(CoreOption {
            sites: option.schools.iter().map(|&school| site_of[&(school, setting)]).collect(),
            opening: problem.price_of_opening(option).0,
            sizes: problem.weighed_sizes(option.origin),
            kept,
            owner,
        });
        owners[owner].options.push(id);
    }
    (choices, owners)
}

fn cover(
    entries: &IdVec<StudentId, StudentEntry>,
    options: &IdVec<OptionId, CoreOption>,
) -> Option<Cover> {
    let members: i64 =
        entries.values().filter(|entry| entry.is_member).map(|entry| entry.count).sum();
    let most = options.values().map(|option| option.sizes.max).max().filter(|&most| most > 0)?;
    if members == 0 {
        return None;
    }
    let clusters = (members - 1) / most + 1;
    Some(Cover { clusters, remainder: members - most * (clusters - 1) })
}
