//! Rule `cluster_size`: a used cluster has a sensible number of members.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::{Kilometres, Points};
use crate::input::errors::{Code, InputErrors};
use crate::instance::Instance;
use crate::instance::document::StudentCount;
use crate::model::candidates::OptionId;
use crate::model::formulation::{Expression, Group, Label, Names, ProgramDraft, Subject};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::Origin;
use crate::plan::{Conventions, Tally};
use crate::texts::{Catalogue, Message};

/// What the rule says.
pub static CARD: Card = Card {
    id: "cluster_size",
    formula: "for each option o: min × used(o) ≤ members(o) ≤ max × used(o); \
              cost worth × |members(o) − target × used(o)|; \
              with below_min_worth, for existing o, in place of the minimum: \
              cost below_min_worth × max(0, min × used(o) − members(o))",
    source: "Samen Opleiden: about twelve students in a cluster",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Cluster size
statement = A used cluster has at least `min` and at most `max` members; each member below or \
    above `target` costs `worth_km`. With `below_min_worth_km` an existing cluster may have fewer \
    than `min` members, and each member that it lacks costs that much besides. A cluster's own \
    `min`, `target` and `max` win, one by one.
lifted = A cluster may have any number of members, and none of them costs anything for its size.
bottleneck = the largest size of clusters
bottleneck-at = the largest size of cluster { $name }
bottleneck-at-new = the largest size of the new cluster of { $name }
breach = { $cluster } has { $members ->
        [one] { $members } member
       *[other] { $members } members
    }, not { $min } to { $max }
demand-least = { $cluster } has at least { $min ->
        [one] { $min } member
       *[other] { $min } members
    } when used
demand-most = { $cluster } has at most { $max ->
        [one] { $max } member
       *[other] { $max } members
    }
error-order-allowed = min ≤ target ≤ max; a size that is not given has its default
error-order-help = give all three, in that order
";

const DUTCH: &str = "\
title = Clustergrootte
statement = Een cluster in gebruik heeft ten minste `min` en hoogstens `max` leden; elk lid \
    onder of boven `target` kost `worth_km`. Met `below_min_worth_km` mag een bestaand cluster \
    minder dan `min` leden hebben, en kost elk lid dat ontbreekt dat bedrag erbij. Een eigen \
    `min`, `target` of `max` van een cluster gaat voor.
lifted = Een cluster mag elk aantal leden hebben, en de grootte kost niets.
bottleneck = de maximale grootte van clusters
bottleneck-at = de maximale grootte van cluster { $name }
bottleneck-at-new = de maximale grootte van het nieuwe cluster van { $name }
breach = { $cluster } heeft { $members ->
        [one] { $members } lid
       *[other] { $members } leden
    }, niet { $min } tot { $max }
demand-least = { $cluster } heeft bij gebruik ten minste { $min ->
        [one] { $min } lid
       *[other] { $min } leden
    }
demand-most = { $cluster } heeft hoogstens { $max ->
        [one] { $max } lid
       *[other] { $max } leden
    }
error-order-allowed = min ≤ target ≤ max; een maat die niet is gegeven heeft haar standaardwaarde
error-order-help = geef ze alle drie, in die volgorde
";

/// A used cluster has at least a minimum and at most a maximum of members; members off target cost.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ClusterSizeRule {
    /// Fewest members of a used cluster.
    pub min: StudentCount,
    /// Members wished for.
    pub target: StudentCount,
    /// Most members of a used cluster.
    pub max: StudentCount,
    /// What each member below or above the target costs.
    pub worth_km: Kilometres,
    /// What each member below the minimum of an existing cluster costs besides. Absent: no cluster is used below
    /// its minimum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_min_worth_km: Option<Kilometres>,
}

impl Default for ClusterSizeRule {
    fn default() -> Self {
        Self {
            min: StudentCount::constant(8),
            target: StudentCount::constant(12),
            max: StudentCount::constant(16),
            worth_km: Kilometres::whole(3),
            below_min_worth_km: None,
        }
    }
}

/// The bounds on the members of one cluster, and their target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sizes {
    /// Minimum number of members.
    pub min: i64,
    /// Target number of members.
    pub target: i64,
    /// Maximum number of members.
    pub max: i64,
    /// Points for each member below the minimum; `None` if the cluster may not be used with fewer.
    pub below_min: Option<i64>,
}

impl Sizes {
    /// Fewest members with which the cluster may be used.
    pub fn fewest(&self) -> i64 {
        if self.below_min.is_some() { 0 } else { self.min }
    }

    /// Points for the members below the minimum. A cluster that may not be used so costs nothing: it is refused.
    pub fn lacking_cost(&self, members: i64) -> i64 {
        self.below_min.unwrap_or(0) * (self.min - members).max(0)
    }
}

