//! What a memo needs, in sentences.

use serde_json::Value;

use super::Telling;
use crate::scenarios::batch::Outcome;
use crate::scenarios::batch::answers::{
    BreakEven, Dominance, Dominated, Failure, Measure, RobustSites, Site, Turn,
};
use crate::texts::Language;

/// The most characters of a reason that are told; the summary has all of it.
const MOST_CHARACTERS: usize = 240;

impl Telling<'_> {
    /// The new clusters that are opened almost whatever happens; nothing where there are not several
    /// plans to compare.
    pub fn robust_sites(&self, robust: &RobustSites) -> Vec<String> {
        let language = self.language;
        if robust.runs < 2 {
            return Vec::new();
        }
        let of = language.whole(robust.runs);
        if !robust.sites.is_empty() {
            return robust.sites.iter().map(|site| self.robust_site(site, &of)).collect();
        }
        let percent = robust.least_percent;
        let sentence = match (language, &robust.nearest) {
            (Language::Dutch, None) => {
                "In geen enkele doorrekening wordt een nieuw cluster geopend.".to_owned()
            }
            (Language::English, None) => "No run opens a new cluster.".to_owned(),
            (Language::Dutch, Some(site)) => format!(
                "Geen nieuw cluster wordt in {percent}% van de doorrekeningen geopend; het dichtst \
                 daarbij komt dat van {}, in {} van de {of}.",
                self.schools(site),
                language.whole(site.runs)
            ),
            (Language::English, Some(site)) => format!(
                "No new cluster is opened in {percent}% of the runs; nearest to that comes {}, in {} of \
                 the {of}.",
                self.schools(site),
                language.whole(site.runs)
            ),
        };
        vec![sentence]
    }

    fn robust_site(&self, site: &Site, of: &str) -> String {
        let (schools, runs) = (self.schools(site), self.language.whole(site.runs));
        let all_planned = self.summary.runs.iter().all(|run| run.outcome == Outcome::Plan);
        let planned = self.language.choose(" met een plan", " that have a plan");
        let planned = if all_planned { "" } else { planned };
        match self.language {
            Language::Dutch => format!(
                "Robuuste plek: een nieuw cluster van {schools} wordt geopend in {runs} van de {of} \
                 doorrekeningen{planned}."
            ),
            Language::English => format!(
                "Robust site: a new cluster of {schools} is opened in {runs} of the {of} runs{planned}."
            ),
        }
    }

    fn schools(&self, site: &Site) -> String {
        self.names(site.schools.iter().map(String::as_str))
    }

    /// Where along a parameter someone is first left out; `None` where nothing is known.
    pub fn break_even(&self, one: &BreakEven) -> Option<String> {
        let language = self.language;
        let line = self.line(one);
        let unknown = self.unknown(&one.unknown);
        let sentence = match (language, &one.last_without, &one.first_with) {
            (_, None, None) => return None,
            (Language::Dutch, Some(last), None) => {
                format!("zelfs bij {} krijgt iedereen een plek.", self.at(last))
            }
            (Language::English, Some(last), None) => {
                format!("even at {} nobody is left out.", self.at(last))
            }
            (Language::Dutch, Some(last), Some(first)) => format!(
                "tot en met {} krijgt iedereen een plek; bij {} {}.",
                self.at(last),
                self.at(first),
                self.who_is_left_out(first)
            ),
            (Language::English, Some(last), Some(first)) => format!(
                "up to {} nobody is left out; at {} {}.",
                self.at(last),
                self.at(first),
                self.who_is_left_out(first)
            ),
            (Language::Dutch, None, Some(first)) => {
                format!("al bij {} {}.", self.at(first), self.who_is_left_out(first))
            }
            (Language::English, None, Some(first)) => {
                format!("already at {} {}.", self.at(first), self.who_is_left_out(first))
            }
        };
        Some(format!("{line}: {sentence}{unknown}"))
    }

    /// The line along which a parameter rises.
    fn line(&self, one: &BreakEven) -> String {
        let others = one.others.iter();
        let others: Vec<String> = others
            .map(|(parameter, value)| format!("`{parameter}` {}", self.value(value)))
            .collect();
        let along = self.language.choose("Langs", "Along");
        if others.is_empty() {
            return format!("{along} `{}`", one.parameter);
        }
        let with = self.language.choose("met", "with");
        format!("{along} `{}`, {with} {}", one.parameter, self.language.list(&others))
    }

    fn unknown(&self, values: &[Value]) -> String {
        if values.is_empty() {
            return String::new();
        }
        let values: Vec<String> = values.iter().map(|value| self.value(value)).collect();
        let values = self.language.list(&values);
        match self.language {
            Language::Dutch => format!(" Bij {values} is er geen enkel plan."),
            Language::English => format!(" At {values} there is no plan at all."),
        }
    }

    fn at(&self, turn: &Turn) -> String {
        format!("{} ({})", self.value(&turn.value), self.quoted(&turn.scenario))
    }

    fn who_is_left_out(&self, turn: &Turn) -> String {
        let number = self.range_of_students(turn.least_students, turn.greatest_students);
        let students = self.language.students(&number);
        match (self.language, number == "1") {
            (Language::Dutch, true) => format!("wordt {students} niet geplaatst"),
            (Language::Dutch, false) => format!("worden {students} niet geplaatst"),
            (Language::English, true) => format!("{students} is left out"),
            (Language::English, false) => format!("{students} are left out"),
        }
    }

    /// A value of a parameter as this language writes it.
    fn value(&self, value: &Value) -> String {
        match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => {
                number.to_string().replace('.', self.language.choose(",", "."))
            }
            other => other.to_string(),
        }
    }

    /// Which strategies another one dominates; nothing where there are not several.
    pub fn dominance(&self, dominance: &Dominance) -> Vec<String> {
        if dominance.compared.len() < 2 {
            return Vec::new();
        }
        if !dominance.dominated.is_empty() {
            return dominance.dominated.iter().map(|one| self.dominated(one)).collect();
        }
        let measures = self.measures(&dominance.measures);
        let number = self.language.whole(dominance.compared.len() as i64);
        vec![match self.language {
            Language::Dutch => format!(
                "Geen van de {number} strategieën (scenario's buiten een raster) wordt door een andere \
                 overtroffen op {measures} samen."
            ),
            Language::English => format!(
                "None of the {number} strategies (scenarios that stand in no grid) is dominated by another \
                 on {measures} together."
            ),
        }]
    }

    fn dominated(&self, one: &Dominated) -> String {
        let (scenario, by) = (self.quoted(&one.scenario), self.quoted(&one.by));
        let better = self.measures(&one.better);
        let equal = match (self.language, self.measures(&one.equal)) {
            (_, equal) if equal.is_empty() => String::new(),
            (Language::Dutch, equal) => format!(", en even goed op {equal}"),
            (Language::English, equal) => format!(", and equally well on {equal}"),
        };
        let caution = self.caution(one);
        match self.language {
            Language::Dutch => {
                format!(
                    "{scenario} wordt overtroffen door {by}: die doet het beter op {better}{equal}.\
                     {caution}"
                )
            }
            Language::English => {
                format!(
                    "{scenario} is dominated by {by}, which does better on {better}{equal}.{caution}"
                )
            }
        }
    }

    /// What is to be said of people where less cost and shorter journeys may come of fewer places.
    fn caution(&self, one: &Dominated) -> String {
        if !one.leaves_out_more {
            return String::new();
        }
        let (scenario, by) = (self.quoted(&one.scenario), self.quoted(&one.by));
        match self.language {
            Language::Dutch => {
                format!(" Maar in {by} worden meer studenten niet geplaatst dan in {scenario}.")
            }
            Language::English => {
                format!(" But {by} leaves out more students than {scenario}.")
            }
        }
    }

    fn measures(&self, measures: &[Measure]) -> String {
        let words = measures.iter().map(|measure| match measure {
            Measure::Core => {
                self.language.choose("het aandeel Samen Opleiden", "the share trained in clusters")
            }
            Measure::Net => self.language.choose("de nettokosten", "net cost"),
            Measure::Journey => {
                self.language.choose("de gemiddelde enkele reis", "the mean journey")
            }
        });
        self.language.list(&words.map(str::to_owned).collect::<Vec<_>>())
    }

    /// Which runs have no plan, and why.
    pub fn failure(&self, failure: &Failure) -> String {
        let language = self.language;
        let title = self.title(&failure.scenario);
        let (runs, of) = (failure.runs.len() as i64, failure.of_runs);
        let [runs, of] = [runs, of].map(|number| language.whole(number));
        let outcome = self.outcome(failure.outcome);
        // A reason may name a student.
        let reason = failure.reason.as_deref().filter(|_| !self.for_anyone);
        let reason = reason.map(|reason| format!(" {}", in_a_line(reason)));
        let reason = reason.unwrap_or_default();
        if !self.has_draws() {
            let none = language.choose("geen plan", "no plan");
            return format!("{title}: {none}, {outcome}.{reason}");
        }
        match language {
            Language::Dutch => {
                format!("{title}: geen plan in {runs} van de {of} trekkingen, {outcome}.{reason}")
            }
            Language::English => {
                format!("{title}: no plan in {runs} of the {of} draws, {outcome}.{reason}")
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        let (dutch, english) = match outcome {
            Outcome::Plan => ("al is er een plan", "although there is one"),
            Outcome::Infeasible => {
                ("want onder deze regels bestaat er geen", "since none exists under the rules")
            }
            Outcome::NothingFound => (
                "want binnen de gestelde grenzen is er geen gevonden",
                "since none was found within the limits",
            ),
            Outcome::Refused => (
                "want de wijzigingen passen niet op deze uitgangssituatie",
                "since the changes make no sense on this base",
            ),
            Outcome::Failed => ("door een fout in het programma", "by a fault of the program"),
        };
        self.language.choose(dutch, english)
    }
}

/// A reason in one line, cut where it is long.
fn in_a_line(reason: &str) -> String {
    let words = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= MOST_CHARACTERS {
        return words;
    }
    let cut: String = words.chars().take(MOST_CHARACTERS - 2).collect();
    format!("{} …", cut.trim_end())
}
