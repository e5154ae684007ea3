//! `why`: why there, why not elsewhere, what it would cost, who would move.

use std::process::ExitCode;

use super::console::{language, note};
use super::exit::{self, CommandFailure};
use super::previous::PlanArguments;
use super::progress::CountLine;
use super::search::SearchArguments;
use super::{contacts, files, interrupt, named};
use crate::input::errors::InputErrors;
use crate::instance::{NamedKind, StudentId};
use crate::message;
use crate::problem::Problem;
use crate::questions::why::{ClusterScope, Inquiry, Target, WhyAnswers, student};
use crate::report::{self, SchoolNames};
use crate::verify::{Verdict, verify};

/// Explain why a student is at a school, or at none, and what alternatives would cost.
///
/// For a student left out: why each school is not possible, the cheapest way to give a place after all, and who
/// would have to move. For a student with a place: the points that each rule charges, and what other schools
/// would cost. With --at: the same for one school, cluster or board. Costs are found by solving again with that
/// change.
#[derive(Debug, clap::Args)]
pub struct WhyArguments {
    #[command(flatten)]
    plan: PlanArguments,
    /// Student: id, or name in NAME.contacts.json beside the instance.
    #[arg(value_name = "STUDENT", required_unless_present = "all")]
    student: Option<String>,
    /// Answer for every student who is left out, side by side.
    #[arg(long, conflicts_with = "student")]
    all: bool,
    /// Explain why the student is not there, in a school, a cluster or a board.
    #[arg(long, value_name = "SCHOOL|CLUSTER|BOARD")]
    at: Option<String>,
    /// Let other clusters be used. Default: only the clusters of the plan.
    #[arg(long)]
    free: bool,
    /// Number of other schools to work out for a student with a place.
    #[arg(long, value_name = "N", default_value_t = 5)]
    alternatives: usize,
    /// Reader of the answer.
    #[arg(long, value_enum, default_value_t)]
    audience: Audience,
    /// Print the answers as JSON, for planners.
    #[arg(long, conflicts_with = "audience")]
    json: bool,
    #[command(flatten)]
    search: SearchArguments,
}

/// Who reads an answer.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Audience {
    /// A planner: everything, also the ids of other students.
    #[default]
    Planner,
    /// The student: a short letter about the student's own case, without anything about others.
    Student,
}

/// Runs the command.
pub fn run(arguments: &WhyArguments) -> Result<ExitCode, CommandFailure> {
    let stop = interrupt::flag(interrupt::Kept::BestPlan);
    let (problem, plan) = arguments.plan.read()?;
    let verdict = verify(&problem, &plan);
    if !verdict.agrees() {
        files::print(&report::verdict(&verdict, language()))?;
        note(&message!("cli-why-needs-valid-plan"));
        return Ok(ExitCode::from(exit::DISAGREES));
    }
    let answers = answers(arguments, &problem, &verdict, stop)?;
    let students = contacts::student_names(arguments.plan.instance(), &problem.instance)?;
    let names = SchoolNames::of(&problem).and_students(students);
    files::print(&answer_text(arguments, &names, &answers))?;
    Ok(if answers.answers.is_empty() && !answers.missing.is_empty() {
        ExitCode::from(exit::OUT_OF_TIME)
    } else {
        ExitCode::SUCCESS
    })
}

fn answers(
    arguments: &WhyArguments,
    problem: &Problem,
    verdict: &Verdict,
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
) -> Result<WhyAnswers, CommandFailure> {
    let search = arguments.search.search(stop);
    let tally = problem.tally(&verdict.assignment);
    let scope = if arguments.free { ClusterScope::Free } else { ClusterScope::Held };
    let inquiry = Inquiry::new(problem, &tally, scope, &search);
    let everywhere = [NamedKind::School, NamedKind::Cluster, NamedKind::Board];
    let at = arguments.at.as_deref();
    let at = at.map(|at| named::id_of(&problem.instance, "--at", at, &everywhere)).transpose()?;
    let at = at.as_deref();
    let mut errors = InputErrors::default();
    let mut complain = |more: InputErrors| errors.0.extend(more.0);
    let target = at.map(|id| Target::read(&problem.instance, &verdict.assignment, id));
    let target = target.and_then(|read| read.map_err(&mut complain).ok());
    let path = arguments.plan.instance();
    let asked = arguments.student.as_ref();
    let asked = asked.map(|written| named::student_id(&problem.instance, path, written));
    let asked = asked.transpose()?.map(|id| student(&problem.instance, &id));
    let students: Vec<StudentId> = match asked {
        Some(read) => read.map_err(&mut complain).into_iter().collect(),
        None => inquiry.left_out(),
    };
    let (target, students) = errors.into_result((target, students))?;
    let line = CountLine::start(students.len(), &message!("cli-progress-answers"));
    let counted = || line.one_more();
    let answers = inquiry.answers(&students, target.as_ref(), arguments.alternatives, &counted);
    line.finish();
    Ok(answers?)
}

fn answer_text(arguments: &WhyArguments, names: &SchoolNames, answers: &WhyAnswers) -> String {
    if arguments.json {
        return report::why_as_json(answers);
    }
    match arguments.audience {
        Audience::Student => {
            let language = language();
            let letters = answers.answers.iter().map(|about| {
                let letter = report::letter(about, answers.clusters, names, language);
                if arguments.all { format!("{}\n{letter}", about.student) } else { letter }
            });
            letters.collect::<Vec<_>>().join("\n")
        }
        Audience::Planner if arguments.all => report::answers(answers, names, language()),
        Audience::Planner => {
            let texts = answers.answers.iter();
            texts.map(|about| report::answer(about, answers.clusters, names, language())).collect()
        }
    }
}
