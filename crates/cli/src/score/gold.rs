//! Gold and predictions, as files hold them: one article a line.

use std::collections::BTreeMap;

use rapporteur_model::{Span, StatementKind};
use serde::{Deserialize, de::DeserializeOwned};

use crate::escape;

/// One stretch of reported words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// The words, by bytes of the text.
    pub span: Span,
    /// Whose words they are, where it is told.
    pub kind: Option<StatementKind>,
    /// Whether they are spoken or written; what is only believed or intended is not.
    pub is_speech: bool,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// The words that report.
    pub cue: Option<Span>,
}

impl Quote {
    /// Words of which nothing else is known.
    pub const fn new(span: Span) -> Self {
        Self { span, kind: None, is_speech: true, speaker: None, cue: None }
    }
}

/// An article as people have marked it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// What the file calls it.
    pub id: String,
    /// The text.
    pub text: String,
    /// Every quotation in it.
    pub quotes: Vec<Quote>,
    /// Stretches about which nothing is said: what is read in them counts neither for nor against the reader.
    pub ignore: Vec<Span>,
}

/// What was read in an article: quotations, or why it could not be read.
pub type Reading = Result<Vec<Quote>, String>;

/// Predictions by the id of their article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Predictions {
    /// What was read in each article.
    pub readings: BTreeMap<String, Reading>,
    /// How many spans cut a character, which is a sign of offsets that do not count UTF-8 bytes.
    pub cut: usize,
}

#[derive(Deserialize)]
struct ArticleLine {
    id: String,
    text: String,
    quotes: Vec<QuoteForm>,
    #[serde(default)]
    ignore: Vec<Span>,
}

#[derive(Deserialize)]
struct PredictionLine {
    id: String,
    #[serde(default)]
    quotes: Option<Vec<QuoteForm>>,
    #[serde(default)]
    error: Option<String>,
}

#[derive(Deserialize)]
struct QuoteForm {
    start: u32,
    end: u32,
    #[serde(default)]
    r#type: Option<StatementKind>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    speaker: Option<Span>,
    #[serde(default)]
    cue: Option<Span>,
}

