use super::*;
use crate::document::Document;

fn check(paragraph: &str, expected: Option<&str>) {
    let article = format!("{paragraph}\n");
    assert_eq!(language(&Text::new(&Document::parse(&article))), expected, "{paragraph}");
}

#[test]
fn english_is_known_by_its_common_words() {
    check(&"The leaders of the two states met in the capital and said that it was good. ".repeat(4), Some("en"));
    check(&"Die Staatschefs trafen sich gestern und sprachen lange über den Handel ihrer Staaten. ".repeat(4), None);
}

#[test]
fn a_few_latin_words_are_taken_for_english() {
    check("Leaders met.", Some("en"));
    check("정상 회담.", None);
    check("123 456", None);
}
