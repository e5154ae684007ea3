//! `schema`: prints the JSON Schemas of the documents, which editors use to check and complete them.

use std::process::ExitCode;

use super::exit::CommandFailure;
use super::files;
use super::message_line::MessageLine;
use crate::certificate::Certificate;
use crate::contacts::ContactsDocument;
use crate::growth::{PathDocument, PathPlan};
use crate::input::{schema_of, schema_of_output};
use crate::plan::Plan;
use crate::problem::instance_schema;
use crate::questions::why::WhyAnswers;
use crate::report::VerdictDocument;
use crate::scenarios::batch_schema;

/// Print the JSON Schema (draft 2020-12) of a document.
#[derive(Debug, clap::Args)]
pub struct SchemaArguments {
    /// Kind of document.
    #[arg(value_enum)]
    document: Document,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Document {
    /// An instance: students, schools, boards, clusters and rules.
    Instance,
    /// A batch: scenarios that change an instance.
    Batch,
    /// A path: growth over the years.
    Path,
    /// A plan, as written by `solve`.
    Plan,
    /// A path that was found, as written by `path`.
    PathPlan,
    /// A certificate, as written by `solve --certificate`.
    Certificate,
    /// Names and addresses beside an instance, as written by `import`.
    Contacts,
    /// A line of standard error, as written with `--message-format json`.
    Message,
    /// A verdict, as printed by `verify --json`.
    Verdict,
    /// Answers about students, as printed by `why --json`.
    Why,
}

/// Runs the command.
pub fn run(arguments: &SchemaArguments) -> Result<ExitCode, CommandFailure> {
    let schema = match arguments.document {
        Document::Instance => instance_schema().clone(),
        Document::Batch => batch_schema(),
        Document::Path => schema_of::<PathDocument>(),
        Document::Plan => schema_of::<Plan>(),
        Document::PathPlan => schema_of::<PathPlan>(),
        Document::Certificate => schema_of::<Certificate>(),
        Document::Contacts => schema_of::<ContactsDocument>(),
        Document::Verdict => schema_of_output::<VerdictDocument>(),
        Document::Why => schema_of_output::<WhyAnswers>(),
        Document::Message => schema_of_output::<MessageLine>(),
    };
    files::print(&format!("{schema:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
