use super::*;
use crate::{document::Document, reading::read_with_reasons};

/// The reasons of a body's statements, a statement a line: its cue, how its words were found, where its speaker.
fn check(body: &str, expected: &[&str]) {
    check_article(&format!("Headline\n\nPublished: 30 Oct. 2025\n\n{body}\n"), expected);
}

fn check_article(article: &str, expected: &[&str]) {
    let (reading, reasons) = read_with_reasons(&Document::parse(article), "reasons");
    assert_eq!(reading.record.statements.len(), reasons.len());
    let show = |reasons: &StatementReasons| {
        let cue = reasons.cue.as_ref().map_or("-".to_owned(), |cue| {
            let lemma = cue.verb.as_ref().map_or("-", |verb| verb.lemma);
            format!("{:?} {lemma}", cue.form)
        });
        let weighed: Vec<String> = reasons.weighed.iter().map(|rule| format!(" not {rule:?}")).collect();
        let speaker = reasons.speaker.map_or("-".to_owned(), |place| format!("{place:?}"));
        let passed =
            |verb: &PassedVerb| format!(", {} {}", if verb.is_cue { "empty" } else { "passed" }, verb.words.text);
        let passed: Vec<String> = reasons.passed.iter().map(passed).collect();
        format!("{cue}: {:?}{}; {speaker}{}", reasons.content, weighed.concat(), passed.concat())
    };
    assert_eq!(reasons.iter().map(show).collect::<Vec<_>>(), expected, "{article}");
}

#[test]
fn the_rules_before_the_one_that_finds_are_weighed() {
    check("“It rains,” President Roy said.", &["Finite say: MarksBeside; BeforeCue"]);
    check("“It rains,” said President Roy.", &["Finite say: MarksBeside; BehindCue"]);
    check("The rain, President Roy said, fell on Rome.", &["Finite say: BothSides not MarksBeside; BeforeCue"]);
    check("President Roy said that it rains.", &["Finite say: After not MarksBeside not BothSides; BeforeCue"]);
    check("It rains, President Roy said.", &["Finite say: Before not MarksBeside not BothSides not After; BeforeCue"]);
    check("It rains, according to the ministry.", &["AccordingTo -: Account; Account"]);
}

#[test]
fn passives_and_nouns_have_rules_of_their_own() {
    check("President Roy was criticised by Rome for his words.", &["Passive criticise: Passive; Agent"]);
    check("Despite President Roy’s claim that it works, Rome is dark.", &["Noun -: Noun; BeforeCue"]);
}

#[test]
fn a_speaker_of_another_clause_is_told_from_one_of_its_own() {
    check(
        "President Roy praised the pact, saying, “It works.”",
        &["Finite praise: After not BothSides; BeforeCue", "Participle say: MarksBeside; OtherClause"],
    );
}

#[test]
fn what_no_cue_takes_has_its_rule_too() {
    check(
        "“We met,” President Roy said.\n\n“We agreed.”",
        &["Finite say: MarksBeside; BeforeCue", "-: MarksAlone; Earlier"],
    );
    check(
        "“We met,” President Roy said. “We agreed on trade” and on the rest.",
        &["Finite say: MarksBeside; BeforeCue", "-: GoingOn; Earlier"],
    );
    check("Roy: “We agreed.”", &["Colon -: Lead; BeforeCue"]);
    check("As Ann Roy sang in Oslo, “We all agreed in Rome.”", &["-: Lead; Lead"]);
    check("“We agreed,” she shrugs.", &["Finite -: MarksBeforeSubject; BeforeCue"]);
    check("President Roy said:\n\nWe met in Rome.\n\nWe left.", &["Finite say: Block; BeforeCue"]);
    check(
        "“They asked, ‘Why?’” President Roy said.",
        &["Finite say: MarksBeside; BeforeCue", "Finite ask: Nested; BeforeCue"],
    );
    check_article(
        "Roy: Trade will grow\n\nPublished: 30 Oct. 2025\n\nPresident Ann Roy left.\n",
        &["Colon -: HeadlineColon; BeforeCue"],
    );
    check_article(
        "Remarks in Rome\n\nPublished: 30 Oct. 2025\n\nPRESIDENT ROY: We met.\n\nWe agreed.\n\nQUESTION: Why?\n",
        &["-: Turn; Label", "-: Turn; Label"],
    );
}

#[test]
fn reporting_verbs_without_a_statement_are_passed_over() {
    check(
        "President Roy said that the report works.",
        &["Finite say: After not MarksBeside not BothSides; BeforeCue, passed report"],
    );
    check(
        "“It rains,” President Roy said, and the ministry agreed.",
        &["Finite say: MarksBeside; BeforeCue, empty agreed"],
    );
    check("“They said so,” President Roy said.", &["Finite say: MarksBeside; BeforeCue"]);
}

#[test]
fn the_record_is_that_of_reading_without_reasons() {
    let text = "Published: 30 Oct. 2025\n\nPresident Roy said that it rains. “It pours,” she added.\n";
    let document = Document::parse(text);
    assert_eq!(read_with_reasons(&document, "a").0.record, crate::reading::read(&document, "a").record);
}
