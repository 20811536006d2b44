//! The command in daily use: configured, baselined, watched, and in git.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::support::{Run, at, rapporteur, run, run_with};

const OPEN: &str = "Harbour news\n\nThe door “is open.\n";

/// An article with one open mark, that is like no other of another word.
fn open(word: &str) -> String {
    format!("{word} here, {word} there\n\nNo {word} without {word}: one {word} “is {word}.\n")
}

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

/// Git, in a folder, as somebody whose settings are nobody's.
fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    let output = settled(command.args(arguments).current_dir(folder)).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn settled(command: &mut Command) -> &mut Command {
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").envs([
        ("GIT_AUTHOR_NAME", "Ada"),
        ("GIT_AUTHOR_EMAIL", "ada@example.org"),
        ("GIT_COMMITTER_NAME", "Ada"),
        ("GIT_COMMITTER_EMAIL", "ada@example.org"),
    ])
}

fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = folder_with(files);
    git(folder.path(), &["init", "-q", "--initial-branch", "main"]);
    commit(folder.path());
    folder
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "-q", "--message", "x"]);
}

/// Which articles a run found something in, by rule.
fn findings(run: &Run) -> Vec<String> {
    let report: Value =
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err));
    let finding = |finding: &Value| {
        format!("{} {}", finding["labels"][0]["file"].as_str().unwrap(), finding["rule"].as_str().unwrap())
    };
    report["findings"].as_array().unwrap().iter().map(finding).collect()
}

fn check(folder: &Path, arguments: &[&str]) -> Run {
    run(&[&["check", "--format", "json"], arguments].concat(), folder)
}

#[test]
fn a_folder_says_how_it_is_checked() {
    let folder = folder_with(&[
        (
            "rapporteur.toml",
            "corpora = ['news', 'old']\n[rules]\nunclosed-quotation = 'deny'\n[[paths]]\nglob = 'old/**'\nrules = { unclosed-quotation = 'allow' }\n",
        ),
        ("news/a.txt", &open("door")),
        ("old/b.txt", &open("gate")),
        ("other/c.txt", &open("lock")),
    ]);
    let here = folder.path();
    let plain = check(here, &[]);
    assert_eq!((plain.code, findings(&plain)), (Some(1), vec!["news/a.txt unclosed-quotation".to_owned()]));
    assert_eq!(check(&here.join("news"), &["a.txt"]).code, Some(1), "the file is found from below");
    let warned = check(here, &["--warn", "unclosed-quotation"]);
    assert_eq!((warned.code, findings(&warned).len()), (Some(0), 2), "the command line is stronger than both");
    assert_eq!(check(here, &["--no-config", "news"]).code, Some(0));
    assert_eq!(check(here, &["--no-config"]).code, Some(2));
    write(here, "other/lax.toml", "[rules]\nunclosed-quotation = 'allow'\n");
    assert_eq!(findings(&check(here, &["--config", "other/lax.toml", "news"])), [""; 0]);
    write(here, "other/rapporteur.toml", "");
    let nearest = check(here, &["news", "other"]);
    assert_eq!((nearest.code, findings(&nearest).len()), (Some(1), 2));
}

#[test]
fn a_configuration_that_cannot_be_used_is_shown_with_its_place() {
    let folder = folder_with(&[("rapporteur.toml", "# ours\n[rules]\nunclosd-quotation = 'deny'\n"), ("a.txt", OPEN)]);
    for command in ["check", "accept", "read", "show"] {
        let refused = run(&[command, "a.txt"], folder.path());
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{command}");
        assert!(
            refused.err.starts_with("error: no rule is called `unclosd-quotation`\n --> rapporteur.toml:3:1\n"),
            "{}",
            refused.err
        );
        assert!(refused.err.contains("did you mean `unclosed-quotation`?"), "{}", refused.err);
    }
    assert_eq!(run(&["check", "--no-config", "a.txt"], folder.path()).code, Some(0));
    assert_eq!(run(&["check", "--config", "none.toml", "a.txt"], folder.path()).code, Some(2));
}

