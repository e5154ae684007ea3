//! The plans in the folder of a batch: a file each, or packed in one file per journal, or none.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::console::note;
use super::exit::CommandFailure;
use super::plans_kept::PlansKept;
use crate::base::sha256;
use crate::message;
use crate::storage::pack::{self, Member, PackFile, TextHash};
use crate::storage::{replace, replace_with};

/// The plans of a folder.
#[derive(Debug)]
pub struct PlanStore {
    folder: PathBuf,
    /// How plans are kept.
    pub kept: PlansKept,
    packed: Mutex<PackedPlans>,
}

/// A plan that a folder is to keep, and where it is now.
#[derive(Debug)]
pub struct WantedPlan<'a> {
    /// The id of its run.
    pub run: String,
    /// The SHA-256 of its text.
    pub sha256: String,
    /// The plans among which it is now.
    pub store: &'a PlanStore,
}

impl WantedPlan<'_> {
    fn read(&self) -> io::Result<Vec<u8>> {
        self.store.read(&self.run, &self.sha256)
    }
}

/// The plans that are packed, by the SHA-256 of their text: the number of the file, and the place in it.
#[derive(Debug, Default)]
struct PackedPlans {
    files: Vec<File>,
    at: BTreeMap<TextHash, (usize, Member)>,
    /// Whether a file has bytes that belong to no whole plan.
    is_damaged: bool,
}

/// Whether packed files are read and checked as a whole, or trusted to be as their indexes say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PackCheck {
    /// All members are checked.
    Whole,
    /// The index is believed if it fits the file; a plan is checked when it is read.
    Index,
}

impl PlanStore {
    /// The plans of a folder, of which no packed file has been read.
    pub fn new(folder: &Path, kept: PlansKept) -> Self {
        Self { folder: folder.to_path_buf(), kept, packed: Mutex::default() }
    }

