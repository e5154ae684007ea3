//! Goal levels, and why someone is left out.

use crate::composing::Conclusion;
use crate::disclosure::Why;
use crate::instance::Goal;
use crate::problem::Remaining;
use crate::texts::Language;

impl Language {
    /// What a goal level minimises.
    pub fn goal(self, goal: Goal) -> String {
        let (dutch, english) = match goal {
            Goal::Unplaced => ("studenten niet geplaatst", "students left out"),
            Goal::LongestJourney => ("langste reis (m)", "longest journey (m)"),
            Goal::LeximaxJourney(rank) => {
                return match self {
                    Self::Dutch => format!("langste reis nummer {} (m)", rank.get()),
                    Self::English => format!("longest journey number {} (m)", rank.get()),
                };
            }
            Goal::MeetingDay => ("leden die de bijeenkomst missen", "members who miss the meeting"),
            Goal::Denomination => {
                ("wensen voor denominatie niet vervuld", "unmet wishes for a denomination")
            }
            Goal::Clusters => ("nieuwe clusters", "new clusters"),
            Goal::Total => ("punten in totaal", "points in total"),
            Goal::Lot => ("loting tussen gelijke plannen", "lots between equal plans"),
            Goal::Moves => ("studenten die verhuizen", "students who move"),
        };
        self.choose(dutch, english).to_owned()
    }

    /// Why someone is left out: the funnel in a sentence, and what follows from it.
    pub fn why(self, why: &Why) -> String {
        let number = |key: &str| why.funnel.get(key).copied();
        let rules = crate::rules::cards().into_iter().filter_map(|card| {
            let refused = number(card.id)?;
            Some(format!("{} {}", self.whole(refused), self.refused(card.id)))
        });
        let states = Remaining::ALL.into_iter().filter_map(|state| {
            Some(format!("{} {}", self.whole(number(state.word())?), self.remaining(state)))
        });
        let parts: Vec<String> = rules.chain(states).collect();
        let schools = number("schools").unwrap_or_default();
        let of = match (self, schools) {
            (Self::Dutch, 1) => "Van 1 school".to_owned(),
            (Self::Dutch, schools) => format!("Van {} scholen", self.whole(schools)),
            (Self::English, 1) => "Of 1 school".to_owned(),
            (Self::English, schools) => format!("Of {} schools", self.whole(schools)),
        };
        format!("{of}: {}. {}", parts.join(", "), self.conclusion(why.conclusion))
    }

    /// What follows from a funnel.
    pub const fn conclusion(self, conclusion: Conclusion) -> &'static str {
        match conclusion {
            Conclusion::NoSchool => self.choose(
                "Volgens de regels kan geen enkele school.",
                "No school is possible under the rules.",
            ),
            Conclusion::AllFull => self.choose(
                "Wat overblijft is vol: een plek daar zou iemand anders verplaatsen.",
                "All that remain are full: a place there would move someone else.",
            ),
            Conclusion::NotKnown => self.choose(
                "Het zoeken is gestopt voordat duidelijk was of een beter plan een plek heeft.",
                "The search ended before it was clear whether a better plan has a place.",
            ),
            Conclusion::DearerElsewhere => self.choose(
                "Een plek daar zou een grens van een cluster, een bestuur of het plan breken, of \
                 elders meer kosten dan geen plek.",
                "A place there would break a bound on a cluster, a board or the plan, or cost more \
                 elsewhere than leaving out.",
            ),
            Conclusion::AnotherCluster => self.choose(
                "Een cluster erbij mag niet, of kost meer dan geen plek.",
                "One more cluster is not allowed, or costs more than leaving out.",
            ),
        }
    }

    fn refused(self, rule: &str) -> String {
        match rule {
            "forming" => self.choose("in geen cluster", "in no cluster").to_owned(),
            "travel" => self.choose("te ver", "too far").to_owned(),
            rule => {
                let title = self.rule_title(rule);
                match self {
                    Self::Dutch => format!("geweigerd door ‘{title}’"),
                    Self::English => format!("refused by ‘{title}’"),
                }
            }
        }
    }

    const fn remaining(self, state: Remaining) -> &'static str {
        match state {
            Remaining::Full => self.choose("vol", "full"),
            Remaining::ClusterFull => {
                self.choose("in een vol cluster", "in a cluster that is full")
            }
            Remaining::NotUsed => self.choose("niet in gebruik", "not in use"),
            Remaining::Room => self.choose("met ruimte", "with room"),
        }
    }
}
