//! A target of libFuzzer: the parser whose name the binary has.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use parsers::mutate::{changed, is_json};

const PARSER: &str = env!("CARGO_BIN_NAME");

fuzz_target!(|bytes: &[u8]| parsers::read(PARSER, bytes));

// Half of the time a change that keeps the form of the text, so that what lies behind the form is reached.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 2 == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    match changed(&data[..size], is_json(PARSER), u64::from(seed)) {
        Some(text) if !text.is_empty() && text.len() <= max_size => {
            data[..text.len()].copy_from_slice(&text);
            text.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});
