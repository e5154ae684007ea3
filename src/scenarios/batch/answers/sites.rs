//! Robust sites: new clusters that are opened almost whatever happens.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::plan::ClusterKind;
use crate::scenarios::batch::record::{Planned, Record};

/// In how many of a hundred runs a robust site is opened at the least.
const ROBUST_PERCENT: i64 = 90;

/// The new clusters that are opened in most runs, whichever scenario and draw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RobustSites {
    /// The share of the runs in which a robust site is opened at the least.
    pub least_percent: i64,
    /// The runs that have a plan.
    pub runs: i64,
    /// The robust sites, the most frequent first.
    pub sites: Vec<Site>,
    /// The most frequent new cluster where none is robust; `null` where no run opens any.
    pub nearest: Option<Site>,
}

/// A new cluster, on whatever day it meets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Site {
    /// The ids of its schools, in order.
    pub schools: Vec<String>,
    /// In how many runs it is opened.
    pub runs: i64,
}

impl RobustSites {
    /// The robust sites of some runs.
    pub fn of(records: &[Record]) -> Self {
        let plans: Vec<&Planned> =
            records.iter().filter_map(|record| record.plan.as_ref()).collect();
        let mut opened = BTreeMap::<Vec<String>, i64>::new();
        for schools in plans.iter().flat_map(|plan| new_clusters(plan)) {
            *opened.entry(schools.into_iter().collect()).or_default() += 1;
        }
        let runs = plans.len() as i64;
        let mut sites: Vec<Site> =
            opened.into_iter().map(|(schools, runs)| Site { schools, runs }).collect();
        sites.sort_by_key(|site| Reverse(site.runs));
        let first = sites.first().cloned();
        sites.retain(|site| 100 * site.runs >= ROBUST_PERCENT * runs);
        let nearest = first.filter(|_| sites.is_empty());
        Self { least_percent: ROBUST_PERCENT, runs, sites, nearest }
    }
}

/// The new clusters of a plan as sets of schools, each once.
fn new_clusters(plan: &Planned) -> BTreeSet<BTreeSet<String>> {
    let new = plan.clusters.iter().filter(|cluster| cluster.kind == ClusterKind::New);
    new.map(|cluster| cluster.schools.iter().cloned().collect()).collect()
}
