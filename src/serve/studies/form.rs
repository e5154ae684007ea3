//! Documents made from forms: variants of the unchanged project, and growth over some years.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Number, Value, json};

use super::BASE;
use crate::instance::Standing;
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::scenarios::{FORMAT, PATH_FORMAT};
use crate::text;
use crate::texts::{Language, Message};

/// Things that vary at once.
pub const MOST_VARIED: usize = 3;
/// Values of one thing.
const MOST_VALUES: usize = 20;
/// What a value takes the place of in a change.
const HOLE: &str = "{}";
/// What each student costs that a year falls short of its share, in kilometres: more than any journey.
const SHARE_WORTH_KM: i64 = 100;
/// The years that an opened cluster is used at least.
const STAY_YEARS: i64 = 2;

/// Something that varies.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VariedChange {
    /// What it is called in the report.
    pub called: String,
    /// A change of a batch, with `"{}"` where the value goes.
    pub change: Map<String, Value>,
    /// The values.
    pub values: Vec<Number>,
}

/// Random draws of who drops out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RandomDropOut {
    /// How many draws.
    pub count: u16,
    /// The percentage of the students that drops out in each.
    pub percent: u8,
}

/// Growth over some years.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GrowthAsked {
    /// The calendar year in which the first school year begins, 1900 to 9000.
    #[schemars(range(min = 1900, max = 9000))]
    pub first_year: u16,
    /// The number of years, 2 to 10.
    #[schemars(range(min = 2, max = 10))]
    pub years: u8,
    /// The share of all students that is to be in clusters in the first year, in percent.
    #[schemars(range(max = 100))]
    pub share_from: u8,
    /// The same in the last year; in between it rises evenly.
    #[schemars(range(max = 100))]
    pub share_to: u8,
    /// By how many percent the students grow each year after the first.
    #[schemars(range(max = 100))]
    pub grow_percent: u8,
    /// The most new clusters a year; none for no limit.
    pub new_clusters_per_year: Option<u16>,
    /// Whether boards that are candidates may enter.
    pub with_candidates: bool,
}

