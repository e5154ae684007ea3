//! A list for each trainer, with all clusters of that trainer.

use std::collections::{BTreeMap, BTreeSet};

use super::super::field::Field;
use super::books::{IN_CLUSTERS, clusters, facts, schools, table, with_rows};
use super::list::{ListBook, ListKind};
use super::people::{People, contact};
use crate::contacts::Contact;

/// A trainer: the name, and the address where several have that name.
type TrainerKey = (String, String);

/// A list for each trainer whose name or address is known, with all their clusters.
pub fn trainers(people: &People) -> Vec<ListBook> {
    let used = 0..people.source.tally.assignment.clusters.len();
    let known = used.flat_map(|used| {
        people.trainers(used).into_iter().flatten().map(move |trainer| (used, trainer))
    });
    let known: Vec<(usize, &Contact)> = known.collect();
    let low = |text: &Option<String>| text.clone().unwrap_or_default().to_lowercase();
    let mut addresses = BTreeMap::<String, BTreeSet<String>>::new();
    for (_, trainer) in &known {
        let addresses = addresses.entry(low(&trainer.name)).or_default();
        addresses.extend(Some(low(&trainer.email)).filter(|address| !address.is_empty()));
    }
    let key = |trainer: &Contact| -> TrainerKey {
        let name = low(&trainer.name);
        let several = name.is_empty() || addresses[&name].len() > 1;
        let address = if several { low(&trainer.email) } else { String::new() };
        (name, address)
    };
    let mut clusters_of = BTreeMap::<TrainerKey, (Contact, BTreeSet<usize>)>::new();
    for (used, trainer) in known.iter().filter(|(_, trainer)| key(trainer) != TrainerKey::default())
    {
        let (who, clusters) = clusters_of
            .entry(key(trainer))
            .or_insert_with(|| ((*trainer).clone(), BTreeSet::new()));
        who.email = who.email.take().or_else(|| trainer.email.clone());
        clusters.insert(*used);
    }
    let trainers = clusters_of.into_values();
    trainers.map(|(who, clusters)| of_trainer(people, &who, &clusters)).collect()
}

fn of_trainer(people: &People, trainer: &Contact, of: &BTreeSet<usize>) -> ListBook {
    let name = trainer.name.clone().or_else(|| trainer.email.clone()).unwrap_or_default();
    ListBook {
        kind: ListKind::Trainer,
        name,
        id: String::new(),
        facts: facts(contact(Some(trainer)), &[Field::ContactEmail, Field::ContactTelephone]),
        tables: with_rows(vec![
            table(people, &IN_CLUSTERS, |one| one.cluster.is_some_and(|used| of.contains(&used))),
            clusters(people, |used| of.contains(&used)),
            schools(people, |school| {
                people.source.tally.cluster_at(school).is_some_and(|used| of.contains(&used))
            }),
        ]),
    }
}
