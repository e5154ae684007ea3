//! `report`: a plan for people.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::exit::{self, Failure};
use super::files::{self, Output};
use super::pattern::Pattern;
use super::previous::PlanArguments;
use super::results::LanguageChoice;
use crate::disclosure::{Audience, Dossier, Table, Topic, compile};
use crate::input::errors::nearest;
use crate::problem::Problem;
use crate::report::{self, WorkbookError, file_keys, page, table_as_csv, workbook};
use crate::texts::Language;
use crate::verify::verify;

/// Write a plan for people: a page, a workbook or tables.
///
/// A page (.html) is for anyone, a workbook (.xlsx) and tables (.csv) are for planners, unless --audience
/// says otherwise. Only what that audience may see is in the file. A plan that does not stand is refused.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    plan: PlanArguments,
    /// Where the report goes; its ending (.html, .xlsx, .csv) says what it is. With `{}` in the name of a
    /// .csv each table goes to a file of its own, its key in that place. `-` is standard output.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// What to write, where the ending of OUT does not say it.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Who will read it. Default: anyone for a page, planners for a workbook and tables.
    #[arg(long, value_enum)]
    audience: Option<AudienceChoice>,
    /// The board that will read it, with --audience board.
    #[arg(long, value_name = "BOARD")]
    board: Option<String>,
    /// The language of the report.
    #[arg(long, value_enum, default_value_t)]
    lang: LanguageChoice,
    /// Which table goes to a .csv: goals, clusters, boards, schools, placements, `left_out`,
    /// indicators, rules, board-ID or cluster-ID. Default: placements.
    #[arg(long, value_name = "TABLE")]
    table: Option<String>,
}

/// What a report can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Format {
    /// A page that opens in any browser.
    Html,
    /// A workbook.
    Xlsx,
    /// A table.
    Csv,
}

/// Who reads a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum AudienceChoice {
    /// Those who plan: everything.
    Planner,
    /// A board: its own students by name, without wishes, homes, free days or reasons.
    Board,
    /// Anyone: no student, and no group smaller than five.
    Public,
}

/// Where a report goes.
enum Place {
    One(Output),
    Many(Pattern),
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let format = arguments.format()?;
    let place = arguments.place(format)?;
    let choice = arguments.audience(format)?;
    let (problem, plan) = arguments.plan.read()?;
    let audience = arguments.reader(choice, &problem)?;
    let verdict = verify(&problem, &plan);
    if !verdict.agrees() {
        eprint!("{}", report::verdict(&verdict, Language::English));
        eprintln!("A report is made of a plan that stands. Mend it, or make one with `solve`.");
        return Ok(ExitCode::from(exit::DISAGREES));
    }
    let dossier = compile(&problem, &plan, &verdict, audience);
    arguments.write(format, place, &dossier)?;
    let written = if files::is_stream(&arguments.output) {
        "The report is written".to_owned()
    } else {
        format!("{} is written", arguments.output.display())
    };
    eprintln!("{written}. {}", Language::English.made_for(&dossier));
    Ok(ExitCode::SUCCESS)
}

impl Arguments {
    fn format(&self) -> Result<Format, Failure> {
        let format = self.format.map_or_else(|| by_ending(&self.output), Ok)?;
        if self.table.is_some() && format != Format::Csv {
            return Err(Failure::Usage("--table is for tables: give -o a name in .csv".to_owned()));
        }
        Ok(format)
    }

    fn place(&self, format: Format) -> Result<Place, Failure> {
        let Some(pattern) = Pattern::of(&self.output).filter(|_| format == Format::Csv) else {
            return Output::prepare(&self.output).map(Place::One);
        };
        if self.table.is_some() {
            let message = "with {} in its name -o takes all tables: leave out --table";
            return Err(Failure::Usage(message.to_owned()));
        }
        pattern.prepare(&Topic::Placements.key())?;
        Ok(Place::Many(pattern))
    }

