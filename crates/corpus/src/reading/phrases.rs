//! Noun phrases that name a party: who speaks, who is spoken to.

use std::ops::Range;

use rapporteur_model::OfficeClass;

use super::{
    clauses::subject_before,
    names::is_function_word,
    people::{Mention, MentionKind, OfficeFound, People},
    text::{Text, TokenKind},
    traits::Trait,
};

/// The words that name a party, and who that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PartyFound {
    pub(super) tokens: Range<usize>,
    pub(super) people: Vec<usize>,
    /// The rule by which the words mean these people, where they do not say so themselves.
    pub(super) rule: Option<&'static str>,
    pub(super) inferred: bool,
    /// Other words that the people were concluded from.
    pub(super) from: Vec<Range<usize>>,
}

impl PartyFound {
    fn stated(tokens: Range<usize>, people: Vec<usize>) -> Self {
        Self { tokens, people, rule: None, inferred: false, from: Vec::new() }
    }
}

/// Pronouns that can be a subject.
const PRONOUNS: [&str; 7] = ["he", "i", "it", "she", "they", "we", "you"];
const PLURAL_PRONOUNS: [&str; 2] = ["them", "they"];

/// Words that end a noun phrase to their left.
pub(super) const BREAKS: [&str; 49] = [
    "about", "after", "although", "and", "are", "as", "be", "because", "been", "before", "but", "by", "can", "could",
    "during", "had", "has", "have", "how", "if", "into", "is", "not", "on", "or", "over", "said", "since", "so",
    "than", "that", "then", "though", "through", "under", "was", "were", "what", "when", "where", "whether", "which",
    "while", "who", "whom", "why", "will", "with", "would",
];

/// Prepositions that can stand inside a noun phrase.
const INSIDE: [&str; 6] = ["at", "for", "from", "in", "of", "to"];

/// Nouns that stand for several leaders.
const GROUPS: [&str; 9] = [
    "heads of state",
    "leaders",
    "men",
    "politicians",
    "premiers",
    "presidents",
    "prime ministers",
    "sides",
    "visitors",
];

/// A reader of parties, with all that earlier stages found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parties<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) people: &'a People,
}

impl Parties<'_, '_> {
    /// The party that is the subject of a verb group that begins at token `end`, none of its words before `start`.
    pub(super) fn before(&self, end: usize, start: usize) -> Option<PartyFound> {
        self.subject(end, start).or_else(|| self.nearest(end, start))
    }

    /// The subject of the clause whose verb group begins at token `end`.
    pub(super) fn subject(&self, end: usize, start: usize) -> Option<PartyFound> {
        let words = subject_before(self.text, end, start)?;
        let party = self.of_subject(words.clone(), start);
        Some(if party.people.is_empty() { self.with_name_in_commas(party, &words, end) } else { party })
    }

    /// "The weekly's editor, Ann Lee, said": the name between the commas says who the words before them are.
    fn with_name_in_commas(&self, party: PartyFound, words: &Range<usize>, end: usize) -> PartyFound {
        let name = self.people.mention_at(words.end + 1).filter(|mention| {
            let is_apposition = mention.tokens.start == words.end + 1 || mention.tokens.start <= words.start + 1;
            is_apposition
                && mention.tokens.end + 1 == end
                && mention.kind == MentionKind::Name
                && self.text.is(words.end, ",")
        });
        match name.filter(|mention| self.text.is(mention.tokens.end, ",")) {
            Some(mention) => PartyFound::stated(party.tokens.start..mention.tokens.end, vec![mention.person]),
            None => party,
        }
    }

    fn of_subject(&self, words: Range<usize>, start: usize) -> PartyFound {
        // "A, B and C said": the names before the clause's last comma are part of the list.
        let Some(party) = self.mentioned_until(words.end, start) else {
            let is_pronoun = words.len() == 1 && self.text.is_any(words.start, &PRONOUNS);
            return if is_pronoun { self.pronoun(words.start) } else { self.named_or_common(words) };
        };
        let lead = words.start..party.tokens.start;
        if lead.is_empty() || party.rule.is_some() {
            return party;
        }
        // "a representative for Mr. Lee" is somebody else, "reporter Ann Lee" is Ann Lee.
        let is_other = lead.clone().any(|at| {
            INSIDE.contains(&self.text.lower(at).as_str())
                || self.text.is_any(at, &["with", "and", "or", "by", "on", "near", "among", "between", "like"])
                || self.text.kind(at) != Some(TokenKind::Word)
        });
        let is_title = lead.clone().all(|at| !self.text.has(at, Trait::Determiner));
        match (is_other && lead.len() > 1, !is_other && is_title) {
            (true, _) => self.common(words),
            (false, true) => PartyFound { tokens: words, ..party },
            (false, false) => party,
        }
    }

