//! What holds for every text, tried on many.

use proptest::{collection::vec, prelude::*, sample::select};
use rapporteur::{escape, view};
use rapporteur_corpus::{
    checking::{Input, Level, Levels, Subject, check},
    document::{Document, Limits, LineIndex, Source, SourceError},
    reading, record_file,
};
use rapporteur_model::{Record, Span};
use serde_json::Value;

use crate::support::cases;

/// Pieces of news with everything in them that is hard: stamps, marks that do not pair, line endings, wide and
/// invisible characters.
const FRAGMENTS: &[&str] = &[
    " date 2025-10-30 ",
    "date 2025-13-41 ",
    "Published: 30 Oct. 2025, 15:30\n",
    "Updated : 2024/02/30 25:61\r\n",
    "SEOUL, Oct. 30 (Yonhap) -- ",
    "PARIS: ",
    "(2nd LD)",
    "(END)",
    "By Ada Okoro\n",
    "Photo: the two leaders\n",
    "\u{feff}",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{200b}",
    "\u{202e}",
    "\u{1b}[31m",
    "\u{9b}",
    "President Ada Okoro ",
    "Prime Minister Zoë Müller-Lüdenscheidt ",
    "Sheikh Tamim ",
    "H.E. Mr. ",
    "李在明",
    "Lee ",
    "he ",
    "she ",
    "the two leaders ",
    "the presidential office ",
    "a ministry spokesman ",
    "said ",
    "said, ",
    "continued. ",
    "denied that ",
    "told reporters ",
    "according to ",
    "added, “",
    "proposed expanding ",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "-",
    "…",
    ".",
    ",",
    ":",
    "?",
    "held a summit with ",
    "spoke by phone with ",
    "will meet ",
    "called off ",
    "no meeting was arranged",
    "in Gyeongju, North Gyeongsang, ",
    "at a hotel ",
    "on Thursday morning ",
    "next Monday ",
    "on 31 February ",
    "tomorrow ",
    "27,000 troops ",
    "nearly 400 casualties ",
    "3 billion yen ",
    "12.5 percent ",
    "$1.2bn ",
    "0",
    "99999999999999999999 ",
    "attendees included ",
    "was accompanied by ",
    "After the summit, they had lunch together.",
    "Q. ",
    "A. ",
    "MODERATOR: ",
    "Canadian ",
    "South Korea’s ",
    "the EU’s ",
    "Côte d’Ivoire ",
    "😀",
    "e\u{301}",
    "👩‍👩‍👧",
    "ﷺ",
    "ß",
    "İ",
];

/// Bytes that begin no character, or one that does not go on.
const BAD: &[&[u8]] =
    &[b"\xff", b"\xc0\xaf", b"\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80 ", b"\xf0\x9f\x98"];

/// A text: anything at all, or news put together at random.
fn text() -> impl Strategy<Value = String> {
    let news = vec(select(FRAGMENTS), 0..60).prop_map(|fragments| fragments.concat());
    let mixed = vec(prop_oneof![8 => select(FRAGMENTS).prop_map(str::to_owned), 1 => any::<String>()], 0..40)
        .prop_map(|pieces| pieces.concat());
    prop_oneof![2 => any::<String>(), 5 => news, 3 => mixed]
}

fn read(text: &str) -> Record {
    reading::read(&Document::parse(text), "a").record
}

