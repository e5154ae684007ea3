//! The best path known for a draw, which regret compares with, and decisions that lead to no plan as far as is known.

use serde_json::{Value, json};

use super::DrawsOutcome;
use super::check::{DrawTexts, check_draws};
use super::common::CommonPath;
use super::held::{HeldPath, YearBounds};
use super::judge::Judge;
use super::kept::{HeldCost, JudgedCosts};
use super::neighbours::Neighbours;
use super::objective::DrawsObjective;
use super::own::OwnPath;
use super::tests::{InMemory, all_schedules, base, document, run};
use crate::base::sha256;
use crate::growth::decisions::Decided;
use crate::growth::found::FoundPath;
use crate::growth::model::WidestYears;
use crate::growth::search::PathSearch;
use crate::growth::tests::with_search;
use crate::growth::{GrowthPath, KeptPieces, PathPlan};
use crate::model::candidates::ClusterOption;
use crate::solve::Budget;

/// The path of decisions in a draw; `None` where there is none.
fn held(search: &PathSearch, path: &GrowthPath, common: &CommonPath) -> Option<FoundPath> {
    let search = PathSearch { path, ..*search };
    match search.held_path(common, YearBounds::Wanted, &Budget::unlimited()).unwrap() {
        HeldPath::Found(found) => Some(*found),
        _ => None,
    }
}

/// Some path in a draw that costs more than this.
fn dearer(search: &PathSearch, drawn: &GrowthPath, than: i64) -> FoundPath {
    let beside = search.beside_base();
    let nothing = Decided::nothing(search.path);
    let widest = WidestYears::new(search.path, 0..2, &nothing, &beside).unwrap();
    let model = widest.model();
    let near = Neighbours::new(search.path, &widest, &model, &[]);
    let commons = all_schedules(&model).into_iter().map(|schedule| near.common(&schedule));
    let mut paths = commons.filter_map(|common| held(search, drawn, &common));
    paths.find(|path| path.value > than).expect("some decisions cost more")
}

/// The texts of the first draw, and those of the others, as the check reads them.
fn texts(found: &DrawsOutcome, pieces: &InMemory) -> Vec<DrawTexts> {
    let of_draws = found.draws.iter().zip(&found.plan.draws.as_ref().unwrap().draws);
    let texts = of_draws.map(|(draw, file)| {
        let plans = draw.path.years.iter().map(|year| year.text.clone().into_bytes());
        let own = pieces.read(&file.own.path).unwrap();
        let folder = file.own.path.strip_suffix("path.json").unwrap();
        let plan = PathPlan::read(&own).unwrap();
        let own_plans = plan.years.iter();
        let own_plans =
            own_plans.map(|year| pieces.read(&format!("{folder}{}", year.plan)).unwrap()).collect();
        DrawTexts { plans: plans.collect(), own, own_plans }
    });
    texts.collect()
}

#[test]
fn whether_decisions_lead_to_plans_is_looked_for_until_all_work_is_spent() {
    let (mut found, mut unknown) = (0, 0);
    for seed in 0..2 {
        with_search((&base(seed), &document(seed)), Budget::unlimited(), |search| {
            let by_itself = search.year_by_year(&Budget::unlimited()).unwrap();
            let plans: Vec<_> = by_itself.years.iter().map(|year| &year.plan).collect();
            let common = CommonPath::of(&plans, &by_itself.entries);
            for work in (0..16).map(|part| 4 * part) {
                let budget = Budget::of_work(work);
                match search.held_path(&common, YearBounds::Skipped, &budget).unwrap() {
                    HeldPath::Found(_) => found += 1,
                    HeldPath::Unknown => {
                        unknown += 1;
                        assert!(budget.is_exhausted(), "{seed} {work}: {:?}", budget.work_left());
                    }
                    other => panic!("{seed} {work}: {other:?}"),
                }
            }
        });
    }
    assert!(found > 0 && unknown > 0, "{found} {unknown}");
}

