//! The cache: articles and records in which nothing was found, so that nobody need look for it again.
//!
//! An entry is known by the digest of all that has a say in what the rules find in it: the bytes of its article and its
//! record, what the record is to call itself, the levels of the rules and the limits; and the file as a whole by the
//! program that wrote it. So what is known never is out of date, and there is nothing to clear. What something was found
//! in is not kept: every finding is of the run that shows it.

use std::{
    borrow::Cow,
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rapporteur_corpus::{
    checking::{Abstract, Levels},
    document::Limits,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    escape,
    files::{self, Content, Entry, Place, Trouble},
};

/// How large the file may be, in bytes: a million entries.
const MAX_BYTES: u64 = 1 << 30;

/// What the file begins with.
const MARK: &[u8] = b"rapporteur-cache\n";

/// In so many further checks of everything an entry may be missing until it is forgotten: whoever goes back and forth
/// between two branches finds both.
const MOST_IDLE: u8 = 3;

type Sum = [u8; 32];

/// By what an entry is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Key(Sum);

impl Key {
    /// The key of an entry whose files hold this; `None` where one of them cannot be read, which may be otherwise in the
    /// next run.
    pub(crate) fn of(entry: &Entry, contents: [&Content; 2], levels: &Levels, limits: Limits) -> Option<Self> {
        let mut digest = Sha256::new();
        digest.update(levels.in_order().map(|level| level as u8).collect::<Vec<_>>());
        digest.update(limits.article_bytes.to_le_bytes());
        let bytes = contents.map(|content| match content {
            Content::Unreadable(_) => None,
            Content::Missing => Some(None),
            Content::Bytes(bytes) => Some(Some(bytes.as_slice())),
        });
        let [article, record] = bytes;
        for part in [Some(entry.id.as_bytes()), article?, record?] {
            // What is missing has a length that nothing has.
            digest.update(part.map_or(u64::MAX, |part| part.len() as u64).to_le_bytes());
            digest.update(part.unwrap_or_default());
        }
        Some(Self(digest.finalize().into()))
    }
}

/// What a check counts in an entry in which it finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) articles: usize,
    pub(crate) records: usize,
    pub(crate) summits: usize,
    pub(crate) statements: usize,
    pub(crate) allowed: usize,
}

/// What is known of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known<'a> {
    pub(crate) tally: Tally,
    /// What it is compared with others by.
    pub(crate) kept: Cow<'a, Abstract>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line<'a> {
    key: Key,
    /// How many checks of everything have not met it.
    idle: u8,
    known: Known<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Form<'a> {
    program: Sum,
    lines: Vec<Line<'a>>,
}

/// What earlier runs have found nothing in.
#[derive(Debug)]
pub(crate) struct Cache {
    file: PathBuf,
    program: Sum,
    /// How many entries the file knows.
    size: usize,
    /// Those of them that this run has not met yet.
    left: Mutex<HashMap<Key, (u8, Known<'static>)>>,
}

impl Cache {
    /// Reads the cache at `file`. One that does not exist, that another program has written, or that is damaged, knows
    /// nothing. `None` where this program's own file cannot be read, so that nobody could say which one it is.
    ///
    /// # Errors
    ///
    /// When something else stands there, which must not be written over.
    pub(crate) fn load(file: &Path) -> Result<Option<Self>, Trouble> {
        let program = env::current_exe().and_then(fs::read).ok().map(|program| sum(&program));
        program.map(|program| Self::of(file, program)).transpose()
    }

    fn of(file: &Path, program: Sum) -> Result<Self, Trouble> {
        let trouble = |why: &str| Trouble::new(escape::path(file), why);
        let lines = match files::content(&Place::File(file.to_owned()), MAX_BYTES) {
            Content::Missing => Vec::new(),
            Content::Unreadable(why) => return Err(trouble(&why)),
            Content::Bytes(bytes) => {
                let rest = bytes.strip_prefix(MARK);
                if rest.is_none() && !MARK.starts_with(&bytes) {
                    return Err(trouble("this is no cache, and is left as it is; name another file, or remove it"));
                }
                rest.and_then(|rest| lines(rest, &program)).unwrap_or_default()
            }
        };
        let size = lines.len();
        let left = lines.into_iter().map(|line| (line.key, (line.idle, line.known))).collect();
        Ok(Self { file: file.to_owned(), program, size, left: Mutex::new(left) })
    }

    /// What is known of an entry, which is given once.
    pub(crate) fn take(&self, key: &Key) -> Option<Known<'static>> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        left.remove(key).map(|(_, known)| known)
    }

