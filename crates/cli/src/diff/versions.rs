//! Two versions of records: from folders, from files, or from the revisions of a git repository.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, BufReader, Read, Write},
    path::{Component, Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Stdio},
};

use rapporteur_corpus::record_file;

use crate::{
    changed, escape,
    files::{self, Content, Place},
};

/// A record in both versions.
pub(super) struct Document {
    /// What to call it, escaped.
    pub(super) name: String,
    pub(super) old: Content,
    pub(super) new: Content,
}

/// Where one version of a record is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    File(PathBuf),
    /// In git, by its object's name.
    Blob(String),
}

type Tree = BTreeMap<PathBuf, Source>;

/// All records of two versions.
pub(super) struct Versions {
    old: Tree,
    new: Tree,
    /// Those not looked at yet, the last first.
    names: Vec<PathBuf>,
    /// What stands before every name.
    prefix: PathBuf,
    blobs: Option<Blobs>,
}

/// What an argument means.
enum Meaning {
    Folder(PathBuf),
    File(PathBuf),
    /// A commit by its whole number.
    Commit(String),
}

impl Versions {
    /// What is to be compared with what.
    pub(super) fn resolve(old: Option<&str>, new: Option<&str>) -> Result<Self, String> {
        use Meaning::{Commit, File, Folder};
        let here = Path::new("");
        let head = |folder: &Path| changed::commit(folder, "HEAD").map(Commit);
        let (old, new) = match (old.map(meaning).transpose()?, new.map(meaning).transpose()?) {
            (Some(old), Some(new)) => (old, new),
            (Some(Commit(old)), None) => (Commit(old), Folder(here.to_owned())),
            // A path alone is compared with what the last commit holds of it.
            (Some(Folder(path)), None) => (head(&path)?, Folder(path)),
            (Some(File(path)), None) => (head(path.parent().unwrap_or(here))?, File(path)),
            (None, new) => (head(here)?, new.unwrap_or_else(|| Folder(here.to_owned()))),
        };
        match (old, new) {
            (Folder(old), Folder(new)) => Ok(Self::new(on_disk(&old)?, on_disk(&new)?, None, PathBuf::new(), None)),
            (File(old), File(new)) => {
                let tree = |path: PathBuf| Tree::from([(new.clone(), Source::File(path))]);
                Ok(Self::new(tree(old), tree(new.clone()), None, PathBuf::new(), None))
            }
            (Commit(old), Commit(new)) => {
                let (old, new) = (in_commit(here, &old)?, in_commit(here, &new)?);
                Ok(Self::new(old, new, None, PathBuf::new(), Some(Blobs::start(here)?)))
            }
            (Commit(commit), Folder(path)) => Self::with_commit(&path, &commit, false),
            (Folder(path), Commit(commit)) => Self::with_commit(&path, &commit, true),
            (Commit(commit), File(path)) => {
                Ok(Self::with_commit(path.parent().unwrap_or(here), &commit, false)?.only(&path))
            }
            (File(path), Commit(commit)) => {
                Ok(Self::with_commit(path.parent().unwrap_or(here), &commit, true)?.only(&path))
            }
            (File(_), Folder(_)) | (Folder(_), File(_)) => {
                Err("a folder cannot be compared with one record; give two folders or two records".to_owned())
            }
        }
    }

    fn new(old: Tree, new: Tree, only: Option<&BTreeSet<PathBuf>>, prefix: PathBuf, blobs: Option<Blobs>) -> Self {
        let names: BTreeSet<&PathBuf> = old.keys().chain(new.keys()).collect();
        let differs = |name: &&PathBuf| {
            let is_same_blob = matches!(old.get(*name), Some(Source::Blob(_))) && old.get(*name) == new.get(*name);
            !is_same_blob && only.is_none_or(|only| only.contains(*name))
        };
        let names: Vec<PathBuf> = names.into_iter().filter(differs).rev().cloned().collect();
        Self { old, new, names, prefix, blobs }
    }

    /// A commit against what lies in a folder of its repository now. `commit_is_new` turns it round.
    fn with_commit(folder: &Path, commit: &str, commit_is_new: bool) -> Result<Self, String> {
        let changed: BTreeSet<PathBuf> =
            changed::differing(folder, commit, None)?.into_iter().filter(|path| is_wanted(path)).collect();
        let file = |name: &PathBuf| (name.clone(), Source::File(folder.join(name)));
        let tree: Tree = changed.iter().map(file).filter(|(_, source)| is_there(source)).collect();
        let (mut old, mut new) = (in_commit(folder, commit)?, tree);
        if commit_is_new {
            std::mem::swap(&mut old, &mut new);
        }
        Ok(Self::new(old, new, Some(&changed), folder.to_owned(), Some(Blobs::start(folder)?)))
    }

    /// Only the record at this path.
    fn only(mut self, path: &Path) -> Self {
        let name = path.file_name().map(PathBuf::from).unwrap_or_default();
        self.names.retain(|other| *other == name);
        self
    }

    /// The next records; none at the end.
    pub(super) fn next_batch(&mut self, most: usize) -> Result<Vec<Document>, String> {
        let mut batch = Vec::new();
        while batch.len() < most
            && let Some(name) = self.names.pop()
        {
            let (old, new) = (self.old.get(&name).cloned(), self.new.get(&name).cloned());
            let (old, new) = (self.content(old)?, self.content(new)?);
            batch.push(Document { name: escape::path(&self.prefix.join(name)), old, new });
        }
        Ok(batch)
    }

