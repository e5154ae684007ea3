//! How far each price may change before another plan is better than the best one of today.
//!
//! In one price, with all others kept, the score of a plan is a straight line, so the prices at which a plan
//! is the best are an interval. Each end is found exactly with few searches: a search at a price beyond the end finds
//! a plan that is better there, and the next price to try is the last one at which the plan of today is no dearer
//! than that one (Eisner and Severance, Mathematical techniques for efficient record segmentation in large shared
//! databases, Journal of the ACM 23, 1976).

mod answer;
mod rule_price;

pub use answer::{Beyond, OtherBest, PriceRange, Prices, RangeEnd};

use self::rule_price::RulePrice;
use super::side_by_side::side_by_side;
use super::sites::goal_is_total;
use super::{OnProgress, ProvenScore, QuestionOutcome, QuestionProgress, QuestionStage};
use crate::plan::InstanceReference;
use crate::plan::assignment::Assignment;
use crate::problem::Problem;
use crate::solve::decomposition::Multipliers;
use crate::solve::{Budget, Incumbent, Nearby, PlaceError, Search, SearchOutcome, find_near};

/// The plan of today gets this fraction (1/3) of the time.
const PARTS: u32 = 3;

/// The range of each price within which the best plan stays the best, on up to `jobs` threads. The time limit is for
/// all searches together, the work limit for each.
///
/// # Errors
/// If the total score is not the only goal, or if solver or check are at fault.
pub fn prices(
    problem: &Problem,
    search: &Search,
    jobs: usize,
    on_progress: &OnProgress,
) -> Result<QuestionOutcome<Prices>, PlaceError> {
    goal_is_total(problem)?;
    // A plan within a gap may not be the best, and would have no range.
    let search = &Search { gap: 0.0, ..search.clone() };
    let first = search.with_budget(search.budget.with_own_work().share_of_time(1, PARTS));
    on_progress(&QuestionProgress { stage: QuestionStage::BasePlan, done: 0, of: 1 });
    let found = find_near(problem, &first, &Nearby::default(), &|_| {})?;
    let best = match found.outcome {
        SearchOutcome::Plan(best) => best,
        SearchOutcome::Infeasible => return Ok(QuestionOutcome::NoPlan),
        SearchOutcome::NothingFound(ending) => return Ok(QuestionOutcome::NothingFound(ending)),
    };
    let proven = ProvenScore::of(&best);
    let mut answer = Prices {
        format: Prices::FORMAT,
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        proven,
        prices: Vec::new(),
    };
    // A plan that may not be the best of today has no range.
    if !proven.is_optimal() {
        return Ok(QuestionOutcome::Answer(answer));
    }
    let today =
        Today { problem, search, best: &best, score: proven.score, multipliers: found.multipliers };
    let found = rule_price::all(problem);
    let ends = found.iter().flat_map(|price| [(price, 0), (price, price.most())]);
    // With how many come after each: none may use up the time of all.
    let ends: Vec<(usize, (&RulePrice, i64))> = (0..2 * found.len()).rev().zip(ends).collect();
    let stage = QuestionStage::OtherPrices;
    let searched =
        side_by_side(stage, &ends, jobs, on_progress, |&(still_to_come, (price, to))| {
            today.end(price, to, &search.budget.turn(jobs, still_to_come))
        });
    let mut searched = searched.into_iter();
    for price in &found {
        let mut end = || searched.next().expect("every price has two ends");
        answer.prices.push(PriceRange {
            rule: price.rule,
            setting: price.setting.clone(),
            now: price.now,
            below: end()?,
            above: end()?,
        });
    }
    Ok(QuestionOutcome::Answer(answer))
}

/// The best plan of today, and how to search for others.
struct Today<'a> {
    problem: &'a Problem,
    search: &'a Search,
    best: &'a Incumbent,
    score: i64,
    multipliers: Option<Multipliers>,
}

