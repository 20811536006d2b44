//! Names and offices as they are written: titles, honorifics, and the capital words after them.

use std::ops::Range;

use rapporteur_model::{BlockKind, Country, OfficeClass};

use super::{
    lexicon::{Lexicon, Organization, PhraseSort, Place, lexicon},
    text::{Text, TokenKind},
    times::{is_month, is_weekday},
    traits::Trait,
};

/// A phrase of the atlas in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceName {
    pub(super) tokens: Range<usize>,
    pub(super) place: Place,
}

impl PlaceName {
    pub(super) fn country(&self) -> Country {
        self.place.country()
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

/// The place that the words from token `at` on name.
pub(super) fn place_at(text: &Text<'_>, at: usize, end: usize) -> Option<PlaceName> {
    text.place_at(at, end).map(|(tokens, place)| PlaceName { tokens, place })
}

/// The organization or recurring meeting that the words from token `at` on name.
pub(super) fn organization_at(text: &Text<'_>, at: usize, end: usize) -> Option<(Range<usize>, Organization)> {
    text.organization_at(at, end)
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
    let (core, class) = text.office_at(at, end)?;
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
    // "North Korean leader Kim": a leader of a state, whatever the office is called.
    let class = match country {
        Some(_) if text.is_any(tokens.start, &["leader"]) && tokens.len() == 1 => OfficeClass::HeadOfState,
        _ => class,
    };
    let is_head = matches!(class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
    let leads_body = of_states.is_some() || leads_other_body(text, &tokens, &phrase, start);
    let class = if is_head && leads_body { OfficeClass::OrganizationHead } else { class };
    // "Council of Europe Secretary General": whose office it is belongs to the phrase.
    if phrase.start == tokens.start {
        let bodies = start.max(tokens.start.saturating_sub(6))..tokens.start;
        let body = bodies.into_iter().find(|&first| {
            organization_at(text, first, tokens.start).is_some_and(|(body, _)| body.end == tokens.start)
        });
        phrase.start = body.unwrap_or(
            phrase.start - usize::from(is_head && of_states.is_none() && leads_body && !text.is(tokens.end, "of")),
        );
    }
    // An ambassador to a country is not that country's; "invited the president to Kenya" names no ambassador.
    let is_sent = class == OfficeClass::Ambassador && text.is(tokens.end, "to");
    if (text.is(tokens.end, "of") || is_sent)
        && let Some(place) = state_at(text, tokens.end + 1, end)
    {
        phrase.end = place.tokens.end;
        if !is_sent && country.is_none() {
            country = Some(place);
        }
    }
    let union = of_union(text, &tokens);
    let of_states = of_states.unwrap_or(false) || union.is_some();
    Some(Title { tokens, class, of_states, country: country.or(union), phrase })
}

/// The Union whose title "President of the European Commission" is: the body of it that the title names.
fn of_union(text: &Text<'_>, title: &Range<usize>) -> Option<PlaceName> {
    const BODIES: [&str; 2] = ["Commission", "Council"];
    let place = lexicon().place("EU")?;
    let of_body =
        title.clone().find(|&at| text.is(at, "EU") && at + 1 < title.end && BODIES.contains(&text.word(at + 1)));
    if let Some(first) = of_body {
        return Some(PlaceName { tokens: first..first + 1, place });
    }
    if text.is(title.start, "EU") && title.len() == 2 && text.is_any(title.start + 1, &["chief"]) {
        return Some(PlaceName { tokens: title.start..title.start + 1, place });
    }
    let first = title
        .clone()
        .find(|&at| text.is(at, "European") && at + 1 < title.end && BODIES.contains(&text.word(at + 1)))?;
    Some(PlaceName { tokens: first..first + 2, place })
}

/// Whether a title is that of a body which no file lists: "Orchard Steel President", "president of the Harbor Club",
/// "president of the smelting group".
fn leads_other_body(text: &Text<'_>, title: &Range<usize>, phrase: &Range<usize>, start: usize) -> bool {
    const STATES: [&str; 12] = [
        "Confederation",
        "Council",
        "Government",
        "Presidency",
        "Republic",
        "State",
        "Union",
        "country",
        "island",
        "nation",
        "republic",
        "state",
    ];
    // What the title goes on with: within its own words, or behind them.
    let of = title.clone().find(|&at| text.is(at, "of")).unwrap_or(title.end);
    if text.is(of, "of") {
        let has_article = text.is_any(of + 1, &["a", "an", "its", "the"]);
        let named = of + 1 + usize::from(has_article);
        let is_state = (named..named + 3).any(|at| STATES.contains(&text.word(at)));
        let is_group = has_article && text.word(named).starts_with(char::is_lowercase);
        return !is_state && (is_group || of < title.end);
    }
    let is_bare = phrase.start == title.start && text.starts_with_capital(title.start);
    let Some(before) = title.start.checked_sub(1).filter(|&before| is_bare && before > start) else { return false };
    let is_headline =
        text.passages.get(text.passage_of(before)).is_none_or(|passage| passage.kind != BlockKind::Paragraph);
    let opens_sentence =
        text.sentences.get(text.sentence_of(before)).is_none_or(|sentence| sentence.tokens.start == before);
    !is_headline
        && !opens_sentence
        && text.has(before, Trait::FirstOfName)
        && lexicon().place(text.word(before)).is_none()
        && lexicon().office(text.word(before)).is_none()
        && !ends_place(text, before, start)
        && !STANDING.contains(&text.lower(before).as_str())
}

/// Words before a title that say how its holder stands to the office.
const STANDING: [&str; 15] = [
    "acting",
    "caretaker",
    "current",
    "elected",
    "ex",
    "former",
    "incoming",
    "incumbent",
    "interim",
    "late",
    "new",
    "outgoing",
    "then",
    "transitional",
    "visiting",
];

/// Whether the office that a phrase beginning with token `at` names is one that its holder has left.
fn is_former(text: &Text<'_>, at: usize, start: usize) -> bool {
    // "and then President Roy" only tells what came next.
    let comes_next = || at < start + 2 || text.is_any(at - 2, &[",", "and", "but"]);
    at > start
        && (text.is_any(at - 1, &["ex", "former", "late", "onetime"])
            || (text.is_any(at - 1, &["then"]) && !comes_next()))
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
    while text.starts_with_capital(name) && name < first + 3 && lexicon().place(&text.words(first..name + 1)).is_none()
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
            && !is_small_word_in_capitals(text.word(before))
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
        let has_portfolio = is_portfolio(text.word(first));
        while last < end
            && text.kind(last) == Some(TokenKind::Word)
            && (!has_portfolio || text.is(last, "and") || is_portfolio(text.word(last)))
            && (text.starts_with_capital(last)
                || (text.is(last, "and") && last > first && text.starts_with_capital(last + 1)))
        {
            last += 1;
        }
        // "president of the Almaty Alpine Club" is no president of Almaty.
        let names_place = state_at(text, core.end + 1, end).is_some_and(|place| {
            place.tokens.end >= last || !matches!(place.place, Place::City(_) | Place::Region { .. })
        });
        let names_office = text.is_any(to, &["to"]) && text.office_at(first, end).is_some();
        if last > first && !names_place && (names_office || text.is_any(to, &["for", "of"])) {
            to = last;
        }
    }
    from..to
}

/// Whether a word is what a ministry is for, as the offices know it: "Energy", so that the name behind it is none of its
/// words.
fn is_portfolio(word: &str) -> bool {
    matches!(word, "Affairs" | "Cooperation" | "Relations" | "Security")
        || (word.starts_with(char::is_uppercase)
            && word != "Prime"
            && lexicon().office(&format!("{word} Minister")).is_some())
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
    (start.max(last.saturating_sub(3))..last).any(|first| {
        text.opening(first).can_be(PhraseSort::Place) && lexicon().place(&text.words(first..last + 1)).is_some()
    })
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
        let opening = text.opening(first);
        let can_be = opening.can_be(PhraseSort::Place) || opening.can_be(PhraseSort::Seat);
        if !can_be || !text.starts_with_capital(first) {
            return None;
        }
        let words = text.words(first..end);
        // "Kremlin spokesman": the seat of a government stands for its state.
        let place = lexicon().place(&words).or_else(|| lexicon().seat(&words).map(Place::Country))?;
        let is_of_state = matches!(place, Place::Country(_) | Place::Demonym(_));
        is_of_state.then_some(PlaceName { tokens: first..end, place })
    })
}

