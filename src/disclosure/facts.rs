//! The key figures of a plan, as disclosed.

use super::audience::{Audience, SMALLEST_GROUP};
use super::count::{Count, PartFact};
use super::fill::BoardDisclosure;
use super::grid::{Bound, Grid};
use super::suppression::{self, EnclosingGroup};
use crate::plan::Tally;
use crate::plan::{Indicators, Money, Proportion, Whereabouts};
use crate::problem::Problem;

/// Where a group of students is placed, as disclosed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WhereaboutsFact {
    /// Students in clusters.
    pub core: PartFact,
    /// Students in the shell.
    pub shell: PartFact,
    /// Students left out.
    pub left_out: PartFact,
}

impl WhereaboutsFact {
    /// Discloses numbers of students to an audience.
    pub fn disclosed(audience: Audience, numbers: &Whereabouts) -> Self {
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

/// Journeys as disclosed. Audiences other than planners see nothing that belongs to one student.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JourneyFacts {
    /// Mean, in metres.
    pub mean_m: Option<i64>,
    /// Median, in metres.
    pub median_m: Option<i64>,
    /// 90th percentile, in metres.
    pub percentile_90_m: Option<i64>,
    /// Longest, in metres.
    pub longest_m: Option<i64>,
    /// The comfortable distance of rule `travel`, in metres.
    pub comfortable_m: Option<i64>,
    /// Journeys within the comfortable distance.
    pub comfortable: Option<PartFact>,
    /// Whether the median and the percentile are rounded to whole kilometres.
    pub rounded: bool,
}

/// The rank of the wish that was met, from 1; `None` if no wish was met.
pub type WishRank = Option<usize>;

/// The key figures of a plan.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts {
    /// Whereabouts of all students.
    pub students: WhereaboutsFact,
    /// Whereabouts per programme, by its key.
    pub programmes: Vec<(String, WhereaboutsFact)>,
    /// Lengths of the journeys.
    pub journeys: JourneyFacts,
    /// Wishes met per denomination, among placed students.
    pub denominations: Vec<(String, PartFact)>,
    /// Wishes for concepts met, among placed students.
    pub concepts: PartFact,
    /// Placed students with ranked wishes, by the rank that was met.
    pub wishes: Vec<(WishRank, PartFact)>,
    /// Members who are free on their meeting day.
    pub meeting_day: PartFact,
    /// Members who are free on their meeting day, per programme.
    pub meeting_day_programmes: Vec<(String, PartFact)>,
    /// Number of used clusters.
    pub clusters_used: i64,
    /// Number of used clusters that are new.
    pub clusters_new: i64,
    /// Number of existing clusters that are not used.
    pub clusters_unused: i64,
    /// Clusters whose size differs from their target; `None` where a size is hidden.
    pub clusters_off_target: Option<i64>,
    /// Members of learning communities.
    pub members: Count,
    /// Members of each used cluster, in the order of the plan.
    pub cluster_members: Vec<Count>,
    /// Students against places, per board id.
    pub boards: Vec<(String, PartFact)>,
    /// Gini coefficient of how full the schools are, from 0 (equally full) to 1.
    pub fill_gini: Option<f64>,
    /// Total money; `None` where it would reveal how few are left out.
    pub money: Option<Money>,
}

impl Facts {
    /// Discloses the figures of a plan to an audience.
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
        let placed = EnclosingGroup {
            all: indicators.students.core.number + indicators.students.shell.number,
            known: known[0].and(known[1]),
        };
        let part = |part: &Proportion| suppression::part_among(audience, part, placed);
        let cluster_members = cluster_members(tally, audience, meeting_day.of);
        let all_disclosed = cluster_members.iter().all(|members| members.exact().is_some());
        let boards = BoardDisclosure { tally, audience, cluster_members: &cluster_members };
        let clusters = &indicators.clusters;
        // Even the name of a denomination that only a few wish for is hidden.
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
            clusters_off_target: clusters.off_target.filter(|_| all_disclosed),
            members: meeting_day.of,
            boards: boards.disclosed(indicators, known),
            cluster_members,
            fill_gini: indicators.fill_gini.map(|gini| unevenness(gini, audience)),
            money: indicators.money.as_ref().filter(|_| is_exact).map(|money| money.total),
        }
    }
}

/// A row per programme; columns: in clusters, in the shell, left out.
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

/// Members who are free on their meeting day. The students in clusters are disclosed elsewhere, in total and
/// per programme (the rows of `whereabouts`); that only a few of them are not members is hidden.
fn attendance(
    indicators: &Indicators,
    audience: Audience,
    whereabouts: &Grid,
) -> (PartFact, Vec<(String, PartFact)>) {
    let parts = &indicators.meeting_day_programmes;
    let all = &indicators.meeting_day;
    let core = |row: usize, all: i64| EnclosingGroup { all, known: whereabouts.known(row, 0) };
    let in_clusters = core(indicators.programmes.len(), indicators.students.core.number);
    if parts.is_empty() {
        return (suppression::part_among(audience, all, in_clusters), Vec::new());
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
    // If all members are free, a board would learn a free day of each of its students, whom it sees by name.
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
    placed: EnclosingGroup,
) -> JourneyFacts {
    let journeys = &indicators.journeys;
    let travel = problem.rulebook.travel.as_ref();
    let comfortable_m = travel.map(|rule| rule.comfortable_km.metres().0);
    let comfortable = journeys.comfortable.as_ref();
    let comfortable = comfortable.map(|part| suppression::part_among(audience, part, placed));
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
        // At least a group of the smallest size lies on either side.
        median_m: journeys.median_m.filter(|_| among(2 * smallest)).map(kilometres),
        percentile_90_m: journeys.percentile_90_m.filter(|_| among(10 * smallest)).map(kilometres),
        longest_m: None,
        comfortable_m,
        comfortable,
        rounded: true,
    }
}

fn wishes(
    indicators: &Indicators,
    audience: Audience,
    placed: EnclosingGroup,
) -> Vec<(WishRank, PartFact)> {
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
    // The keys of a plan are in alphabetical order; "no wish met" goes last.
    wishes.sort_by_key(|(rank, _)| rank.unwrap_or(usize::MAX));
    wishes
}

/// Members of each used cluster; their total is disclosed elsewhere.
fn cluster_members(tally: &Tally, audience: Audience, members: Count) -> Vec<Count> {
    let numbers: Vec<i64> =
        (0..tally.assignment.clusters.len()).map(|index| tally.member_count(index)).collect();
    suppression::line(audience, &numbers, &[], Bound::of(members))
}

/// Gini coefficient as disclosed. With few schools, four decimals could reveal the students of each.
fn unevenness(gini: f64, audience: Audience) -> f64 {
    if audience.sees_students() { gini } else { (gini * 100.0).round() / 100.0 }
}
