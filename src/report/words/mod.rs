//! The words of a report: titles, figures, cells, rules and sentences.

mod cells;
mod fields;
mod figures;
mod goals;
mod headlines;
mod quality;
mod rules;
mod topics;
mod unused;
mod withheld;
