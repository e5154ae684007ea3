//! What an outsider knows of numbers that are not shown: sums of whole numbers within bounds, and a search for numbers
//! that fit all of it.

use std::collections::BTreeMap;

use good_lp::{
    Expression, ProblemVariables, ResolutionError, SolverModel, Variable, microlp, variable,
};
use plaatswijzer::disclosure::{Count, SMALLEST_GROUP};

/// More students than there are in any instance of these tests.
pub const MANY: i64 = 600;
/// The most steps of a search by hand: after them it is left to a solver of integer programs.
const MOST_STEPS: usize = 400;

/// How what a board knows of its own students is called.
pub const OWN: &str = "own students";

/// The position of an unknown number.
pub type Unknown = usize;

/// The possible values of all unknown numbers.
type Ranges = Vec<(i64, i64)>;

/// A sum of unknown numbers, each times a factor, within bounds.
struct Sum {
    what: String,
    terms: Vec<(i64, Unknown)>,
    least: i64,
    most: i64,
}

impl Sum {
    /// Whether it is known without any report: what adds up to what, and where a board's own students are.
    fn is_prior(&self) -> bool {
        let is_identity =
            (self.least, self.most) == (0, 0) && self.terms.iter().any(|&(factor, _)| factor < 0);
        is_identity || self.what.starts_with(OWN)
    }
}

/// A number of students that is not to be known better than as one to four.
pub struct Group {
    /// What it counts.
    pub name: String,
    parts: Vec<Unknown>,
    /// Its true number.
    pub truth: i64,
    /// The most that public limits allow.
    most: i64,
}

/// Unknown numbers, what is known of them, and the groups among them.
#[derive(Default)]
pub struct System {
    truths: Vec<i64>,
    sums: Vec<Sum>,
    groups: Vec<Group>,
}

impl System {
    /// An unknown number of students, and its true value.
    pub fn unknown(&mut self, truth: i64) -> Unknown {
        self.truths.push(truth);
        self.truths.len() - 1
    }

    /// The true value of a sum of unknown numbers.
    pub fn truth(&self, parts: &[Unknown]) -> i64 {
        parts.iter().map(|&part| self.truths[part]).sum()
    }

    /// A sum with factors is known to be within bounds.
    pub fn within(&mut self, what: &str, terms: Vec<(i64, Unknown)>, least: i64, most: i64) {
        let truth: i64 = terms.iter().map(|&(factor, one)| factor * self.truths[one]).sum();
        assert!((least..=most).contains(&truth), "{what}: {truth} is shown as {least} to {most}");
        let mut factors = BTreeMap::<Unknown, i64>::new();
        for (factor, one) in terms {
            *factors.entry(one).or_default() += factor;
        }
        let terms = factors.into_iter().filter(|&(_, factor)| factor != 0);
        let terms = terms.map(|(one, factor)| (factor, one)).collect();
        self.sums.push(Sum { what: what.to_owned(), terms, least, most });
    }

    /// A sum is shown as a count.
    pub fn shown(&mut self, what: &str, parts: &[Unknown], count: Count) {
        let (least, most) = range(count);
        self.within(what, parts.iter().map(|&part| (1, part)).collect(), least, most);
    }

    /// Two sums are equal.
    pub fn equal(&mut self, what: &str, one: &[Unknown], other: &[Unknown]) {
        let terms = one.iter().map(|&part| (1, part)).chain(other.iter().map(|&part| (-1, part)));
        self.within(what, terms.collect(), 0, 0);
    }

    /// A sum is a group to be protected, of which public limits allow no more than `most`.
    pub fn group_within(&mut self, name: impl Into<String>, parts: &[Unknown], most: i64) {
        let (parts, truth) = (parts.to_vec(), self.truth(parts));
        self.groups.push(Group { name: name.into(), parts, truth, most });
    }

    /// A sum is a group to be protected.
    pub fn group(&mut self, name: impl Into<String>, parts: &[Unknown]) {
        self.group_within(name, parts, MANY);
    }