/// Small words between the capital ones of a name.
pub(super) const PARTICLES: [&str; 22] = [
    "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
    "ter", "van", "von", "y", "zu",
];

/// The end of the run of name words that begins with token `at`; `at` where there is none.
pub(super) fn name_end(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut to = at;
    // "van Hoorn": a family name may begin with a small word.
    if text.has(at, Trait::Particle) && text.has(at + 1, Trait::InName) && at + 1 < end {
        to += 1;
    } else if !text.has(at, Trait::FirstOfName) {
        return at;
    }
    let is_particle = |to: usize| {
        to > at
            && (1..=2).any(|length| {
                (to..to + length).all(|word| text.has(word, Trait::Particle)) && text.has(to + length, Trait::InName)
            })
    };
    let is_name_word = |to: usize| text.has(to, if to == at { Trait::FirstOfName } else { Trait::InName });
    while to < end && to - at < 7 && (is_name_word(to) || is_particle(to)) && !ends_name(text, to, at) {
        if to > at && is_small_word_in_capitals(text.word(to)) {
            break;
        }
        to += 1;
    }
    to
}

/// Titles of one word that are no family name, as "King" and "Marshal" are.
const TITLES_ONLY: [&str; 10] = [
    "Adviser",
    "Advisor",
    "Ambassador",
    "Chairman",
    "Foreign",
    "Minister",
    "Premier",
    "President",
    "Prime",
    "Spokesman",
];

