//! Contents: the words that a cue reports, and where they begin and end.

use std::ops::Range;

use rapporteur_model::{Span, StatementKind};

use super::{
    Context, StatementFound, accounts,
    cues::{Cue, Form},
};
use crate::reading::{
    lexicon::{Frame, lexicon},
    names::is_function_word,
    text::{Quotation, Text, TokenKind},
    times::is_weekday,
};

/// The statements that the cues of a sentence make.
pub(super) fn statements(context: Context<'_, '_>, sentence: usize, cues: &[Cue]) -> Vec<StatementFound> {
    let reader = Contents { context, tokens: context.text.sentences[sentence].tokens.clone(), cues };
    let mut found = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    for (index, cue) in cues.iter().enumerate() {
        let Some((parts, quotations, kind)) = reader.content(index, &taken) else { continue };
        taken.extend(quotations);
        let mut statement = StatementFound::of_cue(context, cue, parts, sentence);
        statement.kind = kind;
        found.push(statement);
    }
    found.extend(reader.after_colon(&taken, sentence));
    found
}

/// What is said, the quotations it takes, and its kind where marks do not show it.
type Content = (Vec<Span>, Vec<usize>, Option<StatementKind>);

struct Contents<'a, 't> {
    context: Context<'a, 't>,
    tokens: Range<usize>,
    cues: &'a [Cue],
}

