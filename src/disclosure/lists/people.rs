//! The rows of lists: placements and students left out, with the persons behind their ids.

use std::collections::{BTreeMap, BTreeSet};

use super::super::field::Field;
use super::super::table::Cell;
use super::super::tables::changes;
use super::super::tables::moves::{PlaceInPlan, Relocation};
use super::super::tables::placements::{Listed, listed};
use super::super::tables::{Row, Source};
use crate::contacts::{Contact, Contacts, StudentPerson};
use crate::instance::{BoardId, ClusterId, SchoolId, StudentId};
use crate::plan::assignment::Origin;

/// Everything that lists are made of.
pub struct People<'a> {
    /// What tables are made of.
    pub source: &'a Source<'a>,
    /// Names and addresses.
    pub contacts: &'a Contacts,
    /// All placements with the persons, sorted by school, then by last name.
    pub placed: Vec<Listed<'a>>,
    /// Who is elsewhere than in the earlier plan; `None` if the plan is compared with none.
    pub moves: Option<Vec<(Relocation<'a>, Row)>>,
}

impl<'a> People<'a> {
    /// The rows of a plan.
    pub fn of(source: &'a Source<'a>, contacts: &'a Contacts) -> Self {
        let moves = changes::rows(source);
        let mut people = Self { source, contacts, placed: listed(source), moves };
        for one in &mut people.placed {
            one.row.extend(person(contacts, one.student));
            one.row.insert(Field::Students, count(one.count));
        }
        for (one, row) in people.moves.iter_mut().flatten() {
            let person = match one.student {
                Some(student) => person(contacts, student),
                None => cells_of(contacts.leavers.get(one.id)),
            };
            row.extend(person);
            row.insert(Field::Students, count(one.count));
        }
        let arrived: BTreeSet<(StudentId, SchoolId)> = people
            .moves
            .iter()
            .flatten()
            .filter_map(|(one, _)| match one.to {
                PlaceInPlan::School(school) => Some((one.student?, school)),
                _ => None,
            })
            .collect();
        for one in &mut people.placed {
            let is_new = arrived.contains(&(one.student, one.school));
            one.row.insert(Field::New, if is_new { Cell::Yes(true) } else { Cell::Empty });
        }
        let mut placed = std::mem::take(&mut people.placed);
        placed.sort_by_cached_key(|one| {
            (people.school_key(one.school), people.student_key(one.student))
        });
        people.placed = placed;
        people
    }

    /// What schools are sorted by.
    pub fn school_key(&self, school: SchoolId) -> (String, SchoolId) {
        (self.source.problem.instance.schools[school].name.to_lowercase(), school)
    }

    /// What students are sorted by: the last name, or the id without one.
    pub fn student_key(&self, student: StudentId) -> ((String, String), StudentId) {
        let person = self.contacts.students.get(&student);
        (person.map(StudentPerson::sort_key).unwrap_or_default(), student)
    }

    /// The trainers of a used cluster: at the schools, at the institute. A cluster without trainers of its own, such as
    /// a new one, has those of the board, or of all boards of its schools if they agree.
    pub fn trainers(&self, used: usize) -> [Option<&'a Contact>; 2] {
        let contacts = self.contacts;
        [
            self.trainer(used, &contacts.trainers, &contacts.board_trainers),
            self.trainer(used, &contacts.institute_trainers, &contacts.board_institute_trainers),
        ]
    }

    fn trainer(
        &self,
        used: usize,
        of_clusters: &'a BTreeMap<ClusterId, Contact>,
        of_boards: &'a BTreeMap<BoardId, Contact>,
    ) -> Option<&'a Contact> {
        let instance = &self.source.problem.instance;
        let cluster = &self.source.tally.assignment.clusters[used];
        if let Origin::Existing(cluster) = cluster.origin {
            let own = of_clusters.get(&cluster);
            return own.or_else(|| of_boards.get(&instance.clusters[cluster].board));
        }
        let mut boards = cluster.schools.iter().map(|&school| instance.schools[school].board);
        let first = of_boards.get(&boards.next()?)?;
        boards.all(|board| of_boards.get(&board) == Some(first)).then_some(first)
    }

    /// The trainers of a used cluster as cells.
    pub fn trainer_cells(&self, used: usize) -> Row {
        let [trainer, institute] = self.trainers(used);
        let text = |whose: Option<&Contact>, part: fn(&Contact) -> &Option<String>| {
            Cell::of(whose.and_then(|one| part(one).clone()), Cell::Text)
        };
        Row::from([
            (Field::Trainer, text(trainer, |one| &one.name)),
            (Field::TrainerEmail, text(trainer, |one| &one.email)),
            (Field::TrainerTelephone, text(trainer, |one| &one.telephone)),
            (Field::InstituteTrainer, text(institute, |one| &one.name)),
            (Field::InstituteTrainerEmail, text(institute, |one| &one.email)),
        ])
    }

    /// Whom to write to at a school, and its address, as cells.
    pub fn school_contact(&self, school: SchoolId) -> Row {
        contact(self.contacts.schools.get(&school))
    }

    /// The planner's remarks about a school. They are not among its other cells, which rows of students have too.
    pub fn school_remarks(&self, school: SchoolId) -> Cell {
        let contact = self.contacts.schools.get(&school);
        Cell::of(contact.and_then(|contact| contact.remarks.clone()), Cell::Text)
    }
}

/// Someone to write to, as cells.
pub fn contact(contact: Option<&Contact>) -> Row {
    let text = |part: fn(&Contact) -> &Option<String>| {
        Cell::of(contact.and_then(|one| part(one).clone()), Cell::Text)
    };
    Row::from([
        (Field::ContactPerson, text(|one| &one.name)),
        (Field::ContactEmail, text(|one| &one.email)),
        (Field::ContactTelephone, text(|one| &one.telephone)),
        (Field::Address, text(|one| &one.address)),
    ])
}

/// A student as a person, as cells.
pub fn person(contacts: &Contacts, student: StudentId) -> Row {
    cells_of(contacts.students.get(&student))
}

fn cells_of(person: Option<&StudentPerson>) -> Row {
    let Some(person) = person else { return Row::new() };
    let text = |text: &Option<String>| Cell::of(text.clone(), Cell::Text);
    Row::from([
        (Field::Name, text(&person.whole_name())),
        (Field::FirstName, text(&person.first_name)),
        (Field::NamePrefix, text(&person.name_prefix)),
        (Field::LastName, text(&person.last_name)),
        (Field::Email, text(&person.email)),
        (Field::Telephone, text(&person.telephone)),
        (Field::Transport, text(&person.transport)),
        (Field::Remarks, text(&person.remarks)),
    ])
}

/// A number of students; nothing for one, which is the rule.
pub fn count(students: i64) -> Cell {
    if students == 1 { Cell::Empty } else { Cell::Number(students) }
}
