//! `rapporteur.toml`: how a folder wants to be checked.
//!
//! The file is found from each path given, in its folder or the nearest one above. What it says is weaker than the
//! command line and stronger than the rules' own levels. A key or a rule that nobody knows is refused with its place: a
//! misspelt rule would otherwise silently guard nothing.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fmt::Write,
    ops::Range,
    path::{Component, Path, PathBuf},
};

use globset::{GlobBuilder, GlobSet};
use rapporteur_corpus::{
    checking::{self, Label, Level, Levels},
    document::Limits,
};
use rapporteur_model::Span;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    escape,
    files::{self, Content, Entry, Place},
    report::{Exhibit, Look},
};

/// What the file is called.
pub const NAME: &str = "rapporteur.toml";

/// How large the file may be, in bytes: far more than anyone writes by hand.
pub const MAX_BYTES: u64 = 256 << 10;

/// The languages that may be expected: those that the reader knows.
const LANGUAGES: [&str; 1] = ["en"];

/// The rule about articles in other languages than the expected one.
const OTHER_LANGUAGE: &str = "unknown-language";

/// What a file says.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file, as an absolute path.
    pub path: PathBuf,
    /// The levels of rules, in the file's order of names.
    pub rules: Vec<(&'static str, Level)>,
    /// The levels of rules for some articles; of several patterns that fit, the last has the say.
    pub paths: Vec<PathRules>,
    /// How large an article may be, in bytes.
    pub article_bytes: Option<u32>,
    /// The language that articles are expected to be in, as an ISO 639-1 code.
    pub language: Option<String>,
    /// What is checked where no path is given, as absolute paths.
    pub corpora: Vec<PathBuf>,
    /// The file of known findings, as an absolute path.
    pub baseline: Option<PathBuf>,
    /// The file in which a check keeps what it has found nothing in, as an absolute path.
    pub cache: Option<PathBuf>,
}

/// The levels of rules for the articles that a pattern fits.
#[derive(Debug, Clone)]
pub struct PathRules {
    glob: GlobSet,
    rules: Vec<(&'static str, Level)>,
}

/// Something that a configuration must not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Where, in bytes of the file.
    pub range: Range<usize>,
    /// What is wrong, in one sentence without a stop. It may quote the file as it is.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Config {
    /// The file's folder, from which its paths and patterns start.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// Reads what a file says.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, by place.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Vec<Flaw>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let flaw = |error: &toml::de::Error| Flaw {
            range: error.span().unwrap_or(0..0),
            message: error.message().replace('\n', " "),
            help: None,
        };
        let mut flaws: Vec<Flaw> = errors.iter().map(flaw).collect();
        let mut config = Self {
            path: path.to_owned(),
            rules: Vec::new(),
            paths: Vec::new(),
            article_bytes: None,
            language: None,
            corpora: Vec::new(),
            baseline: None,
            cache: None,
        };
        // What does not even parse has half a table, about which there is nothing else to say.
        if flaws.is_empty() {
            config.take(table.get_ref(), &mut flaws);
        }
        flaws.sort_by_key(|flaw| (flaw.range.start, flaw.range.end));
        if flaws.is_empty() { Ok(config) } else { Err(flaws) }
    }

    fn take(&mut self, table: &DeTable<'_>, flaws: &mut Vec<Flaw>) {
        const KEYS: [&str; 7] = ["baseline", "cache", "corpora", "language", "limits", "paths", "rules"];
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "baseline" => self.baseline = self.file(value, "baseline", flaws),
                "cache" => self.cache = self.file(value, "cache", flaws),
                "corpora" => {
                    for item in list(value, "corpora", "strings", flaws) {
                        let path = string(item, "an item of corpora", flaws);
                        self.corpora.extend(path.and_then(|path| self.place(path, item, flaws)));
                    }
                }
                "language" => self.language = language(value, flaws),
                "limits" => self.article_bytes = limits(value, flaws),
                "paths" => {
                    for item in list(value, "paths", "tables, each headed [[paths]]", flaws) {
                        self.paths.extend(path_rules(item, flaws));
                    }
                }
                "rules" => self.rules = rules(value, "rules", flaws),
                other => flaws.push(unknown_key(other, key.span(), &KEYS)),
            }
        }
    }

    fn file(&self, value: &Spanned<DeValue<'_>>, name: &str, flaws: &mut Vec<Flaw>) -> Option<PathBuf> {
        string(value, name, flaws).and_then(|path| self.place(path, value, flaws))
    }

    /// A path of the file, from its folder.
    fn place(&self, path: &str, value: &Spanned<DeValue<'_>>, flaws: &mut Vec<Flaw>) -> Option<PathBuf> {
        if path.is_empty() || path.contains('\0') {
            flaws.push(Flaw { range: value.span(), message: "this is no path".to_owned(), help: None });
            return None;
        }
        Some(plain(&self.folder().join(path)))
    }

    /// The levels of all rules where no pattern fits, without the command line's.
    fn levels(&self) -> Levels {
        let mut levels = Levels::default();
        if self.language.is_some() {
            apply(&mut levels, &[(OTHER_LANGUAGE, Level::Deny)]);
        }
        apply(&mut levels, &self.rules);
        levels
    }
}

