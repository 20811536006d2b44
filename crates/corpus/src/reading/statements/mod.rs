//! Statements: who said what. A cue joins a content to its source.
//!
//! Each paragraph is read sentence by sentence. The [`cues`] of a sentence are found first, each with its subject
//! ([`subjects`]), then each takes its content from where its frame and its place say ([`contents`]); quotations that
//! no cue takes go on with the statement before them. Transcripts and blocks after a colon are read by paragraphs
//! ([`turns`]).

mod accounts;
mod alone;
mod complements;
mod contents;
mod cues;
mod endings;
mod groups;
mod homographs;
mod nested;
mod nominal;
mod nonfinite;
mod openings;
mod passives;
mod reasons;
mod subjects;
mod turns;

use std::ops::Range;

use rapporteur_model::{BlockKind, Span, StatementKind};

use self::cues::Cue;
pub(super) use self::cues::FINDING;
pub(super) use self::reasons::reasons;
pub use self::reasons::{ContentRule, CueForm, CueReason, PassedVerb, SpeakerPlace, StatementReasons, VerbEntry};
pub(crate) use self::subjects::names_nobody;
use super::{
    lexicon::{Frame, lexicon},
    names,
    people::People,
    phrases::{Parties, PartyFound},
    text::{Text, TokenKind},
    traits::Trait,
};

/// A statement, before ids are given.
#[derive(Debug, Clone)]
pub(super) struct StatementFound {
    pub(super) speaker: Option<PartyFound>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) addressee: Option<PartyFound>,
    pub(super) parts: Vec<Span>,
    /// What the kind is where the words' marks do not show it: a transcript's turn, a block after a colon.
    pub(super) kind: Option<StatementKind>,
    pub(super) denied: bool,
    pub(super) replies: bool,
    pub(super) goes_on: bool,
    pub(super) occasion: Occasion,
    /// The sentence in which the cue stands, or the first part's.
    pub(super) sentence: usize,
    /// Why it was read.
    noted: reasons::Noted,
}

/// Where a statement was made, as far as its own clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// The clause does not say.
    Open,
    /// On a platform, in a document, to an office: not at a meeting.
    Public,
    /// To reporters.
    Press,
    /// Before the press, where what follows was said too.
    PressConference,
}

/// What the statement stages work on.
#[derive(Debug, Clone, Copy)]
struct Context<'a, 't> {
    text: &'a Text<'t>,
    parties: Parties<'a, 't>,
}

/// Finds the statements of a text, in the order of their first parts.
pub(super) fn statements(text: &Text<'_>, people: &People) -> Vec<StatementFound> {
    let context = Context { text, parties: Parties { text, people } };
    let mut reader = Reader { context, found: Vec::new(), open: None, block: None };
    let mut turn: Option<turns::Turn> = None;
    for (index, passage) in text.passages.iter().enumerate() {
        match passage.kind {
            BlockKind::Headline => reader.headline(index),
            BlockKind::SpeakerLabel => {
                reader.found.extend(turn.take().map(turns::Turn::finish));
                turn = Some(turns::Turn::new(context, index));
            }
            BlockKind::Paragraph => match &mut turn {
                Some(turn) => {
                    turn.add(index, text);
                    reader.found.extend(nested::quoted_in_turn(context, index));
                }
                None if reader.is_headline_inside(index) => reader.headline(index),
                None => reader.paragraph(index),
            },
            _ => {}
        }
    }
    reader.found.extend(turn.map(turns::Turn::finish));
    let nested: Vec<_> = reader.found.iter().flat_map(|statement| nested::quoted_within(context, statement)).collect();
    reader.found.extend(nested);
    reader.found.retain(|statement| !statement.parts.is_empty());
    // Of statements that begin together the outer one, which ends later, is the first.
    reader.found.sort_by_key(|statement| (statement.parts[0].start(), std::cmp::Reverse(statement.parts[0].end())));
    reader.found
}

/// How many tokens a headline has at most.
const LONGEST_HEADLINE: usize = 30;

/// Whether a party is somebody who speaks for others, without a name.
fn is_spokesman(text: &Text<'_>, party: &PartyFound) -> bool {
    const SPOKESMEN: [&str; 4] = ["spokesman", "spokesperson", "spokespersons", "spokeswoman"];
    party.people.is_empty() && party.tokens.clone().any(|at| SPOKESMEN.contains(&text.lower(at).as_str()))
}

