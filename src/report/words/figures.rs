//! What figures are called.

use crate::disclosure::Figure;
use crate::texts::Language;

impl Language {
    /// The name of a figure.
    pub fn figure(self, figure: Figure) -> String {
        let (dutch, english) = match figure {
            Figure::InClusters => ("geplaatst in een cluster", "placed in a cluster"),
            Figure::InShell => ("geplaatst in de schil", "placed in the shell"),
            Figure::LeftOut => ("niet geplaatst", "left out"),
            Figure::JourneyMean => ("gemiddelde reis", "mean journey"),
            Figure::JourneyMedian => ("mediane reis", "median journey"),
            Figure::Journey90 => ("90% reist hoogstens", "90% travel at most"),
            Figure::JourneyLongest => ("langste reis", "longest journey"),
            Figure::JourneyComfortable => {
                ("reizen binnen een prettige afstand", "journeys within what is comfortable")
            }
            Figure::DenominationMet => {
                ("wens voor denominatie vervuld", "wish for denomination met")
            }
            Figure::ConceptMet => ("wens voor concept vervuld", "wish for concept met"),
            Figure::WishMet(rank) => {
                return match self {
                    Self::Dutch => format!("kreeg wens nummer {rank}"),
                    Self::English => format!("got wish number {rank}"),
                };
            }
            Figure::WishUnmet => ("kreeg geen van de wensen", "got none of the wishes"),
            Figure::FreeOnMeetingDay => {
                ("leden die op de bijeenkomstdag kunnen", "members free on their meeting day")
            }
            Figure::ClustersUsed => ("clusters in gebruik", "clusters used"),
            Figure::ClustersNew => ("nieuwe clusters", "new clusters"),
            Figure::ClustersUnused => {
                ("bestaande clusters niet in gebruik", "existing clusters not used")
            }
            Figure::ClustersOffTarget => {
                ("clusters boven of onder het streefgetal", "clusters off their target")
            }
            Figure::Members => ("leden van leergemeenschappen", "members of communities"),
            Figure::Fill => ("studenten op plekken van bestuur", "students at places of board"),
            Figure::FillGini => ("ongelijkheid van vulling (Gini)", "unevenness of fill (Gini)"),
            Figure::Cost => ("kosten in euro's", "cost in euros"),
            Figure::Grant => ("subsidie in euro's", "grant in euros"),
            Figure::Net => ("netto in euro's", "net in euros"),
        };
        self.choose(dutch, english).to_owned()
    }
}
