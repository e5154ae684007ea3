//! The table for a mail merge: a row with a letter for each student.

use std::collections::BTreeMap;

use super::super::field::Field;
use super::super::table::{Cell, Table, Topic};
use super::super::tables::Row;
use super::people::{People, count, person};
use crate::instance::StudentId;
use crate::questions::why::cases;

/// The columns; always all of them, so that a letter made for one table fits the next.
const COLUMNS: [Field; 23] = [
    Field::Student,
    Field::Students,
    Field::FirstName,
    Field::NamePrefix,
    Field::LastName,
    Field::Name,
    Field::Email,
    Field::Telephone,
    Field::Programme,
    Field::Year,
    Field::School,
    Field::Address,
    Field::Town,
    Field::ContactPerson,
    Field::ContactEmail,
    Field::Cluster,
    Field::MeetingDay,
    Field::Trainer,
    Field::TrainerEmail,
    Field::InstituteTrainer,
    Field::InstituteTrainerEmail,
    Field::New,
    Field::Letter,
];

/// A letter to each student, placed or not, in the order of the last names.
pub fn letters(people: &People) -> Table {
    let source = people.source;
    let instance = &source.problem.instance;
    let placed: BTreeMap<(StudentId, &str), &Row> = people
        .placed
        .iter()
        .map(|one| ((one.student, instance.schools[one.school].id.as_str()), &one.row))
        .collect();
    let schools = instance.schools_by_id();
    let mut rows = Vec::new();
    for (student, mut case) in cases(source.problem, source.tally) {
        let facts = &instance.students[student];
        let mut row = super::super::tables::student(instance, facts, case.count);
        row.extend(person(people.contacts, student));
        for here in &mut case.here {
            let Some(&school) = schools.get(here.school.as_str()) else { continue };
            let known = placed.get(&(student, here.school.as_str()));
            row.extend(known.map(|row| (*row).clone()).unwrap_or_default());
            row.extend(people.school_contact(school));
            if let Some(cluster) = source.tally.cluster_at(school) {
                row.extend(people.trainer_cells(cluster));
            }
            if !instance.in_community(student) {
                row.remove(&Field::MeetingDay);
            }
            here.school.clone_from(&instance.schools[school].name);
        }
        if let Some(before) = &mut case.before
            && let Some(&school) = schools.get(before.school.as_str())
        {
            before.school.clone_from(&instance.schools[school].name);
        }
        row.insert(Field::Students, count(case.count));
        row.insert(Field::Letter, Cell::Letter(Box::new(case)));
        rows.push((people.student_key(student), row));
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Table::whole(Topic::Letters, &COLUMNS, rows)
}
