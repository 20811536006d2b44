//! Records as files, against the schema that is published for them.

use std::fs;

use rapporteur_corpus::{document::Document, reading, record_file};
use serde_json::Value;

use crate::support::{articles, at, kept_files};

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_slice(&fs::read(at("docs/record.schema.json")).unwrap()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::new(&schema).unwrap()
}

fn faults(validator: &jsonschema::Validator, record: &Value) -> Vec<String> {
    validator.iter_errors(record).map(|error| format!("{} at {}", error, error.instance_path)).collect()
}

#[test]
fn every_record_of_the_repository_has_the_published_shape() {
    let validator = validator();
    for name in kept_files().into_iter().filter(|name| name.ends_with(".record.json")) {
        let record: Value = serde_json::from_slice(&fs::read(at(&name)).unwrap()).unwrap();
        assert_eq!(faults(&validator, &record), [""; 0], "{name}");
    }
}

#[test]
fn what_the_reader_reads_has_the_published_shape() {
    let validator = validator();
    for (entry, text) in articles() {
        let mut record = reading::read(&Document::parse(&text), &entry.id).record;
        for with_text in [None, Some(text)] {
            record.text = with_text;
            let json: Value = serde_json::from_str(&record_file::print(&record)).unwrap();
            assert_eq!(faults(&validator, &json), [""; 0], "{}", entry.id);
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_record() {
    let validator = validator();
    let (entry, text) = articles().swap_remove(0);
    let record = reading::read(&Document::parse(&text), &entry.id).record;
    let sound: Value = serde_json::from_str(&record_file::print(&record)).unwrap();
    for (pointer, wrong) in [
        ("/schema", Value::from("rapporteur.record/2")),
        ("/source/sha256", Value::from("abc")),
        ("/source/bytes", Value::from(-1)),
        ("/article/blocks", Value::from("none")),
        ("/review", Value::Null),
    ] {
        let mut record = sound.clone();
        *record.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&record), "{pointer}");
    }
}
