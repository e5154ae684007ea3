//! All that a report shows of a plan, as sums of numbers: where students are, and what they wish.

use std::collections::BTreeMap;

use super::super::count::{Count, PartFact, Share};
use super::super::map::areas;
use super::system::{System, Unknown};
use super::{ReportNumbers, ReportPart};
use crate::composing::Conclusion;
use crate::instance::BoardId;
use crate::plan::{Indicators, Proportion, Tally};

/// A plan, and what is shown of it.
pub struct Model<'a> {
    /// Counts of the plan.
    pub tally: &'a Tally<'a>,
    /// Its indicators.
    pub indicators: &'a Indicators,
    /// How many are left out for each reason.
    pub reasons: &'a BTreeMap<Conclusion, i64>,
    /// What is shown.
    pub shown: &'a ReportNumbers,
    /// The board to which it is shown: it knows where its own students are.
    pub reader: Option<BoardId>,
}

/// Unknown numbers by where students are: one per programme.
#[derive(Default)]
struct Whole {
    /// Members who are free, who are not, others in clusters, in the shell, left out: without those of the reader.
    elsewhere: Vec<[Unknown; 5]>,
    free: Vec<Unknown>,
    misses: Vec<Unknown>,
    others: Vec<Unknown>,
    shell: Vec<Unknown>,
    left_out: Vec<Unknown>,
}

impl Whole {
    fn members(&self) -> Vec<Unknown> {
        [&self.free[..], &self.misses].concat()
    }

    fn core(&self) -> Vec<Unknown> {
        [self.members(), self.others.clone()].concat()
    }

    fn placed(&self) -> Vec<Unknown> {
        [self.core(), self.shell.clone()].concat()
    }

    fn all(&self) -> Vec<Unknown> {
        [self.placed(), self.left_out.clone()].concat()
    }
}

