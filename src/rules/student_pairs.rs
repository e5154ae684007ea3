//! What the rules about pairs of students share: a pair that is not as asked has a price, or is a breach.

use super::Card;
use crate::base::Points;
use crate::instance::{Instance, PairKind, Strength, StudentPair};
use crate::model::formulation::{Label, Names, Subject};
use crate::plan::Tally;
use crate::plan::assessment::{Assessment, Charged};
use crate::texts::Message;

/// One of these rules, as far as they are alike.
pub struct PairsAsked {
    /// The card of the rule.
    pub card: &'static Card,
    /// What is said of a pair that must be otherwise, with `one`, `other` and `at`.
    pub breach: Message,
    /// The demand of such a pair in words, likewise.
    pub demand: Message,
    /// The pairs that it is about.
    pub kind: PairKind,
    /// The points of a pair that is not as asked, where the pair does not say.
    pub worth: Points,
}

impl PairsAsked {
    /// The points of a pair that is not as asked.
    pub fn price(&self, pair: &StudentPair) -> Points {
        pair.worth.unwrap_or(self.worth)
    }

    /// Judges every pair of which nobody is left out. The points are charged to the placement of the pair's
    /// first student.
    pub fn assess(&self, tally: &Tally, assessment: &mut Assessment) {
        let otherwise = self.kind == PairKind::Apart;
        for (_, pair) in tally.instance.pairs_of(self.kind) {
            if tally.together(pair) != Some(otherwise) {
                continue;
            }
            if pair.strength == Strength::Must {
                let sentence = of_pair(&self.breach, tally.instance, pair);
                assessment.breach(self.card.id, sentence);
                continue;
            }
            for (index, _) in tally.placements_of(pair.students[0]).take(1) {
                assessment.charge(self.card.id, Charged::Placement(index), self.price(pair));
            }
        }
    }

    /// The demand that a pair is as asked, in words.
    pub fn demand_in_words(&self, names: &Names, label: &Label) -> Message {
        let Subject::Students(position) = label.subject else {
            return self.card.statement();
        };
        of_pair(&self.demand, names.instance, &names.instance.pairs[position])
    }
}

fn of_pair(sentence: &Message, instance: &Instance, pair: &StudentPair) -> Message {
    let [one, other] = instance.pair_ids(pair);
    sentence.clone().with("one", one).with("other", other).with("at", pair.at.word())
}
