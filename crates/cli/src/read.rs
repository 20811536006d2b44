//! `rapporteur read`: articles in, records out, in the order they came.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    path::PathBuf,
};

use rapporteur_corpus::{
    document::{Document, Limits, Source, SourceError},
    reading, record_file,
};
use rapporteur_model::{Excerpt, Record, Span, Statement, StatementId, StatementKind};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    escape,
    files::{self, Content, Entry, Trouble},
    progress::Progress,
};

/// What comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum From {
    /// A file an article.
    #[default]
    Text,
    /// `{"id", "text"}` a line.
    Jsonl,
}

/// What goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum To {
    /// One record, printed for people.
    #[default]
    Json,
    /// A record a line; `{"id", "error"}` for what could not be read.
    Jsonl,
    /// `{"id", "quotes"}` a line, one quote a part of a statement; those quoted in direct words are left out.
    Attributions,
}

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// What comes in.
    pub from: From,
    /// What goes out.
    pub to: To,
    /// Whether a record carries the article's text.
    pub text: bool,
    /// How large an article may be.
    pub limits: Limits,
    /// Whether to show progress.
    pub progress: bool,
}

/// How reading went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many records were written.
    pub read: usize,
    /// How many articles could not be read.
    pub failed: usize,
    /// Paths that could not be had, and why nothing was written at all.
    pub troubles: Vec<Trouble>,
}

/// A line of the input.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// What a line holds when it holds no article: its id, if there is one to be had.
#[derive(Deserialize)]
struct BadLine {
    id: Option<serde_json::Value>,
}

/// What is written in the place of a record that could not be made.
#[derive(Serialize)]
struct Failure<'a> {
    id: Option<&'a str>,
    error: &'a str,
}

#[derive(Serialize)]
pub(crate) struct Attributions<'a> {
    id: &'a str,
    pub(crate) quotes: Vec<Quote>,
}

#[derive(Serialize)]
pub(crate) struct Quote {
    #[serde(flatten)]
    pub(crate) span: Span,
    pub(crate) r#type: StatementKind,
    pub(crate) cue: Option<Span>,
    pub(crate) speaker: Option<Span>,
    group: StatementId,
}

/// Reads an article's bytes into its record.
///
/// # Errors
///
/// Why the bytes are not an article's text, with the offset; an article of nothing but blanks is none either.
pub fn record(bytes: &[u8], id: &str, options: Options) -> Result<Record, String> {
    let source = Source::new(bytes, options.limits).map_err(|error| match error {
        // No more than that is read, so how large the article really is nobody knows.
        SourceError::TooLarge { limit, .. } => format!("more than the limit of {limit} bytes"),
        error => error.to_string(),
    })?;
    let text = source.text();
    if !text.contains(|character: char| !character.is_whitespace() && character != '\u{feff}') {
        return Err("the article holds nothing but blanks".to_owned());
    }
    let mut record = reading::read(&Document::parse(text), id).record;
    if options.text || options.to == To::Attributions {
        record.text = Some(text.to_owned());
    }
    Ok(record)
}