impl Model<'_> {
    /// Everything that is shown but the journeys, with the groups to be protected; and all who are placed.
    pub fn system(&self) -> (System, Vec<Unknown>) {
        let mut system = System::new(self.tally.instance.student_count());
        let whole = self.programmes(&mut system);
        self.totals(&mut system, &whole);
        self.boards(&mut system, &whole);
        self.reasons(&mut system, &whole.left_out);
        self.wishes(&mut system, &whole.placed());
        self.homes(&mut system, &whole.all());
        (system, whole.placed())
    }

    /// Per programme: members who are free on their meeting day and who are not, others in clusters, in the shell, left
    /// out.
    fn programmes(&self, system: &mut System) -> Whole {
        let facts = &self.shown.facts;
        let mut whole = Whole::default();
        let of_reader = self.by_programme(|board| self.reader == Some(board));
        for (programme, numbers) in self.by_programme(|_| true) {
            let own = numbers.map(|number| system.unknown(number));
            let [free, misses, other, shell, out] = own;
            let (core, members) = ([free, misses, other], [free, misses]);
            let by = ReportPart::Programmes;
            if let Some((_, at)) = facts.programmes.iter().find(|(name, _)| name == programme) {
                show(system, by, &core, &own, &at.core);
                show(system, by, &[shell], &own, &at.shell);
                show(system, by, &[out], &own, &at.left_out);
            }
            let met = facts.meeting_day_programmes.iter().find(|(name, _)| name == programme);
            if let Some((_, met)) = met {
                show(system, ReportPart::AttendanceByProgramme, &[free], &members, met);
            } else if !facts.meeting_day_programmes.is_empty() {
                system.shown(ReportPart::AttendanceByProgramme, &members, Count::Exact(0));
            }
            // A reader takes its own students away from what is shown: the others are to be protected.
            let known = of_reader.get(programme).copied().unwrap_or_default();
            let others = system.without(own, known);
            let [free_there, misses_there, other_there, shell_there, _] = others;
            let groups: [&[Unknown]; 8] = [
                &others[..3],
                &[shell_there],
                &[out],
                &others,
                &others[..2],
                &[free_there],
                &[misses_there],
                &[other_there],
            ];
            for group in groups {
                system.group(group);
            }
            whole.elsewhere.push(others);
            whole.free.push(free);
            whole.misses.push(misses);
            whole.others.push(other);
            whole.shell.push(shell);
            whole.left_out.push(out);
        }
        whole
    }

    /// The numbers of each programme at the schools of some boards; those left out are at none.
    fn by_programme(&self, counts: impl Fn(BoardId) -> bool) -> BTreeMap<&'static str, [i64; 5]> {
        let tally = self.tally;
        let mut numbers = BTreeMap::<&'static str, [i64; 5]>::new();
        for (id, student) in tally.instance.students.iter() {
            numbers.entry(student.programme.word()).or_default()[4] += tally.left_out(id);
        }
        let placings = tally.placings().filter(|(_, placing, _)| counts(placing.school().board));
        for (_, placing, count) in placings {
            let at = match (tally.cluster_at(placing.school_id), placing.meeting()) {
                (Some(_), Some(_)) => usize::from(placing.misses_meeting()),
                (Some(_), None) => 2,
                (None, _) => 3,
            };
            numbers.entry(placing.student().programme.word()).or_default()[at] += count;
        }
        numbers
    }

    fn totals(&self, system: &mut System, whole: &Whole) {
        let facts = &self.shown.facts;
        let (all, core, members) = (whole.all(), whole.core(), whole.members());
        let by = ReportPart::Students;
        show(system, by, &core, &all, &facts.students.core);
        show(system, by, &whole.shell, &all, &facts.students.shell);
        show(system, by, &whole.left_out, &all, &facts.students.left_out);
        show(system, ReportPart::Attendance, &whole.free, &members, &facts.meeting_day);
        system.shown(ReportPart::Attendance, &members, facts.members);
        if facts.money.is_some() {
            // Cost and grant are so much per student.
            for part in [&core, &whole.shell] {
                system.shown(ReportPart::Money, part, Count::Exact(system.truth(part)));
            }
        }
        let elsewhere = |places: &[usize]| -> Vec<Unknown> {
            whole.elsewhere.iter().flat_map(|one| places.iter().map(|&at| one[at])).collect()
        };
        let groups: [&[usize]; 8] =
            [&[0, 1, 2, 3, 4], &[0, 1, 2], &[3], &[4], &[0, 1], &[0], &[1], &[2]];
        for group in groups {
            system.group(&elsewhere(group));
        }
    }

    /// Per board and cluster the members and the others, and per board those in the shell.
    fn boards(&self, system: &mut System, whole: &Whole) {
        let (tally, facts) = (self.tally, &self.shown.facts);
        let mut cells = BTreeMap::<_, [i64; 2]>::new();
        for (id, school) in tally.instance.schools.iter() {
            cells.entry((school.board, tally.cluster_at(id))).or_default();
        }
        for (_, placing, count) in tally.placings() {
            let at = (placing.school().board, tally.cluster_at(placing.school_id));
            let numbers = cells.entry(at).or_default();
            numbers[usize::from(placing.meeting().is_none())] += count;
        }
        let (mut members, mut others, mut shell) = (Vec::new(), Vec::new(), Vec::new());
        let mut of_cluster = vec![(Vec::new(), Vec::new()); tally.assignment.clusters.len()];
        let mut of_board = BTreeMap::<_, [Vec<Unknown>; 2]>::new();
        for ((board, cluster), numbers) in cells {
            let own = numbers.map(|number| system.unknown(number));
            let is_known = self.reader == Some(board);
            for part in own.into_iter().filter(|_| is_known) {
                system.known(&[part]);
            }
            let [all, no_members] = of_board.entry(board).or_default();
            all.extend(own);
            match cluster {
                Some(cluster) => {
                    members.push(own[0]);
                    others.push(own[1]);
                    no_members.push(own[1]);
                    of_cluster[cluster].0.push(own[0]);
                    of_cluster[cluster].1.extend((!is_known).then_some(own[0]));
                }
                None => shell.extend(own),
            }
        }
        system.equal(&members, &whole.members());
        system.equal(&others, &whole.others);
        system.equal(&shell, &whole.shell);
        for ((members, elsewhere), &count) in of_cluster.iter().zip(&facts.cluster_members) {
            system.shown(ReportPart::Clusters, members, count);
            system.group(elsewhere);
        }
        for (board, [all, no_members]) in of_board {
            let id = &tally.instance.boards[board].id;
            let fact = facts.boards.iter().find(|(board, _)| board == id);
            let number = fact.map_or(Count::Exact(0), |(_, fact)| fact.number);
            system.shown(ReportPart::Boards, &all, number);
            if self.reader != Some(board) {
                system.group(&all);
                system.group(&no_members);
            }
        }
    }

    /// Why students are left out: for what is not shown there is nobody, unless no reason is shown.
    fn reasons(&self, system: &mut System, left_out: &[Unknown]) {
        let shown = &self.shown.reasons;
        let reasons = Conclusion::ALL.map(|conclusion| {
            let unknown = system.unknown(self.reasons.get(&conclusion).copied().unwrap_or(0));
            if shown.iter().all(|(reason, _)| reason.is_some()) {
                let row = shown.iter().find(|(reason, _)| *reason == Some(conclusion));
                let count = row.map_or(Count::Exact(0), |&(_, count)| count);
                system.shown(ReportPart::Reasons, &[unknown], count);
            }
            system.group(&[unknown]);
            unknown
        });
        system.equal(&reasons, left_out);
    }

    /// Wishes met and not met among those placed.
    fn wishes(&self, system: &mut System, placed: &[Unknown]) {
        let (facts, indicators) = (&self.shown.facts, self.indicators);
        for (term, fact) in &facts.denominations {
            let truth = &indicators.denominations[term];
            among(system, ReportPart::Denominations, placed, Some(fact), truth);
        }
        among(system, ReportPart::Concepts, placed, Some(&facts.concepts), &indicators.concepts);
        let Some((_, first)) = facts.wishes.first() else { return };
        let ranks = facts.wishes.iter().map(|(rank, fact)| {
            let key = rank.map_or_else(|| "none".to_owned(), |rank| (rank - 1).to_string());
            let unknown = system.unknown(indicators.wishes[&key].number);
            system.shown(ReportPart::Ranked, &[unknown], fact.number);
            system.group(&[unknown]);
            unknown
        });
        let ranks: Vec<Unknown> = ranks.collect();
        system.shown(ReportPart::Ranked, &ranks, first.of);
        let rest = system.unknown(system.truth(placed) - system.truth(&ranks));
        system.equal(&[&ranks[..], &[rest]].concat(), placed);
        system.group(&ranks);
        system.group(&[rest]);
    }

    /// How many homes the map shows, rounded per area, and how many it does not.
    fn homes(&self, system: &mut System, all: &[Unknown]) {
        let Some(map) = &self.shown.map else { return };
        let shown = areas(self.tally.instance).into_iter().map(|(home, number)| {
            let unknown = system.unknown(number);
            system.shown(ReportPart::Homes, &[unknown], home.students);
            unknown
        });
        let shown: Vec<Unknown> = shown.collect();
        let rest = system.unknown(system.truth(all) - system.truth(&shown));
        system.shown(ReportPart::Homes, &[rest], map.homes_not_shown);
        system.group(&[rest]);
        system.equal(&[&shown[..], &[rest]].concat(), all);
    }
}