    /// Writes down what a check of everything has found nothing in, where that is not what the file knows already.
    ///
    /// # Errors
    ///
    /// Why the file could not be written.
    pub(crate) fn keep(self, clean: Vec<(Key, Known<'_>)>) -> Result<(), String> {
        let left = self.left.into_inner().unwrap_or_else(PoisonError::into_inner);
        if left.is_empty() && clean.len() == self.size {
            return Ok(());
        }
        let mut idle: Vec<Line<'_>> = left
            .into_iter()
            .filter(|(_, (idle, _))| *idle < MOST_IDLE)
            .map(|(key, (idle, known))| Line { key, idle: idle + 1, known })
            .collect();
        idle.sort_by_key(|line| line.key);
        let mut lines: Vec<_> = clean.into_iter().map(|(key, known)| Line { key, idle: 0, known }).collect();
        lines.append(&mut idle);
        let note = |why: String| format!("the cache {} is not written: {why}", escape::path(&self.file));
        let form = Form { program: self.program, lines };
        let mut bytes = postcard::to_extend(&form, MARK.to_vec()).map_err(|error| note(error.to_string()))?;
        bytes.extend(sum(&bytes[MARK.len()..]));
        files::write_whole(&self.file, &bytes, || true).map_err(|error| note(files::reason(&error)))?;
        Ok(())
    }
}

/// The lines of a file of this program's, if it is one and whole.
fn lines(bytes: &[u8], program: &Sum) -> Option<Vec<Line<'static>>> {
    let (form, digest) = bytes.split_last_chunk::<32>()?;
    if !form.starts_with(program) || sum(form) != *digest {
        return None;
    }
    postcard::from_bytes(form).ok().map(|form: Form<'static>| form.lines)
}

fn sum(bytes: &[u8]) -> Sum {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use rapporteur_corpus::checking::{Input, Level, Subject};

    use super::*;

    fn entry(name: &str) -> Entry {
        files::find(&[name.into()]).entries.remove(0)
    }

    fn keys(count: u8) -> impl Iterator<Item = Key> {
        (0..count).map(|number| Key([number; 32]))
    }

    fn known() -> Known<'static> {
        let text = b"Leaders meet\n\nPresident Ann Roy met President Tom Reed in Oslo on 3 May 2024.\n";
        let subject = Subject::new("a", Input::Bytes(text), Input::Missing, Limits::default());
        let tally = Tally { articles: 1, records: 0, summits: 1, statements: 0, allowed: 2 };
        Known { tally, kept: Cow::Owned(Abstract::of(&subject)) }
    }

    const PROGRAM: Sum = [7; 32];

    #[test]
    fn whatever_has_a_say_in_the_findings_is_in_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["a.txt", "b.txt"].map(|name| {
            fs::write(folder.path().join(name), "x").unwrap();
            entry(folder.path().join(name).to_str().unwrap())
        });
        let bytes = |text: &str| Content::Bytes(text.into());
        let limits = Limits { article_bytes: 9 };
        let mut levels = Levels::default();
        let of = |entry: &Entry, article: &Content, record: &Content, levels: &Levels, limits| {
            Key::of(entry, [article, record], levels, limits).unwrap()
        };
        let mut keys = vec![
            of(&one, &bytes("They"), &bytes("met"), &levels, limits),
            of(&other, &bytes("They"), &bytes("met"), &levels, limits),
            of(&one, &bytes("The"), &bytes("ymet"), &levels, limits),
            of(&one, &bytes("They"), &bytes(""), &levels, limits),
            of(&one, &bytes("They"), &Content::Missing, &levels, limits),
            of(&one, &Content::Missing, &bytes("They"), &levels, limits),
            of(&one, &bytes("They"), &bytes("met"), &levels, Limits { article_bytes: 8 }),
        ];
        levels.set("mixed-quotation-marks", Level::Deny).unwrap();
        keys.push(of(&one, &bytes("They"), &bytes("met"), &levels, limits));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert_eq!(Key::of(&one, [&Content::Unreadable(String::new()), &Content::Missing], &levels, limits), None);
    }

    #[test]
    fn what_is_kept_is_known_once_and_forgotten_when_it_stays_away() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        let load = || Cache::of(&file, PROGRAM).unwrap();
        let [first, second] = [Key([1; 32]), Key([2; 32])];
        load().keep(vec![(first, known()), (second, known())]).unwrap();
        for _ in 0..=MOST_IDLE {
            let cache = load();
            let met = cache.take(&first);
            assert_eq!(met, Some(known()));
            assert_eq!(cache.take(&first), None);
            assert!(cache.left.lock().unwrap().contains_key(&second));
            cache.keep(met.into_iter().map(|known| (first, known)).collect()).unwrap();
        }
        assert_eq!(load().take(&second), None);
        assert_eq!(load().size, 1);
    }

    #[test]
    fn the_cache_of_another_program_and_a_damaged_one_know_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        Cache::of(&file, PROGRAM).unwrap().keep(keys(2).map(|key| (key, known())).collect()).unwrap();
        assert_eq!(Cache::of(&file, PROGRAM).unwrap().size, 2);
        assert_eq!(Cache::of(&file, [8; 32]).unwrap().size, 0);
        let whole = fs::read(&file).unwrap();
        for at in MARK.len()..whole.len() {
            assert!(lines(&whole[MARK.len()..at], &PROGRAM).is_none(), "cut off at {at}");
            let mut damaged = whole[MARK.len()..].to_owned();
            damaged[at - MARK.len()] ^= 1;
            assert!(lines(&damaged, &PROGRAM).is_none(), "another byte at {at}");
        }
        for end in [0, 1, MARK.len(), whole.len() - 1] {
            fs::write(&file, &whole[..end]).unwrap();
            assert_eq!(Cache::of(&file, PROGRAM).unwrap().size, 0, "cut off at {end}");
        }
    }

    #[test]
    fn what_is_no_cache_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "They met.\n").unwrap();
        let trouble = Cache::of(&file, PROGRAM).unwrap_err();
        assert!(trouble.message.starts_with("this is no cache, and is left as it is"), "{trouble}");
        assert_eq!(fs::read(&file).unwrap(), b"They met.\n");
    }
}
