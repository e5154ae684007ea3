use super::covers::{add_covers, covers};
use super::links::{Links, capacities};
use crate::base::IdVec;
use crate::model::formulation::{
    Expression, Formulation, Label, Role, Subject, Variable, VariableId,
};
use crate::solve::mip::LinearOptimum;

/// Random numbers that depend on a seed alone.
struct Draws(u64);

impl Draws {
    fn below(&mut self, most: i64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % most
    }
}

const LABEL: Label = Label { rule: "structure", kind: "x", subject: Subject::Plan };

fn variable(program: &mut Formulation, most: i64, whole: bool) -> VariableId {
    program.variable(Variable { label: LABEL, lower: 0, upper: Some(most), whole })
}

fn row(
    program: &mut Formulation,
    terms: Vec<(VariableId, i64)>,
    lower: Option<i64>,
    upper: Option<i64>,
) {
    program.row(LABEL, Role::Demand, Expression { terms, constant: 0 }, lower, upper);
}

/// Two cohorts, each somewhere in two places that are opened by two uses each, or left out.
fn places(draws: &mut Draws) -> Formulation {
    let mut program = Formulation::default();
    let uses: Vec<VariableId> = (0..3).map(|_| variable(&mut program, 1, true)).collect();
    let mut at = [Vec::new(), Vec::new()];
    for _ in 0..2 {
        let size = 1 + draws.below(2);
        let mut terms = vec![(variable(&mut program, size, false), 1)];
        for takers in &mut at {
            let taker = variable(&mut program, size, false);
            takers.push((taker, 1));
            terms.push((taker, 1));
        }
        row(&mut program, terms, Some(size), Some(size));
    }
    for (place, takers) in at.into_iter().enumerate() {
        let openers = [place, place + 1].map(|number| (uses[number], -1 - draws.below(3)));
        row(&mut program, takers.into_iter().chain(openers).collect(), None, Some(0));
    }
    program
}

/// All whole points within the bounds of the variables.
fn points(program: &Formulation) -> Vec<IdVec<VariableId, i64>> {
    let mut points = vec![Vec::new()];
    for variable in program.variables.values() {
        let most = variable.upper.unwrap();
        points = points
            .into_iter()
            .flat_map(|point: Vec<i64>| {
                (0..=most).map(move |value| point.iter().copied().chain([value]).collect())
            })
            .collect();
    }
    points.into_iter().map(|point| point.into_iter().collect()).collect()
}

#[test]
fn no_whole_point_is_cut_off_and_parts_of_uses_are() {
    let mut cut = 0;
    for seed in 0..60 {
        let mut draws = Draws(seed);
        let program = places(&mut draws);
        let capacities = capacities(&program);
        assert_eq!(capacities.len(), 2);
        let covers = covers(&program, &capacities);
        let values: IdVec<VariableId, f64> = program
            .variables
            .values()
            .map(|variable| 0.25 * draws.below(1 + 4 * variable.upper.unwrap()) as f64)
            .collect();
        let solved = LinearOptimum { duals: IdVec::filled(0.0, 0), values };
        let mut tighter = program.clone();
        Links::of(&program, &capacities).add_broken(&mut tighter, &solved.values);
        add_covers(&mut tighter, &covers, &solved);
        for row in tighter.rows.values().skip(program.rows.len()) {
            let value: f64 = row.terms.iter().map(|&(id, by)| by as f64 * solved.values[id]).sum();
            let breaks = row.lower.is_some_and(|lower| value < lower as f64)
                || row.upper.is_some_and(|upper| value > upper as f64);
            assert!(breaks, "only what is broken is added: {row:?}");
            cut += 1;
        }
        let mut admitted = 0;
        for point in points(&program) {
            assert_eq!(program.admits(&point), tighter.admits(&point), "{seed}: {point:?}");
            admitted += usize::from(program.admits(&point));
        }
        assert!(admitted > 0, "everyone can be left out");
    }
    assert!(cut > 50, "{cut} rows");
}

#[test]
fn a_cover_says_how_many_uses_it_takes() {
    // 30 students, left out or at one of three places of 15, 12 and 10.
    let mut program = Formulation::default();
    let uses: Vec<VariableId> = (0..3).map(|_| variable(&mut program, 1, true)).collect();
    let out = variable(&mut program, 30, false);
    let mut somewhere = vec![(out, 1)];
    for (place, room) in [15, 12, 10].into_iter().enumerate() {
        let takers = [10, 20].map(|size| (variable(&mut program, size, false), 1));
        somewhere.extend(takers);
        let terms = takers.into_iter().chain([(uses[place], -room)]).collect();
        row(&mut program, terms, None, Some(0));
    }
    row(&mut program, somewhere, Some(30), Some(30));
    let covers = covers(&program, &capacities(&program));
    let says: Vec<(Vec<i64>, i64)> = covers
        .iter()
        .map(|cover| (uses.iter().map(|id| cover.terms[id]).collect(), cover.least))
        .collect();
    let expected = [(vec![1, 1, 1], 2), (vec![2, 1, 1], 3), (vec![2, 2, 1], 3)];
    assert_eq!(says, expected);
    assert!(covers.iter().all(|cover| cover.terms[&out] == 1));
}
