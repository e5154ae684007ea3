//! A project on disk: `instance.json`, `plans/NNNN.json` and `history.jsonl` in one folder.
//!
//! The history is written first and synced, the instance after it. A kill in between leaves an instance that the
//! last line of the history says how to bring up to date.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::base::sha256;
use crate::input::LARGEST_FILE_BYTES;
use crate::message;
use crate::project::{HistoryEntry, Project, State, text_of};
use crate::storage::{JournalError, JournalFile, reason, replace, whole_lines};
use crate::texts::Message;

const HISTORY: &str = "history.jsonl";
const INSTANCE: &str = "instance.json";
const CONTACTS: &str = "instance.contacts.json";
const PLANS: &str = "plans";

/// Why a folder cannot be a project.
#[derive(Debug)]
pub enum FolderError {
    /// Another server has it open.
    InUse,
    /// A line of the history does not follow from those before it.
    BadHistory(usize),
    /// It cannot be read or written.
    Io(io::Error),
}

impl FolderError {
    /// What is wrong and what to do.
    pub fn message(&self, folder: &Path) -> Message {
        let folder = folder.display().to_string();
        match self {
            Self::InUse => message!("serve-folder-in-use", folder = folder),
            Self::BadHistory(line) => {
                message!("serve-bad-history", folder = folder, line = *line)
            }
            Self::Io(error) => {
                message!("serve-folder-unusable", folder = folder, reason = reason(error))
            }
        }
    }
}

impl From<io::Error> for FolderError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<JournalError> for FolderError {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::InUse => Self::InUse,
            JournalError::Io(error) => Self::Io(error),
        }
    }
}

/// The folder of a project, which this process alone writes to.
#[derive(Debug)]
pub struct ProjectFolder {
    path: PathBuf,
    history: JournalFile,
    /// SHA-256 of what this process has last read from or written to the instance file.
    seen: String,
    /// Size and time of the instance file when it was last looked at.
    stamp: Option<(u64, Option<SystemTime>)>,
}

impl ProjectFolder {
    /// Opens a folder, which is made if it does not exist, and the project in it, from its history. An
    /// instance file that another program has changed since is not touched: see [`changed`](Self::changed).
    ///
    /// # Errors
    /// If another server has it open, its history is broken, or it cannot be read or written.
    pub fn open(path: &Path) -> Result<(Self, Project), FolderError> {
        make(path)?;
        make(&path.join(PLANS))?;
        let history_path = path.join(HISTORY);
        let history = JournalFile::open(&history_path)?;
        let text = std::fs::read(&history_path)?;
        let lines = whole_lines(&text).split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
        let mut entries = Vec::new();
        for (index, line) in lines.enumerate() {
            let entry: HistoryEntry =
                serde_json::from_slice(line).map_err(|_| FolderError::BadHistory(index + 1))?;
            entries.push(entry);
        }
        let project = Project::recovered(entries).map_err(FolderError::BadHistory)?;
        let seen = project.instance_sha256();
        let mut folder = Self { path: path.to_path_buf(), history, seen, stamp: None };
        folder.finish_last(&project)?;
        Ok((folder, project))
    }

    /// Writes the instance if the process was killed between the last line of the history and its file.
    fn finish_last(&mut self, project: &Project) -> io::Result<()> {
        let [.., last] = project.history() else { return Ok(()) };
        let before = project.history().iter().rev().nth(1).map(|entry| entry.instance.as_str());
        // Where the disk did not take several instances in a row, the file is of one before those.
        let before = last.on_disk.as_deref().or(before);
        let is_of_before = match self.instance_text()?.map(|text| sha256(text.as_bytes())) {
            None => true,
            Some(on_disk) => before == Some(on_disk.as_str()) && on_disk != last.instance,
        };
        if is_of_before { self.write_instance(project.state(), &last.instance) } else { Ok(()) }
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text of the instance file; none if there is no such file.
    ///
    /// # Errors
    /// If it cannot be read, or is larger than an instance may be.
    pub fn instance_text(&self) -> io::Result<Option<String>> {
        let bytes = read_if_there(&self.path.join(INSTANCE))?;
        bytes.map(|bytes| String::from_utf8(bytes).map_err(io::Error::other)).transpose()
    }

    /// The text of the instance file if another program has changed it since this process has last seen it.
    ///
    /// # Errors
    /// As [`instance_text`](Self::instance_text).
    pub fn changed(&self) -> io::Result<Option<String>> {
        Ok(self.instance_text()?.filter(|text| sha256(text.as_bytes()) != self.seen))
    }

    /// Whether the instance file may have changed since this was last asked, by its size and time.
    pub fn is_touched(&mut self) -> bool {
        let about = std::fs::metadata(self.path.join(INSTANCE)).ok();
        let stamp = about.map(|about| (about.len(), about.modified().ok()));
        std::mem::replace(&mut self.stamp, stamp) != stamp
    }

    /// Puts the instance file that another program has written aside, under a name of its own that is returned, and
    /// writes the instance of the project in its place.
    ///
    /// # Errors
    /// If it cannot be moved or written.
    pub fn put_aside(&mut self, project: &Project) -> io::Result<String> {
        let names = (1..).map(|number| format!("instance.changed-{number}.json"));
        let mut free = names.filter(|name| !self.path.join(name).exists());
        let name = free.next().unwrap_or_default();
        std::fs::rename(self.path.join(INSTANCE), self.path.join(&name))?;
        self.write_instance(project.state(), &project.instance_sha256())?;
        Ok(name)
    }

    /// Writes the instance of a project again.
    ///
    /// # Errors
    /// If the disk does not take it.
    pub fn write_again(&mut self, project: &Project) -> io::Result<()> {
        self.write_instance(project.state(), &project.instance_sha256())
    }

    /// Adds an entry to the history, and writes the instance after it. If the instance alone cannot be written,
    /// returns why: the history has it, and the next entry or start writes it.
    ///
    /// # Errors
    /// If the history does not take the entry; the project is then as before.
    pub fn keep(&mut self, entry: &HistoryEntry, after: &State) -> io::Result<Option<io::Error>> {
        self.history.append(&entry.to_line())?;
        Ok(if self.is_behind(entry) {
            self.write_instance(after, &entry.instance).err()
        } else {
            None
        })
    }

    /// Whether the instance file is not that of an entry, as far as this process knows, so that keeping the entry writes
    /// it.
    pub fn is_behind(&self, entry: &HistoryEntry) -> bool {
        self.seen != entry.instance
    }

    /// SHA-256 of what the instance file holds as far as this process knows, where that is not the instance of the project.
    pub fn on_disk(&self, project: &Project) -> Option<String> {
        (self.seen != project.instance_sha256()).then(|| self.seen.clone())
    }

    fn write_instance(&mut self, state: &State, sha256: &str) -> io::Result<()> {
        let path = self.path.join(INSTANCE);
        match &state.instance {
            Some(instance) => replace(&path, text_of(instance).as_bytes())?,
            None if path.exists() => std::fs::remove_file(path)?,
            None => {}
        }
        sha256.clone_into(&mut self.seen);
        Ok(())
    }

    /// Writes a plan under the next number, which is returned.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add_plan(&self, text: &str) -> io::Result<u32> {
        let number = self.last_plan()? + 1;
        replace(&self.plan_path(number), text.as_bytes())?;
        Ok(number)
    }

