//! `import`: converts spreadsheets to an instance.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::language;
use super::contacts;
use super::exit::CommandFailure;
use super::files::{self, FilledOutput, Output};
use super::problem;
use crate::input::errors::InputErrors;
use crate::input::without_byte_order_mark;
use crate::instance::document::to_json;
use crate::message;
use crate::plan::Plan;
use crate::spreadsheets::{
    Amendments, LastYear, Request, TableFile, TableKind, account_in_words, blank_template, import,
    template_of,
};

/// Convert spreadsheets (CSV or XLSX) to an instance.
///
/// Name the workbooks and tables that you have: what each sheet is follows from its name or its columns.
/// Columns may have Dutch or English names and be in any order; schools, clusters and boards may be named
/// instead of coded. With the options below a table is a FILE, or FILE#SHEET for one sheet of a workbook.
/// Standard error shows how each column was understood, and every problem with its file, sheet, row and
/// column. Names, e-mail addresses and telephone numbers go into NAME.contacts.json beside the instance,
/// for `report --lists`.
#[derive(Debug, clap::Args)]
pub struct ImportArguments {
    /// Workbooks (XLSX) and tables (CSV); every sheet is looked at.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Table of students; may be given several times, for sheets that make one table together.
    #[arg(long, value_name = "FILE")]
    students: Vec<PathBuf>,
    /// Table of schools; may be given several times. The list of school locations that DUO publishes can be
    /// used directly.
    #[arg(long, value_name = "FILE")]
    schools: Vec<PathBuf>,
    /// Table of boards. Default: the boards that the schools name, all of them partners.
    #[arg(long, value_name = "FILE")]
    boards: Option<PathBuf>,
    /// Table of existing clusters. Default: none.
    #[arg(long, value_name = "FILE")]
    clusters: Option<PathBuf>,
    /// Table of known journeys. Default: none.
    #[arg(long, value_name = "FILE")]
    journeys: Option<PathBuf>,
    /// Settings that are no table, as rows of a key and a value.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Table of additions to schools: places, coordinates and so on.
    #[arg(long, value_name = "FILE")]
    places: Option<PathBuf>,
    /// Number of places of schools for which no table gives one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=100_000))]
    default_places: Option<i64>,
    /// Table of postcodes, of four digits or with letters too, with columns `postcode,lat,lon`. It gives
    /// coordinates to schools and students that have a postcode only.
    #[arg(long, value_name = "FILE")]
    postcodes: Option<PathBuf>,
    /// Workbook (XLSX) of which every sheet is looked at; may be given several times.
    #[arg(long, value_name = "FILE")]
    workbook: Vec<PathBuf>,
    /// Name of the instance. Default: the name of the output file.
    #[arg(long)]
    name: Option<String>,
    /// School year, such as 2027-2028.
    #[arg(long, value_name = "YEAR")]
    school_year: Option<String>,
    /// Plan of last year: the schools of students who are still there, by their number, are earlier schools, besides those
    /// that the tables give.
    #[arg(long, value_name = "PLAN")]
    last_year: Option<PathBuf>,
    /// Write a workbook to fill in instead: sheets with headers, example rows, drop-down lists and an
    /// explanation.
    #[arg(long, conflicts_with_all = ["files", "students", "schools", "boards", "clusters", "journeys", "settings",
        "places", "default_places", "postcodes", "workbook", "name", "school_year", "last_year"])]
    template: bool,
    /// With --template: fill the workbook with all data of this instance.
    #[arg(long, value_name = "INSTANCE", requires = "template")]
    from: Option<PathBuf>,
    /// File for the instance or the workbook; `-` writes to standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
}

