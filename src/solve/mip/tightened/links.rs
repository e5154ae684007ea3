//! Links: nobody is where nothing is used.
//!
//! A row `sum of x ≤ sum of c·y`, where each `y` says whether something is used, lets a relaxation use a twelfth of
//! a cluster for one of its twelve members. A link says that no `x` is above zero unless some `y` is (Leung and
//! Magnanti, Valid inequalities and facets of the capacitated plant location problem, Mathematical Programming 44,
//! 1989). It does so for several places together: whoever is at one of some schools is in a cluster that one of them
//! belongs to. Without that, a relaxation puts a twelfth of a student at each of four schools of a cluster that it uses
//! for a twelfth.

use std::collections::{BTreeMap, BTreeSet};

use super::BROKEN_BY;
use crate::base::IdVec;
use crate::model::formulation::{Expression, Formulation, Label, Role, Row, RowId, VariableId};

/// The values of a solution of the relaxation.
type Values = IdVec<VariableId, f64>;

/// What may be placed where something is used: the sum of the takers is at most that of the openers.
pub struct Capacity {
    pub takers: Vec<VariableId>,
    /// With what each of them makes room for.
    pub openers: Vec<(VariableId, i64)>,
}

/// The rows of a program that are capacities.
pub fn capacities(program: &Formulation) -> BTreeMap<RowId, Capacity> {
    program.rows.iter().filter_map(|(id, row)| Some((id, capacity(program, row)?))).collect()
}

fn capacity(program: &Formulation, row: &Row) -> Option<Capacity> {
    if row.lower.is_some() || row.upper != Some(0) {
        return None;
    }
    let (takers, openers): (Vec<_>, Vec<_>) = row.terms.iter().partition(|(_, by)| *by > 0);
    let is_use = |&(id, _): &(VariableId, i64)| {
        let variable = &program.variables[id];
        variable.whole && variable.lower == 0 && variable.upper == Some(1)
    };
    let is_capacity = takers.len() > 1
        && !openers.is_empty()
        && takers.iter().all(|&(id, by)| by == 1 && program.variables[id].upper.is_some())
        && openers.iter().all(is_use);
    is_capacity.then(|| Capacity {
        takers: takers.into_iter().map(|(id, _)| id).collect(),
        openers: openers.into_iter().map(|(id, by)| (id, -by)).collect(),
    })
}

/// Where some students may be, and how many they are.
struct Demand {
    takers: Vec<Taker>,
    number: i64,
}

/// How many of them are at one place.
struct Taker {
    variable: VariableId,
    most: i64,
    /// The openers of the place.
    openers: BTreeSet<VariableId>,
}

/// The links of a program.
pub struct Links {
    demands: Vec<Demand>,
    /// The sets of takers that are linked already.
    linked: BTreeSet<Vec<VariableId>>,
}

impl Links {
    /// Of a program with these capacities.
    pub fn of(program: &Formulation, capacities: &BTreeMap<RowId, Capacity>) -> Self {
        let mut takers: BTreeMap<VariableId, Taker> = BTreeMap::new();
        for capacity in capacities.values() {
            let openers: BTreeSet<VariableId> =
                capacity.openers.iter().map(|(opener, _)| *opener).collect();
            for &variable in &capacity.takers {
                let most = program.variables[variable].upper.unwrap_or(0);
                takers.insert(variable, Taker { variable, most, openers: openers.clone() });
            }
        }
        let mut demands = Vec::new();
        for row in program.rows.values() {
            let Some(number) = row.lower.filter(|_| row.lower == row.upper) else { continue };
            if row.terms.iter().all(|&(id, by)| by == 1 && program.variables[id].lower == 0) {
                let own = row.terms.iter().filter_map(|(id, _)| takers.remove(id)).collect();
                demands.push(Demand { takers: own, number });
            }
        }
        let others = takers.into_values();
        demands.extend(others.map(|taker| Demand { number: taker.most, takers: vec![taker] }));
        Self { demands, linked: BTreeSet::new() }
    }

    /// The number of links so far.
    pub fn len(&self) -> usize {
        self.linked.len()
    }

