//! What settings of rules, and those of the finances that they speak of, are called on the page.

use crate::message;
use crate::texts::Message;

/// What a setting is called; `None` if it has no name but its key.
pub fn setting_called(key: &str) -> Option<Message> {
    Some(match key {
        "again" => message!("serve-setting-again"),
        "alone_places" => message!("serve-setting-alone-places"),
        "class_worth_km" => message!("serve-setting-class-worth"),
        "cluster_eur" => message!("serve-setting-cluster-eur"),
        "comfortable_km" => message!("serve-setting-comfortable"),
        "default_day" => message!("serve-setting-default-day"),
        "excess_percent" => message!("serve-setting-excess"),
        "finance" => message!("serve-setting-finance"),
        "grant_base_eur" => message!("serve-setting-grant-base"),
        "grant_lag_years" => message!("serve-setting-grant-lag"),
        "grant_per_student_eur" => message!("serve-setting-grant-per-student"),
        "grant_steps" => message!("serve-setting-grant-steps"),
        "hard" => message!("serve-setting-hard"),
        "limit_eur" => message!("serve-setting-limit-eur"),
        "limit_km" => message!("serve-setting-limit"),
        "max" => message!("serve-setting-max"),
        "max_changes" => message!("serve-setting-max-changes"),
        "max_percent" => message!("serve-setting-max-percent"),
        "max_schools" => message!("serve-setting-max-schools"),
        "meeting_days" => message!("serve-setting-meeting-days"),
        "min" => message!("serve-setting-min"),
        "min_schools" => message!("serve-setting-min-schools"),
        "min_years" => message!("serve-setting-min-years"),
        "none_worth_km" => message!("serve-setting-none-worth"),
        "opening_eur" => message!("serve-setting-opening-eur"),
        "opening_worth_km" => message!("serve-setting-opening"),
        "reach_km" => message!("serve-setting-reach"),
        "shell_student_eur" => message!("serve-setting-shell-student-eur"),
        "step_worth_km" => message!("serve-setting-step"),
        "student_eur" => message!("serve-setting-student-eur"),
        "target" => message!("serve-setting-target"),
        "worth_km" => message!("serve-setting-worth"),
        "below_min_worth_km" => message!("serve-setting-below-min"),
        _ => return None,
    })
}
