//! `schema`: JSON Schemas, for editors.

use std::process::ExitCode;

use super::exit::Failure;
use super::files;
use crate::input::schema_of;
use crate::plan::Plan;
use crate::problem::instance_schema;
use crate::scenarios::batch_schema;

/// Print the JSON Schema (draft 2020-12) of a document.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Which document.
    #[arg(value_enum)]
    document: Document,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Document {
    /// What is to be planned.
    Instance,
    /// Scenarios of an instance.
    Batch,
    /// A plan.
    Plan,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let schema = match arguments.document {
        Document::Instance => instance_schema().clone(),
        Document::Batch => batch_schema(),
        Document::Plan => schema_of::<Plan>(),
    };
    files::print(&format!("{schema:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
