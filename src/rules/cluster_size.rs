//! Rule `cluster_size`: a used cluster has a sensible number of members.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Binding, Card, Rule, RuleEffect, RulePart, Switch};
use crate::base::Kilometres;
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
              cost worth × |members(o) − target × used(o)|",
    source: "Samen Opleiden: about twelve students in a cluster",
    effects: &[RuleEffect::Prices, RuleEffect::Binds],
    parts: &[RulePart::Binding],
    switch: Switch::On,
    words: Catalogue::new(&[ENGLISH], &[DUTCH]),
};

const ENGLISH: &str = "\
title = Cluster size
statement = A used cluster has at least `min` and at most `max` members; each member below or \
    above `target` costs `worth_km`. A cluster's own `min`, `target` and `max` win, one by \
    one.
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
    onder of boven `target` kost `worth_km`. Een eigen `min`, `target` of `max` van een \
    cluster gaat voor.
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
}

impl Default for ClusterSizeRule {
    fn default() -> Self {
        Self {
            min: StudentCount::constant(8),
            target: StudentCount::constant(12),
            max: StudentCount::constant(16),
            worth_km: Kilometres::whole(3),
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
        }
    }

    fn bound_option(&self, draft: &mut ProgramDraft, option: OptionId) {
        let Sizes { min, target, max } =
            self.sizes(draft.instance, draft.candidates.options[option].origin);
        let used = draft.used(option);
        let members = draft.members(option, Group::All);
        let subject = Subject::Option(option);
        let least = members.clone().plus_variable(-min, used);
        draft.demand(CARD.label("least", subject), least, Some(0), None);
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

    fn check_order(sizes: Sizes, place: &str, errors: &mut InputErrors) {
        let Sizes { min, target, max } = sizes;
        if !(min <= target && target <= max) {
            errors.add(
                Code::Contradiction,
                place,
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
        let own = Sizes { min: self.min.get(), target: self.target.get(), max: self.max.get() };
        Self::check_order(own, "rules.cluster_size", errors);
        for (id, cluster) in instance.clusters.iter() {
            if cluster.min.or(cluster.target).or(cluster.max).is_some() {
                let sizes = self.sizes(instance, Origin::Existing(id));
                Self::check_order(sizes, &cluster.place, errors);
            }
        }
    }

    fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        for (index, cluster) in tally.assignment.clusters.iter().enumerate() {
            let Sizes { min, target, max } = self.sizes(tally.instance, cluster.origin);
            let members = tally.member_count(index);
            if members < min || members > max {
                let sentence = CARD.message("breach").with("cluster", tally.cluster_name(index));
                let sentence = sentence.with("members", members).with("min", min).with("max", max);
                assessment.breach(CARD.id, sentence);
            }
            let cost = self.worth_km.points() * (members - target).abs();
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
mod tests {
    use serde_json::json;

    use crate::testing::{example, twin};

    #[test]
    fn members_off_target_cost_and_too_few_or_many_are_wrong() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"] }],
                "students": [{ "id": "s", "count": 5 }, { "id": "f", "year": 4, "count": 2 }],
                "rules": { "cluster_size": { "min": 2, "target": 3, "max": 4, "worth_km": 1.5 } },
            }),
            "cluster_size",
        );
        rule.plan("", "").costs(0);
        rule.plan("c", "").breaks(3 * 1_500, &["cluster c has 0 members, not 2 to 4"]);
        // Those in year 4 are no members.
        rule.plan("c", "s>h*1 f>h*2").breaks(2 * 1_500, &["cluster c has 1 member, not 2 to 4"]);
        rule.plan("c", "s>h*2").costs(1_500);
        rule.plan("c", "s>h*3 f>h*2").costs(0);
        rule.plan("c", "s>h*4").costs(1_500);
        rule.plan("c", "s>h*5").breaks(2 * 1_500, &["cluster c has 5 members, not 2 to 4"]);
    }

    #[test]
    fn a_clusters_own_numbers_win_one_by_one() {
        let rule = example(
            json!({
                "boards": [{ "id": "b", "max_clusters": 9 }],
                "schools": [
                    { "id": "h", "places": 9 }, { "id": "i", "places": 9 }, { "id": "j", "places": 9 },
                ],
                "clusters": [
                    { "id": "c", "schools": ["h"], "min": 1 },
                    { "id": "d", "schools": ["i"], "target": 4, "max": 5 },
                ],
                "students": [{ "id": "s", "count": 9 }],
                "rules": {
                    "cluster_size": { "min": 2, "target": 3, "max": 4 },
                    "forming": { "alone_places": 1 },
                },
            }),
            "cluster_size",
        );
        // c is 2 below target 3, d 1 above its own target 4.
        rule.plan("c d", "s>h*1 s>i*5").costs(2 * 3_000 + 3_000);
        rule.plan("c d", "s>h*5 s>i*1").breaks(
            2 * 3_000 + 3 * 3_000,
            &["cluster c has 5 members, not 1 to 4", "cluster d has 1 member, not 2 to 5"],
        );
        rule.plan("j", "s>j*1").breaks(6_000, &["new cluster of j has 1 member, not 2 to 4"]);
    }

    #[test]
    fn with_the_rule_off_clusters_have_no_sizes() {
        let rule = example(
            json!({
                "schools": [{ "id": "h", "places": 9 }],
                "clusters": [{ "id": "c", "schools": ["h"], "min": 2, "target": 2, "max": 2 }],
                "students": [{ "id": "s", "count": 5 }],
            }),
            "cluster_size",
        );
        rule.plan("c", "s>h*1").costs(0);
        rule.plan("c", "s>h*5").costs(0);
    }

    #[test]
    fn the_program_agrees() {
        let seen = twin(
            json!({
                "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 3 }],
                "clusters": [
                    { "id": "c", "schools": ["h"], "meeting_days": ["tue", "wed"] },
                    { "id": "d", "schools": ["i"], "min": 0, "target": 1, "max": 4 },
                ],
                "students": [{ "id": "s", "count": 4 }, { "id": "f", "year": 4, "count": 2 }],
                "rules": { "cluster_size": { "min": 2, "target": 2, "max": 2 } },
            }),
            "cluster_size",
        );
        assert!(seen.broken > 0);
    }

    /// Every school is in several options on each day, so that its members are shared out.
    #[test]
    fn the_program_agrees_where_options_overlap() {
        let seen = twin(
            json!({
                "boards": [{ "id": "b", "max_clusters": 2 }],
                "schools": [
                    { "id": "h", "places": 2 }, { "id": "i", "places": 2 }, { "id": "j", "places": 3 },
                ],
                "students": [{ "id": "s", "count": 3 }, { "id": "f", "year": 4 }],
                "travel": { "table": [
                    { "from": "h", "to": "i", "m": 1 }, { "from": "h", "to": "j", "m": 2 },
                    { "from": "i", "to": "j", "m": 3 },
                ] },
                "rules": {
                    "cluster_size": { "min": 1, "target": 2, "max": 2 },
                    "forming": { "max_schools": 2, "alone_places": 3, "meeting_days": ["tue", "wed"] },
                },
            }),
            "cluster_size",
        );
        assert!(seen.broken > 0);
    }
}
