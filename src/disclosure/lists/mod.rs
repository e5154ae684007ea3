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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::composing;
    use crate::disclosure::Topic;
    use crate::report::table_as_csv;
    use crate::testing::{assignment, tiny};
    use crate::texts::Language;
    use crate::verify::verify_assignment;

    #[test]
    fn who_left_and_who_was_at_a_school_that_left_are_on_lists() {
        let problem = tiny(json!({
            "schools": [{ "id": "h", "places": 3 }],
            "clusters": [{ "id": "c", "schools": ["h"] }],
            "students": [{ "id": "s" }, { "id": "t" }],
            "previous": "s>x t>h gone>h left>x waited>-",
        }));
        let verdict = verify_assignment(&problem, assignment(&problem.instance, "c", "s>h t>h"));
        let plan = composing::plan(&problem, &verdict.assignment, None);
        let contacts = json!({
            "format": "plaatswijzer/contacts/1",
            "students": [{ "id": "gone", "contact": { "first_name": "Max", "last_name": "Vos" } }],
        });
        let contacts =
            Contacts::read(contacts.to_string().as_bytes(), &problem.instance, "").unwrap();
        let lists = lists(&problem, &plan, &verdict, Some(&contacts.contacts));
        let elsewhere = lists.books.iter().flat_map(|book| {
            let tables = book.tables.iter();
            let tables = tables.filter(|one| matches!(one.topic, Topic::Changes | Topic::Leavers));
            tables.map(|one| (book.name.as_str(), table_as_csv(one, Language::English)))
        });
        let changes = "name,student,programme,year,was at,is now at,why,points\n\
            ,s,voltijd,1,x (takes no part any more),h,the earlier school takes no part any more,0\n\
            Max Vos,gone,,,h,gone,\"is in the instance no longer; not charged\",0\n\
            ,left,,,x (takes no part any more),gone,\"is in the instance no longer; not charged\",0\n";
        let expected = [
            ("tiny", changes),
            ("h", "name,student\nMax Vos,gone\n"),
            ("x", "student,programme,year\ns,voltijd,1\nleft,,\n"),
        ];
        let expected = expected.map(|(book, table)| (book, table.to_owned()));
        assert_eq!(elsewhere.collect::<Vec<_>>(), expected);
        let letters = table_as_csv(&lists.letters, Language::English);
        let letter = "You go to h in place of x, a school that takes no part any more.";
        assert!(letters.contains(letter), "{letters}");
    }
}
