//! A path under uncertainty: its draws in the folder of the path.

use std::path::{Path, PathBuf};

use super::exit::{CommandFailure, unknown_id};
use super::files;
use super::path_input::{PathInput, plans_beside, today_beside};
use crate::growth::{
    CommonPath, Decided, DrawTexts, DrawsObjective, GrowthPath, PathFinding, PathPlan,
    PathPlanYear, check, check_draws, check_today,
};
use crate::instance::document::to_json;
use crate::message;
use crate::plan::Plan;
use crate::storage::FilesInFolder;

/// What is minimised over all draws.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum RobustChoice {
    /// What the path costs on average.
    Mean,
    /// What it costs in the worst draw.
    Worst,
    /// The largest regret: what the path costs in a draw more than the draw's own best path.
    Regret,
}

impl From<RobustChoice> for DrawsObjective {
    fn from(choice: RobustChoice) -> Self {
        match choice {
            RobustChoice::Mean => Self::Mean,
            RobustChoice::Worst => Self::Worst,
            RobustChoice::Regret => Self::Regret,
        }
    }
}

/// The files in the folder of a path.
pub const fn pieces_in(folder: &Path) -> FilesInFolder<'_> {
    FilesInFolder { folder, make: |folder| std::fs::create_dir_all(folder) }
}

/// What a path has decided whose file this is.
pub fn given(input: &PathInput, file: &Path) -> Result<CommonPath, CommandFailure> {
    let found = PathPlan::read(&files::read(file)?)?;
    if !found.years.iter().map(|year| &year.id).eq(input.path.years.iter().map(|year| &year.id)) {
        return Err(CommandFailure::usage(message!("growth-check-years")));
    }
    Ok(CommonPath::given(&input.path, &found, &plans_beside(file, &found)?)?)
}

/// The path in a draw of its document.
pub fn in_draw(input: &PathInput, draw: i64) -> Result<GrowthPath, CommandFailure> {
    let count = input.path.draws.as_ref().map(|draws| draws.count);
    if !count.is_some_and(|count| (1..=count).contains(&draw)) {
        let found = message!("growth-no-such-draw", draw = draw);
        let advice = match count {
            Some(count) => message!("growth-draws-allowed", count = count),
            None => message!("growth-draws-none-allowed"),
        };
        return Err(CommandFailure::usage(message!("cli-unknown", found = found, advice = advice)));
    }
    Ok(input.path.in_draw(draw, &input.beside_base())?)
}

/// The instance of a year, in a draw or for the expected intake, after what the path in a folder decided before it, or
/// before any decision without one.
pub fn instance_of(
    input: &PathInput,
    draw: Option<i64>,
    id: &str,
    folder: Option<&Path>,
) -> Result<String, CommandFailure> {
    let drawn = draw.map(|draw| in_draw(input, draw)).transpose()?;
    let path = drawn.as_ref().unwrap_or(&input.path);
    let Some(year) = path.years.iter().position(|year| year.id == id) else {
        let known: Vec<&str> = path.years.iter().map(|year| year.id.as_str()).collect();
        return Err(unknown_id(message!("growth-unknown-year", year = id), id, &known));
    };
    let mut decided = Decided::nothing(path);
    let mut entering = Vec::new();
    if let Some(folder) = folder {
        let file = folder.join("path.json");
        let found = PathPlan::read(&files::read(&file)?)?;
        if !found.years.iter().map(|year| &year.id).eq(path.years.iter().map(|year| &year.id)) {
            return Err(CommandFailure::usage(message!("growth-check-years")));
        }
        let plans = match draw {
            None => plans_beside(&file, &found)?,
            Some(draw) => plans_of_draw(folder, &found, draw)?,
        };
        for (at, text) in plans.iter().enumerate().take(year + 1) {
            entering = path.entering(&found, at);
            if at < year {
                decided = decided.after(path, at, &entering, &Plan::read(text)?);
            }
        }
    }
    Ok(to_json(&path.instance(year, &decided, &entering)))
}

fn plans_of_draw(
    folder: &Path,
    found: &PathPlan,
    draw: i64,
) -> Result<Vec<Vec<u8>>, CommandFailure> {
    let draws = found.draws.iter().flat_map(|draws| &draws.draws);
    let mut own = draws.filter(|known| known.draw == draw);
    let Some(own) = own.next() else {
        return Err(CommandFailure::usage(message!("growth-check-draws-absent")));
    };
    texts(folder, &own.years)
}

fn texts(folder: &Path, years: &[PathPlanYear]) -> Result<Vec<Vec<u8>>, CommandFailure> {
    years.iter().map(|year| files::read(&folder.join(&year.plan))).collect()
}

/// The files of the draws of a path that was found, which lie beside its file.
fn draws_beside(file: &Path, found: &PathPlan) -> Result<Vec<DrawTexts>, CommandFailure> {
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    let draws = found.draws.iter().flat_map(|draws| &draws.draws).map(|draw| {
        let file = folder.join(&draw.own.path);
        let own = files::read(&file)?;
        let own_plans = plans_beside(&file, &PathPlan::read(&own)?)?;
        Ok(DrawTexts { plans: texts(&folder, &draw.years)?, own, own_plans })
    });
    draws.collect()
}

/// Everything that is wrong with a path whose file and plans these are, also in its draws.
pub fn findings(
    input: &PathInput,
    file: &Path,
    found: &PathPlan,
    plans: &[Vec<u8>],
) -> Result<Vec<PathFinding>, CommandFailure> {
    let beside = input.beside_base();
    let mut findings = check(&input.path, found, plans, &beside)?;
    if let Some((today, text)) = found.today.as_ref().zip(today_beside(file, found)?) {
        findings.extend(check_today(&input.path, today, &text, &beside)?);
    }
    let draws = draws_beside(file, found)?;
    findings.extend(check_draws(&input.path, found, plans, &draws, &beside)?);
    Ok(findings)
}

/// The files of a path in the folder of its draws.
pub fn files_of_draws(folder: &Path, path: &GrowthPath) -> Vec<PathBuf> {
    let count = path.draws.as_ref().map_or(0, |draws| draws.count);
    let mut all = vec![folder.join("draws/judged.json")];
    for inside in (1..=count).map(|draw| draw.to_string()).chain(["expected".to_owned()]) {
        let inside = folder.join("draws").join(inside);
        all.extend(
            ["own/path.json", "own/kept.json", "best/path.json"].map(|name| inside.join(name)),
        );
        for year in &path.years {
            let year = format!("{}.json", year.id);
            all.extend(
                ["plans", "instances", "own/plans", "best/plans"]
                    .map(|name| inside.join(name).join(&year)),
            );
        }
    }
    all
}
