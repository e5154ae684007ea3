//! Running the real command.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The command, with its arguments still to come.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plaatswijzer"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    // Whatever the language of the machine, the tests ask for the one that they read.
    command.env_remove("PLAATSWIJZER_LANG").env("LC_ALL", "C");
    // Nothing is remembered for whoever runs the tests.
    command.env("XDG_STATE_HOME", "/dev/null");
    command
}

/// Runs the command to its end.
pub fn run<Argument: AsRef<std::ffi::OsStr>>(arguments: &[Argument]) -> Output {
    command().args(arguments).output().unwrap()
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes a document into a folder.
/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The bundled instance of Groningen.
pub fn groningen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("instances").join("groningen.json")
}

/// The bundled village, which can be checked by hand.
pub fn village() -> PathBuf {
    crate::documents::folder("documents").join("village.json")
}
