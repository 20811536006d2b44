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
    check("President Roy said that it works.\n\n“A Winter in Rome.”", &["indirect, President Roy [said] -: it works"]);
    check("President Roy said that it works. “”", &["indirect, President Roy [said] -: it works"]);
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
fn a_report_ends_where_the_writer_goes_on() {
    let read = |words: &str, content: &str| {
        check(words, &[&format!("indirect, President Roy [said] -: {content}")]);
    };
    read("President Roy said the pact works, which surprised many.", "the pact works");
    read("President Roy said the pact, which is old, will work.", "the pact, which is old, will work");
    read("President Roy said the pact works, a claim that surprised many.", "the pact works");
    read(
        "President Roy said the catch fell to 300 tonnes, a drop of 8 per cent.",
        "the catch fell to 300 tonnes, a drop of 8 per cent",
    );
    read("President Roy said the pact works; the rain went on.", "the pact works");
    read("President Roy said the pact works — the rain went on.", "the pact works");
    read("President Roy said the pact — an old one — works.", "the pact — an old one — works");
    read("President Roy said the pact works (it has 12 pages).", "the pact works");
    read("President Roy said the pact (from 2012) works.", "the pact (from 2012) works");
    read("When President Roy said the pact works, the crowd left.", "the pact works");
}

#[test]
fn a_second_report_of_the_sentence_ends_the_first() {
    check(
        "President Roy said the pact works, and the ministry said it rains.",
        &["indirect, President Roy [said] -: the pact works", "indirect, the ministry [said] -: it rains"],
    );
    check(
        "President Roy said the pact works while the ministry said it rains.",
        &["indirect, President Roy [said] -: the pact works", "indirect, the ministry [said] -: it rains"],
    );
}

#[test]
fn a_quotation_alone_is_whose_paragraph_it_is_in() {
    check(
        "President Roy said that it works. That took years. “We agreed.”",
        &["indirect, President Roy [said] -: it works", "direct, President Roy [-] -: “We agreed.”"],
    );
    check("President Ann Roy was blunt. “We agreed.”", &["direct, President Ann Roy [-] -: “We agreed.”"]);
    check(
        "Soon after the talks, President Ann Roy was blunt. “We agreed.”",
        &["direct, President Ann Roy [-] -: “We agreed.”"],
    );
    check("President Ann Roy left for Rome.\n\n“We agreed.”", &["direct, President Ann Roy [-] -: “We agreed.”"]);
    check("The talks were short. “We agreed.”", &[]);
}

#[test]
fn a_sentence_that_marks_begin_goes_on_with_the_words_before() {
    check(
        "“We met,” President Roy said. “We agreed on trade” and on the rest.",
        &[
            "direct, President Roy [said] -: “We met,”",
            "mixed, President Roy [-] -: “We agreed on trade” and on the rest",
        ],
    );
    check(
        "“We met,” President Roy said. “We agreed on trade,” which few expected.",
        &["direct, President Roy [said] -: “We met,”", "direct, President Roy [-] -: “We agreed on trade,”"],
    );
}

#[test]
fn a_clause_that_leads_into_marks_is_reported_with_them() {
    check("The pact is “a door,” President Roy said.", &["mixed, President Roy [said] -: The pact is “a door,”"]);
    check(
        "“It rains,” President Roy said, but the pact is “a door.”",
        &["mixed, President Roy [said] -: “It rains,” | but the pact is “a door.”"],
    );
}

#[test]
fn adverbials_between_a_cue_and_its_words_are_no_content() {
    let read = |words: &str| check(words, &["indirect, President Roy [said] -: it rains"]);
    read("President Roy said late on Thursday that it rains.");
    read("President Roy said for the first time in years that it rains.");
    read("President Roy said in a hall in Seoul it rains.");
    read("President Roy said last week it rains.");
    check("President Roy boasted about the harvest.", &["indirect, President Roy [boasted about] -: the harvest"]);
}

