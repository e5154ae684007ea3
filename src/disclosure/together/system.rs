//! Numbers that are not shown, what is shown of their sums, and a search for other numbers that fit all of it.

use std::collections::BTreeMap;

use super::super::audience::SMALLEST_GROUP;
use super::super::count::Count;
use super::ReportPart;

/// Steps after which a search gives up: what it did not find by then counts as impossible.
const MOST_STEPS: usize = 300;

/// The position of a number.
pub type Unknown = usize;

/// A sum of numbers, each times a factor, within bounds.
struct Sum {
    /// The part of a report that says so; `None` for what is so anyway.
    by: Option<ReportPart>,
    terms: Vec<(i64, Unknown)>,
    least: i64,
    most: i64,
}

/// Numbers of students, sums of them that all know, and groups that nobody is to know.
pub struct System {
    /// The true numbers.
    truths: Vec<i64>,
    /// More than any number.
    many: i64,
    sums: Vec<Sum>,
    groups: Vec<Vec<Unknown>>,
}

impl System {
    /// Without numbers, for a number of students.
    pub fn new(students: i64) -> Self {
        // Nobody knows how many there are but from what is shown.
        let many = students + 2 * SMALLEST_GROUP;
        Self { truths: Vec::new(), many, sums: Vec::new(), groups: Vec::new() }
    }

    /// A number and its true value.
    pub fn unknown(&mut self, truth: i64) -> Unknown {
        self.truths.push(truth);
        self.truths.len() - 1
    }

    /// The true value of a sum.
    pub fn truth(&self, parts: &[Unknown]) -> i64 {
        parts.iter().map(|&part| self.truths[part]).sum()
    }

    /// A sum with factors is within bounds; without a bound at one end that is `None`.
    pub fn within(
        &mut self,
        by: Option<ReportPart>,
        terms: impl IntoIterator<Item = (i64, Unknown)>,
        least: Option<i64>,
        most: Option<i64>,
    ) {
        let mut factors = BTreeMap::<Unknown, i64>::new();
        for (factor, one) in terms {
            *factors.entry(one).or_default() += factor;
        }
        let factors = factors.into_iter().filter(|&(_, factor)| factor != 0);
        let terms: Vec<(i64, Unknown)> = factors.map(|(one, factor)| (factor, one)).collect();
        let (least, most) = (least.unwrap_or(i64::MIN / 4), most.unwrap_or(i64::MAX / 4));
        self.sums.push(Sum { by, terms, least, most });
    }

    /// A sum is shown as a count.
    pub fn shown(&mut self, by: ReportPart, parts: &[Unknown], count: Count) {
        let few = SMALLEST_GROUP - 1;
        let (least, most) = match count {
            Count::Exact(number) => (number, Some(number)),
            Count::Few => (0, Some(few)),
            Count::AtLeast(least) => (least, None),
            // Fewer are called few.
            Count::About(number) => {
                ((number - SMALLEST_GROUP / 2).max(SMALLEST_GROUP), Some(number + few / 2))
            }
        };
        self.within(Some(by), parts.iter().map(|&part| (1, part)), Some(least), most);
    }

    /// Two sums are equal.
    pub fn equal(&mut self, one: &[Unknown], other: &[Unknown]) {
        let terms = one.iter().map(|&part| (1, part)).chain(other.iter().map(|&part| (-1, part)));
        self.within(None, terms, Some(0), Some(0));
    }

    /// A sum is known anyway.
    pub fn known(&mut self, parts: &[Unknown]) {
        let truth = Some(self.truth(parts));
        self.within(None, parts.iter().map(|&part| (1, part)), truth, truth);
    }

    /// Of members who are free, who are not, others in clusters, in the shell and left out, those who are not among the
    /// students that a board sees by name. It knows how many of its own are members, not who of them is free.
    pub fn without(&mut self, all: [Unknown; 5], known: [i64; 5]) -> [Unknown; 5] {
        if known[..4].iter().all(|&number| number == 0) {
            return all;
        }
        let own = known.map(|number| self.unknown(number));
        self.known(&own[..2]);
        for one in &own[2..4] {
            self.known(&[*one]);
        }
        let mut others = all;
        for at in 0..4 {
            others[at] = self.unknown(self.truths[all[at]] - known[at]);
            self.equal(&[own[at], others[at]], &[all[at]]);
        }
        others
    }

    /// A sum is a group: if it is small, it is not to be known better than as one to four.
    pub fn group(&mut self, parts: &[Unknown]) {
        let is_small = (1..SMALLEST_GROUP).contains(&self.truth(parts));
        if is_small && !self.groups.iter().any(|known| known == parts) {
            self.groups.push(parts.to_vec());
        }
    }

    /// Whether every small group can have any number from one to four, without what these parts show.
    pub fn keeps_all(&self, withheld: &[ReportPart]) -> bool {
        let shown = |sum: &&Sum| sum.by.is_none_or(|part| !withheld.contains(&part));
        let sums: Vec<&Sum> = self.sums.iter().filter(shown).collect();
        // Numbers that fit all sums and were found for one group may do for others.
        let mut found: Vec<Vec<i64>> = vec![self.truths.clone()];
        self.groups.iter().all(|group| {
            (1..SMALLEST_GROUP).all(|number| {
                let of = |numbers: &Vec<i64>| group.iter().map(|&part| numbers[part]).sum::<i64>();
                if found.iter().any(|numbers| of(numbers) == number) {
                    return true;
                }
                let other = self.other(&sums, group, number);
                found.extend(other.clone());
                other.is_some()
            })
        })
    }

