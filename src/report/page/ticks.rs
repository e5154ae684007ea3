//! Round numbers along an axis.

/// Round numbers from below the least to above the greatest value, about `wanted` of them: steps of 1, 2 or
/// 5 times a power of ten, no smaller than `finest`.
pub fn ticks(least: f64, greatest: f64, wanted: usize, finest: f64) -> Vec<f64> {
    let step = step((greatest - least) / wanted.max(1) as f64).max(finest);
    let (first, last) = ((least / step).floor(), (greatest / step).ceil().max(least / step + 1.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few steps")]
    let number = (last.floor() - first).clamp(1.0, 1000.0) as usize;
    (0..=number).map(|index| (first + index as f64) * step).collect()
}

/// A tick that is a whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "ticks are near the values that they stand beside"
)]
pub fn whole(tick: f64) -> i64 {
    tick.round() as i64
}

/// The greatest of 1, 2 and 5 times a power of ten that a length has room for.
pub fn round_below(length: f64) -> f64 {
    let power = 10_f64.powf(length.log10().floor());
    let fits = [5.0, 2.0, 1.0].into_iter().find(|factor| factor * power <= length);
    fits.unwrap_or(1.0) * power
}

/// The least of 1, 2 and 5 times a power of ten that is not below some width.
fn step(width: f64) -> f64 {
    if !(width.is_finite() && width > 0.0) {
        return 1.0;
    }
    let power = 10_f64.powf(width.log10().floor());
    let steps = [1.0, 2.0, 5.0].into_iter().map(|factor| factor * power);
    // A little less than the width is near enough: 0.1 cannot be written exactly.
    steps.into_iter().find(|step| *step >= width * 0.999_999).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_around_the_values() {
        assert_eq!(ticks(0.0, 37.0, 5, 1.0), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(0.0, 3.0, 5, 1.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(-12.0, 31.0, 5, 1.0), [-20.0, -10.0, 0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(70.0, 70.0, 5, 1.0), [70.0, 71.0]);
        assert_eq!(ticks(0.0, 0.0, 5, 1.0), [0.0, 1.0]);
    }

    #[test]
    fn a_scale_bar_fits() {
        let lengths = [0.9, 1.0, 4.9, 12.0, 99.0].map(|length| round_below(length).to_string());
        assert_eq!(lengths, ["0.5", "1", "2", "10", "50"]);
    }
}
