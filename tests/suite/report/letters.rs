//! Letters of many random plans: every sentence is held against the facts.

use plaatswijzer::instance::{Programme, Student, StudentId};
use plaatswijzer::plan::Tally;
use plaatswijzer::problem::Problem;
use plaatswijzer::questions::why::{ClusterScope, StudentAnswer, cases};
use plaatswijzer::report::{SchoolNames, letter};
use plaatswijzer::texts::Language;
use rayon::prelude::*;

use super::random_plans::random_assignment;
use crate::against_oracle::problem;
use crate::draws::Draws;
use crate::tiny::SMALL;

const SEEDS: u64 = 300;
const PLANS_PER_SEED: u64 = 8;

/// How often each kind of sentence was checked.
#[derive(Default)]
struct Counts([usize; 10]);

const TOO_FAR: &str = "too far from home";
const NOT_KNOWN: &str = "at a distance that is not known";
const NO_HOME: &str = "We do not know where you live.";
const NOT_FIRST: &str = "it is not the first of the schools on your list";
const NOT_LISTED: &str = "it is not on your list";
const DENOMINATION: &str = "does not have the denomination that you wished for";
const CONCEPT: &str = "does not have the education concept that you wished for";
const AGAIN: &str = "you have been there before";
const DAYS: &str = "does not fit your free days well";
const SHELL: &str = "the school is in no training cluster";

struct Letter<'a> {
    problem: &'a Problem,
    tally: &'a Tally<'a>,
    student: StudentId,
    case: &'a StudentAnswer,
    text: String,
}

