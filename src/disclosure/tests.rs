//! Disclosures of a small plan, worked out on paper.

use serde_json::json;

use super::*;
use crate::composing;
use crate::instance::{BoardId, Goal};
use crate::plan::{GoalLevel, GrantIndicators, GrantYear, Status};
use crate::problem::{Shortage, WhyUnused};
use crate::testing::{assignment, tiny};
use crate::verify::verify_assignment;

/// Two boards; at the first one cluster of two schools with six members and a fourth-year student, at the
/// second a school in the shell with one student; one student is left out.
fn problem() -> Problem {
    tiny(json!({
        "name": "Dorp", "school_year": "2027-2028",
        "boards": [
            { "id": "b", "name": "Bestuur B" }, { "id": "r", "name": "Rand", "standing": "shell" },
        ],
        "schools": [
            { "id": "h1", "name": "De Toren", "places": 5, "town": "Assen" },
            { "id": "h2", "name": "De Brug", "places": 4, "town": "Assen" },
            { "id": "x", "name": "Eiland", "board": "r", "places": 1 },
        ],
        "clusters": [{ "id": "c", "name": "Noord", "schools": ["h1", "h2"] }],
        "students": [
            { "id": "anna", "postcode": "9712", "denomination": { "wish": ["rk"] }, "days": ["mon", "tue"] },
            { "id": "vijf", "count": 5, "year": 2 }, { "id": "vier", "year": 4 },
            { "id": "mo", "programme": "deeltijd" }, { "id": "otto", "programme": "deeltijd" },
        ],
        "travel": { "table": [
            { "from": "anna", "to": "h1", "m": 2000 }, { "from": "vijf", "to": "h1", "m": 4000 },
            { "from": "vijf", "to": "h2", "m": 5000 }, { "from": "vier", "to": "h2", "m": 9000 },
            { "from": "mo", "to": "x", "m": 30_000 },
        ] },
        "finance": { "cluster_eur": 1000 },
        "rules": { "travel": {}, "denomination": {}, "shell": {} },
    }))
}

fn disclosure(audience: Audience) -> Disclosure {
    let problem = problem();
    let placed = "anna>h1 vijf>h1*3 vijf>h2*2 vier>h2 mo>x";
    let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", placed));
    assert!(verdict.findings.is_empty(), "{:?}", verdict.findings);
    let level = GoalLevel {
        goal: Goal::Total,
        value: 400_000,
        bound: 399_000,
        gap: 0.0025,
        certified: None,
    };
    let plan = composing::plan(&problem, &verdict.assignment, Some(Status::Optimal));
    disclose(&problem, &Plan { goals: Some(vec![level]), ..plan }, &verdict, audience)
}

fn board(id: &str) -> Audience {
    let boards = problem().instance.boards;
    let found: Option<BoardId> = boards.iter().find(|(_, one)| one.id == id).map(|(id, _)| id);
    Audience::Board(found.unwrap())
}

/// The cells of some columns, row by row.
fn cells(disclosure: &Disclosure, topic: &Topic, columns: &[Field]) -> Vec<Vec<Cell>> {
    let table = disclosure.table(topic).unwrap();
    let positions: Vec<usize> = columns
        .iter()
        .map(|field| table.columns.iter().position(|one| one == field).unwrap())
        .collect();
    let row = |row: &Vec<Cell>| positions.iter().map(|&position| row[position].clone()).collect();
    table.rows.iter().map(row).collect()
}

fn keys(tables: &[Table]) -> Vec<String> {
    tables.iter().map(|table| table.topic.key()).collect()
}

