use std::{borrow::Cow, fmt::Write as _, ops::Range};

use memchr::memmem::Finder;
use rapporteur_model::{Layout, Record, Span, StatementKind};
use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{RecordFileError, parsing, pointers::Path};
use crate::{document::Document, reading};

/// Something wrong with a draft.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{pointer}: {message}")]
pub struct DraftError {
    /// JSON pointer of the member of the draft; empty for the draft as a whole.
    pub pointer: String,
    /// What is wrong, and how to mend it. It may quote the draft and the article: escape it before showing it.
    pub message: String,
}

/// Makes a record from a draft that a person wrote by its words.
///
/// A draft is a record's JSON in which spans need no offsets: `start` and `end` are found from `text`, with `nth` (the
/// how manieth occurrence, from 1, those inside longer words and overlapping ones counted) or `in` (a longer passage
/// that stands once) where the words stand more than once. Members that would be null or empty may be left out, and so
/// may what is computed: `source`, `seal`, `language`, `layout`, a statement's `kind`, the article's `blocks`; `docs/record.md` has
/// the rules. Offsets that are there and fit stay; those that do not are found anew. The record calls itself `id`, is
/// reviewed unless the draft says otherwise, and is left without a seal.
///
/// ```
/// use rapporteur_corpus::{document::Document, record_file};
///
/// let document = Document::parse("Ada Quill spoke. “Quill agrees,” they wrote.\n");
/// let draft = br#"{
///     "schema": "rapporteur.record/1",
///     "people": [{ "id": "p1", "mentions": [{ "text": "Ada Quill" }, { "text": "Quill", "nth": 2 }] }]
/// }"#;
/// let record = record_file::complete(draft, &document, "example").map_err(|errors| errors[0].clone())?;
/// assert_eq!(record.people[0].mentions[1].span.start(), 20);
/// # Ok::<(), record_file::DraftError>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong with the draft's words (absent, or ambiguous), in the draft's order, and the first thing that is wrong
/// with its shape, or else every member that nothing knows.
pub fn complete(draft: &[u8], document: &Document<'_>, id: &str) -> Result<Record, Vec<DraftError>> {
    let whole = |error: RecordFileError| match error {
        RecordFileError::Shape { pointer, message } => DraftError { pointer, message },
        RecordFileError::UnknownSchema { .. } => {
            DraftError { pointer: "/schema".to_owned(), message: error.to_string() }
        }
        other => DraftError { pointer: String::new(), message: other.to_string() },
    };
    let mut tree = parsing::parse_tree(draft).map_err(|error| vec![whole(error)])?;
    parsing::check_schema(&tree).map_err(|error| vec![whole(error)])?;
    let mut words = Words { text: document.text(), grown: None, errors: Vec::new() };
    if let Value::Object(members) = &mut tree {
        words.grown = growth(members, document.text());
        words.fill_blocks(members, document);
        for (key, member) in members.iter_mut() {
            words.fill(member, &Path::Root.key(key));
        }
        compute(members, document, id);
    }
    let mut errors = words.errors;
    match parsing::shape::<Record>(&tree) {
        Ok(record) => {
            let unknown = parsing::unknown_members(&tree, &record).into_iter();
            errors.extend(unknown.map(|pointer| {
                let message = "nothing knows this member: correct its name, or delete it".to_owned();
                DraftError { pointer, message }
            }));
            if errors.is_empty() { Ok(record) } else { Err(errors) }
        }
        Err(error) => {
            errors.push(whole(error));
            Err(errors)
        }
    }
}

/// By how many bytes the article is longer than the one to which the draft's offsets belong; `None` where it is the same
/// article, or the draft does not say to which one they belong.
fn growth(members: &Map<String, Value>, text: &str) -> Option<i64> {
    let before = members.get("source")?;
    let bytes = i64::try_from(before.get("bytes")?.as_u64()?).ok()?;
    let now = i64::try_from(text.len()).ok()?;
    (*before != json!(reading::source(text))).then_some(now - bytes)
}