#[test]
fn a_limit_of_the_configuration_holds_for_all_commands() {
    let folder = folder_with(&[("rapporteur.toml", "[limits]\narticle-bytes = 10\n"), ("a.txt", OPEN)]);
    for command in ["check", "accept", "read", "show"] {
        assert_eq!(run(&[command, "a.txt"], folder.path()).code, Some(1), "{command}");
        assert_eq!(run(&[command, ".", "--limit-bytes", "1000"], folder.path()).code, Some(0), "{command}");
    }
}

#[test]
fn known_findings_do_not_fail_and_new_ones_do() {
    let folder =
        folder_with(&[("rapporteur.toml", "corpora = ['.']\n[rules]\nunclosed-quotation = 'deny'\n"), ("a.txt", OPEN)]);
    let here = folder.path();
    assert_eq!(run(&["check"], here).code, Some(1));
    let written = run(&["check", "--write-baseline"], here);
    assert_eq!(written.code, Some(0), "{}{}", written.out, written.err);
    assert!(written.out.contains("found 0 errors, 0 warnings, 1 known; took"), "{}", written.out);
    assert!(written.err.contains("with 1 finding: 1 new, 0 taken out"), "{}", written.err);
    let baseline = || fs::read_to_string(here.join("rapporteur-baseline.json")).unwrap();
    let line = "\n{\"path\":\"a.txt\",\"rule\":\"unclosed-quotation\",\"words\":\"“is open.\",";
    assert!(baseline().contains(line), "{}", baseline());
    assert_eq!(check(here, &[]).code, Some(0));
    assert_eq!(check(here, &["--no-baseline"]).code, Some(1));

    // What stands above it moves, and it is still known; what is new is not, be it the same in another file.
    write(here, "a.txt", &OPEN.replace("The", "It rained. No boat went out.\n\nThe"));
    assert_eq!(check(here, &[]).code, Some(0));
    write(here, "b.txt", OPEN);
    let new = check(here, &[]);
    assert_eq!((new.code, findings(&new)), (Some(1), vec!["./b.txt unclosed-quotation".to_owned()]));
    write(here, "a.txt", &format!("{OPEN}\nThe gate “is shut.\n"));
    assert_eq!(findings(&check(here, &["a.txt"])), ["a.txt unclosed-quotation"]);

    // Where a rule does not run, or a file is not looked at, nothing is said of what is known.
    run(&["check", "--write-baseline"], here);
    assert_eq!(baseline().lines().count(), 5, "{}", baseline());
    let before = baseline();
    run(&["check", "--write-baseline", "--allow", "unclosed-quotation"], here);
    run(&["check", "--write-baseline", "b.txt"], here);
    assert_eq!(baseline(), before);
    assert_eq!(check(here, &["--allow", "unclosed-quotation"]).err, "");

    write(here, "a.txt", "Harbour news\n");
    fs::remove_file(here.join("b.txt")).unwrap();
    let stale = check(here, &[]);
    assert_eq!(stale.code, Some(0));
    assert!(
        stale.err.contains("note: 3 known findings of ") && stale.err.contains("are found no more"),
        "{}",
        stale.err
    );
    run(&["check", "--write-baseline"], here);
    assert_eq!(baseline(), "{\"baseline\": 1, \"findings\": [\n]}\n");

    write(here, "rapporteur-baseline.json", "[]");
    let refused = run(&["check"], here);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.err.contains("rapporteur-baseline.json:1:2: this is no baseline: it must be an object; mend that"),
        "{}",
        refused.err
    );
}

#[test]
fn findings_in_records_are_known_whatever_their_offsets() {
    let article = "Leaders meet\n\nPublished: 30 Oct. 2025\n\n“We agree,” President Ada Okoro said.\n";
    let folder = folder_with(&[("a.txt", article)]);
    let here = folder.path();
    run(&["accept", "."], here);
    let record = fs::read_to_string(here.join("a.record.json")).unwrap();
    let broken = record.replace("\"We agree\"", "\"x\"").replace("President Ada Okoro", "President Ada Okora");
    write(here, "a.record.json", &broken);
    assert_eq!(check(here, &["."]).code, Some(1));
    run(&["check", ".", "--write-baseline"], here);
    assert_eq!(check(here, &["."]).code, Some(0));
    write(here, "a.record.json", &broken.replace("Ada Okora", "Ada Okorb"));
    assert_eq!(check(here, &["."]).code, Some(1), "other words are another finding");
}

