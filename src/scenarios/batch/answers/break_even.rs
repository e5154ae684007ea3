//! Break-even: the value of a parameter from which on someone is left out.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::base::decimal::power;
use crate::scenarios::batch::layout::Layout;
use crate::scenarios::{Batch, GridPoint, Scenario};

/// The values of a parameter between which students start to be left out, as the parameter rises.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct BreakEven {
    /// The name of the parameter.
    pub parameter: String,
    /// The values of the other parameters of the grid.
    pub others: GridPoint,
    /// The highest value below `first_with` at which nobody is left out in any run; `null` if someone is left
    /// out at the lowest known value already.
    pub last_without: Option<ThresholdPoint>,
    /// The lowest value at which someone is left out in some run; `null` if there is none.
    pub first_with: Option<ThresholdPoint>,
    /// Where someone is left out at the lowest known value: the lowest value from which on nobody is, as the parameter
    /// rises; absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_from: Option<ThresholdPoint>,
    /// Values below `first_with` about which nothing is known, since no run has a plan.
    pub unknown: Vec<Value>,
}

/// A value of the parameter, and the number of students left out there.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ThresholdPoint {
    /// The value of the parameter.
    pub value: Value,
    /// The id of the scenario.
    pub scenario: String,
    /// The minimal number of students left out in a run.
    pub least_students: i64,
    /// The maximal number of students left out in a run.
    pub greatest_students: i64,
}

/// The break-even of each parameter that has at least two numbers as values, per grid and per combination
/// of the other parameters.
pub fn of(batch: &Batch, layout: &Layout) -> Vec<BreakEven> {
    let left_out = |scenario: usize| {
        let plans = || layout.plans(scenario);
        let left_out = || plans().map(|plan| plan.left_out);
        Some((left_out().min()?, left_out().max()?))
    };
    break_even(batch, &left_out)
}

/// The break-even of each parameter, from the minimal and maximal number of students left out in the runs of each
/// scenario, by its position; `None` if no run has a plan.
pub fn break_even(batch: &Batch, left_out: &dyn Fn(usize) -> Option<(i64, i64)>) -> Vec<BreakEven> {
    sweeps(batch).into_iter().map(|sweep| break_even_of(sweep, left_out)).collect()
}

/// The scenarios along each parameter that has at least two numbers as values, per grid and per combination of the
/// other parameters; the numbers rise.
pub fn sweeps(batch: &Batch) -> Vec<Sweep<'_>> {
    let mut sweeps: Vec<Sweep> = Vec::new();
    let mut known = BTreeMap::new();
    for (position, scenario) in batch.scenarios.iter().enumerate() {
        let Some(grid) = scenario.grid else { continue };
        for (parameter, value) in &scenario.point {
            let Some(number) = Number::of(value) else { continue };
            let mut others = scenario.point.clone();
            others.remove(parameter);
            let key = (grid, parameter.clone(), serde_json::json!(others).to_string());
            let sweep = *known.entry(key).or_insert_with(|| {
                sweeps.push(Sweep { grid, parameter, others, steps: Vec::new() });
                sweeps.len() - 1
            });
            sweeps[sweep].steps.push(SweepStep { number, value, position, scenario });
        }
    }
    sweeps.retain(|sweep| sweep.steps.len() > 1);
    for sweep in &mut sweeps {
        sweep.steps.sort_by_key(|step| step.number);
    }
    sweeps
}

/// The scenarios of a grid that differ in one parameter only.
pub struct Sweep<'a> {
    /// The position of the grid in the batch.
    pub grid: usize,
    /// The parameter.
    pub parameter: &'a str,
    /// The values of the other parameters of the grid.
    pub others: GridPoint,
    /// The scenarios in the order of the parameter.
    pub steps: Vec<SweepStep<'a>>,
}

/// A scenario on a sweep.
pub struct SweepStep<'a> {
    number: Number,
    /// The value of the parameter, a number.
    pub value: &'a Value,
    /// The position of the scenario in the batch.
    pub position: usize,
    scenario: &'a Scenario,
}

impl SweepStep<'_> {
    /// The students left out at this value; `None` if no run has a plan.
    fn threshold_point(
        &self,
        left_out: &dyn Fn(usize) -> Option<(i64, i64)>,
    ) -> Option<ThresholdPoint> {
        let (least_students, greatest_students) = left_out(self.position)?;
        Some(ThresholdPoint {
            value: self.value.clone(),
            scenario: self.scenario.id.clone(),
            least_students,
            greatest_students,
        })
    }
}

fn break_even_of(sweep: Sweep, left_out: &dyn Fn(usize) -> Option<(i64, i64)>) -> BreakEven {
    let (mut last_without, mut first_with, mut unknown) = (None, None, Vec::new());
    for step in &sweep.steps {
        match step.threshold_point(left_out) {
            None => unknown.push(step.value.clone()),
            Some(point) if point.greatest_students > 0 => {
                first_with = Some(point);
                break;
            }
            Some(point) => last_without = Some(point),
        }
    }
    let free_from = if last_without.is_none() && first_with.is_some() {
        let known = sweep.steps.iter().rev().filter_map(|step| step.threshold_point(left_out));
        known.take_while(|point| point.greatest_students == 0).last()
    } else {
        None
    };
    let parameter = sweep.parameter.to_owned();
    BreakEven { parameter, others: sweep.others, last_without, first_with, free_from, unknown }
}

/// A decimal number, as a whole number of units of its last decimal.
#[derive(Clone, Copy, Debug)]
struct Number {
    scaled: i128,
    decimals: u32,
}

impl Number {
    /// The maximal number of decimals.
    const MAX_DECIMALS: usize = 17;

    /// Parses a JSON number without an exponent; `None` for any other value.
    fn of(value: &Value) -> Option<Self> {
        let Value::Number(number) = value else { return None };
        let text = number.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        if fraction.len() > Self::MAX_DECIMALS {
            return None;
        }
        let scaled = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { scaled, decimals: u32::try_from(fraction.len()).ok()? })
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        // At most 20 digits, scaled by at most 10^17: no overflow of an i128.
        let of = |one: &Self, other: &Self| one.scaled * power(other.decimals);
        of(self, other).cmp(&of(other, self))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}
