//! Reads a batch: decodes the document, expands grids and orders the changes of each scenario.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::changes::ChangeDocument;
use super::document::beside;
use super::document::{
    BatchDocument, BuildsOn, DrawsDocument, OverDocument, ScenarioDocument, Seed,
};
use super::grid::{self, GridPoint};
use super::lineage::{Descent, lineages};
use super::over::{self, MAX_SCENARIOS};
use super::strategy::PathBase;
use super::{Batch, Draws, Scenario, Step};
use crate::input::errors::{Code, InputError, InputErrors};
use crate::input::{self, DocumentForm, JsonPath, decode, decode_value, schema_of};
use crate::instance::Files;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::problem;

/// The format of a batch that this engine reads.
pub const FORMAT: &str = "plaatswijzer/batch/1";
/// The maximal number of runs in a batch.
const MAX_RUNS: usize = 1_000_000;
/// The maximal length of the id of a scenario, which is used as a file name.
const MAX_ID_LENGTH: usize = 120;

/// A scenario at one point of its grid, with the parameters replaced by their values.
struct Filled {
    document: ScenarioDocument<Value>,
    row: usize,
    point: GridPoint,
    location: JsonPath,
    steps: Vec<Step>,
    /// Whether its changes are well-formed and all scenarios that it builds on exist.
    is_sound: bool,
}

/// Reads a batch and its base. `files` reads the files beside the batch.
///
/// # Errors
/// All problems in the text and structure of the batch and of its base. Whether the changes can be applied
/// is checked per run, by [`Batch::validate`] and [`Batch::problem`].
pub fn read(bytes: &[u8], files: &Files) -> Result<Batch, InputErrors> {
    let schema = schema_of::<BatchDocument<Value>>();
    let accept = |document: &BatchDocument<Value>| {
        if document.scenarios.is_empty() {
            return Err(message!("scenarios-none").to_string());
        }
        let draws = document.draws.as_ref().and_then(|draws| draws.changes.as_deref());
        have_one_key_each(draws.unwrap_or_default())
    };
    let (document, mut errors) = match decode(bytes, &DocumentForm::new(FORMAT, &schema), &accept) {
        Ok(document) => (document, InputErrors::default()),
        Err(unread) => match unread.rest {
            Some(rest) => (rest.document, unread.errors),
            None => return Err(unread.errors),
        },
    };
    let mut filled = filled(&document.scenarios, &mut errors);
    mark_orphans(&mut filled);
    check_ids(&filled, &mut errors);
    let descents = filled.iter().map(|one| Descent {
        id: &one.document.id,
        from: one.document.from.as_ref(),
        location: one.location.clone(),
    });
    let lineages = lineages(&descents.collect::<Vec<_>>(), &mut errors);
    check_runs(filled.len(), document.draws.as_ref(), &mut errors);
    let path = PathBase::in_file(&document.base, files);
    if let Some(path) = &path {
        path.check(&mut errors);
    }
    let of_base = path.as_ref().map_or(&document.base, |path| &path.instance);
    let base = base(of_base, files, &mut errors);
    let Some(base) = base else { return Err(errors) };
    let folder = Path::new(of_base).parent().unwrap_or(Path::new(""));
    let scenarios =
        filled.iter().zip(&lineages).map(|(one, lineage)| scenario(one, lineage, &filled));
    let batch = Batch {
        scenarios: scenarios.collect(),
        base,
        folder: folder.to_string_lossy().into_owned(),
        draws: document.draws.as_ref().map(draws),
        path,
    };
    if !errors.0.is_empty() {
        // Errors in applying the well-formed scenarios are reported in the same run.
        let is_sound = |lineage: &[usize]| lineage.iter().all(|&one| filled[one].is_sound);
        for (scenario, _) in lineages.iter().enumerate().filter(|(_, one)| is_sound(one)) {
            errors.0.extend(
                batch.problem(&batch.first_run(scenario), files).err().unwrap_or_default().0,
            );
        }
    }
    errors.into_result(batch)
}

/// The base instance, which must be valid itself.
pub fn base(name: &str, files: &Files, errors: &mut InputErrors) -> Option<InstanceDocument> {
    let bytes = match files(name) {
        Ok(bytes) => bytes,
        Err(reason) => {
            errors.add(
                Code::Unreadable,
                "base",
                message!("common-file", name = name, reason = reason),
                message!("scenarios-base-allowed"),
                message!("scenarios-base-help"),
            );
            return None;
        }
    };
    let folder = Path::new(name).parent().unwrap_or(Path::new("")).to_string_lossy();
    if let Err(wrong) = problem::read(&bytes, &|file| files(&beside(&folder, file))) {
        let in_base = |mut error: InputError| {
            error.location = format!("{name}: {}", error.location);
            error
        };
        errors.0.extend(wrong.0.into_iter().map(in_base));
        return None;
    }
    serde_json::from_slice(&bytes).ok()
}

