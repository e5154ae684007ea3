//! Existing clusters that are not used, in the summary: each with the reason and what would keep it.

use std::fmt::Write;

use super::Summary;
use crate::disclosure::Topic;
use crate::instance::ClusterId;
use crate::text;

/// The most clusters that are named.
const MOST_NAMED: usize = 20;

impl Summary<'_> {
    /// The existing clusters that are not used; nothing where there are none.
    pub(super) fn unused_clusters(&self) -> String {
        let unused = self.problem.unused_clusters(self.assignment, self.plan.status);
        let Some(first) = unused.first() else { return String::new() };
        let mut text = format!("\n{}\n", self.language.topic(&Topic::UnusedClusters));
        for one in unused.iter().take(MOST_NAMED) {
            let cluster = self.clusters.name(self.id(one.cluster));
            let why = self.language.why_unused(&one.why);
            let change = self.language.to_keep(&one.why);
            let line = text!(
                self.language,
                "summary-unused",
                cluster = cluster,
                why = why,
                change = change
            );
            let _ = writeln!(text, "  {line}");
        }
        let more = unused.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            let _ =
                writeln!(text, "  {}", text!(self.language, "summary-pairs-more", count = more));
        }
        let first = self.id(first.cluster);
        let _ =
            writeln!(text, "{}", text!(self.language, "summary-unused-command", cluster = first));
        text
    }

    fn id(&self, cluster: ClusterId) -> &str {
        &self.problem.instance.clusters[cluster].id
    }
}
