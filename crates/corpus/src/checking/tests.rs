use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use proptest::{option, prelude::*};
use rapporteur_model::{Delegation, Excerpt, Participant, PersonId, Span, StatementId, SummitId};

use super::{examples::TEXT, *};
use crate::{
    document::{Document, Limits},
    record_file::{self, arbitrary},
};

#[test]
fn the_rules_are_named_and_documented() {
    let words = |name: &str| {
        name.split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
    };
    for &rule in rules() {
        assert!(words(rule.name), "{} is not kebab-case", rule.name);
        let (family, number) = rule.code.split_at(1);
        assert!(
            "ABCFSX".contains(family) && number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()),
            "{}",
            rule.code
        );
        assert_eq!(rule.since.split('.').count(), 3, "{}", rule.name);
        for (text, name) in [(rule.summary, "summary"), (rule.explanation, "explanation")] {
            assert!(text.starts_with(|first: char| first.is_uppercase() || first == '`'), "{}: {name}", rule.name);
        }
        assert!(!rule.summary.ends_with('.') && rule.explanation.ends_with('.'), "{}", rule.name);
        assert!(rule.examples.iter().any(|example| example.accepted), "{} accepts nothing", rule.name);
        assert!(rule.examples.iter().any(|example| !example.accepted), "{} rejects nothing", rule.name);
        assert_eq!(super::rule(rule.name), Some(rule));
        assert_eq!(super::rule(rule.code), Some(rule));
    }
    assert!(rules().is_sorted_by(|one, other| one.code < other.code), "codes ascend, and none is given twice");
    assert_eq!(
        rules().iter().map(|rule| rule.name).collect::<BTreeSet<_>>().len(),
        rules().len(),
        "names are given once"
    );
}

#[test]
fn every_file_of_the_folder_is_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checking/rules");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| name != "mod.rs").collect();
    let rules: BTreeSet<String> = rules().iter().map(|rule| format!("{}.rs", rule.name.replace('-', "_"))).collect();
    assert_eq!(files, rules);
}

