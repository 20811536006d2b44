use super::*;
use crate::{document::Document, reading::people};

/// The statements of a body, one a line: kind, speaker, cue, addressee, and the parts with a bar between each two.
fn check(body: &str, expected: &[&str]) {
    check_article(&format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n"), expected);
}

fn check_article(article: &str, expected: &[&str]) {
    let text = Text::new(&Document::parse(article));
    let people = people::people(&text);
    let party = |party: Option<&PartyFound>| party.map_or("-".to_owned(), |party| text.phrase(party.tokens.clone()));
    let show = |statement: &StatementFound| {
        let cue = statement.cue.clone().map_or("-".to_owned(), |cue| text.phrase(cue));
        let words: Vec<&str> = statement.parts.iter().map(|part| text.slice(*part)).collect();
        let kind = format!("{:?}", kind(&text, statement)).to_lowercase();
        let (speaker, addressee) = (party(statement.speaker.as_ref()), party(statement.addressee.as_ref()));
        let denied = if statement.denied { " denied" } else { "" };
        format!("{kind}{denied}, {speaker} [{cue}] {addressee}: {}", words.join(" | "))
    };
    let found: Vec<String> = statements(&text, &people).iter().map(show).collect();
    assert_eq!(found, expected, "{article}");
}

#[test]
fn a_broken_quotation_is_one_statement() {
    check("“We met,” President Roy said. “We agreed.”", &["direct, President Roy [said] -: “We met,” | “We agreed.”"]);
    check(
        "“We met,” President Roy said, “and agreed.”",
        &["direct, President Roy [said] -: “We met,” | “and agreed.”"],
    );
}

#[test]
fn a_clause_is_reported_without_that_and_without_its_stop() {
    check("President Roy said that it works.", &["indirect, President Roy [said] -: it works"]);
    check("It works, President Roy said.", &["indirect, President Roy [said] -: It works"]);
    check(
        "President Roy told reporters in Seoul that it works.",
        &["indirect, President Roy [told] reporters: it works"],
    );
    check("It works, according to the ministry.", &["indirect, the ministry [according to] -: It works"]);
}

#[test]
fn marked_words_in_a_clause_make_it_mixed() {
    check("President Roy called Canada “a friend.”", &["mixed, President Roy [called] -: Canada “a friend.”"]);
    check("President Roy said that it was “your visit.”", &["mixed, President Roy [said] -: it was “your visit.”"]);
}

#[test]
fn a_title_or_a_scare_quote_is_no_speech() {
    check("The film “Winter Harbor” opened.", &[]);
    check(
        "President Roy said that the so-called “pact” works.",
        &["indirect, President Roy [said] -: the so-called “pact” works"],
    );
}

#[test]
fn what_is_praised_and_what_is_then_quoted_are_two() {
    check(
        "President Roy praised the pact, saying, “It works.”",
        &["indirect, President Roy [praised] -: the pact", "direct, President Roy [saying] -: “It works.”"],
    );
}

#[test]
fn the_day_and_the_occasion_are_no_content() {
    check(
        "President Roy proposed expanding trade during the talks on Thursday.",
        &["indirect, President Roy [proposed] -: expanding trade"],
    );
}

#[test]
fn a_denial_is_denied() {
    check("The ministry denied that it paid.", &["indirect denied, The ministry [denied] -: it paid"]);
}

#[test]
fn a_paragraph_left_open_goes_on_in_the_next() {
    check(
        "“We met,” President Roy said. “We agreed.\n\n“We left.”",
        &["direct, President Roy [said] -: “We met,” | “We agreed. | “We left.”"],
    );
}

#[test]
fn a_quotation_alone_is_whose_paragraph_before_spoke() {
    check(
        "“We met,” President Roy said.\n\n“We agreed.”",
        &["direct, President Roy [said] -: “We met,”", "direct, President Roy [-] -: “We agreed.”"],
    );
}

#[test]
fn paragraphs_after_a_colon_are_one_statement() {
    check(
        "President Roy said:\n\nWe met in Rome.\n\nWe left.",
        &["direct, President Roy [said] -: We met in Rome. | We left."],
    );
}

#[test]
fn words_inside_single_marks_are_a_statement_of_their_own() {
    check(
        "“They asked, ‘Why?’” President Roy said.",
        &["direct, President Roy [said] -: “They asked, ‘Why?’”", "direct, They [asked] -: ‘Why?’"],
    );
}

#[test]
fn a_headline_speaks_by_its_colon_or_a_verb_of_speech() {
    let article = "Roy: Trade will grow\n\nPublished: 30 Oct. 2025\n\nPresident Ann Roy left.\n";
    check_article(article, &["indirect, Roy [:] -: Trade will grow"]);
    let article = "Roy backs trade\n\nPublished: 30 Oct. 2025\n\nPresident Ann Roy left.\n";
    check_article(article, &[]);
}

#[test]
fn a_turn_of_a_transcript_is_direct_up_to_the_next_label() {
    let article = "Remarks in Rome\n\nPublished: 30 Oct. 2025\n\nPRESIDENT ROY: We met.\n\nWe agreed. (Laughter.)\n\nQUESTION: Why?\n";
    check_article(article, &["direct, PRESIDENT ROY [-] -: We met. | We agreed.", "direct, QUESTION [-] -: Why?"]);
}

#[test]
fn what_a_participle_or_gerund_reports_ends_with_its_clause() {
    check("Noting that it works, President Roy left.", &["indirect, President Roy [Noting] -: it works"]);
    check(
        "President Roy began by promising a ship, and the day went well.",
        &["indirect, President Roy [promising] -: a ship"],
    );
}

#[test]
fn the_subject_of_a_passive_is_part_of_what_is_said_of_it() {
    check(
        "President Roy was criticised by Rome for his words.",
        &["indirect, Rome [was criticised] -: President Roy | for his words"],
    );
    check(
        "Asked whether it works, President Roy said no.",
        &["indirect, - [Asked] President Roy: whether it works", "indirect, President Roy [said] -: no"],
    );
    check(
        "Despite President Roy’s claim that it works, Rome is dark.",
        &["indirect, President Roy [claim] -: it works"],
    );
}

#[test]
fn what_is_praised_or_talked_about_ends_with_its_own_words() {
    check("President Roy praised the ship, which is new.", &["indirect, President Roy [praised] -: the ship"]);
    check("President Roy talked about the ship, and left.", &["indirect, President Roy [talked about] -: the ship"]);
    check("President Roy ridiculed the plan.", &["indirect, President Roy [ridiculed] -: the plan"]);
}

#[test]
fn an_account_inside_a_sentence_has_words_on_both_sides() {
    check("Since May, according to Rome, it works.", &["indirect, Rome [according to] -: Since May | it works"]);
    check("It has sailed, according to Rome, a city.", &["indirect, Rome [according to] -: It has sailed"]);
    check("The ship, according to Rome, works.", &["indirect, Rome [according to] -: The ship | works"]);
}
