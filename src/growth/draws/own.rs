//! The best path of an intake by itself: of the expected one, or of a draw as if it were known before.

use serde::{Deserialize, Serialize};

use super::common::CommonPath;
use super::objective::OwnCost;
use crate::base::{relative_gap, sha256};
use crate::growth::found::FoundPath;
use crate::growth::kept::KeptYear;
use crate::growth::search::{PathSearch, Surroundings};
use crate::growth::{GrowthPath, KeptPieces, PathError, PathPlan};
use crate::plan::{Plan, Status};

/// The best path of an intake by itself, as files.
#[derive(Clone, Debug)]
pub struct OwnPath {
    /// Its folder in that of the path.
    pub folder: String,
    /// The file of the path.
    pub plan: PathPlan,
    /// Its bytes.
    pub text: String,
    /// The bytes of the plan of each year.
    pub plans: Vec<Vec<u8>>,
    /// What it decides.
    pub common: CommonPath,
    /// What the path decides that is found year by year, where it was looked for.
    pub year_by_year: Option<CommonPath>,
}

/// What is kept beside the path's own files.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptOwn {
    /// What it belongs to.
    belongs_to: String,
    /// SHA-256 of the path's file.
    path: String,
    /// What the path decides that is found year by year.
    year_by_year: Option<CommonPath>,
}

/// The folder of an intake: the expected one is number 0.
pub fn folder(intake: usize) -> String {
    if intake == 0 { "draws/expected".to_owned() } else { format!("draws/{intake}") }
}

impl OwnPath {
    /// What it costs, and what no path costs less than.
    pub fn cost(&self) -> OwnCost {
        let value = self.plan.value;
        OwnCost { value, bound: self.plan.bound.unwrap_or(0).min(value) }
    }

    /// The own path that is kept, if it belongs to the same as now, and all its files are whole.
    pub fn restored(
        path: &GrowthPath,
        intake: usize,
        pieces: &dyn KeptPieces,
        belongs_to: &str,
    ) -> Option<Self> {
        let own = folder(intake) + "/own";
        let kept = pieces.read(&format!("{own}/kept.json"))?;
        let kept: KeptOwn = serde_json::from_slice(&kept).ok()?;
        let text = pieces.read(&format!("{own}/path.json"))?;
        if kept.belongs_to != belongs_to || kept.path != sha256(&text) {
            return None;
        }
        let plan = PathPlan::read(&text).ok()?;
        let mut plans = Vec::new();
        for year in &plan.years {
            let text = pieces.read(&format!("{own}/{}", year.plan))?;
            if year.sha256 != sha256(&text) {
                return None;
            }
            plans.push(text);
        }
        let text = String::from_utf8(text).ok()?;
        if plans.len() != path.years.len() {
            return None;
        }
        let common = CommonPath::read(path, &plan, &plans).ok()?;
        Some(Self { folder: own, plan, text, plans, common, year_by_year: kept.year_by_year })
    }

    /// A path for the same intake that was found with other decisions, in the place of this one.
    pub fn replaced_by(&self, path: &GrowthPath, intake: usize, found: &FoundPath) -> Self {
        let plan = self.plan_of(path, found);
        let plans: Vec<&Plan> = found.years.iter().map(|year| &year.plan).collect();
        Self {
            folder: folder(intake) + "/best",
            text: plan.to_json(),
            plan,
            plans: found.years.iter().map(|year| year.text.clone().into_bytes()).collect(),
            common: CommonPath::of(&plans, &found.entries),
            year_by_year: None,
        }
    }

    /// The file of another path for the same intake. What was proven of all paths for it holds for that one too.
    pub fn plan_of(&self, path: &GrowthPath, found: &FoundPath) -> PathPlan {
        let own = &self.plan;
        let bound = own.bound.map(|bound| bound.min(found.value));
        let mut plan = PathPlan {
            bound,
            // It says what planning ahead is worth, which is not known of a path that costs more than the own one.
            year_by_year: own.year_by_year.filter(|_| found.value <= own.value),
            repair: own.repair.clone(),
            ..PathPlan::of_found(path, found)
        };
        if plan.years.iter().all(|year| year.short == 0) {
            plan.repair = None;
        }
        if let Some(bound) = bound {
            plan.gap = Some(relative_gap(found.value, bound));
            // No search says how near these decisions are to the best for this intake.
            let is_own = found.value == own.value;
            let is_proven = found.value == bound;
            plan.status =
                if is_proven { Some(Status::Optimal) } else { own.status.filter(|_| is_own) };
        }
        for (year, own) in plan.years.iter_mut().zip(&own.years) {
            year.most_in_clusters = own.most_in_clusters.map(|most| most.max(year.in_clusters));
        }
        plan
    }

    /// Writes its files: the one that names the plans last.
    pub fn keep(&self, pieces: &dyn KeptPieces) -> Result<(), PathError> {
        let keep = |name: &str, text: &[u8]| {
            pieces.keep(&format!("{}/{name}", self.folder), text).map_err(PathError::NotKept)
        };
        for (year, text) in self.plan.years.iter().zip(&self.plans) {
            keep(&year.plan, text)?;
        }
        keep("path.json", self.text.as_bytes())
    }

    /// Searches for it, and keeps it: the file that says what it belongs to last.
    pub fn found(
        search: &PathSearch,
        intake: usize,
        pieces: &dyn KeptPieces,
        belongs_to: &str,
    ) -> Result<Self, PathError> {
        let around = if intake == 0 { Surroundings::Wanted } else { Surroundings::Skipped };
        let outcome = search.foresight(around, None)?;
        let plan = PathPlan::of_outcome(search.path, &outcome, search.search.gap);
        let text = plan.to_json();
        let common_of = |found: &FoundPath| {
            let plans: Vec<&Plan> = found.years.iter().map(|year| &year.plan).collect();
            CommonPath::of(&plans, &found.entries)
        };
        let kept = KeptOwn {
            belongs_to: belongs_to.to_owned(),
            path: sha256(text.as_bytes()),
            year_by_year: outcome.year_by_year.as_ref().ok().map(common_of),
        };
        let plans = outcome.path.years.iter().map(|year| year.text.clone().into_bytes());
        let (plans, common) = (plans.collect(), common_of(&outcome.path));
        let year_by_year = kept.year_by_year.clone();
        let folder = folder(intake) + "/own";
        let found = Self { folder, plan, text, plans, common, year_by_year };
        if search.search.budget.is_interrupted() {
            // The search was cut short, and one that goes on is not to take it for the best.
            return Ok(found);
        }
        found.keep(pieces)?;
        let kept = serde_json::to_string(&kept).expect("it is plain JSON") + "\n";
        let name = format!("{}/kept.json", found.folder);
        pieces.keep(&name, kept.as_bytes()).map_err(PathError::NotKept)?;
        Ok(found)
    }

    /// The path with its instances and plans, as a search finds it.
    pub fn as_found(&self, path: &GrowthPath) -> Option<FoundPath> {
        let years = self.plans.iter().zip(&self.plan.years).enumerate();
        let kept = years.map(|(year, (text, of_year))| {
            Some(KeptYear {
                entering: self.common.entering(year),
                plan: String::from_utf8(text.clone()).ok()?,
                students: of_year.students,
                in_clusters: of_year.in_clusters,
                is_settled: true,
            })
        });
        path.restored(kept.collect::<Option<_>>()?)
    }
}