/// Runs the command.
pub fn run(arguments: &ImportArguments) -> Result<ExitCode, CommandFailure> {
    let output = Output::prepare(&arguments.output)?;
    if arguments.template {
        output.write(&template(arguments)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = request(arguments)?;
    let (outcome, account) = match import(&request) {
        Ok(imported) => {
            (Ok((imported.document, imported.contacts, imported.warnings)), imported.account)
        }
        Err(refused) => (Err(refused.errors), refused.account),
    };
    eprint!("{}", account_in_words(&account, language()));
    let (document, contacts, warnings) = outcome?;
    problem::print_warnings(&warnings);
    let beside = contacts::beside(&arguments.output);
    // Both files have a place, and room, before either is replaced.
    let place = beside.as_deref().filter(|_| !contacts.is_empty());
    let place = place.map(Output::prepare).transpose()?;
    let place = place.map(|place| place.fill(contacts.to_json().as_bytes())).transpose()?;
    output.write(to_json(&document).as_bytes())?;
    place.map(FilledOutput::keep).transpose()?;
    contacts::account(&contacts, beside.as_deref());
    Ok(ExitCode::SUCCESS)
}

/// A blank template, or one with an instance in it.
fn template(arguments: &ImportArguments) -> Result<Vec<u8>, CommandFailure> {
    let Some(path) = &arguments.from else { return Ok(blank_template(language())?) };
    let bytes = files::read(path)?;
    let problem = problem::parse_discreetly(&bytes, path)?;
    let document =
        serde_json::from_slice(without_byte_order_mark(&bytes)).map_err(std::io::Error::from)?;
    Ok(template_of(&document, &problem, language())?)
}

impl ImportArguments {
    /// The tables given on the command line.
    fn tables(&self) -> impl Iterator<Item = (TableKind, &Path)> {
        let tables: [(TableKind, &[PathBuf]); 8] = [
            (TableKind::Boards, self.boards.as_slice()),
            (TableKind::Schools, &self.schools),
            (TableKind::Places, self.places.as_slice()),
            (TableKind::Clusters, self.clusters.as_slice()),
            (TableKind::Students, &self.students),
            (TableKind::Journeys, self.journeys.as_slice()),
            (TableKind::Settings, self.settings.as_slice()),
            (TableKind::Postcodes, self.postcodes.as_slice()),
        ];
        tables.into_iter().flat_map(|(kind, paths)| paths.iter().map(move |path| (kind, &**path)))
    }
}

fn request(arguments: &ImportArguments) -> Result<Request, CommandFailure> {
    let named: Vec<&Path> =
        arguments.files.iter().chain(&arguments.workbook).map(PathBuf::as_path).collect();
    if named.is_empty() && (arguments.students.is_empty() || arguments.schools.is_empty()) {
        return Err(CommandFailure::usage(message!("cli-import-needs-tables")));
    }
    let paths = arguments.tables().map(|(_, path)| Some(path));
    let last = arguments.last_year.as_deref();
    files::one_stream(paths.chain(named.iter().map(|path| Some(*path))).chain([last]))?;
    let mut errors = InputErrors::default();
    // All unreadable files are reported together; a wrong command line is reported at once.
    let mut read = |path: &Path| match files::read(path) {
        Err(CommandFailure::Input(unreadable)) => {
            errors.0.extend(unreadable.0);
            Ok(Vec::new())
        }
        bytes => bytes,
    };
    let mut tables = Vec::new();
    for (kind, path) in arguments.tables() {
        let (path, sheet) = file_and_sheet(path);
        let bytes = read(&path)?;
        tables.push(TableFile { kind, file: path.display().to_string(), sheet, bytes });
    }
    let files = named
        .into_iter()
        .map(|path| read(path).map(|bytes| (path.display().to_string(), bytes)))
        .collect::<Result<Vec<_>, CommandFailure>>()?;
    let last_year = match &arguments.last_year {
        Some(path) => Some(last_year(path, &files::read(path)?)?),
        None => None,
    };
    let (name, school_year) = (arguments.name.clone(), arguments.school_year.clone());
    let request = Request {
        tables,
        found_join_named: false,
        files,
        unread: Vec::new(),
        name,
        usual_name: usual_name(&arguments.output),
        school_year,
        default_places: arguments.default_places,
        last_year,
        keep_spelling: false,
        amendments: Amendments::default(),
        language: language(),
    };
    Ok(errors.into_result(request)?)
}

/// Where a plan has students.
fn last_year(path: &Path, plan: &[u8]) -> Result<LastYear, CommandFailure> {
    let mut schools: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in Plan::read(plan)?.placements {
        schools.entry(one.student).or_default().insert(one.school);
    }
    Ok(LastYear { file: path.display().to_string(), schools })
}

/// The name of an output file without its ending; none for standard output.
fn usual_name(output: &Path) -> Option<String> {
    let stem = output.file_stem()?.to_string_lossy().into_owned();
    (!files::is_stream(output) && !stem.is_empty()).then_some(stem)
}

/// Splits `FILE#SHEET`. If a file with the whole name exists, `#` is part of its name.
fn file_and_sheet(path: &Path) -> (PathBuf, Option<String>) {
    let text = path.to_string_lossy();
    match text.rsplit_once('#') {
        Some((file, sheet)) if !path.exists() && !sheet.is_empty() => {
            (PathBuf::from(file), Some(sheet.to_owned()))
        }
        _ => (path.to_path_buf(), None),
    }
}
