//! Text that means harm: characters that a terminal would obey, JSON that is deep, endless or doubled, and shapes that a
//! careless scan would take for ever over.

use std::{fs, path::Path, process::Command};

use proptest::{collection::vec, prelude::*, sample::select};
use rapporteur::diff;
use rapporteur_corpus::{
    checking::{Abstract, Input, Level, Levels, Subject, across, check},
    document::{Document, Limits},
    reading, record_file,
};
use serde_json::Value;

use crate::support::{cases, rapporteur, run, run_with};

/// Characters and sequences that a terminal obeys, or that show words in another order than they stand.
const HARMFUL: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\",
    "\u{1b}P1$q\u{1b}\\",
    "\u{1b}c",
    "\u{7}",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "\u{e}",
    "\u{7f}",
    "\u{85}",
    "\u{90}",
    "\u{9b}31m",
    "\u{9c}",
    "\u{9d}0;x\u{9c}",
    "\u{61c}",
    "\u{200e}",
    "\u{200f}",
    "\u{2028}",
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "::error::x",
    "%0A",
    "`",
    "|",
    "<b>",
    "a",
    "é",
];

/// What of an output a terminal would obey.
fn harm(output: &str) -> Option<char> {
    let is_harmful = |character: char| {
        (character.is_control() && character != '\n')
            || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    output.chars().find(|character| is_harmful(*character))
}

fn harmful() -> impl Strategy<Value = String> {
    vec(select(HARMFUL), 1..5).prop_map(|pieces| pieces.concat())
}

/// An article with words of somebody else in all of its parts.
fn article(evil: &str) -> String {
    let plain = evil.replace(['\u{2028}', '\u{85}', '\u{b}', '\u{c}'], "");
    format!(
        " date 2025-10-41{evil} \nLeaders {plain} meet\nPublished: 30 Oct. 2025, 25:30\n\nSEOUL{plain}, Oct. 30 -- President Ada \
         {plain}Okoro of Kenya met Prime Minister Bo Lund{plain} of Norway at the {plain}Hall in Oslo on Thursday.\n\n\
         “We agree{plain},” President Ada {plain}Okoro said{plain}. She said that {evil} nearly 400 {plain}boats came.\n\n\
         “An open {evil} mark.\nQ{evil}: Why?\n"
    )
}

/// The record of an article, in which values have become somebody else's words, by chance.
fn record(id: &str, text: &str, evil: &str, chances: &[u8]) -> String {
    let record = reading::read(&Document::parse(text), id).record;
    let mut tree: Value = serde_json::from_str(&record_file::print(&record)).unwrap();
    let mut chances = chances.iter().cycle();
    spoil(&mut tree, evil, &mut || chances.next().is_some_and(|chance| *chance == 0));
    serde_json::to_string_pretty(&tree).unwrap()
}

fn spoil(tree: &mut Value, evil: &str, is_chosen: &mut dyn FnMut() -> bool) {
    match tree {
        Value::String(words) if is_chosen() => *words = format!("{words}{evil}"),
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, evil, is_chosen)),
        Value::Object(members) => {
            members
                .iter_mut()
                .filter(|(name, _)| *name != "schema")
                .for_each(|(_, member)| spoil(member, evil, is_chosen));
            if is_chosen() {
                members.insert(evil.to_owned(), evil.into());
            }
        }
        _ => {}
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ada").env(format!("GIT_{who}_EMAIL"), "ada@example.org");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Each case starts the command some fifty times.
fn few() -> ProptestConfig {
    let all = cases();
    ProptestConfig { cases: (all.cases / 16).max(1), ..all }
}

#[cfg(unix)]
proptest! {
    #![proptest_config(few())]

    #[test]
    fn no_output_holds_what_a_terminal_obeys(
        evil in harmful(),
        name in harmful(),
        chances in vec(0_u8..6, 1..60),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let write = |name: &str, text: &str| fs::write(here.join(name), text).unwrap();
        // A slash would be another folder.
        let name = name.replace(['/', '\\'], "-");
        let text = article(&evil);
        git(here, &["init", "-q", "--initial-branch", "main"]);
        write(&format!("{name}.txt"), &text);
        prop_assert!(run(&["accept", "."], here).code.is_some());
        git(here, &["add", "--all"]);
        git(here, &["commit", "-q", "--message", "x"]);
        let record = record(&name, &text, &evil, &chances);
        write(&format!("{name}.record.json"), &record);
        write(&format!("{name}2.txt"), &text.replace("Ada", "Eve"));
        write(&format!("{name}3.txt"), &text);
        write("e.record.json", &format!("{{\"schema\": \"{}\"}}", evil.escape_unicode().to_string().replace(['{', '}'], "")));
        let quotes = serde_json::json!([{ "start": 0, "end": text.len(), "type": "direct" }]);
        let gold = |id: &str| serde_json::json!({ "id": id, "text": text, "quotes": quotes }).to_string();
        write("gold.jsonl", &gold(&evil));
        write("twice.jsonl", &format!("{}\n{}", gold(&evil), gold(&evil)));
        write("bad.jsonl", &format!("{{\"id\": \"{evil}\", \"text\": 1, \"{evil}\": 2}}\n{evil}\n"));
        write("pred.jsonl", &serde_json::json!({ "id": evil, "error": evil }).to_string());
        let toml = format!("{:?} = 1\n[rules]\n{evil:?} = {evil:?}\n[[paths]]\nglob = {evil:?}\n", format!("x{evil}"));
        let toml: String = toml.replace("\\u{", "\\u00").replace('}', "");
        write("evil.toml", &toml);
        write("raw.toml", &format!("corpora = '{evil}'\n[rules]\nx = '{evil}'\n{evil}\n"));
        write("known.json", &serde_json::json!({ "baseline": 1, "findings": [], evil.as_str(): 0 }).to_string());
        let stale = serde_json::json!({ "path": evil, "rule": evil, "words": evil, "fingerprint": evil, "count": 1 });
        write("stale.json", &serde_json::json!({ "baseline": 1, "findings": [stale] }).to_string());
        let (article, beside) = (format!("{name}.txt"), format!("{name}.record.json"));
        let long = format!("--{evil}");
        let runs: Vec<Vec<&str>> = vec![
            vec!["check", "."],
            vec!["check", "--format", "json", "."],
            vec!["check", "--format", "sarif", "."],
            vec!["check", "--format", "github", "."],
            vec!["check", "--format", "rdjson", "."],
            vec!["check", "--changed-since", "HEAD", "."],
            vec!["check", "--changed-since", &evil, "."],
            vec!["check", "--config", "evil.toml", "."],
            vec!["check", "--config", "raw.toml", "."],
            vec!["check", "--config", &evil, "."],
            vec!["check", "--baseline", "known.json", "."],
            vec!["check", "--baseline", "stale.json", "."],
            vec!["check", "--baseline", &evil, "."],
            vec!["check", "--stdin-path", &article],
            vec!["check", "--stdin-path", &beside],
            vec!["check", "--deny", &evil, "."],
            vec!["check", "--format", &evil, "."],
            vec!["check", "--limit-bytes", &evil, "."],
            vec!["check", "--limit-bytes", "30", "."],
            vec!["check", &evil],
            vec!["check", &long],
            vec![&evil],
            vec!["explain", &evil],
            vec!["completions", &evil],
            vec!["man", &evil],
            vec!["show", "."],
            vec!["show", "--explain", "--width", "20", "."],
            vec!["show", &evil],
            vec!["read", &article],
            vec!["read", "--text", &article],
            vec!["read", "--to", "jsonl", "--text", "."],
            vec!["read", "--to", "attributions", "."],
            vec!["read", "--limit-bytes", "30", &article],
            vec!["read", "--from", "jsonl", "gold.jsonl", "bad.jsonl", &evil],
            vec!["score", "gold.jsonl", "--errors", "9"],
            vec!["score", "gold.jsonl", "--errors", "9", "--format", "json"],
            vec!["score", "gold.jsonl", "--pred", "pred.jsonl"],
            vec!["score", "gold.jsonl", "--pred", &evil],
            vec!["score", "twice.jsonl"],
            vec!["score", "bad.jsonl"],
            vec!["score", &evil],
            vec!["score", ".", "--errors", "9"],
            vec!["diff"],
            vec!["diff", "--format", "markdown"],
            vec!["diff", &evil],
            vec!["diff", &beside, &beside],
            vec!["accept", "--dry-run", "."],
            vec!["accept", "--reviewed", &beside],
            vec!["accept", "--reviewed", "e.record.json"],
            vec!["accept", "--yes", "."],
            vec!["check", "--fix", "--unsafe-fixes", "."],
            vec!["check", "--write-baseline", "."],
            vec!["check", "."],
            vec!["init", &name],
            vec!["init", "."],
        ];
        for arguments in runs {
            let run = run_with(&arguments, here, text.as_bytes());
            for output in [&run.out, &run.err] {
                let context = harm(output).map(|found| {
                    let at = output.find(found).unwrap_or_default();
                    output[..at].chars().rev().take(80).collect::<String>().chars().rev().collect::<String>()
                });
                prop_assert_eq!(context, None, "after this came what a terminal obeys, of {:?}", arguments);
            }
            prop_assert!(matches!(run.code, Some(0..=2)), "{:?}: {:?}", arguments, run);
        }
        // Escaped, and still the same: the record gives the text back.
        let read = run(&["read", "--text", &article], here);
        let back = record_file::parse(read.out.as_bytes()).unwrap().record.text;
        prop_assert_eq!(back, Some(text));
        let baseline = fs::read_to_string(here.join(rapporteur::baseline::NAME)).unwrap();
        prop_assert_eq!(harm(&baseline), None);
    }
}

#[test]
fn colours_are_the_programs_own_and_no_article_adds_any() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a\u{1b}[35m.txt"), article("\u{1b}[35m\u{9b}36m")).unwrap();
    for arguments in
        [&["check", "."][..], &["show", "."], &["accept", "--dry-run", "."], &["check", "--format", "\u{1b}[35m"]]
    {
        let mut command = rapporteur();
        command.args(arguments).current_dir(folder.path()).env("CLICOLOR_FORCE", "1");
        let output = command.output().unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!text.contains("\u{1b}[35m") && !text.contains('\u{9b}'), "{arguments:?}: {text:?}");
        assert!(text.contains("\\u{1b}[35m"), "{arguments:?}: {text:?}");
    }
}

/// Records that are no records, by what is told of them, and where.
fn bad_records() -> Vec<(&'static str, String, &'static str, &'static str)> {
    let sound = record_file::print(&reading::read(&Document::parse("They met.\n"), "a").record);
    let with = |member: &str| sound.replacen("\"id\": \"a\"", member, 1);
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let digits = "9".repeat(10_000);
    let bytes = |number: &str| {
        let (before, rest) = sound.split_once("\"bytes\": ").unwrap();
        format!("{before}\"bytes\": {number}{}", &rest[rest.find(',').unwrap()..])
    };
    let unknown: Vec<String> = (0..100_000).map(|number| format!("\"x{number}\": {number}, ")).collect();
    let unknown = unknown.concat();
    vec![
        ("deep lists", deep("[", "]"), "record-not-json", "a.record.json:1:128"),
        ("deep lists without an end", "[".repeat(100_000), "record-not-json", "a.record.json:1:128"),
        ("deep objects", deep("{\"a\":", "}"), "record-not-json", "a.record.json:1:"),
        ("deep in a member", with(&format!("\"id\": {}", deep("[", "]"))), "record-not-json", "a.record.json:"),
        ("a number without bounds", bytes("1e999"), "record-not-json", "a.record.json:"),
        ("a number of many digits", bytes(&digits), "record-not-json", "a.record.json:"),
        ("a great number", bytes("1e308"), "wrong-record-shape", "a.record.json:"),
        ("a number below nothing", bytes("-1"), "wrong-record-shape", "a.record.json:"),
        ("a fraction of many digits", bytes(&format!("0.{digits}")), "wrong-record-shape", "a.record.json:"),
        ("a name given twice", with("\"id\": \"a\", \"id\": \"a\""), "wrong-record-shape", "a.record.json:"),
        ("half a pair", with("\"id\": \"\\ud800\""), "record-not-json", "a.record.json:"),
        ("the other half", with("\"id\": \"\\udc00x\""), "record-not-json", "a.record.json:"),
        ("a byte order mark", format!("\u{feff}{sound}"), "record-not-json", "a.record.json:1:1"),
        ("a NUL", with("\"id\": \"\0\""), "record-not-json", "a.record.json:"),
        ("a NUL behind", format!("{sound}\0"), "record-not-json", "a.record.json:"),
        ("a long id", with(&format!("\"id\": \"{}\"", "x".repeat(1_000_000))), "id-is-not-the-name", "a.record.json:"),
        (
            "a long name",
            with(&format!("\"{}\": 1, \"id\": \"a\"", "x".repeat(1_000_000))),
            "unknown-member",
            "a.record.json:",
        ),
        ("unknown members", with(&format!("{unknown}\"id\": \"a\"")), "unknown-member", "a.record.json:"),
        ("something behind", format!("{sound}{sound}"), "record-not-json", "a.record.json:"),
        ("nothing", String::new(), "record-not-json", "a.record.json"),
    ]
}

#[test]
fn records_that_mean_harm_are_told_with_their_place() {
    for (name, json, rule, place) in bad_records() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        fs::write(here.join("a.txt"), "They met.\n").unwrap();
        fs::write(here.join("a.record.json"), &json).unwrap();
        let check = run(&["check", "."], here);
        assert_eq!((check.code, check.err.as_str()), (Some(1), ""), "{name}: {}", brief(&check.out));
        assert!(check.out.contains(&format!("[{rule}]")) && check.out.contains(place), "{name}: {}", brief(&check.out));
        assert!(check.out.len() < 200_000, "{name}: {} bytes are printed", check.out.len());
        for arguments in [
            &["check", "--format", "json", "."][..],
            &["check", "--fix", "--unsafe-fixes", "."],
            &["accept", "--yes", "."],
            &["accept", "--reviewed", "a.record.json"],
            &["show", "."],
            &["diff", "a.record.json", "a.record.json"],
            &["score", "."],
        ] {
            let run = run(arguments, here);
            assert!(matches!(run.code, Some(0..=2)), "{name}, {arguments:?}: {:?} {}", run.code, brief(&run.err));
            assert!(!run.err.contains("panicked"), "{name}, {arguments:?}: {}", run.err);
        }
        // A line of articles, of gold and of predictions is as hostile.
        let line = json.replace('\n', " ");
        fs::write(here.join("lines.jsonl"), format!("{line}\n{{\"id\": \"b\", \"text\": \"They met.\"}}\n")).unwrap();
        let read = run(&["read", "--from", "jsonl", "lines.jsonl"], here);
        assert!(read.out.ends_with('\n') && read.out.contains("\"id\":\"b\""), "{name}: {}", brief(&read.out));
        assert!(name == "nothing" || read.out.contains("lines.jsonl, line 1: "), "{name}: {}", brief(&read.out));
        for arguments in [&["score", "lines.jsonl"][..], &["score", "lines.jsonl", "--pred", "lines.jsonl"]] {
            let run = run(arguments, here);
            assert!(matches!(run.code, Some(0..=2)) && run.err.len() < 10_000, "{name}: {}", brief(&run.err));
        }
    }
}

