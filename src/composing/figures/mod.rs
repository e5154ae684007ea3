//! The figures of plans: their goals, score and indicators as a table with one row per plan. The unit
//! of a figure is the suffix of its name (`_students`, `_percent`, `_m`, `_eur`, `_points`).

mod path;
mod subjects;

pub use self::path::{PathFigures, PathYearFigures, share_in, year_of};
pub use self::subjects::{PlanFigures, SubjectNames};

use self::subjects::FigureSubjects;
use crate::base::{Decimal, Euros, Points};
use crate::instance::Goal;
use crate::plan::{GoalLevel, Money, MoneyIndicators, Proportion, Whereabouts};

/// The name and precision of a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureColumn {
    /// The name, with the unit as suffix.
    pub name: String,
    /// Digits after the decimal point.
    pub decimals: u32,
}

impl FigureColumn {
    /// A value of this column as a decimal number.
    pub fn decimal(&self, value: i64) -> Decimal {
        Decimal { scaled: value, decimals: self.decimals }
    }
}

/// The figures of several plans, as whole numbers of their last decimal. Every plan has a value for
/// every figure: 0 if there is nobody to count, `None` if there is nothing to divide by or to measure.
/// A value takes eight bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FigureTable {
    /// The figures that at least one plan has.
    pub columns: Vec<FigureColumn>,
    /// The values of each plan, plan after plan, in the order of the columns; [`MISSING`] for none.
    values: Vec<i64>,
}

/// No value; no figure is so small.
const MISSING: i64 = i64::MIN;

impl FigureTable {
    /// The table of these plans; `None` for a run without a plan.
    pub fn of(plans: &[Option<PlanFigures>]) -> Self {
        let mut names = SubjectNames::default();
        plans.iter().flatten().for_each(|plan| names.add(plan));
        let mut rows = FigureRows::new(names);
        for plan in plans {
            rows.add(*plan);
        }
        rows.table()
    }

    /// The position of a figure; `None` if no plan has it.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The value of a figure in a plan; `None` if the plan, or the value, is missing.
    pub fn value(&self, plan: usize, column: usize) -> Option<i64> {
        Some(self.values[plan * self.columns.len() + column]).filter(|&value| value != MISSING)
    }
}

/// A table of figures under construction, of plans whose subjects are known.
#[derive(Debug)]
pub struct FigureRows {
    subjects: FigureSubjects,
    table: FigureTable,
    /// The number of plans before the first one that there is.
    missing: usize,
}

impl FigureRows {
    /// A table without rows. The names must be those of all plans, so that all rows have the same columns.
    pub fn new(names: SubjectNames) -> Self {
        Self { subjects: names.subjects(), table: FigureTable::default(), missing: 0 }
    }

    /// Adds a plan; `None` for a run without one.
    pub fn add(&mut self, plan: Option<PlanFigures>) {
        let table = &mut self.table;
        let Some(plan) = plan else {
            if table.columns.is_empty() {
                self.missing += 1;
            }
            table.values.extend(table.columns.iter().map(|_| MISSING));
            return;
        };
        let row = row(&self.subjects, plan);
        if table.columns.is_empty() {
            table.columns = row.iter().map(|(column, _)| column.clone()).collect();
            table.values = vec![MISSING; self.missing * row.len()];
        }
        table.values.extend(row.into_iter().map(|(_, value)| value.unwrap_or(MISSING)));
    }

    /// The table, without the columns in which no plan has a value.
    pub fn table(self) -> FigureTable {
        let FigureTable { columns, mut values } = self.table;
        let width = columns.len();
        let mut is_kept = vec![false; width];
        for (at, &value) in values.iter().enumerate() {
            is_kept[at % width] |= value != MISSING;
        }
        let mut at = 0;
        values.retain(|_| {
            at += 1;
            is_kept[(at - 1) % width]
        });
        let kept = columns.into_iter().zip(&is_kept).filter(|(_, is_kept)| **is_kept);
        FigureTable { columns: kept.map(|(column, _)| column).collect(), values }
    }
}

