//! Where one more cluster and one more place are worth most, against the oracle.

use plaatswijzer::instance::{Day, Owner};
use plaatswijzer::model::candidates::ClusterOption;
use plaatswijzer::plan::Status;
use plaatswijzer::problem::{Condition, Problem, read};
use plaatswijzer::questions::QuestionOutcome;
use plaatswijzer::questions::sites::{
    OwnerSites, SiteQuestion, Sites, sites, with_one_more_cluster, with_one_more_place,
};
use plaatswijzer::solve::{Search, SearchOutcome, find};

use crate::tiny::{self, TINY};
use crate::{oracle, seeds};

const SEEDS: u64 = 350;
/// More options than this are too many for the oracle.
const MOST_OPTIONS: usize = 14;
const TOP: usize = 2;

/// The problem of a seed, with the sum of all points as its goal.
fn problem(seed: u64) -> Option<Problem> {
    let mut document = tiny::instance(seed, &TINY);
    document.as_object_mut()?.remove("goals");
    let read = read(document.to_string().as_bytes(), &|_| Err("absent".to_owned()));
    read.ok().map(|read| read.problem)
}

fn asked(problem: &Problem, free: bool, jobs: usize) -> QuestionOutcome<Sites> {
    let question = SiteQuestion {
        owners: problem.instance.owners_taking_part().into_iter().collect(),
        top: TOP,
        free,
        jobs,
    };
    sites(problem, &question, &Search::default(), &|_| {}).unwrap()
}

fn least(problem: &Problem) -> Option<i64> {
    oracle::best(problem).map(|values| values[0])
}

/// Counts of what the instances covered.
#[derive(Default, Debug)]
struct Seen {
    options: usize,
    better: usize,
    cut_off: usize,
    places: usize,
    worth_a_place: usize,
}

#[test]
fn one_more_cluster_and_one_more_place_come_to_what_the_oracle_says() {
    let seen = seeds::each(SEEDS, |seed| {
        let problem = problem(seed)?;
        if problem.options.len() > MOST_OPTIONS {
            return None;
        }
        let base = least(&problem);
        let free = seed.is_multiple_of(2);
        let answer = match asked(&problem, free, 1) {
            QuestionOutcome::Answer(answer) => answer,
            other => {
                assert_eq!((other, base), (QuestionOutcome::NoPlan, None), "seed {seed}");
                return None;
            }
        };
        assert_eq!(Some(answer.base.proven.score), base, "seed {seed}");
        let mut seen = Seen::default();
        let owners = problem.instance.owners_taking_part();
        for (owner, of_owner) in owners.into_iter().zip(&answer.owners) {
            of_one(&problem, &answer, owner, of_owner, &mut seen);
        }
        of_places(&problem, &answer, &mut seen);
        assert!(answer.is_proven(), "seed {seed}");
        assert_eq!(QuestionOutcome::Answer(answer), asked(&problem, free, 3), "seed {seed}");
        Some(seen)
    });
    let all = seen.into_iter().fold(Seen::default(), |one, other| Seen {
        options: one.options + other.options,
        better: one.better + other.better,
        cut_off: one.cut_off + other.cut_off,
        places: one.places + other.places,
        worth_a_place: one.worth_a_place + other.worth_a_place,
    });
    println!("{all:?}");
    assert!(all.options > 100 && all.better > 5 && all.cut_off > 5, "{all:?}");
    assert!(all.places > 60 && all.worth_a_place > 20, "{all:?}");
}

/// Schools and day, as both sides name them.
fn named(problem: &Problem, option: &ClusterOption) -> (Vec<String>, Day) {
    let schools = option.schools.iter().map(|&id| problem.instance.schools[id].id.clone());
    (schools.collect(), option.meeting_day)
}

fn of_one(problem: &Problem, answer: &Sites, owner: Owner, found: &OwnerSites, seen: &mut Seen) {
    let raised = with_one_more_cluster(problem, owner);
    let in_base = |option: &ClusterOption| {
        let (schools, day) = named(problem, option);
        let mut clusters = answer.base.clusters.iter();
        clusters.any(|one| (&one.schools, one.meeting_day) == (&schools, day))
    };
    let own = raised.options.values().filter(|option| {
        option.is_new() && option.owner(&problem.instance) == owner && !in_base(option)
    });
    let own: Vec<&ClusterOption> = own.collect();
    assert!(found.options <= own.len());
    if own.is_empty() {
        return;
    }
    assert_eq!(found.raised.map(|raised| raised.score), least(&raised));
    // Options that no plan can use are in no ranking; of equally good options the first comes first.
    let judged = own.iter().enumerate().filter_map(|(position, option)| {
        let with = raised.under([Condition::Used(option.as_used())]);
        Some((least(&with)?, position))
    });
    let mut judged: Vec<(i64, usize)> = judged.collect();
    judged.sort_unstable();
    seen.options += judged.len();
    seen.cut_off += judged.len().saturating_sub(TOP);
    seen.better += usize::from(found.worth.is_some_and(|worth| worth < 0));
    judged.truncate(TOP);
    let expected: Vec<_> =
        judged.iter().map(|&(score, position)| (score, named(problem, own[position]))).collect();
    let ranking = found.ranking.iter().map(|site| {
        let schools = site.schools.iter().map(|school| school.id.clone()).collect();
        assert_eq!(site.proven.status, Status::Optimal);
        assert_eq!(site.difference, site.proven.score - answer.base.proven.score);
        (site.proven.score, (schools, site.meeting_day))
    });
    assert_eq!(ranking.collect::<Vec<_>>(), expected, "{}", problem.instance.name);
}

fn of_places(problem: &Problem, answer: &Sites, seen: &mut Seen) {
    let clusters = match find(problem, &Search::default(), &|_| {}).unwrap() {
        SearchOutcome::Plan(known) => known.assignment.clusters,
        other => panic!("{other:?}"),
    };
    for value in &answer.places.ranking {
        let of_school = |id: &String| {
            let school = problem.instance.schools.iter().find(|(_, school)| school.id == *id);
            let more = with_one_more_place(problem, school.unwrap().0).unwrap();
            let asked = if answer.places.held { more.holding(&clusters) } else { more };
            least(&asked).unwrap()
        };
        for school in &value.schools {
            assert_eq!(school.proven.score, of_school(&school.id), "{}", problem.instance.name);
        }
        let best = value.schools.iter().map(|school| school.proven.score).min();
        assert_eq!(Some(value.proven.score), best);
        assert_eq!(of_school(&value.school), value.proven.score);
        seen.places += 1;
        seen.worth_a_place += usize::from(value.difference < 0);
    }
    let scores: Vec<i64> = answer.places.ranking.iter().map(|value| value.proven.score).collect();
    assert!(scores.is_sorted());
}
