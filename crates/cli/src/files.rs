//! Finding articles and their records, reading them, and writing records so that none is ever half written.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Component, Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use tempfile::Builder;
use walkdir::{DirEntry, WalkDir};

use crate::escape;

/// How many files are worked on before the results are written out.
pub(crate) const BATCH: usize = 64;

/// An article and the record that lies, or would lie, beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the record calls itself: the article's file name without its extension.
    pub id: String,
    /// Where the article is, or would be where only its record was found.
    pub article: Place,
    /// Where the record is, or would be.
    pub record: Place,
    /// Whether one of the two was asked for by its own name, and not only found in a folder.
    pub named: bool,
}

impl Entry {
    /// Why nothing can be done about an entry of which nothing is left since it was found.
    pub(crate) fn gone(&self) -> Trouble {
        Trouble::new(self.article.name(), "it was there a moment ago and is gone")
    }
}

/// Where an article or a record is to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file, which may or may not exist.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// Standard input, which holds what is to stand in a file: what an editor has not saved yet.
    Unsaved(PathBuf),
    /// Nowhere: what comes from standard input has no record beside it.
    Nowhere,
}

impl Place {
    /// The path of a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Unsaved(path) => Some(path),
            Self::StandardInput | Self::Nowhere => None,
        }
    }

    /// What to call it before people, escaped.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) | Self::Unsaved(path) => escape::path(path),
            Self::StandardInput => "<standard input>".to_owned(),
            Self::Nowhere => "<no file>".to_owned(),
        }
    }
}

/// What was asked for and cannot be had, as opposed to an article or a record with something wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What it is about, escaped.
    pub name: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Trouble {
    pub(crate) fn new(name: impl Into<String>, message: impl Into<String>) -> Self {
        Self { name: name.into(), message: message.into() }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.name, self.message)
    }
}

/// What stands at the paths that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Articles and records: in the order of the paths given, and by name within a folder. None comes twice.
    pub entries: Vec<Entry>,
    /// Paths that do not exist, folders that cannot be read, names that cannot be an id.
    pub troubles: Vec<Trouble>,
}

/// Finds the articles and records at `paths`: files, folders, or `-` for standard input.
///
/// A folder is walked through; every `.txt` and every `.record.json` in it counts, except in folders that are hidden
/// or called `target`. Links are followed, a loop once.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    // What one folder holds comes once by itself.
    let mut is_new = |path: &Path| paths.len() == 1 || seen.insert(plain(path));
    for path in paths {
        if path.as_os_str() == "-" {
            let entry =
                Entry { id: "stdin".to_owned(), article: Place::StandardInput, record: Place::Nowhere, named: true };
            if is_new(path) {
                found.entries.push(entry);
            }
            continue;
        }
        let mut entries = Vec::new();
        match fs::symlink_metadata(path) {
            Err(error) => found.troubles.push(Trouble::new(escape::path(path), reason(&error))),
            Ok(_) if path.is_dir() => walk(path, &mut entries, &mut found.troubles),
            Ok(_) => {
                note(path, &mut entries, &mut found.troubles);
                if let Some(entry) = entries.last_mut() {
                    entry.named = true;
                }
            }
        }
        found.entries.extend(entries.into_iter().filter(|entry| entry.article.path().is_none_or(&mut is_new)));
    }
    found
}

/// The article on standard input as if it stood at `path`, with the record that lies beside that.
pub fn on_standard_input(path: &Path) -> Found {
    let (mut entries, mut troubles) = (Vec::new(), Vec::new());
    if path.file_name().is_none() || is_record(path) || path.is_dir() {
        troubles.push(Trouble::new(escape::path(path), "this is not the name of an article"));
    } else {
        note(path, &mut entries, &mut troubles);
    }
    let unsaved = |entry| Entry { article: Place::Unsaved(path.to_owned()), named: true, ..entry };
    Found { entries: entries.into_iter().map(unsaved).collect(), troubles }
}

