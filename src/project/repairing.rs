//! Proposals of the question `repair` as edits of an instance.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::base::{Kilometres, OutOfBounds};
use crate::bounded_types;
use crate::instance::Strength;
use crate::instance::document::{ClusterCount, InstanceDocument, Places};
use crate::message;
use crate::questions::repair::ChangeKind;
use crate::rules::Rulebook;
use crate::scenarios::change_rule;
use crate::texts::Message;

bounded_types! {
    /// How much a proposal adds.
    pub ProposedAmount: 1..=1_000_000;
}

/// A change that gives somebody a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposedChange {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The id of the school, board, network or student.
    pub id: String,
    /// Additional places, clusters or kilometres; 1 for other kinds.
    pub amount: ProposedAmount,
}

/// Makes changes to an instance.
///
/// # Errors
/// If one names what is not there, passes what an instance may hold, or cannot be said in an instance: a student who
/// misses the meeting.
pub fn repair(instance: &mut InstanceDocument, changes: &[ProposedChange]) -> Result<(), Message> {
    for ProposedChange { kind, id, amount } in changes {
        let amount = amount.get();
        match kind {
            ChangeKind::Place => add_places(instance, id, amount)?,
            ChangeKind::Cluster => allow_clusters(instance, id, amount)?,
            ChangeKind::Kilometre => lengthen(instance, id, amount)?,
            ChangeKind::Wish => make_preference(instance, id)?,
            ChangeKind::Meeting => return Err(message!("project-no-missed-meeting")),
        }
    }
    Ok(())
}

fn add_places(instance: &mut InstanceDocument, id: &str, more: i64) -> Result<(), Message> {
    let found = instance.schools.iter_mut().find(|school| school.id == *id);
    let school = found.ok_or_else(|| message!("project-no-school", id = id))?;
    school.places =
        Places::try_from(school.places.get() + more).map_err(|error| too_much(&error))?;
    Ok(())
}

fn too_much(error: &OutOfBounds) -> Message {
    let [found, least, greatest] =
        [error.found, error.least, error.greatest].map(|one| one.to_string());
    message!("instance-not-between", found = found, least = least, greatest = greatest)
}

/// Raises the limit of a board, or of the first board of a network, whose boards share theirs.
fn allow_clusters(instance: &mut InstanceDocument, id: &str, more: i64) -> Result<(), Message> {
    let takes_part = |standing: Option<crate::instance::Standing>| {
        standing.is_none_or(crate::instance::Standing::takes_part)
    };
    let is_meant = |one: &crate::instance::document::BoardDocument| one.id == *id;
    let position = instance.boards.iter().position(is_meant).or_else(|| {
        let of_network = |one: &crate::instance::document::BoardDocument| {
            one.network.as_deref() == Some(id) && takes_part(one.standing)
        };
        instance.boards.iter().position(of_network)
    });
    let position = position.ok_or_else(|| message!("project-no-row", id = id))?;
    let board = &instance.boards[position];
    let existing = || {
        let own = instance.clusters.iter().flatten().filter(|one| one.board == board.id);
        i64::try_from(own.count()).unwrap_or(i64::MAX)
    };
    let now = board.max_clusters.map_or_else(existing, ClusterCount::get);
    let most =
        ClusterCount::try_from(now.saturating_add(more)).map_err(|error| too_much(&error))?;
    instance.boards[position].max_clusters = Some(most);
    Ok(())
}

