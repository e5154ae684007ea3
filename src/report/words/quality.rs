//! How good a plan is, in plain words.

use crate::base::capitalised;
use crate::disclosure::{LevelQuality, Quality};
use crate::plan::Status;
use crate::texts::Language;

impl Language {
    /// How good a plan is: a sentence on the whole, then one per goal level.
    pub fn quality(self, quality: &Quality) -> Vec<String> {
        let mut sentences = vec![self.status(quality)];
        sentences.extend(quality.levels.iter().filter_map(|level| self.level(level)));
        sentences.push(
            self.choose(
                "Een onafhankelijke controle van elke regel en elk getal bevestigt dit.",
                "An independent check of every rule and figure agrees.",
            )
            .to_owned(),
        );
        sentences
    }

    fn status(self, quality: &Quality) -> String {
        let gap = quality.widest_gap();
        match (quality.status, gap) {
            (Some(Status::Optimal), _) => self.choose(
                "Geen plan onder deze regels is beter: dat is bewezen.",
                "No plan under these rules is better: that is proven.",
            ),
            (_, None) => self.choose(
                "Het plan zegt niet hoe goed het is.",
                "The plan does not say how good it is.",
            ),
            (_, Some(gap)) => {
                let gap = self.gap(gap);
                return match self {
                    Self::Dutch => {
                        format!(
                            "Geen plan onder deze regels is meer dan {gap} beter: dat is bewezen."
                        )
                    }
                    Self::English => {
                        format!(
                            "No plan under these rules is more than {gap} better: that is proven."
                        )
                    }
                };
            }
        }
        .to_owned()
    }

    /// What is proven at a level; `None` where its value is not told.
    fn level(self, level: &LevelQuality) -> Option<String> {
        let (value, bound) = level.value_and_bound?;
        let (goal, value) = (capitalised(&self.goal(level.goal)), self.whole(value));
        Some(if level.gap_thousandths == 0 {
            format!(
                "{goal}: {value}, {}.",
                self.choose("het laagst mogelijke", "the least possible")
            )
        } else {
            let (bound, gap) = (self.whole(bound), self.gap(level.gap_thousandths));
            match self {
                Self::Dutch => {
                    format!("{goal}: {value}; geen plan komt onder {bound} (verschil {gap}).")
                }
                Self::English => {
                    format!("{goal}: {value}; no plan gets below {bound} (gap {gap}).")
                }
            }
        })
    }
}
