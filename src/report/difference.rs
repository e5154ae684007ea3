//! What differs between two plans, for people and for programs.

use std::collections::BTreeMap;

use super::lines::{headings_after_name, lines};
use super::table::table;
use crate::base::Decimal;
use crate::message;
use crate::plan::assignment::new_cluster_name;
use crate::plan::{Cluster, ClusterKind, Plan, PreviousReference, weekday};
use crate::problem::Problem;
use crate::questions::{ClusterChange, Difference, FigureChange, Move, StudentStatus};
use crate::text;
use crate::texts::{Argument, Language, Message};

/// The most students who are named one by one beside a plan.
pub const MOST_NAMED: usize = 20;

/// The names of schools, clusters and boards by id, where they are known, and those of students apart.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SchoolNames {
    names: BTreeMap<String, String>,
    of_students: BTreeMap<String, String>,
}

impl IntoIterator for SchoolNames {
    type Item = (String, String);
    type IntoIter = std::collections::btree_map::IntoIter<String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.names.into_iter()
    }
}

impl SchoolNames {
    /// The names in an instance.
    pub fn of(problem: &Problem) -> Self {
        let schools = problem.instance.schools.values().map(|one| (&one.id, &one.name));
        let clusters = problem.instance.clusters.values().map(|one| (&one.id, &one.name));
        let boards = problem.instance.boards.values().map(|one| (&one.id, &one.name));
        let named = schools.chain(clusters).chain(boards);
        let names = named.map(|(id, name)| (id.clone(), name.clone())).collect();
        Self { names, of_students: BTreeMap::new() }
    }

    /// With more names, for ids that have none here.
    #[must_use]
    pub fn and(mut self, more: impl IntoIterator<Item = (String, String)>) -> Self {
        more.into_iter().for_each(|(id, name)| {
            self.names.entry(id).or_insert(name);
        });
        self
    }

    /// With those of students.
    #[must_use]
    pub fn and_students(mut self, students: impl IntoIterator<Item = (String, String)>) -> Self {
        self.of_students.extend(students);
        self
    }

    /// With those of the new clusters of a plan, which are called by the names of their boards here.
    #[must_use]
    pub fn and_clusters_of(self, plan: &Plan) -> Self {
        let is_taken = |name: &str| self.names.values().any(|known| known == name);
        let new = plan.clusters.iter().filter_map(|cluster| {
            let board = cluster.board.as_deref().filter(|_| cluster.kind == ClusterKind::New)?;
            let name = new_cluster_name((board, self.name(board)), &cluster.id, &is_taken);
            Some((cluster.id.clone(), name))
        });
        let new: Vec<(String, String)> = new.collect();
        self.and(new)
    }

    /// A name alone.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// A name with its id.
    pub fn display(&self, id: &str) -> String {
        with_id(self.names.get(id), id)
    }

    /// A student's name with the id.
    pub(super) fn student(&self, id: &str) -> String {
        with_id(self.of_students.get(id), id)
    }
}

fn with_id(name: Option<&String>, id: &str) -> String {
    match name {
        Some(name) if name != id => format!("{name} ({id})"),
        _ => id.to_owned(),
    }
}

/// All that differs between two plans.
pub fn difference(difference: &Difference, names: &SchoolNames, language: Language) -> String {
    let moves = moves(difference, names, usize::MAX, language);
    let figures = match &difference.figures {
        None => text!(language, "difference-no-figures") + "\n",
        Some(figures) if figures.is_empty() => text!(language, "difference-same-figures") + "\n",
        Some(figures) => {
            let title = text!(language, "difference-figures");
            format!("{title}\n{}", figure_table(figures, names, language))
        }
    };
    format!("{moves}\n{figures}")
}

/// What a plan changes of an earlier one, for its summary.
pub fn changes(reference: &PreviousReference, moves: &str, language: Language) -> String {
    let PreviousReference { changes, max_changes, .. } = reference;
    let title = match max_changes {
        None => text!(language, "difference-changes", count = *changes),
        Some(most) => {
            text!(language, "difference-changes-at-most", count = *changes, most = *most)
        }
    };
    format!("\n{title}\n{moves}")
}