    /// The words directly before token `end` that can name a party, whatever stands before them.
    fn nearest(&self, end: usize, start: usize) -> Option<PartyFound> {
        let mut last = end.checked_sub(1).filter(|last| *last >= start)?;
        // "Ann Lee (D-Ohio) said": what stands in brackets after a name is no part of it.
        if self.text.is(last, ")") {
            let open = (start..last).rev().take(8).find(|&at| self.text.is(at, "("))?;
            last = open.checked_sub(1).filter(|last| *last >= start)?;
        }
        let end = last + 1;
        if let Some(party) = self.mentioned_until(end, start) {
            return Some(party);
        }
        if self.text.is_any(last, &PRONOUNS) {
            return Some(self.pronoun(last));
        }
        let first = self.phrase_start(last, start)?;
        Some(self.common(first..end))
    }

    /// "former governor Ann Lee of Ohio": a person with words around the name; else whatever the words are.
    fn named_or_common(&self, tokens: Range<usize>) -> PartyFound {
        let mut mentions = self.people.mentions_in(&tokens).iter();
        let (first, more) = (mentions.next(), mentions.next());
        // "Roy for his part said".
        let for_his_part = |mention: &&Mention| {
            let part = mention.tokens.end + 2;
            mention.tokens.start == tokens.start
                && self.text.is(mention.tokens.end, "for")
                && self.text.is(part, "part")
        };
        if let Some(mention) = first.filter(for_his_part) {
            return PartyFound::stated(mention.tokens.clone(), vec![mention.person]);
        }
        let named = first.filter(|mention| {
            let before = tokens.start..mention.tokens.start;
            let is_plain = before.clone().all(|at| {
                self.text.kind(at) == Some(TokenKind::Word) && !INSIDE.contains(&self.text.lower(at).as_str())
            });
            more.is_none() && is_plain && self.text.is_any(mention.tokens.end, &["of", "from"])
        });
        match named {
            Some(mention) => PartyFound::stated(tokens, vec![mention.person]),
            None => self.common(tokens),
        }
    }

    /// Names before token `end`, joined where there are several: "A and B".
    fn mentioned_until(&self, end: usize, start: usize) -> Option<PartyFound> {
        let last = self
            .people
            .mention_at(end - 1)
            .filter(|mention| mention.tokens.end == end && mention.tokens.start >= start)?;
        let mut first = last.tokens.start;
        let mut people = self.people.named_by(last);
        let mut is_joined = false;
        // "A, B and C said": back over the other names.
        while first > start + 1 {
            let is_and = self.text.is(first - 1, "and");
            let is_comma = self.text.is(first - 1, ",") && is_joined;
            let before = self.people.mention_at(first - 2).filter(|mention| mention.tokens.end == first - 1);
            match before.filter(|mention| (is_and || is_comma) && mention.tokens.start >= start) {
                Some(mention) => {
                    people.extend(self.people.named_by(mention));
                    first = mention.tokens.start;
                    is_joined = true;
                }
                None => break,
            }
        }
        people.sort_unstable();
        people.dedup();
        Some(self.mention_party(first..end, people, last.kind))
    }

    fn mention_party(&self, tokens: Range<usize>, people: Vec<usize>, kind: MentionKind) -> PartyFound {
        match kind {
            MentionKind::Name => PartyFound::stated(tokens, people),
            MentionKind::Description => self.resolved(tokens, people, "description-antecedent"),
            MentionKind::Pronoun => {
                let from = people.iter().filter_map(|&person| self.last_name(person, tokens.start)).collect();
                PartyFound { from, ..self.resolved(tokens, people, "pronoun-antecedent") }
            }
        }
    }

    /// A party whose words mean these people by `rule`: its evidence is where each is introduced.
    fn resolved(&self, tokens: Range<usize>, people: Vec<usize>, rule: &'static str) -> PartyFound {
        let from = people.iter().filter_map(|&person| self.people.people[person].introduction.clone()).collect();
        let rule = (!people.is_empty()).then_some(rule);
        PartyFound { tokens, people, rule, inferred: false, from }
    }

    /// Where a person was last named before token `at`.
    fn last_name(&self, person: usize, at: usize) -> Option<Range<usize>> {
        let before = self.people.mentions.partition_point(|mention| mention.tokens.end <= at);
        let names = self.people.mentions[..before].iter().rev().take(64);
        let mut names = names.filter(|mention| mention.person == person && mention.kind == MentionKind::Name);
        names.next().map(|mention| mention.tokens.clone())
    }