/// Notes what a folder holds, by name and each article once.
fn walk(folder: &Path, entries: &mut Vec<Entry>, troubles: &mut Vec<Trouble>) {
    let wanted = |entry: &DirEntry| {
        let name = entry.file_name().as_encoded_bytes();
        entry.depth() == 0 || !entry.file_type().is_dir() || !(name.starts_with(b".") || name == b"target")
    };
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(wanted) {
        match entry {
            Ok(entry) if is_article(entry.path()) || is_record(entry.path()) => note(entry.path(), entries, troubles),
            Ok(_) => {}
            // A folder that holds itself is being walked already.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => match error.path() {
                // A dangling link: what wants to read it will say so.
                Some(path) if is_article(path) || is_record(path) => note(path, entries, troubles),
                path => {
                    let name = path.map_or_else(|| escape::path(folder), escape::path);
                    let message = error.io_error().map_or_else(|| error.to_string(), reason);
                    troubles.push(Trouble::new(name, message));
                }
            },
        }
    }
    entries.sort_by(|one, other| one.article.path().cmp(&other.article.path()));
    entries.dedup_by(|one, other| one.article == other.article);
}

/// Notes the entry to which the file at `path` belongs, unless it is the last one already.
fn note(path: &Path, entries: &mut Vec<Entry>, troubles: &mut Vec<Trouble>) {
    let Some(name) = path.file_name() else { return };
    let beside = |stem: &OsStr, ending: &str| {
        let mut name = stem.to_owned();
        name.push(ending);
        path.with_file_name(name)
    };
    let (article, record, stem) = if let Some(stem) = record_stem(name) {
        (beside(stem, ".txt"), path.to_owned(), stem)
    } else {
        let stem = path.file_stem().unwrap_or(name);
        (path.to_owned(), beside(stem, ".record.json"), stem)
    };
    if entries.last().is_some_and(|last| last.article.path() == Some(&article)) {
        return;
    }
    let Some(id) = stem.to_str() else {
        troubles.push(Trouble::new(
            escape::path(path),
            "the name is not UTF-8, so no record can carry it; rename the file",
        ));
        return;
    };
    entries.push(Entry { id: id.to_owned(), article: Place::File(article), record: Place::File(record), named: false });
}

/// The name without `.record.json`; `None` where it ends otherwise.
fn record_stem(name: &OsStr) -> Option<&OsStr> {
    let name = Path::new(name);
    let inner = Path::new(name.file_stem()?);
    if name.extension()? == "json" && inner.extension()? == "record" { inner.file_stem() } else { None }
}

/// Whether a file of this path is an article for its name.
pub fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt")
}

/// Whether a file of this path is a record for its name.
pub fn is_record(path: &Path) -> bool {
    path.file_name().and_then(record_stem).is_some()
}

/// The path without `.` in it, by which the same file given in two ways is known.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|component| *component != Component::CurDir).collect()
}

/// The folder in which a file lies.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The system's words without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error").map_or(text.as_str(), |(text, _)| text);
    let mut characters = text.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

/// What was found where an article or a record was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Missing,
    /// Something that cannot be read, and why.
    Unreadable(String),
    /// Bytes, cut off one byte behind the limit where there are more.
    Bytes(Vec<u8>),
}

impl Content {
    /// The bytes, if there are any to be had.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Missing | Self::Unreadable(_) => None,
        }
    }
}

