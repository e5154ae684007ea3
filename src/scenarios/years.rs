//! The instance of each of several years: the changes of that year on top of those before, and students who
//! move up from year to year.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::ChangeDocument;
use super::complaints::Complaints;
use super::draft::ScenarioDraft;
use super::lots::{CohortMember, Lots};
use super::numbers::percent_of;
use super::people;
use crate::input::errors::InputErrors;
use crate::input::{JsonPath, PathStep};
use crate::instance::document::{InstanceDocument, JourneyDocument, StudentDocument};
use crate::instance::{Files, Programme, Year};

/// What changes from one year to the next.
pub struct YearChanges<'a> {
    /// The id of the year.
    pub id: &'a str,
    /// The path of its changes in the document.
    pub location: JsonPath,
    /// The changes, in order.
    pub changes: &'a [ChangeDocument],
}

/// What a draw makes of the years: lots of its own for all changes, and changes that the instance of each year
/// undergoes last.
pub struct DrawnChanges<'a> {
    /// The seed of all draws.
    pub seed: i64,
    /// The draw, from 1.
    pub draw: i64,
    /// The path of the changes in the document.
    pub location: JsonPath,
    /// The changes, in order.
    pub changes: &'a [ChangeDocument],
}

/// Students who move up a study year: of each study year and programme a percentage stays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MovingUp {
    /// The percentage that stays after each study year; whoever is not named stays.
    pub stay_percent: BTreeMap<Year, i64>,
}

/// The kind of lot by which it is drawn who leaves.
const LEAVING: &str = "leaving";
/// The last study year, after which students are teachers.
const LAST_STUDY_YEAR: u8 = 4;

/// The instance of each year: that of the year before, in which students have moved up where they do, after the
/// changes of the year. New first-years are like those of the base after the changes of the years before: growth adds
/// up, and a board that has merged is known by its new name. In a draw each of them then undergoes the changes of the draw, which the years after know
/// nothing of, but that the students whom they leave are the ones who move up.
///
/// # Errors
/// All changes that cannot be applied.
pub fn year_documents(
    base: &InstanceDocument,
    years: &[YearChanges],
    moving_up: Option<&MovingUp>,
    drawn: Option<&DrawnChanges>,
    files: &Files,
) -> (Vec<InstanceDocument>, InputErrors) {
    let lots = drawn.map_or(Lots { seed: 0, draw: 0 }, |drawn| {
        let DrawnChanges { seed, draw, .. } = *drawn;
        Lots { seed, draw }
    });
    let mut draft = ScenarioDraft::new(base, lots, files);
    // Where students move up, the base after the changes so far says what the new first-years are like.
    let mut intake = moving_up.map(|_| draft.clone());
    let mut errors = InputErrors::default();
    let mut documents = Vec::with_capacity(years.len());
    for (position, year) in years.iter().enumerate() {
        if let (Some(intake), Some(moving_up)) = (&mut intake, moving_up.filter(|_| position > 0)) {
            move_up(&mut draft, intake, moving_up, year.id);
        }
        apply(&mut draft, &year.location, year.changes, &mut errors);
        if let Some(intake) = &mut intake {
            let of_intake =
                year.changes.iter().filter(|change| position == 0 || !counts_rows(change));
            let of_intake: Vec<ChangeDocument> = of_intake.cloned().collect();
            // What is wrong with a change shows in the year itself.
            apply(intake, &year.location, &of_intake, &mut InputErrors::default());
        }
        let school_year = Some(year.id.to_owned());
        let mut of_year = draft.clone();
        if let Some(drawn) = drawn {
            apply(&mut of_year, &drawn.location, drawn.changes, &mut errors);
            if moving_up.is_some() {
                draft.take_students(&of_year);
            }
        }
        documents.push(InstanceDocument { school_year, ..of_year.document });
    }
    (documents, errors)
}

/// Whether a change counts the rows of students, who are others in a year than those in the base.
fn counts_rows(change: &ChangeDocument) -> bool {
    let operations = change.patch.iter().flat_map(|patch| &patch.0);
    let mut paths = operations.flat_map(|one| std::iter::once(&one.path).chain(&one.from));
    paths.any(|path| path.starts_with("/students"))
}

/// Applies changes in order; adds what is wrong with them.
fn apply(
    draft: &mut ScenarioDraft,
    location: &JsonPath,
    changes: &[ChangeDocument],
    errors: &mut InputErrors,
) {
    for (index, document) in changes.iter().enumerate() {
        let Some((key, change)) = document.change() else { continue };
        let location = location.then(PathStep::Index(index)).key(key);
        let mut complaints = Complaints::new(location, "");
        change.apply(draft, &mut complaints);
        for error in complaints.errors.0 {
            // What is wrong in one year mostly is in all later ones.
            if !errors.0.contains(&error) {
                errors.0.push(error);
            }
        }
    }
}

/// Moves students up a study year. Some leave, those of the last year are ready, and first-years like those of the
/// intake begin, with new ids.
fn move_up(
    draft: &mut ScenarioDraft,
    intake: &mut ScenarioDraft,
    moving_up: &MovingUp,
    year: &str,
) {
    let leaving = leaving(draft, moving_up);
    people::remove(draft, &leaving);
    for entry in &mut draft.document.students {
        let next = Year::try_from(i64::from(entry.year) + 1);
        entry.year = next.expect("those of the last study year have left");
        entry.fixed = None;
    }
    let mut used_ids = draft.used_ids();
    let mut journeys = Vec::new();
    for entry in intake.document.students.iter().filter(|entry| entry.year.get() == 1) {
        let id = used_ids.new_id(&entry.id, year);
        journeys.push((entry.id.clone(), id.clone()));
        draft.document.students.push(StudentDocument {
            id,
            fixed: None,
            previous: None,
            with: None,
            apart: None,
            because: None,
            ..entry.clone()
        });
    }
    copy_journeys(draft, intake, &journeys);
}

/// Who leaves: everyone of the last study year, and of each study year and programme those with the lowest
/// lots.
fn leaving(draft: &ScenarioDraft, moving_up: &MovingUp) -> BTreeSet<CohortMember> {
    let students = draft.document.students.iter().enumerate();
    let mut groups: BTreeMap<(Year, Programme), Vec<usize>> = BTreeMap::new();
    for (position, entry) in students {
        groups.entry((entry.year, entry.programme)).or_default().push(position);
    }
    let of_groups = groups.into_iter().flat_map(|((year, _), entries)| {
        let all = people::number(draft, &entries);
        let percent = moving_up.stay_percent.get(&year).copied().unwrap_or(100);
        let stay = if year.get() == LAST_STUDY_YEAR { 0 } else { percent_of(percent, all) };
        people::drawn(draft, LEAVING, &entries, all - stay)
    });
    of_groups.collect()
}

/// Gives new first-years the journeys that the intake has for those like them. Their originals may have left.
fn copy_journeys(
    draft: &mut ScenarioDraft,
    intake: &mut ScenarioDraft,
    copies: &[(String, String)],
) {
    let mut known: BTreeMap<&str, Vec<&JourneyDocument>> = BTreeMap::new();
    let rows: &[JourneyDocument] = intake.journeys().map_or(&[], |rows| rows);
    for row in rows {
        known.entry(&row.from).or_default().push(row);
    }
    let new = copies.iter().flat_map(|(from, to)| {
        let rows = known.get(from.as_str()).into_iter().flatten();
        rows.map(|row| JourneyDocument { from: to.clone(), ..(*row).clone() })
    });
    let new: Vec<JourneyDocument> = new.collect();
    if let Some(rows) = draft.journeys() {
        rows.extend(new);
    }
}
