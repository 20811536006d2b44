//! Findings for people and for programs.
//!
//! The rules speak of places: spans of the article, JSON pointers into the record. Here they become lines and columns,
//! and each format has a file that says how it puts them. All words of others are escaped, and of a line only the
//! window round the finding is shown, so that neither a hostile article nor a line of a megabyte does harm.

use std::{
    borrow::Cow,
    cell::OnceCell,
    collections::{BTreeMap, HashMap, HashSet},
    fmt::Write as _,
    io::{self, Write},
    ops::Range,
    sync::Arc,
};

use rapporteur_corpus::{
    checking::{Diagnostic, Edit, Fix, Label, Level, Place},
    document::{Limits, LineIndex, Position},
    record_file::{self, DraftError},
};

use crate::{
    check::Summary,
    escape,
    files::{self, Content, Entry},
};

mod github;
mod human;
mod json;
mod rdjson;
mod sarif;

#[cfg(feature = "schemars")]
pub use json::schema;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// As a compiler prints them: the line with carets under the words.
    #[default]
    Human,
    /// The form that `docs/findings.md` describes, a finding a line.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands, by which GitHub shows findings beside the lines of a pull request.
    Github,
    /// The form that reviewdog reads.
    Rdjson,
}

/// How findings look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// For people or for programs.
    pub format: Format,
    /// Whether to use colours.
    pub colour: bool,
    /// The width of a line in columns.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { format: Format::Human, colour: false, width: 100 }
    }
}

/// The files that findings are about, as they were read.
pub struct Exhibit<'a> {
    entry: &'a Entry,
    article: &'a [u8],
    record: &'a [u8],
    others: &'a [Entry],
    limits: &'a dyn Fn(&Entry) -> Limits,
}

/// A file in which something was found, with its lines.
struct Sheet<'a> {
    /// For people, escaped.
    name: String,
    /// For programs, as it is.
    path: String,
    /// For URIs, by its bytes.
    uri: String,
    bytes: &'a [u8],
    /// The lines, once they were asked for: few findings are about both files.
    lines: OnceCell<LineIndex<'a>>,
}

/// Where in a file something was found.
struct Site<'s> {
    sheet: &'s Sheet<'s>,
    range: Option<Range<usize>>,
}

/// A finding with its places, whatever found it.
struct Finding<'f> {
    level: Level,
    rule: Option<&'static rapporteur_corpus::checking::Rule>,
    message: &'f str,
    labels: Vec<(&'f Label, Site<'f>)>,
    expected: Option<&'f str>,
    found: Option<&'f str>,
    notes: &'f [String],
    help: Option<&'f str>,
    fix: Option<&'f Fix>,
    /// What the fix replaces; `None` where an earlier finding has the same fix, and has it all.
    edits: Option<Vec<Replacement<'f>>>,
}

/// What a fix replaces in a file, by whole lines where a whole file is given.
struct Replacement<'f> {
    site: Site<'f>,
    text: &'f str,
}

impl<'a> Sheet<'a> {
    fn new(place: &files::Place, bytes: &'a [u8]) -> Self {
        let path = place.path().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned());
        let uri = place.path().map_or_else(|| "-".to_owned(), |path| sarif::uri(path.as_os_str().as_encoded_bytes()));
        Self { name: place.name(), path, uri, bytes, lines: OnceCell::new() }
    }

    /// The lines, up to the first byte that is not UTF-8.
    fn lines(&self) -> &LineIndex<'a> {
        let valid = || self.bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        self.lines.get_or_init(|| LineIndex::new(valid()))
    }
}

impl Site<'_> {
    /// Where the place begins and ends; `None` where the whole file is meant.
    fn positions(&self) -> Option<(Position, Position)> {
        let range = self.range.as_ref()?;
        let lines = self.sheet.lines();
        Some((lines.position(range.start), lines.position(range.end.max(range.start))))
    }

    /// As [`positions`](Self::positions), for programs to which a byte order mark is no part of the first line.
    fn positions_without_mark(&self) -> Option<(Position, Position)> {
        let has_mark = self.sheet.bytes.starts_with("\u{feff}".as_bytes());
        let without = |position: Position| match position.line {
            1 if has_mark => Position {
                column: position.column.saturating_sub(1).max(1),
                utf16_column: position.utf16_column.saturating_sub(1).max(1),
                byte_column: position.byte_column.saturating_sub('\u{feff}'.len_utf8()).max(1),
                ..position
            },
            _ => position,
        };
        self.positions().map(|(start, end)| (without(start), without(end)))
    }
}