/// Whether the words before a headline's colon name whose account the rest is, though no name: "Poll: Lee leads".
fn is_source(text: &Text<'_>, words: &Range<usize>) -> bool {
    const SOURCES: [&str; 16] = [
        "ad",
        "aide",
        "analysis",
        "expert",
        "experts",
        "newspaper",
        "officials",
        "police",
        "poll",
        "polls",
        "report",
        "reports",
        "sources",
        "spokesman",
        "study",
        "survey",
    ];
    words.end > words.start && text.is_any(words.end - 1, &SOURCES)
}

struct Reader<'a, 't> {
    context: Context<'a, 't>,
    found: Vec<StatementFound>,
    /// The statement whose quotation the last paragraph left open.
    open: Option<usize>,
    /// The statement whose words follow as paragraphs after a colon, and whether they are unmarked.
    block: Option<(usize, bool)>,
}

/// What the sentences of a paragraph have told so far.
#[derive(Debug, Default)]
struct Told {
    /// The statement of the sentence before, which a quotation of its own sentence would go on with.
    last: Option<usize>,
    /// The last statement of the paragraph.
    spoke: Option<usize>,
    /// Who the sentence before is about, where it reports nothing.
    about: Option<PartyFound>,
    /// A cue that waits for its words.
    waiting: Option<Cue>,
}

impl Reader<'_, '_> {
    fn paragraph(&mut self, index: usize) {
        let passage = self.context.text.passages[index].clone();
        if self.takes_block(index) {
            return;
        }
        let open = self.open.take();
        let mut told = Told::default();
        for sentence in passage.sentences.clone() {
            let cues = cues::cues(self.context, sentence);
            let new = contents::statements(self.context, sentence, &cues);
            match self.lone_quotation(sentence).filter(|_| new.is_empty()) {
                Some(quotation) => {
                    let open = open.filter(|_| sentence == passage.sentences.start);
                    told.last = self.quotation_alone(quotation, (sentence, index), open, &mut told);
                    told.about = None;
                }
                None => self.sentence(sentence, cues, new, &mut told),
            }
            told.spoke = told.last.or(told.spoke);
        }
        let unclosed = passage.quotations.clone().next_back().filter(|&at| !self.context.text.quotations[at].closed);
        if let Some(quotation) = unclosed {
            let span = self.context.text.quotations[quotation].span;
            let owner = (0..self.found.len()).rev().take(8).find(|&at| self.found[at].holds(span));
            self.open = owner;
        }
        self.opens_block(index);
    }

    /// Takes the statements that a sentence makes by its own cues.
    fn sentence(&mut self, sentence: usize, cues: Vec<Cue>, new: Vec<StatementFound>, told: &mut Told) {
        let going_on = told.last.filter(|_| new.is_empty() && cues.is_empty());
        let words = going_on.and_then(|_| alone::words_going_on(self.context, sentence));
        told.about = None;
        if let (Some(last), Some(words)) = (going_on, words) {
            told.last = self.infer(self.found[last].speaker.clone(), "speaker-of-sentence-before", words, sentence);
            if let Some(statement) = told.last.and_then(|last| self.found.get_mut(last)) {
                statement.note(ContentRule::GoingOn);
            }
            return;
        }
        if new.is_empty() {
            told.about = alone::person_told_of(self.context, sentence);
        }
        told.waiting = cues.into_iter().rev().find(|cue| new.is_empty() && cue.verb.has(Frame::Direct));
        let added = self.found.len()..self.found.len() + new.len();
        self.found.extend(new);
        told.last = added.clone().rev().find(|&at| self.ends_with_quotation(at)).or(added.last());
    }

    /// Takes a quotation that is a whole sentence: more of the words before it, or new words of whoever spoke last or
    /// is told of. Tells the statement that has it.
    fn quotation_alone(
        &mut self,
        quotation: usize,
        (sentence, passage): (usize, usize),
        open: Option<usize>,
        told: &mut Told,
    ) -> Option<usize> {
        let span = self.context.text.quotations[quotation].span;
        if let Some(target) = told.last.filter(|&at| self.ends_with_quotation(at)).or(open) {
            self.found[target].parts.push(span);
            return Some(target);
        }
        if let Some(cue) = told.waiting.take() {
            self.found
                .push(StatementFound::of_cue(self.context, &cue, vec![span], sentence).by(ContentRule::SentenceAfter));
            return self.found.len().checked_sub(1);
        }
        let speaker_of = |at: usize| self.found[at].speaker.clone();
        let spoke = told.spoke.and_then(speaker_of);
        // "Lee said it works. He was blunt. “A.”": of one person, the words that spoke say more.
        let is_same = |party: &PartyFound| {
            spoke.as_ref().is_some_and(|spoke| !spoke.people.is_empty() && spoke.people == party.people)
        };
        let about = told.about.take().filter(|party| !is_same(party));
        let in_paragraph = told.last.and_then(speaker_of).or(about).or(spoke);
        match in_paragraph {
            Some(speaker) => self.infer(Some(speaker), "speaker-of-sentence-before", span, sentence),
            None => self.infer(self.speaker_before(passage), "speaker-of-paragraph-before", span, sentence),
        }
    }