/// Every span of a record's JSON, with its words where it has some.
fn spans(json: &Value, found: &mut Vec<(Span, Option<String>)>) {
    match json {
        Value::Object(members) => {
            let offset =
                |name: &str| members.get(name).and_then(Value::as_u64).map(|offset| u32::try_from(offset).unwrap());
            if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
                let words = members.get("text").and_then(Value::as_str).map(str::to_owned);
                found.push((Span::new(start, end).unwrap(), words));
            }
            members.values().for_each(|member| spans(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn bytes_that_are_no_text_are_refused_at_the_first_bad_one(
        before in text(),
        bad in select(BAD),
        after in text(),
    ) {
        let bytes = [before.as_bytes(), bad, after.as_bytes()].concat();
        let refused = Source::new(&bytes, Limits::default()).map(Source::text);
        prop_assert_eq!(refused, Err(SourceError::NotUtf8 { offset: before.len() }));
    }

    #[test]
    fn the_blocks_of_any_text_give_it_back(text in text()) {
        let document = Document::parse(&text);
        let tiled: Option<String> = document.blocks().iter().map(|block| block.span.slice(&text)).collect();
        prop_assert_eq!(tiled, Some(text));
    }

    #[test]
    fn a_record_is_the_same_once_written_and_read(text in text(), with_text: bool) {
        let mut record = read(&text);
        record.text = with_text.then(|| text.clone());
        let file = record_file::parse(record_file::print(&record).as_bytes()).unwrap();
        prop_assert_eq!(&file.unknown, &Vec::<String>::new());
        prop_assert_eq!(&file.record, &record);
        let line = serde_json::to_string(&record).unwrap();
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(serde_json::from_str::<Record>(&line).unwrap(), record);
    }

    #[test]
    fn the_same_text_is_read_the_same_anywhere(text in text()) {
        let first = read(&text);
        let others: Vec<Record> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| read(&text))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for other in others {
            prop_assert_eq!(&other, &first);
        }
    }

    #[test]
    fn every_span_of_a_reading_holds_its_words(text in text()) {
        let mut found = Vec::new();
        spans(&serde_json::to_value(read(&text)).unwrap(), &mut found);
        for (span, words) in found {
            let slice = span.slice(&text);
            prop_assert!(slice.is_some(), "{span} cuts a character or leaves the text");
            if let Some(words) = words {
                prop_assert_eq!(slice, Some(words.as_str()));
            }
        }
    }

    #[test]
    fn the_rules_have_nothing_against_a_reading(text in text()) {
        let printed = record_file::print(&read(&text));
        let subject = Subject::new("a", Input::Bytes(text.as_bytes()), Input::Bytes(printed.as_bytes()), Limits::default());
        let denied = check(&subject, &Levels::default()).into_iter().filter(|found| found.level == Level::Deny);
        let denied: Vec<_> = denied.map(|found| (found.rule.name, found.message)).collect();
        let about_the_text = ["empty-article", "binary-article"];
        prop_assert!(denied.iter().all(|(name, _)| about_the_text.contains(name)), "{denied:?}");
    }

    #[test]
    fn any_bytes_can_be_checked(
        article in vec(any::<u8>(), 0..200),
        record in prop_oneof![vec(any::<u8>(), 0..200), text().prop_map(String::into_bytes)],
    ) {
        let subject = Subject::new("a", Input::Bytes(&article), Input::Bytes(&record), Limits::default());
        let once = check(&subject, &Levels::default());
        prop_assert_eq!(format!("{once:?}"), format!("{:?}", check(&subject, &Levels::default())));
    }

    #[test]
    fn a_view_is_safe_to_print(text in text(), width in 20_usize..120) {
        let view = view::render(&text, &read(&text), None, &view::Options { width, colour: false });
        prop_assert_eq!(escape::lines(&view), view);
    }

    #[test]
    fn positions_are_those_of_the_reference(text in text(), offset in 0..200_usize) {
        let found = LineIndex::new(&text).position(offset);
        let found = (found.line, found.column, found.utf16_column);
        prop_assert_eq!(found, rapporteur_oracle::position(&text, offset), "{:?} at {}", text, offset);
    }
}

/// Shapes that a scan from each mark or each word would take for ever over: the reading of each ends.
#[test]
fn hostile_marks_are_read_to_the_end() {
    let nested = |open: [&str; 2], close: [&str; 2]| {
        let opening: String = (0..50).map(|depth| open[depth % 2]).collect();
        let closing: String = (0..50).rev().map(|depth| close[depth % 2]).collect();
        format!("{opening}We agree,{closing} she said.\n\n")
    };
    let shapes = [
        "“ ".repeat(10_000),
        "” ".repeat(10_000),
        "‘a ".repeat(10_000),
        "a' ".repeat(10_000),
        "\"'".repeat(10_000),
        "''' ".repeat(10_000),
        "“A,” she said. ".repeat(70_000),
        "‘A,’ she said of B, ".repeat(10_000),
        "She said: “Yes” and ".repeat(10_000),
        "she said and ".repeat(33_000),
        "She was blunt. “We agree.” ".repeat(10_000),
        "We agree: ".repeat(10_000),
        nested(["“", "‘"], ["”", "’"]).repeat(100),
        nested(["\"", "'"], ["\"", "'"]).repeat(100),
    ];
    for shape in shapes {
        let text = format!("Leaders meet\n\nPresident Ada Okoro left.\n\n{shape}\n");
        let record = read(&text);
        assert_eq!(record.source.bytes as usize, text.len());
    }
}