/// No JSON that is read as a record is deeper.
const MAX_POINTER_DEPTH: usize = 128;

/// The sheets of one entry, and where values of its record stand.
struct Opened<'s> {
    article: &'s Sheet<'s>,
    record: &'s Sheet<'s>,
    ranges: HashMap<&'s str, Range<usize>>,
    /// Of values that are not there, where the innermost begins that would hold them.
    nearest: HashMap<&'s str, Range<usize>>,
}

impl<'s> Opened<'s> {
    /// The values are looked for in one pass: the record may be long, and so may the list.
    fn new(article: &'s Sheet<'s>, record: &'s Sheet<'s>, pointers: &[&'s str]) -> Self {
        let located = |pointers: &[&'s str]| -> HashMap<&'s str, Range<usize>> {
            if pointers.is_empty() {
                return HashMap::new();
            }
            let Ok(json) = str::from_utf8(record.bytes) else { return HashMap::new() };
            let ranges = record_file::locate_all(json, pointers);
            pointers.iter().zip(ranges).filter_map(|(&pointer, range)| Some((pointer, range?))).collect()
        };
        let ranges = located(pointers);
        // No pointer that leads anywhere is so deep.
        let holders = |pointer: &'s str| {
            let holder = |inner: &&'s str| inner.rsplit_once('/').map(|(outer, _)| outer);
            std::iter::successors(Some(pointer), holder).skip(1).take(MAX_POINTER_DEPTH)
        };
        let missing: Vec<&str> = pointers.iter().copied().filter(|pointer| !ranges.contains_key(pointer)).collect();
        let found = located(&missing.iter().flat_map(|pointer| holders(pointer)).collect::<Vec<_>>());
        let nearest = |pointer: &'s str| {
            let start = holders(pointer).find_map(|outer| found.get(outer))?.start;
            Some((pointer, start..start + 1))
        };
        Self { article, record, ranges, nearest: missing.into_iter().filter_map(nearest).collect() }
    }

    fn site(&self, place: &Place) -> Site<'s> {
        let site = |sheet, range| Site { sheet, range };
        match place {
            Place::Article => site(self.article, None),
            Place::ArticleSpan(span) => site(self.article, Some(span.range())),
            Place::ArticleByte(at) => site(self.article, Some(*at..at.saturating_add(1))),
            Place::Record => site(self.record, None),
            Place::RecordByte(at) => site(self.record, Some(*at..at.saturating_add(1))),
            Place::RecordPointer(pointer) => {
                let range = self.ranges.get(pointer.as_str()).or_else(|| self.nearest.get(pointer.as_str()));
                site(self.record, range.cloned())
            }
        }
    }

    fn replacement(&self, edit: &'s Edit) -> Replacement<'s> {
        let is_missing = pointer(&edit.place).is_some_and(|pointer| !self.ranges.contains_key(pointer));
        let site = if is_missing { Site { sheet: self.record, range: None } } else { self.site(&edit.place) };
        match (&edit.place, str::from_utf8(site.sheet.bytes)) {
            (Place::Article | Place::Record, Ok(old)) => {
                let (range, text) = changed_lines(old, &edit.text);
                Replacement { site: Site { range: Some(range), ..site }, text }
            }
            _ => Replacement { site, text: &edit.text },
        }
    }
}

/// The lines in which `new` differs from `old`: their bytes in `old`, and what `new` has instead.
fn changed_lines<'t>(old: &str, new: &'t str) -> (Range<usize>, &'t str) {
    let same = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
    let start = old.as_bytes()[..same].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let (old_rest, new_rest) = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let same = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    // What is kept begins with a line in both.
    let begins_a_line = |rest: &[u8]| rest[..rest.len() - same].last().is_none_or(|&byte| byte == b'\n');
    let kept = if begins_a_line(old_rest) && begins_a_line(new_rest) {
        same
    } else {
        let tail = &old_rest[old_rest.len() - same..];
        tail.iter().position(|&byte| byte == b'\n').map_or(0, |end| same - end - 1)
    };
    let (old_end, new_end) = (old.len() - kept, new.len() - kept);
    (start..old_end, new.get(start..new_end).unwrap_or(new))
}