    /// Adds words without a cue, whose speaker `rule` concluded; none where nobody is known.
    fn infer(
        &mut self,
        speaker: Option<PartyFound>,
        rule: &'static str,
        words: Span,
        sentence: usize,
    ) -> Option<usize> {
        let speaker = PartyFound { rule: Some(rule), inferred: true, ..speaker? };
        self.found.push(StatementFound::new(Some(speaker), None, vec![words], sentence).by(ContentRule::MarksAlone));
        self.found.len().checked_sub(1)
    }

    /// Whether the last words of a statement are words in marks.
    fn ends_with_quotation(&self, at: usize) -> bool {
        let text = self.context.text;
        let Some(part) = self.found[at].parts.last() else { return false };
        let after = text.quotations.partition_point(|quotation| quotation.span.start() < part.end());
        after.checked_sub(1).is_some_and(|last| text.quotations[last].span.end() == part.end())
    }

    /// The quotation that is the whole sentence, closing stop apart.
    fn lone_quotation(&self, sentence: usize) -> Option<usize> {
        let text = self.context.text;
        let tokens = text.sentences[sentence].tokens.clone();
        let quotation = text.tokens[tokens.start].quotation?;
        if contents::is_heading_or_empty(text, &text.quotations[quotation]) {
            return None;
        }
        let rest = text.quotations[quotation].last + 1..tokens.end;
        rest.into_iter().all(|at| text.kind(at) == Some(TokenKind::Mark)).then_some(quotation)
    }

    /// Whose words a quotation without a cue is that its own paragraph says nothing of: who spoke in the paragraph
    /// before, or whom its last sentence is about.
    fn speaker_before(&self, passage: usize) -> Option<PartyFound> {
        let before = &self.context.text.passages[passage.checked_sub(1)?];
        let spoke = self.found.last().filter(|last| last.parts.last().is_some_and(|part| before.span.contains(*part)));
        match spoke {
            Some(last) => last.speaker.clone(),
            None => alone::person_told_of(self.context, before.sentences.end.checked_sub(1)?),
        }
    }

    /// "said:" at a paragraph's end: the next paragraphs are the words.
    fn opens_block(&mut self, index: usize) {
        let text = self.context.text;
        let passage = &text.passages[index];
        let Some(last) = passage.tokens.end.checked_sub(1).filter(|last| text.is(*last, ":")) else { return };
        let sentence = text.sentence_of(last);
        let cue = cues::cues(self.context, sentence).into_iter().rev().find(|cue| cue.verb.has(Frame::Direct));
        let Some(cue) = cue else { return };
        let Some(next) = text.passages.get(index + 1).filter(|next| next.kind == BlockKind::Paragraph) else { return };
        let is_marked = text.tokens[next.tokens.start].quotation.is_some();
        let mut statement = StatementFound::of_cue(self.context, &cue, Vec::new(), sentence).by(ContentRule::Block);
        statement.kind = Some(StatementKind::Direct);
        self.found.push(statement);
        self.block = Some((self.found.len() - 1, !is_marked));
    }

    /// Takes a paragraph into the block that a colon opened.
    fn takes_block(&mut self, index: usize) -> bool {
        let Some((statement, unmarked)) = self.block else { return false };
        let text = self.context.text;
        let passage = &text.passages[index];
        let quotation = text.tokens[passage.tokens.start].quotation;
        let belongs = if unmarked {
            // The end of an unmarked block shows only where somebody else is quoted; what a spokesman tells of is often
            // what others said.
            let tells_all = self.found[statement].speaker.as_ref().is_some_and(|party| is_spokesman(text, party));
            let is_new = |cue: &Cue| !tells_all || cue.speaker.as_ref().is_some_and(|party| is_spokesman(text, party));
            let mut cues = passage.sentences.clone().flat_map(|sentence| cues::cues(self.context, sentence));
            quotation.is_none() && !cues.any(|cue| is_new(&cue))
        } else {
            quotation.is_some_and(|at| text.quotations[at].last + 1 >= passage.tokens.end)
        };
        if !belongs {
            self.block = None;
            return false;
        }
        self.found[statement].parts.push(passage.span);
        // Where marks stand among the words they say whose those are.
        if unmarked && !passage.quotations.is_empty() {
            self.found[statement].kind = None;
        }
        if !unmarked && quotation.is_some_and(|at| text.quotations[at].closed) {
            self.block = None;
        }
        true
    }