fn apply(levels: &mut Levels, rules: &[(&'static str, Level)]) {
    for (rule, level) in rules {
        // They are names of rules, or they would have been refused.
        let _ = levels.set(rule, *level);
    }
}

fn string<'v>(value: &'v Spanned<DeValue<'_>>, name: &str, flaws: &mut Vec<Flaw>) -> Option<&'v str> {
    let string = value.get_ref().as_str();
    if string.is_none() {
        flaws.push(wrong_type(value, name, "a string"));
    }
    string
}

fn list<'v, 'i>(
    value: &'v Spanned<DeValue<'i>>,
    name: &str,
    of: &str,
    flaws: &mut Vec<Flaw>,
) -> Vec<&'v Spanned<DeValue<'i>>> {
    let Some(list) = value.get_ref().as_array() else {
        flaws.push(wrong_type(value, name, &format!("a list of {of}")));
        return Vec::new();
    };
    list.iter().collect()
}

fn wrong_type(value: &Spanned<DeValue<'_>>, name: &str, wanted: &str) -> Flaw {
    let found = value.get_ref().type_str();
    Flaw { range: value.span(), message: format!("{name} wants {wanted}, and this is of type {found}"), help: None }
}

fn unknown_key(key: &str, range: Range<usize>, keys: &[&str]) -> Flaw {
    let key_name = brief(key);
    let help = match nearest(key, keys) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("what can stand here: {}", keys.join(", ")),
    };
    Flaw { range, message: format!("nobody knows a key `{key_name}`"), help: Some(help) }
}

/// The first letters of a name that may be of any length.
fn brief(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &name[..end]).into(),
        None => name.into(),
    }
}

/// The name of which at most a third of the letters must be changed, for "did you mean".
fn nearest<'n>(name: &str, names: &[&'n str]) -> Option<&'n str> {
    let (distance, near) =
        names.iter().map(|other| (strsim::damerau_levenshtein(&brief(name), other), *other)).min()?;
    (distance * 3 <= near.len()).then_some(near)
}

fn language(value: &Spanned<DeValue<'_>>, flaws: &mut Vec<Flaw>) -> Option<String> {
    let language = string(value, "language", flaws)?;
    if !LANGUAGES.contains(&language) {
        let message = format!("the reader does not know the language `{}`", brief(language));
        let help = Some(format!("the languages that it knows: {}", LANGUAGES.join(", ")));
        flaws.push(Flaw { range: value.span(), message, help });
        return None;
    }
    Some(language.to_owned())
}

fn limits(value: &Spanned<DeValue<'_>>, flaws: &mut Vec<Flaw>) -> Option<u32> {
    let Some(table) = value.get_ref().as_table() else {
        flaws.push(wrong_type(value, "limits", "a table"));
        return None;
    };
    let mut article_bytes = None;
    for (key, value) in table {
        if key.get_ref() != "article-bytes" {
            flaws.push(unknown_key(key.get_ref(), key.span(), &["article-bytes"]));
            continue;
        }
        let number = value.get_ref().as_integer().map(|number| u32::from_str_radix(number.as_str(), number.radix()));
        match number {
            Some(Ok(number)) if number > 0 => article_bytes = Some(number),
            Some(_) => flaws.push(Flaw {
                range: value.span(),
                message: format!("article-bytes is a number of bytes from 1 to {}", u32::MAX),
                help: None,
            }),
            None => flaws.push(wrong_type(value, "article-bytes", "a number of bytes")),
        }
    }
    article_bytes
}