#[test]
fn a_planner_sees_who_goes_where() {
    let disclosure = disclosure(Audience::Planner);
    let columns = [Field::Student, Field::Students, Field::School, Field::Member, Field::Journey];
    let row = |student: &str, number, school: &str, member, metres| {
        vec![
            Cell::text(student),
            Cell::Number(number),
            Cell::text(school),
            Cell::Yes(member),
            Cell::Metres(metres),
        ]
    };
    assert_eq!(
        cells(&disclosure, &Topic::Placements, &columns),
        [
            row("vier", 1, "De Brug", false, 9000),
            row("vijf", 2, "De Brug", true, 5000),
            row("anna", 1, "De Toren", true, 2000),
            row("vijf", 3, "De Toren", true, 4000),
            row("mo", 1, "Eiland", false, 30_000),
        ]
    );
    let anna = [Field::Home, Field::FreeDays, Field::DenominationWish, Field::DenominationMet];
    assert_eq!(
        cells(&disclosure, &Topic::Placements, &anna)[2],
        [
            Cell::text("9712"),
            Cell::Days(vec![crate::instance::Day::Monday, crate::instance::Day::Tuesday]),
            Cell::texts(vec!["rk".to_owned()]),
            Cell::Yes(false),
        ]
    );
    // 2000 for the journey, 15 km for the wish; in the shell 30 km, 10 of them twice, and 60 km.
    let points = cells(&disclosure, &Topic::Placements, &[Field::Points]);
    assert_eq!((&points[2][0], &points[4][0]), (&Cell::Points(17_000), &Cell::Points(100_000)));
}

#[test]
fn lists_are_per_board_and_per_cluster() {
    let disclosure = disclosure(Audience::Planner);
    let of_board = Topic::OfBoard("r".to_owned(), "Rand".to_owned());
    assert_eq!(cells(&disclosure, &of_board, &[Field::Student]), [[Cell::text("mo")]]);
    let of_cluster = Topic::OfCluster("c".to_owned(), "Noord".to_owned());
    let students = cells(&disclosure, &of_cluster, &[Field::Student, Field::Students]);
    let row = |student: &str, number| vec![Cell::text(student), Cell::Number(number)];
    assert_eq!(students, [row("vier", 1), row("vijf", 2), row("anna", 1), row("vijf", 3)]);
    // Nobody needs a column that says `Noord` in every row of the list of Noord.
    assert!(!disclosure.table(&of_cluster).unwrap().columns.contains(&Field::Cluster));
}

#[test]
fn a_cluster_has_its_members_and_its_mean_journey() {
    let disclosure = disclosure(Audience::Planner);
    let columns = [Field::Members, Field::Others, Field::FreeOnMeetingDay, Field::Journey];
    // (2000 + 3 × 4000 + 2 × 5000 + 9000) / 7 = 4714.3
    assert_eq!(
        cells(&disclosure, &Topic::Clusters, &columns),
        [[Cell::Count(Count::Exact(6)), Cell::Number(1), Cell::Number(6), Cell::Metres(4714)]]
    );
}

