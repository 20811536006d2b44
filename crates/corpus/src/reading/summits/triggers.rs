//! Phrases that tell of a meeting of leaders, or mention one.

use std::ops::Range;

use rapporteur_model::{BlockKind, Mode, Status};

use crate::reading::{
    names,
    phrases::{Parties, PartyFound},
    text::{Text, TokenKind},
    times,
    words::is_adverb,
};

/// A phrase of a meeting.
#[derive(Debug, Clone)]
pub(super) struct Trigger {
    /// The phrase: "held a summit", "the meeting".
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    /// The leaders it names, with the words that name them; fewer than two where it only refers to a meeting.
    pub(super) participants: Vec<(usize, Range<usize>)>,
    pub(super) status: Status,
    pub(super) status_words: Range<usize>,
    pub(super) mode: Option<(Mode, Range<usize>)>,
    /// Whether a verb tells the meeting, and not only a noun mentions it.
    pub(super) tells: bool,
}

/// Nouns for a meeting.
const NOUNS: [&str; 8] =
    ["call", "conference", "conversation", "discussions", "encounter", "meeting", "summit", "talks"];

/// Verbs that hold a meeting.
const HOLDING: [&str; 8] = ["had", "has", "have", "having", "held", "hold", "holding", "holds"];

/// Verbs that are a meeting.
const MEETING: [&str; 3] = ["meet", "meets", "met"];

