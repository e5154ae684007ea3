//! Names of denominations, as people write them.

/// The denominations that DUO's text names, in lower case and in full: "Samenwerking PC, RK" names two.
pub fn denominations_as_written(text: &str) -> Vec<String> {
    let listed = text.strip_prefix("Samenwerking ").unwrap_or(text);
    let mut found: Vec<String> = Vec::new();
    for part in listed.split([',', '/']) {
        let part = part.trim().to_lowercase();
        let whole = match part.as_str() {
            "" => continue,
            "pc" | "p.c." | "prot. chr." | "prot.chr." | "protestants christelijk" => {
                "protestants-christelijk"
            }
            "rk" | "r.k." | "rooms katholiek" => "rooms-katholiek",
            "opb" | "opb." => "openbaar",
            "alg. bijz" | "alg. bijz." => "algemeen bijzonder",
            // DUO cuts names off at thirty letters.
            "eva" => "evangelisch",
            "evangelische broedergemeenscha" => "evangelische broedergemeenschap",
            other => other,
        };
        if !found.iter().any(|known| known == whole) {
            found.push(whole.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::denominations_as_written;

    #[test]
    fn one_text_may_name_several_denominations() {
        for (text, expected) in [
            ("Samenwerking PC, RK", vec!["protestants-christelijk", "rooms-katholiek"]),
            ("Samenwerking Opb., PC", vec!["openbaar", "protestants-christelijk"]),
            ("Gereformeerd vrijgemaakt / Eva", vec!["gereformeerd vrijgemaakt", "evangelisch"]),
            ("Hindoeïstisch", vec!["hindoeïstisch"]),
            ("Prot. Chr./R.K.", vec!["protestants-christelijk", "rooms-katholiek"]),
            ("PC, PC", vec!["protestants-christelijk"]),
        ] {
            assert_eq!(denominations_as_written(text), expected);
        }
    }
}