#[test]
fn unused_clusters_are_named_to_all_with_reasons_that_count_no_students() {
    let instance = json!({
        "boards": [{ "id": "b", "name": "Bestuur B" }],
        "schools": [{ "id": "h", "places": 8 }, { "id": "i", "places": 5 }, { "id": "j", "places": 8 }],
        "clusters": [
            { "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["i"] }, { "id": "e", "schools": ["j"] },
        ],
        "students": [{ "id": "s", "count": 8, "not": ["j"] }],
        "rules": { "cluster_size": { "min": 6 }, "exclusion": {} },
    });
    let problem = tiny(instance);
    let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h*8"));
    let shown = |audience| {
        let disclosure = disclose(&problem, &Plan::default(), &verdict, audience);
        cells(&disclosure, &Topic::UnusedClusters, &[Field::Cluster, Field::Reason, Field::ToKeep])
    };
    let short = |number| Shortage { number, needed: 6 };
    let places = WhyUnused::TooFewPlaces(short(5));
    let students = WhyUnused::TooFewStudents(short(0));
    let row = |name: &str, why: &WhyUnused| {
        vec![Cell::text(name), Cell::Unused(why.clone()), Cell::ToKeep(why.clone())]
    };
    assert_eq!(shown(Audience::Planner), [row("d", &places), row("e", &students)]);
    let nothing = vec![Cell::text("e"), Cell::Empty, Cell::Empty];
    assert_eq!(shown(Audience::Public), [row("d", &places), nothing]);
}

#[test]
fn only_planners_see_the_names_of_those_left_out() {
    let disclosed = cells(&disclosure(Audience::Planner), &Topic::LeftOut, &[Field::Student]);
    assert_eq!(disclosed, [[Cell::text("otto")]]);
    for audience in [board("b"), Audience::Public] {
        let disclosure = disclosure(audience);
        let table = disclosure.table(&Topic::LeftOut).unwrap();
        // Of a few there is no reason.
        assert_eq!(table.columns, [Field::Students]);
        assert_eq!(table.rows.len(), 1);
        // With its own seven students the board would know the few others from where all are.
        let withheld = disclosure.withheld.contains(&ReportPart::Students);
        assert_eq!(withheld, audience != Audience::Public);
        let shown = if withheld { Count::AtLeast(0) } else { Count::Few };
        assert_eq!(table.rows[0][0], Cell::Count(shown));
    }
}

#[test]
fn a_board_sees_its_own_students_and_no_more_of_them_than_it_needs() {
    let own = disclosure(board("b"));
    assert_eq!(own.board.as_deref(), Some("Bestuur B"));
    let table = own.table(&Topic::Placements).unwrap();
    let students: Vec<&Cell> = table.rows.iter().map(|row| &row[0]).collect();
    assert_eq!(
        students,
        ["vier", "vijf", "anna", "vijf"].map(Cell::text).iter().collect::<Vec<_>>()
    );
    for field in [
        Field::Home,
        Field::FreeDays,
        Field::DenominationWish,
        Field::DenominationMet,
        Field::FreeOnMeetingDay,
        Field::Journey,
        Field::Fixed,
        Field::Points,
    ] {
        assert!(!table.columns.contains(&field), "{field:?}");
    }
    // How many it has it may know; of the other board nothing exact.
    let fill = cells(&own, &Topic::Boards, &[Field::Students, Field::Fill]);
    assert_eq!(
        fill,
        [
            [Cell::Count(Count::Exact(7)), Cell::Share(Share::Exact(778))],
            [Cell::Count(Count::Few), Cell::Share(Share::Unknown)],
        ]
    );
    let schools = cells(&own, &Topic::Schools, &[Field::School, Field::Students]);
    assert_eq!(
        schools,
        [
            [Cell::text("De Toren"), Cell::Number(4)],
            [Cell::text("De Brug"), Cell::Number(3)],
            [Cell::text("Eiland"), Cell::Empty],
        ]
    );
}

#[test]
fn the_public_sees_no_student_and_no_small_group() {
    let disclosure = disclosure(Audience::Public);
    assert!(!keys(&disclosure.tables).iter().any(|key| key.contains("placements")));
    assert!(!keys(&disclosure.tables).iter().any(|key| key.contains('-')), "no lists");
    let text = format!("{disclosure:?}");
    for name in ["anna", "vijf", "vier", "otto", "9712", "\"rk\""] {
        assert!(!text.contains(name), "{name}: {text}");
    }
    let facts = &disclosure.facts;
    assert_eq!(facts.students.shell.number, Count::Few);
    assert_eq!(facts.journeys.longest_m, None);
    // The grant for those in clusters would reveal how many they are.
    assert_eq!(facts.money, None);
}

#[test]
fn a_grant_does_not_reveal_how_few_were_in_clusters_in_an_earlier_year() {
    let facts = |counted: i64, audience: Audience| {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 20 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s", "count": 11 }],
            "finance": {
                "grant_per_student_eur": 1250, "grant_lag_years": 1, "grant_students": counted,
            },
        }));
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h*11"));
        let plan = composing::plan(&problem, &verdict.assignment, Some(Status::Optimal));
        disclose(&problem, &plan, &verdict, audience).facts
    };
    let public = facts(5, Audience::Public);
    assert_eq!(public.money.unwrap().grant_eur.0, 6250);
    let counted = GrantIndicators { students: 5, of: GrantYear::Given };
    assert_eq!(public.grant, Some(counted));
    for few in [0, 1, 4] {
        let public = facts(few, Audience::Public);
        assert_eq!((public.money, public.grant), (None, None), "{few}");
        assert_eq!(facts(few, Audience::Planner).grant.unwrap().students, few);
    }
}