    fn audience(&self, format: Format) -> Result<AudienceChoice, Failure> {
        let default =
            if format == Format::Html { AudienceChoice::Public } else { AudienceChoice::Planner };
        let choice = self.audience.unwrap_or(default);
        let message = match (choice == AudienceChoice::Board, &self.board) {
            (true, None) => "--audience board needs --board: which board will read it?",
            (false, Some(_)) => "--board is for --audience board: nobody else sees a board's own",
            _ => return Ok(choice),
        };
        Err(Failure::Usage(message.to_owned()))
    }

    fn reader(&self, choice: AudienceChoice, problem: &Problem) -> Result<Audience, Failure> {
        let id = match choice {
            AudienceChoice::Planner => return Ok(Audience::Planner),
            AudienceChoice::Public => return Ok(Audience::Public),
            AudienceChoice::Board => self.board.as_deref().unwrap_or_default(),
        };
        let boards = &problem.instance.boards;
        let found = boards.iter().find(|(_, board)| board.id == id);
        found.map(|(board, _)| Audience::Board(board)).ok_or_else(|| {
            let known: Vec<&str> = boards.values().map(|board| board.id.as_str()).collect();
            unknown("board", id, &known)
        })
    }

    fn write(&self, format: Format, place: Place, dossier: &Dossier) -> Result<(), Failure> {
        let language = Language::from(self.lang);
        match place {
            Place::Many(pattern) => tables(dossier, &pattern, language),
            Place::One(output) => {
                let bytes = match format {
                    Format::Html => page(dossier, language).into_bytes(),
                    Format::Xlsx => workbook(dossier, language)?,
                    Format::Csv => {
                        let key = self.table.as_deref();
                        table_as_csv(table(dossier, key)?, language).into_bytes()
                    }
                };
                output.write(&bytes)
            }
        }
    }
}

fn by_ending(output: &Path) -> Result<Format, Failure> {
    let ending = output.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let message = match ending.as_str() {
        "html" => return Ok(Format::Html),
        "xlsx" => return Ok(Format::Xlsx),
        "csv" => return Ok(Format::Csv),
        _ if files::is_stream(output) => {
            "-o - is standard output: say what to write with --format html, xlsx or csv".to_owned()
        }
        _ => format!(
            "{} does not say what to write: give it the ending .html, .xlsx or .csv, or say it with \
             --format",
            output.display()
        ),
    };
    Err(Failure::Usage(message))
}

/// The table of a key.
fn table<'a>(dossier: &'a Dossier, key: Option<&str>) -> Result<&'a Table, Failure> {
    let wanted = key.map_or_else(|| Topic::Placements.key(), str::to_owned);
    let found = dossier.all_tables().find(|table| table.topic.key() == wanted);
    found.ok_or_else(|| {
        let known: Vec<String> = dossier.all_tables().map(|table| table.topic.key()).collect();
        if Topic::ALWAYS.iter().any(|topic| topic.key() == wanted) {
            let known = known.join(", ");
            return Failure::Usage(format!(
                "table `{wanted}` is not for this audience. Choose one of: {known}."
            ));
        }
        unknown("table", &wanted, &known.iter().map(String::as_str).collect::<Vec<_>>())
    })
}

/// All tables, each in its file: all are prepared before the first is written.
fn tables(dossier: &Dossier, pattern: &Pattern, language: Language) -> Result<(), Failure> {
    let tables: Vec<&Table> = dossier.all_tables().collect();
    let keys = file_keys(tables.iter().map(|table| &table.topic));
    let outputs = keys.iter().map(|key| pattern.prepare(key));
    let outputs = outputs.collect::<Result<Vec<Output>, Failure>>()?;
    for (table, output) in tables.into_iter().zip(outputs) {
        output.write(table_as_csv(table, language).as_bytes())?;
    }
    Ok(())
}

fn unknown(what: &str, id: &str, known: &[&str]) -> Failure {
    let advice = match nearest(id, known.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("Choose one of: {}.", known.join(", ")),
    };
    Failure::Usage(format!("there is no {what} `{id}`. {advice}"))
}

impl From<WorkbookError> for Failure {
    fn from(error: WorkbookError) -> Self {
        match error {
            WorkbookError::TooManyRows { .. } => Self::Usage(error.to_string()),
            WorkbookError::Refused(_) => Self::Output(std::io::Error::other(error)),
        }
    }
}
