//! The figures that a partnership steers by, as they may be told.

use std::collections::BTreeMap;

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::{self, Count, Grid, PartFact};
use crate::candidates::Tally;
use crate::instance::BoardId;
use crate::plan::{Indicators, Money, Part, Whereabouts};
use crate::problem::Problem;

/// Where some students are, as it may be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WhereaboutsFact {
    /// In clusters.
    pub core: PartFact,
    /// In the shell.
    pub shell: PartFact,
    /// Left out.
    pub left_out: PartFact,
}

/// Journeys, as they may be told: to those who are no planners, nothing that is one student's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JourneyFacts {
    /// The mean in metres.
    pub mean_m: Option<i64>,
    /// The median in metres.
    pub median_m: Option<i64>,
    /// The 90th percentile in metres.
    pub percentile_90_m: Option<i64>,
    /// The longest in metres.
    pub longest_m: Option<i64>,
    /// What rule `travel` calls comfortable, in metres.
    pub comfortable_m: Option<i64>,
    /// Journeys within that.
    pub comfortable: Option<PartFact>,
    /// Whether the median and the percentile are rounded to whole kilometres.
    pub rounded: bool,
}

/// Which of the ranked wishes was met, from 1; `None` is none.
pub type WishRank = Option<usize>;

/// The figures of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts {
    /// All students.
    pub students: WhereaboutsFact,
    /// Those of each programme, by its word.
    pub programmes: Vec<(String, WhereaboutsFact)>,
    /// Journeys.
    pub journeys: JourneyFacts,
    /// Wishes for each denomination that are met, of those placed.
    pub denominations: Vec<(String, PartFact)>,
    /// Wishes for concepts that are met, of those placed.
    pub concepts: PartFact,
    /// Students with ranked wishes by the rank they got, of those placed.
    pub wishes: Vec<(WishRank, PartFact)>,
    /// Members who are free on their meeting day.
    pub meeting_day: PartFact,
    /// The same per programme.
    pub meeting_day_programmes: Vec<(String, PartFact)>,
    /// Clusters used.
    pub clusters_used: i64,
    /// Of these, new.
    pub clusters_new: i64,
    /// Existing clusters that are not used.
    pub clusters_unused: i64,
    /// Clusters off their target.
    pub clusters_off_target: Option<i64>,
    /// Members of learning communities.
    pub members: Count,
    /// Students of places, per board id.
    pub boards: Vec<(String, PartFact)>,
    /// How unevenly schools are filled.
    pub fill_gini: Option<f64>,
    /// Money in total; not told where it would tell how few are left out.
    pub money: Option<Money>,
}

impl Facts {
    /// The figures as they may be told to an audience.
    pub fn of(
        problem: &Problem,
        tally: &Tally,
        indicators: &Indicators,
        audience: Audience,
    ) -> Self {
        let (students, programmes) = whereabouts(indicators, audience);
        let (meeting_day, meeting_day_programmes) = attendance(indicators, audience);
        let part = |part: &Part| count::part(audience, part);
        let is_exact =
            [students.core, students.shell].iter().all(|part| part.number.exact().is_some());
        let clusters = &indicators.clusters;
        // That a few wish for a denomination is told to nobody, not even which.
        let denominations = indicators.denominations.iter();
        let denominations = denominations
            .map(|(term, met)| (term.clone(), part(met)))
            .filter(|(_, met)| met.of != Count::Few);
        Self {
            students,
            programmes,
            journeys: journeys(problem, indicators, audience),
            denominations: denominations.collect(),
            concepts: part(&indicators.concepts),
            wishes: wishes(indicators, audience),
            meeting_day,
            meeting_day_programmes,
            clusters_used: clusters.used,
            clusters_new: clusters.new,
            clusters_unused: clusters.unused,
            clusters_off_target: clusters.off_target,
            members: meeting_day.of,
            boards: boards(indicators, audience, is_exact && !has_few_others(tally)),
            fill_gini: indicators.fill_gini,
            money: indicators.money.as_ref().filter(|_| is_exact).map(|money| money.total),
        }
    }
}

fn whereabouts(
    indicators: &Indicators,
    audience: Audience,
) -> (WhereaboutsFact, Vec<(String, WhereaboutsFact)>) {
    let numbers = |at: &Whereabouts| vec![at.core.number, at.shell.number, at.left_out.number];
    let rows: Vec<Vec<i64>> = indicators.programmes.values().map(numbers).collect();
    let grid = Grid::with_bounds(audience, &rows, &with_few_others(indicators));
    let fact = |count: &dyn Fn(usize) -> Count, of: Count| {
        let [core, shell, left_out] = [0, 1, 2].map(|column| PartFact::new(count(column), of));
        WhereaboutsFact { core, shell, left_out }
    };
    let programmes = indicators.programmes.keys().enumerate();
    let programmes = programmes.map(|(row, programme)| {
        (programme.clone(), fact(&|column| grid.at(row, column), grid.of_row(row)))
    });
    let programmes = programmes.collect();
    if rows.is_empty() {
        let nobody = PartFact::new(Count::Exact(0), Count::Exact(0));
        let all = WhereaboutsFact { core: nobody, shell: nobody, left_out: nobody };
        return (all, programmes);
    }
    (fact(&|column| grid.of_column(column), grid.total()), programmes)
}