/// Who is elsewhere, the first of them by name, and which clusters are others.
pub fn moves(
    difference: &Difference,
    names: &SchoolNames,
    most_named: usize,
    language: Language,
) -> String {
    let students = &difference.students;
    let again = students.came_in - students.new;
    let parts = [
        (students.moved, message!("difference-moved", count = students.moved)),
        (students.fell_out, message!("difference-fell-out", count = students.fell_out)),
        (again, message!("difference-given-place", count = again)),
        (students.new, message!("difference-new-with-place", count = students.new)),
        (students.gone, message!("difference-gone", count = students.gone)),
    ];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(_, part)| part.in_language(language)).collect();
    let mut texts = vec![if parts.is_empty() {
        message!("difference-nobody")
    } else {
        message!("difference-students", parts = parts.join(", "))
    }];
    let moves = difference.moves.iter().take(most_named);
    texts.extend(moves.map(|one| message!("cli-item", text = move_in_words(one, names))));
    if let Some(more) = difference.moves.len().checked_sub(most_named).filter(|&more| more > 0) {
        texts.push(message!("difference-more", count = more));
    }
    texts.extend(difference.clusters.iter().map(|change| cluster_in_words(change, names)));
    lines(&texts, language)
}

/// One move in words.
pub fn move_in_words(one: &Move, names: &SchoolNames) -> Message {
    let at = |at: &StudentStatus, absent: Message| match at {
        StudentStatus::School(school) => Argument::from(names.display(school)),
        StudentStatus::LeftOut => message!("difference-left-out").into(),
        StudentStatus::Absent => absent.into(),
    };
    let from = at(&one.from, message!("difference-new"));
    let to = at(&one.to, message!("difference-no-longer-there"));
    let who = message!("report-entry", student = names.student(&one.student), count = one.count);
    message!("difference-move", student = who, from = from, to = to)
}

/// The change of a cluster, in words.
pub fn cluster_in_words(change: &ClusterChange, names: &SchoolNames) -> Message {
    let schools = |cluster: &Cluster| {
        cluster.schools.iter().map(|id| names.display(id)).collect::<Vec<_>>().join(", ")
    };
    match change {
        ClusterChange::Opened(cluster) => message!(
            "difference-cluster-opens",
            cluster = names.display(&cluster.id),
            schools = schools(cluster),
            day = weekday(cluster.meeting_day),
        ),
        ClusterChange::Closed(cluster) => {
            message!(
                "difference-cluster-closes",
                cluster = names.display(&cluster.id),
                schools = schools(cluster),
            )
        }
        ClusterChange::Changed { before, after } => {
            let (cluster, now, was) = (names.display(&after.id), schools(after), schools(before));
            let (day, day_was) = (weekday(after.meeting_day), weekday(before.meeting_day));
            if before.meeting_day == after.meeting_day {
                message!("difference-cluster-schools", cluster = cluster, now = now, was = was)
            } else if before.schools == after.schools {
                message!("difference-cluster-day", cluster = cluster, day = day, day_was = day_was)
            } else {
                message!(
                    "difference-cluster-schools-and-day",
                    cluster = cluster,
                    now = now,
                    was = was,
                    day = day,
                    day_was = day_was,
                )
            }
        }
    }
}

fn figure_table(figures: &[FigureChange], names: &SchoolNames, language: Language) -> String {
    let number = |value: &Option<Decimal>| {
        value.map_or_else(|| "–".to_owned(), |value| language.number(value))
    };
    let headings = headings_after_name(
        &[
            message!("difference-column-before"),
            message!("difference-column-after"),
            message!("report-column-difference"),
        ],
        language,
    );
    let mut rows = vec![headings];
    rows.extend(figures.iter().map(|figure| {
        let FigureChange { name, before, after, difference } = figure;
        vec![language.figure_of_id(name, names), number(before), number(after), number(difference)]
    }));
    table(&rows)
}

/// What differs as JSON.
pub fn difference_as_json(difference: &Difference) -> String {
    format!("{:#}\n", serde_json::json!(difference))
}
