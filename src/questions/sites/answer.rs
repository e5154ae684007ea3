//! The answer as a document: `"format": "plaatswijzer/sites/1"`.

use serde::Serialize;

use super::Basis;
use super::chain::{Chain, Judged};
use crate::instance::{Day, Instance, Owner, SchoolId};
use crate::plan::InstanceReference;
use crate::plan::assignment::{Assignment, UsedCluster};
use crate::questions::{Changes, Figures, Proven};

/// Where one more cluster, and one more place, is worth most.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Sites {
    /// The format of this document.
    pub format: &'static str,
    /// The instance that was asked about.
    pub instance: InstanceReference,
    /// The best plan as things are.
    pub base: Base,
    /// What each board or network could form, in the order of their ids, boards first.
    pub owners: Vec<OwnerSites>,
    /// The best options over all of them, best first.
    pub ranking: Vec<RankedSite>,
    /// What one more place is worth.
    pub places: Places,
}

/// The best plan as things are.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Base {
    /// What it costs, and what is proven of it.
    #[serde(flatten)]
    pub proven: Proven,
    /// Its clusters.
    pub clusters: Vec<ClusterReference>,
    /// Its figures.
    pub figures: Figures,
}

/// A cluster, in a few words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ClusterReference {
    /// Its id in the plan.
    pub id: String,
    /// Its schools.
    pub schools: Vec<String>,
    /// Its meeting day.
    pub meeting_day: Day,
}

/// What one board or network could form.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OwnerSites {
    /// The id of the board or network.
    pub owner: String,
    /// Its name.
    pub name: String,
    /// How many clusters it may have as things are; `null` where nothing limits them.
    pub max_clusters: Option<i64>,
    /// How many new clusters it could form, besides those of the base plan.
    pub options: usize,
    /// Of those, how many were searched, or bounded so that they need not be.
    pub settled: usize,
    /// The best plan when it may have one cluster more, whichever; absent where the time did not suffice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raised: Option<Proven>,
    /// What the raised limit alone is worth: the score of that plan less that of the base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<i64>,
    /// Its best options, best first.
    pub ranking: Vec<Site>,
    /// No plan with any other option costs less; absent where there is no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others_bound: Option<i64>,
    /// Whether the ranking is exact: its plans are optimal and no other option is better.
    pub proven: bool,
}

/// A new cluster, and the best plan that uses it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Site {
    /// Its schools.
    pub schools: Vec<SchoolReference>,
    /// The day on which it meets.
    pub meeting_day: Day,
    /// What the plan costs, and what is proven of it.
    #[serde(flatten)]
    pub proven: Proven,
    /// The score of the plan less that of the base: below 0 is better.
    pub difference: i64,
    /// The figures of the plan.
    pub figures: Figures,
    /// By how much they differ from those of the base.
    pub changes: Changes,
    /// Further clusters that the plan uses and the base does not.
    pub opened: Vec<ClusterReference>,
    /// Clusters that the base uses and the plan does not.
    pub closed: Vec<ClusterReference>,
}

/// A school by its id and name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SchoolReference {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An option among those of all owners.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RankedSite {
    /// Whose it is.
    pub owner: String,
    /// Where it stands among the options of that owner, from 1.
    pub rank: usize,
    /// The score less that of the base.
    pub difference: i64,
}

/// What one more place is worth.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Places {
    /// Whether the clusters of the base plan are held; else they may change.
    pub held: bool,
    /// How many schools were tried.
    pub searched: usize,
    /// How many schools the time did not suffice for.
    pub missing: usize,
    /// Existing clusters that take part and are not used: with the clusters held a place there is worth
    /// nothing.
    pub unused: Vec<String>,
    /// The clusters, by the best of their schools, best first.
    pub ranking: Vec<PlaceValue>,
}

/// What one more place at a cluster is worth.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PlaceValue {
    /// The cluster.
    pub cluster: String,
    /// Whether the base plan uses it.
    pub used: bool,
    /// The school where the place is worth most.
    pub school: String,
    /// Its name.
    pub name: String,
    /// What the plan costs, and what is proven of it.
    #[serde(flatten)]
    pub proven: Proven,
    /// The score less that of the base: below 0 is better.
    pub difference: i64,
    /// By how much the figures differ from those of the base.
    pub changes: Changes,
    /// All schools of the cluster.
    pub schools: Vec<SchoolValue>,
}

