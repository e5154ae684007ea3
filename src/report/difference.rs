//! What differs between two plans, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::table::table;
use crate::base::Decimal;
use crate::plan::{Cluster, PreviousReference};
use crate::problem::Problem;
use crate::questions::{ClusterChange, Difference, FigureChange, Move, StudentStatus};

/// The most students who are named one by one beside a plan.
pub const MOST_NAMED: usize = 20;

/// The names of schools, clusters and boards by id, where they are known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SchoolNames(BTreeMap<String, String>);

impl SchoolNames {
    /// The names in an instance.
    pub fn of(problem: &Problem) -> Self {
        let schools = problem.instance.schools.values().map(|one| (&one.id, &one.name));
        let clusters = problem.instance.clusters.values().map(|one| (&one.id, &one.name));
        let boards = problem.instance.boards.values().map(|one| (&one.id, &one.name));
        let named = schools.chain(clusters).chain(boards);
        Self(named.map(|(id, name)| (id.clone(), name.clone())).collect())
    }

    /// A name alone.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.get(id).map_or(id, String::as_str)
    }

    /// A name with its id.
    pub fn told(&self, id: &str) -> String {
        match self.0.get(id) {
            Some(name) if name != id => format!("{name} ({id})"),
            _ => id.to_owned(),
        }
    }
}

/// All that differs between two plans.
pub fn difference(difference: &Difference, names: &SchoolNames) -> String {
    let mut text = moves(difference, names, usize::MAX);
    match &difference.figures {
        None => text.push_str(
            "\nOne of the plans tells no figures: give the instance with --instance FILE.\n",
        ),
        Some(figures) if figures.is_empty() => text.push_str("\nAll figures are the same.\n"),
        Some(figures) => {
            let _ = write!(text, "\nFigures that differ\n{}", figure_table(figures));
        }
    }
    text
}

/// What a plan changes of an earlier one, for its summary.
pub fn changes(reference: &PreviousReference, moves: &str) -> String {
    let PreviousReference { changes, max_changes, .. } = reference;
    let most = max_changes.map_or_else(String::new, |most| format!(", at most {most} allowed"));
    format!("\nAgainst the earlier plan: {changes} changes{most}\n{moves}")
}

/// Who is elsewhere, the first of them by name, and which clusters are others.
pub fn moves(difference: &Difference, names: &SchoolNames, most_named: usize) -> String {
    let students = &difference.students;
    let parts = [
        (students.moved, "at another school"),
        (students.fell_out, "without a place after having one"),
        (students.came_in, "with a place after having none"),
        (students.gone, "not in the later plan any more"),
    ];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts = parts.map(|(number, what)| format!("{number} {what}")).collect::<Vec<_>>();
    let mut text = if parts.is_empty() {
        "Everyone stays where they were.\n".to_owned()
    } else {
        format!("Students: {}.\n", parts.join(", "))
    };
    for one in difference.moves.iter().take(most_named) {
        let _ = writeln!(text, "  {}", move_in_words(one, names));
    }
    if let Some(more) = difference.moves.len().checked_sub(most_named).filter(|&more| more > 0) {
        let _ = writeln!(text, "  … and {more} more; `diff` names them all.");
    }
    for change in &difference.clusters {
        let _ = writeln!(text, "{}", cluster_in_words(change, names));
    }
    text
}

/// One move in words.
pub fn move_in_words(one: &Move, names: &SchoolNames) -> String {
    let at = |at: &StudentStatus, absent: &str| match at {
        StudentStatus::School(school) => names.told(school),
        StudentStatus::LeftOut => "left out".to_owned(),
        StudentStatus::Absent => absent.to_owned(),
    };
    let number = if one.count > 1 { format!(" ({} students)", one.count) } else { String::new() };
    let (from, to) = (at(&one.from, "new"), at(&one.to, "gone"));
    format!("{}{number}: {from} → {to}", one.student)
}

/// What became of a cluster in words.
pub fn cluster_in_words(change: &ClusterChange, names: &SchoolNames) -> String {
    let schools = |cluster: &Cluster| {
        cluster.schools.iter().map(|id| names.told(id)).collect::<Vec<_>>().join(", ")
    };
    match change {
        ClusterChange::Opened(cluster) => format!(
            "Cluster {} opens: {}, meeting on {}.",
            cluster.id,
            schools(cluster),
            cluster.meeting_day
        ),
        ClusterChange::Closed(cluster) => {
            format!("Cluster {} closes: {}.", cluster.id, schools(cluster))
        }
        ClusterChange::Changed { before, after } => {
            let mut parts = Vec::new();
            if before.schools != after.schools {
                parts.push(format!("has {} (had {})", schools(after), schools(before)));
            }
            if before.meeting_day != after.meeting_day {
                parts.push(format!("meets on {} (was {})", after.meeting_day, before.meeting_day));
            }
            format!("Cluster {} now {}.", after.id, parts.join(", and "))
        }
    }
}

fn figure_table(figures: &[FigureChange]) -> String {
    let number =
        |value: &Option<Decimal>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let headings = ["", "before", "after", "difference"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    rows.extend(figures.iter().map(|figure| {
        let FigureChange { name, before, after, difference } = figure;
        vec![name.clone(), number(before), number(after), number(difference)]
    }));
    table(&rows)
}

/// What differs as JSON.
pub fn difference_as_json(difference: &Difference) -> String {
    format!("{:#}\n", serde_json::json!(difference))
}