#[test]
fn only_what_has_changed_is_checked() {
    let odd = "ñ “odd\n”.txt";
    let folder = repository(&[
        ("a.txt", &open("door")),
        ("b.txt", &open("gate")),
        ("sub/c.txt", &open("lock")),
        (odd, &open("ferry")),
    ]);
    let here = folder.path();
    let changed = |arguments: &[&str]| {
        let plain = |file: String| file.trim_start_matches("./").replace(" unclosed-quotation", "");
        findings(&check(here, arguments)).into_iter().map(plain).collect::<Vec<_>>()
    };
    assert_eq!(changed(&["--changed-since", "HEAD", "."]), [""; 0]);
    write(here, "b.txt", &format!("{}More.\n", open("gate")));
    write(here, odd, &format!("{}More.\n", open("ferry")));
    write(here, "sub/d.txt", &open("pier"));
    assert_eq!(changed(&["--changed-since", "HEAD", "."]), ["b.txt", "sub/d.txt", odd]);
    assert_eq!(changed(&["--changed-since", "main", "sub"]), ["sub/d.txt"]);
    git(here, &["checkout", "-q", "--", "."]);
    run(&["accept", "sub/c.txt"], here);
    assert_eq!(changed(&["--changed-since", "HEAD", "sub/c.txt", "a.txt"]), ["sub/c.txt"]);

    for (revision, folder, told) in [
        ("nowhere", here, "git knows no revision `nowhere`"),
        ("--output=x", here, "git knows no revision `--output=x`"),
        ("HEAD", tempfile::tempdir().unwrap().path(), "lies in no git repository"),
    ] {
        let refused = run(&["check", &format!("--changed-since={revision}"), "."], folder);
        assert_eq!(refused.code, Some(2), "{revision}");
        assert!(refused.err.contains(told), "{}", refused.err);
    }
}

#[test]
fn an_editor_asks_about_what_is_not_saved_yet() {
    let folder = folder_with(&[
        ("news/rapporteur.toml", "[rules]\nunclosed-quotation = 'deny'\n"),
        ("news/a.txt", "Harbour news\n"),
    ]);
    let here = folder.path();
    run(&["accept", "news"], here);
    let asked = run_with(&["check", "--format", "json", "--stdin-path", "news/a.txt"], here, OPEN.as_bytes());
    assert_eq!(findings(&asked), ["news/a.txt unclosed-quotation", "news/a.record.json source-mismatch"]);
    assert_eq!(asked.code, Some(1));
    let new = run_with(&["check", "--stdin-path", "news/new.txt"], here, b"Harbour news\n");
    assert_eq!(new.code, Some(0), "{}", new.out);
    assert_eq!(run_with(&["check", "--stdin-path", "a.record.json"], here, b"").code, Some(2));
    assert_eq!(run_with(&["check", "--stdin-path", "a.txt", "news"], here, b"").code, Some(2));
}