#[test]
fn a_few_who_are_no_members_cannot_be_worked_out() {
    let disclosed = |others: i64| {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 20 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s", "count": 11 }, { "id": "t", "count": others, "year": 4 }],
        }));
        let placed = format!("s>h*11 t>h*{others}");
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", &placed));
        let plan = composing::plan(&problem, &verdict.assignment, Some(Status::Optimal));
        let disclosure = disclose(&problem, &plan, &verdict, Audience::Public);
        cells(&disclosure, &Topic::Boards, &[Field::Students])[0][0].clone()
    };
    // 13 less the 11 members of the cluster would be 2: the members are disclosed as a bound. That all 13 are in clusters
    // is shown elsewhere.
    assert_eq!(disclosed(2), Cell::Count(Count::AtLeast(13)));
    assert_eq!(disclosed(6), Cell::Count(Count::Exact(17)));
}

fn for_anyone(instance: serde_json::Value, clusters: &str, placed: &str) -> Disclosure {
    let problem = tiny(instance);
    let assignment = assignment(&problem.instance, clusters, placed);
    let verdict = verify_assignment(&problem, assignment);
    let plan = composing::plan(&problem, &verdict.assignment, Some(Status::Optimal));
    disclose(&problem, &plan, &verdict, Audience::Public)
}

