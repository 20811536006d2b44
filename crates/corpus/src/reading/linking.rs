//! Linking: which statement goes on from which, which answers which, and at which summit each was made.

use std::collections::{HashMap, HashSet};

use rapporteur_model::{BlockKind, StatementKind, Status};

use super::{
    people::People,
    phrases::PartyFound,
    statements::{Occasion, StatementFound},
    summits::SummitFound,
    text::Text,
};

/// What a statement has to do with others, by their indexes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Links {
    pub(super) continues: Option<usize>,
    pub(super) replies_to: Option<usize>,
    pub(super) within: Option<usize>,
    pub(super) summit: Option<usize>,
}

/// Links the statements to each other and to the summits, and finds the addressees that only "you" names.
pub(super) fn link(
    text: &Text<'_>,
    people: &People,
    statements: &mut [StatementFound],
    summits: &[SummitFound],
) -> Vec<Links> {
    let mut links = vec![Links::default(); statements.len()];
    let kinds: Vec<StatementKind> =
        statements.iter().map(|statement| super::statements::kind(text, statement)).collect();
    let mut enclosing: Vec<usize> = Vec::new();
    let mut last_by_speaker: HashMap<String, usize> = HashMap::new();
    let mut to_public = false;
    // Those who have spoken to reporters, and speak to them from then on.
    let mut facing: HashSet<usize> = HashSet::new();
    let mut table = Table::new(text, summits);
    for index in 0..statements.len() {
        let first = statements[index].parts[0];
        while enclosing.last().is_some_and(|&outer| !holds(&statements[outer], &statements[index])) {
            enclosing.pop();
        }
        links[index].within = enclosing.last().copied().filter(|_| !first.is_empty());
        enclosing.push(index);

        resolve_first_person(text, statements, index, links[index].within);
        let speaker = statements[index].speaker.as_ref().map(|party| speaker_key(text, party));
        if let Some(speaker) = speaker.as_ref().filter(|_| statements[index].goes_on) {
            links[index].continues = last_by_speaker.get(speaker).copied();
        }
        if statements[index].replies {
            let earlier =
                (0..index).rev().take(8).find(|&earlier| is_other_person(&statements[earlier], &statements[index]));
            links[index].replies_to = earlier;
        }
        if let Some(speaker) = speaker {
            last_by_speaker.insert(speaker, index);
        }

        let passage = text.sentences[statements[index].sentence].passage;
        if text.passages[passage].kind == BlockKind::Headline {
            // What several agree on they agree on where they meet.
            let agrees = statements[index].cue.as_ref().is_some_and(|cue| text.is_any(cue.start, &["agree", "agreed"]));
            links[index].summit = table.first().filter(|_| agrees);
            continue;
        }
        table.advance(statements[index].sentence);
        // Who speaks to the press once is there for the rest of the article; in a transcript its questions end the
        // remarks to each other.
        let asks = statements[index].cue.is_none()
            && statements[index].speaker.as_ref().is_some_and(|party| party.people.is_empty());
        to_public |= asks || (statements[index].occasion == Occasion::PressConference && table.met(&statements[index]));
        let speakers = statements[index].speaker.as_ref().map(|party| party.people.clone()).unwrap_or_default();
        if statements[index].occasion == Occasion::Press {
            facing.extend(speakers.iter().copied());
        }
        let is_facing = to_public || speakers.iter().any(|speaker| facing.contains(speaker));
        // What a speaker quotes was said elsewhere; what an office relays was said where it tells.
        let is_quoted = links[index].within.is_some_and(|outer| kinds[outer] == StatementKind::Direct);
        links[index].summit = if is_quoted { None } else { table.summit_of(people, &statements[index], is_facing) };
    }
    for index in 0..statements.len() {
        if statements[index].addressee.is_none()
            && kinds[index] == StatementKind::Direct
            && let Some(summit) = links[index].summit.map(|summit| &summits[summit])
        {
            let quoted_inside: Vec<_> = (0..statements.len())
                .skip(index + 1)
                .take_while(|&inner| links[inner].within.is_some())
                .flat_map(|inner| statements[inner].parts.clone())
                .collect();
            statements[index].addressee = second_person(text, &statements[index], summit, &quoted_inside);
        }
        resolve_addressee(text, statements, index);
    }
    links
}

fn holds(outer: &StatementFound, inner: &StatementFound) -> bool {
    let is_inside = inner.parts.iter().all(|part| outer.holds(*part));
    // "A, X said" and "X agreed to A": two statements of the same words are one in the other only if the words differ.
    is_inside && outer.cue != inner.cue
}

/// Who speaks, as far as it can be compared: the people, else the words, without "the" and its country.
fn speaker_key(text: &Text<'_>, party: &PartyFound) -> String {
    if party.people.is_empty() { text.word(party.tokens.end - 1).to_lowercase() } else { format!("{:?}", party.people) }
}

fn is_other_person(earlier: &StatementFound, later: &StatementFound) -> bool {
    let people =
        |statement: &StatementFound| statement.speaker.as_ref().map(|party| party.people.clone()).unwrap_or_default();
    let (earlier, later) = (people(earlier), people(later));
    !earlier.is_empty() && !later.is_empty() && earlier != later
}

/// The meeting that the text is at, sentence by sentence.
struct Table<'a> {
    summits: &'a [SummitFound],
    /// All who met at one of them.
    leaders: HashSet<usize>,
    /// Where each meeting is told, in order.
    told: Vec<(usize, usize)>,
    next: usize,
    current: Option<usize>,
}

