//! The baseline: findings that are known and do not fail a check.
//!
//! A folder that is checked for the first time has many findings, and nobody mends them all in one day. The baseline
//! holds them, so that a check fails for new ones only. A finding is known by the file, the rule, and a fingerprint of
//! the words it concerns; not by line or offset, which every edit above it moves.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Component, Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rapporteur_corpus::{
    checking::{self, Diagnostic, Level, Levels, Place},
    reading, record_file,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    check::counted,
    config::{Settings, absolute},
    escape,
    files::{self, Content, Entry, Trouble},
};

/// What the file is called unless the configuration names another.
pub const NAME: &str = "rapporteur-baseline.json";

/// How large a baseline may be, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// The version of the file's form.
const FORM: u32 = 1;

/// By what a finding is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    path: String,
    rule: String,
    fingerprint: String,
}

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    path: String,
    rule: String,
    /// The beginning of the words, for people; it does not tell findings apart.
    words: String,
    fingerprint: String,
    count: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    baseline: u32,
    findings: Vec<Line>,
}

/// How often a finding stands somewhere, and the words it is about.
#[derive(Debug, Clone, Default)]
struct Count {
    times: usize,
    words: String,
}

/// One file of known findings, and what a run has made of it.
#[derive(Debug, Default)]
struct Ledger {
    file: PathBuf,
    known: BTreeMap<Key, Count>,
    /// What has not been found yet in this run.
    left: BTreeMap<Key, usize>,
    /// What was found in this run, known or not.
    found: BTreeMap<Key, Count>,
    /// The paths that were looked at.
    looked: BTreeSet<String>,
    /// Known findings of rules that did not run for their path, of which nothing can be said.
    silent: BTreeSet<Key>,
    /// Whether all articles were compared with each other.
    is_whole: bool,
}

/// The known findings of a run, which may be under several configurations.
#[derive(Debug)]
pub struct Baseline {
    settings: Settings,
    /// One for each file.
    ledgers: Vec<Mutex<Ledger>>,
    /// The ledger of no configuration, then those of each.
    of_config: Vec<usize>,
    writes: bool,
}

impl Baseline {
    /// Reads the baselines of the configurations in `settings`, or the one at `file` for all of them. A file that does
    /// not exist knows nothing; but one that was asked for must, unless it is to be written.
    ///
    /// # Errors
    ///
    /// Why a baseline cannot be used.
    pub fn load(settings: &Settings, file: Option<&Path>, writes: bool) -> Result<Self, Trouble> {
        let of_config =
            settings.configs().map(|config| config.baseline.clone().unwrap_or_else(|| config.folder().join(NAME)));
        let default = std::iter::once(absolute(Path::new(NAME)));
        let files: Vec<PathBuf> = match file {
            Some(file) if !writes && fs::symlink_metadata(file).is_err() => {
                let message = "no such file; `--write-baseline` writes one";
                return Err(Trouble::new(escape::path(file), message));
            }
            Some(file) => vec![absolute(file)],
            None => default.chain(of_config).collect(),
        };
        let mut distinct: Vec<&PathBuf> = Vec::new();
        let mut of_config = Vec::new();
        for file in &files {
            let index = distinct.iter().position(|other| *other == file).unwrap_or(distinct.len());
            if index == distinct.len() {
                distinct.push(file);
            }
            of_config.push(index);
        }
        let ledgers: Result<Vec<_>, Trouble> =
            distinct.into_iter().map(|file| Ledger::load(file.clone()).map(Mutex::new)).collect();
        Ok(Self { settings: settings.clone(), ledgers: ledgers?, of_config, writes })
    }

    fn ledger(&self, entry: &Entry) -> Option<MutexGuard<'_, Ledger>> {
        let config = self.settings.index(entry.article.path()).map_or(0, |index| index + 1);
        let ledger = self.ledgers.get(self.of_config.get(config).copied().unwrap_or_default())?;
        // A thread that panicked has at most left a count half done.
        Some(ledger.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The ledger of an entry, where it knows or learns something.
    fn ledger_of_use(&self, entry: &Entry) -> Option<MutexGuard<'_, Ledger>> {
        self.ledger(entry).filter(|ledger| self.writes || !ledger.known.is_empty())
    }