/// Rows, that of the sums behind the last, of which a few students in clusters are no members: those in
/// clusters less the members, who are told elsewhere, would tell how many.
fn with_few_others(indicators: &Indicators) -> Vec<(usize, usize)> {
    let members = |programme: &String| {
        indicators.meeting_day_programmes.get(programme).map_or(0, |members| members.of)
    };
    let others = indicators.programmes.iter();
    let others = others.map(|(programme, at)| at.core.number - members(programme));
    let all = indicators.students.core.number - indicators.meeting_day.of;
    let rows = others.chain([all]).enumerate();
    rows.filter(|(_, others)| (1..SMALLEST_GROUP).contains(others))
        .map(|(row, _)| (row, 0))
        .collect()
}

fn attendance(indicators: &Indicators, audience: Audience) -> (PartFact, Vec<(String, PartFact)>) {
    let parts = &indicators.meeting_day_programmes;
    if parts.is_empty() {
        return (count::part(audience, &indicators.meeting_day), Vec::new());
    }
    let rows: Vec<Vec<i64>> =
        parts.values().map(|part| vec![part.number, part.of - part.number]).collect();
    let grid = Grid::new(audience, &rows);
    let programmes = parts.keys().enumerate();
    let programmes = programmes
        .map(|(row, name)| (name.clone(), PartFact::new(grid.at(row, 0), grid.of_row(row))));
    (PartFact::new(grid.of_column(0), grid.total()), programmes.collect())
}

fn journeys(problem: &Problem, indicators: &Indicators, audience: Audience) -> JourneyFacts {
    let journeys = &indicators.journeys;
    let travel = problem.rulebook.travel.as_ref();
    let comfortable_m = travel.map(|rule| rule.comfortable_km.metres().0);
    let comfortable = journeys.comfortable.as_ref().map(|part| count::part(audience, part));
    if audience.sees_students() {
        return JourneyFacts {
            mean_m: journeys.mean_m,
            median_m: journeys.median_m,
            percentile_90_m: journeys.percentile_90_m,
            longest_m: journeys.longest_m,
            comfortable_m,
            comfortable,
            rounded: false,
        };
    }
    let smallest = SMALLEST_GROUP;
    let among = |least: i64| journeys.known >= least;
    let kilometres = |metres: i64| (metres + 500) / 1000 * 1000;
    JourneyFacts {
        mean_m: journeys.mean_m.filter(|_| among(smallest)),
        // At least so many are beyond, and as many within.
        median_m: journeys.median_m.filter(|_| among(2 * smallest)).map(kilometres),
        percentile_90_m: journeys.percentile_90_m.filter(|_| among(10 * smallest)).map(kilometres),
        longest_m: None,
        comfortable_m,
        comfortable,
        rounded: true,
    }
}

fn wishes(indicators: &Indicators, audience: Audience) -> Vec<(WishRank, PartFact)> {
    let numbers: Vec<i64> = indicators.wishes.values().map(|part| part.number).collect();
    if numbers.is_empty() {
        return Vec::new();
    }
    let grid = Grid::new(audience, &[numbers]);
    let ranks = indicators.wishes.keys().enumerate();
    let mut wishes: Vec<(WishRank, PartFact)> = ranks
        .map(|(column, rank)| {
            let rank = rank.parse::<usize>().ok().map(|rank| rank + 1);
            (rank, PartFact::new(grid.at(0, column), grid.of_row(0)))
        })
        .collect();
    // The keys of a plan are in the order of their texts; none comes last.
    wishes.sort_by_key(|(rank, _)| rank.unwrap_or(usize::MAX));
    wishes
}

/// Whether a board has a few students in clusters who are no members: its students less the members of its
/// clusters would tell how many.
fn has_few_others(tally: &Tally) -> bool {
    let mut others = BTreeMap::<BoardId, i64>::new();
    for (_, placing, count) in tally.placings() {
        if placing.meeting().is_none() && tally.cluster_at(placing.school_id).is_some() {
            *others.entry(placing.school().board).or_default() += count;
        }
    }
    others.values().any(|number| (1..SMALLEST_GROUP).contains(number))
}

/// Students per board: exactly, where neither their sum nor their difference from other numbers tells of a
/// few.
fn boards(indicators: &Indicators, audience: Audience, exact: bool) -> Vec<(String, PartFact)> {
    let parts = &indicators.boards;
    let numbers: Vec<i64> = parts.values().map(|part| part.number).collect();
    let counts = if exact {
        count::line(audience, &numbers)
    } else {
        numbers.iter().map(|&number| count::rounded(audience, number)).collect()
    };
    let parts = parts.iter().zip(counts);
    let fact = |((board, part), count): ((&String, &Part), Count)| {
        (board.clone(), PartFact::new(count, Count::Exact(part.of)))
    };
    parts.map(fact).collect()
}
