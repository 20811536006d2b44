//! Contents: the words that a cue reports, and where they begin and end.

use std::ops::Range;

use rapporteur_model::{Span, StatementKind};

use super::{
    ContentRule, Context, StatementFound, accounts, alone,
    complements::{has_complement, names_amount},
    cues::{Cue, Form},
    endings::Endings,
    openings,
};
use crate::reading::{
    lexicon::{Frame, lexicon},
    text::{Quotation, Text, TokenKind},
    times::is_weekday,
    traits::Trait,
    words::is_adverb,
};

/// The statements that the cues of a sentence make.
pub(super) fn statements(context: Context<'_, '_>, sentence: usize, cues: &[Cue]) -> Vec<StatementFound> {
    let reader = Contents { context, tokens: context.text.sentences[sentence].tokens.clone(), cues };
    let mut found = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    for (index, cue) in cues.iter().enumerate() {
        let mut tried = Vec::new();
        let Some((parts, quotations, kind)) = reader.content(index, &taken, &mut tried) else { continue };
        taken.extend(quotations);
        let mut statement = StatementFound::of_cue(context, cue, parts, sentence).by_last_of(tried);
        statement.kind = kind;
        found.push(statement);
    }
    alone::add_unclaimed(context, sentence, cues, &mut found);
    found
}

/// What is said, the quotations it takes, and its kind where marks do not show it.
type Content = (Vec<Span>, Vec<usize>, Option<StatementKind>);

/// Looks for the content of the cue of this number.
type Find<T> = fn(&T, usize) -> Option<Content>;

struct Contents<'a, 't> {
    context: Context<'a, 't>,
    tokens: Range<usize>,
    cues: &'a [Cue],
}

