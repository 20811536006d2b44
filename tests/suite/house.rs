//! The house rules that a machine can hold.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use serde_json::Value;

use crate::support::{at, kept_files, root};

/// What each package may know of the others, as ARCHITECTURE.md draws it.
const ARROWS: &[(&str, &[&str])] = &[
    ("rapporteur-model", &[]),
    ("rapporteur-corpus", &["rapporteur-model"]),
    ("rapporteur", &["rapporteur-corpus", "rapporteur-model"]),
    ("rapporteur-oracle", &["rapporteur-model"]),
    ("rapporteur-author", &["rapporteur-model"]),
    ("rapporteur-fuzz", &["rapporteur", "rapporteur-corpus", "rapporteur-model", "rapporteur-oracle"]),
    (
        "xtask",
        &[
            "rapporteur",
            "rapporteur-author",
            "rapporteur-corpus",
            "rapporteur-fuzz",
            "rapporteur-model",
            "rapporteur-oracle",
        ],
    ),
    (
        "suite",
        &[
            "rapporteur",
            "rapporteur-author",
            "rapporteur-corpus",
            "rapporteur-fuzz",
            "rapporteur-model",
            "rapporteur-oracle",
        ],
    ),
];

/// Parts of the standard library that reach outside the program, of which the corpus crate knows nothing.
const OUTSIDE: &[&str] = &["env", "fs", "io", "net", "os", "process", "thread", "time"];

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn dependencies(package: &Value) -> impl Iterator<Item = &Value> {
    package["dependencies"].as_array().unwrap().iter()
}

#[test]
fn packages_know_only_whom_they_may() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    assert_eq!(ours, ARROWS.iter().map(|(name, _)| *name).collect());
    for package in &packages {
        let name = package["name"].as_str().unwrap();
        let (_, allowed) = ARROWS.iter().find(|(package, _)| *package == name).unwrap();
        for dependency in dependencies(package).map(|dependency| dependency["name"].as_str().unwrap()) {
            assert!(!ours.contains(dependency) || allowed.contains(&dependency), "{name} must not know {dependency}");
        }
    }
}

#[test]
fn the_model_depends_on_nothing_unless_asked() {
    let packages = packages();
    let model = packages.iter().find(|package| package["name"] == "rapporteur-model").unwrap();
    assert_eq!(model["features"]["default"], Value::Array(Vec::new()));
    for dependency in dependencies(model).filter(|dependency| dependency["kind"].is_null()) {
        assert_eq!(dependency["optional"], true, "{}", dependency["name"]);
    }
}

#[test]
fn every_direct_dependency_has_its_reason_and_every_reason_its_dependency() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in &packages {
        for dependency in dependencies(package).map(|dependency| dependency["name"].as_str().unwrap()) {
            if !ours.contains(dependency) {
                let name = package["name"].as_str().unwrap().replace("rapporteur-", "");
                let name = if name == "rapporteur" { "cli".to_owned() } else { name };
                used.entry(dependency.to_owned()).or_default().insert(name);
            }
        }
    }
    let map = fs::read_to_string(at("ARCHITECTURE.md")).unwrap();
    let (_, table) = map.split_once("\n## Dependencies\n").unwrap();
    let rows = table.lines().take_while(|line| !line.starts_with("## ")).filter_map(|line| line.strip_prefix("| `"));
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert!(cells[2].len() > 10, "no reason for {row}");
        let users = cells[1].split(',').map(|user| user.trim().to_owned());
        told.insert(cells[0].trim_end_matches('`').to_owned(), users.collect());
    }
    assert_eq!(told, used, "left: the table in ARCHITECTURE.md, right: the manifests");
}

#[test]
fn what_the_workspace_names_is_used_by_somebody() {
    let manifest = fs::read_to_string(at("Cargo.toml")).unwrap();
    let (_, table) = manifest.split_once("\n[workspace.dependencies]\n").unwrap();
    let named = table.lines().take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once(" = "));
    let named: BTreeSet<String> = named.map(|(name, _)| name.to_owned()).collect();
    assert!(named.contains("serde") && named.contains("rapporteur-model"), "{named:?}");
    let packages = packages();
    let used = packages.iter().flat_map(dependencies).map(|dependency| dependency["name"].as_str().unwrap().to_owned());
    let used: BTreeSet<String> = used.collect();
    // With the test above, each of them so has a line in ARCHITECTURE.md.
    assert_eq!(named, used, "left: Cargo.toml, right: the manifests of the packages");
}

/// The entries of a lock file.
fn locked(path: &str) -> Vec<String> {
    let lock = fs::read_to_string(at(path)).unwrap();
    lock.split("\n[[package]]\n").skip(1).map(str::to_owned).collect()
}

/// What the fuzzing engine needs beyond what the rest needs.
const OF_THE_ENGINE: [&str; 7] =
    ["arbitrary", "cc", "find-msvc-tools", "jobserver", "libfuzzer-sys", "rapporteur-fuzz-engine", "shlex"];