/// A part of a whole is shown, with its share.
fn show(system: &mut System, by: ReportPart, part: &[Unknown], of: &[Unknown], fact: &PartFact) {
    system.shown(by, part, fact.number);
    system.shown(by, of, fact.of);
    // Other shares follow from the two numbers.
    if let Share::About(tenths) = fact.share {
        // Rounded half up to tenths of a percent, and then to whole percents.
        let terms = |share: i64| {
            let part = part.iter().map(|&one| (2000, one));
            part.chain(of.iter().map(move |&one| (-share, one)))
        };
        system.within(Some(by), terms(2 * tenths - 11), Some(0), None);
        system.within(Some(by), terms(2 * tenths + 9), None, Some(-1));
    }
}

/// A part of a whole that is part of all who are placed: those in the part, others in the whole, and all others.
pub fn among(
    system: &mut System,
    by: ReportPart,
    placed: &[Unknown],
    fact: Option<&PartFact>,
    truth: &Proportion,
) -> [Unknown; 3] {
    let rest = system.truth(placed) - truth.of;
    let all = [truth.number, truth.of - truth.number, rest].map(|number| system.unknown(number));
    system.equal(&all, placed);
    if let Some(fact) = fact {
        show(system, by, &all[..1], &all[..2], fact);
    }
    for group in [&all[..1], &all[1..2], &all[..2], &all[2..]] {
        system.group(group);
    }
    all
}
