//! `rapporteur check`: the rules over articles and the records beside them.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use rapporteur_corpus::{
    checking::{self, Abstract, Diagnostic, Input, Level, Levels, Safety, Subject},
    document::Limits,
    record_file,
};
use rayon::prelude::*;
use serde::Serialize;

use crate::{
    baseline::Baseline,
    cache::{Cache, Key, Known, Tally},
    changed::Changed,
    config::Settings,
    escape,
    files::{self, Content, Entry, Trouble},
    progress::Progress,
    report::{Exhibit, Format, Look, Report},
};

/// How to check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How much each rule weighs, where no configuration says.
    pub levels: Levels,
    /// How large an article may be, where no configuration says.
    pub limits: Limits,
    /// How findings look.
    pub look: Look,
    /// How many findings are printed; without it a thousand before people, and all before programs. It changes no count
    /// and no exit code.
    pub most: Option<usize>,
    /// Which fixes are applied before anything is reported.
    pub fix: Option<Safety>,
    /// Whether to show progress.
    pub progress: bool,
    /// What the configurations say.
    pub settings: Settings,
    /// The findings that are known.
    pub baseline: Option<Arc<Baseline>>,
    /// The file that says in what earlier runs have found nothing, so that it is not read again. A check of few articles
    /// does without it, and only a check of everything writes it.
    pub cache: Option<PathBuf>,
    /// Only what has changed is checked, and compared with all the rest.
    pub changed: Option<Changed>,
    /// What is kept from one check to the next, where only what has changed is checked again.
    pub kept: Option<Kept>,
    /// Where the article on standard input stands, which is then all that is checked.
    pub stdin_path: Option<PathBuf>,
    /// Becomes true when nothing further is to be checked and no further file to be changed.
    pub stop: Option<&'static AtomicBool>,
}

/// What a check has seen of each article, for the next one to compare others with.
#[derive(Debug, Clone, Default)]
pub struct Kept(Arc<Mutex<HashMap<PathBuf, Abstract>>>);

impl Kept {
    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, Abstract>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Options {
    fn is_stopped(&self) -> bool {
        self.stop.is_some_and(|stop| stop.load(Ordering::Relaxed))
    }

    fn limits_of(&self, entry: &Entry) -> Limits {
        self.settings.limits(entry.article.path(), self.limits)
    }

    fn most(&self) -> usize {
        /// Nobody reads more.
        const BEFORE_PEOPLE: usize = 1000;
        self.most.unwrap_or(if self.look.format == Format::Human { BEFORE_PEOPLE } else { usize::MAX })
    }
}

/// What was checked and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What was read, and how many findings there are.
    pub counts: Counts,
    /// Paths that could not be had.
    pub troubles: Vec<Trouble>,
    /// What is worth knowing besides, such as of the baseline; escaped.
    pub notes: Vec<String>,
    /// How long it took.
    pub elapsed: Duration,
}

/// What was read and what was found, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Articles that are text.
    pub articles: usize,
    /// Records that have the shape of one.
    pub records: usize,
    /// Summits, in the records where there are some and in what the reader reads otherwise.
    pub summits: usize,
    /// Statements, likewise.
    pub statements: usize,
    /// Findings that are denied.
    pub denied: usize,
    /// Findings that are warnings.
    pub warned: usize,
    /// Findings that were left out because the records allow them.
    pub allowed: usize,
    /// Findings that were there before, and were mended by fixes.
    pub fixed: usize,
    /// Findings, among those that are left, that safe fixes would mend.
    pub fixable: usize,
    /// Findings, among those that are left, that unsafe fixes would mend.
    pub fixable_unsafe: usize,
    /// Findings that the baseline knows, which are in neither number.
    pub known: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.records += other.records;
        self.summits += other.summits;
        self.statements += other.statements;
        self.denied += other.denied;
        self.warned += other.warned;
        self.allowed += other.allowed;
        self.fixed += other.fixed;
        self.fixable += other.fixable;
        self.fixable_unsafe += other.fixable_unsafe;
        self.known += other.known;
    }
}

