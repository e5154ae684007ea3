//! From a path to the model that the search over several years works on.

use std::collections::{BTreeMap, BTreeSet};

use super::GrowthPath;
use super::decisions::{Decided, sorted};
use super::money_aim::money_aim;
use super::waiting::{WaitingForm, meanwhile, relax, waiting};
use crate::base::{IdVec, Points};
use crate::input::errors::InputErrors;
use crate::instance::{BoardId, Day, Files, Instance, Owner, SchoolId, Standing};
use crate::model::candidates::{ClusterOption, OptionId};
use crate::plan::Setting;
use crate::plan::assignment::Origin;
use crate::problem::Problem;
use crate::solve::years::{
    Entrant, MoneyAim, PathOption, PathOptionId, ShareAim, YearModel, YearsModel, core_of,
};

/// A set of schools, by id and in order, with a day.
type Key = (Vec<String>, Day);

/// The widest problems of consecutive years, after what was decided before the first of them.
#[derive(Debug)]
pub struct WidestYears<'a> {
    pub(super) path: &'a GrowthPath,
    decided: &'a Decided,
    /// The first year.
    pub first: usize,
    /// The problem of each year.
    pub problems: Vec<Problem>,
    /// In each year, what each new cluster option is; `None` for forms of existing clusters.
    keys: Vec<IdVec<OptionId, Option<Key>>>,
    /// In each year, the existing clusters that depend on what the path decides.
    pub(super) waiting: Vec<Vec<WaitingForm>>,
    /// In each year, what its money must keep to, where that depends on the years before.
    money: Vec<Option<MoneyAim>>,
}

impl<'a> WidestYears<'a> {
    /// The widest problems of `years`.
    ///
    /// # Errors
    /// Everything that is wrong with the instance of a year.
    pub fn new(
        path: &'a GrowthPath,
        years: std::ops::Range<usize>,
        decided: &'a Decided,
        files: &Files,
    ) -> Result<Self, InputErrors> {
        let first = years.start;
        let mut widest = Self {
            path,
            decided,
            first,
            problems: Vec::new(),
            keys: Vec::new(),
            waiting: Vec::new(),
            money: Vec::new(),
        };
        for year in years {
            widest.add_year(year, files)?;
        }
        Ok(widest)
    }

    fn add_year(&mut self, year: usize, files: &Files) -> Result<(), InputErrors> {
        let (path, decided) = (self.path, self.decided);
        let document = path.widest(year, decided);
        let mut problem = path.problem(&document, None, files)?;
        self.money.push(money_aim(path, self.first, year, decided, &mut problem));
        allow_shell_before(path, year, decided, &mut problem);
        let may_enter: BTreeSet<&str> = path
            .undecided(year, decided)
            .map(|number| path.candidates[number].board.as_str())
            .collect();
        let taken = self.taken();
        let waiting = waiting(path, year, &problem, &may_enter, &taken);
        let mut further = Vec::new();
        if !waiting.is_empty() {
            further = meanwhile(path, &document, &problem, &waiting, files)?;
        }
        relax(path, year, &mut problem, &waiting, (&further, &taken));
        let of =
            |option: &ClusterOption| option.is_new().then(|| key_of(option, &problem.instance));
        let options = problem.options.values().chain(&further);
        let mut keys: Vec<Option<Key>> = options.map(of).collect();
        if let Some(before) = self.keys.last() {
            for (key, option) in staying(before, &keys, &problem.instance) {
                keys.push(Some(key));
                further.push(option);
            }
        }
        if !further.is_empty() {
            problem = problem.with_further_options(further);
        }
        self.problems.push(problem);
        self.keys.push(keys.into());
        self.waiting.push(waiting);
        Ok(())
    }

    /// The ids of the schools that may have been in a cluster that the path has opened in the last of the years so
    /// far.
    fn taken(&self) -> BTreeSet<String> {
        let keys = self.keys.last().into_iter().flat_map(|keys| keys.values());
        keys.flatten().flat_map(|(schools, _)| schools).cloned().collect()
    }

