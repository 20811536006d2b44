//! Names and offices as they are written: titles, honorifics, and the capital words after them.

use std::ops::Range;

use rapporteur_model::{Country, OfficeClass};

use super::{
    lexicon::{Lexicon, Organization, Place, lexicon},
    text::{Text, TokenKind},
    times::{is_month, is_weekday},
};

/// A phrase of the atlas in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceName {
    pub(super) tokens: Range<usize>,
    pub(super) place: Place,
}

impl PlaceName {
    pub(super) fn country(&self) -> Country {
        match self.place {
            Place::Country(country)
            | Place::Demonym(country)
            | Place::City(country)
            | Place::Region { country, .. } => country,
        }
    }
}

/// A title of office in the text, with the country that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// The title's own words.
    pub(super) tokens: Range<usize>,
    pub(super) class: OfficeClass,
    /// Whether it is an office of an organization of states.
    pub(super) of_states: bool,
    /// The country's name or demonym beside it.
    pub(super) country: Option<PlaceName>,
    /// The whole phrase: demonym, title, and what follows it with "of" or "to".
    pub(super) phrase: Range<usize>,
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The name's own words.
    pub(super) tokens: Range<usize>,
    /// The name with the honorific and the title directly before it.
    pub(super) phrase: Range<usize>,
    pub(super) title: Option<Title>,
    pub(super) honorific: Option<usize>,
}

/// The longest phrase from token `at` on that `known` knows.
fn longest<T>(text: &Text<'_>, at: usize, end: usize, known: impl Fn(&str) -> Option<T>) -> Option<(Range<usize>, T)> {
    if text.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let most = if lexicon().opens_phrase(text.word(at)) { Lexicon::LONGEST } else { 1 };
    let last = (at + most).min(end);
    (at + 1..=last).rev().find_map(|to| known(&text.phrase(at..to)).map(|value| (at..to, value)))
}

/// The place that the words from token `at` on name.
pub(super) fn place_at(text: &Text<'_>, at: usize, end: usize) -> Option<PlaceName> {
    if !text.starts_with_capital(at) {
        return None;
    }
    longest(text, at, end, |phrase| lexicon().place(phrase)).map(|(tokens, place)| PlaceName { tokens, place })
}

/// The organization or recurring meeting that the words from token `at` on name.
pub(super) fn organization_at(text: &Text<'_>, at: usize, end: usize) -> Option<(Range<usize>, Organization)> {
    if !text.starts_with_capital(at) {
        return None;
    }
    longest(text, at, end, |phrase| lexicon().organization(phrase))
}

/// Words that go before a title of lower-case letters and belong to it.
const TITLE_MODIFIERS: [&str; 16] = [
    "assistant",
    "cabinet",
    "chief",
    "deputy",
    "foreign",
    "government",
    "military",
    "ministry",
    "national",
    "presidential",
    "principal",
    "senior",
    "special",
    "state",
    "top",
    "vice",
];

/// The title that the words from token `at` on are, with the country before or after it.
pub(super) fn title_at(text: &Text<'_>, at: usize, start: usize, end: usize) -> Option<Title> {
    let (core, class) = longest(text, at, end, |phrase| lexicon().office(phrase))?;
    let tokens = extended_title(text, core, start, end);
    // "Korea's president", "Korean President", "U.S. President": the country directly before the title.
    let before = place_before(text, tokens.start, start);
    let mut phrase = before.as_ref().map_or(tokens.start, |place| place.tokens.start)..tokens.end;
    let is_possessive = before.as_ref().is_some_and(|place| place.tokens.end < tokens.start);
    if is_possessive && phrase.start > start && text.is_any(phrase.start - 1, &["the"]) {
        // "the Philippines' President": the article is the country's.
        phrase.start -= 1;
    }
    let mut country = before;
    let of_states = leads_states(text, &tokens, start, end);
    // "FIFA President": an organization's name before a title makes it none of a state's.
    let class = match of_states {
        Some(_) if matches!(class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment) => {
            OfficeClass::OrganizationHead
        }
        _ => class,
    };
    if text.is_any(tokens.end, &["of", "to"])
        && let Some(place) = state_at(text, tokens.end + 1, end)
    {
        phrase.end = place.tokens.end;
        // An ambassador to a country is not that country's.
        if text.is_any(tokens.end, &["of"]) && country.is_none() {
            country = Some(place);
        }
    }
    Some(Title { tokens, class, of_states: of_states.unwrap_or(false), country, phrase })
}

