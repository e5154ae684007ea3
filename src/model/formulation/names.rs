//! Names for what variables and rows are about, made of the ids in the instance.

use super::{Group, Label, Subject};
use crate::instance::{Instance, SchoolId};
use crate::message;
use crate::model::candidates::{Candidates, OptionId, PairId};
use crate::plan::assignment::Origin;
use crate::plan::{Setting, weekday};
use crate::texts::Message;

/// Names subjects by the ids of an instance.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The instance that has the ids.
    pub instance: &'a Instance,
    /// The options and pairs that labels refer to.
    pub candidates: &'a Candidates,
}

impl Names<'_> {
    /// A label as a name, such as `places.most[h1,tue]`: unique within a program.
    pub fn label(&self, label: &Label) -> String {
        format!("{}.{}[{}]", label.rule, label.kind, self.subject(label.subject))
    }

    /// A subject as ids separated by commas.
    pub fn subject(&self, subject: Subject) -> String {
        match subject {
            Subject::Plan => "plan".to_owned(),
            Subject::Student(student) => self.instance.students[student].id.clone(),
            Subject::StudentSchool(student, school) => {
                format!("{},{}", self.instance.students[student].id, self.school(school))
            }
            Subject::School(school) => self.school(school).to_owned(),
            Subject::SchoolDay(school, day) => format!("{},{day}", self.school(school)),
            Subject::PlacesFor(school, number) | Subject::Step(school, number) => {
                format!("{},{number}", self.school(school))
            }
            Subject::Board(board) => self.instance.boards[board].id.clone(),
            Subject::Owner(owner) => self.instance.owner_id(owner).to_owned(),
            Subject::Cluster(cluster) => self.instance.clusters[cluster].id.clone(),
            Subject::Option(option) => self.option(option),
            Subject::OptionYear(option, year) => format!("{},{year}", self.option(option)),
            Subject::Share(option, school, group) => {
                format!("{},{}{}", self.option(option), self.school(school), suffix(group))
            }
            Subject::Members(school, day, group) => {
                format!("{},{day}{}", self.school(school), suffix(group))
            }
            Subject::Pair(pair) => self.pair(pair),
            Subject::Students(pair) => self.students(pair),
            Subject::StudentsAt(pair, school) => {
                format!("{},{}", self.students(pair), self.school(school))
            }
            Subject::StudentsIn(pair, option) => {
                format!("{},{}", self.students(pair), self.option(option))
            }
            Subject::Condition(position)
            | Subject::ExcludedRepair(position)
            | Subject::GrantStep(position) => position.to_string(),
            Subject::ConditionOn(position, student) => {
                format!("{position},{}", self.instance.students[student].id)
            }
            Subject::ConditionPart(position, part) => format!("{position},{part}"),
            Subject::AtLeast(goal, measure) => format!("{},{measure}", goal.name()),
            Subject::Goal(goal) => goal.name(),
        }
    }

    /// An option: an existing cluster's id, or the ids of its schools, and its day.
    fn option(&self, option: OptionId) -> String {
        let option = &self.candidates.options[option];
        let what = match option.origin {
            Origin::Existing(cluster) => self.instance.clusters[cluster].id.clone(),
            Origin::New(_) => self.schools(&option.schools),
        };
        format!("{what},{}", option.meeting_day)
    }

    /// An option in a sentence.
    pub fn option_in_words(&self, option: OptionId) -> Message {
        let option = &self.candidates.options[option];
        let day = weekday(option.meeting_day);
        match option.origin {
            Origin::Existing(cluster) => {
                message!("cluster-option", id = &self.instance.clusters[cluster].id, day = day)
            }
            Origin::New(_) => {
                message!("cluster-option-new", schools = self.schools(&option.schools), day = day)
            }
        }
    }

    fn pair(&self, pair: PairId) -> String {
        let pair = &self.candidates.pairs[pair];
        let setting = match pair.setting {
            Setting::Meeting(day) => day.word(),
            Setting::Shell => "shell",
        };
        format!(
            "{},{},{setting}",
            self.instance.students[pair.student].id,
            self.school(pair.school)
        )
    }

    /// The students of a pair, and where they are together or apart.
    fn students(&self, pair: usize) -> String {
        let pair = &self.instance.pairs[pair];
        let [one, other] = self.instance.pair_ids(pair);
        format!("{one},{other},{}", pair.at)
    }

    fn school(&self, school: SchoolId) -> &str {
        &self.instance.schools[school].id
    }

    fn schools(&self, schools: &[SchoolId]) -> String {
        let ids = schools.iter().map(|&school| self.school(school));
        ids.collect::<Vec<_>>().join("+")
    }
}

fn suffix(group: Group) -> String {
    match group {
        Group::All => String::new(),
        Group::Year(year) => format!(",year{year}"),
        Group::Programme(programme) => format!(",{programme}"),
    }
}