#[cfg(unix)]
#[test]
fn a_watch_ends_with_ctrl_c_and_leaves_nothing() {
    let said = |speaker: &str| format!("News\n\n“We will build a road to the coast,” President {speaker} said.\n");
    let folder = folder_with(&[("a.txt", "Harbour news\n"), ("b.txt", &said("Ann Roy"))]);
    let mut command = rapporteur();
    command.args(["check", "--watch", "."]).current_dir(folder.path());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut seen = String::new();
    let mut read_until = |wanted: &str| {
        let mut byte = [0];
        let mut bytes = seen.clone().into_bytes();
        while !String::from_utf8_lossy(&bytes).contains(wanted) {
            assert_eq!(stdout.read(&mut byte).unwrap(), 1, "it ended: {seen}");
            bytes.push(byte[0]);
        }
        seen = String::from_utf8_lossy(&bytes).into_owned();
    };
    read_until(" s\n");
    write(folder.path(), "a.txt", OPEN);
    read_until("warning[unclosed-quotation]");
    // What changes is compared with what does not.
    write(folder.path(), "a.txt", &said("Tom Reed"));
    read_until("warning[quotation-of-two-speakers]");
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    stdout.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(seen.contains("── again: ./a.txt ──"), "{seen}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_check_remembers_in_what_it_found_nothing() {
    let articles: Vec<String> = (0..40).map(|number| format!("news/a{number}.txt")).collect();
    let texts: Vec<String> = (0..40).map(|number| format!("It rained on {number} days\n")).collect();
    let mut files: Vec<(&str, &str)> =
        articles.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    files.push(("rapporteur.toml", "corpora = ['news']\ncache = 'seen/known'\n"));
    let folder = folder_with(&files);
    let here = folder.path();
    let without = run(&["check"], here);
    assert!(without.err.contains("note: the cache "), "{}", without.err);
    fs::create_dir(here.join("seen")).unwrap();
    let written = |arguments: &[&str]| {
        let checked = run(arguments, here);
        assert_eq!((checked.code, checked.err.as_str()), (Some(0), ""), "{arguments:?}");
        assert_eq!(checked.out.split("; took").next(), without.out.split("; took").next(), "{arguments:?}");
        let known = [here.join("seen/known"), here.join("other")].map(|file| file.exists());
        let _ = fs::remove_file(here.join("other"));
        known
    };
    assert_eq!(written(&["check", "--no-cache"]), [false, false]);
    assert_eq!(written(&["check", "--cache", "other"]), [false, true]);
    assert_eq!(written(&["check"]), [true, false]);
    assert_eq!(written(&["check"]), [true, false]);
    let refused = |arguments: &[&str], told: &str| {
        let refused = run(arguments, here);
        assert!(refused.code == Some(2) && refused.err.contains(told), "{arguments:?}: {}", refused.err);
    };
    refused(&["check", "--cache", "news/a7.txt"], "news/a7.txt: this is the name of an article or a record");
    refused(
        &["check", "--cache", "known.json", "--baseline", "./known.json", "--write-baseline"],
        "cannot be the baseline too",
    );
    write(here, "notes", "Mine.\n");
    refused(&["check", "--cache", "notes"], "notes: this is no cache, and is left as it is");
    assert_eq!(fs::read_to_string(here.join("notes")).unwrap(), "Mine.\n");
    write(here, "news/a7.txt", OPEN);
    assert!(run(&["check"], here).out.contains("warning[unclosed-quotation]"));
}

const SUMMIT: &str = "Leaders meet\n\nPublished: 30 Oct. 2025, 15:30\n\nPresident Ada Okoro of Kenya met Prime Minister Bo \
    Lund of Norway in Oslo on Thursday.\n\n“The harbour opens in May,” Okoro said.\n";

/// A repository of two articles and their records, of which the first has since been accepted with other words.
fn changed_records() -> tempfile::TempDir {
    let folder = repository(&[("news/a.txt", SUMMIT), ("news/b.txt", OPEN), ("c.txt", OPEN)]);
    let here = folder.path();
    run(&["accept", "."], here);
    commit(here);
    write(here, "news/a.txt", &SUMMIT.replace("on Thursday", "on Wednesday").replace("Okoro said", "Lund said"));
    assert_eq!(run(&["accept", "--yes", "."], here).code, Some(0));
    folder
}

#[test]
fn what_records_say_differently_is_told_as_people_read_it() {
    let folder = changed_records();
    let here = folder.path();
    let told = run(&["diff"], here);
    assert_eq!((told.code, told.err.as_str()), (Some(0), ""));
    assert!(told.out.starts_with("news/a.record.json\n  article: text "), "{}", told.out);
    assert!(told.out.contains("\n  summit 1: begins 2025-10-30 -> 2025-10-29\n"), "{}", told.out);
    assert!(told.out.contains("\n  statement 1: speaker Okoro [Ada Okoro] -> Lund [Bo Lund]\n"), "{}", told.out);
    assert!(told.out.ends_with("\n1 record changed, 0 added, 0 removed\n"), "{}", told.out);
    for arguments in
        [&["diff", "HEAD"][..], &["diff", "news"], &["diff", "HEAD", "news"], &["diff", "news/a.record.json"]]
    {
        assert_eq!(run(arguments, here).out, told.out, "{arguments:?}");
    }
    assert_eq!(run(&["diff", "--exit-code"], here).code, Some(1));
    commit(here);
    assert_eq!(run(&["diff", "HEAD~1", "HEAD"], here).out, told.out);
    assert_eq!(run(&["diff", "--exit-code"], here).code, Some(0));
    assert_eq!(run(&["diff"], here).out, "no record differs\n");
    let back = run(&["diff", "HEAD", "HEAD~1"], here);
    assert!(back.out.contains("\n  summit 1: begins 2025-10-29 -> 2025-10-30\n"), "{}", back.out);
    let inside = run(&["diff", "HEAD~1"], &here.join("news"));
    assert!(inside.out.starts_with("a.record.json\n"), "{}", inside.out);
}

#[test]
fn records_come_and_go() {
    let folder = changed_records();
    let here = folder.path();
    commit(here);
    fs::remove_file(here.join("c.record.json")).unwrap();
    write(here, "news/d.txt", SUMMIT);
    run(&["accept", "news"], here);
    write(here, "news/b.record.json", "{");
    let told = run(&["diff"], here).out;
    assert!(told.contains("c.record.json\n  gone: machine, 0 people, 0 summits, 0 statements\n"), "{told}");
    assert!(told.contains("news/b.record.json\n  the new record is none: "), "{told}");
    assert!(told.contains("news/d.record.json\n  new: machine, 2 people, 1 summit, 1 statement\n"), "{told}");
    assert!(told.ends_with("\n1 record changed, 1 added, 1 removed\n"), "{told}");
}

#[test]
fn folders_and_records_are_compared_without_git() {
    let folder = folder_with(&[("old/a.txt", SUMMIT), ("new/a.txt", &SUMMIT.replace("Thursday", "Wednesday"))]);
    let here = folder.path();
    run(&["accept", "."], here);
    let told = run(&["diff", "old", "new"], here);
    assert!(
        told.out.starts_with("a.record.json\n") && told.out.contains("  summit 1: begins 2025-10-30 -> 2025-10-29\n"),
        "{}",
        told.out
    );
    let records = run(&["diff", "old/a.record.json", "new/a.record.json"], here);
    assert!(records.out.starts_with("new/a.record.json\n  article: text "), "{}", records.out);
    for (arguments, told) in [
        (&["diff", "old", "nowhere"][..], "`nowhere` is no folder and no record that is there"),
        (&["diff", "old", "new/a.record.json"], "give two folders or two records"),
        (&["diff", "old/a.txt", "new/a.record.json"], "`old/a.txt` is no record"),
        (&["diff"], "git knows no revision `HEAD`"),
    ] {
        let refused = run(arguments, here);
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(refused.err.contains(told), "{}", refused.err);
    }
}

#[test]
fn a_name_that_is_a_path_and_a_revision_is_asked_back() {
    let folder = changed_records();
    git(folder.path(), &["branch", "news"]);
    let refused = run(&["diff", "news"], folder.path());
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("write `./news` for the path"), "{}", refused.err);
    assert_eq!(run(&["diff", "./news"], folder.path()).code, Some(0));
    assert_eq!(run(&["diff", "refs/heads/news"], folder.path()).code, Some(0));
}

