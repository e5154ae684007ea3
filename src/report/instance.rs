//! The size of a valid instance, in a few lines.

use crate::problem::Problem;
use crate::report::table::table;
use crate::texts::Language;
use crate::{message, text};

/// What a valid instance contains, as a table of numbers.
pub fn instance_in_words(problem: &Problem, language: Language) -> String {
    let instance = &problem.instance;
    let new = problem.options.values().filter(|option| option.is_new()).count();
    let places: i64 = instance.schools.values().map(|school| school.places).sum();
    let rows = [
        (message!("instance-boards"), instance.boards.len().to_string()),
        (message!("instance-schools"), instance.schools.len().to_string()),
        (message!("instance-places"), places.to_string()),
        (message!("instance-existing-clusters"), instance.clusters.len().to_string()),
        (message!("instance-possible-clusters"), new.to_string()),
        (message!("instance-entries"), instance.students.len().to_string()),
        (message!("instance-students"), instance.student_count().to_string()),
    ];
    let rows = rows.map(|(label, number)| vec![label.in_language(language), number]);
    let valid = text!(language, "instance-valid", name = &instance.name);
    format!("{valid}\n{}", table(&rows))
}