#[test]
fn a_path_costs_no_more_than_it_did_when_its_decisions_were_judged() {
    with_search((&base(1), &document(1)), Budget::unlimited(), |search| {
        let pieces = InMemory::default();
        let beside = search.beside_base();
        let expected = GrowthPath { draws: None, ..search.path.clone() };
        let intakes = [expected, search.path.in_draw(1, &beside).unwrap()];
        let own = [0, 1].map(|intake| {
            let search = PathSearch { path: &intakes[intake], ..*search };
            OwnPath::found(&search, intake, &pieces, "").unwrap()
        });
        let best = held(search, &intakes[1], &own[1].common).unwrap();
        let dear = dearer(search, &intakes[1], best.value);
        let plans: Vec<_> = dear.years.iter().map(|year| &year.plan).collect();
        let common = CommonPath::of(&plans, &dear.entries);
        // As if the judge had had more time, and so found a better path.
        let belongs_to = [String::new(), String::new()];
        let costs = [(1, HeldCost::Points(best.value))].into();
        let costs = [(common.digest(), costs)].into();
        JudgedCosts { belongs_to: belongs_to.to_vec(), costs }.keep(&pieces).unwrap();
        let kept = (&pieces as &dyn KeptPieces, &belongs_to[..]);
        let judge = Judge::new(search, (&intakes, &own), DrawsObjective::Mean, 1, kept);
        let value = |judged: Option<&FoundPath>| match judge
            .realised(&common, 1, judged, &Budget::unlimited())
            .unwrap()
        {
            HeldPath::Found(found) => found.value,
            other => panic!("{other:?}"),
        };
        assert_eq!((value(Some(&best)), value(None)), (best.value, dear.value));
    });
}

#[test]
fn regret_compares_with_the_best_path_that_is_known_for_a_draw() {
    for robust in [DrawsObjective::Mean, DrawsObjective::Regret] {
        with_search((&base(1), &document(1)), Budget::unlimited(), |search| {
            let pieces = InMemory::default();
            let right = run(search, robust, &pieces);
            let right = right.plan.draws.unwrap();
            // A dear path is kept as the own one of the first draw, as a search that was cut short would leave it.
            let beside = search.beside_base();
            let drawn = search.path.in_draw(1, &beside).unwrap();
            let dear = dearer(search, &drawn, right.draws[0].value);
            let name = "draws/1/own/kept.json";
            let mut kept: Value = serde_json::from_slice(&pieces.read(name).unwrap()).unwrap();
            let belongs_to = kept["belongs_to"].as_str().unwrap().to_owned();
            let own = OwnPath::restored(&drawn, 1, &pieces, &belongs_to).unwrap();
            let planted =
                OwnPath { folder: own.folder.clone(), ..own.replaced_by(&drawn, 1, &dear) };
            planted.keep(&pieces).unwrap();
            kept["path"] = json!(sha256(planted.text.as_bytes()));
            kept["year_by_year"] = Value::Null;
            pieces.keep(name, kept.to_string().as_bytes()).unwrap();

            let found = run(search, robust, &pieces);
            let draws = found.plan.draws.as_ref().unwrap();
            let first = &draws.draws[0];
            assert_eq!(first.own.path, "draws/1/best/path.json", "{robust:?}");
            assert!(first.own.value < dear.value);
            for draw in &draws.draws {
                assert!(draw.own.bound <= draw.own.value && draw.own.value <= draw.value);
                assert_eq!(draw.regret, draw.value - draw.own.value);
            }
            let own = PathPlan::read(&pieces.read(&first.own.path).unwrap()).unwrap();
            assert_eq!((own.value, own.bound), (first.own.value, Some(first.own.bound)));
            // Whatever is counted over the draws follows from the own paths that are named.
            let expected: Vec<Vec<u8>> =
                found.expected.years.iter().map(|year| year.text.clone().into_bytes()).collect();
            let texts = texts(&found, &pieces);
            let check = |plan: &PathPlan| {
                check_draws(search.path, plan, &expected, &texts, &beside).unwrap()
            };
            assert_eq!(check(&found.plan), []);
            // An own path that costs more than the path itself is not the best that is known.
            let mut wrong = found.plan.clone();
            let mut wrong_texts = texts.clone();
            let of_draw = &mut wrong.draws.as_mut().unwrap().draws[0];
            of_draw.own.sha256 = sha256(planted.text.as_bytes());
            (of_draw.own.value, of_draw.regret) = (dear.value, 0);
            wrong_texts[0].own = planted.text.clone().into_bytes();
            wrong_texts[0].own_plans = planted.plans.clone();
            let findings =
                check_draws(search.path, &wrong, &expected, &wrong_texts, &beside).unwrap();
            let found_it = |key: &str| {
                findings.iter().any(|finding| format!("{:?}", finding.sentence).contains(key))
            };
            assert!(found_it("growth-check-own-worse"), "{findings:?}");
        });
    }
}

