//! Every plan of a tiny problem: every set of options, and every way to place the students.

use crate::base::Id;
use crate::instance::{SchoolId, StudentId};
use crate::model::candidates::OptionId;
use crate::plan::Setting;
use crate::plan::assignment::{Assignment, Placement};
use crate::problem::Problem;

/// The options that a plan uses.
#[derive(Clone, Debug)]
pub struct Use(pub Vec<OptionId>);

/// Every set of options.
pub fn uses(problem: &Problem) -> Vec<Use> {
    let options: Vec<OptionId> = problem.options.ids().collect();
    assert!(options.len() <= 12, "{} options are too many to try all sets", options.len());
    let chosen = |set: u32| options.iter().copied().filter(move |one| set >> one.index() & 1 == 1);
    (0..1_u32 << options.len()).map(|set| Use(chosen(set).collect())).collect()
}

/// Every plan, also those that break rules.
pub fn plans(problem: &Problem) -> Vec<Assignment> {
    let used = uses(problem).into_iter().filter(|used| !used.overlaps(problem));
    used.flat_map(|used| {
        let placements = used.placements(problem).into_iter();
        placements.map(move |placements| used.assignment(problem, placements)).collect::<Vec<_>>()
    })
    .collect()
}

impl Use {
    /// Whether two of the options share a school.
    pub fn overlaps(&self, problem: &Problem) -> bool {
        let schools = self.0.iter().flat_map(|&option| &problem.options[option].schools);
        let mut schools: Vec<SchoolId> = schools.copied().collect();
        let number = schools.len();
        schools.sort_unstable();
        schools.dedup();
        schools.len() < number
    }

    /// In which setting a school takes students.
    pub fn setting(&self, problem: &Problem, school: SchoolId) -> Option<Setting> {
        let options = self.0.iter().map(|&option| &problem.options[option]);
        let mut with = options.filter(|option| option.schools.contains(&school));
        let meeting = with.next().map(|option| Setting::Meeting(option.meeting_day));
        meeting.or(problem.instance.in_shell(school).then_some(Setting::Shell))
    }

    /// Every way to place the students at schools that take any; also more than there are places,
    /// and one more of each cohort than there are.
    pub fn placements(&self, problem: &Problem) -> Vec<Vec<Placement>> {
        let schools: Vec<SchoolId> = problem.instance.schools.ids().collect();
        let open: Vec<SchoolId> =
            schools.into_iter().filter(|&school| self.setting(problem, school).is_some()).collect();
        let mut plans = vec![Vec::new()];
        for (student, facts) in problem.instance.students.iter() {
            let most = if facts.count > 1 { facts.count + 1 } else { 1 };
            let own = divisions(student, &open, most);
            plans = plans
                .iter()
                .flat_map(|plan| own.iter().map(|more| [plan.as_slice(), more].concat()))
                .collect();
        }
        plans
    }

    /// The plan with these options and placements.
    pub fn assignment(&self, problem: &Problem, placements: Vec<Placement>) -> Assignment {
        let clusters = self.0.iter().map(|&option| problem.options[option].as_used());
        Assignment::new(clusters.collect(), placements)
    }
}

/// Every way to divide at most `count` of a cohort over schools.
fn divisions(student: StudentId, schools: &[SchoolId], most: i64) -> Vec<Vec<Placement>> {
    let Some((&school, others)) = schools.split_first() else { return vec![Vec::new()] };
    let mut all = Vec::new();
    for count in 0..=most {
        let here = (count > 0).then_some(Placement { student, school, count });
        for mut rest in divisions(student, others, most - count) {
            rest.extend(here);
            all.push(rest);
        }
    }
    all
}
