//! What gave the occasion: the event that the leaders had come for, and where that was.

use std::{collections::HashSet, ops::Range};

use rapporteur_model::Status;

use super::{
    SummitFound, gathering,
    places::{self, Atlas, Place},
    vocabulary,
};
use crate::reading::{
    lexicon::{Organization, names_organization},
    names,
    phrases::Parties,
    text::{Text, TokenKind},
};

/// Words before an event that say that it gave the occasion.
const OCCASIONS: [&str; 15] = [
    "ahead",
    "at",
    "attend",
    "attended",
    "attending",
    "attends",
    "during",
    "eve",
    "for",
    "fringes",
    "margin",
    "margins",
    "occasion",
    "sideline",
    "sidelines",
];

/// Those of them that say that a leader is there.
const ATTENDING: [&str; 4] = ["attend", "attended", "attending", "attends"];

/// Nouns that end the name of an event.
const EVENTS: [&str; 12] = [
    "Assembly",
    "Conference",
    "Congress",
    "Council",
    "Forum",
    "Meeting",
    "Retreat",
    "Summit",
    "Week",
    "forum",
    "gathering",
    "summit",
];

/// Nouns of occasions that are no meetings, at which leaders meet as well.
const CEREMONIES: [&str; 55] = [
    "anniversary",
    "assembly",
    "banquet",
    "biennale",
    "birthday",
    "burial",
    "celebration",
    "centenary",
    "ceremony",
    "championship",
    "christening",
    "commemoration",
    "concert",
    "congress",
    "convention",
    "coronation",
    "cup",
    "day",
    "dialogue",
    "eid",
    "enthronement",
    "event",
    "exhibition",
    "expo",
    "fair",
    "festival",
    "funeral",
    "gala",
    "game",
    "hajj",
    "inauguration",
    "investiture",
    "jubilee",
    "mass",
    "memorial",
    "olympic",
    "opening",
    "parade",
    "paralympic",
    "pilgrimage",
    "plenary",
    "premiere",
    "reception",
    "regatta",
    "requiem",
    "review",
    "roundtable",
    "seminar",
    "service",
    "show",
    "swearing",
    "symposium",
    "tournament",
    "wedding",
    "workshop",
];

/// Whether the words name an event that leaders come for: a noun of one stands in them, or an organization or one of its
/// meetings.
pub(crate) fn names_event(words: &str) -> bool {
    let each = || words.split(|character: char| !character.is_alphanumeric());
    let is_noun = |word: &str| {
        // "ceremonies", "congresses" and "games" end as their nouns do with one letter less, or with others.
        let is = |singular: &str, ending: &str| {
            let stem = word.len().checked_sub(ending.len()).and_then(|at| word.split_at_checked(at));
            let known = |stem: &str| singular.len() == stem.len() && singular.eq_ignore_ascii_case(stem);
            stem.is_some_and(|(stem, end)| end.eq_ignore_ascii_case(ending) && known(stem))
        };
        let of_y = |noun: &&str| noun.strip_suffix('y').is_some_and(|stem| is(stem, "ies"));
        let is_it = |noun: &&str| ["", "s", "es"].iter().any(|ending| is(noun, ending)) || of_y(noun);
        EVENTS.iter().chain(&CEREMONIES).any(is_it)
    };
    // The nouns that are looked up in lower case come last: nearly always one of the others is there.
    each().any(is_noun) || each().any(|word| vocabulary::is_noun(&word.to_lowercase())) || names_organization(words)
}

/// The event on whose occasion a sentence says that leaders met.
pub(super) fn host_event(text: &Text<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    (tokens.start..tokens.end).find_map(|at| {
        if !text.is_outside_quotations(at) || !OCCASIONS.contains(&text.word(at)) {
            return None;
        }
        let is_told_by = |word: &str| text.is(at, word);
        let of = at + 1;
        // "ahead of" and "on the sidelines of" need their preposition.
        let needs_of =
            ["ahead", "eve", "fringes", "margin", "margins", "sideline", "sidelines"].into_iter().any(is_told_by);
        if needs_of && !text.is(of, "of") {
            return None;
        }
        let first = opening(text, of, tokens.end);
        let generic = || {
            let is_place = text.is_any(at, &["at", "fringes", "margins", "sidelines"]);
            is_place.then(|| leaders_meeting(text, first, tokens.end)).flatten()
        };
        event_at(text, first, tokens.end).or_else(generic)
    })
}