/// A figure with its value in one plan.
type Figure = (FigureColumn, Option<i64>);

/// The row of a plan under construction.
#[derive(Default)]
struct Row(Vec<Figure>);

impl Row {
    fn figure(&mut self, name: String, decimals: u32, value: Option<i64>) {
        self.0.push((FigureColumn { name, decimals }, value));
    }

    fn number(&mut self, name: impl Into<String>, value: impl Into<Option<i64>>) {
        self.figure(name.into(), 0, value.into());
    }

    fn percent(&mut self, name: impl Into<String>, part: Option<Proportion>) {
        self.figure(name.into(), 1, part.and_then(|part| part.share_permille()));
    }

    /// The part of a whole that satisfies something: its number and its share.
    fn part(&mut self, name: &str, part: Option<Proportion>) {
        self.number(format!("{name}_students"), part.map(|part| part.number));
        self.percent(format!("{name}_percent"), part);
    }
}

/// The row of a plan, with a figure for each of the subjects of all plans.
fn row(subjects: &FigureSubjects, plan: PlanFigures) -> Vec<Figure> {
    let mut row = Row::default();
    goals(&mut row, subjects, plan.goals, plan.path);
    row.number("score_points", plan.score.total.0);
    for rule in &subjects.rules {
        let points = plan.score.rules.get(*rule).map_or(0, |&Points(points)| points);
        row.number(format!("rule_{rule}_points"), points);
    }
    students(&mut row, subjects, plan);
    journeys(&mut row, plan);
    wishes(&mut row, subjects, plan);
    attendance(&mut row, subjects, plan);
    clusters(&mut row, plan);
    boards(&mut row, subjects, plan);
    money(&mut row, subjects, plan.indicators.money.as_ref());
    for (name, decimals, value) in path::figures(&subjects.years, plan.path) {
        row.figure(name, decimals, value);
    }
    row.0
}

/// The widest gap of all levels, or of a path its gap over all years, in thousandths of a percent; `None` where nothing is
/// proven.
pub fn widest_gap(levels: &[GoalLevel], path: Option<&PathFigures>) -> Option<i64> {
    match path {
        Some(path) => path::gap(path),
        None => levels.iter().map(GoalLevel::gap_thousandths).max(),
    }
}

/// Value and bound per goal level, and the widest gap of all levels; of a path its gap over all years.
fn goals(
    row: &mut Row,
    subjects: &FigureSubjects,
    levels: &[GoalLevel],
    path: Option<&PathFigures>,
) {
    row.figure("gap_percent".to_owned(), 3, widest_gap(levels, path));
    for &goal in &subjects.goals {
        let level = levels.iter().find(|level| level.goal == goal);
        let (goal, unit) = (goal.name(), unit(goal));
        row.number(format!("goal_{goal}_{unit}"), level.map(|level| level.value));
        row.number(format!("goal_{goal}_bound_{unit}"), level.map(|level| level.bound));
    }
}

const fn unit(goal: Goal) -> &'static str {
    match goal {
        Goal::Unplaced | Goal::Denomination => "students",
        Goal::LongestJourney | Goal::LeximaxJourney(_) => "m",
        Goal::MeetingDay => "members",
        Goal::Clusters => "new",
        Goal::Total => "points",
        Goal::Lot => "lot",
        Goal::Moves => "moves",
    }
}

/// Students in clusters, in shells and left out: all of them, and per programme.
fn students(row: &mut Row, subjects: &FigureSubjects, plan: PlanFigures) {
    let indicators = plan.indicators;
    whereabouts(row, "", &indicators.students);
    let nobody = Proportion::new(0, 0);
    let nowhere = Whereabouts { core: nobody, shell: nobody, left_out: nobody };
    for programme in &subjects.programmes {
        let at = indicators.programmes.get(programme).unwrap_or(&nowhere);
        whereabouts(row, &format!("{programme}_"), at);
    }
}

