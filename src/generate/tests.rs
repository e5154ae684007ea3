use super::*;

#[test]
fn scratch() {
    std::fs::create_dir_all("instances").unwrap();
    std::fs::write("instances/groningen.json", to_json(&generate(&Region::groningen(), 1)))
        .unwrap();
}
