//! A clash of rules, in the words of the rules.

use serde::Serialize;

use crate::candidates::Candidates;
use crate::formulation::{Formulation, Names, RowId, Subject};
use crate::problem::Problem;
use crate::solve::{Clash, Proof};

/// A demand of a rule, in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Demand {
    /// The rule's id.
    pub rule: &'static str,
    /// What it demands.
    pub sentence: String,
}

/// Why no plan exists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClashInWords {
    /// Demands that cannot be met together.
    pub demands: Vec<Demand>,
    /// Whether it is proven that they clash.
    pub proven: bool,
    /// Whether, besides, any one of them could be met without the others.
    pub irreducible: bool,
    /// The least that would have to give way, and by how much, in the demand's own unit.
    pub breach: Vec<(Demand, i64)>,
}

/// Puts a clash into words.
pub fn in_words(
    problem: &Problem,
    candidates: &Candidates,
    formulation: &Formulation,
    clash: &Clash,
) -> ClashInWords {
    let names = Names { instance: &problem.instance, candidates };
    let rules = problem.rulebook.rules();
    let demand = |row: RowId| {
        let label = &formulation.rows[row].label;
        if let Subject::Condition(position) | Subject::ConditionOn(position, _) = label.subject {
            let sentence = problem.conditions[position].in_words(&problem.instance);
            return Demand { rule: label.rule, sentence };
        }
        let rule = rules.iter().find(|rule| rule.card().id == label.rule);
        let sentence = rule.map(|rule| rule.demand_in_words(&names, label)).unwrap_or_default();
        Demand { rule: label.rule, sentence }
    };
    ClashInWords {
        demands: clash.rows.iter().map(|&row| demand(row)).collect(),
        proven: clash.proof != Proof::Unproven,
        irreducible: clash.proof == Proof::Irreducible,
        breach: clash.breach.iter().map(|broken| (demand(broken.row), broken.by)).collect(),
    }
}
