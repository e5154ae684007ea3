//! The answer as a document: `"format": "plaatswijzer/sites/1"`.

use serde::Serialize;

use super::basis::Basis;
use super::owner_search::{OwnerSearch, RankedOption};
use crate::input::to_pretty_json;
use crate::instance::{Day, Instance, SchoolId};
use crate::plan::InstanceReference;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::questions::{KeyFigureChanges, KeyFigures, ProvenScore};

/// The value of one more cluster and of one more place.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Sites {
    /// The format of this document.
    pub format: &'static str,
    /// The instance of the question.
    pub instance: InstanceReference,
    /// The best plan of the unchanged instance.
    pub base: BasePlan,
    /// The new clusters of each board or network: boards first, each in the order of their ids.
    pub owners: Vec<OwnerSites>,
    /// The best new clusters of all owners, best first.
    pub ranking: Vec<RankedSite>,
    /// The value of one more place.
    pub places: PlaceValues,
}

/// The best plan of the unchanged instance.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BasePlan {
    /// Its score and bound.
    #[serde(flatten)]
    pub proven: ProvenScore,
    /// The clusters that it uses.
    pub clusters: Vec<ClusterReference>,
    /// Its key figures.
    pub figures: KeyFigures,
}

/// A cluster by its id, schools and day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ClusterReference {
    /// Its id in the plan.
    pub id: String,
    /// The ids of its schools.
    pub schools: Vec<String>,
    /// Its meeting day.
    pub meeting_day: Day,
}

/// The new clusters that one board or network could form.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OwnerSites {
    /// The id of the board or network.
    pub owner: String,
    /// The name of the board or network.
    pub name: String,
    /// The limit on its clusters in the instance; `null` if there is none.
    pub max_clusters: Option<i64>,
    /// Number of new clusters it could form, besides those of the base plan.
    pub options: usize,
    /// Number of those that were searched, or whose bound shows that they need not be.
    pub settled: usize,
    /// The best plan if its limit is raised by one, whichever cluster that is used for; absent if the time
    /// ran out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raised: Option<ProvenScore>,
    /// The value of the raised limit: the score of that plan minus that of the base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<i64>,
    /// Its best new clusters, best first.
    pub ranking: Vec<ClusterSite>,
    /// A lower bound on the score of a plan with any other new cluster; absent if there is no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others_bound: Option<i64>,
    /// Whether the ranking is exact: its plans are optimal and no other new cluster is better.
    pub proven: bool,
}

/// A new cluster and the best plan that uses it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ClusterSite {
    /// The schools of the cluster.
    pub schools: Vec<SchoolReference>,
    /// The meeting day.
    pub meeting_day: Day,
    /// The score of the plan and its bound.
    #[serde(flatten)]
    pub proven: ProvenScore,
    /// The score of the plan minus that of the base: negative is better.
    pub difference: i64,
    /// The key figures of the plan.
    pub figures: KeyFigures,
    /// The differences from the key figures of the base.
    pub changes: KeyFigureChanges,
    /// Further clusters that the plan uses and the base does not.
    pub opened: Vec<ClusterReference>,
    /// Clusters that the base uses and the plan does not.
    pub closed: Vec<ClusterReference>,
}

/// A school by id and name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SchoolReference {
    /// The id of the school.
    pub id: String,
    /// The name of the school.
    pub name: String,
}

/// A new cluster in the ranking over all owners.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RankedSite {
    /// The id of the board or network that forms it.
    pub owner: String,
    /// Its rank among the new clusters of that owner, from 1.
    pub rank: usize,
    /// The score of the plan minus that of the base: negative is better.
    pub difference: i64,
}

/// The value of one more place at each cluster.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PlaceValues {
    /// Whether the clusters of the base plan are held; otherwise they may change.
    pub held: bool,
    /// Number of schools that were searched.
    pub searched: usize,
    /// Number of schools for which the time ran out.
    pub missing: usize,
    /// Existing clusters that take part but are not used and were not searched: with the clusters held, a
    /// place there has no value.
    pub unused: Vec<String>,
    /// The clusters, each with the best of its schools, best first.
    pub ranking: Vec<PlaceValue>,
}

/// The value of one more place at a cluster.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PlaceValue {
    /// The id of the cluster.
    pub cluster: String,
    /// Whether the base plan uses it.
    pub used: bool,
    /// The id of the school where the place has most value.
    pub school: String,
    /// The name of that school.
    pub name: String,
    /// The score of the plan and its bound.
    #[serde(flatten)]
    pub proven: ProvenScore,
    /// The score of the plan minus that of the base: negative is better.
    pub difference: i64,
    /// The differences from the key figures of the base.
    pub changes: KeyFigureChanges,
    /// Every school of the cluster that was searched.
    pub schools: Vec<SchoolValue>,
}

/// The value of one more place at a school.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SchoolValue {
    /// The id of the school.
    pub id: String,
    /// The name of the school.
    pub name: String,
    /// The score of the plan and its bound.
    #[serde(flatten)]
    pub proven: ProvenScore,
    /// The score of the plan minus that of the base: negative is better.
    pub difference: i64,
}

impl Sites {
    /// The format of this document.
    pub const FORMAT: &'static str = "plaatswijzer/sites/1";

    /// The text of the document: indented, with a line end at the end.
    pub fn to_json(&self) -> String {
        to_pretty_json(self)
    }