    /// Whether anything is known, or to be written, of articles under the same configuration as this one.
    pub(crate) fn is_of_use(&self, entry: &Entry) -> bool {
        self.ledger_of_use(entry).is_some()
    }

    /// The files that hold what is known, whether or not they exist.
    pub fn files(&self) -> Vec<PathBuf> {
        let file = |ledger: &Mutex<Ledger>| ledger.lock().unwrap_or_else(PoisonError::into_inner).file.clone();
        self.ledgers.iter().map(file).collect()
    }

    /// The findings of an entry that are new, and how many are known. Where the baseline is to be written, all are.
    ///
    /// `levels` are those of the check: of a rule that did not run, the known findings are kept.
    pub fn filter(
        &self,
        entry: &Entry,
        contents: [&Content; 2],
        levels: &Levels,
        diagnostics: Vec<Diagnostic>,
    ) -> (Vec<Diagnostic>, usize) {
        if let Some(mut ledger) = self.ledger_of_use(entry) {
            let is_unusable = diagnostics.iter().any(|diagnostic| makes_unusable(diagnostic.rule));
            for name in ledger.names(entry) {
                let of_path = Key { path: name.clone(), rule: String::new(), fingerprint: String::new() };
                let known = ledger.known.range(of_path..).map(|(key, _)| key).take_while(|key| key.path == name);
                let is_allowed =
                    |key: &Key| checking::rule(&key.rule).is_some_and(|rule| levels.of(rule) == Level::Allow);
                let is_silent = |key: &&Key| is_unusable || is_allowed(key);
                let silent: Vec<Key> = known.filter(is_silent).cloned().collect();
                ledger.silent.extend(silent);
                ledger.looked.insert(name);
            }
        }
        self.filter_across(entry, contents, &[], diagnostics)
    }

    /// As [`filter`](Self::filter), for findings in which other articles have a part too, which are called `beside`. That
    /// an entry has a part in them does not say that it was looked at itself.
    pub fn filter_across(
        &self,
        entry: &Entry,
        [article, record]: [&Content; 2],
        beside: &[&str],
        diagnostics: Vec<Diagnostic>,
    ) -> (Vec<Diagnostic>, usize) {
        let Some(names) = self.ledger_of_use(entry).map(|ledger| ledger.names(entry)) else {
            return (diagnostics, 0);
        };
        let words = concerned(&diagnostics, article.bytes(), record.bytes());
        let keys: Vec<(Key, String)> = diagnostics
            .iter()
            .zip(words)
            .map(|(diagnostic, words)| {
                let beside = beside.iter().map(|name| escape::text(name).into_owned());
                let words: Vec<String> = beside.chain((!words.is_empty()).then_some(words)).collect();
                let words = words.join(" ");
                let path = names[usize::from(diagnostic.place().is_in_record())].clone();
                let rule = diagnostic.rule.name.to_owned();
                let fingerprint = fingerprint(&words, &diagnostic.message);
                (Key { path, rule, fingerprint }, shown(&words))
            })
            .collect();
        let Some(mut ledger) = self.ledger(entry) else { return (diagnostics, 0) };
        let (mut new, mut known) = (Vec::new(), 0);
        for (diagnostic, (key, words)) in diagnostics.into_iter().zip(keys) {
            let is_known = ledger.left.get_mut(&key).filter(|left| **left > 0).map(|left| *left -= 1).is_some();
            let count = ledger.found.entry(key).or_default();
            count.times += 1;
            count.words = words;
            if is_known || self.writes {
                known += 1;
            } else {
                new.push(diagnostic);
            }
        }
        (new, known)
    }

    /// Writes the baselines if that was asked for, and says for people what became of them: of entries that match
    /// nothing any more, or of what was written.
    ///
    /// `is_whole` says that everything was looked at: only then is it known of what articles say against each other that
    /// it is gone.
    ///
    /// # Errors
    ///
    /// Why a file could not be written.
    pub fn finish(&self, is_whole: bool) -> Result<Vec<String>, Trouble> {
        let mut notes = Vec::new();
        for ledger in &self.ledgers {
            let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
            ledger.is_whole = is_whole;
            let note = if self.writes { ledger.write()? } else { ledger.stale_note() };
            notes.extend(note);
        }
        Ok(notes)
    }
}

