//! `rapporteur check --watch`: checks again what changes.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    config,
    files::{self, Entry},
};

/// What is to be checked in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Round {
    /// Everything: at the beginning, and whenever a configuration or another file that the check depends on has changed.
    All,
    /// The articles of which something has changed, by path.
    Some(Vec<PathBuf>),
}

/// On what a check depends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watched {
    /// Files and folders of articles, their records, and the configurations that lie above them.
    pub paths: Vec<PathBuf>,
    /// Other files, whether or not they exist.
    pub others: Vec<PathBuf>,
}

/// How a file looks from outside: its length and when it was written; `None` where it is not there.
type Look = Option<(u64, Option<SystemTime>)>;

/// Runs `check` over everything and then, again and again, over what has changed, until `wait` says that it is over.
///
/// `wait` pauses between two looks at the files. Files that still change are left until a pause passes without a
/// change, so that half of a copied folder is not checked. Without any article there is nothing to wait for but one.
///
/// `check` gives what the next one will depend on: a configuration may name other corpora by then.
///
/// # Errors
///
/// What `check` gives.
pub fn watch(
    mut watched: Watched,
    mut wait: impl FnMut() -> bool,
    mut check: impl FnMut(&Round) -> io::Result<Watched>,
) -> io::Result<()> {
    let mut known = look(&watched);
    let mut round = Round::All;
    loop {
        let next = check(&round)?;
        if next != watched {
            watched = next;
            // What has been looked at before may have changed since, and what has not begins with how it looks now.
            let mut before = std::mem::replace(&mut known, look(&watched));
            known.entries.iter_mut().for_each(|(path, look)| keep(look, before.entries.remove(path)));
            known.others.iter_mut().for_each(|(path, look)| keep(look, before.others.remove(path)));
        }
        let mut seen = known.clone();
        round = loop {
            if !wait() {
                return Ok(());
            }
            let now = look(&watched);
            if now != seen {
                seen = now;
            } else if now != known {
                let round = changes(&known, &now);
                known = now;
                break round;
            }
        };
    }
}

/// How everything looks that is watched.
#[derive(Clone, PartialEq, Eq)]
struct Looks {
    /// The looks of an article and its record, or of a configuration, by the article's or the configuration's path.
    entries: BTreeMap<PathBuf, (Look, Look)>,
    /// Those of the other files.
    others: BTreeMap<PathBuf, Look>,
}

fn look_of(path: &Path) -> Look {
    fs::metadata(path).ok().map(|metadata| (metadata.len(), metadata.modified().ok()))
}

fn keep<T>(look: &mut T, before: Option<T>) {
    if let Some(before) = before {
        *look = before;
    }
}

fn look(Watched { paths, others }: &Watched) -> Looks {
    let of = look_of;
    let mut looks = BTreeMap::new();
    for Entry { article, record, .. } in files::find(paths).entries {
        if let Some(path) = article.path() {
            looks.insert(path.to_owned(), (of(path), record.path().and_then(of)));
        }
    }
    for path in paths.iter().map(PathBuf::as_path).chain([Path::new(".")]) {
        for folder in config::absolute(path).ancestors() {
            let file = folder.join(config::NAME);
            if let look @ Some(_) = of(&file) {
                looks.insert(file, (look, None));
            }
        }
    }
    Looks { entries: looks, others: others.iter().map(|path| (path.clone(), look_of(path))).collect() }
}

fn changes(before: &Looks, now: &Looks) -> Round {
    if before.others != now.others {
        return Round::All;
    }
    let (before, now) = (&before.entries, &now.entries);
    let is_config = |path: &Path| path.file_name().is_some_and(|name| name == config::NAME);
    let all = before.keys().chain(now.keys());
    let mut changed: Vec<PathBuf> = all.filter(|path| before.get(*path) != now.get(*path)).cloned().collect();
    changed.sort();
    changed.dedup();
    if changed.iter().any(|path| is_config(path)) {
        return Round::All;
    }
    // What is gone is not checked; that it is gone is no finding.
    changed.retain(|path| now.contains_key(path));
    Round::Some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is checked in each round when these files are written before each pause.
    fn rounds(writes: &[&[(&str, &str)]]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "One.\n").unwrap();
        let paths = vec![folder.path().to_owned()];
        let mut rounds = Vec::new();
        let mut writes = writes.iter();
        let wait = || {
            let Some(files) = writes.next() else { return false };
            for (name, text) in *files {
                if text.is_empty() {
                    fs::remove_file(folder.path().join(name)).unwrap();
                } else {
                    let path = folder.path().join(name);
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(path, text).unwrap();
                }
            }
            true
        };
        let check = |round: &Round| {
            rounds.push(match round {
                Round::All => "all".to_owned(),
                Round::Some(paths) => {
                    paths.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect::<Vec<_>>().join(" ")
                }
            });
            let more = folder.path().join("more");
            let paths = if more.exists() { vec![folder.path().join("a.txt"), more] } else { paths.clone() };
            Ok(Watched { paths, others: vec![folder.path().join("known.json")] })
        };
        watch(Watched { paths: paths.clone(), others: Vec::new() }, wait, check).unwrap();
        rounds
    }

    #[test]
    fn what_changes_is_checked_once_it_rests() {
        let longer = [("a.txt", "One, two.\n")];
        assert_eq!(rounds(&[&longer, &[], &[]]), ["all", "a.txt"]);
        assert_eq!(rounds(&[&longer, &[("b.txt", "x")], &[], &[]]), ["all", "a.txt b.txt"]);
        assert_eq!(rounds(&[&[("a.record.json", "{}")], &[]]), ["all", "a.txt"]);
        assert_eq!(rounds(&[&[("a.txt", "")], &[], &[("note.md", "x")], &[]]), ["all", ""]);
    }

    #[test]
    fn another_file_on_which_it_depends_is_another_check() {
        assert_eq!(rounds(&[&[("known.json", "{}")], &[], &[], &[("known.json", "")], &[]]), ["all", "all", "all"]);
    }

    #[test]
    fn what_a_configuration_names_anew_is_watched_from_then_on() {
        let new = ("more/b.txt", "One.\n");
        let (here, there) = (("a.txt", "One, two.\n"), ("more/b.txt", "One, two.\n"));
        let unwatched = ("c.txt", "One.\n");
        assert_eq!(
            rounds(&[&[new], &[], &[unwatched], &[], &[there], &[], &[here], &[]]),
            ["all", "b.txt", "b.txt", "a.txt"]
        );
    }

    #[test]
    fn another_configuration_is_another_check() {
        assert_eq!(rounds(&[&[("rapporteur.toml", "language = 'en'\n")], &[]]), ["all", "all"]);
    }
}
