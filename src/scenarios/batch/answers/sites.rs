//! Robust sites: new clusters that are opened in almost all runs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::plan::ClusterKind;
use crate::scenarios::batch::record::Planned;

/// The minimal share of runs, in percent, in which a robust site is opened.
const ROBUST_PERCENT: i64 = 90;

/// The new clusters that are opened in most runs, over all scenarios and draws.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RobustSites {
    /// The minimal share of runs, in percent, in which a robust site is opened.
    pub least_percent: i64,
    /// The number of runs that have a plan.
    pub runs: i64,
    /// The robust sites, the most frequent first.
    pub sites: Vec<SiteFrequency>,
    /// The most frequent new cluster if none is robust; `null` if some are, or if no run opens any.
    pub nearest: Option<SiteFrequency>,
}

/// A new cluster, regardless of its meeting day, and how often it is opened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SiteFrequency {
    /// The ids of its schools, sorted.
    pub schools: Vec<String>,
    /// The number of runs in which it is opened.
    pub runs: i64,
}

/// How often each new cluster is opened in the plans seen so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OpenedSites {
    /// The number of plans.
    plans: i64,
    /// The number of plans per new cluster, which is a sorted list of schools.
    opened: BTreeMap<Vec<String>, i64>,
}

impl OpenedSites {
    /// Adds a plan.
    pub fn add(&mut self, plan: &Planned) {
        self.plans += 1;
        for schools in new_clusters(plan) {
            *self.opened.entry(schools.into_iter().collect()).or_default() += 1;
        }
    }

    /// The robust sites of those plans.
    pub fn robust(self) -> RobustSites {
        let runs = self.plans;
        let sites = self.opened.into_iter();
        let mut sites: Vec<SiteFrequency> =
            sites.map(|(schools, runs)| SiteFrequency { schools, runs }).collect();
        sites.sort_by_key(|site| Reverse(site.runs));
        let first = sites.first().cloned();
        sites.retain(|site| 100 * site.runs >= ROBUST_PERCENT * runs);
        let nearest = first.filter(|_| sites.is_empty());
        RobustSites { least_percent: ROBUST_PERCENT, runs, sites, nearest }
    }
}

/// The distinct new clusters of a plan, or of all years of a growth path, as sets of schools.
fn new_clusters(plan: &Planned) -> BTreeSet<BTreeSet<String>> {
    if let Some(path) = &plan.path {
        return path.opened.iter().map(|schools| schools.iter().cloned().collect()).collect();
    }
    let new = plan.clusters.iter().filter(|cluster| cluster.kind == ClusterKind::New);
    new.map(|cluster| cluster.schools.iter().cloned().collect()).collect()
}