impl Ledger {
    fn load(file: PathBuf) -> Result<Self, Trouble> {
        let name = escape::path(&file);
        let trouble = |why: String| Trouble::new(name.clone(), why);
        let bytes = match files::content(&files::Place::File(file.clone()), MAX_BYTES) {
            Content::Missing => return Ok(Self { file, ..Self::default() }),
            Content::Unreadable(why) => return Err(trouble(why)),
            Content::Bytes(bytes) if bytes.len() as u64 > MAX_BYTES => {
                return Err(trouble(format!("more than {MAX_BYTES} bytes, which no baseline needs")));
            }
            Content::Bytes(bytes) => bytes,
        };
        let again = "mend that, or remove the file and let `rapporteur check --write-baseline` write another";
        let form: Form = serde_json::from_slice(&bytes).map_err(|error| {
            let (what, line, column) = flaw(&bytes, &error);
            Trouble::new(format!("{name}:{line}:{column}"), format!("this is no baseline: {what}; {again}"))
        })?;
        if form.baseline != FORM {
            let (form, does) = (form.baseline, "use the version of rapporteur that wrote it");
            return Err(trouble(format!("this is a baseline of form {form}, and this version reads {FORM}; {does}")));
        }
        let mut known: BTreeMap<Key, Count> = BTreeMap::new();
        for Line { path, rule, words, fingerprint, count } in form.findings {
            let slot = known.entry(Key { path, rule, fingerprint }).or_default();
            slot.times = slot.times.saturating_add(count);
            slot.words = words;
        }
        let left = known.iter().map(|(key, count)| (key.clone(), count.times)).collect();
        Ok(Self { file, known, left, ..Self::default() })
    }

    fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(&self.file)
    }

    /// What an entry's article and record are called in the file.
    fn names(&self, entry: &Entry) -> [String; 2] {
        [&entry.article, &entry.record].map(|place| relative(place.path(), self.folder()))
    }

    /// Whether this run can say that a known finding is gone: the path was looked at and the rule ran, or there is no
    /// such file any more.
    fn is_judged(&self, key: &Key) -> bool {
        if self.looked.contains(&key.path) {
            let is_compared = checking::rule(&key.rule).is_some_and(checking::Rule::compares_articles);
            return !self.silent.contains(key) && (self.is_whole || !is_compared);
        }
        // A name that had to be escaped leads nowhere, which says nothing.
        let is_plain = !key.path.contains('\\');
        is_plain && !self.looked.is_empty() && fs::symlink_metadata(self.folder().join(&key.path)).is_err()
    }

    fn stale_note(&self) -> Option<String> {
        /// Enough to see what it is about.
        const MOST: usize = 5;

        let stale: Vec<(&Key, usize)> = self
            .left
            .iter()
            .filter(|(key, left)| **left > 0 && self.is_judged(key))
            .map(|(key, left)| (key, *left))
            .collect();
        let total = stale.iter().fold(0_usize, |total, (_, left)| total.saturating_add(*left));
        if total == 0 {
            return None;
        }
        let mut note = format!("{} of {} found no more:", counted(total, "known finding"), escape::path(&self.file));
        for (key, _) in stale.iter().take(MOST) {
            let _ = write!(note, " {} in {},", escape::text(&key.rule), escape::text(&key.path));
        }
        if stale.len() > MOST {
            note.push_str(" and others,");
        }
        note.pop();
        let them = if total == 1 { "it" } else { "them" };
        let _ = write!(note, "; `rapporteur check --write-baseline` takes {them} out");
        Some(note.replacen(" found no more", if total == 1 { " is found no more" } else { " are found no more" }, 1))
    }

    fn write(&self) -> Result<Option<String>, Trouble> {
        let kept = self.known.iter().filter(|(key, _)| !self.is_judged(key));
        let mut lines: BTreeMap<&Key, &Count> = kept.collect();
        // What came on standard input stands nowhere.
        for (key, found) in self.found.iter().filter(|(key, _)| key.path != NOWHERE) {
            // What could not be judged may be there more often than it was found.
            let is_more = lines.get(key).is_none_or(|kept| kept.times < found.times);
            if is_more {
                lines.insert(key, found);
            }
        }
        if self.looked.is_empty() {
            return Ok(None);
        }
        let mut out = format!("{{\"baseline\": {FORM}, \"findings\": [");
        let mut separator = "\n";
        for (key, count) in &lines {
            let line = Line {
                path: key.path.clone(),
                rule: key.rule.clone(),
                words: count.words.clone(),
                fingerprint: key.fingerprint.clone(),
                count: count.times,
            };
            // Strings and a number, which JSON can always say.
            let line = serde_json::to_string(&line).unwrap_or_default();
            let _ = write!(out, "{separator}{}", escape::json(&line));
            separator = ",\n";
        }
        out.push_str("\n]}\n");
        let name = escape::path(&self.file);
        files::write_whole(&self.file, out.as_bytes(), || true)
            .map_err(|error| Trouble::new(name.clone(), files::reason(&error)))?;
        let times = |count: Option<&Count>| count.map_or(0, |count| count.times);
        let sum = |counts: &mut dyn Iterator<Item = usize>| counts.fold(0, usize::saturating_add);
        let more = |count: &Count, than: Option<&Count>| count.times.saturating_sub(times(than));
        let total = sum(&mut lines.values().map(|count| count.times));
        let new = sum(&mut lines.iter().map(|(key, count)| more(count, self.known.get(key))));
        let gone = sum(&mut self.known.iter().map(|(key, count)| more(count, lines.get(key).copied())));
        Ok(Some(format!("wrote {name} with {}: {new} new, {gone} taken out", counted(total, "finding"))))
    }
}

