//! What the draws of a path are made from, and the instance of each year in one of them.

use crate::growth::document::{PathDocument, PathDrawCount};
use crate::input::errors::InputErrors;
use crate::input::{JsonPath, PathStep};
use crate::instance::document::InstanceDocument;
use crate::instance::{EuroAmount, Files};
use crate::rules::budget;
use crate::scenarios::document::Seed;
use crate::scenarios::{self, ChangeDocument, DrawnChanges, MovingUp, YearChanges, year_documents};

/// The draws of a path: for each, the instances of all years follow from this.
#[derive(Clone, Debug)]
pub struct GrowthDraws {
    /// The number of draws.
    pub count: i64,
    /// The seed of all draws.
    pub seed: i64,
    base: InstanceDocument,
    years: Vec<DrawnYear>,
    moving_up: Option<MovingUp>,
    changes: Vec<ChangeDocument>,
}

/// One year before any draw.
#[derive(Clone, Debug)]
struct DrawnYear {
    id: String,
    changes: Vec<ChangeDocument>,
    limit_eur: Option<EuroAmount>,
}

impl GrowthDraws {
    /// The draws of a document, if it has any.
    pub fn of(
        document: &PathDocument,
        base: &InstanceDocument,
        moving_up: Option<&MovingUp>,
    ) -> Option<Self> {
        let draws = document.draws.as_ref()?;
        let years = document.years.iter().map(|year| DrawnYear {
            id: year.id.clone(),
            changes: year.changes.clone().unwrap_or_default(),
            limit_eur: year.limit_eur,
        });
        Some(Self {
            count: PathDrawCount::get(draws.count),
            seed: draws.seed.map_or(0, Seed::get),
            base: base.clone(),
            years: years.collect(),
            moving_up: moving_up.cloned(),
            changes: draws.changes.clone().unwrap_or_default(),
        })
    }

    /// The number of changes that the instance of each year undergoes in every draw.
    pub fn changes(&self) -> usize {
        self.changes.len()
    }

    /// Which of the changes of draws cannot be applied, seen in the first draw.
    pub fn wrong_changes(&self, files: &Files) -> InputErrors {
        let mut errors = self.documents(1, files).err().unwrap_or_default();
        errors.0.retain(|error| error.location.starts_with("draws."));
        errors
    }

    /// The instance of each year in a draw, before anything that a path decides. `files` reads files beside the
    /// base.
    ///
    /// # Errors
    /// All changes that cannot be applied.
    pub fn documents(
        &self,
        draw: i64,
        files: &Files,
    ) -> Result<Vec<InstanceDocument>, InputErrors> {
        let years = self.years.iter().enumerate().map(|(row, year)| YearChanges {
            id: &year.id,
            location: JsonPath::default().key("years").then(PathStep::Index(row)).key("changes"),
            changes: &year.changes,
        });
        let years: Vec<YearChanges> = years.collect();
        let drawn = DrawnChanges {
            seed: self.seed,
            draw,
            location: JsonPath::default().key("draws").key("changes"),
            changes: &self.changes,
        };
        let moving_up = self.moving_up.as_ref();
        let (documents, errors) =
            year_documents(&self.base, &years, moving_up, Some(&drawn), files);
        let mut documents = errors.into_result(documents)?;
        for (document, year) in documents.iter_mut().zip(&self.years) {
            if let Some(limit) = year.limit_eur {
                let settings = serde_json::json!({ "limit_eur": limit });
                scenarios::change_rule(document, budget::CARD.id, &settings);
            }
        }
        Ok(documents)
    }
}