    /// Who speaks before the colon of a headline, and where that stands: "Roy: Lee should go", "Poll: Lee holds lead".
    fn headline_colon(&self, index: usize) -> Option<(PartyFound, usize)> {
        let text = self.context.text;
        let passage = &text.passages[index];
        let near = passage.tokens.start..passage.tokens.end.saturating_sub(2).min(passage.tokens.start + 7);
        let colon = near.into_iter().find(|&at| text.is(at, ":") && text.is_outside_quotations(at))?;
        let party = self.context.parties.after(passage.tokens.start, colon, false)?;
        let speaks = !party.people.is_empty() || is_source(text, &party.tokens);
        (party.tokens.end == colon && speaks).then_some((party, colon))
    }

    /// Whose account a headline is, named behind its last colon, and where that stands: "Lee to visit Chad: ministry".
    fn headline_source(&self, index: usize) -> Option<(PartyFound, usize)> {
        /// How many words name a source at most.
        const LONGEST: usize = 4;
        let text = self.context.text;
        let passage = &text.passages[index];
        let last = passage.tokens.end.checked_sub(1).filter(|_| passage.kind == BlockKind::Headline)?;
        let near = passage.tokens.start + 3..passage.tokens.end;
        let colon = near.rev().take(LONGEST + 1).find(|&at| text.is(at, ":") && text.is_outside_quotations(at))?;
        let words = colon + 1..passage.tokens.end;
        let is_plain = |at: usize| text.kind(at) == Some(TokenKind::Word) && !text.has(at, Trait::FiniteVerb);
        let names_source = self.context.parties.people.mention_at(last).is_some_and(|mention| mention.tokens == words)
            || names::place_at(text, words.start, words.end).is_some_and(|place| place.tokens == words)
            || lexicon().seat(&text.words(words.clone())).is_some()
            || is_source(text, &words);
        let party = PartyFound { tokens: words.clone(), ..self.context.parties.after(words.start, words.end, false)? };
        (!words.is_empty() && words.into_iter().all(is_plain) && names_source).then_some((party, colon))
    }

    /// Whether a paragraph is a line such as "Roy: Lee should go", a headline among others.
    fn is_headline_inside(&self, index: usize) -> bool {
        let text = self.context.text;
        let passage = &text.passages[index];
        passage.sentences.len() == 1 && passage.tokens.len() <= LONGEST_HEADLINE && self.headline_colon(index).is_some()
    }

    fn headline(&mut self, index: usize) {
        let text = self.context.text;
        let passage = text.passages[index].clone();
        if let Some((party, colon)) = self.headline_colon(index) {
            let mut last = passage.tokens.end - 1;
            // Collections of headlines put a stop behind each.
            if passage.kind == BlockKind::Paragraph && text.is_any(last, &[".", "!", "?"]) {
                last -= 1;
            }
            let part = text.span(colon + 1, last);
            let sentence = passage.sentences.start;
            let found = StatementFound::new(Some(party), Some(colon..colon + 1), vec![part], sentence);
            self.found.push(found.by(ContentRule::HeadlineColon));
            return;
        }
        let source = self.headline_source(index);
        if let Some((party, colon)) = &source {
            let part = text.span(passage.tokens.start, colon - 1);
            let cue = Some(*colon..colon + 1);
            let found = StatementFound::new(Some(party.clone()), cue, vec![part], passage.sentences.start);
            self.found.push(found.by(ContentRule::HeadlineColon));
        }
        for sentence in passage.sentences.clone() {
            let mut cues: Vec<Cue> =
                cues::cues(self.context, sentence).into_iter().filter(|cue| cue.verb.has(Frame::Headline)).collect();
            for cue in &mut cues {
                self.take_list(cue, passage.tokens.start);
                cue.limit = source.as_ref().map_or(cue.limit, |(_, colon)| cue.limit.min(*colon));
                // "Chad, Togo agree on border as leaders meet": what happens meanwhile is no part of it.
                let meanwhile =
                    (cue.end + 1..cue.limit).find(|&at| text.is(at, "as") && !text.is_any(at + 1, &["a", "an"]));
                cue.limit = meanwhile.filter(|_| !cue.verb.has(Frame::ObjectAs)).unwrap_or(cue.limit);
            }
            self.found.extend(contents::statements(self.context, sentence, &cues));
        }
    }
}