impl From<Tally> for Counts {
    fn from(Tally { articles, records, summits, statements, allowed }: Tally) -> Self {
        Self { articles, records, summits, statements, allowed, ..Self::default() }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts {
            articles,
            records,
            summits,
            statements,
            denied,
            warned,
            allowed,
            fixed,
            fixable,
            fixable_unsafe,
            known,
        } = self.counts;
        write!(
            f,
            "read {}, {}, {}, {}; found {}, {}",
            counted(articles, "article"),
            counted(records, "record"),
            counted(summits, "summit"),
            counted(statements, "statement"),
            counted(denied, "error"),
            counted(warned, "warning"),
        )?;
        if allowed > 0 {
            write!(f, ", {allowed} allowed in records")?;
        }
        if known > 0 {
            write!(f, ", {known} known")?;
        }
        if fixed > 0 {
            write!(f, "; fixed {fixed}")?;
        }
        if fixable > 0 {
            write!(f, "; `--fix` would mend {fixable}")?;
        }
        if fixable_unsafe > 0 {
            write!(
                f,
                "; `--fix --unsafe-fixes` would mend {fixable_unsafe}{}",
                if fixable > 0 { " more" } else { "" }
            )?;
        }
        write!(f, "; took {:.2} s", self.elapsed.as_secs_f64())
    }
}

/// The number with its noun.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// For fewer entries it takes longer to read what is known of a whole corpus than to check them.
const LEAST_FOR_CACHE: usize = 32;

/// How many entries are checked before their findings are printed: so many that no thread waits long for the last one.
const BATCH: usize = 4 * files::BATCH;

/// Checks what stands at `paths` and prints the findings in the order of the files, and then those in which several
/// articles have a part. With fixes, what can be mended is
/// mended first, and what is left is printed.
///
/// # Errors
///
/// When the output cannot be written; of the kind `Interrupted` when it was stopped.
pub fn check(paths: &[PathBuf], options: &Options, out: &mut dyn Write) -> io::Result<Summary> {
    let begun = Instant::now();
    let mut found = match &options.stdin_path {
        Some(path) => files::on_standard_input(path),
        None => files::find(paths),
    };
    let is_wanted: Vec<bool> = match &options.changed {
        Some(changed) => changed.among(&found.entries),
        None => vec![true; found.entries.len()],
    };
    if !is_wanted.contains(&true) {
        found.entries.clear();
    }
    let mut summary = Summary { troubles: found.troubles, ..Summary::default() };
    let cache = match options.cache.as_deref().filter(|_| found.entries.len() >= LEAST_FOR_CACHE).map(Cache::load) {
        Some(Ok(cache)) => cache,
        Some(Err(trouble)) => {
            summary.troubles.push(trouble);
            None
        }
        None => None,
    };
    let mut progress = Progress::new("checking", found.entries.len(), options.progress);
    let mut report = Report::begin(out, options.look.format, options.most())?;
    // One article has no others to be compared with.
    let mut abstracts = (found.entries.len() > 1).then(|| Vec::with_capacity(found.entries.len()));
    let mut clean = Vec::new();
    let mut reached = HashSet::new();
    for (batch, wanted) in found.entries.chunks(BATCH).zip(is_wanted.chunks(BATCH)) {
        let room = report.room();
        let is_compared = abstracts.is_some();
        // All is mended before anything is said: of two paths to one file the first says what it was.
        let mended = match options.fix {
            Some(most) => mend_each(batch, wanted, &mut reached, options, most),
            None => Vec::new(),
        };
        let check = |(index, (entry, is_wanted)): (usize, (&Entry, &bool))| match is_wanted {
            true => check_entry(entry, options, cache.as_ref(), room, is_compared, mended.get(index)),
            false => Checked { kept: Some(abstract_of(entry, options, cache.as_ref())), ..Checked::default() },
        };
        let results: Vec<_> = batch.par_iter().zip(wanted).enumerate().map(check).collect();
        for Checked { counts, findings, trouble, kept, clean: key } in results {
            if let Some(abstracts) = &mut abstracts {
                clean.extend(key.map(|(key, tally)| (key, tally, abstracts.len())));
                abstracts.extend(kept);
            }
            summary.counts.add(counts);
            summary.troubles.extend(trouble);
            let all = counts.denied + counts.warned;
            if all > 0 {
                progress.aside(|| report.add(&findings, all))?;
            }
        }
        if options.is_stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        progress.advance(batch.len());
    }
    let abstracts = abstracts.unwrap_or_default();
    let across = across(&found.entries, &abstracts, &is_wanted, options);
    summary.counts.known += across.known;
    let across = across.found;
    for diagnostic in &across {
        summary.counts.add(Counts {
            denied: usize::from(diagnostic.level == Level::Deny),
            warned: usize::from(diagnostic.level == Level::Warn),
            ..Counts::default()
        });
    }
    let shown = &across[..across.len().min(report.room())];
    let findings = print_across(&found.entries, shown, options);
    progress.aside(|| report.add(&findings, across.len()))?;
    drop(progress);
    let is_whole = options.changed.is_none() && options.stdin_path.is_none() && options.settings.are_whole(paths);
    match options.baseline.as_ref().map_or_else(|| Ok(Vec::new()), |baseline| baseline.finish(is_whole)) {
        Ok(notes) => summary.notes = notes,
        Err(trouble) => summary.troubles.push(trouble),
    }
    if let Some(cache) = cache.filter(|_| is_whole) {
        let known =
            |(key, tally, index)| abstracts.get(index).map(|kept| (key, Known { tally, kept: Cow::Borrowed(kept) }));
        // Without it the next check is only slower.
        summary.notes.extend(cache.keep(clean.into_iter().filter_map(known).collect()).err());
    }
    if let Some(kept) = &options.kept {
        let path = |entry: &Entry| entry.article.path().map(Path::to_owned);
        let each = found.entries.iter().zip(abstracts);
        kept.lock().extend(each.filter_map(|(entry, kept)| Some((path(entry)?, kept))));
    }
    summary.elapsed = begun.elapsed();
    report.end(&summary)?;
    Ok(summary)
}

