use rapporteur::{escape, view};
use rapporteur_corpus::{
    checking::{Input, Level, Levels, Subject, check},
    document::{Document, Limits, Source},
    reading, record_file,
};
use rapporteur_model::Span;
use serde_json::Value;

/// What the rules may have against a text as such, whatever is read in it.
const ABOUT_THE_TEXT: [&str; 2] = ["binary-article", "empty-article"];

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = Source::new(bytes, Limits::default()).map(Source::text) else { return };
    let document = Document::parse(text);
    let first = reading::read(&document, "a");
    let (second, reasons) = reading::read_with_reasons(&document, "a");
    assert_eq!(first.record, second.record, "read twice, and not the same");
    assert_eq!(first.problems, second.problems, "read twice, with other problems");
    assert_eq!(reasons.len(), first.record.statements.len(), "a reason for each statement");
    for problem in &first.problems {
        assert!(problem.span.slice(text).is_some(), "{problem:?} is not in the text");
    }
    let mut end = 0;
    for sentence in reading::sentences(&document) {
        assert!(sentence.slice(text).is_some() && sentence.start() >= end, "{sentence} is no sentence of the text");
        end = sentence.end();
    }

    let Ok(json) = serde_json::to_value(&first.record) else { panic!("a record is JSON") };
    assert_spans_hold(&json, text);

    let printed = record_file::print(&first.record);
    match record_file::parse(printed.as_bytes()) {
        Ok(file) => {
            assert_eq!(file.record, first.record, "written and read again");
            assert_eq!(file.unknown, [""; 0]);
        }
        Err(error) => panic!("{error}"),
    }

    let subject = Subject::new("a", Input::Bytes(text.as_bytes()), Input::Bytes(printed.as_bytes()), Limits::default());
    let denied = check(&subject, &Levels::default()).into_iter().filter(|found| found.level == Level::Deny);
    for found in denied {
        assert!(ABOUT_THE_TEXT.contains(&found.rule.name), "{}: {}", found.rule.name, found.message);
    }

    let view = view::render(text, &first.record, None, &view::Options::default());
    assert_eq!(escape::lines(&view), view, "a view is safe to print");
}

/// Every span of a record lies in the text, and has the words that it says it has.
fn assert_spans_hold(json: &Value, text: &str) {
    match json {
        Value::Object(members) => {
            let offset =
                |name: &str| members.get(name).and_then(Value::as_u64).and_then(|offset| offset.try_into().ok());
            if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
                let words = Span::new(start, end).ok().and_then(|span| span.slice(text));
                assert!(words.is_some(), "{start}..{end} cuts a character or leaves the text");
                if let Some(told) = members.get("text").and_then(Value::as_str) {
                    assert_eq!(words, Some(told), "the words of {start}..{end}");
                }
            }
            members.values().for_each(|member| assert_spans_hold(member, text));
        }
        Value::Array(items) => items.iter().for_each(|item| assert_spans_hold(item, text)),
        _ => {}
    }
}
