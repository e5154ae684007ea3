//! Decisions about a school, cluster or board as a whole: nobody is placed there, or a cluster must stay.
//!
//! An instance says the first as an exclusion of every student, and the second as `keep` of the cluster; neither has room
//! for a reason, which is kept here. A decision lasts as long as the instance says so.

use super::operation::ids;
use super::state::{Decision, State};
use crate::instance::document::InstanceDocument;
use crate::message;
use crate::texts::Message;

impl State {
    /// Forbids everyone a school, cluster or board; where that is so already, only the reason is replaced.
    ///
    /// # Errors
    /// If there is none with this id, or it is a cluster that must stay.
    pub(super) fn close(&mut self, at: &str, because: Option<&String>) -> Result<(), Message> {
        let instance = instance(&mut self.instance)?;
        if !ids(instance).any(|id| id == at) {
            return Err(message!("project-no-place", id = at));
        }
        if must_stay(instance, at) {
            return Err(message!("project-must-stay", id = at));
        }
        let decision = self.decisions.entry(at.to_owned()).or_default();
        decision.because = because.cloned();
        if !decision.is_closed() {
            let before = instance.students.iter().filter(|one| is_forbidden(one.not.as_ref(), at));
            decision.forbidden_before = Some(before.map(|one| one.id.clone()).collect());
        }
        forbid_everyone(instance, at);
        Ok(())
    }

    /// Takes back that everyone is forbidden a school, cluster or board; who was forbidden it before stays so.
    ///
    /// # Errors
    /// If it is not forbidden for everyone.
    pub(super) fn reopen(&mut self, at: &str) -> Result<(), Message> {
        let instance = instance(&mut self.instance)?;
        let decision = self.decisions.remove(at);
        let before = decision.and_then(|decision| decision.forbidden_before);
        let before = before.ok_or_else(|| message!("project-not-closed", id = at))?;
        for student in instance.students.iter_mut().filter(|one| !before.contains(&one.id)) {
            student.not.iter_mut().for_each(|not| not.retain(|id| id != at));
            student.not.take_if(|not| not.is_empty());
        }
        Ok(())
    }

    /// Says why a cluster must stay, or forgets it.
    pub(super) fn keep_because(&mut self, cluster: &str, because: Option<&String>) {
        match because {
            None => drop(self.decisions.remove(cluster)),
            Some(because) => {
                let because = Some(because.clone());
                let decision = Decision { because, forbidden_before: None };
                self.decisions.insert(cluster.to_owned(), decision);
            }
        }
    }

    /// Makes the instance keep to the decisions after an edit, such as of students who are new; forgets those about what is
    /// there no more.
    pub(super) fn keep_decisions(&mut self) {
        let Some(instance) = &mut self.instance else {
            self.decisions.clear();
            return;
        };
        self.decisions.retain(|id, decision| {
            decision.is_closed() && ids(instance).any(|known| known == id)
                || must_stay(instance, id)
        });
        for (id, _) in self.decisions.iter().filter(|(_, decision)| decision.is_closed()) {
            forbid_everyone(instance, id);
        }
    }

    /// Forgets the decisions that the instance, as another program has left it, does not keep to.
    pub fn forget_what_does_not_hold(&mut self) {
        let Some(instance) = &self.instance else { return };
        self.decisions.retain(|id, decision| {
            let mut students = instance.students.iter();
            if decision.is_closed() {
                students.all(|one| is_forbidden(one.not.as_ref(), id))
            } else {
                must_stay(instance, id)
            }
        });
    }

    /// What a student is forbidden, without what everyone is.
    pub fn forbidden_to<'a>(&'a self, student: &'a str) -> impl Fn(&str) -> bool + 'a {
        move |id| {
            let before = self.decisions.get(id).and_then(|one| one.forbidden_before.as_ref());
            before.is_none_or(|before| before.contains(student))
        }
    }
}

fn instance(instance: &mut Option<InstanceDocument>) -> Result<&mut InstanceDocument, Message> {
    instance.as_mut().ok_or_else(|| message!("project-no-instance"))
}

fn is_forbidden(not: Option<&Vec<String>>, at: &str) -> bool {
    not.is_some_and(|not| not.iter().any(|id| id == at))
}

fn must_stay(instance: &InstanceDocument, cluster: &str) -> bool {
    let mut clusters = instance.clusters.iter().flatten();
    clusters.any(|one| one.id == *cluster && one.keep == Some(true))
}

fn forbid_everyone(instance: &mut InstanceDocument, at: &str) {
    for student in &mut instance.students {
        if !is_forbidden(student.not.as_ref(), at) {
            student.not.get_or_insert_default().push(at.to_owned());
        }
    }
}