/// Whether the organization that a title names, in it, before it or after "of", is one of states; `None` where it names
/// no organization.
fn leads_states(text: &Text<'_>, title: &Range<usize>, start: usize, end: usize) -> Option<bool> {
    let before = (start.max(title.start.saturating_sub(6))..title.start).find_map(|first| {
        let (tokens, kind) = organization_at(text, first, title.start)?;
        let touches = tokens.end == title.start
            || (tokens.end + 1 == title.start && text.kind(tokens.end) == Some(TokenKind::Possessive));
        touches.then_some(kind)
    });
    let inside = || title.clone().find_map(|first| organization_at(text, first, title.end).map(|(_, kind)| kind));
    let after = || {
        let name = title.end + 1 + usize::from(text.is(title.end + 1, "the"));
        let kind = text.is(title.end, "of").then(|| organization_at(text, name, end)).flatten();
        kind.map(|(_, kind)| kind)
    };
    before.or_else(inside).or_else(after).map(|kind| kind == Organization::OfStates)
}

/// The place that "Kenya", "the Netherlands" or "the Republic of Kenya" from token `at` on names, forms of state included.
fn state_at(text: &Text<'_>, at: usize, end: usize) -> Option<PlaceName> {
    const FORMS: [&str; 8] =
        ["Commonwealth", "Federation", "Kingdom", "Principality", "Republic", "State", "Sultanate", "Union"];
    let first = at + usize::from(text.is(at, "the"));
    let mut name = first;
    while text.starts_with_capital(name) && name < first + 3 && lexicon().place(&text.phrase(first..name + 1)).is_none()
    {
        if FORMS.contains(&text.word(name)) && text.is(name + 1, "of") {
            let place = place_at(text, name + 2, end)?;
            return Some(PlaceName { tokens: first..place.tokens.end, place: place.place });
        }
        name += 1;
    }
    place_at(text, first, end).filter(|place| !matches!(place.place, Place::Demonym(_)))
}

/// A title with the words before it that belong to it, and "for Foreign Affairs" after it.
fn extended_title(text: &Text<'_>, core: Range<usize>, start: usize, end: usize) -> Range<usize> {
    let mut from = core.start;
    let is_capital = text.starts_with_capital(core.start);
    while from > start && text.kind(from - 1) == Some(TokenKind::Word) {
        let before = from - 1;
        let is_portfolio = is_capital
            && core.start - before <= 3
            && text.starts_with_capital(before)
            && text.is_outside_quotations(before)
            && lexicon().place(text.word(before)).is_none()
            && !ends_place(text, before, start)
            && !lexicon().is_honorific(text.word(before))
            && !is_weekday(text.word(before))
            && !is_function_word(text.word(before))
            && is_ministerial(text, core.clone());
        if !(is_portfolio || TITLE_MODIFIERS.contains(&text.word(before))) {
            break;
        }
        from = before;
    }
    let mut to = core.end;
    if text.is_any(to, &["for", "of", "to"]) {
        let mut last = to + 1;
        if text.is(last, "the") {
            last += 1;
        }
        let first = last;
        while last < end
            && text.kind(last) == Some(TokenKind::Word)
            && (text.starts_with_capital(last)
                || (text.is(last, "and") && last > first && text.starts_with_capital(last + 1)))
        {
            last += 1;
        }
        let names_place = state_at(text, core.end + 1, end).is_some();
        let names_office =
            text.is_any(to, &["to"]) && longest(text, first, end, |phrase| lexicon().office(phrase)).is_some();
        if last > first && !names_place && (names_office || text.is_any(to, &["for", "of"])) {
            to = last;
        }
    }
    from..to
}

/// Whether a title takes the words of its portfolio before it: "Trade Minister".
fn is_ministerial(text: &Text<'_>, core: Range<usize>) -> bool {
    text.is_any(
        core.end - 1,
        &[
            "Minister",
            "Secretary",
            "Adviser",
            "Advisor",
            "Chief",
            "Spokesperson",
            "Spokesman",
            "Spokeswoman",
            "Commissioner",
        ],
    )
}

