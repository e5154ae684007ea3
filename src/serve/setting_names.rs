//! What settings of rules are called on the page.

use crate::message;
use crate::texts::Message;

/// What a setting is called; `None` if it has no name but its key.
pub fn setting_called(key: &str) -> Option<Message> {
    Some(match key {
        "alone_places" => message!("serve-setting-alone-places"),
        "class_worth_km" => message!("serve-setting-class-worth"),
        "comfortable_km" => message!("serve-setting-comfortable"),
        "excess_percent" => message!("serve-setting-excess"),
        "limit_eur" => message!("serve-setting-limit-eur"),
        "limit_km" => message!("serve-setting-limit"),
        "max" => message!("serve-setting-max"),
        "max_changes" => message!("serve-setting-max-changes"),
        "max_percent" => message!("serve-setting-max-percent"),
        "max_schools" => message!("serve-setting-max-schools"),
        "min" => message!("serve-setting-min"),
        "min_schools" => message!("serve-setting-min-schools"),
        "min_years" => message!("serve-setting-min-years"),
        "none_worth_km" => message!("serve-setting-none-worth"),
        "opening_worth_km" => message!("serve-setting-opening"),
        "reach_km" => message!("serve-setting-reach"),
        "step_worth_km" => message!("serve-setting-step"),
        "target" => message!("serve-setting-target"),
        "worth_km" => message!("serve-setting-worth"),
        "below_min_worth_km" => message!("serve-setting-below-min"),
        _ => return None,
    })
}