impl<'a> Exhibit<'a> {
    /// The files of an entry, with the bytes that were found there.
    pub fn new(entry: &'a Entry, article: Option<&'a [u8]>, record: Option<&'a [u8]>) -> Self {
        let (article, record) = (article.unwrap_or_default(), record.unwrap_or_default());
        Self { entry, article, record, others: &[], limits: &|_| Limits::default() }
    }

    /// The same among other entries, to whose files labels may point by index. They are read where one does, up to their
    /// limits.
    #[must_use]
    pub fn among(self, others: &'a [Entry], limits: &'a dyn Fn(&Entry) -> Limits) -> Self {
        Self { others, limits, ..self }
    }

    /// The findings, ready to be printed one after the other.
    pub fn print(&self, diagnostics: &[Diagnostic], look: &Look) -> String {
        self.print_each(diagnostics, look).concat()
    }

    /// Each finding, ready to be printed.
    pub fn print_each(&self, diagnostics: &[Diagnostic], look: &Look) -> Vec<String> {
        if diagnostics.is_empty() {
            return Vec::new();
        }
        let labels = || diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels);
        let contents = self.read_others(labels().filter_map(|label| label.entry));
        let sheets: BTreeMap<usize, (Sheet<'_>, Sheet<'_>)> = contents
            .iter()
            .map(|(&index, (entry, article, record))| {
                let (article, record) = (article.bytes().unwrap_or_default(), record.bytes().unwrap_or_default());
                (index, (Sheet::new(&entry.article, article), Sheet::new(&entry.record, record)))
            })
            .collect();
        let pointers = |index: Option<usize>| {
            let pointers = labels().filter(|label| label.entry == index).filter_map(|label| pointer(&label.place));
            pointers.collect::<Vec<_>>()
        };
        let mut pointers_here = pointers(None);
        let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
        pointers_here.extend(fixes.flat_map(|fix| &fix.edits).filter_map(|edit| pointer(&edit.place)));
        let [article, record] = self.sheets();
        let here = Opened::new(&article, &record, &pointers_here);
        let others: BTreeMap<usize, Opened<'_>> = sheets
            .iter()
            .map(|(&index, (article, record))| (index, Opened::new(article, record, &pointers(Some(index)))))
            .collect();
        let site = |label: &Label| match label.entry {
            None => Some(here.site(&label.place)),
            Some(index) => others.get(&index).map(|opened| opened.site(&label.place)),
        };
        let mut told = HashSet::new();
        let finding = |diagnostic| {
            let &Diagnostic {
                rule,
                level,
                ref message,
                ref labels,
                ref expected,
                ref found,
                ref notes,
                ref help,
                ref fix,
            } = diagnostic;
            let is_new = fix.as_ref().is_some_and(|fix| told.insert(Arc::as_ptr(fix)));
            let edits = fix.as_ref().filter(|_| is_new).map(|fix| &fix.edits);
            Finding {
                level,
                rule: Some(rule),
                message,
                labels: labels.iter().filter_map(|label| Some((label, site(label)?))).collect(),
                expected: expected.as_deref(),
                found: found.as_deref(),
                notes,
                help: help.as_deref(),
                fix: fix.as_deref(),
                edits: edits.map(|edits| edits.iter().map(|edit| here.replacement(edit)).collect()),
            }
        };
        diagnostics.iter().map(finding).map(|finding| finding.print(look)).collect()
    }

    fn sheets(&self) -> [Sheet<'a>; 2] {
        [Sheet::new(&self.entry.article, self.article), Sheet::new(&self.entry.record, self.record)]
    }

    /// The files of the entries that labels point to.
    fn read_others(&self, indices: impl Iterator<Item = usize>) -> BTreeMap<usize, (&'a Entry, Content, Content)> {
        let mut contents = BTreeMap::new();
        for index in indices {
            let Some(entry) = self.others.get(index) else { continue };
            contents.entry(index).or_insert_with(|| {
                let article = files::content(&entry.article, u64::from((self.limits)(entry).article_bytes));
                (entry, article, files::content(&entry.record, record_file::MAX_BYTES as u64))
            });
        }
        contents
    }

    /// Something wrong that no rule is about, at a place of the article's file, ready to be printed.
    pub(crate) fn print_flaw(&self, message: &str, label: &Label, help: Option<&str>, look: &Look) -> String {
        let [article, record] = self.sheets();
        let here = Opened::new(&article, &record, &[]);
        let finding = Finding {
            level: Level::Deny,
            rule: None,
            message,
            labels: vec![(label, here.site(&label.place))],
            expected: None,
            found: None,
            notes: &[],
            help,
            fix: None,
            edits: None,
        };
        finding.print(look)
    }

    /// What is wrong with a draft, ready to be printed.
    pub fn print_draft_errors(&self, errors: &[DraftError], look: &Look) -> String {
        /// Nobody reads more, and a hostile draft could ask for millions.
        const MOST: usize = 100;

        let mut out = String::new();
        let shown = &errors[..errors.len().min(MOST)];
        let labels: Vec<Label> = shown
            .iter()
            .map(|DraftError { pointer, .. }| {
                let place = if pointer.is_empty() { Place::Record } else { Place::RecordPointer(pointer.clone()) };
                Label { entry: None, place, text: String::new(), primary: true }
            })
            .collect();
        let pointers: Vec<&str> = labels.iter().filter_map(|label| pointer(&label.place)).collect();
        let [article, record] = self.sheets();
        let here = Opened::new(&article, &record, &pointers);
        let look = Look { format: Format::Human, ..*look };
        for (DraftError { message, .. }, label) in shown.iter().zip(&labels) {
            let finding = Finding {
                level: Level::Deny,
                rule: None,
                message,
                labels: vec![(label, here.site(&label.place))],
                expected: None,
                found: None,
                notes: &[],
                help: None,
                fix: None,
                edits: None,
            };
            out.push_str(&finding.print(&look));
        }
        if errors.len() > MOST {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "and {} more\n", errors.len() - MOST);
        }
        out
    }
}