/// Whether token `last` is the last of a place's name of several words.
fn ends_place(text: &Text<'_>, last: usize, start: usize) -> bool {
    (start.max(last.saturating_sub(3))..last).any(|first| lexicon().place(&text.phrase(first..last + 1)).is_some())
}

/// The place whose name ends directly before token `at`, a possessive between them apart.
pub(super) fn place_before(text: &Text<'_>, at: usize, start: usize) -> Option<PlaceName> {
    let mut end = at;
    let is_apostrophe = |at: usize| text.kind(at) == Some(TokenKind::Possessive) || text.is_any(at, &["'", "’"]);
    if end > start && is_apostrophe(end - 1) {
        end -= 1;
    }
    let firsts = start.max(end.saturating_sub(Lexicon::LONGEST))..end;
    firsts.into_iter().find_map(|first| {
        if !text.starts_with_capital(first) {
            return None;
        }
        let place = lexicon().place(&text.phrase(first..end))?;
        let is_of_state = matches!(place, Place::Country(_) | Place::Demonym(_));
        is_of_state.then_some(PlaceName { tokens: first..end, place })
    })
}

/// Small words between the capital ones of a name.
const PARTICLES: [&str; 22] = [
    "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
    "ter", "van", "von", "y", "zu",
];

/// The end of the run of name words that begins with token `at`; `at` where there is none.
pub(super) fn name_end(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut to = at;
    // "van Hoorn": a family name may begin with a small word.
    if PARTICLES.contains(&text.word(at)) && is_name_word(text, at + 1, false) && at + 1 < end {
        to += 1;
    }
    let is_particle = |to: usize| {
        to > at
            && (1..=2).any(|length| {
                (to..to + length).all(|word| PARTICLES.contains(&text.word(word)))
                    && is_name_word(text, to + length, false)
            })
    };
    while to < end && to - at < 7 && (is_name_word(text, to, to == at) || is_particle(to)) {
        to += 1;
    }
    to
}

/// Whether token `at` can be a word of a name.
fn is_name_word(text: &Text<'_>, at: usize, is_first: bool) -> bool {
    let word = text.word(at);
    // "al-Masri" is a capital word for all its small article.
    let has_article = word.split_once('-').is_some_and(|(article, rest)| {
        matches!(article, "al" | "el" | "ad" | "as" | "ar" | "an" | "ben" | "bin")
            && rest.starts_with(char::is_uppercase)
    });
    if text.kind(at) != Some(TokenKind::Word) || !(word.starts_with(char::is_uppercase) || has_article) {
        return false;
    }
    // "May" and "April" are names of people too, but only where the name begins with them.
    let is_date = is_weekday(word) || (is_month(word) && !is_first);
    let is_demonym = matches!(lexicon().place(word), Some(Place::Demonym(_)));
    // "M." is an honorific before a French name and an initial inside an American one.
    let is_title = is_first && lexicon().is_honorific(word);
    !(is_date || is_demonym || is_title || is_function_word(word))
}