impl Reader<'_, '_> {
    /// "Chad, Togo agree to talk": in a headline a comma stands for "and".
    fn take_list(&self, cue: &mut Cue, start: usize) {
        /// How many of them are looked for.
        const LONGEST_LIST: usize = 5;
        let Context { text, parties } = self.context;
        let Some(speaker) = &mut cue.speaker else { return };
        for _ in 0..LONGEST_LIST {
            let last = speaker.tokens.start.checked_sub(2).filter(|last| *last >= start);
            let Some(last) = last.filter(|&last| text.is(last + 1, ",") && text.starts_with_capital(last)) else {
                return;
            };
            let Some(one) = parties.before(last + 1, start).filter(|one| one.tokens.end == last + 1) else { return };
            speaker.tokens.start = one.tokens.start;
            speaker.people.extend(one.people);
            speaker.people.sort_unstable();
            speaker.people.dedup();
            cue.start = cue.start.min(one.tokens.start);
        }
    }
}

impl StatementFound {
    fn new(speaker: Option<PartyFound>, cue: Option<Range<usize>>, parts: Vec<Span>, sentence: usize) -> Self {
        Self {
            speaker,
            cue,
            addressee: None,
            parts,
            kind: None,
            denied: false,
            replies: false,
            goes_on: false,
            occasion: Occasion::Open,
            sentence,
            noted: reasons::Noted::default(),
        }
    }

    /// Whether one of the parts, which are in the order of the text, holds all of `span`.
    pub(super) fn holds(&self, span: Span) -> bool {
        let after = self.parts.partition_point(|part| part.start() <= span.start());
        after.checked_sub(1).is_some_and(|at| self.parts[at].contains(span))
    }

    fn of_cue(context: Context<'_, '_>, cue: &Cue, parts: Vec<Span>, sentence: usize) -> Self {
        Self {
            addressee: cue.addressee.clone(),
            denied: cue.verb.has(Frame::Deny) && cue.verb.lemma == "deny",
            replies: cue.verb.has(Frame::Reply),
            goes_on: cue.verb.has(Frame::Continue),
            occasion: cues::occasion(context, cue),
            noted: reasons::Noted::of_cue(cue),
            ..Self::new(cue.speaker.clone(), Some(cue.group.clone()), parts, sentence)
        }
    }
}

/// Whose words a statement gives.
pub(super) fn kind(text: &Text<'_>, statement: &StatementFound) -> StatementKind {
    statement.kind.unwrap_or_else(|| marked_kind(text, &statement.parts))
}

/// Whose words the parts give, by their marks.
pub(super) fn marked_kind(text: &Text<'_>, parts: &[Span]) -> StatementKind {
    let mut all_marked = !parts.is_empty();
    let mut some_marked = false;
    for part in parts {
        let words = text.slice(*part);
        let first = text.quotations.partition_point(|quotation| quotation.span.end() <= part.start());
        let inside = || {
            let near = text.quotations[first..].iter().take_while(|quotation| quotation.span.start() < part.end());
            near.filter(|quotation| part.contains(quotation.span))
        };
        let is_in_single = words.starts_with(['‘', '\'']) && words.ends_with(['’', '\'']);
        let has_single = inside().next().is_none() && words.contains('‘') && words.contains('’');
        // Double marks inside single ones are no quotations of their own.
        let is_in_double = words.starts_with(['“', '"'])
            && words.ends_with(['”', '"'])
            && words.chars().filter(|character| matches!(character, '“' | '”' | '"')).count() == 2;
        all_marked &= is_in_single || is_in_double || inside().any(|quotation| quotation.span == *part);
        some_marked |= has_single || inside().any(|quotation| !contents::is_title_or_scare_quote(text, quotation));
    }
    match (all_marked, some_marked) {
        (true, _) => StatementKind::Direct,
        (false, true) => StatementKind::Mixed,
        (false, false) => StatementKind::Indirect,
    }
}

#[cfg(test)]
mod tests;
