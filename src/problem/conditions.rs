//! Conditions that a question puts on a plan besides the rules: that someone is placed, that a cluster
//! is used, that a school keeps its students.
//!
//! A condition only excludes plans and changes no rule, so that a plan found under conditions is also a
//! plan of the problem without them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Problem;
use crate::base::Metres;
use crate::instance::{Instance, Owner, SchoolId, StudentId};
use crate::message;
use crate::model::candidates::ClusterOption;
use crate::model::formulation::{Expression, Label, ProgramDraft, Subject};
use crate::plan::assignment::{Origin, UsedCluster};
use crate::plan::{Placing, Tally, weekday};
use crate::rules::goals::PlacingGoal;
use crate::texts::{Argument, Message};

/// Takes the place of a rule's id in the labels of conditions and in findings about them.
pub const QUESTION: &str = "question";

/// A condition that a question puts on a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Condition {
    /// This cluster is used, on this day.
    Used(UsedCluster),
    /// These clusters are used, and no others.
    Held(Vec<UsedCluster>),
    /// Students of an entry are placed.
    Placed {
        /// The student entry.
        student: StudentId,
        /// The schools that count; `None` means any.
        at: Option<BTreeSet<SchoolId>>,
        /// Smallest number of students of the entry.
        least: i64,
    },
    /// All members are free on their meeting day, except some.
    Attends {
        /// Who may miss the meeting.
        but: BTreeSet<StudentId>,
    },
    /// No placing counts for a goal: nobody misses the meeting, or every wish is met.
    Without(PlacingGoal),
    /// No known journey is longer.
    JourneysWithin(Metres),
    /// A school has exactly these students, and nobody else.
    Exactly {
        /// The school.
        school: SchoolId,
        /// How many of each entry, at least 1.
        students: BTreeMap<StudentId, i64>,
    },
    /// Enough students are placed in clusters.
    InClusters {
        /// Smallest number.
        least: i64,
    },
    /// Few clusters are new.
    Opens {
        /// Largest number in all; `None` without a limit.
        most: Option<i64>,
        /// Largest number of each board or network; `None` without a limit.
        each: Option<i64>,
    },
}