fn rules(value: &Spanned<DeValue<'_>>, name: &str, flaws: &mut Vec<Flaw>) -> Vec<(&'static str, Level)> {
    const LEVELS: [Level; 3] = [Level::Allow, Level::Warn, Level::Deny];
    let Some(table) = value.get_ref().as_table() else {
        flaws.push(wrong_type(value, name, "a table of rules and their levels"));
        return Vec::new();
    };
    let mut rules: Vec<(&'static str, Level)> = Vec::new();
    for (key, value) in table {
        let Some(rule) = checking::rule(key.get_ref()) else {
            let error = Levels::default().set(&brief(key.get_ref()), Level::Warn).err();
            let help = match error.and_then(|error| error.suggestion) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`rapporteur explain` lists all rules".to_owned(),
            };
            let message = format!("no rule is called `{}`", brief(key.get_ref()));
            flaws.push(Flaw { range: key.span(), message, help: Some(help) });
            continue;
        };
        if rules.iter().any(|(name, _)| *name == rule.name) {
            let message = format!("`{}` has a level already, by its other name", rule.name);
            flaws.push(Flaw { range: key.span(), message, help: None });
            continue;
        }
        let Some(word) = string(value, "a rule", flaws) else { continue };
        if let Some(level) = LEVELS.into_iter().find(|level| level.as_str() == word) {
            rules.push((rule.name, level));
            continue;
        }
        let help = match nearest(word, &LEVELS.map(Level::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "a level is allow, warn or deny".to_owned(),
        };
        let message = format!("`{}` is no level", brief(word));
        flaws.push(Flaw { range: value.span(), message, help: Some(help) });
    }
    rules
}

fn path_rules(value: &Spanned<DeValue<'_>>, flaws: &mut Vec<Flaw>) -> Option<PathRules> {
    let Some(table) = value.get_ref().as_table() else {
        flaws.push(wrong_type(value, "an item of paths", "a table"));
        return None;
    };
    let (mut glob, mut levels, before) = (None, Vec::new(), flaws.len());
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "glob" => {
                let Some(pattern) = string(value, "glob", flaws) else { continue };
                match compiled(pattern) {
                    Ok(pattern) => glob = Some(pattern),
                    Err(why) => {
                        let message = format!("this pattern cannot be used: {why}");
                        flaws.push(Flaw { range: value.span(), message, help: None });
                    }
                }
            }
            "rules" => levels = rules(value, "rules", flaws),
            other => flaws.push(unknown_key(other, key.span(), &["glob", "rules"])),
        }
    }
    if glob.is_none() && flaws.len() == before {
        let message = "this wants a `glob`: the articles that it is about".to_owned();
        flaws.push(Flaw { range: value.span(), message, help: None });
    }
    Some(PathRules { glob: glob?, rules: levels })
}

/// A pattern as a shell has it: `*` ends at a folder, `**` goes through them.
fn compiled(pattern: &str) -> Result<GlobSet, String> {
    /// Longer than any path, and short enough to be compiled at once.
    const MOST: usize = 1_000;

    if pattern.len() > MOST {
        return Err(format!("more than {MOST} bytes"));
    }
    let glob = GlobBuilder::new(pattern).literal_separator(true).build().map_err(|error| error.kind().to_string())?;
    GlobSet::builder().add(glob).build().map_err(|error| error.kind().to_string())
}

/// Which configuration is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Choice {
    /// The nearest above each path.
    #[default]
    Nearest,
    /// This one for all paths.
    File(PathBuf),
    /// None.
    Nothing,
}

/// The configurations of all paths of a run, under what the command line says.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    configs: Vec<(Config, Levels)>,
    /// Absolute folders, and the configurations of what lies in them.
    folders: BTreeMap<PathBuf, Option<usize>>,
    /// That of standard input, and of a run without paths.
    here: Option<usize>,
    /// The command line's levels, in their order.
    overrides: Vec<(&'static str, Level)>,
    limit: Option<u32>,
}

