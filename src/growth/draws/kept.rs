//! What a search over draws keeps while it runs, so that another one goes on where it was killed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::growth::{KeptPieces, PathError};

/// The name of the file of what decisions cost.
const JUDGED: &str = "draws/judged.json";

/// What decisions cost in an intake.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldCost {
    /// This many points.
    Points(i64),
    /// It is proven that they lead to no plan.
    Impossible,
    /// No plan was found; that there is none is not proven.
    NotFound,
}

impl HeldCost {
    /// The points, where there is a plan.
    pub fn points(self) -> Option<i64> {
        match self {
            Self::Points(points) => Some(points),
            Self::Impossible | Self::NotFound => None,
        }
    }
}

/// The file of what decisions cost in each intake.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedCosts {
    /// What each intake belongs to.
    pub belongs_to: Vec<String>,
    /// By the digest of decisions and the number of an intake what they cost in it.
    pub costs: BTreeMap<String, BTreeMap<usize, HeldCost>>,
}

impl JudgedCosts {
    /// What is kept of the intakes that belong to the same as now.
    pub fn read(pieces: &dyn KeptPieces, belongs_to: &[String]) -> Self {
        let kept = pieces.read(JUDGED);
        let kept = kept.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let mut judged = kept.unwrap_or_default();
        let is_same = |intake: &usize| {
            let now = belongs_to.get(*intake);
            now.is_some() && judged.belongs_to.get(*intake) == now
        };
        for costs in judged.costs.values_mut() {
            costs.retain(|intake, _| is_same(intake));
        }
        Self { belongs_to: belongs_to.to_vec(), costs: judged.costs }
    }

    /// Keeps it.
    pub fn keep(&self, pieces: &dyn KeptPieces) -> Result<(), PathError> {
        let text = serde_json::to_string(self).expect("it is plain JSON");
        pieces.keep(JUDGED, (text + "\n").as_bytes()).map_err(PathError::NotKept)
    }
}