    /// Numbers that fit all sums, with which a group has a number of students.
    fn other(&self, sums: &[&Sum], group: &[Unknown], number: i64) -> Option<Vec<i64>> {
        let terms = group.iter().map(|&part| (1, part)).collect();
        let asked = Sum { by: None, terms, least: number, most: number };
        let sums: Vec<&Sum> = std::iter::once(&asked).chain(sums.iter().copied()).collect();
        let ranges = vec![(0, self.many); self.truths.len()];
        self.fitting(&sums, ranges, &mut 0)
    }

    /// Numbers within the ranges that fit all sums: those near the true ones are tried first.
    fn fitting(
        &self,
        sums: &[&Sum],
        mut ranges: Vec<(i64, i64)>,
        steps: &mut usize,
    ) -> Option<Vec<i64>> {
        *steps += 1;
        if *steps > MOST_STEPS || !narrowed(sums, &mut ranges) {
            return None;
        }
        let open = (0..ranges.len()).filter(|&at| ranges[at].0 < ranges[at].1);
        // First those that cannot keep their true number.
        let order = |&at: &usize| {
            let (least, most) = ranges[at];
            ((least..=most).contains(&self.truths[at]), most - least)
        };
        let Some(at) = open.min_by_key(order) else {
            return Some(ranges.into_iter().map(|(number, _)| number).collect());
        };
        let (least, most) = ranges[at];
        let nearest = self.truths[at].clamp(least, most);
        [(nearest, nearest), (least, nearest - 1), (nearest + 1, most)]
            .into_iter()
            .filter(|(least, most)| least <= most)
            .find_map(|part| {
                let mut narrower = ranges.clone();
                narrower[at] = part;
                self.fitting(sums, narrower, steps)
            })
    }
}

/// Narrows ranges to what each sum leaves of them, again and again; `false` if nothing is left.
fn narrowed(sums: &[&Sum], ranges: &mut [(i64, i64)]) -> bool {
    loop {
        let mut has_changed = false;
        for sum in sums {
            let Some(narrower) = narrowed_by(sum, ranges) else { return false };
            has_changed |= narrower;
        }
        if !has_changed {
            return true;
        }
    }
}

/// Narrows ranges to what a sum leaves of them, and returns whether it did; `None` if nothing is left.
fn narrowed_by(sum: &Sum, ranges: &mut [(i64, i64)]) -> Option<bool> {
    let ends = |(factor, at): (i64, Unknown), ranges: &[(i64, i64)]| {
        let (one, other) = (factor * ranges[at].0, factor * ranges[at].1);
        (one.min(other), one.max(other))
    };
    let (mut least, mut most) = (0, 0);
    for &term in &sum.terms {
        let (own_least, own_most) = ends(term, ranges);
        least += own_least;
        most += own_most;
    }
    if least > sum.most || most < sum.least {
        return None;
    }
    let mut has_changed = false;
    for &(factor, at) in &sum.terms {
        let (own_least, own_most) = ends((factor, at), ranges);
        // What the others leave of the sum.
        let (from, to) = (sum.least - (most - own_most), sum.most - (least - own_least));
        let (from, to) = if factor > 0 {
            (-(-from).div_euclid(factor), to.div_euclid(factor))
        } else {
            (-to.div_euclid(-factor), (-from).div_euclid(-factor))
        };
        let was = ranges[at];
        ranges[at] = (was.0.max(from), was.1.min(to));
        if ranges[at].0 > ranges[at].1 {
            return None;
        }
        if ranges[at] != was {
            has_changed = true;
            let (new_least, new_most) = ends((factor, at), ranges);
            least += new_least - own_least;
            most += new_most - own_most;
        }
    }
    Some(has_changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three of ten: the ten and the seven are shown.
    fn system(seven: Count) -> System {
        let mut system = System::new(10);
        let [three, others] = [3, 7].map(|number| system.unknown(number));
        system.shown(ReportPart::Boards, &[three, others], Count::Exact(10));
        system.shown(ReportPart::Clusters, &[others], seven);
        system.group(&[three]);
        system.group(&[others]);
        system
    }

    #[test]
    fn a_group_is_known_by_the_others() {
        assert!(!system(Count::Exact(7)).keeps_all(&[]));
        assert!(!system(Count::AtLeast(7)).keeps_all(&[]));
        assert!(system(Count::AtLeast(6)).keeps_all(&[]));
        assert!(system(Count::Exact(7)).keeps_all(&[ReportPart::Clusters]));
        assert!(!system(Count::Exact(7)).keeps_all(&[ReportPart::Homes]));
    }

    #[test]
    fn factors_are_divided_rightly() {
        // 2 x - 3 y = 1, with y = 3: x = 5.
        let mut system = System::new(20);
        let [x, y] = [5, 3].map(|number| system.unknown(number));
        system.within(None, [(2, x), (-3, y)], Some(1), Some(1));
        system.group(&[y]);
        // y can be 1 and 3, and never even.
        assert!(!system.keeps_all(&[]));
        let sums: Vec<&Sum> = system.sums.iter().collect();
        let fitting = [1, 2, 3, 4].map(|number| system.other(&sums, &[y], number).is_some());
        assert_eq!(fitting, [true, false, true, false]);
    }
}
