//! `generate`: draws a synthetic region from a seed.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::console::note;
use super::exit::CommandFailure;
use super::files::{self, Output};
use crate::generate::{
    GIVEN_CLUSTERS_STUDENTS, GRONINGEN_SEED, RealRegionOptions, Region, SINGLE_SCHOOLS_STUDENTS,
    STUDENTS_PER_CLUSTER, generate, real_schools,
};
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::to_json;
use crate::message;

/// Generate a synthetic region: invented students around invented or real schools.
///
/// The same options give the same instance, byte for byte, on every machine.
#[derive(Debug, clap::Args)]
pub struct GenerateArguments {
    /// File for the instance; `-` writes to standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Seed of the random numbers.
    #[arg(long, default_value_t = GRONINGEN_SEED)]
    seed: u64,
    /// Kind of region, with invented schools.
    #[arg(long, value_enum, default_value_t, conflicts_with = "schools")]
    preset: Preset,
    /// Table (CSV) of real schools to use instead of a preset. Its columns are `vestigingscode`,
    /// `name`, `board_no`, `board_name`, `denomination`, `place`, `lat`, `lon` and `pupils_2025`.
    #[arg(long, value_name = "CSV")]
    schools: Option<PathBuf>,
    /// Number of students. Default: 450; 30,000 for the preset given-clusters, and 700 for
    /// single-schools. In these two presets the number of schools is proportional to it;
    /// given-clusters needs at least 12 students. The preset groningen always has 16 clusters, which
    /// need about 200 students.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    students: Option<u32>,
    /// With --schools: the number of boards that are partners, those with most schools first; the
    /// others are candidates. Default: all are partners.
    #[arg(long, value_name = "N", requires = "schools")]
    partner_boards: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Preset {
    /// Modelled on Groningen and the north of Drenthe.
    #[default]
    Groningen,
    /// Many students, and for every twelve of them a cluster of one school that must stay: only the
    /// assignment of students is left to choose.
    GivenClusters,
    /// Schools that can each be opened as a cluster of their own at a cost: a capacitated
    /// facility location problem.
    SingleSchools,
}

/// Runs the command.
pub fn run(arguments: &GenerateArguments) -> Result<ExitCode, CommandFailure> {
    let output = Output::prepare(&arguments.output)?;
    let region = match &arguments.schools {
        None => preset_region(arguments.preset, arguments.students)?,
        Some(path) => {
            with_students(real_region(path, arguments.partner_boards)?, arguments.students)
        }
    };
    output.write(to_json(&generate(&region, arguments.seed)).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn preset_region(preset: Preset, students: Option<u32>) -> Result<Region, CommandFailure> {
    Ok(match preset {
        Preset::Groningen => with_students(Region::groningen(), students),
        Preset::GivenClusters => {
            let students = students.unwrap_or(GIVEN_CLUSTERS_STUDENTS);
            if students < STUDENTS_PER_CLUSTER {
                return Err(CommandFailure::usage(message!(
                    "cli-too-few-students",
                    least = STUDENTS_PER_CLUSTER,
                    count = students
                )));
            }
            Region::given_clusters(students)
        }
        Preset::SingleSchools => {
            Region::single_schools(students.unwrap_or(SINGLE_SCHOOLS_STUDENTS))
        }
    })
}

/// Sets the number of students of a region, if one is given; the schools stay the same.
fn with_students(mut region: Region, students: Option<u32>) -> Region {
    region.students.count = students.unwrap_or(region.students.count);
    region
}

fn real_region(path: &Path, partner_boards: Option<usize>) -> Result<Region, CommandFailure> {
    let bytes = files::read(path)?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    let schools = real_schools(&text)?;
    let nowhere = schools.iter().filter(|school| school.at.is_none()).count();
    if nowhere > 0 {
        note(&message!("cli-schools-without-coordinates", count = nowhere));
    }
    let options = RealRegionOptions { partner_boards, ..RealRegionOptions::default() };
    Ok(Region::of_real_schools(&schools, &options))
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> InputErrors {
    let mut errors = InputErrors::default();
    errors.add(
        Code::NotUtf8,
        path.display().to_string(),
        error.to_string(),
        message!("common-text-in-utf8"),
        message!("cli-not-utf8-help"),
    );
    errors
}
