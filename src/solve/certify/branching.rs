//! Case distinctions where cuts leave a gap: a small branch and bound (Land and Doig, 1960).
//!
//! The case with the least bound is divided at what its relaxation leaves broken: how many clusters an owner has, whether a
//! school is in one, whether an option is used, or another variable, whichever of these kinds has gained most so far. Each
//! case has multipliers of its own, or those of the case around it where those prove more.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::IdVec;
use crate::certificate::{
    Branch, Case, Division, LevelProof, Multiplier, ProofProgram, Sides, divided,
};
use crate::model::formulation::{Formulation, RowId, VariableId};
use crate::solve::mip::limits_of_switches;

/// The most cases, and the most coefficients in all of them together: that number is relaxed within minutes.
const MOST_CASES: usize = 600;
const MOST_COEFFICIENTS: usize = 20_000_000;
/// A value this close to a whole number counts as whole.
const WHOLE: f64 = 1e-6;
/// Cases are not divided deeper than this, so that a file is not nested deeper than readers allow.
const DEEPEST: usize = 40;
/// Kinds of divisions, in the order in which they are tried first: numbers of clusters, schools in a cluster, options in use,
/// other variables.
const KINDS: usize = 4;

/// What a relaxation proves of a level, and its optimum.
pub type Relaxed = (LevelProof, IdVec<VariableId, f64>);

/// Relaxes a program within some limits, in which they are already, and within the budget.
pub type Relax<'a> = dyn FnMut(&ProofProgram, &BTreeMap<Division, Sides>) -> Option<Relaxed> + 'a;

/// Where a case may be divided, and the greatest value below.
#[derive(Clone, Copy)]
struct Place {
    division: Division,
    at: i64,
    /// Below [`KINDS`].
    kind: usize,
}

/// A case.
struct Open {
    limits: BTreeMap<Division, Sides>,
    rows: BTreeMap<String, Multiplier>,
    bound: i64,
    /// Where it may be divided: at most one place of each kind, in order.
    places: Vec<Place>,
    depth: usize,
    /// Where it was divided, and the numbers of both cases.
    divided: Option<(Place, [usize; 2])>,
}

/// The proof of a level by cases, from its proof without any: at least as good.
///
/// `may_go_on` says whether there is any budget left.
pub fn by_cases(
    program: &ProofProgram,
    level: usize,
    (proof, point): Relaxed,
    relax: &mut Relax,
    may_go_on: &dyn Fn() -> bool,
) -> LevelProof {
    let counts = limits_of_switches(&program.formulation);
    let mut cases = vec![Open {
        limits: BTreeMap::new(),
        rows: proof.rows.clone(),
        bound: proof.bound,
        places: broken(&program.formulation, &counts, &point),
        depth: 0,
        divided: None,
    }];
    let of_case: usize = program.formulation.rows.values().map(|row| row.terms.len()).sum();
    let most = (MOST_COEFFICIENTS / of_case.max(1)).min(MOST_CASES);
    let mut gains = [Gains::default(); KINDS];
    while cases.len() < most && may_go_on() {
        let open = cases.iter().enumerate().filter(|(_, case)| case.divided.is_none());
        let Some((least, case)) = open.min_by_key(|(index, case)| (case.bound, *index)) else {
            break;
        };
        let promising =
            case.places.iter().max_by_key(|place| gains[place.kind].promise(place.kind));
        // Nothing is gained by dividing others while the least case cannot be.
        let Some(&place) = promising.filter(|_| case.bound < proof.value) else { break };
        if case.depth >= DEEPEST {
            break;
        }
        let sides = [false, true]
            .map(|above| side(program, level, (&proof, &counts), case, (place, above), relax));
        let least_of_both = sides[0].bound.min(sides[1].bound).min(proof.value);
        gains[place.kind].learn(least_of_both - case.bound);
        let number = cases.len();
        cases[least].divided = Some((place, [number, number + 1]));
        cases.extend(sides);
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
    (Place { division, at, .. }, above): (Place, bool),
    relax: &mut Relax,
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
    let (rows, bound, places) = match relax(&limited, &limits) {
        Some((own, point)) => {
            let places = broken(&limited.formulation, counts, &point);
            if own.bound >= inherited_bound {
                (own.rows, own.bound, places)
            } else {
                (inherited.rows, inherited_bound, places)
            }
        }
        None => (inherited.rows, inherited_bound, Vec::new()),
    };
    Open { limits, rows, bound, places, depth, divided: None }
}

/// The division of a case, as written: the multipliers of each side as far as they differ from those around it.
fn branch(program: &ProofProgram, cases: &[Open], index: usize) -> Option<Box<Branch>> {
    let case = &cases[index];
    let (Place { division, at, .. }, [below, above]) = case.divided?;
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

/// What divisions of a kind have gained: the lesser gain of both sides.
#[derive(Clone, Copy, Default)]
struct Gains {
    sum: i64,
    number: i64,
}

impl Gains {
    fn learn(&mut self, gain: i64) {
        self.sum = self.sum.saturating_add(gain);
        self.number += 1;
    }

    /// What another division promises, by which the greatest is chosen; where none was made, more than any other.
    fn promise(self, kind: usize) -> (i64, Reverse<usize>) {
        let average = self.sum.checked_div(self.number);
        (average.unwrap_or(i64::MAX), Reverse(kind))
    }
}

/// What is furthest from any whole number, of each kind.
fn broken(
    program: &Formulation,
    counts: &[(RowId, i64)],
    point: &IdVec<VariableId, f64>,
) -> Vec<Place> {
    let counts = counts.iter().map(|&(id, most)| {
        let value = program.rows[id].terms.iter().map(|&(switch, _)| point[switch]).sum();
        (usize::from(most == 1), value, Division::Row(id))
    });
    let whole = program.variables.iter().filter(|(_, variable)| variable.whole);
    let variables = whole.map(|(id, variable)| {
        (if variable.label.kind == "use" { 2 } else { 3 }, point[id], Division::Variable(id))
    });
    let mut furthest: [Option<(f64, Place)>; KINDS] = [None; KINDS];
    for (kind, value, division) in counts.chain(variables) {
        let apart = (value - value.round()).abs();
        if apart > furthest[kind].map_or(WHOLE, |(apart, _)| apart) {
            #[expect(clippy::cast_possible_truncation, reason = "values are far below 2^63")]
            let at = value.floor() as i64;
            furthest[kind] = Some((apart, Place { division, at, kind }));
        }
    }
    furthest.into_iter().flatten().map(|(_, place)| place).collect()
}
