//! Rule `forming`: which new clusters may be formed, what they cost, and how many there may be.

mod options;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::{Kilometres, Metres, Points};
use crate::bounded_types;
use crate::input::errors::{Code, InputErrors, InputWarning};
use crate::instance::document::Places;
use crate::instance::{ClusterId, Day, Instance, Owner, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::model::formulation::{Expression, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Conventions, Tally, weekday};
use crate::texts::{Catalogue, Message};

bounded_types! {
    /// A number of schools in a cluster.
    pub SchoolCount: 1..=10;
}

/// What the rule says.
pub static CARD: Card = Card {
    id: "forming",
    formula: "Σ used(o of b) ≤ max_clusters(b); used(kept) = 1; \
              cost Σ opening(o) × used(o), opening(new o) = opening_worth + longest(o)",
    source: "Facility location with admissible sets (Balinski, 1965)",
    effects: &[RuleEffect::Refuses, RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Forming clusters
statement = New clusters: `min_schools` to `max_schools` schools of one board, or of boards in \
    one network, none of them in an existing cluster, every two within `reach_km`, with at \
    least `cluster_size.min` places together. A single school is an option of its own if and \
    only if it has at least `alone_places` places, whatever `min_schools` is. A new option \
    exists for each of `meeting_days`. Each new cluster costs `opening_worth_km` plus the \
    longest journey between two of its schools. Used clusters are at most `max_clusters` per \
    board, or per network the sum over its boards. An existing cluster with `keep` must be \
    used; one with its own `opening_worth_km` costs that when used.
warning-one-school = a minimum of 1 adds no clusters of one school: only a school with at least { $places } \
    places (alone_places) can be a cluster of its own; lower alone_places to allow smaller ones
lifted = No new cluster is formed, and nothing limits how many clusters a board uses; `keep` \
    and a cluster's own opening cost remain.
funnel = in no cluster
letter = outside the training clusters
bottleneck = which clusters can be formed
bottleneck-at = the number of clusters that { $name } may have
breach-no-school = { $cluster } has no school
breach-off = { $cluster } is new, and no clusters are formed
breach-takes-no-part = { $cluster } contains { $school }, whose board takes no part
breach-in-existing = { $cluster } contains { $school }, which is in an existing cluster
breach-mixed = { $cluster } mixes { $school } and { $other } of another board
breach-day = { $cluster } meets on a day not allowed ({ $day })
breach-alone = { $cluster } is one school with { $places ->
        [one] { $places } place
       *[other] { $places } places
    }
breach-schools = { $cluster } has { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    }, not { $least } to { $most }
breach-places = { $cluster } has { $places ->
        [one] { $places } place
       *[other] { $places } places
    }, too few for a cluster
breach-distance-unknown = { $cluster } has schools whose distance is unknown
breach-distance = { $cluster } has schools { $longest } m apart, more than { $reach }
breach-most-clusters = { $owner } has { $used ->
        [one] { $used } cluster
       *[other] { $used } clusters
    }, more than { $most }
demand-most-clusters = { $owner } has at most { $most ->
        [one] { $most } cluster
       *[other] { $most } clusters
    }
demand-keep = { $cluster } must be used
error-schools-help = raise max_schools or lower min_schools; a large school can form a cluster of its own by \
    alone_places
error-day-found = `{ $day }` a second time
error-day-allowed = each day once
error-day-help = delete one of the two
error-options-found = more than { $most } possible new clusters
error-options-allowed = at most { $most }
error-options-help = lower reach_km or max_schools, or raise min_schools
";

const DUTCH: &str = "\
title = Nieuwe clusters
statement = Nieuwe clusters: `min_schools` tot `max_schools` scholen van één bestuur of \
    netwerk, die in geen bestaand cluster zitten, twee aan twee binnen `reach_km`, met samen \
    ten minste `cluster_size.min` plekken. Eén school alleen is een mogelijk cluster als zij \
    ten minste `alone_places` plekken heeft, wat `min_schools` ook is. Per dag van \
    `meeting_days` is er een mogelijkheid. Een nieuw cluster kost `opening_worth_km` plus de \
    langste reis tussen twee van zijn scholen. Per bestuur hoogstens `max_clusters`, per \
    netwerk de som over zijn besturen. Een bestaand cluster met `keep` moet gebruikt worden; \
    een met een eigen `opening_worth_km` kost dat bij gebruik.
warning-one-school = een minimum van 1 geeft geen clusters van één school: alleen een school met ten minste { $places } \
    plekken (alone_places) kan een eigen cluster zijn; verlaag alone_places om kleinere toe te laten
lifted = Er worden geen nieuwe clusters gevormd, en niets begrenst hoeveel clusters een \
    bestuur gebruikt; `keep` en eigen openingskosten van clusters blijven.
funnel = in geen cluster
letter = buiten de opleidingsclusters
bottleneck = welke clusters gevormd kunnen worden
bottleneck-at = het aantal clusters dat { $name } mag hebben
breach-no-school = { $cluster } heeft geen school
breach-off = { $cluster } is nieuw, en er worden geen clusters gevormd
breach-takes-no-part = { $cluster } bevat { $school }, waarvan het bestuur niet meedoet
breach-in-existing = { $cluster } bevat { $school }, die al in een bestaand cluster zit
breach-mixed = { $cluster } mengt { $school } en { $other } van een ander bestuur
breach-day = { $cluster } komt bijeen op een dag die niet mag ({ $day })
breach-alone = { $cluster } is één school met { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }
breach-schools = { $cluster } heeft { $schools ->
        [one] { $schools } school
       *[other] { $schools } scholen
    }, niet { $least } tot { $most }
breach-places = { $cluster } heeft { $places ->
        [one] { $places } plek
       *[other] { $places } plekken
    }, te weinig voor een cluster
breach-distance-unknown = { $cluster } heeft scholen waarvan de onderlinge afstand onbekend is
breach-distance = { $cluster } heeft scholen die { $longest } m uit elkaar liggen, meer dan { \
    $reach }
breach-most-clusters = { $owner } heeft { $used ->
        [one] { $used } cluster
       *[other] { $used } clusters
    }, meer dan { $most }
demand-most-clusters = { $owner } heeft hoogstens { $most ->
        [one] { $most } cluster
       *[other] { $most } clusters
    }
demand-keep = { $cluster } moet gebruikt worden
error-schools-help = verhoog max_schools of verlaag min_schools; een grote school kan zelf een cluster vormen met \
    alone_places
error-day-found = `{ $day }` nog een keer
error-day-allowed = elke dag één keer
error-day-help = haal een van de twee weg
error-options-found = meer dan { $most } mogelijke nieuwe clusters
error-options-allowed = hoogstens { $most }
error-options-help = verlaag reach_km of max_schools, of verhoog min_schools
";

/// How new clusters are formed from schools that are in none.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FormingRule {
    /// Most schools in a new cluster.
    pub max_schools: SchoolCount,
    /// Fewest schools in a new cluster, other than a single school. Absent: 2, or
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

impl Default for FormingRule {
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

impl FormingRule {
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

    /// Why the schools of a new cluster may not form one, still without the cluster's name; `None` if they may.
    fn objection(&self, tally: &Tally, cluster: &UsedCluster) -> Option<Message> {
        let instance = tally.instance;
        let schools = &cluster.schools;
        let Some(&first) = schools.first() else { return Some(CARD.message("breach-no-school")) };
        let owner = instance.owner(instance.schools[first].board);
        let school = |id: SchoolId| &instance.schools[id].id;
        if !self.in_force {
            return Some(CARD.message("breach-off"));
        }
        if let Some(&id) = schools.iter().find(|&&id| !instance.board_of(id).takes_part()) {
            return Some(CARD.message("breach-takes-no-part").with("school", school(id)));
        }
        if let Some(&id) = schools.iter().find(|&&id| instance.schools[id].cluster.is_some()) {
            return Some(CARD.message("breach-in-existing").with("school", school(id)));
        }
        let elsewhere = |id: SchoolId| instance.owner(instance.schools[id].board) != owner;
        if let Some(&id) = schools.iter().find(|&&id| elsewhere(id)) {
            return Some(
                CARD.message("breach-mixed")
                    .with("school", school(first))
                    .with("other", school(id)),
            );
        }
        if !self.meeting_days(&tally.conventions).contains(&cluster.meeting_day) {
            return Some(CARD.message("breach-day").with("day", weekday(cluster.meeting_day)));
        }
        self.objection_to_size(tally, schools)
    }

    fn objection_to_size(&self, tally: &Tally, schools: &[SchoolId]) -> Option<Message> {
        let instance = tally.instance;
        let places: i64 = schools.iter().map(|&id| instance.schools[id].places).sum();
        let (least, most) = (self.fewest_schools(), self.max_schools.get());
        let number = schools.len() as i64;
        let alone = number == 1;
        if alone && places < self.alone_places.get() {
            return Some(CARD.message("breach-alone").with("places", places));
        }
        if !alone && !(least..=most).contains(&number) {
            return Some(
                CARD.message("breach-schools")
                    .with("schools", number)
                    .with("least", least)
                    .with("most", most),
            );
        }
        if places < tally.conventions.smallest_cluster {
            return Some(CARD.message("breach-places").with("places", places));
        }
        match instance.longest_between(schools) {
            None => Some(CARD.message("breach-distance-unknown")),
            Some(longest) if longest > self.reach_km.metres() => {
                let message = CARD.message("breach-distance").with("longest", longest.0);
                Some(message.with("reach", self.reach_km.metres().0))
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
                    assessment.breach(CARD.id, objection.with("cluster", name));
                }
                self.opening(tally.instance, &cluster.schools).unwrap_or_default()
            }
        };
        assessment.charge(CARD.id, Charged::Cluster(index), opening);
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

impl Rule for FormingRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn warn(&self, warnings: &mut Vec<InputWarning>) {
        let is_one = self.min_schools.is_some_and(|least| least.get() == 1);
        if self.in_force && is_one && self.max_schools.get() > 1 {
            let message =
                CARD.message("warning-one-school").with("places", self.alone_places.get());
            let location = "rules.forming.min_schools".to_owned();
            warnings.push(InputWarning { location, message: message.into() });
        }
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
                CARD.message("error-schools-help"),
            );
        }
        let days = self.meeting_days.as_deref().unwrap_or_default();
        if let Some(position) = (1..days.len()).find(|&at| days[..at].contains(&days[at])) {
            errors.add(
                Code::DuplicateValue,
                format!("rules.forming.meeting_days[{position}]"),
                CARD.message("error-day-found").with("day", days[position].to_string()),
                CARD.message("error-day-allowed"),
                CARD.message("error-day-help"),
            );
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
                let sentence = CARD.message("breach-most-clusters").with("used", used);
                let sentence = sentence.with("most", most).with("owner", instance.owner_id(owner));
                assessment.breach(CARD.id, sentence);
            }
        }
        for cluster in kept(instance) {
            let origin = Origin::Existing(cluster);
            if !tally.assignment.clusters.iter().any(|used| used.origin == origin) {
                let id = &instance.clusters[cluster].id;
                assessment.breach(CARD.id, CARD.message("demand-keep").with("cluster", id));
            }
        }
    }
}

impl Binding for FormingRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        let ProgramDraft { instance, candidates, .. } = *draft;
        let mut per_owner = std::collections::BTreeMap::<Owner, Expression>::new();
        for (id, option) in candidates.options.iter() {
            let used = draft.used(id);
            draft.charge(option.opening, &used.into());
            per_owner.entry(option.owner(instance)).or_default().terms.push((used, 1));
        }
        for (owner, used) in per_owner {
            if self.in_force {
                let label = CARD.label("most_clusters", Subject::Owner(owner));
                draft.demand(label, used, None, Some(most_clusters(instance, owner)));
            }
        }
        for cluster in kept(instance) {
            let own = candidates.options.iter();
            let own = own.filter(|(_, option)| option.origin == Origin::Existing(cluster));
            let used = Expression::sum(own.map(|(option, _)| draft.used(option)));
            let label = CARD.label("keep", Subject::Cluster(cluster));
            draft.demand(label, used, Some(1), None);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let instance = names.instance;
        match label.subject {
            Subject::Owner(owner) => {
                let most = most_clusters(instance, owner);
                let message = CARD.message("demand-most-clusters").with("most", most);
                message.with("owner", instance.owner_id(owner))
            }
            Subject::Cluster(cluster) => {
                CARD.message("demand-keep").with("cluster", &instance.clusters[cluster].id)
            }
            _ => CARD.statement(),
        }
    }
}

#[cfg(test)]
mod tests;
