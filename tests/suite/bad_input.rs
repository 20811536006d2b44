//! Whatever lies in a folder: each flaw is told with its place, the rest goes on, and no file is changed.

use std::{collections::BTreeMap, fs, path::Path};

use crate::support::{Run, run, run_with};

/// A sound article beside which the bad ones lie.
const SOUND: &str = "Leaders meet\nPublished: 30 Oct. 2025, 15:30\n“We agree,” President Ada Okoro said.\n";

/// Everything in a folder, by name, with what a link leads to left alone.
fn contents(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.to_string_lossy().into_owned(), fs::read(&path).ok())).collect()
}

/// What every command does with a flaw: `check` finds it, exits as it should, and nothing is written.
fn found(make: impl FnOnce(&Path), rule: &str, place: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("sound.txt"), SOUND).unwrap();
    make(folder.path());
    let before = contents(folder.path());
    let check = run(&["check", "."], folder.path());
    assert_eq!(check.code, Some(1), "{check:?}");
    assert!(check.out.contains(&format!("error[{rule}]: ")), "{rule} is not found: {}", check.out);
    assert!(check.out.contains(place), "{place} is not named: {}", check.out);
    assert_eq!(check.out.matches("error[").count(), 1, "one cause is one finding: {}", check.out);
    assert!(check.out.contains("read 1 article") || check.out.contains("read 2 articles"), "{}", check.out);
    assert_eq!(check.err, "");

    let json = run(&["check", "--format", "json", "."], folder.path());
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["findings"][0]["rule"], rule);
    assert_eq!((json.code, report["summary"]["denied"].as_u64()), (Some(1), Some(1)));
    assert_eq!(contents(folder.path()), before, "checking changes nothing");

    let accept = run(&["accept", "."], folder.path());
    assert_eq!(accept.code, Some(1), "{accept:?}");
    assert!(accept.out.contains("wrote ./sound.record.json"), "the rest goes on: {}", accept.out);
    let mut after = contents(folder.path());
    after.retain(|name, _| !name.ends_with("sound.record.json"));
    assert_eq!(after, before, "what is wrong is left alone");
    check
}

#[test]
fn an_article_that_is_not_utf8() {
    let run = found(|folder| fs::write(folder.join("a.txt"), b"Z\xfcrich\n").unwrap(), "not-utf8", "a.txt:1:2");
    assert!(run.out.contains("Z\\xfcrich"), "{}", run.out);
}

#[test]
fn an_article_of_nothing() {
    found(|folder| fs::write(folder.join("a.txt"), "").unwrap(), "empty-article", "a.txt");
}

#[test]
fn an_article_of_blanks() {
    found(|folder| fs::write(folder.join("a.txt"), " \r\n\t\u{a0}\n").unwrap(), "empty-article", "a.txt");
}

#[test]
fn an_article_full_of_nuls() {
    found(|folder| fs::write(folder.join("a.txt"), "one\n\0\0\0").unwrap(), "binary-article", "a.txt:2:1");
}

#[test]
fn a_folder_that_is_called_like_an_article() {
    found(|folder| fs::create_dir(folder.join("a.txt")).unwrap(), "unreadable-article", "a.txt");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    let make = |folder: &Path| std::os::unix::fs::symlink("nowhere", folder.join("a.txt")).unwrap();
    found(make, "unreadable-article", "a.txt");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_is_called_like_an_article_or_a_record() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = |name: &str| {
        let made = std::process::Command::new("mkfifo").arg(folder.path().join(name)).status().unwrap();
        assert!(made.success(), "{name}");
    };
    pipe("a.txt");
    pipe("b.record.json");
    fs::write(folder.path().join("b.txt"), SOUND).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("c.txt")).unwrap();
    for command in ["check", "accept"] {
        let run = run(&[command, "."], folder.path());
        assert_eq!(run.code, Some(1), "{run:?}");
        assert_eq!(run.out.matches("it is a pipe, a socket or a device, not a file").count(), 3, "{}", run.out);
    }
    let folder = folder.path().to_owned();
    let line = serde_json::json!({ "id": "a", "text": SOUND }).to_string();
    let writer = {
        let pipe = folder.join("a.txt");
        std::thread::spawn(move || fs::write(pipe, line).unwrap())
    };
    let read = run(&["read", "--from", "jsonl", "a.txt"], &folder);
    writer.join().unwrap();
    assert_eq!((read.code, read.out.lines().count()), (Some(0), 1), "lines come through pipes: {read:?}");
}

