//! The runs of a batch, shared by several processes through its folder (`--shard auto`).
//!
//! The runs are cut into parts, large ones first and single runs last, so that all processes end at about the same
//! time however long the runs take. A process claims a part by creating a file, and marks it as done by another. When
//! no part is left, it takes over the parts of processes that have ended before they were done.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::console::note;
use super::open_journal::OpenJournal;
use super::plans_kept::create_once;
use super::task_lock::{Liveness, SILENCE, TaskLock, TaskOwner};
use crate::message;
use crate::scenarios::batch::RunQueue;

/// A part is at most this fraction of the runs that remain.
const FRACTION: usize = 64;

/// The runs that this process and others share.
#[derive(Debug)]
pub struct SharedRuns<'a> {
    lock: &'a TaskLock,
    journal: &'a OpenJournal,
    /// The folder with the claims.
    claims: PathBuf,
    parts: Vec<Range<usize>>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The next part that may be unclaimed.
    next: usize,
    /// The claimed runs that have not begun.
    waiting: VecDeque<usize>,
    /// The number of runs that have not ended of the parts that are claimed.
    left: BTreeMap<usize, usize>,
    /// The processes whose parts were taken over.
    dead: BTreeSet<TaskOwner>,
}

impl<'a> SharedRuns<'a> {
    /// The runs of a batch of which `version` identifies the present state: claims on others do not count.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub fn of(
        folder: &Path,
        version: &str,
        runs: usize,
        lock: &'a TaskLock,
        journal: &'a OpenJournal,
    ) -> io::Result<Self> {
        let claims = folder.join(version);
        std::fs::create_dir_all(&claims)?;
        Ok(Self { lock, journal, claims, parts: parts(runs), state: Mutex::default() })
    }

    /// The number of runs in parts that are not done.
    pub fn left(&self) -> usize {
        let parts = self.parts.iter().enumerate();
        parts.filter(|(part, _)| !self.done_path(*part).exists()).map(|(_, runs)| runs.len()).sum()
    }

    fn claim_path(&self, part: usize) -> PathBuf {
        self.claims.join(format!("part-{part}.claim"))
    }

    fn done_path(&self, part: usize) -> PathBuf {
        self.claims.join(format!("part-{part}.done"))
    }

    /// Claims a part that nobody has claimed, or else one whose process has ended.
    fn claim(&self, state: &mut State) -> io::Result<Option<usize>> {
        while state.next < self.parts.len() {
            let part = state.next;
            state.next += 1;
            if !self.done_path(part).exists() && self.create_claim(part)? {
                return Ok(Some(part));
            }
        }
        for part in 0..self.parts.len() {
            if self.done_path(part).exists() || state.left.contains_key(&part) {
                continue;
            }
            if self.take_over(part, state)? {
                return Ok(Some(part));
            }
        }
        Ok(None)
    }

    fn create_claim(&self, part: usize) -> io::Result<bool> {
        let owner = serde_json::to_string(&self.lock.owner).expect("it is plain JSON");
        create_once(&self.claim_path(part), owner.as_bytes())
    }

    /// Takes over a part if its process has ended; whether it did.
    fn take_over(&self, part: usize, state: &mut State) -> io::Result<bool> {
        let path = self.claim_path(part);
        let owner = match std::fs::read(&path) {
            Ok(text) => serde_json::from_slice::<TaskOwner>(&text).ok(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.create_claim(part);
            }
            Err(error) => return Err(error),
        };
        if let Some(owner) = &owner {
            let liveness = self.lock.liveness(owner)?;
            if liveness == Liveness::Alive {
                return Ok(false);
            }
            if state.dead.insert(owner.clone()) {
                say(owner, &liveness);
            }
        }
        // Of several processes that do this, one can rename the claim; the others leave the part to it.
        let own = self.claims.join(format!("part-{part}.from-{}", self.lock.owner.task));
        if std::fs::rename(&path, &own).is_err() {
            return Ok(false);
        }
        std::fs::remove_file(&own)?;
        if !self.create_claim(part)? {
            return Ok(false);
        }
        // What the other process has done of it counts.
        self.journal.read_others().map_err(|error| io::Error::other(error.to_string()))?;
        Ok(true)
    }
}

/// Says that the parts of a process are taken over.
fn say(owner: &TaskOwner, liveness: &Liveness) {
    let TaskOwner { task, host, process, .. } = owner;
    let (task, process) = (*task, i64::from(*process));
    match liveness {
        Liveness::Silent => {
            let minutes = SILENCE.as_secs() / 60;
            note(&message!(
                "cli-task-silent",
                task = task,
                process = process,
                host = host,
                minutes = minutes
            ));
        }
        Liveness::Dead => {
            note(&message!("cli-task-dead", task = task, process = process, host = host));
        }
        Liveness::Gone | Liveness::Alive => {}
    }
}

impl RunQueue for SharedRuns<'_> {
    fn next(&self) -> io::Result<Option<usize>> {
        let mut state = self.state.lock().expect("no thread panics with it");
        if state.waiting.is_empty()
            && let Some(part) = self.claim(&mut state)?
        {
            let runs = self.parts[part].clone();
            state.left.insert(part, runs.len());
            state.waiting.extend(runs);
        }
        Ok(state.waiting.pop_front())
    }

    fn ended(&self, run: usize) -> io::Result<()> {
        let mut state = self.state.lock().expect("no thread panics with it");
        let part = self.parts.partition_point(|runs| runs.end <= run);
        let Some(left) = state.left.get_mut(&part) else { return Ok(()) };
        *left -= 1;
        if *left == 0 {
            create_once(&self.done_path(part), b"")?;
        }
        Ok(())
    }
}

/// Cuts a number of runs into parts: each has a fixed fraction of what remains, and at least one run.
fn parts(runs: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < runs {
        let size = (runs - start).div_ceil(FRACTION);
        parts.push(start..start + size);
        start += size;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cover_all_runs_and_shrink_to_single_ones() {
        for runs in [0, 1, 33, 64, 65, 1_000, 100_000] {
            let parts = parts(runs);
            let covered: Vec<usize> = parts.iter().cloned().flatten().collect();
            assert!(covered.into_iter().eq(0..runs), "{runs} runs");
            assert!(parts.is_sorted_by_key(|part| std::cmp::Reverse(part.len())), "{runs} runs");
            assert!(parts.last().is_none_or(|last| last.len() == 1), "{runs} runs");
        }
        assert!(parts(100_000).len() < 600);
    }
}