/// Whether there is an office among capital words.
fn holds_office(text: &Text<'_>, run: &Range<usize>) -> bool {
    run.clone().any(|at| {
        // The run may end inside the office: "Finance" of "Finance Minister".
        let office = text.office_at(at, run.end + 1);
        office.is_some_and(|(words, _)| words.len() > 1 || TITLES_ONLY.contains(&text.word(at)))
    })
}

fn is_in_headline(text: &Text<'_>, at: usize) -> bool {
    text.passages.get(text.passage_of(at)).is_some_and(|passage| passage.kind == BlockKind::Headline)
}

/// Whether a capital word cannot belong to the name that began at token `first`: an office, or the verb of a headline in
/// which every word has a capital.
fn ends_name(text: &Text<'_>, at: usize, first: usize) -> bool {
    (at > first && TITLES_ONLY.contains(&text.word(at)))
        // "by Press Secretary Ann Roy En Route Lima"
        || (text.is(at, "En") && text.is(at + 1, "Route"))
        || ((text.has(at, Trait::Reports) || text.has(at, Trait::ThirdPerson)) && is_in_headline(text, at))
}

/// Whether a word, as printed, has the form of one in a name; whether it is a people's is not looked at.
pub(super) fn is_name_form(word: &str) -> bool {
    // "al-Masri" is a capital word for all its small article.
    let has_article = || {
        word.split_once('-').is_some_and(|(article, rest)| {
            matches!(article, "al" | "el" | "ad" | "as" | "ar" | "an" | "ben" | "bin")
                && rest.starts_with(char::is_uppercase)
        })
    };
    (word.starts_with(char::is_uppercase) || has_article())
        && !(is_weekday(word) || is_function_word(word) || COURTESIES.contains(&word))
}

/// Whether a word that has the form of one in a name can stand behind the first. "May" and "April" are names of people
/// too, but only where the name begins with them.
pub(super) fn can_follow(word: &str) -> bool {
    !is_month(word)
}

/// Whether a heading in capitals goes on with the word behind a name, or before an office: "BY PRESS SECRETARY ANN ROY EN
/// ROUTE LIMA".
fn is_small_word_in_capitals(word: &str) -> bool {
    const WORDS: [&str; 16] = [
        "ABOARD",
        "AFTER",
        "AND",
        "AT",
        "BEFORE",
        "BY",
        "DURING",
        "EN",
        "FOLLOWING",
        "FOR",
        "FROM",
        "IN",
        "OF",
        "ON",
        "TO",
        "WITH",
    ];
    WORDS.contains(&word)
}

