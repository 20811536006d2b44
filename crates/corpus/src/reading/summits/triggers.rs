//! Phrases that tell of a meeting of leaders, or mention one.

use std::{collections::HashMap, ops::Range};

use rapporteur_model::{BlockKind, Mode, Status};

use super::{
    leaders::{Leader, Leaders, Voice},
    status,
    vocabulary::{self, Entry, Sort},
};
use crate::reading::{
    lexicon::{Frame, lexicon},
    names,
    people::{Mention, MentionKind},
    phrases::Parties,
    text::{Passage, Text, TokenKind},
    traits::Trait,
    words::DETERMINERS,
};

/// A phrase of a meeting.
#[derive(Debug, Clone)]
pub(super) struct Trigger {
    /// The phrase: "held a summit", "the meeting".
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    /// The part of the sentence that it reaches over, up to the next phrase of another meeting.
    pub(super) scope: Range<usize>,
    /// The leaders it names, with the words that name them; fewer than two where it only refers to a meeting.
    pub(super) participants: Vec<Leader>,
    pub(super) status: Status,
    pub(super) status_words: Range<usize>,
    pub(super) mode: Option<(Mode, Range<usize>)>,
    /// Whether those who met are named only as "the two leaders" or "they".
    pub(super) is_plural: bool,
    /// The two leaders of its sentence, who may be those of a meeting that the phrase refers to.
    pub(super) at_hand: Vec<Leader>,
    /// Whether a verb tells the meeting, and not only a noun mentions it.
    pub(super) tells: bool,
    /// The one of them who received the others, where the verb says so.
    pub(super) host: Option<usize>,
    /// Whether it tells of the next of a row of meetings: "the next summit will be held in Lima".
    pub(super) is_next: bool,
    /// Whether the first of the leaders came to a meeting of the others: "joined the two".
    pub(super) joins: bool,
    /// Whether it tells of a meeting before the one that the text tells of: "had last met", "since they met in Lima".
    pub(super) is_earlier: bool,
}

/// Words, in lower case, by which a phrase that tells of a meeting can be found, and which are no words of meetings
/// themselves.
pub(in crate::reading) const FINDING: [&str; 14] = [
    "agreed",
    "assured",
    "conferred",
    "consulted",
    "decided",
    "having",
    "hosting",
    "inviting",
    "no",
    "receiving",
    "told",
    "trip",
    "visit",
    "welcoming",
];

/// All phrases of meetings, in order.
pub(super) fn triggers(parties: Parties<'_, '_>) -> Vec<Trigger> {
    let text = parties.text;
    let mut found = Vec::new();
    let voices = voices(parties);
    for (index, sentence) in text.sentences.iter().enumerate() {
        let kind = text.passages[sentence.passage].kind;
        if kind == BlockKind::SpeakerLabel {
            continue;
        }
        let voice = voices.get(sentence.passage).copied().flatten();
        let leaders = Leaders { parties, tokens: sentence.tokens.clone(), kind, voice };
        let finder = Finder { text, leaders, sentence: index, tokens: sentence.tokens.clone(), kind };
        let first = found.len();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let triggers = finder.triggers_at(at);
            at = triggers.iter().map(|trigger| trigger.tokens.end).max().unwrap_or(0).max(at + 1);
            found.extend(triggers);
        }
        share_sentence(text, &mut found[first..]);
    }
    found
}

/// Who speaks in each passage of a transcript's turn, and which leaders are spoken of.
fn voices(parties: Parties<'_, '_>) -> Vec<Option<Voice>> {
    let (text, people) = (parties.text, parties.people);
    if text.passages.iter().all(|passage| !passage.spoken) {
        return Vec::new();
    }
    let is_leader = |person: usize| people.is_leader(person);
    let labelled = |passage: &Passage| {
        let named = people.mentions_in(&passage.tokens).first().map(|mention| mention.person);
        named.filter(|&person| is_leader(person))
    };
    let leaders_of = |kind: BlockKind| {
        let passages = text.passages.iter().filter(move |passage| passage.kind == kind);
        let named = passages.flat_map(|passage| people.mentions_in(&passage.tokens)).map(|mention| mention.person);
        let mut leaders: Vec<usize> = named.filter(|&person| is_leader(person)).collect();
        leaders.sort_unstable();
        leaders.dedup();
        leaders
    };
    let speaking = leaders_of(BlockKind::SpeakerLabel);
    let mut beside = leaders_of(BlockKind::Headline);
    beside.extend(speaking.iter().copied());
    beside.sort_unstable();
    beside.dedup();
    let other = |speaker: usize| match beside.as_slice() {
        [one, other] if *one == speaker => Some(*other),
        [other, one] if *one == speaker => Some(*other),
        _ => None,
    };
    let mut counts: HashMap<usize, usize> = HashMap::new();
    if speaking.is_empty() {
        let spoken = text.passages.iter().filter(|passage| passage.spoken);
        for mention in spoken.flat_map(|passage| people.mentions_in(&passage.tokens)) {
            *counts.entry(mention.person).or_default() += usize::from(is_leader(mention.person));
        }
    }
    let most = counts.into_iter().filter(|(_, count)| *count > 0);
    let principal = most.max_by_key(|&(person, count)| (count, std::cmp::Reverse(person))).map(|(person, _)| person);
    let mut speaker = None;
    let mut found = Vec::with_capacity(text.passages.len());
    for (index, passage) in text.passages.iter().enumerate() {
        if passage.kind == BlockKind::SpeakerLabel {
            speaker = labelled(passage);
        }
        // Whom a question of the press calls "you" is who speaks next.
        let next = text.passages[index..].iter().take(8).skip_while(|next| next.spoken).find_map(labelled);
        let voice = Voice { speaker, other: speaker.map_or(next, other), principal };
        found.push(passage.spoken.then_some(voice));
    }
    found
}

