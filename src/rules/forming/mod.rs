//! Rule `forming`: which new clusters may be formed, what they cost, and how many there may be.

mod options;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Card, Effect, Refusal, Rule, Switch};
use crate::base::{Kilometres, Metres, Points};
use crate::bounded_types;
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::Places;
use crate::instance::{ClusterId, Day, Instance, Owner, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::model::formulation::{Draft, Expression, Label, Names, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Conventions, Placing, Tally};

bounded_types! {
    /// A number of schools in a cluster.
    pub SchoolCount: 1..=10;
}

/// How new clusters are formed from schools that are in none.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Forming {
    /// Most schools in a new cluster.
    pub max_schools: SchoolCount,
    /// Fewest schools in a new cluster, other than a school that stands alone. Absent: 2, or
    /// `max_schools` where that is 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_schools: Option<SchoolCount>,
    /// How far every two schools of a new cluster may lie apart.
    pub reach_km: Kilometres,
    /// What a new cluster costs, besides the longest journey between two of its schools.
    pub opening_worth_km: Kilometres,
    /// Fewest places of a school that may be a cluster of its own.
    pub alone_places: Places,
    /// The days on which a new cluster may meet. Absent: the default day of rule `meeting_day`.
    #[schemars(length(min = 1))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_days: Option<Vec<Day>>,
    /// Whether the rule is in force. What remains of it when it is not: `keep` and the clusters'
    /// own opening costs.
    #[serde(skip)]
    pub in_force: bool,
}

impl Default for Forming {
    fn default() -> Self {
        Self {
            max_schools: SchoolCount::constant(4),
            min_schools: None,
            reach_km: Kilometres::whole(12),
            opening_worth_km: Kilometres::whole(60),
            alone_places: Places::constant(10),
            meeting_days: None,
            in_force: true,
        }
    }
}

impl Forming {
    /// What the rule says.
    pub const CARD: Card = Card {
        id: "forming",
        title: "Forming clusters",
        statement: "New clusters: `min_schools` to `max_schools` schools of one board, or of \
                    boards in one network, none of them in an existing cluster, every two within \
                    `reach_km`, with at least `cluster_size.min` places together. A single school \
                    is an option of its own when it has at least `alone_places` places. A new \
                    option exists for each of `meeting_days`. Each new cluster costs \
                    `opening_worth_km` plus the longest journey between two of its schools. Used \
                    clusters are at most `max_clusters` per board, or per network the sum over \
                    its boards. An existing cluster with `keep` must be used; one with its own \
                    `opening_worth_km` costs that when used.",
        formula: "Σ used(o of b) ≤ max_clusters(b); used(kept) = 1; \
                  cost Σ opening(o) × used(o), opening(new o) = opening_worth + longest(o)",
        source: "Facility location with admissible sets (Balinski, 1965)",
        effects: &[Effect::Refuses, Effect::Prices, Effect::Binds],
        switch: Switch::On,
    };

    /// What is left of the rule when it is switched off.
    pub fn switched_off() -> Self {
        Self { in_force: false, ..Self::default() }
    }

    /// Fewest schools in a new cluster of more than one.
    fn fewest_schools(&self) -> i64 {
        self.min_schools.map_or(2.min(self.max_schools.get()), SchoolCount::get)
    }

    /// The meeting days of new clusters.
    pub fn meeting_days(&self, conventions: &Conventions) -> Vec<Day> {
        let mut days = self.meeting_days.clone().unwrap_or_else(|| vec![conventions.default_day]);
        days.sort_unstable();
        days
    }

    /// All cluster options: the existing clusters that take part, then new ones.
    ///
    /// # Errors
    /// Where there are more than are enumerated, which no solver could use.
    pub fn options(
        &self,
        instance: &Instance,
        conventions: &Conventions,
    ) -> Result<Vec<ClusterOption>, InputErrors> {
        options::all(self, instance, conventions)
    }

    /// The most clusters that an owner may use; `None` where nothing limits them.
    pub fn most_clusters(&self, instance: &Instance, owner: Owner) -> Option<i64> {
        self.in_force.then(|| most_clusters(instance, owner))
    }

    /// The cost of a new cluster of these schools; `None` where a distance is unknown.
    fn opening(&self, instance: &Instance, schools: &[SchoolId]) -> Option<Points> {
        let Metres(longest) = instance.longest_between(schools)?;
        Some(self.opening_worth_km.points() + Points(longest))
    }

    /// Why some schools may not be a new cluster, where they may not.
    fn objection(&self, tally: &Tally, cluster: &UsedCluster) -> Option<String> {
        let instance = tally.instance;
        let schools = &cluster.schools;
        let Some(&first) = schools.first() else { return Some("has no school".to_owned()) };
        let owner = instance.owner(instance.schools[first].board);
        let school = |id: SchoolId| &instance.schools[id].id;
        if !self.in_force {
            return Some("is new, and no clusters are formed".to_owned());
        }
        if let Some(&id) = schools.iter().find(|&&id| !instance.board_of(id).takes_part()) {
            return Some(format!("contains {}, whose board takes no part", school(id)));
        }
        if let Some(&id) = schools.iter().find(|&&id| instance.schools[id].cluster.is_some()) {
            return Some(format!("contains {}, which is in an existing cluster", school(id)));
        }
        let elsewhere = |id: SchoolId| instance.owner(instance.schools[id].board) != owner;
        if let Some(&id) = schools.iter().find(|&&id| elsewhere(id)) {
            return Some(format!("mixes {} and {} of another board", school(first), school(id)));
        }
        if !self.meeting_days(&tally.conventions).contains(&cluster.meeting_day) {
            return Some(format!("meets on a day not allowed ({})", cluster.meeting_day));
        }
        self.objection_to_size(tally, schools)
    }

