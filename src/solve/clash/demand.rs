//! Demands of rules, in words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::candidates::Candidates;
use crate::model::formulation::{Label, Names, Subject};
use crate::problem::Problem;
use crate::rules::Rule;
use crate::texts::Message;

/// A demand of a rule, in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Demand {
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule demands.
    #[schemars(with = "String")]
    pub sentence: Message,
}

/// Why no plan exists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClashInWords {
    /// Demands that cannot be met together.
    pub demands: Vec<Demand>,
    /// Whether it is proven that they clash.
    pub proven: bool,
    /// Whether, besides, the others could be met without any one of them.
    pub irreducible: bool,
    /// The least that would have to give way, and by how much, in the demand's own unit.
    pub breach: Vec<(Demand, i64)>,
}

/// Words for the rows of a program.
pub(super) struct Wording<'a> {
    problem: &'a Problem,
    names: Names<'a>,
    rules: Vec<&'a dyn Rule>,
}

impl<'a> Wording<'a> {
    /// Words for a program of a problem.
    pub fn of(problem: &'a Problem, candidates: &'a Candidates) -> Self {
        let names = Names { instance: &problem.instance, candidates };
        Self { problem, names, rules: problem.rulebook.rules() }
    }

    /// The demand of a row.
    pub fn demand(&self, label: &Label) -> Demand {
        if let Subject::Condition(position)
        | Subject::ConditionOn(position, _)
        | Subject::ConditionPart(position, _) = label.subject
        {
            let condition = &self.problem.conditions[position];
            let sentence = condition.in_words(&self.problem.instance);
            return Demand { rule: label.rule, sentence };
        }
        let rule = self.rules.iter().find(|rule| rule.card().id == label.rule);
        let binding = rule.and_then(|rule| rule.binding());
        let binding = binding.expect("only rules with a binding part write demands");
        let sentence = binding.demand_in_words(&self.names, label);
        Demand { rule: label.rule, sentence }
    }
}
