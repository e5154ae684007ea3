//! Commands killed at any moment: every file is there whole or as it was, and the same command then writes the same bytes.
//! Batches, paths and the page, which go on where they were, are killed in `batches`, `packed_batches`, `growth`,
//! `growth_draws` and `serve_hardship`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::draws::Draws;
use crate::outputs::{OUT, age, commands, files, inputs};
use crate::running::{code, command, stderr};
use crate::seeds::many;

fn in_folder(folder: &Path, arguments: &[String]) -> Command {
    let mut command = command();
    command.args(arguments.iter().map(|word| word.replace(OUT, "out"))).current_dir(folder);
    command
}

#[test]
fn a_kill_leaves_every_file_whole() {
    let folder = inputs();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    let mut draws = Draws::new(9);
    let (mut kills, mut tries) = (0, 0);
    for arguments in commands() {
        let _ = std::fs::remove_dir_all(&out);
        std::fs::create_dir(&out).unwrap();
        let started = Instant::now();
        let whole = in_folder(folder.path(), &arguments).output().unwrap();
        assert_eq!(code(&whole), 0, "{arguments:?}: {}", stderr(&whole));
        let length = i64::try_from(started.elapsed().as_micros()).unwrap();
        let wanted = files(&out);
        for _ in 0..many(4) {
            tries += 1;
            let older = age(&out, &wanted);
            let mut starting = in_folder(folder.path(), &arguments);
            let mut running = starting.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            // Files are written near the end.
            let after = draws.between(length / 2, length);
            std::thread::sleep(Duration::from_micros(u64::try_from(after).unwrap()));
            kills += u64::from(running.try_wait().unwrap().is_none());
            running.kill().unwrap();
            running.wait().unwrap();
            let found = files(&out);
            for name in wanted.keys() {
                let is_whole = [&wanted[name], &older[name]].contains(&&found[name]);
                assert!(is_whole, "{arguments:?} leaves half of {name}");
            }
        }
        let again = in_folder(folder.path(), &arguments).output().unwrap();
        assert_eq!(code(&again), 0, "{arguments:?}: {}", stderr(&again));
        let found = files(&out);
        for (name, bytes) in &wanted {
            assert!(found[name] == *bytes, "{arguments:?}: {name}");
        }
    }
    println!("{kills} kills in {tries} tries");
    assert!(kills > tries / 4, "{kills} of {tries}");
}
