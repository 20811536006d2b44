use std::fmt::Write;

use rapporteur_corpus::{checking::rules, document::Document, reading, record_file};

/// Marks, line ends and what else is hard about a text.
const MARKS: [&str; 46] = [
    "\n\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "\u{200b}",
    "\u{1b}[31m",
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
    "—",
    " -- ",
    "…",
    ". ",
    ", ",
    ": ",
    "?",
    "(END)",
    "***",
    "Published: ",
    "Updated: ",
    "Input ",
    "By ",
    "Photo: ",
    "Q: ",
    " (Yonhap) -- ",
    "SEOUL, Oct. 30",
    "30 Oct. 2025",
    "2025-10-30",
    "05/09/2018",
    "15:30",
    "3:26 p.m. EST",
    "on Thursday",
    " percent",
    "$1.2bn",
    "😀",
    "e\u{301}",
];

/// Words that carry the grammar of reports.
const WORDS: [&str; 40] = [
    " said",
    " said that ",
    " said: ",
    " told reporters",
    " according to ",
    " denied that ",
    " added",
    " continued",
    " replied",
    " and ",
    " that ",
    " to ",
    " with ",
    " who ",
    " he ",
    " she ",
    " they ",
    " the two leaders",
    "President ",
    "Prime Minister ",
    "Foreign Minister ",
    "King ",
    " of ",
    " held a summit with ",
    " met ",
    " spoke by phone with ",
    " will meet ",
    " called off ",
    " in Seoul",
    " at a hotel",
    " morning",
    " attendees included ",
    " was accompanied by ",
    " lunch",
    " about ",
    " nearly ",
    " million ",
    " yen",
    "South Korea",
    "Canadian ",
];

/// Pieces of JSON, of records and of configurations that no record names.
const KEYS: [&str; 16] = [
    "null",
    "true",
    "\"start\": ",
    "\"end\": ",
    "\\u0000",
    "\\ud83d",
    "{\"id\": \"a\", \"text\": \"",
    "\"nth\": ",
    "[rules]\n",
    "[[paths]]\n",
    "glob = \"**/*\"",
    "language = \"en\"",
    "corpora = [",
    "baseline = ",
    "[limits]\n",
    "article-bytes = ",
];

/// The reader's own lists of words, of which the first two columns are taken: words, and their forms.
const LISTS: [&str; 6] = [
    include_str!("../../../crates/corpus/data/abbreviations.txt"),
    include_str!("../../../crates/corpus/data/honorifics.txt"),
    include_str!("../../../crates/corpus/data/meetings.tsv"),
    include_str!("../../../crates/corpus/data/offices.tsv"),
    include_str!("../../../crates/corpus/data/reporting_nouns.tsv"),
    include_str!("../../../crates/corpus/data/reporting_verbs.tsv"),
];

/// Pieces that a fuzzer may put into bytes, in the form that libFuzzer reads: an entry a line.
///
/// The reader's words, the members of records and the names of rules are the code's own, so that the list grows with them.
pub fn dictionary() -> String {
    let text = "Leaders meet\n\nPresident Ann Roy met President Bo Ek in Oslo. “We agree on 5 percent,” Roy said.\n";
    let printed = record_file::print(&reading::read(&Document::parse(text), "a").record);
    let mut entries: Vec<String> = MARKS.iter().chain(&WORDS).chain(&KEYS).map(|entry| (*entry).to_owned()).collect();
    // Every second piece between quotation marks is a string of the record: a key, or a short value.
    let strings = printed.split('"').skip(1).step_by(2).filter(|string| (2..24).contains(&string.len()));
    entries.extend(strings.map(|string| format!("\"{string}\"")));
    entries.extend(rules().iter().flat_map(|rule| [rule.name.to_owned(), rule.code.to_owned()]));
    let rows = LISTS.iter().flat_map(|list| list.lines()).filter(|line| !line.starts_with('#'));
    let words = rows.flat_map(|row| row.split('\t').take(2)).flat_map(|column| column.split('|'));
    let words = words.filter(|word| (2..32).contains(&word.len()));
    entries.extend(words.map(|word| format!("{word} ")));
    entries.sort_unstable();
    entries.dedup();
    let mut out = String::new();
    for entry in entries {
        let bytes = entry.bytes().fold(String::new(), |mut line, byte| {
            // Writing to a string cannot fail.
            let _ = match byte {
                b'"' | b'\\' => write!(line, "\\{}", char::from(byte)),
                b' '..=b'~' => write!(line, "{}", char::from(byte)),
                _ => write!(line, "\\x{byte:02X}"),
            };
            line
        });
        let _ = writeln!(out, "\"{bytes}\"");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_a_line_of_plain_characters() {
        let dictionary = dictionary();
        assert!(dictionary.lines().all(|line| line.len() > 2 && line.starts_with('"') && line.ends_with('"')));
        assert!(dictionary.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)));
        for expected in
            [r#""\"statements\"""#, r#""\xE2\x80\x9C""#, r#""mojibake""#, r#""Ambassador ""#, r#""denounced ""#]
        {
            assert!(dictionary.lines().any(|line| line == expected), "{expected} in {dictionary}");
        }
    }
}
