//! Certificates: what they prove is never more than the truth, and one that was changed is refused or proves no more.

use std::collections::BTreeMap;

use plaatswijzer::certificate::{
    Branch, Case, Certificate, Cut, Divided, Divisor, LevelProof, Multiplier, ProofProgram,
    UpperMultiplier,
};
use plaatswijzer::problem::Problem;
use rayon::prelude::*;

use crate::against_oracle::problem;
use crate::draws::Draws;
use crate::oracle;
use crate::seeds;
use crate::tiny::TINY;

/// Multipliers drawn at random for rows of a program, and the sides that they need.
fn multipliers(
    draws: &mut Draws,
    program: &ProofProgram,
    most: usize,
    sizes: &[i64],
) -> BTreeMap<String, Multiplier> {
    let rows: Vec<_> = program.row_ids().collect();
    let number = draws.between(1, most as i64);
    let drawn = (0..number).filter(|_| !rows.is_empty()).map(|_| {
        let id = draws.one_of(&rows);
        let row = &program.formulation.rows[id];
        let sign = match (row.lower, row.upper) {
            (Some(_), None) => 1,
            (None, Some(_)) => -1,
            _ => draws.one_of(&[-1, 1]),
        };
        let by = sign * draws.pick(sizes);
        (program.row_name(id).to_owned(), Multiplier::try_from(by).unwrap())
    });
    drawn.collect()
}

fn random_cut(draws: &mut Draws, program: &ProofProgram) -> Cut {
    let divisor = draws.between(2, 5);
    let mut cut = Cut {
        rows: multipliers(draws, program, 4, &[1, 1, 2, 3]),
        upper: None,
        divisor: Divisor::try_from(divisor).unwrap(),
    };
    if draws.percent(50) {
        let used = &program.formulation.decisions.left_out;
        let ids: Vec<_> = used.ids().map(|id| used[id]).collect();
        if !ids.is_empty() {
            let name = program.variable_name(draws.one_of(&ids)).to_owned();
            let by = UpperMultiplier::try_from(draws.between(1, 3)).unwrap();
            cut.upper = Some(BTreeMap::from([(name, by)]));
        }
    }
    cut
}

/// Cases of a variable or of a row drawn at random, with multipliers of their own.
fn random_branch(draws: &mut Draws, program: &ProofProgram) -> Option<Box<Branch>> {
    let decisions = &program.formulation.decisions;
    let ids: Vec<_> = decisions.used.values().chain(decisions.left_out.values()).collect();
    if ids.is_empty() || draws.percent(50) {
        return None;
    }
    let mut case =
        || Case { rows: multipliers(draws, program, 4, &[1, 1_000, 30_000]), branch: None };
    let (below, above) = (case(), case());
    let rows: Vec<_> = program.row_ids().collect();
    let of = if rows.is_empty() || draws.percent(50) {
        Divided::Variable(program.variable_name(*draws.one_of(&ids)).to_owned())
    } else {
        Divided::Row(program.row_name(draws.one_of(&rows)).to_owned())
    };
    Some(Box::new(Branch { of, at: draws.between(0, 1), below, above }))
}

/// What random multipliers and cuts prove of an instance: nothing above the optimum. The number of proofs that prove
/// something, and of cuts that follow.
fn random_proofs(seed: u64) -> (usize, usize) {
    let Some(problem) = problem(seed, &TINY) else { return (0, 0) };
    let Some(best) = oracle::best(&problem) else { return (0, 0) };
    let mut program = ProofProgram::of(&problem).unwrap();
    let mut draws = Draws::new(seed ^ 0x6365_7274);
    let mut cuts = 0;
    for _ in 0..60 {
        let cut = random_cut(&mut draws, &program);
        cuts += usize::from(program.add_cut(cuts, &cut).is_ok());
    }
    let mut proven = 0;
    for (level, &value) in best.iter().enumerate() {
        for _ in 0..60 {
            let proof = LevelProof {
                goal: String::new(),
                value,
                scale: Divisor::try_from(draws.between(1, 3)).unwrap(),
                rows: multipliers(&mut draws, &program, 8, &[1, 2, 1_000, 30_000, 250_000]),
                branch: random_branch(&mut draws, &program),
                bound: 0,
            };
            let Ok(bound) = program.bound(level, &proof) else { continue };
            assert!(bound <= value, "seed {seed}, level {level}: {bound} > {value}: {proof:?}");
            proven += usize::from(bound > 0);
        }
        program.hold(level, value);
    }
    (proven, cuts)
}

