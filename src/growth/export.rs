//! The compact integer program of a whole path, for other solvers.

use super::GrowthPath;
use super::decisions::Decided;
use super::model::WidestYears;
use crate::input::errors::InputErrors;
use crate::instance::Files;
use crate::model::formulation::mps;
use crate::solve::years::YearsProgram;

/// The compact integer program of a path as free MPS text: every year with all its rules, and what ties the years
/// together. `files` reads files beside the base. What compares with the plan of the year before, which is not
/// known, is not in it.
///
/// # Errors
/// Everything that is wrong with the instance of a year.
pub fn path_mps(path: &GrowthPath, files: &Files) -> Result<String, InputErrors> {
    let nothing = Decided::nothing(path);
    let widest = WidestYears::new(path, 0..path.years.len(), &nothing, files)?;
    let model = widest.model();
    let program = YearsProgram::whole(&model);
    let ids: Vec<String> = path.years.iter().map(|year| year.id.clone()).collect();
    let name = |part, label: &_| program.name(part, label, &ids);
    Ok(mps(&program.formulation, &path.base, &name))
}