impl Contents<'_, '_> {
    fn text(&self) -> &Text<'_> {
        self.context.text
    }

    /// What a cue reports. The rules go to `tried` as each has its turn, so that the last is the one that found it.
    fn content(&self, index: usize, taken: &[usize], tried: &mut Vec<ContentRule>) -> Option<Content> {
        let cue = &self.cues[index];
        if cue.form == Form::AccordingTo {
            tried.push(ContentRule::Account);
            return self.by_account(index);
        }
        if matches!(cue.form, Form::Passive | Form::Nominal) {
            tried.push(if cue.form == Form::Nominal { ContentRule::Noun } else { ContentRule::Passive });
            return self.told(index);
        }
        if let Some(content) = self.as_told(index) {
            tried.push(ContentRule::AsTold);
            return Some(content);
        }
        let has_own_subject = cue.form == Form::Finite;
        let before = self.quotation_before(cue).filter(|at| has_own_subject && !taken.contains(at));
        let after =
            self.quotation_after(index).filter(|at| !taken.contains(at) && !self.is_followed_by_cue(index, *at));
        if cue.verb.has(Frame::Direct) {
            tried.push(ContentRule::MarksBeside);
        }
        if cue.verb.has(Frame::Direct)
            && (before.is_some() || after.is_some())
            && !self.is_object_complement(index, after)
        {
            // "“A,” Lee said, “B.”" is one statement, unless another cue takes B.
            let quotations: Vec<usize> =
                before.into_iter().chain(after.filter(|&at| self.is_first_cue_before(index, at))).collect();
            let mut parts: Vec<Span> = quotations.iter().map(|&at| self.text().quotations[at].span).collect();
            if let Some(opening) = self.opening_before(index, &quotations).filter(|_| before.is_none()) {
                parts.insert(0, opening);
            }
            if let Some(at) = before {
                parts[0] = self.with_clause_before(index, at);
                if let Some(second) = self.second_half(index) {
                    parts.truncate(1);
                    parts.push(second);
                }
            }
            if !parts.is_empty() {
                return Some((parts, quotations, None));
            }
        }
        let rules: [(ContentRule, Find<Self>); 3] = [
            (ContentRule::BothSides, Self::around),
            (ContentRule::After, |reader, index| reader.named_as(index).or_else(|| reader.forward(index))),
            (ContentRule::Before, Self::backward),
        ];
        rules.into_iter().find_map(|(rule, find)| {
            tried.push(rule);
            find(self, index)
        })
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
        // "The pact was first reported by Lee" tells of the pact alone.
        let is_told = last > first || cue.patient.is_some();
        is_told.then_some((parts, Vec::new(), None))
    }

    /// "The pact was “a new door,” Lee said": the words before the marks are reported with those between them.
    fn with_clause_before(&self, index: usize, quotation: usize) -> Span {
        let text = self.text();
        let marked = text.quotations[quotation];
        let start = self.tokens.start;
        let is_clause = marked.first > start
            && (self.cues[..index].is_empty() || self.is_part_of_clause(quotation))
            && !text.is(marked.first - 1, ":")
            && !text.is_any(start, &["Asked", "Speaking"]);
        if is_clause { text.span(start, marked.last) } else { marked.span }
    }

    /// "He told her it was “a door,” Lee said": whether marked words go on with the clause that the sentence begins, and
    /// are its first.
    fn is_part_of_clause(&self, quotation: usize) -> bool {
        let text = self.text();
        let marked = text.quotations[quotation];
        let is_first = quotation == 0 || text.quotations[quotation - 1].last < self.tokens.start;
        is_first && text.word(marked.first + 1).starts_with(char::is_lowercase)
    }

    /// "If it rains, Lee said, “we stay”", "The pact, Lee said, “opens a door”": words that wait for those in marks are
    /// reported too.
    fn opening_before(&self, index: usize, quotations: &[usize]) -> Option<Span> {
        let text = self.text();
        let cue = &self.cues[index];
        let comma = cue.start.checked_sub(1).filter(|&comma| index == 0 && comma > self.tokens.start)?;
        let is_parenthesis = cue.form == Form::Finite && text.is(comma, ",") && text.is(cue.end, ",");
        let goes_on = || {
            let marked = quotations.first().map(|&at| text.quotations[at].first + 1);
            marked.is_some_and(|first| text.word(first).starts_with(char::is_lowercase))
        };
        if is_parenthesis && (self.opens_with_condition() || goes_on()) { self.clause_before(comma) } else { None }
    }

    /// "“A,” Lee said, but the pact was “B”": the report goes on after the cue, in words without marks at first.
    fn second_half(&self, index: usize) -> Option<Span> {
        let text = self.text();
        let cue = &self.cues[index];
        let first = cue.end + 1;
        let end = self.end(index);
        let goes_on = text.is(cue.end, ",")
            && first < end
            && text.tokens[first].quotation.is_none()
            && (text.is(first, "but") || !text.is_any(first, &LEAVING))
            && !text.word(first).ends_with("ing")
            && self.cues[index + 1..].iter().all(|cue| cue.start > first)
            && (first..end).any(|at| text.tokens[at].quotation.is_some());
        goes_on.then(|| text.span(first, end - 1))
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
        // "called it “A,” a place for B": the comma inside the marks closes the words.
        let goes_on = goes_on && !(cue.verb.has(Frame::ObjectAs) && text.is(quotation.last - 1, ","));
        let is_in_clause = (goes_on && between.is_empty()) || (between.len() == 1 && text.is(between.start, "that"));
        (leads && !is_in_clause && !is_title_or_scare_quote(text, &quotation)).then_some(at)
    }

    /// "called the pact “a door”", "describing Canada as “a partner”": the quotation says what the object is.
    fn is_object_complement(&self, index: usize, after: Option<usize>) -> bool {
        let cue = &self.cues[index];
        cue.verb.has(Frame::ObjectAs) && !cue.verb.has(Frame::That) && after.is_none()
    }

    /// "Lee weighed in, telling a paper, “A,” he said": words that end openly are his whose cue comes next.
    fn is_followed_by_cue(&self, index: usize, quotation: usize) -> bool {
        let text = self.text();
        let marked = text.quotations[quotation];
        let leads_up = self.cues[index].form != Form::Finite || text.is(marked.first - 1, ":");
        let ends_openly = text.is(marked.last - 1, ",");
        let takes = |cue: &Cue| {
            cue.form == Form::Finite && cue.verb.has(Frame::Direct) && self.quotation_before(cue) == Some(quotation)
        };
        leads_up && ends_openly && self.cues[index + 1..].iter().take(3).any(takes)
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
        let endings = self.endings();
        for (at, cue) in self.cues.iter().enumerate().skip(index + 1) {
            let leaves = match cue.form {
                Form::Coordinated | Form::Participle | Form::AccordingTo => true,
                Form::Finite => {
                    self.is_trailing(at) || self.quotation_before(cue).is_some() || endings.is_new_clause(at)
                }
                Form::Embedded | Form::Passive | Form::Nominal => false,
            };
            if leaves {
                return end.min(endings.before_joint(cue.start));
            }
        }
        end
    }

    /// "a step that Lee described as “a mistake”": what the words before the cue are said to be, marks and all.
    fn named_as(&self, index: usize) -> Option<Content> {
        /// How many words can lead up to the marks: "as something of a “mistake”".
        const LONGEST_LEAD: usize = 8;
        let cue = &self.cues[index];
        let text = self.text();
        let first = cue.end + 1;
        if !(cue.verb.has(Frame::ObjectAs) && text.is(cue.end, "as")) {
            return None;
        }
        let mut lead = first..self.end(index).min(first + LONGEST_LEAD);
        let marked = lead.find(|&at| text.kind(at) == Some(TokenKind::Mark) || text.has(at, Trait::FiniteVerb))?;
        let quotation = text.quotations[text.tokens[marked].quotation?];
        Some((vec![text.span(first, quotation.last)], Vec::new(), None))
    }

    /// Content after the cue: a clause, an infinitive, a gerund, or what is praised.
    fn forward(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        let text = self.text();
        let end = self.end(index);
        // "thanked them": whom it is said to is all that is told.
        let thanked = cue.addressee.as_ref().filter(|_| matches!(cue.verb.lemma, "congratulate" | "thank"));
        if let Some(thanked) = thanked
            && (cue.end >= end || text.is_any(cue.end, &[",", "and", "but"]))
        {
            return Some((vec![text.span(thanked.tokens.start, thanked.tokens.end - 1)], Vec::new(), None));
        }
        let is_marked = text.is(cue.end, "that") || (text.is(cue.end, ",") && text.is(cue.end + 1, "that"));
        if !is_marked && cue.end < end && self.is_trailing(index) {
            return None;
        }
        let mut first = openings::opening(self.context, cue, end)?;
        // "said, if elected, she would", "said that, like him, she would": the clause begins with its own insertion.
        let has_condition = text.is(first, ",")
            && (text.is(first - 1, "that")
                || text.is_any(first + 1, &["because", "despite", "given", "if", "should", "unlike", "when"]));
        if has_condition && cue.verb.has(Frame::That) {
            first += 1;
        }
        if first >= end || text.is_any(first, &[",", ":", ";", "(", ")"]) && text.is_outside_quotations(first) {
            return None;
        }
        let word = text.lower(first);
        // "said to the press" says to whom, not what.
        let is_topic = openings::names_topic(self.context, cue);
        let is_clause = cue.verb.has(Frame::That) && word != "to" && !is_topic;
        // "maintains a wide lead" says nothing.
        if is_clause && !is_marked && !cue.verb.has(Frame::NounPhrase) && !self.may_be_clause(first, end) {
            return None;
        }
        // "asked to land" asks nobody to do anything.
        let is_infinitive = word == "to"
            && (cue.verb.lemma != "ask" || cue.addressee.is_some())
            && (cue.verb.has(Frame::Infinitive) || cue.verb.has(Frame::AddresseeObject));
        let is_gerund = cue.verb.has(Frame::Gerund) && word.ends_with("ing");
        // "renewed his call for talks": the object itself reports.
        let is_report = || (first..end.min(first + 4)).any(|at| lexicon().is_reporting_noun(&text.lower(at)));
        let is_thing = word != "to"
            && cue.verb.has(Frame::NounPhrase)
            && (cue.verb.lemma == "renew" && is_report()
                || cue.verb.has(Frame::Participle)
                || matches!(cue.verb.lemma, "agree" | "agree on"));
        // "and alleged communist groups" is no second report, "and called for votes" and "and praised him" are.
        let hangs_on_report = self.cues[..index].iter().any(|cue| cue.form == Form::Finite);
        let is_plain_object =
            !cue.verb.particles.is_empty() || text.is_any(first, &["her", "him", "it", "me", "them", "us"]);
        let is_thing = is_thing && (cue.form != Form::Coordinated || hangs_on_report || is_plain_object);
        let is_object = (cue.verb.has(Frame::ObjectAs) && has_complement(self.context, cue, first..end))
            || (cue.verb.has(Frame::ObjectAt) && names_amount(self.context, first..end));
        let is_question = cue.verb.lemma == "ask" && matches!(word.as_str(), "whether" | "if" | "how" | "why" | "what");
        if !(is_topic || is_clause || is_infinitive || is_gerund || is_thing || is_object || is_question) {
            return None;
        }
        // "what Lee described as a mistake": the object stands before the clause.
        let is_renamed_before = is_object && word == "as";
        if is_adverbial_only(text, first, end) && !is_clause && !is_topic && !is_renamed_before {
            return None;
        }
        let is_clause = is_clause && !is_gerund && !is_infinitive;
        let end = self.endings().content_end(index, first, end, is_clause);
        let mut last = if is_clause { end } else { self.before_occasion(first, end) };
        while last > first && text.is(last - 1, ",") && text.is_outside_quotations(last - 1) {
            last -= 1;
        }
        // A colon at the end leads up to words elsewhere.
        let leads_on = last > first && text.is(last - 1, ":");
        let span = (last > first && !leads_on).then(|| text.span(first, last - 1))?;
        let pronoun = if is_clause || is_renamed_before { self.relative_pronoun(index) } else { None };
        Some((pronoun.into_iter().chain([span]).collect(), Vec::new(), None))
    }

    /// "which Lee said works", "in which Lee said it works": the pronoun is part of what is said.
    fn relative_pronoun(&self, index: usize) -> Option<Span> {
        let cue = &self.cues[index];
        let before = cue.start.checked_sub(1).filter(|&before| before > self.tokens.start)?;
        let stands = cue.form == Form::Finite && self.text().is_any(before, &["which", "who", "whom"]);
        let has_preposition = before > self.tokens.start && self.text().has(before - 1, Trait::Preposition);
        stands.then(|| self.text().span(before - usize::from(has_preposition), before))
    }

    /// Whether a verb may stand among the words, as a clause has one.
    fn may_be_clause(&self, first: usize, end: usize) -> bool {
        let text = self.text();
        let may_be_verb = |at: usize| {
            let form = lexicon().verb_form(text.word(at));
            text.has(at, Trait::FiniteVerb) || form.third || form.past || !lexicon().verbs(text.word(at)).is_empty()
        };
        (first..end).any(|at| {
            !text.is_outside_quotations(at) || may_be_verb(at) || text.kind(at) == Some(TokenKind::Possessive)
        })
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

    fn endings(&self) -> Endings<'_, '_> {
        Endings { context: self.context, cues: self.cues, tokens: self.tokens.clone() }
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
        let cue = &self.cues[index];
        let text = self.text();
        let comma = cue.start.checked_sub(1).filter(|comma| *comma > self.tokens.start)?;
        // "A, Lee said in a letter, B".
        let adverbial = (cue.end..self.tokens.end.min(cue.end + 10)).take_while(|&at| text.is_outside_quotations(at));
        let close = adverbial.into_iter().find(|&at| text.kind(at) == Some(TokenKind::Mark))?;
        let is_parenthesis = cue.form == Form::Finite
            && text.is(comma, ",")
            && text.is(close, ",")
            && text.is_outside_quotations(comma)
            && is_adverbial_only(text, cue.end, close);
        let first = close + 1 + usize::from(text.is(close + 1, "that"));
        let end = self.end(index);
        let goes_on = first + 1 < end
            && text.kind(first) == Some(TokenKind::Word)
            && !text.is_any(first, &LEAVING)
            && (!text.word(first).ends_with("ing") || self.opens_with_condition())
            && self.cues[index + 1..].iter().all(|cue| cue.start > first);
        if !(is_parenthesis && goes_on) {
            return None;
        }
        let before = self.clause_before(comma)?;
        Some((vec![before, text.span(first, end - 1)], Vec::new(), None))
    }

    /// "If it rains, Lee said, ...": the sentence begins with a clause that waits for another.
    fn opens_with_condition(&self) -> bool {
        let text = self.text();
        let start = self.tokens.start + usize::from(text.is_any(self.tokens.start, &["And", "But", "So", "Yet"]));
        ["although", "because", "if", "though", "when", "while"].contains(&text.lower(start).as_str())
    }

    /// Content before the cue: from the sentence's beginning to the comma.
    fn backward(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        // What only leads up to marked words reports no others: "the talks, which began at nine".
        let reports = cue.verb.has(Frame::That) || (cue.verb.has(Frame::Direct) && cue.verb.lemma != "begin");
        // "..., who spoke at length": what stands before is about the one who speaks.
        let is_relative =
            cue.speaker.as_ref().is_some_and(|party| self.text().is_any(party.tokens.start, &["which", "who"]));
        if !reports || is_relative || !self.is_trailing(index) || self.is_introduction(cue.start - 1) {
            return None;
        }
        let span = self.clause_before(cue.start - 1)?;
        Some((vec![span], Vec::new(), None))
    }

    /// Whether the words before token `comma` only say when or where: "Before his death, Lee spoke."
    fn is_introduction(&self, comma: usize) -> bool {
        let text = self.text();
        let words = self.tokens.start..comma;
        let opens = text.has(words.start, Trait::Preposition)
            || text.is_any(words.start, &["after", "before", "since", "until"])
            || is_adverb(&text.lower(words.start))
            || text.word(words.start).ends_with("ing");
        opens && !words.clone().any(|at| text.has(at, Trait::FiniteVerb) || !text.is_outside_quotations(at))
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

    /// "As Lee said, A" and "A, as Lee said on Monday".
    fn as_told(&self, index: usize) -> Option<Content> {
        let cue = &self.cues[index];
        let text = self.text();
        let opening =
            cue.start.checked_sub(1).filter(|&at| at >= self.tokens.start && text.is_any(at, &["As", "as"]))?;
        let adverbial = cue.end..self.tokens.end.min(cue.end + 8);
        let closing = adverbial.clone().find(|&at| text.kind(at) == Some(TokenKind::Mark))?;
        if !text.is_any(closing, &[",", "."]) || !is_adverbial_only(text, cue.end, closing) {
            return None;
        }
        // "The pact is, as Lee put it, “a door”": his are the words in marks.
        let leads_to_marks = text.tokens.get(closing + 1).is_some_and(|token| token.quotation.is_some());
        if leads_to_marks && cue.verb.has(Frame::Direct) && opening > self.tokens.start {
            return None;
        }
        let end = self.end(index);
        let span = if opening == self.tokens.start {
            (text.is(closing, ",") && closing + 1 < end).then(|| text.span(closing + 1, end - 1))?
        } else {
            let comma = opening.checked_sub(1).filter(|&comma| text.is(comma, ","))?;
            self.clause_before(comma)?
        };
        Some((vec![span], Vec::new(), None))
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

/// Words that leave the report after a cue in parentheses.
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
    const NAMING: [&str; 10] = [
        "dubbed",
        "entitled",
        "known",
        "nicknamed",
        "self-described",
        "self-proclaimed",
        "self-styled",
        "so-called",
        "subtitled",
        "titled",
    ];
    if is_heading_or_empty(text, quotation) {
        return true;
    }
    let Some(before) = quotation.first.checked_sub(1) else { return false };
    let is_known_as = text.is(before, "as") && before > 0 && text.is(before - 1, "known");
    text.is_any(before, &NAMING) || is_known_as || is_title(text, quotation)
}

/// Whether nothing stands between the marks, or a heading that is a paragraph of its own: “A Winter in Rome”.
pub(super) fn is_heading_or_empty(text: &Text<'_>, quotation: &Quotation) -> bool {
    let passage = &text.passages[text.sentences[text.sentence_of(quotation.first)].passage];
    let is_whole = passage.tokens.start == quotation.first && passage.tokens.end == quotation.last + 1;
    let is_heading = is_whole && (5..20).contains(&passage.tokens.len()) && is_all_capitals(text, quotation);
    is_heading || !(quotation.first..=quotation.last).any(|at| text.kind(at) == Some(TokenKind::Word))
}

/// Whether it is a title: the film “Winter Harbor”, Canada's “Morning News”, her memoir, “A Winter in Rome”.
fn is_title(text: &Text<'_>, quotation: &Quotation) -> bool {
    const WORKS: [&str; 21] = [
        "album",
        "article",
        "autobiography",
        "ballad",
        "biography",
        "book",
        "column",
        "documentary",
        "essay",
        "film",
        "memoir",
        "movie",
        "musical",
        "novel",
        "play",
        "podcast",
        "poem",
        "program",
        "series",
        "show",
        "song",
    ];
    let Some(before) = quotation.first.checked_sub(1) else { return false };
    if text.sentence_of(before) != text.sentence_of(quotation.first) {
        return false;
    }
    let leads_up = ["added", "asked", "replied", "responded", "said", "saying", "says", "that", "writes", "wrote"];
    let after_noun = match text.kind(before) {
        Some(TokenKind::Word) => !text.is_any(before, &leads_up),
        Some(TokenKind::Possessive) => true,
        _ => text.is(before, ",") && before > 0 && text.is_any(before - 1, &WORKS),
    };
    let is_sentence = (quotation.first + 1..quotation.last.min(quotation.first + 20))
        .any(|at| matches!(text.word(at), "I" | "We" | "You" | "It"));
    after_noun && !is_sentence && is_all_capitals(text, quotation)
}

/// Whether every word but the small ones begins with a capital.
pub(super) fn is_all_capitals(text: &Text<'_>, quotation: &Quotation) -> bool {
    const SMALL: [&str; 14] =
        ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];
    let first = quotation.first + 1;
    let last = quotation.last + usize::from(!quotation.closed);
    let words = || (first..last).filter(|&at| text.kind(at) == Some(TokenKind::Word));
    let fits = |at: usize| text.starts_with_capital(at) || (at > first && SMALL.contains(&text.word(at)));
    words().all(fits) && words().any(|at| text.starts_with_capital(at))
}
