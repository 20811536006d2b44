//! Sides: lists of people after the name of their country.

use std::ops::Range;

use crate::reading::{
    names::{self, PlaceName},
    text::Text,
    traits::Trait,
};

/// A list of one side's people.
#[derive(Debug, Clone)]
pub(in crate::reading) struct Side {
    pub(in crate::reading) country: PlaceName,
    /// The tokens of the list.
    pub(in crate::reading) list: Range<usize>,
    /// The verb that opens or closes the list.
    pub(in crate::reading) verb: usize,
}

/// Words after a demonym that make it a side.
pub(in crate::reading) const SIDE_NOUNS: [&str; 10] = [
    "aides",
    "attendees",
    "delegates",
    "delegation",
    "officials",
    "participants",
    "party",
    "representatives",
    "side",
    "team",
];

/// Verbs that say that people of a list were there.
const ATTENDING: [&str; 15] = [
    "accompanied",
    "attend",
    "attended",
    "comprise",
    "comprised",
    "comprises",
    "consisted",
    "include",
    "included",
    "including",
    "joined",
    "participated",
    "present",
    "was",
    "were",
];

/// The lists of sides that the text gives: "Korean attendees included ...", "From the Canadian side, ...".
pub(in crate::reading) fn sides(text: &Text<'_>) -> Vec<Side> {
    let mut sides = Vec::new();
    for sentence in &text.sentences {
        let Range { start, end } = sentence.tokens.clone();
        for at in start..end {
            if !text.has(at, Trait::SideNoun) || !text.is_outside_quotations(at) {
                continue;
            }
            let Some(country) = names::place_before(text, at, start) else { continue };
            // "attended from the Kenyan side by Lee", "On the Kenyan side: Lee".
            let is_verb = |verb: &usize| {
                ATTENDING.contains(&text.word(*verb))
                    || text.has(*verb, Trait::FiniteVerb)
                    || *verb == at + 1 && text.is_any(*verb, &[":", "by"])
            };
            let Some(verb) = (at + 1..end).find(is_verb) else { continue };
            // The list ends where the next side's begins, or another clause.
            let next = (at + 1..end).find(|&next| {
                text.is_any(next, &["but", "whereas", "while"])
                    || text.has(next, Trait::SideNoun) && names::place_before(text, next, at + 1).is_some()
            });
            sides.push(Side { country, list: at + 1..next.unwrap_or(end), verb });
        }
    }
    sides
}
