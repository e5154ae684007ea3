//! Small batches with records made by hand.
//!
//! Every plan places some of a hundred students: sixty of voltijd, forty of deeltijd.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::{Euros, Points};
use crate::instance::{Day, Goal};
use crate::plan::{
    Cluster, ClusterIndicators, ClusterKind, GoalLevel, Indicators, JourneyIndicators, Money,
    MoneyIndicators, Proportion, Score, Status, Whereabouts,
};
use crate::problem::{Bottleneck, UnusedAllowance};
use crate::scenarios::batch::{Options, Planned, Record, RunOutcome};
use crate::scenarios::{self, Batch};
use crate::solve::Method;

/// A batch of scenarios with a number of draws.
#[track_caller]
pub fn batch(scenarios: &Value, draws: Option<i64>) -> Batch {
    let base = json!({
        "format": "plaatswijzer/instance/1", "name": "Village",
        "boards": [
            { "id": "b1", "name": "Bestuur Een", "max_clusters": 2 },
            { "id": "b2", "name": "Bestuur Twee" },
        ],
        "schools": [
            { "id": "h1", "name": "De Wegwijzer", "board": "b1", "places": 5 },
            { "id": "h2", "name": "Het Kompas", "board": "b1", "places": 9 },
            { "id": "h3", "board": "b2", "places": 9 },
        ],
        "clusters": [{ "id": "c1", "name": "Noord", "board": "b1", "schools": ["h1"] }],
        "students": [{ "id": "s", "programme": "voltijd", "year": 1 }],
    });
    let mut document = json!({
        "format": "plaatswijzer/batch/1", "base": "base.json", "scenarios": scenarios,
    });
    if let Some(count) = draws {
        document["draws"] = json!({ "count": count });
    }
    let files = |_: &str| Ok(base.to_string().into_bytes());
    let read = scenarios::read(document.to_string().as_bytes(), &files);
    read.unwrap_or_else(|errors| panic!("{errors}"))
}

/// A record for every run of a batch, by scenario and draw (1 if there are no draws); no plan
/// exists where there is none.
pub fn records(batch: &Batch, plan: impl Fn(&str, i64) -> Option<Planned>) -> Vec<Record> {
    let record = |run: scenarios::Run| {
        let scenario = &batch.scenarios[run.scenario];
        let plan = plan(&scenario.id, run.draw.unwrap_or(1));
        let clash = "No plan exists under the rules.\n  forming — c1 must be used";
        Record {
            run: run.id,
            scenario: scenario.id.clone(),
            draw: run.draw,
            over: scenario.point.clone(),
            key: None,
            options: options(),
            outcome: if plan.is_some() { RunOutcome::Plan } else { RunOutcome::Infeasible },
            reason: plan.is_none().then(|| clash.to_owned()),
            plan,
        }
    };
    batch.runs().into_iter().map(record).collect()
}

fn options() -> Options {
    Options {
        engine_version: "0.0.0".to_owned(),
        method: Method::default(),
        solver: "none".to_owned(),
        solver_version: "0".to_owned(),
        gap: 0.0,
        time_limit_s: None,
        work_limit: None,
        base: None,
    }
}