    /// The model of these years.
    pub fn model(&self) -> YearsModel<'_> {
        let path = self.path;
        let candidates: Vec<usize> = self.candidates();
        let mut keys: BTreeMap<Key, PathOptionId> = BTreeMap::new();
        let mut options: IdVec<PathOptionId, PathOption> = IdVec::default();
        let mut years = Vec::new();
        for (at, problem) in self.problems.iter().enumerate() {
            let instance = &problem.instance;
            let needs = |schools: &[SchoolId]| -> Vec<usize> {
                let boards = candidates.iter().enumerate();
                let needed = boards.filter(|(_, candidate)| {
                    let board = &path.candidates[**candidate].board;
                    schools.iter().any(|&school| instance.board_of(school).id == *board)
                });
                needed.map(|(number, _)| number).collect()
            };
            let mut path_option = IdVec::default();
            let mut needs_of = IdVec::default();
            for (id, option) in problem.options.iter() {
                let mut needed = needs(&option.schools);
                let Some(key) = self.keys[at][id].clone() else {
                    needed.extend(self.needs_of_board(option, instance, &candidates));
                    needed.sort_unstable();
                    needed.dedup();
                    path_option.push(None);
                    needs_of.push(needed);
                    continue;
                };
                needs_of.push(needed.clone());
                let number = self.problems.len();
                let path_id = *keys.entry(key.clone()).or_insert_with(|| {
                    let (at, opening) = (vec![None; number], vec![None; number]);
                    options.push(PathOption { at, opening, needs: needed.clone() })
                });
                // A board that it needs in some years only is no reason to open it late.
                options[path_id].needs.retain(|board| needed.contains(board));
                options[path_id].at[at] = Some(id);
                let may_open = option.opening != STAYS && !self.decided.closed.contains(&key);
                options[path_id].opening[at] = may_open.then_some(option.opening.0);
                path_option.push(Some(path_id));
            }
            let year = &path.years[self.first + at];
            let share = year
                .need(instance.student_count())
                .map(|need| ShareAim { need, each: path.share_worth });
            years.push(YearModel {
                core: core_of(problem, share),
                weight: year.weight,
                path_option,
                needs: needs_of,
                waiting: Vec::new(),
                shared: Vec::new(),
                money: self.money[at].clone(),
            });
        }
        for (at, year) in years.iter_mut().enumerate() {
            year.waiting = self.waiting_clusters(at, &options, &candidates);
            year.shared = self.shared_limits(at, year, &candidates);
        }
        let entrants =
            candidates.iter().map(|&candidate| self.entrant(candidate, &years)).collect();
        YearsModel {
            years,
            options,
            entrants,
            stay: path.stay,
            most_entries: path.pace.entries,
            most_new: path.pace.new,
            most_new_each: path.pace.new_each,
            goals: path.goals.clone(),
        }
    }

    /// The boards that may enter in these years and have not before.
    pub fn candidates(&self) -> Vec<usize> {
        let last = self.first + self.problems.len() - 1;
        self.path.undecided(last, self.decided).collect()
    }

    fn needs_of_board(
        &self,
        option: &ClusterOption,
        instance: &Instance,
        candidates: &[usize],
    ) -> Vec<usize> {
        let Origin::Existing(cluster) = option.origin else { return Vec::new() };
        let board = &instance.boards[instance.clusters[cluster].board].id;
        let needed = candidates.iter().enumerate();
        let needed =
            needed.filter(|(_, candidate)| self.path.candidates[**candidate].board == *board);
        needed.map(|(number, _)| number).collect()
    }

    fn entrant(&self, candidate: usize, years: &[YearModel]) -> Entrant {
        let board = &self.path.candidates[candidate];
        let first = self.first;
        let mut entrant = Entrant {
            earliest: board.earliest.saturating_sub(first),
            latest: board.latest.map(|latest| latest.saturating_sub(first)),
            worth: board.worth,
            owner: Vec::new(),
            shell: Vec::new(),
            shell_before: Vec::new(),
        };
        // Who must enter after these years need not in them.
        entrant.latest = entrant.latest.filter(|&latest| latest < years.len());
        for (at, (year, problem)) in years.iter().zip(&self.problems).enumerate() {
            let instance = &problem.instance;
            let id =
                instance.boards.iter().find(|(_, own)| own.id == board.board).map(|(id, _)| id);
            let alone = id.filter(|&id| instance.owner(id) == Owner::Board(id));
            let owner_of = |option: OptionId| problem.options[option].owner(instance);
            let owner = year.core.owners.iter().find(|(_, owned)| {
                let first = owned.options.first();
                first.is_some_and(|&option| alone.map(Owner::Board) == Some(owner_of(option)))
            });
            entrant.owner.push(owner.map(|(owner, _)| owner));
            let in_shell = year.core.shell.iter().copied().filter(|&site| {
                let school = year.core.sites[site].school;
                Some(instance.schools[school].board) == id
            });
            let (mut after, mut before) = (Vec::new(), Vec::new());
            if board.standing == Standing::Shell {
                after = in_shell.collect();
            } else if self.path.standing_before(first + at, &board.board) == Standing::Shell {
                before = in_shell.collect();
            }
            entrant.shell.push(after);
            entrant.shell_before.push(before);
        }
        entrant
    }
}

