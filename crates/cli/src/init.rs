//! `rapporteur init`: what a folder needs to be checked, here and in every pull request.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    check::counted,
    config::{self, absolute},
    escape,
    files::{self, Trouble},
};

/// What was set up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files that could not be written.
    pub troubles: Vec<Trouble>,
}

/// Where a repository has the workflow.
const WORKFLOW: &str = ".github/workflows/rapporteur.yml";

/// What git must not do to articles and records: another line end is another byte.
const ATTRIBUTES: &str = "\
# Articles and records are kept byte for byte: spans count bytes, and a record names the article's checksum.
*.txt          -text
*.record.json  -text
";

/// What is no work of people's, and made again where it is missing.
const IGNORED: &str = "\
# In what `rapporteur check` has found nothing, and what a run that was killed left half written.
.rapporteur-*
";

/// Sets a folder up. What is there already is left as it is, and what it lacks is told.
///
/// # Errors
///
/// When the output cannot be written.
pub fn init(folder: &Path, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    if !folder.is_dir() {
        outcome.troubles.push(Trouble::new(escape::path(folder), "no such folder; make it first"));
        return Ok(outcome);
    }
    let (corpora, articles) = corpora(folder);
    let top = repository(folder);
    let mut write = |path: &Path, text: &str, otherwise: &str, out: &mut dyn Write| {
        let name = escape::path(path);
        if path.symlink_metadata().is_ok() {
            return writeln!(out, "left {name} as it is{otherwise}");
        }
        let folder = path.parent().unwrap_or(path);
        let nobody_was_quicker = || path.symlink_metadata().is_err();
        let made =
            fs::create_dir_all(folder).and_then(|()| files::write_whole(path, text.as_bytes(), nobody_was_quicker));
        match made {
            Ok(true) => writeln!(out, "wrote {name}"),
            Ok(false) => writeln!(out, "left {name} as it is{otherwise}"),
            Err(error) => {
                outcome.troubles.push(Trouble::new(name, files::reason(&error)));
                Ok(())
            }
        }
    };
    write(&folder.join(config::NAME), &configuration(&corpora), "", out)?;
    for (name, text) in [(".gitattributes", ATTRIBUTES), (".gitignore", IGNORED)] {
        let path = folder.join(name);
        let has = fs::read_to_string(&path).unwrap_or_default();
        let missing: Vec<&str> = text.lines().skip(1).filter(|line| !has_line(&has, line)).collect();
        let otherwise = match missing.as_slice() {
            [] => String::new(),
            missing => format!("; add to it: {}", missing.join(" and ")),
        };
        write(&path, text, &otherwise, out)?;
    }
    let root = top.clone().unwrap_or_else(|| folder.to_owned());
    let below = absolute(folder).strip_prefix(absolute(&root)).map(Path::to_owned).unwrap_or_default();
    let is_root = below.as_os_str().is_empty();
    // A workflow that is there may be another folder's.
    let otherwise = if is_root { String::new() } else { format!("; see that it checks {} too", escape::path(&below)) };
    write(&root.join(WORKFLOW), &workflow(&below), &otherwise, out)?;

    let place = if absolute(folder) == absolute(Path::new(".")) {
        String::new()
    } else {
        format!(" in {}", escape::path(folder))
    };
    writeln!(out, "\nfound {}; next{place}:", counted(articles, "article"))?;
    let step = |out: &mut dyn Write, step: &str| writeln!(out, "  {step}");
    if articles == 0 {
        step(out, "put articles into the folder, a .txt file each, and name their folder in rapporteur.toml")?;
    }
    if top.is_none() {
        step(
            out,
            "git init                            to keep what changes; the workflow runs where this is the repository's root",
        )?;
    }
    step(out, "rapporteur accept                   to write a record beside every article")?;
    step(out, "rapporteur check                    to see what is wrong")?;
    step(out, "rapporteur check --write-baseline   to fail for new findings only")?;
    let workflow = escape::path(&root.join(WORKFLOW));
    step(out, &format!("say in {workflow} where rapporteur is installed from, and commit all of it"))?;
    out.flush()?;
    Ok(outcome)
}

fn has_line(text: &str, wanted: &str) -> bool {
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    text.lines().any(|line| words(line) == words(wanted))
}

/// The folders of the articles, by name, and how many articles there are.
fn corpora(folder: &Path) -> (Vec<String>, usize) {
    let entries = files::find(&[folder.to_owned()]).entries;
    let mut names = std::collections::BTreeSet::new();
    let mut articles = 0;
    for path in entries.iter().filter_map(|entry| entry.article.path()).filter(|path| path.is_file()) {
        articles += 1;
        let Ok(rest) = path.strip_prefix(folder) else { continue };
        let mut components = rest.components();
        let (first, second) = (components.next(), components.next());
        let name = first.filter(|_| second.is_some()).map(|name| name.as_os_str().to_str().map(str::to_owned));
        // An article that lies in the folder itself, or in one whose name TOML cannot say, makes it all of the folder.
        names.insert(name.flatten().unwrap_or_else(|| ".".to_owned()));
    }
    if names.is_empty() || names.contains(".") {
        return (vec![".".to_owned()], articles);
    }
    (names.into_iter().collect(), articles)
}