    fn content(&mut self, source: Option<Source>) -> Result<Content, String> {
        match (source, &mut self.blobs) {
            (Some(Source::File(path)), _) => Ok(files::content(&Place::File(path), record_file::MAX_BYTES as u64)),
            (Some(Source::Blob(object)), Some(blobs)) => blobs.content(&object),
            (None, _) | (Some(Source::Blob(_)), None) => Ok(Content::Missing),
        }
    }
}

fn is_there(source: &Source) -> bool {
    matches!(source, Source::File(path) if path.symlink_metadata().is_ok())
}

/// What an argument means: something that is there, or else a revision.
fn meaning(argument: &str) -> Result<Meaning, String> {
    let path = PathBuf::from(argument);
    let here = Path::new("");
    let commit = || changed::commit(here, argument);
    let name = escape::text(argument);
    if !path.exists() {
        return match commit() {
            Ok(commit) => Ok(Meaning::Commit(commit)),
            Err(why) => Err(format!("`{name}` is no folder and no record that is there; and {why}")),
        };
    }
    if path.components().count() == 1 && !argument.starts_with('.') && commit().is_ok() {
        return Err(format!(
            "`{name}` is a path and a revision; write `./{name}` for the path, `refs/heads/{name}` or a commit's number for the revision"
        ));
    }
    if path.is_dir() {
        return Ok(Meaning::Folder(path));
    }
    if path.extension().is_some_and(|end| end == "json") {
        return Ok(Meaning::File(path));
    }
    Err(format!("`{name}` is no record; its name would end with .record.json"))
}

/// The records in and below a folder.
fn on_disk(folder: &Path) -> Result<Tree, String> {
    let found = files::find(&[folder.to_owned()]);
    if let Some(trouble) = found.troubles.first() {
        return Err(trouble.to_string());
    }
    let records = found.entries.into_iter().filter_map(|entry| {
        let path = entry.record.path()?.to_owned();
        let name = path.strip_prefix(folder).ok()?.to_owned();
        Some((name, Source::File(path)))
    });
    Ok(records.filter(|(_, source)| is_there(source)).collect())
}

/// Whether a path is a record's, in no folder that is left out.
fn is_wanted(path: &Path) -> bool {
    let is_record = path.to_string_lossy().ends_with(".record.json");
    let folders = path.parent().map(Path::components);
    let is_left_out = |folder: Component<'_>| {
        let name = folder.as_os_str().as_encoded_bytes();
        name.starts_with(b".") || name == b"target"
    };
    is_record && !folders.is_some_and(|mut folders| folders.any(is_left_out))
}

/// The records of a commit in and below a folder, by their paths from it.
fn in_commit(folder: &Path, commit: &str) -> Result<Tree, String> {
    let out = changed::git(folder, &["ls-tree", "-r", "-z", commit])?;
    let line = |line: &[u8]| {
        let tab = line.iter().position(|byte| *byte == b'\t')?;
        let (head, path) = (str::from_utf8(&line[..tab]).ok()?, changed::path_of(&line[tab + 1..]));
        let mut words = head.split(' ');
        let (mode, object) = (words.next()?, words.nth(1)?);
        // Links and other repositories are no records.
        let is_file = mode.starts_with("100") && is_wanted(&path);
        is_file.then(|| (path, Source::Blob(object.to_owned())))
    };
    Ok(out.split(|byte| *byte == 0).filter_map(line).collect())
}

/// A git that gives one object after the other.
struct Blobs {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Blobs {
    fn start(folder: &Path) -> Result<Self, String> {
        let mut child = changed::command(folder, &["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| changed::not_run(&error))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(input), Some(output)) => Ok(Self { child, input, output: BufReader::new(output) }),
            _ => Err("git cannot be spoken to".to_owned()),
        }
    }

    fn content(&mut self, object: &str) -> Result<Content, String> {
        let gone = |error: std::io::Error| format!("git stopped: {}", files::reason(&error));
        writeln!(self.input, "{object}").and_then(|()| self.input.flush()).map_err(gone)?;
        let mut head = String::new();
        (&mut self.output).take(1 << 10).read_line(&mut head).map_err(gone)?;
        let Some(size) = head.trim_end().strip_prefix(&format!("{object} blob ")) else {
            let head = head.trim_end();
            return Ok(Content::Unreadable(if head.is_empty() { "git stopped".to_owned() } else { head.to_owned() }));
        };
        let size: u64 = size.parse().map_err(|_| "git gives an object without a size".to_owned())?;
        let limit = record_file::MAX_BYTES as u64 + 1;
        let mut bytes = Vec::new();
        (&mut self.output).take(size.min(limit)).read_to_end(&mut bytes).map_err(gone)?;
        // What is over the limit, and the line's end.
        let rest = size.saturating_sub(limit).saturating_add(1);
        std::io::copy(&mut (&mut self.output).take(rest), &mut std::io::sink()).map_err(gone)?;
        Ok(Content::Bytes(bytes))
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        // It only reads, so nothing is lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
