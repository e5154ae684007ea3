//! The integration tests, in one binary.

mod canonical;
mod documents;
mod malformed;
mod mutation;