/// The folder of the repository in which a folder lies.
fn repository(folder: &Path) -> Option<PathBuf> {
    let mut above = absolute(folder);
    let mut shown = folder.to_owned();
    loop {
        if above.join(".git").exists() {
            return Some(shown);
        }
        if !above.pop() {
            return None;
        }
        shown.push("..");
    }
}

fn configuration(corpora: &[String]) -> String {
    // A JSON string is a TOML string too, but for the one character that JSON need not escape.
    let string = |name: &String| serde_json::to_string(name).unwrap_or_default().replace('\u{7f}', "\\u007f");
    let corpora: Vec<String> = corpora.iter().map(string).collect();
    format!(
        "\
# How `rapporteur check` checks this folder. `rapporteur explain` lists the rules and says what each is about.

# What is checked where no path is given, from this file's folder.
corpora = [{}]

# The language that articles are expected to be in: articles in another are errors.
# language = \"en\"

# The known findings, which do not fail the check; `rapporteur check --write-baseline` writes them.
baseline = \"rapporteur-baseline.json\"

# Where a check keeps in what it has found nothing, so that the next one need not read it again.
cache = \".rapporteur-cache\"

# A rule's findings are errors (deny), are shown (warn), or are left out (allow).
[rules]
# article-without-record = \"warn\"

# For some articles only: `*` is any name, `**` any folders.
# [[paths]]
# glob = \"old/**\"
# rules = {{ unclosed-quotation = \"allow\" }}

# [limits]
# article-bytes = 1048576
",
        corpora.join(", ")
    )
}

fn workflow(below: &Path) -> String {
    // Findings name files from the root of the repository, so the check runs there; what differs is asked for in the
    // folder. A JSON string is a YAML string.
    let string = |text: &str| serde_json::to_string(&text.replace('\\', "/")).unwrap_or_default();
    let (option, variable, place) = match below.to_str() {
        None | Some("") => ("", String::new(), String::new()),
        Some(below) => (
            " --config \"$CONFIG\"",
            format!("\n        env:\n          CONFIG: {}", string(&format!("{below}/{}", config::NAME))),
            format!("\n        working-directory: {}", string(below)),
        ),
    };
    format!(
        "\
# Checks articles and records, and says in the summary of a pull request what its records say differently.
name: rapporteur

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

env:
  # Say here where the sources of rapporteur are: the address of its git repository.
  RAPPORTEUR_SOURCE: \"\"

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Install
        run: cargo install --locked --git \"$RAPPORTEUR_SOURCE\" rapporteur
      - name: Check{variable}
        run: rapporteur check --format github{option}
      - name: What the records say differently
        if: always() && github.event_name == 'pull_request'{place}
        env:
          BASE: ${{{{ github.event.pull_request.base.sha }}}}
        run: rapporteur diff --format markdown \"$BASE\" >> \"$GITHUB_STEP_SUMMARY\"
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(folder: &Path) -> String {
        let mut out = Vec::new();
        let outcome = init(folder, &mut out).unwrap();
        assert_eq!(outcome, Outcome::default());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_folder_is_set_up_once_and_nothing_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("we \"b\"\u{7f}s")).unwrap();
        fs::write(at("we \"b\"\u{7f}s/a.txt"), "One.\n").unwrap();
        fs::write(at(".gitattributes"), "*.txt   -text\n").unwrap();
        let said = run(folder.path());
        assert!(said.contains("found 1 article; next in ") && said.contains("git init"), "{said}");
        assert!(said.contains(".gitattributes as it is; add to it: *.record.json  -text\n"), "{said}");
        let written = fs::read_to_string(at(config::NAME)).unwrap();
        let config = config::Config::parse(&at(config::NAME), &written).unwrap();
        assert_eq!(config.corpora, [at("we \"b\"\u{7f}s")]);
        fs::write(at(config::NAME), "# mine\n").unwrap();
        let again = run(folder.path());
        assert_eq!(again.matches("as it is").count(), 4, "{again}");
        assert_eq!(fs::read_to_string(at(config::NAME)).unwrap(), "# mine\n");
    }

    #[test]
    fn the_workflow_lies_at_the_root_of_the_repository() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(".git")).unwrap();
        fs::create_dir_all(folder.path().join("a/news: it")).unwrap();
        run(&folder.path().join("a/news: it"));
        let workflow = fs::read_to_string(folder.path().join(".github/workflows/rapporteur.yml")).unwrap();
        assert!(workflow.contains("          CONFIG: \"a/news: it/rapporteur.toml\"\n        run: rapporteur check --format github --config \"$CONFIG\"\n"), "{workflow}");
        assert!(
            workflow.contains("'pull_request'\n        working-directory: \"a/news: it\"\n        env:"),
            "{workflow}"
        );
        assert!(workflow.contains("BASE: ${{ github.event.pull_request.base.sha }}\n"), "{workflow}");
    }
}