fn brief(text: &str) -> String {
    text.chars().take(1_500).collect()
}

/// Shapes for each stage at which a scan that begins anew at every word, line or mark would take minutes and hours: all
/// are a third of a megabyte, of which the square is a hundred thousand million.
#[test]
fn shapes_that_bait_a_scan_are_checked_to_the_end() {
    const BYTES: usize = 300_000;
    let shapes = [
        ("stamps", "Published: 30 Oct. 2025, 15:30\n"),
        ("datelines", "SEOUL, Oct. 30 (Yonhap) -- "),
        ("tags", "(2nd LD) "),
        ("tags a line", "(LEAD)\n"),
        ("furniture", "(END)\n"),
        ("blank lines", "\n"),
        ("carriage returns", "\r"),
        ("blanks", " "),
        ("open brackets", "( "),
        ("digits", "9"),
        ("separators", "1,"),
        ("points", "1."),
        ("hyphens", "a-"),
        ("ellipses", "…"),
        ("accents", "e\u{301}"),
        ("joiners", "👩\u{200d}"),
        ("one word", "A"),
        ("commas", ","),
        ("marks in marks", "“a ‘b "),
        ("marks that close", "“a ‘b \"c\" d’ e” "),
    ];
    for (name, shape) in shapes {
        let text = format!("Leaders meet\n\nPublished: 30 Oct. 2025\n\n{}\n", shape.repeat(BYTES / shape.len()));
        let record = reading::read(&Document::parse(&text), "a").record;
        let printed = record_file::print(&record);
        let article = Input::Bytes(text.as_bytes());
        let subject = Subject::new("a", article, Input::Bytes(printed.as_bytes()), Limits::default());
        let denied = check(&subject, &Levels::default()).into_iter().filter(|found| found.level == Level::Deny).count();
        assert_eq!(denied, 0, "{name}");
        let one = Abstract::of(&subject);
        assert_eq!(across(&[one.clone(), one], &Levels::default()).len(), 2, "{name}: the article stands there twice");
        assert_eq!(diff::compare(&record, &record).len(), 0, "{name}");
    }
}

