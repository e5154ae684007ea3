//! The preset `single-schools`: which schools are worth opening (capacitated facility location).

use super::region::Region;
use super::square::Square;

/// How many students the preset `single-schools` has by default.
pub const SINGLE_SCHOOLS_STUDENTS: u32 = 700;
/// Number of schools per group of students.
const SCHOOLS: u32 = 60;
/// What a cluster may hold; also what every school offers, so that each is a cluster alone.
const PLACES: u16 = 15;

impl Region {
    /// The preset `single-schools`: every school has 15 places and may be a cluster of its own,
    /// which costs as much as 60 km; no board's limit binds. There are 60 schools for every 700
    /// students. Schools and students lie evenly over a square that grows with their number:
    /// 50 km wide with 700 students, so that most students can go to every school.
    ///
    /// Opening costs, journeys, places and the least number of members are all that matters:
    /// a cluster with more or fewer members than wished costs nothing. All students are members,
    /// and there are nine places for every seven of them.
    ///
    /// # Panics
    /// Never: there are fewer schools than students.
    pub fn single_schools(students: u32) -> Self {
        let in_proportion = u64::from(students) * u64::from(SCHOOLS);
        let schools = in_proportion.div_ceil(u64::from(SINGLE_SCHOOLS_STUDENTS));
        let square = Square {
            name: "Single schools",
            students,
            schools: u32::try_from(schools).expect("fewer schools than students"),
            // 2 500 square kilometres for sixty.
            m2_per_school: 41_666_667,
            places: PLACES,
            given: false,
            rules: &[
                ("cluster_size", r#"{ "min": 8, "target": 12, "max": 15, "worth_km": 0 }"#),
                ("forming", r#"{ "max_schools": 1, "alone_places": 15, "opening_worth_km": 60 }"#),
            ],
        };
        square.region()
    }
}