/// Two schools in a cluster that must be used. A student of the second year may not go to `h2`, nor to the school of
/// the year before.
fn moving(also_closed: bool) -> (Value, Value) {
    let years = |only_first: bool| if only_first { json!([1]) } else { json!([1, 2, 3, 4]) };
    let base = json!({
        "format": "plaatswijzer/instance/1", "name": "moving",
        "boards": [{ "id": "a", "max_clusters": 1 }],
        "schools": [
            { "id": "h1", "board": "a", "at": [53.2, 6.5], "places": 4, "years": years(also_closed) },
            { "id": "h2", "board": "a", "at": [53.2, 6.52], "places": 4, "years": years(true) },
        ],
        "clusters": [{ "id": "c1", "board": "a", "schools": ["h1", "h2"], "keep": true }],
        "students": [{ "id": "s1", "programme": "voltijd", "year": 1, "at": [53.2, 6.5] }],
        "rules": { "cluster_size": { "min": 1, "target": 1, "max": 6 } },
    });
    let document = json!({
        "format": "plaatswijzer/path/1", "base": "base.json",
        "years": [{ "id": "2027", "share_percent": 100 }, { "id": "2028", "share_percent": 100 }],
        "students": { "progress": {} },
    });
    (base, document)
}

#[test]
fn decisions_are_called_impossible_only_where_no_placing_of_the_years_before_helps() {
    let clusters = json!([[[["h1", "h2"], "tue"]], [[["h1", "h2"], "tue"]]]);
    let common = json!({ "clusters": clusters, "entries": [] });
    let common: CommonPath = serde_json::from_value(common).unwrap();
    let ends = |also_closed: bool| {
        let (base, document) = moving(also_closed);
        with_search((&base, &document), Budget::unlimited(), |search| {
            search.held_path(&common, YearBounds::Skipped, &Budget::unlimited()).unwrap()
        })
    };
    // In the first year the student goes to the nearest school, and so to none in the second; at the other school in the
    // first year there would be a plan.
    assert!(matches!(ends(false), HeldPath::NotFound), "{:?}", ends(false));
    // Here no school takes the student in the second year.
    assert!(matches!(ends(true), HeldPath::Impossible), "{:?}", ends(true));
}

#[test]
fn a_search_that_ended_early_proves_nothing() {
    use crate::growth::place_year::HeldYear;
    use crate::plan::assignment::Assignment;
    let (base, document) = moving(false);
    with_search((&base, &document), Budget::unlimited(), |search| {
        let nothing = Decided::nothing(search.path);
        let problem = search.problem(&search.path.instance(0, &nothing, &[]), &[]).unwrap();
        let options = problem.options.values();
        let clusters: Vec<_> = options.map(ClusterOption::as_used).collect();
        let start = Assignment::new(clusters.clone(), Vec::new());
        let year = search.hold(0, &problem, &clusters, start, &Budget::of_work(0)).unwrap();
        assert!(!matches!(year, HeldYear::Impossible), "{year:?}");
    });
}
