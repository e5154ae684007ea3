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
        let out = variable(&mut program, size, false);
        program.decisions.left_out.push(out);
        let mut terms = vec![(out, 1)];
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

#[test]
fn links_are_also_of_several_places_together() {
    // One of two cohorts is at two places in halves, each of which the same use opens by a half.
    let mut program = Formulation::default();
    let used = variable(&mut program, 1, true);
    let mut somewhere = Vec::new();
    for _ in 0..2 {
        let takers = [1, 5].map(|size| (variable(&mut program, size, false), 1));
        somewhere.push(takers[0]);
        row(&mut program, takers.into_iter().chain([(used, -6)]).collect(), None, Some(0));
    }
    let takers: Vec<VariableId> = somewhere.iter().map(|(taker, _)| *taker).collect();
    row(&mut program, somewhere, Some(1), Some(1));
    let values: IdVec<VariableId, f64> = program
        .variables
        .ids()
        .map(|id| if id == used || takers.contains(&id) { 0.5 } else { 0.0 })
        .collect();
    let rows = program.rows.len();
    let number = Links::of(&program, &capacities(&program)).add_broken(&mut program, &values);
    assert_eq!(number, 1, "each place alone is open enough");
    let link = program.rows.values().nth(rows).unwrap();
    assert_eq!(link.terms, vec![(used, -1), (takers[0], 1), (takers[1], 1)]);
}

#[cfg(feature = "highs")]
fn minimise(program: &mut Formulation, costs: Expression) {
    use crate::instance::Goal;
    use crate::model::formulation::Level;

    program.levels.push(Level { goal: Goal::Total, objective: costs.into() });
}

#[cfg(feature = "highs")]
fn tightened(
    program: Formulation,
    known: &crate::solve::mip::Known,
    idle: std::collections::BTreeSet<VariableId>,
) -> super::TightenedLevel {
    let (solver, budget) = (crate::solve::mip::Solver::Highs, crate::solve::Budget::unlimited());
    super::tightened(program, known, idle, solver, &budget, &|_| {})
        .expect("a relaxation with an optimum")
}

#[cfg(feature = "highs")]
#[test]
fn a_part_of_a_student_left_out_is_a_whole_one() {
    // Three students and three places for one each, of which any two exclude each other: the relaxation uses
    // halves of all three, and leaves out one and a half.
    let mut program = Formulation::default();
    let uses: Vec<VariableId> = (0..3).map(|_| variable(&mut program, 1, true)).collect();
    let mut costs = Expression::default();
    let mut at = [const { Vec::new() }; 3];
    let mut known = vec![1, 0, 0];
    for student in 0..3 {
        let out = variable(&mut program, 1, true);
        program.decisions.left_out.push(out);
        costs = costs.plus_variable(1_000, out);
        let mut somewhere = vec![(out, 1)];
        known.push(i64::from(student > 0));
        for (place, takers) in at.iter_mut().enumerate() {
            let taker = variable(&mut program, 1, false);
            costs = costs.plus_variable(10, taker);
            takers.push((taker, 1));
            somewhere.push((taker, 1));
            known.push(i64::from(student == 0 && place == 0));
        }
        row(&mut program, somewhere, Some(1), Some(1));
    }
    for (place, mut takers) in at.into_iter().enumerate() {
        takers.push((uses[place], -1));
        row(&mut program, takers, None, Some(0));
        let pair = vec![(uses[place], 1), (uses[(place + 1) % 3], 1)];
        row(&mut program, pair, None, Some(1));
    }
    minimise(&mut program, costs);
    let known: IdVec<VariableId, i64> = known.into_iter().collect();
    assert!(program.admits(&known));
    let rows = program.rows.len();
    let found = tightened(program, &(known, 2_010), [].into()).level;
    let left_out = found.program.rows.values().nth(rows).unwrap();
    assert_eq!((left_out.label.kind, left_out.lower), ("left_out", Some(2)));
    assert_eq!(found.relaxed.bound, 2_010 * super::SCALE);
}

#[cfg(feature = "highs")]
#[test]
fn no_point_better_than_a_known_one_is_cut_off() {
    let mut tighter = 0;
    for seed in 0..150 {
        let mut draws = Draws(seed);
        let mut program = places(&mut draws);
        let terms = program.variables.iter().map(|(id, variable)| {
            let is_left_out = program.decisions.left_out.values().any(|&out| out == id);
            let most = if variable.whole || is_left_out { 300 } else { 20 };
            (id, 1 + draws.below(most))
        });
        let costs = Expression { terms: terms.collect(), constant: 0 };
        minimise(&mut program, costs.clone());
        let mut points: Vec<_> = points(&program)
            .into_iter()
            .filter(|point| program.admits(point))
            .map(|point| (costs.value(|id| point[id]), point))
            .collect();
        points.sort_by_key(|(cost, _)| *cost);
        let place = usize::try_from(draws.below(40)).unwrap().min(points.len() - 1);
        let known = (points[place].1.clone(), points[place].0);
        let idle = program.variables.ids().filter(|&id| known.0[id] == 0 && draws.below(2) == 0);
        let found = tightened(program.clone(), &known, idle.collect()).level;
        for (cost, point) in points.iter().filter(|(cost, _)| *cost < known.1) {
            assert!(found.program.admits(point), "{seed}: {cost} {point:?}");
            assert!(found.relaxed.bound <= cost * super::SCALE, "{seed}: {cost}");
        }
        tighter += usize::from(found.program.rows.len() > program.rows.len());
    }
    assert!(tighter > 60, "{tighter}");
}

