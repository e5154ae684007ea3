//! The command `plaatswijzer`; see [`plaatswijzer::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    plaatswijzer::cli::run()
}