/// Reads at most one byte more than `limit`, which is enough to know that there are too many.
pub fn content(place: &Place, limit: u64) -> Content {
    let read = match place {
        Place::Nowhere => return Content::Missing,
        Place::StandardInput | Place::Unsaved(_) => standard_input(limit),
        // Looked at before it is opened: to open a pipe that nobody writes to would wait for ever.
        Place::File(path) => fs::metadata(path).and_then(|metadata| {
            if metadata.is_dir() {
                return Err(io::Error::other("it is a folder, not a file"));
            }
            if !metadata.is_file() {
                return Err(io::Error::other("it is a pipe, a socket or a device, not a file"));
            }
            read_up_to(File::open(path)?, limit, metadata.len())
        }),
    };
    match read {
        Ok(bytes) => Content::Bytes(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match place.path() {
            // A link that leads nowhere is there, unlike a file that is not.
            Some(path) if fs::symlink_metadata(path).is_ok() => {
                Content::Unreadable("a link that leads nowhere".to_owned())
            }
            _ => Content::Missing,
        },
        Err(error) => Content::Unreadable(reason(&error)),
    }
}

/// Standard input, which can be read only once and may be wanted again: to be shown, or beside other articles.
fn standard_input(limit: u64) -> io::Result<Vec<u8>> {
    static READ: Mutex<Option<Vec<u8>>> = Mutex::new(None);

    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = &*read {
        return Ok(bytes.clone());
    }
    let bytes = read_up_to(io::stdin().lock(), limit, 0)?;
    *read = Some(bytes.clone());
    Ok(bytes)
}

/// Reads into room for as many bytes as are `expected`, so that a file is read at once.
fn read_up_to(reader: impl Read, limit: u64, expected: u64) -> io::Result<Vec<u8>> {
    let most = limit.saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(most)).unwrap_or_default());
    reader.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a whole file or nothing: into a temporary file in the same folder, which takes the name once `still_wanted`
/// agrees. Gives back whether it did.
///
/// # Errors
///
/// What the system says, with the file unchanged.
pub fn write_whole(path: &Path, bytes: &[u8], still_wanted: impl FnOnce() -> bool) -> io::Result<bool> {
    // Through a link the file it leads to is written, and the link stays.
    let path = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_owned() };
    let folder = folder_of(&path);
    let mut builder = Builder::new();
    builder.prefix(".rapporteur-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's mask leaves of it, like any other new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    if let Ok(metadata) = fs::metadata(&path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if !still_wanted() {
        return Ok(false);
    }
    file.persist(&path).map_err(|error| error.error)?;
    // The new name is only sure to outlive a power cut once the folder is written too.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: &Found) -> Vec<String> {
        found.entries.iter().map(|entry| entry.article.name()).collect()
    }

    #[test]
    fn a_folder_is_walked_by_name_and_a_pair_is_one_entry() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("b/target")).unwrap();
        fs::create_dir_all(at(".hidden")).unwrap();
        for name in [
            "z.txt",
            "b/one.txt",
            "b/one.record.json",
            "b/lost.record.json",
            "b/note.md",
            ".hidden/no.txt",
            "b/target/no.txt",
            ".dot.txt",
        ] {
            fs::write(at(name), "x").unwrap();
        }
        let found = find(&[folder.path().to_owned(), at("z.txt")]);
        let expected = [".dot.txt", "b/lost.txt", "b/one.txt", "z.txt"].map(|name| escape::path(&at(name)));
        assert_eq!(names(&found), expected);
        assert_eq!(found.troubles, []);
    }

    #[test]
    fn a_path_that_does_not_exist_is_told_and_the_others_are_found() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "x").unwrap();
        let found = find(&[folder.path().join("none"), folder.path().to_owned()]);
        assert_eq!(found.entries.len(), 1);
        assert!(found.troubles[0].message.contains("no such file"), "{:?}", found.troubles);
    }

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_end_and_names_that_are_not_utf8_are_told() {
        use std::os::unix::{ffi::OsStrExt, fs::symlink};
        let folder = tempfile::tempdir().unwrap();
        symlink(folder.path(), folder.path().join("again")).unwrap();
        symlink("nowhere", folder.path().join("dangling.txt")).unwrap();
        fs::write(folder.path().join(OsStr::from_bytes(b"Z\xfcrich.txt")), "x").unwrap();
        let found = find(&[folder.path().to_owned()]);
        assert_eq!(found.entries.len(), 1);
        assert!(matches!(content(&found.entries[0].article, 9), Content::Unreadable(_)));
        assert!(found.troubles[0].name.ends_with("Z\\xfcrich.txt"), "{:?}", found.troubles);
    }

    #[test]
    fn a_file_is_written_whole_or_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.record.json");
        assert!(write_whole(&path, b"one", || true).unwrap());
        assert!(!write_whole(&path, b"two", || false).unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }
}