impl Settings {
    /// Finds and reads the configurations for `paths`, and where there are none, of the current folder.
    ///
    /// # Errors
    ///
    /// What is wrong with a configuration, ready to be printed.
    pub fn find(paths: &[PathBuf], choice: &Choice, look: &Look) -> Result<Self, String> {
        let mut settings = Self::default();
        let Choice::Nearest = choice else {
            if let Choice::File(path) = choice {
                settings.here = Some(settings.load(&absolute(path), look)?);
            }
            return Ok(settings);
        };
        for path in paths.iter().filter(|path| path.as_os_str() != "-") {
            let path = absolute(path);
            let folder = if path.is_dir() { &path } else { path.parent().unwrap_or(&path) };
            if !settings.folders.contains_key(folder) {
                let config = settings.above(folder, look)?;
                settings.folders.insert(folder.to_owned(), config);
            }
        }
        settings.here = settings.above(&absolute(Path::new(".")), look)?;
        Ok(settings)
    }

    fn above(&mut self, folder: &Path, look: &Look) -> Result<Option<usize>, String> {
        let file = folder.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file());
        file.map(|file| self.load(&file, look)).transpose()
    }

    fn load(&mut self, path: &Path, look: &Look) -> Result<usize, String> {
        if let Some(index) = self.configs.iter().position(|(config, _)| config.path == path) {
            return Ok(index);
        }
        let place = Place::File(path.to_owned());
        let say = |why: &str| format!("error: {}: {why}\n", escape::path(path));
        let bytes = match files::content(&place, MAX_BYTES) {
            Content::Missing => return Err(say("no such file")),
            Content::Unreadable(why) => return Err(say(&why)),
            Content::Bytes(bytes) if bytes.len() as u64 > MAX_BYTES => {
                return Err(say(&format!("more than {MAX_BYTES} bytes, which no configuration needs")));
            }
            Content::Bytes(bytes) => bytes,
        };
        let text = match str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => return Err(say(&format!("not UTF-8 from byte {} on", error.valid_up_to()))),
        };
        let config = Config::parse(path, text).map_err(|flaws| print(path, &bytes, &flaws, look))?;
        let levels = config.levels();
        self.configs.push((config, levels));
        Ok(self.configs.len() - 1)
    }

    /// These settings with the command line's levels of rules on top, the last the strongest. Names that no rule has
    /// change nothing.
    #[must_use]
    pub fn with_levels(mut self, levels: &[(String, Level)]) -> Self {
        let known = |(name, level): &(String, Level)| Some((checking::rule(name)?.name, *level));
        self.overrides = levels.iter().filter_map(known).collect();
        for (_, levels) in &mut self.configs {
            apply(levels, &self.overrides);
        }
        self
    }

    /// These settings with the command line's limit of an article's bytes on top.
    #[must_use]
    pub fn with_limit(mut self, limit: Option<u32>) -> Self {
        self.limit = limit;
        self
    }

    /// The number of the configuration that an article is under.
    pub(crate) fn index(&self, article: Option<&Path>) -> Option<usize> {
        let Some(article) = article.filter(|_| !self.configs.is_empty()) else { return self.here };
        let article = absolute(article);
        article.ancestors().find_map(|folder| self.folders.get(folder)).copied().unwrap_or(self.here)
    }

    /// The configurations, by their numbers.
    pub(crate) fn configs(&self) -> impl Iterator<Item = &Config> {
        self.configs.iter().map(|(config, _)| config)
    }

    fn of(&self, article: Option<&Path>) -> Option<&(Config, Levels)> {
        self.configs.get(self.index(article)?)
    }

    /// The levels of the rules for an article; `otherwise` where it is under no configuration.
    pub fn levels<'s>(&'s self, article: Option<&Path>, otherwise: &'s Levels) -> Cow<'s, Levels> {
        let Some((config, levels)) = self.of(article) else { return Cow::Borrowed(otherwise) };
        let path = article.map(absolute);
        let Some(path) = path.as_deref().and_then(|path| path.strip_prefix(config.folder()).ok()) else {
            return Cow::Borrowed(levels);
        };
        let mut fitting = config.paths.iter().filter(|paths| paths.glob.is_match(path)).peekable();
        if fitting.peek().is_none() {
            return Cow::Borrowed(levels);
        }
        let mut levels = levels.clone();
        fitting.for_each(|paths| apply(&mut levels, &paths.rules));
        apply(&mut levels, &self.overrides);
        Cow::Owned(levels)
    }

    /// How large an article may be; `otherwise` where neither the command line nor its configuration says.
    pub fn limits(&self, article: Option<&Path>, otherwise: Limits) -> Limits {
        let configured = || self.of(article).and_then(|(config, _)| config.article_bytes);
        self.limit.or_else(configured).map_or(otherwise, |article_bytes| Limits { article_bytes })
    }

    /// Whether a check of these paths looks at all that there is to look at: at the corpora of the configurations, or
    /// where none names any, at folders.
    pub fn are_whole(&self, paths: &[PathBuf]) -> bool {
        let mut corpora = self.configs().flat_map(|config| &config.corpora).peekable();
        if corpora.peek().is_none() {
            return paths.iter().all(|path| path.is_dir());
        }
        let given: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
        corpora.all(|corpus| given.iter().any(|path| corpus.starts_with(path)))
    }

    /// The cache of the first configuration that names one; it serves articles under others as well.
    pub fn cache(&self) -> Option<&Path> {
        self.configs().find_map(|config| config.cache.as_deref())
    }

    /// What is checked where no path is given, as short as the current folder allows.
    pub fn corpora(&self) -> Vec<PathBuf> {
        let here = absolute(Path::new("."));
        let corpora = self.here.and_then(|index| self.configs.get(index)).map(|(config, _)| &config.corpora);
        let short = |path: &PathBuf| match path.strip_prefix(&here) {
            Ok(rest) if rest.as_os_str().is_empty() => PathBuf::from("."),
            Ok(rest) => rest.to_owned(),
            Err(_) => path.clone(),
        };
        corpora.into_iter().flatten().map(short).collect()
    }
}

