//! Those who are no members: how many of them a cluster is expected to take, and who is held where.

use std::collections::BTreeSet;

use super::Placer;
use crate::instance::SchoolId;
use crate::plan::assignment::Assignment;
use crate::solve::flow::UNBOUNDED;

impl Placer<'_> {
    /// Keeps everyone who is no member where a plan has them.
    pub(super) fn hold_others_at(&mut self, plan: &Assignment) {
        let mut expected = vec![0; self.slots.all.len()];
        let in_cluster: BTreeSet<SchoolId> =
            plan.clusters.iter().flat_map(|cluster| cluster.schools.iter().copied()).collect();
        for way in &self.others {
            let school = self.core.sites[way.site].school;
            let slot = self.slot_of[way.site];
            let is_open = slot.is_some() || !in_cluster.contains(&school);
            let found = plan
                .placements
                .binary_search_by_key(&(way.student, school), |one| (one.student, one.school))
                .ok()
                .filter(|_| is_open);
            let count = found.map_or(0, |position| plan.placements[position].count);
            self.simplex.set_bounds(way.arc, count, count).expect("a number of students");
            if let Some(slot) = slot {
                expected[slot] += count;
            }
        }
        for (slot, expected) in self.slots.all.iter_mut().zip(expected) {
            slot.expected = expected;
        }
        self.is_held = true;
    }

    /// Expects as many others in each cluster as it takes now; whether that changes anything.
    pub(super) fn expect_others(&mut self) -> bool {
        let mut others = vec![0; self.slots.all.len()];
        for way in &self.others {
            if let Some(slot) = self.slot_of[way.site] {
                others[slot] += self.simplex.flow(way.arc);
            }
        }
        let mut has_changed = false;
        for (slot, others) in self.slots.all.iter_mut().zip(others) {
            has_changed |= slot.expected != others;
            slot.expected = others;
        }
        has_changed
    }

    /// Where a cluster lacks members and others are in its way, holds as many of these as leave it room for its least
    /// number of members; whether there are any. A flow cannot see to that: whoever takes a place counts for it.
    pub(super) fn keep_places_for_members(&mut self) -> bool {
        let mut members = vec![0; self.slots.all.len()];
        for (arc, count) in self.simplex.flows() {
            if let Some(way) = self.way(arc)
                && self.core.entries[way.student].is_member
                && let Some(slot) = self.slot_of[way.site]
            {
                members[slot] += count;
            }
        }
        let core = self.core;
        let mut room: Vec<Option<i64>> = Vec::new();
        for (slot, members) in self.slots.all.iter().zip(members) {
            room.push(slot.option.and_then(|option| {
                let choice = &core.options[option];
                let fewest = choice.sizes.fewest();
                (members < fewest).then(|| (core.places_of(choice) - fewest).max(0))
            }));
        }
        for (slot, room) in self.slots.all.iter_mut().zip(&room) {
            slot.expected = room.map_or(slot.expected, |room| room.min(slot.expected));
        }
        for way in &self.others {
            let Some(room) = self.slot_of[way.site].and_then(|slot| room[slot].as_mut()) else {
                continue;
            };
            let held = self.simplex.flow(way.arc).min(*room);
            *room -= held;
            self.simplex.set_bounds(way.arc, held, held).expect("a number of students");
            self.for_members.insert(way.site);
        }
        !self.for_members.is_empty()
    }

    /// Keeps everyone who is no member where the flow has them.
    pub(super) fn hold_others(&mut self) {
        for way in &self.others {
            let flow = self.simplex.flow(way.arc);
            self.simplex.set_bounds(way.arc, flow, flow).expect("a flow is within bounds");
        }
        self.is_held = true;
    }

    pub(super) fn release_others(&mut self) {
        let for_members = std::mem::take(&mut self.for_members);
        if self.is_held || !for_members.is_empty() {
            for way in &self.others {
                if self.is_held || for_members.contains(&way.site) {
                    self.simplex.set_bounds(way.arc, 0, UNBOUNDED).expect("no bounds");
                }
            }
            self.is_held = false;
        }
    }
}