    fn pronoun(&self, at: usize) -> PartyFound {
        let is_plural = PLURAL_PRONOUNS.contains(&self.text.lower(at).as_str());
        let people = if is_plural { self.main_leaders_before(at, 2) } else { Vec::new() };
        self.resolved(at..at + 1, people, "pronoun-antecedent")
    }

    /// The last `count` leaders mentioned before token `at`, in the order of their first mentions.
    pub(super) fn leaders_before(&self, at: usize, count: usize) -> Vec<usize> {
        let before = self.people.mentions.partition_point(|mention| mention.tokens.end <= at);
        let mut leaders: Vec<usize> = Vec::new();
        for mention in self.people.mentions[..before].iter().rev().take(64) {
            if self.people.is_leader(mention.person) && !leaders.contains(&mention.person) {
                leaders.push(mention.person);
            }
            if leaders.len() == count {
                break;
            }
        }
        leaders.sort_unstable();
        leaders
    }

    /// The last `count` leaders before token `at` who can be meant by a plural: presidents, or heads of government; and
    /// visitors are none of them who is spoken of in the same sentence.
    fn members(&self, words: &str, at: usize, count: usize) -> Vec<usize> {
        let holds = |person: usize| {
            let office = self.people.people[person].leading_office();
            let title = |office: &OfficeFound| self.text.lower_words(office.title.clone());
            if words.ends_with("presidents") {
                office.is_some_and(|office| title(office).contains("president"))
            } else if words.ends_with("prime ministers") || words.ends_with("premiers") {
                office.is_some_and(|office| office.class == OfficeClass::HeadOfGovernment)
            } else {
                true
            }
        };
        let start = self.text.sentences.get(self.text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
        let is_host = |mention: &Mention| words.ends_with("visitors") && mention.tokens.start >= start;
        let before = self.people.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = || self.people.mentions[..before].iter().rev().take(64);
        let hosts: Vec<usize> = recent().filter(|mention| is_host(mention)).map(|mention| mention.person).collect();
        let mut found: Vec<usize> = Vec::new();
        for person in recent().map(|mention| mention.person) {
            let fits = self.people.is_leader(person) && holds(person) && !hosts.contains(&person);
            if found.len() < count && fits && !found.contains(&person) {
                found.push(person);
            }
        }
        // "The two" are rather those of whom the text has spoken before than whom one of them has met.
        let is_any = ["presidents", "ministers", "premiers", "visitors"].iter().all(|noun| !words.ends_with(noun));
        if found.len() < 2 || is_any {
            return self.main_leaders_before(at, count);
        }
        found.sort_unstable();
        found
    }

    /// The last `count` leaders before token `at`, without those who are mentioned only once, as somebody's partner, where
    /// there are as many others of whom the text has spoken more: "They" behind "Roy told Bell of his talks with Kim" are Roy
    /// and Bell.
    fn main_leaders_before(&self, at: usize, count: usize) -> Vec<usize> {
        let before = self.people.mentions.partition_point(|mention| mention.tokens.end <= at);
        // Each with the number of its mentions and the last of them.
        let mut recent: Vec<(usize, usize, &Mention)> = Vec::new();
        for mention in self.people.mentions[..before].iter().rev().take(64) {
            if !self.people.is_leader(mention.person) {
                continue;
            }
            match recent.iter_mut().find(|(person, ..)| *person == mention.person) {
                Some((_, mentions, _)) => *mentions += 1,
                None => recent.push((mention.person, 1, mention)),
            }
        }
        let is_aside = |(_, mentions, last): &(usize, usize, &Mention)| {
            let with = last.tokens.start.saturating_sub(1);
            let is_told_of = (with.saturating_sub(5)..with).any(|at| self.text.is_any(at, &["her", "his"]));
            *mentions == 1 && self.text.is_any(with, &["with"]) && is_told_of
        };
        if recent.iter().filter(|(_, mentions, _)| *mentions > 1).count() >= count {
            recent.retain(|leader| !is_aside(leader));
        }
        let mut leaders: Vec<usize> = recent.into_iter().take(count).map(|(person, ..)| person).collect();
        leaders.sort_unstable();
        leaders
    }

    /// A party that no name names: plural leaders, an office, anything else.
    fn common(&self, tokens: Range<usize>) -> PartyFound {
        let words = self.text.lower_words(tokens.clone());
        let is_group = ["the ", "both ", "all "].iter().any(|opening| words.starts_with(opening))
            && GROUPS.iter().any(|noun| words.ends_with(noun));
        let is_number = ["both", "the pair", "the three", "the trio", "the two"].contains(&&*words);
        if is_group || is_number {
            let count = if words.contains("three") || words.contains("trio") {
                3
            } else if words.contains("four ") {
                4
            } else {
                2
            };
            let members = self.members(&words, tokens.start, count);
            return self.resolved(tokens.clone(), members, "plural-members");
        }
        PartyFound::stated(tokens, Vec::new())
    }

    /// Where the common noun phrase that ends with token `last` begins.
    fn phrase_start(&self, last: usize, start: usize) -> Option<usize> {
        let is_part = |at: usize| {
            matches!(self.text.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Possessive))
                && self.text.is_outside_quotations(at) == self.text.is_outside_quotations(last)
                && !self.text.has(at, Trait::BreaksPhrase)
        };
        if !is_part(last) || INSIDE.contains(&self.text.word(last)) {
            return None;
        }
        let mut first = last;
        let mut is_whole = false;
        for at in (start..=last).rev() {
            // "My first teacher": after a determiner it is no adverb.
            let is_aside = self.text.has(at, Trait::Adverb)
                && at < first
                && !(at > start && text_is_determiner(self.text, at - 1));
            if last - at > 14 || !is_part(at) || is_aside {
                break;
            }
            let word = self.text.lower(at);
            if INSIDE.contains(&word.as_str()) {
                continue;
            }
            first = at;
            is_whole = text_is_determiner(self.text, at);
            // "the two leaders": one determiner before another.
            if is_whole && at > start && text_is_determiner(self.text, at - 1) {
                continue;
            }
            let goes_on = at > start && INSIDE.contains(&self.text.lower(at - 1).as_str()) && at > start + 1;
            if is_whole && !goes_on {
                break;
            }
        }
        let head_is_capital = self.text.starts_with_capital(first) && !is_function_word(self.text.word(first));
        let is_plural = self.text.word(last).ends_with('s') && !self.text.word(last).ends_with("ss");
        let opens = is_whole || head_is_capital || self.text.has(first, Trait::Determiner) || is_plural;
        opens.then_some(first)
    }

