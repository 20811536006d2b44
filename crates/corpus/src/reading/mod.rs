//! The reading stages: from a document to its record.
//!
//! Each stage is a total function of the document and of what earlier stages found: quotations, tokens and sentences,
//! then people and their offices, statements, summits, quantities, then the links between them; the record is composed
//! at the end. A stage never looks at one that is listed after it here. Only `traits` asks all of them, about single
//! words and before anything is read: which word of the text each of them can find something by.

mod lexicon;
mod quotations;
mod traits;

mod text;

mod times;
mod words;

mod clauses;
mod names;
mod people;
mod phrases;
mod states;

mod statements;

mod summits;

mod quantities;

mod linking;

mod compose;
mod language;

use rapporteur_model::{BlockKind, Digest, Record, Source, Span, StatementKind};
use sha2::{Digest as _, Sha256};

use self::{compose::Findings, people::People, statements::StatementFound, text::Text};
pub use self::{
    lexicon::{country_named, country_of_city, is_country},
    quantities::hedge_named,
    quotations::{Marked, quotations},
    statements::{ContentRule, CueForm, CueReason, PassedVerb, SpeakerPlace, StatementReasons, VerbEntry},
    times::{latest_weekday, next_weekday},
};
pub(crate) use self::{
    quotations::marks_too_deep,
    statements::names_nobody,
    summits::{is_nameless_building, names_event},
    times::{month_in_short, weekday},
};
use crate::document::{Document, Problem};

/// What the reader read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The record, without the text: `review` is machine, `seal` is null.
    pub record: Record,
    /// Trouble met on the way.
    pub problems: Vec<Problem>,
}

/// Reads a document. The same document gives the same reading, always and everywhere.
///
/// `id` is what the record is to call itself. A text in a language that the reader does not know is divided into
/// blocks, and nothing more is read.
pub fn read(document: &Document<'_>, id: &str) -> Reading {
    read_prepared(document, &prepare(document), id)
}

/// A document as all stages see it, so that it is divided into tokens and sentences once, whatever is asked of it.
#[derive(Debug)]
pub(crate) struct Prepared<'t>(Text<'t>);

/// Divides a document into tokens and sentences.
pub(crate) fn prepare<'t>(document: &Document<'t>) -> Prepared<'t> {
    Prepared(Text::new(document))
}

/// As [`read`], of a document that is divided already.
pub(crate) fn read_prepared(document: &Document<'_>, prepared: &Prepared<'_>, id: &str) -> Reading {
    read_and(document, &prepared.0, id, |_, _, _| ()).0
}

/// Reads a document as [`read`] does, and tells why each statement was read, in the record's order of statements.
///
/// ```
/// use rapporteur_corpus::{document::Document, reading};
///
/// let text = "Published: 30 Oct. 2025\n\nPresident Ann Roy said that it rains.\n";
/// let (reading, reasons) = reading::read_with_reasons(&Document::parse(text), "example");
///
/// assert_eq!(reading.record.statements[0].parts[0].text, "it rains");
/// assert_eq!(reasons[0].content, reading::ContentRule::After);
/// assert_eq!(reasons[0].weighed, [reading::ContentRule::MarksBeside, reading::ContentRule::BothSides]);
/// assert_eq!(reasons[0].speaker.map(|place| place.describe()), Some("before the cue"));
/// ```
pub fn read_with_reasons(document: &Document<'_>, id: &str) -> (Reading, Vec<StatementReasons>) {
    read_and(document, &Text::new(document), id, statements::reasons)
}