/// Divides a sentence among its phrases: each reaches from the joint before it to the joint before the next one.
fn share_sentence(text: &Text<'_>, triggers: &mut [Trigger]) {
    for index in 1..triggers.len() {
        // "met separately with A and B": one phrase of two meetings reaches equally far for both.
        if triggers[index].tokens == triggers[index - 1].tokens {
            triggers[index].scope = triggers[index - 1].scope.clone();
            continue;
        }
        let (before, start) = (triggers[index - 1].tokens.end, triggers[index].tokens.start);
        if start <= before {
            continue;
        }
        let is_joint =
            |at: &usize| text.is_outside_quotations(*at) && text.is_any(*at, &["and", "but", ",", ";", "before"]);
        let joint = (before..start).rev().find(is_joint).unwrap_or(start);
        let phrase = triggers[index - 1].tokens.clone();
        triggers[..index].iter_mut().rev().take_while(|trigger| trigger.tokens == phrase).for_each(|trigger| {
            trigger.scope.end = joint;
        });
        triggers[index].scope.start = joint;
    }
    for trigger in triggers {
        // What is said at the meeting, or of it, is not where and when it was.
        let reports = |at: &usize| {
            text.is_outside_quotations(*at)
                && text.has(*at, Trait::FiniteVerb)
                && lexicon().verbs(text.word(*at)).iter().any(|verb| verb.has(Frame::That) && verb.has(Frame::Direct))
        };
        // "The talks, announced only that morning, lasted an hour": what stands between commas ends nothing.
        let is_aside = |at: usize| {
            let close = (at + 1..trigger.scope.end.min(at + 8)).find(|&close| text.is(close, ","));
            text.is(at - 1, ",") && close.is_some_and(|close| text.has(close + 1, Trait::FiniteVerb))
        };
        let end = (trigger.tokens.end..trigger.scope.end).find(|at| reports(at) && !is_aside(*at));
        trigger.scope.end = end.unwrap_or(trigger.scope.end);
    }
}

/// Whether the words tell a meeting by a verb.
pub(super) fn is_telling(text: &Text<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| text.word(at).starts_with(char::is_lowercase) && vocabulary::verb_at(text, at).is_some())
}

struct Finder<'a, 't> {
    text: &'a Text<'t>,
    leaders: Leaders<'a, 't>,
    sentence: usize,
    tokens: Range<usize>,
    kind: BlockKind,
}

impl Finder<'_, '_> {
    fn triggers_at(&self, at: usize) -> Vec<Trigger> {
        let can_be = self.text.has(at, Trait::OpensMeeting) && self.text.is_outside_quotations(at);
        if !can_be || self.text.kind(at) != Some(TokenKind::Word) {
            return Vec::new();
        }
        if let Some(thanks) = self.thanks_host(at) {
            return vec![thanks];
        }
        let by_verb = self.by_verb(at);
        if !by_verb.is_empty() {
            return by_verb;
        }
        self.no_meeting(at).or_else(|| self.visit_off(at)).or_else(|| self.noun(at)).into_iter().collect()
    }

    /// "met Lee", "held a summit with Lee", "was received by Lee", "spoke with Lee by phone".
    fn by_verb(&self, at: usize) -> Vec<Trigger> {
        let text = self.text;
        // "Meeting with Roy, Lee said": a participle may begin the sentence.
        let opens = at == self.tokens.start && text.word(at).ends_with("ing");
        let is_verb_form = self.kind == BlockKind::Headline || opens || text.word(at).starts_with(char::is_lowercase);
        // "Roy's meeting", "a meeting": a noun.
        let is_noun = text.word(at) == "meeting"
            && at > self.tokens.start
            && (text.kind(at - 1) == Some(TokenKind::Possessive) || text.has(at - 1, Trait::Determiner));
        let Some((entry, end)) = vocabulary::verb_at(text, at).filter(|_| is_verb_form && !is_noun) else {
            return self.agreed_remotely(at).or_else(|| self.told_visitor(at)).into_iter().collect();
        };
        let Some((start, status)) = status::of_verb(text, at, self.tokens.start) else { return Vec::new() };
        let status = match status {
            _ if self.is_denied(start) => Status::Denied,
            Status::Planned if self.is_off(start) => Status::Cancelled,
            status => status,
        };
        match entry.sort {
            Sort::Holding | Sort::Passing => self.held(entry, start, end, status),
            Sort::Joining => {
                self.joined_in(start, end, status).or_else(|| self.joined_by(start, end, status)).into_iter().collect()
            }
            Sort::Meeting | Sort::Speaking => self.met(entry, start, end, status),
            Sort::Receiving => self.received(entry, start, at, end, status),
            Sort::Noun | Sort::Meal | Sort::Talk => Vec::new(),
        }
    }

    /// "denied that Lee would see Roy", "denied a report that".
    fn is_denied(&self, start: usize) -> bool {
        let text = self.text;
        let mut before = (self.tokens.start..start).rev().take(20);
        let that = before.find(|&at| text.is(at, "that") && text.is_outside_quotations(at));
        let denying = ["denied", "denies", "denying", "dismissed"];
        // "denied that he had snubbed Roy, saying the two spoke on Monday"
        let goes_on = |that: usize| (that..start).any(|at| text.is_any(at, &["adding", "saying"]));
        that.filter(|&that| !goes_on(that))
            .is_some_and(|that| (self.tokens.start..that).rev().take(10).any(|at| text.is_any(at, &denying)))
    }

    /// "had been due to meet Roy", where the sentence or those before it say that something was called off.
    fn is_off(&self, start: usize) -> bool {
        let text = self.text;
        let had_been = text.is(start, "had") && text.is(start + 1, "been");
        had_been
            && (self.sentence.saturating_sub(2)..=self.sentence).any(|sentence| {
                let Range { start, end } = text.sentences[sentence].tokens.clone();
                status::called_off(text, start, end).is_some()
            })
    }

    /// "agreed by video", "discussed it by telephone": leaders who decide something from afar have met so.
    fn agreed_remotely(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let agrees = text.is_any(at, &["agreed", "conferred", "consulted", "decided"]);
        let is_remote = text.is_any(at + 1, &["by", "over", "via"])
            && text.is_any(at + 2, &["phone", "telephone", "video", "videoconference"]);
        if !(agrees && is_remote) {
            return None;
        }
        let participants = self.leaders.subject(at);
        let mode = if text.is_any(at + 2, &["phone", "telephone"]) { Mode::Phone } else { Mode::Video };
        let told = self.told(at..at + 3, participants, Status::Held, Some((mode, at + 1..at + 3)));
        (told.participants.len() > 1).then_some(told)
    }

    /// "told visiting Canadian Prime Minister Roy that": whoever tells a visitor something has received the visitor.
    fn told_visitor(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let speaks = text.is_any(at, &["assured", "told"]) && self.kind == BlockKind::Paragraph;
        let visitor = at + 1 + usize::from(text.is(at + 1, "the"));
        if !speaks || !text.is(visitor, "visiting") {
            return None;
        }
        let visitors = self.leaders.listed(visitor);
        let subject = self.leaders.subject(at);
        let ([host], [_]) = (subject.as_slice(), visitors.as_slice()) else { return None };
        let host = Some(host.0);
        let told = self.told(at..at + 1, joined(subject, visitors), Status::Held, None);
        (told.participants.len() == 2).then_some(Trigger { host, tells: false, ..told })
    }

