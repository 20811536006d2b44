//! The command from end to end.

use std::{
    fs,
    io::{Read, Write},
    path::Path,
    process::{Command, Stdio},
};

use rapporteur_corpus::{document::Document, reading, record_file};
use rapporteur_model::Record;
use serde_json::Value;

use crate::support::{rapporteur, root, run, run_with};

const SEED: &str = "seeds/000_44616b36b33d74b3.txt";
const ARTICLE: &str = "Leaders meet\nPublished: 30 Oct. 2025, 15:30\n“We agree,” President Ada Okoro said.\n";

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn one_article_is_read_into_one_printed_record() {
    let read = run(&["read", SEED], root());
    assert_eq!((read.code, read.err.as_str()), (Some(0), ""));
    let text = fs::read_to_string(root().join(SEED)).unwrap();
    let record = reading::read(&Document::parse(&text), "000_44616b36b33d74b3").record;
    assert_eq!(read.out, record_file::print(&record));
    let with_text = run(&["read", SEED, "--text"], root());
    assert_eq!(record_file::parse(with_text.out.as_bytes()).unwrap().record.text, Some(text));
}

#[test]
fn several_articles_want_lines() {
    let folder = folder_with(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let refused = run(&["read", "."], folder.path());
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("--to jsonl"), "{}", refused.err);
    let read = run(&["read", ".", "--to", "jsonl"], folder.path());
    let ids: Vec<Value> = lines(&read.out).into_iter().map(|line| line["id"].clone()).collect();
    assert_eq!((read.code, ids), (Some(0), vec!["a".into(), "b".into()]));
}

#[test]
fn lines_in_are_lines_out_in_the_same_order() {
    let article =
        |id: usize| serde_json::json!({ "id": id.to_string(), "text": format!("{ARTICLE}{id}\n") }).to_string();
    let mut input: Vec<String> = (0..300).map(article).collect();
    input.insert(150, "{\"id\": \"bad\"}".to_owned());
    let read = run_with(&["read", "--from", "jsonl", "--text", "-"], root(), input.join("\n").as_bytes());
    let read_lines = lines(&read.out);
    assert_eq!((read.code, read_lines.len()), (Some(1), 301));
    for (line, input) in read_lines.iter().zip(&input) {
        let input: Value = serde_json::from_str(input).unwrap();
        assert_eq!(line["id"], input["id"]);
        assert_eq!(line["text"], input["text"], "the text comes out as it went in, and not at all with an error");
        assert_eq!(line.get("error").is_some(), input.get("text").is_none());
    }
    let record: Record = serde_json::from_value(read_lines[7].clone()).unwrap();
    assert_eq!(record.source, reading::source(record.text.as_deref().unwrap()));
}

#[test]
fn attributions_are_the_parts_of_the_statements() {
    let read = run(&["read", SEED, "--to", "attributions"], root());
    let line = &lines(&read.out)[0];
    let text = fs::read_to_string(root().join(SEED)).unwrap();
    let record = reading::read(&Document::parse(&text), "a").record;
    let parts: Vec<u64> =
        record.statements.iter().flat_map(|statement| &statement.parts).map(|part| part.span.start().into()).collect();
    let quotes = line["quotes"].as_array().unwrap();
    assert_eq!(quotes.iter().map(|quote| quote["start"].as_u64().unwrap()).collect::<Vec<_>>(), parts);
    for quote in quotes {
        let names: Vec<&String> = quote.as_object().unwrap().keys().collect();
        assert_eq!(names, ["start", "end", "type", "cue", "speaker", "group"]);
    }
}

/// Gold for the invented article: what is said in it, and something that is not.
fn gold() -> String {
    let span = |words: &str| {
        let start = ARTICLE.find(words).unwrap();
        serde_json::json!({ "start": start, "end": start + words.len() })
    };
    let quote = |words: &str, speaker: Value| {
        let mut quote = span(words);
        quote["type"] = "direct".into();
        quote["speaker"] = speaker;
        quote
    };
    let quotes = [quote("“We agree,”", span("President Ada Okoro")), quote("Leaders meet", Value::Null)];
    serde_json::json!({ "id": "a", "text": ARTICLE, "quotes": quotes }).to_string()
}