    /// Adds the links that a solution of the relaxation breaks; returns their number.
    pub fn add_broken(&mut self, program: &mut Formulation, values: &Values) -> usize {
        let before = self.len();
        for demand in &self.demands {
            for (takers, expression) in demand.broken(values) {
                let label = Label { kind: "link", ..program.variables[takers[0]].label };
                if self.linked.insert(takers) {
                    program.row(label, Role::Meaning, expression, None, Some(0));
                }
            }
        }
        self.len() - before
    }
}

impl Demand {
    /// Sets of takers that are more than what is open for them, each with the link that says so.
    fn broken(&self, values: &Values) -> Vec<(Vec<VariableId>, Expression)> {
        let is_used = |variable: VariableId| values[variable] > BROKEN_BY;
        let used: Vec<&Taker> =
            self.takers.iter().filter(|taker| is_used(taker.variable)).collect();
        let mut sets: BTreeSet<Vec<usize>> = (0..used.len()).map(|index| vec![index]).collect();
        let openers = used.iter().flat_map(|taker| taker.openers.iter().copied());
        let openers: BTreeSet<VariableId> = openers.filter(|&opener| is_used(opener)).collect();
        let touching = |openers: &BTreeSet<VariableId>| -> Vec<usize> {
            (0..used.len()).filter(|&index| !used[index].openers.is_disjoint(openers)).collect()
        };
        for opener in openers {
            // All that one opener opens, and all that other openers tie to these.
            let opened = touching(&BTreeSet::from([opener]));
            let tied = opened.iter().flat_map(|&index| used[index].openers.iter().copied());
            sets.insert(touching(&tied.filter(|&opener| is_used(opener)).collect()));
            sets.insert(opened);
        }
        let shrunk = sets.into_iter().map(|set| self.shrunk(&used, set, values));
        let shrunk: BTreeSet<Vec<usize>> = shrunk.collect();
        shrunk.into_iter().filter_map(|set| self.link(&used, &set, values)).collect()
    }

    /// Leaves out takers as long as what is open for them alone is more than they are.
    fn shrunk(&self, used: &[&Taker], mut set: Vec<usize>, values: &Values) -> Vec<usize> {
        let mut times: BTreeMap<VariableId, usize> = BTreeMap::new();
        for opener in set.iter().flat_map(|&index| &used[index].openers) {
            *times.entry(*opener).or_default() += 1;
        }
        loop {
            let gain = |&index: &usize| {
                let own = used[index].openers.iter().filter(|opener| times[*opener] == 1);
                let open: f64 = own.map(|&opener| values[opener]).sum();
                float(self.number) * open - values[used[index].variable]
            };
            let gains = set.iter().map(gain).enumerate();
            let Some((position, _)) = gains
                .filter(|(_, gain)| *gain > BROKEN_BY)
                .max_by(|(_, one), (_, other)| one.total_cmp(other))
            else {
                return set;
            };
            let gone = set.remove(position);
            for opener in &used[gone].openers {
                times.entry(*opener).and_modify(|times| *times -= 1);
            }
        }
    }

    /// The link of a set of takers, if the values break it.
    fn link(
        &self,
        used: &[&Taker],
        set: &[usize],
        values: &Values,
    ) -> Option<(Vec<VariableId>, Expression)> {
        let takers: Vec<VariableId> = set.iter().map(|&index| used[index].variable).collect();
        let openers: BTreeSet<VariableId> =
            set.iter().flat_map(|&index| used[index].openers.iter().copied()).collect();
        let most = match *set {
            [index] => used[index].most.min(self.number),
            _ => self.number,
        };
        let placed: f64 = takers.iter().map(|&taker| values[taker]).sum();
        let open: f64 = openers.iter().map(|&opener| values[opener]).sum();
        if takers.is_empty() || placed <= float(most) * open + BROKEN_BY {
            return None;
        }
        let of_openers = openers.into_iter().map(|opener| (opener, -most));
        let terms = takers.iter().map(|&taker| (taker, 1)).chain(of_openers).collect();
        Some((takers, Expression { terms, constant: 0 }))
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of students")]
fn float(number: i64) -> f64 {
    number as f64
}
