//! Endings: where the content of a cue that stands before it ends.

use std::ops::Range;

use super::{Context, cues::Cue};
use crate::reading::{text::TokenKind, traits::Trait};

/// How many tokens are looked through for the other end of an insertion.
const LONGEST_INSERTION: usize = 60;
/// Words that begin a clause beside the report's: "Lee said A, while Roy said B".
const CLAUSE_OPENERS: [&str; 7] = [";", "although", "and", "but", "though", "whereas", "while"];

/// The cues of a sentence, among which a content ends.
#[derive(Debug, Clone)]
pub(super) struct Endings<'a, 't> {
    pub(super) context: Context<'a, 't>,
    pub(super) cues: &'a [Cue],
    pub(super) tokens: Range<usize>,
}

impl Endings<'_, '_> {
    /// Where the content of cue `index` ends, whose words begin at token `first` and go no farther than `end`.
    pub(super) fn content_end(&self, index: usize, first: usize, end: usize, is_clause: bool) -> usize {
        let text = self.context.text;
        let ends_at_comma = self.is_in_opening_clause(index);
        // "that — for now — it rains": a dash may open the words themselves.
        let mut at = first + usize::from(!self.is_dash(first));
        while at < end {
            if !text.is_outside_quotations(at) {
                at += 1;
                continue;
            }
            // What stands between two brackets or two dashes ends nothing.
            let closing = if text.is(at, "(") {
                next(at, end, |close| text.is(close, ")")).filter(|close| close + 1 < end)
            } else if self.is_dash(at) {
                next(at + 1, end, |close| self.is_dash(close))
            } else {
                let ends =
                    text.is(at, ";") || (text.is(at, ",") && (ends_at_comma || self.is_afterthought(at + 1, end)));
                let ends = ends || (!is_clause && self.is_next_verb(at, end));
                (!ends).then_some(at)
            };
            let Some(closing) = closing else { return at };
            at = closing + 1;
        }
        end
    }

    /// Whether a finite cue begins a clause of its own, which leaves the report before it: "and Roy said B".
    pub(super) fn is_new_clause(&self, at: usize) -> bool {
        let cue = &self.cues[at];
        cue.start > self.tokens.start
            && (self.context.text.is_any(cue.start - 1, &CLAUSE_OPENERS) || self.is_dash(cue.start - 1))
    }

    /// Back from the clause that begins at `start` over what joins it to the words before.
    pub(super) fn before_joint(&self, start: usize) -> usize {
        let mut before = start;
        while before > self.tokens.start
            && (self.context.text.is_any(before - 1, &[",", "then"])
                || self.context.text.is_any(before - 1, &CLAUSE_OPENERS)
                || self.is_dash(before - 1))
        {
            before -= 1;
        }
        before
    }

    /// "When Lee proposed a summit, Roy left": the report ends where the main clause begins.
    fn is_in_opening_clause(&self, index: usize) -> bool {
        const SUBORDINATORS: [&str; 11] =
            ["after", "although", "as", "because", "before", "if", "once", "since", "though", "when", "while"];
        let text = self.context.text;
        let start = self.tokens.start + usize::from(text.is_any(self.tokens.start, &["And", "But", "So", "Yet"]));
        let before_cue = start..self.cues[index].group.start;
        SUBORDINATORS.contains(&text.lower(start).as_str())
            && before_cue.len() < 12
            && before_cue.into_iter().all(|at| !text.is(at, ","))
    }

    /// "praised the plan and went home": behind words without a verb of their own, the next verb is the speaker's.
    fn is_next_verb(&self, at: usize, end: usize) -> bool {
        let text = self.context.text;
        let verb = (at + 1..end.min(at + 4)).find(|&at| !text.has(at, Trait::Adverb));
        let begins_clause = text.is_any(at + 1, &["he", "she", "they"]);
        text.is_any(at, &["and", "but"])
            && (begins_clause || verb.is_some_and(|verb| text.has(verb, Trait::FiniteVerb)))
    }

    fn is_dash(&self, at: usize) -> bool {
        let text = self.context.text;
        let stands_alone = at > 0 && text.tokens[at - 1].span.end() < text.tokens[at].span.start();
        text.is_any(at, &["—", "–", "--"]) || (text.is(at, "-") && stands_alone)
    }

    /// ", which surprised many", ", a step that surprised many", ", a step too far": words after a comma that run to the end of the
    /// sentence and say something of what was reported.
    fn is_afterthought(&self, first: usize, end: usize) -> bool {
        const RELATIVES: [&str; 6] = ["that", "where", "which", "who", "whom", "whose"];
        let text = self.context.text;
        let relative = match text.lower(first).as_str() {
            "a" | "an" => {
                let tells_more = (first..end.min(first + 6)).any(|at| text.is_any(at, &RELATIVES));
                // ", a drop of 8 per cent" is part of what is told, ", a bold step" a remark on it.
                let belongs = |at: usize| {
                    text.has(at, Trait::FiniteVerb)
                        || text.is_any(at, &["and", "or"])
                        || text.kind(at) == Some(TokenKind::Number)
                };
                tells_more || !(first..end).any(belongs)
            }
            _ => text.is_any(first, &RELATIVES[1..]),
        };
        relative && !self.is_insertion(first, end)
    }

    /// Whether a comma closes the words after a comma, and the verb of the clause goes on behind it.
    fn is_insertion(&self, first: usize, end: usize) -> bool {
        let text = self.context.text;
        let commas = (first..end.min(first + LONGEST_INSERTION))
            .filter(|&at| text.is(at, ",") && text.is_outside_quotations(at));
        let mut after = commas
            .map(|comma| (comma + 1..end.min(comma + 4)).find(|&at| !text.has(at, Trait::Adverb)).unwrap_or(comma + 1));
        after.any(|at| at < end && text.has(at, Trait::FiniteVerb))
    }
}

/// The first token after `at`, not far behind it, that closes what opens there.
fn next(at: usize, end: usize, closes: impl Fn(usize) -> bool) -> Option<usize> {
    (at + 1..end.min(at + LONGEST_INSERTION)).find(|&close| closes(close))
}