/// What one more place at a school is worth.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SchoolValue {
    /// The school.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What the plan costs, and what is proven of it.
    #[serde(flatten)]
    pub proven: Proven,
    /// The score less that of the base.
    pub difference: i64,
}

impl Sites {
    /// The format of this document.
    pub const FORMAT: &'static str = "plaatswijzer/sites/1";

    /// The text of the document: indented, with a line end at the end.
    ///
    /// # Panics
    /// Never: it holds nothing that JSON cannot say.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("the answer is plain JSON");
        text.push('\n');
        text
    }

    /// Whether everything that was asked for is answered and proven.
    pub fn is_proven(&self) -> bool {
        let places = self.places.ranking.iter().all(|value| value.proven.is_optimal());
        self.base.proven.is_optimal()
            && self.places.missing == 0
            && places
            && self.owners.iter().all(|owner| owner.proven)
    }

    /// An option of the ranking over all owners.
    pub fn site(&self, ranked: &RankedSite) -> Option<&Site> {
        let owner = self.owners.iter().find(|owner| owner.owner == ranked.owner)?;
        owner.ranking.get(ranked.rank - 1)
    }
}

/// The answer of finished searches.
pub fn of(basis: &Basis, chains: &[Chain], places: Places) -> Sites {
    let problem = basis.problem;
    let assignment = &basis.known.assignment;
    let all: Vec<&UsedCluster> = assignment.clusters.iter().collect();
    let owners: Vec<OwnerSites> = chains.iter().map(|chain| of_owner(basis, chain)).collect();
    Sites {
        format: Sites::FORMAT,
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        base: Base {
            proven: basis.proven,
            clusters: references(&problem.instance, assignment, &all),
            figures: basis.figures.clone(),
        },
        ranking: over_all(&owners, basis.question.top),
        owners,
        places,
    }
}

fn of_owner(basis: &Basis, chain: &Chain) -> OwnerSites {
    let instance = &basis.problem.instance;
    let listed = chain.best(basis.question.top);
    let others_bound = chain.bound_on_others(&listed);
    let ranking: Vec<Site> = listed
        .iter()
        .map(|(judged, plan, proven)| site(basis, chain, judged, plan, *proven))
        .collect();
    let worst = listed.last().map_or(i64::MIN, |(.., proven)| proven.score);
    let is_full = ranking.len() == basis.question.top;
    let no_other_is_better = others_bound.is_none_or(|bound| is_full && bound >= worst);
    let is_searched = chain.options.is_empty() || chain.raised.is_some();
    OwnerSites {
        owner: instance.owner_id(chain.owner).to_owned(),
        name: name(instance, chain.owner),
        max_clusters: basis.problem.rulebook.forming().most_clusters(instance, chain.owner),
        options: chain.options.len(),
        settled: chain.settled(is_full.then_some(worst)),
        raised: chain.raised,
        worth: chain.raised.map(|raised| raised.score - basis.proven.score),
        proven: is_searched
            && no_other_is_better
            && ranking.iter().all(|one| one.proven.is_optimal()),
        ranking,
        others_bound,
    }
}

fn name(instance: &Instance, owner: Owner) -> String {
    match owner {
        Owner::Board(board) => instance.boards[board].name.clone(),
        Owner::Network(network) => instance.networks[network].id.clone(),
    }
}

fn site(basis: &Basis, chain: &Chain, judged: &Judged, plan: &Assignment, proven: Proven) -> Site {
    let instance = &basis.problem.instance;
    let option = chain.problem.options[judged.option].as_used();
    let before = &basis.known.assignment;
    let opened = missing_in(plan, before).into_iter().filter(|cluster| **cluster != option);
    let figures = Figures::of(&chain.problem, plan);
    let school = |&id: &SchoolId| {
        let school = &instance.schools[id];
        SchoolReference { id: school.id.clone(), name: school.name.clone() }
    };
    Site {
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

/// The clusters of one plan that another one has not.
fn missing_in<'a>(one: &'a Assignment, other: &Assignment) -> Vec<&'a UsedCluster> {
    one.clusters.iter().filter(|cluster| !other.clusters.contains(cluster)).collect()
}

/// Some clusters of a plan, with their ids in it.
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

/// The best options over all owners.
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