/// The batch of all combinations of values, beside the unchanged project.
///
/// # Errors
/// If nothing varies, or too much.
pub fn variants(
    vary: &[VariedChange],
    draws: Option<&RandomDropOut>,
    language: Language,
) -> Result<Value, Message> {
    let is_right = |one: &VariedChange| (1..=MOST_VALUES).contains(&one.values.len());
    if !(1..=MOST_VARIED).contains(&vary.len()) || !vary.iter().all(is_right) {
        return Err(message!("serve-study-vary", most = MOST_VARIED, values = MOST_VALUES));
    }
    let (mut over, mut changes) = (Map::new(), Vec::new());
    let (mut titles, mut ids) = (Vec::new(), Vec::new());
    for one in vary {
        // Braces in a name would be taken for values; the report names the parameter.
        let called = one.called.replace(['{', '}'], "");
        let number =
            |number: usize| if number == 1 { called.clone() } else { format!("{called} {number}") };
        let mut names = (1..=vary.len()).map(number);
        let parameter = names.find(|name| !over.contains_key(name)).unwrap_or_default();
        let hole = format!("{{{parameter}}}");
        let mut change = Value::Object(one.change.clone());
        fill(&mut change, &hole);
        changes.push(change);
        titles.push(format!("{called}: {hole}"));
        ids.push(hole);
        let mut values: Vec<&Number> = Vec::new();
        for value in &one.values {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        over.insert(parameter, json!(values));
    }
    let variant = text!(language, "serve-study-variant");
    let mut document = json!({
        "format": FORMAT,
        "base": BASE,
        "scenarios": [
            { "id": text!(language, "serve-study-now-id"), "title": text!(language, "serve-study-now") },
            { "id": format!("{variant}-{}", ids.join("-")), "title": titles.join(", "), "over": over, "changes": changes },
        ],
    });
    if let Some(RandomDropOut { count, percent }) = draws {
        document["draws"] = json!({ "count": count, "seed": 1, "changes": [{ "drop_out": { "percent": percent } }] });
    }
    Ok(document)
}

/// Puts the name of a value into every hole.
fn fill(value: &mut Value, hole: &str) {
    match value {
        Value::String(text) if text == HOLE => hole.clone_into(text),
        Value::Array(list) => list.iter_mut().for_each(|one| fill(one, hole)),
        Value::Object(object) => object.values_mut().for_each(|one| fill(one, hole)),
        _ => {}
    }
}

/// The path over some years.
///
/// # Errors
/// If a number is out of its range.
pub fn growth(asked: &GrowthAsked, instance: Option<&InstanceDocument>) -> Result<Value, Message> {
    let GrowthAsked { first_year, years, share_from, share_to, grow_percent, .. } = *asked;
    let are_right = (1900..=9000).contains(&first_year)
        && (2..=10).contains(&years)
        && [share_from, share_to, grow_percent].iter().all(|percent| *percent <= 100);
    if !are_right {
        return Err(message!("serve-study-growth-range"));
    }
    let last = i64::from(years) - 1;
    let year = |at: i64| {
        let begins = i64::from(first_year) + at;
        let (from, to) = (i64::from(share_from), i64::from(share_to));
        // Rounded half up, also where the share falls.
        let share = from + (2 * (to - from) * at + last).div_euclid(2 * last);
        let mut year = json!({ "id": format!("{begins}-{}", begins + 1), "share_percent": share });
        if at > 0 && grow_percent > 0 {
            year["changes"] = json!([{ "grow": { "percent": grow_percent } }]);
        }
        year
    };
    let years: Vec<Value> = (0..=last).map(year).collect();
    let mut document = json!({
        "format": PATH_FORMAT,
        "base": BASE,
        "years": years,
        "stay_years": STAY_YEARS,
        "share_worth_km": SHARE_WORTH_KM,
    });
    let boards = instance.into_iter().flat_map(|instance| &instance.boards);
    let candidates = boards.filter(|board| board.standing == Some(Standing::Candidate));
    let entrants: Vec<Value> =
        candidates.map(|board| json!({ "id": board.id, "max_clusters": 1 })).collect();
    if asked.with_candidates && !entrants.is_empty() {
        document["boards"] = json!(entrants);
    }
    if let Some(most) = asked.new_clusters_per_year {
        document["pace"] = json!({ "new_clusters_per_year": most });
    }
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn varied(called: &str, change: Value, values: &[i64]) -> VariedChange {
        let Value::Object(change) = change else { panic!("a change is an object") };
        let values = values.iter().map(|&value| value.into()).collect();
        VariedChange { called: called.to_owned(), change, values }
    }

    #[test]
    fn every_combination_of_values_is_a_scenario_beside_the_project_as_it_is() {
        let vary = [
            varied("More {clusters}", json!({ "extra_clusters": { "each": "{}" } }), &[0, 1, 1]),
            varied(
                "Journey",
                json!({ "rule": { "id": "journey", "settings": { "limit_km": "{}" } } }),
                &[30],
            ),
        ];
        let draws = RandomDropOut { count: 3, percent: 6 };
        let document = variants(&vary, Some(&draws), Language::English).unwrap();
        let scenarios = document["scenarios"].as_array().unwrap();
        assert_eq!(scenarios[0].get("changes"), None);
        assert_eq!(scenarios[1]["over"], json!({ "More clusters": [0, 1], "Journey": [30] }));
        assert_eq!(scenarios[1]["title"], "More clusters: {More clusters}, Journey: {Journey}");
        assert_eq!(scenarios[1]["id"], "variant-{More clusters}-{Journey}");
        assert_eq!(scenarios[1]["changes"][0]["extra_clusters"]["each"], "{More clusters}");
        assert_eq!(scenarios[1]["changes"][1]["rule"]["settings"]["limit_km"], "{Journey}");
        assert_eq!(document["draws"]["count"], 3);
        let twice = variants(&[vary[0].clone(), vary[0].clone()], None, Language::English).unwrap();
        assert_eq!(twice["scenarios"][1]["over"]["More clusters 2"], json!([0, 1]));
        assert!(variants(&[], None, Language::English).is_err());
        assert!(variants(&[varied("x", json!({}), &[])], None, Language::English).is_err());
    }

    #[test]
    fn the_share_rises_evenly_to_the_last_year() {
        let asked = GrowthAsked {
            first_year: 2027,
            years: 4,
            share_from: 70,
            share_to: 100,
            grow_percent: 5,
            new_clusters_per_year: Some(3),
            with_candidates: true,
        };
        let document = growth(&asked, None).unwrap();
        let shares: Vec<i64> = document["years"]
            .as_array()
            .unwrap()
            .iter()
            .map(|year| year["share_percent"].as_i64().unwrap())
            .collect();
        assert_eq!(shares, [70, 80, 90, 100]);
        assert_eq!(document["years"][3]["id"], "2030-2031");
        assert_eq!(document["years"][0].get("changes"), None);
        assert_eq!(document["years"][1]["changes"][0]["grow"]["percent"], 5);
        assert_eq!(document["pace"]["new_clusters_per_year"], 3);
        assert_eq!(document.get("boards"), None, "there are no candidates");
        let falls = growth(&GrowthAsked { share_from: 75, share_to: 70, years: 3, ..asked }, None);
        assert_eq!(falls.unwrap()["years"][1]["share_percent"], 73);
        assert!(growth(&GrowthAsked { years: 1, ..asked }, None).is_err());
        assert!(growth(&GrowthAsked { share_to: 101, ..asked }, None).is_err());
    }
}
