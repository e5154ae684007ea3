//! The columns of a sheet of students.

use super::{Column, Form, column, required};
use crate::instance::Day;

/// Students, a row each.
pub const STUDENTS: &[Column] = &[
    required(column(
        "id",
        Form::Id,
        ["studentnummer", "student"],
        &["student id", "studentnr", "student nr", "nummer", "studentcode", "student number"],
        [
            "Nummer of code van de student, uniek in de hele werkmap. Gebruik geen naam.",
            "Number or code of the student, unique in the whole workbook. Use no name.",
        ],
    )),
    column(
        "count",
        Form::Whole,
        ["aantal", "count"],
        &["aantal studenten", "number of students"],
        [
            "Voor hoeveel gelijke studenten de rij staat. Leeg is 1.",
            "How many like students the row stands for. Blank is 1.",
        ],
    ),
    required(column(
        "programme",
        Form::Programme,
        ["opleiding", "programme"],
        &["opleidingsvariant", "variant", "opleidingsvorm", "studievorm", "program", "route"],
        ["De opleiding die de student volgt.", "The student's programme."],
    )),
    required(column(
        "year",
        Form::Whole,
        ["studiejaar", "year"],
        &["jaar", "leerjaar", "study year", "jaarlaag"],
        ["Studiejaar, 1 tot en met 4.", "Study year, 1 to 4."],
    )),
    column(
        "postcode",
        Form::Postcode,
        ["postcode", "postcode"],
        &["pc", "pc4", "pc6", "postal code", "zip", "woonpostcode", "postcode student"],
        [
            "Postcode van het woonadres; alleen de vier cijfers tellen.",
            "Postcode of the student's home; only the four digits count.",
        ],
    ),
    column(
        "at[0]",
        Form::North,
        ["breedtegraad", "latitude"],
        &["lat", "breedte"],
        [
            "Breedtegraad van de woning (WGS84). Gaat voor de postcode.",
            "Degrees north of the home (WGS84). Wins over the postcode.",
        ],
    ),
    column(
        "at[1]",
        Form::East,
        ["lengtegraad", "longitude"],
        &["lon", "lng", "long", "lengte"],
        ["Lengtegraad van de woning (WGS84).", "Degrees east of the home (WGS84)."],
    ),
    column(
        "days",
        Form::Days,
        ["vrije dagen", "free days"],
        &[
            "dagen",
            "beschikbaar",
            "beschikbare dagen",
            "beschikbaarheid",
            "available",
            "available days",
        ],
        [
            "Dagen waarop de student kan komen. Leeg is maandag tot en met vrijdag. Een kolom per dag mag ook.",
            "Days on which the student can come. Blank is Monday to Friday. A column per day will do too.",
        ],
    ),
    column("days", Form::DayMark(Day::Monday), ["maandag", "monday"], &["ma", "mon"], MARK),
    column("days", Form::DayMark(Day::Tuesday), ["dinsdag", "tuesday"], &["di", "tue"], MARK),
    column("days", Form::DayMark(Day::Wednesday), ["woensdag", "wednesday"], &["wo", "wed"], MARK),
    column("days", Form::DayMark(Day::Thursday), ["donderdag", "thursday"], &["do", "thu"], MARK),
    column("days", Form::DayMark(Day::Friday), ["vrijdag", "friday"], &["vr", "fri"], MARK),
    column(
        "class_days",
        Form::Whole,
        ["dagen voor de klas", "class days"],
        &["klassendagen", "dagen in de klas"],
        [
            "Dagen per week die de klas zelf vraagt. Leeg is 1 voor deeltijd, anders 0.",
            "Days a week that the class itself needs. Blank is 1 for deeltijd, else 0.",
        ],
    ),
    column(
        "denomination.wish",
        Form::Texts,
        ["gewenste denominatie", "denomination wish"],
        &["denominatie", "denomination", "wens denominatie", "gewenste richting"],
        [
            "Gewenste denominatie; bij meer is elke goed.",
            "Denomination wished; of several any will do.",
        ],
    ),
    column(
        "denomination.strength",
        Form::Strength,
        ["sterkte van de wens", "wish strength"],
        &["strength", "sterkte", "sterkte wens"],
        [
            "Hoe sterk de wens voor een denominatie is. Leeg is voorkeur.",
            "How strong the wish for a denomination is. Blank is prefer.",
        ],
    ),
    column(
        "concepts",
        Form::Texts,
        ["gewenst concept", "concept wish"],
        &["concept", "concepten", "onderwijsconcept", "wens concept"],
        [
            "Gewenste onderwijsconcepten; elk daarvan is goed.",
            "Education concepts wished; any of them will do.",
        ],
    ),
    column(
        "wishes",
        Form::Ids,
        ["wensen", "wishes"],
        &["wens", "wish", "voorkeur", "voorkeuren", "keuze", "keuzes", "choice", "choices"],
        [
            "Scholen, clusters of besturen die de student wenst, de liefste eerst. Kolommen `wens 1`, `wens 2` mogen ook.",
            "Schools, clusters or boards that the student wishes, best first. Columns `wish 1`, `wish 2` will do too.",
        ],
    ),
    column(
        "not",
        Form::Ids,
        ["niet bij", "not at"],
        &["niet", "uitgesloten", "excluded"],
        [
            "Scholen, clusters of besturen waar de student nooit geplaatst wordt.",
            "Schools, clusters or boards where the student is never placed.",
        ],
    ),
    column(
        "only",
        Form::Ids,
        ["alleen bij", "only at"],
        &["alleen"],
        [
            "De enige scholen, clusters of besturen waar de student geplaatst mag worden.",
            "The only schools, clusters or boards where the student may be placed.",
        ],
    ),
    column(
        "previous",
        Form::Ids,
        ["eerdere scholen", "previous schools"],
        &["eerder", "eerdere school", "vorige scholen", "vorige school", "previous school"],
        ["Scholen waar de student eerder was.", "Schools where the student has been before."],
    ),
    column(
        "fixed",
        Form::Id,
        ["vast op", "fixed at"],
        &["vast", "vaste school", "fixed school"],
        [
            "De school waar de planner de student wil hebben, wat er verder ook staat.",
            "The school where the planner wants the student, whatever else is said.",
        ],
    ),
    column(
        "limit_km",
        Form::Kilometres,
        ["langste reis (km)", "journey limit (km)"],
        &["max km", "maximale afstand (km)", "maximale reisafstand (km)", "maximum distance (km)"],
        [
            "Langste reis van deze student, in kilometers. De kleinste van deze en die van de regel telt.",
            "The student's own limit on the journey, in kilometres. The smaller of this and the rule's counts.",
        ],
    ),
    column(
        "detour",
        Form::Factor,
        ["omwegfactor", "detour factor"],
        &["omweg"],
        [
            "Eigen factor op de afstand hemelsbreed, bijvoorbeeld voor openbaar vervoer.",
            "The student's own factor on the great-circle distance, for public transport, say.",
        ],
    ),
    column(
        "unplaced_worth_km",
        Form::Kilometres,
        ["ongeplaatst kost (km)", "left out costs (km)"],
        &[],
        [
            "Wat het kost als deze student geen plaats krijgt, in kilometers reis.",
            "What leaving this student out costs, in kilometres of journey.",
        ],
    ),
];

const MARK: [&str; 2] = [
    "Of de student op deze dag kan komen, in plaats van de lijst met dagen.",
    "Whether the student can come on this day, instead of the list of days.",
];