/// The flaws of a configuration as a compiler would show them.
fn print(path: &Path, bytes: &[u8], flaws: &[Flaw], look: &Look) -> String {
    /// Nobody mends more at once.
    const MOST: usize = 20;

    let place = Place::File(path.strip_prefix(absolute(Path::new("."))).unwrap_or(path).to_owned());
    let entry = Entry { id: String::new(), article: place, record: Place::Nowhere, named: true };
    let exhibit = Exhibit::new(&entry, Some(bytes), None);
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut out = String::new();
    for Flaw { range, message, help } in flaws.iter().take(MOST) {
        let span = Span::new(offset(range.start), offset(range.end));
        let place = span.map_or(checking::Place::Article, checking::Place::ArticleSpan);
        let label = Label { entry: None, place, text: String::new(), primary: true };
        out.push_str(&exhibit.print_flaw(message, &label, help.as_deref(), look));
    }
    if flaws.len() > MOST {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "and {} more\n", flaws.len() - MOST);
    }
    out
}

/// The path from the root, without `.` and `..`, whether or not it exists.
pub fn absolute(path: &Path) -> PathBuf {
    plain(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn flaws(text: &str) -> Vec<String> {
        let flaws = Config::parse(Path::new("/c/rapporteur.toml"), text).map_or_else(|flaws| flaws, |_| Vec::new());
        let say = |flaw: Flaw| {
            let place = text.get(flaw.range.clone()).unwrap_or_default();
            format!("{place}: {}{}", flaw.message, flaw.help.map_or_else(String::new, |help| format!("; {help}")))
        };
        flaws.into_iter().map(say).collect()
    }

    #[test]
    fn what_nobody_knows_is_refused_with_its_place() {
        assert_eq!(
            flaws("lanuage = 'en'\n[rules]\nunclosd-quotation = 'warn'\nseal-missing = 'dney'\nxyzzy = 'warn'\n"),
            [
                "lanuage: nobody knows a key `lanuage`; did you mean `language`?",
                "unclosd-quotation: no rule is called `unclosd-quotation`; did you mean `unclosed-quotation`?",
                "'dney': `dney` is no level; did you mean `deny`?",
                "xyzzy: no rule is called `xyzzy`; `rapporteur explain` lists all rules",
            ]
        );
        assert_eq!(
            flaws("language = 'ko'\ncorpora = 'news'\nbaseline = ''\n[limits]\narticle-bytes = -1\nrows = 2\n"),
            [
                "'ko': the reader does not know the language `ko`; the languages that it knows: en",
                "'news': corpora wants a list of strings, and this is of type string",
                "'': this is no path",
                "-1: article-bytes is a number of bytes from 1 to 4294967295",
                "rows: nobody knows a key `rows`; what can stand here: article-bytes",
            ]
        );
        assert_eq!(flaws("[[paths]]\nglob = 'a{b'\n[[paths]]\nrules = {A003 = 'allow', not-utf8 = 'warn'}\n").len(), 2);
        assert_eq!(flaws("paths = [{}]"), ["{}: this wants a `glob`: the articles that it is about"]);
    }

    #[test]
    fn what_is_no_toml_is_refused_and_nothing_hostile_panics() {
        assert_eq!(flaws("rules = [").len(), 1);
        assert!(!flaws("a = 1\na = 2").is_empty());
        for text in [
            "[".repeat(100_000),
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}", "{b=".repeat(50_000)),
            format!("{} = 1", "a.".repeat(50_000)),
            format!("{} = 1", "é".repeat(50_000)),
            format!("[[paths]]\nglob = '{}'\n", "{a,b}".repeat(20_000)),
            format!("[[paths]]\nglob = '{}'\n", "[!".repeat(20_000)),
            "\u{feff}\0= \r".to_owned(),
        ] {
            assert!(!flaws(&text).is_empty(), "{}", &text[..20]);
        }
    }

    #[test]
    fn the_nearest_file_counts_then_patterns_then_the_command_line() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("a/b")).unwrap();
        fs::create_dir_all(at("c")).unwrap();
        fs::write(at(NAME), "[rules]\nseal-missing = 'warn'\nnot-utf8 = 'warn'\n[limits]\narticle-bytes = 9\n")
            .unwrap();
        fs::write(at("a").join(NAME), "[rules]\nnot-utf8 = 'allow'\n[[paths]]\nglob = 'b/*.txt'\nrules = { not-utf8 = 'deny', seal-missing = 'warn' }\n").unwrap();
        let settings = Settings::find(&[at("a/b"), at("c")], &Choice::Nearest, &Look::default()).unwrap();
        let settings = settings.with_levels(&[("seal-missing".to_owned(), Level::Allow)]);
        let level = |article: &str, rule: &str| {
            settings.levels(Some(&at(article)), &Levels::default()).of(checking::rule(rule).unwrap())
        };
        assert_eq!(level("a/b/x.txt", "not-utf8"), Level::Deny);
        assert_eq!(level("a/b/c/x.txt", "not-utf8"), Level::Allow);
        assert_eq!(level("a/b/x.txt", "seal-missing"), Level::Allow);
        assert_eq!(level("c/x.txt", "not-utf8"), Level::Warn);
        assert_eq!(settings.limits(Some(&at("c/x.txt")), Limits::default()).article_bytes, 9);
        assert_eq!(settings.with_limit(Some(7)).limits(Some(&at("c/x.txt")), Limits::default()).article_bytes, 7);
    }

    #[test]
    fn an_expected_language_denies_the_others() {
        let config = Config::parse(Path::new("/c/rapporteur.toml"), "language = 'en'\ncorpora = ['../b']").unwrap();
        assert_eq!(config.levels().of(checking::rule(OTHER_LANGUAGE).unwrap()), Level::Deny);
        assert_eq!(config.corpora, [PathBuf::from("/b")]);
    }

    #[test]
    fn flaws_look_like_findings() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), "# ours\n[rules]\nno\\u0074-utf8 = 'warn'\n").unwrap();
        let error = Settings::find(&[folder.path().to_owned()], &Choice::Nearest, &Look::default()).unwrap_err();
        assert!(error.contains("rapporteur.toml:3:") && error.starts_with("error: "), "{error}");
        fs::write(folder.path().join(NAME), "x".repeat(300_000)).unwrap();
        let error = Settings::find(&[folder.path().to_owned()], &Choice::Nearest, &Look::default()).unwrap_err();
        assert!(error.contains("more than 262144 bytes"), "{error}");
    }
}
