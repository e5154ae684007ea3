//! The assessment of a finished plan by the rules: charges, breaches and overridden refusals.

use std::collections::BTreeMap;

use crate::base::Points;
use crate::instance::{SchoolId, StudentId};
use crate::texts::Message;

/// The subject of a charge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Charged {
    /// A placement, by its position in the assignment.
    Placement(usize),
    /// A student left out.
    LeftOut(StudentId),
    /// A used cluster, by its position in the assignment.
    Cluster(usize),
    /// A school.
    School(SchoolId),
}

/// Points that a rule charges for one subject, for all students of the placement or cohort together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Charge {
    /// The rule's id.
    pub rule: &'static str,
    /// The subject.
    pub on: Charged,
    /// The points, not 0.
    pub points: Points,
}

/// A hard demand of a rule that a plan violates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breach {
    /// The rule's id, or `structure` for what every plan must be.
    pub rule: &'static str,
    /// What is wrong, with the ids and numbers.
    pub sentence: Message,
}

/// A refusal of a rule that a fixed placement overrides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Overridden {
    /// The id of the rule that refuses.
    pub rule: &'static str,
    /// The placement, by its position in the assignment.
    pub placement: usize,
}

/// All charges, breaches and overridden refusals of a plan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assessment {
    /// The charges; none is of 0 points.
    pub charges: Vec<Charge>,
    /// The breaches; none in a valid plan.
    pub breaches: Vec<Breach>,
    /// The refusals overridden by rule `fixed`.
    pub overridden: Vec<Overridden>,
    /// The value of the tie break among equally good plans; 0 without one.
    pub tie_break: i64,
}

impl Assessment {
    /// Adds a charge, unless it is 0 points.
    pub fn charge(&mut self, rule: &'static str, on: Charged, points: Points) {
        if points != Points::ZERO {
            self.charges.push(Charge { rule, on, points });
        }
    }

    /// States a breach.
    pub fn breach(&mut self, rule: &'static str, sentence: Message) {
        self.breaches.push(Breach { rule, sentence });
    }

    /// The score: the sum of all charges.
    pub fn total(&self) -> Points {
        self.charges.iter().map(|charge| charge.points).sum()
    }

    /// The points of each rule that charged any.
    pub fn per_rule(&self) -> BTreeMap<&'static str, Points> {
        let mut points = BTreeMap::new();
        for charge in &self.charges {
            *points.entry(charge.rule).or_insert(Points::ZERO) += charge.points;
        }
        points
    }

    /// The rules overridden at each placement, by its position in the assignment.
    pub fn overridden_at(&self) -> BTreeMap<usize, Vec<String>> {
        let mut rules = BTreeMap::<usize, Vec<String>>::new();
        for one in &self.overridden {
            rules.entry(one.placement).or_default().push(one.rule.to_owned());
        }
        rules
    }

    /// The points of each rule, per subject with a charge.
    pub fn per_subject(&self) -> BTreeMap<Charged, BTreeMap<&'static str, Points>> {
        let mut points: BTreeMap<Charged, BTreeMap<&'static str, Points>> = BTreeMap::new();
        for charge in &self.charges {
            let of_subject = points.entry(charge.on).or_default();
            *of_subject.entry(charge.rule).or_insert(Points::ZERO) += charge.points;
        }
        points
    }
}
