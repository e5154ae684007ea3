//! The files of a growth path that was found, as they lie in the folder of its results.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::{file_names, path_page};
use crate::disclosure::{Edition, PathDisclosure, PathReader, YearSource};
use crate::growth::{
    FiguresRow, FoundDraw, FoundPath, FoundToday, GrowthPath, KeptPieces, PathPlan, calendar_csv,
    figures_csv,
};
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::instance::document::{InstanceDocument, to_json};
use crate::plan::Plan;
use crate::texts::Language;

/// The file of a path that was found, which names the others.
pub const PATH_FILE: &str = "path.json";
/// The instance and the plan of the first year before any decision.
pub const TODAY_FILES: [&str; 2] = ["today/instance.json", "today/plan.json"];

/// What reports need of a path.
pub struct PathSources {
    /// Of every year.
    years: Vec<YearSource>,
    /// Of the first year before any decision, where there is a plan.
    today: Option<YearSource>,
}

impl PathSources {
    /// What reports need of every year, and of the first before any decision, given its instance, its plan and the bytes
    /// of that. `files` reads the files beside the base.
    ///
    /// # Errors
    /// Everything that is wrong with the instance of a year.
    pub fn of<'a>(
        path: &GrowthPath,
        files: &Files,
        years: impl IntoIterator<Item = (&'a InstanceDocument, &'a Plan, &'a [u8])>,
        today: Option<(&InstanceDocument, &Plan)>,
    ) -> Result<Self, InputErrors> {
        let today = today.map(|(document, plan)| {
            let problem = path.problem(document, None, files)?;
            Ok::<_, InputErrors>(YearSource::of(&problem, document.clone(), plan.clone()))
        });
        let mut before: Option<&[u8]> = None;
        let mut of_years = Vec::new();
        for (document, plan, text) in years {
            let problem = path.problem(document, before, files)?;
            of_years.push(YearSource::of(&problem, document.clone(), plan.clone()));
            before = Some(text);
        }
        Ok(Self { years: of_years, today: today.transpose()? })
    }

    /// The page of a path for a reader.
    pub fn page(
        &self,
        path: &GrowthPath,
        found: &PathPlan,
        reader: PathReader,
        edition: Edition,
        language: Language,
    ) -> String {
        let disclosed = PathDisclosure::of(path, found, &self.years, reader);
        let disclosed =
            PathDisclosure { edition, ..disclosed.with_today(path, found, self.today.as_ref()) };
        path_page(&disclosed, language)
    }

    /// A page for each board that takes part in some year, or may and does not, with the name of its file.
    fn board_pages<'a>(
        &'a self,
        path: &'a GrowthPath,
        found: &'a PathPlan,
        language: Language,
    ) -> impl Iterator<Item = (String, String)> + 'a {
        let mut files = board_files(path);
        let public = PathDisclosure::of(path, found, &self.years, PathReader::Public);
        public.boards.into_iter().filter_map(move |board| {
            let file = files.remove(&board.id)?;
            let reader = PathReader::Board(board.id);
            Some((file, self.page(path, found, reader, Edition::default(), language)))
        })
    }
}

/// The name of the file of each board's page, by the board's id.
pub fn board_files(path: &GrowthPath) -> BTreeMap<String, String> {
    let boards = path.documents.iter().flat_map(|document| &document.boards);
    let ids: BTreeSet<&str> = boards.map(|board| board.id.as_str()).collect();
    let names = file_names(ids.iter().copied());
    let file = |name: String| format!("boards/{name}.html");
    ids.iter().map(|&id| id.to_owned()).zip(names.into_iter().map(file)).collect()
}

/// The file of the plan of a year.
pub fn plan_file(year: &str) -> String {
    format!("plans/{year}.json")
}

/// The file of the instance of a year.
pub fn instance_file(year: &str) -> String {
    format!("instances/{year}.json")
}

/// A path that was found, with its plans.
#[derive(Clone, Copy)]
pub struct PathResult<'a> {
    /// The path.
    pub path: &'a GrowthPath,
    /// What its file says.
    pub result: &'a PathPlan,
    /// The plans of all years.
    pub found: &'a FoundPath,
    /// Those of each draw.
    pub draws: &'a [FoundDraw],
    /// That of the first year before any decision, where there is one.
    pub today: Option<&'a FoundToday>,
}

impl PathResult<'_> {
    /// Writes every file: plans first, and the file of the path, which names them, last. That of an earlier path goes
    /// before the plans that it names, so that a folder never has one that does not fit its plans, also where writing is
    /// cut short. `files` reads the files beside the base; `reader` reads `report.html`.
    ///
    /// # Errors
    /// If an instance cannot be read, or a file cannot be kept.
    pub fn write<E: From<InputErrors> + From<io::Error>>(
        &self,
        files: &Files,
        reader: PathReader,
        language: Language,
        pieces: &dyn KeptPieces,
    ) -> Result<(), E> {
        pieces.forget(PATH_FILE)?;
        let put = |name: &str, bytes: &[u8]| pieces.keep(name, bytes);
        let Self { path, result, found, today, .. } = *self;
        let of_years = || result.years.iter().zip(&found.years);
        for (year, of_year) in of_years() {
            put(&instance_file(&year.id), to_json(&of_year.document).as_bytes())?;
            put(&plan_file(&year.id), of_year.text.as_bytes())?;
        }
        let today = today.map(|today| &today.year);
        if let Some(today) = today {
            put(TODAY_FILES[0], to_json(&today.document).as_bytes())?;
            put(TODAY_FILES[1], today.text.as_bytes())?;
        }
        self.write_draws(pieces)?;
        put("calendar.csv", calendar_csv(result).as_bytes())?;
        let expected =
            of_years().map(|(year, found)| FiguresRow { draw: None, year, plan: &found.plan });
        let rows: Vec<FiguresRow> = expected.chain(self.figures_of_draws()).collect();
        put("figures.csv", figures_csv(&rows).as_bytes())?;
        let years = found.years.iter();
        let years = years.map(|year| (&year.document, &year.plan, year.text.as_bytes()));
        let today = today.map(|today| (&today.document, &today.plan));
        let sources = PathSources::of(path, files, years, today)?;
        let page = sources.page(path, result, reader, Edition::default(), language);
        put("report.html", page.as_bytes())?;
        for (file, page) in sources.board_pages(path, result, language) {
            put(&file, page.as_bytes())?;
        }
        Ok(put(PATH_FILE, result.to_json().as_bytes())?)
    }

    /// Writes the instance and the plan of each year of each draw.
    fn write_draws(&self, pieces: &dyn KeptPieces) -> io::Result<()> {
        let of_draws = self.result.draws.iter().flat_map(|draws| &draws.draws);
        for (draw, of_draw) in self.draws.iter().zip(of_draws) {
            for (year, of_year) in draw.path.years.iter().zip(&of_draw.years) {
                let instance = format!("draws/{}/{}", draw.draw, instance_file(&of_year.id));
                pieces.keep(&instance, to_json(&year.document).as_bytes())?;
                pieces.keep(&of_year.plan, year.text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// The rows of the table of figures that are about draws.
    fn figures_of_draws(&self) -> impl Iterator<Item = FiguresRow<'_>> {
        let of_draws = self.result.draws.iter().flat_map(|draws| &draws.draws);
        self.draws.iter().zip(of_draws).flat_map(|(draw, of_draw)| {
            let years = draw.path.years.iter().zip(&of_draw.years);
            years.map(|(year, of_year)| FiguresRow {
                draw: Some(draw.draw),
                year: of_year,
                plan: &year.plan,
            })
        })
    }
}