#[test]
fn no_multipliers_and_no_cuts_prove_more_than_the_optimum() {
    let found: Vec<(usize, usize)> =
        (0..seeds::many(400)).into_par_iter().map(random_proofs).collect();
    let (proven, cuts) = found.into_iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("{proven} bounds above 0, {cuts} cuts");
    assert!(proven > 500 && cuts > 2_000, "{proven} bounds above 0, {cuts} cuts");
}

#[test]
fn a_certificate_survives_being_written_and_read() {
    let problem = the_village();
    let program = ProofProgram::of(&problem).unwrap();
    let name = program.row_name(program.row_ids().next().unwrap()).to_owned();
    let certificate = Certificate {
        program_sha256: program.sha256.clone(),
        cuts: vec![Cut {
            rows: BTreeMap::from([(name.clone(), Multiplier::constant(-2))]),
            upper: None,
            divisor: Divisor::constant(3),
        }],
        levels: vec![LevelProof {
            goal: "total".to_owned(),
            value: 5,
            scale: Divisor::constant(1),
            rows: BTreeMap::from([(name.clone(), Multiplier::constant(-7))]),
            branch: Some(Box::new(Branch {
                of: Divided::Row(name.clone()),
                at: 0,
                below: Case::default(),
                above: Case {
                    rows: BTreeMap::from([(name, Multiplier::constant(0))]),
                    branch: None,
                },
            })),
            bound: -4,
        }],
        ..Certificate::default()
    };
    assert_eq!(Certificate::read(certificate.to_json().as_bytes()).unwrap(), certificate);
}

fn the_village() -> Problem {
    let bytes = std::fs::read(crate::running::village()).unwrap();
    plaatswijzer::problem::read(&bytes, &|_| Err("absent".to_owned())).unwrap().problem
}

/// Certificates are made with the duals of HiGHS.
#[cfg(feature = "highs")]
mod made {
    use plaatswijzer::certificate::check;
    use plaatswijzer::solve::{Search, certify};
    use serde_json::{Value, json};

    use super::*;
    use crate::running::{code, run, stderr, stdout, text, village, write};

    /// How the bounds of one instance compare with the optimum.
    #[derive(Default)]
    struct Found {
        levels: usize,
        whole: usize,
        /// Certificates that were changed: refused, and still proving something.
        refused: usize,
        weaker: usize,
    }

    fn certified(seed: u64) -> Found {
        let mut found = Found::default();
        let Some(problem) = problem(seed, &TINY) else { return found };
        let Some(best) = oracle::best(&problem) else { return found };
        let certificate = certify(&problem, &best, &Search::default()).unwrap();
        let proven =
            check(&problem, &certificate).unwrap_or_else(|errors| panic!("{seed}: {errors}"));
        assert_eq!(proven.len(), best.len(), "seed {seed}");
        for (level, &value) in proven.iter().zip(&best) {
            assert!(level.bound <= value, "seed {seed}: {} > {value}", level.bound);
            found.levels += 1;
            found.whole += usize::from(level.bound == value);
        }
        let mut draws = Draws::new(seed);
        for _ in 0..8 {
            changed(&problem, &certificate, &best, &mut draws, &mut found);
        }
        found
    }

