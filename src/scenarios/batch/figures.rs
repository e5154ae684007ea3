//! The figures of a run: its indicators as a row of numbers, with the units in the names.

use super::record::{Planned, Record};
use super::subjects::Subjects;
use crate::base::{Decimal, Euros, Points};
use crate::instance::Goal;
use crate::plan::{GoalLevel, Indicators, Money, MoneyIndicators, Part, Score, Whereabouts};

/// What a figure is called and how it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name, with its unit as suffix.
    pub name: String,
    /// How many decimals it has.
    pub decimals: u32,
}

/// What a plan tells of itself in figures.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Told<'a> {
    /// How good it is, per goal level.
    pub goals: &'a [GoalLevel],
    /// What it costs.
    pub score: &'a Score,
    /// All indicators.
    pub indicators: &'a Indicators,
}

impl<'a> From<&'a Planned> for Told<'a> {
    fn from(planned: &'a Planned) -> Self {
        Self { goals: &planned.goals, score: &planned.score, indicators: &planned.indicators }
    }
}

/// The figures of all runs of a batch, as whole numbers of their last decimal. Every run with a plan has
/// a value for every figure: 0 where there is nobody to count, none where there is nothing to divide by
/// or to measure.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// The figures that some run has.
    pub columns: Vec<Column>,
    /// The values of each run, in the order of the columns; `None` where a run has no plan.
    pub rows: Vec<Option<Vec<Option<i64>>>>,
}

impl Figures {
    /// The figures of some runs.
    pub fn of(records: &[Record]) -> Self {
        let told: Vec<Option<Told>> =
            records.iter().map(|record| record.plan.as_ref().map(Told::from)).collect();
        Self::told(&told)
    }

    /// The figures of some plans; `None` where there is none.
    pub fn told(plans: &[Option<Told>]) -> Self {
        let subjects = Subjects::of(&plans.iter().copied().flatten().collect::<Vec<_>>());
        let mut columns = Vec::new();
        let mut rows = Vec::with_capacity(plans.len());
        for told in plans {
            rows.push(told.map(|told| {
                let (names, values) = row(&subjects, told).into_iter().unzip();
                columns = names;
                values
            }));
        }
        Self { columns, rows }.without_empty()
    }

    /// The position of a figure; `None` where no run has it.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// A figure of a run, where it has it.
    pub fn value(&self, run: usize, column: usize) -> Option<i64> {
        self.rows[run].as_ref()?[column]
    }

    /// The same without figures that no run has.
    fn without_empty(self) -> Self {
        let rows = || self.rows.iter().flatten();
        let is_there = |&column: &usize| rows().any(|row: &Vec<Option<i64>>| row[column].is_some());
        let kept: Vec<usize> = (0..self.columns.len()).filter(is_there).collect();
        let keep = |row: &Vec<Option<i64>>| kept.iter().map(|&column| row[column]).collect();
        Self {
            columns: kept.iter().map(|&column| self.columns[column].clone()).collect(),
            rows: self.rows.iter().map(|row| row.as_ref().map(keep)).collect(),
        }
    }
}

/// A figure with its value in a run.
type Figure = (Column, Option<i64>);

/// A row that is being written.
#[derive(Default)]
struct Row(Vec<Figure>);

impl Row {
    fn figure(&mut self, name: String, decimals: u32, value: Option<i64>) {
        self.0.push((Column { name, decimals }, value));
    }

    fn number(&mut self, name: impl Into<String>, value: impl Into<Option<i64>>) {
        self.figure(name.into(), 0, value.into());
    }

    fn percent(&mut self, name: impl Into<String>, part: Option<Part>) {
        self.figure(name.into(), 1, part.and_then(|part| part.share_permille()));
    }

    /// Those of a whole that are so, in numbers and as a share.
    fn part(&mut self, name: &str, part: Option<Part>) {
        self.number(format!("{name}_students"), part.map(|part| part.number));
        self.percent(format!("{name}_percent"), part);
    }
}

