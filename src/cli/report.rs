//! `report`: writes a plan as a page, a workbook or tables.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::{language, note};
use super::contacts;
use super::exit::{self, CommandFailure, unknown_id};
use super::files::{self, FilledOutput, Output};
use super::named;
use super::path_draws;
use super::path_input::{PathInput, plans_beside, today_beside};
use super::path_report;
use super::pattern::Pattern;
use super::previous::PlanArguments;
use super::validate::is_path;
use crate::disclosure;
use crate::disclosure::{Audience, Disclosure, Edition, PathReader, Table, Topic, disclose};
use crate::growth::PathPlan;
use crate::instance::NamedKind;
use crate::message;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::report::{self, ListFormat, WorkbookError, file_keys, page, table_as_csv, workbook};
use crate::storage;
use crate::verify::{Verdict, verify};

/// Write a plan as a web page, a workbook or tables.
///
/// By default a page (.html) is for the public, and a workbook (.xlsx) or tables (.csv) are for planners;
/// choose another audience with --audience. The file holds only what that audience may see. A plan that
/// does not pass verification is refused.
///
/// With --lists one archive (.zip) in the folder OUT: a workbook to send per school, cluster, trainer and board,
/// an overview, and a table with a letter for each student, ready for a mail merge. Names and addresses are read
/// from NAME.contacts.json beside the instance, which `import` writes; without it students have ids only.
///
/// FILE may be a path over the years with its `path.json` as PLAN; of those there is a page.
#[derive(Debug, clap::Args)]
pub struct ReportArguments {
    #[command(flatten)]
    plan: PlanArguments,
    /// File for the report; its extension (.html, .xlsx, .csv) chooses the format. If the name of a .csv
    /// contains `{}`, each table goes to its own file, with its key in that place. `-` writes to standard
    /// output.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// Format, if the extension of OUT does not choose it.
    #[arg(long, value_enum)]
    format: Option<FormatChoice>,
    /// Audience. Default: the public for a page, planners for a workbook and tables.
    #[arg(long, value_enum)]
    audience: Option<AudienceChoice>,
    /// Board that will read the report, with --audience board.
    #[arg(long, value_name = "BOARD")]
    board: Option<String>,
    /// Table to write to a .csv: goals, clusters, boards, schools, placements, `left_out`,
    /// indicators, rules, board-ID or cluster-ID. Default: placements.
    #[arg(long, value_name = "TABLE")]
    table: Option<String>,
    /// Date to show in a page, workbook or list, as you write it. Default: none, so that the same plan gives the same
    /// bytes.
    #[arg(long, value_name = "TEXT")]
    date: Option<String>,
    /// Name of the version to show, such as `concept 2`. Default: none.
    #[arg(long, value_name = "TEXT")]
    version_name: Option<String>,
    /// Write the lists to send, for planners, into the folder OUT or the archive OUT (.zip).
    #[arg(long, conflicts_with_all = ["table", "board"])]
    lists: bool,
    /// File of contacts for --lists. Default: NAME.contacts.json beside the instance, if it is there.
    #[arg(long, value_name = "FILE", requires = "lists")]
    contacts: Option<PathBuf>,
}

/// The format of a report or of lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum FormatChoice {
    /// Self-contained web page for any browser.
    Html,
    /// Workbook with a sheet per table.
    Xlsx,
    /// One table as comma-separated values.
    Csv,
    /// With --lists: a Word document per list in place of a workbook.
    Docx,
}

/// The format of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    Html,
    Xlsx,
    Csv,
}

/// The audience of a report, which decides what it shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum AudienceChoice {
    /// Planners: everything.
    Planner,
    /// One board: the ids of its own students, without wishes, homes, free days or reasons.
    Board,
    /// The public: no individual students, and no groups smaller than five.
    Public,
}

/// The destination of a report.
enum Destination {
    /// One file.
    One(Output),
    /// A file per table.
    Many(Pattern),
}

/// Runs the command.
pub fn run(arguments: &ReportArguments) -> Result<ExitCode, CommandFailure> {
    if arguments.lists {
        return lists(arguments);
    }
    let format = arguments.format()?;
    let destination = arguments.destination(format)?;
    let choice = arguments.audience(format)?;
    let bytes = arguments.plan.read_instance()?;
    if is_path(&bytes) {
        return arguments.path(format, destination, choice, &bytes);
    }
    let (problem, plan) = arguments.plan.read_compared(&bytes)?;
    let audience = arguments.reader(choice, &problem)?;
    let verdict = verify(&problem, &plan);
    if !verdict.agrees() {
        return Ok(arguments.refused(&plan, &verdict));
    }
    let mut disclosure = disclose(&problem, &plan, &verdict, audience);
    disclosure.edition = arguments.edition();
    arguments.write(format, destination, &disclosure)?;
    let audience = language().made_for(&disclosure);
    note(&if files::is_stream(&arguments.output) {
        message!("cli-report-written", audience = audience)
    } else {
        let path = arguments.output.display().to_string();
        message!("cli-report-written-to", path = path, audience = audience)
    });
    Ok(ExitCode::SUCCESS)
}

