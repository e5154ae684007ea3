//! From the decisions that were chosen to the path in the expected intake and in each draw, and to its file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::common::CommonPath;
use super::held::{HeldPath, YearBounds};
use super::judge::{Judge, in_draw};
use super::kept::HeldCost;
use super::objective::{DrawsCost, DrawsObjective, OwnCost};
use super::own::{OwnPath, folder};
use super::support::count_support;
use crate::base::sha256;
use crate::growth::found::FoundPath;
use crate::growth::search::stopped;
use crate::growth::{
    OwnPathFile, PathAlternative, PathError, PathPlan, PathPlanDraw, PathPlanDraws, PathPlanYear,
    PathStrategy,
};
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
    costs: Option<Vec<HeldCost>>,
}

impl Judged {
    /// They cost this.
    pub fn known(costs: Vec<HeldCost>) -> Self {
        Self { costs: Some(costs) }
    }

    fn alternative(&self, found: PathStrategy, own: &[OwnCost]) -> PathAlternative {
        let of_draws = || self.costs.iter().flat_map(|costs| costs.iter().skip(1)).copied();
        let with = |cost: HeldCost| -> Vec<i64> {
            let draws = (1..).zip(of_draws()).filter(|(_, known)| *known == cost);
            draws.map(|(draw, _)| draw).collect()
        };
        let costs: Option<Vec<i64>> = of_draws().map(HeldCost::points).collect();
        let costs = costs.filter(|costs| !costs.is_empty());
        let not_found = with(HeldCost::NotFound);
        PathAlternative {
            found,
            cost: costs.map(|costs| DrawsCost::of(&costs, own)),
            impossible: with(HeldCost::Impossible),
            not_found: (!not_found.is_empty()).then_some(not_found),
        }
    }
}

/// The path of decisions in every intake, with its file; `judged` are the paths that are known for them by intake.
pub fn realise(
    judge: &Judge,
    (common, judged): (&CommonPath, &BTreeMap<usize, FoundPath>),
    strategies: &[Judged],
    budget: &Budget,
) -> Result<DrawsOutcome, PathError> {
    let intakes: Vec<usize> = (0..judge.intakes.len()).collect();
    let (stage, jobs) = (QuestionStage::Draws, judge.jobs);
    let held = side_by_side(stage, &intakes, jobs, &|_| {}, |&intake| {
        let share = budget.turn(jobs, intakes.len() - intake - 1);
        judge.realised(common, intake, judged.get(&intake), &share)
    });
    let mut found: Vec<FoundPath> = Vec::with_capacity(held.len());
    for (intake, held) in held.into_iter().enumerate() {
        match held? {
            HeldPath::Found(path) => found.push(*path),
            HeldPath::Impossible | HeldPath::NotFound | HeldPath::Unknown => {
                let ending = stopped(budget);
                let year = judge.intakes[0].years[0].id.clone();
                return Err(in_draw(intake, PathError::NothingFound { year, ending }));
            }
        }
    }
    let expected = found.remove(0);
    let mut plan = judge.own[0].plan_of(&judge.intakes[0], &expected);
    let own = best_of_each(judge, common, &found, budget)?;
    let files = found.iter().zip(&own).enumerate();
    let files = files.map(|(draw, (path, own))| of_draw(judge, draw + 1, path, own));
    let costs: Vec<OwnCost> = own.iter().map(|own| own.cost()).collect();
    plan.draws = Some(of_draws(judge.robust, files.collect(), &costs, strategies));
    count_support(&mut plan, &own.iter().map(|own| &own.plan).collect::<Vec<_>>());
    let draws = found.into_iter().zip(1..).map(|(path, draw)| FoundDraw { draw, path });
    Ok(DrawsOutcome { plan, expected, draws: draws.collect() })
}

/// For each draw the best path that is known for it, given the paths of the chosen decisions: its own one, or one that
/// was found to cost less in it, which is kept then.
fn best_of_each<'a>(
    judge: &'a Judge,
    common: &CommonPath,
    found: &[FoundPath],
    budget: &Budget,
) -> Result<Vec<Cow<'a, OwnPath>>, PathError> {
    let best = found.iter().enumerate().map(|(draw, realised)| {
        let draw = draw + 1;
        let (own, path) = (&judge.own[draw], &judge.intakes[draw]);
        let other = judge.better_in(draw).filter(|better| *better != common);
        let held = other.map(|better| judge.held(better, draw, YearBounds::Wanted, budget));
        let held = match held.transpose()? {
            Some(HeldPath::Found(held)) => Some(*held),
            _ => None,
        };
        let best = held.iter().chain([realised]).min_by_key(|path| path.value);
        let Some(best) = best.filter(|best| best.value < own.plan.value) else {
            return Ok(Cow::Borrowed(own));
        };
        let best = own.replaced_by(path, draw, best);
        best.keep(judge.pieces)?;
        Ok(Cow::Owned(best))
    });
    best.collect()
}

fn of_draw(judge: &Judge, draw: usize, found: &FoundPath, own: &OwnPath) -> PathPlanDraw {
    let inside = folder(draw);
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
            path: format!("{}/path.json", own.folder),
            sha256: sha256(own.text.as_bytes()),
            value: cost.value,
            bound: cost.bound,
        },
        years: years.collect(),
    }
}

fn of_draws(
    robust: DrawsObjective,
    draws: Vec<PathPlanDraw>,
    own: &[OwnCost],
    strategies: &[Judged],
) -> PathPlanDraws {
    let costs: Vec<i64> = draws.iter().map(|draw| draw.value).collect();
    let cost = DrawsCost::of(&costs, own);
    let names = [PathStrategy::ExpectedIntake, PathStrategy::YearByYear];
    let alternatives = names.into_iter().zip(strategies);
    let alternatives = alternatives.map(|(name, judged)| judged.alternative(name, own));
    PathPlanDraws {
        robust,
        given: None,
        value: cost.value(robust),
        bound: robust.bound(own).min(cost.value(robust)),
        cost,
        alternatives: alternatives.collect(),
        draws,
    }
}