    /// "joined the two for lunch", "is expected to join them in Lima".
    fn joined_in(&self, start: usize, end: usize, status: Status) -> Option<Trigger> {
        let text = self.text;
        let is_group = text.is_any(end, &["both", "the", "them"])
            && (text.is(end, "them") || text.is_any(end + 1, &["leaders", "pair", "presidents", "three", "two"]));
        // "was expected to join them but sent his deputy"
        let stays_away = status == Status::Planned
            && text.is_any(start, &["had", "was", "were"])
            && (end..self.tokens.end).any(|at| text.is_any(at, &["but", "instead", "sent"]));
        let joining = if is_group && !stays_away { self.leaders.subject(start) } else { Vec::new() };
        let [one] = joining.as_slice() else { return None };
        let others = self.apart_from(self.leaders.listed(end), &joining, start);
        let participants = joined(vec![one.clone()], others);
        (participants.len() > 2).then(|| Trigger { joins: true, ..self.told(start..end, participants, status, None) })
    }

    /// "The two will be joined by Roy for three-way talks": one more meeting, of all of them.
    fn joined_by(&self, start: usize, end: usize, status: Status) -> Option<Trigger> {
        let text = self.text;
        let is_passive = (start..end).any(|at| text.is_any(at, &["are", "be", "been", "were"]));
        let group = if is_passive && text.is(end, "by") { self.leaders.subject(start) } else { Vec::new() };
        if group.len() < 2 {
            return None;
        }
        let joining = self.leaders.listed(end + 1);
        let last = joining.last()?.1.end;
        let (noun, entry) = self.noun_after(last + 1).filter(|_| text.is_any(last, &["at", "for", "in"]))?;
        let is_meeting = matches!(entry.sort, Sort::Noun);
        is_meeting.then(|| self.told(start..noun + 1, joined(group, joining), status, None))
    }

    /// "held a summit", "will hold back-to-back talks with A and B", "had lunch with A", "ended two days of talks".
    fn held(&self, entry: Entry, start: usize, end: usize, status: Status) -> Vec<Trigger> {
        let passes = entry.sort == Sort::Passing;
        // "had planned a meeting" has another verb.
        let helps = self.text.is_any(end - 1, &["had", "has", "have"]) && self.text.has(end, Trait::FiniteVerb);
        let Some((noun, of_noun)) = self.noun_after(end).filter(|_| !helps) else { return Vec::new() };
        let subject = self.leaders.subject(start);
        let is_had_by_both = of_noun.sort == Sort::Talk && subject.len() > 1;
        // "took a call from Roy"
        let is_call = self.text.is_any(noun, &["call", "calls"]);
        let pays = entry.lemma == "pay";
        // "paid a courtesy call on Roy"
        let is_visit = is_call && self.text.is(noun + 1, "on");
        if pays && !is_visit {
            return Vec::new();
        }
        // "granted Roy an audience" is "granted an audience to Roy".
        let grants = entry.lemma == "grant";
        if grants && !self.text.is_any(noun, &["audience", "audiences"]) {
            return Vec::new();
        }
        let prepositions: &[&str] = match is_call {
            false if grants => &["to"],
            true if is_visit => &["on"],
            true => &["with", "between", "from"],
            false => &["with", "between"],
        };
        let others = self.leaders.object(noun + 1, prepositions, false);
        let is_between = self.text.is(noun + 1, "between");
        // A meal had by one alone is none, and a session of a parliament is no meeting either.
        let is_loose =
            matches!(of_noun.sort, Sort::Meal | Sort::Talk) || self.text.is_any(noun, &["session", "call", "calls"]);
        if others.is_empty()
            && (is_loose && !is_had_by_both || (subject.is_empty() && self.kind != BlockKind::Paragraph))
        {
            return Vec::new();
        }
        let mode = if is_visit { None } else { self.mode_near(end, noun + 1, of_noun) };
        let is_series = self.text.word(noun).ends_with('s') && !self.text.is_any(noun, &["talks", "discussions"])
            || (end..noun).any(|at| {
                self.text.is_any(at, &["back-to-back", "bilateral", "individual", "one-on-one", "relay", "separate"])
            })
            || self.is_each(noun + 1, &others);
        if is_series && subject.len() == 1 && others.len() > 1 && !is_between {
            let each = others
                .into_iter()
                .map(|other| self.told(start..noun + 1, joined(subject.clone(), vec![other]), status, mode.clone()));
            return each.collect();
        }
        let is_plural = is_group(&subject, &others) && self.leaders.voice.is_none();
        let participants = if is_between && others.len() > 1 { others } else { joined(subject, others) };
        // "began the summit": whose it is another phrase tells.
        if passes && (participants.len() < 2 || self.meeting_noun(noun).is_none()) {
            return Vec::new();
        }
        let is_earlier = status == Status::Held && self.is_earlier(start, end);
        vec![Trigger { is_plural, is_earlier, ..self.told(start..noun + 1, participants, status, mode) }]
    }

