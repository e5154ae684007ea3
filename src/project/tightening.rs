//! Edits after which every plan that is still possible was possible before.

use json_patch::{PatchOperation, diff};
use serde_json::Value;

use crate::instance::document::InstanceDocument;

/// Whether an instance differs from another only in that more is decided by hand: students are held or forbidden
/// something, clusters must stay. A lower bound on the score of all plans of the one then holds for the other, provided
/// that students are held where the rules of the one allowed them; a plan of both that has them there shows that.
pub fn only_tightens(before: &InstanceDocument, after: &InstanceDocument) -> bool {
    let value = |document| serde_json::to_value(document).expect("a document is plain JSON");
    let (before, after): (Value, Value) = (value(before), value(after));
    diff(&before, &after).0.iter().all(is_tightening)
}

fn is_tightening(operation: &PatchOperation) -> bool {
    let path = operation.path().to_string();
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let adds = matches!(operation, PatchOperation::Add(_));
    match &steps[..] {
        ["students", _, "because"] => true,
        ["students", _, "fixed" | "not"] | ["students", _, "not", _] | ["clusters", _, "keep"] => {
            adds
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn village(edit: impl Fn(&mut Value)) -> InstanceDocument {
        let mut village =
            serde_json::from_str(include_str!("../../instances/dorp.json")).expect("JSON");
        edit(&mut village);
        serde_json::from_value(village).expect("an instance")
    }

    #[test]
    fn holding_and_forbidding_tighten_and_nothing_else_does() {
        let as_it_was = village(|_| {});
        let held = village(|it| it["students"][0]["fixed"] = json!("klimop"));
        let forbidden = village(|it| it["students"][0]["not"] = json!(["klimop"]));
        let twice = village(|it| it["students"][0]["not"] = json!(["klimop", "wegwijzer"]));
        let elsewhere = village(|it| it["students"][0]["fixed"] = json!("wegwijzer"));
        let larger = village(|it| it["schools"][0]["places"] = json!(99));
        for (before, after, tightens) in [
            (&as_it_was, &as_it_was, true),
            (&as_it_was, &held, true),
            (&as_it_was, &forbidden, true),
            (&forbidden, &twice, true),
            (&held, &as_it_was, false),
            (&twice, &forbidden, false),
            (&held, &elsewhere, false),
            (&as_it_was, &larger, false),
        ] {
            assert_eq!(only_tightens(before, after), tightens);
        }
    }
}