impl Contents<'_, '_> {
    fn text(&self) -> &Text<'_> {
        self.context.text
    }

    fn content(&self, index: usize, taken: &[usize]) -> Option<Content> {
        let cue = &self.cues[index];
        if cue.form == Form::AccordingTo {
            return self.by_account(index);
        }
        if matches!(cue.form, Form::Passive | Form::Nominal) {
            return self.told(index);
        }
        let has_own_subject = cue.form == Form::Finite;
        let before = self.quotation_before(cue).filter(|at| has_own_subject && !taken.contains(at));
        let after = self.quotation_after(index).filter(|at| !taken.contains(at));
        if cue.verb.has(Frame::Direct)
            && (before.is_some() || after.is_some())
            && !self.is_object_complement(index, after)
        {
            // "“A,” Lee said, “B.”" is one statement, unless another cue takes B.
            let quotations: Vec<usize> =
                before.into_iter().chain(after.filter(|&at| self.is_first_cue_before(index, at))).collect();
            let parts = quotations.iter().map(|&at| self.text().quotations[at].span).collect::<Vec<_>>();
            if !parts.is_empty() {
                return Some((parts, quotations, None));
            }
        }
        self.around(index).or_else(|| self.forward(index)).or_else(|| self.backward(index))
    }

    /// "was asked whether A", "his claim that A"; and "X was called a mistake", where X is part of it.
    fn told(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        let text = self.text();
        let first = cue.end + usize::from(text.is(cue.end, "that"));
        let mut last = self.end(index);
        while last > first && text.is_any(last - 1, &[",", "—", "–", "-"]) && text.is_outside_quotations(last - 1) {
            last -= 1;
        }
        let patient = cue.patient.iter().map(|patient| text.span(patient.start, patient.end - 1));
        let parts = patient.chain((last > first).then(|| text.span(first, last - 1))).collect();
        (last > first).then_some((parts, Vec::new(), None))
    }

    /// "Lee: “A.”", "She put it to him on Monday: “A.”": a colon before words in marks is a cue of its own.
    fn after_colon(&self, taken: &[usize], sentence: usize) -> Option<StatementFound> {
        let text = self.text();
        let colon = (self.tokens.start..self.tokens.end - 1).find(|&at| {
            text.is(at, ":")
                && text.is_outside_quotations(at)
                && text.tokens.get(at + 1).is_some_and(|next| next.quotation.is_some())
        })?;
        let at = text.tokens[colon + 1].quotation.filter(|at| !taken.contains(at))?;
        let quotation = text.quotations[at];
        let is_whole = (quotation.last + 1..self.tokens.end).all(|at| text.kind(at) == Some(TokenKind::Mark));
        if !is_whole || is_title_or_scare_quote(text, &quotation) {
            return None;
        }
        // "Lee told the press on Monday: “A.”": the cue stands before the colon already.
        let mut cues = self.cues.iter().rev().filter(|cue| cue.verb.has(Frame::Direct) && cue.speaker.is_some());
        if let Some(cue) = cues.find(|cue| cue.group.start < colon) {
            return Some(StatementFound::of_cue(self.context, cue, vec![quotation.span], sentence));
        }
        let named = self
            .context
            .parties
            .before(colon, self.tokens.start)
            .filter(|party| !party.people.is_empty() || text.starts_with_capital(party.tokens.start));
        let named = named.filter(|party| party.tokens.len() <= 5);
        let speaker = named.or_else(|| self.context.parties.after(self.tokens.start, colon, false))?;
        Some(StatementFound::new(Some(speaker), Some(colon..colon + 1), vec![quotation.span], sentence))
    }

    /// The quotation that ends directly before the cue or its subject.
    fn quotation_before(&self, cue: &Cue) -> Option<usize> {
        let last = cue.start.checked_sub(1).filter(|last| *last >= self.tokens.start)?;
        let last = if self.text().is(last, ",") && last > self.tokens.start { last - 1 } else { last };
        let at = self.text().tokens[last].quotation?;
        let quotation = self.text().quotations[at];
        (!is_title_or_scare_quote(self.text(), &quotation)).then_some(at)
    }

    /// The quotation that the cue leads up to: directly, after a comma or colon, or after a short adverbial.
    fn quotation_after(&self, index: usize) -> Option<usize> {
        let cue = &self.cues[index];
        let text = self.text();
        let first = (cue.end..self.tokens.end).find(|&at| text.tokens[at].quotation.is_some())?;
        let at = text.tokens[first].quotation?;
        let between = cue.end..first;
        let is_adverbial = || {
            let opens = text
                .is_any(between.start, &["in", "on", "at", "during", "after", "as", "through", "this", ","])
                || is_weekday(text.word(between.start));
            opens && text.is_any(first - 1, &[",", ":"]) && between.len() <= 10
        };
        let leads = between.is_empty()
            || (between.len() == 1 && text.is_any(between.start, &[",", ":", "—", "–", "-", "that"]))
            || is_adverbial();
        let quotation = text.quotations[at];
        // "“A,” said Ann Lee, head of the union, “but B.”": the second half begins with a small letter.
        let is_second_half = self.quotation_before(cue).is_some()
            && text.is(first - 1, ",")
            && text.word(first + 1).starts_with(char::is_lowercase)
            && between.len() <= 25;
        let leads = leads || is_second_half;
        // "said that “A” would B" is a clause with marked words in it, not the words themselves.
        let goes_on = quotation.last + 1 < self.tokens.end
            && text.kind(quotation.last + 1) == Some(TokenKind::Word)
            && !text.is_any(
                quotation.last + 1,
                &["and", "but", "while", "before", "after", "as", "in", "at", "on", "during"],
            );
        let is_in_clause = (goes_on && between.is_empty()) || (between.len() == 1 && text.is(between.start, "that"));
        (leads && !is_in_clause && !is_title_or_scare_quote(text, &quotation)).then_some(at)
    }

    /// "called the pact “a door”", "describing Canada as “a partner”": the quotation says what the object is.
    fn is_object_complement(&self, index: usize, after: Option<usize>) -> bool {
        let cue = &self.cues[index];
        cue.verb.has(Frame::ObjectAs) && !cue.verb.has(Frame::That) && after.is_none()
    }

    fn is_first_cue_before(&self, index: usize, quotation: usize) -> bool {
        let first = self.text().quotations[quotation].first;
        !self.cues[index + 1..].iter().any(|cue| cue.group.start < first)
    }

    /// Where the content of a cue that stands before it must end: at the next cue that leaves its clause, or at the
    /// sentence's end, closing stop apart.
    fn end(&self, index: usize) -> usize {
        let text = self.text();
        let mut end = self.tokens.end.min(self.cues[index].limit);
        while end > self.tokens.start
            && text.is_any(end - 1, &[".", "!", "?", ";", ")"])
            && text.is_outside_quotations(end - 1)
        {
            end -= 1;
        }
        let is_relative =
            self.cues[index].speaker.as_ref().is_some_and(|party| text.is_any(party.tokens.start, &["who", "which"]));
        if is_relative {
            let comma = (self.cues[index].end..end).find(|&at| text.is(at, ",") && text.is_outside_quotations(at));
            end = comma.unwrap_or(end);
        }
        for (at, cue) in self.cues.iter().enumerate().skip(index + 1) {
            let leaves = match cue.form {
                Form::Coordinated | Form::Participle | Form::AccordingTo => true,
                Form::Finite => self.is_trailing(at),
                Form::Embedded | Form::Passive | Form::Nominal => false,
            };
            if leaves {
                let mut before = cue.start;
                while before > self.tokens.start && text.is_any(before - 1, &[",", "and", "but", "then", "—", "–"])
                {
                    before -= 1;
                }
                return end.min(before);
            }
        }
        end
    }

    /// Content after the cue: a clause, an infinitive, a gerund, or what is praised.
    fn forward(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        let text = self.text();
        let mut first = cue.end;
        let end = self.end(index);
        let has_that = text.is(first, "that");
        if has_that || (text.is(first, ",") && text.is(first + 1, "that")) {
            first += if has_that { 1 } else { 2 };
        } else if first < end && self.is_trailing(index) {
            return None;
        }
        // "said on Thursday the talks went well": past the day.
        let day = first + usize::from(text.is(first, "on"));
        if !has_that && is_weekday(text.word(day)) && text.kind(day + 1) == Some(TokenKind::Word) {
            first = day + 1 + usize::from(text.is_any(day + 1, &["afternoon", "evening", "morning", "night"]));
            first += usize::from(text.is(first, "that"));
        }
        if !has_that && text.is_any(first, &["after", "at", "during", "earlier", "in", "later", "on"]) {
            // "promised at a rally to end", "said in Seoul that": an adverbial stands before the content.
            let takes_infinitive = cue.verb.has(Frame::Infinitive);
            let opening = (first..end.min(first + 12)).find(|&at| {
                text.is_outside_quotations(at) && (text.is(at, "that") || (takes_infinitive && text.is(at, "to")))
            })?;
            first = opening + usize::from(text.is(opening, "that"));
        }
        // "said, if elected, she would": the clause begins with its own condition.
        let has_condition = text.is(first, ",")
            && text.is_any(first + 1, &["because", "despite", "given", "if", "should", "unlike", "when"]);
        if has_condition && cue.verb.has(Frame::That) {
            first += 1;
        }
        if first >= end || text.is_any(first, &[",", ":", ";", "(", ")"]) && text.is_outside_quotations(first) {
            return None;
        }
        let word = text.lower(first);
        // "said to the press" says to whom, not what.
        let is_clause = cue.verb.has(Frame::That) && word != "to";
        // "asked to land" asks nobody to do anything.
        let is_infinitive = word == "to"
            && (cue.verb.lemma != "ask" || cue.addressee.is_some())
            && (cue.verb.has(Frame::Infinitive) || cue.verb.has(Frame::AddresseeObject));
        let is_gerund = cue.verb.has(Frame::Gerund) && word.ends_with("ing");
        let is_thing = word != "to"
            && cue.verb.has(Frame::NounPhrase)
            && (cue.verb.has(Frame::Participle) || cue.verb.lemma == "agree");
        // "and alleged communist groups" is no second report.
        let hangs_on_report = self.cues[..index].iter().any(|cue| cue.form == Form::Finite);
        let is_thing = is_thing && (cue.form != Form::Coordinated || hangs_on_report);
        let is_object = cue.verb.has(Frame::ObjectAs) && self.has_complement(first, end, cue);
        let is_question = cue.verb.lemma == "ask" && matches!(word.as_str(), "whether" | "if" | "how" | "why" | "what");
        if !(is_clause || is_infinitive || is_gerund || is_thing || is_object || is_question) {
            return None;
        }
        if is_adverbial_only(text, first, end) && !is_clause {
            return None;
        }
        let mut last = if is_clause && !is_gerund && !is_infinitive { end } else { self.before_occasion(first, end) };
        while last > first && text.is(last - 1, ",") && text.is_outside_quotations(last - 1) {
            last -= 1;
        }
        // A colon at the end leads up to words elsewhere.
        let leads_on = last > first && text.is(last - 1, ":");
        let span = (last > first && !leads_on).then(|| text.span(first, last - 1))?;
        Some((vec![span], Vec::new(), None))
    }

    /// Where content without a verb of its own ends: before the occasion or the day on which it was said.
    fn before_occasion(&self, first: usize, end: usize) -> usize {
        let text = self.text();
        let names_occasion = |at: usize| {
            let nouns = (at + 1..end.min(at + 5)).find(|&noun| {
                text.is_any(noun, &["summit", "talks", "meeting", "conference"])
                    || lexicon().is_reporting_noun(&text.lower(noun))
            });
            let is_between = |at: usize| {
                text.kind(at) == Some(TokenKind::Word)
                    && !text.is_any(at, &["during", "at", "in", "on", "of", "for", "with", "to", "and"])
            };
            nouns.is_some_and(|noun| (at + 1..noun).all(is_between))
        };
        let occasion = (first + 1..end).find(|&at| {
            text.is_outside_quotations(at)
                && (text.is(at, "during") || text.is_any(at, &["at", "in", "after", "before"]))
                && names_occasion(at)
        });
        let end = occasion.unwrap_or(end);
        let has_day = end > first + 2 && is_weekday(text.word(end - 1)) && text.is(end - 2, "on");
        if has_day { end - 2 } else { end }
    }

    /// Whether "as" or a quotation follows the object.
    fn has_complement(&self, first: usize, end: usize, cue: &Cue) -> bool {
        let text = self.text();
        let marked = (first..end).any(|at| text.tokens[at].quotation.is_some());
        let with_as = (first..end).any(|at| text.is(at, "as"));
        marked || (with_as && cue.verb.lemma != "call")
    }

    /// Whether the cue follows its content: ", Lee said." with nothing after it that could be one.
    fn is_trailing(&self, index: usize) -> bool {
        let cue = &self.cues[index];
        let text = self.text();
        let Some(comma) = cue.start.checked_sub(1).filter(|comma| *comma > self.tokens.start) else { return false };
        if !(text.is(comma, ",") && text.is_outside_quotations(comma)) || cue.form != Form::Finite {
            return false;
        }
        if self.tokens.end - cue.end > 1 && text.is_any(cue.end, &["that", ":"]) {
            return false;
        }
        if (cue.end..self.tokens.end).any(|at| text.tokens[at].quotation.is_some()) {
            return false;
        }
        is_adverbial_only(text, cue.end, self.tokens.end)
    }

    /// Content on both sides of the cue: "A, Lee said, will B".
    fn around(&self, index: usize) -> Option<Content> {
        const LEAVING: [&str; 15] = [
            "according",
            "after",
            "although",
            "as",
            "before",
            "but",
            "citing",
            "including",
            "or",
            "though",
            "when",
            "where",
            "which",
            "while",
            "who",
        ];
        let cue = &self.cues[index];
        let text = self.text();
        let comma = cue.start.checked_sub(1).filter(|comma| *comma > self.tokens.start)?;
        let is_parenthesis = cue.form == Form::Finite
            && text.is(comma, ",")
            && text.is(cue.end, ",")
            && text.is_outside_quotations(comma)
            && text.is_outside_quotations(cue.end);
        let first = cue.end + 1;
        let end = self.end(index);
        let goes_on = first + 1 < end
            && text.kind(first) == Some(TokenKind::Word)
            && !text.is_any(first, &LEAVING)
            && !text.word(first).ends_with("ing")
            && self.cues[index + 1..].iter().all(|cue| cue.start > first);
        if !(is_parenthesis && goes_on) {
            return None;
        }
        let before = self.clause_before(comma)?;
        Some((vec![before, text.span(first, end - 1)], Vec::new(), None))
    }

    /// Content before the cue: from the sentence's beginning to the comma.
    fn backward(&self, index: usize) -> Option<Content> {
        if !self.is_trailing(index) {
            return None;
        }
        let cue = &self.cues[index];
        let span = self.clause_before(cue.start - 1)?;
        Some((vec![span], Vec::new(), None))
    }

    /// What the sentence says up to token `comma`.
    fn clause_before(&self, comma: usize) -> Option<Span> {
        let text = self.text();
        let mut first = self.tokens.start;
        while first < comma && text.is_any(first, &["And", "But", "But,"]) {
            first += 1;
        }
        // An introduction that is itself no clause says nothing: "Asked whether X, Lee said".
        (comma > first && !text.is_any(first, &["Asked", "Speaking"])).then(|| text.span(first, comma - 1))
    }

    /// "According to X, A" and "A, according to X".
    fn by_account(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        let text = self.text();
        if let Some(parts) = accounts::around(text, cue, self.tokens.start, self.end(index)) {
            return Some((parts, Vec::new(), None));
        }
        let span = if cue.group.start == self.tokens.start {
            let mut first = cue.end;
            if text.is(first, ",") {
                first += 1;
            }
            let end = self.end(index);
            (end > first).then(|| text.span(first, end - 1))?
        } else {
            let comma = cue.group.start - 1;
            let last = if text.is(comma, ",") { comma } else { cue.group.start };
            self.clause_before(last)?
        };
        Some((vec![span], Vec::new(), None))
    }
}

