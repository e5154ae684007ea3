//! Reading a damaged document ends in facts or in listed problems, never in a panic.

use plaatswijzer::instance::Canonical;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::documents::{complete, read_in};

/// A mutation of one node of a document.
#[derive(Clone, Debug)]
enum Mutation {
    Delete,
    Replace(Value),
    Duplicate,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(-1),
        json!(4.0),
        json!(0.1234),
        json!(1e300),
        json!(9_223_372_036_854_775_807_u64),
        json!(""),
        json!("h1"),
        json!("b1"),
        json!(" \u{0}é"),
        json!([]),
        json!([[]]),
        json!(["h1", "h1"]),
        json!({}),
        json!({ "id": "h1" }),
    ];
    prop_oneof![
        Just(Mutation::Delete),
        prop::sample::select(values.to_vec()).prop_map(Mutation::Replace),
        Just(Mutation::Duplicate),
    ]
}

/// All nodes of a document, as JSON Pointers.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(i, it)| (i.to_string(), it)).collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        let pointer = format!("{here}/{step}");
        pointers(child, &pointer, all);
        all.push(pointer);
    }
}

fn mutate(document: &mut Value, pointer: &str, mutation: &Mutation) {
    let Some((owner, step)) = pointer.rsplit_once('/') else { return };
    match (document.pointer_mut(owner), mutation) {
        (Some(Value::Object(members)), Mutation::Delete) => drop(members.remove(step)),
        (Some(Value::Object(members)), Mutation::Duplicate) => {
            let copy = members[step].clone();
            members.insert(format!("{step}s"), copy);
        }
        (Some(Value::Array(list)), Mutation::Delete) => drop(list.remove(step.parse().unwrap())),
        (Some(Value::Array(list)), Mutation::Duplicate) => {
            list.push(list[step.parse::<usize>().unwrap()].clone());
        }
        (Some(owner), Mutation::Replace(value)) => {
            let child = match owner {
                Value::Array(list) => &mut list[step.parse::<usize>().unwrap()],
                other => &mut other[step],
            };
            *child = value.clone();
        }
        _ => {}
    }
}

fn read_through(bytes: &[u8]) -> Result<(), TestCaseError> {
    match read_in("documents", bytes) {
        Ok(read) => {
            let text = Canonical::of(&read.problem.instance, json!({})).text();
            let again = read_in("documents", text.as_bytes());
            let again = again.map_err(|errors| TestCaseError::fail(errors.to_string()))?;
            prop_assert_eq!(Canonical::of(&again.problem.instance, json!({})).text(), text);
        }
        Err(errors) => {
            prop_assert!(!errors.0.is_empty());
            // The schema explains whatever the types refuse; messages of serde are a last resort.
            prop_assert!(!errors.to_string().contains("compare the place"), "{errors}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn mutated_documents_never_panic(
        mutations in prop::collection::vec((any::<prop::sample::Index>(), mutation()), 1..4),
    ) {
        let mut document: Value = serde_json::from_slice(&complete()).unwrap();
        for (index, mutation) in &mutations {
            let mut all = Vec::new();
            pointers(&document, "", &mut all);
            if !all.is_empty() {
                mutate(&mut document, &all[index.index(all.len())], mutation);
            }
        }
        read_through(document.to_string().as_bytes())?;
    }

    #[test]
    fn truncated_and_garbled_documents_never_panic(
        end in any::<prop::sample::Index>(),
        spots in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut bytes = complete();
        for (index, byte) in &spots {
            let index = index.index(bytes.len());
            bytes[index] = *byte;
        }
        read_through(&bytes)?;
        bytes.truncate(end.index(bytes.len()));
        read_through(&bytes)?;
    }
}
