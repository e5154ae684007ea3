//! How a path does in its draws, in a page of text.

use super::lines::{headings, headings_after_name, lines};
use super::table::table;
use crate::base::Decimal;
use crate::growth::{
    DrawsCost, DrawsObjective, PathPlan, PathPlanDraws, PathPlanYear, PathStrategy,
};
use crate::message;
use crate::plan::Proportion;
use crate::texts::{Language, Message};

/// Per year the range over the draws, and what the path costs over all of them beside its alternatives; empty without
/// draws.
pub fn draws_summary(found: &PathPlan, language: Language) -> String {
    let Some(draws) = &found.draws else { return String::new() };
    let title = message!("growth-draws-title", count = draws.draws.len());
    lines(&[title], language)
        + &table(&ranges(draws, language))
        + &lines(&[message!("growth-draws-fares")], language)
        + &table(&fares(draws, language))
        + &lines(&[message!("growth-regret-is"), how_good(draws, language)], language)
}

/// A row per year with the range over the draws, after a row of headings.
pub fn ranges(draws: &PathPlanDraws, language: Language) -> Vec<Vec<String>> {
    let columns = [
        message!("growth-column-year"),
        message!("growth-column-share-lowest"),
        message!("growth-column-share-highest"),
        message!("growth-column-left-out-least"),
        message!("growth-column-left-out-most"),
        message!("growth-column-met"),
    ];
    let years = draws.draws.first().map_or(0, |draw| draw.years.len());
    let rows = (0..years).filter_map(|year| row_of_year(draws, year, language));
    std::iter::once(headings(&columns, language)).chain(rows).collect()
}

/// The range of a year over the draws.
fn row_of_year(draws: &PathPlanDraws, year: usize, language: Language) -> Option<Vec<String>> {
    let of_draws = draws.draws.iter().filter_map(|draw| draw.years.get(year));
    let of_draws: Vec<&PathPlanYear> = of_draws.collect();
    // Shares are compared as fractions: the numbers of students differ.
    let by_share = |one: &&&PathPlanYear, other: &&&PathPlanYear| {
        (one.in_clusters * other.students).cmp(&(other.in_clusters * one.students))
    };
    let (lowest, highest) = (of_draws.iter().min_by(by_share)?, of_draws.iter().max_by(by_share)?);
    let left_out = |year: &PathPlanYear| year.left_out.iter().map(|one| one.count).sum::<i64>();
    let numbers = || of_draws.iter().map(|year| left_out(year));
    let met = of_draws.iter().filter(|year| year.short == 0).count();
    let met = match lowest.aimed_at {
        None => "–".to_owned(),
        Some(_) => {
            message!("growth-met-in", met = met, count = of_draws.len()).in_language(language)
        }
    };
    Some(vec![
        lowest.id.clone(),
        share(lowest.in_clusters, lowest.students, language),
        share(highest.in_clusters, highest.students, language),
        numbers().min()?.to_string(),
        numbers().max()?.to_string(),
        met,
    ])
}

/// What this path and its alternatives cost over the draws, after a row of headings.
pub fn fares(draws: &PathPlanDraws, language: Language) -> Vec<Vec<String>> {
    let columns = [
        message!("growth-column-mean"),
        message!("growth-column-worst"),
        message!("growth-column-regret"),
    ];
    let count = draws.draws.len() as i64;
    let mut rows = vec![headings_after_name(&columns, language)];
    let mut add = |name: Message, cost: Option<DrawsCost>, impossible: usize, not_found: usize| {
        let mut row = vec![name.in_language(language)];
        match cost {
            Some(cost) => {
                let mean = mean(cost.sum, count);
                row.extend([mean, cost.worst, cost.regret].map(|points| language.whole(points)));
            }
            None if impossible > 0 => {
                let none = message!("growth-fare-impossible", count = impossible);
                row.push(none.in_language(language));
            }
            None if not_found > 0 => {
                let none = message!("growth-fare-not-found", count = not_found);
                row.push(none.in_language(language));
            }
            None => row.push("–".to_owned()),
        }
        rows.push(row);
    };
    add(message!("growth-fare-this"), Some(draws.cost), 0, 0);
    for alternative in &draws.alternatives {
        let name = match alternative.found {
            PathStrategy::ExpectedIntake => message!("growth-fare-expected-intake"),
            PathStrategy::YearByYear => message!("growth-fare-year-by-year"),
        };
        let not_found = alternative.not_found.as_ref().map_or(0, Vec::len);
        add(name, alternative.cost, alternative.impossible.len(), not_found);
    }
    rows
}