/// What is wrong with a file that is no baseline, in a sentence without a stop, and the line and the column.
fn flaw(bytes: &[u8], error: &serde_json::Error) -> (String, usize, usize) {
    let whole: Result<Value, serde_json::Error> = serde_json::from_slice(bytes);
    let at = whole.as_ref().err().unwrap_or(error);
    let what = match &whole {
        Ok(whole) => wrong_shape(whole),
        Err(_) if str::from_utf8(bytes).is_err() => "its bytes are not UTF-8".to_owned(),
        Err(error) if error.is_eof() => "it breaks off here".to_owned(),
        Err(_) => "from here on it is no JSON that can be read".to_owned(),
    };
    (what, at.line(), at.column().max(1))
}

/// What JSON has to be a baseline and is not.
fn wrong_shape(whole: &Value) -> String {
    /// The members of a finding, all of them strings but the last.
    const MEMBERS: [&str; 5] = ["path", "rule", "words", "fingerprint", "count"];

    let is_count = |value: &Value| value.as_u64().is_some_and(|number| usize::try_from(number).is_ok());
    let unknown = |members: &serde_json::Map<String, Value>, known: &[&str]| {
        let unknown = members.keys().find(|name| !known.contains(&name.as_str()));
        unknown.map(|name| escape::text(&name.chars().take(60).collect::<String>()).into_owned())
    };
    let Some(members) = whole.as_object() else { return "it must be an object".to_owned() };
    if members.get("baseline").and_then(Value::as_u64).is_none_or(|form| u32::try_from(form).is_err()) {
        return "its `baseline` must be the number of its form".to_owned();
    }
    let Some(findings) = members.get("findings").and_then(Value::as_array) else {
        return "its `findings` must be a list".to_owned();
    };
    if let Some(name) = unknown(members, &["baseline", "findings"]) {
        return format!("it has a member `{name}`, which nobody knows");
    }
    for (number, finding) in (1..).zip(findings) {
        let Some(members) = finding.as_object() else { return format!("finding {number} must be an object") };
        for name in MEMBERS {
            let is_wanted = |value: &Value| if name == "count" { is_count(value) } else { value.is_string() };
            if !members.get(name).is_some_and(is_wanted) {
                let wanted = if name == "count" { "a number" } else { "a string" };
                return format!("the `{name}` of finding {number} must be {wanted}");
            }
        }
        if let Some(name) = unknown(members, &MEMBERS) {
            return format!("finding {number} has a member `{name}`, which nobody knows");
        }
    }
    // What is left is what the values alone do not show.
    "a member stands in it twice".to_owned()
}

/// Whether what a rule finds keeps other rules from finding anything.
fn makes_unusable(rule: &checking::Rule) -> bool {
    rule.level == Level::Deny && rule.code.starts_with(['A', 'B', 'F'])
}

/// What the article on standard input is called, which has no path.
const NOWHERE: &str = "-";

