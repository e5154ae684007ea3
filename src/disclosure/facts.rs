//! The figures that a partnership steers by, as they may be told.

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::{self, Among, Count, PartFact};
use super::fill::Boards;
use super::grid::{Bound, Grid};
use crate::plan::Tally;
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

impl WhereaboutsFact {
    /// Numbers of students as they may be told to an audience.
    pub fn told(audience: Audience, numbers: &Whereabouts) -> Self {
        let grid = Grid::new(audience, &[numbers_of(numbers)]);
        Self::of(&|column| grid.at(0, column), grid.of_row(0))
    }

    fn of(count: &dyn Fn(usize) -> Count, of: Count) -> Self {
        let [core, shell, left_out] = [0, 1, 2].map(|column| PartFact::new(count(column), of));
        Self { core, shell, left_out }
    }
}

fn numbers_of(at: &Whereabouts) -> Vec<i64> {
    vec![at.core.number, at.shell.number, at.left_out.number]
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
    /// Clusters off their target; not told where it would tell of a size that is not told.
    pub clusters_off_target: Option<i64>,
    /// Members of learning communities.
    pub members: Count,
    /// Members of each used cluster, in the order of the plan.
    pub cluster_members: Vec<Count>,
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
        let grid = whereabouts_grid(indicators, audience);
        let (students, programmes) = whereabouts(indicators, &grid);
        let (meeting_day, meeting_day_programmes) = attendance(indicators, audience, &grid);
        let is_exact =
            [students.core, students.shell].iter().all(|part| part.number.exact().is_some());
        let known = [0, 1].map(|column| grid.known(programmes.len(), column));
        let placed = Among {
            all: indicators.students.core.number + indicators.students.shell.number,
            known: known[0].and(known[1]),
        };
        let part = |part: &Part| count::part_among(audience, part, placed);
        let cluster_members = cluster_members(tally, audience, meeting_day.of);
        let all_told = cluster_members.iter().all(|members| members.exact().is_some());
        let boards = Boards { tally, audience, cluster_members: &cluster_members };
        let clusters = &indicators.clusters;
        // That a few wish for a denomination is told to nobody, not even which.
        let denominations = indicators.denominations.iter();
        let denominations = denominations
            .map(|(term, met)| (term.clone(), part(met)))
            .filter(|(_, met)| met.of != Count::Few);
        Self {
            students,
            programmes,
            journeys: journeys(problem, indicators, audience, placed),
            denominations: denominations.collect(),
            concepts: part(&indicators.concepts),
            wishes: wishes(indicators, audience, placed),
            meeting_day,
            meeting_day_programmes,
            clusters_used: clusters.used,
            clusters_new: clusters.new,
            clusters_unused: clusters.unused,
            clusters_off_target: clusters.off_target.filter(|_| all_told),
            members: meeting_day.of,
            boards: boards.told(indicators, known),
            cluster_members,
            fill_gini: indicators.fill_gini.map(|gini| unevenness(gini, audience)),
            money: indicators.money.as_ref().filter(|_| is_exact).map(|money| money.total),
        }
    }
}

/// Programmes in rows: in clusters, in the shell, left out.
fn whereabouts_grid(indicators: &Indicators, audience: Audience) -> Grid {
    let mut rows: Vec<Vec<i64>> = indicators.programmes.values().map(numbers_of).collect();
    if rows.is_empty() {
        rows.push(numbers_of(&indicators.students));
    }
    Grid::new(audience, &rows)
}

fn whereabouts(
    indicators: &Indicators,
    grid: &Grid,
) -> (WhereaboutsFact, Vec<(String, WhereaboutsFact)>) {
    let programmes = indicators.programmes.keys().enumerate();
    let programmes = programmes.map(|(row, programme)| {
        (programme.clone(), WhereaboutsFact::of(&|column| grid.at(row, column), grid.of_row(row)))
    });
    let programmes = programmes.collect();
    (WhereaboutsFact::of(&|column| grid.of_column(column), grid.total()), programmes)
}

/// Members who are free on their meeting day. Those in clusters, and so those of each programme in the rows of
/// a grid, are told elsewhere: that a few of them are no members is not told.
fn attendance(
    indicators: &Indicators,
    audience: Audience,
    whereabouts: &Grid,
) -> (PartFact, Vec<(String, PartFact)>) {
    let parts = &indicators.meeting_day_programmes;
    let all = &indicators.meeting_day;
    let core = |row: usize, all: i64| Among { all, known: whereabouts.known(row, 0) };
    let in_clusters = core(indicators.programmes.len(), indicators.students.core.number);
    if parts.is_empty() {
        return (count::part_among(audience, all, in_clusters), Vec::new());
    }
    let rows: Vec<Vec<i64>> =
        parts.values().map(|part| vec![part.number, part.of - part.number]).collect();
    let programmes = indicators.programmes.iter().enumerate();
    let bounds = programmes.filter_map(|(row, (programme, at))| {
        let own = parts.keys().position(|name| name == programme)?;
        let hides = core(row, at.core.number).hides(audience, parts[programme].of)?;
        Some(hides.at(own, 2))
    });
    let of_all = in_clusters.hides(audience, all.of).map(|bound| bound.at(rows.len(), 2));
    // That all members can come would tell a board a free day of each whom it sees by name.
    let all_can_come = rows.iter().enumerate().filter(|(_, row)| row[1] == 0).map(|(row, _)| row);
    let all_can_come = all_can_come.filter(|_| audience.board().is_some());
    let all_can_come = all_can_come.map(|row| Bound::of(Count::Few).at(row, 1));
    let bounds: Vec<Bound> = bounds.chain(of_all).chain(all_can_come).collect();
    let grid = Grid::with_bounds(audience, &rows, &bounds);
    let programmes = parts.keys().enumerate();
    let programmes = programmes
        .map(|(row, name)| (name.clone(), PartFact::new(grid.at(row, 0), grid.of_row(row))));
    (PartFact::new(grid.of_column(0), grid.total()), programmes.collect())
}

fn journeys(
    problem: &Problem,
    indicators: &Indicators,
    audience: Audience,
    placed: Among,
) -> JourneyFacts {
    let journeys = &indicators.journeys;
    let travel = problem.rulebook.travel.as_ref();
    let comfortable_m = travel.map(|rule| rule.comfortable_km.metres().0);
    let comfortable = journeys.comfortable.as_ref();
    let comfortable = comfortable.map(|part| count::part_among(audience, part, placed));
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

fn wishes(indicators: &Indicators, audience: Audience, placed: Among) -> Vec<(WishRank, PartFact)> {
    let numbers: Vec<i64> = indicators.wishes.values().map(|part| part.number).collect();
    if numbers.is_empty() {
        return Vec::new();
    }
    let hides = placed.hides(audience, numbers.iter().sum());
    let sum = hides.map(|bound| bound.at(0, numbers.len()));
    let grid = Grid::with_bounds(audience, &[numbers], sum.as_slice());
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

/// Members of each used cluster; all members together are told elsewhere.
fn cluster_members(tally: &Tally, audience: Audience, members: Count) -> Vec<Count> {
    let numbers: Vec<i64> =
        (0..tally.assignment.clusters.len()).map(|index| tally.member_count(index)).collect();
    count::line(audience, &numbers, &[], Bound::of(members))
}

/// Of a few schools four decimals could tell how many students each has.
fn unevenness(gini: f64, audience: Audience) -> f64 {
    if audience.sees_students() { gini } else { (gini * 100.0).round() / 100.0 }
}
