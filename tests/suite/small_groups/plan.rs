//! All that the disclosure of a plan shows, as sums of unknown numbers. Pages, sheets and files are made of the
//! disclosure alone.

use std::collections::BTreeMap;

use plaatswijzer::base::Coordinates;
use plaatswijzer::composing::Conclusion;
use plaatswijzer::disclosure::{
    Cell, Count, Disclosure, Field, PartFact, ReportPart, Share, Table, Topic, WhereaboutsFact,
};
use plaatswijzer::instance::{BoardId, Standing};
use plaatswijzer::plan::{Indicators, Proportion, Tally};

use super::journeys;
use super::system::{MANY, OWN, System, Unknown};

/// One of the numbers that are shown of where students are.
type PartOf = fn(&WhereaboutsFact) -> PartFact;

/// A plan and what is shown of it.
pub struct Shown<'a> {
    /// To the outsider.
    pub public: &'a Disclosure,
    /// To planners: the truth.
    pub planner: &'a Disclosure,
    pub tally: &'a Tally<'a>,
    pub indicators: &'a Indicators,
    /// The board that looks: it sees by name where its own students are, and takes them away from every number.
    pub reader: Option<BoardId>,
}

impl Shown<'_> {
    /// Everything that is shown of the plan, and the groups to be protected.
    pub fn system(&self) -> System {
        let mut system = System::default();
        let whole = self.whereabouts(&mut system);
        self.boards(&mut system, &whole);
        self.reasons(&mut system, &whole.left_out);
        self.money(&mut system, &whole);
        self.wishes(&mut system, &whole.placed());
        journeys::shown(self, &mut system, &whole.placed());
        self.homes(&mut system, &whole);
        system
    }

    /// Per programme: members who are free and who are not, others in clusters, in the shell, left out.
    fn whereabouts(&self, system: &mut System) -> Whole {
        let (tally, facts) = (self.tally, &self.public.facts);
        let mut numbers = BTreeMap::<&str, [i64; 5]>::new();
        let mut of_reader = BTreeMap::<&str, [i64; 5]>::new();
        for (id, student) in tally.instance.students.iter() {
            numbers.entry(student.programme.word()).or_default()[4] += tally.left_out(id);
        }
        for (_, placing, count) in tally.placings() {
            let at = match (tally.cluster_at(placing.school_id), placing.meeting()) {
                (Some(_), Some(_)) => usize::from(placing.misses_meeting()),
                (Some(_), None) => 2,
                (None, _) => 3,
            };
            let programme = placing.student().programme.word();
            numbers.get_mut(programme).unwrap()[at] += count;
            if self.reader == Some(placing.school().board) {
                of_reader.entry(programme).or_default()[at] += count;
            }
        }
        let mut whole = Whole::default();
        for (programme, numbers) in numbers {
            let own = numbers.map(|number| system.unknown(number));
            let [free, misses, other, shell, out] = own;
            let core = [free, misses, other];
            let parts: [(&str, PartOf, &[Unknown]); 3] = [
                ("in clusters", |at| at.core, &core),
                ("in the shell", |at| at.shell, &[shell]),
                ("left out", |at| at.left_out, &[out]),
            ];
            let at = facts.programmes.iter().find(|(name, _)| name == programme);
            assert!(at.is_some() || self.public.withheld.contains(&ReportPart::Programmes));
            for (what, fact, part) in parts {
                let name = format!("{programme} {what}");
                if let Some((_, at)) = at {
                    show(system, &name, part, &own, &fact(at));
                }
            }
            let elsewhere = without(
                system,
                programme,
                own,
                of_reader.get(programme).copied().unwrap_or([0; 5]),
            );
            for (what, part) in [
                ("in clusters", &elsewhere[..3]),
                ("in the shell", &elsewhere[3..4]),
                ("left out", &elsewhere[4..]),
                ("in all", &elsewhere[..]),
            ] {
                system.group(format!("{programme} {what}"), part);
            }
            let members = [free, misses];
            let met = facts.meeting_day_programmes.iter().find(|(name, _)| name == programme);
            match met {
                Some((_, met)) => {
                    show(system, &format!("{programme} free"), &[free], &members, met);
                }
                None if self.public.withheld.contains(&ReportPart::AttendanceByProgramme) => {}
                None => system.shown(programme, &members, Count::Exact(0)),
            }
            for (what, part) in
                [("free", &elsewhere[..1]), ("not free", &elsewhere[1..2]), ("", &elsewhere[..2])]
            {
                system.group(format!("{programme} members {what}"), part);
            }
            system.group(format!("{programme} no members"), &elsewhere[2..3]);
            whole.elsewhere.push(elsewhere);
            whole.free.push(free);
            whole.misses.push(misses);
            whole.others.push(other);
            whole.shell.push(shell);
            whole.left_out.push(out);
        }
        let all = whole.all();
        let parts = [
            ("in clusters", &facts.students.core, whole.core()),
            ("in the shell", &facts.students.shell, whole.shell.clone()),
            ("left out", &facts.students.left_out, whole.left_out.clone()),
        ];
        for (what, fact, part) in parts {
            show(system, what, &part, &all, fact);
        }
        show(system, "free", &whole.free, &whole.members(), &facts.meeting_day);
        system.shown("members", &whole.members(), facts.members);
        for (what, places) in [
            ("in clusters", &[0, 1, 2][..]),
            ("in the shell", &[3]),
            ("left out", &[4]),
            ("free", &[0]),
            ("not free", &[1]),
            ("members", &[0, 1]),
            ("no members", &[2]),
        ] {
            let part = whole.elsewhere.iter().flat_map(|one| places.iter().map(|&at| one[at]));
            system.group(what, &part.collect::<Vec<_>>());
        }
        whole
    }

    /// Per board and cluster the members and the others, and per board those in the shell.
    fn boards(&self, system: &mut System, whole: &Whole) {
        let (tally, facts) = (self.tally, &self.public.facts);
        let instance = tally.instance;
        let mut cells = BTreeMap::new();
        for (id, school) in instance.schools.iter() {
            let cell = cells.entry((school.board, tally.cluster_at(id))).or_insert([0; 3]);
            cell[2] += school.places;
        }
        for (_, placing, count) in tally.placings() {
            let cluster = tally.cluster_at(placing.school_id);
            let cell = cells.get_mut(&(placing.school().board, cluster)).unwrap();
            cell[usize::from(placing.meeting().is_none())] += count;
        }
        let (mut members, mut others, mut shell) = (Vec::new(), Vec::new(), Vec::new());
        let mut of_cluster = vec![(Vec::new(), Vec::new(), 0); tally.assignment.clusters.len()];
        let mut of_board = BTreeMap::<_, (Vec<Unknown>, Vec<Unknown>, i64)>::new();
        for ((board, cluster), [own_members, own_others, places]) in cells {
            let is_known = self.reader == Some(board);
            let [own_members, own_others] = [own_members, own_others].map(|it| {
                let unknown = system.unknown(it);
                if is_known {
                    system.within(OWN, vec![(1, unknown)], it, it);
                }
                unknown
            });
            let (all, not_members, most) = of_board.entry(board).or_default();
            all.extend([own_members, own_others]);
            *most += places;
            if let Some(cluster) = cluster {
                members.push(own_members);
                others.push(own_others);
                not_members.push(own_others);
                let (of_cluster, elsewhere, most) = &mut of_cluster[cluster];
                of_cluster.push(own_members);
                if !is_known {
                    elsewhere.push(own_members);
                    *most += places;
                }
            } else {
                shell.extend([own_members, own_others]);
            }
        }
        system.equal("members", &members, &whole.members());
        system.equal("others", &others, &whole.others);
        system.equal("shell", &shell, &whole.shell);
        for (index, (parts, elsewhere, most)) in of_cluster.iter().enumerate() {
            let name = format!("members of cluster {index}");
            system.shown(&name, parts, facts.cluster_members[index]);
            system.shown(&name, parts, self.public.sizes[index].members);
            system.group_within(name, elsewhere, *most);
        }
        for (id, (all, not_members, most)) in of_board {
            let board = &instance.boards[id];
            let name = format!("students of board {}", board.id);
            match facts.boards.iter().find(|(id, _)| *id == board.id) {
                Some((_, fact)) => {
                    assert_eq!(fact.of, Count::Exact(most));
                    system.shown(&name, &all, fact.number);
                }
                None => system.shown(&name, &all, Count::Exact(0)),
            }
            if self.reader == Some(id) {
                continue;
            }
            system.group_within(name, &all, most);
            if board.standing != Standing::Shell {
                system.group_within(format!("no members at {}", board.id), &not_members, most);
            }
        }
    }

    /// Why students are left out: a reason that is not shown has nobody, unless no reason is shown.
    fn reasons(&self, system: &mut System, left_out: &[Unknown]) {
        let mut numbers = BTreeMap::<Conclusion, i64>::new();
        for row in self.planner.table(&Topic::LeftOut).iter().flat_map(|table| &table.rows) {
            let table = self.planner.table(&Topic::LeftOut).unwrap();
            let (number, why) =
                (cell(table, row, Field::Students), cell(table, row, Field::Reason));
            let (Cell::Number(number), Cell::Why(why)) = (number, why) else { panic!("{row:?}") };
            *numbers.entry(why.conclusion).or_default() += number;
        }
        let table = self.public.table(&Topic::LeftOut);
        let shown = |conclusion: Conclusion| {
            let table = table?;
            let is_it =
                |row: &&Vec<Cell>| *cell(table, row, Field::Reason) == Cell::Conclusion(conclusion);
            let row = table.rows.iter().find(is_it)?;
            let Cell::Count(count) = cell(table, row, Field::Students) else { panic!("{row:?}") };
            Some(*count)
        };
        let without = |row: &Vec<Cell>| *cell(table.unwrap(), row, Field::Reason) == Cell::Empty;
        let is_shown = !table.is_some_and(|table| table.rows.iter().any(without));
        let mut all = Vec::new();
        for conclusion in Conclusion::ALL {
            let unknown = system.unknown(numbers.get(&conclusion).copied().unwrap_or(0));
            if is_shown {
                let count = shown(conclusion).unwrap_or(Count::Exact(0));
                system.shown(&format!("{conclusion:?}"), &[unknown], count);
            }
            system.group(format!("left out: {conclusion:?}"), &[unknown]);
            all.push(unknown);
        }
        system.equal("reasons", &all, left_out);
    }

    /// Cost and grant are known sums per student in clusters and in the shell, beside those for the clusters.
    fn money(&self, system: &mut System, whole: &Whole) {
        let Some(money) = self.public.facts.money else { return };
        let placed = [whole.core(), whole.shell.clone()].map(|one| system.truth(&one));
        for (what, each, shown) in
            [("cost", [3, 1], money.cost_eur.0), ("grant", [7, 0], money.grant_eur.0)]
        {
            let fixed = shown - each[0] * placed[0] - each[1] * placed[1];
            let terms = whole.core().into_iter().map(|one| (each[0], one));
            let terms = terms.chain(whole.shell.iter().map(|&one| (each[1], one))).collect();
            system.within(what, terms, shown - fixed, shown - fixed);
        }
    }

    /// Wishes met and not met among those placed.
    fn wishes(&self, system: &mut System, placed: &[Unknown]) {
        let (facts, indicators) = (&self.public.facts, self.indicators);
        for (term, fact) in &facts.denominations {
            among(
                system,
                &format!("denomination {term}"),
                placed,
                fact,
                indicators.denominations[term],
            );
        }
        if !self.public.withheld.contains(&ReportPart::Concepts) {
            among(system, "concept", placed, &facts.concepts, indicators.concepts);
        }
        let mut ranked = Vec::new();
        for (rank, fact) in &facts.wishes {
            let key = rank.map_or_else(|| "none".to_owned(), |rank| (rank - 1).to_string());
            let unknown = system.unknown(indicators.wishes[&key].number);
            system.shown(&key, &[unknown], fact.number);
            system.group(format!("wish {key}"), &[unknown]);
            ranked.push((unknown, fact));
        }
        let all: Vec<Unknown> = ranked.iter().map(|&(unknown, _)| unknown).collect();
        if let Some((_, fact)) = ranked.first() {
            system.shown("ranked wishes", &all, fact.of);
            let rest = system.truth(placed) - system.truth(&all);
            let rest = system.unknown(rest);
            system.equal("ranked wishes", &[&all[..], &[rest]].concat(), placed);
            system.group("with ranked wishes", &all);
            system.group("without ranked wishes", &[rest]);
        }
    }

    /// The homes by area, in squares of a twentieth of a degree and two twenty-fifths: those that are shown, and one small
    /// group after the other among those that are not.
    fn homes(&self, system: &mut System, whole: &Whole) {
        let Some(map) = &self.public.map else { return };
        #[expect(clippy::cast_possible_truncation, reason = "degrees are a few hundred")]
        let square = |at: Coordinates| {
            ((at.latitude * 20.0).floor() as i64, (at.longitude * 12.5).floor() as i64)
        };
        let mut areas = BTreeMap::<Option<(i64, i64)>, i64>::new();
        for student in self.tally.instance.students.values() {
            *areas.entry(student.at.map(square)).or_default() += student.count;
        }
        let mut all = Vec::new();
        for home in &map.homes {
            let number = areas.remove(&Some(square(home.at))).expect("it is an area");
            let unknown = system.unknown(number);
            system.shown("area", &[unknown], home.students);
            all.push(unknown);
        }
        let hidden: i64 = areas.values().sum();
        let rest = system.unknown(hidden);
        system.shown("homes not shown", &[rest], map.homes_not_shown);
        system.group("homes not shown", &[rest]);
        all.push(rest);
        system.equal("homes", &all, &whole.all());
        for (area, number) in areas {
            let [own, others] = [number, hidden - number].map(|it| system.unknown(it));
            system.equal("area", &[own, others], &[rest]);
            system.group(format!("homes in {area:?}"), &[own]);
        }
    }
}

