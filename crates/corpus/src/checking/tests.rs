use std::{collections::BTreeSet, fs, path::Path};

use super::*;

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
            "ABCFS".contains(family) && number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()),
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
    for &rule in rules() {
        for example in rule.examples {
            let found = example.findings(rule).unwrap();
            let names: Vec<&str> = found.iter().map(|diagnostic| diagnostic.rule.name).collect();
            let expected: &[&str] = if example.accepted { &[] } else { &[rule.name] };
            assert_eq!(names, expected, "{}: {}: {found:#?}", rule.name, example.title);
        }
    }
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

#[test]
fn the_reference_page_is_in_step() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
        fs::write(&path, reference()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap_or_default(), reference(), "run again with RAPPORTEUR_UPDATE=1");
}