#[test]
fn a_comment_holds_no_words_that_markdown_would_read() {
    let folder = repository(&[("a.txt", SUMMIT)]);
    let here = folder.path();
    run(&["accept", "."], here);
    commit(here);
    write(here, "a.txt", &SUMMIT.replace("The harbour opens in May,", "The harbour opens `@all` <b>#1</b> in June,"));
    run(&["accept", "--yes", "."], here);
    let comment = run(&["diff", "--format", "markdown"], here).out;
    assert!(comment.starts_with("#### `a.record.json`\n\n- **article**: text `"), "{comment}");
    let line = "\n- **statement 1**: words `“The harbour opens in May,”` → ``“The harbour opens `@all` <b>#1</b> in June,”``\n";
    assert!(comment.contains(line), "{comment}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = folder_with(&[("a.txt", SUMMIT)]);
    let here = folder.path();
    let dry = run(&["accept", "--dry-run", "."], here);
    assert_eq!(dry.code, Some(0));
    assert!(
        dry.out.starts_with(
            "would write ./a.record.json\n  new: machine, 2 people, 1 summit, 1 statement\nwould write 1 record; "
        ),
        "{}",
        dry.out
    );
    assert_eq!(fs::read_dir(here).unwrap().count(), 1);
    run(&["accept", "."], here);
    write(here, "a.txt", &SUMMIT.replace("Thursday", "Wednesday"));
    write(here, "b.txt", SUMMIT);
    let held = run(&["accept", "."], here);
    assert_eq!(held.code, Some(2));
    assert!(held.out.contains("./a.record.json would say something else\n"), "{}", held.out);
    assert!(held.out.contains("\nwrote ./b.record.json\n"), "new records are written all the same: {}", held.out);
    assert!(
        held.err.contains("an existing record would say something else and nobody is there to be asked"),
        "{}",
        held.err
    );
}

#[test]
fn all_rules_are_listed() {
    let list = run(&["explain"], Path::new("."));
    assert_eq!(list.code, Some(0));
    for rule in rapporteur_corpus::checking::rules() {
        assert!(list.out.contains(&format!("{}  ", rule.code)) && list.out.contains(rule.summary), "{}", rule.name);
    }
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let completions = run(&["completions", shell], folder.path());
        assert_eq!(completions.code, Some(0));
        assert!(completions.out.contains("changed-since"), "{shell}");
    }
    assert_eq!(run(&["man", "."], folder.path()).code, Some(0));
    let page = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(page("rapporteur.1").contains("rapporteur\\-diff(1)"), "{}", page("rapporteur.1"));
    assert!(page("rapporteur-check.1").contains("changed\\-since"));
    assert_eq!(run(&["man", "nowhere"], folder.path()).code, Some(2));
}

