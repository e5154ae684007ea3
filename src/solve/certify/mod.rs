//! Makes certificates: multipliers and cuts that prove a bound in whole numbers.
//!
//! The certificate does not depend on how a plan was found: it is made of the program of the problem after the search.
//! Each goal level is relaxed, the cuts that the relaxation breaks are added, and it is relaxed again, until no cut is
//! broken or the bound meets the plan; what gap is left is divided into cases. What is written is then computed from whole
//! numbers alone, as by the check.

mod ascent;
mod branching;
mod case_relaxation;
mod elastic;
mod left_out;
mod links;

use std::collections::{BTreeMap, BTreeSet};

use ascent::MultiplierAscent;
use branching::Relaxed;
use case_relaxation::CaseRelaxation;
use elastic::Elastic;
use left_out::{named, scaled};

use super::Search;
use super::budget::Budget;
use super::mip::Solver;
use crate::base::IdVec;
use crate::certificate::{
    Certificate, CertificateFormat, Cut, Division, Divisor, LevelProof, Multiplier, ProofProgram,
    Sides,
};
use crate::input::errors::InputErrors;
use crate::model::formulation::{Expression, VariableId};
use crate::plan::InstanceReference;
use crate::problem::Problem;
use crate::solve::mip::{LinearOptimum, LinearRelaxation, RoundedRows, broken_packings};

/// Rounds of cuts for each level.
const MOST_ROUNDS: usize = 25;
/// An objective with no greater coefficients than this counts something.
const MOST_OF_A_COUNT: i64 = 10;
/// What the multipliers of a count are scaled by, and those of points.
const SCALES: (i64, i64) = (1_000_000, 1_000);

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertifyError {
    /// The instance is larger than the engine takes.
    #[error(transparent)]
    Input(#[from] InputErrors),
    /// The solver has no duals, or no relaxation was solved within the budget.
    #[error("no relaxation was solved")]
    NoRelaxation,
}

/// A certificate of the levels of a problem for a plan with these values. Takes the time and work of a search once more.
///
/// # Errors
/// If not even the first level was relaxed within the budget.
pub fn certify(
    problem: &Problem,
    values: &[i64],
    search: &Search,
) -> Result<Certificate, CertifyError> {
    let program = ProofProgram::of(problem)?;
    let mut maker = Maker {
        sha256: program.sha256.clone(),
        program,
        cuts: Vec::new(),
        known: BTreeSet::new(),
        solver: search.solver,
        budget: search.budget.restarted(),
    };
    let mut levels = Vec::new();
    for position in 0..problem.instance.goals.len() {
        let Some(proof) = maker.level(position, values) else { break };
        levels.push(proof);
    }
    if levels.is_empty() {
        return Err(CertifyError::NoRelaxation);
    }
    Ok(Certificate {
        format: CertificateFormat::default(),
        instance: InstanceReference {
            name: problem.instance.name.clone(),
            sha256: problem.sha256(),
        },
        program_sha256: maker.sha256,
        cuts: maker.cuts,
        levels,
    })
}

/// A certificate under construction.
struct Maker {
    sha256: String,
    /// The program with the cuts, and no level held.
    program: ProofProgram,
    cuts: Vec<Cut>,
    /// What the cuts say, so that none is added twice.
    known: BTreeSet<(Vec<(VariableId, i64)>, i64)>,
    solver: Solver,
    budget: Budget,
}

impl Maker {
    /// The proof of a level, the levels before it held at the plan's values. `None` where nothing was proven in time.
    fn level(&mut self, position: usize, values: &[i64]) -> Option<LevelProof> {
        let value = *values.get(position)?;
        let mut program = self.held(position, values);
        let mut relaxation = CaseRelaxation::of(&program.formulation, self.solver, &self.budget)?;
        let mut best: Option<Relaxed> = None;
        for round in 0..MOST_ROUNDS {
            let relaxed = relaxed(&program, &mut relaxation, position, value);
            let Some((proof, point)) = relaxed else { break };
            let is_met = proof.bound >= value;
            if best.as_ref().is_none_or(|best| proof.bound >= best.0.bound) {
                best = Some((proof, point.clone()));
            }
            if is_met || self.budget.is_exhausted() {
                break;
            }
            let cuts = self.broken_cuts(&program, &mut relaxation, &point, round == 0);
            if !self.add_cuts(cuts, &mut program) {
                break;
            }
        }
        if best.is_none() && !self.budget.is_exhausted() {
            // The solver did not solve the relaxation: what the bounds of the variables prove alone.
            return without_rows(&program, position, value);
        }
        let mut relax = |limited: &ProofProgram, limits: &BTreeMap<Division, Sides>| {
            let solved = relaxed(limited, &mut relaxation, position, value);
            solved.or_else(|| self.without_point(&program, (limited, limits), position, value))
        };
        let may_go_on = || !self.budget.is_exhausted();
        Some(branching::by_cases(&program, position, best?, &mut relax, &may_go_on))
    }

    /// What is proven in a case of which the relaxation has no point: a program with some limits, and these.
    fn without_point(
        &self,
        program: &ProofProgram,
        (limited, limits): (&ProofProgram, &BTreeMap<Division, Sides>),
        position: usize,
        value: i64,
    ) -> Option<Relaxed> {
        if self.budget.is_exhausted() {
            return None;
        }
        let aim = Aim::of(program, position)?;
        // A tenth of a unit beyond a side costs ten times what the plan does.
        let price = aim.weight.checked_mul(value.max(1))?.checked_mul(100)?;
        let elastic = Elastic::of(&program.formulation, limits, &aim.minimised, price);
        let mut relaxation = LinearRelaxation::of(&elastic.formulation, self.solver, &self.budget)?;
        let optimum = relaxation.solve(&elastic.formulation, &elastic.objective)?;
        aim.proven(limited, position, value, elastic.without_prices(&optimum))
    }

    /// The program with the levels before one held.
    fn held(&self, position: usize, values: &[i64]) -> ProofProgram {
        let mut program = self.program.clone();
        for (before, &value) in values.iter().enumerate().take(position) {
            program.hold(before, value);
        }
        program
    }

    /// The cuts that a point breaks.
    fn broken_cuts(
        &self,
        program: &ProofProgram,
        relaxation: &mut CaseRelaxation,
        point: &IdVec<VariableId, f64>,
        is_first: bool,
    ) -> Vec<Cut> {
        let mut cuts = Vec::new();
        if is_first && left_out::is_broken(&program.formulation, point) {
            cuts.extend(left_out::left_out_cut(program, relaxation));
        }
        cuts.extend(links::broken_links(program, point));
        let packings = broken_packings(&program.formulation, point, self.solver, &self.budget);
        cuts.extend(packings.iter().filter_map(|rounded| cut_of(program, rounded)));
        cuts
    }

    /// Adds cuts to the certificate and to the program under proof; whether any is new.
    fn add_cuts(&mut self, cuts: Vec<Cut>, program: &mut ProofProgram) -> bool {
        let mut has_new = false;
        for cut in cuts {
            let Ok(derived) = self.program.derived(&cut) else { continue };
            let number = self.cuts.len();
            if self.known.insert(derived)
                && self.program.add_cut(number, &cut).is_ok()
                && program.add_cut(number, &cut).is_ok()
            {
                self.cuts.push(cut);
                has_new = true;
            }
        }
        has_new
    }
}

/// What the relaxation of a level proves, and its optimum.
fn relaxed(
    program: &ProofProgram,
    relaxation: &mut CaseRelaxation,
    position: usize,
    value: i64,
) -> Option<Relaxed> {
    let aim = Aim::of(program, position)?;
    let optimum = relaxation.solve(&program.formulation, &aim.minimised)?;
    aim.proven(program, position, value, optimum)
}

/// What is minimised to prove a level.
struct Aim<'a> {
    objective: &'a Expression,
    minimised: Expression,
    /// What a unit of the objective weighs in what is minimised.
    weight: i64,
    /// What multipliers are scaled by.
    scale: i64,
}