#[test]
fn a_board_learns_no_free_day_of_its_students() {
    let problem = tiny(json!({
        "schools": [{ "id": "h", "places": 40 }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": [{ "id": "s", "count": 40, "days": ["tue"] }],
        "rules": { "cluster_size": { "min": 0, "max": 40 }, "meeting_day": {} },
    }));
    let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h*40"));
    let free = |audience| {
        disclose(&problem, &Plan::default(), &verdict, audience).facts.meeting_day.number
    };
    let board = problem.instance.boards.ids().next().unwrap();
    assert_eq!(free(Audience::Public), Count::Exact(40));
    assert_eq!(free(Audience::Board(board)), Count::AtLeast(36));
}

#[test]
fn the_number_of_journeys_does_not_reveal_how_many_are_left_out() {
    let students =
        json!([{ "id": "s", "count": 18, "at": [53.0, 6.5] }, { "id": "t", "count": 2 }]);
    let instance = json!({
        "schools": [{ "id": "h", "places": 20, "at": [53.0, 6.5] }],
        "clusters": [{ "id": "c", "schools": ["h"] }],
        "students": students, "rules": { "travel": {} },
    });
    let disclosure = for_anyone(instance, "c", "s>h*18");
    assert_eq!(disclosure.facts.students.core.number, Count::AtLeast(16));
    let comfortable = disclosure.facts.journeys.comfortable.unwrap();
    assert_eq!((comfortable.number.exact(), comfortable.of.exact()), (None, None));
    assert_eq!(
        (disclosure.facts.members.exact(), disclosure.facts.boards[0].1.number.exact()),
        (None, None)
    );
}

#[test]
fn clusters_off_target_do_not_reveal_a_hidden_size() {
    let instance = |few: i64| {
        json!({
            "schools": [{ "id": "h", "places": 20 }, { "id": "k", "places": 20 }],
            "clusters": [{ "id": "c", "schools": ["h"] }, { "id": "d", "schools": ["k"] }],
            "students": [{ "id": "s", "count": 12 }, { "id": "t", "count": few }],
            "rules": { "cluster_size": { "min": 1, "target": 12, "max": 16 } },
        })
    };
    let disclosed = |few: i64| {
        let disclosure = for_anyone(instance(few), "c d", &format!("s>h*12 t>k*{few}"));
        (disclosure.facts.cluster_members[0], disclosure.facts.clusters_off_target)
    };
    // Of 14 members 12 are on target: the other cluster would have 2.
    assert_eq!(disclosed(2), (Count::AtLeast(10), None));
    assert_eq!(disclosed(6), (Count::Exact(12), Some(1)));
}

#[test]
fn a_board_with_fewer_places_than_a_group_is_hidden() {
    let disclosed = |placed: &str| {
        let instance = json!({
            "boards": [{ "id": "b" }, { "id": "r", "standing": "shell" }],
            "schools": [{ "id": "h", "places": 20 }, { "id": "x", "board": "r", "places": 1 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s", "count": 12 }],
            "rules": { "shell": {} },
        });
        for_anyone(instance, "c", placed).facts.boards[1].1.number
    };
    assert_eq!([disclosed("s>h*11 s>x"), disclosed("s>h*12")], [Count::Few; 2]);
}

#[test]
fn a_few_homes_that_are_not_shown_cannot_be_worked_out() {
    let map = |few: i64| {
        let instance = json!({
            "schools": [{ "id": "h", "places": 20, "at": [53.0, 6.5] }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [
                { "id": "s", "count": 12, "at": [53.0, 6.5] }, { "id": "t", "count": 6, "at": [53.3, 6.5] },
                { "id": "u", "count": few, "at": [52.7, 6.5] },
            ],
        });
        for_anyone(instance, "c", "s>h*12").map.unwrap()
    };
    // All students less those of both areas would be 2.
    let disclosed = map(2);
    assert_eq!((disclosed.homes.len(), disclosed.homes_not_shown), (1, Count::About(10)));
    assert_eq!(map(5).homes.len(), 3);
}

#[test]
fn tables_stand_in_the_order_in_which_they_are_read() {
    let planner = disclosure(Audience::Planner);
    assert_eq!(
        keys(&planner.tables),
        [
            "goals",
            "clusters",
            "boards",
            "schools",
            "placements",
            "board-b",
            "board-r",
            "cluster-c",
            "left_out",
            "indicators",
            "rules"
        ]
    );
    let always: Vec<String> = Topic::ALWAYS.iter().map(Topic::key).collect();
    let disclosed: Vec<String> =
        keys(&planner.tables).into_iter().filter(|key| !key.contains('-')).collect();
    assert_eq!(disclosed, always);
    for audience in [Audience::Planner, board("b"), Audience::Public] {
        let disclosure = disclosure(audience);
        assert!(disclosure.all_tables().all(|table| table.topic.is_for(audience)));
        let known = |topic: &&Topic| disclosure.all_tables().any(|table| table.topic == **topic);
        let may_see: Vec<&Topic> =
            Topic::ALWAYS.iter().filter(|topic| topic.is_for(audience)).collect();
        assert_eq!(Topic::ALWAYS.iter().filter(known).collect::<Vec<_>>(), may_see);
    }
}

#[test]
fn only_planners_see_values_and_bounds() {
    let gap = Cell::Gap(250);
    let numbers = [Cell::Goal(Goal::Total), Cell::Number(400_000), Cell::Number(399_000)];
    let disclosed = disclosure(Audience::Planner).table(&Topic::Goals).unwrap().rows.clone();
    assert_eq!(disclosed, [[&numbers[..], std::slice::from_ref(&gap)].concat()]);
    let disclosed = disclosure(Audience::Public).table(&Topic::Goals).unwrap().rows.clone();
    assert_eq!(disclosed, [[Cell::Goal(Goal::Total), gap]]);
}

#[test]
fn an_empty_table_keeps_its_columns() {
    let problem = problem();
    let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "anna>h1"));
    let plan = composing::plan(&problem, &verdict.assignment, Some(Status::Optimal));
    let disclosure = disclose(&problem, &plan, &verdict, Audience::Planner);
    assert!(
        keys(&disclosure.empty_tables).starts_with(&["goals".to_owned(), "board-r".to_owned()])
    );
    assert_eq!(disclosure.empty_tables[0].columns.len(), 4);
    assert!(disclosure.table(&Topic::Goals).is_none());
}