    /// Changes one multiplier of a certificate, and states the bound that it then proves: never above the optimum.
    fn changed(
        problem: &Problem,
        certificate: &Certificate,
        best: &[i64],
        draws: &mut Draws,
        found: &mut Found,
    ) {
        let mut certificate = certificate.clone();
        let below = |draws: &mut Draws, number: usize| {
            usize::try_from(draws.between(0, number as i64 - 1)).unwrap()
        };
        let level = below(draws, best.len());
        let mut maps: Vec<&mut BTreeMap<String, Multiplier>> =
            certificate.cuts.iter_mut().map(|cut| &mut cut.rows).collect();
        maps.push(&mut certificate.levels[level].rows);
        let at = below(draws, maps.len());
        let rows = std::mem::take(&mut maps).swap_remove(at);
        let names: Vec<String> = rows.keys().cloned().collect();
        if names.is_empty() {
            return;
        }
        let name = draws.pick(&names);
        let by = rows[name].get() * draws.pick(&[-1, 2, 0]) + draws.between(-3, 3);
        rows.insert(name.clone(), Multiplier::try_from(by).unwrap());
        let mut program = ProofProgram::of(problem).unwrap();
        let is_refused = check(problem, &certificate).is_err();
        found.refused += usize::from(is_refused);
        for (number, cut) in certificate.cuts.iter().enumerate() {
            if program.add_cut(number, cut).is_err() {
                return;
            }
        }
        for (position, (proof, &value)) in certificate.levels.iter().zip(best).enumerate() {
            if let Ok(bound) = program.bound(position, proof) {
                assert!(bound <= value, "{bound} > {value}");
                found.weaker += usize::from(bound < proof.bound);
            }
            program.hold(position, proof.value);
        }
    }

    #[test]
    fn certified_bounds_are_never_above_the_optimum() {
        let found: Vec<Found> = (0..seeds::many(400)).into_par_iter().map(certified).collect();
        let sum = |part: fn(&Found) -> usize| found.iter().map(part).sum::<usize>();
        let (levels, whole) = (sum(|one| one.levels), sum(|one| one.whole));
        let (refused, weaker) = (sum(|one| one.refused), sum(|one| one.weaker));
        println!("{whole} of {levels} levels certified whole; {refused} refused, {weaker} weaker");
        assert!(levels > 300 && whole * 2 > levels, "{whole} of {levels}");
        assert!(refused > 300 && weaker > 50, "{refused} refused, {weaker} weaker");
    }

    #[test]
    fn a_higher_bound_takes_the_place_of_that_of_the_search() {
        let folder = tempfile::tempdir().unwrap();
        let (plan, file) =
            (folder.path().join("plan.json"), folder.path().join("certificate.json"));
        let instance = village();
        let levels = |extra: &[&str]| -> (Vec<Value>, Value) {
            // A plan at which the search ends before it has proven much.
            let options = ["solve", text(&instance), "-o", text(&plan), "--gap", "0.9"];
            let solved = run(&[&options, extra].concat());
            assert_eq!(code(&solved), 0, "{}", stderr(&solved));
            let plan: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
            (plan["goals"].as_array().unwrap().clone(), plan["status"].clone())
        };
        let (searched, _) = levels(&[]);
        let (certified, status) = levels(&["--certificate", text(&file)]);
        for (certified, searched) in certified.iter().zip(&searched) {
            assert_eq!(certified["value"], searched["value"]);
            assert!(certified["bound"].as_i64() >= searched["bound"].as_i64());
        }
        assert_eq!(certified[0]["bound"], certified[0]["certified"], "{certified:?}");
        let is_proven = certified.iter().all(|level| level["value"] == level["bound"]);
        assert_eq!(status == "optimal", is_proven, "{certified:?} {status}");
        let agreed = run(&["verify", text(&instance), text(&plan), "--certificate", text(&file)]);
        assert_eq!(code(&agreed), 0, "{}", stdout(&agreed));
    }