/// What the articles of a corpus are found to say against each other, and how much of it is known.
struct Across {
    found: Vec<Diagnostic>,
    known: usize,
}

/// Compares the articles with each other, for what concerns one that is wanted. How much a finding matters is said where
/// its first article lies.
fn across(entries: &[Entry], abstracts: &[Abstract], is_wanted: &[bool], options: &Options) -> Across {
    let mut levels = options.levels.clone();
    for rule in checking::rules() {
        // What one configuration allows, another may not, so every rule runs and each article's levels come after.
        let of_config = options.settings.configs().next().is_some();
        if of_config && levels.of(rule) == Level::Allow {
            // It is the name of a rule.
            let _ = levels.set(rule.name, Level::Warn);
        }
    }
    let mut across = Across { found: Vec::new(), known: 0 };
    let is_wanted = |entry: usize| is_wanted.get(entry).is_none_or(|is_wanted| *is_wanted);
    for mut diagnostic in checking::across_concerning(abstracts, &levels, &is_wanted) {
        let entry = diagnostic.labels.first().and_then(|label| entries.get(label.entry?));
        let Some(entry) = entry else {
            across.found.push(diagnostic);
            continue;
        };
        let levels = options.settings.levels(entry.article.path(), &options.levels);
        diagnostic.level = levels.of(diagnostic.rule);
        if diagnostic.level == Level::Allow {
            continue;
        }
        let Some(baseline) = options.baseline.as_ref().filter(|baseline| baseline.is_of_use(entry)) else {
            across.found.push(diagnostic);
            continue;
        };
        let files = Files::read(entry, options);
        // What articles say against each other is known by all of them that it shows.
        let beside = diagnostic.labels.iter().skip(1).filter_map(|label| Some(entries.get(label.entry?)?.id.as_str()));
        let beside: Vec<&str> = beside.collect();
        let contents = [&files.article, &files.record];
        let (new, known) = baseline.filter_across(entry, contents, &beside, vec![diagnostic]);
        across.found.extend(new);
        across.known += known;
    }
    across
}

