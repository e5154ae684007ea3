//! Titles of tables.

use crate::disclosure::Topic;
use crate::message;
use crate::texts::Language;

impl Language {
    /// The title of a table.
    pub fn topic(self, topic: &Topic) -> String {
        let title = match topic {
            Topic::Goals => message!("table-goals"),
            Topic::Placements => message!("table-placements"),
            Topic::Clusters => message!("table-clusters"),
            Topic::UnusedClusters => message!("table-unused-clusters"),
            Topic::Boards => message!("table-boards"),
            Topic::Schools => message!("table-schools"),
            Topic::LeftOut => message!("table-left-out"),
            Topic::Indicators => message!("table-indicators"),
            Topic::Pairs => message!("table-pairs"),
            Topic::Rules => message!("table-rules"),
            Topic::OfBoard(_, name) => message!("table-of-board", name = name),
            Topic::OfCluster(_, name) => message!("table-of-cluster", name = name),
            Topic::Changes => message!("table-changes"),
            Topic::Leavers => message!("table-leavers"),
            Topic::Letters => message!("table-letters"),
        };
        title.in_language(self)
    }
}
