//! Batches of growth paths: the base is a path document, and each run is a strategy for its years.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::document::beside;
use super::{Batch, Run, SharedFiles};
use crate::base::sha256;
use crate::input::errors::{Code, InputErrors};
use crate::instance::Files;
use crate::message;

/// The format of a path document.
pub const PATH_FORMAT: &str = "plaatswijzer/path/1";

/// The path document that all strategies of a batch vary.
#[derive(Debug)]
pub struct PathBase {
    /// The document, before any strategy.
    pub document: Value,
    /// Its file, relative to the batch.
    pub file: String,
    /// The file of its instance, relative to the batch.
    pub instance: String,
}

impl PathBase {
    /// The path document in a file; `None` if the file is missing or of another format, or names no instance: reading
    /// it as what it should be says what is wrong.
    pub fn in_file(name: &str, files: &Files) -> Option<Self> {
        let document: Value = serde_json::from_slice(&files(name).ok()?).ok()?;
        if document["format"] != PATH_FORMAT {
            return None;
        }
        let folder = Path::new(name).parent().unwrap_or(Path::new("")).to_string_lossy();
        let instance = beside(&folder, document["base"].as_str()?);
        Some(Self { document, file: name.to_owned(), instance })
    }

    /// What makes the document unfit for a batch.
    pub fn check(&self, errors: &mut InputErrors) {
        if self.document.get("draws").is_some_and(|draws| !draws.is_null()) {
            errors.add(
                Code::Contradiction,
                "base",
                message!("scenarios-path-draws-found"),
                message!("scenarios-path-draws-allowed"),
                message!("scenarios-path-draws-help"),
            );
        }
    }
}

/// A path document with its instance and everything that this names, as files of one folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StrategyFiles(pub BTreeMap<String, Vec<u8>>);

impl StrategyFiles {
    /// The name of the path document.
    pub const PATH: &'static str = "strategy.json";
    /// The name of the instance that all years change.
    const INSTANCE: &'static str = "base.json";

    /// The path document.
    pub fn path(&self) -> &[u8] {
        &self.0[Self::PATH]
    }

    /// A hash of all files.
    pub fn sha256(&self) -> String {
        let lines = self.0.iter().map(|(name, bytes)| format!("{name} {}\n", sha256(bytes)));
        sha256(lines.collect::<String>().as_bytes())
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If it is none of these.
    pub fn open(&self, name: &str) -> Result<Vec<u8>, String> {
        self.0.get(name).cloned().ok_or_else(|| message!("scenarios-path-no-file").to_string())
    }
}

impl Batch {
    /// A place in the path document of a strategy, in a batch of paths: in the change that last wrote it, or else in the
    /// file that all strategies vary.
    pub fn in_path_of(&self, run: &Run, location: &str) -> String {
        let scenario = &self.scenarios[run.scenario];
        let written =
            scenario.steps.iter().rev().find(|step| {
                step.change.path.as_ref().is_some_and(|change| change.writes(location))
            });
        let place = if let Some(step) = written {
            format!("{}.{location}", step.location.key("path"))
        } else {
            let file = self.path.as_ref().map_or("", |path| &path.file);
            format!("{file}: {location}")
        };
        format!("{place} (scenario `{}`)", scenario.id)
    }

    /// The files of a strategy, in a batch of paths. `files` reads the files beside the batch.
    ///
    /// # Errors
    /// All changes that cannot be applied, and files that cannot be read.
    ///
    /// # Panics
    /// If the batch is none of paths.
    pub fn strategy(&self, run: &Run, files: &SharedFiles) -> Result<StrategyFiles, InputErrors> {
        let beside = self.beside_base(files);
        let draft = self.drafted(run, &self.steps(run), &beside)?;
        let (mut path, mut instance) = (draft.path.expect("a batch of paths"), draft.document);
        let mut all = BTreeMap::new();
        let mut errors = InputErrors::default();
        let travel = instance.travel.iter_mut();
        let named = travel.flat_map(|travel| {
            [("travel.csv", &mut travel.table_file), ("postcodes.csv", &mut travel.postcode_file)]
        });
        for (name, file) in named {
            let Some(file) = file else { continue };
            match beside(file) {
                Ok(bytes) => drop(all.insert(name.to_owned(), bytes)),
                Err(reason) => errors.add(
                    Code::Unreadable,
                    "base",
                    message!("common-file", name = &*file, reason = reason),
                    message!("scenarios-base-allowed"),
                    message!("scenarios-base-help"),
                ),
            }
            name.clone_into(file);
        }
        path["base"] = json!(StrategyFiles::INSTANCE);
        let text = |value: Result<Vec<u8>, serde_json::Error>| value.expect("plain JSON");
        all.insert(StrategyFiles::PATH.to_owned(), text(serde_json::to_vec_pretty(&path)));
        all.insert(StrategyFiles::INSTANCE.to_owned(), text(serde_json::to_vec_pretty(&instance)));
        errors.into_result(StrategyFiles(all))
    }
}