/// Where the name of an event begins, behind "of the", "this week's", "the weekend's".
fn opening(text: &Text<'_>, at: usize, end: usize) -> usize {
    let mut first = at;
    while first < end {
        let is_time = text.is_any(first, &["month", "today", "week", "weekend", "year"])
            && (text.kind(first + 1) == Some(TokenKind::Possessive) || text.is_any(first + 1, &["'s", "’s"]));
        if is_time {
            first += 2;
        } else if text.is_any(
            first,
            &["of", "the", "a", "an", "this", "next", "last", "annual", "ongoing", "upcoming", "three-day", "two-day"],
        ) {
            first += 1;
        } else {
            break;
        }
    }
    first
}

/// "the leaders' meeting" that has no name of its own.
fn leaders_meeting(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let noun = (first + 1..end.min(first + 3)).find(|&at| text.is_any(at, &["meeting", "summit"]))?;
    let is_possessive = noun == first + 2 && text.is_any(first + 1, &["'", "’"]);
    (text.is(first, "leaders") && is_possessive).then_some(first..noun + 1)
}

/// The name of an event that begins with token `first`.
fn event_at(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    // "the meeting of the Council of Heads of State of the Shanghai Cooperation Organisation"
    if text.is_any(first, &["meeting", "session", "summit"]) && text.is(first + 1, "of") {
        return body_meeting(text, first, end);
    }
    // "the 32nd APEC Economic Leaders' Meeting", "the 2025 Ocean Forum"
    let name = first + usize::from(is_number(text, first) && text.starts_with_capital(first + 1));
    let event = named_event(text, name, end)?;
    Some(first..with_year(text, event.end))
}

