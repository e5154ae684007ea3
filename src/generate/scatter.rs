//! The distribution of random locations around a point.

/// The distribution of locations around a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scatter {
    /// At most this number of metres away in each direction, more often near than far: a town. 0 is the point
    /// itself.
    Around(u32),
    /// At most this number of metres away in each direction, uniformly: a square.
    Evenly(u32),
}