impl QuoteForm {
    fn quote(self) -> Result<Quote, String> {
        let Self { start, end, r#type: kind, kind: medium, speaker, cue } = self;
        let span = Span::new(start, end).map_err(|error| error.to_string())?;
        Ok(Quote { span, kind, is_speech: medium.is_none_or(|medium| medium == "speech"), speaker, cue })
    }
}

/// The articles of a gold file.
///
/// # Errors
///
/// What is wrong, in which line, and what to do; escaped.
pub fn articles(file: &[u8]) -> Result<Vec<Article>, String> {
    let mut articles = Vec::new();
    let mut lines_by_id = BTreeMap::new();
    for (number, line) in lines(file) {
        let ArticleLine { id, text, quotes, ignore } = parse(number, line, r#"{"id", "text", "quotes"}"#)?;
        no_repeat(&mut lines_by_id, &id, number)?;
        let mut kept = Vec::with_capacity(quotes.len());
        for (index, form) in quotes.into_iter().enumerate() {
            let place = |what: &str| format!("{what} {} of {}", index + 1, escape::text(&id));
            let quote = form.quote().map_err(|error| bad_span(number, &place("quote"), &error))?;
            sound(&text, quote.span, false).map_err(|why| bad_span(number, &place("quote"), &why))?;
            for (what, span) in [("the speaker of quote", quote.speaker), ("the cue of quote", quote.cue)] {
                span.map_or(Ok(()), |span| sound(&text, span, true))
                    .map_err(|why| bad_span(number, &place(what), &why))?;
            }
            kept.push(quote);
        }
        for (index, span) in ignore.iter().enumerate() {
            let place = format!("ignored span {} of {}", index + 1, escape::text(&id));
            sound(&text, *span, false).map_err(|why| bad_span(number, &place, &why))?;
        }
        not_piled(number, &id, kept.iter().map(|quote| quote.span).chain(ignore.iter().copied()))?;
        articles.push(Article { id, text, quotes: kept, ignore });
    }
    if articles.is_empty() {
        return Err(r#"holds no article; a line is {"id", "text", "quotes"}"#.to_owned());
    }
    Ok(articles)
}

/// The predictions of a file, for these articles. Articles that it leaves out have none.
///
/// # Errors
///
/// What is wrong, in which line, and what to do; escaped.
pub fn predictions(file: &[u8], articles: &[Article]) -> Result<Predictions, String> {
    let texts: BTreeMap<&str, &str> =
        articles.iter().map(|article| (article.id.as_str(), article.text.as_str())).collect();
    let mut predictions = Predictions::default();
    let mut lines_by_id = BTreeMap::new();
    for (number, line) in lines(file) {
        let PredictionLine { id, quotes, error } = parse(number, line, r#"{"id", "quotes"}"#)?;
        no_repeat(&mut lines_by_id, &id, number)?;
        let Some(text) = texts.get(id.as_str()) else {
            let id = escape::text(&id);
            return Err(format!("line {number}: the gold file has no article {id}; predict only for its articles"));
        };
        let reading = match (quotes, error) {
            (Some(quotes), _) => {
                let mut kept = Vec::with_capacity(quotes.len());
                for (index, form) in quotes.into_iter().enumerate() {
                    let place = format!("quote {} of {}", index + 1, escape::text(&id));
                    let quote = form.quote().map_err(|error| bad_span(number, &place, &error))?;
                    within(text, quote.span, false).map_err(|why| bad_span(number, &place, &why))?;
                    let spans = [Some(quote.span), quote.speaker, quote.cue];
                    let cuts = |span: &Span| span.slice(text).is_none();
                    predictions.cut += spans.into_iter().flatten().filter(cuts).count();
                    kept.push(quote);
                }
                not_piled(number, &id, kept.iter().map(|quote| quote.span))?;
                Ok(kept)
            }
            (None, Some(error)) => Err(error),
            (None, None) => {
                return Err(format!("line {number}: neither \"quotes\" nor \"error\"; an article without any has []"));
            }
        };
        predictions.readings.insert(id, reading);
    }
    Ok(predictions)
}

/// Refuses spans of which so many lie over each other that comparing all that meet would take for ever.
fn not_piled(number: usize, id: &str, spans: impl Iterator<Item = Span>) -> Result<(), String> {
    /// Far more than anybody quotes within each other.
    const MOST: usize = 200;

    // An end comes before a beginning at the same byte.
    let mut edges: Vec<(u32, bool)> = spans.flat_map(|span| [(span.start(), true), (span.end(), false)]).collect();
    edges.sort_unstable();
    let mut open = 0_usize;
    for (at, begins) in edges {
        open = if begins { open + 1 } else { open.saturating_sub(1) };
        if open > MOST {
            let id = escape::text(id);
            return Err(format!("line {number}: more than {MOST} spans of {id} lie over each other at byte {at}"));
        }
    }
    Ok(())
}

/// The lines that hold something, numbered from 1.
fn lines(file: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    (1..).zip(file.split(|byte| *byte == b'\n')).filter(|(_, line)| !line.trim_ascii().is_empty())
}

fn parse<T: DeserializeOwned>(number: usize, line: &[u8], shape: &str) -> Result<T, String> {
    let text = str::from_utf8(line).map_err(|error| {
        let at = error.valid_up_to();
        format!("line {number}: not UTF-8: the first bad byte is at offset {at} of the line; save the file as UTF-8")
    })?;
    serde_json::from_str(text).map_err(|error| {
        // To the parser the line is a text of its own, whose line 1 would only confuse.
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        let column = error.column();
        format!("line {number}, column {column}: {}; a line must be one {shape}", escape::text(message))
    })
}

fn no_repeat(lines_by_id: &mut BTreeMap<String, usize>, id: &str, number: usize) -> Result<(), String> {
    match lines_by_id.insert(id.to_owned(), number) {
        None => Ok(()),
        Some(first) => {
            let id = escape::text(id);
            Err(format!("line {number}: the id {id} stands in line {first} already; give each article one line"))
        }
    }
}

fn bad_span(number: usize, place: &str, why: &str) -> String {
    format!("line {number}: {place}: {why}; offsets count the text's UTF-8 bytes, `end` is the one after the last")
}

/// Whether the span holds bytes of the text.
fn within(text: &str, span: Span, may_be_empty: bool) -> Result<(), String> {
    if span.range().end > text.len() {
        Err(format!("{span} leaves the text, which has {} bytes", text.len()))
    } else if span.is_empty() && !may_be_empty {
        Err(format!("{span} holds nothing"))
    } else {
        Ok(())
    }
}

/// Whether the span holds whole characters of the text.
fn sound(text: &str, span: Span, may_be_empty: bool) -> Result<(), String> {
    within(text, span, may_be_empty)?;
    if span.slice(text).is_none() { Err(format!("{span} cuts a character")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"id":"a","text":"“Ja.”","quotes":[]}"#;

    fn refused(file: &str) -> String {
        articles(file.as_bytes()).unwrap_err()
    }

    #[test]
    fn an_article_a_line_with_what_is_marked_up_in_it() {
        let file = r#"
{"id":"a","lang":"en","text":"“Yes,” Bo said.","quotes":[{"start":0,"end":10,"text":"“Yes,”","type":"direct",
"kind":"other","cue":{"start":14,"end":18,"text":"said"},"speaker":null,"group":7}],"ignore":[{"start":0,"end":3}]}"#;
        let file = file.trim_start().replace(",\n", ",");
        let article = &articles(file.as_bytes()).unwrap()[0];
        let span = |start, end| Span::new(start, end).unwrap();
        let cue = Some(span(14, 18));
        let quote =
            Quote { span: span(0, 10), kind: Some(StatementKind::Direct), is_speech: false, speaker: None, cue };
        assert_eq!((&article.quotes[..], &article.ignore[..]), (&[quote][..], &[span(0, 3)][..]));
    }

    #[test]
    fn bad_gold_is_refused_with_its_line_and_what_to_do() {
        assert_eq!(refused(""), r#"holds no article; a line is {"id", "text", "quotes"}"#);
        assert_eq!(
            refused(&format!("{LINE}\n\nnonsense")),
            r#"line 3, column 2: expected ident; a line must be one {"id", "text", "quotes"}"#
        );
        assert!(refused(r#"{"id":"a","text":"b"}"#).contains("missing field `quotes`"));
        assert!(refused(&format!("{LINE}\n{LINE}")).starts_with("line 2: the id a stands in line 1 already; "));
        let with = |quote: &str| refused(&LINE.replace("[]", &format!("[{quote}]")));
        assert!(
            with(r#"{"start":0,"end":99}"#).starts_with("line 1: quote 1 of a: 0..99 leaves the text, which has 9 b")
        );
        assert!(with(r#"{"start":1,"end":4}"#).contains("1..4 cuts a character; offsets count the text's UTF-8 bytes"));
        assert!(with(r#"{"start":3,"end":3}"#).contains("3..3 holds nothing"));
        assert!(with(r#"{"start":4,"end":3}"#).starts_with("line 1: quote 1 of a: "));
        assert!(
            with(r#"{"start":0,"end":9,"cue":{"start":1,"end":3}}"#).contains("the cue of quote 1 of a: 1..3 cuts")
        );
        assert!(with(r#"{"start":0,"end":9,"type":"song"}"#).contains("unknown variant `song`"));
        let ignored = LINE.replace("[]", r#"[],"ignore":[{"start":1,"end":3}]"#);
        assert!(refused(&ignored).contains("ignored span 1 of a: 1..3 cuts"));
        assert!(articles(b"\"\xff\"").unwrap_err().starts_with("line 1: not UTF-8: the first bad byte is at offset 1"));
    }

    #[test]
    fn nothing_unsafe_is_told_back() {
        let told = refused(&LINE.replace("[]", r#"[{"start":0,"end":9,"type":"\u001b[2J"}]"#));
        assert!(told.contains(r"\u{1b}[2J"), "{told}");
    }

    #[test]
    fn predictions_are_for_articles_that_there_are() {
        let articles = articles(LINE.as_bytes()).unwrap();
        let read = |file: &str| predictions(file.as_bytes(), &articles);
        assert_eq!(read("").unwrap(), Predictions::default());
        assert_eq!(read(r#"{"id":"a","error":"too large"}"#).unwrap().readings["a"], Err("too large".to_owned()));
        assert!(read(r#"{"id":"b","quotes":[]}"#).unwrap_err().starts_with("line 1: the gold file has no article b;"));
        assert!(read(r#"{"id":"a"}"#).unwrap_err().contains("neither"));
        assert!(read(r#"{"id":"a","quotes":[{"start":0,"end":99}]}"#).unwrap_err().contains("leaves the text"));
        // Offsets that count characters hit a boundary now and then only, so this is told and not refused.
        assert_eq!(read(r#"{"id":"a","quotes":[{"start":0,"end":5,"cue":{"start":1,"end":2}}]}"#).unwrap().cut, 1);
    }
}
