//! Lists for planners to send: one per school, cluster, trainer and board, one overview, and a letter to each
//! student, with names and addresses where they are known.
//!
//! They are a planner's, who decides what to send to whom; and they hold no more than who receives them needs.
//! Homes, wishes, journeys and reasons are in no list but the overview; the lists of boards have no addresses
//! and free days of students either.

mod books;
mod letters;
mod list;
mod people;
mod trainers;

use super::{Audience, Edition};
use crate::contacts::Contacts;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::verify::Verdict;

pub use list::{ListBook, ListKind, Lists};

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
        let mut books = books::books(&people);
        books.extend(trainers::trainers(&people));
        books.sort_by_cached_key(|book| (book.kind, book.name.to_lowercase(), book.id.clone()));
        Lists {
            name: problem.instance.name.clone(),
            school_year: problem.instance.school_year.clone(),
            edition: Edition::default(),
            instance_sha256: problem.sha256(),
            books,
            letters: letters::letters(&people),
        }
    })
}
