//! From the terms of one problem to those of another, which has most of its students and schools.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use crate::instance::{Day, Instance, SchoolId};
use crate::model::candidates::ClusterOption;
use crate::plan::assignment::{Assignment, Placement};

/// Students of one entry at a school, by their ids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlacedById<'a> {
    /// The student entry.
    pub student: &'a str,
    /// The school.
    pub school: &'a str,
    /// How many of the entry.
    pub count: i64,
}

impl Problem {
    /// An assignment of another problem in the terms of this one: students and schools by their ids, clusters by the
    /// ids of their schools and their day. What this problem does not have is left out.
    pub fn carried(&self, from: &Self, assignment: &Assignment) -> Assignment {
        let before = &from.instance;
        let used: BTreeSet<(BTreeSet<&str>, Day)> = assignment
            .clusters
            .iter()
            .map(|cluster| (ids(before, &cluster.schools), cluster.meeting_day))
            .collect();
        let options = self.options.values().filter(|option| {
            used.contains(&(ids(&self.instance, &option.schools), option.meeting_day))
        });
        let placed = assignment.placements.iter().map(|placement| PlacedById {
            student: &before.students[placement.student].id,
            school: &before.schools[placement.school].id,
            count: placement.count,
        });
        let clusters = options.map(ClusterOption::as_used).collect();
        Assignment::new(clusters, self.placements(placed))
    }

    /// Students at schools, in the terms of this problem; without those that it does not have.
    pub fn placements<'a>(&self, placed: impl Iterator<Item = PlacedById<'a>>) -> Vec<Placement> {
        let (students, schools) = (&self.instance.students, &self.instance.schools);
        let students: BTreeMap<&str, _> =
            students.iter().map(|(id, student)| (student.id.as_str(), id)).collect();
        let schools: BTreeMap<&str, _> =
            schools.iter().map(|(id, school)| (school.id.as_str(), id)).collect();
        let placements = placed.filter_map(|PlacedById { student, school, count }| {
            let (student, school) = (*students.get(student)?, *schools.get(school)?);
            Some(Placement { student, school, count })
        });
        placements.collect()
    }
}

fn ids<'a>(instance: &'a Instance, schools: &[SchoolId]) -> BTreeSet<&'a str> {
    schools.iter().map(|&school| instance.schools[school].id.as_str()).collect()
}
