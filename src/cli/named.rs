//! Options that name a school, cluster or board, and students: by id or by name.

use std::path::Path;

use super::contacts;
use super::exit::CommandFailure;
use crate::base::folded;
use crate::input::errors::{Code, InputErrors};
use crate::instance::{Instance, NamedKind, Namesakes};
use crate::message;

/// The id of what a user names; the text itself if nothing has such a name.
///
/// # Errors
/// If the name fits several things: the user is asked for the id of one.
pub fn id_of(
    instance: &Instance,
    option: &str,
    written: &str,
    kinds: &[NamedKind],
) -> Result<String, CommandFailure> {
    let called = instance.id_called(written, kinds);
    called.map_err(|Namesakes(found)| several(option, written, found))
}

/// The id of the student whom a user names, by the contacts beside the instance where no student has the text as id;
/// the text itself if nobody has such a name.
///
/// # Errors
/// If several have the name, or the contacts cannot be read.
pub fn student_id(
    instance: &Instance,
    path: &Path,
    written: &str,
) -> Result<String, CommandFailure> {
    if instance.students_by_id().contains_key(written) {
        return Ok(written.to_owned());
    }
    let names = contacts::student_names(path, instance)?;
    let is_meant = |name: &str| folded(name) == folded(written);
    let mut found: Vec<(String, String)> =
        names.into_iter().filter(|(_, name)| is_meant(name)).collect();
    match found.len() {
        0 => Ok(written.to_owned()),
        1 => Ok(found.remove(0).0),
        _ => Err(several("STUDENT", written, found)),
    }
}

/// The failure of a name that fits several things, each with its id and name.
fn several(
    option: &str,
    written: &str,
    found: impl IntoIterator<Item = (String, String)>,
) -> CommandFailure {
    let found = found
        .into_iter()
        .map(|(id, name)| if id == name { format!("`{id}`") } else { format!("`{id}` ({name})") });
    let mut errors = InputErrors::default();
    errors.add(
        Code::AmbiguousName,
        option,
        format!("`{written}`"),
        message!("cli-name-of-one"),
        message!("cli-name-one-of", candidates = found.collect::<Vec<_>>()),
    );
    errors.into()
}