/// The path from a folder, with slashes, escaped.
fn relative(path: Option<&Path>, folder: &Path) -> String {
    let Some(path) = path.map(absolute) else { return NOWHERE.to_owned() };
    let mut up = String::new();
    for ancestor in folder.ancestors() {
        if let Ok(rest) = path.strip_prefix(ancestor) {
            let names = rest.components().filter(|component| matches!(component, Component::Normal(_)));
            let names: Vec<String> = names.map(|name| escape::path(Path::new(name.as_os_str()))).collect();
            return up + &names.join("/");
        }
        up.push_str("../");
    }
    escape::path(&path)
}

/// The words that each finding concerns, without what every edit moves.
fn concerned(diagnostics: &[Diagnostic], article: Option<&[u8]>, record: Option<&[u8]>) -> Vec<String> {
    let json = record.and_then(|bytes| str::from_utf8(bytes).ok());
    let pointers: Vec<&str> = diagnostics
        .iter()
        .map(|diagnostic| match diagnostic.place() {
            Place::RecordPointer(pointer) => around_number(pointer),
            _ => "",
        })
        .collect();
    let ranges = match json {
        Some(json) if pointers.iter().any(|pointer| !pointer.is_empty()) => record_file::locate_all(json, &pointers),
        _ => vec![None; pointers.len()],
    };
    let words = |(diagnostic, range): (&Diagnostic, Option<std::ops::Range<usize>>)| match diagnostic.place() {
        Place::Article | Place::Record => String::new(),
        Place::ArticleSpan(span) => {
            article.and_then(|bytes| bytes.get(span.range())).map(escape::bytes).unwrap_or_default()
        }
        Place::ArticleByte(at) => near(article, *at),
        Place::RecordByte(at) => near(record, *at),
        Place::RecordPointer(_) => {
            let value = json.zip(range).and_then(|(json, range)| json.get(range)).unwrap_or_default();
            serde_json::from_str(value).map_or_else(|_| value.to_owned(), |value| essence(value).to_string())
        }
    };
    diagnostics.iter().zip(ranges).map(words).collect()
}

/// A pointer to an offset leads to what it is the offset of.
fn around_number(pointer: &str) -> &str {
    let trimmed = pointer.strip_suffix("/start").or_else(|| pointer.strip_suffix("/end"));
    trimmed.unwrap_or(pointer)
}

