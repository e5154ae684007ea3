//! `generate`: a synthetic region, seeded.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::exit::Failure;
use super::files::{self, Output};
use crate::generate::{
    GIVEN_CLUSTERS_STUDENTS, GRONINGEN_SEED, RealRegionOptions, Region, SINGLE_SCHOOLS_STUDENTS,
    STUDENTS_PER_CLUSTER, generate, real_schools,
};
use crate::input::errors::{Code, InputErrors};
use crate::instance::document::to_json;

/// Draw a synthetic region: invented students around invented or real schools.
///
/// The same options give the same bytes on every machine.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Where the instance goes; `-` is standard output.
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// The seed of all draws.
    #[arg(long, default_value_t = GRONINGEN_SEED)]
    seed: u64,
    /// A region of invented schools.
    #[arg(long, value_enum, default_value_t, conflicts_with = "schools")]
    preset: Preset,
    /// A table (CSV) of real schools, instead of a preset. It has the columns `vestigingscode`,
    /// `name`, `board_no`, `board_name`, `denomination`, `place`, `lat`, `lon` and `pupils_2025`.
    #[arg(long, value_name = "CSV")]
    schools: Option<PathBuf>,
    /// How many students. Default: 450; with the preset given-clusters 30 000, with
    /// single-schools 700. The schools of these two grow and shrink in proportion;
    /// given-clusters takes 12 students or more. The preset groningen keeps its 16 clusters,
    /// which takes about 200.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    students: Option<u32>,
    /// With --schools: only this number of boards, those with most schools, are partners, the rest
    /// candidates. Default: all are partners.
    #[arg(long, value_name = "N", requires = "schools")]
    partner_boards: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Preset {
    /// Groningen and the head of Drenthe: the proportions of the source case.
    #[default]
    Groningen,
    /// Many students, and a kept cluster of one school for every twelve: nothing to choose but
    /// where each goes.
    GivenClusters,
    /// Schools that may each be opened as a cluster of their own, at a cost: capacitated
    /// facility location.
    SingleSchools,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
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

fn preset_region(preset: Preset, students: Option<u32>) -> Result<Region, Failure> {
    Ok(match preset {
        Preset::Groningen => with_students(Region::groningen(), students),
        Preset::GivenClusters => {
            let students = students.unwrap_or(GIVEN_CLUSTERS_STUDENTS);
            if students < STUDENTS_PER_CLUSTER {
                return Err(Failure::Usage(format!(
                    "the preset given-clusters has a cluster for every {STUDENTS_PER_CLUSTER} \
                     students, and {students} are too few for one: give --students \
                     {STUDENTS_PER_CLUSTER} or more"
                )));
            }
            Region::given_clusters(students)
        }
        Preset::SingleSchools => {
            Region::single_schools(students.unwrap_or(SINGLE_SCHOOLS_STUDENTS))
        }
    })
}

/// A region whose schools stay as they are, with so many students instead of its own.
fn with_students(mut region: Region, students: Option<u32>) -> Region {
    region.students.count = students.unwrap_or(region.students.count);
    region
}

fn real_region(path: &Path, partner_boards: Option<usize>) -> Result<Region, Failure> {
    let bytes = files::read(path)?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    let schools = real_schools(&text)?;
    let nowhere = schools.iter().filter(|school| school.at.is_none()).count();
    if nowhere > 0 {
        eprintln!("warning: {nowhere} schools have no coordinates and are left out");
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
        "text in UTF-8",
        "save the table as CSV in UTF-8",
    );
    errors
}