    fn objection_to_size(&self, tally: &Tally, schools: &[SchoolId]) -> Option<String> {
        let instance = tally.instance;
        let places: i64 = schools.iter().map(|&id| instance.schools[id].places).sum();
        let (least, most) = (self.fewest_schools(), self.max_schools.get());
        let number = schools.len() as i64;
        let alone = number == 1;
        if alone && places < self.alone_places.get() {
            return Some(format!("is one school with {places} places"));
        }
        if !alone && !(least..=most).contains(&number) {
            return Some(format!("has {number} schools, not {least} to {most}"));
        }
        if places < tally.conventions.smallest_cluster {
            return Some(format!("has {places} places, too few for a cluster"));
        }
        match instance.longest_between(schools) {
            None => Some("has schools whose distance is unknown".to_owned()),
            Some(longest) if longest > self.reach_km.metres() => {
                Some(format!("has schools {longest} m apart, more than {}", self.reach_km.metres()))
            }
            Some(_) => None,
        }
    }

    fn assess_cluster(&self, tally: &Tally, index: usize, assessment: &mut Assessment) {
        let cluster = &tally.assignment.clusters[index];
        let opening = match cluster.origin {
            Origin::Existing(existing) => tally.instance.clusters[existing].opening,
            Origin::New(_) => {
                if let Some(objection) = self.objection(tally, cluster) {
                    let name = tally.cluster_name(index);
                    assessment.breach(Self::CARD.id, format!("{name} {objection}"));
                }
                self.opening(tally.instance, &cluster.schools).unwrap_or_default()
            }
        };
        assessment.charge(Self::CARD.id, Charged::Cluster(index), opening);
    }
}

/// The most clusters that an owner may use: for a network, the sum over its boards that take part.
fn most_clusters(instance: &Instance, owner: Owner) -> i64 {
    match owner {
        Owner::Board(board) => instance.boards[board].max_clusters,
        Owner::Network(network) => {
            let boards = instance.networks[network].boards.iter();
            boards
                .map(|&board| &instance.boards[board])
                .filter(|board| board.takes_part())
                .map(|board| board.max_clusters)
                .sum()
        }
    }
}

/// The existing clusters that must be used.
fn kept(instance: &Instance) -> impl Iterator<Item = ClusterId> + '_ {
    let kept = instance.clusters.iter().filter(|(_, cluster)| cluster.keep && cluster.takes_part);
    kept.map(|(id, _)| id)
}

impl Rule for Forming {
    fn card(&self) -> &'static Card {
        &Self::CARD
    }

    fn validate(&self, _: &Instance, _: &Conventions, errors: &mut InputErrors) {
        if self.fewest_schools() > self.max_schools.get() {
            errors.add(
                Code::Contradiction,
                "rules.forming",
                format!(
                    "min_schools {}, max_schools {}",
                    self.fewest_schools(),
                    self.max_schools.get()
                ),
                "min_schools ≤ max_schools",
                "raise max_schools or lower min_schools; a large school may stand alone by alone_places",
            );
        }
        let days = self.meeting_days.as_deref().unwrap_or_default();
        if let Some(position) = (1..days.len()).find(|&at| days[..at].contains(&days[at])) {
            errors.add(
                Code::DuplicateValue,
                format!("rules.forming.meeting_days[{position}]"),
                format!("`{}` again", days[position]),
                "each day once",
                "delete one of the two",
            );
        }
    }

    fn admit(&self, _: &Placing) -> Result<(), Refusal<'_>> {
        Ok(())
    }

    fn price(&self, _: &Placing) -> Points {
        Points::ZERO
    }

    fn formulate(&self, draft: &mut Draft) {
        let Draft { instance, candidates, .. } = *draft;
        let mut per_owner = std::collections::BTreeMap::<Owner, Expression>::new();
        for (id, option) in candidates.options.iter() {
            let used = draft.used(id);
            draft.charge(option.opening, &used.into());
            per_owner.entry(option.owner(instance)).or_default().terms.push((used, 1));
        }
        for (owner, used) in per_owner {
            if self.in_force {
                let label = Self::CARD.label("most_clusters", Subject::Owner(owner));
                draft.demand(label, used, None, Some(most_clusters(instance, owner)));
            }
        }
        for cluster in kept(instance) {
            let own = candidates.options.iter();
            let own = own.filter(|(_, option)| option.origin == Origin::Existing(cluster));
            let used = Expression::sum(own.map(|(option, _)| draft.used(option)));
            let label = Self::CARD.label("keep", Subject::Cluster(cluster));
            draft.demand(label, used, Some(1), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> String {
        let instance = names.instance;
        match label.subject {
            Subject::Owner(owner) => {
                let most = most_clusters(instance, owner);
                format!("{} has at most {most} clusters", instance.owner_id(owner))
            }
            Subject::Cluster(cluster) => format!("{} must be used", instance.clusters[cluster].id),
            _ => Self::CARD.statement.to_owned(),
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let instance = tally.instance;
        for index in 0..tally.assignment.clusters.len() {
            self.assess_cluster(tally, index, assessment);
        }
        for (owner, used) in tally.clusters_per_owner() {
            let most = most_clusters(instance, owner);
            if self.in_force && used > most {
                let sentence =
                    format!("{} has {used} clusters, more than {most}", instance.owner_id(owner));
                assessment.breach(Self::CARD.id, sentence);
            }
        }
        for cluster in kept(instance) {
            let origin = Origin::Existing(cluster);
            if !tally.assignment.clusters.iter().any(|used| used.origin == origin) {
                let sentence = format!("{} must be used", instance.clusters[cluster].id);
                assessment.breach(Self::CARD.id, sentence);
            }
        }
    }
}

#[cfg(test)]
mod tests;