    /// The small groups.
    pub fn small(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| (1..SMALLEST_GROUP).contains(&group.truth))
    }

    /// The small groups that can be known better than as one to four, with the numbers that they cannot have although a
    /// reader's own knowledge alone would leave them.
    pub fn leaks(&self) -> Vec<(&Group, Vec<i64>)> {
        let prior: Vec<&Sum> = self.sums.iter().filter(|sum| sum.is_prior()).collect();
        let is_leak = |group: &Group, number| {
            !self.is_possible(group, number) && self.is_possible_by(&prior, group, number)
        };
        let leaks = self.small().map(|group| {
            let numbers = 1..SMALLEST_GROUP.min(group.most + 1);
            (group, numbers.filter(|&number| is_leak(group, number)).collect())
        });
        leaks.filter(|(_, impossible): &(_, Vec<i64>)| !impossible.is_empty()).collect()
    }

    /// Whether a group can have a number of students, given all that is known.
    pub fn is_possible(&self, group: &Group, number: i64) -> bool {
        self.is_possible_by(&self.sums.iter().collect::<Vec<_>>(), group, number)
    }

    fn is_possible_by(&self, sums: &[&Sum], group: &Group, number: i64) -> bool {
        let terms = group.parts.iter().map(|&part| (1, part)).collect();
        let asked = Sum { what: String::new(), terms, least: number, most: number };
        let sums: Vec<&Sum> = sums.iter().copied().chain([&asked]).collect();
        let ranges = vec![(0, MANY); self.truths.len()];
        self.fits(&sums, ranges.clone(), &mut 0).unwrap_or_else(|| is_solvable(&sums, ranges))
    }

    /// Sums of which each is needed to know that a group cannot have a number of students.
    pub fn why(&self, group: &Group, number: i64) -> String {
        let mut sums: Vec<&Sum> = self.sums.iter().collect();
        let mut at = 0;
        while at < sums.len() {
            let sum = sums.remove(at);
            if self.is_possible_by(&sums, group, number) {
                sums.insert(at, sum);
                at += 1;
            }
        }
        let shown = |sum: &&Sum| {
            let truth: i64 = sum.terms.iter().map(|&(factor, at)| factor * self.truths[at]).sum();
            format!("{} {} in {}..{}", sum.what, truth, sum.least, sum.most)
        };
        sums.iter().map(shown).collect::<Vec<_>>().join("; ")
    }

    /// Whether there are whole numbers within the ranges that fit all sums: those nearest to the truth first. `None` if
    /// that takes too long.
    fn fits(&self, sums: &[&Sum], mut ranges: Ranges, steps: &mut usize) -> Option<bool> {
        *steps += 1;
        if *steps > MOST_STEPS {
            return None;
        }
        if !narrowed(sums, &mut ranges) {
            return Some(false);
        }
        let open = (0..ranges.len()).filter(|&at| ranges[at].0 < ranges[at].1);
        // First those that cannot keep their true number.
        let order = |&at: &usize| {
            let (least, most) = ranges[at];
            ((least..=most).contains(&self.truths[at]), most - least)
        };
        let Some(at) = open.min_by_key(order) else { return Some(true) };
        let (least, most) = ranges[at];
        let nearest = self.truths[at].clamp(least, most);
        for part in [(nearest, nearest), (least, nearest - 1), (nearest + 1, most)] {
            if part.0 <= part.1 {
                let mut narrower = ranges.clone();
                narrower[at] = part;
                if self.fits(sums, narrower, steps)? {
                    return Some(true);
                }
            }
        }
        Some(false)
    }
}

/// The same by an integer program.
fn is_solvable(sums: &[&Sum], mut ranges: Ranges) -> bool {
    if !narrowed(sums, &mut ranges) {
        return false;
    }
    let mut numbers = ProblemVariables::new();
    let unknown: Vec<Variable> = ranges
        .iter()
        .map(|&(least, most)| numbers.add(variable().integer().min(least as f64).max(most as f64)))
        .collect();
    let mut program = numbers.minimise(Expression::default()).using(microlp);
    for sum in sums {
        let value: Expression =
            sum.terms.iter().map(|&(factor, at)| factor as f64 * unknown[at]).sum();
        program.add_constraint(value.clone().geq(sum.least as f64));
        program.add_constraint(value.leq(sum.most as f64));
    }
    match program.solve() {
        Ok(_) => true,
        Err(ResolutionError::Infeasible) => false,
        Err(error) => panic!("{error}"),
    }
}

/// What a count says to whoever reads it.
pub fn range(count: Count) -> (i64, i64) {
    match count {
        Count::Exact(number) => (number, number),
        Count::Few => (0, SMALLEST_GROUP - 1),
        Count::AtLeast(least) => (least, MANY),
        // Five students are rounded, fewer are called few.
        Count::About(number) => ((number - 2).max(SMALLEST_GROUP), number + 2),
    }
}

/// Narrows ranges to what each sum leaves of them, again and again; `false` if nothing is left.
fn narrowed(sums: &[&Sum], ranges: &mut Ranges) -> bool {
    loop {
        let mut has_changed = false;
        for sum in sums {
            let ends = |(factor, at): (i64, Unknown)| {
                let (one, other) = (factor * ranges[at].0, factor * ranges[at].1);
                (one.min(other), one.max(other))
            };
            let all: Vec<(i64, i64)> = sum.terms.iter().map(|&term| ends(term)).collect();
            let least: i64 = all.iter().map(|one| one.0).sum();
            let most: i64 = all.iter().map(|one| one.1).sum();
            if least > sum.most || most < sum.least {
                return false;
            }
            for (&(factor, at), (own_least, own_most)) in sum.terms.iter().zip(all) {
                // What the others leave of the sum.
                let from = sum.least - (most - own_most);
                let to = sum.most - (least - own_least);
                let (from, to) = if factor > 0 {
                    (-(-from).div_euclid(factor), to.div_euclid(factor))
                } else {
                    (-to.div_euclid(-factor), (-from).div_euclid(-factor))
                };
                let (was_least, was_most) = ranges[at];
                ranges[at] = (was_least.max(from), was_most.min(to));
                has_changed |= ranges[at] != (was_least, was_most);
                if ranges[at].0 > ranges[at].1 {
                    return false;
                }
            }
        }
        if !has_changed {
            return true;
        }
    }
}