/// Whether blocks have offsets, and these do not tile the text.
fn leave_gaps(blocks: &Value, text: &str) -> bool {
    let offset = |block: &Value, key| block.get(key)?.as_u64().and_then(|at| usize::try_from(at).ok());
    let Some(blocks) = blocks.as_array() else { return false };
    let spans: Option<Vec<_>> =
        blocks.iter().map(|block| Some((offset(block, "start")?, offset(block, "end")?))).collect();
    let Some(spans) = spans else { return false };
    let mut reached = 0;
    for (start, end) in spans {
        if start != reached || end <= start || !text.is_char_boundary(end) {
            return true;
        }
        reached = end;
    }
    reached != text.len()
}

/// Fills in the members that are computed from the article and from the others.
fn compute(members: &mut Map<String, Value>, document: &Document<'_>, id: &str) {
    members.insert("id".to_owned(), id.into());
    members.insert("seal".to_owned(), Value::Null);
    members.insert("source".to_owned(), json!(reading::source(document.text())));
    members.remove("text");
    members.entry("review").or_insert_with(|| "reviewed".into());
    if let Some(article) = members.get_mut("article").and_then(Value::as_object_mut) {
        article.entry("language").or_insert_with(|| json!(reading::read(document, id).record.article.language));
    }
    for summit in objects(members, "summits") {
        let participants = summit.get("participants").and_then(Value::as_array).map_or(0, Vec::len);
        summit.entry("layout").or_insert_with(|| json!(Layout::of(participants)));
    }
    let labels = spans_of_labels(members);
    let parts: Vec<Vec<Span>> = objects(members, "statements").map(|statement| spans_of_parts(statement)).collect();
    let kinds = reading::statement_kinds(document, &parts);
    for (statement, kind) in objects(members, "statements").zip(kinds) {
        let speaker = statement.get("speaker").and_then(|speaker| speaker.get("start")?.as_u64());
        let uncued = statement.get("cue").is_none_or(Value::is_null);
        let is_turn = uncued && speaker.is_some_and(|at| labels.iter().any(|label| label.contains(&at)));
        let kind = if is_turn { StatementKind::Direct } else { kind };
        statement.entry("kind").or_insert_with(|| json!(kind));
    }
}

/// Where the article's blocks name the next speaker of a transcript.
fn spans_of_labels(members: &Map<String, Value>) -> Vec<Range<u64>> {
    let blocks = members.get("article").and_then(|article| article.get("blocks")?.as_array());
    let labels = blocks.into_iter().flatten().filter(|block| block["kind"] == "speaker_label");
    labels.filter_map(|label| Some(label["start"].as_u64()?..label["end"].as_u64()?)).collect()
}

/// Where a statement's parts stand.
fn spans_of_parts(statement: &Map<String, Value>) -> Vec<Span> {
    let parts = statement.get("parts").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let offset = |part: &Value, member| part.get(member)?.as_u64().and_then(|at| u32::try_from(at).ok());
    parts.iter().filter_map(|part| Span::new(offset(part, "start")?, offset(part, "end")?).ok()).collect()
}

/// The objects of a list; none where it is no list.
fn objects<'m>(members: &'m mut Map<String, Value>, list: &str) -> impl Iterator<Item = &'m mut Map<String, Value>> {
    members.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

/// How many places of ambiguous words are shown; that there are more is enough to know.
const SHOWN: usize = 5;

/// The search for a draft's words.
struct Words<'t> {
    text: &'t str,
    /// By how many bytes the article has grown since the draft's offsets were counted.
    grown: Option<i64>,
    errors: Vec<DraftError>,
}

