//! Plans an instance and prints who goes where: `cargo run --example plan_from_file [FILE]`.

#![allow(clippy::print_stdout, reason = "printing is what the example does")]

use std::error::Error;
use std::path::Path;

use plaatswijzer::{PlaceOutcome, Search, place, read_instance};

/// Plans the file that is named on the command line, or else the bundled village.
///
/// # Errors
/// Where the file cannot be read, is no instance, or has no plan.
pub fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).filter(|name| Path::new(name).exists());
    let lines = placements(file.as_deref().unwrap_or("instances/dorp.json"))?;
    println!("{}", lines.join("\n"));
    Ok(())
}

/// A line per placement: the student, the school and the cluster.
///
/// # Errors
/// Where the file cannot be read, is no instance, or has no plan.
pub fn placements(file: &str) -> Result<Vec<String>, Box<dyn Error>> {
    // An instance may name a travel or postcode table beside it.
    let folder = Path::new(file).parent().unwrap_or(Path::new("."));
    let beside = |name: &str| std::fs::read(folder.join(name)).map_err(|error| error.to_string());
    let instance = read_instance(&std::fs::read(file)?, &beside)?;
    let PlaceOutcome::Plan { plan, .. } = place(&instance.problem, &Search::default(), &|_| ())?
    else {
        return Err("no plan exists under the rules".into());
    };
    let lines = plan.placements.iter().map(|placement| {
        let cluster = placement.cluster.clone().flatten().unwrap_or_else(|| "shell".to_owned());
        format!("{}: {}, {cluster}", placement.student, placement.school)
    });
    Ok(lines.collect())
}