    /// Reads what is in the packed files of these journals.
    pub fn scan(&self, journals: &[String], check: PackCheck) -> Result<(), CommandFailure> {
        let mut packed = self.packed();
        for journal in journals.iter().filter(|_| self.kept == PlansKept::Packed) {
            let path = self.folder.join(pack_name(journal));
            let file = match File::open(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error.into()),
            };
            let indexed = || Index::read(&self.folder.join(index_name(journal)), &file);
            let index = (check == PackCheck::Index).then(indexed).flatten();
            let members = if let Some(index) = index {
                index.0.into_iter().map(|(_, member)| member).collect()
            } else {
                let contents = pack::contents(&file)?;
                if contents.damaged > 0 {
                    packed.is_damaged = true;
                    let path = path.display().to_string();
                    note(&message!("cli-packed-damaged", path = path, bytes = contents.damaged));
                }
                contents.members
            };
            let number = packed.files.len();
            packed.files.push(file);
            packed.at.extend(members.into_iter().map(|one| (one.sha256, (number, one))));
        }
        Ok(())
    }

    /// Whether the plan of a run with this SHA-256 is there. Where no plans are kept, none is missing.
    pub fn has(&self, run: &str, sha256: &str) -> bool {
        match self.kept {
            PlansKept::None => true,
            PlansKept::All => self.read(run, sha256).is_ok(),
            PlansKept::Packed => {
                hash_of(sha256).is_some_and(|hash| self.packed().at.contains_key(&hash))
            }
        }
    }

    /// The bytes of the plan of a run with this SHA-256.
    ///
    /// # Errors
    /// If it is not there, or cannot be read.
    pub fn read(&self, run: &str, sha256: &str) -> io::Result<Vec<u8>> {
        if self.kept != PlansKept::All {
            return pack::unpack(&self.member(run, sha256)?);
        }
        let plan = std::fs::read(self.plan_path(run))?;
        let is_it = crate::base::sha256(&plan) == sha256;
        is_it.then_some(plan).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// The plan of a run as a member of a packed file.
    ///
    /// # Errors
    /// If it is not there, or cannot be read.
    pub fn member(&self, run: &str, sha256: &str) -> io::Result<Vec<u8>> {
        if self.kept == PlansKept::All {
            return Ok(pack::pack(&member_name(run), &self.read(run, sha256)?));
        }
        let packed = self.packed();
        let found = hash_of(sha256).and_then(|hash| packed.at.get(&hash));
        let (file, member) = found.ok_or(io::ErrorKind::NotFound)?;
        // Runs with equal plans share a place; each has its own name once they are in order.
        pack::renamed(pack::member(&packed.files[*file], member)?, &member_name(run))
    }

    /// Creates or replaces the plan of a run, as a file, atomically.
    pub fn write_file(&self, run: &str, plan: &[u8]) -> io::Result<()> {
        replace(&self.plan_path(run), plan)
    }

    /// Makes the folder keep these plans, in the way it keeps plans. A packed file holds them in this order and no
    /// others, with an index: the same bytes in whatever order the runs have ended.
    pub fn put_in_order(&self, journal: &str, plans: &[WantedPlan]) -> io::Result<()> {
        match self.kept {
            PlansKept::None => Ok(()),
            PlansKept::All => {
                let mut elsewhere = plans.iter().filter(|plan| plan.store.folder != self.folder);
                elsewhere.try_for_each(|one| self.write_file(&one.run, &one.read()?))
            }
            PlansKept::Packed => {
                let index = self.folder.join(index_name(journal));
                let is_in_order =
                    File::open(self.folder.join(pack_name(journal))).is_ok_and(|file| {
                        Index::read(&index, &file).is_some_and(|index| index.is_of(plans))
                    });
                let is_whole = !self.packed().is_damaged;
                if is_in_order && is_whole { Ok(()) } else { self.write_packed(journal, plans) }
            }
        }
    }

    fn write_packed(&self, journal: &str, plans: &[WantedPlan]) -> io::Result<()> {
        let path = self.folder.join(pack_name(journal));
        let mut index = Index::default();
        replace_with(&path, |file| {
            let mut offset = 0;
            for WantedPlan { run, sha256, store } in plans {
                let bytes = store.member(run, sha256)?;
                let length = bytes.len() as u64;
                let sha256 = hash_of(sha256).ok_or(io::ErrorKind::InvalidData)?;
                index.0.push((run.clone(), Member { sha256, offset, length }));
                file.write_all(&bytes)?;
                offset += length;
            }
            Ok(())
        })?;
        replace(&self.folder.join(index_name(journal)), index.text().as_bytes())?;
        let mut packed = self.packed();
        let number = packed.files.len();
        packed.files.push(File::open(&path)?);
        packed.at.extend(index.0.into_iter().map(|(_, one)| (one.sha256, (number, one))));
        Ok(())
    }

    /// Removes the packed file of a journal, and its index, if they are there.
    pub fn remove_packed(&self, journal: &str) -> io::Result<()> {
        remove(&self.folder.join(index_name(journal)))?;
        remove(&self.folder.join(pack_name(journal)))
    }

    fn plan_path(&self, run: &str) -> PathBuf {
        self.folder.join("plans").join(member_name(run))
    }

    fn packed(&self) -> std::sync::MutexGuard<'_, PackedPlans> {
        self.packed.lock().expect("no thread panics with it")
    }
}

/// Removes a file if it is there.
fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Saves the plans of runs as they end.
#[derive(Debug)]
pub enum PlanWriter {
    /// As files.
    Files,
    /// At the end of a packed file.
    Packed {
        /// The packed file.
        file: Mutex<PackFile>,
        /// Its number in the store.
        number: usize,
        /// The path of its index.
        index: PathBuf,
    },
    /// Not at all.
    Nothing,
}

