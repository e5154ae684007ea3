//! Case distinctions where cuts leave a gap: a small branch and bound (Land and Doig, 1960).
//!
//! The case with the least bound is divided at a variable that its relaxation leaves broken. Each case has multipliers of its
//! own, or those of the case around it where those prove more.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::certificate::{Branch, Case, LevelProof, Multiplier, ProofProgram};
use crate::model::formulation::{Formulation, VariableId};

/// The most cases, and the most coefficients in all of them together: that number is relaxed within minutes.
const MOST_CASES: usize = 300;
const MOST_COEFFICIENTS: usize = 6_000_000;
/// A value this close to a whole number counts as whole.
const WHOLE: f64 = 1e-6;
/// Cases are not divided deeper than this, so that a file is not nested deeper than readers allow.
const DEEPEST: usize = 40;

/// What a relaxation proves of a level, and its optimum.
pub type Relaxed = (LevelProof, IdVec<VariableId, f64>);

/// A case.
struct Open {
    limits: BTreeMap<VariableId, (i64, Option<i64>)>,
    rows: BTreeMap<String, Multiplier>,
    bound: i64,
    /// Where it would be divided: a variable, and the greatest value below.
    at: Option<(VariableId, i64)>,
    depth: usize,
    divided: Option<(usize, usize)>,
}

/// The proof of a level by cases, from its proof without any: at least as good.
///
/// `relax` relaxes a program within the budget; `may_go_on` says whether there is any left.
pub fn by_cases(
    program: &ProofProgram,
    level: usize,
    (proof, point): Relaxed,
    relax: &dyn Fn(&ProofProgram) -> Option<Relaxed>,
    may_go_on: &dyn Fn() -> bool,
) -> LevelProof {
    let mut cases = vec![Open {
        limits: BTreeMap::new(),
        rows: proof.rows.clone(),
        bound: proof.bound,
        at: broken(&program.formulation, &point),
        depth: 0,
        divided: None,
    }];
    let of_case: usize = program.formulation.rows.values().map(|row| row.terms.len()).sum();
    let most = (MOST_COEFFICIENTS / of_case.max(1)).min(MOST_CASES);
    while cases.len() < most && may_go_on() {
        let open = cases.iter().enumerate().filter(|(_, case)| case.divided.is_none());
        let Some((least, case)) = open.min_by_key(|(index, case)| (case.bound, *index)) else {
            break;
        };
        let Some(at) = case.at.filter(|_| case.bound < proof.value) else { break };
        if case.depth >= DEEPEST {
            break;
        }
        let number = cases.len();
        for above in [false, true] {
            let next = divided(program, level, &proof, &cases[least], (at, above), relax);
            cases.push(next);
        }
        cases[least].divided = Some((number, number + 1));
    }
    let better = LevelProof { branch: branch(program, &cases, 0), ..proof.clone() };
    match program.bound(level, &better) {
        Ok(bound) if bound > proof.bound => LevelProof { bound, ..better },
        _ => proof,
    }
}

/// One side of a division of a case.
fn divided(
    program: &ProofProgram,
    level: usize,
    proof: &LevelProof,
    case: &Open,
    ((variable, at), above): ((VariableId, i64), bool),
    relax: &dyn Fn(&ProofProgram) -> Option<Relaxed>,
) -> Open {
    let mut limits = case.limits.clone();
    let known = &program.formulation.variables[variable];
    let (lower, upper) = limits.get(&variable).copied().unwrap_or((known.lower, known.upper));
    limits.insert(variable, if above { (at + 1, upper) } else { (lower, Some(at)) });
    let mut limited = program.clone();
    for (&variable, &(lower, upper)) in &limits {
        limited.formulation.variables[variable].lower = lower;
        limited.formulation.variables[variable].upper = upper;
    }
    let inherited = LevelProof { rows: case.rows.clone(), branch: None, ..proof.clone() };
    let inherited_bound = limited.bound(level, &inherited).unwrap_or(case.bound);
    let depth = case.depth + 1;
    let (rows, bound, at) = match relax(&limited) {
        Some((own, point)) => {
            let at = broken(&limited.formulation, &point);
            if own.bound >= inherited_bound {
                (own.rows, own.bound, at)
            } else {
                (inherited.rows, inherited_bound, at)
            }
        }
        None => (inherited.rows, inherited_bound, None),
    };
    Open { limits, rows, bound, at, depth, divided: None }
}

/// The division of a case, as written: the multipliers of each side as far as they differ from those around it.
fn branch(program: &ProofProgram, cases: &[Open], index: usize) -> Option<Box<Branch>> {
    let case = &cases[index];
    let ((variable, at), (below, above)) = (case.at?, case.divided?);
    let side = |index: usize| Case {
        rows: changes(&case.rows, &cases[index].rows),
        branch: branch(program, cases, index),
    };
    Some(Box::new(Branch {
        variable: program.variable_name(variable).to_owned(),
        at,
        below: side(below),
        above: side(above),
    }))
}

/// What of some multipliers is another than before.
fn changes(
    before: &BTreeMap<String, Multiplier>,
    after: &BTreeMap<String, Multiplier>,
) -> BTreeMap<String, Multiplier> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let gone = gone.map(|name| (name.clone(), Multiplier::constant(0)));
    let other = after.iter().filter(|(name, by)| before.get(*name) != Some(*by));
    other.map(|(name, by)| (name.clone(), *by)).chain(gone).collect()
}

/// The whole variable whose value is furthest from any whole number, switches before all others; and the whole number below.
fn broken(program: &Formulation, point: &IdVec<VariableId, f64>) -> Option<(VariableId, i64)> {
    let mut furthest: Option<(bool, f64, VariableId)> = None;
    for (id, variable) in program.variables.iter().filter(|(_, variable)| variable.whole) {
        let apart = (point[id] - point[id].round()).abs();
        let is_use = variable.label.kind == "use";
        let is_further =
            furthest.is_none_or(|(use_before, before, _)| (is_use, apart) > (use_before, before));
        if apart > WHOLE && is_further {
            furthest = Some((is_use, apart, id));
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "values are far below 2^63")]
    furthest.map(|(_, _, id)| (id, point[id].floor() as i64))
}