/// A plan with given numbers in clusters and left out; the others are in the shell. Voltijd is listed
/// first, and is in the shell last.
pub fn planned(core: i64, left_out: i64) -> Planned {
    let voltijd = (core.min(60), (left_out - 40).max(0));
    let whereabouts = |core: i64, left_out: i64, of: i64| Whereabouts {
        core: Proportion::new(core, of),
        shell: Proportion::new(of - core - left_out, of),
        left_out: Proportion::new(left_out, of),
    };
    let nobody = Proportion::new(0, 0);
    let indicators = Indicators {
        students: whereabouts(core, left_out, 100),
        programmes: BTreeMap::from([
            ("voltijd".to_owned(), whereabouts(voltijd.0, voltijd.1, 60)),
            ("deeltijd".to_owned(), whereabouts(core - voltijd.0, left_out - voltijd.1, 40)),
        ]),
        journeys: JourneyIndicators {
            known: 100 - left_out,
            mean_m: Some(10_250),
            median_m: Some(9_000),
            percentile_90_m: Some(20_000),
            longest_m: Some(41_000),
            comfortable: None,
        },
        denominations: BTreeMap::new(),
        concepts: nobody,
        wishes: BTreeMap::new(),
        meeting_day: nobody,
        meeting_day_programmes: BTreeMap::new(),
        clusters: ClusterIndicators { used: 5, new: 0, unused: 0, members: core, off_target: None },
        boards: BTreeMap::from([("b1".to_owned(), Proportion::new(100 - left_out, 140))]),
        schools: BTreeMap::new(),
        fill_gini: Some(0.1234),
        money: None,
    };
    Planned {
        sha256: "0".repeat(64),
        status: Status::Optimal,
        goals: vec![GoalLevel::new(Goal::Total, 5_000, 5_000)],
        score: Score {
            total: Points(5_000),
            rules: BTreeMap::from([("travel".to_owned(), Points(5_000))]),
        },
        clusters: Vec::new(),
        bottleneck: None,
        unused_allowances: Vec::new(),
        indicators,
        path: None,
    }
}

/// A plan of students of voltijd and deeltijd alone: in clusters, in the shell and left out. A student in a
/// cluster costs a hundred euros.
pub fn placed(voltijd: [i64; 3], deeltijd: [i64; 3]) -> Planned {
    let whereabouts = |[core, shell, left_out]: [i64; 3]| {
        let part = |number| Proportion::new(number, core + shell + left_out);
        Whereabouts { core: part(core), shell: part(shell), left_out: part(left_out) }
    };
    let all = [0, 1, 2].map(|at| voltijd[at] + deeltijd[at]);
    let mut plan = planned(70, 5).costing(100 * all[0]);
    plan.indicators.students = whereabouts(all);
    plan.indicators.programmes = BTreeMap::from([
        ("voltijd".to_owned(), whereabouts(voltijd)),
        ("deeltijd".to_owned(), whereabouts(deeltijd)),
    ]);
    plan.indicators.journeys.known = all[0] + all[1];
    plan
}

impl Planned {
    /// The plan with this mean journey in metres.
    #[must_use]
    pub fn travelling(mut self, mean_m: i64) -> Self {
        self.indicators.journeys.mean_m = Some(mean_m);
        self
    }

    /// The plan with this net cost.
    #[must_use]
    pub fn costing(mut self, net: i64) -> Self {
        let total = Money { cost_eur: Euros(net), grant_eur: Euros(0), net_eur: Euros(net) };
        let boards = BTreeMap::from([("b1".to_owned(), total)]);
        self.indicators.money = Some(MoneyIndicators { total, grant: None, boards });
        self
    }

    /// The plan with this bottleneck.
    #[must_use]
    pub fn bound_by(mut self, rule: &str, place: Option<&str>, students: i64) -> Self {
        let place = place.map(str::to_owned);
        self.bottleneck = Some(Bottleneck { rule: rule.to_owned(), place, students });
        self
    }

    /// The plan of an instance in which a board may have another cluster.
    #[must_use]
    pub fn allowing(mut self, owner: &str, possible: bool) -> Self {
        self.unused_allowances.push(UnusedAllowance { owner: owner.to_owned(), possible });
        self
    }

    /// The plan with a new cluster of these schools.
    #[must_use]
    pub fn opening(mut self, schools: &[&str]) -> Self {
        self.clusters.push(Cluster {
            id: format!("new-{}", self.clusters.len() + 1),
            kind: ClusterKind::New,
            board: Some("b1".to_owned()),
            schools: schools.iter().map(|&school| school.to_owned()).collect(),
            meeting_day: Day::Tuesday,
            members: None,
            others: None,
            charged: None,
        });
        self.indicators.clusters.new += 1;
        self
    }
}