/// All scenarios, with one scenario per point of each grid.
fn filled(scenarios: &[ScenarioDocument<Value>], errors: &mut InputErrors) -> Vec<Filled> {
    let schema = schema_of::<Vec<ChangeDocument>>();
    let list = JsonPath::default().key("scenarios");
    let mut filled = Vec::new();
    for (row, scenario) in scenarios.iter().enumerate() {
        let location = list.then(input::PathStep::Index(row));
        if is_refused(errors, &location.key("over")) {
            // What is left of parameters that were not understood would only lead to more errors.
            continue;
        }
        let none = OverDocument::default();
        let over = scenario.over.as_ref().unwrap_or(&none);
        let room = MAX_SCENARIOS.saturating_sub(filled.len());
        let Some(points) = over::points(over, &location.key("over"), room, errors) else {
            continue;
        };
        let mut of_grid = InputErrors::default();
        for point in points {
            filled.push(fill(scenario, row, &location, point, &schema, &mut of_grid));
        }
        // An error that occurs at every point of a grid is reported once.
        of_grid.0.dedup_by(|one, other| one == other);
        for error in of_grid.0 {
            if !errors.0.contains(&error) {
                errors.0.push(error);
            }
        }
    }
    filled
}

/// Whether there are errors at a place, or within it.
fn is_refused(errors: &InputErrors, location: &JsonPath) -> bool {
    let location = location.to_string();
    let within = |error: &InputError| {
        error
            .location
            .strip_prefix(&location)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    errors.0.iter().any(within)
}

fn fill(
    scenario: &ScenarioDocument<Value>,
    row: usize,
    location: &JsonPath,
    point: GridPoint,
    schema: &Value,
    errors: &mut InputErrors,
) -> Filled {
    let mut document = scenario.clone();
    if scenario.over.is_some() {
        document.id = grid::fill_text(&scenario.id, &point, &location.key("id"), errors);
        let title = scenario.title.as_ref();
        document.title =
            title.map(|title| grid::fill_text(title, &point, &location.key("title"), errors));
        if let Some(from) = &mut document.from {
            let fill = |id: &mut String| {
                *id = grid::fill_text(id, &point, &location.key("from"), errors);
            };
            from.ids_mut().iter_mut().for_each(fill);
        }
    }
    let mut changes = document.changes.take().unwrap_or_default();
    for members in changes.iter_mut().filter_map(Value::as_object_mut) {
        // As everywhere, `null` means absent. An object without any change is reported as such later.
        members.retain(|_, settings| !settings.is_null());
    }
    let mut changes = Value::Array(changes);
    let under = location.key("changes");
    if scenario.over.is_some() {
        grid::fill(&mut changes, &point, &under, errors);
    }
    let accept = |changes: &Vec<ChangeDocument>| have_one_key_each(changes);
    let changes = decode_value(&changes, schema, &under.to_string(), &accept);
    let is_sound = changes.is_ok();
    let changes: Vec<ChangeDocument> = changes.unwrap_or_else(|more| {
        // What an unknown parameter leaves behind is no value that anybody wrote.
        let known: BTreeSet<String> = errors.0.iter().map(|error| error.location.clone()).collect();
        let others = |error: &InputError| !known.contains(&error.location);
        errors.0.extend(more.0.into_iter().filter(others));
        Vec::new()
    });
    let steps = steps(changes, &under);
    Filled { document, row, point, location: location.clone(), steps, is_sound }
}

/// Marks scenarios that build on an unknown scenario: their changes are not known completely.
fn mark_orphans(filled: &mut [Filled]) {
    let ids: BTreeSet<String> = filled.iter().map(|one| one.document.id.clone()).collect();
    for one in filled {
        let from = one.document.from.as_ref().map(BuildsOn::ids).unwrap_or_default();
        one.is_sound &= from.iter().all(|id| ids.contains(id));
    }
}

/// Checks that each object has exactly one change; only the schema expresses this limit.
///
/// # Errors
/// What is wrong, in a sentence.
pub fn have_one_key_each(changes: &[ChangeDocument]) -> Result<(), String> {
    if changes.iter().all(|change| change.change().is_some()) {
        Ok(())
    } else {
        Err(message!("scenarios-not-one-change").to_string())
    }
}

fn steps(changes: Vec<ChangeDocument>, list: &JsonPath) -> Vec<Step> {
    let step =
        |(index, change)| Step { location: list.then(input::PathStep::Index(index)), change };
    changes.into_iter().enumerate().map(step).collect()
}

fn check_runs(scenarios: usize, draws: Option<&DrawsDocument>, errors: &mut InputErrors) {
    let count = draws.map_or(1, |draws| usize::try_from(draws.count.get()).unwrap_or(usize::MAX));
    let runs = scenarios.saturating_mul(count);
    if runs > MAX_RUNS {
        let found =
            message!("scenarios-runs-found", scenarios = scenarios, draws = count, count = runs);
        let allowed = message!("scenarios-runs-allowed", count = MAX_RUNS);
        errors.add(Code::TooLarge, "draws.count", found, allowed, message!("scenarios-split"));
    }
}

/// Checks that ids are usable as file names, and differ even on file systems that ignore case.
fn check_ids(filled: &[Filled], errors: &mut InputErrors) {
    let mut seen: BTreeMap<String, &Filled> = BTreeMap::new();
    for one in filled {
        let id = &one.document.id;
        let location = one.location.key("id");
        if is_refused(errors, &location) {
            continue;
        }
        let location = location.to_string();
        if !is_file_name(id) {
            errors.add(
                Code::OutOfRange,
                location,
                format!("`{id}`"),
                message!("scenarios-id-allowed", count = MAX_ID_LENGTH),
                message!("scenarios-id-help"),
            );
            continue;
        }
        if let Some(first) = seen.insert(id.to_lowercase(), one) {
            let (found, advice) = if first.row == one.row {
                let found = message!("scenarios-id-in-grid-found", id = id);
                (found, message!("scenarios-id-in-grid-help"))
            } else {
                let first = first.location.to_string();
                let found = message!("scenarios-id-twice-found", id = id, first = first);
                (found, message!("scenarios-id-twice-help"))
            };
            let allowed = message!("scenarios-id-twice-allowed");
            errors.add(Code::DuplicateId, location, found, allowed, advice);
        }
    }
}

fn is_file_name(id: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    id.len() <= MAX_ID_LENGTH
        && id.starts_with(|first: char| first.is_ascii_alphanumeric())
        && id.ends_with(|last: char| last.is_ascii_alphanumeric())
        && id.chars().all(is_plain)
}

fn scenario(one: &Filled, lineage: &[usize], all: &[Filled]) -> Scenario {
    let id = one.document.id.clone();
    Scenario {
        title: one.document.title.clone().unwrap_or_else(|| id.clone()),
        id,
        grid: (!one.point.is_empty()).then_some(one.row),
        point: one.point.clone(),
        steps: lineage.iter().flat_map(|&ancestor| all[ancestor].steps.clone()).collect(),
    }
}

fn draws(document: &DrawsDocument) -> Draws {
    let list = JsonPath::default().key("draws").key("changes");
    Draws {
        count: document.count.get(),
        seed: document.seed.map_or(0, Seed::get),
        steps: steps(document.changes.clone().unwrap_or_default(), &list),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;
    use crate::scenarios::changes::testing::village;

    /// What is wrong with a batch of one scenario with these changes, and these in draws.
    fn wrong(changes: &Value, in_draws: &Value) -> Vec<(String, String)> {
        let batch = json!({
            "format": "plaatswijzer/batch/1", "base": "village.json",
            "scenarios": [{ "id": "a", "changes": changes }],
            "draws": { "count": 2, "changes": in_draws },
        });
        let mut base = village();
        for list in ["schools", "students"] {
            for one in base[list].as_array_mut().unwrap() {
                one["at"] = json!([53.2, 6.5]);
            }
        }
        let files = |_: &str| Ok(base.to_string().into_bytes());
        let errors = read(batch.to_string().as_bytes(), &files).err().unwrap_or_default();
        errors.0.into_iter().map(|error| (error.location, error.allowed.to_string())).collect()
    }

    #[test]
    fn a_change_has_exactly_one_key() {
        let one = json!([{ "admit": {} }]);
        assert_eq!(wrong(&one, &one), []);
        let two = wrong(&json!([{ "admit": {}, "grow": { "number": 1 } }, {}]), &json!([{}]));
        let places: Vec<&str> = two.iter().map(|(location, _)| location.as_str()).collect();
        let expected = ["draws.changes[0]", "scenarios[0].changes[0]", "scenarios[0].changes[1]"];
        assert_eq!(places, expected);
        for (_, allowed) in &two {
            assert!(allowed.starts_with("an object with exactly one of the keys `"), "{allowed}");
        }
    }

    #[test]
    fn parameters_that_are_not_understood_lead_to_no_further_errors() {
        let batch = json!({
            "format": "plaatswijzer/batch/1", "base": "village.json",
            "scenarios": [{
                "id": "more-{x}", "changes": [{ "add_places": { "number": "{x}" } }],
                "over": { "sobol": { "runs": 0, "ranges": { "x": [1, 4] } } },
            }],
        });
        let base = village();
        let files = |_: &str| Ok(base.to_string().into_bytes());
        let errors = read(batch.to_string().as_bytes(), &files).expect_err("two are wrong");
        let places = errors.0.iter().map(|error| error.location.as_str());
        let places: Vec<&str> =
            places.filter(|location| location.starts_with("scenarios")).collect();
        let sobol = "scenarios[0].over.sobol";
        assert_eq!(places, [format!("{sobol}.ranges.x"), format!("{sobol}.runs")]);
    }

    #[test]
    fn lists_that_must_name_something_are_not_empty() {
        let empty = json!([
            { "network": { "name": "n", "boards": [] } },
            { "drop_out": { "percent": 3, "filter": { "years": [] } } },
        ]);
        let places: Vec<String> =
            wrong(&empty, &json!([])).into_iter().map(|(location, _)| location).collect();
        let list = "scenarios[0].changes";
        let expected =
            [format!("{list}[0].network.boards"), format!("{list}[1].drop_out.filter.years")];
        assert_eq!(places, expected);
    }
}