#[test]
fn reading_is_scored_against_gold() {
    let folder = folder_with(&[("gold.jsonl", &gold())]);
    let table = run(&["score", "gold.jsonl"], folder.path());
    assert_eq!((table.code, table.err.as_str()), (Some(0), ""));
    assert!(table.out.starts_with("gold.jsonl: 1 article, as read now\n"), "{}", table.out);
    let views: Vec<&str> = table.out.lines().skip(4).filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(views, rapporteur::score::View::NAMES);
    assert!(table.out.contains("\ndirect    1.0000  0.5000  0.6667    1.0000  0.5000  0.6667\n"), "{}", table.out);
    let errors = run(&["score", "gold.jsonl", "--view", "direct", "--errors", "3"], folder.path());
    assert!(
        errors.out.contains("errors in view direct: missed 1, spurious 0, boundary 0, speaker 0"),
        "{}",
        errors.out
    );
    assert!(errors.out.contains("missed in a\n  gold 0..12 direct: |Leaders meet|\n"), "{}", errors.out);
    let other = run(&["score", "gold.jsonl", "--errors", "3", "--kind", "speaker"], folder.path());
    assert!(!other.out.contains("missed in a"), "{}", other.out);
}

#[test]
fn attributions_score_as_what_they_are_printed_from() {
    let folder = folder_with(&[("gold.jsonl", &gold())]);
    let read = run(&["read", "--from", "jsonl", "--to", "attributions", "gold.jsonl"], folder.path());
    fs::write(folder.path().join("read.jsonl"), read.out).unwrap();
    let now = run(&["score", "gold.jsonl", "--format", "json"], folder.path());
    let given = run(&["score", "gold.jsonl", "--format", "json", "--pred", "read.jsonl"], folder.path());
    assert_eq!((&now.out, now.code), (&given.out, given.code));
    let lines = lines(&now.out);
    assert_eq!(lines.len(), 6);
    assert_eq!(
        lines[5]["overlap"],
        serde_json::json!({
            "P": 1.0, "R": 0.5, "F1": 2.0 / 3.0, "tp": 1, "pred": 1, "gold": 2
        })
    );
}