#[test]
fn a_record_that_is_not_json() {
    let make = |folder: &Path| {
        fs::write(folder.join("a.txt"), SOUND).unwrap();
        fs::write(folder.join("a.record.json"), "{\n  \"schema\": oops\n}\n").unwrap();
    };
    found(make, "record-not-json", "a.record.json:2:");
}

#[test]
fn a_record_of_a_schema_to_come() {
    let make = |folder: &Path| {
        fs::write(folder.join("a.txt"), SOUND).unwrap();
        fs::write(folder.join("a.record.json"), "{\n  \"schema\": \"rapporteur.record/9\"\n}\n").unwrap();
    };
    found(make, "unknown-schema", "a.record.json:2:");
}

#[test]
fn a_record_that_is_a_folder() {
    let make = |folder: &Path| {
        fs::write(folder.join("a.txt"), SOUND).unwrap();
        fs::create_dir(folder.join("a.record.json")).unwrap();
    };
    found(make, "unreadable-record", "a.record.json");
}

#[test]
fn a_record_whose_article_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), SOUND).unwrap();
    run(&["accept", "a.txt"], folder.path());
    let record = fs::read(folder.path().join("a.record.json")).unwrap();
    found(
        |folder| fs::write(folder.join("a.record.json"), &record).unwrap(),
        "record-without-article",
        "a.record.json",
    );
}

#[test]
fn an_article_over_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), SOUND).unwrap();
    let check = run(&["check", "a.txt", "--limit-bytes", "20"], folder.path());
    assert_eq!(check.code, Some(1));
    assert!(check.out.contains("error[article-too-large]: "), "{}", check.out);
    let read = run(&["read", "a.txt", "--limit-bytes", "20", "--to", "jsonl"], folder.path());
    assert_eq!(read.code, Some(1));
    assert!(read.out.contains("more than the limit of 20 bytes"), "{}", read.out);
    assert_eq!(run(&["check", "a.txt", "--limit-bytes", &SOUND.len().to_string()], folder.path()).code, Some(0));
}

#[test]
fn a_path_that_does_not_exist() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), SOUND).unwrap();
    for command in ["check", "accept", "show", "read"] {
        let run = run(&[command, "none.txt", "a.txt"], folder.path());
        assert_eq!(run.code, Some(2), "{command}");
        assert!(run.err.contains("none.txt: no such file or directory"), "{command}: {}", run.err);
        assert!(!run.out.is_empty(), "{command}: the rest goes on");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf8() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), SOUND).unwrap();
    fs::write(folder.path().join(OsStr::from_bytes(b"Z\xfcrich.txt")), SOUND).unwrap();
    let run = run(&["check", "."], folder.path());
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("Z\\xfcrich.txt: the name is not UTF-8"), "{}", run.err);
    assert!(run.out.contains("read 1 article"), "{}", run.out);
}

#[test]
fn nothing_hostile_reaches_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let article =
        "Head\u{1b}[2J \u{9b}31m \u{202e}evil\u{2069}\nPublished: 30 Oct. 2025, 15:30\n“One\u{7},” he said.\n";
    fs::write(folder.path().join("a\u{1b}[31m\u{9b}.txt"), article).unwrap();
    fs::write(folder.path().join("a\u{1b}[31m\u{9b}.record.json"), "{ \"schema\": \"\u{9b}\u{202e}\" }").unwrap();
    let quotes = serde_json::json!([{ "start": 0, "end": article.len() }]);
    let gold = serde_json::json!({ "id": "\u{1b}[31m", "text": article, "quotes": quotes });
    fs::write(folder.path().join("gold.jsonl"), gold.to_string()).unwrap();
    let hostile = |text: &str| text.chars().any(|c| c != '\n' && (c.is_control() || "\u{202e}\u{2069}".contains(c)));
    for arguments in [
        &["check", "."][..],
        &["check", ".", "--format", "json"],
        &["show", "."],
        &["read", ".", "--to", "jsonl", "--text"],
        &["read", ".", "--to", "attributions"],
        &["read", ".", "--text"],
        &["accept", "."],
        &["accept", "--reviewed", "."],
        &["check", "\u{1b}[31m"],
        &["explain", "\u{1b}[31m"],
        &["score", "gold.jsonl", "--errors", "9"],
        &["score", "gold.jsonl", "--errors", "9", "--format", "json"],
        &["score", "\u{1b}[31m"],
    ] {
        let run = run_with(arguments, folder.path(), b"");
        assert!(!hostile(&run.out), "{arguments:?}: {:?}", run.out);
        assert!(!hostile(&run.err), "{arguments:?}: {:?}", run.err);
    }
}
