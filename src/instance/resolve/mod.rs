//! From a document to facts: defaults filled in, references followed, everything in the order
//! of ids, and every problem of meaning found in one run.

mod boards;
mod clusters;
mod csv_file;
mod limits;
mod names;
mod postcodes;
mod problems;
mod schools;
mod students;
mod terms;
mod travel;
mod warnings;

use std::collections::BTreeSet;

pub use limits::{MOST_ENTRIES, MOST_SCHOOLS, MOST_STUDENTS, MOST_TABLE_ROWS};
use names::Names;
use postcodes::Postcodes;
use problems::{Problems, Spot};
use terms::Terms;
pub use travel::{USUAL_DETOUR, USUAL_METRES_PER_MINUTE};

use super::document::{EuroAmount, FinanceDocument, InstanceDocument};
use super::{Finance, Goal, Instance, Year};
use crate::base::Euros;
use crate::input_errors::{Code, InputErrors, InputWarning};
use crate::reading::Dropped;

/// Opens a file that a document names: its bytes, or why it cannot be read.
pub type Files<'a> = dyn Fn(&str) -> Result<Vec<u8>, String> + 'a;

/// The facts that a document states, with what was probably not meant. `dropped` is what was
/// cut out of the document before, so that references to it are not called unknown and places
/// are those of the document as written.
///
/// # Errors
/// Every problem of meaning in the document and the files that it names.
pub fn resolve(
    document: &InstanceDocument,
    files: &Files,
    dropped: &Dropped,
) -> Result<(Instance, Vec<InputWarning>), InputErrors> {
    let mut problems = Problems::new(dropped);
    check_header(document, &mut problems);
    limits::check(document, &mut problems);
    let names = Names::of(document, &mut problems);
    let postcodes = Postcodes::read(document, files, &mut problems);
    let mut instance = facts(document, files, &names, &postcodes, &mut problems);
    let Problems { errors, .. } = problems;
    errors.into_result(())?;
    clusters::link(&mut instance);
    let warnings = warnings::of(document, &instance, &names, dropped);
    Ok((instance, warnings))
}

/// All facts but those that follow from others. Where there are problems, they have gaps.
fn facts(
    document: &InstanceDocument,
    files: &Files,
    names: &Names,
    postcodes: &Postcodes,
    problems: &mut Problems,
) -> Instance {
    let terms = Terms::of(document);
    let boards = boards::boards(document, names, problems);
    Instance {
        name: document.name.clone(),
        school_year: document.school_year.clone(),
        community_years: community_years(document),
        networks: boards::networks(&boards, names),
        boards,
        schools: schools::schools(document, names, &terms, postcodes, problems),
        clusters: clusters::clusters(document, names, problems),
        students: students::students(document, names, &terms, postcodes, problems),
        terms: terms.into_words(),
        journeys: travel::journeys(document, files, names, problems),
        goals: goals(document.goals.as_deref()),
        finance: document.finance.as_ref().map(finance),
    }
}

/// Checks what stands beside the lists of boards, schools, clusters and students.
fn check_header(document: &InstanceDocument, problems: &mut Problems) {
    let root = Spot::Document;
    if document.name.is_empty() {
        let allowed = "text of at least 1 character";
        problems.add(Code::OutOfRange, root.key("name"), "`\"\"`", allowed, "name the instance");
    }
    let years = document.community_years.as_deref().unwrap_or_default();
    problems.distinct(years, root.key("community_years"));
    problems.distinct(document.goals.as_deref().unwrap_or_default(), root.key("goals"));
}

fn community_years(document: &InstanceDocument) -> BTreeSet<Year> {
    let usual = &Year::ALL[..3];
    document.community_years.as_deref().unwrap_or(usual).iter().copied().collect()
}

/// The goal levels: `total` is the last where it is not among them.
fn goals(written: Option<&[Goal]>) -> Vec<Goal> {
    let mut goals = written.unwrap_or_default().to_vec();
    if !goals.contains(&Goal::Total) {
        goals.push(Goal::Total);
    }
    goals
}

fn finance(written: &FinanceDocument) -> Finance {
    let euros = |amount: Option<EuroAmount>| amount.map_or(Euros::ZERO, Euros::from);
    Finance {
        grant_per_student: euros(written.grant_per_student_eur),
        cluster: euros(written.cluster_eur),
        student: euros(written.student_eur),
        shell_student: euros(written.shell_student_eur),
    }
}
