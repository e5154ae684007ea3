//! Case distinctions where cuts leave a gap: a small branch and bound (Land and Doig, 1960).
//!
//! The case with the least bound is divided at what its relaxation leaves broken: how many clusters an owner has, whether a
//! school is in one, or else a variable. Each case has multipliers of its own, or those of the case around it where those
//! prove more.

use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::certificate::{
    Branch, Case, Division, LevelProof, Multiplier, ProofProgram, Sides, divided,
};
use crate::model::formulation::{Formulation, RowId, VariableId};
use crate::solve::mip::limits_of_switches;

/// The most cases, and the most coefficients in all of them together: that number is relaxed within minutes.
const MOST_CASES: usize = 300;
const MOST_COEFFICIENTS: usize = 6_000_000;
/// A value this close to a whole number counts as whole.
const WHOLE: f64 = 1e-6;
/// Cases are not divided deeper than this, so that a file is not nested deeper than readers allow.
const DEEPEST: usize = 40;

/// What a relaxation proves of a level, and its optimum.
pub type Relaxed = (LevelProof, IdVec<VariableId, f64>);

/// Relaxes a program within some limits, in which they are already, and within the budget.
pub type Relax<'a> = dyn Fn(&ProofProgram, &BTreeMap<Division, Sides>) -> Option<Relaxed> + 'a;

/// A case.
struct Open {
    limits: BTreeMap<Division, Sides>,
    rows: BTreeMap<String, Multiplier>,
    bound: i64,
    /// Where it would be divided, and the greatest value below.
    at: Option<(Division, i64)>,
    depth: usize,
    divided: Option<(usize, usize)>,
}

/// The proof of a level by cases, from its proof without any: at least as good.
///
/// `may_go_on` says whether there is any budget left.
pub fn by_cases(
    program: &ProofProgram,
    level: usize,
    (proof, point): Relaxed,
    relax: &Relax,
    may_go_on: &dyn Fn() -> bool,
) -> LevelProof {
    let counts = limits_of_switches(&program.formulation);
    let mut cases = vec![Open {
        limits: BTreeMap::new(),
        rows: proof.rows.clone(),
        bound: proof.bound,
        at: broken(&program.formulation, &counts, &point),
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
        // Nothing is gained by dividing others while the least case cannot be.
        let Some(at) = case.at.filter(|_| case.bound < proof.value) else { break };
        if case.depth >= DEEPEST {
            break;
        }
        let number = cases.len();
        for above in [false, true] {
            let next = side(program, level, (&proof, &counts), &cases[least], (at, above), relax);
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
fn side(
    program: &ProofProgram,
    level: usize,
    (proof, counts): (&LevelProof, &[(RowId, i64)]),
    case: &Open,
    ((division, at), above): ((Division, i64), bool),
    relax: &Relax,
) -> Open {
    let mut limits = case.limits.clone();
    let known = limits.get(&division).copied();
    let sides = divided(known.unwrap_or_else(|| division.sides(&program.formulation)), at);
    limits.insert(division, if above { sides.1 } else { sides.0 });
    let mut limited = program.clone();
    for (division, &sides) in &limits {
        division.set_sides(&mut limited.formulation, sides);
    }
    let inherited = LevelProof { rows: case.rows.clone(), branch: None, ..proof.clone() };
    let inherited_bound = limited.bound(level, &inherited).unwrap_or(case.bound);
    let depth = case.depth + 1;
    let (rows, bound, at) = match relax(&limited, &limits) {
        Some((own, point)) => {
            let at = broken(&limited.formulation, counts, &point);
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
    let ((division, at), (below, above)) = (case.at?, case.divided?);
    let side = |index: usize| Case {
        rows: changes(&case.rows, &cases[index].rows),
        branch: branch(program, cases, index),
    };
    Some(Box::new(Branch {
        of: program.named(division),
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

/// What is furthest from any whole number, and the whole number below it: the number of clusters of an owner, or whether a
/// school is in one, before single switches, and these before all other variables.
fn broken(
    program: &Formulation,
    counts: &[(RowId, i64)],
    point: &IdVec<VariableId, f64>,
) -> Option<(Division, i64)> {
    let counts = counts.iter().map(|&(id, most)| {
        let value = program.rows[id].terms.iter().map(|&(switch, _)| point[switch]).sum();
        (if most > 1 { 3 } else { 2 }, value, Division::Row(id))
    });
    let whole = program.variables.iter().filter(|(_, variable)| variable.whole);
    let variables = whole.map(|(id, variable)| {
        (i32::from(variable.label.kind == "use"), point[id], Division::Variable(id))
    });
    let apart = |value: f64| (value - value.round()).abs();
    let broken = counts.chain(variables).filter(|&(_, value, _)| apart(value) > WHOLE);
    let furthest = broken.min_by(|one, other| {
        let (one_apart, other_apart) = (apart(one.1), apart(other.1));
        other.0.cmp(&one.0).then(other_apart.total_cmp(&one_apart)).then(one.2.cmp(&other.2))
    });
    #[expect(clippy::cast_possible_truncation, reason = "values are far below 2^63")]
    furthest.map(|(_, value, division)| (division, value.floor() as i64))
}