    /// The meeting noun that stands behind a verb, with nothing but its modifiers between.
    fn noun_after(&self, first: usize) -> Option<(usize, Entry)> {
        let text = self.text;
        let mut found = None;
        for at in first..self.tokens.end.min(first + 9) {
            if let Some(entry) = vocabulary::noun_at(text, at, true) {
                found = Some((at, entry));
                continue;
            }
            // "a relay of summits", "three rounds of talks".
            let leads_on = text.is(at, "of")
                && text.is_any(at - 1, &["days", "hours", "relay", "round", "rounds", "series", "string"]);
            let is_modifier =
                matches!(text.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive))
                    || text.is(at, "-");
            let is_break = text.is_any(at, &NOUN_BREAKS) && !leads_on;
            if found.is_some() || !is_modifier || is_break {
                break;
            }
        }
        found
    }

    /// "met Lee", "talked with Lee", "spoke by phone", "the two sat down"; and "met Lee and then Roy".
    fn met(&self, entry: Entry, start: usize, end: usize, status: Status) -> Vec<Trigger> {
        let is_speech = entry.sort == Sort::Speaking;
        // "would discuss it with Roy" arranges nothing.
        // "discussed the call with Roy" is of the call.
        let of_meeting =
            || (end..self.tokens.end.min(end + 8)).any(|at| vocabulary::noun_at(self.text, at, true).is_some());
        if entry.lemma == "discuss" && (status != Status::Held || of_meeting()) {
            return Vec::new();
        }
        let is_together = self.text.is_any(end, &["together"]);
        // "When meeting with Lee, Roy said".
        let opens = text_opens(self.text, start, self.tokens.start) && self.text.lower(end - 1).ends_with("ing");
        let subject = if is_together {
            self.leaders.named(self.tokens.start..start)
        } else if opens {
            self.leaders.after_comma(end)
        } else {
            self.leaders.subject(start)
        };
        let prepositions: &[&str] = if is_speech { &["with", "to"] } else { &["with"] };
        let others = self.apart_from(self.leaders.object(end, prepositions, !is_speech), &subject, start);
        let mode = self.mode_near(end, self.tokens.end.min(end + 10), entry);
        let tokens = match &mode {
            Some((_, words)) if words.start == end => start..words.end,
            _ => start..end,
        };
        let then = self.met_then(end, &others);
        // "met separately with A, B and C": a meeting each.
        let is_each = (end..self.tokens.end.min(end + 3)).any(|at| self.text.is_any(at, &["separately"]))
            || self.text.is(start, "separately")
            || self.is_each(end, &others)
            || is_speech && mode.is_some() && !self.has_three_way();
        if is_each && subject.len() == 1 && others.len() > 1 {
            let each = others
                .into_iter()
                .map(|other| self.told(tokens.clone(), joined(subject.clone(), vec![other]), status, mode.clone()));
            return each.collect();
        }
        let is_plural = is_group(&subject, &others) && self.leaders.voice.is_none();
        let participants = joined(subject.clone(), others);
        // "spoke to Lee" may be at any table; "they spoke" tells a meeting only with its length or its means.
        let sits = self.text.is_any(end - 1, &["down"]);
        let is_told = !is_speech
            || sits
            || subject.len() < participants.len()
            || mode.is_some()
            || is_together
            || self.says_length(end);
        // "agreed to meet once a year" tells of no one meeting.
        let is_habit =
            self.text.is_any(end, &["every", "more", "once", "regularly", "twice"]) && status == Status::Planned;
        // "The two sides are to meet" need not be the leaders themselves.
        let are_sides = status == Status::Planned && is_plural && start > 0 && self.text.is(start - 1, "sides");
        if is_plural && self.are_others(start) {
            return Vec::new();
        }
        if participants.len() < 2 || !is_told || is_habit || are_sides {
            return Vec::new();
        }
        let is_earlier = status == Status::Held && self.is_earlier(start, end);
        let mut found =
            vec![Trigger { is_plural, is_earlier, ..self.told(tokens.clone(), participants, status, mode) }];
        if let ([one], Some(other)) = (subject.as_slice(), then) {
            found.push(self.told(tokens, joined(vec![one.clone()], vec![other]), status, None));
        }
        found
    }

    /// "met A, B and C separately", "held talks with A and B in turn": whether each of them was met alone.
    fn is_each(&self, after: usize, others: &[Leader]) -> bool {
        let text = self.text;
        let last = others.last().map_or(after, |(_, words)| words.end).max(after);
        let goes_on = |at: &usize| text.is_outside_quotations(*at) && !text.is_any(*at, &[";", "who", "which"]);
        (last..self.tokens.end.min(last + 12)).take_while(goes_on).any(|at| {
            text.is_any(at, &["individually", "respectively", "separately"])
                || text.is_any(at, &["separate"]) && text.is_any(at - 1, &["in", "at"])
                || text.is_any(at, &["in"]) && text.is_any(at + 1, &["turn"])
        })
    }

    /// Whether the sentence says that several spoke with each other at once: "a three-way call".
    fn has_three_way(&self) -> bool {
        let words = [
            "conference",
            "four-way",
            "group",
            "joint",
            "jointly",
            "quadrilateral",
            "three-way",
            "together",
            "trilateral",
        ];
        self.tokens.clone().any(|at| self.text.is_any(at, &words))
    }

    /// "Roy praised Finance Minister Bell, saying the pair spoke by phone": whether the two are rather a leader and who was
    /// named last in the sentence, no leader.
    fn are_others(&self, start: usize) -> bool {
        let people = self.leaders.parties.people;
        let named = people.mentions_in(&(self.tokens.start..start));
        let is_leader = |mention: &Mention| people.is_leader(mention.person);
        let group = self.text.is_any(start - 1, &["pair", "two"]);
        group
            && named.last().is_some_and(|last| !is_leader(last) && last.kind == MentionKind::Name)
            && named.iter().rev().skip(1).take(1).any(is_leader)
    }

    /// "had last met", "since they met in Lima": whether the verb group `start..end` tells of a meeting before the one at hand.
    fn is_earlier(&self, start: usize, end: usize) -> bool {
        let text = self.text;
        let from = (self.tokens.start..start).rev().take(2).take_while(|&at| is_adverb_of_time(text, at)).last();
        let group = from.unwrap_or(start)..end;
        let is_perfect = group.clone().any(|at| text.is_any(at, &["had"]));
        let has = |words: &[&str]| group.clone().any(|at| text.is_any(at, words));
        let since = (self.tokens.start..start).rev().take(6).take_while(|&at| text.is_outside_quotations(at));
        has(&["last", "previously"])
            || is_perfect && has(&["already", "earlier", "first", "initially"])
            || since.into_iter().any(|at| text.is_any(at, &["since"]) && !text.is_any(at + 1, &["then"]))
    }

    /// Whom "both men" or "the two" means where it is somebody else who met them.
    fn apart_from(&self, others: Vec<Leader>, subject: &[Leader], at: usize) -> Vec<Leader> {
        let [(one, _)] = subject else { return others };
        let is_one = others.len() > 1 && is_group(&others, &[]) && others.iter().any(|(person, _)| person == one);
        if !is_one {
            return others;
        }
        let words = others[0].1.clone();
        let mut apart = self.leaders.parties.leaders_before(at, others.len() + 1);
        apart.retain(|person| person != one);
        apart.into_iter().map(|person| (person, words.clone())).collect()
    }

    /// "and then Roy", behind the first whom somebody met.
    fn met_then(&self, end: usize, others: &[Leader]) -> Option<Leader> {
        let last = others.last()?.1.end.max(end);
        let then = (last..self.tokens.end.min(last + 8))
            .find(|&at| self.text.is(at, "and") && self.text.is_any(at + 1, &["then", "later"]))?;
        self.leaders.listed(then + 2).into_iter().next()
    }

    fn says_length(&self, end: usize) -> bool {
        let text = self.text;
        (end..self.tokens.end.min(end + 6)).any(|at| text.is_any(at, &["hour", "hours", "minutes"]))
    }

    /// "received Lee", "was received by Lee", "looked forward to seeing each other", "telephoned Lee".
    fn received(&self, entry: Entry, start: usize, at: usize, end: usize, status: Status) -> Vec<Trigger> {
        let text = self.text;
        // "Roy and his host, Lee": no verb.
        let is_noun = text.is_any(at, &["call", "host"])
            && at > self.tokens.start
            && (text.has(at - 1, Trait::Determiner) || text.is_any(at - 1, &["whose"]));
        if is_noun {
            return Vec::new();
        }
        // "Receiving Roy at the palace, Lee said".
        let opens = start == at && text_opens(text, start, self.tokens.start) && text.lower(at).ends_with("ing");
        let subject = if opens { self.leaders.after_comma(end) } else { self.leaders.subject(start) };
        let greets = self.greets_guest(start);
        let (subject, status) = match self.leaders.both(at).first() {
            Some(speaker) if greets => (vec![speaker.clone()], Status::Held),
            _ => (subject, status),
        };
        // "was received by Lee", "was received at the palace by Lee".
        let helped = at > self.tokens.start
            && (start.saturating_sub(1)..at).any(|be| text.is_any(be, &["was", "were", "be", "been", "being", "is"]));
        let by = (end..self.tokens.end.min(end + 10)).find(|&by| text.is(by, "by")).filter(|_| helped);
        // "hosted talks with Lee", "hosted talks between A and B".
        if let Some((noun, _)) = self.noun_after(end).filter(|_| entry.lemma == "host") {
            let others = self.leaders.object(noun + 1, &["with", "between", "for"], false);
            let host = subject.first().map(|(person, _)| *person).filter(|_| !others.is_empty());
            let participants = joined(subject, others);
            let mode = self.mode_near(end, noun + 1, entry);
            return vec![Trigger { host, ..self.told(start..noun + 1, participants, status, mode) }];
        }
        // "received a call from Lee"
        let call = self.noun_after(end).filter(|(noun, _)| text.is(*noun, "call"));
        if let Some((noun, entry)) = call.filter(|_| entry.lemma == "receive") {
            let participants = joined(subject, self.leaders.object(noun + 1, &["from"], false));
            let mode = self.mode_near(end, noun + 1, entry);
            let told = self.told(start..noun + 1, participants, status, mode);
            return if told.participants.len() > 1 { vec![told] } else { Vec::new() };
        }
        let others = if text.is(end, "each") && text.is_any(end + 1, &["other"]) {
            Vec::new()
        } else {
            let direct = self.leaders.listed(by.map_or(end, |by| by + 1));
            let behind = || self.leaders.behind_adverbial(end).map(|object| self.leaders.listed(object));
            let others = if direct.is_empty() && by.is_none() { behind().unwrap_or(direct) } else { direct };
            self.apart_from(others, &subject, start)
        };
        let is_mutual = text.is(end, "each") && subject.len() > 1;
        if !is_mutual && (subject.is_empty() || others.is_empty()) {
            return Vec::new();
        }
        let calls_on = matches!(entry.lemma, "call on" | "visit");
        // "called on Roy to resign" is a demand.
        let demands = others.last().is_some_and(|(_, words)| text.is_any(words.end, &["for", "not", "to"]));
        if calls_on && demands {
            return Vec::new();
        }
        let receives = !is_mutual && (calls_on || matches!(entry.lemma, "host" | "receive" | "welcome"));
        let host = if by.is_some() || calls_on { others.first() } else { subject.first() };
        let host = host.map(|(person, _)| *person).filter(|_| receives);
        // Who greets or sees somebody in passing has met only where it is said for how long or where.
        let passes = entry.lemma == "greet" && !self.says_length(end);
        let welcomes = entry.lemma == "welcome" && !self.receives_at(&others);
        if status == Status::Held && (passes || welcomes) {
            return Vec::new();
        }
        let is_plural = is_group(&subject, &others) && self.leaders.voice.is_none();
        let mode = entry.mode.map(|mode| (mode, at..end)).or_else(|| self.mode_near(end, end + 8, entry));
        // "phoned both leaders": a call each.
        let is_call = entry.mode == Some(Mode::Phone) && !self.has_three_way();
        if subject.len() == 1 && others.len() > 1 && (is_call || self.is_each(end, &others)) {
            let receiving = |other: &Leader| host.map(|host| if by.is_some() { other.0 } else { host });
            let each = others.into_iter().map(|other| Trigger {
                host: receiving(&other),
                ..self.told(start..end, joined(subject.clone(), vec![other]), status, mode.clone())
            });
            return each.collect();
        }
        let participants = joined(subject, others);
        vec![Trigger { is_plural, host, ..self.told(start..end, participants, status, mode) }]
    }

    /// "It is a pleasure to welcome Roy": a leader says so to whom he receives.
    fn greets_guest(&self, start: usize) -> bool {
        const FEELING: [&str; 7] = ["delighted", "glad", "happy", "honor", "honour", "pleased", "pleasure"];
        let text = self.text;
        start > self.tokens.start && text.is(start, "to") && text.is_any(start - 1, &FEELING)
            || start > self.tokens.start + 1 && text.is_any(start - 2, &FEELING) && text.is(start - 1, "to")
    }

    /// "Thank you for hosting me": a leader says so to whom he visits.
    fn thanks_host(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let is_hosting = text.is_any(at, &["having", "hosting", "inviting", "receiving", "welcoming"])
            && text.is_any(at + 1, &["me", "us"]);
        let both = self.leaders.both(at);
        let is_thanks = at > self.tokens.start && text.is(at - 1, "for") && is_hosting;
        let host = both.last().map(|(person, _)| *person).filter(|_| is_thanks)?;
        Some(Trigger { host: Some(host), ..self.told(at..at + 2, both, Status::Held, None) })
    }

    /// "welcomed Lee to the palace", "welcomed Lee in Nairobi".
    fn receives_at(&self, others: &[Leader]) -> bool {
        others.last().is_some_and(|(_, words)| {
            let next = words.end + usize::from(self.text.is(words.end, ","));
            self.text.is_any(next, &["at", "for", "in", "to"])
        })
    }

    fn told(
        &self,
        tokens: Range<usize>,
        participants: Vec<Leader>,
        status: Status,
        mode: Option<(Mode, Range<usize>)>,
    ) -> Trigger {
        Trigger {
            status_words: tokens.clone(),
            tokens,
            sentence: self.sentence,
            scope: self.tokens.clone(),
            participants,
            status,
            mode,
            is_plural: false,
            at_hand: Vec::new(),
            tells: true,
            host: None,
            is_next: false,
            joins: false,
            is_earlier: false,
        }
    }

    /// "No meeting was arranged between A and B", "No such talks took place".
    fn no_meeting(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let is_no = text.is_any(at, &["no"]);
        let noun = (at + 1..(at + 5).min(self.tokens.end))
            .find(|&noun| vocabulary::noun_at(text, noun, false).is_some())
            .filter(|_| is_no)?;
        let goes_on = |at: &usize| {
            text.is_any(
                *at,
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
                    "took",
                    "place",
                ],
            )
        };
        let end = (noun + 1..self.tokens.end).take_while(goes_on).last().map_or(noun + 1, |last| last + 1);
        let with = text.is_any(end, &["between", "with"]) && end == noun + 1;
        if let Some(none) = with.then(|| self.none_with(at, end)).flatten() {
            return Some(none);
        }
        let mut participants = self.leaders.object(end, &["between", "with"], false);
        if participants.len() == 1 {
            let subject = self.leaders.subject(at);
            let others = if subject.is_empty() { self.leaders.before_sentence(&participants) } else { subject };
            participants = joined(others, participants);
        }
        // "there was no meeting with Lee".
        let exists = at > self.tokens.start + 1 && text.is_any(at - 2, &["there"]);
        let tells = end > noun + 1 || exists;
        tells.then(|| self.told(at..end, participants, Status::Denied, None))
    }

    /// "No meeting with Roy, who is in Lima too, has been arranged": the verb stands behind whom it is not with.
    fn none_with(&self, at: usize, with: usize) -> Option<Trigger> {
        let text = self.text;
        let mut participants = self.leaders.listed(with + 1);
        let last = participants.last()?.1.end;
        let made = [
            "arranged",
            "envisaged",
            "foreseen",
            "happened",
            "held",
            "occurred",
            "planned",
            "scheduled",
            "set",
            "took",
        ];
        let verb = (last..self.tokens.end.min(last + 24))
            .filter(|&verb| text.is_outside_quotations(verb))
            .find(|&verb| text.is_any(verb, &made))?;
        if participants.len() == 1 {
            let subject = self.leaders.subject(at);
            let mut last = self.leaders.parties.leaders_before(at, 1);
            last.retain(|person| participants.iter().all(|(other, _)| other != person));
            let others = if subject.is_empty() && text_opens(text, at, self.tokens.start) && !last.is_empty() {
                last.into_iter().map(|person| (person, at..at + 1)).collect()
            } else if subject.is_empty() {
                self.leaders.before_sentence(&participants)
            } else {
                subject
            };
            participants = joined(others, participants);
        }
        let helps = |at: &usize| text.is_any(*at, &["been", "had", "has", "is", "was", "were", "yet"]);
        let start = (last..verb).rev().take_while(helps).last().unwrap_or(verb);
        let end = verb + 1 + usize::from(text.is(verb + 1, "place"));
        (participants.len() > 1)
            .then(|| Trigger { status_words: start..end, ..self.told(at..with, participants, Status::Denied, None) })
    }

    /// "A visit by Roy has been put off": whom Roy was to meet is of whom the text speaks.
    fn visit_off(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let is_visit = text.is_any(at, &["trip", "visit"]) && text.is_any(at + 1, &["by", "of"]);
        if !is_visit || self.kind != BlockKind::Paragraph {
            return None;
        }
        let visitors = self.leaders.listed(at + 2);
        let [(visitor, words)] = visitors.as_slice() else { return None };
        let status_words = status::called_off(text, words.end, self.tokens.end)?;
        let others = self.leaders.before_sentence(&visitors);
        let country = |person: usize| self.leaders.parties.people.people[person].country().map(|found| found.country);
        let host = others.first().map(|(person, _)| *person).filter(|&host| country(host) != country(*visitor))?;
        // A visit to another country is to somebody else.
        let elsewhere = (words.end..self.tokens.end.min(words.end + 4)).any(|to| {
            text.is(to, "to")
                && names::place_at(text, to + 1, self.tokens.end)
                    .is_some_and(|place| Some(place.country()) != country(host))
        });
        let start = self.noun_start(at);
        let told = self.told(start..at + 1, joined(others, visitors), Status::Cancelled, None);
        (!elsewhere).then_some(Trigger { status_words, host: Some(host), ..told })
    }

    /// "a summit with X", "their talks", "the meeting", "X's talks with Y were called off", "talks between X and Y".
    fn noun(&self, at: usize) -> Option<Trigger> {
        let text = self.text;
        let entry = self.meeting_noun(at).or_else(|| self.meal_with(at))?;
        let start = self.noun_start(at);
        // "is considering a bilateral with Roy", "asked for a meeting": only wished for.
        let wishes = |at: usize| text.is_any(at, &WISHED_FOR) && text.is_outside_quotations(at);
        let is_wish = start > self.tokens.start
            && (wishes(start - 1) || start > self.tokens.start + 1 && text.is(start - 1, "for") && wishes(start - 2));
        if is_wish && text.is_any(start, &["a", "an", "another"]) {
            return None;
        }
        let end = at + 1;
        let owner = self.owner(start);
        let with = text.is_any(end, &["with", "between", "of"]).then(|| text.word(end));
        let others = match with {
            Some("of") => self.leaders.listed(end + 1).into_iter().take(if owner.is_empty() { 8 } else { 0 }).collect(),
            Some(_) => self.leaders.listed(end + 1),
            None => self.leaders.object(end, &["with", "between"], false),
        };
        let participants = if others.len() >= 2 && with != Some("with") {
            others
        } else if !others.is_empty() && with != Some("of") {
            let subject = if owner.is_empty() { self.governing_subject(start, &others) } else { owner.clone() };
            let pair = joined(subject, others);
            // "A meeting with Lee is planned, Roy said": the other leader of the sentence.
            if pair.len() < 2 { self.pair_of_sentence() } else { pair }
        } else if with.is_none() && self.is_occasion(start, at) {
            self.pair_of_sentence()
        } else {
            Vec::new()
        };
        let said = status::of_noun(text, start, end, &self.tokens);
        let (status, status_words) = said.unwrap_or((Status::Held, start..end));
        // "would be held" only reports what somebody says of it.
        let is_next = participants.is_empty()
            && self.kind == BlockKind::Paragraph
            && (start..at).any(|at| text.is(at, "next"))
            && status::own_verb(text, end, self.tokens.end).is_some_and(|(_, words)| !text.is(words.start, "would"));
        let mode = self.mode_near(start, end, entry);
        let of_leaders = self.leaders_start(start);
        let from = if participants.len() >= 2 {
            owner.first().map_or(start, |(_, words)| words.start)
        } else {
            of_leaders.unwrap_or(start)
        };
        let refers = text.is_any(start, &["the", "their", "this", "his", "her"])
            || (self.leaders.voice.is_some() && text.is_any(start, &["our"]))
            || self.kind == BlockKind::Headline
            || of_leaders.is_some();
        // A noun with "with" and nobody known behind it is somebody else's meeting.
        let is_other =
            participants.len() < 2 && (!refers || (with.is_some() && !owner.is_empty()) || with == Some("with"));
        (!is_other).then_some(Trigger {
            tokens: from..end,
            sentence: self.sentence,
            scope: self.tokens.clone(),
            is_plural: false,
            at_hand: if participants.len() < 2 { self.at_hand(start, at) } else { Vec::new() },
            participants,
            status,
            status_words,
            mode,
            tells: false,
            host: None,
            is_next,
            joins: false,
            is_earlier: false,
        })
    }

    /// Whose the meeting is that the words before token `start` lead up to: of the clause's subject, if that is a leader;
    /// else of whom the sentence, or the text before it, names last.
    fn governing_subject(&self, start: usize, others: &[Leader]) -> Vec<Leader> {
        let mut named = self.leaders.named(self.tokens.start..start);
        // "..., who had come from talks with Roy": whose clause it is stands before "who".
        let who = (self.tokens.start..start).rev().find(|&at| self.text.is(at, "who") && at > self.tokens.start);
        let before_who = who.and_then(|who| named.iter().rposition(|(_, words)| words.end + 1 == who));
        if let Some(last) = before_who {
            named.swap(0, last);
        }
        // Whose meeting it is where a leader speaks, or is asked, needs no word.
        let voice = self.leaders.voice.and_then(|voice| voice.speaker.or(voice.other));
        let voice = voice.filter(|voice| others.iter().all(|(person, _)| person != voice));
        if named.is_empty() {
            named = voice.map_or_else(|| self.leaders.before_sentence(others), |voice| vec![(voice, start..start + 1)]);
        }
        named.truncate(1);
        named
    }

    /// "signed it after talks": whether the noun phrase only says on which occasion something was done.
    fn is_occasion(&self, start: usize, at: usize) -> bool {
        let text = self.text;
        let before = start.checked_sub(1).filter(|&before| before >= self.tokens.start);
        let leads =
            before.is_some_and(|before| text.is_any(before, &["after", "at", "during", "following", "for", "in"]));
        // "for two days of talks"
        let leads = leads
            || before.is_some_and(|of| {
                text.is(of, "of") && of > self.tokens.start && text.is_any(of - 1, &["day", "days", "hours", "rounds"])
            });
        let is_new =
            text.is_any(start, &["a", "an"]) && before.is_some_and(|before| text.is_any(before, &["during", "in"]));
        leads && (start == at || is_new || !text.is_any(start, &["a", "an", "no", "the", "this"]))
    }

    /// The two leaders of the sentence, or of the one before where the sentence begins with "The meeting".
    fn at_hand(&self, start: usize, at: usize) -> Vec<Leader> {
        let pair = self.pair_of_sentence();
        // "our meeting today", told by a leader to the other one.
        if pair.is_empty() && self.text.is_any(start, &["our"]) {
            return self.leaders.both(start);
        }
        let begins = start == self.tokens.start
            && self.text.is(start, "The")
            && self.text.is_any(at, &["call", "conversation", "encounter", "meeting", "talks"]);
        if pair.is_empty() && !begins {
            return self.joined_before(start, at);
        }
        if !pair.is_empty() || !begins || self.kind != BlockKind::Paragraph {
            return pair;
        }
        let before = self.sentence.checked_sub(1).map(|before| self.text.sentences[before].clone());
        let is_body = |passage: usize| self.text.passages[passage].kind == BlockKind::Paragraph;
        let named = before
            .filter(|before| is_body(before.passage))
            .map(|before| self.leaders.named(before.tokens))
            .unwrap_or_default();
        let is_theirs = |(person, _): &Leader| named.iter().any(|(leader, _)| leader == person);
        let are_same = self.leaders.named(self.tokens.clone()).iter().all(is_theirs);
        if named.len() == 2 && are_same { named } else { Vec::new() }
    }

    /// "A and B vowed to act. During the talks, A said": the two whom a sentence shortly before names side by side, where
    /// one of them speaks of "the talks".
    fn joined_before(&self, start: usize, at: usize) -> Vec<Leader> {
        /// How many sentences back the two are looked for.
        const REACH: usize = 4;
        let text = self.text;
        let leads = start > self.tokens.start
            && text.is_any(start - 1, &["After", "At", "During", "In", "after", "at", "during", "in"])
            && text.is_any(start, &["the", "their"])
            && text.is_any(at, &["meeting", "summit", "talks"]);
        if !leads || self.kind != BlockKind::Paragraph {
            return Vec::new();
        }
        let here = self.leaders.named(self.tokens.clone());
        let before = text.sentences[self.sentence.saturating_sub(REACH)..self.sentence].iter().rev();
        let mut pairs =
            before.filter(|before| text.passages[before.passage].kind == BlockKind::Paragraph).map(|before| {
                let named = self.leaders.named(before.tokens.clone());
                let is_joined =
                    named.len() == 2 && text.is(named[0].1.end, "and") && named[1].1.start == named[0].1.end + 1;
                if is_joined { named } else { Vec::new() }
            });
        let is_theirs = |pair: &Vec<Leader>| {
            !pair.is_empty() && here.iter().all(|(person, _)| pair.iter().any(|(leader, _)| leader == person))
        };
        pairs.find(is_theirs).filter(|_| !here.is_empty()).unwrap_or_default()
    }

    /// The two leaders of the sentence, where it names just two.
    fn pair_of_sentence(&self) -> Vec<Leader> {
        let named = self.leaders.named(self.tokens.clone());
        if named.len() == 2 { named } else { Vec::new() }
    }

    fn meeting_noun(&self, at: usize) -> Option<Entry> {
        let text = self.text;
        let word = text.word(at);
        let entry = vocabulary::noun_at(text, at, false)?;
        let leads_on = vocabulary::noun_at(text, at + 1, false).is_some();
        // "bilateral ties" are no meeting, "a bilateral with Lee" is.
        let is_adjective = text.is_any(at, &["bilateral", "bilaterals"])
            && text.kind(at + 1) == Some(TokenKind::Word)
            && !text.is_any(at + 1, &["at", "between", "in", "on", "was", "with"]);
        if leads_on
            || is_adjective
            || (word.starts_with(char::is_uppercase) && self.kind != BlockKind::Headline && at > self.tokens.start)
        {
            return None;
        }
        // The meeting of an organization, a press conference, a mountain's summit.
        let is_named = (at.saturating_sub(6).max(self.tokens.start)..=at).any(|first| {
            names::organization_at(text, first, self.tokens.end)
                .is_some_and(|(tokens, _)| tokens.contains(&at) || tokens.end == at && !text.is(at, "talks"))
        });
        let is_other = at > self.tokens.start
            && (text.is_any(
                at - 1,
                &[
                    "press",
                    "news",
                    "business",
                    "cabinet",
                    "committee",
                    "party",
                    "climate",
                    "board",
                    "opening",
                    "closing",
                    "plenary",
                    "annual",
                    "economic",
                    "ministerial",
                    "trade",
                    "family",
                    "economy",
                ],
            ) || (text.is_any(at, &["call", "calls"])
                && text.kind(at - 1) != Some(TokenKind::Possessive)
                && !text.is_any(
                    at - 1,
                    &["phone", "telephone", "video", "the", "conference", "their", "third", "second"],
                )
                && !(self.kind == BlockKind::Headline && text.is(at + 1, "with"))));
        let calls_for = text.is_any(at, &["call", "calls"]) && text.is_any(at + 1, &["for", "on", "to"]);
        (!(is_named || is_other || calls_for)).then_some(entry)
    }

    /// Where the noun phrase of a meeting begins: at its determiner, or its first modifier.
    fn noun_start(&self, at: usize) -> usize {
        const MODIFIERS: [&str; 33] = [
            "bilateral",
            "brief",
            "closed-door",
            "courtesy",
            "expanded",
            "extended",
            "face-to-face",
            "final",
            "first",
            "formal",
            "four-eyes",
            "hour-long",
            "informal",
            "joint",
            "large",
            "next",
            "official",
            "one-on-one",
            "phone",
            "private",
            "second",
            "separate",
            "small",
            "such",
            "summit",
            "telephone",
            "third",
            "three-way",
            "trilateral",
            "two-way",
            "video",
            "virtual",
            "working",
        ];
        let text = self.text;
        let mut start = at;
        while start > self.tokens.start && at - start < 6 {
            let word = text.lower(start - 1);
            if DETERMINERS.contains(&word.as_str()) || word == "no" {
                return start - 1;
            }
            let is_title_case = self.kind == BlockKind::Headline
                && (!names::joined_countries(text, start - 1).is_empty()
                    || matches!(word.as_str(), "summit" | "bilateral"));
            let is_modifier = matches!(text.kind(start - 1), Some(TokenKind::Word | TokenKind::Number))
                && (MODIFIERS.contains(&word.as_str())
                    || ["-hour", "-minute", "-day"].iter().any(|length| word.ends_with(length))
                    || is_title_case);
            if !is_modifier {
                break;
            }
            start -= 1;
        }
        start
    }

    /// "stayed for a working dinner with Roy": a meal that somebody comes or stays for, where a leader is there.
    fn meal_with(&self, at: usize) -> Option<Entry> {
        let text = self.text;
        let entry = vocabulary::noun_at(text, at, true).filter(|entry| entry.sort == Sort::Meal)?;
        let is_plain = self.kind == BlockKind::Paragraph && text.is(at + 1, "with");
        let article = (self.tokens.start.max(at.saturating_sub(4))..at).rev().find(|&before| {
            !(text.kind(before) == Some(TokenKind::Word) && text.word(before).starts_with(char::is_lowercase))
                || text.is_any(before, &["a", "at", "for", "over", "to"])
        })?;
        let before = article - usize::from(text.is(article, "a") && article > self.tokens.start);
        let leads = text.is_any(before, &["for", "over"]);
        let invites = (self.tokens.start..at)
            .any(|word| ["invit", "declin"].iter().any(|stem| text.word(word).starts_with(stem)));
        (is_plain && leads && !invites && !self.leaders.listed(at + 2).is_empty()).then_some(entry)
    }

    /// Whose meeting it is: "Arriaga's third meeting".
    fn owner(&self, start: usize) -> Vec<Leader> {
        let text = self.text;
        if start <= self.tokens.start + 1 || text.kind(start - 1) != Some(TokenKind::Possessive) {
            return Vec::new();
        }
        let people = self.leaders.parties.people;
        let mention = people.mention_at(start - 2).filter(|mention| people.is_leader(mention.person));
        mention.map(|mention| (mention.person, mention.tokens.clone())).into_iter().collect()
    }

    /// Where "the two leaders" begins in "the two leaders’ second conversation".
    fn leaders_start(&self, start: usize) -> Option<usize> {
        let text = self.text;
        let is_of_leaders = start > self.tokens.start + 2
            && text.is_any(start - 1, &["’", "'"])
            && text.is_any(start - 2, &["leaders", "presidents"]);
        is_of_leaders.then(|| (self.tokens.start..start).rev().take(6).find(|&at| text.is_any(at, &["the"])))?
    }

    /// By phone or by video, where the words near the phrase, or its noun, say so.
    fn mode_near(&self, from: usize, to: usize, entry: Entry) -> Option<(Mode, Range<usize>)> {
        let text = self.text;
        let to = to.min(self.tokens.end);
        let said = (from..to).find_map(|at| {
            let mode = match text.lower(at).as_str() {
                "phone" | "telephone" | "telephoned" => Mode::Phone,
                "video" | "virtual" | "virtually" | "videoconference" | "online" | "teleconference" => Mode::Video,
                "person" if text.is(at - 1, "in") => Mode::InPerson,
                _ => return None,
            };
            text.is_outside_quotations(at).then_some((mode, at))
        });
        if let Some((mode, at)) = said {
            let leads = |before: &usize| text.is_any(*before, &["by", "on", "over", "via", "the", "in", "a"]);
            let first = (from..at).rev().take_while(leads).last().unwrap_or(at);
            return Some((mode, first..at + 1));
        }
        entry.mode.filter(|_| to > from).map(|mode| (mode, to - 1..to))
    }
}