    /// The party that the words from token `at` on name, none of them from `end` on. `with_places` takes "from The
    /// Hague" into the phrase.
    pub(super) fn after(&self, at: usize, end: usize, with_places: bool) -> Option<PartyFound> {
        if at >= end || self.text.kind(at) == Some(TokenKind::Mark) {
            return None;
        }
        // "Roy's memoir" is more than Roy.
        let is_whole = |tokens: &Range<usize>| {
            tokens.start == at && tokens.end <= end && self.text.kind(tokens.end) != Some(TokenKind::Possessive)
        };
        if let Some(mention) = self.people.mention_at(at).filter(|mention| is_whole(&mention.tokens)) {
            let mut last = mention.tokens.end;
            let mut people = self.people.named_by(mention);
            while self.text.is(last, "and") {
                let next = self.people.mention_at(last + 1);
                let Some(next) = next.filter(|next| next.tokens.start == last + 1 && next.tokens.end <= end) else {
                    break;
                };
                people.extend(self.people.named_by(next));
                last = next.tokens.end;
            }
            people.sort_unstable();
            people.dedup();
            return Some(self.mention_party(at..last, people, mention.kind));
        }
        self.phrase_after(at, end, with_places)
    }

    /// The subject behind its verb: as [`Self::after`], but a name can lead up to another, "said Roy campaign chief Ann
    /// Lee".
    pub(super) fn behind_verb(&self, at: usize, end: usize) -> Option<PartyFound> {
        let named = self.after(at, end, false)?;
        let next = named.tokens.end;
        let goes_on = self.text.kind(next) == Some(TokenKind::Word)
            && !self.text.starts_with_capital(next)
            && !self.text.has(next, Trait::Adverb)
            && !self.text.word(next).ends_with("ing")
            && named.rule.is_none()
            && !named.people.is_empty();
        let whole = self.phrase_after(at, end, false).filter(|whole| goes_on && whole.tokens.end > next);
        let last = whole.as_ref().and_then(|whole| self.mentioned_until(whole.tokens.end, next));
        let party = match (whole, last) {
            (Some(whole), Some(last)) => PartyFound { tokens: whole.tokens, ..last },
            (Some(whole), None) => whole,
            (None, _) => named,
        };
        Some(self.with_modifier(self.with_others(party, end), end))
    }

