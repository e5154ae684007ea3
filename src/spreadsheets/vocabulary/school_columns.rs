//! The columns of sheets of schools and boards.

use super::{Column, Form, column, required};

/// Schools, a row each. The names that DUO's own files have are among them.
pub const SCHOOLS: &[Column] = &[
    required(column(
        "id",
        Form::Id,
        ["schoolcode", "school id"],
        &["vestigingscode", "brin6", "brin", "schoolnummer", "school code", "school number", "id"],
        [
            "Code van de school, uniek in de hele werkmap, zoals de vestigingscode van DUO.",
            "Code of the school, unique in the whole workbook, such as DUO's vestigingscode.",
        ],
    )),
    column(
        "name",
        Form::Text,
        ["naam", "name"],
        &["school", "schoolnaam", "vestigingsnaam", "naam school", "school name"],
        ["Naam van de school. Leeg is de code.", "Name of the school. Blank is its code."],
    ),
    required(column(
        "board",
        Form::Id,
        ["bestuur", "board"],
        &[
            "bestuurscode",
            "bestuursnummer",
            "bevoegd gezag nummer",
            "bevoegd gezag",
            "board id",
            "board no",
        ],
        ["Code van het bestuur van de school.", "Code of the school's board."],
    )),
    column(
        "~board_name",
        Form::Text,
        ["bestuursnaam", "board name"],
        &["naam bestuur", "bevoegd gezag naam", "naam bevoegd gezag"],
        [
            "Naam van het bestuur; telt alleen waar geen blad met besturen is.",
            "Name of the board; counts only where there is no sheet of boards.",
        ],
    ),
    required(column(
        "places",
        Form::Whole,
        ["plaatsen", "places"],
        &[
            "aantal plaatsen",
            "plekken",
            "aantal plekken",
            "stageplaatsen",
            "aantal stageplaatsen",
            "stageplekken",
            "opleidingsplaatsen",
            "opleidingsplekken",
            "capaciteit",
            "capacity",
        ],
        [
            "Hoeveel studenten de school ten hoogste neemt.",
            "The most students that the school takes.",
        ],
    )),
    column(
        "postcode",
        Form::Postcode,
        ["postcode", "postcode"],
        &["pc", "pc4", "pc6", "postal code", "zip"],
        [
            "Postcode van de school; alleen de vier cijfers tellen.",
            "Postcode of the school; only the four digits count.",
        ],
    ),
    column(
        "town",
        Form::Text,
        ["plaatsnaam", "town"],
        &["plaats", "place", "city"],
        [
            "Plaats waar de school staat, voor lijsten en kaarten.",
            "Town of the school, for lists and maps.",
        ],
    ),
    column(
        "at[0]",
        Form::North,
        ["breedtegraad", "latitude"],
        &["lat", "breedte"],
        [
            "Breedtegraad (WGS84). Gaat voor de postcode.",
            "Degrees north (WGS84). Wins over the postcode.",
        ],
    ),
    column(
        "at[1]",
        Form::East,
        ["lengtegraad", "longitude"],
        &["lon", "lng", "long", "lengte"],
        ["Lengtegraad (WGS84).", "Degrees east (WGS84)."],
    ),
    column(
        "denomination",
        Form::Texts,
        ["denominatie", "denomination"],
        &["denominaties", "richting", "signatuur"],
        ["Denominaties van de school.", "The school's denominations."],
    ),
    column(
        "concepts",
        Form::Texts,
        ["concepten", "concepts"],
        &["concept", "onderwijsconcept", "onderwijsconcepten", "profiel"],
        [
            "Onderwijsconcepten van de school, zoals dalton.",
            "The school's education concepts, such as dalton.",
        ],
    ),
    column(
        "min_students",
        Form::Whole,
        ["minimum studenten", "minimum students"],
        &["min studenten"],
        [
            "Hoeveel studenten de school ten minste neemt, als zij er neemt.",
            "The fewest students that the school takes when it takes any.",
        ],
    ),
    column(
        "places_for",
        Form::PlacesFor,
        ["plaatsen voor", "places for"],
        &[],
        [
            "Nauwere grenzen: opleidingen en jaren, dubbele punt, plaatsen; `;` ertussen.",
            "Tighter limits: programmes and years, a colon, places; `;` between.",
        ],
    ),
    column(
        "programmes",
        Form::Programmes,
        ["opleidingen", "programmes"],
        &["opleiding", "programme"],
        [
            "De enige opleidingen die de school neemt. Leeg is alle.",
            "The only programmes the school takes. Blank is all.",
        ],
    ),
    column(
        "years",
        Form::Years,
        ["studiejaren", "years"],
        &["jaren", "leerjaren"],
        [
            "De enige studiejaren die de school neemt. Leeg is alle.",
            "The only years the school takes. Blank is all.",
        ],
    ),
    column(
        "ikc",
        Form::YesNo,
        ["ikc", "ikc"],
        &["kindcentrum", "integraal kindcentrum"],
        [
            "Of de school een integraal kindcentrum is; mbo-studenten hebben dat nodig.",
            "Whether the school is an integral child centre, which mbo students need.",
        ],
    ),
];

/// School boards.
pub const BOARDS: &[Column] = &[
    required(column(
        "id",
        Form::Id,
        ["bestuur", "board"],
        &["bestuurscode", "bestuursnummer", "bevoegd gezag nummer", "board id", "board no"],
        [
            "Code van het bestuur, uniek in de hele werkmap.",
            "Code of the board, unique in the whole workbook.",
        ],
    )),
    column(
        "name",
        Form::Text,
        ["naam", "name"],
        &["bestuursnaam", "naam bestuur", "board name"],
        ["Naam van het bestuur. Leeg is de code.", "Name of the board. Blank is its code."],
    ),
    column(
        "standing",
        Form::Standing,
        ["deelname", "standing"],
        &["positie", "rol"],
        [
            "Hoe het bestuur meedoet. Leeg is partner.",
            "What part the board takes. Blank is partner.",
        ],
    ),
    column(
        "max_clusters",
        Form::Whole,
        ["maximum clusters", "maximum clusters"],
        &["max aantal clusters"],
        [
            "Hoeveel clusters het bestuur ten hoogste heeft. Leeg is het aantal dat er nu is.",
            "The most clusters of the board. Blank is as many as there are.",
        ],
    ),
    column(
        "network",
        Form::Id,
        ["netwerk", "network"],
        &[],
        [
            "Netwerk waarin besturen samen clusters vormen.",
            "Network in which boards form clusters together.",
        ],
    ),
    column(
        "min_students",
        Form::Whole,
        ["minimum studenten", "minimum students"],
        &["min studenten"],
        ["Minste studenten bij het bestuur.", "The fewest students at the board's schools."],
    ),
    column(
        "max_students",
        Form::Whole,
        ["maximum studenten", "maximum students"],
        &["max studenten"],
        ["Meeste studenten bij het bestuur.", "The most students at the board's schools."],
    ),
];