impl PlanWriter {
    /// Opens the packed file of a journal, if plans are packed; only the process that has locked the journal may. What
    /// a killed process has left of a plan is cut off.
    pub fn open(store: &PlanStore, journal: &str) -> Result<Self, CommandFailure> {
        Ok(match store.kept {
            PlansKept::All => Self::Files,
            PlansKept::None => Self::Nothing,
            PlansKept::Packed => {
                let path = store.folder.join(pack_name(journal));
                let index = store.folder.join(index_name(journal));
                let (file, cut) = PackFile::open(&path)?;
                if cut > 0 {
                    remove(&index)?;
                    let path = path.display().to_string();
                    note(&message!("cli-packed-cut", path = path, bytes = cut));
                }
                let mut packed = store.packed();
                packed.files.push(File::open(&path)?);
                Self::Packed { file: Mutex::new(file), number: packed.files.len() - 1, index }
            }
        })
    }

    /// Saves the plan of a run; when this returns, it survives a crash.
    pub fn keep(&self, store: &PlanStore, run: &str, plan: &[u8]) -> io::Result<()> {
        match self {
            Self::Files => store.write_file(run, plan),
            Self::Nothing => Ok(()),
            Self::Packed { file, number, index } => {
                let member = pack::pack(&member_name(run), plan);
                let hash = hash_of(&sha256(plan)).ok_or(io::ErrorKind::InvalidData)?;
                let mut file = file.lock().expect("no thread panics with it");
                // The index is that of plans in order, which they are no longer.
                remove(index)?;
                let at = file.append(hash, &member)?;
                store.packed().at.insert(hash, (*number, at));
                Ok(())
            }
        }
    }
}

/// The runs of a packed file with the places of their plans: `run,sha256,offset,length` per line.
#[derive(Debug, Default)]
struct Index(Vec<(String, Member)>);

impl Index {
    const HEADER: &str = "run,sha256,offset,length";

    /// Reads the index of a packed file; `None` if there is none, or if the file has changed since.
    fn read(path: &Path, file: &File) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let mut lines = text.lines();
        (lines.next()? == Self::HEADER).then_some(())?;
        let mut members: Vec<(String, Member)> = Vec::new();
        let mut end = 0_u64;
        for line in lines {
            let mut cells = line.split(',');
            let mut cell = || cells.next();
            let (run, sha256) = (cell()?.to_owned(), hash_of(cell()?)?);
            let [offset, length] = [cell()?, cell()?].map(|cell| cell.parse::<u64>().ok());
            let (offset, length) = (offset?, length?);
            (offset == end).then_some(())?;
            end = offset.checked_add(length)?;
            members.push((run, Member { sha256, offset, length }));
        }
        (file.metadata().ok()?.len() == end).then_some(Self(members))
    }

    /// Whether it is of these plans, in this order.
    fn is_of(&self, plans: &[WantedPlan]) -> bool {
        let same = |((run, member), plan): (&(String, Member), &WantedPlan)| {
            *run == plan.run && hash_of(&plan.sha256) == Some(member.sha256)
        };
        self.0.len() == plans.len() && self.0.iter().zip(plans).all(same)
    }

    fn text(&self) -> String {
        let line = |(run, member): &(String, Member)| {
            let bytes = member.sha256.iter().map(|byte| format!("{byte:02x}"));
            let hash = bytes.collect::<Vec<_>>().concat();
            format!("{run},{hash},{},{}\n", member.offset, member.length)
        };
        let lines = self.0.iter().map(line).collect::<Vec<_>>().concat();
        format!("{}\n{lines}", Self::HEADER)
    }
}

/// The packed file of a journal: `results-2-of-8.jsonl` has `plans-2-of-8.json.gz`.
fn pack_name(journal: &str) -> String {
    part_name(journal) + ".json.gz"
}

/// The index of the packed file of a journal.
fn index_name(journal: &str) -> String {
    part_name(journal) + ".index.csv"
}

fn part_name(journal: &str) -> String {
    journal.replacen("results", "plans", 1).trim_end_matches(".jsonl").to_owned()
}

fn member_name(run: &str) -> String {
    format!("{run}.json")
}

/// A SHA-256 from its hexadecimal form.
fn hash_of(hexadecimal: &str) -> Option<TextHash> {
    let mut hash = TextHash::default();
    (hexadecimal.len() == 2 * hash.len() && hexadecimal.is_ascii()).then_some(())?;
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hexadecimal[2 * at..][..2], 16).ok()?;
    }
    Some(hash)
}
