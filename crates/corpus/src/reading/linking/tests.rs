use super::*;
use crate::{
    document::Document,
    reading::{people, statements, summits},
};

const MET: &str = "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy in Nairobi.";

/// The statements of a body that opens with a meeting, one a line: cue, what it is linked to, and who is addressed.
fn check(body: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n");
    let text = Text::new(&Document::parse(&article));
    let people = people::people(&text);
    let mut statements = statements::statements(&text, &people);
    let summits = summits::summits(&text, &people, None);
    let links = link(&text, &people, &mut statements, &summits);
    let found = statements.iter().zip(&links).map(|(statement, links)| {
        let mut line = statement.cue.clone().map_or("-".to_owned(), |cue| text.phrase(cue));
        let linked = [
            ("continues", links.continues),
            ("replies to", links.replies_to),
            ("within", links.within),
            ("at", links.summit),
        ];
        line.extend(linked.iter().filter_map(|(how, to)| to.map(|to| format!(", {how} {to}"))));
        let speaker = statement.speaker.as_ref().filter(|party| party.rule == Some("first-person"));
        line.extend(speaker.map(|party| format!(", I is {:?}", party.people)));
        line.extend(statement.addressee.as_ref().map(|party| {
            let rule = party.rule.map(|rule| format!(" by {rule}")).unwrap_or_default();
            format!(", to {} {:?}{rule}", text.phrase(party.tokens.clone()), party.people)
        }));
        line
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{body}");
}

#[test]
fn what_a_leader_says_where_two_meet_belongs_to_the_meeting() {
    check(&format!("{MET} “It works,” Wafula said."), &["said, at 0"]);
    check(&format!("{MET} “It works,” Foreign Minister Jo Bell said."), &["said"]);
}

#[test]
fn words_to_reporters_belong_to_no_meeting() {
    check(&format!("{MET} “It works,” Wafula told reporters."), &["told, to reporters []"]);
    check(&format!("{MET} “It works,” Wafula said in a statement."), &["said"]);
}

#[test]
fn who_has_faced_the_press_speaks_to_it_from_then_on() {
    check(
        &format!(
            "{MET} “It works,” Wafula told reporters. “It lasts,” Wafula said. Roy met Wafula. “It ends,” Roy said."
        ),
        &["told, to reporters []", "said", "said, at 0"],
    );
    check(
        &format!("{MET} A spokesman told reporters that it works. Wafula said that it lasts."),
        &["told, to reporters []", "said, at 0"],
    );
}

#[test]
fn i_is_whose_words_are_quoted() {
    check(&format!("{MET} “I told her, ‘No,’” Wafula said."), &["said, at 0", "told, within 0, I is [0], to her []"]);
}

#[test]
fn only_a_cue_that_says_so_goes_on() {
    check(
        &format!("{MET} “It works,” Wafula said.\n\n“It lasts,” Wafula added.\n\n“It ends,” Wafula said."),
        &["said, at 0", "added, continues 0, at 0", "said, at 0"],
    );
    check(&format!("{MET} “It works,” Wafula said.\n\n“It lasts,” Roy added."), &["said, at 0", "added, at 0"]);
}

#[test]
fn a_reply_is_to_the_nearest_statement_of_another() {
    check(
        &format!("{MET} “It works,” Wafula said.\n\n“It lasts,” Wafula said.\n\n“It ends,” Roy replied."),
        &["said, at 0", "said, at 0", "replied, replies to 1, at 0"],
    );
    check(&format!("{MET} “It ends,” Roy replied."), &["replied, at 0"]);
}

#[test]
fn you_is_the_other_one_of_two() {
    check(&format!("{MET} “I thank you,” Wafula said."), &["said, at 0, to you [1] by second-person"]);
    check(&format!("{MET} Wafula said that you never know."), &["said, at 0"]);
    check(
        &format!("{MET} “My teacher asked me, ‘Are you well?’” Wafula said."),
        &["said, at 0", "asked, within 0, to me [0] by first-person"],
    );
}

#[test]
fn what_is_quoted_in_a_quotation_is_within_it() {
    check(
        &format!("{MET} “My teacher asked me, ‘Why?’” Wafula said."),
        &["said, at 0", "asked, within 0, to me [0] by first-person"],
    );
}

#[test]
fn a_meeting_that_is_only_planned_has_no_statements_yet() {
    check(
        "Kenyan President Otieno Wafula will meet Canadian Prime Minister Ann Roy on Friday. “It works,” Wafula said.",
        &["said"],
    );
}
