//! The report of a path: its page, and one for each board.

use std::collections::BTreeSet;

use super::exit::{CommandFailure, unknown_id};
use super::path_input::PathInput;
use super::results::PageAudience;
use crate::disclosure::PathReader;
use crate::growth::{Decided, GrowthPath, PathPlan};
use crate::message;
use crate::plan::Plan;
use crate::report::PathSources;

/// What reports need of a path whose plans have these texts: the instances follow from them.
pub fn sources_of_plans(
    input: &PathInput,
    found: &PathPlan,
    texts: &[Vec<u8>],
    today: Option<&[u8]>,
) -> Result<PathSources, CommandFailure> {
    let path = &input.path;
    let plans = texts.iter().map(|text| Plan::read(text)).collect::<Result<Vec<Plan>, _>>()?;
    let mut decided = Decided::nothing(path);
    let mut documents = Vec::with_capacity(plans.len());
    for (year, plan) in plans.iter().enumerate() {
        let entering = path.entering(found, year);
        documents.push(path.instance(year, &decided, &entering));
        decided = decided.after(path, year, &entering, plan);
    }
    let years = documents.iter().zip(&plans).zip(texts);
    let today = today.map(Plan::read).transpose()?;
    let undecided = path.instance(0, &Decided::nothing(path), &[]);
    let today = today.as_ref().map(|plan| (&undecided, plan));
    let years = years.map(|((document, plan), text)| (document, plan, text.as_slice()));
    Ok(PathSources::of(path, &input.beside_base(), years, today)?)
}

/// The reader of the page in the folder of a path.
pub fn reader(audience: PageAudience) -> PathReader {
    match audience {
        PageAudience::Planner => PathReader::Planner,
        PageAudience::Public => PathReader::Public,
    }
}

/// The board that an id or a name means.
pub fn board(path: &GrowthPath, written: &str) -> Result<PathReader, CommandFailure> {
    let boards = || path.documents.iter().flat_map(|document| &document.boards);
    let is_meant = |id: &str, name: Option<&str>| id == written || name == Some(written);
    let meant = boards().filter(|board| is_meant(&board.id, board.name.as_deref()));
    let ids: BTreeSet<&str> = meant.map(|board| board.id.as_str()).collect();
    let exact = ids.contains(written).then_some(written);
    let only = || ids.first().copied().filter(|_| ids.len() == 1);
    if let Some(id) = exact.or_else(only) {
        return Ok(PathReader::Board(id.to_owned()));
    }
    let known: BTreeSet<&str> = boards().map(|board| board.id.as_str()).collect();
    let known: Vec<&str> = known.into_iter().collect();
    Err(unknown_id(message!("cli-no-such-board", id = written), written, &known))
}
