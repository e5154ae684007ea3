//! Disclosure of a path: everything that its report shows, for one reader.
//!
//! Each year is disclosed as a run of a batch is, and everything else is made of that alone: so the numbers of all
//! years reveal no more together than each does. What one year's numbers say of another is hidden as well: a grant
//! that lags counts the students of an earlier year, so money is disclosed for all years or for none.

mod boards;
mod outside;
mod source;
#[cfg(test)]
mod tests;
mod today;
mod year;

use std::collections::BTreeMap;

use super::Edition;
use super::audience::Audience;
use super::count::Count;
use super::suppression;
use crate::growth::{
    GrowthPath, NoYearByYear, PathGoal, PathLevel, PathPlan, PathPlanDraws, PathReach,
    PlannedYears, Wait, money,
};
use crate::instance::{Day, Goal};
use crate::plan::{GoalLevel, Indicators, Proportion};

pub use boards::{BoardYear, PathBoard, PathCluster};
pub use outside::{OutsideBoard, OutsideChange, OutsideNumbers};
pub use source::YearSource;
pub use today::TodayDisclosure;
pub use year::YearDisclosure;

/// The readers of a report about a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PathReader {
    /// Planners see everything.
    Planner,
    /// A board, by its id, sees how many students it has; of all others what the public sees.
    Board(String),
    /// The public sees no student and no group smaller than [`SMALLEST_GROUP`](super::SMALLEST_GROUP).
    Public,
}

impl PathReader {
    /// Whether the reader sees everything about single students.
    pub fn sees_students(&self) -> bool {
        *self == Self::Planner
    }

    /// Whether the reader sees how many students a board has.
    fn sees_board(&self, id: &str) -> bool {
        match self {
            Self::Planner => true,
            Self::Board(board) => board == id,
            Self::Public => false,
        }
    }

    /// How the numbers of all boards together are disclosed to the reader.
    fn audience(&self) -> Audience {
        if self.sees_students() { Audience::Planner } else { Audience::Public }
    }
}

/// Everything that a report shows of a path to one reader.
pub struct PathDisclosure {
    /// The reader.
    pub reader: PathReader,
    /// The name of the base.
    pub name: String,
    /// Date and version, if they are given; set by the caller.
    pub edition: Edition,
    /// The names of boards and schools in any year, by their ids.
    pub names: PathNames,
    /// How good the path is proven to be.
    pub quality: PathQuality,
    /// What can be reached in the years that fall short, and the cheapest repair; only where the reader knows by how
    /// much they do.
    pub reach: PathReach,
    /// The first year before any decision, where the path says something of it; set by the caller.
    pub today: Option<TodayDisclosure>,
    /// The years in order; at least one.
    pub years: Vec<YearDisclosure>,
    /// Whether there are prices in euros that are not disclosed.
    pub hides_money: bool,
    /// What keeps students out in the first year; `None` if nobody is left out, or that would reveal a few.
    pub bottleneck: Option<FirstBottleneck>,
    /// What happens when, in the order of the years.
    pub happenings: Vec<Happening>,
    /// The ids of boards that may enter, and do not.
    pub stays_out: Vec<String>,
    /// The boards that take part in some year, or may enter and do not, in the order of their ids.
    pub boards: Vec<PathBoard>,
    /// The students who are left out in some year with their number in each, for planners.
    pub left_out: Vec<(String, Vec<i64>)>,
    /// How the path does in the draws of its document, for planners.
    pub draws: Option<PathPlanDraws>,
}

/// The names of boards and schools over all years, by their ids.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PathNames {
    /// Boards.
    pub boards: BTreeMap<String, String>,
    /// Schools.
    pub schools: BTreeMap<String, String>,
}

impl PathNames {
    /// The names in the instances of all years.
    pub fn of(path: &GrowthPath) -> Self {
        let name = |id: &String, name: &Option<String>| {
            (id.clone(), name.clone().unwrap_or_else(|| id.clone()))
        };
        let boards = path.documents.iter().flat_map(|one| &one.boards);
        let schools = path.documents.iter().flat_map(|one| &one.schools);
        Self {
            boards: boards.map(|board| name(&board.id, &board.name)).collect(),
            schools: schools.map(|school| name(&school.id, &school.name)).collect(),
        }
    }
}

/// How good a path is proven to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathQuality {
    /// The goals before the cost with what is reached and proven of each, for planners.
    pub levels: Vec<PathLevel>,
    /// What the path costs, in points, for planners; `None` for others, as it could reveal a few students.
    pub value: Option<i64>,
    /// What no path costs less than, in points, for planners.
    pub bound: Option<i64>,
    /// The gap between the two in thousandths of a percent, rounded up; `None` where nothing is proven.
    pub gap_thousandths: Option<i64>,
    /// What the path found year by year costs, in points, for planners.
    pub year_by_year: Option<i64>,
    /// Why that is not known, where it was looked for.
    pub no_year_by_year: Option<NoYearByYear>,
    /// By how much the path is cheaper than the one found year by year, in thousandths of a percent of that, rounded
    /// down to tenths of a percent; `None` where that was not looked for.
    pub saved_thousandths: Option<i64>,
}

