//! The progress of the searches for an answer.

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

/// An observer, called whenever a search for an answer begins or ends.
pub type OnProgress<'a> = dyn Fn(&QuestionProgress) + Sync + 'a;
