//! Reports of plans: tables as CSV and workbooks, read back as others would read them.

mod agreed;
mod canaries;
mod carried_out;
mod command;
mod contacts;
mod figures;
mod letters;
mod lists;
mod planners_only;
mod random_plans;
mod reading;
mod sizes;
