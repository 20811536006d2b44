//! The document layer and the slow reference say the same of every text.

use proptest::prelude::*;
use rapporteur_corpus::{document::Document, reading};
use rapporteur_model::Span;

/// Pieces of which articles are made, right and wrong.
const PIECES: [&str; 141] = [
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
    "Posted On: 09 SEP 2023 10:48PM by Harbour Office Oslo",
    "Updated on 30 Oct. 2025",
    "Date: 2023/04/25 21:14 JST",
    " by Kim Soo",
    " | ",
    "Brussels, 22 October 2026",
    "The Friday Talk | Oslo, January 9, 2026",
    "30 October 2025 Oslo",
    "June 10, 2026",
    "11:08 A.M. EDT",
    "Addis Ababa, Ethiopia",
    "How the two got there",
    "From: Harbour Office",
    "From Ada Lund in Oslo",
    "ADA LUND",
    "- Ada Lund",
    "END    11:19 A.M. EDT",
    "AB/CD",
    "(ab/cde)",
    "MERIDIAN",
    "Yonhap",
    "(Release ID: 1955219)",
    "BRIDGETOWN, Barbados: ",
    "Bogor, W. Java - ",
    "LONDON, 30 October 2025 -- ",
    "OSLO -- (Harbour News) ",
    "30 Oct. 2025 KST",
    "March 10, 2026 08:18 am | Updated 08:18 am IST - NEW DELHI",
    " - OSLO",
    "Addis Ababa, 6 February 2026: ",
    "The Long Pier, Oslo",
    "Reporter: Ada Lund",
    "Editors : Bo Ek",
    "Editor: ",
    "Ada Lund, Harbour Times: ",
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

/// Rows as they stand at the top and at the foot of articles, one below the other.
fn heads_and_feet() -> impl Strategy<Value = String> {
    let row = prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => (prop::sample::select(PIECES.to_vec()), prop::sample::select(PIECES.to_vec()))
            .prop_map(|(first, second)| format!("{first}{second}")),
    ];
    let rows = |most: usize| prop::collection::vec(row.clone(), 0..most);
    (rows(7), rows(4)).prop_map(|(head, foot)| {
        let body = ["Leaders meet".to_owned()].into_iter().chain(head).chain(["They met.".to_owned()]);
        body.chain(foot).map(|row| row + "\n").collect()
    })
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
        "Bergen",
        "AB/CD",
        "(ab/cd)",
        "Oslo, Norway - They",
        "\n30 Oct. 2025\n",
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
    fn blocks_of_heads_and_feet_are_those_of_the_reference(text in heads_and_feet()) {
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
