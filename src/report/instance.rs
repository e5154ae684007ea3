//! A valid instance in a few lines.

use crate::problem::Problem;
use crate::report::table::table;

/// What an instance holds.
pub fn instance_in_words(problem: &Problem) -> String {
    let instance = &problem.instance;
    let new = problem.options.values().filter(|option| option.is_new()).count();
    let places: i64 = instance.schools.values().map(|school| school.places).sum();
    let row = |what: &str, number: String| vec![what.to_owned(), number];
    let rows = [
        row("boards", instance.boards.len().to_string()),
        row("schools", instance.schools.len().to_string()),
        row("places", places.to_string()),
        row("existing clusters", instance.clusters.len().to_string()),
        row("possible new clusters", new.to_string()),
        row("student entries", instance.students.len().to_string()),
        row("students", instance.student_count().to_string()),
    ];
    format!("{} is valid.\n{}", instance.name, table(&rows))
}
