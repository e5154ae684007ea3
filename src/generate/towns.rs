//! The towns of the province of Groningen and the head of Drenthe, and the larger towns around from which
//! students travel. The list is `towns.csv`: names, thousandths of a degree (right to about a kilometre), and
//! weights.

use std::sync::LazyLock;

use serde::Deserialize;

use super::point::MapPoint;

/// A town.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Town {
    /// The name.
    pub name: String,
    /// The centre.
    pub at: MapPoint,
    /// The share of the region's students who live there, as a weight: inhabitants in hundreds. Of the towns
    /// outside the region only a part of the inhabitants counts.
    pub weight: u32,
}

/// A row of `towns.csv`.
#[derive(Deserialize)]
struct TownRow {
    name: String,
    latitude_thousandths: i64,
    longitude_thousandths: i64,
    weight: u32,
}

impl Town {
    /// The distance from the centre within which its houses and schools lie, in metres.
    pub const fn radius_m(&self) -> u32 {
        match self.weight {
            1000.. => 3000,
            200.. => 1800,
            60.. => 1000,
            _ => 600,
        }
    }
}

/// All towns, in the order of `towns.csv`, which decides the draws.
pub fn towns() -> &'static [Town] {
    static TOWNS: LazyLock<Vec<Town>> = LazyLock::new(|| {
        let mut reader = csv::Reader::from_reader(include_str!("towns.csv").as_bytes());
        let rows = reader.deserialize().collect::<Result<Vec<TownRow>, csv::Error>>();
        let town = |row: TownRow| Town {
            name: row.name,
            at: MapPoint::from_thousandths(row.latitude_thousandths, row.longitude_thousandths),
            weight: row.weight,
        };
        rows.expect("the table of towns has its columns").into_iter().map(town).collect()
    });
    &TOWNS
}

/// The town of that name.
///
/// # Panics
/// If there is none: names are given by the data files of this module only.
pub fn town(name: &str) -> &'static Town {
    towns().iter().find(|town| town.name == name).unwrap_or_else(|| panic!("no town {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_town_is_listed_once() {
        let names: std::collections::BTreeSet<&str> =
            towns().iter().map(|town| town.name.as_str()).collect();
        assert_eq!(names.len(), towns().len());
    }
}
