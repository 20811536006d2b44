//! Passives: what was asked, told and called, by whom, where it is the hearer or the matter that is the subject.

use std::ops::Range;

use super::{
    Context,
    cues::{Cue, Form},
    groups::Group,
    subjects::before_adverbials,
};
use crate::reading::{
    lexicon::{Frame, Verb},
    phrases::PartyFound,
};

const QUESTIONS: [&str; 9] = ["how", "if", "what", "when", "where", "whether", "which", "who", "why"];

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
        let quoted = text.is(group.end - 1, "quoted") && text.is(group.end, "as") && text.is(group.end + 1, "saying");
        let subject_end = before_adverbials(context, group.start, tokens.start);
        let subject = context.parties.before(subject_end, tokens.start)?;
        if quoted {
            let speaker = Some(subject.clone());
            return Some(Cue {
                speaker,
                form: Form::Finite,
                group: group.start..group.end + 2,
                end: group.end + 2,
                ..self.bare(&subject, tokens)
            });
        }
        let agent = self.agent(context, tokens);
        let end = agent.as_ref().map_or(group.end, |agent| agent.tokens.end);
        let bare = Cue { speaker: agent, end, ..self.bare(&subject, tokens) };
        if text.is_any(subject.tokens.start, &["it"]) && self.verb.has(Frame::That) && text.is(end, "that") {
            return Some(bare);
        }
        let hears = matches!(
            self.verb.lemma,
            "ask" | "tell" | "urge" | "warn" | "advise" | "inform" | "assure" | "remind" | "press"
        );
        // "was asked whether it works": what nobody is known to have said is nobody's statement.
        if hears {
            bare.speaker.as_ref()?;
            let is_matter = text.is_any(end, &QUESTIONS) || text.is_any(end, &["that", "to"]);
            let about = text.is(end, "about");
            return (is_matter || about).then(|| Cue {
                end: end + usize::from(about),
                addressee: Some(subject),
                ..bare
            });
        }
        let is_rumour = self.verb.has(Frame::That) && text.is(end, "to") && text.is_any(end + 1, &["be", "have"]);
        let judges =
            self.verb.has(Frame::ObjectAs) && (text.is_any(end, &["as", "for", "of"]) || bare.speaker.is_some());
        if is_rumour || judges {
            return Some(Cue { patient: Some(subject.tokens), ..bare });
        }
        None
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
