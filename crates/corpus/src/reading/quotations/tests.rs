use super::*;

/// The strings between marks of one paragraph, those without a closing mark followed by a bar.
fn check(paragraph: &str, expected: &[&str]) {
    let whole = Span::new(0, u32::try_from(paragraph.len()).unwrap()).unwrap();
    let show = |marked: &Marked| {
        let words = marked.span.slice(paragraph).unwrap();
        if marked.closed { words.to_owned() } else { format!("{words}|") }
    };
    let found: Vec<String> = quotations(paragraph, whole).iter().map(show).collect();
    assert_eq!(found, expected, "{paragraph}");
}

#[test]
fn every_sort_of_mark_is_known() {
    check("“A” and „B“ and „C” and «D»", &["“A”", "„B“", "„C”", "«D»"]);
    check("\"A\" and ``B'' and »C«", &["\"A\"", "``B''", "»C«"]);
}

#[test]
fn a_mark_that_does_not_close_runs_to_the_end() {
    check("He said: “We agree. ", &["“We agree.|"]);
    check("“A,” he said, “B", &["“A,”", "“B|"]);
}

#[test]
fn marks_inside_others_are_words() {
    check("“They asked, ‘Why?’ and left.”", &["“They asked, ‘Why?’ and left.”"]);
    check("«He said “no” twice»", &["«He said “no” twice»"]);
}

#[test]
fn feet_and_apostrophes_open_nothing() {
    check("He is 5'10\" tall, and Lee's.", &[]);
    check("‘A’ is no double mark", &[]);
}

#[test]
fn a_curly_mark_turned_the_wrong_way_opens_and_a_straight_one_closes() {
    check("He said ”Yes” to it.", &["”Yes”"]);
    check("He said “Yes\" to it.", &["“Yes\""]);
}

#[test]
fn only_the_paragraph_is_looked_at() {
    let text = "“A” “B”";
    let second = Span::new(8, u32::try_from(text.len()).unwrap()).unwrap();
    let found: Vec<_> = quotations(text, second).iter().filter_map(|marked| marked.span.slice(text)).collect();
    assert_eq!(found, ["“B”"]);
}
