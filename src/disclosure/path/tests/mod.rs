//! What each reader learns of small paths.

mod attack;

use serde_json::json;

use super::super::count::Share;
use super::*;
use crate::growth::{GrowthYear, PathPlanYear};
use crate::instance::document::InstanceDocument;
use crate::plan::Plan;
use crate::testing::batches::planned;

/// A year with a hundred students, some in clusters, some left out.
fn source(core: i64, left_out: i64) -> YearSource {
    source_of(planned(core, left_out).costing(7).indicators)
}

/// A year with these indicators, of whose students in clusters each earns three euros a year later.
fn source_of(indicators: Indicators) -> YearSource {
    let document = json!({
        "format": "plaatswijzer/instance/1", "name": "x", "boards": [], "schools": [], "students": [],
        "finance": { "grant_per_student_eur": 3, "grant_lag_years": 1 },
    });
    let document: InstanceDocument = serde_json::from_value(document).expect("an instance");
    let plan = json!({ "format": "plaatswijzer/plan/1", "clusters": [], "placements": [] });
    let plan = Plan::read(plan.to_string().as_bytes()).expect("a plan");
    YearSource {
        document,
        plan,
        indicators,
        bottleneck: None,
        maps: [None, None],
        withheld: Vec::new(),
    }
}

fn year(source: &YearSource, percent: i64, audience: Audience) -> YearDisclosure {
    let id = "2027-2028".to_owned();
    let wanted = GrowthYear { id: id.clone(), weight: 1, share_percent: Some(percent) };
    let students = source.indicators.students.core.of;
    let found = PathPlanYear {
        id,
        plan: String::new(),
        sha256: String::new(),
        weight: 1,
        total: 0,
        students,
        in_clusters: source.indicators.students.core.number,
        aimed_at: wanted.need(students),
        short: 0,
        most_in_clusters: None,
        clusters: 5,
        entered: Vec::new(),
        opened: Vec::new(),
        closed: Vec::new(),
        left_out: Vec::new(),
        status: None,
        bound: None,
    };
    YearDisclosure::of(&wanted, &found, source, audience)
}

/// The grants that are disclosed of years with numbers in clusters and left out.
fn earned(years: &[(i64, i64)], audience: Audience) -> Vec<Option<i64>> {
    let sources: Vec<YearSource> = years.iter().map(|&(core, out)| source(core, out)).collect();
    let mut disclosed: Vec<YearDisclosure> =
        sources.iter().map(|source| year(source, 50, audience)).collect();
    disclose_money(&mut disclosed, &sources);
    disclosed.iter().map(|year| Some(year.money?.earned.0)).collect()
}

#[test]
fn money_is_disclosed_for_all_years_or_for_none() {
    assert_eq!(earned(&[(70, 30), (80, 20)], Audience::Public), [Some(210), Some(240)]);
    // Two are left out in the first year; the grant of the second would say how many were in clusters then.
    assert_eq!(earned(&[(98, 2), (80, 20)], Audience::Public), [None, None]);
    assert_eq!(earned(&[(80, 20), (98, 2)], Audience::Public), [None, None]);
    assert_eq!(earned(&[(98, 2), (80, 20)], Audience::Planner), [Some(294), Some(240)]);
}

#[test]
fn a_shortfall_is_disclosed_where_it_reveals_no_few() {
    let short = |core, left_out, percent, audience| {
        let year = year(&source(core, left_out), percent, audience);
        (year.short, year.students.core.share)
    };
    assert_eq!(short(70, 30, 75, Audience::Public), (Some(5), Share::Exact(700)));
    assert_eq!(short(70, 30, 60, Audience::Public), (Some(0), Share::Exact(700)));
    // At least 96 are in clusters.
    assert_eq!(short(98, 2, 90, Audience::Public), (Some(0), Share::AtLeast(960)));
    assert_eq!(short(98, 2, 100, Audience::Public).0, None);
    assert_eq!(short(98, 2, 100, Audience::Planner).0, Some(2));
    // Whoever knows the method learns nothing from which number is hidden.
    let hidden = [1, 2, 3, 4].map(|few| short(100 - few, few, 97, Audience::Public));
    assert_eq!(hidden, [hidden[0]; 4]);
}

#[test]
fn points_are_for_planners() {
    let found = json!({
        "format": "plaatswijzer/path-plan/1", "value": 900, "bound": 600, "year_by_year": 1000,
        "entries": [], "years": [],
    });
    let found = PathPlan::read(found.to_string().as_bytes()).expect("a path");
    let planner = PathQuality::of(&found, &PathReader::Planner);
    let public = PathQuality::of(&found, &PathReader::Public);
    assert_eq!(
        (planner.value, planner.bound, planner.year_by_year),
        (Some(900), Some(600), Some(1000))
    );
    assert_eq!((public.value, public.bound, public.year_by_year), (None, None, None));
    assert_eq!((public.gap_thousandths, public.saved_thousandths), (Some(33_334), Some(10_000)));
    assert_eq!(public.gap_thousandths, planner.gap_thousandths);
}

#[test]
fn a_board_sees_its_own_students_alone() {
    let own = PathReader::Board("a".to_owned());
    assert!(own.sees_board("a") && !own.sees_board("b") && !own.sees_students());
    assert!(!PathReader::Public.sees_board("a") && PathReader::Planner.sees_board("a"));
    assert_eq!(own.audience(), Audience::Public);
}
