use super::*;
use crate::{checking::Input, document::Limits};

fn abstract_of(id: &str, text: &str) -> Abstract {
    Abstract::of(&Subject::new(id, Input::Bytes(text.as_bytes()), Input::Missing, Limits::default()))
}

/// What is found in articles called `0`, `1` and so on: the rules' names, and the entries that each shows.
fn found(texts: &[&str]) -> Vec<(&'static str, Vec<usize>)> {
    let abstracts: Vec<Abstract> =
        texts.iter().enumerate().map(|(number, text)| abstract_of(&number.to_string(), text)).collect();
    let entries = |found: &Diagnostic| found.labels.iter().filter_map(|label| label.entry).collect();
    across(&abstracts, &Levels::default()).iter().map(|found| (found.rule.name, entries(found))).collect()
}

fn met(town: &str, time: &str) -> String {
    format!(
        "A visit\nPublished: 31 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in {town} {time}.\n"
    )
}

#[test]
fn one_meeting_is_told_alike_or_differently() {
    let oslo = met("Oslo", "on Thursday");
    let told = |other: &str| found(&[&oslo, other]).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let differently = ["meeting-told-differently"];
    assert_eq!(told(&met("Bergen", "on Thursday")), differently);
    assert_eq!(told(&met("Bergen", "on Wednesday")), [""; 0], "another day, another town");
    assert_eq!(told(&met("Oslo", "at 10:30 a.m. on Thursday")), [""; 0], "one is told more exactly");
    assert_eq!(told(&oslo.replace("Ada Quill", "Eve Marlow")), ["meeting-told-differently", "office-held-twice"]);
    let planned = oslo.replace("met", "will meet").replace("on Thursday", "on Saturday");
    assert_eq!(told(&planned), [""; 0]);
    let phone = oslo.replace("met", "talked with").replace("in Oslo", "by phone");
    assert_eq!(told(&phone), differently);
}

#[test]
fn neighbouring_days_disagree_where_town_and_occasion_agree() {
    let at = |day: &str| met("Oslo on the sidelines of the APEC summit", day);
    assert_eq!(found(&[&at("on Wednesday"), &at("on Thursday")]), [("meeting-told-differently", vec![1, 0])],);
    assert_eq!(found(&[&met("Oslo", "on Wednesday"), &met("Oslo", "on Thursday")]), []);
}

#[test]
fn an_office_passes_on_but_is_not_shared() {
    let holds = |name: &str, day: &str| {
        format!(
            "News\nPublished: {day} Oct. 2025, 15:30\nNorwegian President {name} left for home and the crowd went with the guests {day}.\n"
        )
    };
    let quill = [holds("Ada Quill", "3"), holds("Ada Quill", "9")];
    let with = |other: &str| found(&[&quill[0], &quill[1], other]);
    assert_eq!(with(&holds("Eve Marlow", "10")), []);
    assert_eq!(with(&holds("Eve Marlow", "5")), [("office-held-twice", vec![2, 1])]);
    let titled = |title: &str| holds("Eve Marlow", "5").replace("Norwegian President", title);
    for title in ["Acting Norwegian President", "Then Norwegian President", "Norway’s interim President"] {
        assert_eq!(with(&titled(title)), [], "{title}");
    }
    assert_eq!(with(&holds("Ada M. Quill", "5")), [], "a name with more in it can be the same");
}

#[test]
fn many_of_a_kind_are_one_finding_and_take_no_longer_each() {
    let text = format!("{}“We will build the road to the northern coast,” Quill said.\n", met("Oslo", "on Thursday"));
    let one = abstract_of("a", &text);
    let other = abstract_of("a", &text.replace("Ada Quill", "Ada Qu-ill").replace("Oslo", "Bergen"));
    let mut abstracts = vec![one; 100_000];
    abstracts.push(other);
    let found = across(&abstracts, &Levels::default());
    let names: Vec<&str> = found.iter().map(|found| found.rule.name).collect();
    assert_eq!(names, ["doubled-article", "meeting-told-differently", "name-spelled-differently", "id-given-twice"]);
    assert_eq!(found[0].labels.len(), 4);
    assert_eq!(found[0].notes, ["and 99996 more articles"]);
    assert_eq!(found[0].message, "100000 articles are the same, byte for byte");
}

#[test]
fn thousands_of_flaws_are_told_briefly_and_a_rule_that_is_allowed_not_at_all() {
    let one = abstract_of("0", "The two leaders met on Friday.\n");
    let abstracts: Vec<Abstract> = (0..11_000).flat_map(|id| vec![Abstract { id, ..one.clone() }; 2]).collect();
    let mut levels = Levels::default();
    levels.set("doubled-article", Level::Allow).unwrap();
    let found = across(&abstracts, &levels);
    assert_eq!(found.len(), 10_000);
    assert!(found.iter().all(|found| found.rule.name == "id-given-twice"));
    assert_eq!(found[9_999].notes, ["1000 more findings of this rule are left out"]);
}

#[test]
fn abstracts_of_what_is_no_article_have_nothing_in_common() {
    assert_eq!(found(&["", "", " \n", "\u{0}", "\u{0}"]), []);
    let unreadable = |id| Abstract::of(&Subject::new(id, Input::Missing, Input::Bytes(b"{}"), Limits::default()));
    assert_eq!(across(&[unreadable("a"), unreadable("b")], &Levels::default()), []);
}
