//! What a goal level minimises: a sum, or one of the greatest of many measures.

use std::sync::Arc;

use super::{Expression, VariableId};

/// What a goal level minimises.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Objective {
    /// A sum, each variable once, in order.
    Sum(Expression),
    /// One of the greatest of many measures.
    Ranked(Ranked),
}

/// The `rank`-th greatest of measures, each counted as often as its variable says; 0 where
/// there are fewer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ranked {
    /// Which of them, from 1.
    pub rank: i64,
    /// The variables with their measures, all above 0, the greatest first. Levels of several ranks
    /// share them.
    pub measures: Arc<[(VariableId, i64)]>,
}

impl Objective {
    /// The value under an assignment of values to variables.
    pub fn value(&self, value_of: impl Fn(VariableId) -> i64) -> i64 {
        match self {
            Self::Sum(sum) => sum.value(value_of),
            Self::Ranked(ranked) => ranked.value(value_of),
        }
    }

    /// The sum, where it is one.
    pub fn sum(&self) -> Option<&Expression> {
        match self {
            Self::Sum(sum) => Some(sum),
            Self::Ranked(_) => None,
        }
    }
}

impl From<Expression> for Objective {
    fn from(sum: Expression) -> Self {
        Self::Sum(sum.collected())
    }
}

impl Ranked {
    /// Sorts measures for levels of several ranks; those of 0 do not matter.
    pub fn sorted(mut measures: Vec<(VariableId, i64)>) -> Arc<[(VariableId, i64)]> {
        measures.retain(|&(_, measure)| measure > 0);
        measures
            .sort_unstable_by_key(|&(variable, measure)| (std::cmp::Reverse(measure), variable));
        measures.into()
    }

    /// The value under an assignment of values to variables.
    pub fn value(&self, value_of: impl Fn(VariableId) -> i64) -> i64 {
        let mut number = 0;
        let reached = self.measures.iter().find(|&&(variable, _)| {
            number += value_of(variable);
            number >= self.rank
        });
        reached.map_or(0, |&(_, measure)| measure)
    }

    /// What must not exceed the number that comes with it where the value is to be at most `most`:
    /// how many measures are greater.
    pub fn beyond(&self, most: i64) -> (Expression, i64) {
        let end = self.measures.partition_point(|&(_, measure)| measure > most);
        let beyond = self.measures[..end].iter().map(|&(variable, _)| variable);
        (Expression::sum(beyond), self.rank - 1)
    }

    /// All values that it may have, the least first.
    pub fn values(&self) -> Vec<i64> {
        let mut values: Vec<i64> = self.measures.iter().map(|&(_, measure)| measure).collect();
        values.push(0);
        values.dedup();
        values.reverse();
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn measures_stand_as_often_as_their_variables_say() {
        let variable = VariableId::from_index;
        let measures = Ranked::sorted(vec![(variable(0), 7), (variable(1), 9), (variable(2), 0)]);
        let value = |rank, counts: [i64; 3]| {
            let ranked = Ranked { rank, measures: Arc::clone(&measures) };
            Objective::Ranked(ranked).value(|id| counts[id.index()])
        };
        assert_eq!([1, 2, 3].map(|rank| value(rank, [2, 1, 1])), [9, 7, 7]);
        // Fewer than the rank: 0, whatever has a measure of 0.
        assert_eq!([value(4, [2, 1, 1]), value(1, [0, 0, 5])], [0, 0]);
        let ranked = Ranked { rank: 3, measures };
        assert_eq!(ranked.values(), [0, 7, 9]);
        assert_eq!(ranked.beyond(7), (Expression::sum([variable(1)]), 2));
        assert_eq!(ranked.beyond(6).0, Expression::sum([variable(1), variable(0)]));
    }
}
