//! Passives: what was asked, told and called, by whom, where it is the hearer or the matter that is the subject.

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form},
    groups::Group,
    subjects::before_adverbials,
};
use crate::reading::{
    lexicon::{Frame, Verb, lexicon},
    phrases::PartyFound,
    text::Text,
};

const QUESTIONS: [&str; 9] = ["how", "if", "what", "when", "where", "whether", "which", "who", "why"];

/// Verbs whose subject in the passive is who hears it.
const HEARD: [&str; 9] = ["advise", "ask", "assure", "inform", "press", "remind", "tell", "urge", "warn"];

/// A verb in the passive: its group, and where its own words end.
pub(super) struct Passive<'a> {
    pub(super) group: &'a Group,
    pub(super) verb: &'static Verb,
}

impl Passive<'_> {
    /// The cue that the passive makes, if anybody says anything with it.
    pub(super) fn cue(&self, context: Context<'_, '_>, tokens: &Range<usize>) -> Option<Cue> {
        let text = context.text;
        let group = self.group.tokens.clone();
        // "was quoted as saying", "was quoted by a paper as saying".
        let near = group.end..tokens.end.min(group.end + 12);
        let saying = near.clone().find(|&at| text.is(at, "as") && text.is(at + 1, "saying"));
        let quoted = saying.filter(|_| text.is(group.end - 1, "quoted")).map(|at| at + 2);
        let subject_end = before_adverbials(context, group.start, tokens.start);
        let subject = context.parties.before(subject_end, tokens.start)?;
        if let Some(end) = quoted {
            let speaker = Some(subject.clone());
            return Some(Cue {
                speaker,
                form: Form::Finite,
                verb: lexicon().verbs("said").first()?,
                group: group.start..end,
                end,
                ..self.bare(&subject, tokens)
            });
        }
        let agent = self.agent(context, tokens);
        let end = agent.as_ref().map_or(group.end, |agent| agent.tokens.end);
        let bare = Cue { speaker: agent, end, ..self.bare(&subject, tokens) };
        if HEARD.contains(&self.verb.lemma) {
            return heard(text, subject, bare);
        }
        let has_clause = self.verb.has(Frame::That);
        if has_clause && text.is_any(subject.tokens.start, &["it"]) && text.is(end, "that") {
            return Some(bare);
        }
        let is_rumour = has_clause && text.is(end, "to") && text.is_any(end + 1, &["be", "have"]);
        let is_object = self.verb.has(Frame::NounPhrase) && self.verb.has(Frame::Participle);
        let is_judged = text.is_any(end, &["as", "for", "of"]) || (bare.speaker.is_some() && !is_object);
        let tells = is_rumour || (is_judged && self.verb.has(Frame::ObjectAs));
        // "The move was first reported by a newspaper": the subject is all that is told.
        let is_whole = !tells && bare.speaker.is_some() && is_object;
        if is_whole {
            return Some(Cue { limit: end, patient: Some(subject.tokens), ..bare });
        }
        tells.then_some(Cue { patient: Some(subject.tokens), ..bare })
    }

    /// "by Lee", directly behind the verb.
    fn agent(&self, context: Context<'_, '_>, tokens: &Range<usize>) -> Option<PartyFound> {
        let end = self.group.tokens.end;
        if !context.text.is(end, "by") {
            return None;
        }
        context.parties.after(end + 1, tokens.end, false)
    }

    fn bare(&self, subject: &PartyFound, tokens: &Range<usize>) -> Cue {
        Cue {
            group: self.group.tokens.clone(),
            verb: self.verb,
            form: Form::Passive,
            speaker: None,
            addressee: None,
            end: self.group.tokens.end,
            start: subject.tokens.start,
            limit: tokens.end,
            patient: None,
        }
    }
}

/// "Asked by Lee whether", "when asked by Lee if": a passive without its "was", whose hearer the clause it stands
/// beside names.
pub(super) fn reduced(
    context: Context<'_, '_>,
    verb: &'static Verb,
    group: Range<usize>,
    tokens: &Range<usize>,
) -> Option<Cue> {
    let text = context.text;
    let opens = group.start == tokens.start || text.is_any(group.start - 1, &[",", "if", "once", "though", "when"]);
    if !(opens && HEARD.contains(&verb.lemma) && text.is(group.end, "by")) {
        return None;
    }
    let agent = context.parties.after(group.end + 1, tokens.end, false)?;
    let end = agent.tokens.end;
    let about = text.is(end, "about");
    let is_matter = about || text.is_any(end, &QUESTIONS) || text.is_any(end, &["that", "to"]);
    let close = (end..tokens.end.min(end + 60)).find(|&at| text.is(at, ",") && text.is_outside_quotations(at));
    is_matter.then(|| Cue {
        start: group.start,
        end: end + usize::from(about),
        group,
        verb,
        form: Form::Passive,
        speaker: Some(agent),
        addressee: None,
        limit: close.unwrap_or(tokens.end),
        patient: None,
    })
}

/// "was asked by Lee whether", "was told by Lee that": who hears it is the subject. What nobody is known to have said is
/// nobody's statement.
fn heard(text: &Text<'_>, hearer: PartyFound, bare: Cue) -> Option<Cue> {
    let about = text.is(bare.end, "about");
    let is_matter = about || text.is_any(bare.end, &QUESTIONS) || text.is_any(bare.end, &["that", "to"]);
    (is_matter && bare.speaker.is_some()).then(|| Cue {
        end: bare.end + usize::from(about),
        addressee: Some(hearer),
        ..bare
    })
}