#[test]
fn gold_that_cannot_be_used_is_told_with_its_line() {
    let gold = gold();
    let (twice, bad) = (format!("{gold}\n{gold}\n"), format!("\n{}", gold.replace("\"end\":12", "\"end\":1200")));
    let folder = folder_with(&[("twice.jsonl", &twice), ("bad.jsonl", &bad), ("gold.jsonl", &gold)]);
    for (arguments, told) in [
        (&["score", "twice.jsonl"][..], "twice.jsonl: line 2: the id a stands in line 1 already"),
        (&["score", "bad.jsonl"], "bad.jsonl: line 2: quote 2 of a: 0..1200 leaves the text"),
        (&["score", "none.jsonl"], "none.jsonl: "),
        (&["score", "gold.jsonl", "--pred", "none.jsonl"], "none.jsonl: "),
        (&["score", "gold.jsonl", "--kind", "missed"], "--errors"),
        (&["score", "gold.jsonl", "--view", "loud"], "loud"),
    ] {
        let run = run(arguments, folder.path());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains(told), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn an_article_that_cannot_be_read_scores_as_nothing_read() {
    let read = "{\"id\":\"a\",\"error\":\"more than the limit\"}\n";
    let folder = folder_with(&[("gold.jsonl", &gold()), ("read.jsonl", read)]);
    let run = run(&["score", "gold.jsonl", "--pred", "read.jsonl"], folder.path());
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("a: more than the limit; scored as if nothing had been read"), "{}", run.err);
}

#[test]
fn checking_says_how_it_went_by_its_exit_code() {
    let folder = folder_with(&[("a.txt", ARTICLE)]);
    let check = |arguments: &[&str]| run(&[&["check", "a.txt"], arguments].concat(), folder.path());
    let sound = check(&[]);
    assert_eq!(sound.code, Some(0));
    assert!(sound.out.starts_with("read 1 article, 0 records, "), "{}", sound.out);
    let warned = check(&["--warn", "article-without-record"]);
    assert_eq!(warned.code, Some(0));
    assert!(warned.out.starts_with("warning[article-without-record]: "), "{}", warned.out);
    assert_eq!(check(&["--deny", "article-without-record"]).code, Some(1));
    let unknown = check(&["--deny", "article-without-recrd"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("did you mean `article-without-record`?"), "{}", unknown.err);
    assert_eq!(run(&["check"], folder.path()).code, Some(2), "a path is needed");
    assert_eq!(run(&["chek", "."], folder.path()).code, Some(2));
}

#[test]
fn standard_input_is_an_article() {
    let check = run_with(&["check", "-"], root(), b"Z\xfcrich");
    assert_eq!(check.code, Some(1));
    assert!(check.out.contains("<standard input>:1:2"), "{}", check.out);
    let read = run_with(&["read", "-"], root(), ARTICLE.as_bytes());
    assert_eq!(record_file::parse(read.out.as_bytes()).unwrap().record.id, "stdin");
    let accept = run_with(&["accept", "-"], root(), ARTICLE.as_bytes());
    assert_eq!(accept.code, Some(1));
}

#[test]
fn findings_come_in_the_same_order_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        fs::write(folder.path().join(format!("{number}.txt")), b"bad \xff").unwrap();
    }
    let report = |threads: &str| {
        let mut command = rapporteur();
        command.args(["check", ".", "--format", "json"]).env("RAYON_NUM_THREADS", threads).current_dir(folder.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert_eq!(report("1"), report("4"));
}

#[test]
fn a_machine_record_is_written_and_kept_up_to_date() {
    let folder = folder_with(&[("a.txt", ARTICLE)]);
    let record = folder.path().join("a.record.json");
    let accept = || run(&["accept", "."], folder.path());
    assert!(accept().out.starts_with("wrote ./a.record.json\nwrote 1 record; "));
    let written = fs::read_to_string(&record).unwrap();
    assert!(accept().out.starts_with("wrote 0 records; 1 unchanged"));
    assert_eq!(run(&["check", ".", "--deny", "article-without-record"], folder.path()).code, Some(0));

    fs::write(folder.path().join("a.txt"), format!("{ARTICLE}More.\n")).unwrap();
    assert_eq!(run(&["check", "."], folder.path()).code, Some(1), "the record belongs to the text as it was");
    let nobody = accept();
    assert_eq!(nobody.code, Some(2), "{}{}", nobody.out, nobody.err);
    assert!(nobody.err.contains("`--yes` writes such records"), "{}", nobody.err);
    assert_eq!(fs::read_to_string(&record).unwrap(), written);
    assert!(run(&["accept", "--yes", "."], folder.path()).out.starts_with("wrote ./a.record.json\n"));
    assert_ne!(fs::read_to_string(&record).unwrap(), written);
    assert_eq!(run(&["check", "."], folder.path()).code, Some(0));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
}

#[test]
fn a_record_with_members_nobody_knows_is_not_written_over() {
    let folder = folder_with(&[("a.txt", ARTICLE)]);
    let record = folder.path().join("a.record.json");
    run(&["accept", "."], folder.path());
    let edited = fs::read_to_string(&record).unwrap().replacen('{', "{\n  \"note\": 1,", 1);
    fs::write(&record, &edited).unwrap();
    let accept = run(&["accept", "."], folder.path());
    assert_eq!(accept.code, Some(1));
    assert!(accept.out.contains("error[unknown-member]"), "{}", accept.out);
    assert_eq!(fs::read_to_string(&record).unwrap(), edited);
}

#[test]
fn a_reviewed_record_is_completed_sealed_and_then_left_alone() {
    let draft = r#"{ "schema": "rapporteur.record/1", "id": "a", "review": "reviewed", "people": [
        { "id": "p1", "name": { "value": "Ada Okoro", "text": "Ada Okoro", "basis": "stated" },
          "mentions": [{ "text": "President Ada Okoro" }], "offices": [] } ] }"#;
    let folder = folder_with(&[("a.txt", ARTICLE), ("a.record.json", draft)]);
    let record = folder.path().join("a.record.json");
    assert_eq!(run(&["check", "."], folder.path()).code, Some(1), "a draft is no record");
    let accept = run(&["accept", "--reviewed", "a.record.json"], folder.path());
    assert_eq!(accept.code, Some(0), "{}{}", accept.out, accept.err);
    let sealed = fs::read_to_string(&record).unwrap();
    let read = record_file::parse(sealed.as_bytes()).unwrap().record;
    assert_eq!(read.people[0].mentions[0].span.slice(ARTICLE), Some("President Ada Okoro"));
    assert_eq!(read.seal, Some(record_file::seal(&read)));
    assert_eq!(run(&["check", "."], folder.path()).code, Some(0));

    assert!(run(&["accept", "."], folder.path()).out.contains("1 left alone"));
    assert!(run(&["accept", "--reviewed", "."], folder.path()).out.contains("1 unchanged"));
    assert_eq!(fs::read_to_string(&record).unwrap(), sealed);

    fs::write(&record, sealed.replace("\"Ada Okoro\"", "\"Bo Okoro\"")).unwrap();
    assert_eq!(run(&["check", "."], folder.path()).code, Some(1), "no word changes unnoticed");
    let refused = run(&["accept", "--reviewed", "."], folder.path());
    assert_eq!(refused.code, Some(1));
    assert!(refused.out.contains("a.record.json:") && refused.out.contains("Bo Okoro"), "{}", refused.out);
}