#[test]
fn a_condition_before_the_cue_is_part_of_the_report() {
    check("If it rains, President Roy said, “we stay.”", &["mixed, President Roy [said] -: If it rains | “we stay.”"]);
    check(
        "The talks, according to the ministry, went well.",
        &["indirect, the ministry [according to] -: The talks | went well"],
    );
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
fn what_leads_up_to_marks_names_the_speaker() {
    check("Roy: “We agreed.”", &["direct, Roy [:] -: “We agreed.”"]);
    check("Roy shrugged at this: “We agreed.”", &["direct, Roy [:] -: “We agreed.”"]);
    check("As Ann Roy sang back then, “We all agreed in Rome.”", &["direct, Ann Roy [-] -: “We all agreed in Rome.”"]);
    check("Ann Roy left with her memoir, “A Winter in Rome.”", &[]);
}

#[test]
fn a_verb_that_no_list_has_reports_right_after_words() {
    check("“We agreed,” she shrugs.", &["direct, she [shrugs] -: “We agreed,”"]);
}

#[test]
fn words_about_somebody_stand_between_the_cue_and_its_second_half() {
    check(
        "“We met,” President Roy said of the ministers who had come to Rome, “But we agreed on nothing.”",
        &["direct, President Roy [said] -: “We met,” | “But we agreed on nothing.”"],
    );
}

#[test]
fn words_in_single_marks_are_read_as_those_in_double_ones() {
    check("‘We met,’ President Roy said. ‘It’s done.’", &["direct, President Roy [said] -: ‘We met,’ | ‘It’s done.’"]);
    check(
        "'We met the ministers' friends,' President Roy said.",
        &["direct, President Roy [said] -: 'We met the ministers' friends,'"],
    );
}

#[test]
fn the_subject_of_a_passive_is_part_of_what_is_said_of_it() {
    check(
        "President Roy was criticised by Rome for his words.",
        &["indirect, Rome [was criticised] -: President Roy | for his words"],
    );
    check("Asked whether it works, President Roy said no.", &["indirect, President Roy [said] -: no"]);
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

#[test]
fn a_speaker_keeps_the_words_that_tell_which_one_is_meant() {
    check(
        "It works, according to an envoy familiar with the pact.",
        &["indirect, an envoy familiar with the pact [according to] -: It works"],
    );
    check(
        "“It works,” said an envoy involved in the talks.",
        &["direct, an envoy involved in the talks [said] -: “It works,”"],
    );
}

#[test]
fn an_insertion_between_a_cue_and_its_clause_is_no_content() {
    check("President Roy said, in a letter, that it works.", &["indirect, President Roy [said] -: it works"]);
    check("Higher Prices - Ann Roy: “We all agreed in Rome.”", &["direct, Ann Roy [:] -: “We all agreed in Rome.”"]);
}

#[test]
fn what_somebody_is_called_and_what_stands_as_told_are_reported() {
    check("President Roy called Canada a friend.", &["indirect, President Roy [called] -: Canada a friend"]);
    check("President Roy called Canada yesterday.", &[]);
    check(
        "As the ministry reported, the talks failed on Monday.",
        &["indirect, the ministry [reported] -: the talks failed on Monday"],
    );
    check("The talks failed, as the ministry reported.", &["indirect, the ministry [reported] -: The talks failed"]);
}

#[test]
fn a_cue_in_parentheses_may_say_when_and_where() {
    check(
        "The books show, Roy said in a radio interview, that the firm paid.",
        &["indirect, Roy [said] -: The books show | the firm paid"],
    );
    check("A slow summer, Roy said, “could help.”", &["mixed, Roy [said] -: A slow summer | “could help.”"]);
    check(
        "The plan, said Doyle and others, would be costly.",
        &["indirect, Doyle and others [said] -: The plan | would be costly"],
    );
}

#[test]
fn a_relative_pronoun_is_part_of_what_is_said() {
    check("The union met the mayor, who Roy said was late.", &["indirect, Roy [said] -: who | was late"]);
    check(
        "They signed a pact, in which Roy said he had no part.",
        &["indirect, Roy [said] -: in which | he had no part"],
    );
}

#[test]
fn a_clause_begins_behind_its_hearer_and_at_its_question() {
    check(
        "President Roy told voters at a school in Rome on Monday that it works.",
        &["indirect, President Roy [told] voters: it works"],
    );
    check("The mayors may now ask the state whether it works.", &[]);
    check("The mayors asked in a letter whether it works.", &["indirect, The mayors [asked] -: whether it works"]);
    check("President Roy said that’s untrue.", &["indirect, President Roy [said] -: that’s untrue"]);
}

#[test]
fn a_verb_that_needs_a_clause_reports_no_thing() {
    check("President Roy maintains a wide lead in Rome.", &[]);
    check("President Roy maintains it works.", &["indirect, President Roy [maintains] -: it works"]);
    check("The candidate claims his wealth is great.", &["indirect, The candidate [claims] -: his wealth is great"]);
}

#[test]
fn what_follows_without_a_verb_or_with_the_speakers_own_is_not_reported() {
    check("President Roy praised the plan and went home.", &["indirect, President Roy [praised] -: the plan"]);
    check(
        "President Roy said he would win the vote, a bold claim in a close race.",
        &["indirect, President Roy [said] -: he would win the vote"],
    );
    check("President Roy said that — for now — it works.", &["indirect, President Roy [said] -: — for now — it works"]);
}

#[test]
fn a_subject_is_found_past_its_insertions() {
    check("Ann Lee, Rome’s minister of trade and labor, said it works.", &["indirect, Ann Lee [said] -: it works"]);
    check("Ann Lee, D-Ohio, said it works.", &["indirect, Ann Lee [said] -: it works"]);
    check("Sen. Ann Lee (R-S.C.) said it works.", &["indirect, Sen. Ann Lee [said] -: it works"]);
    check("A page on Shop.com said it works.", &["indirect, A page on Shop.com [said] -: it works"]);
    check("Those who know Roy said it works.", &["indirect, Those [said] -: it works"]);
    check("The firm runs a mine in Peru and says it works.", &["indirect, The firm [says] -: it works"]);
    check("It works, said a group of mayors who met Roy in Rome.", &["indirect, a group of mayors [said] -: It works"]);
    check("Late on Monday the ministry in Rome said it works.", &["indirect, the ministry in Rome [said] -: it works"]);
    check("It works, the veteran reporter Ann Lee said.", &["indirect, Ann Lee [said] -: It works"]);
}

#[test]
fn a_line_among_paragraphs_can_be_a_headline() {
    check("President Roy left.\n\nRoy: Farmers should go home.", &["indirect, Roy [:] -: Farmers should go home"]);
    check("Poll: Farmers see Rome as calm.", &["indirect, Poll [:] -: Farmers see Rome as calm"]);
    check("Venue: The old harbor of Rome.", &[]);
    check(
        "President Roy left.\n\nRoy Says Farmers Should Go Home.",
        &["indirect, Roy [Says] -: Farmers Should Go Home"],
    );
    check("President Roy of the Says Valley left early for home.", &[]);
}

#[test]
fn what_somebody_is_called_can_be_a_quality() {
    check("President Roy called her unfit.", &["indirect, President Roy [called] -: her unfit"]);
    check("President Roy called Rome her home.", &["indirect, President Roy [called] -: Rome her home"]);
    check("The mayor calls it a mistake.", &["indirect, The mayor [calls] -: it a mistake"]);
    check("President Roy called the pact a mistake.", &["indirect, President Roy [called] -: the pact a mistake"]);
    check("President Roy called her on Monday.", &[]);
    check("President Roy called Ann Lee back.", &[]);
    check("President Roy called a vote in Rome.", &[]);
    check(
        "They met Lee, whom President Roy described as a friend.",
        &["indirect, President Roy [described] -: whom | as a friend"],
    );
}

#[test]
fn what_a_hearer_is_asked_and_told_of_follows_at_once() {
    check("The mayor urged people to leave that way.", &["indirect, The mayor [urged] people: to leave that way"]);
    check("The mayor called on the court Monday to leave.", &["indirect, The mayor [called on] the court: to leave"]);
    check("The mayor asked the court for help.", &["indirect, The mayor [asked] the court: for help"]);
    check("The mayor reminded them of the law.", &["indirect, The mayor [reminded] them: of the law"]);
    check("The mayor said that, like Roy, he left.", &["indirect, The mayor [said] -: like Roy, he left"]);
}

#[test]
fn a_form_that_may_be_a_noun_is_a_verb_before_a_pronoun_or_behind_a_name() {
    check("The Northern Post reports the vote failed.", &["indirect, The Northern Post [reports] -: the vote failed"]);
    check("The mayor notes he was late.", &["indirect, The mayor [notes] -: he was late"]);
    check("President Roy met farmers and state officers in Rome.", &[]);
    check("The farmers and state law say so.", &["indirect, The farmers and state law [say] -: so"]);
    check("He's saying it works.", &["indirect, He ['s saying] -: it works"]);
}

#[test]
fn a_participle_behind_a_number_and_a_day_report_nothing() {
    check("In Rome, 60 pledged delegates were left.", &[]);
    check("It was the day when Monday stressed the mayor.", &[]);
}

#[test]
fn a_second_verb_reports_what_it_can_only_take_as_one() {
    check("President Roy left for Rome and called for votes.", &["indirect, President Roy [called for] -: votes"]);
    check("President Roy left for Rome and praised her.", &["indirect, President Roy [praised] -: her"]);
}

#[test]
fn who_asks_or_reports_is_named_behind_by() {
    check(
        "Asked by a reporter if it works, President Roy said it did.",
        &["indirect, a reporter [Asked] -: if it works", "indirect, President Roy [said] -: it did"],
    );
    check(
        "President Roy was asked by a caller why he left.",
        &["indirect, a caller [was asked] President Roy: why he left"],
    );
    check(
        "The pact was first reported by the Northern Post.",
        &["indirect, the Northern Post [was first reported] -: The pact"],
    );
    check("As reported by the Northern Post, it works.", &["indirect, the Northern Post [As reported by] -: it works"]);
}

#[test]
fn a_thing_that_is_defended_or_dismissed_is_what_is_said() {
    check("President Roy defended the plan.", &["indirect, President Roy [defended] -: the plan"]);
    check("President Roy dismissed the plan.", &["indirect, President Roy [dismissed] -: the plan"]);
    check("President Roy called out the mayors.", &["indirect, President Roy [called out] -: the mayors"]);
    check("President Roy seeks to raise taxes.", &[]);
}

#[test]
fn words_that_only_say_when_or_where_are_not_reported() {
    check("Before his death, President Roy recalled.", &[]);
    check("It works, President Roy recalled.", &["indirect, President Roy [recalled] -: It works"]);
}

#[test]
fn an_amount_is_reported_where_something_is_put_at_it() {
    check(
        "The ministry put the cost at about 3 million dollars.",
        &["indirect, The ministry [put] -: the cost at about 3 million dollars"],
    );
    check("The ministry put the letter on the table.", &[]);
    check("President Roy said at least 30 ships came.", &["indirect, President Roy [said] -: at least 30 ships came"]);
}

#[test]
fn a_paper_may_stand_between_quoted_and_saying() {
    check(
        "President Roy was quoted by a Lima daily as saying that it works.",
        &["indirect, President Roy [was quoted by a Lima daily as saying] -: it works"],
    );
}

#[test]
fn what_a_relative_clause_describes_as_something_is_in_the_words_behind() {
    check(
        "It was a step that President Roy described as a “door” to trade.",
        &["mixed, President Roy [described] -: a “door”"],
    );
}

#[test]
fn as_somebody_puts_it_the_words_in_marks_are_theirs() {
    check("The pact is, as President Roy puts it, “a door.”", &["direct, President Roy [puts it] -: “a door.”"]);
}

#[test]
fn an_insertion_breaks_no_verb_group() {
    check(
        "President Roy, who has in the past said that it works, left.",
        &["indirect, who [has in the past said] -: it works"],
    );
    check(
        "President Roy has, for years, said that it works.",
        &["indirect, President Roy [has, for years, said] -: it works"],
    );
}

#[test]
fn a_noun_after_words_in_marks_is_no_verb() {
    check("“It works,” the yearly report said.", &["direct, the yearly report [said] -: “It works,”"]);
    check("“It works,” the letter reads.", &["direct, the letter [reads] -: “It works,”"]);
}

#[test]
fn a_sentence_can_begin_with_its_verb() {
    check("Said Ann Roy, who was in Rome: “We met.”", &["direct, Ann Roy [Said] -: “We met.”"]);
    check("Added last year, the hall works.", &[]);
}

#[test]
fn words_in_marks_make_a_verb_report_that_otherwise_takes_a_thing() {
    check("“It works,” President Roy riffed on the pact.", &["direct, President Roy [riffed] -: “It works,”"]);
    check("President Roy riffed on the pact.", &[]);
}

#[test]
fn a_clause_before_its_cue_is_reported_with_the_clauses_in_it() {
    check(
        "The mayor noted that he had kept a note in a “burn bag,” the ministry reported.",
        &[
            "mixed, the ministry [reported] -: The mayor noted that he had kept a note in a “burn bag,”",
            "mixed, The mayor [noted] -: he had kept a note in a “burn bag,”",
        ],
    );
}

#[test]
fn who_says_more_is_who_reported_and_not_who_is_told_of() {
    check(
        "Ann Roy said he welcomed the pact and added, “We agreed.”",
        &[
            "indirect, Ann Roy [said] -: he welcomed the pact",
            "indirect, he [welcomed] -: the pact",
            "direct, Ann Roy [added] -: “We agreed.”",
        ],
    );
}

#[test]
fn a_title_and_a_place_may_stand_between_a_shout_and_its_cue() {
    check(
        "“Perpetual rain!” Minister Ann Mary Roy, D-Ohio, said of the summer.",
        &["direct, Minister Ann Mary Roy [said] -: “Perpetual rain!”"],
    );
}

#[test]
fn a_lead_can_be_a_long_label_or_a_name_with_an_article() {
    check(
        "Former minister of trade and labor Ann Roy: “We met.”",
        &["direct, Former minister of trade and labor Ann Roy [:] -: “We met.”"],
    );
    check(
        "As the Rainmakers sang back then, “We all agreed in Rome.”",
        &["direct, the Rainmakers [-] -: “We all agreed in Rome.”"],
    );
}

#[test]
fn a_noun_in_the_plain_form_is_no_verb_of_one_person() {
    check(
        "“It works,” Roy press secretary Ann Bond said, in a letter.",
        &["direct, Roy press secretary Ann Bond [said] -: “It works,”"],
    );
}

#[test]
fn words_that_end_openly_are_whose_cue_comes_next() {
    check(
        "Minister Ann Bond weighed in, telling a paper in May, “It works,” she said, adding, “It is late.”",
        &["direct, she [said] -: “It works,”", "direct, she [adding] -: “It is late.”"],
    );
}

#[test]
fn after_a_bare_name_a_participle_is_the_verb() {
    check(
        "Bond bristled at the suggestion that it was late, saying, “It came.”",
        &["direct, Bond [saying] -: “It came.”"],
    );
}

#[test]
fn a_message_can_say_what_its_marks_hold() {
    check(
        "The shop was replaced by a message that said, “Sorry, it is gone.”",
        &["direct, that [said] -: “Sorry, it is gone.”"],
    );
}

#[test]
fn a_thing_that_is_called_by_its_name_says_nothing() {
    check(
        "Ann Bond shared a plan for a class called “Seeing” in May, writing, “Allow me to help.”",
        &[
            "indirect, Ann Bond [shared] -: a plan for a class called “Seeing” in May",
            "direct, Ann Bond [writing] -: “Allow me to help.”",
        ],
    );
    check(
        "They formed what they called “markets,” all-in-one shops for banks.",
        &["direct, they [called] -: “markets,”"],
    );
}

#[test]
fn a_heading_may_stand_before_the_label_and_a_source_behind_the_words() {
    check(
        "Prices did not rise - More from Ann Bond: “The trade is large and grows.” [The Daily.]",
        &["direct, Ann Bond [:] -: “The trade is large and grows.”"],
    );
}

#[test]
fn a_clause_with_its_own_subject_is_no_part_of_what_is_praised() {
    check(
        "President Roy praised the “masters of trade” and he went home.",
        &["mixed, President Roy [praised] -: the “masters of trade”"],
    );
}

#[test]
fn a_comma_inside_the_marks_ends_what_is_claimed() {
    check(
        "Despite his claim that the harbor would “stay open,” there would be few ships.",
        &["mixed, his [claim] -: the harbor would “stay open,”"],
    );
}

#[test]
fn of_one_person_the_words_that_spoke_say_who_goes_on() {
    check(
        "President Roy said that it works. He was blunt. “It came late.”",
        &["indirect, President Roy [said] -: it works", "direct, President Roy [-] -: “It came late.”"],
    );
}

#[test]
fn a_name_between_commas_says_who_the_words_before_it_are() {
    check(
        "The weekly’s editor, Ann Holt, said it works.",
        &["indirect, The weekly’s editor, Ann Holt [said] -: it works"],
    );
}

#[test]
fn who_speaks_for_their_part_is_named_before_it() {
    check("President Roy left. Roy for his part said it works.", &["indirect, Roy [said] -: it works"]);
}

#[test]
fn a_sentence_of_many_names_is_no_headline() {
    check("U.S. President Rory Holt met Mexican President Ana Rey in Washington, the United States, on Friday.", &[]);
}

#[test]
fn marks_in_a_block_make_it_mixed() {
    check(
        "President Roy said:\n\nThe pact is “a door” to trade.",
        &["mixed, President Roy [said] -: The pact is “a door” to trade."],
    );
}

#[test]
fn a_hearer_is_told_without_when_and_where() {
    check("The mayor told reporters afterwards that it works.", &["indirect, The mayor [told] reporters: it works"]);
    check("The mayor told the paper the law works.", &["indirect, The mayor [told] the paper: the law works"]);
    check("The mayor thanked farmers and left.", &["indirect, The mayor [thanked] farmers: farmers"]);
    check(
        "The mayor congratulated President Roy on her prize.",
        &["indirect, The mayor [congratulated] President Roy: on her prize"],
    );
}

#[test]
fn what_is_expressed_belongs_to_the_cue_before_a_clause() {
    check("The mayor expressed the hope that it works.", &["indirect, The mayor [expressed the hope] -: it works"]);
    check("The mayor expressed hope for a deal.", &["indirect, The mayor [expressed] -: hope for a deal"]);
}

#[test]
fn nobody_who_says_nothing_has_a_statement() {
    check("The court declined to comment.", &[]);
    check("Neither court said what it wants.", &[]);
    check("No official said that it works.", &[]);
    check("None of them said that it works.", &[]);
    check("Neither Roy nor her minister said that it works.", &[]);
    check("Neither said when, but both said that it works.", &[]);
    check("No joint text was agreed but said that it works.", &[]);
    check("“It works,” no one said.", &[]);
    check("No Kwang Chol said that it works.", &["indirect, No Kwang Chol [said] -: it works"]);
    check("President Roy was late for a solemn welcome ceremony.", &[]);
    check("The talks, which began at nine, were long.", &[]);
    check("“It works,” said a clerk, who spoke briefly.", &["direct, a clerk [said] -: “It works,”"]);
}

#[test]
fn a_bare_form_after_an_auxiliary_is_no_second_report() {
    check(
        "The mayor said she would send a team and share the list.",
        &["indirect, The mayor [said] -: she would send a team and share the list"],
    );
    check("The mayor rejected that.", &["indirect, The mayor [rejected] -: that"]);
}

#[test]
fn a_headline_lists_with_commas_and_names_its_source_last() {
    check_article(
        "Chad, Togo agree on border as rains begin\n\nPublished: 30 Oct. 2025\n",
        &["indirect, Chad, Togo [agree on] -: border"],
    );
    check_article(
        "Chad to open its border soon: officials\n\nPublished: 30 Oct. 2025\n",
        &["indirect, officials [:] -: Chad to open its border soon"],
    );
}

#[test]
fn what_a_spokesman_tells_goes_on_over_what_others_said() {
    check(
        "A government spokesman said:\n\nThe mayor called on Tuesday.\n\nHe said it works.",
        &["direct, A government spokesman [said] -: The mayor called on Tuesday. | He said it works."],
    );
}

#[test]
fn double_marks_inside_single_ones_are_somebodys_words() {
    check(
        "‘The judge told me, “You’re late,” and I left,’ President Roy said.",
        &[
            "direct, President Roy [said] -: ‘The judge told me, “You’re late,” and I left,’",
            "direct, The judge [told] me: “You’re late,”",
        ],
    );
}