/// Nine students, each at one of seven places or left out; a place has room for three for each of the two uses that open it,
/// and of all seven uses three may be used.
#[cfg(feature = "highs")]
fn few_uses(draws: &mut Draws) -> (Formulation, Expression) {
    let mut program = Formulation::default();
    let uses: Vec<VariableId> = (0..7).map(|_| variable(&mut program, 1, true)).collect();
    let mut costs = Expression::default();
    for &used in &uses {
        costs = costs.plus_variable(1 + draws.below(150), used);
    }
    let mut at = [const { Vec::new() }; 7];
    for _ in 0..9 {
        let out = variable(&mut program, 1, true);
        program.decisions.left_out.push(out);
        costs = costs.plus_variable(60 + draws.below(60), out);
        let mut somewhere = vec![(out, 1)];
        for takers in &mut at {
            let taker = variable(&mut program, 1, true);
            costs = costs.plus_variable(1 + draws.below(90), taker);
            takers.push((taker, 1));
            somewhere.push((taker, 1));
        }
        row(&mut program, somewhere, Some(1), Some(1));
    }
    for (place, mut takers) in at.into_iter().enumerate() {
        takers.extend([(uses[place], -3), (uses[(place + 1) % 7], -3)]);
        row(&mut program, takers, None, Some(0));
    }
    row(&mut program, uses.into_iter().map(|used| (used, 1)).collect(), None, Some(3));
    minimise(&mut program, costs.clone());
    (program, costs)
}

#[cfg(feature = "highs")]
#[test]
fn cases_prove_no_more_than_the_optimum_and_mostly_all_of_it() {
    use crate::solve::Budget;
    use crate::solve::mip::{self, MipOutcome, MipSettings};

    let settings = MipSettings::default();
    let (mut raised, mut met) = (0, 0);
    for seed in 0..60 {
        let (program, costs) = few_uses(&mut Draws(seed));
        let solved = mip::solve(&program, settings, &Budget::unlimited(), None, &|_| {});
        let MipOutcome::Found(best) = solved.unwrap() else { panic!("everyone can be left out") };
        let optimum = best.levels[0].value;
        // All left out, and what is the best: with another known point other cases are left out.
        let nobody: IdVec<VariableId, i64> = program
            .variables
            .ids()
            .map(|id| i64::from(program.decisions.left_out.values().any(|&out| out == id)))
            .collect();
        for known in [(costs.value(|id| nobody[id]), nobody), (optimum, best.values)] {
            let known = (known.1, known.0);
            let mut found = tightened(program.clone(), &known, [].into());
            let before = found.level.bound();
            let reported = std::cell::RefCell::new(Vec::new());
            let note = |bound| reported.borrow_mut().push(bound);
            found.divide(known.1, settings, &Budget::unlimited(), &note);
            let known = found.counted(known);
            let level = found.into_level();
            assert!(level.bound() <= optimum, "{seed}: {} and {optimum}", level.bound());
            assert!(reported.borrow().iter().all(|bound| (before..=optimum).contains(bound)));
            assert!(level.program.admits(&known.0), "{seed}");
            raised += usize::from(level.bound() > before);
            met += usize::from(level.bound() == optimum);
        }
    }
    assert!(raised > 5, "{raised} bounds were raised");
    assert!(met > 100, "{met} of 120 bounds meet the optimum");
}

#[cfg(feature = "highs")]
#[test]
fn duals_in_thirds_prove_the_last_point() {
    // Each of the rows has a third as its dual, and what rounding loses of them adds up.
    let (mut program, mut costs, mut known) =
        (Formulation::default(), Expression::default(), Vec::new());
    for _ in 0..3_000 {
        let [cheap, dear] = [1, 2].map(|cost| {
            let id = variable(&mut program, 1, true);
            costs = std::mem::take(&mut costs).plus_variable(cost, id);
            id
        });
        row(&mut program, vec![(cheap, 3), (dear, 3)], Some(3), None);
        known.extend([1, 0]);
    }
    minimise(&mut program, costs);
    let known = (known.into_iter().collect(), 3_000);
    assert_eq!(tightened(program, &known, [].into()).level.bound(), 3_000);
}
