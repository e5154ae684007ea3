//! Division of whole numbers, rounded up.

/// The quotient rounded up, for a divisor above 0.
pub const fn div_ceil(dividend: i64, divisor: i64) -> i64 {
    -(-dividend).div_euclid(divisor)
}