#[test]
fn the_fuzzer_runs_with_the_same_dependencies() {
    const ADVICE: &str = "copy Cargo.lock to tests/fuzz/engine and run `cargo metadata` there";
    // Name, version, source and checksum; what an entry depends on is written otherwise where another version is about.
    let same =
        |entry: &String| entry.lines().take_while(|line| *line != "dependencies = [").collect::<Vec<_>>().join("\n");
    let ours: BTreeSet<String> = locked("Cargo.lock").iter().map(same).collect();
    let engine = locked("tests/fuzz/engine/Cargo.lock");
    for entry in &engine {
        let own = OF_THE_ENGINE.iter().any(|name| entry.starts_with(&format!("name = \"{name}\"\n")));
        assert!(own || ours.contains(&same(entry)), "another version than ours: {entry}: {ADVICE}");
    }
    // Where a package of ours needs something new, the engine would not build with its lock file.
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let Some(entry) = engine.iter().find(|entry| entry.starts_with(&format!("name = \"{name}\"\n"))) else {
            continue;
        };
        let needed = |dependency: &&Value| dependency["kind"].is_null() && dependency["optional"] == false;
        for dependency in dependencies(&package).filter(needed) {
            let needed = dependency["name"].as_str().unwrap();
            let is_there = entry.contains(&format!("\n \"{needed}\"")) || entry.contains(&format!("\n \"{needed} "));
            assert!(is_there, "{name} needs {needed}: {ADVICE}");
        }
    }
}