/// Reads a document, and makes something of the statements found, which are in the record's order.
fn read_and<T: Default>(
    document: &Document<'_>,
    text: &Text<'_>,
    id: &str,
    make: impl FnOnce(&Text<'_>, &People, &[StatementFound]) -> T,
) -> (Reading, T) {
    let mut result = T::default();
    let language = language::language(text);
    let mut record = compose::bare_record(document, id, language);
    let mut problems = document.problems().to_vec();
    if language.is_some() {
        problems.extend(times::troubles(text, compose::publication(text, document.head())));
        let people = people::people(text);
        problems.extend(states::troubles(text, &people));
        let mut statements = statements::statements(text, &people);
        let summits = summits::summits(text, &people, dateline(document));
        problems.extend(summits::troubles(text, &summits));
        let links = linking::link(text, &people, &mut statements, &summits);
        let quantities = quantities::quantities(text);
        let findings = Findings {
            text,
            people: &people,
            statements: &statements,
            links: &links,
            summits: &summits,
            quantities: &quantities,
        };
        findings.fill(&mut record, document.head());
        result = make(text, &people, &statements);
    }
    (Reading { record, problems }, result)
}

/// The words of the places that an article is told from; none where several stories of one file are told from several.
fn dateline(document: &Document<'_>) -> Option<Span> {
    let datelines = document.blocks().iter().filter(|block| block.kind == BlockKind::Dateline).take(2).count();
    document.head().dateline.filter(|_| datelines < 2)
}

/// The sentences of headline, captions and paragraphs, in order, blanks at their ends left out.
pub fn sentences(document: &Document<'_>) -> Vec<Span> {
    let text = Text::new(document);
    text.sentences.iter().map(|sentence| text.span(sentence.tokens.start, sentence.tokens.end - 1)).collect()
}

/// Whose words each statement of these parts gives, as its marks show it: a title or a scare quote makes none mixed. A
/// transcript's turn and a block after a colon are direct without marks, which is not seen here.
pub fn statement_kinds(document: &Document<'_>, statements: &[Vec<Span>]) -> Vec<StatementKind> {
    prepared_kinds(&prepare(document), statements)
}

/// As [`statement_kinds`], of a document that is divided already.
pub(crate) fn prepared_kinds(prepared: &Prepared<'_>, statements: &[Vec<Span>]) -> Vec<StatementKind> {
    statements.iter().map(|parts| statements::marked_kind(&prepared.0, parts)).collect()
}

/// The paragraphs, without the blanks at their ends, each with its strings as [`quotations`] tells them.
pub(crate) fn prepared_quotations(prepared: &Prepared<'_>) -> Vec<(Span, Vec<Marked>)> {
    let Prepared(text) = prepared;
    let paragraphs = text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph);
    let strings = |passage: &text::Passage| {
        let quotations = text.quotations.get(passage.quotations.clone()).unwrap_or_default();
        quotations.iter().map(|quotation| Marked { span: quotation.span, closed: quotation.closed }).collect()
    };
    paragraphs.map(|passage| (passage.span, strings(passage))).collect()
}

