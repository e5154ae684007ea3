//! The columns of sheets of clusters, journeys, settings and postcodes.

use super::{Column, Form, column, required};
use crate::instance::Day;

/// Existing clusters.
pub const CLUSTERS: &[Column] = &[
    required(column(
        "id",
        Form::Id,
        ["clustercode", "cluster id"],
        &["cluster", "clusternummer"],
        [
            "Code van het cluster, uniek in de hele werkmap.",
            "Code of the cluster, unique in the whole workbook.",
        ],
    )),
    column(
        "name",
        Form::Text,
        ["naam", "name"],
        &["clusternaam", "cluster name"],
        ["Naam van het cluster. Leeg is de code.", "Name of the cluster. Blank is its code."],
    ),
    required(column(
        "board",
        Form::Id,
        ["bestuur", "board"],
        &["bestuurscode", "bestuursnummer", "board id"],
        [
            "Code van het bestuur dat het cluster draagt.",
            "Code of the board that answers for the cluster.",
        ],
    )),
    required(column(
        "schools",
        Form::Ids,
        ["scholen", "schools"],
        &["school", "schoolcodes"],
        [
            "Codes van de scholen van het cluster. Kolommen `school 1`, `school 2` mogen ook.",
            "Codes of the cluster's schools. Columns `school 1`, `school 2` will do too.",
        ],
    )),
    column(
        "keep",
        Form::YesNo,
        ["blijft", "keep"],
        &["blijft bestaan", "behouden", "kept"],
        [
            "Of het cluster gebruikt moet worden. Leeg is nee.",
            "Whether the cluster must be used. Blank is no.",
        ],
    ),
    column(
        "meeting_days",
        Form::Days,
        ["overlegdagen", "meeting days"],
        &["overlegdag", "bijeenkomstdag", "bijeenkomstdagen", "dag", "meeting day"],
        [
            "Dagen waarop de leergemeenschap bijeen kan komen. Leeg is de dag van de regel.",
            "Days on which the learning community may meet. Blank is the rule's own day.",
        ],
    ),
    column("meeting_days", Form::DayMark(Day::Monday), ["maandag", "monday"], &["ma", "mon"], MARK),
    column(
        "meeting_days",
        Form::DayMark(Day::Tuesday),
        ["dinsdag", "tuesday"],
        &["di", "tue"],
        MARK,
    ),
    column(
        "meeting_days",
        Form::DayMark(Day::Wednesday),
        ["woensdag", "wednesday"],
        &["wo", "wed"],
        MARK,
    ),
    column(
        "meeting_days",
        Form::DayMark(Day::Thursday),
        ["donderdag", "thursday"],
        &["do", "thu"],
        MARK,
    ),
    column("meeting_days", Form::DayMark(Day::Friday), ["vrijdag", "friday"], &["vr", "fri"], MARK),
    column(
        "min",
        Form::Whole,
        ["minimum", "minimum"],
        &["minimum leden", "minimum members"],
        [
            "Minste leden. Leeg is het minimum van de regel.",
            "Fewest members. Blank is the rule's minimum.",
        ],
    ),
    column(
        "target",
        Form::Whole,
        ["streefgetal", "target"],
        &["gewenst aantal"],
        ["Gewenst aantal leden.", "Members wished for."],
    ),
    column(
        "max",
        Form::Whole,
        ["maximum", "maximum"],
        &["maximum leden", "maximum members"],
        [
            "Meeste leden. Leeg is het maximum van de regel.",
            "Most members. Blank is the rule's maximum.",
        ],
    ),
    column(
        "opening_worth_km",
        Form::Kilometres,
        ["openen kost (km)", "opening costs (km)"],
        &[],
        [
            "Wat het gebruik van het cluster kost, in kilometers reis. Leeg is 0.",
            "What using the cluster costs, in kilometres of journey. Blank is 0.",
        ],
    ),
];

const MARK: [&str; 2] = [
    "Of het cluster op deze dag bijeen kan komen, in plaats van de lijst met dagen.",
    "Whether the cluster may meet on this day, instead of the list of days.",
];

/// Known journeys.
pub const JOURNEYS: &[Column] = &[
    required(column(
        "from",
        Form::Id,
        ["van", "from"],
        &["vertrek", "student", "studentnummer"],
        ["Student of school waar de reis begint.", "Student or school where the journey starts."],
    )),
    required(column(
        "to",
        Form::Id,
        ["naar", "to"],
        &["bestemming", "school", "schoolcode"],
        ["School waar de reis eindigt.", "School where the journey ends."],
    )),
    column(
        "m",
        Form::Whole,
        ["meters", "metres"],
        &["afstand (m)", "distance (m)", "meter", "metre"],
        ["Lengte in meters.", "Length in metres."],
    ),
    column(
        "m",
        Form::KilometresAsMetres,
        ["kilometers", "kilometres"],
        &["km", "afstand (km)", "distance (km)", "kilometer"],
        ["Lengte in kilometers, in plaats van meters.", "Length in kilometres, instead of metres."],
    ),
    column(
        "min",
        Form::Minutes,
        ["minuten", "minutes"],
        &["reistijd (min)", "travel time (min)"],
        ["Lengte in minuten, in plaats van meters.", "Length in minutes, instead of metres."],
    ),
];

/// What is no table.
pub const SETTINGS_SHEET: &[Column] = &[
    required(column(
        "key",
        Form::Text,
        ["instelling", "setting"],
        &["sleutel"],
        ["Naam van de instelling.", "Name of the setting."],
    )),
    required(column(
        "value",
        Form::Value,
        ["waarde", "value"],
        &[],
        ["Waarde van de instelling.", "Value of the setting."],
    )),
];

/// A point for each postcode.
pub const POSTCODES: &[Column] = &[
    required(column(
        "postcode",
        Form::Postcode,
        ["postcode", "postcode"],
        &["pc", "pc4", "postal code"],
        ["Postcode; alleen de vier cijfers tellen.", "Postcode; only the four digits count."],
    )),
    required(column(
        "at[0]",
        Form::North,
        ["breedtegraad", "latitude"],
        &["lat", "breedte"],
        ["Breedtegraad (WGS84).", "Degrees north (WGS84)."],
    )),
    required(column(
        "at[1]",
        Form::East,
        ["lengtegraad", "longitude"],
        &["lon", "lng", "long", "lengte"],
        ["Lengtegraad (WGS84).", "Degrees east (WGS84)."],
    )),
];