fn pointer(place: &Place) -> Option<&str> {
    if let Place::RecordPointer(pointer) = place { Some(pointer) } else { None }
}

impl<'f> Finding<'f> {
    fn print(&self, look: &Look) -> String {
        match look.format {
            Format::Human => human::print(self, look),
            Format::Json => json::print(self),
            Format::Sarif => sarif::print(self),
            Format::Github => github::print(self),
            Format::Rdjson => rdjson::print(self),
        }
    }

    /// Where it is.
    fn site(&self) -> Option<&Site<'f>> {
        self.labels.first().map(|(_, site)| site)
    }

    /// The rule's name and code; empty where no rule found it.
    fn rule(&self) -> (&'static str, &'static str) {
        self.rule.map_or(("", ""), |rule| (rule.name, rule.code))
    }

    /// As [`lines`](Self::lines), with the other places, for formats that have one place for a finding.
    fn lines_and_places(&self) -> Vec<String> {
        let mut lines = self.lines();
        for (label, site) in self.labels.iter().skip(1) {
            let place = site.positions().map_or_else(String::new, |(at, _)| format!(":{}:{}", at.line, at.column));
            let text = if label.text.is_empty() { String::new() } else { format!(": {}", label.text) };
            lines.push(format!("see: {}{place}{text}", plain(&site.sheet.path)));
        }
        lines
    }

    /// The message with all that is said besides, a line each, for formats that have one text for a finding.
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.message.to_owned()];
        let label = self.labels.first().map(|(label, _)| label.text.as_str()).filter(|text| !text.is_empty());
        lines.extend(label.map(str::to_owned));
        lines.extend(self.expected.map(|expected| format!("expected: {expected}")));
        lines.extend(self.found.map(|found| format!("found: {found}")));
        lines.extend(self.notes.iter().map(|note| format!("note: {note}")));
        lines.extend(self.help.map(|help| format!("help: {help}")));
        lines.extend(self.fix.map(|fix| format!("fix: {} ({})", fix.title, option(fix))));
        lines.iter().map(|line| brief(line).into_owned()).collect()
    }
}

