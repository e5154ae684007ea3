//! What tables are called.

use crate::disclosure::Topic;
use crate::texts::Language;

impl Language {
    /// The title of a table.
    pub fn topic(self, topic: &Topic) -> String {
        let (dutch, english) = match topic {
            Topic::Goals => ("Hoe goed het plan is", "How good the plan is"),
            Topic::Placements => ("Plaatsingen", "Placements"),
            Topic::Clusters => ("Clusters", "Clusters"),
            Topic::Boards => ("Besturen", "Boards"),
            Topic::Schools => ("Scholen", "Schools"),
            Topic::LeftOut => ("Niet geplaatst", "Left out"),
            Topic::Indicators => ("Kengetallen", "Indicators"),
            Topic::Rules => ("Regels", "Rules"),
            Topic::OfBoard(_, name) => {
                return format!("{} {name}", self.choose("Bestuur", "Board"));
            }
            Topic::OfCluster(_, name) => {
                return format!("{} {name}", self.choose("Cluster", "Cluster"));
            }
        };
        self.choose(dutch, english).to_owned()
    }
}
