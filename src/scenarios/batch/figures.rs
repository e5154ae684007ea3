//! What the figures of a run are made from.

use super::record::Planned;
use crate::composing::figures::PlanFigures;

impl<'a> From<&'a Planned> for PlanFigures<'a> {
    fn from(planned: &'a Planned) -> Self {
        Self {
            goals: &planned.goals,
            score: &planned.score,
            indicators: &planned.indicators,
            path: planned.path.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::base::Points;
    use crate::composing::figures::FigureTable;
    use crate::instance::Goal;
    use crate::plan::{GoalLevel, Proportion};
    use crate::scenarios::batch::summary;
    use crate::testing::batches::{batch, planned, records};

    /// The figures of two runs.
    fn figures(one: &Planned, other: &Planned) -> FigureTable {
        let batch = batch(&json!([{ "id": "today" }]), Some(2));
        let plans = [one, other];
        let plan = |_: &str, draw: i64| Some(plans[usize::from(draw == 2)].clone());
        summary(&batch, records(&batch, plan)).figures
    }

    fn of(figures: &FigureTable, name: &str) -> [Option<i64>; 2] {
        let column = figures.position(name).unwrap_or_else(|| panic!("there is no {name}"));
        [figures.value(0, column), figures.value(1, column)]
    }

    #[test]
    fn whoever_is_in_no_run_is_counted_as_0_and_shares_of_nobody_are_absent() {
        let mut one = planned(70, 5);
        let mut other = planned(80, 0).costing(500);
        one.indicators.wishes.insert("2".to_owned(), Proportion::new(3, 7));
        one.indicators.wishes.insert("none".to_owned(), Proportion::new(4, 7));
        one.indicators.denominations.insert("openbaar".to_owned(), Proportion::new(2, 3));
        other.indicators.boards.insert("b2".to_owned(), Proportion::new(8, 9));
        other.score.rules.insert("forming".to_owned(), Points(60));
        let figures = figures(&one, &other);
        assert_eq!(of(&figures, "wish_1_students"), [Some(0), Some(0)]);
        assert_eq!(of(&figures, "wish_3_students"), [Some(3), Some(0)]);
        assert_eq!(of(&figures, "wish_none_students"), [Some(4), Some(0)]);
        assert_eq!(of(&figures, "denomination_openbaar_wished_students"), [Some(3), Some(0)]);
        assert_eq!(of(&figures, "denomination_openbaar_met_percent"), [Some(667), None]);
        assert_eq!(of(&figures, "board_b2_places"), [Some(0), Some(9)]);
        assert_eq!(of(&figures, "rule_forming_points"), [Some(0), Some(60)]);
        assert_eq!(of(&figures, "board_b1_net_eur"), [None, Some(500)]);
        assert_eq!(figures.position("journey_comfortable_students"), None);
    }

    #[test]
    fn a_gap_is_rounded_up() {
        let mut one = planned(70, 5);
        one.goals = vec![
            GoalLevel::new(Goal::Unplaced, 5, 5),
            GoalLevel::new(Goal::Total, 1_000_000, 999_999),
        ];
        let figures = figures(&one, &planned(70, 5));
        // One in a million is 0.0001 percent.
        assert_eq!(of(&figures, "gap_percent"), [Some(1), Some(0)]);
        assert_eq!(of(&figures, "goal_unplaced_bound_students"), [Some(5), None]);
        assert_eq!(of(&figures, "goal_total_bound_points"), [Some(999_999), Some(5_000)]);
    }

    #[test]
    fn programmes_stand_together_and_voltijd_first() {
        let figures = figures(&planned(70, 5), &planned(70, 5));
        let names: Vec<&str> = figures.columns.iter().map(|column| column.name.as_str()).collect();
        let start = figures.position("voltijd_students").unwrap();
        let expected = [
            "voltijd_students",
            "voltijd_core_students",
            "voltijd_core_percent",
            "voltijd_shell_students",
            "voltijd_shell_percent",
            "voltijd_left_out_students",
            "voltijd_left_out_percent",
            "deeltijd_students",
        ];
        assert_eq!(names[start..start + expected.len()], expected);
    }
}