impl ClusterSizeRule {
    /// The target for the members of a cluster.
    pub fn target_of(&self, instance: &Instance, origin: Origin) -> i64 {
        self.sizes(instance, origin).target
    }

    /// The maximum number of members of a cluster.
    pub fn most_of(&self, instance: &Instance, origin: Origin) -> i64 {
        self.sizes(instance, origin).max
    }

    /// The sizes of a cluster: its own numbers take precedence over those of the rule, one by one.
    pub fn sizes(&self, instance: &Instance, origin: Origin) -> Sizes {
        let own = match origin {
            Origin::Existing(cluster) => Some(&instance.clusters[cluster]),
            Origin::New(_) => None,
        };
        Sizes {
            min: own.and_then(|cluster| cluster.min).unwrap_or(self.min.get()),
            target: own.and_then(|cluster| cluster.target).unwrap_or(self.target.get()),
            max: own.and_then(|cluster| cluster.max).unwrap_or(self.max.get()),
            below_min: self.below_min_worth_km.filter(|_| own.is_some()).map(|one| one.points().0),
        }
    }

    fn bound_option(&self, draft: &mut ProgramDraft, option: OptionId) {
        let Sizes { min, target, max, below_min } =
            self.sizes(draft.instance, draft.candidates.options[option].origin);
        let used = draft.used(option);
        let members = draft.members(option, Group::All);
        let subject = Subject::Option(option);
        let least = members.clone().plus_variable(-min, used);
        if let Some(price) = below_min {
            // The price keeps it as low as the row lets it be: the members that the minimum is not met by.
            let lacking = draft.counter(CARD.label("lacking", subject), None);
            let least = least.plus_variable(1, lacking);
            draft.meaning(CARD.label("least", subject), least, Some(0), None);
            draft.charge(Points(price), &lacking.into());
        } else {
            draft.demand(CARD.label("least", subject), least, Some(0), None);
        }
        let most = members.clone().plus_variable(-max, used);
        draft.demand(CARD.label("most", subject), most, None, Some(0));

        // members − target × used = above − below. Both are charged, so that at an optimum at most one of
        // them is positive, and their sum is the distance from the target.
        let below = draft.counter(CARD.label("below", subject), None);
        let above = draft.counter(CARD.label("above", subject), None);
        let off_target =
            members.plus_variable(-target, used).plus_variable(1, below).plus_variable(-1, above);
        draft.meaning(CARD.label("target", subject), off_target, Some(0), Some(0));
        draft.charge(self.worth_km.points(), &Expression::sum([below, above]));
    }

    fn check_order(sizes: Sizes, location: &str, errors: &mut InputErrors) {
        let Sizes { min, target, max, .. } = sizes;
        if !(min <= target && target <= max) {
            errors.add(
                Code::Contradiction,
                location,
                format!("min {min}, target {target}, max {max}"),
                CARD.message("error-order-allowed"),
                CARD.message("error-order-help"),
            );
        }
    }
}

impl Rule for ClusterSizeRule {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }

    fn validate(&self, instance: &Instance, _: &Conventions, errors: &mut InputErrors) {
        let (min, target, max) = (self.min.get(), self.target.get(), self.max.get());
        let own = Sizes { min, target, max, below_min: None };
        Self::check_order(own, "rules.cluster_size", errors);
        for (id, cluster) in instance.clusters.iter() {
            if cluster.min.or(cluster.target).or(cluster.max).is_some() {
                let sizes = self.sizes(instance, Origin::Existing(id));
                Self::check_order(sizes, &cluster.location, errors);
            }
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (index, cluster) in tally.assignment.clusters.iter().enumerate() {
            let sizes = self.sizes(tally.instance, cluster.origin);
            let Sizes { target, max, .. } = sizes;
            let (members, min) = (tally.member_count(index), sizes.fewest());
            if members < min || members > max {
                let sentence = CARD.message("breach").with("cluster", tally.cluster_name(index));
                let sentence = sentence.with("members", members).with("min", min).with("max", max);
                assessment.breach(CARD.id, sentence);
            }
            let off_target = self.worth_km.points() * (members - target).abs();
            let cost = off_target + Points(sizes.lacking_cost(members));
            assessment.charge(CARD.id, Charged::Cluster(index), cost);
        }
    }
}

impl Binding for ClusterSizeRule {
    fn formulate(&self, draft: &mut ProgramDraft) {
        for option in draft.candidates.options.ids() {
            self.bound_option(draft, option);
        }
    }

    fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::Option(option) = label.subject else {
            return CARD.statement();
        };
        let Sizes { min, max, .. } =
            self.sizes(names.instance, names.candidates.options[option].origin);
        match label.kind {
            "least" => CARD.message("demand-least").with("min", min),
            _ => CARD.message("demand-most").with("max", max),
        }
        .with("cluster", names.option_in_words(option))
    }
}

#[cfg(test)]
mod tests;
