//! The points of a scenario over several parameters: a full grid, a sample, or each point of the one with each of the
//! other.

use serde_json::{Number, Value};

use super::document::{OverDocument, SampleDecimals, SampleDocument, SampleRange, Seed};
use super::grid::{self, GridPoint};
use super::sample::{MOST_SOBOL, latin_hypercube, sobol};
use crate::base::Decimal;
use crate::input::JsonPath;
use crate::input::errors::{Code, InputErrors};
use crate::message;

/// The maximal number of scenarios in a batch.
pub const MAX_SCENARIOS: usize = 100_000;
/// The parameter with the number of the point of a sample.
const SAMPLE: &str = "sample";

/// All points, in lexicographic order of the grid; those of the sample vary fastest. `None` if there are errors.
pub fn points(
    over: &OverDocument,
    location: &JsonPath,
    room: usize,
    errors: &mut InputErrors,
) -> Option<Vec<GridPoint>> {
    let before = errors.0.len();
    let of_grid = over.values.values().map(Vec::len).try_fold(1_usize, usize::checked_mul);
    let samples = [("latin_hypercube", &over.latin_hypercube), ("sobol", &over.sobol)];
    let samples = samples.into_iter().filter_map(|(key, one)| Some((key, one.as_ref()?)));
    let samples: Vec<(&str, &SampleDocument)> = samples.collect();
    for (key, sample) in &samples {
        check(key, sample, over, &location.key(key), errors);
    }
    if let [_, (second, _)] = samples[..] {
        let found = message!("scenarios-samples-found");
        let allowed = message!("scenarios-samples-allowed");
        let help = message!("scenarios-samples-help");
        errors.add(Code::DuplicateValue, location.key(second).to_string(), found, allowed, help);
    }
    let runs = samples.first().map_or(1, |(_, sample)| sample.runs.get());
    let size = of_grid.and_then(|size| size.checked_mul(usize::try_from(runs).ok()?));
    if size.is_none_or(|size| size == 0 || size > room) {
        refuse_size(location, size, errors);
    }
    if errors.0.len() > before {
        return None;
    }
    let sampled = match samples.first() {
        None => vec![GridPoint::new()],
        Some((key, sample)) => sampled(*key == "sobol", sample),
    };
    let joined = |point: GridPoint| {
        sampled.iter().map(move |sample| sample.clone().into_iter().chain(point.clone()).collect())
    };
    Some(grid::points(&over.values).into_iter().flat_map(joined).collect())
}

/// The points of a sample that was checked.
fn sampled(is_sobol: bool, sample: &SampleDocument) -> Vec<GridPoint> {
    let runs = usize::try_from(sample.runs.get()).unwrap_or_default();
    let seed = sample.seed.map_or(0, Seed::get);
    let number = |number: usize| (SAMPLE.to_owned(), Value::from(number));
    let mut points: Vec<GridPoint> =
        (1..=runs).map(|point| GridPoint::from([number(point)])).collect();
    for (position, (parameter, range)) in sample.ranges.iter().enumerate() {
        let Some(Levels { least, number, decimals }) = Levels::of(range) else { continue };
        let levels = if is_sobol {
            sobol(runs, seed, position, number)
        } else {
            latin_hypercube(runs, seed, parameter, number)
        };
        for (point, level) in points.iter_mut().zip(levels) {
            // Both are below 2^53.
            point.insert(parameter.clone(), value(least + level as i64, decimals));
        }
    }
    points
}

/// A whole number of units of the last decimal, as JSON.
fn value(scaled: i64, decimals: u32) -> Value {
    if decimals == 0 {
        return Value::from(scaled);
    }
    let text = Decimal { scaled, decimals }.to_string();
    text.parse::<f64>().map_or(Value::Null, Value::from)
}

/// The values of a range, in units of the last decimal.
struct Levels {
    least: i64,
    number: u64,
    decimals: u32,
}

impl Levels {
    /// The greatest distance from 0, so that all values are exact as JSON numbers.
    const GREATEST: i64 = 1 << 53;

    /// The values of a range; `None` if a bound has more decimals, is too large, or the bounds are the wrong way round.
    fn of(range: &SampleRange) -> Option<Self> {
        let decimals = u32::try_from(range.decimals.map_or(0, SampleDecimals::get)).ok()?;
        let (least, greatest) = (scaled(&range.from, decimals)?, scaled(&range.to, decimals)?);
        let number = u64::try_from(greatest - least).ok()? + 1;
        Some(Self { least, number, decimals })
    }
}

/// A number in units of its last decimal; `None` if it has more decimals, or is too large.
fn scaled(number: &Number, decimals: u32) -> Option<i64> {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let missing = usize::try_from(decimals).ok()?.checked_sub(fraction.len())?;
    let digits = format!("{whole}{fraction}{}", "0".repeat(missing));
    let scaled = digits.parse::<i64>().ok()?;
    (scaled.abs() <= Levels::GREATEST).then_some(scaled)
}