/// The opening cost of an option that may only stay open, not be opened.
const STAYS: Points = Points(-1);

fn key_of(option: &ClusterOption, instance: &Instance) -> Key {
    let schools: Vec<String> =
        option.schools.iter().map(|&school| instance.schools[school].id.clone()).collect();
    (sorted(&schools), option.meeting_day)
}

/// The options of the year before that are none in this year, for what new clusters must be, but may stay open as
/// clusters opened before: as far as their schools are still there, and if all of them take part. `known` has the
/// new options of this year.
fn staying(
    before: &IdVec<OptionId, Option<Key>>,
    known: &[Option<Key>],
    now: &Instance,
) -> Vec<(Key, ClusterOption)> {
    let known: BTreeSet<&Key> = known.iter().flatten().collect();
    let schools: BTreeMap<&str, SchoolId> =
        now.schools.iter().map(|(id, school)| (school.id.as_str(), id)).collect();
    let missing = before.values().flatten().filter(|key| !known.contains(key));
    let options = missing.filter_map(|key| {
        let left = key.0.iter().filter_map(|id| schools.get(id.as_str()).copied());
        let mut left: Vec<SchoolId> = left.collect();
        // A cluster is of the board of its first school.
        let board: BoardId = now.schools[*left.first()?].board;
        if !left.iter().all(|&id| now.board_of(id).takes_part()) {
            return None;
        }
        left.sort_unstable();
        let option = ClusterOption {
            origin: Origin::New(now.owner(board)),
            schools: left,
            meeting_day: key.1,
            opening: STAYS,
        };
        Some((key.clone(), option))
    });
    options.collect()
}

/// Lets the schools of boards that are in the shell until they enter take students there as well.
fn allow_shell_before(path: &GrowthPath, year: usize, decided: &Decided, problem: &mut Problem) {
    for number in path.undecided(year, decided) {
        let board = &path.candidates[number].board;
        if path.standing_before(year, board) != Standing::Shell {
            continue;
        }
        let schools = problem.instance.schools.iter();
        let own = schools.filter(|(_, school)| problem.instance.boards[school.board].id == *board);
        let own: Vec<SchoolId> = own.map(|(id, _)| id).collect();
        for school in own {
            problem.settings[school].push(Setting::Shell);
            problem.settings[school].sort_unstable();
            problem.settings[school].dedup();
        }
    }
}