impl Words<'_> {
    fn error(&mut self, path: &Path<'_>, message: String) {
        self.errors.push(DraftError { pointer: path.to_string(), message });
    }

    /// Gives offsets to every object below `value` that has words.
    fn fill(&mut self, value: &mut Value, path: &Path<'_>) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.fill(item, &path.item(index));
                }
            }
            Value::Object(members) => {
                if let Some(Value::String(words)) = members.get("text") {
                    let found = match self.standing(members, words) {
                        Some(there) => Ok(there),
                        None => match self.moved(members, words) {
                            Some(there) => Ok(there),
                            None => self.find(words, members.get("in"), members.get("nth")),
                        },
                    };
                    members.remove("in");
                    members.remove("nth");
                    // Where the words are not found, offsets that fit anything keep the shape from failing as well.
                    let range = found.unwrap_or_else(|message| {
                        self.error(path, message);
                        0..0
                    });
                    members.insert("start".to_owned(), range.start.into());
                    members.insert("end".to_owned(), range.end.into());
                }
                for (key, member) in members.iter_mut() {
                    self.fill(member, &path.key(key));
                }
            }
            _ => {}
        }
    }

    /// The offsets that an object has, where its words stand there.
    fn standing(&self, members: &Map<String, Value>, words: &str) -> Option<Range<usize>> {
        let offset = |key| usize::try_from(members.get(key)?.as_u64()?).ok();
        let range = offset("start")?..offset("end")?;
        (self.text.get(range.clone())? == words).then_some(range)
    }

    /// Where words that stood once at an object's offsets have gone with an edit of the article: an edit behind them
    /// leaves their start as it is, one before them moves it by as many bytes as the article has grown.
    ///
    /// Words that now stand once only, or of which the draft says how to find them, are not looked for here.
    fn moved(&self, members: &Map<String, Value>, words: &str) -> Option<Range<usize>> {
        let grown = self.grown?;
        let chosen = members.contains_key("in") || members.contains_key("nth");
        if chosen || self.places(words, 0..self.text.len(), 2).len() < 2 {
            return None;
        }
        let start = i64::try_from(members.get("start")?.as_u64()?).ok()?;
        let range = |shift| {
            let start = usize::try_from(start.checked_add(shift)?).ok()?;
            Some(start..start.checked_add(words.len())?)
        };
        let mut ranges = [0, grown].into_iter().filter_map(range);
        ranges.find(|range| self.text.get(range.clone()) == Some(words))
    }

    /// Where `words` stand, which must be one place.
    fn find(&self, words: &str, passage: Option<&Value>, nth: Option<&Value>) -> Result<Range<usize>, String> {
        let nth = nth.map(|nth| match nth.as_u64().map(usize::try_from) {
            Some(Ok(nth)) if nth > 0 => Ok(nth),
            _ => Err("`nth` counts occurrences from 1".to_owned()),
        });
        let nth = nth.transpose()?;
        if words.is_empty() {
            return Err("the words are empty: give `start` and `end`, or delete the span".to_owned());
        }
        let within = match passage {
            None => 0..self.text.len(),
            Some(Value::String(passage)) => match self.places(passage, 0..self.text.len(), 2).as_slice() {
                [start] => *start..start + passage.len(),
                [] => {
                    return Err(format!(
                        "the passage `{}` of `in` does not stand in the article{}",
                        one_line(passage),
                        self.hint(passage)
                    ));
                }
                _ => {
                    let passage = one_line(passage);
                    return Err(format!("the passage `{passage}` of `in` stands more than once: make it longer"));
                }
            },
            Some(_) => return Err("`in` is a passage of the article".to_owned()),
        };
        let quoted = one_line(words);
        let place = if passage.is_some() { "the passage of `in`" } else { "the article" };
        let places = self.places(words, within, nth.unwrap_or(SHOWN + 1));
        let start = match (nth, places.as_slice()) {
            (_, []) => return Err(format!("the words `{quoted}` do not stand in {place}{}", self.hint(words))),
            (None, [start]) => *start,
            (None, many) => {
                let times = match many.len() {
                    few @ ..=SHOWN => format!("{few} times"),
                    _ => format!("more than {SHOWN} times"),
                };
                let contexts = self.contexts(many, words.len());
                return Err(format!(
                    "the words `{quoted}` stand {times} in {place}: choose one by `nth`, or by a longer passage in `in`{contexts}"
                ));
            }
            (Some(nth), places) => *places.get(nth - 1).ok_or_else(|| {
                let times = match places.len() {
                    1 => "once".to_owned(),
                    many => format!("{many} times"),
                };
                format!("the words `{quoted}` stand only {times} in {place}, and `nth` is {nth}")
            })?,
        };
        Ok(start..start + words.len())
    }

    /// Offsets of the first `limit` occurrences of `words` inside `range`, overlapping ones included.
    fn places(&self, words: &str, range: Range<usize>, limit: usize) -> Vec<usize> {
        let finder = Finder::new(words);
        let mut places = Vec::new();
        let mut from = range.start;
        while places.len() < limit && !words.is_empty() {
            let Some(at) = self.text.as_bytes().get(from..range.end).and_then(|rest| finder.find(rest)) else { break };
            places.push(from + at);
            // Words begin with a whole character, so a match inside one is not possible.
            from += at + 1;
        }
        places
    }

    /// The first places with the words around them, so that the right one can be chosen.
    fn contexts(&self, places: &[usize], length: usize) -> String {
        let mut out = String::new();
        for (index, &start) in places.iter().take(SHOWN).enumerate() {
            let from = self.text.floor_char_boundary(start.saturating_sub(16));
            let to = self.text.ceil_char_boundary((start + length + 16).min(self.text.len()));
            out.push_str(if index == 0 { ": " } else { ", " });
            // Writing to a string cannot fail.
            let _ = write!(out, "{} is `…{}…`", index + 1, one_line(&self.text[from..to]));
        }
        if places.len() > SHOWN {
            out.push_str(", and so on");
        }
        out
    }

    /// Says so where only quotation marks, dashes or blanks differ from what the article has.
    fn hint(&self, words: &str) -> String {
        const HINTS: usize = 20;
        // Each hint reads the whole article, so a draft that is wrong throughout gets only some.
        if self.errors.len() >= HINTS {
            return String::new();
        }
        let (wanted, _) = plain(words);
        let (all, offsets) = plain(self.text);
        match all.find(&wanted) {
            Some(at) if !wanted.is_empty() => {
                let start = offsets[at];
                let end = offsets.get(at + wanted.len()).copied().unwrap_or(self.text.len());
                let there = one_line(self.text[start..end].trim_end());
                format!("; it has `{there}`, with other marks or blanks")
            }
            _ => String::new(),
        }
    }

    /// Turns blocks that are given by their first words into spans, or takes the document's own.
    fn fill_blocks(&mut self, members: &mut Map<String, Value>, document: &Document<'_>) {
        let Value::Object(article) = members.entry("article").or_insert_with(|| json!({})) else { return };
        let blocks = article.entry("blocks").or_insert_with(|| json!(document.blocks()));
        if self.grown.is_some() && leave_gaps(blocks, self.text) {
            *blocks = json!(document.blocks());
        }
        let Value::Array(blocks) = blocks else { return };
        let parent = Path::Root.key("article");
        let parent = parent.key("blocks");
        let mut before = None;
        for (index, block) in blocks.iter_mut().enumerate() {
            let Value::Object(block) = block else { continue };
            if let Some(opens) = block.remove("opens") {
                let (passage, nth) = (block.remove("in"), block.remove("nth"));
                let start = self.opening(&opens, passage.as_ref(), nth.as_ref(), before).unwrap_or_else(|message| {
                    self.error(&parent.item(index), message);
                    before.unwrap_or(0)
                });
                block.insert("start".to_owned(), start.into());
                block.remove("end");
            }
            before =
                block.get("start").and_then(Value::as_u64).and_then(|start| usize::try_from(start).ok()).or(before);
        }
        let mut next: Value = self.text.len().into();
        for block in blocks.iter_mut().rev().filter_map(Value::as_object_mut) {
            block.entry("end").or_insert(next);
            next = block.get("start").cloned().unwrap_or_default();
        }
    }

    /// Where the block that opens with these words begins: with its line's blanks, if it begins with a line.
    fn opening(
        &self,
        opens: &Value,
        passage: Option<&Value>,
        nth: Option<&Value>,
        before: Option<usize>,
    ) -> Result<usize, String> {
        let Value::String(words) = opens else { return Err("`opens` is the first words of the block".to_owned()) };
        let found = if passage.is_some() || nth.is_some() {
            self.find(words, passage, nth)?.start
        } else {
            let from = before.map_or(0, |before| before + 1);
            *self.places(words, from..self.text.len(), 1).first().ok_or_else(|| {
                let quoted = one_line(words);
                format!("the words `{quoted}` do not stand behind the opening of the block before{}", self.hint(words))
            })?
        };
        let line = self.text[..found].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let blanks = self.text[line..found].trim().is_empty();
        let start = if blanks { line } else { found };
        match before {
            None if start > 0 => {
                Err("the article begins before the first block: let it open with the first words".to_owned())
            }
            Some(before) if start <= before => Err("this block opens before the one before it ends".to_owned()),
            _ => Ok(start),
        }
    }
}

