//! Members and others who share places under a cluster's limit: no flow, and no linear program, can
//! say that. Two members and one other are enough.

use good_lp::{Solution, SolverModel, microlp};
use serde_json::{Value, json};

use super::oracle::{least, least_with};
use crate::base::Id;
use crate::model::formulation::{Formulation, Purpose};
use crate::problem::Problem;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::core::RestrictedProblem;
use crate::solve::decomposition::{Begin, search};
use crate::solve::mip::{Ending, MipSettings, write};
use crate::solve::{Budget, SearchOutcome};
use crate::testing::tiny;

/// The cluster takes one member. One member can only go to its first school, which has one place;
/// another to its second, which has many, or to a school outside, which has one; and the student of
/// year 4 to the first or outside. Every two of these five pairs that follow each other round
/// exclude one another: half of each is the best of the linear program.
fn round_of_five() -> Value {
    json!({
        "boards": [{ "id": "b" }, { "id": "x", "standing": "shell" }],
        "schools": [
            { "id": "one", "places": 1 }, { "id": "many", "places": 9 },
            { "id": "outside", "places": 1, "board": "x" },
        ],
        "clusters": [{ "id": "c", "schools": ["one", "many"], "keep": true }],
        "students": [
            { "id": "first", "only": ["one"] },
            { "id": "second", "only": ["many", "outside"] },
            { "id": "fourth", "only": ["one", "outside"], "year": 4 },
        ],
        "rules": {
            "placement": { "worth_km": 10 }, "exclusion": {}, "shell": { "worth_km": 0 },
            "cluster_size": { "min": 0, "target": 1, "max": 1, "worth_km": 0 },
        },
    })
}

/// The least of the linear relaxation of a program.
fn solution(formulation: &Formulation) -> f64 {
    let mut linear = formulation.clone();
    for variable in linear.variables.values_mut() {
        variable.whole = false;
    }
    let objective = linear.levels[0].objective.sum().unwrap();
    let (model, columns) = write(&linear, objective, microlp);
    let solution = model.solve().expect("half of each is a solution");
    let terms = objective.terms.iter();
    let sum: f64 = terms.map(|&(id, by)| by as f64 * solution.value(columns[id.index()])).sum();
    sum + objective.constant as f64
}

fn assert_proven(problem: &Problem, optimum: i64) {
    let begin = Begin::default();
    let result = search(problem, MipSettings::default(), &Budget::unlimited(), &begin, &|_| {});
    let found = result.expect("a small program").outcome;
    let SearchOutcome::Plan(known) = found else { panic!("{found:?}") };
    let level = known.levels[0];
    assert_eq!((level.value, level.bound, known.ending), (optimum, optimum, Ending::Finished));
}

#[test]
fn two_members_and_another_can_make_a_fraction_that_the_search_closes() {
    let problem = tiny(round_of_five());
    let core = Core::of(&problem);
    let candidates = RestrictedProblem::all(&core).candidates(&core);
    let formulation = problem.formulate(&candidates, Purpose::Plan);
    // The linear program places five halves of students; a plan places at most two whole students of three.
    assert!((solution(&formulation) - 5_000.0).abs() < 1e-3, "{}", solution(&formulation));
    assert_eq!(least(&core), Some(10_000));
    assert_proven(&problem, 10_000);
}

#[test]
fn the_fraction_is_closed_where_the_cluster_is_a_choice() {
    let mut document = round_of_five();
    document["clusters"][0]["keep"] = false.into();
    document["clusters"][0]["meeting_days"] = json!(["tue", "thu"]);
    let problem = tiny(document);
    let core = Core::of(&problem);
    let used: Vec<_> = core.options.ids().take(1).collect();
    assert_eq!(least_with(&core, &used, None), Some(10_000));
    assert_proven(&problem, 10_000);
}