impl Condition {
    /// The conditions that everyone is placed.
    pub fn everyone(instance: &Instance) -> impl Iterator<Item = Self> + '_ {
        let students = instance.students.iter();
        students.map(|(student, facts)| Self::Placed { student, at: None, least: facts.count })
    }

    /// Whether a placing may be part of a plan under this condition.
    pub fn allows(&self, placing: &Placing) -> bool {
        let (who, there) = (placing.student_id, placing.school_id);
        match self {
            Self::Used(_) | Self::Held(_) | Self::InClusters { .. } | Self::Opens { .. } => true,
            Self::Placed { student, at, least } => {
                let is_whole = *least >= placing.instance.students[*student].count;
                let elsewhere = at.as_ref().is_some_and(|at| !at.contains(&there));
                !(*student == who && is_whole && elsewhere)
            }
            Self::Attends { but } => but.contains(&who) || !placing.misses_meeting(),
            Self::Without(goal) => !goal.counts(placing),
            Self::JourneysWithin(most) => placing.journey.is_none_or(|journey| journey <= *most),
            Self::Exactly { school, students } => *school != there || students.contains_key(&who),
        }
    }

    /// Whether an option is a cluster that must be used.
    pub fn keeps(&self, option: &ClusterOption) -> bool {
        self.clusters().iter().any(|cluster| option.makes(cluster))
    }

    /// The clusters that must be used.
    fn clusters(&self) -> &[UsedCluster] {
        match self {
            Self::Used(cluster) => std::slice::from_ref(cluster),
            Self::Held(clusters) => clusters,
            Self::Placed { .. }
            | Self::Attends { .. }
            | Self::Without(_)
            | Self::JourneysWithin(_)
            | Self::Exactly { .. }
            | Self::InClusters { .. }
            | Self::Opens { .. } => &[],
        }
    }

    /// Writes the rows that hold a program to this condition.
    pub fn formulate(&self, position: usize, draft: &mut ProgramDraft) {
        let label = |kind| {
            let subject = Subject::Condition(position);
            Label { rule: QUESTION, kind, subject }
        };
        match self {
            Self::Used(_) | Self::Held(_) => {
                let clusters = self.clusters();
                let options = draft.candidates.options.iter();
                let options = options.filter(|(_, option)| self.keeps(option));
                let used = Expression::sum(options.map(|(id, _)| draft.used(id)));
                draft.demand(label("used"), used, Some(clusters.len() as i64), None);
            }
            Self::Placed { student, at, least } => {
                let pairs = draft.candidates.of_student(*student).filter(|&pair| {
                    let school = draft.candidates.pairs[pair].school;
                    at.as_ref().is_none_or(|at| at.contains(&school))
                });
                let placed = Expression::sum(pairs.map(|pair| draft.assigned(pair)));
                draft.demand(label("placed"), placed, Some(*least), None);
            }
            Self::InClusters { least } => {
                draft.demand(label("in_clusters"), draft.core_students(), Some(*least), None);
            }
            Self::Opens { most, each } => {
                let mut of_owner: BTreeMap<Owner, Expression> = BTreeMap::new();
                let mut all = Expression::default();
                let options = draft.candidates.options.iter();
                for (id, option) in options.filter(|(_, option)| option.is_new()) {
                    let used = draft.used(id);
                    all.terms.push((used, 1));
                    let owner = option.owner(draft.instance);
                    of_owner.entry(owner).or_default().terms.push((used, 1));
                }
                if most.is_some() {
                    draft.demand(label("opens"), all, None, *most);
                }
                for (number, (_, used)) in of_owner.into_iter().enumerate() {
                    let subject = Subject::ConditionPart(position, number);
                    if each.is_some() {
                        draft.demand(Label { subject, ..label("opens_each") }, used, None, *each);
                    }
                }
            }
            // Needs no row: the sieve drops the pairs that it does not allow.
            Self::Attends { .. } | Self::Without(_) | Self::JourneysWithin(_) => {}
            Self::Exactly { school, students } => {
                for (&student, &count) in students {
                    let pairs = draft.candidates.of_student(student);
                    let here = pairs.filter(|&pair| draft.candidates.pairs[pair].school == *school);
                    let placed = Expression::sum(here.map(|pair| draft.assigned(pair)));
                    let subject = Subject::ConditionOn(position, student);
                    let label = Label { subject, ..label("exactly") };
                    draft.demand(label, placed, Some(count), Some(count));
                }
            }
        }
    }

    /// What a finished plan lacks, in a sentence; `None` where it meets the condition.
    pub fn unmet(&self, tally: &Tally) -> Option<Message> {
        let instance = tally.instance;
        let is_met = match self {
            Self::Used(cluster) => tally.assignment.clusters.contains(cluster),
            Self::Held(clusters) => {
                let used = &tally.assignment.clusters;
                used.len() == clusters.len() && used.iter().all(|one| clusters.contains(one))
            }
            Self::Placed { student, at, least } => {
                let placements = tally.assignment.placements.iter().filter(|placement| {
                    placement.student == *student
                        && at.as_ref().is_none_or(|at| at.contains(&placement.school))
                });
                placements.map(|placement| placement.count).sum::<i64>() >= *least
            }
            Self::Attends { .. } | Self::Without(_) | Self::JourneysWithin(_) => {
                tally.placings().all(|(_, placing, _)| self.allows(&placing))
            }
            Self::Exactly { school, students } => {
                let here = tally.assignment.placements.iter();
                let here = here.filter(|placement| placement.school == *school);
                here.map(|placement| (placement.student, placement.count))
                    .collect::<BTreeMap<_, _>>()
                    == *students
            }
            Self::InClusters { least } => tally.core_students() >= *least,
            Self::Opens { most, each } => {
                let new = tally.assignment.clusters.iter().filter(|cluster| cluster.is_new());
                let mut of_owner: BTreeMap<Origin, i64> = BTreeMap::new();
                for cluster in new {
                    *of_owner.entry(cluster.origin).or_default() += 1;
                }
                let within =
                    |number: i64, most: &Option<i64>| most.is_none_or(|most| number <= most);
                within(of_owner.values().sum(), most)
                    && of_owner.values().all(|&number| within(number, each))
            }
        };
        (!is_met).then(|| message!("condition-unmet", condition = self.in_words(instance)))
    }

    /// The condition in words.
    pub fn in_words(&self, instance: &Instance) -> Message {
        let school = |&school: &SchoolId| instance.schools[school].id.clone();
        let student = |&student: &StudentId| instance.students[student].id.clone();
        match self {
            Self::Used(cluster) => {
                let day = weekday(cluster.meeting_day);
                match cluster.origin {
                    Origin::Existing(id) => {
                        let cluster = &instance.clusters[id].id;
                        message!("condition-used", cluster = cluster, day = day)
                    }
                    Origin::New(_) => {
                        let schools: Vec<String> = cluster.schools.iter().map(school).collect();
                        message!("condition-used-new", schools = schools.join(", "), day = day)
                    }
                }
            }
            Self::Held(_) => message!("condition-held"),
            Self::Placed { student, at, least } => {
                let entry = &instance.students[*student];
                let who = if entry.count > 1 {
                    message!("condition-some-of", count = *least, student = &entry.id).into()
                } else {
                    Argument::from(&entry.id)
                };
                match at {
                    None => message!("condition-placed", student = who),
                    Some(at) => {
                        let schools: Vec<String> = at.iter().map(school).collect();
                        let schools = schools.join(", ");
                        message!("condition-placed-at", student = who, schools = schools)
                    }
                }
            }
            Self::Attends { but } => {
                let but: Vec<String> = but.iter().map(student).collect();
                let (count, but) = (but.len(), but.join(", "));
                message!("condition-attends", count = count, students = but)
            }
            Self::Without(goal) => message!("condition-without", goal = goal.goal().name()),
            Self::JourneysWithin(most) => message!("condition-journeys", most = most.0),
            Self::Exactly { school: at, students } => {
                let who: Vec<String> = students.keys().map(student).collect();
                let (count, who) = (who.len(), who.join(", "));
                message!("condition-exactly", school = school(at), count = count, students = who)
            }
            Self::InClusters { least } => message!("condition-in-clusters", least = *least),
            Self::Opens { .. } => message!("condition-opens"),
        }
    }
}

