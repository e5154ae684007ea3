//! The report of a path: its page, and one for each board.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::console::language;
use super::exit::{CommandFailure, unknown_id};
use super::path_input::PathInput;
use super::results::PageAudience;
use crate::disclosure::{Edition, PathDisclosure, PathReader, YearSource};
use crate::growth::{Decided, GrowthPath, PathPlan};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::plan::Plan;
use crate::report::{file_names, path_page};
use crate::storage::replace;

/// What reports need of a path.
pub struct PathSources {
    /// Of every year.
    years: Vec<YearSource>,
    /// Of the first year before any decision, where there is a plan.
    today: Option<YearSource>,
}

/// What reports need of every year, and of the first before any decision, given its instance, its plan and the bytes of that.
pub fn sources<'a>(
    input: &PathInput,
    years: impl IntoIterator<Item = (&'a InstanceDocument, &'a Plan, &'a [u8])>,
    today: Option<(&InstanceDocument, &Plan)>,
) -> Result<PathSources, CommandFailure> {
    let today = today.map(|(document, plan)| {
        let problem = input.path.problem(document, None, &input.beside_base())?;
        Ok::<_, CommandFailure>(YearSource::of(&problem, document.clone(), plan.clone()))
    });
    let mut before: Option<&[u8]> = None;
    let mut of_years = Vec::new();
    for (document, plan, text) in years {
        let problem = input.path.problem(document, before, &input.beside_base())?;
        of_years.push(YearSource::of(&problem, document.clone(), plan.clone()));
        before = Some(text);
    }
    Ok(PathSources { years: of_years, today: today.transpose()? })
}

/// Like [`sources`], where only the plans are there: the instances follow from them.
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
    sources(input, years.map(|((document, plan), text)| (document, plan, text.as_slice())), today)
}

/// The page of a path for a reader.
pub fn page(
    path: &GrowthPath,
    found: &PathPlan,
    sources: &PathSources,
    reader: PathReader,
    edition: Edition,
) -> String {
    let disclosed = PathDisclosure::of(path, found, &sources.years, reader);
    let disclosed =
        PathDisclosure { edition, ..disclosed.with_today(path, found, sources.today.as_ref()) };
    path_page(&disclosed, language())
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

/// The file of each board's page in a folder, by the board's id.
pub fn board_files(folder: &Path, path: &GrowthPath) -> BTreeMap<String, PathBuf> {
    let boards = path.documents.iter().flat_map(|document| &document.boards);
    let ids: BTreeSet<&str> = boards.map(|board| board.id.as_str()).collect();
    let names = file_names(ids.iter().copied());
    let file = |name: String| folder.join("boards").join(name + ".html");
    ids.iter().map(|&id| id.to_owned()).zip(names.into_iter().map(file)).collect()
}

/// Writes a page for each board that takes part in some year, or may and does not.
pub fn write_boards(
    folder: &Path,
    path: &GrowthPath,
    found: &PathPlan,
    sources: &PathSources,
) -> Result<(), CommandFailure> {
    let files = board_files(folder, path);
    let public = PathDisclosure::of(path, found, &sources.years, PathReader::Public);
    for board in &public.boards {
        let reader = PathReader::Board(board.id.clone());
        let page = page(path, found, sources, reader, Edition::default());
        if let Some(file) = files.get(&board.id) {
            replace(file, page.as_bytes())?;
        }
    }
    Ok(())
}