/// Whether all that stands between two tokens says when, where or to whom, and not what.
fn is_adverbial_only(text: &Text<'_>, first: usize, end: usize) -> bool {
    const OPENINGS: [&str; 24] = [
        ")",
        ",",
        ".",
        ";",
        "after",
        "as",
        "at",
        "before",
        "during",
        "earlier",
        "early",
        "following",
        "in",
        "last",
        "late",
        "later",
        "on",
        "this",
        "through",
        "today",
        "via",
        "when",
        "while",
        "yesterday",
    ];
    first >= end || text.is_any(first, &OPENINGS) || is_weekday(text.word(first))
}

/// Whether what stands between the marks is no speech: a title of words with capitals, or a scare quote.
pub(super) fn is_title_or_scare_quote(text: &Text<'_>, quotation: &Quotation) -> bool {
    let before = quotation.first.checked_sub(1).map(|before| text.lower(before)).unwrap_or_default();
    if matches!(before.as_str(), "so-called" | "dubbed" | "nicknamed" | "known" | "titled" | "entitled") {
        return true;
    }
    if before == "as" && quotation.first > 1 && text.is(quotation.first - 2, "known") {
        return true;
    }
    is_title(text, quotation)
}

/// Whether every word but the small ones begins with a capital, after a noun: the film “Winter Harbor”.
fn is_title(text: &Text<'_>, quotation: &Quotation) -> bool {
    let words = quotation.first + 1..quotation.last + usize::from(!quotation.closed);
    let mut capitals = 0;
    for at in words.clone().filter(|&at| text.kind(at) == Some(TokenKind::Word)) {
        let is_small = matches!(
            text.word(at),
            "of" | "the" | "and" | "a" | "an" | "in" | "on" | "to" | "for" | "at" | "with" | "from" | "or" | "by"
        );
        if text.starts_with_capital(at) {
            capitals += 1;
        } else if !is_small || at == words.start {
            return false;
        }
    }
    let after_noun = quotation.first > 0
        && text.kind(quotation.first - 1) == Some(TokenKind::Word)
        && !matches!(
            text.lower(quotation.first - 1).as_str(),
            "said" | "says" | "saying" | "that" | "added" | "replied" | "responded"
        );
    let is_sentence =
        words.clone().any(|at| is_function_word(text.word(at)) && matches!(text.word(at), "I" | "We" | "You" | "It"));
    capitals > 0 && after_noun && !is_sentence
}