#[test]
fn a_machine_record_is_reviewed_only_where_it_is_named() {
    let folder = folder_with(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    run(&["accept", "a.txt"], folder.path());
    let whole = run(&["accept", "--reviewed", "."], folder.path());
    assert!(whole.out.starts_with("wrote 0 records; 0 unchanged, 2 left alone, 0 refused"), "{}", whole.out);
    let named = run(&["accept", "--reviewed", "a.txt"], folder.path());
    assert!(named.out.starts_with("wrote a.record.json"), "{}", named.out);
    let without = run(&["accept", "--reviewed", "b.txt"], folder.path());
    assert_eq!(without.code, Some(1));
    assert!(without.out.contains("error[article-without-record]"), "{}", without.out);
}

#[test]
fn a_view_shows_the_article_and_its_record() {
    let folder = folder_with(&[("a.txt", ARTICLE)]);
    let show = run(&["show", "a.txt"], folder.path());
    assert_eq!(show.code, Some(0));
    assert!(show.out.starts_with("a.txt, as read now\n"), "{}", show.out);
    assert!(show.out.contains("“We agree,” President Ada Okoro said."), "{}", show.out);
    run(&["accept", "a.txt"], folder.path());
    let show = run(&["show", "a.record.json"], folder.path());
    assert!(show.out.starts_with("a.txt, with the reader's record a.record.json\n"), "{}", show.out);
}

#[test]
fn a_view_says_why_each_statement_was_read() {
    let article = "Published: 30 Oct. 2025\n\nPresident Ann Roy met the press in Rome.\n\n\
                   She said that the report works.\n";
    let folder = folder_with(&[("a.txt", article)]);
    let why = "\n    s1 indirect: She [p1] (resolved: pronoun-antecedent, “President Ann Roy”) said “the report works”\n       \
               cue      “said”, a verb with a subject of its own: say (that, direct, addressee_to, np, participle_ok, headline)\n       \
               content  after the cue; tried before: words in marks beside the cue; on both sides of the cue\n       \
               speaker  before the cue; “She” is p1 by pronoun-antecedent, from “President Ann Roy”\n       \
               passed   “report” at bytes 85..91, not read as a cue\n";
    let explained = run(&["show", "--explain", "a.txt"], folder.path());
    assert_eq!((explained.code, explained.err.as_str()), (Some(0), ""));
    assert!(explained.out.contains(why), "{}", explained.out);
    let plain = run(&["show", "a.txt"], folder.path());
    let without_reasons = |line: &&str| !line.starts_with("       ");
    let rest: Vec<&str> = explained.out.lines().filter(without_reasons).collect();
    assert_eq!(rest, plain.out.lines().filter(without_reasons).collect::<Vec<_>>());

    // A reviewer takes "that" into the words: this the reader does not read.
    let reviewed =
        run(&["read", "a.txt"], folder.path()).out.replace("\"the report works\"", "\"that the report works\"");
    let mut record: Value = serde_json::from_str(&reviewed).unwrap();
    let part = &mut record["statements"][0]["parts"][0];
    part["start"] = (part["start"].as_u64().unwrap() - 5).into();
    fs::write(folder.path().join("a.record.json"), record.to_string()).unwrap();
    let explained = run(&["show", "--explain", "a.txt"], folder.path());
    assert!(explained.out.contains("\n       the reader does not read this now\n"), "{}", explained.out);
    assert!(!explained.out.contains("\n       cue "), "{}", explained.out);
}

#[test]
fn a_rule_is_explained_by_name_and_by_code() {
    let by_name = run(&["explain", "not-utf8"], root());
    assert_eq!(by_name.code, Some(0));
    let code = by_name.out.split(['(', ')']).nth(1).unwrap();
    assert_eq!(run(&["explain", code], root()).out, by_name.out);
    let unknown = run(&["explain", "not-utf9"], root());
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("did you mean `not-utf8`?"), "{}", unknown.err);
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), b"\xff").unwrap();
    let out = |variables: &[(&str, &str)]| {
        let mut command = rapporteur();
        command.args(["check", "."]).current_dir(folder.path()).envs(variables.iter().copied());
        command.output().unwrap().stdout
    };
    assert!(!out(&[]).contains(&0x1b), "none into a pipe");
    assert!(out(&[("CLICOLOR_FORCE", "1")]).contains(&0x1b), "where they are forced");
    assert!(!out(&[("NO_COLOR", "1"), ("CLICOLOR", "1")]).contains(&0x1b));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let lines = "{\"id\": \"a\", \"text\": \"One.\"}\n".repeat(20_000);
    let mut command = rapporteur();
    command.args(["read", "--from", "jsonl", "-"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).ok());
    let mut first = [0; 20];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(output.status.code(), Some(141));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_no_half_written_file() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..2_000 {
        fs::write(folder.path().join(format!("{number}.txt")), ARTICLE).unwrap();
    }
    let mut command = rapporteur();
    let mut child = command.args(["accept", "."]).current_dir(folder.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 20]).unwrap();
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    stdout.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let mut records = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "json") {
            record_file::parse(&fs::read(&path).unwrap()).unwrap();
            records += 1;
        } else {
            assert!(path.extension().is_some_and(|end| end == "txt"), "{} is left", path.display());
        }
    }
    assert!(0 < records && records < 2_000, "{records} records");
}

#[test]
fn the_help_names_every_command() {
    let help = run(&["--help"], Path::new("."));
    for command in ["read", "check", "accept", "show", "explain", "diff", "init", "completions", "man"] {
        assert!(help.out.contains(&format!("  {command} ")), "{}", help.out);
        assert_eq!(run(&[command, "--help"], Path::new(".")).code, Some(0));
    }
}