/// Words for a message, with escapes for the ends of their lines: a message is one line, and what it quotes must not be
/// able to make it look like two.
pub(crate) fn one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r']) { words.replace('\n', "\\n").replace('\r', "\\r").into() } else { words.into() }
}

/// The text with plain marks, dashes and single blanks, and for each byte of it the offset of its origin.
fn plain(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut offsets) = (String::new(), Vec::new());
    for (at, character) in text.char_indices() {
        let character = match character {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | '‚' | '`' => '\'',
            '–' | '—' | '‑' | '−' => '-',
            blank if blank.is_whitespace() => ' ',
            other => other,
        };
        if character == ' ' && plain.ends_with(' ') {
            continue;
        }
        plain.push(character);
        offsets.resize(plain.len(), at);
    }
    (plain, offsets)
}

#[cfg(test)]
mod tests {
    use rapporteur_model::{BlockKind, Review, StatementKind};

    use super::*;
    use crate::record_file::print;

    const TEXT: &str =
        " date 2025-10-30 Leaders meet\r\n\r\n  Ada Quill met Tom Reed.\r\n“We agree,” Quill said. “Quill is me.”\n";

    fn draft(members: &str) -> Result<Record, Vec<String>> {
        let json = format!("{{\"schema\": \"rapporteur.record/1\"{members}}}");
        complete(json.as_bytes(), &Document::parse(TEXT), "example")
            .map_err(|errors| errors.iter().map(ToString::to_string).collect())
    }