/// Findings in which several entries have a part, ready to be printed. The files that they show are read once more.
fn print_across(entries: &[Entry], diagnostics: &[Diagnostic], options: &Options) -> Vec<String> {
    let of = |diagnostic: &Diagnostic| entries.get(diagnostic.labels.first()?.entry?);
    let limits = |entry: &Entry| options.limits_of(entry);
    let print = |diagnostic: &Diagnostic| {
        let exhibit = of(diagnostic).map(|entry| Exhibit::new(entry, None, None).among(entries, &limits));
        exhibit.map(|exhibit| exhibit.print(std::slice::from_ref(diagnostic), &options.look))
    };
    diagnostics.par_iter().filter_map(print).collect()
}

/// What stands in a file, for the rules.
pub(crate) fn input(content: &Content) -> Input<'_> {
    match content {
        Content::Missing => Input::Missing,
        Content::Unreadable(why) => Input::Unreadable(why),
        Content::Bytes(bytes) => Input::Bytes(bytes),
    }
}

/// What is kept, for comparing others with it, of an entry that is not checked itself.
fn abstract_of(entry: &Entry, options: &Options, cache: Option<&Cache>) -> Abstract {
    let kept = options.kept.as_ref().and_then(|kept| kept.lock().remove(entry.article.path()?));
    if let Some(kept) = kept {
        return kept;
    }
    let files = Files::read(entry, options);
    let levels = options.settings.levels(entry.article.path(), &options.levels);
    let known = cache.and_then(|cache| cache.take(&files.key(entry, &levels, options)?));
    known.map_or_else(|| Abstract::of(&files.subject(entry, options)), |known| known.kept.into_owned())
}

/// What was found in an entry, ready to be printed.
#[derive(Default)]
struct Checked {
    counts: Counts,
    /// The first findings, as many as there is room for.
    findings: Vec<String>,
    /// Why it could not be mended.
    trouble: Option<Trouble>,
    /// What is kept of it for comparing it with others.
    kept: Option<Abstract>,
    /// What is worth keeping for the next run: that nothing was found in it.
    clean: Option<(Key, Tally)>,
}

fn check_entry(
    entry: &Entry,
    options: &Options,
    cache: Option<&Cache>,
    room: usize,
    is_compared: bool,
    mended: Option<&Mended>,
) -> Checked {
    let files = Files::read(entry, options);
    if files.article == Content::Missing && files.record == Content::Missing {
        // It counts as looked at no more than a path that was never there.
        return Checked {
            trouble: Some(entry.gone()),
            kept: is_compared.then(|| abstract_of(entry, options, None)),
            ..Checked::default()
        };
    }
    let (fixed, trouble) = match mended {
        None => (0, None),
        Some(Ok(fixed)) => (*fixed, None),
        Some(Err(trouble)) => (0, Some(trouble.clone())),
    };
    let levels = options.settings.levels(entry.article.path(), &options.levels);
    let key = cache.and_then(|_| files.key(entry, &levels, options));
    if let Some(Known { tally, kept }) = cache.zip(key.as_ref()).and_then(|(cache, key)| cache.take(key)) {
        if let Some(baseline) = &options.baseline {
            // It was looked at, and what the baseline knows of it is found no more.
            baseline.filter(entry, [&files.article, &files.record], &levels, Vec::new());
        }
        let counts = Counts { fixed, ..Counts::from(tally) };
        let clean = key.map(|key| (key, tally));
        return Checked { counts, trouble, kept: Some(kept.into_owned()), clean, ..Checked::default() };
    }
    let subject = files.subject(entry, options);
    let mut known = 0;
    let mut examined = checking::examine(&subject, &levels);
    let is_clean = examined.found.is_empty();
    if let Some(baseline) = &options.baseline {
        let found = std::mem::take(&mut examined.found);
        (examined.found, known) = baseline.filter(entry, [&files.article, &files.record], &levels, found);
    }
    let weighs = |level: Level| examined.found.iter().filter(|diagnostic| diagnostic.level == level).count();
    let fixable = |safety: Safety| {
        let mends = |diagnostic: &&Diagnostic| diagnostic.fix.as_ref().is_some_and(|fix| fix.safety == safety);
        if entry.record.path().is_some() { examined.found.iter().filter(mends).count() } else { 0 }
    };
    let file = subject.record_file().map(|file| file.record);
    let read = file.or_else(|| subject.reading().map(|reading| &reading.record));
    let tally = Tally {
        articles: usize::from(subject.text().is_some()),
        records: usize::from(file.is_some()),
        summits: read.map_or(0, |record| record.summits.len()),
        statements: read.map_or(0, |record| record.statements.len()),
        allowed: examined.allowed,
    };
    let counts = Counts {
        denied: weighs(Level::Deny),
        warned: weighs(Level::Warn),
        fixed,
        fixable: fixable(Safety::Safe),
        fixable_unsafe: fixable(Safety::Unsafe),
        known,
        ..Counts::from(tally)
    };
    let kept = is_compared.then(|| Abstract::of(&subject));
    let shown = &examined.found[..examined.found.len().min(room)];
    let print = || Exhibit::new(entry, files.article.bytes(), files.record.bytes()).print_each(shown, &options.look);
    let findings = if shown.is_empty() { Vec::new() } else { print() };
    Checked { counts, findings, trouble, kept, clean: key.filter(|_| is_clean).map(|key| (key, tally)) }
}

