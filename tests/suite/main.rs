//! The integration tests, in one binary.

#![allow(clippy::print_stdout, reason = "a test may print what it counted")]
#![allow(clippy::assigning_clones, reason = "in a list of mutations `=` reads best")]

mod against_oracle;
mod batches;
mod canonical;
mod certificates;
mod claim_mutation;
mod clashes;
mod commands;
mod conditions;
mod decomposition;
mod documents;
mod draws;
mod drill;
mod dutch;
mod fairness;
#[cfg(target_os = "linux")]
mod full_disk;
mod fuzzed;
mod golden;
mod growth;
mod growth_claims;
mod growth_draws;
mod growth_given;
mod growth_page;
mod growth_reality;
mod growth_strategies;
mod import;
#[cfg(feature = "highs")] // microlp refuses a region large enough to interrupt
mod interrupts;
#[cfg(unix)]
mod kills;
mod laws;
mod layers;
mod lone_claims;
mod lots;
mod malformed;
mod malformed_batches;
mod messages;
mod mutation;
mod oracle;
#[cfg(unix)]
mod outputs;
mod packed_batches;
mod pages;
mod papers;
mod plan_mutation;
mod questions;
mod repair;
mod replanning;
mod report;
mod running;
mod same_bytes;
mod second_solver;
mod seeds;
mod serve;
mod serve_decisions;
mod serve_hardship;
mod serve_import;
mod serve_out;
mod serve_plans;
mod serve_questions;
mod serve_rows;
mod serve_search;
mod serve_studies;
mod serve_versions;
#[cfg(all(unix, feature = "serve"))]
mod serving;
mod shared_batches;
mod sites;
mod small_groups;
mod small_regions;
mod sources;
mod streams;
mod stress;
mod tiny;
mod tiny_rules;
mod why;
mod words;