impl<'a> Aim<'a> {
    fn of(program: &'a ProofProgram, position: usize) -> Option<Self> {
        let objective = program.objective(position)?;
        Some(if is_count(objective) {
            let minimised = left_out::steered(&program.formulation, objective)?;
            Self { objective, minimised, weight: left_out::WEIGHT, scale: SCALES.0 }
        } else {
            Self { objective, minimised: objective.clone(), weight: 1, scale: SCALES.1 }
        })
    }

    /// What an optimum proves.
    fn proven(
        &self,
        program: &ProofProgram,
        position: usize,
        value: i64,
        optimum: LinearOptimum,
    ) -> Option<Relaxed> {
        let formulation = &program.formulation;
        let multipliers = scaled(&optimum.duals, self.scale as f64 / self.weight as f64);
        let ascent = MultiplierAscent::from(formulation, self.objective, self.scale, multipliers);
        let mut proof = LevelProof {
            goal: formulation.levels[position].goal.name(),
            value,
            scale: Divisor::try_from(self.scale).ok()?,
            rows: named(program, &ascent.best().0),
            branch: None,
            bound: 0,
        };
        proof.bound = program.bound(position, &proof).ok()?;
        Some((proof, optimum.values))
    }
}

/// Rounded rows as a cut of a certificate.
fn cut_of(program: &ProofProgram, rounded: &RoundedRows) -> Option<Cut> {
    let rows = rounded
        .rows
        .iter()
        .map(|&(row, by)| Some((program.row_name(row).to_owned(), Multiplier::try_from(by).ok()?)));
    let divisor = Divisor::try_from(rounded.divisor).ok()?;
    Some(Cut { rows: rows.collect::<Option<_>>()?, upper: None, divisor })
}

/// What is proven of a level without any row.
fn without_rows(program: &ProofProgram, position: usize, value: i64) -> Option<LevelProof> {
    let goal = program.formulation.levels.get(position)?.goal.name();
    let (rows, scale) = (BTreeMap::new(), Divisor::constant(1));
    let proof = LevelProof { goal, value, scale, rows, branch: None, bound: 0 };
    Some(LevelProof { bound: program.bound(position, &proof).ok()?, ..proof })
}

/// Whether an objective counts something, rather than points.
fn is_count(objective: &Expression) -> bool {
    objective.terms.iter().all(|(_, by)| by.abs() <= MOST_OF_A_COUNT)
}
