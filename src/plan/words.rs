//! Names of days in sentences.

use crate::instance::Day;
use crate::message;
use crate::texts::Message;

/// A day of the week in a sentence.
pub fn weekday(day: Day) -> Message {
    message!("weekday", day = day.word())
}
