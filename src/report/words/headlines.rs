//! What a plan comes to, in sentences that can be read aloud.

use crate::disclosure::{Audience, Count, Dossier, Facts, PartFact, Share};
use crate::texts::Language;

impl Language {
    /// What a plan comes to: the sentences at the top of a report.
    pub fn headlines(self, dossier: &Dossier) -> Vec<String> {
        let facts = &dossier.facts;
        let mut sentences = vec![self.placed(facts), self.clusters_used(facts)];
        sentences.extend(self.travelled(facts));
        sentences.extend(self.wished(facts));
        sentences.extend(self.attend(facts));
        sentences.extend(self.net(facts));
        sentences
    }

    /// For whom a report was made, and what is therefore left out.
    pub fn made_for(self, dossier: &Dossier) -> String {
        let board = dossier.board.as_deref().unwrap_or_default();
        match (dossier.audience, self) {
            (Audience::Planner, Self::Dutch) => {
                "Voor planners: met persoonsgegevens (woonplaats, wensen, vrije dagen). Ga er zorgvuldig mee om."
                    .to_owned()
            }
            (Audience::Planner, Self::English) => {
                "For planners: with personal data (homes, wishes, free days). Keep it accordingly."
                    .to_owned()
            }
            (Audience::Board(_), Self::Dutch) => format!(
                "Voor {board}: met namen van de eigen studenten, zonder wensen, woonplaatsen, vrije dagen \
                 en redenen; van anderen geen groep kleiner dan vijf."
            ),
            (Audience::Board(_), Self::English) => format!(
                "For {board}: with the names of its own students, without wishes, homes, free days and \
                 reasons; of others no group smaller than five."
            ),
            (Audience::Public, Self::Dutch) => {
                "Voor iedereen: zonder studenten, zonder woonplaatsen nauwkeuriger dan een \
                 postcodegebied en zonder groepen kleiner dan vijf."
                    .to_owned()
            }
            (Audience::Public, Self::English) => {
                "For anyone: no student, no home nearer than a postcode area and no group smaller \
                 than five."
                    .to_owned()
            }
        }
    }

    /// A part of a whole: `8 of 9 (88.9%)`.
    pub fn part(self, part: &PartFact) -> String {
        let (number, of) = (self.count(part.number), self.count(part.of));
        format!("{number} {} {of}{}", self.choose("van", "of"), self.share_behind(part.share))
    }

    /// A share in brackets, behind the numbers that it is of; nothing where it is not told.
    fn share_behind(self, share: Share) -> String {
        match share {
            Share::Unknown => String::new(),
            share => format!(" ({})", self.share(share)),
        }
    }

    fn placed(self, facts: &Facts) -> String {
        let at = &facts.students;
        let [core, of] = [at.core.number, at.core.of].map(|count| self.count(count));
        let share = self.share_behind(at.core.share);
        let shell = match at.shell.number {
            Count::Exact(0) => String::new(),
            count => {
                format!(", {} {}", self.count(count), self.choose("in de schil", "in the shell"))
            }
        };
        let left_out = match (at.left_out.number, self) {
            (Count::Exact(0), Self::Dutch) => "iedereen heeft een plek".to_owned(),
            (Count::Exact(0), Self::English) => "nobody is left out".to_owned(),
            (count, Self::Dutch) => format!("niet geplaatst: {}", self.count(count)),
            (count, Self::English) => format!("left out: {}", self.count(count)),
        };
        match self {
            Self::Dutch => {
                format!(
                    "Geplaatst in een opleidingscluster: {core} van {of} studenten{share}{shell}; \
                     {left_out}."
                )
            }
            Self::English => {
                format!(
                    "Placed in a training cluster: {core} of {of} students{share}{shell}; {left_out}."
                )
            }
        }
    }

    fn clusters_used(self, facts: &Facts) -> String {
        let [used, new] = [facts.clusters_used, facts.clusters_new].map(|one| self.whole(one));
        let unused = match (facts.clusters_unused, self) {
            (0, _) => String::new(),
            (number, Self::Dutch) => format!("; bestaande clusters niet in gebruik: {number}"),
            (number, Self::English) => format!("; existing clusters not used: {number}"),
        };
        match self {
            Self::Dutch => format!("Clusters in gebruik: {used}, waarvan nieuw: {new}{unused}."),
            Self::English => format!("Clusters used: {used}, of these new: {new}{unused}."),
        }
    }

    fn travelled(self, facts: &Facts) -> Option<String> {
        let journeys = &facts.journeys;
        let mean = self.kilometres(journeys.mean_m?);
        let far = |metres| {
            if journeys.rounded { self.about_kilometres(metres) } else { self.kilometres(metres) }
        };
        let late = journeys.percentile_90_m.map(|metres| match self {
            Self::Dutch => format!("; 90% reist hoogstens {}", far(metres)),
            Self::English => format!("; 90% travel at most {}", far(metres)),
        });
        let longest = journeys.longest_m.map(|metres| match self {
            Self::Dutch => format!("; de langste reis is {}", far(metres)),
            Self::English => format!("; the longest journey is {}", far(metres)),
        });
        let (late, longest) = (late.unwrap_or_default(), longest.unwrap_or_default());
        Some(match self {
            Self::Dutch => format!("Gemiddelde enkele reis: {mean}{late}{longest}."),
            Self::English => format!("Mean journey, one way: {mean}{late}{longest}."),
        })
    }

    fn wished(self, facts: &Facts) -> Vec<String> {
        let denominations = facts.denominations.iter().map(|(term, met)| {
            let met = self.part(met);
            match self {
                Self::Dutch => format!("Wens voor {term} vervuld: {met} van wie geplaatst is."),
                Self::English => format!("Wish for {term} met: {met} of those placed."),
            }
        });
        denominations.collect()
    }

    fn attend(self, facts: &Facts) -> Option<String> {
        if facts.meeting_day.of == Count::Exact(0) {
            return None;
        }
        let free = self.part(&facts.meeting_day);
        Some(match self {
            Self::Dutch => format!("Leden die op de bijeenkomstdag kunnen: {free}."),
            Self::English => format!("Members who are free on their meeting day: {free}."),
        })
    }

    fn net(self, facts: &Facts) -> Option<String> {
        let money = facts.money?;
        let [cost, grant, net] =
            [money.cost_eur, money.grant_eur, money.net_eur].map(|euros| self.whole(euros.0));
        Some(match self {
            Self::Dutch => format!("Kosten: € {cost}; subsidie: € {grant}; netto: € {net}."),
            Self::English => format!("Cost: € {cost}; grant: € {grant}; net: € {net}."),
        })
    }
}