fn check(
    key: &str,
    sample: &SampleDocument,
    over: &OverDocument,
    location: &JsonPath,
    errors: &mut InputErrors,
) {
    let ranges = location.key("ranges");
    if key == "sobol" && sample.ranges.len() > MOST_SOBOL {
        let found = message!("scenarios-sobol-found", count = sample.ranges.len());
        let allowed = message!("scenarios-sobol-allowed", count = MOST_SOBOL);
        let help = message!("scenarios-sobol-help");
        errors.add(Code::TooLarge, ranges.to_string(), found, allowed, help);
    }
    for (parameter, range) in &sample.ranges {
        let location = ranges.key(parameter);
        if parameter == SAMPLE || over.values.contains_key(parameter) {
            let found = message!("scenarios-sample-twice-found", parameter = parameter);
            let allowed = message!("scenarios-sample-twice-allowed");
            let help = message!("scenarios-sample-twice-help");
            errors.add(Code::DuplicateId, location.to_string(), found, allowed, help);
        }
        if Levels::of(range).is_none() {
            let (from, to) = (range.from.to_string(), range.to.to_string());
            let decimals = range.decimals.map_or(0, SampleDecimals::get);
            let found =
                message!("scenarios-range-found", from = from, to = to, decimals = decimals);
            let allowed = message!("scenarios-range-allowed", most = Levels::GREATEST);
            let help = message!("scenarios-range-help");
            errors.add(Code::OutOfRange, location.to_string(), found, allowed, help);
        }
    }
    if over.values.contains_key(SAMPLE) {
        let found = message!("scenarios-sample-twice-found", parameter = SAMPLE);
        let allowed = message!("scenarios-sample-twice-allowed");
        let help = message!("scenarios-sample-twice-help");
        errors.add(Code::DuplicateId, location.key(SAMPLE).to_string(), found, allowed, help);
    }
}

fn refuse_size(location: &JsonPath, size: Option<usize>, errors: &mut InputErrors) {
    let location = location.to_string();
    if size == Some(0) {
        let found = message!("scenarios-grid-empty-found");
        let allowed = message!("scenarios-grid-empty-allowed");
        let advice = message!("scenarios-grid-empty-help");
        errors.add(Code::EmptyList, location, found, allowed, advice);
    } else {
        let found = size.map_or(message!("scenarios-too-many-found"), |size| {
            message!("scenarios-grid-size-found", count = size)
        });
        let allowed = message!("scenarios-grid-size-allowed", count = MAX_SCENARIOS);
        errors.add(Code::TooLarge, location, found, allowed, message!("scenarios-split"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(over: &Value) -> Result<Vec<GridPoint>, Vec<String>> {
        let over: OverDocument = serde_json::from_value(over.clone()).unwrap();
        let mut errors = InputErrors::default();
        let points = points(&over, &JsonPath::default().key("over"), MAX_SCENARIOS, &mut errors);
        points.ok_or_else(|| errors.0.into_iter().map(|error| error.location).collect())
    }

    #[test]
    fn each_value_of_a_range_comes_once_and_with_each_point_of_the_grid() {
        let points = read(&json!({
            "kind": ["a", "b"],
            "latin_hypercube": { "runs": 11, "seed": 3, "ranges": {
                "growth": { "from": -5, "to": 5 }, "share": { "from": 0.5, "to": 1.5, "decimals": 1 },
            } },
        }))
        .unwrap();
        assert_eq!(points.len(), 22);
        for (kind, points) in ["a", "b"].into_iter().zip(points.chunks(11)) {
            let sorted = |parameter: &str| {
                let mut values: Vec<f64> =
                    points.iter().map(|point| point[parameter].as_f64().unwrap()).collect();
                values.sort_by(f64::total_cmp);
                values
            };
            assert!(points.iter().all(|point| point["kind"] == kind));
            assert_eq!(sorted("growth"), (-5..=5).map(f64::from).collect::<Vec<_>>());
            assert_eq!(
                sorted("share"),
                (5..=15).map(|at| f64::from(at) / 10.0).collect::<Vec<_>>()
            );
            assert_eq!(sorted("sample"), (1..=11).map(f64::from).collect::<Vec<_>>());
        }
        assert!(points[0]["growth"].is_i64());
    }

    #[test]
    fn another_parameter_does_not_shift_a_latin_hypercube() {
        let over = |ranges: Value| json!({ "latin_hypercube": { "runs": 20, "ranges": ranges } });
        let growth = json!({ "from": 0, "to": 19 });
        let alone = read(&over(json!({ "growth": growth }))).unwrap();
        let both = read(&over(json!({ "a": { "from": 1, "to": 2 }, "growth": growth }))).unwrap();
        let values = |points: &[GridPoint]| -> Vec<Value> {
            points.iter().map(|point| point["growth"].clone()).collect()
        };
        assert_eq!(values(&alone), values(&both));
    }

    #[test]
    fn all_that_is_wrong_with_samples_is_reported_at_once() {
        let many: GridPoint =
            (0..22).map(|at| (format!("p{at}"), json!({ "from": 0, "to": 1 }))).collect();
        let wrong = read(&json!({
            "growth": [1],
            "latin_hypercube": { "runs": 4, "ranges": {
                "growth": { "from": 0, "to": 1 }, "sample": { "from": 0, "to": 1 },
                "turned": { "from": 2, "to": 1 }, "fine": { "from": 0, "to": 0.25, "decimals": 1 },
                "large": { "from": 0, "to": 1e300 },
            } },
            "sobol": { "runs": 4, "ranges": many },
        }));
        let ranges = "over.latin_hypercube.ranges";
        let mut expected: Vec<String> = ["fine", "growth", "large", "sample", "turned"]
            .map(|one| format!("{ranges}.{one}"))
            .to_vec();
        expected.extend(["over.sobol.ranges", "over.sobol"].map(str::to_owned));
        assert_eq!(wrong, Err(expected));
        let empty = read(
            &json!({ "a": [], "sobol": { "runs": 1, "ranges": { "b": { "from": 0, "to": 1 } } } }),
        );
        assert_eq!(empty, Err(vec!["over".to_owned()]));
    }
}
