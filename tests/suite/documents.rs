//! The document layer and the slow reference say the same of every text.

use proptest::prelude::*;
use rapporteur_corpus::{document::Document, reading};
use rapporteur_model::Span;

/// Pieces of which articles are made, right and wrong.
const PIECES: [&str; 107] = [
    " date 2025-10-30 ",
    "date 2025-10 ",
    "date 2025-13-45 ",
    " date 2025-10-30",
    "(LEAD) ",
    "(2nd LD)",
    "URGENT: ",
    "[EXCLUSIVE]",
    "(ATTN: ADDS photo)",
    "UPDATE 2: ",
    "Published: 30 Oct. 2025, 15:30",
    "Published : Sept. 5, 2018 - 10:03",
    "Written: 2025-10-30 14:29:37Updated: 2025-10-30 16:02:10",
    "Input",
    "Updated",
    "2025-10-30 09:12",
    "Oct 31, 2025",
    "Last updated: Mon 28 May 2018, 6:11 PM",
    "15:10, October 26, 2011",
    "Wed, 11/18/2009 - 20:41",
    "08:18 am | Updated 08:18 am IST",
    "Posted: 05/09/2018",
    "Modified: 13/09/2018 10:00 -05:00",
    "2025-10-30T15:30Z",
    "30",
    "Oct. ",
    "May",
    "Mark",
    "By Kim Min-su",
    "by Reuters",
    "- LEE SEO",
    "kim@example.org",
    "lee@example",
    "Photo : Yonhap News",
    "Caption:",
    " [YONHAP]",
    " (Yonhap)",
    " (Yonhap-AFP)",
    " (photo by Kim)",
    " (Hanbit)",
    "A > B > C",
    "print dictionary print",
    "Related Article",
    "Go to Contents",
    "Recommended #politics",
    "***",
    "SEOUL, Oct. 30 (Yonhap) -- ",
    "SEOUL, Oct. 30, 2025 /PRNewswire/ - ",
    "GYEONGJU, South Korea — ",
    "TOKYO/SEOUL — ",
    "SEOUL: ",
    "PARIS -",
    "Seoul, South Korea (AP) -- ",
    "WASHINGTON--",
    "PRESIDENT LEE:",
    "PRESIDENT LEE: ",
    "THE PRESIDENT: ",
    "Q ",
    "Q: ",
    "A. ",
    "Moderator: ",
    "Prime Minister Kim: ",
    "President Lee. ",
    "The President. ",
    "Lee Min-ho / Minister",
    "(END)",
    " (END)",
    "###",
    "END 3:26 P.M. EST",
    "==Kyodo",
    "Copyright 2025",
    "(Reporting by A; Editing by B)",
    "Lee met Carney.",
    "The two leaders met on Thursday morning at a hotel in the capital",
    "and agreed to widen their trade, officials of both countries said",
    "after the talks",
    "in the U.S.",
    "He said \"yes\"",
    "“Yes,” he said.",
    "a",
    "Z",
    ".",
    ":",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\r\r\n",
    "\u{feff}",
    "\u{2028}",
    "\u{a0}",
    "é",
    "한국",
    "😀",
    "'",
    "’",
    "-",
    "–",
    ",",
    "/",
    "|",
    "30 Oct. 2025 KST",
    "(",
    ")",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        3 => Just("\n".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Texts filled up to a column, as a wire would send them.
fn wrapped_texts() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "leaders",
        "met",
        "in",
        "the",
        "capital",
        "Thursday.",
        "\n\n",
        "\n",
        "co-operation",
        "Q",
        "(END)",
        "By Kim",
    ]);
    (60..=100_usize, prop::collection::vec(word, 0..120)).prop_map(|(width, words)| {
        let mut text = String::new();
        let mut column = 0;
        for word in words {
            if column + 1 + word.len() > width {
                text.push('\n');
                column = 0;
            } else if column > 0 {
                text.push(' ');
                column += 1;
            }
            text.push_str(word);
            column = if word.ends_with('\n') { 0 } else { column + word.len() };
        }
        text
    })
}

/// A block a line: what it is, and its words.
fn view(text: &str, blocks: &[rapporteur_model::Block]) -> String {
    let lines = blocks.iter().map(|block| format!("{:?} {:?}\n", block.kind, block.span.slice(text)));
    lines.collect()
}

fn assert_same(text: &str) {
    let document = Document::parse(text);
    assert_eq!(view(text, document.blocks()), view(text, &rapporteur_oracle::blocks(text)), "{text:?}");
    let (head, expected) = (document.head(), rapporteur_oracle::head(text));
    let moment =
        |moment: Option<rapporteur_corpus::document::Moment>| moment.map(|found| (found.span, found.value, found.zone));
    let known = |moment: Option<rapporteur_oracle::Moment>| moment.map(|found| (found.span, found.value, found.zone));
    assert_eq!(moment(head.prefix_date), known(expected.prefix_date), "prefix date of {text:?}");
    assert_eq!(moment(head.published), known(expected.published), "published of {text:?}");
    assert_eq!(moment(head.updated), known(expected.updated), "updated of {text:?}");
    let spans = (head.headline, head.dateline, head.byline);
    assert_eq!(spans, (expected.headline, expected.dateline, expected.byline), "head of {text:?}");
}

proptest! {
    #![proptest_config(crate::support::cases())]

    #[test]
    fn blocks_and_head_are_those_of_the_reference(text in texts()) {
        assert_same(&text);
    }

    #[test]
    fn blocks_of_wrapped_texts_are_those_of_the_reference(text in wrapped_texts()) {
        assert_same(&text);
    }

    #[test]
    fn quotations_are_those_of_the_reference(
        pieces in prop::collection::vec(prop::sample::select(vec!["“", "”", "\"", "„", "«", "»", "''", "``", "'", "‘", "’", ",", "em", "a", " ", "5", "é", "(", ".", "-", "$"]), 0..28),
    ) {
        let text = pieces.concat();
        let whole = Span::new(0, u32::try_from(text.len()).unwrap()).unwrap();
        let found: Vec<_> = reading::quotations(&text, whole).iter().map(|marked| marked.span.range()).map(|range| (range.start, range.end)).collect();
        prop_assert_eq!(found, rapporteur_oracle::quotations(&text), "{}", text);
    }
}
