//! The fuzzer's targets, without the fuzzer: over what once broke them, and over what it begins with.

use std::fs;

use rapporteur_fuzz::{Sample, TARGETS};

use crate::support::{articles, at};

#[test]
fn what_once_broke_a_target_breaks_it_no_more() {
    for folder in fs::read_dir(at("tests/fuzz/crashes")).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap();
        let Some(target) = rapporteur_fuzz::target(name) else {
            assert!(folder.is_file(), "{name} is no target");
            continue;
        };
        for input in fs::read_dir(&folder).unwrap() {
            let bytes = fs::read(input.unwrap().path()).unwrap();
            (target.run)(&bytes);
        }
    }
}

#[test]
fn every_target_stands_what_the_fuzzer_begins_with() {
    // Some of our own articles, and some that the author writes: all of them are for the fuzzer.
    let unseen = at("corpus/unseen");
    let own =
        articles().into_iter().filter(|(entry, _)| !entry.article.path().unwrap().starts_with(&unseen)).step_by(24);
    let own = own.map(|(entry, text)| {
        let record = entry.article.path().unwrap().with_extension("record.json");
        Sample { text, record: fs::read_to_string(record).ok() }
    });
    let written = (0..2).map(|seed| {
        let written = rapporteur_author::write(&rapporteur_author::plan(seed), &rapporteur_author::style(seed));
        Sample { text: written.text, record: None }
    });
    let samples: Vec<Sample> = own.chain(written).collect();
    for target in TARGETS {
        for seed in (target.seeds)(&samples) {
            (target.run)(&seed);
            // Half of it, wherever that cuts.
            (target.run)(&seed[..seed.len() / 2]);
        }
    }
}