/// An article and the record beside it, as they were read.
#[derive(PartialEq, Eq)]
struct Files {
    article: Content,
    record: Content,
}

impl Files {
    fn read(entry: &Entry, options: &Options) -> Self {
        Self {
            article: files::content(&entry.article, u64::from(options.limits_of(entry).article_bytes)),
            record: files::content(&entry.record, record_file::MAX_BYTES as u64),
        }
    }

    fn key(&self, entry: &Entry, levels: &Levels, options: &Options) -> Option<Key> {
        Key::of(entry, [&self.article, &self.record], levels, options.limits_of(entry))
    }

    fn subject<'f>(&'f self, entry: &'f Entry, options: &Options) -> Subject<'f> {
        Subject::new(&entry.id, input(&self.article), input(&self.record), options.limits_of(entry))
    }
}

/// How many findings were mended, or why they could not be.
type Mended = Result<usize, Trouble>;

/// Mends the entries that are wanted; a file that several paths lead to, by the first of them.
fn mend_each(
    entries: &[Entry],
    is_wanted: &[bool],
    reached: &mut HashSet<PathBuf>,
    options: &Options,
    most: Safety,
) -> Vec<Mended> {
    let mut is_first = |entry: &Entry| {
        let real =
            [&entry.article, &entry.record].map(|place| place.path().and_then(|path| fs::canonicalize(path).ok()));
        let known = reached.len();
        let paths: HashSet<PathBuf> = real.into_iter().flatten().collect();
        let count = paths.len();
        reached.extend(paths);
        reached.len() == known + count
    };
    let is_first: Vec<bool> =
        entries.iter().zip(is_wanted).map(|(entry, is_wanted)| *is_wanted && is_first(entry)).collect();
    let mend = |(entry, is_first): (&Entry, bool)| {
        if is_first { mend(entry, &Files::read(entry, options), options, most) } else { Ok(0) }
    };
    entries.par_iter().zip(is_first).map(mend).collect()
}

/// Applies fixes, and gives how many findings they mended.
fn mend(entry: &Entry, files: &Files, options: &Options, most: Safety) -> Mended {
    let (Some(article), Some(record)) = (entry.article.path(), entry.record.path()) else { return Ok(0) };
    if options.is_stopped() {
        return Ok(0);
    }
    let levels = options.settings.levels(entry.article.path(), &options.levels);
    let mended = checking::mend(&files.subject(entry, options), &levels, most);
    let trouble = |path, why: &str| Trouble::new(escape::path(path), format!("it was not mended: {why}"));
    let changed = "it or the file beside it changed meanwhile; check it again";
    let mut now = Files { article: files.article.clone(), record: files.record.clone() };
    // The article first: a record of another text is found and mended by the next run, should this one not get so far.
    let new = [(article, mended.article, true), (record, mended.record, false)];
    for (path, text, is_article) in new {
        let Some(text) = text else { continue };
        let bytes = text.into_bytes();
        match files::write_whole(path, &bytes, || Files::read(entry, options) == now) {
            Ok(true) if is_article => now.article = Content::Bytes(bytes),
            Ok(true) => now.record = Content::Bytes(bytes),
            Ok(false) => return Err(trouble(path, changed)),
            Err(error) => return Err(trouble(path, &files::reason(&error))),
        }
    }
    Ok(mended.fixed)
}

