//! What the indicators of a plan show by themselves, as disclosed: the same for the page of a plan and for a run of a
//! batch, of which nothing else is known.

use super::audience::{Audience, SMALLEST_GROUP};
use super::bound::Bound;
use super::count::{Count, PartFact};
use super::grid::Grid;
use super::suppression::{self, EnclosingGroup};
use crate::plan::{GrantIndicators, Indicators, Money, MoneyIndicators, Proportion, Whereabouts};

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
    /// The comfortable distance of rule `travel`, in metres; `None` if that rule is off or unknown here.
    pub comfortable_m: Option<i64>,
    /// Journeys within the comfortable distance.
    pub comfortable: Option<PartFact>,
    /// Whether the median and the percentile are rounded to whole kilometres.
    pub rounded: bool,
}

/// The indicators of a plan, as disclosed.
pub struct IndicatorFacts {
    /// Whereabouts of all students.
    pub students: WhereaboutsFact,
    /// Whereabouts per programme, by its key.
    pub programmes: Vec<(String, WhereaboutsFact)>,
    /// Lengths of the journeys.
    pub journeys: JourneyFacts,
    /// Wishes met per denomination, among placed students.
    pub denominations: Vec<(String, PartFact)>,
    /// Members who are free on their meeting day.
    pub meeting_day: PartFact,
    /// Members who are free on their meeting day, per programme.
    pub meeting_day_programmes: Vec<(String, PartFact)>,
    /// Total money; `None` where it would reveal how few are left out, or how few the grant counts.
    pub money: Option<Money>,
    /// The students whom the grant counts, if it lags behind and money is disclosed.
    pub grant: Option<GrantIndicators>,
    /// What follows about the number of all members.
    pub members: Bound,
    /// What follows about all students in clusters, in the shell and left out.
    pub known: [Bound; 3],
    /// All who are placed, and what follows about their number.
    pub placed: EnclosingGroup,
}

impl IndicatorFacts {
    /// Discloses the indicators of a plan to an audience.
    pub fn of(indicators: &Indicators, audience: Audience) -> Self {
        let grid = Grid::new(audience, &whereabouts_rows(indicators));
        Self::with(indicators, audience, &grid)
    }

    /// Discloses the indicators of one of many plans for the same students: how many there are of each programme is
    /// then known from the others.
    pub fn among_plans(indicators: &Indicators, audience: Audience) -> Self {
        let grid = Grid::of_known_totals(audience, &whereabouts_rows(indicators));
        Self::with(indicators, audience, &grid)
    }

    fn with(indicators: &Indicators, audience: Audience, grid: &Grid) -> Self {
        let (students, programmes) = whereabouts(indicators, grid);
        let (meeting_day, meeting_day_programmes, members) = attendance(indicators, audience, grid);
        let is_exact =
            [students.core, students.shell].iter().all(|part| part.number.exact().is_some());
        let money =
            indicators.money.as_ref().filter(|money| is_exact && !counts_few(money, audience));
        let known = [0, 1, 2].map(|column| grid.known(programmes.len().max(1), column));
        let placed = EnclosingGroup {
            all: indicators.students.core.number + indicators.students.shell.number,
            known: placed(grid, indicators, known),
        };
        let part = |part: &Proportion| suppression::part_among(audience, part, placed);
        // Even the name of a denomination that only a few wish for is hidden.
        let denominations = indicators.denominations.iter();
        let denominations = denominations
            .map(|(term, met)| (term.clone(), part(met)))
            .filter(|(_, met)| met.of != Count::Few);
        Self {
            students,
            programmes,
            journeys: journeys(indicators, audience, placed),
            denominations: denominations.collect(),
            meeting_day,
            meeting_day_programmes,
            money: money.map(|money| money.total),
            grant: money.and_then(|money| money.grant),
            members,
            known,
            placed,
        }
    }
}

/// What follows about the number of all who are placed: by those in clusters and in the shell, and by those left out of
/// all students.
fn placed(grid: &Grid, indicators: &Indicators, known: [Bound; 3]) -> Bound {
    let all = grid.known(indicators.programmes.len().max(1), 3);
    let [core, shell, left_out] = known;
    let sum = core.and(shell);
    let most = if all.is_limited() { all.most - left_out.least } else { sum.most };
    let least = if left_out.is_limited() { all.least - left_out.most } else { sum.least };
    Bound { least: sum.least.max(least), most: sum.most.min(most), ..sum }
}

/// Whether the grant would reveal how few students were in clusters in an earlier year.
fn counts_few(money: &MoneyIndicators, audience: Audience) -> bool {
    !audience.sees_students() && money.grant.is_some_and(|grant| grant.students < SMALLEST_GROUP)
}

/// A row per programme; columns: in clusters, in the shell, left out.
fn whereabouts_rows(indicators: &Indicators) -> Vec<Vec<i64>> {
    let mut rows: Vec<Vec<i64>> = indicators.programmes.values().map(numbers_of).collect();
    if rows.is_empty() {
        rows.push(numbers_of(&indicators.students));
    }
    rows
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
) -> (PartFact, Vec<(String, PartFact)>, Bound) {
    let parts = &indicators.meeting_day_programmes;
    let all = &indicators.meeting_day;
    let core = |row: usize, all: i64| EnclosingGroup { all, known: whereabouts.known(row, 0) };
    let in_clusters = core(indicators.programmes.len(), indicators.students.core.number);
    if parts.is_empty() {
        return (suppression::part_among(audience, all, in_clusters), Vec::new(), Bound::exact(0));
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
    let members = grid.known(rows.len(), 2);
    (PartFact::new(grid.of_column(0), grid.total()), programmes.collect(), members)
}

fn journeys(indicators: &Indicators, audience: Audience, placed: EnclosingGroup) -> JourneyFacts {
    let journeys = &indicators.journeys;
    let comfortable = journeys.comfortable.as_ref();
    let comfortable = comfortable.map(|part| suppression::part_among(audience, part, placed));
    if audience.sees_students() {
        return JourneyFacts {
            mean_m: journeys.mean_m,
            median_m: journeys.median_m,
            percentile_90_m: journeys.percentile_90_m,
            longest_m: journeys.longest_m,
            comfortable_m: None,
            comfortable,
            rounded: false,
        };
    }
    let smallest = SMALLEST_GROUP;
    // Whether a figure is there must not say more about the number of journeys than what is disclosed of it.
    let hidden = placed.hides(audience, journeys.known);
    let known = hidden.map_or(journeys.known, |bound| bound.least);
    let among = |least: i64| known >= least;
    let kilometres = |metres: i64| (metres + 500) / 1000 * 1000;
    JourneyFacts {
        mean_m: journeys.mean_m.filter(|_| among(smallest)),
        // At least a group of the smallest size lies on either side.
        median_m: journeys.median_m.filter(|_| among(2 * smallest)).map(kilometres),
        percentile_90_m: journeys.percentile_90_m.filter(|_| among(10 * smallest)).map(kilometres),
        longest_m: None,
        comfortable_m: None,
        comfortable,
        rounded: true,
    }
}