impl Problem {
    /// The same problem with only those options that a test passes.
    #[must_use]
    pub fn with_options(&self, test: impl Fn(&ClusterOption) -> bool) -> Self {
        self.with_these(self.options.values().filter(|option| test(option)).cloned().collect())
    }

    /// The same problem with further cluster options.
    #[must_use]
    pub fn with_further_options(&self, more: Vec<ClusterOption>) -> Self {
        self.with_these(self.options.values().cloned().chain(more).collect())
    }

    fn with_these(&self, options: Vec<ClusterOption>) -> Self {
        Self {
            settings: self.settings_with(options.iter()),
            options: options.into(),
            instance: self.instance.clone(),
            rulebook: self.rulebook.clone(),
            conditions: self.conditions.clone(),
            tie_break: self.tie_break.clone(),
            weights: self.weights.clone(),
            conventions: self.conventions,
        }
    }

    /// The same problem under further conditions.
    #[must_use]
    pub fn under(&self, conditions: impl IntoIterator<Item = Condition>) -> Self {
        let mut conditioned = self.clone();
        conditioned.conditions.extend(conditions);
        conditioned
    }

    /// The same problem with exactly these clusters, each of which must be used.
    #[must_use]
    pub fn holding(&self, clusters: &[UsedCluster]) -> Self {
        let used: HashSet<&UsedCluster> = clusters.iter().collect();
        let held = self.with_options(|option| used.contains(&option.as_used()));
        held.under([Condition::Held(clusters.to_vec())])
    }

    /// Whether the conditions require that a whole entry is placed.
    pub fn must_be_placed(&self, who: StudentId) -> bool {
        let least = |condition: &Condition| match condition {
            Condition::Placed { student, least, .. } if *student == who => *least,
            _ => 0,
        };
        let exactly = |condition: &Condition| match condition {
            Condition::Exactly { students, .. } => students.get(&who).copied().unwrap_or(0),
            _ => 0,
        };
        let somewhere = self.conditions.iter().map(least).max().unwrap_or(0);
        let at_schools: i64 = self.conditions.iter().map(exactly).sum();
        somewhere.max(at_schools) >= self.instance.students[who].count
    }

    /// The smallest number of students in clusters that the conditions require, if any does.
    pub fn least_in_clusters(&self) -> Option<i64> {
        let least = self.conditions.iter().filter_map(|condition| match condition {
            Condition::InClusters { least } => Some(*least),
            _ => None,
        });
        least.max()
    }

    /// A sentence for each condition that a plan does not meet.
    pub fn unmet(&self, tally: &Tally) -> Vec<Message> {
        self.conditions.iter().filter_map(|condition| condition.unmet(tally)).collect()
    }
}