/// Raises the limit on the journey of one student. Where that passes the limit of rule `travel`, which holds for everyone,
/// the rule follows, and everyone else keeps the old limit as their own.
fn lengthen(instance: &mut InstanceDocument, id: &str, more: i64) -> Result<(), Message> {
    let nobody = || message!("project-no-student", id = id);
    let rules = instance.rules.clone().unwrap_or_default();
    let travel = Rulebook::read(&rules).and_then(|rulebook| rulebook.travel);
    // Without the rule there is no limit to raise.
    let Some(of_all) = travel.map(|travel| travel.limit_km.metres().0) else { return Ok(()) };
    let found = instance.students.iter().position(|student| student.id == *id);
    let position = found.ok_or_else(nobody)?;
    let own = instance.students[position].limit_km.map_or(of_all, |own| own.metres().0);
    let longer = own.min(of_all) + more * 1000;
    let kilometres = |metres: i64| {
        Kilometres::from_number(metres as f64 / 1000.0)
            .ok_or_else(|| message!("project-journey-too-long", id = id))
    };
    if longer > of_all {
        let old = kilometres(of_all)?;
        for student in &mut instance.students {
            if student.limit_km.is_none_or(|own| own.metres().0 > of_all) {
                student.limit_km = Some(old);
            }
        }
        change_rule(instance, "travel", &json!({ "limit_km": kilometres(longer)? }));
    }
    instance.students[position].limit_km = Some(kilometres(longer)?);
    Ok(())
}

fn make_preference(instance: &mut InstanceDocument, id: &str) -> Result<(), Message> {
    let found = instance.students.iter_mut().find(|student| student.id == *id);
    let student = found.ok_or_else(|| message!("project-no-student", id = id))?;
    if let Some(wish) = &mut student.denomination {
        wish.strength = Some(Strength::Prefer);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::read;
    use crate::project::text_of;

    fn changed(kind: ChangeKind, id: &str, amount: i64) -> Result<InstanceDocument, Message> {
        let village = include_str!("../../instances/dorp.json");
        let mut instance = serde_json::from_str(village).expect("an instance");
        let change =
            ProposedChange { kind, id: id.to_owned(), amount: ProposedAmount::constant(amount) };
        repair(&mut instance, &[change]).map(|()| instance)
    }

    #[test]
    fn a_longer_journey_of_one_student_leaves_the_limits_of_all_others() {
        let limits = |instance: &InstanceDocument| {
            let problem = read(text_of(instance).as_bytes(), &|name| Err(name.to_owned()))
                .expect("an instance")
                .problem;
            let travel = problem.rulebook.travel.clone().expect("the rule is on");
            let students = problem.instance.students.values();
            students.map(|one| (one.id.clone(), travel.limit(one).0)).collect::<Vec<_>>()
        };
        let village = include_str!("../../instances/dorp.json");
        let before = limits(&serde_json::from_str(village).expect("an instance"));
        let after = limits(&changed(ChangeKind::Kilometre, "anna", 7).expect("it is said"));
        for ((id, before), (_, after)) in before.iter().zip(&after) {
            assert_eq!(after - before, if id == "anna" { 7000 } else { 0 }, "{id}");
        }
    }

    #[test]
    fn places_and_clusters_are_added_to_what_there_is_and_what_is_unknown_is_refused() {
        let places = |instance: &InstanceDocument| {
            instance.schools.iter().find(|one| one.id == "klimop").map(|one| one.places.get())
        };
        let village = include_str!("../../instances/dorp.json");
        let before: InstanceDocument = serde_json::from_str(village).expect("an instance");
        let more = changed(ChangeKind::Place, "klimop", 2).expect("a school");
        assert_eq!(places(&more), places(&before).map(|places| places + 2));
        let existing = before.clusters.iter().flatten().filter(|one| one.board == "dorpsbestuur");
        let least = i64::try_from(existing.count()).expect("a few") + 1;
        let more = changed(ChangeKind::Cluster, "dorpsbestuur", 1).expect("a board");
        let board = more.boards.iter().find(|one| one.id == "dorpsbestuur").expect("a board");
        assert!(board.max_clusters.is_some_and(|most| most.get() >= least));
        for (kind, id) in [
            (ChangeKind::Place, "nergens"),
            (ChangeKind::Cluster, "nergens"),
            (ChangeKind::Kilometre, "niemand"),
            (ChangeKind::Wish, "niemand"),
            (ChangeKind::Meeting, "anna"),
        ] {
            assert!(changed(kind, id, 1).is_err(), "{kind:?} {id}");
        }
        assert!(changed(ChangeKind::Place, "klimop", 1_000_000).is_err(), "more than may be");
    }
}
