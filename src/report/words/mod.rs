//! The words of a report: titles, figures, cells, rules and sentences.

mod cells;
mod fields;
mod figure_ids;
mod goals;
mod headlines;
mod names;
mod places_left;
mod quality;
mod unused;
mod withheld;
