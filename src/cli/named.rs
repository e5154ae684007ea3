//! Options that name a school, cluster or board: by id or by name.

use super::exit::CommandFailure;
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
    instance.id_called(written, kinds).map_err(|Namesakes(found)| {
        let found = found.into_iter().map(|(id, name)| {
            if id == name { format!("`{id}`") } else { format!("`{id}` ({name})") }
        });
        let mut errors = InputErrors::default();
        errors.add(
            Code::AmbiguousName,
            option,
            format!("`{written}`"),
            message!("cli-name-of-one"),
            message!("cli-name-one-of", candidates = found.collect::<Vec<_>>()),
        );
        errors.into()
    })
}