/// The unknown numbers by where students are, each with one per programme.
#[derive(Default)]
pub struct Whole {
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

/// The numbers of a programme without the students whom a board sees by name: it knows how many of them are members, in
/// clusters without being one, and in the shell.
fn without(system: &mut System, what: &str, all: [Unknown; 5], known: [i64; 5]) -> [Unknown; 5] {
    let own = known.map(|number| system.unknown(number));
    let elsewhere = [0, 1, 2, 3, 4].map(|at| {
        let rest = system.truth(&all[at..=at]) - known[at];
        let rest = system.unknown(rest);
        system.equal(what, &[own[at], rest], &all[at..=at]);
        rest
    });
    for part in [&own[..2], &own[2..3], &own[3..4], &own[4..]] {
        let number = system.truth(part);
        let terms = part.iter().map(|&one| (1, one)).collect();
        system.within(&format!("{OWN} of {what}"), terms, number, number);
    }
    elsewhere
}

/// A part of a whole is shown, with its share.
pub fn show(system: &mut System, what: &str, part: &[Unknown], of: &[Unknown], fact: &PartFact) {
    system.shown(what, part, fact.number);
    system.shown(what, of, fact.of);
    let with = |least: i64, by: i64| -> Vec<(i64, Unknown)> {
        let part = part.iter().map(|&one| (by, one));
        part.chain(of.iter().map(|&one| (-least, one))).collect()
    };
    match fact.share {
        // Exact only where both numbers are.
        Share::Exact(_) => assert!(fact.number.exact().is_some() && fact.of.exact().is_some()),
        Share::AtLeast(tenths) => system.within(what, with(tenths, 1000), 0, 1000 * MANY),
        Share::About(tenths) => {
            // Rounded half up to tenths of a percent, and then to whole percents.
            let percent = (tenths + 5) / 10 * 10;
            system.within(what, with(2 * percent - 11, 2000), 0, 2000 * MANY);
            system.within(what, with(2 * percent + 9, 2000), -2000 * MANY, -1);
        }
        Share::Unknown => {}
    }
}

/// A part of a whole that is part of all who are placed.
pub fn among(
    system: &mut System,
    what: &str,
    placed: &[Unknown],
    fact: &PartFact,
    truth: Proportion,
) -> [Unknown; 3] {
    let rest = system.truth(placed) - truth.of;
    let all = [truth.number, truth.of - truth.number, rest].map(|number| system.unknown(number));
    system.equal(what, &all, placed);
    show(system, what, &all[..1], &all[..2], fact);
    for (part, of_it) in
        [("met", &all[..1]), ("not met", &all[1..2]), ("any", &all[..2]), ("none", &all[2..])]
    {
        system.group(format!("{what}: {part}"), of_it);
    }
    all
}

/// The cell of a row in a column; empty where there is no such column, as it would be empty in every row.
fn cell<'t>(table: &Table, row: &'t [Cell], field: Field) -> &'t Cell {
    table.columns.iter().position(|one| *one == field).map_or(&Cell::Empty, |at| &row[at])
}
