//! Grids: one scenario for each combination of parameter values.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::input::errors::{Code, InputErrors, nearest};
use crate::input::{JsonPath, PathStep};
use crate::message;

/// The values of the parameters at one point of a grid.
pub type GridPoint = BTreeMap<String, Value>;

/// All points of a full grid, in lexicographic order: the last parameter varies fastest. Without
/// parameters there is one point, which is empty.
pub fn points(over: &BTreeMap<String, Vec<Value>>) -> Vec<GridPoint> {
    let mut points = vec![GridPoint::new()];
    for (parameter, values) in over {
        points = points
            .iter()
            .flat_map(|point| {
                values.iter().map(|value| {
                    let mut further = point.clone();
                    further.insert(parameter.clone(), value.clone());
                    further
                })
            })
            .collect();
    }
    points
}

/// Replaces `{x}` by the value of parameter `x` in all strings of a JSON value. A string that is exactly
/// `{x}` becomes the value itself, with its type.
pub fn fill(value: &mut Value, point: &GridPoint, location: &JsonPath, errors: &mut InputErrors) {
    match value {
        Value::String(text) => {
            let wholly = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            if let Some(whole) = wholly.and_then(|parameter| point.get(parameter)) {
                *value = whole.clone();
            } else {
                *text = fill_text(text, point, location, errors);
            }
        }
        Value::Array(list) => {
            for (index, element) in list.iter_mut().enumerate() {
                fill(element, point, &location.then(PathStep::Index(index)), errors);
            }
        }
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                fill(member, point, &location.key(key), errors);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Replaces `{x}` by the value of parameter `x` in a text.
pub fn fill_text(
    text: &str,
    point: &GridPoint,
    location: &JsonPath,
    errors: &mut InputErrors,
) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((parameter, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match point.get(parameter) {
            Some(Value::String(value)) => filled.push_str(value),
            Some(value) => filled.push_str(&value.to_string()),
            None => unknown(parameter, point, location, errors),
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn unknown(parameter: &str, point: &GridPoint, location: &JsonPath, errors: &mut InputErrors) {
    let known: Vec<&str> = point.keys().map(String::as_str).collect();
    let advice = match nearest(parameter, known.iter().copied()) {
        Some(similar) => message!("scenarios-did-you-mean", id = format!("{{{similar}}}")),
        None => message!("scenarios-parameter-help", parameter = parameter),
    };
    let found = message!("scenarios-parameter-found", parameter = parameter);
    let allowed = message!("scenarios-parameter-allowed", known = known.join("`, `"));
    errors.add(Code::UnknownReference, location.to_string(), found, allowed, advice);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_grid_is_full() {
        let over = BTreeMap::from([
            ("a".to_owned(), vec![json!(1), json!(2)]),
            ("b".to_owned(), vec![json!("x"), json!("y"), json!("z")]),
        ]);
        let points = points(&over);
        assert_eq!(points.len(), 6);
        assert_eq!(json!(points[1]), json!({ "a": 1, "b": "y" }));
        assert_eq!(super::points(&BTreeMap::new()), [GridPoint::new()]);
    }

    #[test]
    fn a_parameter_alone_keeps_its_type() {
        let point =
            GridPoint::from([("share".to_owned(), json!(30)), ("d".to_owned(), json!(["tue"]))]);
        let mut value = json!({ "percent": "{share}", "title": "{share}% {", "days": "{d}" });
        let mut errors = InputErrors::default();
        fill(&mut value, &point, &JsonPath::default(), &mut errors);
        assert_eq!(value, json!({ "percent": 30, "title": "30% {", "days": ["tue"] }));
        assert_eq!(errors, InputErrors::default());
    }

    #[test]
    fn an_unknown_parameter_is_refused_with_its_place() {
        let point = GridPoint::from([("share".to_owned(), json!(30))]);
        let mut value = json!([{ "percent": "{sharee}" }]);
        let mut errors = InputErrors::default();
        fill(&mut value, &point, &JsonPath::default().key("changes"), &mut errors);
        assert_eq!(errors.0[0].location, "changes[0].percent");
        assert_eq!(errors.0[0].help.to_string(), "did you mean `{share}`?");
    }
}
