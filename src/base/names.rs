//! Names as people write them: the same school is `CBS De Bron`, `de bron` and `De Bron Marum` in three sheets.
//!
//! A name is looked up in three forms, the strictest first: all its letters; without words that say what kind of
//! school or board it is; and without articles as well. The first form that anything has decides, so that
//! `De Bron` is the school of that very name even where another one is `CBS De Bron`.

use std::collections::BTreeMap;

/// A name for comparing: small letters and digits alone, without accents.
pub fn folded(text: &str) -> String {
    // Most texts, and much faster.
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        let mut folded = String::with_capacity(text.len());
        folded.extend(letters.map(|letter| char::from(letter.to_ascii_lowercase())));
        return folded;
    }
    text.chars()
        .flat_map(char::to_lowercase)
        .flat_map(plain)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// A letter without its accent. A mark that combines with the letter before it is no letter, and goes.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let letters = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => "a",
        'æ' => "ae",
        'ç' | 'č' | 'ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' => "i",
        'ĳ' => "ij",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        _ => "",
    };
    let same = letters.is_empty().then_some(letter);
    letters.chars().chain(same)
}

/// Words for kinds of schools and boards, which people leave out or abbreviate.
const KIND_WORDS: [&str; 30] = [
    "basisschool",
    "bs",
    "cbs",
    "christelijk",
    "christelijke",
    "dalton",
    "daltonschool",
    "dbs",
    "ikc",
    "integraal",
    "jenaplan",
    "jenaplanschool",
    "katholieke",
    "kc",
    "kindcentrum",
    "montessori",
    "montessorischool",
    "obs",
    "openbaar",
    "openbare",
    "pcbs",
    "protestants",
    "rk",
    "rkbs",
    "samenlevingsschool",
    "samenwerkingsschool",
    "stichting",
    "sws",
    "vereniging",
    "vrije",
];
/// Articles, which people leave out.
const ARTICLES: [&str; 5] = ["de", "het", "een", "t", "the"];

/// A denomination that a name states. Schools that state different ones are not the same.
fn stated_denomination(word: &str) -> Option<char> {
    match word {
        "obs" | "openbaar" | "openbare" => Some('o'),
        "cbs" | "pcbs" | "christelijk" | "christelijke" | "protestants" => Some('c'),
        "rk" | "rkbs" | "katholieke" => Some('k'),
        _ => None,
    }
}

/// The folded words of a name. Letters with a point behind each are one word: `o.b.s.`
pub fn name_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut spelled = false;
    for part in
        text.split(|sign: char| !sign.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&sign))
    {
        let word = folded(part);
        let is_letter = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if spelled && is_letter => last.push_str(&word),
            _ if word.is_empty() => continue,
            _ => words.push(word),
        }
        spelled = is_letter;
    }
    words
}

/// The three forms of a name, the strictest first.
fn forms(words: &[String]) -> [String; 3] {
    let without = |left_out: &dyn Fn(&str) -> bool| {
        let rest: String =
            words.iter().filter(|word| !left_out(word)).map(String::as_str).collect();
        // A name of such words alone is kept: `De Vereniging`.
        if rest.is_empty() { words.concat() } else { rest }
    };
    let is_kind = |word: &str| KIND_WORDS.contains(&word);
    [words.concat(), without(&is_kind), without(&|word| is_kind(word) || ARTICLES.contains(&word))]
}

/// A name without the words that say what kind of school or board it is, folded.
pub fn core_of_name(text: &str) -> String {
    let [_, core, _] = forms(&name_words(text));
    core
}

/// What a written name was found to mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FoundName<K> {
    /// One thing.
    One(K),
    /// Several things that the name fits equally well, in order.
    Several(Vec<K>),
    /// Nothing.
    Nothing,
}

/// One thing under one form of its name, with the denomination that the name states.
type Bearer<K> = (K, Option<char>);

/// The names of things, for lookup as people write them.
#[derive(Clone, Debug)]
pub struct NameRegister<K> {
    ids: BTreeMap<String, Vec<K>>,
    forms: [BTreeMap<String, Vec<Bearer<K>>>; 3],
    /// By the four characters of a BRIN, which a school shares with its other locations.
    brins: BTreeMap<String, Vec<K>>,
}

impl<K> Default for NameRegister<K> {
    fn default() -> Self {
        Self { ids: BTreeMap::new(), forms: Default::default(), brins: BTreeMap::new() }
    }
}

impl<K: Copy + Ord> NameRegister<K> {
    /// Adds a thing with its id, its name, and its town where it has one.
    pub fn add(&mut self, thing: K, id: &str, name: &str, town: Option<&str>) {
        self.ids.entry(folded_id(id)).or_default().push(thing);
        if let Some(brin) = brin(id) {
            self.brins.entry(brin).or_default().push(thing);
        }
        let words = name_words(name);
        let town = town.map(name_words).filter(|town| !town.is_empty());
        let mut names = vec![words.clone()];
        if let Some(town) = town {
            if let Some(short) = words.strip_suffix(&*town).filter(|short| !short.is_empty()) {
                names.push(short.to_vec());
            }
            names.push([words, town].concat());
        }
        for words in names {
            let stated = words.iter().find_map(|word| stated_denomination(word));
            for (known, form) in self.forms.iter_mut().zip(forms(&words)) {
                let bearers = known.entry(form).or_default();
                if !bearers.iter().any(|(known, _)| *known == thing) {
                    bearers.push((thing, stated));
                }
            }
        }
    }