impl Letter<'_> {
    fn facts(&self) -> &Student {
        &self.problem.instance.students[self.student]
    }

    fn says(&self, phrase: &str) -> bool {
        self.text.contains(phrase)
    }

    /// Checks that a phrase is said only where it is so, and counts it.
    fn only_if(&self, counts: &mut Counts, kind: usize, phrase: &str, so: bool) {
        if self.says(phrase) {
            assert!(so, "{}: {:?}", self.text, self.case);
            counts.0[kind] += 1;
        }
    }

    /// The number before a phrase in the list of schools; 0 where it is not said.
    fn number_before(&self, phrase: &str) -> i64 {
        let Some((before, _)) = self.text.split_once(phrase) else { return 0 };
        before.split_whitespace().next_back().and_then(|word| word.parse().ok()).unwrap()
    }

    fn check(&self, counts: &mut Counts) {
        match self.case.here.first() {
            Some(here) => self.placed(&here.school, counts),
            None => self.left_out(counts),
        }
        for other in self.problem.instance.students.iter().filter(|(id, _)| *id != self.student) {
            assert!(!self.says(&other.1.id), "{}", self.text);
        }
    }

    fn placed(&self, school: &str, counts: &mut Counts) {
        let instance = &self.problem.instance;
        let (id, facts) = instance.schools.iter().find(|(_, one)| one.id == school).unwrap();
        let student = self.facts();
        assert!(
            self.text.starts_with(&format!("Your place is at {}", facts.name)),
            "{}",
            self.text
        );
        if let Some((before, _)) = self.text.split_once(" km from home") {
            let said: f64 = before.split_whitespace().next_back().unwrap().parse().unwrap();
            let metres = instance.journey(self.student, id).unwrap().0 as f64;
            assert!((said * 1000.0 - metres).abs() <= 50.0, "{}: {metres}", self.text);
        }
        let rank = student.wishes.iter().position(|&wish| instance.is_at(id, wish));
        self.only_if(counts, 0, NOT_FIRST, rank.is_some_and(|rank| rank > 0));
        self.only_if(counts, 1, NOT_LISTED, !student.wishes.is_empty() && rank.is_none());
        let wish = student.denomination.as_ref().map(|wish| &wish.terms);
        let unmet =
            wish.is_some_and(|terms| !terms.iter().any(|term| facts.denominations.contains(term)));
        self.only_if(counts, 2, DENOMINATION, unmet);
        let wished = &student.concepts;
        let unmet = !wished.is_empty() && !wished.iter().any(|term| facts.concepts.contains(term));
        self.only_if(counts, 3, CONCEPT, unmet);
        self.only_if(counts, 4, AGAIN, student.earlier_schools.contains(&id));
        let cluster = self.tally.cluster_at(id);
        let day = cluster.map(|cluster| self.tally.assignment.clusters[cluster].meeting_day);
        let member = instance.in_community(self.student);
        let busy = day.is_some_and(|day| {
            !student.days.contains(&day) || (student.days.len() as i64) - 1 < student.class_days
        });
        self.only_if(counts, 5, DAYS, member && busy);
        self.only_if(counts, 6, SHELL, cluster.is_none());
        assert!(!self.says(TOO_FAR) && !self.says(NOT_KNOWN) && !self.says(NO_HOME));
    }

    fn left_out(&self, counts: &mut Counts) {
        let instance = &self.problem.instance;
        let journeys = || instance.schools.ids().map(|id| instance.journey(self.student, id));
        let travel = self.problem.rulebook.travel.as_ref();
        let far = journeys()
            .flatten()
            .filter(|journey| travel.is_some_and(|rule| *journey > rule.limit(self.facts())));
        let said = self.number_before(TOO_FAR);
        assert!(said <= far.count() as i64, "{}", self.text);
        counts.0[7] += usize::from(said > 0);
        let unknown = journeys().filter(Option::is_none).count() as i64;
        let said = self.number_before(NOT_KNOWN);
        assert!(said <= unknown, "{}", self.text);
        counts.0[8] += usize::from(said > 0);
        let homeless = self.facts().at.is_none();
        assert_eq!(self.says(NO_HOME), homeless && said > 0, "{}", self.text);
        counts.0[9] += usize::from(self.says(NO_HOME));
        let mbo = self.facts().programme == Programme::Mbo;
        let only_ikc = instance.schools.values().filter(|school| !school.ikc).count() as i64;
        let takes = self.number_before("that do not take your programme or year");
        let lists = |school: &plaatswijzer::instance::School| {
            let year =
                school.years.as_ref().is_some_and(|years| !years.contains(&self.facts().year));
            let programmes = school.programmes.as_ref();
            year || programmes.is_some_and(|all| !all.contains(&self.facts().programme))
        };
        let listed = instance.schools.values().filter(|school| lists(school)).count() as i64;
        assert!(takes <= listed + if mbo { only_ikc } else { 0 }, "{}", self.text);
        // The numbers add up to all schools.
        let numbers = self.text.split(['.', ',']).flat_map(|part| part.split_whitespace());
        let numbers: Vec<i64> = numbers.filter_map(|word| word.parse().ok()).collect();
        assert_eq!(numbers[0], instance.schools.len() as i64, "{}", self.text);
        assert_eq!(numbers[1..].iter().sum::<i64>(), numbers[0], "{}", self.text);
    }
}

#[test]
fn every_sentence_of_a_letter_is_so() {
    let one = |seed: u64| {
        let mut counts = Counts::default();
        let Some(problem) = problem(seed, &SMALL) else { return counts };
        let mut draws = Draws::new(seed ^ 0x001e_77e5);
        for _ in 0..PLANS_PER_SEED {
            let assignment = random_assignment(&problem, &mut draws);
            let tally = problem.tally(&assignment);
            let names = SchoolNames::of(&problem);
            let mut students = 0;
            for (student, case) in cases(&problem, &tally) {
                let text = letter(&case, ClusterScope::Held, &names, Language::English);
                let written =
                    Letter { problem: &problem, tally: &tally, student, case: &case, text };
                written.check(&mut counts);
                students += case.count;
            }
            let all: i64 = problem.instance.students.values().map(|student| student.count).sum();
            assert_eq!(students, all, "a letter to every student");
        }
        counts
    };
    let counts = (0..SEEDS).into_par_iter().map(one).reduce(Counts::default, |mut one, other| {
        one.0.iter_mut().zip(other.0).for_each(|(sum, more)| *sum += more);
        one
    });
    println!("{:?}", counts.0);
    assert!(counts.0.iter().all(|&count| count > 20), "{:?}", counts.0);
}