/// Writes the lists.
fn lists(arguments: &ReportArguments) -> Result<ExitCode, CommandFailure> {
    if arguments.audience.is_some_and(|audience| audience != AudienceChoice::Planner) {
        return Err(CommandFailure::usage(message!("cli-lists-for-planners")));
    }
    let format = match arguments.format {
        None | Some(FormatChoice::Xlsx) => ListFormat::Workbook,
        Some(FormatChoice::Docx) => ListFormat::Document,
        Some(_) => return Err(CommandFailure::usage(message!("cli-lists-format"))),
    };
    let (path, output) = lists_output(&arguments.output)?;
    let (problem, plan) = arguments.plan.read()?;
    let verdict = verify(&problem, &plan);
    if !verdict.agrees() {
        return Ok(arguments.refused(&plan, &verdict));
    }
    let (instance, named) = (arguments.plan.instance(), arguments.contacts.as_deref());
    let contacts = contacts::read(named, instance, &problem.instance)?;
    let mut lists = disclosure::lists::lists(&problem, &plan, &verdict, contacts.as_ref());
    lists.edition = arguments.edition();
    let bytes = report::lists_as_zip(&lists, format, language())
        .map_err(|error| CommandFailure::Output(std::io::Error::other(error)))?;
    output.write(&bytes)?;
    let written = message!(
        "cli-lists-written",
        path = path.display().to_string(),
        books = lists.books.len(),
        letters = lists.letters.rows.len(),
    );
    note(&written);
    if contacts.is_none() {
        note(&message!("cli-lists-without-contacts"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The archive of lists: the file OUT if its name ends in .zip, or else a file in the folder OUT, which is made
/// where it does not exist.
fn lists_output(out: &Path) -> Result<(PathBuf, Output), CommandFailure> {
    let is_archive = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    if is_archive || files::is_stream(out) {
        return Ok((out.to_path_buf(), Output::prepare(out)?));
    }
    std::fs::create_dir_all(out).map_err(|error| {
        let (path, reason) = (out.display().to_string(), storage::reason(&error));
        CommandFailure::usage(message!("cli-cannot-write", path = path, reason = reason))
    })?;
    let path = out.join(report::name_of_lists(language()));
    let output = Output::prepare(&path)?;
    Ok((path, output))
}

impl ReportArguments {
    /// Says why a plan is not reported.
    fn refused(&self, plan: &Plan, verdict: &Verdict) -> ExitCode {
        eprint!("{}", report::verdict(verdict, language()));
        note(&if self.plan.has_previous() && plan.previous.is_none() {
            message!("cli-report-names-no-previous")
        } else {
            message!("cli-report-needs-sound-plan")
        });
        ExitCode::from(exit::DISAGREES)
    }

    /// Writes the page of a path.
    fn path(
        &self,
        format: Format,
        destination: Destination,
        choice: AudienceChoice,
        document: &[u8],
    ) -> Result<ExitCode, CommandFailure> {
        if self.plan.has_previous() {
            return Err(CommandFailure::usage(message!("growth-no-previous")));
        }
        let (Format::Html, Destination::One(output)) = (format, destination) else {
            return Err(CommandFailure::usage(message!("growth-report-is-a-page")));
        };
        let input = PathInput::parse(document, self.plan.instance())?;
        let reader = match choice {
            AudienceChoice::Planner => PathReader::Planner,
            AudienceChoice::Public => PathReader::Public,
            AudienceChoice::Board => {
                path_report::board(&input.path, self.board.as_deref().unwrap_or_default())?
            }
        };
        let file = self.plan.plan();
        let found = PathPlan::read(&files::read(file)?)?;
        let plans = plans_beside(file, &found)?;
        let findings = path_draws::findings(&input, file, &found, &plans)?;
        if !findings.is_empty() {
            eprint!("{}", report::path_verdict(&found, &findings, language()));
            note(&message!("cli-report-needs-sound-plan"));
            return Ok(ExitCode::from(exit::DISAGREES));
        }
        let today = today_beside(file, &found)?;
        let sources = path_report::sources_of_plans(&input, &found, &plans, today.as_deref())?;
        let page = sources.page(&input.path, &found, reader, self.edition(), language());
        output.write(page.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }

    fn edition(&self) -> Edition {
        Edition { date: self.date.clone(), version: self.version_name.clone() }
    }

    fn format(&self) -> Result<Format, CommandFailure> {
        let format = match self.format {
            None => by_ending(&self.output)?,
            Some(FormatChoice::Html) => Format::Html,
            Some(FormatChoice::Xlsx) => Format::Xlsx,
            Some(FormatChoice::Csv) => Format::Csv,
            Some(FormatChoice::Docx) => {
                return Err(CommandFailure::usage(message!("cli-docx-needs-lists")));
            }
        };
        if self.table.is_some() && format != Format::Csv {
            return Err(CommandFailure::usage(message!("cli-table-needs-csv")));
        }
        Ok(format)
    }

    fn destination(&self, format: Format) -> Result<Destination, CommandFailure> {
        let Some(pattern) = Pattern::of(&self.output).filter(|_| format == Format::Csv) else {
            return Output::prepare(&self.output).map(Destination::One);
        };
        if self.table.is_some() {
            return Err(CommandFailure::usage(message!("cli-table-or-pattern")));
        }
        pattern.prepare(&Topic::Placements.key())?;
        Ok(Destination::Many(pattern))
    }

    fn audience(&self, format: Format) -> Result<AudienceChoice, CommandFailure> {
        let default =
            if format == Format::Html { AudienceChoice::Public } else { AudienceChoice::Planner };
        let choice = self.audience.unwrap_or(default);
        let message = match (choice == AudienceChoice::Board, &self.board) {
            (true, None) => message!("cli-audience-needs-board"),
            (false, Some(_)) => message!("cli-board-needs-audience"),
            _ => return Ok(choice),
        };
        Err(CommandFailure::usage(message))
    }

    fn reader(
        &self,
        choice: AudienceChoice,
        problem: &Problem,
    ) -> Result<Audience, CommandFailure> {
        let id = match choice {
            AudienceChoice::Planner => return Ok(Audience::Planner),
            AudienceChoice::Public => return Ok(Audience::Public),
            AudienceChoice::Board => self.board.as_deref().unwrap_or_default(),
        };
        let id = &named::id_of(&problem.instance, "--board", id, &[NamedKind::Board])?;
        let boards = &problem.instance.boards;
        let found = boards.iter().find(|(_, board)| board.id == *id);
        found.map(|(board, _)| Audience::Board(board)).ok_or_else(|| {
            let known: Vec<&str> = boards.values().map(|board| board.id.as_str()).collect();
            unknown_id(message!("cli-no-such-board", id = id), id, &known)
        })
    }

    fn write(
        &self,
        format: Format,
        destination: Destination,
        disclosure: &Disclosure,
    ) -> Result<(), CommandFailure> {
        let language = language();
        match destination {
            Destination::Many(pattern) => tables(disclosure, &pattern),
            Destination::One(output) => {
                let bytes = match format {
                    Format::Html => page(disclosure, language).into_bytes(),
                    Format::Xlsx => workbook(disclosure, language)?,
                    Format::Csv => {
                        let key = self.table.as_deref();
                        table_as_csv(table(disclosure, key)?, language).into_bytes()
                    }
                };
                Ok(output.write(&bytes)?)
            }
        }
    }
}

fn by_ending(output: &Path) -> Result<Format, CommandFailure> {
    let ending = output.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let message = match ending.as_str() {
        "html" => return Ok(Format::Html),
        "xlsx" => return Ok(Format::Xlsx),
        "csv" => return Ok(Format::Csv),
        _ if files::is_stream(output) => {
            message!("cli-stream-needs-format")
        }
        _ => message!("cli-format-unknown", path = output.display().to_string()),
    };
    Err(CommandFailure::usage(message))
}

/// The table with a key; placements if no key is given.
fn table<'a>(disclosure: &'a Disclosure, key: Option<&str>) -> Result<&'a Table, CommandFailure> {
    let wanted = key.map_or_else(|| Topic::Placements.key(), str::to_owned);
    let found = disclosure.all_tables().find(|table| table.topic.key() == wanted);
    found.ok_or_else(|| {
        let known: Vec<String> = disclosure.all_tables().map(|table| table.topic.key()).collect();
        if Topic::ALWAYS.iter().any(|topic| topic.key() == wanted) {
            let known = known.join(", ");
            return CommandFailure::usage(message!(
                "cli-table-not-for-audience",
                table = wanted,
                known = known
            ));
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        unknown_id(message!("cli-no-such-table", id = &wanted), &wanted, &known)
    })
}

/// Writes each table to its own file. All files are prepared before the first is written, and written before the first
/// replaces another.
fn tables(disclosure: &Disclosure, pattern: &Pattern) -> Result<(), CommandFailure> {
    let tables: Vec<&Table> = disclosure.all_tables().collect();
    let keys = file_keys(tables.iter().map(|table| &table.topic));
    let outputs = keys.iter().map(|key| pattern.prepare(key));
    let outputs = outputs.collect::<Result<Vec<Output>, CommandFailure>>()?;
    let filled = tables
        .into_iter()
        .zip(outputs)
        .map(|(table, output)| output.fill(table_as_csv(table, language()).as_bytes()));
    let filled = filled.collect::<std::io::Result<Vec<FilledOutput>>>()?;
    Ok(filled.into_iter().try_for_each(FilledOutput::keep)?)
}

impl From<WorkbookError> for CommandFailure {
    fn from(error: WorkbookError) -> Self {
        match error {
            WorkbookError::TooManyRows { .. } => Self::usage(error.to_string()),
            WorkbookError::Refused(_) => Self::Output(std::io::Error::other(error)),
        }
    }
}
