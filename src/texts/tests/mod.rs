mod catalogues;

use super::{Argument, Catalogue, Language, Message};
use crate::base::Decimal;

static EXAMPLE: Catalogue = Catalogue::new(
    &["\
left-out =
    { $count ->
        [one] { $count } student is left out
       *[other] { $count } students are left out
    }
at = { $names } at { $distance } km: { $reason }
    .title = Where
"],
    &["\
left-out =
    { $count ->
        [one] { $count } student is niet geplaatst
       *[other] { $count } studenten zijn niet geplaatst
    }
at = { $names } op { $distance } km: { $reason }
    .title = Waar
"],
);

fn both(message: &Message) -> [String; 2] {
    [Language::English, Language::Dutch].map(|language| message.in_language(language))
}

#[test]
fn numbers_choose_the_plural_and_are_grouped() {
    let left_out = |count: i64| both(&EXAMPLE.message("left-out").with("count", count));
    assert_eq!(left_out(1), ["1 student is left out", "1 student is niet geplaatst"]);
    assert_eq!(left_out(0), ["0 students are left out", "0 studenten zijn niet geplaatst"]);
    assert_eq!(left_out(1_234)[0], "1,234 students are left out");
    assert_eq!(left_out(1_234)[1], "1.234 studenten zijn niet geplaatst");
}

#[test]
fn arguments_are_written_in_the_language_of_the_text() {
    let message = EXAMPLE
        .message("at")
        .with("names", vec!["a", "b", "c"])
        .with("distance", Decimal { scaled: 12_345, decimals: 1 })
        .with("reason", EXAMPLE.message("left-out").with("count", 2));
    assert_eq!(
        both(&message),
        [
            "a, b and c at 1,234.5 km: 2 students are left out",
            "a, b en c op 1.234,5 km: 2 studenten zijn niet geplaatst",
        ]
    );
    assert_eq!(both(&EXAMPLE.message("at.title")), ["Where", "Waar"]);
    assert_eq!(message.to_string(), both(&message)[0]);
    assert_eq!(Argument::from(3_usize), Argument::Number(3));
}