    /// What a text names among the things that `accept` takes: by its id, its name or its BRIN.
    pub fn find(&self, written: &str, accept: &dyn Fn(K) -> bool) -> FoundName<K> {
        let words = name_words(written);
        if words.is_empty() {
            return FoundName::Nothing;
        }
        let stated = words.iter().find_map(|word| stated_denomination(word));
        let fits = |other: Option<char>| stated.is_none() || other.is_none() || stated == other;
        let by_id = self.ids.get(&folded_id(written)).into_iter().flatten().copied();
        let by_id: Vec<K> = by_id.filter(|thing| accept(*thing)).collect();
        let by_name = self.forms.iter().zip(forms(&words)).map(|(known, form)| {
            let bearers = known.get(&form).into_iter().flatten();
            let bearers = bearers.filter(|(thing, other)| accept(*thing) && fits(*other));
            bearers.map(|(thing, _)| *thing).collect::<Vec<K>>()
        });
        let by_brin = brin(written).and_then(|brin| self.brins.get(&brin));
        let by_brin = by_brin.into_iter().flatten().copied().filter(|thing| accept(*thing));
        let found = std::iter::once(by_id).chain(by_name).chain(std::iter::once(by_brin.collect()));
        let Some(mut things) = found.into_iter().find(|things: &Vec<K>| !things.is_empty()) else {
            return FoundName::Nothing;
        };
        things.sort_unstable();
        things.dedup();
        match things.as_slice() {
            [one] => FoundName::One(*one),
            _ => FoundName::Several(things),
        }
    }
}

/// An id for comparing. Signs within a number make another number, so that `1.5` is not `15`.
fn folded_id(id: &str) -> String {
    let letters = folded(id);
    if letters.chars().all(char::is_numeric) { id.trim().to_owned() } else { letters }
}

/// The four characters of a BRIN, with or without the two digits of a location: `18LB` of `18LB00`.
fn brin(id: &str) -> Option<String> {
    let id = id.trim().to_ascii_uppercase();
    let is_digit = |letter: &u8| letter.is_ascii_digit();
    let (school, location) = id.as_bytes().split_at_checked(4)?;
    let (digits, letters) = school.split_at(2);
    let is_brin = digits.iter().all(is_digit)
        && letters.iter().all(u8::is_ascii_uppercase)
        && matches!(location.len(), 0 | 2)
        && location.iter().all(is_digit);
    is_brin.then(|| id[..4].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schools() -> NameRegister<usize> {
        let mut names = NameRegister::default();
        for (index, (id, name, town)) in [
            ("18HL", "De Hoeksteen", "Groningen"),
            ("10YO", "CBS De Hoeksteen", "Roden"),
            ("18LB", "Het Kompas", "Groningen"),
            ("11XF", "CBS het Anker", "Zuidhorn"),
            ("15EF", "o.b.s.Theo Thijssen", "Assen"),
            ("18QF00", "Dom Helder Camara Basisschool", "Groningen"),
            ("21LS", "Kindcentrum De Borg", "Assen"),
            ("08BO", "Basisschool Borg", "Winsum Gn"),
            ("17NI", "Bredero-School", "Groningen"),
            ("19KB00", "IKC De Linde", "Eenrum"),
            ("19KB01", "IKC De Linde", "Leens"),
        ]
        .into_iter()
        .enumerate()
        {
            names.add(index, id, name, Some(town));
        }
        names
    }

    #[test]
    fn a_school_is_found_as_people_write_it() {
        let names = schools();
        let all = |_| true;
        for (written, index) in [
            ("de hoeksteen", 0),
            ("De Hoeksteen Roden", 1),
            ("CBS De Hoeksteen", 1),
            ("Kompas", 2),
            ("CBS het Anker Zuidhorn", 3),
            ("OBS Theo Thijssen", 4),
            ("Dom Helder Camara", 5),
            ("18qf", 5),
            ("De Borg", 6),
            ("Borg", 7),
            ("bredero school", 8),
            ("18LB01", 2),
            ("IKC De Linde, Leens", 10),
        ] {
            assert_eq!(names.find(written, &all), FoundName::One(index), "{written}");
        }
        assert_eq!(names.find("De Linde", &all), FoundName::Several(vec![9, 10]));
        assert_eq!(names.find("19KB", &all), FoundName::Several(vec![9, 10]));
        assert_eq!(names.find("De Linde", &|index| index != 9), FoundName::One(10));
    }

    #[test]
    fn a_school_of_another_denomination_is_another_school() {
        let names = schools();
        for written in ["OBS het Anker", "Letterwies", "", "-", "Zuidhorn"] {
            assert_eq!(names.find(written, &|_| true), FoundName::Nothing, "{written}");
        }
        assert_eq!(names.find("OBS De Hoeksteen", &|_| true), FoundName::One(0));
    }

    #[test]
    fn words_of_kinds_do_not_distinguish_boards() {
        assert_eq!(core_of_name("V.C.O.G."), core_of_name("Stichting VCOG"));
        assert_eq!(core_of_name("Vereniging"), "vereniging");
        assert_ne!(core_of_name("Plateau"), core_of_name("Plateau Assen"));
    }

    #[test]
    fn names_are_compared_without_case_accents_and_signs() {
        for (one, other) in [
            ("Vrije dagen", "VRIJE_DAGEN"),
            ("Categorie\u{308}n", "categoriën"),
            ("max.\u{a0}clusters", "max_clusters"),
            ("École", "ecole"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("wens 1"), folded("wens 2"));
    }
}
