//! How figures and errors are shown: to people as tables, to programs as a line of JSON a view.

use std::fmt::Write;

use rapporteur_model::Span;
use serde_json::{Map, Value, json};

use super::{
    errors::{Error, Kind},
    gold::{Article, Quote},
    metrics::{COMMON, Figures, Share, Tally, View, kind_name},
    words,
};
use crate::escape;

/// How many characters of some words are shown before and after what is left out of their middle.
const SHOWN: (usize, usize) = (110, 50);

/// A view with its figures and, where they were asked for, its errors.
#[derive(Debug, Clone)]
pub struct Scored<'a> {
    /// The view.
    pub view: View,
    /// Its figures over all articles.
    pub figures: Figures,
    /// Its errors in the order of the articles, each with its article.
    pub errors: Option<Vec<(&'a Article, Error)>>,
}

/// Which errors are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// How many of each kind.
    pub most: usize,
    /// Which kinds; all where none is named.
    pub kinds: Vec<Kind>,
}

impl Listing {
    fn kinds(&self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(|kind| self.kinds.is_empty() || self.kinds.contains(kind))
    }
}

impl Scored<'_> {
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &(&Article, Error)> {
        self.errors.iter().flatten().filter(move |(_, error)| error.kind == kind)
    }
}

/// The figures most looked at, a view a line.
pub fn table(scored: &[Scored<'_>]) -> String {
    let mut out = format!("{:12}{:<26}{}\n", "", "overlap", "e2e_head");
    let columns = format!("{:>6}  {:>6}  {:>6}", "P", "R", "F1");
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{:10}{columns}    {columns}", "view");
    for Scored { view, figures, .. } in scored {
        let columns = |tally: Tally| format!("{:6.4}  {:6.4}  {:6.4}", tally.precision(), tally.recall(), tally.f1());
        let _ = writeln!(out, "{:10}{}    {}", view.name(), columns(figures.overlap), columns(figures.e2e_head));
    }
    out
}

/// Every figure of a view.
pub fn details(scored: &Scored<'_>) -> String {
    let figures = &scored.figures;
    let mut out = format!("view {}\n", scored.view.name());
    for (name, tally) in tallies(figures) {
        let Tally { right, read, gold } = tally;
        let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
        let _ = writeln!(
            out,
            "{name:10}  P {precision:.4}  R {recall:.4}  F1 {f1:.4}   tp {right}  pred {read}  gold {gold}"
        );
    }
    let share = |share: Share| format!("{:.4} of {}", share.value(), share.of);
    let Figures { speaker_exact, speaker_head, speaker_none, cue_overlap, kinds, recall, .. } = figures;
    let exact = speaker_exact.value();
    let _ = writeln!(
        out,
        "speaker     exact {exact:.4}, head {}; none where there is none {}",
        share(*speaker_head),
        share(*speaker_none)
    );
    let _ = writeln!(out, "cue         overlap {}", share(*cue_overlap));
    let _ = writeln!(out, "type        {}", share(*kinds));
    let recall: Vec<String> = recall.iter().map(|(kind, found)| format!("{kind} {}", share(*found))).collect();
    let _ = writeln!(out, "recall      {}", recall.join(", "));
    out
}

/// How many errors there are of each kind, and the first of them.
pub fn errors(scored: &Scored<'_>, listing: &Listing) -> String {
    let counts: Vec<String> = Kind::ALL.map(|kind| format!("{} {}", kind.name(), scored.of_kind(kind).count())).into();
    let mut out = format!("errors in view {}: {}\n", scored.view.name(), counts.join(", "));
    for kind in listing.kinds().filter(|_| listing.most > 0) {
        for (article, error) in scored.of_kind(kind).take(listing.most) {
            let id = escape::text(&article.id);
            let common = if error.gold.is_some() && error.read.is_some() {
                format!(", {:.2} in common", error.common)
            } else {
                String::new()
            };
            let _ = writeln!(out, "\n{} in {id}{common}", kind.name());
            for (side, quote) in [("gold", error.gold), ("read", error.read)] {
                let Some(quote) = quote else { continue };
                let words = |span: Option<Span>| {
                    span.map_or("none".to_owned(), |span| format!("|{}|", shown(&article.text, span)))
                };
                let (said, speaker, cue) = (words(Some(quote.span)), words(quote.speaker), words(quote.cue));
                let Quote { span, kind, .. } = quote;
                let _ = writeln!(out, "  {side} {span} {}: {said}", kind_name(kind));
                let _ = writeln!(out, "       speaker {speaker}, cue {cue}");
            }
        }
    }
    out
}

/// A view's figures, and its errors, as one line of JSON.
pub fn json(scored: &Scored<'_>, articles: usize, listing: Option<&Listing>) -> String {
    let figures = &scored.figures;
    let mut line = Map::new();
    line.insert("view".to_owned(), scored.view.name().into());
    line.insert("docs".to_owned(), articles.into());
    line.insert("iou".to_owned(), COMMON.into());
    for (name, tally) in tallies(figures) {
        let Tally { right, read, gold } = tally;
        let value = json!({
            "P": tally.precision(), "R": tally.recall(), "F1": tally.f1(), "tp": right, "pred": read, "gold": gold,
        });
        line.insert(name.to_owned(), value);
    }
    let Figures { speaker_exact, speaker_head, speaker_none, cue_overlap, kinds, recall, .. } = figures;
    let speaker = json!({
        "n": speaker_exact.of, "exact": speaker_exact.value(), "head": speaker_head.value(),
        "gold_none_n": speaker_none.of, "gold_none_ok": speaker_none.value(),
    });
    line.insert("speaker".to_owned(), speaker);
    line.insert("cue_overlap".to_owned(), json!({ "n": cue_overlap.of, "acc": cue_overlap.value() }));
    line.insert("type_acc".to_owned(), kinds.value().into());
    let recall =
        recall.iter().map(|(kind, share)| ((*kind).to_owned(), json!({ "R": share.value(), "gold": share.of })));
    line.insert("recall_by_type".to_owned(), Value::Object(recall.collect()));
    if let Some(listing) = listing {
        let counts = Kind::ALL.map(|kind| (kind.name().to_owned(), scored.of_kind(kind).count().into()));
        let listed = listing.kinds().flat_map(|kind| scored.of_kind(kind).take(listing.most));
        let listed: Vec<Value> = listed.map(|(article, error)| json_error(article, error)).collect();
        line.insert("errors".to_owned(), json!({ "counts": Map::from_iter(counts), "listed": listed }));
    }
    let mut line = escape::json(&Value::Object(line).to_string()).into_owned();
    line.push('\n');
    line
}

fn json_error(article: &Article, error: &Error) -> Value {
    let span = |span: Span| {
        let words = words::words(&article.text, span);
        json!({ "start": span.start(), "end": span.end(), "text": words })
    };
    let quote = |quote: Quote| {
        let mut value = span(quote.span);
        value["type"] = quote.kind.map(|kind| kind_name(Some(kind))).into();
        value["cue"] = quote.cue.map(span).into();
        value["speaker"] = quote.speaker.map(span).into();
        value
    };
    json!({
        "kind": error.kind.name(), "id": article.id, "iou": error.common,
        "gold": error.gold.map(quote), "read": error.read.map(quote),
    })
}

/// The figures that count what was found and what there is, by the names they have in files.
fn tallies(figures: &Figures) -> [(&'static str, Tally); 7] {
    [
        ("exact", figures.exact),
        ("trim", figures.trim),
        ("overlap", figures.overlap),
        ("e2e_exact", figures.e2e_exact),
        ("e2e_head", figures.e2e_head),
        ("src_span", figures.src_span),
        ("cue_span", figures.cue_span),
    ]
}

/// The words of a span, escaped; where they are many, how they begin and how they end.
fn shown(text: &str, span: Span) -> String {
    let words = words::words(text, span);
    let (first, last) = SHOWN;
    let many = words.chars().count();
    if many <= first + last + 3 {
        return escape::text(&words).into_owned();
    }
    let begin: String = words.chars().take(first).collect();
    let end: String = words.chars().skip(many - last).collect();
    format!("{} … {}", escape::text(&begin), escape::text(&end))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{errors as found, metrics, sample},
        *,
    };

    const TEXT: &str = "“We\nagree,” Ada Okoro said. Bo Lim told her that it was late.";

    fn scored(article: &Article) -> Scored<'_> {
        let read = sample::quotes(TEXT, &["direct: “We\nagree,” / Bo Lim / said", "indirect: late / Bo Lim"]);
        let comparison = metrics::compare(article, &read, View::All);
        let errors = found::errors(&comparison).into_iter().map(|error| (article, error)).collect();
        Scored { view: View::All, figures: comparison.figures(), errors: Some(errors) }
    }

    fn gold() -> Article {
        sample::article(TEXT, &["direct: “We\nagree,” / Ada Okoro / said", "indirect: it was late / Bo Lim / told"])
    }

    #[test]
    fn figures_stand_under_their_names() {
        assert_eq!(
            table(&[scored(&gold())]),
            "            overlap                   e2e_head\n\
             view           P       R      F1         P       R      F1\n\
             all       0.5000  0.5000  0.5000    0.0000  0.0000  0.0000\n"
        );
        let details = details(&scored(&gold()));
        assert!(details.contains("overlap     P 0.5000  R 0.5000  F1 0.5000   tp 1  pred 2  gold 2\n"), "{details}");
        assert!(details.ends_with("recall      direct 1.0000 of 1, indirect 0.0000 of 1\n"), "{details}");
    }

    #[test]
    fn errors_are_listed_by_kind_with_both_sides() {
        let gold = gold();
        let scored = scored(&gold);
        assert_eq!(
            errors(&scored, &Listing { most: 1, kinds: Vec::new() }),
            "errors in view all: missed 0, spurious 0, boundary 1, speaker 1\n\n\
             boundary in a, 0.36 in common\n\
             \u{20} gold 53..64 indirect: |it was late|\n\
             \u{20}      speaker |Bo Lim|, cue |told|\n\
             \u{20} read 60..64 indirect: |late|\n\
             \u{20}      speaker |Bo Lim|, cue none\n\n\
             speaker in a, 1.00 in common\n\
             \u{20} gold 0..15 direct: |“We\\nagree,”|\n\
             \u{20}      speaker |Ada Okoro|, cue |said|\n\
             \u{20} read 0..15 direct: |“We\\nagree,”|\n\
             \u{20}      speaker |Bo Lim|, cue |said|\n"
        );
        let only = errors(&scored, &Listing { most: 9, kinds: vec![Kind::Missed] });
        assert_eq!(only.lines().count(), 1, "counts are of every kind, whatever is listed");
    }

    #[test]
    fn json_is_one_line_that_says_the_same() {
        let gold = gold();
        let scored = scored(&gold);
        let line = json(&scored, 1, Some(&Listing { most: 9, kinds: Vec::new() }));
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!((line.matches('\n').count(), &value["overlap"]["tp"]), (1, &json!(1)));
        assert_eq!(value["errors"]["counts"], json!({ "missed": 0, "spurious": 0, "boundary": 1, "speaker": 1 }));
        assert_eq!(value["errors"]["listed"][0]["read"]["text"], "late");
        assert!(serde_json::from_str::<Value>(&json(&scored, 1, None)).unwrap().get("errors").is_none());
    }

    #[test]
    fn many_words_show_how_they_begin_and_end() {
        let text = format!("A{}\u{1b}Z", "b".repeat(500));
        let shown = shown(&text, Span::new(0, 503).unwrap());
        assert!(shown.starts_with("Ab") && shown.contains(" … ") && shown.ends_with(r"\u{1b}Z"), "{shown}");
    }
}