/// Words of any length, by their beginning and their end where there are more than anybody reads.
fn brief(words: &str) -> Cow<'_, str> {
    /// Bytes of each end that are kept.
    const ENDS: usize = 400;

    if words.len() <= 3 * ENDS {
        return Cow::Borrowed(words);
    }
    let (head, tail) = (words.floor_char_boundary(ENDS), words.ceil_char_boundary(words.len() - ENDS));
    Cow::Owned(format!("{} … {} ({} bytes in all)", &words[..head], &words[tail..], words.len()))
}

/// The option of `rapporteur check` that applies a fix.
fn option(fix: &Fix) -> &'static str {
    match fix.safety {
        rapporteur_corpus::checking::Safety::Safe => "`--fix`",
        rapporteur_corpus::checking::Safety::Unsafe => "`--fix --unsafe-fixes`",
    }
}

/// JSON without line ends and unsafe characters.
fn one_line_of_json(value: &impl serde::Serialize) -> String {
    // Strings and numbers, which JSON can always say.
    let json = serde_json::to_string(value).unwrap_or_default();
    escape::json(&json).into_owned()
}

/// A report that is written as findings come in, so that no more of it is kept than what is being written.
pub struct Report<'o> {
    out: &'o mut dyn Write,
    format: Format,
    /// How many findings may still be shown.
    room: usize,
    shown: usize,
    hidden: usize,
}

impl<'o> Report<'o> {
    /// Begins a report of at most `most` findings.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn begin(out: &'o mut dyn Write, format: Format, most: usize) -> io::Result<Self> {
        let head = match format {
            Format::Human | Format::Github => String::new(),
            Format::Json => json::head(),
            Format::Sarif => sarif::head(),
            Format::Rdjson => rdjson::head(),
        };
        out.write_all(head.as_bytes())?;
        Ok(Self { out, format, room: most, shown: 0, hidden: 0 })
    }

    /// How many more findings will be shown. It is no use to prepare more.
    pub fn room(&self) -> usize {
        self.room
    }

    /// Adds findings that [`Exhibit::print_each`] has prepared, of which there were `all`: those beyond the limit are
    /// counted only.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn add(&mut self, findings: &[String], all: usize) -> io::Result<()> {
        let taken = findings.len().min(self.room);
        for finding in &findings[..taken] {
            let separator = match (self.format, self.shown) {
                (Format::Human | Format::Github, _) => "",
                (_, 0) => "\n",
                _ => ",\n",
            };
            self.out.write_all(separator.as_bytes())?;
            self.out.write_all(finding.as_bytes())?;
            self.shown += 1;
        }
        self.room -= taken;
        self.hidden += all.saturating_sub(taken);
        Ok(())
    }

    /// Ends the report.
    ///
    /// # Errors
    ///
    /// When the output cannot be written.
    pub fn end(self, summary: &Summary) -> io::Result<()> {
        let hidden = (self.hidden > 0).then(|| {
            let findings = crate::check::counted(self.hidden, "more finding");
            format!("{findings} not shown; `--max-findings` sets how many are")
        });
        let tail = match self.format {
            Format::Human => format!("{}{summary}\n", hidden.map(|hidden| hidden + "\n").unwrap_or_default()),
            Format::Json => json::tail(summary, self.hidden),
            Format::Sarif => sarif::tail(summary, hidden.as_deref()),
            Format::Github => github::tail(summary, hidden.as_deref()),
            Format::Rdjson => rdjson::tail(hidden.as_deref(), self.shown == 0),
        };
        self.out.write_all(tail.as_bytes())?;
        self.out.flush()
    }
}

/// The path of a file as programs take it: without `./` before it.
fn plain(path: &str) -> &str {
    let rest = path.trim_start_matches("./").trim_start_matches('/');
    if path.starts_with("./") && !rest.is_empty() { rest } else { path }
}

#[cfg(test)]
mod tests;
