//! Turns of a transcript: all that follows a speaker's label, up to the next.

use rapporteur_model::StatementKind;

use super::{ContentRule, Context, StatementFound};
use crate::reading::{phrases::PartyFound, text::Text};

/// A turn that is being gathered.
#[derive(Debug)]
pub(super) struct Turn {
    statement: StatementFound,
}

impl Turn {
    /// The turn that the label in passage `label` opens.
    pub(super) fn new(context: Context<'_, '_>, label: usize) -> Self {
        let text = context.text;
        let tokens = text.passages[label].tokens.clone();
        let mut end = tokens.end;
        while end > tokens.start + 1 && text.is_any(end - 1, &[":", "."]) {
            end -= 1;
        }
        // "ROY (via interpreter)": how the words come is no part of who says them.
        if text.is(end - 1, ")") {
            end = (tokens.start + 1..end).rev().find(|&at| text.is(at, "(")).unwrap_or(end);
        }
        // "Lee Min-ho / Minister": the name speaks, the office says who that is.
        end = (tokens.start + 1..end).find(|&at| text.is(at, "/")).unwrap_or(end);
        // "Ann Roy, Harbour Times": likewise, but for "ANN ROY, JR."
        end = (tokens.start + 1..end).find(|&at| text.is(at, ",") && text.starts_with_capital(at + 1)).unwrap_or(end);
        let people = context.parties.people.mentions_in(&tokens);
        let people = people.first().map(|mention| mention.person).into_iter().collect();
        let party = PartyFound { tokens: tokens.start..end, people, rule: None, inferred: false, from: Vec::new() };
        let mut statement = StatementFound::new(Some(party), None, Vec::new(), text.passages[label].sentences.start);
        statement.kind = Some(StatementKind::Direct);
        Self { statement: statement.by(ContentRule::Turn) }
    }

    /// Takes a paragraph into the turn.
    pub(super) fn add(&mut self, passage: usize, text: &Text<'_>) {
        let tokens = text.passages[passage].tokens.clone();
        // "(Laughter.)" at the end is the stenographer's.
        let mut end = tokens.end;
        if text.is(end - 1, ")") {
            end = tokens.clone().rev().find(|&at| text.is(at, "(")).filter(|&open| end - open <= 5).unwrap_or(end);
        }
        if end > tokens.start {
            self.statement.parts.push(text.span(tokens.start, end - 1));
        }
    }

    pub(super) fn finish(self) -> StatementFound {
        self.statement
    }
}
