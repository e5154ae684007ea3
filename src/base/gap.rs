//! How far a value may be from the best one.

/// The gap between a value and its bound, as a fraction of the value: (value − bound) / max(1, value). Negative only
/// where the bound is above the value.
pub fn relative_gap(value: i64, bound: i64) -> f64 {
    value.saturating_sub(bound) as f64 / value.max(1) as f64
}

/// Whether a value is at most a fraction of itself above its bound.
pub fn is_within_gap(value: i64, bound: i64, most: f64) -> bool {
    value.saturating_sub(bound) as f64 <= most * value.max(1) as f64
}