#[test]
fn gold_of_spans_in_spans_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = "They met. ".repeat(10_000);
    let quotes = |most: usize| {
        let quotes =
            (0..most).map(|depth| serde_json::json!({ "start": depth, "end": text.len() - depth, "type": "direct" }));
        quotes.collect::<Vec<Value>>()
    };
    let gold = |most: usize| serde_json::json!({ "id": "a", "text": text, "quotes": quotes(most) }).to_string();
    fs::write(folder.path().join("gold.jsonl"), gold(10_000)).unwrap();
    let refused = run(&["score", "gold.jsonl"], folder.path());
    assert_eq!(refused.code, Some(2), "{}", brief(&refused.err));
    assert!(
        refused.err.contains("gold.jsonl: line 1: more than 200 spans of a lie over each other"),
        "{}",
        refused.err
    );
    fs::write(folder.path().join("gold.jsonl"), gold(2)).unwrap();
    fs::write(folder.path().join("pred.jsonl"), serde_json::json!({ "id": "a", "quotes": quotes(10_000) }).to_string())
        .unwrap();
    let refused = run(&["score", "gold.jsonl", "--pred", "pred.jsonl"], folder.path());
    assert!(refused.err.contains("pred.jsonl: line 1: more than 200 spans"), "{}", brief(&refused.err));
}