    /// Whether every part of the answer is complete and proven.
    pub fn is_proven(&self) -> bool {
        let places = self.places.ranking.iter().all(|value| value.proven.is_optimal());
        self.base.proven.is_optimal()
            && self.places.missing == 0
            && places
            && self.owners.iter().all(|owner| owner.proven)
    }

    /// The new cluster with a rank over all owners.
    pub fn site(&self, ranked: &RankedSite) -> Option<&ClusterSite> {
        let owner = self.owners.iter().find(|owner| owner.owner == ranked.owner)?;
        owner.ranking.get(ranked.rank - 1)
    }
}

/// The answer from finished searches.
pub fn of(basis: &Basis, owner_searches: &[OwnerSearch], places: PlaceValues) -> Sites {
    let problem = basis.problem;
    let assignment = &basis.known.assignment;
    let all: Vec<&UsedCluster> = assignment.clusters.iter().collect();
    let owners: Vec<OwnerSites> =
        owner_searches.iter().map(|owner_search| of_owner(basis, owner_search)).collect();
    Sites {
        format: Sites::FORMAT,
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        base: BasePlan {
            proven: basis.proven,
            clusters: references(&problem.instance, assignment, &all),
            figures: basis.figures.clone(),
        },
        ranking: over_all(&owners, basis.question.top),
        owners,
        places,
    }
}

fn of_owner(basis: &Basis, owner_search: &OwnerSearch) -> OwnerSites {
    let instance = &basis.problem.instance;
    let listed = owner_search.best(basis.question.top);
    let others_bound = owner_search.bound_on_others(&listed);
    let ranking: Vec<ClusterSite> = listed
        .iter()
        .map(|(ranked, plan, proven)| site(basis, owner_search, ranked, plan, *proven))
        .collect();
    let worst = listed.last().map_or(i64::MIN, |(.., proven)| proven.score);
    let is_full = ranking.len() == basis.question.top;
    // The list is exact if its last entry is no worse than what the bound allows any other.
    let no_other_is_better = others_bound.is_none_or(|bound| is_full && bound >= worst);
    let is_searched = owner_search.options.is_empty() || owner_search.raised.is_some();
    OwnerSites {
        owner: instance.owner_id(owner_search.owner).to_owned(),
        name: instance.owner_name(owner_search.owner).to_owned(),
        max_clusters: basis.problem.rulebook.forming().most_clusters(instance, owner_search.owner),
        options: owner_search.options.len(),
        settled: owner_search.settled(is_full.then_some(worst)),
        raised: owner_search.raised,
        worth: owner_search.raised.map(|raised| raised.score - basis.proven.score),
        proven: is_searched
            && no_other_is_better
            && ranking.iter().all(|one| one.proven.is_optimal()),
        ranking,
        others_bound,
    }
}

fn site(
    basis: &Basis,
    owner_search: &OwnerSearch,
    ranked: &RankedOption,
    plan: &Assignment,
    proven: ProvenScore,
) -> ClusterSite {
    let instance = &basis.problem.instance;
    let option = owner_search.problem.options[ranked.option].as_used();
    let before = &basis.known.assignment;
    let opened = missing_in(plan, before).into_iter().filter(|cluster| **cluster != option);
    let figures = KeyFigures::of(&owner_search.problem, plan);
    let school = |&id: &SchoolId| {
        let school = &instance.schools[id];
        SchoolReference { id: school.id.clone(), name: school.name.clone() }
    };
    ClusterSite {
        schools: option.schools.iter().map(school).collect(),
        meeting_day: option.meeting_day,
        proven,
        difference: proven.score - basis.proven.score,
        changes: figures.since(&basis.figures),
        figures,
        opened: references(instance, plan, &opened.collect::<Vec<_>>()),
        closed: references(instance, before, &missing_in(before, plan)),
    }
}

/// The clusters of one plan that another plan does not have.
fn missing_in<'a>(one: &'a Assignment, other: &Assignment) -> Vec<&'a UsedCluster> {
    one.clusters.iter().filter(|cluster| !other.clusters.contains(cluster)).collect()
}

/// References to some clusters of a plan, with their ids in that plan.
fn references(
    instance: &Instance,
    plan: &Assignment,
    some: &[&UsedCluster],
) -> Vec<ClusterReference> {
    let ids = plan.cluster_ids(instance);
    let with_ids = plan.clusters.iter().zip(ids).filter(|(cluster, _)| some.contains(cluster));
    let reference = |(cluster, id): (&UsedCluster, String)| ClusterReference {
        id,
        schools: cluster
            .schools
            .iter()
            .map(|&school| instance.schools[school].id.clone())
            .collect(),
        meeting_day: cluster.meeting_day,
    };
    with_ids.map(reference).collect()
}

/// The best new clusters over all owners.
fn over_all(owners: &[OwnerSites], top: usize) -> Vec<RankedSite> {
    let ranked = owners.iter().flat_map(|owner| {
        owner.ranking.iter().enumerate().map(|(position, site)| RankedSite {
            owner: owner.owner.clone(),
            rank: position + 1,
            difference: site.difference,
        })
    });
    let mut ranked: Vec<RankedSite> = ranked.collect();
    // Of equals the first owner comes first: the sort is stable.
    ranked.sort_by_key(|ranked| ranked.difference);
    ranked.truncate(top);
    ranked
}