/// The commands of the blocks that come after the README's remark that a test runs them.
fn walk() -> [Vec<String>; 2] {
    let page = fs::read_to_string(at("README.md")).unwrap();
    let (_, rest) = page.split_once("<!-- A test runs these two blocks").unwrap();
    let mut blocks = rest.split("```sh\n").skip(1).map(|block| {
        let lines = block.split("```").next().unwrap().lines();
        lines.map(|line| line.split("  #").next().unwrap().trim().to_owned()).collect::<Vec<_>>()
    });
    [blocks.next().unwrap(), blocks.next().unwrap()]
}

#[cfg(unix)]
#[test]
fn the_readme_leads_from_a_folder_of_texts_to_a_checked_pull_request() {
    let folder = folder_with(&[("news/a.txt", SUMMIT), ("news/b.txt", OPEN)]);
    let here = folder.path();
    fs::write(here.join("news/bad.txt"), b"Z\xfcrich\n").unwrap();
    let binary = PathBuf::from(rapporteur().get_program());
    let path = std::env::join_paths(
        [binary.parent().unwrap().to_owned()]
            .into_iter()
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let path = path.unwrap();
    let shell = |line: &String| {
        let mut command = Command::new("sh");
        settled(command.args(["-c", line]).current_dir(here).env("PATH", &path).stdin(Stdio::null()));
        let output = command.output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(text).unwrap())
    };
    let [first, then] = walk();
    let runs: Vec<(i32, String)> = first.iter().map(shell).collect();
    let codes: Vec<i32> = runs.iter().map(|(code, _)| *code).collect();
    // One article is not UTF-8: it gets no record, the check fails for it, and then it is known.
    assert_eq!(codes, [0, 0, 1, 1, 0, 0, 0, 0], "{first:#?} {runs:#?}");
    assert!(runs[5].1.contains("0 errors, 0 warnings, 2 known"), "{}", runs[5].1);
    assert!(git(here, &["ls-files"]).contains("news/a.record.json\n"));

    write(here, "news/a.txt", &SUMMIT.replace("Thursday", "Wednesday"));
    write(here, "news/c.txt", &SUMMIT.replace("harbour", "ferry port"));
    let runs: Vec<(i32, String)> = then.iter().map(shell).collect();
    let codes: Vec<i32> = runs.iter().map(|(code, _)| *code).collect();
    // The article that is not UTF-8 is refused as before, which a look at the exit code shows.
    assert_eq!(codes, [0, 1, 1, 0, 0, 0, 0], "{then:#?} {runs:#?}");
    assert!(runs[3].1.starts_with("read 2 articles, 2 records, "), "{}", runs[3].1);
    assert!(runs[4].1.contains("  summit 1: begins 2025-10-30 -> 2025-10-29\n"), "{}", runs[4].1);
    assert!(runs[4].1.contains("news/c.record.json\n  new: "), "{}", runs[4].1);
    assert_eq!(git(here, &["status", "--porcelain"]), "");
}