impl PathQuality {
    /// Discloses how good a path is proven to be.
    pub fn of(found: &PathPlan, reader: &PathReader) -> Self {
        let shown = |points: Option<i64>| points.filter(|_| reader.sees_students());
        let gap = |bound| GoalLevel::new(Goal::Total, found.value, bound).gap_thousandths();
        let saved = |alone: i64| {
            let tenths = i128::from(alone - found.value) * 1000 / i128::from(alone.max(1));
            i64::try_from(tenths.max(0) * 100).unwrap_or(0)
        };
        let levels = found.levels.iter().flatten().copied();
        let levels = levels.take_while(|level| level.goal != PathGoal::Total);
        Self {
            levels: levels.filter(|_| reader.sees_students()).collect(),
            value: shown(Some(found.value)),
            bound: shown(found.bound),
            gap_thousandths: found.bound.map(gap),
            year_by_year: shown(found.year_by_year),
            no_year_by_year: found.no_year_by_year,
            saved_thousandths: found.year_by_year.map(saved),
        }
    }
}

/// The limit that keeps out most of those left out in the first year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstBottleneck {
    /// The id of the rule.
    pub rule: String,
    /// The ids of the school, cluster, board or network where it binds; of a new cluster those of its schools; none
    /// where it binds everywhere.
    pub place: Vec<String>,
    /// How many of those left out it keeps out.
    pub students: Count,
}

/// Something that happens in a year of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happening {
    /// The position of the year.
    pub year: usize,
    /// The ids of the boards that have to decide: of a cluster, those of its schools in their order.
    pub boards: Vec<String>,
    /// What happens.
    pub what: HappeningKind,
    /// What keeps it from being a year earlier.
    pub waits: Vec<Wait>,
    /// What keeps it from being put off a year while all else stays; nothing where nothing is known to.
    pub not_later: Vec<Wait>,
    /// What the path costs more if it happens a year later, in points, for planners.
    pub delay_points: Option<i64>,
    /// The draws whose own path has it by then; absent without draws.
    pub draws_with_it: Option<i64>,
}

/// What happens in a year of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HappeningKind {
    /// The board takes part from this year on.
    Enters,
    /// A cluster is used for the first time.
    Opens {
        /// Its id.
        cluster: String,
        /// The ids of its schools.
        schools: Vec<String>,
        /// The day on which it meets.
        day: Day,
        /// The position of the last year in which it is used.
        until: usize,
    },
    /// A cluster that the path opened is not used any more.
    Closes {
        /// Its id.
        cluster: String,
    },
}

impl PathDisclosure {
    /// Discloses a path that has been checked, given what its report needs of every year.
    pub fn of(
        path: &GrowthPath,
        found: &PathPlan,
        sources: &[YearSource],
        reader: PathReader,
    ) -> Self {
        let audience = reader.audience();
        let of_years = found.years.iter().zip(sources).enumerate();
        let mut years: Vec<YearDisclosure> = of_years
            .map(|(at, (year, source))| YearDisclosure::of(&path.years[at], year, source, audience))
            .collect();
        disclose_money(&mut years, sources);
        let planned: Vec<_> =
            sources.iter().map(|source| (&source.document, &source.plan)).collect();
        let planned = PlannedYears::new(path, found, planned);
        let mut happenings = happenings(path, found, &planned);
        let hides_money = years.iter().any(|year| year.money.is_none())
            && sources.iter().all(|source| source.document.finance.is_some());
        for one in happenings.iter_mut().filter(|_| !reader.sees_students()) {
            (one.delay_points, one.draws_with_it) = (None, None);
            if hides_money {
                planned.hide_money(one.year, &mut one.waits);
            }
        }
        Self {
            name: sources.first().map(|source| source.document.name.clone()).unwrap_or_default(),
            edition: Edition::default(),
            names: PathNames::of(path),
            quality: PathQuality::of(found, &reader),
            reach: disclosed_reach(found, &years, &reader),
            bottleneck: sources
                .first()
                .zip(years.first())
                .and_then(|(source, year)| bottleneck(source, year, audience)),
            stays_out: stays_out(path, found),
            today: None,
            boards: boards::of(path, found, sources, &reader),
            left_out: if reader.sees_students() { left_out(found) } else { Vec::new() },
            draws: found.draws.clone().filter(|_| reader.sees_students()),
            hides_money,
            happenings,
            years,
            reader,
        }
    }

    /// Whether some number is hidden from the reader.
    pub fn hides(&self) -> bool {
        !self.reader.sees_students()
    }
}

