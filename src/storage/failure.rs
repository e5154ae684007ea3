//! Failures of the system, such as a file that is not there, in words for people.

use std::fmt;
use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::message;
use crate::texts::Message;

/// Why the system refused something. What it says in words of its own is kept where no text of ours says it.
pub fn reason(error: &Error) -> Message {
    if let Some(at) = error.get_ref().and_then(|inner| inner.downcast_ref::<FailureAt>()) {
        return message!("storage-at", path = &at.path, reason = reason(&at.cause));
    }
    match error.kind() {
        ErrorKind::NotFound => message!("storage-not-found"),
        ErrorKind::PermissionDenied => message!("storage-permission-denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("storage-storage-full"),
        ErrorKind::IsADirectory => message!("storage-is-a-folder"),
        ErrorKind::NotADirectory => message!("storage-not-a-folder"),
        ErrorKind::ReadOnlyFilesystem => message!("storage-read-only"),
        ErrorKind::FileTooLarge => message!("storage-file-too-large"),
        ErrorKind::BrokenPipe => message!("storage-broken-pipe"),
        _ => message!("storage-other", text = error.to_string()),
    }
}

/// A failure with the path that it is about.
pub fn at(path: &Path, cause: Error) -> Error {
    Error::new(cause.kind(), FailureAt { path: path.display().to_string(), cause })
}

/// A failure of the system at a path.
#[derive(Debug)]
struct FailureAt {
    path: String,
    cause: Error,
}

impl fmt::Display for FailureAt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.cause)
    }
}

impl std::error::Error for FailureAt {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn usual_failures_have_words_in_both_languages_and_others_keep_their_own() {
        let said = |error: &Error| {
            [Language::Dutch, Language::English].map(|language| reason(error).in_language(language))
        };
        let missing = std::fs::read("no such file at all").unwrap_err();
        assert_eq!(said(&missing), ["het bestand of de map bestaat niet", "it does not exist"]);
        let placed = at(Path::new("a/b.json"), missing);
        assert_eq!(
            said(&placed),
            ["a/b.json: het bestand of de map bestaat niet", "a/b.json: it does not exist"]
        );
        let own = Error::other("the printer is on fire");
        assert_eq!(
            said(&own),
            ["het systeem meldt: the printer is on fire", "the printer is on fire"]
        );
        for kind in [
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::ReadOnlyFilesystem,
        ] {
            let [dutch, english] = said(&Error::from(kind));
            assert!(!dutch.contains("meldt") && dutch != english, "{kind:?}: {dutch}");
        }
    }
}
