//! What the score of a plan is made of while a search looks after one goal among several.
//!
//! Goals that count something are minimised one after the other, each held at the value it has reached. A search for
//! such a goal, or under such held values, is a search for the least sum of all points once more, of a problem whose
//! points are other ones: each unit of a goal has a price, and the points of the rules count or do not.

use super::Problem;
use crate::base::Points;
use crate::instance::{Goal, StudentId};
use crate::model::candidates::ClusterOption;
use crate::model::formulation::{Expression, Objective, ProgramDraft};
use crate::plan::assessment::{Assessment, Charged};
use crate::plan::assignment::Origin;
use crate::plan::{Placing, Tally};
use crate::rules::{Sizes, Tariff, goals};

/// Takes the place of a rule's id in charges for goals.
const GOAL: &str = "goal";

/// What the score of a plan is made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weights {
    /// Whether the points of the rules count.
    pub points: bool,
    /// Goals that count something ([`Goal::is_count`]), each with the points that one unit of it costs, at least 0.
    pub goals: Vec<(Goal, i64)>,
}

impl Default for Weights {
    /// The points of the rules, and nothing else.
    fn default() -> Self {
        Self { points: true, goals: Vec::new() }
    }
}

impl Weights {
    fn of(&self, counts: impl Fn(Goal) -> bool) -> Points {
        Points(self.goals.iter().filter(|(goal, _)| counts(*goal)).map(|(_, price)| price).sum())
    }

    fn of_placing(&self, placing: &Placing) -> Points {
        self.of(|goal| goals::counts_placing(goal, placing))
    }

    fn of_leaving_out(&self) -> Points {
        self.of(|goal| goal == Goal::Unplaced)
    }

    fn of_new_cluster(&self) -> Points {
        self.of(|goal| goal == Goal::Clusters)
    }

    fn of_rules(&self, points: Points) -> Points {
        if self.points { points } else { Points::ZERO }
    }
}

impl Problem {
    /// The same problem with another score, whose least sum is the only goal.
    #[must_use]
    pub fn weighed(&self, weights: Weights) -> Self {
        let mut problem = Self { weights, ..self.clone() };
        problem.instance.goals = vec![Goal::Total];
        problem
    }

    /// What a pair costs per student.
    pub fn price_of_pair(&self, tariffs: &[&dyn Tariff], placing: &Placing) -> Points {
        let by_rules = tariffs.iter().map(|tariff| tariff.price(placing));
        let by_rules = if self.weights.points { by_rules.sum() } else { Points::ZERO };
        by_rules + self.weights.of_placing(placing)
    }

    /// What leaving one student of an entry out costs.
    pub fn price_of_leaving_out(&self, student: StudentId) -> Points {
        let by_rules = self.rulebook.leaving_out(&self.instance, student);
        self.weights.of_rules(by_rules) + self.weights.of_leaving_out()
    }

    /// What using an option costs, whoever its members are.
    pub fn price_of_opening(&self, option: &ClusterOption) -> Points {
        let by_goals = if option.is_new() { self.weights.of_new_cluster() } else { Points::ZERO };
        self.weights.of_rules(option.opening) + by_goals
    }

    /// The sizes that a cluster may have, at what they cost.
    pub fn weighed_sizes(&self, origin: Origin) -> Sizes {
        let sizes = self.rulebook.sizes(&self.instance, origin);
        let below_min = sizes.below_min.map(|price| self.weights.of_rules(Points(price)).0);
        Sizes { below_min, ..sizes }
    }

    /// Turns the points of the rules in a program into its score; `pairs` are those of pairs, whose prices are
    /// weighed already.
    pub(super) fn weigh_program(&self, draft: &mut ProgramDraft, pairs: Expression) {
        if !self.weights.points {
            draft.replace_total(pairs);
        }
        for &(goal, price) in &self.weights.goals {
            // Prices of pairs have the other goals in them.
            if matches!(goal, Goal::Unplaced | Goal::Clusters)
                && let Objective::Sum(sum) = goals::objective(goal, draft)
            {
                draft.charge(Points(price), &sum);
            }
        }
    }

    /// Turns the charges of the rules into those that the score is made of.
    pub(super) fn weigh_charges(&self, tally: &Tally, assessment: &mut Assessment) {
        if !self.weights.points {
            assessment.charges.clear();
        }
        if self.weights.goals.is_empty() {
            return;
        }
        for (placement, placing, count) in tally.placings() {
            let points = self.weights.of_placing(&placing) * count;
            assessment.charge(GOAL, Charged::Placement(placement), points);
        }
        for student in tally.instance.students.ids() {
            let points = self.weights.of_leaving_out() * tally.left_out(student);
            assessment.charge(GOAL, Charged::LeftOut(student), points);
        }
        for (cluster, used) in tally.assignment.clusters.iter().enumerate() {
            if used.is_new() {
                assessment.charge(GOAL, Charged::Cluster(cluster), self.weights.of_new_cluster());
            }
        }
    }
}