    fn mention(span: &str) -> Result<Range<usize>, Vec<String>> {
        let record = draft(&format!(", \"people\": [{{\"id\": \"p1\", \"mentions\": [{span}]}}]"))?;
        Ok(record.people[0].mentions[0].span.range())
    }

    #[test]
    fn an_empty_draft_is_a_reviewed_record_of_nothing() {
        let record = draft("").unwrap();
        assert_eq!((record.id.as_str(), record.review, record.seal), ("example", Review::Reviewed, None));
        assert_eq!(record.source, reading::source(TEXT));
        assert_eq!(record.article.blocks, Document::parse(TEXT).blocks());
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let second = TEXT.find("Quill said").unwrap();
        for span in [
            r#"{"text": "Quill", "nth": 2}"#,
            r#"{"text": "Quill", "in": "Quill said"}"#,
            r#"{"text": "Quill", "in": "Quill said. “Quill is", "nth": 1}"#,
            r#"{"text": "Quill", "start": 1, "end": 6, "nth": 2}"#,
            &format!(r#"{{"text": "Quill", "start": {second}, "end": {}}}"#, second + 5),
        ] {
            assert_eq!(mention(span), Ok(second..second + 5), "{span}");
        }
        let inside = TEXT.find("eed").unwrap();
        assert_eq!(mention(r#"{"text": "ee", "nth": 2}"#), Ok(inside..inside + 2), "inside words too");
    }

    #[test]
    fn words_that_lead_nowhere_are_told() {
        for (span, message) in [
            (r#"{"text": "Bob"}"#, "the words `Bob` do not stand in the article"),
            (
                r#"{"text": "\"We agree,\""}"#,
                "do not stand in the article; it has `“We agree,”`, with other marks or blanks",
            ),
            (
                r#"{"text": "Quill"}"#,
                "stand 3 times in the article: choose one by `nth`, or by a longer passage in `in`: 1 is `…s meet\\r\\n\\r\\n  Ada Quill met Tom Reed.\\r\\n…`",
            ),
            (r#"{"text": "Quill", "nth": 4}"#, "stand only 3 times in the article, and `nth` is 4"),
            (r#"{"text": "Quill", "nth": 0}"#, "`nth` counts occurrences from 1"),
            (r#"{"text": "Quill", "in": "Reed"}"#, "do not stand in the passage of `in`"),
            (r#"{"text": "Quill", "in": "Bob"}"#, "the passage `Bob` of `in` does not stand in the article"),
            (r#"{"text": "Quill", "in": "e"}"#, "the passage `e` of `in` stands more than once"),
            (r#"{"text": "", "nth": 1}"#, "the words are empty"),
        ] {
            let errors = mention(span).unwrap_err();
            assert_eq!(errors.len(), 1, "{errors:?}");
            assert!(errors[0].starts_with("/people/0/mentions/0: "), "{errors:?}");
            assert!(errors[0].contains(message), "{errors:?}");
        }
    }

    #[test]
    fn what_a_message_quotes_does_not_break_its_line() {
        let people = r#"{"id": "p1", "mentions": [{"text": "no\nerror: e"}, {"text": "Q", "in": "\r\n"}, {"text": "m"},
            {"text": "Tom", "nth": 2}, {"text": "meet\n\n"}]}"#;
        let errors = draft(&format!(", \"people\": [{people}]")).unwrap_err();
        assert_eq!(errors.len(), 5);
        assert!(errors.iter().all(|error| !error.contains(['\n', '\r'])), "{errors:?}");
        assert!(errors[0].contains("`no\\nerror: e`"), "{errors:?}");
        assert!(errors[3].contains("stand only once in the article"), "{errors:?}");
    }

    #[test]
    fn of_words_that_stand_everywhere_a_few_places_are_enough() {
        let errors = draft(r#", "people": [{"id": "p1", "mentions": [{"text": "e"}]}]"#).unwrap_err();
        assert!(errors[0].contains("`e` stand more than 5 times") && errors[0].ends_with(", and so on"), "{errors:?}");
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let errors = draft(
            r#", "nht": 1, "people": [{"id": "p1", "mentions": [{"text": "Bob"}, {"text": "Ada Quill", "nt": 1}]}, {"id": "p2", "name": {"value": "Al", "text": "Al", "basis": "stated"}}]"#,
        );
        let pointers: Vec<String> =
            errors.unwrap_err().iter().map(|error| error.split_once(": ").unwrap().0.to_owned()).collect();
        assert_eq!(pointers, ["/people/0/mentions/0", "/people/1/name", "/nht", "/people/0/mentions/1/nt"]);
        assert_eq!(draft(", \"id\": \"a\", \"id\": \"b\"").unwrap_err(), [": the member `id` stands twice"]);
        assert!(complete(b"{", &Document::parse(TEXT), "example").is_err());
    }

    #[test]
    fn blocks_open_with_their_words() {
        let blocks = r#", "article": {"blocks": [{"kind": "prefix_date", "opens": " date"}, {"kind": "headline", "opens": "Leaders"},
            {"kind": "paragraph", "opens": "Ada"}, {"kind": "paragraph", "opens": "“", "nth": 1}, {"kind": "paragraph", "opens": "“"}]}"#;
        let record = draft(blocks).unwrap();
        let found: Vec<(BlockKind, &str)> =
            record.article.blocks.iter().map(|block| (block.kind, block.span.slice(TEXT).unwrap())).collect();
        assert_eq!(
            found,
            [
                (BlockKind::PrefixDate, " date 2025-10-30 "),
                (BlockKind::Headline, "Leaders meet\r\n\r\n"),
                (BlockKind::Paragraph, "  Ada Quill met Tom Reed.\r\n"),
                (BlockKind::Paragraph, "“We agree,” Quill said. "),
                (BlockKind::Paragraph, "“Quill is me.”\n"),
            ]
        );
        let late = draft(r#", "article": {"blocks": [{"kind": "headline", "opens": "Leaders"}]}"#);
        assert!(late.unwrap_err()[0].starts_with("/article/blocks/0: the article begins before the first block"));
    }

    #[test]
    fn a_turn_of_a_transcript_is_direct() {
        let statement = |cue: &str| {
            let record = draft(&format!(
                r#", "article": {{"blocks": [{{"kind": "speaker_label", "opens": " date"}}, {{"kind": "paragraph", "opens": "Leaders"}}]}},
                "statements": [{{"id": "s1", "speaker": {{"text": "date", "basis": "stated"}}, {cue} "parts": [{{"text": "Leaders meet"}}]}}]"#
            ));
            record.unwrap().statements[0].kind
        };
        assert_eq!(statement(""), StatementKind::Direct);
        assert_eq!(statement("\"kind\": \"indirect\","), StatementKind::Indirect, "a given kind is kept");
        assert_eq!(statement("\"cue\": {\"text\": \"met\"},"), StatementKind::Indirect);
    }

    #[test]
    fn a_record_follows_an_edit_of_its_article() {
        let members = r#", "people": [{"id": "p1", "mentions": [{"text": "Quill", "nth": 1}, {"text": "Quill", "nth": 2},
            {"text": "Quill", "nth": 3}, {"text": "Leaders"}]}]"#;
        let record = draft(members).unwrap();
        for (from, to) in
            [("Leaders meet", "Leaders meeet"), ("We agree", "We disagree"), ("is me", "is I"), ("met", "saw")]
        {
            let edited = TEXT.replace(from, to);
            let followed = complete(print(&record).as_bytes(), &Document::parse(&edited), "example").unwrap();
            assert_eq!(followed, complete_members(members, &edited), "{to}");
            assert_eq!(followed.article.blocks.last().unwrap().span.range().end, edited.len());
        }
        let twice = TEXT.replace("meet", "gather").replace("said", "said again");
        let errors = complete(print(&record).as_bytes(), &Document::parse(&twice), "example").unwrap_err();
        assert!(errors.iter().all(|error| error.message.contains("choose one by `nth`")), "{errors:?}");
    }

    fn complete_members(members: &str, text: &str) -> Record {
        let json = format!("{{\"schema\": \"rapporteur.record/1\"{members}}}");
        complete(json.as_bytes(), &Document::parse(text), "example").unwrap()
    }

    #[test]
    fn a_full_record_is_a_draft_of_itself() {
        let record = draft(r#", "people": [{"id": "p1", "mentions": [{"text": "Quill", "nth": 3}]}]"#).unwrap();
        let again = complete(print(&record).as_bytes(), &Document::parse(TEXT), "example");
        assert_eq!(again, Ok(record));
    }
}
