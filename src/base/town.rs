//! Names of towns, as people write them.

/// Words within a name that stay small.
const SMALL: [&str; 15] = [
    "aan", "bij", "de", "den", "der", "en", "gem", "het", "in", "'t", "op", "te", "ter", "van",
    "a/d",
];

/// A town that an official list writes in capitals, as people write it: `BERGEN OP ZOOM` is
/// Bergen op Zoom, `'S-GRAVENHAGE` is 's-Gravenhage. A name that already has small letters is left unchanged.
pub fn town_as_written(name: &str) -> String {
    let name = name.trim();
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let words = name.split(' ').enumerate().map(|(position, word)| {
        let small = word.to_lowercase();
        if position > 0 && SMALL.contains(&small.as_str()) {
            small
        } else {
            word_as_written(&small)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word in small letters with a capital at the start of each of its parts; `'s` and `'t` stay small, and
/// `ij` is one letter.
fn word_as_written(word: &str) -> String {
    let parts = word.split('-').map(|part| {
        if part.starts_with('\'') || (part.len() < word.len() && SMALL.contains(&part)) {
            return part.to_owned();
        }
        if let Some(rest) = part.strip_prefix("ij") {
            return format!("IJ{rest}");
        }
        capitalised(part)
    });
    parts.collect::<Vec<_>>().join("-")
}

/// Words with a capital at their start.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::town_as_written;

    #[test]
    fn capitals_stand_where_people_write_them() {
        for (listed, written) in [
            ("GRONINGEN", "Groningen"),
            ("BERGEN OP ZOOM", "Bergen op Zoom"),
            ("'S-GRAVENHAGE", "'s-Gravenhage"),
            ("CAPELLE A/D IJSSEL", "Capelle a/d IJssel"),
            ("IJMUIDEN", "IJmuiden"),
            ("NOORD-SCHARWOUDE", "Noord-Scharwoude"),
            ("DEN HAAG", "Den Haag"),
            ("2E EXLOERMOND", "2e Exloermond"),
            ("Ter Apel", "Ter Apel"),
            (" ", ""),
        ] {
            assert_eq!(town_as_written(listed), written);
        }
    }
}
