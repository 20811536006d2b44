//! The year that the name of an event gives: "Summit 2025".

use super::{Text, days::year, is_month};

/// Nouns that end the name of an event.
const EVENTS: [&str; 9] =
    ["Assembly", "Conference", "Congress", "Council", "Forum", "Games", "Meeting", "Summit", "summit"];

/// How many words of a text are looked at.
const REACH: usize = 1000;

/// The year that the events of a text are named with, where it is one.
pub(in crate::reading) fn year_of_events(text: &Text<'_>) -> Option<u16> {
    let is_capital = |at: usize| text.starts_with_capital(at) && !is_month(text.word(at));
    let mut years = (1..text.tokens.len().min(REACH)).filter(|&at| text.is_outside_quotations(at)).filter_map(|at| {
        // "the Forum 2025", "the 2025 Lima Forum", "the 2025 APEC Economic Leaders' Meeting"
        let is_behind = EVENTS.contains(&text.word(at - 1)) && is_capital(at - 1);
        let is_before = || {
            text.is_any(at - 1, &["the", "this"])
                && is_capital(at + 1)
                && (at + 1..at + 8)
                    .take_while(|&next| is_capital(next) || text.is_any(next, &["on", "of", "'", "’", "(", ")"]))
                    .any(|next| EVENTS.contains(&text.word(next)) || text.is(next + 1, "summit"))
        };
        year(text, at).filter(|_| is_behind || is_before())
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}