/// The figures of a plan about all subjects of a batch.
fn row(subjects: &Subjects, planned: Told) -> Vec<Figure> {
    let mut row = Row::default();
    goals(&mut row, subjects, planned.goals);
    row.number("score_points", planned.score.total.0);
    for rule in &subjects.rules {
        let points = planned.score.rules.get(*rule).map_or(0, |&Points(points)| points);
        row.number(format!("rule_{rule}_points"), points);
    }
    students(&mut row, subjects, planned);
    journeys(&mut row, planned);
    wishes(&mut row, subjects, planned);
    attendance(&mut row, subjects, planned);
    clusters(&mut row, planned);
    boards(&mut row, subjects, planned);
    money(&mut row, subjects, planned.indicators.money.as_ref());
    row.0
}

/// How far the plan may be from the best: at each level, and the widest of the gaps.
fn goals(row: &mut Row, subjects: &Subjects, levels: &[GoalLevel]) {
    row.figure("gap_percent".to_owned(), 3, levels.iter().map(GoalLevel::gap_thousandths).max());
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

/// Where the students are, all and per programme.
fn students(row: &mut Row, subjects: &Subjects, planned: Told) {
    let indicators = planned.indicators;
    whereabouts(row, "", &indicators.students);
    let nobody = Part::new(0, 0);
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

fn journeys(row: &mut Row, planned: Told) {
    let journeys = &planned.indicators.journeys;
    row.number("journey_known_students", journeys.known);
    row.number("journey_mean_m", journeys.mean_m);
    row.number("journey_median_m", journeys.median_m);
    row.number("journey_p90_m", journeys.percentile_90_m);
    row.number("journey_longest_m", journeys.longest_m);
    row.part("journey_comfortable", journeys.comfortable);
}

fn wishes(row: &mut Row, subjects: &Subjects, planned: Told) {
    let indicators = planned.indicators;
    for denomination in &subjects.denominations {
        let part = indicators.denominations.get(denomination).copied();
        wish(row, &format!("denomination_{denomination}"), part.unwrap_or(Part::new(0, 0)));
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

fn wish(row: &mut Row, name: &str, part: Part) {
    row.number(format!("{name}_wished_students"), part.of);
    row.part(&format!("{name}_met"), Some(part));
}

/// Members who are free on the day of their meeting, all and per programme.
fn attendance(row: &mut Row, subjects: &Subjects, planned: Told) {
    let indicators = planned.indicators;
    meeting(row, "", indicators.meeting_day);
    for programme in &subjects.programmes {
        let part = indicators.meeting_day_programmes.get(programme).copied();
        meeting(row, &format!("{programme}_"), part.unwrap_or(Part::new(0, 0)));
    }
}

fn meeting(row: &mut Row, prefix: &str, part: Part) {
    row.number(format!("{prefix}meeting_day_members"), part.of);
    row.number(format!("{prefix}meeting_day_free_members"), part.number);
    row.percent(format!("{prefix}meeting_day_free_percent"), Some(part));
}

fn clusters(row: &mut Row, planned: Told) {
    let clusters = &planned.indicators.clusters;
    row.number("clusters_used", clusters.used);
    row.number("clusters_new", clusters.new);
    row.number("clusters_unused", clusters.unused);
    row.number("clusters_members", clusters.members);
    row.number("clusters_off_target", clusters.off_target);
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 10 000")]
    let gini = planned.indicators.fill_gini.map(|gini| (gini * 10_000.0).round() as i64);
    row.figure("fill_gini".to_owned(), 4, gini);
}

fn boards(row: &mut Row, subjects: &Subjects, planned: Told) {
    for board in &subjects.boards {
        let part = planned.indicators.boards.get(board).copied().unwrap_or(Part::new(0, 0));
        row.number(format!("board_{board}_students"), part.number);
        row.number(format!("board_{board}_places"), part.of);
    }
}

fn money(row: &mut Row, subjects: &Subjects, money: Option<&MoneyIndicators>) {
    let eur = |amount: fn(&Money) -> Euros| money.map(|money| amount(&money.total).0);
    row.number("cost_eur", eur(|money| money.cost_eur));
    row.number("grant_eur", eur(|money| money.grant_eur));
    row.number("net_eur", eur(|money| money.net_eur));
    for payer in &subjects.payers {
        let net = money.map(|money| money.boards.get(payer).map_or(0, |of| of.net_eur.0));
        row.number(format!("board_{payer}_net_eur"), net);
    }
}

/// A value of a column.
pub fn decimal(column: &Column, value: i64) -> Decimal {
    Decimal { scaled: value, decimals: column.decimals }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::batches::{batch, planned, records};

    /// The figures of two runs.
    fn figures(one: &Planned, other: &Planned) -> Figures {
        let batch = batch(&json!([{ "id": "today" }]), Some(2));
        let plans = [one, other];
        let plan = |_: &str, draw: i64| Some(plans[usize::from(draw == 2)].clone());
        Figures::of(&records(&batch, plan))
    }

    fn of(figures: &Figures, name: &str) -> [Option<i64>; 2] {
        let column = figures.position(name).unwrap_or_else(|| panic!("there is no {name}"));
        [figures.value(0, column), figures.value(1, column)]
    }

    #[test]
    fn whoever_is_in_no_run_is_counted_as_0_and_shares_of_nobody_are_absent() {
        let mut one = planned(70, 5);
        let mut other = planned(80, 0).costing(500);
        one.indicators.wishes.insert("2".to_owned(), Part::new(3, 7));
        one.indicators.wishes.insert("none".to_owned(), Part::new(4, 7));
        one.indicators.denominations.insert("openbaar".to_owned(), Part::new(2, 3));
        other.indicators.boards.insert("b2".to_owned(), Part::new(8, 9));
        other.score.rules.insert("forming".to_owned(), Points(60));
        let figures = figures(&one, &other);
        assert_eq!(of(&figures, "wish_1_students"), [Some(0), Some(0)]);
        assert_eq!(of(&figures, "wish_3_students"), [Some(3), Some(0)]);
        assert_eq!(of(&figures, "wish_none_students"), [Some(4), Some(0)]);
        assert_eq!(of(&figures, "denomination_openbaar_wished_students"), [Some(3), Some(0)]);
        assert_eq!(of(&figures, "denomination_openbaar_met_percent"), [Some(667), None]);
        assert_eq!(of(&figures, "board_b2_places"), [Some(0), Some(9)]);
        assert_eq!(of(&figures, "rule_forming_points"), [Some(0), Some(60)]);
        assert_eq!(of(&figures, "board_b1_net_eur"), [None, Some(500)]);
        assert_eq!(figures.position("journey_comfortable_students"), None);
    }

    #[test]
    fn a_gap_is_rounded_up() {
        let mut one = planned(70, 5);
        one.goals = vec![
            GoalLevel::new(Goal::Unplaced, 5, 5),
            GoalLevel::new(Goal::Total, 1_000_000, 999_999),
        ];
        let figures = figures(&one, &planned(70, 5));
        // One in a million is 0.0001 percent.
        assert_eq!(of(&figures, "gap_percent"), [Some(1), Some(0)]);
        assert_eq!(of(&figures, "goal_unplaced_bound_students"), [Some(5), None]);
        assert_eq!(of(&figures, "goal_total_bound_points"), [Some(999_999), Some(5_000)]);
    }

    #[test]
    fn programmes_stand_together_and_voltijd_first() {
        let figures = figures(&planned(70, 5), &planned(70, 5));
        let names: Vec<&str> = figures.columns.iter().map(|column| column.name.as_str()).collect();
        let start = figures.position("voltijd_students").unwrap();
        let expected = [
            "voltijd_students",
            "voltijd_core_students",
            "voltijd_core_percent",
            "voltijd_shell_students",
            "voltijd_shell_percent",
            "voltijd_left_out_students",
            "voltijd_left_out_percent",
            "deeltijd_students",
        ];
        assert_eq!(names[start..start + expected.len()], expected);
    }
}
