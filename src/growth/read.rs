//! Reads a path: the document, its base, and the instance of each year.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::document::{
    EntrantDocument, EntryCount, PathDocument, PathStudentsDocument, YearWeight,
};
use super::draws::GrowthDraws;
use super::goals::goals_of;
use super::read_limits::{check_demands, check_pace};
use super::{Candidate, GrowthPath, GrowthYear, Pace};
use crate::input::errors::{Code, InputError, InputErrors, nearest};
use crate::input::{DocumentForm, JsonPath, PathStep, decode, schema_of};
use crate::instance::document::{ClusterCount, InstanceDocument};
use crate::instance::{Files, Standing, Year};
use crate::message;
use crate::problem;
use crate::rules::budget;
use crate::scenarios::{self, MovingUp, SharePercent, YearChanges, year_documents};

/// The numbers of years that a path may have.
const YEARS: std::ops::RangeInclusive<usize> = 2..=10;

/// Reads a path and its base. `files` reads the files beside the path.
///
/// # Errors
/// All problems in the path, in its base, and in the instance of each year.
pub fn read(bytes: &[u8], files: &Files) -> Result<GrowthPath, InputErrors> {
    let schema = schema_of::<PathDocument>();
    let accept = |document: &PathDocument| {
        if !YEARS.contains(&document.years.len()) {
            return Err(message!("growth-years-allowed").to_string());
        }
        let changes = document.years.iter().flat_map(|year| &year.changes);
        let in_draws = document.draws.iter().flat_map(|draws| &draws.changes);
        let mut changes = changes.chain(in_draws);
        changes.try_for_each(|changes| scenarios::have_one_key_each(changes))
    };
    let (document, mut errors) =
        match decode(bytes, &DocumentForm::new(scenarios::PATH_FORMAT, &schema), &accept) {
            Ok(document) => (document, InputErrors::default()),
            Err(unread) => match unread.rest {
                Some(rest) => (rest.document, unread.errors),
                None => return Err(unread.errors),
            },
        };
    check_years(&document, &mut errors);
    let goals = goals_of(&document, &mut errors);
    let base = scenarios::base(&document.base, files, &mut errors);
    let pace = document.pace.as_ref();
    let pace = Pace {
        entries: pace.and_then(|pace| pace.entries_per_year).map(EntryCount::get),
        new: pace.and_then(|pace| pace.new_clusters_per_year).map(ClusterCount::get),
        new_each: pace.and_then(|pace| pace.new_clusters_per_board).map(ClusterCount::get),
    };
    // What is wrong with boards and pace, as far as the instances of the years are known.
    let without_years = |documents: &[InstanceDocument], mut errors: InputErrors| {
        let candidates = candidates(&document, documents, &mut errors);
        check_pace(&document, pace, &candidates, &mut errors);
        errors
    };
    let Some(base) = base else { return Err(without_years(&[], errors)) };
    let folder = Path::new(&document.base).parent().unwrap_or(Path::new(""));
    let folder = folder.to_string_lossy().into_owned();
    let moving_up = moving_up(document.students.as_ref());
    let years = document.years.iter().enumerate().map(|(row, year)| YearChanges {
        id: &year.id,
        location: JsonPath::default().key("years").then(PathStep::Index(row)).key("changes"),
        changes: year.changes.as_deref().unwrap_or_default(),
    });
    let years: Vec<YearChanges> = years.collect();
    let beside = |name: &str| files(&scenarios::beside(&folder, name));
    let draws = GrowthDraws::of(&document, &base, moving_up.as_ref());
    errors.0.extend(draws.iter().flat_map(|draws| draws.wrong_changes(&beside).0));
    let (mut documents, wrong) = year_documents(&base, &years, moving_up.as_ref(), None, &beside);
    if !wrong.0.is_empty() {
        // A patch that was not applied may be what adds a board.
        let is_patch = |error: &InputError| error.location.contains("].patch");
        let are_known = !wrong.0.iter().any(is_patch);
        errors.0.extend(wrong.0);
        return Err(without_years(if are_known { &documents } else { &[] }, errors));
    }
    limit_money(&document, &mut documents, &mut errors);
    let candidates = candidates(&document, &documents, &mut errors);
    check_documents(&document, &documents, &beside, &mut errors);
    check_pace(&document, pace, &candidates, &mut errors);
    let years = growth_years(&document);
    // With a board that is wrong, places would seem to be missing.
    let is_of_boards = |error: &InputError| error.location.starts_with("boards");
    if document.share_worth_km.is_none() && !errors.0.iter().any(is_of_boards) {
        check_demands(&years, &documents, &candidates, &mut errors);
    }
    let path = GrowthPath {
        base: document.base.clone(),
        folder: folder.clone(),
        years,
        candidates,
        pace,
        stay: document.stay_years.and_then(|years| usize::try_from(years.get()).ok()),
        moves_up: moving_up.is_some(),
        share_worth: document.share_worth_km.map(|worth| worth.points().0),
        goals,
        documents,
        draws: draws.map(Arc::new),
    };
    if path.draws.is_some() && errors.0.is_empty() {
        errors = path.first_draw_is_sound(&beside);
    }
    errors.into_result(path)
}

