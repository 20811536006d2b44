//! What has changed since a revision, as git knows it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::{OsStr, OsString},
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    escape,
    files::{Entry, Place, folder_of},
};

/// Files that are not as they were in a revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// Their paths, with the links in their folders resolved.
    files: BTreeSet<PathBuf>,
}

impl Changed {
    /// The files of the repositories in which `paths` lie that differ from `revision`, or that git does not keep yet.
    ///
    /// # Errors
    ///
    /// What to tell the user: that git cannot be run, that there is no repository, or no such revision.
    pub fn since(revision: &str, paths: &[PathBuf]) -> Result<Self, String> {
        let mut tops = BTreeSet::new();
        for path in paths {
            let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
            tops.insert(top(folder)?);
        }
        let mut files = BTreeSet::new();
        for top in tops {
            let revision = commit(&top, revision)?;
            files.extend(differing(&top, &revision, None)?.into_iter().map(|name| top.join(name)));
        }
        Ok(Self { files })
    }

    /// These files.
    pub fn these(paths: &[PathBuf]) -> Self {
        let resolved = |path: &PathBuf| Some(fs::canonicalize(folder_of(path)).ok()?.join(path.file_name()?));
        Self { files: paths.iter().filter_map(resolved).collect() }
    }

    /// For each entry whether its article or its record has changed.
    pub fn among(&self, entries: &[Entry]) -> Vec<bool> {
        let mut folders: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        let mut is_changed = |place: &Place| {
            let Some((path, name)) = place.path().and_then(|path| Some((path, path.file_name()?))) else {
                // What comes from standard input is being worked on.
                return *place == Place::StandardInput;
            };
            let folder = folder_of(path);
            let resolved = folders.entry(folder.to_owned()).or_insert_with(|| fs::canonicalize(folder).ok());
            resolved.as_ref().is_some_and(|folder| self.files.contains(&folder.join(name)))
        };
        entries.iter().map(|entry| is_changed(&entry.article) || is_changed(&entry.record)).collect()
    }
}

/// The folder of the repository in which a folder lies.
pub(crate) fn top(folder: &Path) -> Result<PathBuf, String> {
    let out = git(folder, &["rev-parse", "--show-toplevel"]).map_err(|error| match error {
        Failure::NotRun(why) => why,
        Failure::Refused(_) => format!("{} lies in no git repository with a working tree", named(folder)),
    })?;
    let path = path_of(out.strip_suffix(b"\n").unwrap_or(&out));
    Ok(fs::canonicalize(&path).unwrap_or(path))
}

/// The commit that a revision names, by its whole number.
pub(crate) fn commit(folder: &Path, revision: &str) -> Result<String, String> {
    let wanted = format!("{revision}^{{commit}}");
    let out =
        git(folder, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]).map_err(
            |error| match error {
                Failure::NotRun(why) => why,
                Failure::Refused(_) => {
                    format!("git knows no revision `{}` in {}", escape::text(revision), named(folder))
                }
            },
        )?;
    Ok(String::from_utf8_lossy(&out).trim().to_owned())
}

/// The names, from `folder` and in it, of the files that differ between two commits, or between one and the working
/// tree with what git does not keep yet.
pub(crate) fn differing(folder: &Path, old: &str, new: Option<&str>) -> Result<Vec<PathBuf>, String> {
    let mut arguments = vec!["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", old];
    arguments.extend(new);
    arguments.push("--");
    let mut out = git(folder, &arguments)?;
    if new.is_none() {
        out.extend(git(folder, &["ls-files", "-z", "--others", "--exclude-standard"])?);
    }
    Ok(out.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(path_of).collect())
}

/// Why git gave nothing.
pub(crate) enum Failure {
    /// It could not be started.
    NotRun(String),
    /// It said no, and this is what it said, escaped.
    Refused(String),
}

impl From<Failure> for String {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotRun(why) => why,
            Failure::Refused(why) => format!("git says: {why}"),
        }
    }
}

/// What git prints in a folder.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = command(folder, arguments).stdin(Stdio::null()).output().map_err(|error| not_run(&error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Failure::Refused(escape::bytes(output.stderr.trim_ascii())))
}

/// Git in a folder, ready to be run. It writes nothing.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    command.arg("-C").arg(folder).args(arguments).env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
    command
}

pub(crate) fn not_run(error: &std::io::Error) -> Failure {
    Failure::NotRun(format!("git cannot be run: {}", crate::files::reason(error)))
}

fn named(folder: &Path) -> String {
    if folder.as_os_str().is_empty() { "the current folder".to_owned() } else { escape::path(folder) }
}

/// A path as git prints it.
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let name: OsString = {
        use std::os::unix::ffi::OsStrExt;
        OsStr::from_bytes(bytes).to_owned()
    };
    #[cfg(not(unix))]
    let name = OsString::from(String::from_utf8_lossy(bytes).into_owned());
    PathBuf::from(name)
}
