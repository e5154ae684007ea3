//! Changes of a text that keep its form, more or less: of a JSON document one value, of other texts a few words.

use serde_json::{Value, json};

/// Words that are hard on readers of numbers, dates, ids and text.
const WORDS: [&str; 30] = [
    "0",
    "-1",
    "1",
    "2",
    "00007",
    "0.5",
    "1e3",
    "1e308",
    "1e-320",
    "-0.0",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "4294967295",
    "1048577",
    "NaN",
    "inf",
    "2027-2028",
    "1900-02-30",
    "é",
    "e\u{301}",
    "ǅ",
    "İ",
    "\u{feff}",
    "\u{202e}",
    "𝔸",
    "=1+1",
    "h1",
    "s1",
];

/// Draws of a seed, the same on every machine (splitmix64).
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count.max(1) as u64).unwrap_or(0)
    }
}

/// Whether a parser reads JSON.
pub fn is_json(parser: &str) -> bool {
    ["instance", "plan", "certificate", "batch", "path"].contains(&parser)
}

/// A text with a change; `None` if it is not of the form that it should have.
pub fn changed(text: &[u8], is_json: bool, seed: u64) -> Option<Vec<u8>> {
    let mut draws = Draws(seed);
    if !is_json {
        return Some(with_other_words(text, &mut draws));
    }
    let mut document: Value = serde_json::from_slice(text).ok()?;
    for _ in 0..=draws.below(3) {
        change_value(&mut document, &mut draws);
    }
    serde_json::to_vec(&document).ok()
}

/// Changes one value of a document, or puts it elsewhere too.
fn change_value(document: &mut Value, draws: &mut Draws) {
    let mut places = Vec::new();
    collect(document, &mut String::new(), &mut places);
    let pick = |draws: &mut Draws| places[draws.below(places.len())].clone();
    let (place, other) = (pick(draws), pick(draws));
    let copy = document.pointer(&other).cloned().unwrap_or_default();
    let Some(value) = document.pointer_mut(&place) else { return };
    match (draws.below(6), value) {
        (0, Value::Array(values)) if !values.is_empty() => {
            values.remove(draws.below(values.len()));
        }
        (1, Value::Array(values)) if !values.is_empty() => {
            let again = values[draws.below(values.len())].clone();
            values.push(again);
        }
        (2, Value::Array(values)) => values.push(copy),
        (0 | 1, Value::Object(members)) if !members.is_empty() => {
            let key = members.keys().nth(draws.below(members.len())).cloned();
            members.remove(&key.unwrap_or_default());
        }
        (2, Value::Object(members)) => {
            let key = other.rsplit('/').next().unwrap_or_default().to_owned();
            members.insert(key, copy);
        }
        (3, value) => *value = copy,
        (4, Value::Number(number)) => {
            let near = number.as_i64().unwrap_or_default().wrapping_add(draws.below(5) as i64 - 2);
            *number = near.into();
        }
        (_, value) => *value = other_value(draws),
    }
}

fn other_value(draws: &mut Draws) -> Value {
    let word = WORDS[draws.below(WORDS.len())];
    match draws.below(8) {
        0 => Value::Null,
        1 => json!(draws.below(2) == 0),
        2 => json!([]),
        3 => json!({}),
        4 => json!(word),
        5 => json!(word.repeat(draws.below(200))),
        _ => serde_json::from_str(word).unwrap_or_else(|_| json!(draws.below(100))),
    }
}

/// The JSON Pointers of all values of a document.
fn collect(value: &Value, at: &mut String, places: &mut Vec<String>) {
    places.push(at.clone());
    let length = at.len();
    let mut below = |step: &str, value: &Value| {
        at.push('/');
        at.push_str(&step.replace('~', "~0").replace('/', "~1"));
        collect(value, at, places);
        at.truncate(length);
    };
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(row, value)| below(&row.to_string(), value));
        }
        Value::Object(members) => members.iter().for_each(|(key, value)| below(key, value)),
        _ => {}
    }
}

/// A text in which some words are replaced, left out, doubled or moved.
fn with_other_words(text: &[u8], draws: &mut Draws) -> Vec<u8> {
    let is_of_word =
        |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte) || byte >= 0x80;
    let mut words: Vec<&[u8]> =
        text.chunk_by(|one, other| is_of_word(*one) && is_of_word(*other)).collect();
    for _ in 0..=draws.below(4) {
        if words.is_empty() {
            break;
        }
        let from = draws.below(words.len());
        let longest = if draws.below(3) == 0 { 60 } else { 4 };
        let to = (from + 1 + draws.below(longest)).min(words.len());
        let at = draws.below(words.len());
        match draws.below(6) {
            0 => drop(words.drain(from..to)),
            1 | 2 => {
                let copy = words[from..to].to_vec();
                words.splice(at..at, copy);
            }
            3 => words[at] = words[from],
            _ => words[at] = WORDS[draws.below(WORDS.len())].as_bytes(),
        }
    }
    words.concat()
}