/// The value without offsets and without the numbers of ids, all of which an edit elsewhere changes. Its depth is that
/// of a value that serde has parsed, which is bounded.
fn essence(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let is_kept = |name: &String| !matches!(name.as_str(), "start" | "end" | "seal" | "bytes" | "sha256");
            let kept = members.into_iter().filter(|(name, _)| is_kept(name));
            Value::Object(kept.map(|(name, value)| (name, essence(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(essence).collect()),
        Value::String(word) => match word.split_at_checked(1) {
            Some((letter @ ("p" | "m" | "s" | "q"), number))
                if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                Value::String(letter.to_owned())
            }
            _ => Value::String(word),
        },
        other => other,
    }
}

/// The bytes round an offset, as far as its line goes.
fn near(bytes: Option<&[u8]>, at: usize) -> String {
    const AROUND: usize = 24;
    let Some(bytes) = bytes else { return String::new() };
    let at = at.min(bytes.len());
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let before = &bytes[at.saturating_sub(AROUND)..at];
    let after = &bytes[at..bytes.len().min(at.saturating_add(AROUND))];
    let before = before.rsplit(is_end).next().unwrap_or_default();
    let after = match after {
        [first, rest @ ..] => [&[*first], rest.split(is_end).next().unwrap_or_default()].concat(),
        [] => Vec::new(),
    };
    escape::bytes(&[before, &after].concat())
}

/// A few characters that are the same for the same words and kind of message.
fn fingerprint(words: &str, message: &str) -> String {
    // The numbers of a message are places and ids.
    let mut kind = String::new();
    for character in message.chars() {
        if !character.is_ascii_digit() {
            kind.push(character);
        } else if !kind.ends_with('#') {
            kind.push('#');
        }
    }
    let digest = reading::source(&format!("{kind}\n{words}")).sha256.to_string();
    digest.chars().take(16).collect()
}

/// The beginning of the words.
fn shown(words: &str) -> String {
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_knows_words_and_kind_but_no_numbers() {
        assert_eq!(fingerprint("“We", "opened at byte 7"), fingerprint("“We", "opened at byte 712"));
        assert_ne!(fingerprint("“We", "opened at byte 7"), fingerprint("“They", "opened at byte 7"));
        assert_ne!(fingerprint("“We", "opened at byte 7"), fingerprint("“We", "closed at byte 7"));
    }

    #[test]
    fn values_are_known_without_offsets_and_ids() {
        let value = |start: u32, id: &str| serde_json::json!({ "text": "pole", "start": start, "from": [{ "end": start }], "who": [id] });
        assert_eq!(essence(value(1, "p3")), essence(value(2, "p12")));
        assert_eq!(essence(value(1, "p3"))["text"], "pole");
        assert_eq!(around_number("/people/0/mentions/1/start"), "/people/0/mentions/1");
    }

    #[test]
    fn bytes_are_known_by_what_stands_round_them() {
        assert_eq!(near(Some(b"one\ntwo \xff three\nfour"), 8), r"two \xff three");
        assert_eq!(
            (near(Some(b"ab"), 9), near(None, 1), near(Some(b"a\n\nb"), 2)),
            ("ab".into(), String::new(), r"\nb".into())
        );
    }

    #[test]
    fn paths_start_at_the_baseline() {
        let path = |path: &str| relative(Some(Path::new(path)), Path::new("/w/news"));
        assert_eq!(path("/w/news/a/b.txt"), "a/b.txt");
        assert_eq!(path("/w/old/b\n.txt"), "../old/b\\n.txt");
        assert_eq!(relative(None, Path::new("/w")), "-");
    }

    #[test]
    fn hostile_baselines_are_refused_or_harmless() {
        let folder = tempfile::tempdir().unwrap();
        let load = |text: &str| {
            let file = folder.path().join(NAME);
            fs::write(&file, text).unwrap();
            Ledger::load(file).map_err(|trouble| trouble.to_string())
        };
        let sound = r#""path":"a.txt","rule":"A001","words":"","fingerprint":"0","count":1"#;
        let of_one = |finding: &str| format!("{{\"baseline\": 1, \"findings\": [\n{{{finding}}}]}}");
        for (text, told) in [
            ("{".to_owned(), ":1:1: this is no baseline: it breaks off here; mend that, or remove the file"),
            (
                "{\"baseline\": 1, oops}".to_owned(),
                ":1:17: this is no baseline: from here on it is no JSON that can be read",
            ),
            ("[".repeat(100_000), "from here on it is no JSON that can be read"),
            ("[]".to_owned(), "it must be an object"),
            ("{\"findings\": []}".to_owned(), "its `baseline` must be the number of its form"),
            ("{\"baseline\": 1, \"findings\": 2}".to_owned(), "its `findings` must be a list"),
            (
                "{\"baseline\": 1, \"findings\": [], \"x\u{9b}\": 2}".to_owned(),
                "it has a member `x\\u{9b}`, which nobody knows",
            ),
            ("{\"baseline\": 1, \"findings\": [2]}".to_owned(), "finding 1 must be an object"),
            (of_one(&sound.replace("\"count\":1", "\"count\":-1")), "the `count` of finding 1 must be a number"),
            (of_one(&sound.replace("\"rule\":\"A001\",", "")), "the `rule` of finding 1 must be a string"),
            (of_one(&format!("{sound},\"why\":0")), "finding 1 has a member `why`, which nobody knows"),
            (of_one(&format!("{sound},\"count\":1")), ":2:"),
            (
                "{\"baseline\": 2, \"findings\": []}".to_owned(),
                "this is a baseline of form 2, and this version reads 1",
            ),
        ] {
            let error = load(&text).unwrap_err();
            assert!(error.contains(told), "{error}");
        }
        assert!(load(&of_one(sound)).is_ok());
        assert!(load(&"[".repeat(100_000)).is_err());
        assert!(load(r#"{"baseline": 2, "findings": []}"#).unwrap_err().contains("form 2"));
        assert!(load(r#"{"baseline": 1, "findings": [], "x": 1}"#).is_err());
        let line = format!(r#"{{"path": "a", "rule": "r", "words": "", "fingerprint": "f", "count": {}}}"#, usize::MAX);
        let ledger = load(&format!(r#"{{"baseline": 1, "findings": [{line}, {line}]}}"#)).unwrap();
        assert_eq!(ledger.left.values().copied().collect::<Vec<_>>(), [usize::MAX]);
    }
}
