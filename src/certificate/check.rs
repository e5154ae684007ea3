//! The check of a certificate against a problem.

use super::document::Certificate;
use super::program::{Flaw, ProofProgram};
use crate::input::errors::{Code, InputErrors};
use crate::instance::Goal;
use crate::message;
use crate::problem::Problem;
use crate::texts::Message;

/// What is certified of a goal level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CertifiedLevel {
    /// The goal.
    pub goal: Goal,
    /// What later levels suppose this one to have at most.
    pub value: i64,
    /// No plan that has at most the values of the levels before has less than this here.
    pub bound: i64,
}

/// Recomputes every bound of a certificate from a problem and the certificate alone.
///
/// # Errors
/// If it is about another instance or another program, if something in it does not follow, or if it states another
/// bound than it proves. Each problem has its place, what was found, what is allowed, and what to do.
pub fn check(
    problem: &Problem,
    certificate: &Certificate,
) -> Result<Vec<CertifiedLevel>, InputErrors> {
    let mut errors = InputErrors::default();
    let found = &certificate.instance.sha256;
    let expected = problem.sha256();
    if *found != expected {
        other(
            &mut errors,
            "instance.sha256",
            found,
            message!("certificate-this-instance", sha256 = expected),
        );
        return Err(errors);
    }
    let mut program = ProofProgram::of(problem)?;
    if certificate.program_sha256 != program.sha256 {
        let expected = message!("certificate-this-program", sha256 = &program.sha256);
        other(&mut errors, "program_sha256", &certificate.program_sha256, expected);
        return Err(errors);
    }
    for (number, cut) in certificate.cuts.iter().enumerate() {
        if let Err(flaw) = program.add_cut(number, cut) {
            // Whatever comes after it may rest on it.
            refuse(&mut errors, format!("cuts[{number}]"), flaw);
            return Err(errors);
        }
    }
    let mut levels = Vec::new();
    for (position, proof) in certificate.levels.iter().enumerate() {
        let location = format!("levels[{position}]");
        let expected = problem.instance.goals.get(position).copied();
        let Some(goal) = expected.filter(|goal| goal.name() == proof.goal) else {
            let allowed = match expected {
                Some(goal) => message!("certificate-goal", goal = goal.name()),
                None => message!("certificate-no-more-goals"),
            };
            other(&mut errors, &format!("{location}.goal"), &proof.goal, allowed);
            return Err(errors);
        };
        match program.bound(position, proof) {
            Ok(bound) if bound == proof.bound => {}
            Ok(bound) => {
                let allowed = message!("certificate-proves", bound = bound);
                other(&mut errors, &format!("{location}.bound"), &proof.bound.to_string(), allowed);
            }
            Err(flaw) => refuse(&mut errors, format!("{location}.rows"), flaw),
        }
        // No level is ever negative.
        let bound = proof.bound.max(0);
        levels.push(CertifiedLevel { goal, value: proof.value, bound });
        program.hold(position, proof.value);
    }
    errors.into_result(levels)
}

fn other(errors: &mut InputErrors, location: &str, found: &str, allowed: Message) {
    let help = message!("certificate-help");
    errors.add(Code::Contradiction, location, found.to_owned(), allowed, help);
}

fn refuse(errors: &mut InputErrors, location: String, flaw: Flaw) {
    let help = message!("certificate-help");
    let (code, found, allowed) = match flaw {
        Flaw::UnknownRow(name) => (Code::UnknownReference, name, message!("certificate-known-row")),
        Flaw::UnknownVariable(name) => {
            (Code::UnknownReference, name, message!("certificate-known-variable"))
        }
        Flaw::NoSide(name) => (Code::Contradiction, name, message!("certificate-side")),
        Flaw::NotWhole(name) => (Code::Contradiction, name, message!("certificate-whole")),
        Flaw::Unbounded(name) => (Code::Contradiction, name, message!("certificate-bounded")),
        Flaw::Overflow => {
            errors.add(
                Code::OutOfRange,
                location,
                message!("certificate-overflow-found"),
                message!("certificate-overflow"),
                help,
            );
            return;
        }
    };
    errors.add(code, location, found, allowed, help);
}
