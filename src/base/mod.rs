//! The foundation: typed ids, measures, exact numbers and geography. It knows nothing of schools.

pub mod bounded;
pub mod decimal;
mod denomination;
pub mod digest;
mod div_ceil;
mod gap;
mod geography;
pub mod id;
pub mod kilometres;
mod lot;
pub mod measure;
mod names;
mod town;
mod vicinity;

pub use bounded::OutOfBounds;
pub use decimal::Decimal;
pub use denomination::denominations_as_written;
pub use digest::sha256;
pub use div_ceil::div_ceil;
pub use gap::{is_within_gap, relative_gap};
pub use geography::Coordinates;
pub use id::{Id, IdVec};
pub use kilometres::Kilometres;
pub use lot::lot;
pub use measure::{Euros, Metres, Points};
pub use names::{FoundName, NameRegister, core_of_name, folded, name_words};
pub use town::{capitalised, town_as_written};
pub use vicinity::Vicinity;
