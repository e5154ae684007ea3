//! Reports of plans: tables as CSV and workbooks, read back as others would read them.

mod agreed;
mod canaries;
mod carried_out;
mod command;
mod figures;
mod planners_only;
mod reading;
mod sizes;