fn growth_years(document: &PathDocument) -> Vec<GrowthYear> {
    let years = document.years.iter().map(|year| GrowthYear {
        id: year.id.clone(),
        weight: year.weight.map_or(1, YearWeight::get),
        share_percent: year.share_percent.map(SharePercent::get),
    });
    years.collect()
}

fn moving_up(students: Option<&PathStudentsDocument>) -> Option<MovingUp> {
    let progress = students?.progress.as_ref()?;
    let percent = progress.stay_percent.clone().unwrap_or_default();
    let given = [percent.first, percent.second, percent.third];
    let stay_percent: BTreeMap<Year, i64> = Year::ALL
        .into_iter()
        .zip(given)
        .filter_map(|(year, percent)| Some((year, percent?.get())))
        .collect();
    Some(MovingUp { stay_percent })
}

fn place_of(list: &str, row: usize) -> JsonPath {
    JsonPath::default().key(list).then(PathStep::Index(row))
}

/// Each year has an id of its own, in order.
fn check_years(document: &PathDocument, errors: &mut InputErrors) {
    for (row, pair) in document.years.windows(2).enumerate() {
        if pair[1].id <= pair[0].id {
            errors.add(
                Code::Contradiction,
                place_of("years", row + 1).key("id").to_string(),
                message!("growth-order-found", year = &pair[1].id, before = &pair[0].id),
                message!("growth-order-allowed"),
                message!("growth-order-help"),
            );
        }
    }
    for (row, year) in document.years.iter().enumerate() {
        let letters = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
        if !year.id.chars().all(letters) || year.id.starts_with('.') {
            errors.add(
                Code::OutOfRange,
                place_of("years", row).key("id").to_string(),
                format!("`{}`", year.id),
                message!("growth-year-id-allowed"),
                message!("growth-year-id-help"),
            );
        }
    }
}

/// Writes the limit on what a year may cost into its instance, as a setting of rule `budget`.
fn limit_money(
    document: &PathDocument,
    documents: &mut [InstanceDocument],
    errors: &mut InputErrors,
) {
    for (row, (year, instance)) in document.years.iter().zip(documents).enumerate() {
        let Some(limit) = year.limit_eur else { continue };
        if instance.finance.is_none() {
            errors.add(
                Code::Contradiction,
                place_of("years", row).key("limit_eur").to_string(),
                message!("growth-limit-found", limit = limit.get(), year = &year.id),
                message!("growth-limit-allowed"),
                message!("growth-limit-help"),
            );
        }
        let settings = serde_json::json!({ "limit_eur": limit });
        scenarios::change_rule(instance, budget::CARD.id, &settings);
    }
}

/// The boards that may enter, each with its years.
fn candidates(
    document: &PathDocument,
    documents: &[InstanceDocument],
    errors: &mut InputErrors,
) -> Vec<Candidate> {
    let boards = document.boards.as_deref().unwrap_or_default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (row, board) in boards.iter().enumerate() {
        let location = place_of("boards", row);
        if boards[..row].iter().any(|known| known.id == board.id) {
            errors.add(
                Code::DuplicateValue,
                location.key("id").to_string(),
                format!("`{}`", board.id),
                message!("growth-board-twice-allowed"),
                message!("common-remove-one-of-two"),
            );
            continue;
        }
        let Some(candidate) = candidate(board, &location, document, errors) else { continue };
        check_standing(&candidate, &location, document, documents, errors);
        candidates.push(candidate);
    }
    candidates
}