impl Today<'_> {
    /// The end of the range of a price between today's and `to`, in points.
    fn end(&self, price: &RulePrice, to: i64, budget: &Budget) -> Result<RangeEnd, PlaceError> {
        let unknown = RangeEnd { best_to: price.now, beyond: Beyond::Unknown };
        let mut asked = to;
        let mut beyond = Beyond::NotFound;
        while asked != price.now {
            if budget.is_exhausted() {
                return Ok(unknown);
            }
            let problem = price.replaced(self.problem, asked)?;
            let own = score(&problem, &self.best.assignment);
            let start = Some(self.best.assignment.clone());
            let search = Search { start, ..self.search.with_budget(budget.with_own_work()) };
            // Any plan that is better here will do.
            let nearby = Nearby { multipliers: self.multipliers.clone(), below: Some(own) };
            let searched = find_near(&problem, &search, &nearby, &|_| {})?;
            if searched.bound >= own {
                break;
            }
            let SearchOutcome::Plan(found) = searched.outcome else { return Ok(unknown) };
            let proven = ProvenScore::of(&found);
            if proven.bound >= own {
                break;
            }
            if proven.score >= own {
                return Ok(unknown);
            }
            // Today this plan is no dearer than the other, by `lead`; at `asked` it is dearer, by `loss`. Between, the
            // difference is a straight line, and prices are whole points.
            let lead = i128::from(score(self.problem, &found.assignment) - self.score);
            let loss = i128::from(own - proven.score);
            let steps = i128::from(asked - price.now) * lead / (lead + loss);
            asked = price.now + i64::try_from(steps).expect("no farther than the price asked");
            beyond = Beyond::Other(OtherBest::between(self.best, &found));
        }
        Ok(RangeEnd { best_to: asked, beyond })
    }
}

/// The points of a plan under the rules of a problem.
fn score(problem: &Problem, assignment: &Assignment) -> i64 {
    problem.assess(&problem.tally(assignment)).total().0
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::solve::Budget;
    use crate::testing::tiny;

    /// One student who wishes a public school. That of today is private and 2 km away; the public one is 10 km away.
    fn choice(worth_km: f64) -> Problem {
        tiny(json!({
            "schools": [
                { "id": "near", "places": 1, "denomination": ["private"] },
                { "id": "far", "places": 1, "denomination": ["public"] },
            ],
            "clusters": [{ "id": "c", "schools": ["near", "far"] }],
            "students": [{ "id": "s", "denomination": { "wish": ["public"] } }],
            "travel": { "table": [
                { "from": "s", "to": "near", "m": 2_000 }, { "from": "s", "to": "far", "m": 10_000 },
            ] },
            "rules": {
                "placement": { "worth_km": 30 }, "travel": { "limit_km": 50 },
                "denomination": { "worth_km": worth_km },
            },
        }))
    }

    fn ranges(problem: &Problem) -> Vec<PriceRange> {
        match prices(problem, &Search::default(), 2, &|_| {}).unwrap() {
            QuestionOutcome::Answer(answer) => answer.prices,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_ends_of_a_range_are_exact() {
        // The public school is 8 km further: up to 8 km the wish is not worth it.
        let moved = Beyond::Other(OtherBest { students_elsewhere: 1, left_out: 0 });
        let dropped = Beyond::Other(OtherBest { students_elsewhere: 1, left_out: 1 });
        let none = || RangeEnd { best_to: 0, beyond: Beyond::NotFound };
        let found = ranges(&choice(3.0));
        let [placement, denomination] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((denomination.rule, denomination.now), ("denomination", 3_000));
        assert_eq!(denomination.above, RangeEnd { best_to: 8_000, beyond: moved.clone() });
        assert_eq!(denomination.below, none());
        // A place is worth the journey of 2 km and the missed wish of 3 km, and no less.
        assert_eq!((placement.rule, placement.setting.as_str()), ("placement", "worth_km"));
        assert_eq!(placement.below, RangeEnd { best_to: 5_000, beyond: dropped });
        assert_eq!(placement.above, RangeEnd { best_to: 120_000, beyond: Beyond::NotFound });
        // From above 8 km on the far school is the best, whose end is on the other side.
        let denomination = &ranges(&choice(9.5))[1];
        assert_eq!(denomination.below, RangeEnd { best_to: 8_000, beyond: moved });
        assert_eq!(denomination.above.beyond, Beyond::NotFound);
    }

    #[test]
    fn without_time_nothing_is_claimed() {
        let problem = choice(3.0);
        let found = crate::solve::find(&problem, &Search::default(), &|_| {});
        let SearchOutcome::Plan(best) = found.unwrap() else {
            panic!("a plan");
        };
        let search = Search::default();
        let (problem, best, multipliers) = (&problem, &best, None);
        let today = Today { problem, search: &search, best, score: 5_000, multipliers };
        let price = &rule_price::all(problem)[1];
        let unknown = RangeEnd { best_to: 3_000, beyond: Beyond::Unknown };
        let spent = Budget::of_time(Duration::ZERO);
        assert_eq!(today.end(price, 50_000, &spent).unwrap(), unknown);
    }
}
