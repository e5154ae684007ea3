//! Why students left the places that the earlier plan gave them, as facts about the instance and the plan of today.

use super::super::table::{PlaceLeft, WhyLeft};
use super::Source;
use super::moves::{PlaceInPlan, Relocation};
use crate::base::Points;
use crate::instance::{SchoolId, StudentId};
use crate::plan::Placing;
use crate::problem::{OpenSchool, SchoolStatus, Survey};
use crate::rules::continuity;

/// Why the place of a move was left; `None` where there was no place, or where it is gone with the school or the
/// student, which [`Relocation::why`] says.
pub fn place_left(source: &Source, survey: &Survey, one: &Relocation) -> Option<PlaceLeft> {
    let facts = |why| Some(PlaceLeft { why, dearer: None });
    let (Some(student), PlaceInPlan::School(from)) = (one.student, one.from) else { return None };
    if one.to == PlaceInPlan::Absent {
        return None;
    }
    let why = match survey.status(student, from) {
        SchoolStatus::Refused(rule) => {
            return facts(WhyLeft::Refused(survey.rules[rule].card().id));
        }
        SchoolStatus::Open(OpenSchool::NotUsed) => return facts(WhyLeft::NotUsed),
        SchoolStatus::Open(OpenSchool::Full) => full(source, from),
        SchoolStatus::Open(OpenSchool::ClusterFull) => WhyLeft::ClusterFull,
        SchoolStatus::Open(OpenSchool::Room) => WhyLeft::Room,
    };
    let own = |school: SchoolId| own_price(source, student, school);
    let dearer = match one.to {
        PlaceInPlan::School(to) => own(to).zip(own(from)).map(|(now, then)| now.0 - then.0),
        _ => None,
    };
    Some(PlaceLeft { why, dearer })
}

/// Why there is no place at a school for one more student.
fn full(source: &Source, school: SchoolId) -> WhyLeft {
    let instance = &source.problem.instance;
    let places = instance.schools[school].places;
    let earlier = instance.previous_plan.iter().flat_map(|earlier| earlier.students.values());
    let students = earlier.filter_map(|before| before.at.get(&school)).sum();
    if students > places {
        WhyLeft::FewerPlaces { students, places }
    } else if source.tally.students_at(school) >= places {
        WhyLeft::Full(places)
    } else {
        WhyLeft::GroupFull
    }
}

/// What the rules charge for a student of an entry at a school that the plan uses, without the price of a change;
/// `None` if it does not use the school.
fn own_price(source: &Source, student: StudentId, school: SchoolId) -> Option<Points> {
    let setting = source.tally.setting(school)?;
    let placing = Placing::new(&source.problem.instance, student, school, setting);
    let rules = source.problem.rulebook.rules().into_iter();
    let rules = rules.filter(|rule| rule.card().id != continuity::CARD.id);
    Some(rules.filter_map(|rule| Some(rule.tariff()?.price(&placing))).sum())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::composing;
    use crate::disclosure::{Audience, Cell, Field, PlaceLeft, Topic, WhyLeft, disclose};
    use crate::testing::{assignment, tiny};
    use crate::verify::verify_assignment;

    /// Why each student of a small plan left the place of the earlier plan, by id.
    fn left() -> Vec<(String, Cell)> {
        let problem = tiny(json!({
            "schools": [
                { "id": "one", "places": 1 }, { "id": "wide", "places": 9 },
                { "id": "roomy", "places": 9 }, { "id": "aside", "places": 9 },
            ],
            "clusters": [
                { "id": "c", "schools": ["one", "wide", "roomy"] }, { "id": "d", "schools": ["aside"] },
            ],
            "students": [
                { "id": "stays" }, { "id": "fewer" }, { "id": "gone" }, { "id": "unused" },
                { "id": "room" }, { "id": "refused", "not": ["roomy"] }, { "id": "new" },
                { "id": "out" },
            ],
            "travel": { "table": [
                { "from": "fewer", "to": "one", "m": 1000 }, { "from": "fewer", "to": "wide", "m": 3000 },
                { "from": "room", "to": "roomy", "m": 2000 }, { "from": "room", "to": "wide", "m": 500 },
                { "from": "stays", "to": "one", "m": 1 }, { "from": "gone", "to": "wide", "m": 1 },
                { "from": "unused", "to": "wide", "m": 1 }, { "from": "unused", "to": "aside", "m": 1 },
                { "from": "refused", "to": "wide", "m": 1 }, { "from": "refused", "to": "roomy", "m": 1 },
                { "from": "new", "to": "wide", "m": 1 }, { "from": "out", "to": "roomy", "m": 1 },
            ] },
            "rules": { "travel": {}, "exclusion": {} },
            "previous": "stays>one fewer>one gone>x unused>aside room>roomy refused>roomy out>roomy",
        }));
        let placed = "stays>one fewer>wide gone>wide unused>wide room>wide refused>wide new>wide";
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", placed));
        let plan = composing::plan(&problem, &verdict.assignment, None);
        let disclosed = disclose(&problem, &plan, &verdict, Audience::Planner);
        let table = disclosed.table(&Topic::Changes).unwrap();
        let at = |field| table.columns.iter().position(|column| *column == field).unwrap();
        let (who, why) = (at(Field::Student), at(Field::PlaceLeft));
        let row = |row: &Vec<Cell>| match &row[who] {
            Cell::Text(id) => (id.clone(), row[why].clone()),
            other => panic!("{other:?}"),
        };
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn what_became_of_a_place_follows_from_the_instance_and_the_plan() {
        let because = |why, dearer| Cell::PlaceLeft(PlaceLeft { why, dearer });
        let fewer = WhyLeft::FewerPlaces { students: 2, places: 1 };
        let expected = [
            ("fewer", because(fewer, Some(2000))),
            ("gone", Cell::Empty),
            ("new", Cell::Empty),
            ("out", because(WhyLeft::Room, None)),
            ("refused", because(WhyLeft::Refused("exclusion"), None)),
            ("room", because(WhyLeft::Room, Some(-1500))),
            ("unused", because(WhyLeft::NotUsed, None)),
        ];
        assert_eq!(left(), expected.map(|(id, cell)| (id.to_owned(), cell)));
    }
}