/// All phrases of meetings, in order.
pub(super) fn triggers(parties: Parties<'_, '_>) -> Vec<Trigger> {
    let text = parties.text;
    let mut found = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        let kind = text.passages[sentence.passage].kind;
        if kind == BlockKind::SpeakerLabel || text.passages[sentence.passage].spoken {
            continue;
        }
        let finder = Finder { parties, sentence: index, tokens: sentence.tokens.clone(), kind };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match finder.trigger_at(at) {
                Some(trigger) => {
                    at = trigger.tokens.end.max(at + 1);
                    found.push(trigger);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Whether the words tell a meeting by a verb.
pub(super) fn is_telling(text: &Text<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        HOLDING.contains(&text.word(at))
            || MEETING.contains(&text.word(at))
            || text.is_any(at, &["spoke", "speak", "sat"])
    })
}

struct Finder<'a, 't> {
    parties: Parties<'a, 't>,
    sentence: usize,
    tokens: Range<usize>,
    kind: BlockKind,
}

impl Finder<'_, '_> {
    fn trigger_at(&self, at: usize) -> Option<Trigger> {
        let text = self.parties.text;
        if text.kind(at) != Some(TokenKind::Word) || !text.is_outside_quotations(at) {
            return None;
        }
        self.not_arranged(at).or_else(|| self.held(at)).or_else(|| self.met(at)).or_else(|| self.noun(at))
    }

    /// "held a summit", "will hold summit talks".
    fn held(&self, at: usize) -> Option<Trigger> {
        let text = self.parties.text;
        if !HOLDING.contains(&text.word(at)) {
            return None;
        }
        let noun = self.noun_after(at + 1)?;
        let (start, status) = self.verb_start(at)?;
        let mode = self.mode_near(at, noun + 1);
        let participants = self.leaders(self.subject(start), noun + 1);
        Some(self.told(start..noun + 1, participants, status, mode))
    }

    /// The meeting noun that stands up to five words after a verb, with nothing but its modifiers between.
    fn noun_after(&self, first: usize) -> Option<usize> {
        let text = self.parties.text;
        let mut noun = None;
        for at in first..self.tokens.end.min(first + 7) {
            if NOUNS.contains(&text.word(at)) {
                noun = Some(at);
                continue;
            }
            let is_modifier =
                matches!(text.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive) | None)
                    || text.is(at, "-");
            if noun.is_some() || !is_modifier || text.is_any(at, &["with", "of", "in", "on", "at", "and", "for", "to"])
            {
                break;
            }
        }
        noun
    }

    /// "met", "is set to meet", "spoke by phone", "sat down with".
    fn met(&self, at: usize) -> Option<Trigger> {
        let text = self.parties.text;
        let mut end = at + 1;
        let mut mode = None;
        if text.is_any(at, &["spoke", "speak", "speaks"]) {
            let how =
                (text.is_any(at + 1, &["by", "on", "over", "via"])).then(|| self.mode_near(at, at + 5)).flatten()?;
            end = how.1.end;
            mode = Some(how);
        } else if text.is(at, "sat") && text.is(at + 1, "down") && text.is(at + 2, "with") {
            end = at + 2;
        } else if !MEETING.contains(&text.word(at)) {
            return None;
        }
        let (start, status) = self.verb_start(at)?;
        let participants = self.leaders(self.subject(start), end);
        if participants.len() < 2 {
            return None;
        }
        let mode = mode.or_else(|| self.mode_near(at, end + 8));
        Some(self.told(start..end, participants, status, mode))
    }

    fn told(
        &self,
        tokens: Range<usize>,
        participants: Vec<(usize, Range<usize>)>,
        status: Status,
        mode: Option<(Mode, Range<usize>)>,
    ) -> Trigger {
        Trigger {
            status_words: tokens.clone(),
            tokens,
            sentence: self.sentence,
            participants,
            status,
            mode,
            tells: true,
        }
    }

    /// Where the verb group of the verb at `at` begins, and what it says of the meeting's state; `None` where it says
    /// that no meeting is meant.
    fn verb_start(&self, at: usize) -> Option<(usize, Status)> {
        let text = self.parties.text;
        let mut start = at;
        let mut status = Status::Held;
        let mut first = at;
        while first > self.tokens.start {
            let word = text.lower(first - 1);
            match word.as_str() {
                "will" | "to" | "would" | "shall" | "can" => status = Status::Planned,
                "is" | "are" | "set" | "scheduled" | "expected" | "due" | "plans" | "plan" | "planning"
                    if status == Status::Planned => {}
                "not" | "never" | "refused" | "declined" => return None,
                "has" | "have" | "had" | "was" | "were" => {}
                _ if is_adverb(&word) => {
                    first -= 1;
                    continue;
                }
                _ => break,
            }
            first -= 1;
            start = first;
        }
        // "hopes to meet", "wants to meet" are no plans.
        let wishes = first > self.tokens.start
            && text.is_any(
                first - 1,
                &["hopes", "hoped", "wants", "wanted", "hope", "want", "agreed", "wish", "wishes", "asked", "offered"],
            );
        (!(wishes && status == Status::Planned) || text.is(first - 1, "agreed")).then_some((start, status))
    }

    /// The party before the verb group; in a headline all leaders before it.
    fn subject(&self, start: usize) -> Vec<(usize, Range<usize>)> {
        let text = self.parties.text;
        let mut end = start;
        while end > self.tokens.start && is_adverb(text.word(end - 1)) {
            end -= 1;
        }
        if self.kind == BlockKind::Headline {
            return self.named(self.tokens.start..start);
        }
        if end > self.tokens.start && text.is_any(end - 1, &["and", ",", "who"]) {
            return self.nearest_before(start);
        }
        match self.parties.before(end, self.tokens.start) {
            // A subject that is no leader, such as a minister, makes the meeting none of leaders.
            Some(party) => self.of_party(&party),
            None => self.nearest_before(start),
        }
    }

    /// The leaders of a party with the words that name each.
    fn of_party(&self, party: &PartyFound) -> Vec<(usize, Range<usize>)> {
        let leaders = party.people.iter().copied().filter(|&person| self.parties.people.is_leader(person));
        leaders
            .map(|person| {
                let mention =
                    self.parties.people.mentions_in(&party.tokens).iter().find(|mention| mention.person == person);
                (person, mention.map_or(party.tokens.clone(), |mention| mention.tokens.clone()))
            })
            .collect()
    }

    /// The leaders mentioned within tokens, in order.
    fn named(&self, tokens: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for mention in self.parties.people.mentions_in(&tokens) {
            let is_new = found.iter().all(|(person, _)| *person != mention.person);
            if is_new
                && self.parties.people.is_leader(mention.person)
                && self.parties.text.is_outside_quotations(mention.tokens.start)
            {
                found.push((mention.person, mention.tokens.clone()));
            }
        }
        found
    }

    /// The last leader mentioned in the sentence before a token.
    fn nearest_before(&self, at: usize) -> Vec<(usize, Range<usize>)> {
        self.named(self.tokens.start..at).into_iter().next_back().into_iter().collect()
    }

    /// The leaders of a subject, and those after "with" or "between".
    fn leaders(&self, subject: Vec<(usize, Range<usize>)>, after: usize) -> Vec<(usize, Range<usize>)> {
        let text = self.parties.text;
        let mut leaders = subject;
        let with = (after..self.tokens.end.min(after + 4)).find(|&at| text.is_any(at, &["with", "between"]));
        let direct = MEETING.contains(&text.word(after - 1)) && with.is_none();
        let party = match with {
            Some(with) => self.parties.after(with + 1, self.tokens.end, false),
            None if direct => self.parties.after(after, self.tokens.end, false),
            None => None,
        };
        if let Some(party) = party {
            let others = self.of_party(&party);
            if with.is_some_and(|with| text.is(with, "between")) && others.len() >= 2 {
                leaders = others;
            } else {
                leaders.extend(others);
            }
        }
        let mut seen = Vec::new();
        leaders.retain(|(person, _)| {
            !seen.contains(person) && {
                seen.push(*person);
                true
            }
        });
        leaders
    }

    /// "No meeting was arranged between A and B".
    fn not_arranged(&self, at: usize) -> Option<Trigger> {
        let text = self.parties.text;
        let is_no = text.is_any(at, &["no"]);
        let noun =
            (at + 1..(at + 4).min(self.tokens.end)).find(|&noun| NOUNS.contains(&text.word(noun))).filter(|_| is_no)?;
        let mut end = noun + 1;
        if text.is_any(end, &["was", "were", "is", "has", "had", "will"]) {
            while end < self.tokens.end
                && text.is_any(
                    end,
                    &[
                        "was",
                        "were",
                        "is",
                        "has",
                        "had",
                        "will",
                        "been",
                        "be",
                        "arranged",
                        "planned",
                        "scheduled",
                        "held",
                    ],
                )
            {
                end += 1;
            }
        }
        let participants = self.leaders(Vec::new(), end);
        (participants.len() >= 2).then_some(Trigger {
            tokens: at..end,
            sentence: self.sentence,
            participants,
            status: Status::Denied,
            status_words: at..end,
            mode: None,
            tells: true,
        })
    }

    /// "a summit with X", "their talks", "the meeting", "X's talks with Y were called off".
    fn noun(&self, at: usize) -> Option<Trigger> {
        let text = self.parties.text;
        if !self.is_meeting_noun(at) {
            return None;
        }
        let start = self.noun_start(at);
        let end = at + 1;
        let with = text.is_any(end, &["with", "between"]);
        let called_off = self.called_off(end);
        let owner = self.owner(start);
        if with {
            let subject = if owner.is_empty() { self.nearest_before(start) } else { owner.clone() };
            let participants = self.leaders(subject, end);
            if participants.len() >= 2 {
                let from = owner.first().map_or(start, |(_, words)| words.start);
                let (status, status_words) = match called_off {
                    Some(words) if self.has_new_day(words.end) => (Status::Planned, words),
                    Some(words) => (Status::Cancelled, words),
                    None if self.is_ahead(start) => (Status::Planned, start..end),
                    None => match self.own_verb(start, end) {
                        Some((status, words)) => (status, words),
                        None => (Status::Held, start..end),
                    },
                };
                let mode = self.mode_near(start, end);
                return Some(Trigger {
                    tokens: from..end,
                    sentence: self.sentence,
                    participants,
                    status,
                    status_words,
                    mode,
                    tells: false,
                });
            }
        }
        let refers = text.is_any(start, &["the", "their", "this"])
            || (self.kind == BlockKind::Headline && text.starts_with_capital(at))
            || owner.len() == 2
            || self.is_of_leaders(start);
        (refers && !with).then(|| Trigger {
            tokens: if self.is_of_leaders(start) { self.leaders_start(start)..end } else { start..end },
            sentence: self.sentence,
            participants: Vec::new(),
            status: Status::Held,
            status_words: start..end,
            mode: self.mode_near(start, end),
            tells: false,
        })
    }

    fn is_meeting_noun(&self, at: usize) -> bool {
        let text = self.parties.text;
        let word = text.word(at);
        let is_noun = text.is_any(at, &NOUNS) && word != "conference" && !text.is_any(at + 1, &NOUNS);
        if !is_noun || (word.starts_with(char::is_uppercase) && self.kind != BlockKind::Headline) {
            return false;
        }
        // The meeting of an organization, a press conference, a mountain's summit.
        let is_named = (at.saturating_sub(6).max(self.tokens.start)..=at).any(|first| {
            names::organization_at(text, first, self.tokens.end).is_some_and(|(tokens, _)| tokens.contains(&at))
        });
        let is_other = at > self.tokens.start
            && (text
                .is_any(at - 1, &["press", "news", "business", "cabinet", "committee", "party", "climate", "board"])
                || (text.is(at, "call") && text.is_any(at - 1, &["a", "to"])));
        let calls_for = text.is(at, "call") && text.is_any(at + 1, &["for", "on", "to"]);
        !(is_named || is_other || calls_for || text.is(at + 1, "of"))
    }

    /// Where the noun phrase of a meeting begins: at its determiner, or its first modifier.
    fn noun_start(&self, at: usize) -> usize {
        let text = self.parties.text;
        let mut start = at;
        while start > self.tokens.start && at - start < 5 {
            let word = text.word(start - 1);
            if crate::reading::words::DETERMINERS.contains(&word.to_lowercase().as_str()) {
                return start - 1;
            }
            let is_modifier = text.kind(start - 1) == Some(TokenKind::Word)
                && ([
                    "bilateral",
                    "summit",
                    "phone",
                    "telephone",
                    "trilateral",
                    "first",
                    "second",
                    "third",
                    "virtual",
                    "expanded",
                    "one-on-one",
                    "brief",
                ]
                .contains(&word.to_lowercase().as_str())
                    || ["-hour", "-minute", "-day"].iter().any(|length| word.ends_with(length))
                    || (self.kind == BlockKind::Headline
                        && (!names::joined_countries(text, start - 1).is_empty()
                            || word == "Summit"
                            || word == "Bilateral")));
            if !is_modifier {
                break;
            }
            start -= 1;
        }
        start
    }

    /// Whose meeting it is: "Arriaga's third meeting".
    fn owner(&self, start: usize) -> Vec<(usize, Range<usize>)> {
        let text = self.parties.text;
        if start > self.tokens.start + 1 && text.kind(start - 1) == Some(TokenKind::Possessive) {
            let mention = self
                .parties
                .people
                .mention_at(start - 2)
                .filter(|mention| self.parties.people.is_leader(mention.person));
            return mention.map(|mention| (mention.person, mention.tokens.clone())).into_iter().collect();
        }
        Vec::new()
    }

    /// "the two leaders’ second conversation".
    fn is_of_leaders(&self, start: usize) -> bool {
        let text = self.parties.text;
        start > self.tokens.start + 2 && text.is_any(start - 1, &["’", "'"]) && text.is(start - 2, "leaders")
    }

    fn leaders_start(&self, start: usize) -> usize {
        let text = self.parties.text;
        (self.tokens.start..start).rev().find(|&at| text.is_any(at, &["the"])).unwrap_or(start)
    }

    fn called_off(&self, after: usize) -> Option<Range<usize>> {
        let text = self.parties.text;
        let verb = (after..self.tokens.end).find(|&at| {
            text.is_any(at, &["cancelled", "canceled", "postponed", "scrapped"])
                || (text.is(at, "called") && text.is(at + 1, "off"))
        })?;
        let end = if text.is(verb, "called") { verb + 2 } else { verb + 1 };
        let mut start = verb;
        while start > after && text.is_any(start - 1, &["was", "were", "been", "has", "have", "had"]) {
            start -= 1;
        }
        text.is_outside_quotations(verb).then_some(start..end)
    }

    /// "postponed to Monday": put off, but to a day.
    fn has_new_day(&self, at: usize) -> bool {
        let text = self.parties.text;
        text.is_any(at, &["to", "until", "till"]) && times::day_at(text, at + 1).is_some()
    }

    /// "will be held", "is planned", "a planned meeting", "cancelled a meeting": what is said of the noun itself.
    fn own_verb(&self, start: usize, end: usize) -> Option<(Status, Range<usize>)> {
        let text = self.parties.text;
        let calling = (start.saturating_sub(2).max(self.tokens.start)..start)
            .find(|&at| text.is_any(at, &["canceled", "cancelled", "postponed", "scrapped"]));
        if let Some(verb) = calling {
            return Some((Status::Cancelled, verb..end));
        }
        let foretold = (start..end).find(|&at| text.is_any(at, &["planned", "scheduled", "upcoming"]));
        if foretold.is_some() {
            return Some((Status::Planned, start..end));
        }
        let verb = (end..self.tokens.end).find(|&at| {
            text.is_outside_quotations(at)
                && (text.is_any(at, &["will", "is", "are"]) || crate::reading::words::is_finite_verb(text.word(at)))
        })?;
        let is_future = text.is(verb, "will")
            || (text.is_any(verb, &["is", "are"])
                && text.is_any(verb + 1, &["due", "expected", "planned", "scheduled", "set", "to"]));
        let mut last = verb + 1;
        while last < self.tokens.end
            && text
                .is_any(last, &["be", "due", "expected", "held", "place", "planned", "scheduled", "set", "take", "to"])
        {
            last += 1;
        }
        is_future.then_some((Status::Planned, verb..last))
    }

    /// "ahead of a summit with X": still to come.
    fn is_ahead(&self, start: usize) -> bool {
        let text = self.parties.text;
        start >= self.tokens.start + 2 && text.is(start - 1, "of") && text.is_any(start - 2, &["ahead", "eve"])
    }

    /// By phone or by video, where the words near the phrase say so.
    fn mode_near(&self, from: usize, to: usize) -> Option<(Mode, Range<usize>)> {
        let text = self.parties.text;
        let to = to.min(self.tokens.end);
        let at =
            (from..to).find(|&at| text.is_any(at, &["phone", "telephone", "video", "virtual", "videoconference"]))?;
        let mode = if text.is_any(at, &["phone", "telephone"]) { Mode::Phone } else { Mode::Video };
        let mut first = at;
        while first > from && text.is_any(first - 1, &["by", "on", "over", "via", "the"]) {
            first -= 1;
        }
        Some((mode, first..at + 1))
    }
}