fn candidate(
    board: &EntrantDocument,
    location: &JsonPath,
    document: &PathDocument,
    errors: &mut InputErrors,
) -> Option<Candidate> {
    let ids = || document.years.iter().map(|year| year.id.as_str());
    let mut year = |key: &str, id: &Option<String>| -> Option<usize> {
        let id = id.as_ref()?;
        let position = ids().position(|known| known == id);
        if position.is_none() {
            let advice = match nearest(id, ids()) {
                Some(similar) => message!("scenarios-did-you-mean", id = similar),
                None => message!("growth-unknown-year-help"),
            };
            let allowed = ids().collect::<Vec<_>>().join(", ");
            let found = format!("`{id}`");
            errors.add(
                Code::UnknownReference,
                location.key(key).to_string(),
                found,
                allowed,
                advice,
            );
        }
        position
    };
    let earliest = year("earliest", &board.earliest);
    let latest = year("latest", &board.latest);
    if (board.earliest.is_some() && earliest.is_none())
        || (board.latest.is_some() && latest.is_none())
    {
        return None;
    }
    let earliest = earliest.unwrap_or(0);
    if let Some(latest) = latest.filter(|&latest| latest < earliest) {
        errors.add(
            Code::Contradiction,
            location.key("latest").to_string(),
            message!(
                "growth-latest-found",
                latest = &document.years[latest].id,
                earliest = &document.years[earliest].id
            ),
            message!("growth-latest-allowed"),
            message!("growth-latest-help"),
        );
        return None;
    }
    let standing = board.standing.unwrap_or(Standing::Partner);
    if standing == Standing::Candidate {
        errors.add(
            Code::Contradiction,
            location.key("standing").to_string(),
            "`candidate`",
            message!("scenarios-standing-allowed"),
            message!("scenarios-standing-help"),
        );
        return None;
    }
    Some(Candidate {
        board: board.id.clone(),
        earliest,
        latest,
        standing,
        max_clusters: board.max_clusters,
        worth: board.entry_worth_km.map_or(0, |worth| worth.points().0),
    })
}

/// A board that may enter is there from its first year on, and has not entered otherwise.
fn check_standing(
    candidate: &Candidate,
    location: &JsonPath,
    document: &PathDocument,
    documents: &[InstanceDocument],
    errors: &mut InputErrors,
) {
    for (year, instance) in documents.iter().enumerate().skip(candidate.earliest) {
        let id = location.key("id").to_string();
        let year = &document.years[year].id;
        let Some(board) = instance.boards.iter().find(|board| board.id == candidate.board) else {
            let known = instance.boards.iter().map(|board| board.id.as_str());
            let advice = match nearest(&candidate.board, known) {
                Some(similar) => message!("scenarios-did-you-mean", id = similar),
                None => message!("growth-unknown-board-help"),
            };
            let found =
                message!("growth-unknown-board-found", board = &candidate.board, year = year);
            let allowed = message!("growth-unknown-board-allowed");
            errors.add(Code::UnknownReference, id, found, allowed, advice);
            return;
        };
        let standing = board.standing.unwrap_or(Standing::Partner);
        let may_enter = standing == Standing::Candidate
            || (standing == Standing::Shell && candidate.standing != Standing::Shell);
        if !may_enter {
            errors.add(
                Code::Contradiction,
                id,
                message!(
                    "growth-already-in-found",
                    board = &candidate.board,
                    standing = standing.to_string(),
                    year = year
                ),
                message!("growth-already-in-allowed"),
                message!("growth-already-in-help"),
            );
            return;
        }
        let kept = instance.clusters.iter().flatten();
        let kept = kept.filter(|cluster| cluster.board == board.id && cluster.keep == Some(true));
        let kept = kept.count() as i64;
        let most = candidate.max_clusters.or(board.max_clusters).map(ClusterCount::get);
        if most.is_some_and(|most| kept > most) {
            errors.add(
                Code::Contradiction,
                location.key("max_clusters").to_string(),
                message!("growth-kept-found", kept = kept, most = most.unwrap_or(0)),
                message!("growth-kept-allowed"),
                message!("growth-kept-help"),
            );
            return;
        }
    }
}

/// The instance of each year is valid by itself.
fn check_documents(
    document: &PathDocument,
    documents: &[InstanceDocument],
    files: &Files,
    errors: &mut InputErrors,
) {
    for (row, (instance, year)) in documents.iter().zip(&document.years).enumerate() {
        let location = place_of("years", row);
        if instance.students.is_empty() {
            errors.add(
                Code::EmptyList,
                location.to_string(),
                message!("growth-nobody-found", year = &year.id),
                message!("growth-nobody-allowed"),
                message!("growth-nobody-help"),
            );
        }
        let bytes = serde_json::to_vec(instance).expect("a document is plain JSON");
        if let Err(wrong) = problem::read(&bytes, files) {
            for mut error in wrong.0 {
                let location = message!(
                    "scenarios-in-instance",
                    change = location.key("changes").to_string(),
                    location = error.location
                );
                error.location = location.to_string();
                errors.0.push(error);
            }
            // What is wrong in one year mostly is in all later ones.
            return;
        }
    }
}