/// The mean of a sum over some draws, rounded half up.
fn mean(sum: i64, count: i64) -> i64 {
    let count = count.max(1);
    (2 * sum + count).div_euclid(2 * count)
}

/// What is proven of what was minimised.
pub fn how_good(draws: &PathPlanDraws, language: Language) -> Message {
    let (value, bound) = (draws.value, draws.bound);
    // Regret against an own path that was cut short is less than it may be.
    let mut own = draws.draws.iter().map(|draw| &draw.own);
    let is_sure = draws.robust != DrawsObjective::Regret || own.all(|own| own.value == own.bound);
    if !is_sure {
        return if value == bound {
            message!("growth-robust-own-open")
        } else {
            message!("growth-robust-bound-regret-open")
        };
    }
    if value == bound {
        return match draws.robust {
            DrawsObjective::Mean => message!("growth-robust-optimal-mean"),
            DrawsObjective::Worst => message!("growth-robust-optimal-worst"),
            DrawsObjective::Regret => message!("growth-robust-optimal-regret"),
        };
    }
    let gap = language.gap(100_000 * (value - bound) / value.max(1));
    match draws.robust {
        DrawsObjective::Mean => {
            let bound = language.whole(mean(bound, draws.draws.len() as i64));
            message!("growth-robust-bound-mean", bound = bound, gap = gap)
        }
        DrawsObjective::Worst => {
            message!("growth-robust-bound-worst", bound = language.whole(bound), gap = gap)
        }
        DrawsObjective::Regret => message!("growth-robust-bound-regret"),
    }
}

/// A part of the students, in percent with one decimal.
pub fn share(part: i64, students: i64, language: Language) -> String {
    let share = Proportion::new(part, students).share_permille();
    share.map_or_else(
        || "–".to_owned(),
        |tenths| language.number(Decimal { scaled: tenths, decimals: 1 }) + "%",
    )
}

#[cfg(test)]
mod tests {
    use super::how_good;
    use crate::growth::{DrawsCost, DrawsObjective, OwnPathFile, PathPlanDraw, PathPlanDraws};
    use crate::texts::Language;

    /// What is said of a regret and its bound, where the own path of a draw costs 100 and none less than `own`.
    fn of_regret(value: i64, bound: i64, own: i64) -> String {
        let own =
            OwnPathFile { path: String::new(), sha256: String::new(), value: 100, bound: own };
        let draw =
            PathPlanDraw { draw: 1, value: 100 + value, regret: value, own, years: Vec::new() };
        let draws = PathPlanDraws {
            robust: DrawsObjective::Regret,
            given: None,
            value,
            bound,
            cost: DrawsCost { sum: 100 + value, worst: 100 + value, regret: value },
            alternatives: Vec::new(),
            draws: vec![draw],
        };
        how_good(&draws, Language::English).in_language(Language::English)
    }

    #[test]
    fn regret_may_be_higher_exactly_where_a_better_own_path_is_possible() {
        let higher = "the true regret may be higher";
        assert_eq!(of_regret(0, 0, 100), "No decisions have less regret, which is proven.");
        let open = of_regret(0, 0, 99);
        assert!(open.starts_with("No decisions have less regret against") && open.contains(higher));
        let unproven = "Whether other decisions have less regret is not proven.";
        assert_eq!(of_regret(5, 0, 100), unproven);
        let open = of_regret(5, 0, 99);
        assert!(open.starts_with(unproven) && open.contains(higher), "{open}");
    }
}
