//! A clash of rules, in the words of the rules.

use serde::Serialize;

use super::refusals::with_part_in;
use super::{PlaceError, Search};
use crate::model::candidates::Candidates;
use crate::model::formulation::{Formulation, Label, Names, Purpose, RowId, Subject};
use crate::problem::Problem;
use crate::rules::Rule;
use crate::solve::mip::{self, Clash, Proof};

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

/// Which demands clash where no plan exists, as far as the limits allow to find out; the rules that
/// refuse pairs are among them.
///
/// # Errors
/// Where the instance is larger than the engine takes, or the solver is at fault.
pub fn clash_of(problem: &Problem, search: &Search) -> Result<Option<ClashInWords>, PlaceError> {
    let candidates = problem.sieve()?;
    let formulation = problem.formulate(&candidates, Purpose::Clash);
    let Some(found) = mip::clash(&formulation, search.solver, &search.budget)? else {
        return Ok(None);
    };
    let mut clash = Wording::of(problem, &candidates).clash(&formulation, &found);
    if clash.proven {
        let (refusing, proven) = with_part_in(problem, &clash.demands, search)?;
        clash.demands.extend(refusing);
        clash.irreducible &= proven;
    }
    Ok(Some(clash))
}

/// Words for the rows of a program.
pub struct Wording<'a> {
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

    /// What a row demands.
    pub fn demand(&self, label: &Label) -> Demand {
        if let Subject::Condition(position) | Subject::ConditionOn(position, _) = label.subject {
            let condition = &self.problem.conditions[position];
            let sentence = condition.in_words(&self.problem.instance);
            return Demand { rule: label.rule, sentence };
        }
        let rule = self.rules.iter().find(|rule| rule.card().id == label.rule);
        let binding = rule.and_then(|rule| rule.binding());
        let message = binding.map(|binding| binding.demand_in_words(&self.names, label));
        let sentence = message.map_or_else(String::new, |message| message.to_string());
        Demand { rule: label.rule, sentence }
    }

    fn clash(&self, formulation: &Formulation, clash: &Clash) -> ClashInWords {
        let demand = |row: RowId| self.demand(&formulation.rows[row].label);
        ClashInWords {
            demands: clash.rows.iter().map(|&row| demand(row)).collect(),
            proven: clash.proof != Proof::Unproven,
            irreducible: clash.proof == Proof::Irreducible,
            breach: clash.breach.iter().map(|broken| (demand(broken.row), broken.by)).collect(),
        }
    }
}
