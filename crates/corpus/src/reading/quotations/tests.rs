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
    check("the '90s, the ministers' plan and rock 'n' roll", &[]);
    check("'Tis the season, the ministers' friends say.", &[]);
}

#[test]
fn a_curly_mark_turned_the_wrong_way_opens_and_a_straight_one_closes() {
    check("He said ”Yes” to it.", &["”Yes”"]);
    check("He said “Yes\" to it.", &["“Yes\""]);
    check("\u{202a}”Yes” to it.", &["”Yes”"]);
    check("He said\u{200d}”Yes” to it.", &[]);
}

#[test]
fn only_the_paragraph_is_looked_at() {
    let text = "“A” “B”";
    let second = Span::new(8, u32::try_from(text.len()).unwrap()).unwrap();
    let found: Vec<_> = quotations(text, second).iter().filter_map(|marked| marked.span.slice(text)).collect();
    assert_eq!(found, ["“B”"]);
}

#[test]
fn single_marks_are_read_where_no_double_mark_stands_outside_them() {
    check("‘We agree,’ she said. ‘It’s done.’", &["‘We agree,’", "‘It’s done.’"]);
    check("'We agree,' she said. 'It's done.'", &["'We agree,'", "'It's done.'"]);
    check("‘They asked, “Why?” and left,’ she said.", &["‘They asked, “Why?” and left,’"]);
    check("The 'Today' host said: “We agree.”", &["“We agree.”"]);
}

#[test]
fn an_apostrophe_closes_nothing_before_the_mark_after_a_stop() {
    check("'The ministers' plan failed,' she said of Rome's talks.", &["'The ministers' plan failed,'"]);
    check("a 'deal' by the ministers, 'at last'", &["'deal'", "'at last'"]);
    check("She said 'We agree and left.", &[]);
}

#[test]
fn of_a_run_of_apostrophes_the_last_two_close() {
    check("''It was on 'Today,''' she said.", &["''It was on 'Today,'''"]);
}

#[test]
fn a_pair_inside_straight_marks_closes_nothing() {
    check("\"It is “justice” now,\" she said.", &["\"It is “justice” now,\""]);
    check("\"It is justice” she said.", &["\"It is justice”"]);
}

#[test]
fn an_opening_mark_in_a_closing_one_s_place_closes() {
    check("called it “the best yet“ and left", &["“the best yet“"]);
}