    /// The error, its place, and the change of a certificate that has it.
    type Corruption<'a> = (&'a str, &'a str, &'a dyn Fn(&mut Value));

    #[test]
    fn a_changed_certificate_is_refused_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (plan, file) =
            (folder.path().join("plan.json"), folder.path().join("certificate.json"));
        let instance = village();
        let options = ["solve", text(&instance), "-o", text(&plan), "--certificate", text(&file)];
        let solved = run(&options);
        assert_eq!(code(&solved), 0, "{}", stderr(&solved));
        let verify = |instance: &std::path::Path, file: &std::path::Path| {
            run(&["verify", text(instance), text(&plan), "--certificate", text(file)])
        };
        let agreed = verify(&instance, &file);
        assert_eq!(code(&agreed), 0, "{}", stderr(&agreed));
        assert!(stdout(&agreed).contains("certified: no plan goes below"), "{}", stdout(&agreed));

        let written = std::fs::read(&file).unwrap();
        let certificate: Value = serde_json::from_slice(&written).unwrap();
        let last = certificate["levels"].as_array().unwrap().len() - 1;
        let rows = certificate["levels"][0]["rows"].as_object().unwrap();
        let row = rows.keys().find(|row| row.starts_with("placement.everyone")).unwrap();
        let changes: [Corruption; 9] = [
            ("wrong-format", "format", &|one| one["format"] = json!("plaatswijzer/certificate/2")),
            ("contradiction", "instance.sha256", &|one| one["instance"]["sha256"] = json!("0")),
            ("contradiction", "program_sha256", &|one| one["program_sha256"] = json!("0")),
            ("contradiction", "].goal", &|one| one["levels"][0]["goal"] = json!("lot")),
            ("contradiction", "].bound", &|one| {
                let bound = one["levels"][last]["bound"].as_i64().unwrap();
                one["levels"][last]["bound"] = json!(bound + 1);
            }),
            ("contradiction", "].bound", &|one| {
                let by = one["levels"][0]["rows"][row].as_i64().unwrap();
                one["levels"][0]["rows"][row] = json!(by + 100_000_000);
            }),
            ("contradiction", "].bound", &|one| {
                let cases = one["levels"][last].as_object_mut().unwrap().remove("branch");
                assert!(cases.is_some(), "the village needs cases");
            }),
            ("unknown-reference", "].rows", &|one| one["levels"][last]["rows"]["no"] = json!(1)),
            ("unknown-reference", "cuts[0]", &|one| {
                one["cuts"] = json!([{ "rows": { "cut[0]": 1 }, "divisor": 2 }]);
            }),
        ];
        for (problem, location, change) in changes {
            let mut one = certificate.clone();
            change(&mut one);
            let changed = write(folder.path(), "changed.json", one.to_string().as_bytes());
            let refused = verify(&instance, &changed);
            let said = stderr(&refused);
            assert_eq!(code(&refused), 3, "{location}: {said}");
            assert!(said.contains(problem) && said.contains(location), "{location}: {said}");
        }
        let short = write(folder.path(), "short.json", &written[..written.len() / 2]);
        assert_eq!(code(&verify(&instance, &short)), 3);
        // A plan that states more than its certificate proves.
        let mut stated: Value = serde_json::from_slice(&std::fs::read(&plan).unwrap()).unwrap();
        let mut without = certificate.clone();
        without["levels"] = json!([]);
        let without = write(folder.path(), "without.json", without.to_string().as_bytes());
        assert!(stated["goals"][last]["certified"].is_i64(), "{stated}");
        assert_eq!(code(&verify(&instance, &without)), 6);
        stated["goals"][last]["certified"] = json!(-1);
        let stated = write(folder.path(), "stated.json", stated.to_string().as_bytes());
        assert_eq!(code(&run(&["verify", text(&instance), text(&stated)])), 6);
    }

    #[test]
    fn the_threads_do_not_show_in_a_certificate() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("certificate.json");
        let certificate_with = |threads: &str| {
            let instance = village();
            let options =
                ["solve", text(&instance), "--certificate", text(&file), "--threads", threads];
            assert_eq!(code(&run(&options)), 0);
            std::fs::read(&file).unwrap()
        };
        let one = certificate_with("1");
        assert!(!one.is_empty());
        assert_eq!(certificate_with("2"), one);
    }
}