#[cfg(test)]
mod tests {
    use rapporteur_corpus::{document::Document, reading};

    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_is_not_mended() {
        let folder = tempfile::tempdir().unwrap();
        let [article, record] = ["a.txt", "a.record.json"].map(|name| folder.path().join(name));
        fs::write(&article, "They met.\n").unwrap();
        let old = record_file::print(&reading::read(&Document::parse("They met.\n"), "old").record);
        fs::write(&record, &old).unwrap();
        let entry = files::find(&[folder.path().to_owned()]).entries.remove(0);
        let options = Options::default();
        let files = Files::read(&entry, &options);
        fs::write(&article, "They met again.\n").unwrap();
        let trouble = mend(&entry, &files, &options, Safety::Safe).err().unwrap();
        assert!(trouble.message.ends_with("it or the file beside it changed meanwhile; check it again"), "{trouble}");
        assert_eq!(fs::read_to_string(&record).unwrap(), old);
        fs::write(&article, "They met.\n").unwrap();
        assert_eq!(mend(&entry, &files, &options, Safety::Safe), Ok(1));
        assert_ne!(fs::read_to_string(&record).unwrap(), old);
    }

    /// Articles of which some say something against others, and one of which is none.
    fn corpus(folder: &Path) {
        for index in 0..40 {
            let speaker = if index % 24 == 3 { "Tom Reed" } else { "Ann Roy" };
            let road = index % 16;
            let quoted = format!("“We will build road {road} to the northern coast,” President {speaker} said.");
            let text = format!("Leaders speak\n\nIt rained on {index} mornings in a row there.\n\n{quoted}\n");
            fs::write(folder.join(format!("a{index}.txt")), text).unwrap();
        }
        fs::write(folder.join("b.txt"), b"Z\xfcrich").unwrap();
    }

    fn checked(folder: &Path, cache: Option<&Path>) -> (Counts, Vec<String>, String) {
        let mut out = Vec::new();
        let look = Look { format: Format::Json, ..Look::default() };
        let options = Options { cache: cache.map(Path::to_owned), look, ..Options::default() };
        let summary = check(&[folder.to_owned()], &options, &mut out).unwrap();
        assert_eq!(summary.troubles, []);
        let report = String::from_utf8(out).unwrap();
        let timeless = report.lines().filter(|line| !line.contains("elapsed")).map(|line| format!("{line}\n"));
        (summary.counts, summary.notes, timeless.collect())
    }

    #[test]
    fn a_check_that_need_not_look_again_finds_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let cache = folder.path().join("cache");
        corpus(folder.path());
        let plain = checked(folder.path(), None);
        assert!(plain.0.denied == 1 && plain.0.warned > 0, "{plain:?}");
        assert_eq!(checked(folder.path(), Some(&cache)), plain);
        let written = fs::read(&cache).unwrap();
        assert_eq!(checked(folder.path(), Some(&cache)), plain);
        assert!(fs::read(&cache).unwrap() == written, "nothing is new, so nothing is written");
        for (name, text) in [("a1.txt", "Leaders met.\n"), ("b.txt", "They met.\n"), ("a2.record.json", "{}")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        fs::remove_file(folder.path().join("a3.txt")).unwrap();
        let plain = checked(folder.path(), None);
        assert_eq!(checked(folder.path(), Some(&cache)), plain);
        assert_eq!(checked(folder.path(), Some(&cache)), plain);
    }

