//! Multipliers and directions in floating point, by which an ascent steers.

use super::core::Core;
use super::multipliers::Multipliers;
use crate::instance::StudentId;

/// Multipliers or a direction, in floating point.
#[derive(Clone, Debug)]
pub struct Point {
    /// Per student entry.
    pub student: Vec<f64>,
    /// Per school.
    pub place: Vec<f64>,
    /// Of the row on students left out.
    pub left_out: f64,
    /// Of the cover row.
    pub cover: f64,
    /// Of the row on the students in clusters.
    pub share: f64,
}

impl Point {
    /// Multipliers in floating point.
    pub fn of(multipliers: &Multipliers) -> Self {
        let float = |values: std::slice::Iter<'_, i64>| values.map(|&value| value as f64).collect();
        Self {
            student: float(multipliers.student.values()),
            place: float(multipliers.place.values()),
            left_out: multipliers.left_out as f64,
            cover: multipliers.cover as f64,
            share: multipliers.share as f64,
        }
    }

    /// The nearest multipliers in whole points.
    pub fn rounded(&self) -> Multipliers {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range of multipliers")]
        let round = |value: &f64| value.round() as i64;
        Multipliers::new(
            self.student.iter().map(round).collect(),
            self.place.iter().map(round).collect(),
        )
        .with_counts(round(&self.left_out), round(&self.cover))
        .with_share(round(&self.share))
    }

    /// What leaving a student out costs here; see [`left_out_price`](super::relaxation::left_out_price).
    pub fn left_out_price(&self, core: &Core, id: StudentId) -> Option<f64> {
        let entry = core.entries[id];
        let uncovered = match core.cover {
            Some(cover) if entry.is_member => self.cover / cover.remainder as f64,
            _ => 0.0,
        };
        entry.left_out.map(|price| price as f64 - self.left_out - uncovered)
    }

    /// No direction.
    pub fn zero(core: &Core) -> Self {
        Self {
            student: vec![0.0; core.entries.len()],
            place: vec![0.0; core.problem.instance.schools.len()],
            left_out: 0.0,
            cover: 0.0,
            share: 0.0,
        }
    }

    fn values_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        let counts = [&mut self.left_out, &mut self.cover, &mut self.share];
        self.student.iter_mut().chain(&mut self.place).chain(counts)
    }

    /// Multiplies every component.
    pub fn scale(&mut self, factor: f64) {
        self.values_mut().for_each(|value| *value *= factor);
    }

    /// Adds another direction.
    pub fn add(&mut self, other: &Self) {
        let counts = [&other.left_out, &other.cover, &other.share];
        let values = other.student.iter().chain(&other.place).chain(counts);
        self.values_mut().zip(values).for_each(|(value, by)| *value += by);
    }
}