#[test]
fn each_example_is_accepted_or_rejected_by_its_rule_alone() {
    let mut wrong = Vec::new();
    for &rule in rules() {
        for example in rule.examples {
            let found = match example.findings(rule) {
                Ok(found) => found,
                Err(error) => {
                    wrong.push(format!("{}: {}: {error}", rule.name, example.title));
                    continue;
                }
            };
            let names: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.name).collect();
            let expected: &[&str] = if example.accepted { &[] } else { &[rule.name] };
            if names != expected {
                wrong.push(format!("{}: {}: {names:?}", rule.name, example.title));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn messages_begin_small_and_end_without_a_stop() {
    for &rule in rules() {
        for example in rule.examples {
            for diagnostic in example.findings(rule).unwrap() {
                let texts = [Some(&diagnostic.message), diagnostic.help.as_ref()].into_iter().flatten();
                for text in texts.chain(&diagnostic.notes) {
                    assert!(!text.ends_with('.') && !text.starts_with(char::is_uppercase), "{text}");
                }
                assert!(diagnostic.labels[0].primary && diagnostic.labels.iter().skip(1).all(|label| !label.primary));
            }
        }
    }
}

/// A reviewed and sealed record of the examples' article, as its file has it.
static SEALED: LazyLock<String> = LazyLock::new(|| {
    let mut record = record_file::complete(examples::DRAFT.as_bytes(), &Document::parse(TEXT), "example").unwrap();
    record.seal = Some(record_file::seal(&record));
    record_file::print(&record)
});

fn found(article: &[u8], record: &[u8]) -> Vec<Diagnostic> {
    let subject = Subject::new("example", Input::Bytes(article), Input::Bytes(record), Limits::default());
    check(&subject, &Levels::default())
}

fn denied(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.level == Level::Deny)
}

#[test]
fn a_sealed_record_raises_nothing() {
    assert_eq!(found(TEXT.as_bytes(), SEALED.as_bytes()), []);
}

#[test]
fn an_id_that_is_not_the_name_fails_though_nobody_sealed_it() {
    let mut record = crate::reading::read(&Document::parse(TEXT), "other").record;
    let found_in = |record: &_| found(TEXT.as_bytes(), record_file::print(record).as_bytes());
    let names: Vec<_> = found_in(&record).iter().map(|found| (found.rule.name, found.level)).collect();
    assert_eq!(names, [("id-is-not-the-name", Level::Deny)]);
    record.id = "example".to_owned();
    assert_eq!(found_in(&record), []);
}

#[test]
fn a_million_wrong_spans_are_told_briefly() {
    let mut record = record_file::parse(SEALED.as_bytes()).unwrap().record;
    let wrong = Excerpt { span: Span::new(0, 1).unwrap(), text: "x".to_owned() };
    // A tenth of a million, so that the test is quick; the time grows with the number and no faster.
    record.people[0].mentions = vec![wrong; 100_000];
    let found = found(TEXT.as_bytes(), record_file::print(&record).as_bytes());
    let of_spans: Vec<_> = found.iter().filter(|diagnostic| diagnostic.rule.name == "text-is-not-the-slice").collect();
    assert_eq!(of_spans.len(), 100);
    assert_eq!(of_spans[99].notes, ["99900 more findings of this rule are left out"]);
}

/// Long lists in which every rule that compares things finds something.
#[test]
fn hostile_records_are_checked_to_the_end() {
    const COUNT: usize = 20_000;
    let sound = record_file::parse(SEALED.as_bytes()).unwrap().record;
    let mut record = sound.clone();
    let statement = |index: usize| {
        let mut statement = sound.statements[index % 2].clone();
        statement.id = StatementId::from_index(index);
        let others = [index + 1, index / 2, COUNT / 2].map(|other| Some(StatementId::from_index(other)));
        [statement.continues, statement.replies_to, statement.within] = others;
        statement
    };
    record.statements = (0..COUNT).map(statement).collect();
    record.statements[COUNT / 2].parts = vec![sound.statements[0].parts[0].clone(); COUNT];
    let person = |index: usize| {
        let mut person = sound.people[index % 2].clone();
        person.id = PersonId::from_index(index);
        person
    };
    record.people = (0..COUNT).map(person).collect();
    let ids = || (0..COUNT).map(|index| PersonId::from_index(index / 2));
    let summit = &mut record.summits[0];
    let participant = summit.participants[0].clone();
    summit.participants = ids().map(|id| Participant { person: Some(id), ..participant.clone() }).collect();
    let delegation = |members| Delegation { country: participant.country.clone(), complete: None, members };
    summit.delegations = ids().map(|id| delegation(vec![id])).collect();
    summit.delegations.push(delegation(ids().collect()));
    let mut again = summit.clone();
    again.id = SummitId::from_index(1);
    record.summits.push(again);

    let subject = Subject::in_memory(TEXT, record, "example");
    // The rules about files would print and seal it, which is slow and no search.
    let about_contents = rules().iter().filter(|rule| rule.code.starts_with(['A', 'B', 'C']));
    let found: Vec<_> = about_contents.flat_map(|rule| run(rule, rule.level.max(Level::Warn), &subject)).collect();
    let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in &found {
        *by_rule.entry(diagnostic.rule.name).or_default() += 1;
    }
    assert!(by_rule.values().all(|count| *count <= 100), "{by_rule:?}");
    for name in ["circular-links", "delegate-twice", "doubled-person", "leader-in-delegation", "not-within"] {
        assert!(by_rule.contains_key(name), "{name} finds nothing: {by_rule:?}");
    }
}

#[test]
fn findings_are_ordered_by_place() {
    let record = SEALED
        .replacen("\"NO\"", "\"QQ\"", 1)
        .replace("\"id\": \"example\"", "\"id\": \"other\"")
        .replace("“We do", "“We don");
    let places: Vec<_> = found(TEXT.as_bytes(), record.as_bytes()).iter().map(|one| one.place().clone()).collect();
    let expected = ["/id", "/seal", "/people/0/offices/0/country/value", "/statements/1/parts/0"];
    assert_eq!(places, expected.map(|pointer| Place::RecordPointer(pointer.to_owned())));
}

#[test]
fn a_changed_article_shows_where_it_changed() {
    let places = |article: &str| {
        let found = found(article.as_bytes(), SEALED.as_bytes());
        assert_eq!(found.len(), 1, "{found:?}");
        let labels = found[0].labels.iter().skip(2).map(|label| (label.place.clone(), label.text.clone()));
        labels.collect::<Vec<_>>()
    };
    let record = |pointer: &str| (Place::RecordPointer(pointer.to_owned()), "these words".to_owned());
    let at = u32::try_from(TEXT.find("replied").unwrap()).unwrap();
    let there = (Place::ArticleSpan(Span::new(at, at + 7).unwrap()), "no longer stand here".to_owned());
    assert_eq!(places(&TEXT.replace("replied", "rejoins")), [record("/statements/1/cue"), there]);
    let cut = places(&TEXT[..TEXT.find("“We").unwrap()]);
    let behind = ["/people/0/mentions/1", "/people/1/mentions/1", "/statements/0/speaker"];
    assert_eq!(cut, behind.map(record), "what stood behind the end has no place in the article");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_byte_of_a_sealed_record_changes_unnoticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut record = SEALED.clone().into_bytes();
        let at = at.index(record.len());
        prop_assume!(record[at] != byte);
        record[at] = byte;
        prop_assert!(denied(&found(TEXT.as_bytes(), &record)), "byte {at} is now {byte}");
    }

    #[test]
    fn no_byte_of_a_sealed_record_is_added_or_lost_unnoticed(at in any::<prop::sample::Index>(), byte in option::of(any::<u8>())) {
        let mut record = SEALED.clone().into_bytes();
        let at = at.index(record.len());
        match byte {
            Some(byte) => record.insert(at, byte),
            None => drop(record.remove(at)),
        }
        prop_assert!(denied(&found(TEXT.as_bytes(), &record)), "at byte {at}: {byte:?}");
    }

    #[test]
    fn no_byte_of_an_article_changes_unnoticed(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut article = TEXT.as_bytes().to_vec();
        let at = at.index(article.len());
        prop_assume!(article[at] != byte);
        article[at] = byte;
        prop_assert!(denied(&found(&article, SEALED.as_bytes())), "byte {at} is now {byte}");
    }
}

proptest! {
    #[test]
    fn any_record_and_any_text_give_findings_and_no_panic(
        mut record in arbitrary::record(),
        text in "[ -~\\PCé“\r\n]{0,80}",
        bound in any::<bool>(),
    ) {
        if bound {
            record.source = crate::reading::source(&text);
        }
        let printed = record_file::print(&record);
        let once = found(text.as_bytes(), printed.as_bytes());
        prop_assert_eq!(&once, &found(text.as_bytes(), printed.as_bytes()));
        let bound = !once.iter().any(|diagnostic| diagnostic.rule.is_about_contents());
        prop_assert_eq!(Checked::new(&text, record).is_ok(), bound);
    }

    #[test]
    fn any_bytes_give_findings_and_no_panic(article in any::<Vec<u8>>(), record in any::<Vec<u8>>()) {
        prop_assert!(denied(&found(&article, &record)));
    }
}