fn whereabouts(row: &mut Row, prefix: &str, at: &Whereabouts) {
    row.number(format!("{prefix}students"), at.core.of);
    row.part(&format!("{prefix}core"), Some(at.core));
    row.part(&format!("{prefix}shell"), Some(at.shell));
    row.part(&format!("{prefix}left_out"), Some(at.left_out));
}

fn journeys(row: &mut Row, plan: PlanFigures) {
    let journeys = &plan.indicators.journeys;
    row.number("journey_known_students", journeys.known);
    row.number("journey_mean_m", journeys.mean_m);
    row.number("journey_median_m", journeys.median_m);
    row.number("journey_p90_m", journeys.percentile_90_m);
    row.number("journey_longest_m", journeys.longest_m);
    row.part("journey_comfortable", journeys.comfortable);
}

fn wishes(row: &mut Row, subjects: &FigureSubjects, plan: PlanFigures) {
    let indicators = plan.indicators;
    for denomination in &subjects.denominations {
        let part = indicators.denominations.get(denomination).copied();
        wish(row, &format!("denomination_{denomination}"), part.unwrap_or(Proportion::new(0, 0)));
    }
    wish(row, "concept", indicators.concepts);
    let got = |rank: &str| indicators.wishes.get(rank).map_or(0, |part| part.number);
    for rank in 0..subjects.ranks {
        row.number(format!("wish_{}_students", rank + 1), got(&rank.to_string()));
    }
    if subjects.ranked {
        row.number("wish_none_students", got("none"));
    }
}

fn wish(row: &mut Row, name: &str, part: Proportion) {
    row.number(format!("{name}_wished_students"), part.of);
    row.part(&format!("{name}_met"), Some(part));
}

/// Members who are free on the meeting day of their cluster: all of them, and per programme.
fn attendance(row: &mut Row, subjects: &FigureSubjects, plan: PlanFigures) {
    let indicators = plan.indicators;
    meeting(row, "", indicators.meeting_day);
    for programme in &subjects.programmes {
        let part = indicators.meeting_day_programmes.get(programme).copied();
        meeting(row, &format!("{programme}_"), part.unwrap_or(Proportion::new(0, 0)));
    }
}

fn meeting(row: &mut Row, prefix: &str, part: Proportion) {
    row.number(format!("{prefix}meeting_day_members"), part.of);
    row.number(format!("{prefix}meeting_day_free_members"), part.number);
    row.percent(format!("{prefix}meeting_day_free_percent"), Some(part));
}

fn clusters(row: &mut Row, plan: PlanFigures) {
    let clusters = &plan.indicators.clusters;
    row.number("clusters_used", clusters.used);
    row.number("clusters_new", clusters.new);
    row.number("clusters_unused", clusters.unused);
    row.number("clusters_members", clusters.members);
    row.number("clusters_off_target", clusters.off_target);
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 10 000")]
    let gini = plan.indicators.fill_gini.map(|gini| (gini * 10_000.0).round() as i64);
    row.figure("fill_gini".to_owned(), 4, gini);
}

fn boards(row: &mut Row, subjects: &FigureSubjects, plan: PlanFigures) {
    for board in &subjects.boards {
        let part = plan.indicators.boards.get(board).copied().unwrap_or(Proportion::new(0, 0));
        row.number(format!("board_{board}_students"), part.number);
        row.number(format!("board_{board}_places"), part.of);
    }
}

fn money(row: &mut Row, subjects: &FigureSubjects, money: Option<&MoneyIndicators>) {
    let eur = |amount: fn(&Money) -> Euros| money.map(|money| amount(&money.total).0);
    row.number("cost_eur", eur(|money| money.cost_eur));
    row.number("grant_eur", eur(|money| money.grant_eur));
    row.number("net_eur", eur(|money| money.net_eur));
    for payer in &subjects.payers {
        let net = money.map(|money| money.boards.get(payer).map_or(0, |of| of.net_eur.0));
        row.number(format!("board_{payer}_net_eur"), net);
    }
}
