//! An independent check of how a path does in its draws: every year of every draw, that all draws decide the same,
//! the own path of each draw, and every figure.
//!
//! The instance of each year in a draw follows from the document and the plans of that draw, whoever made them.

use rayon::prelude::*;

use super::common::{ClusterKey, clusters_of};
use super::objective::{DrawsCost, OwnCost};
use super::support::count_support;
use crate::base::sha256;
use crate::growth::check::{PathFinding, check};
use crate::growth::{
    BoardEntry, GrowthPath, PathAlternative, PathPlan, PathPlanDraw, PathPlanDraws,
};
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::message;
use crate::plan::Plan;
use crate::scenarios::SharedFiles;
use crate::texts::Message;

/// Takes the place of a rule's id in findings about a path.
const PATH: &str = "path";

/// The files of one draw.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawTexts {
    /// The plan of each year, in order.
    pub plans: Vec<Vec<u8>>,
    /// The own path of the draw.
    pub own: Vec<u8>,
    /// The plan of each year of that, in order.
    pub own_plans: Vec<Vec<u8>>,
}

/// Checks how a path does in the draws of its document. `expected` has the texts of the plans for the expected
/// intake, which [`check`] has found to be right, and `texts` the files of each draw.
///
/// # Errors
/// If the text of a plan is none, or the instance of a year is not valid.
pub fn check_draws(
    path: &GrowthPath,
    claimed: &PathPlan,
    expected: &[Vec<u8>],
    texts: &[DrawTexts],
    files: &SharedFiles,
) -> Result<Vec<PathFinding>, InputErrors> {
    let (draws, claims) = match (&path.draws, &claimed.draws) {
        (None, None) => return Ok(Vec::new()),
        (None, Some(_)) => return Ok(vec![about(None, None, message!("growth-check-no-draws"))]),
        (Some(_), None) => {
            return Ok(vec![about(None, None, message!("growth-check-draws-absent"))]);
        }
        (Some(draws), Some(claims)) => (draws, claims),
    };
    if !claims.draws.iter().map(|draw| draw.draw).eq(1..=draws.count)
        || texts.len() != claims.draws.len()
    {
        let sentence = message!("growth-check-draws-number", count = draws.count);
        return Ok(vec![about(None, None, sentence)]);
    }
    let expected = expected.iter().map(|text| Plan::read(text)).collect::<Result<Vec<_>, _>>()?;
    let common: Vec<Vec<ClusterKey>> = expected.iter().map(clusters_of).collect();
    let of_draws: Vec<Result<Vec<PathFinding>, InputErrors>> = claims
        .draws
        .par_iter()
        .zip(texts)
        .map(|(draw, texts)| one_draw(path, claimed, (draw, texts), &common, files))
        .collect();
    let mut findings = Vec::new();
    for of_draw in of_draws {
        findings.extend(of_draw?);
    }
    if findings.is_empty() {
        findings.extend(figures(claims));
        findings.extend(support(claimed, texts)?);
    }
    Ok(findings)
}

/// In how many draws the own path has the same, counted again.
fn support(claimed: &PathPlan, texts: &[DrawTexts]) -> Result<Option<PathFinding>, InputErrors> {
    let own: Vec<PathPlan> =
        texts.iter().map(|draw| PathPlan::read(&draw.own)).collect::<Result<_, _>>()?;
    let mut again = claimed.clone();
    count_support(&mut again, &own.iter().collect::<Vec<_>>());
    let is_wrong = (&again.entries, &again.years) != (&claimed.entries, &claimed.years);
    Ok(is_wrong.then(|| about(None, None, message!("growth-check-support"))))
}

/// An entry without what is said of it over all draws, and of the expected intake.
fn without_support(entry: &BoardEntry) -> BoardEntry {
    BoardEntry { draws_with_it: None, not_earlier: None, not_later: None, ..entry.clone() }
}

fn about(draw: Option<i64>, year: Option<String>, sentence: Message) -> PathFinding {
    PathFinding { draw, year, rule: PATH, sentence: sentence.into() }
}