/// What binds a record to the bytes of its article.
pub fn source(text: &str) -> Source {
    Source {
        bytes: u32::try_from(text.len()).unwrap_or(u32::MAX),
        sha256: Digest::from_bytes(Sha256::digest(text.as_bytes()).into()),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    use super::{Text, read_and};
    use crate::document::Document;

    /// The sources of the stages, with their paths.
    fn sources() -> Vec<(PathBuf, String)> {
        let mut sources = Vec::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reading")];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    sources.push((path.clone(), fs::read_to_string(path).unwrap()));
                }
            }
        }
        sources
    }

    /// Every rule that a stage names stands in the documentation, and no other.
    #[test]
    fn the_list_of_reading_rules_is_complete() {
        let page = include_str!("../../../../docs/reading-rules.md");
        let listed: BTreeSet<&str> =
            page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        let sources = sources();
        let is_stage = |path: &Path| !path.ends_with("tests.rs");
        let sources: Vec<&String> =
            sources.iter().filter(|(path, _)| is_stage(path)).map(|(_, source)| source).collect();
        let named: BTreeSet<&str> = listed
            .iter()
            .copied()
            .filter(|rule| sources.iter().any(|source| source.contains(&format!("\"{rule}\""))))
            .collect();
        assert_eq!(listed, named, "a rule is listed that no stage names");
        let article = "Published: 30 Oct. 2025\n\nPresident Kim Ha-neul met Canadian Prime Minister Ann Roy in Seoul on Thursday.\n\n\
                       “Welcome,” Kim said. He told Roy that it was “your visit,” and added: “We agree.”\n";
        let reading = super::read(&Document::parse(article), "rules");
        let json = serde_json::to_value(&reading.record).unwrap();
        let mut used = BTreeSet::new();
        rules(&json, &mut used);
        assert!(!used.is_empty());
        assert_eq!(
            used.iter().find(|rule| !listed.contains(rule.as_str())),
            None,
            "a rule is named that is not listed"
        );
    }

    /// A list of words is easier to judge, and to add to, where each has its place.
    #[test]
    fn the_lists_of_words_in_the_stages_are_sorted() {
        // These count.
        const IN_ORDER: [&str; 4] = ["MONTHS", "NUMBERS", "ORDINALS", "WEEKDAYS"];
        let mut lists = 0;
        for (path, source) in sources() {
            for list in source.split("const ").skip(1) {
                let Some((name, rest)) = list.split_once(": [&str; ") else { continue };
                let is_name = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
                if !is_name || IN_ORDER.contains(&name) {
                    continue;
                }
                let (list, _) = rest.split_once("];").unwrap();
                let words: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
                let wrong = words.windows(2).find(|pair| pair[0] >= pair[1]);
                assert_eq!(wrong, None, "{name} of {} is not sorted, or has a word twice", path.display());
                lists += 1;
            }
        }
        assert!(lists > 20, "{lists} lists were found");
    }

    /// What is read, and what would be if the stages looked for something at every token.
    fn check_looks(article: &str) {
        let document = Document::parse(article);
        let read = |text: Text<'_>| format!("{:#?}", read_and(&document, &text, "looks", |_, _, _| ()).0);
        let quick = read(Text::new(&document));
        let slow = read(Text::new(&document).looking_everywhere());
        assert!(quick == slow, "{}\n{article}", similar_lines(&slow, &quick));
    }

    /// The first line in which two texts differ.
    fn similar_lines(one: &str, other: &str) -> String {
        let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        differing.map_or_else(|| "one is longer".to_owned(), |(one, other)| format!("{one}\n{other}"))
    }

    #[test]
    fn the_stages_pass_over_nothing_in_our_articles() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut articles = 0;
        for folder in ["corpus", "seeds"] {
            for path in fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
                if path.extension().is_some_and(|extension| extension == "txt") {
                    check_looks(&fs::read_to_string(path).unwrap());
                    articles += 1;
                }
            }
        }
        assert!(articles > 50, "{articles}");
    }

    /// Words that some stage looks for, in an order that no text has.
    const WORDS: &str = "a an the the The his her Her His Majesty Royal Highness its their whose he she they who that \
        President Prime Minister president leader leaders presidents ministers Foreign counterpart colleague Mr. Dr. Ms \
        Ann Roy Kim Ha-neul van al-Khatib de la bin Kenya Kenyan Kenya's Korea-Canada Peru Lima Oslo Togo Chad Jordan \
        White House Kremlin Downing Street NATO United Nations European Commission APEC summit Council of of of for to to \
        in in at with by and and , , . . : ; ( ) “ ” ‘ ’ – - met meets meeting talks held hold will would had was were been \
        spoke call phone lunch dinner dined tea banquet no visit visited trip arrived flew goes leave told said says that \
        asked agreed decided according as reported joined accompanied flanked present attended delegation side team party \
        represented part sat took took Monday Friday, Oct. 30 May 9 2025 17th ninth next last this today yesterday noon \
        half past two 2 p.m. 14:30 KST an hour 50 minutes 90-minute three days later earlier ago same day evening until \
        ended 27,000 percent $5 million not never denied cancelled welcoming hosting receiving inviting assured THE MS";

    proptest::proptest! {
        /// The same of words that no author would put so.
        #[test]
        fn the_stages_pass_over_nothing_in_any_words(
            words in proptest::collection::vec(proptest::sample::select(WORDS.split_whitespace().collect::<Vec<_>>()), 1..120),
            breaks in proptest::collection::vec(1_usize..40, 0..4),
        ) {
            let mut body = words.join(" ");
            for at in breaks {
                if let Some((at, _)) = body.match_indices(' ').nth(at) {
                    body.replace_range(at..=at, "\n\n");
                }
            }
            check_looks(&format!("Roy, Kim meet in Lima\n\nPublished: 30 Oct. 2025\n\n{body}\n"));
        }
    }

    fn rules(value: &serde_json::Value, used: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::Object(members) => {
                used.extend(members.get("rule").and_then(|rule| rule.as_str()).map(str::to_owned));
                members.values().for_each(|member| rules(member, used));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| rules(item, used)),
            _ => {}
        }
    }
}
