//! Which leaders a stretch of words names as those who met.

use std::ops::Range;

use rapporteur_model::BlockKind;

use crate::reading::{
    people::Mention,
    phrases::{Parties, PartyFound},
    text::{Text, TokenKind},
    times::is_weekday,
    traits::Trait,
};

/// A leader, and the words that name the leader as one who met.
pub(super) type Leader = (usize, Range<usize>);

/// How many leaders a list may have; what goes on is left out, and told.
pub(super) const LONGEST_LIST: usize = 200;
/// How many leaders of a sentence are looked at where no list is.
const MOST_NAMED: usize = 40;

/// A sentence, whose leaders are looked for.
#[derive(Clone)]
pub(super) struct Leaders<'a, 't> {
    pub(super) parties: Parties<'a, 't>,
    pub(super) tokens: Range<usize>,
    pub(super) kind: BlockKind,
    /// Whose words the sentence is, where it is part of a transcript's turn.
    pub(super) voice: Option<Voice>,
}

/// Who speaks in a transcript, as far as it says who meets: whom "I", "you" and "they" mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Voice {
    /// The leader who speaks.
    pub(super) speaker: Option<usize>,
    /// The leader who stands beside: where just two leaders speak, or the title names just two.
    pub(super) other: Option<usize>,
    /// The leader of whom a transcript speaks most in which no leader speaks.
    pub(super) principal: Option<usize>,
}