const TOLD: &str =
    "Roy speaks\n\nIt rained.\n\n“We will build the road to the northern coast,” President Ann Roy said.\n";

#[test]
fn what_was_not_compared_stays_known() {
    let other = TOLD.replace("Ann Roy", "Tom Reed").replace("It rained", "It snowed a little");
    let folder = folder_with(&[("rapporteur.toml", "corpora = ['.']\n"), ("a.txt", TOLD), ("b.txt", &other)]);
    let here = folder.path();
    run(&["check", "--write-baseline"], here);
    let baseline = || fs::read_to_string(here.join("rapporteur-baseline.json")).unwrap();
    let before = baseline();
    assert!(
        before.contains("{\"path\":\"b.txt\",\"rule\":\"quotation-of-two-speakers\",\"words\":\"a “We will"),
        "{before}"
    );
    let alone = run(&["check", "b.txt"], here);
    assert_eq!((alone.code, alone.err.as_str()), (Some(0), ""), "{}", alone.out);
    run(&["check", "--write-baseline", "b.txt"], here);
    assert_eq!(baseline(), before);
    // A third that says so too is new.
    write(here, "a2.txt", &TOLD.replace("Ann Roy", "Eve Poe").replace("It rained", "Nobody knew why it thundered"));
    assert_eq!(findings(&check(here, &[])), ["./b.txt quotation-of-two-speakers"]);
    fs::remove_file(here.join("a2.txt")).unwrap();
    write(here, "a.txt", "Nothing\n");
    let gone = run(&["check"], here);
    assert!(gone.err.contains("1 known finding of ") && gone.err.ends_with("takes it out\n"), "{}", gone.err);
    run(&["check", "--write-baseline"], here);
    assert_eq!(baseline(), "{\"baseline\": 1, \"findings\": [\n]}\n");
}

#[test]
fn what_cannot_be_read_stays_known() {
    let folder = folder_with(&[("rapporteur.toml", "corpora = ['.']\n"), ("a.txt", OPEN)]);
    let here = folder.path();
    run(&["check", "--write-baseline"], here);
    let large = run(&["check", "--limit-bytes", "10"], here);
    assert_eq!((large.code, large.err.as_str()), (Some(1), ""));
    fs::write(here.join("a.txt"), b"Z\xfcrich\n").unwrap();
    assert_eq!(run(&["check"], here).err, "");
    run(&["check", "--write-baseline"], here);
    write(here, "a.txt", OPEN);
    assert_eq!(findings(&check(here, &[])), [""; 0]);
}

#[test]
fn a_baseline_that_was_asked_for_must_be_there() {
    let folder = folder_with(&[("a.txt", OPEN)]);
    let refused = run(&["check", "--baseline", "none.json", "a.txt"], folder.path());
    assert_eq!(refused.code, Some(2));
    assert_eq!(refused.err, "error: none.json: no such file; `--write-baseline` writes one\n");
    assert_eq!(run(&["check", "--baseline", "none.json", "--write-baseline", "a.txt"], folder.path()).code, Some(0));
    assert_eq!(check(folder.path(), &["--baseline", "none.json", "--deny", "A009", "a.txt"]).code, Some(0));
}

#[test]
fn standard_input_is_shown_beside_other_articles() {
    let folder = folder_with(&[("a.txt", TOLD)]);
    let other = TOLD.replace("Ann Roy", "Tom Reed").replace("It rained", "It snowed a little");
    let shown = run_with(&["check", "a.txt", "-"], folder.path(), other.as_bytes());
    assert!(shown.out.contains(" --> <standard input>:5:1\n") && shown.out.contains("Tom Reed said"), "{}", shown.out);
    let told = run_with(&["check", "--format", "github", "a.txt", "-"], folder.path(), other.as_bytes());
    assert!(told.out.contains("%0Asee: a.txt:5:1\n"), "{}", told.out);
    let told = run_with(&["check", "--format", "rdjson", "a.txt", "-"], folder.path(), other.as_bytes());
    assert!(told.out.contains("\\nsee: a.txt:5:1\""), "{}", told.out);
}