    #[test]
    fn what_is_known_is_not_looked_at_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = folder.path().join("cache");
        corpus(folder.path());
        let (counts, ..) = checked(folder.path(), Some(&cache));
        let file = Cache::load(&cache).unwrap().unwrap();
        let entry = files::find(&[folder.path().join("a7.txt")]).entries.remove(0);
        let options = Options::default();
        let key = Files::read(&entry, &options).key(&entry, &options.levels, &options).unwrap();
        let known = file.take(&key).unwrap();
        file.keep(vec![(key, Known { tally: Tally { statements: 1001, ..known.tally }, ..known })]).unwrap();
        assert_eq!(checked(folder.path(), Some(&cache)).0.statements, counts.statements + 1000);
        // A check of a part reads the cache, and leaves it as it is.
        fs::write(folder.path().join("a8.txt"), "They met.\n").unwrap();
        let written = fs::read(&cache).unwrap();
        let paths: Vec<PathBuf> = (0..33).map(|index| folder.path().join(format!("a{index}.txt"))).collect();
        let options = Options { cache: Some(cache.clone()), ..Options::default() };
        let part = check(&paths, &options, &mut Vec::new()).unwrap();
        assert_eq!(part.counts.statements, 1000 + 32);
        assert!(fs::read(&cache).unwrap() == written);
    }

    #[test]
    fn a_cache_that_cannot_be_had_is_told() {
        let folder = tempfile::tempdir().unwrap();
        corpus(folder.path());
        let at = |name: &str| Options { cache: Some(folder.path().join(name)), ..Options::default() };
        let paths = [folder.path().to_owned()];
        let summary = check(&paths, &at("a0.txt"), &mut Vec::new()).unwrap();
        assert!(summary.troubles[0].message.starts_with("this is no cache"), "{:?}", summary.troubles);
        let summary = check(&paths, &at("none/cache"), &mut Vec::new()).unwrap();
        assert!(summary.troubles.is_empty() && summary.notes[0].contains("not written: no such file"), "{summary:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_two_paths_lead_to_is_mended_once() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real");
        fs::create_dir(&real).unwrap();
        for index in 0..20 {
            let (id, text) = (format!("a{index}"), format!("They met on day {index}.\n"));
            let record = record_file::print(&reading::read(&Document::parse(&text), &id).record);
            fs::write(real.join(format!("{id}.txt")), text).unwrap();
            fs::write(real.join(format!("{id}.record.json")), record.replacen("\": ", "\":  ", 1)).unwrap();
        }
        std::os::unix::fs::symlink(&real, folder.path().join("again")).unwrap();
        let options = Options { fix: Some(Safety::Safe), ..Options::default() };
        let summary = check(&[folder.path().to_owned()], &options, &mut Vec::new()).unwrap();
        assert_eq!(summary.troubles, []);
        assert_eq!((summary.counts.articles, summary.counts.fixed, summary.counts.fixable), (40, 20, 0));
    }

    #[test]
    fn a_finding_about_two_articles_shows_both_and_the_later_one_first() {
        let folder = tempfile::tempdir().unwrap();
        let quoted = "“We will build the road to the northern coast,” President";
        for (name, text) in [
            ("b.txt", format!("Reed speaks\n\n{quoted} Tom Reed said.\n")),
            ("a.txt", format!("Roy speaks\n\nIt rained in the morning.\n\n{quoted} Ann Roy said.\n")),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let checked = |options: &Options| {
            let mut out = Vec::new();
            let summary = check(&[folder.path().to_owned()], options, &mut out).unwrap();
            (summary.counts, String::from_utf8(out).unwrap())
        };
        let (counts, report) = checked(&Options::default());
        assert_eq!((counts.denied, counts.warned), (0, 1), "{report}");
        let (later, earlier) = (report.find("b.txt:3:1").unwrap(), report.find("a.txt:5:1").unwrap());
        assert!(later < earlier, "{report}");
        let look = Look { format: Format::Json, ..Look::default() };
        let (_, report) = checked(&Options { look, ..Options::default() });
        assert!(report.contains("\"quotation-of-two-speakers\"") && report.contains("a.txt"), "{report}");
        let mut levels = Levels::default();
        levels.set("quotation-of-two-speakers", Level::Deny).unwrap();
        assert_eq!(checked(&Options { levels, ..Options::default() }).0.denied, 1);
    }
}
