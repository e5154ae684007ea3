//! Tests of the room as a whole: each of its claims against enumeration, on tiny random problems.

mod ascent;
mod branching;
mod change_multiplier;
mod fixing;
mod fractional;
mod improve;
mod instances;
mod least_left_out;
mod levels;
mod merge;
mod option_bounds;
mod oracle;
mod packing;
mod packing_bounds;
mod placing;
mod relaxation;
mod restricted;
mod slack;
mod slots;
mod start;
mod subproblem;

use crate::base::IdVec;
use crate::solve::decomposition::bound::ascent::SubgradientAscent;
use crate::solve::decomposition::bound::core::Core;
use crate::solve::decomposition::bound::multipliers::{MOST, Multipliers};
use crate::testing::Draws;

/// The kind of multipliers that a claim is tested with: it must hold for all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Zero,
    First,
    Equal,
    /// At either end of the range that multipliers may have.
    Huge,
    /// Negative for students, large for places.
    Negative,
    Random,
    /// Found by an ascent.
    Climbed,
    /// As if places were few.
    Few,
}

const KINDS: [Kind; 8] = [
    Kind::Zero,
    Kind::First,
    Kind::Equal,
    Kind::Huge,
    Kind::Negative,
    Kind::Random,
    Kind::Climbed,
    Kind::Few,
];

/// Steps after which an ascent on a tiny problem has nearly converged.
const STEPS: u32 = 120;

fn multipliers(core: &Core, kind: Kind, draws: &mut Draws) -> Multipliers {
    let one = (draws.between(-10_000, 40_000), draws.between(-5_000, 5_000));
    let mut drawn = |kind| match kind {
        Kind::Equal => one,
        Kind::Huge => (draws.one_of(&[-MOST, 0, MOST]), draws.one_of(&[0, 1_000, MOST])),
        Kind::Negative => (draws.between(-40_000, -1), draws.between(0, 30_000)),
        Kind::Random => (draws.between(-5_000, 40_000), draws.between(-8_000, 12_000)),
        Kind::Zero | Kind::First | Kind::Climbed | Kind::Few => (0, 0),
    };
    match kind {
        Kind::First => Multipliers::first(core),
        Kind::Climbed => climbed(core),
        Kind::Few => Multipliers::of_few_places(core),
        _ => {
            let students: IdVec<_, i64> = core.entries.ids().map(|_| drawn(kind).0).collect();
            let schools = core.problem.instance.schools.ids();
            let places = schools.map(|_| drawn(kind).1).collect();
            let counts = match kind {
                Kind::Zero => (0, 0),
                _ => (drawn(kind).1, drawn(kind).1),
            };
            Multipliers::new(students, places).with_counts(counts.0, counts.1)
        }
    }
}

fn climbed(core: &Core) -> Multipliers {
    let mut ascent = SubgradientAscent::from(core, &Multipliers::first(core));
    for _ in 0..STEPS {
        ascent.step(None);
    }
    ascent.best().multipliers.clone()
}
