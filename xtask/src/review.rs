//! `cargo xtask review`: the snapshots that a test run found different, one by one.

use std::{
    fs,
    io::{self, BufRead, IsTerminal, Write},
    path::{Path, PathBuf},
};

use rapporteur::escape;
use similar::TextDiff;

use crate::{Outcome, root};

/// What is done with a snapshot that differs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Accept,
    Reject,
    Leave,
}

pub(crate) fn run(accept: bool, reject: bool) -> Outcome {
    let mut pending = Vec::new();
    for folder in ["seeds", "corpus", "crates", "tests", "xtask"] {
        collect(&root().join(folder), &mut pending)?;
    }
    let mut out = io::stdout().lock();
    if pending.is_empty() {
        writeln!(out, "no snapshot differs, as far as the last `cargo xtask test` knows")?;
        return Ok(());
    }
    let asks = !accept && !reject && io::stdin().is_terminal();
    let mut left = 0;
    for new in &pending {
        let old = new.with_extension("");
        writeln!(out, "{}", difference(&old, new)?)?;
        let verdict = match (accept, reject) {
            (true, _) => Verdict::Accept,
            (_, true) => Verdict::Reject,
            _ if asks => ask(&mut out)?,
            _ => Verdict::Leave,
        };
        match verdict {
            Verdict::Accept => accept_one(&old, new)?,
            Verdict::Reject => fs::remove_file(new)?,
            Verdict::Leave => left += 1,
        }
    }
    if left == 0 { Ok(()) } else { Err(format!("{left} of {} snapshots still wait for review", pending.len()).into()) }
}

/// The pending snapshots in and below a folder, by name.
fn collect(folder: &Path, pending: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() && !path.is_symlink() {
            collect(&path, pending)?;
        } else if path.to_string_lossy().ends_with(".snap.new") {
            pending.push(path);
        }
    }
    Ok(())
}

fn difference(old: &Path, new: &Path) -> io::Result<String> {
    // A snapshot that is new differs from nothing.
    let (before, after) = (fs::read_to_string(old).unwrap_or_default(), settled(&fs::read_to_string(new)?));
    let diff = TextDiff::from_lines(&before, &after);
    let name = escape::path(old.strip_prefix(root()).unwrap_or(old));
    let text = diff.unified_diff().context_radius(3).header(&name, "now").to_string();
    Ok(escape::lines(&text))
}

/// The snapshot as it is kept: the line of the assertion, which moves with every edit of the test, is left out.
fn settled(pending: &str) -> String {
    pending.split_inclusive('\n').filter(|line| !line.starts_with("assertion_line: ")).collect()
}

fn accept_one(old: &Path, new: &Path) -> io::Result<()> {
    fs::write(old, settled(&fs::read_to_string(new)?))?;
    fs::remove_file(new)
}

fn ask(out: &mut dyn Write) -> io::Result<Verdict> {
    loop {
        write!(out, "accept, reject or leave it? [a/r/l] ")?;
        out.flush()?;
        let mut answer = String::new();
        if io::stdin().lock().read_line(&mut answer)? == 0 {
            return Ok(Verdict::Leave);
        }
        match answer.trim() {
            "a" | "accept" => return Ok(Verdict::Accept),
            "r" | "reject" => return Ok(Verdict::Reject),
            "l" | "leave" => return Ok(Verdict::Leave),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accepted_snapshot_takes_the_place_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("a.snap"), folder.path().join("a.snap.new"));
        fs::write(&old, "---\nsource: a\n---\none\n").unwrap();
        fs::write(&new, "---\nsource: a\nassertion_line: 3\n---\ntwo\u{1b}\n").unwrap();
        let mut pending = Vec::new();
        collect(folder.path(), &mut pending).unwrap();
        assert_eq!(pending, std::slice::from_ref(&new));
        assert_eq!(new.with_extension(""), old);
        let shown = difference(&old, &new).unwrap();
        assert!(shown.contains("-one\n+two\\u{1b}\n") && !shown.contains("assertion_line"), "{shown}");
        accept_one(&old, &new).unwrap();
        assert_eq!(fs::read_to_string(&old).unwrap(), "---\nsource: a\n---\ntwo\u{1b}\n");
        assert!(!new.exists());
    }
}
