//! Linear expressions with whole coefficients.

use crate::id_types;

id_types! {
    /// A variable of the program.
    pub VariableId;
}

/// A sum of variables times whole coefficients, plus a constant.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Expression {
    /// Variables with their coefficients, in no special order; a variable may occur twice.
    pub terms: Vec<(VariableId, i64)>,
    /// The constant.
    pub constant: i64,
}

impl Expression {
    /// The sum of variables, each with coefficient 1.
    pub fn sum(variables: impl IntoIterator<Item = VariableId>) -> Self {
        Self { terms: variables.into_iter().map(|variable| (variable, 1)).collect(), constant: 0 }
    }

    /// This expression plus `times` another.
    #[must_use]
    pub fn plus(mut self, times: i64, other: &Self) -> Self {
        self.terms.extend(other.terms.iter().map(|&(variable, by)| (variable, by * times)));
        self.constant += other.constant * times;
        self
    }

    /// This expression plus `times` a variable.
    #[must_use]
    pub fn plus_variable(mut self, times: i64, variable: VariableId) -> Self {
        self.terms.push((variable, times));
        self
    }

    /// The same sum with each variable once, in order, and none with coefficient 0.
    #[must_use]
    pub fn collected(mut self) -> Self {
        self.terms.sort_unstable_by_key(|&(variable, _)| variable);
        self.terms.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 += later.1;
            }
            same
        });
        self.terms.retain(|&(_, by)| by != 0);
        self
    }

    /// The value under an assignment of values to variables.
    pub fn value(&self, value_of: impl Fn(VariableId) -> i64) -> i64 {
        self.terms.iter().map(|&(variable, by)| by * value_of(variable)).sum::<i64>()
            + self.constant
    }
}

impl From<VariableId> for Expression {
    fn from(variable: VariableId) -> Self {
        Self::sum([variable])
    }
}
