//! The lock of a task: one of several processes that share the runs of a batch through its folder.
//!
//! A lock is a file with the host and the process, which is locked by the system as long as the process lives, and
//! written again every now and then. So on one host, or where the file system carries locks between hosts, it is known
//! at once that a process has ended; elsewhere its lock has gone silent after a while.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// The time between two signs of life.
const BEAT: Duration = Duration::from_secs(15);
/// After this time without a sign of life, a process of another host counts as dead.
pub const SILENCE: Duration = Duration::from_secs(300);

/// A process that takes part in a batch.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct TaskOwner {
    /// The number of the task, from 1.
    pub task: usize,
    /// The name of the host.
    pub host: String,
    /// The id of the process.
    pub process: u32,
    /// When the process began, in nanoseconds since 1970: another process may get the same id later.
    began: u128,
}

impl TaskOwner {
    fn this_process(task: usize) -> Self {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self { task, host: host(), process: std::process::id(), began: since.as_nanos() }
    }

    fn text(&self) -> String {
        serde_json::to_string(self).expect("it is plain JSON") + "\n"
    }
}

/// The name of this host.
fn host() -> String {
    let of_system = std::fs::read_to_string("/proc/sys/kernel/hostname");
    let of_shell = || std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME"));
    let name = of_system.or_else(|_| of_shell()).unwrap_or_default();
    name.trim().to_owned()
}

/// Whether the owner of something still works.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Liveness {
    /// Its lock shows it running; on another host, it gave a sign of life within `SILENCE`.
    Alive,
    /// It has ended in good order, so that it has no lock.
    Gone,
    /// It has ended without removing its lock.
    Dead,
    /// It is on another host, and has given no sign of life for [`SILENCE`].
    Silent,
}

/// The lock of this process.
#[derive(Debug)]
pub struct TaskLock {
    /// This process.
    pub owner: TaskOwner,
    /// The process that had ended without removing the lock, if there was one.
    pub instead_of: Option<TaskOwner>,
    path: PathBuf,
    file: Arc<Mutex<File>>,
    beats: Option<(Sender<()>, JoinHandle<()>)>,
}

impl TaskLock {
    /// Takes the first task of a folder that no process works on.
    ///
    /// # Errors
    /// If the folder cannot be read or written.
    pub fn take(folder: &Path) -> io::Result<Self> {
        let mut task = 1;
        loop {
            let owner = TaskOwner::this_process(task);
            let path = lock_path(folder, task);
            if let Some(file) = create(&path, &owner)? {
                return Ok(Self::holding(owner, None, path, file));
            }
            if let Some((before, file)) = inherit(&path, &owner)? {
                return Ok(Self::holding(owner, Some(before), path, file));
            }
            task += 1;
        }
    }

    fn holding(owner: TaskOwner, instead_of: Option<TaskOwner>, path: PathBuf, file: File) -> Self {
        let file = Arc::new(Mutex::new(file));
        let (end, ended) = channel::<()>();
        let (beating, text) = (Arc::clone(&file), owner.text());
        let thread = std::thread::spawn(move || {
            while ended.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                // If one sign of life fails the next may not.
                let _ = write_again(&mut beating.lock().expect("no thread panics with it"), &text);
            }
        });
        Self { owner, instead_of, path, file, beats: Some((end, thread)) }
    }

    /// Whether another process still works.
    ///
    /// # Errors
    /// If its lock cannot be read.
    pub fn liveness(&self, other: &TaskOwner) -> io::Result<Liveness> {
        if *other == self.owner {
            return Ok(Liveness::Alive);
        }
        let path = self.path.with_file_name(lock_name(other.task));
        let mut file = match OpenOptions::new().read(true).write(true).open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Liveness::Gone),
            Err(error) => return Err(error),
        };
        let is_same_host = other.host == self.owner.host;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Ok(if owner_in(&mut file)?.is_none_or(|owner| owner == *other) {
                    Liveness::Alive
                } else {
                    Liveness::Gone
                });
            }
            Ok(()) if is_same_host => return Ok(Liveness::Dead),
            // Locks of the system may not reach from host to host, or be missing altogether.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        if owner_in(&mut file)?.is_some_and(|owner| owner != *other) {
            return Ok(Liveness::Gone);
        }
        // Both times are of the clock of the file system.
        let now = {
            let mut own = self.file.lock().expect("no thread panics with it");
            write_again(&mut own, &self.owner.text())?;
            own.metadata()?.modified()?
        };
        let silence = now.duration_since(file.metadata()?.modified()?).unwrap_or_default();
        Ok(if silence >= SILENCE { Liveness::Silent } else { Liveness::Alive })
    }

    /// Whether no other process has a lock, dead or alive.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn is_alone(&self) -> io::Result<bool> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let is_lock = entry.file_name().to_string_lossy().ends_with(".lock");
            if is_lock && entry.path() != self.path {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Drop for TaskLock {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.beats.take() {
            drop(end);
            let _ = thread.join();
        }
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Whether a process that this host knows of holds a lock in a folder.
///
/// # Errors
/// If the folder or a lock cannot be read.
pub fn is_any_held(folder: &Path) -> io::Result<bool> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "lock") && is_held(&path)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a lock is held, or may be: where locks do not work, it is if its process has lately given a sign of life.
fn is_held(path: &Path) -> io::Result<bool> {
    // Over a network some systems lock only what is open for writing.
    let file = match OpenOptions::new().read(true).write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    match file.try_lock() {
        Ok(()) => Ok(false),
        Err(TryLockError::WouldBlock) => Ok(true),
        Err(TryLockError::Error(_)) => {
            let silence = file.metadata()?.modified()?.elapsed();
            Ok(silence.is_ok_and(|silence| silence < SILENCE))
        }
    }
}

fn lock_path(folder: &Path, task: usize) -> PathBuf {
    folder.join(lock_name(task))
}

fn lock_name(task: usize) -> String {
    format!("task-{task}.lock")
}

/// Creates a lock that is held from the moment that others can see it; `None` if there is one.
fn create(path: &Path, owner: &TaskOwner) -> io::Result<Option<File>> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
    // Where the system has no locks, the signs of life alone count.
    let _ = file.as_file().try_lock();
    file.write_all(owner.text().as_bytes())?;
    match file.persist_noclobber(path) {
        Ok(file) => Ok(Some(file)),
        Err(_) if path.exists() => Ok(None),
        Err(error) => Err(error.error),
    }
}

/// Takes over the lock of a process of this host that has ended; `None` if there is no such.
fn inherit(path: &Path, owner: &TaskOwner) -> io::Result<Option<(TaskOwner, File)>> {
    let Ok(mut file) = OpenOptions::new().read(true).write(true).open(path) else {
        return Ok(None);
    };
    if file.try_lock().is_err() {
        return Ok(None);
    }
    let Some(before) = owner_in(&mut file)?.filter(|before| before.host == owner.host) else {
        return Ok(None);
    };
    write_again(&mut file, &owner.text())?;
    // The file may have been removed between opening and locking.
    let is_there = std::fs::read_to_string(path).is_ok_and(|text| text == owner.text());
    Ok(is_there.then_some((before, file)))
}

fn owner_in(file: &mut File) -> io::Result<Option<TaskOwner>> {
    let mut text = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut text)?;
    Ok(serde_json::from_slice(&text).ok())
}

fn write_again(file: &mut File, text: &str) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)
}
