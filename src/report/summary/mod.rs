//! The summary of a plan on a terminal, for a planner to read aloud.

mod figures;
mod pairs;
mod quality;
#[cfg(test)]
mod tests;
mod unused;

use std::fmt::Write;

use super::names::DisplayNames;
use super::table::table;
use crate::composing::Conclusion;
use crate::disclosure::Why;
use crate::plan::assignment::Assignment;
use crate::plan::{Cluster, ClusterKind, Plan, Unplaced};
use crate::problem::{OpenSchool, Problem};
use crate::texts::{Language, Message};
use crate::{message, text};

/// The most students left out that are listed.
const MOST_LEFT_OUT: usize = 10;

/// A plan in a page of text; `assignment` is that of the plan.
pub fn summary(
    problem: &Problem,
    plan: &Plan,
    assignment: &Assignment,
    language: Language,
) -> String {
    Summary::new(problem, plan, assignment, language).text()
}

/// Why students are left out, from the funnel of their plan.
pub fn why_left_out(problem: &Problem, plan: &Plan, one: &Unplaced, language: Language) -> String {
    let Some(funnel) = &one.funnel else { return one.reason.clone().unwrap_or_default() };
    let remains = |state: OpenSchool| funnel.contains_key(state.word());
    let conclusion = Conclusion::of(remains, plan.status);
    let instance = &problem.instance;
    let student = instance.students.iter().find(|(_, student)| student.id == one.student);
    let journeys_unknown = student.is_some_and(|(id, _)| instance.knows_no_journey_of(id));
    language.why(&Why { funnel: funnel.clone(), conclusion, journeys_unknown })
}

/// A plan to be summarised in a language.
struct Summary<'a> {
    problem: &'a Problem,
    plan: &'a Plan,
    assignment: &'a Assignment,
    language: Language,
    schools: DisplayNames,
    clusters: DisplayNames,
    boards: DisplayNames,
}

