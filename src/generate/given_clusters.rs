//! The preset `given-clusters`: many students, and nothing to choose but where each goes.

use super::region::Region;
use super::square::Square;

/// How many students the preset `given-clusters` has by default.
pub const GIVEN_CLUSTERS_STUDENTS: u32 = 30_000;
/// For how many students the preset `given-clusters` has a cluster.
pub const STUDENTS_PER_CLUSTER: u32 = 12;

impl Region {
    /// The preset `given-clusters`: every school has 16 places and is an existing cluster that
    /// is kept, one for every twelve students; no new ones are formed. Schools and students lie
    /// evenly over a square that grows with their number: 150 km wide with 30 000 students.
    ///
    /// A student well within the square has about thirty schools within the limit on the
    /// journey, one near its edge fewer. All students are members, and there are always eight
    /// or more for each cluster, so that only an odd corner could be short of them. With fewer
    /// than twelve students there is no cluster, and nobody can be placed.
    pub fn given_clusters(students: u32) -> Self {
        let square = Square {
            name: "Given clusters",
            students,
            schools: students / STUDENTS_PER_CLUSTER,
            m2_per_school: 9_000_000,
            places: 16,
            given: true,
            // 12 km by road are 9.23 km in a straight line by the default detour of 1.3. In a
            // circle that wide is room for 29.7 schools.
            rules: &[("forming", "false"), ("travel", r#"{ "limit_km": 12 }"#)],
        };
        square.region()
    }
}
