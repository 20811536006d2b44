//! Days of the text that cannot be: no calendar has them, or they fell on another day of the week.

use super::{Anchor, Tense, Time, resolve, resolving::Unresolved, times};
use crate::{
    document::{Problem, ProblemKind},
    reading::text::Text,
};

/// The days of the running text that are left unread because they cannot be, as seen from `anchor`.
pub(in crate::reading) fn troubles(text: &Text<'_>, anchor: Option<Anchor>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for sentence in &text.sentences {
        for time in times(text, &sentence.tokens) {
            let Time::Day(day) = time else { continue };
            // The tense decides the year only, and in no year may the day be right.
            let trouble = |tense| resolve(text, &day, anchor, tense).err();
            let kind = match (trouble(Tense::Past), trouble(Tense::Future)) {
                (Some(Unresolved::NoSuchDay), Some(_)) => ProblemKind::ImpossibleDate,
                (Some(Unresolved::OtherWeekday), Some(_)) => ProblemKind::OtherWeekday,
                _ => continue,
            };
            problems.push(Problem { kind, span: text.span(day.tokens.start, day.tokens.end - 1) });
        }
    }
    problems
}