impl<'a> Summary<'a> {
    fn new(
        problem: &'a Problem,
        plan: &'a Plan,
        assignment: &'a Assignment,
        language: Language,
    ) -> Self {
        let instance = &problem.instance;
        Self {
            problem,
            plan,
            assignment,
            language,
            schools: DisplayNames::new(instance.schools.values().map(|one| (&one.id, &one.name))),
            clusters: DisplayNames::new(instance.clusters.values().map(|one| (&one.id, &one.name))),
            boards: DisplayNames::new(instance.boards.values().map(|one| (&one.id, &one.name))),
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        // An optimal plan without anyone in it is easily mistaken for a good one.
        if let Some(nobody) = self.nobody() {
            let _ = writeln!(text, "{}\n", nobody.in_language(self.language));
        }
        let _ = writeln!(text, "{}\n", self.title().in_language(self.language));
        if let Some(indicators) = &self.plan.indicators {
            text.push_str(&self.headline(indicators));
        }
        text.push_str(&self.quality());
        if let Some(indicators) = &self.plan.indicators {
            text.push_str(&self.students(indicators));
            text.push_str(&self.wishes(indicators));
            text.push_str(&self.money(indicators));
        }
        text.push_str(&self.clusters());
        text.push_str(&self.unused_clusters());
        text.push_str(&self.points());
        text.push_str(&self.left_out());
        text.push_str(&self.pairs());
        text.push_str(&self.overridden());
        text.push_str(&self.rules());
        text
    }

    fn title(&self) -> Message {
        let name = &self.problem.instance.name;
        match &self.problem.instance.school_year {
            None => message!("summary-title", name = name),
            Some(year) => message!("summary-title-with-year", name = name, year = year),
        }
    }

    /// Why no student can be placed anywhere; `None` if some school can take students.
    fn nobody(&self) -> Option<Message> {
        let Problem { instance, settings, .. } = self.problem;
        if settings.values().any(|settings| !settings.is_empty()) {
            return None;
        }
        let may_open = instance.boards.values().any(|board| board.max_clusters > 0);
        Some(if instance.clusters.is_empty() && !may_open {
            message!("summary-nobody-no-cluster")
        } else {
            message!("summary-nobody")
        })
    }

    fn clusters(&self) -> String {
        let clusters = &self.plan.clusters;
        if clusters.is_empty() {
            return String::new();
        }
        let headings = [
            message!("summary-column-day"),
            message!("summary-column-members"),
            message!("summary-column-others"),
        ];
        let mut rows = vec![self.headings(&headings)];
        for cluster in clusters {
            let name = self.cluster(cluster);
            let name = match cluster.kind {
                ClusterKind::Existing => name.to_owned(),
                ClusterKind::New => text!(self.language, "summary-new", name = name),
            };
            rows.push(vec![
                name,
                self.language.days(&[cluster.meeting_day]),
                self.language.whole(cluster.members.unwrap_or_default()),
                self.language.whole(cluster.others.unwrap_or_default()),
            ]);
        }
        let title = text!(self.language, "summary-clusters-title");
        let mut text = format!("\n{title}\n{}", table(&rows));
        for cluster in clusters.iter().filter(|cluster| cluster.kind == ClusterKind::New) {
            let _ = writeln!(text, "{}", self.new_cluster(cluster).in_language(self.language));
        }
        text
    }

    /// The name of a cluster. A new one has only an id.
    fn cluster<'b>(&'b self, cluster: &'b Cluster) -> &'b str {
        match cluster.kind {
            ClusterKind::Existing => self.clusters.name(&cluster.id),
            ClusterKind::New => &cluster.id,
        }
    }

    fn new_cluster(&self, cluster: &Cluster) -> Message {
        let id = &cluster.id;
        let schools: Vec<&str> = cluster.schools.iter().map(|id| self.schools.name(id)).collect();
        match &cluster.board {
            None => {
                message!("summary-new-cluster-without-board", cluster = id, schools = schools)
            }
            Some(board) => message!(
                "summary-new-cluster",
                cluster = id,
                board = self.boards.name(board),
                schools = schools
            ),
        }
    }

    fn points(&self) -> String {
        let Some(score) = &self.plan.score else { return String::new() };
        let mut rows: Vec<(i64, &str)> =
            score.rules.iter().map(|(rule, points)| (points.0, rule.as_str())).collect();
        rows.sort_by_key(|&(points, rule)| (std::cmp::Reverse(points), rule));
        let total = text!(self.language, "summary-points-total");
        let rows = rows.into_iter().map(|(points, rule)| (self.rule(rule), points));
        let rows = rows.chain([(total, score.total.0)]);
        let rows = rows.map(|(name, points)| vec![name, self.language.whole(points)]);
        let title = text!(self.language, "summary-points");
        format!("\n{title}\n{}", table(&rows.collect::<Vec<_>>()))
    }

    fn left_out(&self) -> String {
        let unplaced = self.plan.unplaced.as_deref().unwrap_or_default();
        if unplaced.is_empty() {
            return String::new();
        }
        let mut text = format!("\n{}\n", text!(self.language, "summary-left-out-title"));
        for one in unplaced.iter().take(MOST_LEFT_OUT) {
            let (student, count) = (&one.student, one.count);
            let student = match count {
                1 => student.clone(),
                _ => text!(
                    self.language,
                    "summary-left-out-cohort",
                    student = student,
                    count = count
                ),
            };
            let _ = writeln!(
                text,
                "  {student}: {}",
                why_left_out(self.problem, self.plan, one, self.language)
            );
        }
        if unplaced.len() > MOST_LEFT_OUT {
            let more = unplaced.len() - MOST_LEFT_OUT;
            let more = text!(self.language, "summary-left-out-more", count = more);
            let _ = writeln!(text, "  {more}");
        }
        text
    }

    fn overridden(&self) -> String {
        let mut text = String::new();
        for placement in self.plan.placements.iter().filter(|one| !one.overridden.is_empty()) {
            let rules: Vec<String> =
                placement.overridden.iter().map(|rule| format!("‘{}’", self.rule(rule))).collect();
            let line = text!(
                self.language,
                "summary-overridden",
                student = &placement.student,
                school = self.schools.name(&placement.school),
                count = rules.len(),
                rules = rules
            );
            let _ = writeln!(text, "{line}");
        }
        if text.is_empty() {
            return text;
        }
        format!("\n{}\n{text}", text!(self.language, "summary-overridden-title"))
    }

    fn rules(&self) -> String {
        let off = self.problem.rules_off();
        let all = crate::rules::cards();
        let on = all.iter().map(|card| card.id).filter(|id| !off.contains(id));
        let on: Vec<String> = on.map(|id| self.rule(id)).collect();
        let on = text!(self.language, "summary-rules-on", rules = on.join(", "));
        let mut text = format!("\n{on}\n");
        if !off.is_empty() {
            let off: Vec<String> = off.iter().map(|id| self.rule(id)).collect();
            let off = text!(self.language, "summary-rules-off", rules = off.join(", "));
            let _ = writeln!(text, "{off}");
        }
        text
    }

    /// The title of a rule; its id if no rule has it.
    fn rule(&self, id: &str) -> String {
        let title = self.language.rule_title(id);
        if title.is_empty() { id.to_owned() } else { title }
    }

    /// The first row of a table. Its first cell is empty.
    fn headings(&self, headings: &[Message]) -> Vec<String> {
        let headings = headings.iter().map(|heading| heading.in_language(self.language));
        std::iter::once(String::new()).chain(headings).collect()
    }
}