#[test]
fn what_cannot_be_checked_is_refused_with_what_to_do() {
    let folder = folder_with(&[("news/a.txt", OPEN)]);
    let here = folder.path();
    let refused = run(&["check", "--watch", "-"], here);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("give a file or a folder"), "{}", refused.err);
    assert_eq!(run_with(&["check", "--stdin-path", "news"], here, OPEN.as_bytes()).code, Some(2));
    let refused = run(&["man", "nowhere"], here);
    assert_eq!(refused.err, "error: nowhere: no such folder; make it first\n");
}

#[test]
fn a_folder_below_the_root_is_checked_from_the_root() {
    let folder = repository(&[("my news/a.txt", OPEN)]);
    let here = folder.path();
    let set_up = run(&["init", "my news"], here);
    assert!(set_up.out.contains("; next in my news:\n"), "{}", set_up.out);
    let again = run(&["init", "my news"], here);
    assert!(again.out.contains("rapporteur.yml as it is; see that it checks my news too\n"), "{}", again.out);
    let told = run(&["check", "--format", "github", "--config", "my news/rapporteur.toml"], here);
    assert!(told.out.starts_with("::warning file=my news/a.txt,line=3,"), "{}", told.out);
}

#[test]
fn what_is_allowed_in_an_article_that_is_not_read_is_not_called_unused() {
    let folder = folder_with(&[("a.txt", OPEN)]);
    let here = folder.path();
    run(&["accept", "a.txt"], here);
    let record = fs::read_to_string(here.join("a.record.json")).unwrap();
    let allowance = "\"allow\": [{\"rule\": \"A009\", \"reason\": \"open as printed\"}]";
    write(here, "a.record.json", &record.replace("\"allow\": []", allowance));
    assert_eq!(run(&["check", "--fix", "a.txt"], here).code, Some(0));
    let diff = run(&["check", "--format", "json", "--limit-bytes", "10", "a.txt"], here);
    assert_eq!(findings(&diff), ["a.txt article-too-large"]);
}

#[test]
fn what_has_changed_is_compared_with_what_has_not() {
    let told = |speaker: &str, weather: &str| TOLD.replace("Ann Roy", speaker).replace("It rained", weather);
    let quiet = "Nobody spoke.\n";
    let folder = repository(&[
        ("a.txt", TOLD),
        ("b.txt", quiet),
        (
            "c.txt",
            &told("Tom Reed", "It snowed a little").replace("road to the northern coast", "bridge over the wide river"),
        ),
        (
            "d.txt",
            &told("Eve Poe", "Nobody knew why it thundered")
                .replace("road to the northern coast", "bridge over the wide river"),
        ),
    ]);
    let here = folder.path();
    assert_eq!(findings(&check(here, &["."])), ["./d.txt quotation-of-two-speakers"]);
    let changed = |arguments: &[&str]| check(here, &[&["--changed-since", "HEAD"], arguments].concat());
    write(here, "b.txt", &told("Bo Lund", "A storm came from the sea"));
    let run = changed(&["."]);
    assert_eq!(findings(&run), ["./b.txt quotation-of-two-speakers"], "not what the others say against each other");
    assert!(run.out.contains("\"articles\":1,"), "only what has changed is counted: {}", run.out);
    // The same holds where the article that has changed comes first, and what a whole check knows is known.
    git(here, &["checkout", "-q", "b.txt"]);
    write(here, "b.txt", &told("Bo Lund", "A storm came from the sea"));
    commit(here);
    write(here, "a.txt", &format!("{TOLD}\nMore.\n"));
    assert_eq!(findings(&changed(&["."])), ["./b.txt quotation-of-two-speakers"]);
    check(here, &["--write-baseline", "."]);
    let known = run_with(&["check", "--changed-since", "HEAD", "."], here, b"");
    assert!(known.out.contains("0 warnings, 1 known"), "{}{}", known.out, known.err);
    assert_eq!(known.err, "", "of what was not looked at nothing is said");
}