/// Whether a token numbers an event: "32nd", "2025".
fn is_number(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_ordinal = digits > 0 && matches!(&word[digits..], "st" | "nd" | "rd" | "th");
    is_ordinal || is_year(word)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

/// Where an event's name ends that has its year behind it: "Summit 2025".
fn with_year(text: &Text<'_>, end: usize) -> usize {
    end + usize::from(is_year(text.word(end)) && text.starts_with_capital(end.saturating_sub(1)))
}

/// Where an abbreviation in brackets ends: "(SCO)".
fn behind_brackets(text: &Text<'_>, at: usize) -> usize {
    if text.is(at, "(") && text.is(at + 2, ")") { at + 3 } else { at }
}

fn named_event(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    if let Some((tokens, kind)) = names::organization_at(text, first, end) {
        if kind == Organization::Meeting {
            return Some(tokens);
        }
        // "the ASEAN summit", "the Caricom heads' meeting": an organization and what it holds.
        let mut last = behind_brackets(text, tokens.end);
        let reach = end.min(last + 5);
        while last < reach {
            if EVENTS.contains(&text.word(last))
                || text.is_any(last, &["meeting", "retreat", "session", "summits", "week"])
            {
                return Some(tokens.start..last + 1);
            }
            let goes_on = text.kind(last) == Some(TokenKind::Possessive)
                || text.is_any(
                    last,
                    &["’", "'", "heads", "high-level", "leaders", "annual", "special", "informal", "ministerial"],
                )
                || text.starts_with_capital(last);
            if !goes_on {
                break;
            }
            last += 1;
        }
    }
    let mut last = first;
    while last < end
        && last - first < 8
        && (text.starts_with_capital(last)
            || text.kind(last) == Some(TokenKind::Possessive)
            || text.is_any(last, &["’", "'", "of", "on", "and", "for"]))
        && text.is_outside_quotations(last)
    {
        last += 1;
        if ends_event(text, last - 1) && last - first >= 2 && text.starts_with_capital(first) {
            return Some(first..last);
        }
    }
    (last > first && last - first >= 2 && ends_event(text, last)).then_some(first..last + 1)
}

/// Whether token `at` ends the name of an event. The assembly, the council and the congress of one state are none.
fn ends_event(text: &Text<'_>, at: usize) -> bool {
    let before: &[&str] = match text.word(at) {
        "Assembly" => &["General"],
        "Congress" => &["Global", "International", "World"],
        "Council" => &["European"],
        word => return EVENTS.contains(&word),
    };
    at > 0 && text.is_any(at - 1, before)
}

/// "meeting of the Council of Heads of State": a body's meeting, to the end of the body's name.
fn body_meeting(text: &Text<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let name = first + 2 + usize::from(text.is(first + 2, "the"));
    let mut last = name;
    let is_joint = |at: usize| {
        let next = at + 1 + usize::from(text.is(at + 1, "the"));
        text.is_any(at, &["of", "on", "for", "and"]) && text.starts_with_capital(next) && !text.is(at, "and")
    };
    while last < end.min(name + 14)
        && (text.starts_with_capital(last) || is_joint(last) || (text.is(last, "the") && is_joint(last - 1)))
    {
        last += 1;
    }
    let names_body = (name..last).any(|at| names::organization_at(text, at, last).is_some());
    (last > name && names_body && names::place_at(text, name, end).is_none()).then_some(first..last)
}

/// Whether two stretches print the same name.
fn is_same(text: &Text<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    one.len() == other.len() && text.phrase(one.clone()).eq_ignore_ascii_case(&text.phrase(other.clone()))
}

/// An event that a leader came for.
struct Stage {
    event: Range<usize>,
    sentence: usize,
    /// Whether a leader is to attend it, and is not told to be there.
    is_to_come: bool,
}

/// The event that the leaders came for is the occasion of every meeting that the text tells and gives no other, and
/// where it is, they met.
pub(super) fn share_host_event(parties: Parties<'_, '_>, atlas: &Atlas, summits: &mut [SummitFound]) {
    let text = parties.text;
    let was_there =
        |summit: &SummitFound| matches!(summit.status, Status::Held | Status::Planned) && !summit.is_remote();
    for summit in summits.iter_mut().filter(|summit| summit.is_remote()) {
        // A call before a forum is not on its margins.
        summit.host_event = None;
    }
    if let Some(stage) = stage(parties, summits) {
        let place = event_place(text, atlas, &stage.event);
        for summit in summits.iter_mut().filter(|summit| was_there(summit) && summit.host_event.is_none()) {
            let told = |spot: &places::Spot| text.slice(spot.span).to_lowercase();
            let is_there = match (&place, summit.place.narrowest()) {
                (_, None) => true,
                (Some(place), Some(spot)) => {
                    [&place.locality, &place.region, &place.country]
                        .into_iter()
                        .flatten()
                        .any(|event| told(event) == told(spot))
                        || place.in_country().and_then(|event| event.country())
                            == summit.place.in_country().and_then(|spot| spot.country())
                }
                (None, Some(_)) => false,
            };
            let is_before = summit.sentences.iter().all(|&sentence| sentence < stage.sentence);
            let is_of_plan = stage.is_to_come && (is_before || summit.status == Status::Held);
            if is_there && !is_of_plan {
                summit.host_event = Some(stage.event.clone());
            }
        }
    }
    for summit in summits.iter_mut().filter(|summit| summit.place.is_unknown()) {
        let Some(event) = summit.host_event.clone() else { continue };
        // Its own words may only say that it came before: "in Oslo ahead of".
        let Some(place) = event_place(text, atlas, &event).filter(|_| !is_ahead(text, &event)) else { continue };
        summit.place = place.by("place-of-event", &[text.span(event.start, event.end - 1)]);
        // A city or a country may be told of all that is held there; a region is told of the event alone.
        let Some(region) = summit.place.region.take() else { continue };
        if summit.scopes.iter().any(|scope| scope.contains(&event.start)) {
            summit.place.region = Some(region);
        } else if summit.place.is_unknown() {
            summit.place.country = Some(region);
        }
    }
}

/// Whether an event is told as one to come: "ahead of the summit".
fn is_ahead(text: &Text<'_>, event: &Range<usize>) -> bool {
    (event.start.saturating_sub(4)..event.start).any(|at| text.is_any(at, &["ahead", "before"]))
}

/// The event of the article: one that a meeting was held at, or that a leader attends.
fn stage(parties: Parties<'_, '_>, summits: &[SummitFound]) -> Option<Stage> {
    const LEADING: [&str; 6] = ["address", "fringes", "margins", "occasion", "sidelines", "speech"];
    let text = parties.text;
    let leaders: HashSet<usize> =
        summits.iter().flat_map(|summit| summit.participants.iter().map(|(person, _)| *person)).collect();
    // "who was in Lima for the forum" says it of one leader only.
    let is_stage = |event: &Range<usize>| {
        let leads = |at: usize| text.is_any(at, &LEADING) || text.is_any(at, &ATTENDING);
        (event.start.saturating_sub(4)..event.start).any(leads)
    };
    let of_meeting = || {
        let with_event = summits.iter().filter_map(|summit| Some((summit.host_event.clone()?, summit.status)));
        let (event, status) = with_event.into_iter().find(|(event, _)| is_stage(event))?;
        let sentence = text.sentence_of(event.start);
        Some((event, sentence, status == Status::Planned))
    };
    let attended = || {
        let body =
            text.sentences.iter().enumerate().filter(|(_, sentence)| gathering::is_body(text, sentence.tokens.start));
        body.into_iter().find_map(|(index, sentence)| {
            let mentions = parties.people.mentions_in(&sentence.tokens);
            let names_leader = mentions.iter().any(|mention| leaders.contains(&mention.person));
            let event = host_event(text, &sentence.tokens).filter(|event| names_leader && is_stage(event))?;
            Some((event, index, false))
        })
    };
    let (event, sentence, is_of_plan) = of_meeting().or_else(attended)?;
    let attends = (event.start.saturating_sub(4)..event.start).find(|&at| text.is_any(at, &ATTENDING));
    let is_to_come = attends.is_some_and(|at| {
        text.is(at, "attend")
            && (at.saturating_sub(4)..at).any(|at| text.is_any(at, &["hopes", "is", "plans", "was", "will", "would"]))
    });
    Some(Stage { event, sentence, is_to_come: is_to_come || is_of_plan })
}

/// How many words of a sentence are searched for the name of an event.
const LONGEST_SEARCH: usize = 200;

/// Where the body tells that an event is: "the summit in Lima", "in Lima for the summit".
fn event_place(text: &Text<'_>, atlas: &Atlas, event: &Range<usize>) -> Option<Place> {
    let body = text.sentences.iter().filter(|sentence| gathering::is_body(text, sentence.tokens.start)).take(40);
    body.into_iter().find_map(|sentence| {
        let tokens = sentence.tokens.clone();
        let told = tokens.clone().take(LONGEST_SEARCH).find(|&at| {
            let end = at + event.len();
            end <= tokens.end && text.is(at, text.word(event.start)) && is_same(text, &(at..end), event)
        })?;
        let behind = told + event.len();
        let behind = behind + usize::from(text.is_any(behind, &["here", "held", "hosted", "opening", ","]));
        let place = places::locality_at(text, atlas, behind, tokens.end);
        place.or_else(|| place_before(text, atlas, &tokens, told))
    })
}

/// "in Lima for the forum", "in China to attend the summit".
fn place_before(text: &Text<'_>, atlas: &Atlas, tokens: &Range<usize>, event: usize) -> Option<Place> {
    let reach = tokens.start.max(event.saturating_sub(6))..event;
    let purpose =
        reach.rev().take_while(|&at| !text.is(at, ",")).find(|&at| text.is_any(at, &["for", "to", "where"]))?;
    let is_purpose = text.is(purpose, "for") || text.is_any(purpose + 1, &["attend"]) || text.is(purpose, "where");
    let reach = tokens.start.max(purpose.saturating_sub(6))..purpose;
    let place = reach.rev().find(|&at| text.is(at, "in")).filter(|_| is_purpose)?;
    let end = purpose - usize::from(text.is(purpose - 1, ","));
    let names_all = names::place_at(text, place + 1 + usize::from(text.is(place + 1, "the")), end)
        .is_some_and(|name| name.tokens.end == end);
    names_all.then(|| places::locality_at(text, atlas, place, end)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn event(sentence: &str) -> Option<String> {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{sentence}\n");
        let text = Text::new(&Document::parse(&article));
        let body = text.passages.last().unwrap().tokens.clone();
        host_event(&text, &body).map(|tokens| text.phrase(tokens))
    }

    #[test]
    fn events_are_known_by_a_noun_or_an_organization() {
        for event in [
            "G7",
            "the E.U.",
            "UNGA",
            "COP30",
            "General Assembly's high-level week",
            "Caricom’s 50th",
            "some Lake Talks",
            "leaders’ meeting",
            "the Winter Games",
            "Funeral of a king",
            "award ceremonies",
            "two congresses",
            "swearing-in of a president",
        ] {
            assert!(names_event(event), "{event}");
        }
        for other in ["", "Acep", "EUR", "the trip", "Lake Mirror", "Thursday"] {
            assert!(!names_event(other), "{other}");
        }
    }

    #[test]
    fn an_occasion_is_named_as_it_is_printed() {
        for (words, name) in [
            ("on the sidelines of the G20 summit", "G20 summit"),
            ("on the margins of the Caricom heads' meeting", "Caricom heads' meeting"),
            ("for the weekend's African Union summit", "African Union summit"),
            ("at the leaders’ meeting in Oslo", "leaders’ meeting"),
            (
                "on the margins of the meeting of the Council of Heads of State of the Shanghai Cooperation Organisation",
                "meeting of the Council of Heads of State of the Shanghai Cooperation Organisation",
            ),
            (
                "for the Shanghai Cooperation Organization (SCO) Summit 2025",
                "Shanghai Cooperation Organization (SCO) Summit 2025",
            ),
        ] {
            assert_eq!(event(&format!("They met {words}.")).as_deref(), Some(name), "{words}");
        }
        for none in [
            "at the National Assembly",
            "at the meeting",
            "ahead of the vote",
            "for the meeting of the two",
            "at the start of the week",
        ] {
            assert_eq!(event(&format!("They met {none}.")), None, "{none}");
        }
    }
}