/// Words that are written with a capital only where a sentence begins.
pub(super) fn is_function_word(word: &str) -> bool {
    const WORDS: [&str; 93] = [
        "A",
        "Aboard",
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
        while at < end {
            if !text.has(at, Trait::OpensPerson) {
                at += 1;
                continue;
            }
            if let Some(organization) = named_body(text, at, end) {
                at = organization.end;
                continue;
            }
            if let Some(several) = names_of_offices(text, at, end).or_else(|| names_of_one_office(text, at, end)) {
                at = several.last().map_or(at + 1, |name| name.tokens.end);
                names.extend(several);
                continue;
            }
            // A title takes no words of the name before it.
            let start = names.last().map_or(start, |name| name.tokens.end.max(start));
            let title = text.is_outside_quotations(at).then(|| title_at(text, at, start, end)).flatten();
            let after_title = title.as_ref().map_or(at + 1, |title| title.phrase.end.max(at + 1));
            let name = counterpart_named_at(text, at, end, &names)
                .or_else(|| countrys_name_at(text, at, end))
                .or_else(|| titled_name_at(text, at, title, start, end));
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
    (!is_title && lexicon().office(&text.words(tokens.clone())).is_none()).then_some(tokens)
}

/// The name that begins with token `at`, or with the title that does.
fn titled_name_at(text: &Text<'_>, at: usize, title: Option<Title>, start: usize, end: usize) -> Option<Name> {
    if !text.is_outside_quotations(at) {
        return None;
    }
    if let Some(title) = title {
        let (first, honorific) = after_honorifics(text, title.phrase.end);
        let last = name_end(text, first, end);
        // "Deputy Finance Minister Roy": the title of whose name that is comes later; "Central Committee" is nobody.
        let is_body = last > first + 1 && (first..last).all(|at| NO_PERSON.binary_search(&text.word(at)).is_ok())
            || last == first + 1 && text.is_any(first, &["committee", "council", "house", "office", "secretariat"]);
        if is_body || holds_office(text, &(first..last)) {
            return None;
        }
        // A title of lower-case letters names nobody at a sentence's end: "met the president. Lee said".
        if last > first {
            let title = with_country_after(text, title, last, end);
            let country_end = title.country.as_ref().filter(|place| place.tokens.start >= last && text.is(last, "of"));
            let country_end = country_end.map(|place| place.tokens.end);
            let has_left = is_former(text, title.phrase.start, start);
            let from = owner_start(text, title.phrase.start - usize::from(has_left), start);
            let phrase = from..country_end.unwrap_or(last);
            return Some(Name { tokens: first..last, phrase, title: (!has_left).then_some(title), honorific });
        }
        return named_behind_comma(text, title, start, end);
    }
    let (first, honorific) = after_honorifics(text, at);
    if honorific.is_some() {
        let last = name_end(text, first, end);
        // "His Majesty King Faris": the title comes behind the rank.
        if courtesy_at(text, at) == Some(first) && title_at(text, first, first, end).is_some() {
            return None;
        }
        // "Mr. President", "Madam Chancellor": no name, but how somebody is spoken to.
        let is_address = last == first + 1 && lexicon().office(text.word(first)).is_some();
        return (last > first && !is_address).then(|| Name {
            tokens: first..last,
            phrase: at..last,
            title: title_after(text, last, start, end),
            honorific,
        });
    }
    let last = name_end(text, at, end);
    if last < at + 2 || !can_be_person(text, at..last, end) {
        return None;
    }
    let title = title_after(text, last, start, end)?;
    Some(Name { tokens: at..last, phrase: at..last, title: Some(title), honorific: None })
}

/// Where a title's phrase begins with whose its holder is: "her adviser Jo Bell".
fn owner_start(text: &Text<'_>, at: usize, start: usize) -> usize {
    if at > start && text.is_any(at - 1, &["her", "his", "their"]) {
        return at - 1;
    }
    if let Some(and) = at.checked_sub(1).filter(|&and| and > start && text.is(and, "and")) {
        return other_office_before(text, and, start).unwrap_or(at);
    }
    courtesy_before(text, at, start).unwrap_or(at)
}

/// Where the office of a party begins that "and" at token `and` joins to one of state: "General Secretary and President".
fn other_office_before(text: &Text<'_>, and: usize, start: usize) -> Option<usize> {
    let is_office = |first: &usize| {
        text.starts_with_capital(*first)
            && (text.is(and - 1, "Secretary") || text.is(and - 1, "Chairman"))
            && lexicon().office(&text.words(*first..and)).is_some()
    };
    let first = (start.max(and.saturating_sub(4))..and).find(is_office)?;
    let is_anothers = first > start && (text.is_any(first - 1, &["the"]) || text.starts_with_capital(first - 1));
    (!is_anothers).then_some(first)
}

/// The first token that is no honorific from token `at` on, and the last honorific.
fn after_honorifics(text: &Text<'_>, at: usize) -> (usize, Option<usize>) {
    let mut first = at;
    let mut honorific = None;
    while first < at + 12 && text.kind(first) == Some(TokenKind::Word) {
        // "MS. ROY": a transcript's label has its stop beside the capitals.
        let in_capitals = || text.is(first + 1, ".") && lexicon().is_honorific(&format!("{}.", text.word(first)));
        let (last, next) = match courtesy_at(text, first) {
            Some(end) => (end - 1, end),
            None if in_capitals() => (first, first + 2),
            None if text.has(first, Trait::Honorific) => (first, first + 1),
            None => break,
        };
        if place_at(text, first, first + 2).is_some() {
            break;
        }
        honorific = Some(last);
        first = next;
    }
    (first, honorific)
}

/// Nouns of rank that a monarch or a president is called by: "His Majesty", "Her Royal Highness", "His Excellency".
const COURTESIES: [&str; 3] = ["Excellency", "Highness", "Majesty"];

/// Where "His Royal Highness" ends, if it begins with token `at`.
pub(super) fn courtesy_at(text: &Text<'_>, at: usize) -> Option<usize> {
    let owned = text.is_any(at, &["her", "his"]) && text.is_outside_quotations(at);
    let noun = (at + 1..at + 4).take_while(|&noun| text.starts_with_capital(noun));
    noun.into_iter().find(|&noun| COURTESIES.contains(&text.word(noun))).filter(|_| owned).map(|noun| noun + 1)
}

/// Where the words of rank directly before token `at` begin, if there are any.
fn courtesy_before(text: &Text<'_>, at: usize, start: usize) -> Option<usize> {
    (start.max(at.saturating_sub(4))..at).find(|&first| courtesy_at(text, first) == Some(at))
}

/// "the Prime Minister of Japan, Ann Roy, ...": the name behind an office and a comma. It is a full one, and no verb
/// follows it, so that "told the president, Ann Roy said" names another person.
fn named_behind_comma(text: &Text<'_>, title: Title, start: usize, end: usize) -> Option<Name> {
    let comma = title.phrase.end;
    let has_left = is_former(text, title.phrase.start, start);
    let mut from = title.phrase.start - usize::from(has_left);
    if from > start && text.is_any(from - 1, &["her", "his", "the", "their"]) {
        from -= 1;
    }
    // A list of "Ann Roy, Foreign Minister, Jo Bell, Ambassador" has the offices behind the names.
    let has_owner = from > start && text.kind(from - 1) == Some(TokenKind::Possessive);
    if has_owner && from >= start + 2 {
        // "Roy's spokesman, Jo Bell", "the network's chairwoman, Jo Bell"
        from -= 2;
        from -= usize::from(from > start && text.is_any(from - 1, &["the"]));
    }
    let is_office = from < title.tokens.start || has_owner;
    if !text.is(comma, ",") || !is_office || !text.is_outside_quotations(comma + 1) {
        return None;
    }
    let (first, honorific) = after_honorifics(text, comma + 1);
    let last = name_end(text, first, end);
    let is_full = last >= first + 2 || (honorific.is_some() && last > first);
    let ends_well = last >= end || text.kind(last) != Some(TokenKind::Word) || !text.has(last, Trait::FiniteVerb);
    // "The Kazakh leader, Ann Roy" may be a climber; "Kazakhstan's leader" is not.
    let is_any_leader = text.is(title.tokens.start, "leader")
        && title.tokens.start.checked_sub(1).and_then(|at| text.kind(at)) != Some(TokenKind::Possessive);
    (is_full && ends_well && can_be_person(text, first..last, end)).then(|| Name {
        tokens: first..last,
        phrase: from..last,
        title: (!has_left && !is_any_leader).then_some(title),
        honorific,
    })
}

/// "her Togolese counterpart" from token `at` on, "Togolese counterpart", "her counterpart from Togo": where the words
/// end, and the place.
pub(super) fn counterpart_at(text: &Text<'_>, at: usize, end: usize) -> Option<(usize, PlaceName)> {
    let noun_end = |noun: usize| {
        if noun >= end {
            None
        } else if text.is_any(noun, &["colleague", "counterpart", "homologue"]) {
            Some(noun + 1)
        } else {
            (text.is(noun, "opposite") && text.is(noun + 1, "number")).then_some(noun + 2)
        }
    };
    if !text.is_outside_quotations(at) {
        return None;
    }
    if !text.is_any(at, &["her", "his", "its", "their"]) {
        // "and Togolese counterpart Ann Roy"; a colleague without an owner may be anybody's.
        let place = place_at(text, at, end)?;
        let last = noun_end(place.tokens.end).filter(|&last| !text.is(last - 1, "colleague"))?;
        return Some((last, place));
    }
    let mut first = at + 1;
    if STANDING.contains(&text.word(first)) {
        first += 1;
    }
    if let Some(last) = noun_end(first) {
        let place = state_at(text, last + 1, end).filter(|_| text.is_any(last, &["from", "in", "of"]))?;
        return Some((place.tokens.end, place));
    }
    let place = place_at(text, first, end)?;
    Some((noun_end(place.tokens.end)?, place))
}

/// "her Togolese counterpart, Ann Roy": who holds over there the office that was named last.
fn counterpart_named_at(text: &Text<'_>, at: usize, end: usize, before: &[Name]) -> Option<Name> {
    let (noun_end, place) = counterpart_at(text, at, end)?;
    let comma = usize::from(text.is(noun_end, ","));
    let (first, honorific) = after_honorifics(text, noun_end + comma);
    let last = name_end(text, first, end);
    if last <= first + comma || !can_be_person(text, first..last, end) {
        return None;
    }
    // Whose counterpart it is the sentence says: "Roy met his Kenyan counterpart" after other names.
    let sentence = text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
    let owner = (sentence.max(at.saturating_sub(40))..at).rev().find_map(|token| {
        let is_family = |name: &&Name| text.is(token, text.word(name.tokens.end - 1));
        let named = || before.iter().rev().take(64).filter(|name| name.title.is_some()).find(is_family);
        office_described(text, token, sentence, at, before).or_else(|| named()?.title.clone())
    });
    // Nobody is the counterpart of a spokesman.
    let has_counterpart = |title: &&Title| {
        matches!(
            title.class,
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment | OfficeClass::DeputyHead | OfficeClass::Minister
        )
    };
    let recent = before.iter().rev().take(8).filter_map(|name| name.title.as_ref());
    let leads = |title: &&Title| matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
    let other = |title: &&Title| title.class != OfficeClass::OrganizationHead;
    let office = owner
        .as_ref()
        .filter(other)
        .or_else(|| recent.clone().find(has_counterpart))
        .or_else(|| recent.clone().find(other))
        .or_else(|| recent.clone().find(leads));
    let title = office.map(|office| Title {
        country: Some(place.clone()),
        phrase: at..noun_end,
        of_states: false,
        ..office.clone()
    });
    Some(Name { tokens: first..last, phrase: at..last, title, honorific })
}

/// The office that "the Prime Minister" or "the Kenyan leader" at token `at` tells of its holder.
fn office_described(text: &Text<'_>, at: usize, start: usize, end: usize, before: &[Name]) -> Option<Title> {
    let is_leader = text.is(at, "leader");
    let is_title = is_leader
        || lexicon().office(text.word(at)).is_some()
        || at + 1 < end && lexicon().office(&text.words(at..at + 2)).is_some();
    let title = title_at(text, at, start, end).filter(|_| is_title)?;
    let leads = |title: &Title| matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
    if !leads(&title) {
        return None;
    }
    if !is_leader {
        return Some(title);
    }
    let country = title.country.as_ref().map(PlaceName::country)?;
    let of_country = |title: &&Title| leads(title) && title.country.as_ref().map(PlaceName::country) == Some(country);
    before.iter().rev().take(64).filter_map(|name| name.title.as_ref()).find(of_country).cloned()
}

/// "the presidents of Kenya and Peru" from token `at` on: where the words end, and the office once for each country.
pub(super) fn offices_at(text: &Text<'_>, at: usize, end: usize) -> Option<(usize, Vec<Title>)> {
    if !text.is_any(at, &["the"]) || !text.is_outside_quotations(at) {
        return None;
    }
    let noun = (at + 1..end.min(at + 4)).find(|&noun| text.is(noun + 1, "of"))?;
    let title = text.words(at + 1..noun + 1);
    let class = match title.strip_suffix('s')? {
        "leader" => OfficeClass::HeadOfState,
        one => lexicon().office(one)?,
    };
    let mut places: Vec<PlaceName> = Vec::new();
    let mut next = noun + 2;
    while let Some(place) = state_at(text, next, end).filter(|place| matches!(place.place, Place::Country(_))) {
        next = place.tokens.end;
        places.push(place);
        let joins = usize::from(text.is(next, ",")) + usize::from(text.is_any(next, &["and"]));
        let joins = if text.is(next, ",") && text.is(next + 1, "and") { 2 } else { joins };
        if joins == 0 || state_at(text, next + joins, end).is_none() {
            break;
        }
        next += joins;
    }
    let last = places.last()?.tokens.end;
    let office = |place: PlaceName| Title {
        tokens: at + 1..noun + 1,
        class,
        of_states: false,
        country: Some(place),
        phrase: at..last,
    };
    (places.len() > 1).then(|| (last, places.into_iter().map(office).collect()))
}

/// "the presidents of Kenya and Peru, Ann Roy and Jo Bell": as many names as offices.
fn names_of_offices(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<Name>> {
    if let Some(names) = names_beside_countries(text, at, end) {
        return Some(names);
    }
    let (comma, titles) = offices_at(text, at, end)?;
    let mut next = comma;
    let mut names = Vec::new();
    for title in titles {
        let joins = usize::from(text.is(next, ",")) + usize::from(text.is(next, "and") || text.is(next + 1, "and"));
        let (first, honorific) = after_honorifics(text, next + joins);
        let last = name_end(text, first, end);
        if joins == 0 || last < first + 2 || !can_be_person(text, first..last, end) {
            return None;
        }
        names.push(Name { tokens: first..last, phrase: next + joins..last, title: Some(title), honorific });
        next = last;
    }
    Some(names)
}

/// "the presidents of Kenya, Ann Roy, and of Peru, Jo Bell": each name behind its country.
fn names_beside_countries(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<Name>> {
    if !text.is_any(at, &["the"]) || !text.is_outside_quotations(at) {
        return None;
    }
    let (of, class) = plural_office(text, at + 1, end).filter(|&(of, _)| text.is(of, "of"))?;
    let title = at + 1..of;
    let mut next = of + 1;
    let mut names: Vec<Name> = Vec::new();
    while names.len() < 16 {
        let place = state_at(text, next, end).filter(|place| matches!(place.place, Place::Country(_)))?;
        let opens = place.tokens.end;
        if !text.is_any(opens, &["(", ","]) {
            return None;
        }
        let (first, honorific) = after_honorifics(text, opens + 1);
        let last = name_end(text, first, end);
        if last < first + 2 || !can_be_person(text, first..last, end) {
            return None;
        }
        let office = Title { tokens: title.clone(), class, of_states: false, country: Some(place), phrase: at..last };
        names.push(Name {
            tokens: first..last,
            phrase: next_start(honorific, first)..last,
            title: Some(office),
            honorific,
        });
        next = last + usize::from(text.is(last, ")"));
        next += usize::from(text.is(next, ","));
        next += usize::from(text.is_any(next, &["and"]));
        next += usize::from(text.is(next, "of"));
        let goes_on =
            next > last && state_at(text, next, end).is_some_and(|place| text.is_any(place.tokens.end, &["(", ","]));
        if !goes_on {
            break;
        }
    }
    (names.len() > 1).then_some(names)
}

/// The office that a plural from token `at` on names, and where it ends: "presidents", "Prime Ministers", "leaders".
fn plural_office(text: &Text<'_>, at: usize, end: usize) -> Option<(usize, OfficeClass)> {
    let can_be = text.opening(at).can_be(PhraseSort::Office);
    let is_plural = |last: &usize| text.word(last - 1).ends_with(['s', 'S']);
    // Where it has several words, the first stands as the lexicon has it.
    (at + 1..=end.min(at + 3)).rev().filter(|last| is_plural(last) && (can_be || *last == at + 1)).find_map(|last| {
        let words = text.lower_words(at..last);
        let class = match words.strip_suffix('s')? {
            "leader" => OfficeClass::HeadOfState,
            one => lexicon().office(one)?,
        };
        let counts = matches!(
            class,
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment | OfficeClass::DeputyHead | OfficeClass::Minister
        );
        counts.then_some((last, class))
    })
}

/// "Presidents Ann Roy of Kenya and Jo Bell of Peru": names that share the office before them.
fn names_of_one_office(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<Name>> {
    if !text.starts_with_capital(at) || !text.is_outside_quotations(at) {
        return None;
    }
    let (mut next, class) = plural_office(text, at, end).filter(|_| !text.is_any(at, &["leaders"]))?;
    let title = at..next;
    let mut names: Vec<Name> = Vec::new();
    while names.len() < 8 {
        let (first, honorific) = after_honorifics(text, next);
        let last = name_end(text, first, end);
        // "Rosario Roy" is no city.
        let is_city = place_at(text, first, end)
            .is_some_and(|place| matches!(place.place, Place::City(_)) && place.tokens.end == first + 1);
        let checked = first + usize::from(is_city && last > first + 1);
        if last <= first || !can_be_person(text, checked..last, end) {
            break;
        }
        let office = Title { tokens: title.clone(), class, of_states: false, country: None, phrase: title.clone() };
        let office = with_country_after(text, office, last, end);
        next = office.country.as_ref().map_or(last, |place| place.tokens.end);
        let is_bracketed = text.is(last, "(") && text.is(next, ")");
        let to = if is_bracketed { last } else { next };
        next += usize::from(is_bracketed);
        names.push(Name {
            tokens: first..last,
            phrase: next_start(honorific, first)..to,
            title: Some(office),
            honorific,
        });
        let has_comma = text.is(next, ",");
        let joins = usize::from(has_comma) + usize::from(text.is_any(next + usize::from(has_comma), &["and"]));
        if joins == 0 {
            break;
        }
        next += joins;
    }
    (names.len() > 1).then_some(names)
}

/// Where a name begins with its honorific, if it has one directly before it.
fn next_start(honorific: Option<usize>, first: usize) -> usize {
    honorific.filter(|at| at + 1 == first).unwrap_or(first)
}

/// "Slovak, Hungarian and Austrian presidents" from token `at` on: the office once for each country, with the words of
/// each.
pub(super) fn joined_offices_at(text: &Text<'_>, at: usize, end: usize) -> Option<Vec<Title>> {
    if !text.is_outside_quotations(at) {
        return None;
    }
    let is_of_people = |place: &PlaceName| matches!(place.place, Place::Demonym(_) | Place::Country(_));
    let mut places = vec![place_at(text, at, end).filter(is_of_people)?];
    let mut next = places[0].tokens.end;
    while places.len() < 16 {
        let has_comma = text.is(next, ",");
        let joins = usize::from(has_comma) + usize::from(text.is_any(next + usize::from(has_comma), &["and"]));
        let Some(place) = place_at(text, next + joins, end).filter(|place| joins > 0 && is_of_people(place)) else {
            break;
        };
        next = place.tokens.end;
        places.push(place);
    }
    let (last, class) = plural_office(text, next, end).filter(|_| places.len() > 1)?;
    let count = places.len();
    let office = |(index, place): (usize, PlaceName)| {
        let to = if index + 1 == count { last } else { place.tokens.end };
        Title { tokens: next..last, class, of_states: false, phrase: place.tokens.start..to, country: Some(place) }
    };
    Some(places.into_iter().enumerate().map(office).collect())
}

/// "Kenya's Otieno Wafula": a full name behind its country.
fn countrys_name_at(text: &Text<'_>, at: usize, end: usize) -> Option<Name> {
    let place = place_at(text, at, end).filter(|place| matches!(place.place, Place::Country(_)))?;
    let first = place.tokens.end + 1;
    if text.kind(place.tokens.end) != Some(TokenKind::Possessive) || !text.is_outside_quotations(at) {
        return None;
    }
    let last = name_end(text, first, end);
    let goes_on = text.is_any(last, &[",", "and"]) || text.has(last, Trait::FiniteVerb);
    // "Germany's Chancellor Anna Lee" has an office, which is read elsewhere.
    let has_office = lexicon().office(text.word(first)).is_some();
    let is_name = (2..=4).contains(&(last - first)) && goes_on && !has_office && can_be_person(text, first..last, end);
    is_name.then_some(Name { tokens: first..last, phrase: place.tokens.start..last, title: None, honorific: None })
}

/// Words that name a body, a place or a thing that was given a name, and stand in no name of a person.
const NO_PERSON: [&str; 143] = [
    "Academy",
    "Act",
    "Administration",
    "Affairs",
    "Agency",
    "Agreement",
    "Airlines",
    "Airport",
    "Alliance",
    "Army",
    "Assembly",
    "Association",
    "Authority",
    "Avenue",
    "Bank",
    "Base",
    "Bay",
    "Beach",
    "Board",
    "Bridge",
    "Bureau",
    "Cabinet",
    "Camp",
    "Cathedral",
    "Center",
    "Central",
    "Centre",
    "Chamber",
    "Church",
    "Club",
    "College",
    "Commission",
    "Committee",
    "Company",
    "Conference",
    "Congress",
    "Convention",
    "Corporation",
    "Council",
    "Court",
    "Department",
    "District",
    "Embassy",
    "Energy",
    "Exchange",
    "Federation",
    "Festival",
    "Force",
    "Forces",
    "Forum",
    "Foundation",
    "Front",
    "Fund",
    "Games",
    "Gazette",
    "Government",
    "Group",
    "Gulf",
    "Hall",
    "Harbor",
    "Harbour",
    "Herald",
    "Highway",
    "Holdings",
    "Hospital",
    "Hotel",
    "House",
    "Inc",
    "Industries",
    "Initiative",
    "Institute",
    "International",
    "Island",
    "Islands",
    "Journal",
    "League",
    "Library",
    "Materials",
    "Ministry",
    "Mission",
    "Monastery",
    "Motors",
    "Mount",
    "Mountains",
    "Museum",
    "National",
    "Navy",
    "Network",
    "News",
    "Observatory",
    "Ocean",
    "Office",
    "Organisation",
    "Organization",
    "Pact",
    "Palace",
    "Park",
    "Parliament",
    "Party",
    "Peninsula",
    "Plaza",
    "Police",
    "Post",
    "Press",
    "Prize",
    "Programme",
    "Project",
    "Province",
    "Radio",
    "Railway",
    "Region",
    "Republic",
    "Research",
    "Residence",
    "River",
    "Road",
    "Sea",
    "Secretariat",
    "Senate",
    "Service",
    "Services",
    "Society",
    "Square",
    "Stadium",
    "Station",
    "Strait",
    "Street",
    "Studies",
    "Summit",
    "Supreme",
    "Television",
    "Theatre",
    "Times",
    "Tower",
    "Treasury",
    "Treaty",
    "Tribune",
    "Trust",
    "Union",
    "United",
    "University",
    "Valley",
    "Watch",
];

/// Whether capital words can be a person's name: no place, no organization, no office, and nothing like "Harbor Club".
pub(super) fn can_be_person(text: &Text<'_>, run: Range<usize>, end: usize) -> bool {
    place_at(text, run.start, end).is_none()
        && organization_at(text, run.start, end).is_none()
        && lexicon().seat(&text.words(run.clone())).is_none()
        && run.clone().all(|at| NO_PERSON.binary_search(&text.word(at)).is_err())
        && !holds_office(text, &run)
}

/// "Prime Minister Moana Thornbury of New Zealand": the country after the name.
fn with_country_after(text: &Text<'_>, mut title: Title, after: usize, end: usize) -> Title {
    if title.country.is_none() && text.is_any(after, &["(", "of"]) {
        title.country = state_at(text, after + 1, end)
            .filter(|place| matches!(place.place, Place::Country(_)))
            .filter(|place| text.is(after, "of") || text.is(place.tokens.end, ")"));
    }
    title
}

/// The office after a name and a comma: ", Prime Minister of Japan,", ", a senior ministry official,".
fn title_after(text: &Text<'_>, after: usize, start: usize, end: usize) -> Option<Title> {
    if !text.is(after, ",") {
        return None;
    }
    let mut at = after + 1;
    if text.is_any(at, &["currently", "now", "then"]) {
        at += 1;
    }
    let has_article = text.is_any(at, &["a", "an", "the"]);
    at += usize::from(has_article);
    // Up to three words may stand before the title proper: its country, its rank.
    let first = (at..end.min(at + 4)).find(|&from| {
        (at..from).all(|word| {
            TITLE_MODIFIERS.contains(&text.word(word))
                || text.starts_with_capital(word)
                || text.kind(word) == Some(TokenKind::Possessive)
        }) && title_at(text, from, at.max(start), end).is_some()
    })?;
    let title = title_at(text, first, at.max(start), end)?;
    if text.kind(title.phrase.end) == Some(TokenKind::Possessive) {
        // "the Kenyan president's press secretary": an office under another one.
        let under = title_at(text, title.phrase.end + 1, title.phrase.end + 1, end)?;
        return Some(Title { country: title.country, ..under });
    }
    // ", President Kim said" begins a clause with another person.
    let names_other = name_end(text, title.phrase.end, end) > title.phrase.end;
    // "Ann Roy, Kenyan President Discuss Fish": a headline's list of two.
    let is_listed =
        is_in_headline(text, at) && title.phrase.end < end && text.kind(title.phrase.end) == Some(TokenKind::Word);
    // "a Harbor Steel spokesman" is introduced by its article.
    let begins_well = title.phrase.start == at || has_article;
    (begins_well && !names_other && !is_listed).then_some(title)
}

/// The countries that a word such as "Korea-Canada" joins.
pub(super) fn joined_countries(text: &Text<'_>, at: usize) -> Vec<PlaceName> {
    if !text.has(at, Trait::Joined) {
        return Vec::new();
    }
    let parts: Vec<&str> = text.word(at).split(['-', '–']).collect();
    let places: Vec<Place> = parts.iter().filter_map(|part| lexicon().place(part)).collect();
    let all = parts.len() > 1
        && places.len() == parts.len()
        && places.iter().all(|place| matches!(place, Place::Country(_) | Place::Demonym(_)));
    if all { places.into_iter().map(|place| PlaceName { tokens: at..at + 1, place }).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests;