    /// The highest number of a plan file; 0 if there is none.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn last_plan(&self) -> io::Result<u32> {
        let mut last = 0;
        for file in std::fs::read_dir(self.path.join(PLANS))? {
            let name = file?.file_name();
            let number = name.to_str().and_then(|name| name.strip_suffix(".json")?.parse().ok());
            last = last.max(number.unwrap_or(0));
        }
        Ok(last)
    }

    /// The bytes of a plan.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn plan(&self, number: u32) -> io::Result<Vec<u8>> {
        std::fs::read(self.plan_path(number))
    }

    /// The path of a plan, seen from the folder, as a command would name it.
    pub fn plan_name(number: u32) -> String {
        format!("{PLANS}/{number:04}.json")
    }

    fn plan_path(&self, number: u32) -> PathBuf {
        self.path.join(Self::plan_name(number))
    }

    /// The bytes of the file of contacts, if there is one.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn contacts(&self) -> io::Result<Option<Vec<u8>>> {
        read_if_there(&self.path.join(CONTACTS))
    }

    /// Writes the file of contacts.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_contacts(&self, text: &str) -> io::Result<()> {
        replace(&self.path.join(CONTACTS), text.as_bytes())
    }

    /// Writes a file that the instance names, such as a travel table.
    ///
    /// # Errors
    /// If the name is not a plain file name, or it cannot be written.
    pub fn write_beside(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        replace(&self.path.join(plain(name)?), bytes)
    }

    /// The name of a file that is not there yet: the stem, with a number where that is taken.
    pub fn free_name(&self, stem: &str) -> String {
        let names = std::iter::once(format!("{stem}.json"))
            .chain((2..).map(|number| format!("{stem}-{number}.json")));
        let mut free = names.filter(|name| !self.path.join(name).exists());
        free.next().unwrap_or_default()
    }

    /// Reads a file that the instance names. No name leads out of the folder.
    ///
    /// # Errors
    /// If the name is not a plain file name, or it cannot be read.
    pub fn beside(&self, name: &str) -> Result<Vec<u8>, String> {
        let read = plain(name).and_then(|name| read_if_there(&self.path.join(name)));
        let missing = || message!("serve-file-missing", name = name).to_string();
        read.map_err(|error| error.to_string())?.ok_or_else(missing)
    }
}

/// A name that is that of a file in the folder and nothing else.
///
/// # Errors
/// If it is none.
pub fn plain(name: &str) -> io::Result<&str> {
    let path = Path::new(name);
    let is_plain = path.file_name().is_some_and(|file| file == path.as_os_str());
    if is_plain {
        Ok(name)
    } else {
        Err(io::Error::other(message!("serve-file-outside", name = name).to_string()))
    }
}

/// Makes a folder that only its owner may open.
///
/// # Errors
/// If it cannot be made.
pub fn make(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The bytes of a file, if it is there.
///
/// # Errors
/// If it cannot be read, or is larger than a file may be.
pub fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST_FILE_BYTES {
        let limit = message!("serve-file-too-large", bytes = LARGEST_FILE_BYTES);
        return Err(io::Error::other(limit.to_string()));
    }
    Ok(Some(bytes))
}
