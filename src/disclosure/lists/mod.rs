//! Lists for planners to send: one per school, cluster, trainer and board, one overview, and a letter to each
//! student, with names and addresses where they are known.
//!
//! They are a planner's, who decides what to send to whom; and they hold no more than who receives them needs.
//! Homes, wishes, journeys and reasons are in no list but the overview; the lists of boards have no addresses
//! and free days of students either.

mod books;
mod letters;
mod people;

use super::Audience;
use super::table::{Cell, Field, Table};
use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::verify::Verdict;

/// What a list is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ListKind {
    /// Everything, for the planner.
    Overview,
    /// One school.
    School,
    /// One cluster.
    Cluster,
    /// The clusters of one trainer.
    Trainer,
    /// One board.
    Board,
}

/// A list about one school, cluster, trainer or board.
#[derive(Clone, PartialEq, Debug)]
pub struct ListBook {
    /// What it is about.
    pub kind: ListKind,
    /// The name of that.
    pub name: String,
    /// Its id; empty for a trainer and the overview.
    pub id: String,
    /// Facts about it, in reading order.
    pub facts: Vec<(Field, Cell)>,
    /// Its tables, in reading order, none without rows except the first.
    pub tables: Vec<Table>,
}

/// All lists of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Lists {
    /// Name of the instance.
    pub name: String,
    /// School year; `None` if the instance has none.
    pub school_year: Option<String>,
    /// SHA-256 of the canonical instance.
    pub instance_sha256: String,
    /// The lists, by kind, then in the order of the names.
    pub books: Vec<ListBook>,
    /// A letter to each student, with all that a mail merge needs.
    pub letters: Table,
}

/// The lists of a verified plan, for planners. Without contacts students have ids only.
pub fn lists(
    problem: &Problem,
    plan: &Plan,
    verdict: &Verdict,
    contacts: Option<&Contacts>,
) -> Lists {
    let nobody = Contacts::default();
    let contacts = contacts.unwrap_or(&nobody);
    super::with_source(problem, plan, verdict, Audience::Planner, |source| {
        let people = people::People::of(source, contacts);
        Lists {
            name: problem.instance.name.clone(),
            school_year: problem.instance.school_year.clone(),
            instance_sha256: problem.sha256(),
            books: books::books(&people),
            letters: letters::letters(&people),
        }
    })
}