/// Words that are written with a capital only where a sentence begins.
pub(super) fn is_function_word(word: &str) -> bool {
    const WORDS: [&str; 92] = [
        "A",
        "About",
        "According",
        "After",
        "Again",
        "All",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "Any",
        "As",
        "Asked",
        "At",
        "Before",
        "Both",
        "But",
        "By",
        "During",
        "Each",
        "Earlier",
        "Every",
        "Following",
        "For",
        "From",
        "Given",
        "Good",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "My",
        "Neither",
        "Next",
        "No",
        "Nor",
        "Not",
        "Now",
        "Of",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Our",
        "Over",
        "She",
        "Since",
        "So",
        "Some",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "Thus",
        "To",
        "Today",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "While",
        "Who",
        "With",
        "Yes",
        "You",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// All titled and honored names of the text, and names that an office follows, in order. Quotations are left out.
pub(super) fn titled_names(text: &Text<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for passage in &text.passages {
        let Range { start, end } = passage.tokens.clone();
        let mut at = start;
        while at < end && !passage.spoken {
            if let Some(organization) = named_body(text, at, end) {
                at = organization.end;
                continue;
            }
            let title = text.is_outside_quotations(at).then(|| title_at(text, at, start, end)).flatten();
            let after_title = title.as_ref().map_or(at + 1, |title| title.phrase.end.max(at + 1));
            let name = titled_name_at(text, at, title, start, end);
            at = name.as_ref().map_or(after_title, |name| name.tokens.end);
            names.extend(name);
        }
    }
    names
}

/// The organization or meeting of several words that begins with token `at`, unless it is whose title follows: "NATO
/// Secretary General".
fn named_body(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let (tokens, _) = organization_at(text, at, end).filter(|(tokens, _)| tokens.len() > 1)?;
    let is_title = (tokens.start..tokens.end)
        .any(|first| title_at(text, first, at, end).is_some_and(|title| title.phrase.end > tokens.end));
    (!is_title && lexicon().office(&text.phrase(tokens.clone())).is_none()).then_some(tokens)
}

/// The name that begins with token `at`, or with the title that does.
fn titled_name_at(text: &Text<'_>, at: usize, title: Option<Title>, start: usize, end: usize) -> Option<Name> {
    if !text.is_outside_quotations(at) {
        return None;
    }
    if let Some(title) = title {
        let mut first = title.phrase.end;
        let honorific =
            (text.kind(first) == Some(TokenKind::Word) && lexicon().is_honorific(text.word(first))).then_some(first);
        first += usize::from(honorific.is_some());
        let last = name_end(text, first, end);
        // A title of lower-case letters names nobody at a sentence's end: "met the president. Lee said".
        if last > first {
            let title = with_country_after(text, title, last, end);
            let country_end =
                title.country.as_ref().filter(|place| place.tokens.start >= last).map(|place| place.tokens.end);
            let phrase = title.phrase.start..country_end.unwrap_or(last);
            return Some(Name { tokens: first..last, phrase, title: Some(title), honorific });
        }
        return None;
    }
    if lexicon().is_honorific(text.word(at)) {
        let mut first = at + 1;
        while text.kind(first) == Some(TokenKind::Word) && lexicon().is_honorific(text.word(first)) {
            first += 1;
        }
        let last = name_end(text, first, end);
        return (last > first).then(|| Name {
            tokens: first..last,
            phrase: at..last,
            title: title_after(text, last, start, end),
            honorific: Some(first - 1),
        });
    }
    let last = name_end(text, at, end);
    if last < at + 2 || place_at(text, at, end).is_some() || organization_at(text, at, end).is_some() {
        return None;
    }
    let title = title_after(text, last, start, end)?;
    Some(Name { tokens: at..last, phrase: at..last, title: Some(title), honorific: None })
}

/// "Prime Minister Moana Thornbury of New Zealand": the country after the name.
fn with_country_after(text: &Text<'_>, mut title: Title, after: usize, end: usize) -> Title {
    if title.country.is_none() && text.is(after, "of") {
        title.country = state_at(text, after + 1, end).filter(|place| matches!(place.place, Place::Country(_)));
    }
    title
}

/// The office after a name and a comma: ", Prime Minister of Japan,", ", a senior ministry official,".
fn title_after(text: &Text<'_>, after: usize, start: usize, end: usize) -> Option<Title> {
    if !text.is(after, ",") {
        return None;
    }
    let mut at = after + 1;
    if text.is_any(at, &["a", "an", "the"]) {
        at += 1;
    }
    // Up to three words may stand before the title proper: its country, its rank.
    let first = (at..end.min(at + 4)).find(|&from| {
        (at..from).all(|word| {
            TITLE_MODIFIERS.contains(&text.word(word))
                || text.starts_with_capital(word)
                || text.kind(word) == Some(TokenKind::Possessive)
        }) && title_at(text, from, at.max(start), end).is_some()
    })?;
    let title = title_at(text, first, at.max(start), end)?;
    // ", President Kim said" begins a clause with another person.
    let names_other = name_end(text, title.phrase.end, end) > title.phrase.end;
    let begins_well = title.phrase.start == at;
    (begins_well && !names_other).then_some(title)
}

/// The countries that a word such as "Korea-Canada" joins.
pub(super) fn joined_countries(text: &Text<'_>, at: usize) -> Vec<PlaceName> {
    let word = text.word(at);
    let parts: Vec<&str> = word.split(['-', '–']).collect();
    let places: Vec<Place> = parts.iter().filter_map(|part| lexicon().place(part)).collect();
    let all = parts.len() > 1
        && places.len() == parts.len()
        && places.iter().all(|place| matches!(place, Place::Country(_) | Place::Demonym(_)));
    if all { places.into_iter().map(|place| PlaceName { tokens: at..at + 1, place }).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests;
