//! The settings that are no rows of a table, with their names. Those of rules have the rules' own names.

use super::Bilingual;

/// What the value of a setting is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettingForm {
    /// Text, also where it looks like a number.
    Text,
    /// A list of words or numbers.
    List,
    /// A number, or anything else that JSON can say.
    Plain,
}

/// A setting.
#[derive(Debug)]
pub struct Setting {
    /// Its key in the document, with points between.
    pub key: &'static str,
    /// What its value is.
    pub form: SettingForm,
    /// Its Dutch name, which may be used instead.
    pub dutch: &'static str,
    /// What it means.
    pub meaning: Bilingual,
}

const fn setting(
    key: &'static str,
    form: SettingForm,
    dutch: &'static str,
    [dutch_meaning, english_meaning]: [&'static str; 2],
) -> Setting {
    let meaning = Bilingual { dutch: dutch_meaning, english: english_meaning };
    Setting { key, form, dutch, meaning }
}

/// The settings, in the order of the document.
pub const SETTINGS: &[Setting] = &[
    setting(
        "name",
        SettingForm::Text,
        "naam",
        ["Hoe de instantie heet.", "What the instance is called."],
    ),
    setting(
        "school_year",
        SettingForm::Text,
        "schooljaar",
        ["Het schooljaar, zoals 2027-2028.", "The school year, such as 2027-2028."],
    ),
    setting(
        "community_years",
        SettingForm::List,
        "jaren van de leergemeenschap",
        [
            "Studiejaren van de leergemeenschap. Weglaten is 1, 2 en 3.",
            "Study years that form the learning community. Absent is 1, 2 and 3.",
        ],
    ),
    setting(
        "travel.detour",
        SettingForm::Plain,
        "omwegfactor",
        [
            "Factor van het wegennet op de afstand hemelsbreed. Weglaten is 1,3.",
            "The road network's factor on the great-circle distance. Absent is 1.3.",
        ],
    ),
    setting(
        "travel.metres_per_minute",
        SettingForm::Plain,
        "meters per minuut",
        [
            "Meters waar een minuut reistijd voor staat. Weglaten is 500.",
            "Metres that a minute of journey stands for. Absent is 500.",
        ],
    ),
    setting(
        "goals",
        SettingForm::List,
        "doelen",
        [
            "Doelen, het belangrijkste eerst, zoals [\"unplaced\", \"total\"].",
            "Goal levels, the most important first, such as [\"unplaced\", \"total\"].",
        ],
    ),
    setting(
        "finance.grant_per_student_eur",
        SettingForm::Plain,
        "subsidie per student",
        [
            "Subsidie per student in een cluster, in hele euro's.",
            "Grant per student placed in a cluster, in whole euros.",
        ],
    ),
    setting(
        "finance.cluster_eur",
        SettingForm::Plain,
        "kosten per cluster",
        [
            "Kosten van een gebruikt cluster, in hele euro's.",
            "Cost of a used cluster, in whole euros.",
        ],
    ),
    setting(
        "finance.student_eur",
        SettingForm::Plain,
        "kosten per student",
        [
            "Kosten van een student in een cluster, in hele euro's.",
            "Cost of a student placed in a cluster, in whole euros.",
        ],
    ),
    setting(
        "finance.shell_student_eur",
        SettingForm::Plain,
        "kosten per student in de schil",
        [
            "Kosten van een student in de schil, in hele euro's.",
            "Cost of a student placed in the shell, in whole euros.",
        ],
    ),
    setting(
        "repairs.place_worth_km",
        SettingForm::Plain,
        "herstel: plaats (km)",
        ["Wat een plaats erbij kost, voor `repair`.", "What one more place costs, for `repair`."],
    ),
    setting(
        "repairs.kilometre_worth_km",
        SettingForm::Plain,
        "herstel: kilometer (km)",
        [
            "Wat een kilometer boven de grens kost, voor `repair`.",
            "What a kilometre beyond the limit costs, for `repair`.",
        ],
    ),
    setting(
        "repairs.cluster_worth_km",
        SettingForm::Plain,
        "herstel: cluster (km)",
        [
            "Wat een cluster erbij kost, voor `repair`.",
            "What one more cluster costs, for `repair`.",
        ],
    ),
    setting(
        "repairs.meeting_worth_km",
        SettingForm::Plain,
        "herstel: overlegdag (km)",
        [
            "Wat een gemiste overlegdag kost, voor `repair`.",
            "What a missed meeting costs, for `repair`.",
        ],
    ),
    setting(
        "repairs.wish_worth_km",
        SettingForm::Plain,
        "herstel: wens (km)",
        ["Wat een onvervulde wens kost, voor `repair`.", "What an unmet wish costs, for `repair`."],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_setting() {
        let schema = crate::problem::instance_schema();
        for setting in SETTINGS {
            let (first, then) = setting.key.split_once('.').unwrap_or((setting.key, ""));
            assert!(schema["properties"].get(first).is_some(), "{first}");
            let text = schema.to_string();
            assert!(text.contains(&format!("\"{then}\"")) || then.is_empty(), "{then}");
        }
    }
}