/// What a source takes directly from the module that `path` names, such as `std::`.
fn taken_from(path: &str, source: &str) -> BTreeSet<String> {
    let mut roots = BTreeSet::new();
    for (at, _) in source.match_indices(path) {
        if source[..at].ends_with(|character: char| character.is_alphanumeric() || character == '_') {
            continue;
        }
        let rest = &source[at + path.len()..];
        let first = |path: &str| path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        let Some(group) = rest.strip_prefix('{') else {
            roots.insert(first(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, character) in group.char_indices() {
            match character {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                character if begins && depth == 0 && !character.is_whitespace() => {
                    roots.insert(first(&group[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    roots
}

/// The sources in and below a folder by name, without their tests.
fn code_in(folder: &str) -> BTreeMap<String, String> {
    let is_code = |name: &String| {
        let is_source = Path::new(name).extension().is_some_and(|end| end == "rs");
        name.starts_with(folder) && is_source && !name.ends_with("/tests.rs")
    };
    let sources = kept_files().into_iter().filter(is_code).map(|name| {
        let source = fs::read_to_string(at(&name)).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        (name, code.to_owned())
    });
    sources.collect()
}

#[test]
fn the_corpus_crate_reaches_nothing_outside() {
    let sample =
        "use std::{collections::{BTreeMap, fs}, fs::File,\n    thread};\nlet x = std::time::Instant::now(); restd::io";
    assert_eq!(taken_from("std::", sample), ["collections", "fs", "thread", "time"].map(str::to_owned).into());
    for (name, code) in code_in("crates/corpus/src/") {
        let reached: Vec<String> =
            taken_from("std::", &code).into_iter().filter(|root| OUTSIDE.contains(&root.as_str())).collect();
        assert_eq!(reached, [""; 0], "{name}");
    }
}

#[test]
fn a_reading_stage_looks_at_no_later_one() {
    let folder = "crates/corpus/src/reading/";
    let mut sources = code_in(folder);
    let list = sources.remove(&format!("{folder}mod.rs")).unwrap();
    let stages: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    assert!(stages.contains(&"linking"), "{stages:?}");
    let mut looks = 0;
    for (name, code) in sources {
        let own = name[folder.len()..].split(['/', '.']).next().unwrap();
        // It asks each stage about single words, before anything is read.
        if own == "traits" {
            continue;
        }
        let place = stages.iter().position(|stage| *stage == own).unwrap();
        let in_own_folder = name[folder.len()..].contains('/') && !name.ends_with("/mod.rs");
        let mut taken = taken_from("crate::reading::", &code);
        if !in_own_folder {
            taken.append(&mut taken_from("super::", &code));
        }
        for seen in stages.iter().enumerate().filter(|(_, stage)| taken.contains(**stage)) {
            assert!(seen.0 < place, "{name} looks at {}", seen.1);
            looks += 1;
        }
    }
    assert!(looks > 30, "the stages look at each other {looks} times");
}

#[test]
fn every_module_of_the_suite_is_listed() {
    let main = fs::read_to_string(at("tests/suite/main.rs")).unwrap();
    for entry in fs::read_dir(at("tests/suite")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(name == "main" || main.contains(&format!("mod {name};")), "tests/suite/{name} is run by nobody");
    }
}

/// Files that the command writes into the folders of others.
const OF_OTHERS: [&str; 2] = [rapporteur::config::NAME, rapporteur::baseline::NAME];

/// The targets of a page's links, and the names in backticks that look like a path of the repository.
fn mentioned_paths(page: &str, folders: &BTreeSet<String>) -> Vec<String> {
    let mut paths = Vec::new();
    for (at, _) in page.match_indices("](") {
        let target: String = page[at + 2..].chars().take_while(|c| !c.is_whitespace() && *c != ')').collect();
        let target = target.split('#').next().unwrap_or_default();
        if !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:") {
            paths.push(target.to_owned());
        }
    }
    let mut fenced = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        for name in line.split('`').skip(1).step_by(2).filter(|_| !fenced) {
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
            let pattern = ["NAME", "FILE"].iter().any(|placeholder| name.contains(placeholder));
            let inside = name.split_once('/').is_some_and(|(first, _)| folders.contains(first));
            let known =
                [".md", ".toml", ".rs", ".json"].iter().any(|end| name.ends_with(end) && name.len() > end.len());
            if plain && !pattern && !OF_OTHERS.contains(&name) && (inside || known && !name.starts_with('.')) {
                paths.push(name.to_owned());
            }
        }
    }
    paths
}

#[test]
fn every_path_that_our_pages_name_is_there() {
    let files = kept_files();
    let folders: BTreeSet<String> =
        files.iter().filter_map(|name| name.split_once('/')).map(|(first, _)| first.to_owned()).collect();
    let sample =
        "See [a](b.md#c), [d](https://e.f/g) and `seeds/x.txt`, `and/or`, `NAME.record.json`.\n```\n`seeds/y`\n```";
    assert_eq!(mentioned_paths(sample, &folders), ["b.md", "seeds/x.txt"]);
    for name in files.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "md")) {
        let page = fs::read_to_string(at(name)).unwrap();
        let folder = Path::new(name).parent().unwrap();
        for path in mentioned_paths(&page, &folders) {
            let exists = at(&path).exists() || root().join(folder).join(&path).exists();
            assert!(exists, "{name} names {path}, which is not there");
        }
    }
}

/// The rows of a page's tables: their cells without the bars.
fn rows(page: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("|---"));
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
}

/// Whether a test of this name, `module::test`, stands in a source of that module.
fn is_a_test(name: &str, sources: &BTreeMap<String, String>) -> bool {
    let Some((module, test)) = name.split_once("::") else { return false };
    let head = format!("fn {test}(");
    let is_of_module = |path: &str| {
        let path = path.trim_end_matches(".rs").trim_end_matches("/tests").trim_end_matches("/mod");
        path.ends_with(&format!("/{module}"))
    };
    sources.iter().filter(|(path, _)| is_of_module(path)).any(|(_, source)| {
        let lines: Vec<&str> = source.lines().map(str::trim).collect();
        let at = lines.iter().position(|line| line.starts_with(&head));
        at.is_some_and(|at| lines[..at].iter().rev().take(4).any(|line| *line == "#[test]"))
    })
}

#[test]
fn every_promise_is_held_by_tests_that_are_there() {
    let page = fs::read_to_string(at("docs/reliability.md")).unwrap();
    let is_source = |name: &String| Path::new(name).extension().is_some_and(|end| end == "rs");
    let sources: BTreeMap<String, String> = kept_files()
        .into_iter()
        .filter(is_source)
        .map(|name| (name.clone(), fs::read_to_string(at(&name)).unwrap()))
        .collect();
    assert!(!is_a_test("house::no_such_test", &sources) && !is_a_test("house::is_a_test", &sources));
    let (promises, faults) = page.split_once("\n## What happens when something goes wrong\n").unwrap();
    let mut tests = BTreeSet::new();
    for cells in rows(promises).filter(|cells| cells[0] != "promise") {
        let named: Vec<&str> = cells[1].split('`').skip(1).step_by(2).filter(|name| name.contains("::")).collect();
        assert!(!named.is_empty(), "nothing holds: {}", cells[0]);
        for name in named {
            assert!(is_a_test(name, &sources), "{name} is no test");
            tests.insert(name);
        }
    }
    // Every test of these two modules holds a promise that somebody wants to read of.
    for module in ["faults", "hostile"] {
        let source = &sources[&format!("tests/suite/{module}.rs")];
        let lines: Vec<&str> = source.lines().map(str::trim).collect();
        for (at, line) in lines.iter().enumerate() {
            let name = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next());
            let is_test = lines[at.saturating_sub(3)..at].contains(&"#[test]");
            if let Some(name) = name.filter(|_| is_test) {
                assert!(tests.contains(format!("{module}::{name}").as_str()), "{module}::{name} holds no promise");
            }
        }
    }
    // Exit codes are those that docs/configuration.md has.
    let configuration = fs::read_to_string(at("docs/configuration.md")).unwrap();
    let (_, codes) = configuration.split_once("\n## Exit codes\n").unwrap();
    let known: BTreeSet<&str> = rows(codes).map(|cells| cells[0]).filter(|cell| *cell != "code").collect();
    assert_eq!(known, ["0", "1", "2", "130", "141"].into());
    for cells in rows(faults).filter(|cells| cells[0] != "fault") {
        for code in cells[2].split(", ") {
            assert!(known.contains(code) || code == "killed", "{}: {code} is no exit code", cells[0]);
        }
    }
}
