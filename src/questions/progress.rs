//! The progress of the searches for an answer.

use crate::message;
use crate::texts::Message;

/// What the searches of a question are currently for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuestionStage {
    /// The best plan of the unchanged problem.
    BasePlan,
    /// One more cluster for each owner.
    RaisedLimits,
    /// The best plan with each new cluster.
    NewClusters,
    /// One more place at each school.
    OneMorePlace,
    /// The plan after each withdrawal.
    Withdrawals,
    /// The best plan at other prices.
    OtherPrices,
    /// The paths of the draws.
    Draws,
}

/// The progress of the searches for an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QuestionProgress {
    /// What the searches are for.
    pub stage: QuestionStage,
    /// Searches that have ended.
    pub done: usize,
    /// Searches of this stage, as far as known.
    pub of: usize,
}

impl QuestionProgress {
    /// How far the searches are, in words.
    pub fn in_words(&self) -> Message {
        let Self { stage, done, of } = *self;
        let stage = match stage {
            QuestionStage::BasePlan => message!("questions-stage-base-plan"),
            QuestionStage::RaisedLimits => message!("questions-stage-raised-limits"),
            QuestionStage::NewClusters => message!("questions-stage-new-clusters"),
            QuestionStage::OneMorePlace => message!("questions-stage-one-more-place"),
            QuestionStage::Withdrawals => message!("questions-stage-withdrawals"),
            QuestionStage::OtherPrices => message!("questions-stage-other-prices"),
            QuestionStage::Draws => message!("questions-stage-draws"),
        };
        message!("questions-progress", stage = stage, done = done, of = of)
    }
}

/// An observer, called whenever a search for an answer begins or ends.
pub type OnProgress<'a> = dyn Fn(&QuestionProgress) + Sync + 'a;