/// Reads what stands at `paths` and writes to `out`; failures go into the stream where it has a place for them, and to
/// `errors` otherwise.
///
/// # Errors
///
/// When the output cannot be written.
pub fn read(paths: &[PathBuf], options: Options, out: &mut dyn Write, errors: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    match options.from {
        From::Text => {
            let found = files::find(paths);
            outcome.troubles = found.troubles;
            read_files(&found.entries, options, out, errors, &mut outcome)?;
        }
        From::Jsonl if options.to == To::Json => {
            outcome.troubles.push(Trouble::new("--to json", "prints one record; use --to jsonl for lines of articles"));
        }
        From::Jsonl => {
            for path in paths {
                let is_input = path.as_os_str() == "-";
                let reader: io::Result<Box<dyn Read>> = if is_input {
                    Ok(Box::new(io::stdin().lock()))
                } else {
                    std::fs::File::open(path).map(|file| Box::new(file) as _)
                };
                match reader {
                    Ok(reader) => {
                        let name = if is_input { "<standard input>".to_owned() } else { escape::path(path) };
                        let read = lines(reader, &name, options, out)?;
                        outcome.read += read.read;
                        outcome.failed += read.failed;
                        outcome.troubles.extend(read.troubles);
                    }
                    Err(error) => {
                        outcome.troubles.push(Trouble::new(escape::path(path), files::reason(&error)));
                    }
                }
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn read_files(
    entries: &[Entry],
    options: Options,
    out: &mut dyn Write,
    errors: &mut dyn Write,
    outcome: &mut Outcome,
) -> io::Result<()> {
    if options.to == To::Json && entries.len() > 1 {
        let message = format!("prints one record and {} articles were given; use --to jsonl", entries.len());
        outcome.troubles.push(Trouble::new("--to json", message));
        return Ok(());
    }
    let mut progress = Progress::new("reading", entries.len(), options.progress);
    for batch in entries.chunks(files::BATCH) {
        let read = |entry: &Entry| {
            let record = match files::content(&entry.article, u64::from(options.limits.article_bytes)) {
                Content::Bytes(bytes) => record(&bytes, &entry.id, options),
                Content::Missing => Err("no such file".to_owned()),
                Content::Unreadable(why) => Err(why),
            };
            record
                .map(|record| print(&record, options.to))
                .map_err(|error| format!("{}: {error}", entry.article.name()))
        };
        let results: Vec<_> = batch.par_iter().map(read).collect();
        for (entry, result) in batch.iter().zip(results) {
            match result {
                Ok(line) => {
                    outcome.read += 1;
                    out.write_all(line.as_bytes())?;
                }
                Err(error) => {
                    outcome.failed += 1;
                    if options.to == To::Json {
                        writeln!(errors, "error: {error}")?;
                    } else {
                        out.write_all(failure(Some(&entry.id), &error).as_bytes())?;
                    }
                }
            }
        }
        progress.advance(batch.len());
    }
    Ok(())
}

/// Reads articles from lines of `{"id", "text"}`, wherever they come from, and writes to `out`; `name` is what messages
/// call the input.
///
/// # Errors
///
/// When the output cannot be written.
pub fn lines(input: impl Read, name: &str, options: Options, out: &mut dyn Write) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    read_lines(&mut BufReader::with_capacity(1 << 20, input), name, options, out, &mut outcome)?;
    Ok(outcome)
}

fn read_lines<R: Read>(
    reader: &mut BufReader<R>,
    name: &str,
    options: Options,
    out: &mut dyn Write,
    outcome: &mut Outcome,
) -> io::Result<()> {
    // A character can take six bytes as an escape; the id and the braces need a few more.
    let limit = u64::from(options.limits.article_bytes).saturating_mul(6).saturating_add(1 << 16);
    let mut number = 0;
    loop {
        let (mut batch, mut size, mut trouble) = (Vec::new(), 0, None);
        // A batch ends where the next line is still to come, so that who feeds a pipe slowly is answered at once.
        while batch.len() < files::BATCH && size < 16 << 20 && (batch.is_empty() || reader.buffer().contains(&b'\n')) {
            match next_line(reader, limit) {
                Ok(Some(line)) => {
                    number += 1;
                    size += line.as_ref().map_or(0, Vec::len);
                    batch.push((number, line));
                }
                Ok(None) => break,
                Err(error) => {
                    trouble = Some(Trouble::new(name, files::reason(&error)));
                    break;
                }
            }
        }
        let last = batch.is_empty();
        let results: Vec<_> = batch
            .par_iter()
            .map(|(number, line)| match line {
                Some(line) if line.trim_ascii().is_empty() => Ok(None),
                Some(line) => read_line(line, options)
                    .map(Some)
                    .map_err(|(id, error)| failure(id.as_deref(), &format!("{name}, line {number}: {error}"))),
                None => Err(failure(None, &format!("{name}, line {number}: more than {limit} bytes"))),
            })
            .collect();
        for result in results {
            match result {
                Ok(None) => continue,
                Ok(Some(_)) => outcome.read += 1,
                Err(_) => outcome.failed += 1,
            }
            let (Ok(Some(line)) | Err(line)) = result else { continue };
            out.write_all(line.as_bytes())?;
        }
        out.flush()?;
        if let Some(trouble) = trouble {
            outcome.troubles.push(trouble);
            return Ok(());
        }
        if last {
            return Ok(());
        }
    }
}

/// The next line without its end; `Some(None)` for one over the limit, which is skipped.
#[expect(clippy::option_option, reason = "the outer one is the end of the input, the inner one a line too long")]
fn next_line(reader: &mut dyn BufRead, limit: u64) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut line = Vec::new();
    if (&mut *reader).take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.pop_if(|byte| *byte == b'\n').is_none() && line.len() as u64 == limit {
        reader.skip_until(b'\n')?;
        return Ok(Some(None));
    }
    Ok(Some(Some(line)))
}

fn read_line(line: &[u8], options: Options) -> Result<String, (Option<String>, String)> {
    let text = str::from_utf8(line).map_err(|error| {
        (None, format!("not UTF-8: the first bad byte is at offset {} of the line", error.valid_up_to()))
    })?;
    let Line { id, text } = serde_json::from_str(text).map_err(|error| {
        let id = serde_json::from_str::<BadLine>(text).ok().and_then(|line| line.id);
        (id.and_then(|id| id.as_str().map(str::to_owned)), format!("not {{\"id\", \"text\"}}: {error}"))
    })?;
    match record(text.as_bytes(), &id, options) {
        Ok(record) => Ok(print(&record, options.to)),
        Err(error) => Err((Some(id), error)),
    }
}

fn print(record: &Record, to: To) -> String {
    match to {
        To::Json => record_file::print(record),
        To::Jsonl => json_line(record),
        To::Attributions => json_line(&attributions(record)),
    }
}

fn failure(id: Option<&str>, error: &str) -> String {
    json_line(&Failure { id, error })
}

fn json_line(value: &impl Serialize) -> String {
    // Records and the forms above hold only strings, numbers and lists, which JSON can always say.
    let mut line = escape::json(&serde_json::to_string(value).unwrap_or_default()).into_owned();
    line.push('\n');
    line
}

/// Every part of every statement, with whom and what reports it; the parts of a statement share a group. The form is
/// flat: what somebody quotes in direct words is left out, those words are the speaker's already, and so is what stands in
/// somebody's indirect words, unless it is direct itself.
pub(crate) fn attributions(record: &Record) -> Attributions<'_> {
    let is_direct = |statement: &Statement| statement.kind == StatementKind::Direct;
    let around = |id: StatementId| record.statements.get(id.index());
    let is_told_around = |statement: &Statement| {
        statement.within.and_then(around).is_some_and(|outer| is_direct(outer) || !is_direct(statement))
    };
    let outer = record.statements.iter().filter(|statement| !is_told_around(statement));
    let quotes = outer.flat_map(|statement| {
        statement.parts.iter().map(|part| Quote {
            span: with_opening(record, statement, part),
            r#type: part_kind(statement.kind, &part.text),
            cue: statement.cue.as_ref().map(|cue| cue.span),
            speaker: statement.speaker.as_ref().map(|speaker| speaker.anchor.span),
            group: statement.id,
        })
    });
    Attributions { id: &record.id, quotes: quotes.collect() }
}

/// The words of a part with what joins them to their cue, as corpora of attributions have them: "that it rains", and
/// "Rome to leave" of "urged Rome to leave", where the infinitive alone does not say who is to act.
fn with_opening(record: &Record, statement: &Statement, part: &Excerpt) -> Span {
    let hearer = statement.addressee.as_ref().map(|hearer| hearer.anchor.span);
    let is_hearer = |hearer: &Span| hearer.end() + 1 == part.span.start() && part.text.starts_with("to ");
    if let Some(hearer) = hearer.filter(is_hearer) {
        return hearer.cover(part.span);
    }
    let before = record.text.as_ref().and_then(|text| text.get(..part.span.start() as usize)).unwrap_or_default();
    let words = before.trim_end();
    let joins = words.len() < before.len()
        && words.strip_suffix("that").is_some_and(|head| head.ends_with(char::is_whitespace));
    let start = u32::try_from(words.len()).ok().filter(|_| joins).map(|end| end - 4);
    start.and_then(|start| Span::new(start, part.span.end()).ok()).unwrap_or(part.span)
}

/// What a part alone is: a mixed statement may have parts that are wholly in marks, and parts without any.
fn part_kind(statement: StatementKind, part: &str) -> StatementKind {
    let whole = u32::try_from(part.len()).ok().and_then(|end| Span::new(0, end).ok());
    let Some(whole) = whole.filter(|_| statement == StatementKind::Mixed) else { return statement };
    match reading::quotations(part, whole).as_slice() {
        [] => StatementKind::Indirect,
        [marked] if marked.span == whole => StatementKind::Direct,
        _ => StatementKind::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_mixed_statement_has_a_kind_of_its_own() {
        let kinds = ["which", "“A door,”", "was “a door”"].map(|part| part_kind(StatementKind::Mixed, part));
        assert_eq!(kinds, [StatementKind::Indirect, StatementKind::Direct, StatementKind::Mixed]);
        assert_eq!(part_kind(StatementKind::Direct, "A block after a colon."), StatementKind::Direct);
    }

    fn lines(input: &[u8], limits: Limits) -> (Vec<serde_json::Value>, Outcome) {
        let options = Options { from: From::Jsonl, to: To::Jsonl, text: true, limits, progress: false };
        let (mut out, mut outcome) = (Vec::new(), Outcome::default());
        read_lines(&mut BufReader::new(input), "in", options, &mut out, &mut outcome).unwrap();
        let out = String::from_utf8(out).unwrap();
        (out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), outcome)
    }

    #[test]
    fn a_bad_line_is_told_in_its_place_and_the_rest_goes_on() {
        let input =
            b"{\"id\":\"a\",\"text\":\"One.\"}\nnonsense\n\n{\"id\":\"b\"}\n\"\xff\"\n{\"id\":\"c\",\"text\":\"Two.\"}";
        let (lines, outcome) = lines(input, Limits::default());
        let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str()).collect();
        assert_eq!(ids, [Some("a"), None, Some("b"), None, Some("c")]);
        assert_eq!(lines[0]["text"], "One.");
        assert!(lines[1]["error"].as_str().unwrap().starts_with("in, line 2: "));
        assert!(lines[3]["error"].as_str().unwrap().contains("offset 1"));
        assert_eq!((outcome.read, outcome.failed), (2, 3));
    }

    #[test]
    fn attributions_are_flat_but_for_direct_words_in_indirect_ones() {
        let words = |body: &str| {
            let text = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n");
            let options =
                Options { from: From::Text, to: To::Json, text: true, limits: Limits::default(), progress: false };
            let record = record(text.as_bytes(), "a", options).unwrap();
            let words = |quote: &Quote| text[quote.span.start() as usize..quote.span.end() as usize].to_owned();
            (record.statements.len(), attributions(&record).quotes.iter().map(words).collect::<Vec<_>>())
        };
        let told = "It works, President Ann Roy said, the ministry reported.";
        assert_eq!(words(told), (2, vec!["It works, President Ann Roy said".to_owned()]));
        let quoted = "“It works,” President Ann Roy said, according to the ministry.";
        let both = ["“It works,” President Ann Roy said", "“It works,”"].map(str::to_owned);
        assert_eq!(words(quoted), (2, both.to_vec()));
    }

    #[test]
    fn a_line_over_the_limit_is_skipped() {
        let long = format!("{{\"id\":\"a\",\"text\":\"{}\"}}\n{{\"id\":\"b\",\"text\":\"x\"}}\n", "x".repeat(70_000));
        let (lines, outcome) = lines(long.as_bytes(), Limits { article_bytes: 10 });
        assert!(lines[0]["error"].as_str().unwrap().contains("line 1: more than"), "{}", lines[0]);
        assert_eq!(lines[1]["id"], "b");
        assert_eq!((outcome.read, outcome.failed), (1, 1));
    }
}
