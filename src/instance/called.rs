//! Finds what a user calls by its name instead of its id.

use super::Instance;
use crate::base::{FoundName, NameRegister};

/// The kinds of things that a user may name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NamedKind {
    /// A school board.
    Board,
    /// An existing cluster.
    Cluster,
    /// A school.
    School,
}

/// Several things that fit a name: the id and name of each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Namesakes(pub Vec<(String, String)>);

impl Instance {
    /// The id of the thing of some kinds that a user names by id, name or BRIN; the text itself if there is none.
    ///
    /// # Errors
    /// If the name fits several things.
    pub fn id_called(&self, written: &str, kinds: &[NamedKind]) -> Result<String, Namesakes> {
        let boards = self.boards.values();
        let boards = boards.map(|one| (NamedKind::Board, &one.id, &one.name, None));
        let clusters = self.clusters.values();
        let clusters = clusters.map(|one| (NamedKind::Cluster, &one.id, &one.name, None));
        let schools = self.schools.values();
        let schools =
            schools.map(|one| (NamedKind::School, &one.id, &one.name, one.town.as_deref()));
        let things = boards.chain(clusters).chain(schools);
        let things: Vec<_> = things.filter(|(kind, ..)| kinds.contains(kind)).collect();
        if things.iter().any(|(_, id, ..)| *id == written) {
            return Ok(written.to_owned());
        }
        let mut names = NameRegister::default();
        for (index, (_, id, name, town)) in things.iter().enumerate() {
            names.add(index, id, name, *town);
        }
        match names.find(written, &|_| true) {
            FoundName::One(index) => Ok(things[index].1.clone()),
            FoundName::Nothing => Ok(written.to_owned()),
            FoundName::Several(found) => {
                let found = found.into_iter().map(|index| {
                    let (_, id, name, _) = things[index];
                    (id.clone(), name.clone())
                });
                Err(Namesakes(found.collect()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::input::Dropped;
    use crate::instance::document::InstanceDocument;
    use crate::instance::resolve::resolve;

    #[test]
    fn names_become_ids_and_namesakes_are_listed() {
        let document = json!({
            "format": "plaatswijzer/instance/1", "name": "Dorp",
            "boards": [{ "id": "b1", "name": "V.C.O.G." }],
            "schools": [
                { "id": "h1", "name": "CBS De Weg", "board": "b1", "places": 2, "town": "Leek" },
                { "id": "h2", "name": "OBS De Weg", "board": "b1", "places": 2, "town": "Roden" },
            ],
            "students": [],
        });
        let document: InstanceDocument = serde_json::from_value(document).unwrap();
        let files = |_: &str| Err(String::new());
        let instance = resolve(&document, &files, &Dropped::default()).instance;
        let all = [NamedKind::Board, NamedKind::Cluster, NamedKind::School];
        let id = |written: &str| instance.id_called(written, &all);
        assert_eq!(id("vcog"), Ok("b1".to_owned()));
        assert_eq!(id("De Weg Roden"), Ok("h2".to_owned()));
        assert_eq!(id("nowhere"), Ok("nowhere".to_owned()));
        assert_eq!(id("de weg").unwrap_err().0.len(), 2);
    }
}
