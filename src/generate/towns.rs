//! The towns of the province of Groningen and the head of Drenthe, and the
//! larger towns around from which students come.

use super::point::Point;

/// A town.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Town {
    /// Its name.
    pub name: &'static str,
    /// The middle of it, to about a kilometre.
    pub at: Point,
    /// How many of the region's students live there, as a weight: inhabitants
    /// in hundreds, and only a part of them outside the region.
    pub weight: u32,
}

impl Town {
    /// How far its houses and schools lie from the middle, in metres.
    pub const fn radius_m(&self) -> u32 {
        match self.weight {
            1000.. => 3000,
            200.. => 1800,
            60.. => 1000,
            _ => 600,
        }
    }
}

/// The town of that name.
///
/// # Panics
/// When there is none: names are written in the program only.
pub fn town(name: &str) -> &'static Town {
    TOWNS.iter().find(|town| town.name == name).unwrap_or_else(|| panic!("no town {name}"))
}

const fn at(name: &'static str, latitude: i64, longitude: i64, weight: u32) -> Town {
    Town { name, at: Point::from_thousandths(latitude, longitude), weight }
}

/// All towns: name, latitude and longitude in thousandths of a degree, weight.
pub const TOWNS: &[Town] = &[
    // The province of Groningen.
    at("Groningen", 53_220, 6_563, 2000),
    at("Haren", 53_173, 6_618, 190),
    at("Hoogezand", 53_157, 6_755, 220),
    at("Sappemeer", 53_165, 6_788, 95),
    at("Veendam", 53_103, 6_873, 200),
    at("Stadskanaal", 52_990, 6_956, 190),
    at("Winschoten", 53_148, 7_031, 185),
    at("Delfzijl", 53_328, 6_907, 155),
    at("Appingedam", 53_316, 6_858, 115),
    at("Leek", 53_157, 6_373, 110),
    at("Ter Apel", 52_878, 7_058, 90),
    at("Bedum", 53_302, 6_603, 85),
    at("Zuidhorn", 53_249, 6_403, 78),
    at("Oude Pekela", 53_104, 7_003, 77),
    at("Winsum", 53_329, 6_524, 75),
    at("Musselkanaal", 52_939, 7_007, 68),
    at("Scheemda", 53_173, 6_967, 58),
    at("Wildervank", 53_074, 6_856, 53),
    at("Uithuizen", 53_402, 6_670, 52),
    at("Ten Boer", 53_280, 6_702, 46),
    at("Muntendam", 53_133, 6_869, 45),
    at("Marum", 53_141, 6_260, 43),
    at("Tolbert", 53_164, 6_366, 42),
    at("Nieuwe Pekela", 53_063, 6_953, 40),
    at("Grootegast", 53_210, 6_272, 38),
    at("Zuidbroek", 53_164, 6_864, 35),
    at("Uithuizermeeden", 53_417, 6_731, 33),
    at("Opende", 53_175, 6_198, 31),
    at("Siddeburen", 53_247, 6_863, 31),
    at("Grijpskerk", 53_264, 6_303, 28),
    at("Harkstede", 53_210, 6_700, 27),
    at("Onstwedde", 53_035, 7_040, 27),
    at("Bellingwolde", 53_112, 7_159, 25),
    at("Loppersum", 53_333, 6_741, 25),
    at("Vlagtwedde", 53_025, 7_108, 24),
    at("Middelstum", 53_344, 6_641, 23),
    at("Warffum", 53_388, 6_559, 21),
    at("Leens", 53_360, 6_377, 19),
    // The head of Drenthe.
    at("Assen", 53_000, 6_555, 650),
    at("Roden", 53_138, 6_420, 150),
    at("Beilen", 52_862, 6_513, 110),
    at("Zuidlaren", 53_087, 6_677, 105),
    at("Eelde", 53_139, 6_569, 70),
    at("Peize", 53_148, 6_500, 52),
    at("Borger", 52_922, 6_796, 47),
    at("Gieten", 53_002, 6_769, 47),
    at("Westerbork", 52_856, 6_608, 47),
    at("Nieuw-Buinen", 52_957, 6_932, 45),
    at("Smilde", 52_948, 6_449, 42),
    at("Vries", 53_074, 6_574, 42),
    at("Rolde", 52_983, 6_645, 40),
    at("Annen", 53_056, 6_723, 37),
    at("Norg", 53_065, 6_462, 35),
    at("Bovensmilde", 52_974, 6_480, 34),
    // Around: only a part of the inhabitants looks this way.
    at("Emmen", 52_775, 6_903, 190),
    at("Hoogeveen", 52_720, 6_472, 130),
    at("Leeuwarden", 53_199, 5_804, 120),
    at("Drachten", 53_106, 6_093, 110),
    at("Heerenveen", 52_956, 5_924, 60),
    at("Buitenpost", 53_251, 6_143, 30),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_town_stands_once() {
        let names: std::collections::BTreeSet<&str> = TOWNS.iter().map(|town| town.name).collect();
        assert_eq!(names.len(), TOWNS.len());
    }
}
