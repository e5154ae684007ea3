//! How times grow.

/// The exponent of the power that fits pairs of a size and seconds best, by least squares on logarithms.
pub fn exponent(measured: &[(f64, f64)]) -> f64 {
    let points: Vec<(f64, f64)> =
        measured.iter().map(|(size, seconds)| (size.ln(), seconds.ln())).collect();
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
    let (x, y) = (x / count, y / count);
    let (mut along, mut squares) = (0.0, 0.0);
    for point in &points {
        along += (point.0 - x) * (point.1 - y);
        squares += (point.0 - x).powi(2);
    }
    along / squares
}
