//! A student at a school in a setting: the unit that rules admit, refuse and price.

use crate::base::Metres;
use crate::instance::{Day, Instance, School, SchoolId, Student, StudentId};
use crate::message;
use crate::texts::Message;

/// The setting of a placement: a cluster that meets on a day, or the shell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Setting {
    /// In a cluster that meets on this day.
    Meeting(Day),
    /// In the shell, in no cluster.
    Shell,
}

/// A student at a school in a setting.
#[derive(Clone, Copy, Debug)]
pub struct Placing<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// The student.
    pub student_id: StudentId,
    /// The school.
    pub school_id: SchoolId,
    /// The cluster with its meeting day, or the shell.
    pub setting: Setting,
    /// The journey, if known.
    pub journey: Option<Metres>,
}

impl<'a> Placing<'a> {
    /// A student at a school in a setting, with the journey as the instance knows it.
    pub fn new(
        instance: &'a Instance,
        student_id: StudentId,
        school_id: SchoolId,
        setting: Setting,
    ) -> Self {
        let journey = instance.journey(student_id, school_id);
        Self { instance, student_id, school_id, setting, journey }
    }

    /// The facts about the student.
    pub fn student(&self) -> &'a Student {
        &self.instance.students[self.student_id]
    }

    /// The facts about the school.
    pub fn school(&self) -> &'a School {
        &self.instance.schools[self.school_id]
    }

    /// The meeting that this student should attend: that of the cluster, for its members.
    pub fn meeting(&self) -> Option<Day> {
        match self.setting {
            Setting::Meeting(day) if self.instance.in_community(self.student_id) => Some(day),
            Setting::Meeting(_) | Setting::Shell => None,
        }
    }

    /// Whether the student is a member whose free days do not include the meeting.
    pub fn misses_meeting(&self) -> bool {
        self.meeting().is_some_and(|day| !self.student().days.contains(&day))
    }

    /// Whether the student wishes a denomination that the school does not have.
    pub fn unmet_denomination(&self) -> bool {
        let offered = &self.school().denominations;
        self.student()
            .denomination
            .as_ref()
            .is_some_and(|wish| !wish.terms.iter().any(|term| offered.contains(term)))
    }

    /// Whether the student wishes concepts of which the school has none.
    pub fn unmet_concept(&self) -> bool {
        let (wished, offered) = (&self.student().concepts, &self.school().concepts);
        !wished.is_empty() && !wished.iter().any(|term| offered.contains(term))
    }

    /// The position of the best wish that the school meets, from 0; `None` if it meets none.
    pub fn wish_rank(&self) -> Option<usize> {
        let wishes = &self.student().wishes;
        wishes.iter().position(|&named| self.instance.is_at(self.school_id, named))
    }
}

/// A day of the week in a sentence.
pub fn weekday(day: Day) -> Message {
    message!("weekday", day = day.word())
}
