use super::*;
use crate::{
    document::Document,
    reading::{people, phrases::Parties, text::Text},
};

/// The cues of a body, one a line: who speaks, the verb group in brackets, to whom, and the form.
fn check(body: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n");
    let text = Text::new(&Document::parse(&article));
    let people = people::people(&text);
    let context = Context { text: &text, parties: Parties { text: &text, people: &people } };
    let words = |party: Option<&PartyFound>| party.map_or("-".to_owned(), |party| text.phrase(party.tokens.clone()));
    let show = |cue: Cue| {
        let group = text.phrase(cue.group);
        format!("{} [{group}] to {}, {:?}", words(cue.speaker.as_ref()), words(cue.addressee.as_ref()), cue.form)
    };
    let found: Vec<String> = (0..text.sentences.len()).flat_map(|sentence| cues(context, sentence)).map(show).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn a_verb_of_saying_has_its_subject_before_or_behind_it() {
    check("President Roy said that it works.", &["President Roy [said] to -, Finite"]);
    check("“It works,” said President Roy.", &["President Roy [said] to -, Finite"]);
    check("“It works,” the two leaders said.", &["the two leaders [said] to -, Finite"]);
}

#[test]
fn adverbs_stay_outside_and_auxiliaries_inside_the_group() {
    check("President Roy also said that it works.", &["President Roy [said] to -, Finite"]);
    check("President Roy has said that it works.", &["President Roy [has said] to -, Finite"]);
    check("The ministry on Monday also said that it works.", &["The ministry [said] to -, Finite"]);
    check("President Roy went on to say that it works.", &["President Roy [went on to say] to -, Finite"]);
}

#[test]
fn whom_it_is_said_to_stands_behind_the_verb() {
    check("President Roy told reporters that it works.", &["President Roy [told] to reporters, Finite"]);
    check("President Roy said to reporters in Seoul that it works.", &["President Roy [said] to reporters, Finite"]);
    check("President Roy promised a ship.", &["President Roy [promised] to -, Finite"]);
}

#[test]
fn a_verb_without_a_subject_has_that_of_the_clause_before() {
    check(
        "President Roy said that it works, adding that it is late, and noted that it rains.",
        &[
            "President Roy [said] to -, Finite",
            "President Roy [adding] to -, Participle",
            "President Roy [noted] to -, Coordinated",
        ],
    );
}

#[test]
fn an_infinitive_reports_what_was_done() {
    check("President Roy continued to insist that it works.", &["President Roy [continued to insist] to -, Finite"]);
    check("President Roy was quick to note that it works.", &["President Roy [was quick to note] to -, Finite"]);
    check(
        "President Roy used the ceremony to announce that it works.",
        &["President Roy [used the ceremony to announce] to -, Finite"],
    );
    check("President Roy would later say that it works.", &["President Roy [would later say] to -, Finite"]);
    check("President Roy did say that it works.", &["President Roy [did say] to -, Finite"]);
    check("President Roy is warning that it rains.", &["President Roy [is warning] to -, Finite"]);
    check(
        "President Roy began telling reporters that it rains.",
        &["President Roy [began telling] to reporters, Finite"],
    );
}

#[test]
fn what_was_not_said_is_no_cue() {
    check("President Roy would say that it works.", &[]);
    check("President Roy did not say that it works.", &[]);
    check("President Roy never said that it works.", &[]);
    check("President Roy didn’t say that it works.", &[]);
    check("President Roy wants to say that it works.", &[]);
    check("President Roy stopped saying that it works.", &[]);
    check("President Roy left without saying that it works.", &[]);
}

#[test]
fn a_participle_or_gerund_has_the_subject_of_its_clause_or_noun() {
    check("President Roy began by noting that it works.", &["President Roy [noting] to -, Embedded"]);
    check("Noting that it works, President Roy left.", &["President Roy [Noting] to -, Embedded"]);
    check("By noting that it works, President Roy won.", &["President Roy [noting] to -, Embedded"]);
    check("President Roy issued a statement saying that it works.", &["President Roy [saying] to -, Embedded"]);
    check("It rains, with President Roy warning that it floods.", &["President Roy [warning] to -, Embedded"]);
    check("Rome has a report saying that it works.", &["a report [saying] to -, Embedded"]);
}

#[test]
fn an_insertion_between_commas_is_passed_over() {
    check("President Roy, who was in Rome, said that it works.", &["President Roy [said] to -, Finite"]);
}

#[test]
fn an_account_is_a_cue_without_a_verb() {
    check("According to the ministry, it works.", &["the ministry [According to] to -, AccordingTo"]);
    check("President Roy was quoted as saying that it works.", &["President Roy [was quoted as saying] to -, Finite"]);
}

#[test]
fn beliefs_plans_nouns_and_things_report_nothing() {
    check("President Roy hopes that it works.", &[]);
    check("President Roy will say that it works.", &[]);
    check("The call stressed the alliance.", &[]);
    check("His reply was late.", &[]);
    check("“President Roy said that it works.”", &[]);
}

#[test]
fn a_passive_tells_who_heard_it_and_by_whom_it_was_said() {
    check("It was announced that it works.", &["- [was announced] to -, Passive"]);
    check("President Roy was asked by Rome whether it works.", &["Rome [was asked] to President Roy, Passive"]);
    check("Asked whether it works, President Roy smiled.", &[]);
    check("Asked whether it works, President Roy said no.", &["President Roy [said] to -, Finite"]);
    check("President Roy was told a story.", &[]);
}

#[test]
fn a_noun_with_a_clause_reports_for_its_owner() {
    check("Rome heard President Roy’s claim that it works.", &["President Roy [claim] to -, Nominal"]);
    check("Rome heard a promise by President Roy to come.", &["President Roy [promise] to -, Nominal"]);
    check("President Roy made the claim that it works.", &["President Roy [claim] to -, Nominal"]);
    check("Rome heard a claim that was late.", &[]);
}

/// Who speaks in a sentence that the words begin and "that it works." ends.
fn check_subjects(cases: &[(&str, &str)]) {
    for (start, speaker) in cases {
        check(&format!("{start} said that it works."), &[&format!("{speaker} [said] to -, Finite")]);
    }
}

#[test]
fn what_is_inserted_behind_a_subject_is_passed_over() {
    check_subjects(&[
        ("Another analyst, Ida Holm of the Harbor Institute,", "Another analyst"),
        ("Ida Holm, chair of a bank in Oslo, Bergen and Rome, and a former judge,", "Ida Holm"),
        ("Ida Holm, President Roy's chief of staff,", "Ida Holm"),
        ("The ministry, however,", "The ministry"),
        ("Dozens of farmers interviewed in Rome, including Ida Holm,", "Dozens of farmers interviewed in Rome"),
        ("The officers (all of them retired)", "The officers"),
        ("In Oslo, the judge — a critic of the pact —", "the judge"),
        ("The author of “Winter Harbor” in Oslo", "The author of “Winter Harbor” in Oslo"),
    ]);
}

#[test]
fn a_subject_keeps_what_tells_which_one_is_meant() {
    check_subjects(&[
        ("About four in ten", "About four in ten"),
        ("Nearly half", "Nearly half"),
        ("61 percent of voters", "61 percent of voters"),
        ("A report released by the ministry", "A report released by the ministry"),
        ("Both Oslo and the bank", "Both Oslo and the bank"),
        ("Countries such as Canada", "Countries such as Canada"),
        ("The judges who met him", "The judges"),
        ("The judges who voted for it, for instance,", "The judges"),
        ("The envoy he met in Rome", "The envoy"),
    ]);
}

#[test]
fn a_subject_begins_where_its_clause_does() {
    check_subjects(&[
        ("When the talks failed in Rome, the envoy", "the envoy"),
        ("The talks failed and the envoy", "the envoy"),
        ("Months later, when the pact was signed, the envoy", "the envoy"),
        ("Although he could go (and the road was open), the envoy", "the envoy"),
        ("The ministry in 2010", "The ministry"),
    ]);
    check("The groups that don't say it work.", &[]);
    check("It’s late and she'll claim it.", &[]);
}

#[test]
fn a_subject_behind_its_verb_ends_with_its_apposition() {
    let said = |speaker: &str| format!("{speaker} [said] to -, Finite");
    check("It works, said Ida Holm, director of a bank in Oslo.", &[&said("Ida Holm")]);
    check("The pact, said Ida Holm, would work.", &[&said("Ida Holm")]);
    check("“It works,” said Roy campaign chief Ida Holm.", &[&said("Roy campaign chief Ida Holm")]);
    check("The judge, a critic, said he would go.", &[&said("The judge")]);
}

#[test]
fn a_relative_pronoun_speaks_without_a_comma_too() {
    check("The pact angered farmers who said it was late.", &["who [said] to -, Finite"]);
}

#[test]
fn a_verb_without_a_subject_has_that_of_the_verb_before_or_of_the_main_clause() {
    check("The court overruled the judge and said that it works.", &["The court [said] to -, Coordinated"]);
    check("Roy left when the talks had failed, saying that it works.", &["Roy [saying] to -, Participle"]);
    check("He plans for years, saying that it works.", &["He [saying] to -, Participle"]);
}