/// What is said of the most that can be reached bounds the number of students in clusters, and that a repair is needed
/// says that some year falls short: neither is said where the numbers themselves are hidden.
fn disclosed_reach(found: &PathPlan, years: &[YearDisclosure], reader: &PathReader) -> PathReach {
    let is_known = |year: &YearDisclosure| {
        reader.sees_students()
            || (year.students.core.number.exact().is_some()
                && year.students.core.of.exact().is_some())
    };
    let mut reach = found.reach();
    reach.years.retain(|of_year| is_known(&years[of_year.year]));
    if !years.iter().filter(|year| year.share_percent.is_some()).all(is_known) {
        reach.repair = None;
    }
    reach
}

/// Money is disclosed for all years or for none: the grant of one may count the students of another.
fn disclose_money(years: &mut [YearDisclosure], sources: &[YearSource]) {
    if !years.iter().all(|year| year.may_show_money) {
        return;
    }
    let of_years: Vec<(_, &Indicators)> =
        sources.iter().map(|source| (&source.document, &source.indicators)).collect();
    for (year, money) in years.iter_mut().zip(money(&of_years).into_iter().flatten()) {
        year.money = Some(money);
    }
}

/// What keeps students out in a year, with their number as disclosed among those left out.
fn bottleneck(
    source: &YearSource,
    year: &YearDisclosure,
    audience: Audience,
) -> Option<FirstBottleneck> {
    let found = source.bottleneck.as_ref()?;
    // Where the number of those left out is hidden, a bottleneck would say that there are some.
    let left_out = year.students.left_out.number.exact()?;
    let students = suppression::part(audience, &Proportion::new(found.students, left_out)).number;
    let place = found.place.iter().flat_map(|place| place.split(" + "));
    Some(FirstBottleneck {
        rule: found.rule.clone(),
        place: place.map(str::to_owned).collect(),
        students,
    })
}

fn happenings(path: &GrowthPath, found: &PathPlan, planned: &PlannedYears) -> Vec<Happening> {
    let mut happenings = Vec::new();
    let mut opened: BTreeMap<&str, &[String]> = BTreeMap::new();
    let boards_of = |schools: &[String]| {
        let of_each = schools.iter().filter_map(|school| {
            path.board_of_school(std::slice::from_ref(school)).map(str::to_owned)
        });
        let mut boards: Vec<String> = Vec::new();
        of_each.for_each(|board| {
            if !boards.contains(&board) {
                boards.push(board);
            }
        });
        boards
    };
    let entry = |board: &str| found.entries.iter().find(|entry| entry.board == board);
    for (at, year) in found.years.iter().enumerate() {
        happenings.extend(year.entered.iter().map(|board| Happening {
            year: at,
            boards: vec![board.clone()],
            what: HappeningKind::Enters,
            waits: planned.entry_waits_for(board, at),
            not_later: planned.entry_cannot_wait(board, at),
            delay_points: entry(board).and_then(|entry| entry.delay_points),
            draws_with_it: entry(board).and_then(|entry| entry.draws_with_it),
        }));
        for cluster in &year.closed {
            let boards = opened.get(&**cluster).map_or_else(Vec::new, |schools| boards_of(schools));
            happenings.push(Happening {
                year: at,
                boards,
                what: HappeningKind::Closes { cluster: cluster.clone() },
                waits: Vec::new(),
                not_later: Vec::new(),
                delay_points: None,
                draws_with_it: None,
            });
        }
        for cluster in &year.opened {
            opened.insert(&cluster.id, &cluster.schools);
            let boards = boards_of(&cluster.schools);
            let until = found.years.iter().position(|year| year.id == cluster.until);
            happenings.push(Happening {
                year: at,
                boards,
                what: HappeningKind::Opens {
                    cluster: cluster.id.clone(),
                    schools: cluster.schools.clone(),
                    day: cluster.meeting_day,
                    until: until.unwrap_or(at),
                },
                waits: planned.opening_waits_for(cluster, at),
                not_later: planned.opening_cannot_wait(cluster, at),
                delay_points: cluster.delay_points,
                draws_with_it: cluster.draws_with_it,
            });
        }
    }
    happenings
}

fn stays_out(path: &GrowthPath, found: &PathPlan) -> Vec<String> {
    let enters = |board: &String| found.entries.iter().any(|entry| entry.board == *board);
    let candidates = path.candidates.iter().map(|candidate| &candidate.board);
    candidates.filter(|board| !enters(board)).cloned().collect()
}

fn left_out(found: &PathPlan) -> Vec<(String, Vec<i64>)> {
    let mut students: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for (at, year) in found.years.iter().enumerate() {
        for one in &year.left_out {
            let numbers = students.entry(&one.student);
            numbers.or_insert_with(|| vec![0; found.years.len()])[at] += one.count;
        }
    }
    students.into_iter().map(|(id, numbers)| (id.to_owned(), numbers)).collect()
}