/// Words that no modifier of a meeting is, so that the noun behind them is not the verb's.
const NOUN_BREAKS: [&str; 17] = [
    "after", "and", "at", "before", "but", "by", "during", "for", "from", "in", "of", "on", "since", "that", "to",
    "when", "with",
];

/// Verbs before a meeting that is only wished for.
const WISHED_FOR: [&str; 19] = [
    "asked",
    "asking",
    "considering",
    "demanded",
    "floated",
    "mulling",
    "offered",
    "offering",
    "proposed",
    "proposes",
    "proposing",
    "requested",
    "requesting",
    "seek",
    "seeking",
    "seeks",
    "sought",
    "want",
    "wants",
];

/// Whether token `at` begins its sentence, or stands behind a word that opens a clause there.
fn text_opens(text: &Text<'_>, at: usize, start: usize) -> bool {
    at == start || (at == start + 1 && text.is_any(start, &["after", "before", "in", "on", "upon", "when", "while"]))
}

fn is_adverb_of_time(text: &Text<'_>, at: usize) -> bool {
    text.is_any(at, &["already", "earlier", "first", "initially", "last", "previously"])
}

/// Whether those who met are the subject alone, and named by one phrase: "the two leaders", "they".
fn is_group(subject: &[Leader], others: &[Leader]) -> bool {
    subject.len() > 1 && others.is_empty() && subject.iter().all(|(_, words)| *words == subject[0].1)
}

/// Both lists as one, nobody twice.
fn joined(ones: Vec<Leader>, others: Vec<Leader>) -> Vec<Leader> {
    let mut all: Vec<Leader> = Vec::with_capacity(ones.len() + others.len());
    for leader in ones.into_iter().chain(others) {
        if all.iter().all(|(person, _)| *person != leader.0) {
            all.push(leader);
        }
    }
    all
}