    /// "Roy and others", "Roy and his aides": those who are joined to the one named.
    fn with_others(&self, party: PartyFound, end: usize) -> PartyFound {
        let and = party.tokens.end;
        let others = and + 1;
        if !(self.text.is(and, "and") && (self.text.is(others, "others") || self.text.has(others, Trait::Determiner))) {
            return party;
        }
        let joined = self.phrase_after(others, end, false).map(|joined| joined.tokens.end);
        let stands_alone = |&last: &usize| last >= end || self.text.kind(last) == Some(TokenKind::Mark);
        match joined.filter(stands_alone) {
            Some(last) => PartyFound { tokens: party.tokens.start..last, ..party },
            None => party,
        }
    }

    /// "a person familiar with the talks", "envoys involved in the talks": what tells which ones are meant.
    pub(super) fn with_modifier(&self, party: PartyFound, end: usize) -> PartyFound {
        const ADJECTIVES: [&str; 4] = ["aware", "close", "familiar", "knowledgeable"];
        let ends_with_adjective = party.tokens.len() > 1 && self.text.is_any(party.tokens.end - 1, &ADJECTIVES);
        let at = party.tokens.end - usize::from(ends_with_adjective);
        let is_modifier = (self.text.is_any(at, &ADJECTIVES) || self.text.word(at).ends_with("ed"))
            && self.text.is_any(at + 1, &["at", "by", "for", "in", "of", "on", "to", "with"])
            && party.people.is_empty();
        let object = if is_modifier { self.phrase_after(at + 2, end, false) } else { None };
        match object {
            Some(object) => PartyFound { tokens: party.tokens.start..object.tokens.end, ..party },
            None => party,
        }
    }

    /// The pronoun or the noun phrase that begins at token `at`.
    fn phrase_after(&self, at: usize, end: usize, with_places: bool) -> Option<PartyFound> {
        let word = self.text.lower(at);
        if matches!(word.as_str(), "him" | "her" | "them" | "me" | "us" | "you" | "it" | "he" | "she" | "they") {
            // "her audience" is no pronoun.
            let is_owner = word == "her"
                && self.text.kind(at + 1) == Some(TokenKind::Word)
                && !matches!(self.text.word(at + 1), "that" | "to" | "for" | "in" | "on" | "at" | "and" | "with");
            if !is_owner {
                return Some(self.pronoun(at));
            }
        }
        let mut last = at;
        while last < end && last - at < 14 {
            let word = self.text.lower(last);
            let is_break = self.text.has(last, Trait::BreaksPhrase)
                || (INSIDE.contains(&word.as_str()) && !(with_places || word == "of"));
            let is_verb = last > at && self.text.has(last, Trait::FiniteVerb);
            let is_day = super::times::is_weekday(self.text.word(last))
                || (last > at && self.text.is_any(last, &["separately", "together"]));
            // "told the paper the law works": another noun phrase begins.
            let is_next = last > at
                && (text_is_determiner(self.text, last)
                    || matches!(word.as_str(), "he" | "it" | "she" | "they" | "we"))
                && self.text.kind(last - 1) == Some(TokenKind::Word)
                && !text_is_determiner(self.text, last - 1)
                && !INSIDE.contains(&self.text.word(last - 1));
            if is_break || is_verb || is_day || is_next || self.text.kind(last) == Some(TokenKind::Mark) {
                break;
            }
            last += 1;
        }
        while last > at && INSIDE.contains(&self.text.lower(last - 1).as_str()) {
            last -= 1;
        }
        (last > at).then(|| self.common(at..last))
    }
}

fn text_is_determiner(text: &Text<'_>, at: usize) -> bool {
    text.has(at, Trait::Determiner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, reading::people};

    /// Who is named behind the first "with" of a paragraph: the words, and how many people they are.
    fn check(paragraph: &str, words: &str, people: usize) {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
        let text = Text::new(&Document::parse(&article));
        let found = people::people(&text);
        let with = (0..text.tokens.len()).find(|&at| text.is(at, "with")).unwrap();
        let parties = Parties { text: &text, people: &found };
        let party = parties.after(with + 1, text.tokens.len(), false).unwrap();
        assert_eq!((text.phrase(party.tokens).as_str(), party.people.len()), (words, people), "{paragraph}");
    }

    #[test]
    fn an_owner_is_not_what_is_owned() {
        check("President Ann Roy left. He talked with Roy.", "Roy", 1);
        check("President Ann Roy left. He talked with Roy’s brother.", "Roy’s brother", 0);
    }

    #[test]
    fn one_phrase_can_name_several_people() {
        check("He talked with the presidents of Chad and Togo.", "the presidents of Chad and Togo", 2);
    }
}
