//! The key figures of a plan, as disclosed.

use super::audience::{Audience, SMALLEST_GROUP};
use super::bound::Bound;
use super::count::{Count, PartFact};
use super::fill::BoardDisclosure;
use super::grid::Grid;
use super::indicators::{IndicatorFacts, JourneyFacts, WhereaboutsFact};
use super::suppression::{self, EnclosingGroup};
use crate::plan::Tally;
use crate::plan::{GrantIndicators, Indicators, Money, Proportion};
use crate::problem::Problem;

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
    /// The students whom the grant counts, if it lags behind and money is disclosed.
    pub grant: Option<GrantIndicators>,
    /// What follows about the number of all who are left out.
    pub(super) left_out: Bound,
}

impl Facts {
    /// Discloses the figures of a plan to an audience.
    pub fn of(
        problem: &Problem,
        tally: &Tally,
        indicators: &Indicators,
        audience: Audience,
    ) -> Self {
        Self::with(problem, tally, indicators, audience, IndicatorFacts::of(indicators, audience))
    }

    /// The figures of a plan of which this is disclosed of its indicators.
    pub(super) fn with(
        problem: &Problem,
        tally: &Tally,
        indicators: &Indicators,
        audience: Audience,
        shown: IndicatorFacts,
    ) -> Self {
        let travel = problem.rulebook.travel.as_ref();
        let comfortable_m = travel.map(|rule| rule.comfortable_km.metres().0);
        let part = |part: &Proportion| suppression::part_among(audience, part, shown.placed);
        let cluster_members = cluster_members(tally, audience, shown.members);
        let all_disclosed = cluster_members.iter().all(|members| members.exact().is_some());
        let boards = BoardDisclosure { tally, audience, cluster_members: &cluster_members };
        let clusters = &indicators.clusters;
        let [core, shell, left_out] = shown.known;
        Self {
            journeys: JourneyFacts { comfortable_m, ..shown.journeys },
            concepts: part(&indicators.concepts),
            wishes: wishes(indicators, audience, shown.placed),
            clusters_used: clusters.used,
            clusters_new: clusters.new,
            clusters_unused: clusters.unused,
            clusters_off_target: clusters.off_target.filter(|_| all_disclosed),
            members: shown.meeting_day.of,
            boards: boards.disclosed(indicators, [core, shell]),
            cluster_members,
            fill_gini: unevenness(indicators, audience, shown.placed),
            money: shown.money,
            grant: shown.grant,
            left_out,
            students: shown.students,
            programmes: shown.programmes,
            denominations: shown.denominations,
            meeting_day: shown.meeting_day,
            meeting_day_programmes: shown.meeting_day_programmes,
        }
    }
}

impl Facts {
    /// Where all students are is not disclosed.
    pub(super) fn withhold_students(&mut self) {
        let nothing = PartFact::new(Count::AtLeast(0), Count::AtLeast(0));
        self.students = WhereaboutsFact { core: nothing, shell: nothing, left_out: nothing };
        self.left_out = Bound::of(Count::AtLeast(0));
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

/// Members of each used cluster; `all` is what follows about all of them. All know the places of its schools.
fn cluster_members(tally: &Tally, audience: Audience, all: Bound) -> Vec<Count> {
    let used = tally.assignment.clusters.iter().enumerate();
    let numbers: Vec<i64> = used.clone().map(|(index, _)| tally.member_count(index)).collect();
    let limits = used.map(|(index, cluster)| {
        let places = cluster.schools.iter().map(|&school| tally.instance.schools[school].places);
        Bound { least: 0, most: places.sum(), ..Bound::exact(0) }.at(0, index)
    });
    suppression::line(audience, &numbers, &[], &limits.collect::<Vec<_>>(), all)
}

/// Gini coefficient as disclosed to others than planners: only of many schools with many students, and not if all are
/// about equally full. With few schools it reveals the students of each, and so do schools that are equally full.
fn unevenness(indicators: &Indicators, audience: Audience, placed: EnclosingGroup) -> Option<f64> {
    let gini = indicators.fill_gini?;
    if audience.sees_students() {
        return Some(gini);
    }
    let is_large = placed.known.least >= 20 * SMALLEST_GROUP && indicators.schools.len() >= 20;
    let gini = (gini * 100.0).round() / 100.0;
    Some(gini).filter(|&gini| is_large && gini >= 0.05)
}