impl<'a> Table<'a> {
    fn new(text: &Text<'_>, summits: &'a [SummitFound]) -> Self {
        let in_body = |sentence: usize| text.passages[text.sentences[sentence].passage].kind == BlockKind::Paragraph;
        let mut told: Vec<(usize, usize)> = summits
            .iter()
            .enumerate()
            .filter(|(_, summit)| summit.status == Status::Held)
            .flat_map(|(index, summit)| {
                summit.sentences.iter().filter(|&&sentence| in_body(sentence)).map(move |&sentence| (sentence, index))
            })
            .collect();
        told.sort_unstable();
        let leaders = summits.iter().flat_map(|summit| summit.participants.iter().map(|(leader, _)| *leader)).collect();
        Self { summits, leaders, told, next: 0, current: None }
    }

    /// Whether a leader who met speaks, and not somebody who tells of it.
    fn met(&self, statement: &StatementFound) -> bool {
        let speakers = statement.speaker.as_ref().map(|party| party.people.as_slice()).unwrap_or_default();
        speakers.iter().any(|person| self.leaders.contains(person))
    }

    /// The meeting that the text tells first.
    fn first(&self) -> Option<usize> {
        self.told.first().map(|(_, summit)| *summit)
    }

    /// Moves on to a sentence.
    fn advance(&mut self, sentence: usize) {
        while let Some((_, summit)) = self.told.get(self.next).filter(|(told, _)| *told <= sentence) {
            self.current = Some(*summit);
            self.next += 1;
        }
    }

    /// The meeting at which a statement was made: the one the text is at, if all its speakers were there.
    fn summit_of(&self, people: &People, statement: &StatementFound, to_public: bool) -> Option<usize> {
        let speakers = &statement.speaker.as_ref()?.people;
        let hears = statement.addressee.as_ref().map(|party| party.people.as_slice()).unwrap_or_default();
        let at_table = |summit: &SummitFound| {
            let sits = |person: &usize| summit.participants.iter().any(|(leader, _)| leader == person);
            !speakers.is_empty() && speakers.iter().all(sits)
        };
        let current = self.current.or_else(|| self.first())?;
        let all = std::iter::once(current).chain(self.told.iter().map(|(_, summit)| *summit).take(16));
        let summit = all.into_iter().find(|&summit| at_table(&self.summits[summit]))?;
        let speaks_to_leader = hears.iter().any(|&person| people.is_leader(person)) || speakers.len() > 1;
        let is_press = statement.occasion != Occasion::Open || (to_public && !speaks_to_leader);
        (!is_press).then_some(summit)
    }
}

/// Whom "you" means where two meet.
fn second_person(
    text: &Text<'_>,
    statement: &StatementFound,
    summit: &SummitFound,
    quoted_inside: &[rapporteur_model::Span],
) -> Option<PartyFound> {
    let speakers = &statement.speaker.as_ref()?.people;
    let [speaker] = speakers.as_slice() else { return None };
    let others: Vec<usize> =
        summit.participants.iter().map(|(person, _)| *person).filter(|person| person != speaker).collect();
    let [other] = others.as_slice() else { return None };
    let token = statement.parts.iter().find_map(|part| {
        let first = text.tokens.partition_point(|token| token.span.start() < part.start());
        (first..text.tokens.len()).take_while(|&at| text.tokens[at].span.end() <= part.end()).find(|&at| {
            let span = text.tokens[at].span;
            let after = quoted_inside.partition_point(|quoted| quoted.start() <= span.start());
            let is_quoted = after.checked_sub(1).is_some_and(|before| quoted_inside[before].contains(span));
            text.is_any(at, &["you", "your", "yours"]) && !is_quoted
        })
    })?;
    Some(PartyFound {
        tokens: token..token + 1,
        people: vec![*other],
        rule: Some("second-person"),
        inferred: true,
        from: Vec::new(),
    })
}

/// "“I said, ‘No’,” Lee recalled": whom "I" means among somebody's words.
fn resolve_first_person(text: &Text<'_>, statements: &mut [StatementFound], index: usize, outer: Option<usize>) {
    let Some(outer) = outer.and_then(|outer| statements[outer].speaker.clone()) else { return };
    let Some(speaker) = &mut statements[index].speaker else { return };
    let is_first_person = speaker.tokens.len() == 1 && text.is_any(speaker.tokens.start, &["I"]);
    if is_first_person && speaker.people.is_empty() && outer.people.len() == 1 {
        let from = vec![outer.tokens];
        *speaker = PartyFound { people: outer.people, rule: Some("first-person"), from, ..speaker.clone() };
    }
}

/// "told him", "asked me": whom a pronoun or a description among the addressees means.
fn resolve_addressee(text: &Text<'_>, statements: &mut [StatementFound], index: usize) {
    let Some(addressee) = &statements[index].addressee else { return };
    if !addressee.people.is_empty() {
        return;
    }
    let is_first_person = text.is_any(addressee.tokens.start, &["me"]) && addressee.tokens.len() == 1;
    let outer = (0..index).rev().take(4).find(|&outer| holds(&statements[outer], &statements[index]));
    let speaker = outer.and_then(|outer| statements[outer].speaker.clone());
    if let Some(speaker) = speaker.filter(|speaker| is_first_person && !speaker.people.is_empty()) {
        let from = vec![speaker.tokens.clone()];
        let resolved = PartyFound {
            tokens: addressee.tokens.clone(),
            people: speaker.people,
            rule: Some("first-person"),
            inferred: false,
            from,
        };
        statements[index].addressee = Some(resolved);
    }
}

#[cfg(test)]
mod tests;
