//! `import`: spreadsheets become an instance.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::exit::Failure;
use super::files::{self, Output};
use super::problem;
use super::results::LanguageChoice;
use crate::input::errors::InputErrors;
use crate::instance::document::to_json;
use crate::spreadsheets::{
    Request, TableFile, TableKind, account_in_words, blank_template, import, template_of,
};

/// Make an instance of spreadsheets: CSV or XLSX, column names in Dutch or English, in any order.
///
/// A table is a FILE, or FILE#SHEET for one sheet of a workbook. Standard error shows what was understood and
/// every problem, with file, sheet, row and column.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Students, a row each.
    #[arg(long, value_name = "FILE")]
    students: Option<PathBuf>,
    /// Schools, a row each; DUO's own file of school locations is known.
    #[arg(long, value_name = "FILE")]
    schools: Option<PathBuf>,
    /// Boards. Default: those that the schools name, all of them partners.
    #[arg(long, value_name = "FILE")]
    boards: Option<PathBuf>,
    /// Existing clusters. Default: none.
    #[arg(long, value_name = "FILE")]
    clusters: Option<PathBuf>,
    /// Known journeys. Default: none.
    #[arg(long, value_name = "FILE")]
    journeys: Option<PathBuf>,
    /// Settings: rows of a key and a value.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Values to add to schools, by school: places, coordinates and so on.
    #[arg(long, value_name = "FILE")]
    places: Option<PathBuf>,
    /// The places of schools for which no table gives a number.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..=100_000))]
    default_places: Option<i64>,
    /// A point for each postcode: `postcode,lat,lon`. Schools and students with a postcode and no
    /// coordinates get theirs from it.
    #[arg(long, value_name = "FILE")]
    postcodes: Option<PathBuf>,
    /// A workbook (XLSX) with all tables, each on a sheet of its usual name.
    #[arg(long, value_name = "FILE")]
    workbook: Option<PathBuf>,
    /// The name of the instance.
    #[arg(long)]
    name: Option<String>,
    /// The school year, such as 2027-2028.
    #[arg(long, value_name = "YEAR")]
    school_year: Option<String>,
    /// Write a workbook to fill in, instead: sheets, headers, an example row each, drop-down lists and an
    /// explanation.
    #[arg(long, conflicts_with_all = ["students", "schools", "boards", "clusters", "journeys", "settings",
        "places", "default_places", "postcodes", "workbook", "name", "school_year"])]
    template: bool,
    /// With --template: an instance that is written into the workbook, completely.
    #[arg(long, value_name = "INSTANCE", requires = "template")]
    from: Option<PathBuf>,
    /// Where the instance or the workbook goes; `-` is standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// The language of the account of the tables, and of a template.
    #[arg(long, value_enum, default_value_t)]
    lang: LanguageChoice,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let output = Output::prepare(&arguments.output)?;
    if arguments.template {
        output.write(&template(arguments)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = request(arguments)?;
    let (outcome, account) = match import(&request) {
        Ok(imported) => (Ok((imported.document, imported.warnings)), imported.account),
        Err(refused) => (Err(refused.errors), refused.account),
    };
    eprint!("{}", account_in_words(&account, arguments.lang.into()));
    let (document, warnings) = outcome?;
    problem::warn(&warnings);
    output.write(to_json(&document).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// A blank template, or one with an instance in it.
fn template(arguments: &Arguments) -> Result<Vec<u8>, Failure> {
    let language = arguments.lang.into();
    let Some(path) = &arguments.from else { return Ok(blank_template(language)?) };
    let bytes = files::read(path)?;
    let problem = problem::discreetly(&bytes, path)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let document = serde_json::from_slice(text).map_err(std::io::Error::from)?;
    Ok(template_of(&document, &problem, language)?)
}

impl Arguments {
    /// The tables that are asked for.
    fn tables(&self) -> impl Iterator<Item = (TableKind, &Path)> {
        let tables = [
            (TableKind::Boards, &self.boards),
            (TableKind::Schools, &self.schools),
            (TableKind::Places, &self.places),
            (TableKind::Clusters, &self.clusters),
            (TableKind::Students, &self.students),
            (TableKind::Journeys, &self.journeys),
            (TableKind::Settings, &self.settings),
            (TableKind::Postcodes, &self.postcodes),
        ];
        tables.into_iter().filter_map(|(kind, path)| Some((kind, path.as_deref()?)))
    }
}

fn request(arguments: &Arguments) -> Result<Request, Failure> {
    if arguments.workbook.is_none() && (arguments.students.is_none() || arguments.schools.is_none())
    {
        let message =
            "give --students and --schools, or --workbook, or --template for a workbook to fill in";
        return Err(Failure::Usage(message.to_owned()));
    }
    let paths = arguments.tables().map(|(_, path)| Some(path));
    files::one_stream(paths.chain([arguments.workbook.as_deref()]))?;
    let mut errors = InputErrors::default();
    let mut read = |path: &Path| {
        files::read(path).map_err(|unread| errors.0.extend(unread.0)).unwrap_or_default()
    };
    let tables = arguments.tables().map(|(kind, path)| {
        let (path, sheet) = file_and_sheet(path);
        TableFile { kind, file: path.display().to_string(), sheet, bytes: read(&path) }
    });
    let tables: Vec<TableFile> = tables.collect();
    let workbook = arguments.workbook.as_deref();
    let workbook = workbook.map(|path| (path.display().to_string(), read(path)));
    let (name, school_year) = (arguments.name.clone(), arguments.school_year.clone());
    let request = Request {
        tables,
        workbook,
        name,
        school_year,
        default_places: arguments.default_places,
        keep_spelling: false,
    };
    Ok(errors.into_result(request)?)
}

/// A file, and the sheet behind `#`. A file whose own name has such a sign in it is that file.
fn file_and_sheet(path: &Path) -> (PathBuf, Option<String>) {
    let text = path.to_string_lossy();
    match text.rsplit_once('#') {
        Some((file, sheet)) if !path.exists() && !sheet.is_empty() => {
            (PathBuf::from(file), Some(sheet.to_owned()))
        }
        _ => (path.to_path_buf(), None),
    }
}
