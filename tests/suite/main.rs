//! The integration tests, in one binary.

mod against_oracle;
mod canonical;
mod claim_mutation;
mod commands;
mod documents;
mod draws;
mod floors;
mod golden;
mod interrupts;
mod laws;
mod malformed;
mod mutation;
mod oracle;
mod plan_mutation;
mod running;
mod same_bytes;
mod second_solver;
mod sources;
mod tiny;
mod tiny_rules;
