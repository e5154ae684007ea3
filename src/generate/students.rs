//! Draws the students of a region: who they are and where they live.

use super::draws::{DrawSubject, Draws, WeightedDraw};
use super::landscape::Landscape;
use super::point::MapPoint;
use super::region::{Region, StudentPlan};
use super::wishes::{Wishes, draw_wishes};
use crate::base::Kilometres;
use crate::instance::document::{CohortSize, Detour, StudentDocument};
use crate::instance::{Day, Programme, Year};

/// The students of a region for a seed. Each entry has its own stream, so that a larger region starts with
/// the students of a smaller one. Only the last cohort may be cut short, to reach the number of students
/// exactly.
pub(super) fn draw_students(
    region: &Region,
    landscape: &Landscape,
    seed: u64,
) -> Vec<StudentDocument> {
    let Some(homes) = WeightedDraw::new(region.homes.iter().map(|home| home.weight)) else {
        return Vec::new();
    };
    let plan = &region.students;
    let mut students = Vec::new();
    let mut left = i64::from(plan.count);
    while left > 0 {
        let mut draws = Draws::new(seed, DrawSubject::Student, students.len());
        let home = &region.homes[homes.draw(&mut draws)];
        let home = home.at.scattered(home.scatter, &mut draws);
        let mut student = draw_student(plan, home, landscape, &mut draws);
        let count = student.student_count().min(left);
        student.count = (count > 1).then(|| CohortSize::constant(count));
        student.id = format!("s{:04}", students.len() + 1);
        students.push(student);
        left -= count;
    }
    fix_some(plan.fixed, landscape, &mut students, seed);
    students
}

/// A student without an id.
fn draw_student(
    plan: &StudentPlan,
    home: MapPoint,
    landscape: &Landscape,
    draws: &mut Draws,
) -> StudentDocument {
    let cohort = draws.percent(plan.cohort_percent).then(|| draws.between(2, 3));
    let programme = draw_programme(plan, draws);
    let year = draw_year(plan, draws);
    let days = draw_days(plan, programme, draws);
    let limit = draws.percent(plan.limit_percent).then(|| draws.between(15, 25));
    // Tenths, 1.5 to 1.8: buses go round by more villages than cars.
    let detour = draws.percent(plan.detour_percent).then(|| draws.between(15, 18));
    let priority = draws.percent(plan.priority_percent);
    let Wishes { denomination, concepts, ranked, not, previous } =
        draw_wishes(plan, year, home, landscape, draws);
    StudentDocument {
        id: String::new(),
        count: cohort.map(CohortSize::constant),
        programme,
        year,
        at: Some(home.at()),
        postcode: None,
        days,
        class_days: None,
        community: None,
        denomination,
        concepts,
        wishes: ranked,
        not,
        only: None,
        previous,
        fixed: None,
        limit_km: limit.map(Kilometres::whole),
        detour: detour.map(|tenths| {
            Detour::try_from(tenths as f64 / 10.0).expect("a factor between 1 and 2")
        }),
        unplaced_worth_km: priority.then(|| Kilometres::whole(400)),
        with: None,
        apart: None,
        because: None,
    }
}

fn draw_programme(plan: &StudentPlan, draws: &mut Draws) -> Programme {
    let ticket = draws.below(100);
    let deeltijd = u64::from(plan.deeltijd_percent);
    if ticket < deeltijd {
        Programme::Deeltijd
    } else if ticket < deeltijd + u64::from(plan.academisch_percent) {
        Programme::Academisch
    } else {
        Programme::Voltijd
    }
}

fn draw_year(plan: &StudentPlan, draws: &mut Draws) -> Year {
    WeightedDraw::new(plan.year_weights).map_or(Year::ALL[0], |years| Year::ALL[years.draw(draws)])
}

/// The days on which a student is free; `None` for all. *Deeltijd* students have one to three days besides
/// work and family, students of the *academische pabo* three besides the university.
fn draw_days(plan: &StudentPlan, programme: Programme, draws: &mut Draws) -> Option<Vec<Day>> {
    let (tuesday, count) = match programme {
        Programme::Voltijd | Programme::Mbo => return None,
        Programme::Academisch => (true, 3),
        Programme::Deeltijd => {
            // Two days are the most common.
            let count = [1, 2, 2, 3][draws.position(4)];
            (draws.percent(plan.deeltijd_tuesday_percent), count)
        }
    };
    let mut others: Vec<Day> =
        Day::ALL.iter().copied().filter(|&day| day != Day::Tuesday).collect();
    draws.shuffle(&mut others);
    let mut days: Vec<Day> = tuesday.then_some(Day::Tuesday).into_iter().chain(others).collect();
    days.truncate(count);
    days.sort_unstable();
    Some(days)
}

/// Fixes some single students who have no wishes, each at the nearest school in a cluster that takes all
/// programmes and years and at which nobody is fixed yet.
fn fix_some(count: usize, landscape: &Landscape, students: &mut [StudentDocument], seed: u64) {
    let free = |student: &StudentDocument| {
        student.count.is_none()
            && student.denomination.is_none()
            && student.wishes.is_none()
            && student.not.is_none()
    };
    let mut entries: Vec<usize> =
        (0..students.len()).filter(|&entry| free(&students[entry])).collect();
    Draws::new(seed, DrawSubject::Fixed, 0).shuffle(&mut entries);
    let mut taken = Vec::new();
    for entry in entries.into_iter().take(count) {
        let home = students[entry].at.and_then(|at| MapPoint::from_degrees(at.0.get(), at.1.get()));
        let nearest =
            landscape.nearest(home.expect("every student lives somewhere"), 1, |school| {
                let document = &school.document;
                school.takes_part()
                    && school.cluster.is_some()
                    && school.places() > 0
                    && document.years.is_none()
                    && document.programmes.is_none()
                    && document.places_for.is_none()
                    && !taken.contains(&document.id)
            });
        for school in nearest {
            let id = &landscape.schools[school].document.id;
            taken.push(id.clone());
            students[entry].fixed = Some(id.clone());
            // Nobody is fixed where the student has been.
            students[entry].previous = None;
        }
    }
}
