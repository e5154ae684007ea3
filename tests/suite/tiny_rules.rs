//! Random settings for every rule: by default, switched off, or drawn.

use serde_json::{Map, Value, json};

use crate::draws::Draws;
use crate::tiny::DAYS;

/// Sizes of clusters, as small as the instances.
#[derive(Clone, Copy)]
pub struct Sizes {
    pub min: i64,
    pub target: i64,
    pub max: i64,
}

impl Sizes {
    pub fn drawn(draws: &mut Draws) -> Self {
        let min = draws.between(0, 2);
        let target = min + draws.between(0, 2);
        Self { min, target, max: target + draws.between(0, 2) }
    }
}

/// The rules of an instance.
pub fn rules(draws: &mut Draws, sizes: Sizes) -> Value {
    let mut rules = Map::new();
    // With the default price of leaving out and the default sizes, tiny instances have little choice.
    rules.insert("placement".to_owned(), json!({ "worth_km": draws.between(5, 80) }));
    rules.insert("cluster_size".to_owned(), cluster_size(draws, sizes));
    rules.insert("forming".to_owned(), forming(draws));
    for (rule, usual) in [
        ("meeting_day", true),
        ("denomination", true),
        ("travel", true),
        ("exclusion", true),
        ("fixed", true),
        ("wishes", true),
        ("concept", true),
        ("admission", true),
        ("variety", true),
        ("board_share", true),
        ("interprofessional", true),
        ("shell", true),
        ("budget", true),
        ("spread", false),
        ("school_minimum", false),
        ("year_mix", false),
    ] {
        let drawn = draws.between(0, 99);
        if drawn < 12 {
            rules.insert(rule.to_owned(), false.into());
        } else if drawn < 50 {
            rules.insert(rule.to_owned(), settings(draws, rule));
        } else if drawn < 60 || (!usual && drawn < 70) {
            rules.insert(rule.to_owned(), json!({}));
        }
    }
    Value::Object(rules)
}

fn cluster_size(draws: &mut Draws, sizes: Sizes) -> Value {
    if draws.percent(8) {
        return false.into();
    }
    let Sizes { min, target, max } = sizes;
    json!({ "min": min, "target": target, "max": max, "worth_km": draws.between(0, 6) })
}

/// Gives members below the minimum of an existing cluster a price in every third instance.
pub fn below_minimum(draws: &mut Draws, rules: &mut Value) {
    if draws.percent(33)
        && let Some(settings) = rules["cluster_size"].as_object_mut()
    {
        settings.insert("below_min_worth_km".to_owned(), draws.between(0, 9).into());
    }
}

fn forming(draws: &mut Draws) -> Value {
    if draws.percent(12) {
        return false.into();
    }
    let most = draws.between(1, 3);
    let mut forming = json!({
        "max_schools": most, "reach_km": draws.between(3, 40),
        "opening_worth_km": draws.between(0, 15), "alone_places": draws.between(1, 4),
    });
    if draws.percent(30) {
        forming["min_schools"] = draws.between(1, most).into();
    }
    if draws.percent(40) {
        forming["meeting_days"] = json!(draws.some_of(&DAYS, 1, 2));
    }
    forming
}

fn settings(draws: &mut Draws, rule: &str) -> Value {
    let worth = json!(draws.between(0, 20_000) as f64 / 1000.0);
    match rule {
        "meeting_day" => json!({
            "worth_km": worth, "hard": draws.percent(40),
            "class_worth_km": draws.between(0, 6), "default_day": draws.pick(&DAYS),
        }),
        "travel" => json!({
            "comfortable_km": draws.between(0, 15), "excess_percent": draws.between(0, 250),
            "limit_km": draws.between(5, 60),
        }),
        "wishes" => {
            json!({ "step_worth_km": draws.between(0, 5), "none_worth_km": worth })
        }
        "variety" => {
            json!({ "again": draws.pick(&["refuse", "price", "allow"]), "worth_km": worth })
        }
        "school_minimum" => json!({ "min": draws.between(0, 3) }),
        "year_mix" => json!({ "min_years": draws.between(0, 3), "worth_km": worth }),
        "interprofessional" => json!({ "max_percent": draws.between(0, 60) }),
        "budget" => json!({ "limit_eur": draws.between(-4, 24) }),
        "exclusion" | "fixed" | "admission" | "board_share" => json!({}),
        _ => json!({ "worth_km": worth }),
    }
}
