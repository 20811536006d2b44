//! What holds for every article.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rapporteur_model::{Excerpt, StatementKind, Status};

use crate::{Genre, Occasion, Plan, Style, Written, plan, plans, style, styles, write};

/// Checks that the facts are the text's and agree with each other and with the plan.
fn check(plan: &Plan, style: &Style) -> Written {
    let article = write(plan, style);
    let Written { text, facts } = &article;
    for excerpt in facts.excerpts() {
        assert_eq!(excerpt.span.slice(text), Some(excerpt.text.as_str()), "{text}");
        assert!(!excerpt.text.is_empty() && excerpt.text.trim() == excerpt.text, "{excerpt:?}\n{text}");
    }

    for flaw in ["{", "}", " ,", " .", ",,", ";;", "”.", "’,,", " the the ", " a the ", " a a "] {
        assert!(!text.contains(flaw), "{flaw:?} in\n{text}");
    }
    assert_eq!(text.contains("\r\n"), style.crlf && text.contains('\n'), "{text}");
    assert_eq!(text.starts_with('\u{feff}'), style.bom);
    assert_eq!(text.ends_with('\n'), style.final_newline, "{text}");
    assert_eq!(text.contains('“'), text.contains('”'));

    let names: BTreeSet<&str> = facts.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names.len(), facts.people.len(), "everybody is listed once\n{text}");
    let shorts: BTreeSet<&str> = plan.leaders.iter().chain(&plan.relay).map(|leader| leader.name.short).collect();
    assert_eq!(shorts.len(), plan.leaders.len() + usize::from(plan.relay.is_some()), "{text}");

    assert_eq!(facts.summits.is_empty(), plan.meeting.is_none());
    if let (Some(summit), Some(meeting)) = (facts.summits.first(), &plan.meeting) {
        assert_eq!((summit.status, summit.mode), (meeting.status, meeting.mode));
        assert_eq!(summit.participants.len(), plan.leaders.len());
        assert!(!summit.mentions.is_empty());
        assert_eq!(summit.venue.is_some(), meeting.place.is_some(), "{text}");
        assert_eq!(summit.locality.is_some(), meeting.place.is_some(), "{text}");
        assert_eq!(summit.country.as_ref().map(|country| country.value), meeting.place.map(|place| place.nation.code));
        assert_eq!(summit.host_event.is_some(), meeting.event.is_some(), "{text}");
        if let Some(begins) = &summit.begins {
            assert_eq!(begins.value.date(), meeting.day);
            assert_eq!(meeting.status != Status::Held, meeting.day > Some(plan.published));
        }
        if style.genre == Genre::News {
            assert_eq!(summit.minutes.is_some(), meeting.minutes.is_some());
            assert_eq!(summit.meals.len(), usize::from(meeting.meal.is_some()));
            assert_eq!(summit.delegations.len(), meeting.delegations.len());
        }
    }

    for (index, statement) in facts.statements.iter().enumerate() {
        check_statement(&article, index);
        let marked = statement.parts.iter().all(|part| part.text.starts_with(['“', '"', '‘', '\'']));
        match statement.kind {
            StatementKind::Direct => {
                assert_eq!(marked, statement.cue.is_some(), "only a transcript has no marks\n{text}");
            }
            StatementKind::Mixed => assert!(statement.parts[0].text.ends_with(['”', '"']) && !marked),
            StatementKind::Indirect => {
                assert!(!marked && !statement.parts[0].text.ends_with(['.', ',']), "{:?}", statement.parts);
            }
        }
        for name in &statement.speaker.people {
            assert!(names.contains(name.as_str()), "{name} speaks and is nobody\n{text}");
        }
    }
    if style.genre == Genre::News {
        assert!(facts.statements.len() >= plan.statements.len(), "what is planned is said\n{text}");
    }
    for quantity in &facts.quantities {
        let holder = &facts.statements[quantity.asserted_by.unwrap()];
        assert!(holder.parts.iter().any(|part| part.span.contains(quantity.excerpt.span)), "{quantity:?}\n{text}");
    }
    article
}

fn check_statement(article: &Written, index: usize) {
    let Written { text, facts } = article;
    let statement = &facts.statements[index];
    let starts = |excerpts: &[Excerpt]| excerpts.iter().map(|excerpt| excerpt.span.start()).collect::<Vec<_>>();
    assert!(starts(&statement.parts).is_sorted());
    if index > 0 {
        let before = &facts.statements[index - 1];
        assert!(starts(&before.parts)[0] < starts(&statement.parts)[0], "{text}");
    }
    for part in &statement.parts {
        let apart = |other: &Excerpt| !part.span.overlaps(other.span);
        assert!(statement.cue.iter().all(apart) && apart(&statement.speaker.excerpt), "{statement:?}\n{text}");
        assert!(!part.text.trim_end_matches(['\r', '\n']).contains("\n\n"), "{part:?}");
    }
    if let Some(continued) = statement.continues {
        assert!(continued < index);
        assert_eq!(facts.statements[continued].speaker.people, statement.speaker.people, "{text}");
    }
    if let Some(answered) = statement.replies_to {
        assert!(answered < index);
        assert_ne!(facts.statements[answered].speaker.people, statement.speaker.people, "{text}");
    }
    if let Some(outer) = statement.within {
        let whole = &facts.statements[outer].parts[0];
        assert!(whole.span.contains(statement.parts[0].span));
    }
    if let Occasion::Summit(summit) = statement.occasion {
        assert_eq!(facts.summits[summit].status, Status::Held);
    }
}

#[test]
fn facts_are_the_texts_for_many_seeds() {
    for seed in 0..2000 {
        check(&plan(seed), &style(seed));
    }
}

#[test]
fn the_same_seed_writes_the_same_article() {
    for seed in 0..50 {
        assert_eq!(write(&plan(seed), &style(seed)), write(&plan(seed), &style(seed)));
    }
    assert_ne!(write(&plan(1), &style(1)), write(&plan(2), &style(1)));
    assert_ne!(write(&plan(1), &style(1)), write(&plan(1), &style(2)));
}

#[test]
fn articles_differ_in_more_than_their_names() {
    let mut templates = BTreeSet::new();
    let mut tellings = BTreeSet::new();
    for seed in 0..200 {
        let (plan, style) = (plan(seed), style(seed));
        let meeting = plan.meeting.as_ref().map(|meeting| (meeting.status, meeting.mode, meeting.event.is_some()));
        let told: Vec<String> = plan.statements.iter().map(|statement| format!("{:?}", statement.telling)).collect();
        templates.insert(format!("{meeting:?} {:?} {:?} {:?} {told:?}", style.genre, style.lead, style.noun));
        tellings.extend(told);
    }
    assert!(templates.len() > 150, "{} templates", templates.len());
    assert!(tellings.len() >= 22, "{tellings:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_can_be_written_in_every_style(plan in plans(), style in styles()) {
        check(&plan, &style);
    }
}
