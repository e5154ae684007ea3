//! From the decisions that were chosen to the path in the expected intake and in each draw, and to its file.

use super::common::CommonPath;
use super::held::HeldPath;
use super::judge::{Judge, in_draw};
use super::objective::{DrawsCost, DrawsObjective};
use super::own::{OwnPath, folder};
use super::support::count_support;
use crate::base::{relative_gap, sha256};
use crate::growth::found::FoundPath;
use crate::growth::search::stopped;
use crate::growth::{
    OwnPathFile, PathAlternative, PathError, PathPlan, PathPlanDraw, PathPlanDraws, PathPlanYear,
    PathStrategy,
};
use crate::plan::Status;
use crate::questions::{QuestionStage, side_by_side};
use crate::solve::Budget;

/// What a search over draws ends with.
#[derive(Clone, Debug)]
pub struct DrawsOutcome {
    /// The file of the path.
    pub plan: PathPlan,
    /// The path for the expected intake.
    pub expected: FoundPath,
    /// The path in each draw, in order.
    pub draws: Vec<FoundDraw>,
}

/// A path in one draw.
#[derive(Clone, Debug)]
pub struct FoundDraw {
    /// The draw, from 1.
    pub draw: i64,
    /// The path.
    pub path: FoundPath,
}

/// What decisions cost in each intake, as far as that was found out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Judged {
    costs: Option<Vec<Option<i64>>>,
}

impl Judged {
    /// They cost this; `None` in intakes in which they lead to no plan.
    pub fn known(costs: Vec<Option<i64>>) -> Self {
        Self { costs: Some(costs) }
    }

    fn alternative(&self, found: PathStrategy, judge: &Judge) -> PathAlternative {
        let costs = self.costs.as_deref();
        let draws = costs.unwrap_or_default().iter().enumerate().skip(1);
        let impossible = draws.filter(|(_, cost)| cost.is_none());
        PathAlternative {
            found,
            cost: costs.and_then(|costs| judge.cost(costs)),
            impossible: impossible.map(|(draw, _)| draw as i64).collect(),
        }
    }
}

/// The path of decisions in every intake, with its file.
pub fn realise(
    judge: &Judge,
    common: &CommonPath,
    strategies: &[Judged],
    budget: &Budget,
) -> Result<DrawsOutcome, PathError> {
    let intakes: Vec<usize> = (0..judge.intakes.len()).collect();
    let (stage, jobs) = (QuestionStage::Draws, judge.jobs);
    let held = side_by_side(stage, &intakes, jobs, &|_| {}, |&intake| {
        let share = budget.turn(jobs, intakes.len() - intake - 1);
        judge.realised(common, intake, &share)
    });
    let mut found: Vec<FoundPath> = Vec::with_capacity(held.len());
    for (intake, held) in held.into_iter().enumerate() {
        match held? {
            HeldPath::Found(path) => found.push(*path),
            HeldPath::Impossible | HeldPath::Unknown => {
                let ending = stopped(budget);
                let year = judge.intakes[0].years[0].id.clone();
                return Err(in_draw(intake, PathError::NothingFound { year, ending }));
            }
        }
    }
    let expected = found.remove(0);
    let mut plan = of_expected(judge, &expected);
    let files: Vec<PathPlanDraw> =
        found.iter().enumerate().map(|(draw, path)| of_draw(judge, draw + 1, path)).collect();
    plan.draws = Some(of_draws(judge, files, strategies));
    count_support(&mut plan, &judge.own[1..].iter().map(|own| &own.plan).collect::<Vec<_>>());
    let draws = found.into_iter().zip(1..).map(|(path, draw)| FoundDraw { draw, path });
    Ok(DrawsOutcome { plan, expected, draws: draws.collect() })
}

/// The file of the path for the expected intake. What was proven of all paths for it holds for this one.
fn of_expected(judge: &Judge, found: &FoundPath) -> PathPlan {
    let (path, own) = (&judge.intakes[0], &judge.own[0].plan);
    let bound = own.bound.map(|bound| bound.min(found.value));
    let mut plan = PathPlan {
        bound,
        // It says what planning ahead is worth, which is known of the expected intake's own path only.
        year_by_year: own.year_by_year.filter(|_| found.value == own.value),
        repair: own.repair.clone(),
        ..PathPlan::of_found(path, found)
    };
    if let Some(bound) = bound {
        plan.gap = Some(relative_gap(found.value, bound));
        let is_proven = found.value == bound;
        plan.status = Some(if is_proven { Status::Optimal } else { Status::Gap });
    }
    for (year, own) in plan.years.iter_mut().zip(&own.years) {
        year.most_in_clusters = own.most_in_clusters.map(|most| most.max(year.in_clusters));
    }
    plan
}

fn of_draw(judge: &Judge, draw: usize, found: &FoundPath) -> PathPlanDraw {
    let (own, inside): (&OwnPath, String) = (&judge.own[draw], folder(draw));
    let plan = PathPlan::of_found(&judge.intakes[draw], found);
    let years = plan
        .years
        .into_iter()
        .map(|year| PathPlanYear { plan: format!("{inside}/{}", year.plan), ..year });
    let cost = own.cost();
    PathPlanDraw {
        draw: draw as i64,
        value: plan.value,
        regret: cost.regret(plan.value),
        own: OwnPathFile {
            path: format!("{inside}/own/path.json"),
            sha256: sha256(own.text.as_bytes()),
            value: cost.value,
            bound: cost.bound,
        },
        years: years.collect(),
    }
}

fn of_draws(judge: &Judge, draws: Vec<PathPlanDraw>, strategies: &[Judged]) -> PathPlanDraws {
    let costs: Vec<i64> = draws.iter().map(|draw| draw.value).collect();
    let own = judge.own_costs();
    let cost = DrawsCost::of(&costs, &own);
    let names = [PathStrategy::ExpectedIntake, PathStrategy::YearByYear];
    let alternatives = names.into_iter().zip(strategies);
    let alternatives = alternatives.map(|(name, judged)| judged.alternative(name, judge));
    let robust: DrawsObjective = judge.robust;
    PathPlanDraws {
        robust,
        given: None,
        value: cost.value(robust),
        bound: robust.bound(&own).min(cost.value(robust)),
        cost,
        alternatives: alternatives.collect(),
        draws,
    }
}
