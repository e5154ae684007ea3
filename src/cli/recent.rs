//! The projects that `serve` has opened last, in a file of the user's: their folders and nothing of what is in them.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::storage::replace;

/// Projects that are remembered.
const MOST: usize = 12;

/// What the file says.
#[derive(Default, Serialize, Deserialize)]
struct RecentProjects {
    /// The folders, the last opened first.
    folders: Vec<PathBuf>,
}

/// Where the system keeps what programs remember for a user; `None` where it does not say.
fn file() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let base = if cfg!(windows) {
        PathBuf::from(named("LOCALAPPDATA")?)
    } else {
        let of_home = || Some(PathBuf::from(named("HOME")?).join(".local/state"));
        named("XDG_STATE_HOME").map(PathBuf::from).or_else(of_home)?
    };
    Some(base.join("plaatswijzer").join("recent.json"))
}

/// Remembers a project, and returns the others that are still there, the last opened first. Where nothing can be
/// remembered there are none.
pub fn remember(project: &Path) -> Vec<PathBuf> {
    let (Some(file), Ok(project)) = (file(), project.canonicalize()) else { return Vec::new() };
    let known = std::fs::read(&file).ok();
    let known = known.and_then(|text| serde_json::from_slice::<RecentProjects>(&text).ok());
    let mut others = known.unwrap_or_default().folders;
    others.retain(|one| *one != project && one.join("history.jsonl").is_file());
    others.truncate(MOST - 1);
    let folders = std::iter::once(project).chain(others.iter().cloned()).collect();
    let text = serde_json::to_vec_pretty(&RecentProjects { folders }).unwrap_or_default();
    // A project that is not remembered is no reason not to open it.
    let _ = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    let _ = replace(&file, &text);
    others
}
