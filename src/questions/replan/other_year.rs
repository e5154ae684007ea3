//! Whether an earlier plan is of another school year than the instance, as far as the two say so.

use super::earlier::PreviousPlan;
use crate::instance::PreviousHome;
use crate::plan::Plan;
use crate::problem::Problem;

/// Whether an earlier plan is probably of another school year: its instance is named after another one, or most of the
/// students who are still there have their school of that plan as an earlier school.
pub fn is_of_another_year(problem: &Problem, previous: &PreviousPlan, plan: &Plan) -> bool {
    let instance = &problem.instance;
    let year = instance.school_year.as_deref().and_then(year_in);
    let of_plan = plan.instance.as_ref().and_then(|of| year_in(&of.name));
    if year.zip(of_plan).is_some_and(|(now, then)| now != then) {
        return true;
    }
    let students = instance.students.values().zip(previous.earlier.students.values());
    let homes = students.filter_map(|(student, before)| match before.home(student.count)? {
        PreviousHome::School(school) => Some(student.earlier_schools.contains(&school)),
        PreviousHome::Gone => None,
    });
    let (was, number) = homes.fold((0, 0), |(was, number), one| (was + i64::from(one), number + 1));
    2 * was > number
}

/// The first year in a text: `Zwolle 2026-2027` is of 2026.
fn year_in(text: &str) -> Option<&str> {
    let mut words = text.split(|sign: char| !sign.is_ascii_digit());
    words.find(|digits| digits.len() == 4 && digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::questions::replan::read;
    use crate::testing::tiny;

    #[test]
    fn a_plan_of_another_year_is_known_by_its_name_or_by_earlier_schools() {
        let is_other = |school_year: &str, name: &str, previous: &Value| {
            let problem = tiny(json!({
                "school_year": school_year,
                "schools": [{ "id": "h", "places": 3 }, { "id": "i", "places": 3 }],
                "students": [{ "id": "s", "previous": previous }, { "id": "t" }, { "id": "new" }],
            }));
            let plan = json!({
                "format": "plaatswijzer/plan/1", "clusters": [],
                "instance": { "name": name, "sha256": "" },
                "placements": [{ "student": "s", "school": "h" }, { "student": "left", "school": "h" }],
            });
            let (previous, plan) = read(&problem, plan.to_string().as_bytes()).unwrap();
            is_of_another_year(&problem, &previous, &plan)
        };
        assert!(is_other("2027-2028", "2026", &json!([])));
        assert!(is_other("2027-2028", "Zwolle 2026-2027", &json!([])));
        assert!(!is_other("2027-2028", "2027b", &json!(["i"])));
        assert!(!is_other("2027-2028", "Zwolle", &json!(["i"])));
        assert!(is_other("2027-2028", "Zwolle", &json!(["h"])));
    }
}