impl Leaders<'_, '_> {
    fn text(&self) -> &Text<'_> {
        self.parties.text
    }

    /// The leaders that are the subject of the verb group that begins at token `start`.
    pub(super) fn subject(&self, start: usize) -> Vec<Leader> {
        let text = self.text();
        if let Some(voice) = self.voice {
            let spoken = self.spoken_subject(voice, start);
            if !spoken.is_empty() {
                return spoken;
            }
        }
        if self.kind == BlockKind::Headline {
            return self.named(self.tokens.start..start);
        }
        let first = self.tokens.start;
        // "last met", "first met".
        let is_aside = |at: usize| text.has(at, Trait::Adverb) || text.is_any(at, &["each", "last"]);
        let end = (first..start).rev().find(|&at| !is_aside(at)).map_or(first, |last| last + 1);
        let pair = self.with_apposition(end);
        if !pair.is_empty() {
            return pair;
        }
        if end > first && text.is_any(end - 1, &["and", ",", "who", "then", "before"]) {
            return self.shared_subject(end - 1);
        }
        let Some(party) = self.parties.before(end, first) else { return self.shared_subject(end) };
        let leaders = self.of_party(&party);
        if !leaders.is_empty() {
            return leaders;
        }
        // "Lee herself", "Lee of Italy": words around the name.
        let last = self.named(first..end).pop();
        let before_time = self.before_time(end);
        let is_named = |words: &Range<usize>| {
            words.end == end
                || words.end == before_time
                || words.start == party.tokens.start
                || text.is_any(words.end, &["from", "herself", "himself", "of"])
        };
        let found: Vec<Leader> =
            last.filter(|(_, words)| words.end + 6 >= end && is_named(words)).into_iter().collect();
        // "flew to Lima on Friday to meet Roy": whose journey it was.
        if found.is_empty() && text.is(start, "to") { self.shared_subject(end) } else { found }
    }

    /// "Lee and his host, Roy,": both of them, where the second one's name stands between commas before token `end`.
    fn with_apposition(&self, end: usize) -> Vec<Leader> {
        let (text, people) = (self.text(), self.parties.people);
        let leader_at = |at: usize| people.mention_at(at).filter(|mention| self.is_leader(mention));
        let closes = end >= self.tokens.start + 4 && text.is(end - 1, ",");
        let Some(second) = leader_at(end.saturating_sub(2)).filter(|mention| closes && mention.tokens.end + 1 == end)
        else {
            return Vec::new();
        };
        let comma = second.tokens.start.saturating_sub(1);
        let Some(and) = (self.tokens.start..comma).rev().take(6).find(|&at| text.is(at, "and")) else {
            return Vec::new();
        };
        let owns = text.is_any(and + 1, &["her", "his", "the"]) && text.is(comma, ",");
        let is_plain =
            (and + 1..comma).all(|at| text.kind(at) == Some(TokenKind::Word) && !text.has(at, Trait::FiniteVerb));
        let first = leader_at(and.saturating_sub(1)).filter(|mention| owns && is_plain && mention.tokens.end == and);
        first.map_or_else(Vec::new, |first| {
            [first, second].into_iter().map(|mention| (mention.person, mention.tokens.clone())).collect()
        })
    }

    /// Where the words before "on Thursday", "here" and the like end, which stand directly before token `end`.
    fn before_time(&self, end: usize) -> usize {
        let text = self.text();
        let mut last = end;
        for _ in 0..3 {
            let Some(at) = last.checked_sub(1).filter(|&at| at > self.tokens.start) else { break };
            if is_weekday(text.word(at)) {
                last = at - usize::from(text.is_any(at - 1, &["on", "this"]));
            } else if text.is_any(at, &["afternoon", "evening", "morning", "week"]) && text.is_any(at - 1, &["this"]) {
                last = at - 1;
            } else if text.is_any(at, &["here", "today", "tonight", "yesterday"]) {
                last = at;
            } else {
                break;
            }
        }
        last
    }

    /// "I", "we" and "you" before the verb group that begins at token `start`, or with it in one word: "we'll".
    fn spoken_subject(&self, voice: Voice, start: usize) -> Vec<Leader> {
        let text = self.text();
        let is_aside = |at: usize| text.has(at, Trait::Adverb) || text.is_any(at, &["both"]);
        let before = (self.tokens.start..start).rev().find(|&at| !is_aside(at));
        let joined = text.lower(start);
        let joined = joined.split_once(['\'', '’']).map(|(pronoun, _)| pronoun);
        let (at, word) = match (joined, before) {
            (Some(word @ ("i" | "we" | "you" | "they")), _) => (start, word.to_owned()),
            (_, Some(before)) => (before, text.lower(before).as_str().to_owned()),
            _ => return Vec::new(),
        };
        let words = at..at + 1;
        let people: Vec<usize> = match word.as_str() {
            "i" => voice.speaker.into_iter().collect(),
            "we" if voice.speaker.is_some() && voice.other.is_some() => {
                voice.speaker.into_iter().chain(voice.other).collect()
            }
            "you" => voice.other.into_iter().collect(),
            "they" if voice.speaker.is_none() => {
                let last = self.parties.leaders_before(at, 2).into_iter().rfind(|&one| Some(one) != voice.principal);
                voice.principal.into_iter().chain(last).collect()
            }
            _ => Vec::new(),
        };
        people.into_iter().map(|person| (person, words.clone())).collect()
    }

    /// The two leaders of a transcript's turn, one of whom speaks: those of "our meeting".
    pub(super) fn both(&self, at: usize) -> Vec<Leader> {
        match self.voice {
            Some(Voice { speaker: Some(speaker), other: Some(other), .. }) => {
                vec![(speaker, at..at + 1), (other, at..at + 1)]
            }
            _ => Vec::new(),
        }
    }

    /// Whose verb one without a subject is, before token `end`: the leader whom the sentence is about, or who is named
    /// directly before "who".
    fn shared_subject(&self, end: usize) -> Vec<Leader> {
        let mut named = self.named(self.tokens.start..end);
        if self.text().is(end, "who") {
            // "The two presidents, who met on Friday": all of them.
            let noun = end - usize::from(end > self.tokens.start && self.text().is(end - 1, ","));
            let group = self.parties.before(noun, self.tokens.start).map(|party| self.of_party(&party));
            if let Some(group) =
                group.filter(|group| group.len() > 1 && group.iter().all(|(_, words)| *words == group[0].1))
            {
                return group;
            }
            return named.pop().into_iter().collect();
        }
        // "The presidents of Kenya, Lee, and of Peru, Roy, met": all who share the office.
        let office = |(person, _): &Leader| {
            self.parties.people.people[*person].leading_office().map(|office| office.title.clone())
        };
        let shared = named.first().and_then(office);
        if named.len() > 1 && shared.is_some() && named.iter().all(|leader| office(leader) == shared) {
            return named;
        }
        // "Lee and Roy signed it and agreed to meet": both of them.
        if let Some((_, words)) = named.first() {
            return self.listed(words.start).into_iter().filter(|(_, words)| words.end <= end).collect();
        }
        if named.is_empty()
            && let Some(party) = self.parties.after(self.tokens.start, end, false)
        {
            return self.of_party(&party);
        }
        named.truncate(1);
        named
    }

    /// The leaders that the main clause begins with, behind the first comma after token `at`.
    pub(super) fn after_comma(&self, at: usize) -> Vec<Leader> {
        let comma = (at..self.tokens.end.min(at + 40)).find(|&at| self.text().is(at, ","));
        comma.map_or_else(Vec::new, |comma| self.listed(comma + 1))
    }

    /// The leader, none of `others`, of whom the text before the sentence speaks most.
    pub(super) fn before_sentence(&self, others: &[Leader]) -> Vec<Leader> {
        let start = self.tokens.start;
        let people = self.parties.people;
        let mentions = people.mentions_in(&(start.saturating_sub(600)..start));
        // How many sentences begin with each, the last one first: of two as often spoken of the last counts.
        let mut counts: Vec<(&Mention, usize)> = Vec::new();
        for (index, mention) in
            mentions.iter().enumerate().rev().take(128).filter(|(_, mention)| self.is_leader(mention))
        {
            let sentence = |mention: &Mention| self.text().sentence_of(mention.tokens.start);
            let is_topic = index.checked_sub(1).is_none_or(|before| sentence(&mentions[before]) != sentence(mention));
            let weight = usize::from(is_topic);
            match counts.iter_mut().find(|(known, _)| known.person == mention.person) {
                Some((_, count)) => *count += weight,
                None if others.iter().all(|(other, _)| *other != mention.person) => counts.push((mention, weight)),
                None => {}
            }
        }
        let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
        most.map(|(mention, _)| (mention.person, mention.tokens.clone())).into_iter().collect()
    }

    /// The leaders of a party with the words that name each.
    pub(super) fn of_party(&self, party: &PartyFound) -> Vec<Leader> {
        let people = self.parties.people;
        let leaders = party.people.iter().copied().filter(|&person| people.is_leader(person));
        let words = |person: usize| {
            let mention = people.mentions_in(&party.tokens).iter().find(|mention| mention.person == person);
            mention.map_or(party.tokens.clone(), |mention| mention.tokens.clone())
        };
        leaders.map(|person| (person, words(person))).collect()
    }

    /// The leaders mentioned within tokens, in order, each once.
    pub(super) fn named(&self, tokens: Range<usize>) -> Vec<Leader> {
        let mut found: Vec<Leader> = Vec::new();
        for mention in self.parties.people.mentions_in(&tokens) {
            let is_new = found.iter().all(|(person, _)| *person != mention.person);
            if is_new && self.is_leader(mention) && self.text().is_outside_quotations(mention.tokens.start) {
                found.push((mention.person, mention.tokens.clone()));
            }
            if found.len() == MOST_NAMED {
                break;
            }
        }
        found
    }

    fn is_leader(&self, mention: &Mention) -> bool {
        self.parties.people.is_leader(mention.person)
    }

    /// The leaders whose list begins at token `at`: "Lee", "the leaders of A and B", "Lee, Roy and Kim".
    pub(super) fn listed(&self, at: usize) -> Vec<Leader> {
        let mut found: Vec<Leader> = Vec::new();
        let mut at = at;
        if let Some(voice) = self.voice {
            let person = match self.text().lower(at).as_str() {
                "you" => voice.other,
                "me" | "us" => voice.speaker,
                _ => None,
            };
            if let Some(person) = person {
                return vec![(person, at..at + 1)];
            }
        }
        for _ in 0..LONGEST_LIST {
            let Some(mention) = self.mention_from(at).filter(|mention| self.is_leader(mention)) else { break };
            // "Roy's envoy" is somebody else.
            if self.kind != BlockKind::Headline && self.text().kind(mention.tokens.end) == Some(TokenKind::Possessive) {
                return Vec::new();
            }
            for person in self.parties.people.named_by(mention) {
                // "Prime Minister C and the Swedish Prime Minister" can be one person, told twice.
                let is_new = found.iter().all(|(known, _)| *known != person);
                if is_new && self.parties.people.is_leader(person) {
                    found.push((person, mention.tokens.clone()));
                }
            }
            let Some(next) = self.next_in_list(mention.tokens.end) else { break };
            at = next;
        }
        if found.is_empty()
            && let Some(party) = self.parties.after(at, self.tokens.end, false)
        {
            let leaders = self.of_party(&party);
            return if leaders.is_empty() { self.in_apposition(at).into_iter().collect() } else { leaders };
        }
        found
    }

    /// "the host of this year's forum, Peruvian President Roy": the leader whom the words before the comma tell of.
    fn in_apposition(&self, at: usize) -> Option<Leader> {
        let text = self.text();
        if !text.has(at, Trait::Determiner) {
            return None;
        }
        let is_inside = |at: &usize| {
            !text.is_any(*at, &["and", "who", "which", ".", ";"])
                && !text.has(*at, Trait::FiniteVerb)
                && text.is_outside_quotations(*at)
        };
        let comma = (at..self.tokens.end.min(at + 14)).take_while(is_inside).find(|&at| text.is(at, ","))?;
        let mention = self.parties.people.mention_at(comma + 1).filter(|mention| self.is_leader(mention))?;
        (mention.tokens.start == comma + 1).then(|| (mention.person, mention.tokens.clone()))
    }

    /// The mention that the words from token `at` on lead up to: "Brazil's Roy", "visiting Kenyan President Lee".
    fn mention_from(&self, at: usize) -> Option<&Mention> {
        let text = self.text();
        let leads_up = |at: usize| {
            text.starts_with_capital(at)
                || text.kind(at) == Some(TokenKind::Possessive)
                || text.has(at, Trait::Determiner)
                || text.is_any(at, &["both", "counterpart", "fellow", "new", "visiting", ","])
        };
        let reach = (at..self.tokens.end.min(at + 5)).take_while(|&first| first == at || leads_up(first - 1));
        reach.into_iter().find_map(|first| {
            let mention = self.parties.people.mention_at(first)?;
            (mention.tokens.start == first || first == at).then_some(mention)
        })
    }

    /// Where the next of a list begins, behind an entry that ends before token `at`.
    fn next_in_list(&self, at: usize) -> Option<usize> {
        let text = self.text();
        let has_comma = text.is(at, ",");
        let next = at + usize::from(has_comma);
        let has_and = text.is_any(next, &["and"]);
        let next = next + usize::from(has_and);
        // "and then Lee" tells of another meeting.
        ((has_comma || has_and)
            && next < self.tokens.end
            && !text.has(next, Trait::FiniteVerb)
            && !text.is(next, "then"))
        .then_some(next)
    }

    /// Where the object begins that stands behind a place or a day: "will receive in Lima on Friday Roy".
    pub(super) fn behind_adverbial(&self, after: usize) -> Option<usize> {
        const LEADING: [&str; 10] = ["and", "as", "at", "by", "for", "from", "in", "of", "to", "with"];
        let text = self.text();
        let opens = text.is_any(after, &["at", "here", "in", "on", "today"]) || is_weekday(text.word(after));
        let goes_on = |at: &usize| {
            text.is_outside_quotations(*at)
                && matches!(text.kind(*at), Some(TokenKind::Word | TokenKind::Number))
                && !text.has(*at, Trait::FiniteVerb)
                && !text.is_any(*at, &["and", "by", "from", "of", "to", "who", "with"])
        };
        let people = self.parties.people;
        let reach = (after..self.tokens.end.min(after + 10)).take_while(goes_on);
        let found = reach.into_iter().skip(1).find_map(|at| people.mention_at(at))?;
        let start = found.tokens.start;
        let is_object = opens && start > after && self.is_leader(found) && !LEADING.contains(&text.word(start - 1));
        (is_object && !text.is(start - 1, "on")).then_some(start)
    }

    /// The leaders whom a verb that ends before token `after` has as its object, directly or after one of `prepositions`
    /// within its clause.
    pub(super) fn object(&self, after: usize, prepositions: &[&str], is_direct: bool) -> Vec<Leader> {
        const ADVERBS: [&str; 10] = [
            "again",
            "alone",
            "briefly",
            "each",
            "face-to-face",
            "later",
            "privately",
            "separately",
            "virtually",
            "with",
        ];
        let text = self.text();
        let skipped = (after..self.tokens.end.min(after + 3))
            .take_while(|&at| ADVERBS.contains(&text.word(at)) || text.has(at, Trait::Adverb))
            .count();
        let direct = if is_direct || text.is(after, "with") { self.listed(after + skipped) } else { Vec::new() };
        if !direct.is_empty() {
            return direct;
        }
        if is_direct && let Some(object) = self.behind_adverbial(after) {
            return self.listed(object);
        }
        let is_inside = |at: &usize| {
            text.is_outside_quotations(*at)
                && !text
                    .is_any(*at, &[";", ":", ".", "who", "which", "that", "when", "where", "after", "before", "said"])
                && !text.has(*at, Trait::FiniteVerb)
        };
        let mut clause = (after..self.tokens.end.min(after + 16)).take_while(is_inside);
        let Some(preposition) = clause.find(|&at| text.is_any(at, prepositions)) else { return Vec::new() };
        self.listed(preposition + 1)
    }
}
