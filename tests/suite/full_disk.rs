//! Disks that are full and folders that cannot be written: whatever a command writes is there whole or not at all, an older
//! file stays as it was, and the message names the file and why.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use crate::outputs::{OUT, age, commands, files, inputs};
use crate::running::{code, stderr};
use crate::seeds::many;

/// Runs a command in a folder on a disk that takes a number of blocks per file; no limit without a number.
fn on_disk(folder: &Path, arguments: &[String], out: &str, blocks: Option<u64>) -> Output {
    let limit = blocks.map_or_else(String::new, |blocks| format!("ulimit -f {blocks};"));
    // Beyond the limit writing fails, as on a full disk, for who does not mind the signal.
    let script = format!("trap '' XFSZ; {limit} exec \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_plaatswijzer")]);
    command.args(arguments.iter().map(|word| word.replace(OUT, out)));
    command.current_dir(folder).env_remove("PLAATSWIJZER_LANG").env("LC_ALL", "C");
    command.output().unwrap()
}

/// Numbers of blocks from none to more than the largest file has, and never the same twice.
fn limits(files: &BTreeMap<String, Vec<u8>>) -> Vec<u64> {
    let largest = files.values().map(|bytes| bytes.len() as u64 / 512 + 1).max().unwrap();
    let count = many(8).min(largest);
    (0..=count).map(|step| step * largest / count).collect()
}

#[test]
fn a_full_disk_leaves_every_file_whole_and_is_named() {
    let folder = inputs();
    let out = folder.path().join("out");
    let mut refused = 0;
    for command in commands() {
        let _ = std::fs::remove_dir_all(&out);
        std::fs::create_dir(&out).unwrap();
        let whole = on_disk(folder.path(), &command, "out", None);
        assert_eq!(code(&whole), 0, "{command:?}: {}", stderr(&whole));
        let wanted = files(&out);
        for blocks in limits(&wanted) {
            let older = age(&out, &wanted);
            let output = on_disk(folder.path(), &command, "out", Some(blocks));
            let found = files(&out);
            let said = stderr(&output);
            if code(&output) == 0 {
                assert_eq!(found, wanted, "{command:?} with {blocks} blocks");
                continue;
            }
            refused += 1;
            assert_eq!(code(&output), 1, "{command:?} with {blocks} blocks: {said}");
            assert!(said.contains("the file is larger than the disk takes"), "{command:?}: {said}");
            let named = wanted.keys().any(|name| said.contains(&format!("out/{name}")));
            assert!(named, "{command:?} with {blocks} blocks names no file: {said}");
            // A certificate that finds no room does not cost the plan; of all others none is replaced before the rest.
            let mut expected = older;
            if command.iter().any(|word| word == "--certificate") {
                expected.insert("plan.json".to_owned(), found["plan.json"].clone());
                assert!(
                    [&wanted, &expected].iter().any(|all| all["plan.json"] == found["plan.json"])
                );
            }
            assert!(found == expected, "{command:?} with {blocks} blocks: {:?}", found.keys());
        }
    }
    assert!(refused > 40, "{refused}");
}

#[test]
fn what_a_full_disk_stopped_goes_on_to_the_same_bytes() {
    let folder = inputs();
    let out = folder.path().join("out");
    for command in [
        "batch batch.json -o OUT",
        "batch batch.json -o OUT --plans packed",
        "path path.json -o OUT",
    ] {
        let command: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let _ = std::fs::remove_dir_all(&out);
        let whole = on_disk(folder.path(), &command, "out", None);
        assert_eq!(code(&whole), 0, "{command:?}: {}", stderr(&whole));
        let wanted = files(&out);
        let mut refused = 0;
        for blocks in limits(&wanted) {
            std::fs::remove_dir_all(&out).unwrap();
            let output = on_disk(folder.path(), &command, "out", Some(blocks));
            if code(&output) != 0 {
                refused += 1;
                let said = stderr(&output);
                assert!(
                    [1, 2].contains(&code(&output)),
                    "{command:?} with {blocks} blocks: {said}"
                );
                assert!(said.contains("the file is larger than the disk takes"), "{said}");
                assert!(
                    said.contains("out"),
                    "{command:?} with {blocks} blocks names no file: {said}"
                );
                for (name, bytes) in files(&out) {
                    let ending = Path::new(&name).extension();
                    let is_grown = ending.is_some_and(|ending| ending == "jsonl" || ending == "gz")
                        || name == "unfinished.json";
                    let is_whole = wanted.get(&name).is_some_and(|whole| *whole == bytes);
                    assert!(is_grown || is_whole, "{command:?} with {blocks} blocks: {name}");
                }
            }
            let again = on_disk(folder.path(), &command, "out", None);
            assert_eq!(code(&again), 0, "{command:?} after {blocks} blocks: {}", stderr(&again));
            assert!(files(&out) == wanted, "{command:?} after {blocks} blocks");
        }
        assert!(refused > 4, "{command:?}: {refused}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named_before_any_work() {
    let folder = inputs();
    let batches = ["batch batch.json -o OUT", "path path.json -o OUT", "serve OUT --no-browser"];
    let words = |command: &str| command.split(' ').map(str::to_owned).collect();
    // Not even the system's administrator writes there.
    let out = "/sys/kernel";
    for command in commands().into_iter().chain(batches.map(words)) {
        if command[0] == "serve" && cfg!(not(feature = "serve")) {
            continue;
        }
        let output = on_disk(folder.path(), &command, out, None);
        let said = stderr(&output);
        assert_eq!(code(&output), 2, "{command:?}: {said}");
        assert!(said.contains(out), "{command:?}: {said}");
    }
}