fn one_draw(
    path: &GrowthPath,
    claimed: &PathPlan,
    (draw, texts): (&PathPlanDraw, &DrawTexts),
    common: &[Vec<ClusterKey>],
    files: &Files,
) -> Result<Vec<PathFinding>, InputErrors> {
    let number = Some(draw.draw);
    let drawn = path.in_draw(draw.draw, files)?;
    let as_path = PathPlan {
        engine: None,
        status: None,
        value: draw.value,
        bound: None,
        gap: None,
        year_by_year: None,
        repair: None,
        entries: claimed.entries.iter().map(without_support).collect(),
        years: draw.years.clone(),
        draws: None,
        ..claimed.clone()
    };
    let mut findings = check(&drawn, &as_path, &texts.plans, files)?;
    for finding in &mut findings {
        finding.draw = number;
    }
    for ((text, common), year) in texts.plans.iter().zip(common).zip(&path.years) {
        if clusters_of(&Plan::read(text)?) != *common {
            let sentence = message!("growth-check-draw-clusters");
            findings.push(about(number, Some(year.id.clone()), sentence));
        }
    }
    findings.extend(own_path(&drawn, draw, texts, files)?);
    let own = OwnCost { value: draw.own.value, bound: draw.own.bound };
    if own.value > draw.value {
        findings.push(about(number, None, message!("growth-check-own-worse")));
    }
    if draw.regret != own.regret(draw.value) {
        let sentence =
            message!("growth-check-regret", claimed = draw.regret, value = own.regret(draw.value));
        findings.push(about(number, None, sentence));
    }
    Ok(findings)
}

/// Whether the own path of a draw is a path in it, and costs what is said.
fn own_path(
    drawn: &GrowthPath,
    draw: &PathPlanDraw,
    texts: &DrawTexts,
    files: &Files,
) -> Result<Vec<PathFinding>, InputErrors> {
    let number = Some(draw.draw);
    if sha256(&texts.own) != draw.own.sha256 {
        return Ok(vec![about(number, None, message!("growth-check-own-file"))]);
    }
    let own = PathPlan::read(&texts.own)?;
    let mut findings = check(drawn, &own, &texts.own_plans, files)?;
    for finding in &mut findings {
        finding.draw = number;
        let sentence = message!("growth-check-own", sentence = finding.sentence.clone());
        finding.sentence = sentence.into();
    }
    if (own.value, own.bound) != (draw.own.value, Some(draw.own.bound)) {
        findings.push(about(number, None, message!("growth-check-own-value")));
    }
    Ok(findings)
}

/// Every figure over all draws, counted again.
fn figures(claims: &PathPlanDraws) -> Vec<PathFinding> {
    let own = claims.draws.iter().map(|draw| {
        let (value, bound) = (draw.own.value, draw.own.bound);
        OwnCost { value, bound }
    });
    let own: Vec<OwnCost> = own.collect();
    let costs: Vec<i64> = claims.draws.iter().map(|draw| draw.value).collect();
    let cost = DrawsCost::of(&costs, &own);
    let value = cost.value(claims.robust);
    let mut wrong = Vec::new();
    if claims.cost != cost {
        wrong.push(message!("growth-check-cost"));
    }
    if claims.value != value {
        wrong.push(message!("growth-check-robust", claimed = claims.value, value = value));
    }
    if claims.bound != claims.robust.bound(&own).min(value) {
        wrong.push(message!("growth-check-robust-bound"));
    }
    let count = claims.draws.len() as i64;
    let is_contradiction = |one: &PathAlternative| {
        let is_none = |draw: &&i64| !(1..=count).contains(*draw);
        let mut without = one.impossible.iter().chain(one.not_found.iter().flatten()).peekable();
        (one.cost.is_some() && without.peek().is_some()) || without.any(|draw| is_none(&draw))
    };
    if claims.alternatives.iter().any(is_contradiction) {
        wrong.push(message!("growth-check-impossible"));
    }
    let costs = claims.alternatives.iter().filter_map(|alternative| alternative.cost);
    let mut others = costs.map(|cost| cost.value(claims.robust));
    if claims.given != Some(true) && others.any(|other| other < value) {
        wrong.push(message!("growth-check-alternative"));
    }
    wrong.into_iter().map(|sentence| about(None, None, sentence)).collect()
}
