//! `solve --ladder`: the best plan for each of some numbers of changes.

use std::path::Path;
use std::process::ExitCode;

use super::console::language;
use super::exit::{self, CommandFailure};
use super::files::{self, FilledOutput};
use super::pattern::Pattern;
use crate::message;
use crate::problem::Problem;
use crate::questions::replan::{Ladder, Rung, RungOutcome, ladder};
use crate::report;
use crate::solve::Search;
use crate::storage;

/// Searches the ladder, prints it, and writes its plans.
pub fn run(
    problem: &Problem,
    search: &Search,
    most: Option<&[i64]>,
    pattern: Option<&Pattern>,
    json: bool,
) -> Result<ExitCode, CommandFailure> {
    let ladder = ladder(problem, search, most)?;
    if let Some(pattern) = pattern {
        write(&ladder, pattern)?;
    }
    files::print(&if json {
        report::ladder_as_json(&ladder)
    } else {
        report::ladder(&ladder, language())
    })?;
    let has = |outcome| ladder.rungs.iter().any(|rung| rung.outcome == outcome);
    Ok(if search.budget.is_interrupted() {
        ExitCode::from(exit::INTERRUPTED)
    } else if has(RungOutcome::Plan) {
        ExitCode::SUCCESS
    } else if has(RungOutcome::NotReached) {
        ExitCode::from(exit::OUT_OF_TIME)
    } else {
        ExitCode::from(exit::NO_PLAN)
    })
}

/// The pattern of the plan files: as given, or in a folder, which is made if it does not exist.
pub fn pattern(output: &Path) -> Result<Pattern, CommandFailure> {
    if files::is_stream(output) {
        return Err(CommandFailure::usage(message!("cli-ladder-needs-folder")));
    }
    if let Some(pattern) = Pattern::of(output) {
        pattern.prepare("0")?;
        return Ok(pattern);
    }
    std::fs::create_dir_all(output).map_err(|error| {
        let path = output.display().to_string();
        let reason = storage::reason(&error);
        CommandFailure::usage(message!("cli-cannot-make-folder", path = path, reason = reason))
    })?;
    Ok(Pattern::in_folder(output, "changes-", ".json"))
}

/// Writes all plans before the first replaces another.
fn write(ladder: &Ladder, pattern: &Pattern) -> Result<(), CommandFailure> {
    let mut filled = Vec::new();
    for Rung { max_changes, plan, .. } in &ladder.rungs {
        if let Some(plan) = plan {
            let number = max_changes.map_or_else(|| "any".to_owned(), |most| most.to_string());
            filled.push(pattern.prepare(&number)?.fill(plan.to_json().as_bytes())?);
        }
    }
    Ok(filled.into_iter().try_for_each(FilledOutput::keep)?)
}
