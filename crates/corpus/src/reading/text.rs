//! Tokens and sentences: the text as the later stages see it.

mod phrases;

use std::{borrow::Cow, cell::OnceCell};

use rapporteur_model::{Block, BlockKind, Span};

use self::phrases::Phrases;
use super::{
    lexicon::{Opening, lexicon, lower},
    quotations::quotations,
    traits::{Facts, Trait},
};
use crate::document::Document;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with the apostrophes, hyphens and stops that belong to a word.
    Word,
    /// Begins with a digit.
    Number,
    /// `'s` or `’s`, or the apostrophe after a plural.
    Possessive,
    /// One mark of punctuation, or any other character.
    Mark,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    /// The quotation that the token stands in, its marks included.
    pub(super) quotation: Option<usize>,
}

/// A piece of running text: a paragraph, a headline, a caption, or a speaker's label.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) kind: BlockKind,
    /// Whether it is part of a transcript's turn: somebody's words, though no marks say so.
    pub(super) spoken: bool,
    /// Without the blanks at both ends.
    pub(super) span: Span,
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) sentences: std::ops::Range<usize>,
    pub(super) quotations: std::ops::Range<usize>,
}

/// A stretch of text from one end of a sentence to the next. A quotation is never broken.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) passage: usize,
}

/// A string between marks, its marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) span: Span,
    /// First and last token, the marks themselves.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Whether its closing mark is there.
    pub(super) closed: bool,
}

/// A document as passages, sentences and tokens.
#[derive(Debug)]
pub(super) struct Text<'t> {
    /// The whole article.
    pub(super) source: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) passages: Vec<Passage>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) quotations: Vec<Quotation>,
    /// Lines beside the running text, in order: who issued it, when and where. Only the first few are kept.
    pub(super) margins: Vec<(BlockKind, Span)>,
    /// What the stages ask of the tokens again and again, a row a token.
    looks: Vec<Look<'t>>,
    /// The words that are not printed in lower case, in lower case, one behind the other.
    lowered: String,
    /// Which tokens a time begins with, once that was asked.
    pub(super) time_beginnings: OnceCell<Box<[bool]>>,
    /// The phrases of the lexicon, once one was asked for.
    phrases: OnceCell<Phrases>,
    /// Whether the stages are to look everywhere, for comparison.
    #[cfg(test)]
    looks_everywhere: bool,
}

/// What is seen of a token at a glance.
#[derive(Debug)]
struct Look<'t> {
    word: &'t str,
    /// Where its word stands in `lowered`; empty where it is printed in lower case.
    lowered: std::ops::Range<usize>,
    facts: Facts,
}

/// How many lines beside the running text are kept.
const MOST_MARGINS: usize = 12;

/// A run of this many tokens without an end is cut: no sentence is as long, and no stage need look farther.
const LONGEST_SENTENCE: usize = 1000;

impl<'t> Text<'t> {
    pub(super) fn new(document: &Document<'t>) -> Self {
        let text = document.text();
        // Prose has a token to five bytes or six, blanks among them; no text is to claim room that it may not need.
        let tokens = (text.len() / 5 + 16).min(1 << 14);
        let mut this = Self {
            source: text,
            tokens: Vec::with_capacity(tokens),
            passages: Vec::new(),
            sentences: Vec::new(),
            quotations: Vec::new(),
            margins: Vec::new(),
            looks: Vec::with_capacity(tokens),
            lowered: String::with_capacity(tokens),
            time_beginnings: OnceCell::new(),
            phrases: OnceCell::new(),
            #[cfg(test)]
            looks_everywhere: false,
        };
        for block in document.blocks() {
            let is_text = matches!(
                block.kind,
                BlockKind::Headline | BlockKind::Caption | BlockKind::Paragraph | BlockKind::SpeakerLabel
            );
            if is_text {
                this.add_passage(*block);
            } else if this.margins.len() < MOST_MARGINS {
                this.margins.push((block.kind, block.span));
            }
        }
        this
    }

    fn add_passage(&mut self, block: Block) {
        let Some(span) = block.span.slice(self.source).and_then(|words| trimmed(block.span, words)) else { return };
        let first_token = self.tokens.len();
        let first_quotation = self.quotations.len();
        add_tokens(self.source, span, &mut self.tokens);
        self.look_at_tokens();
        for quotation in quotations(self.source, span) {
            let from = first_token
                + self.tokens[first_token..].partition_point(|token| token.span.end() <= quotation.span.start());
            let to = first_token
                + self.tokens[first_token..].partition_point(|token| token.span.start() < quotation.span.end());
            if from == to {
                continue;
            }
            let index = self.quotations.len();
            self.tokens[from..to].iter_mut().for_each(|token| token.quotation = Some(index));
            self.quotations.push(Quotation {
                span: quotation.span,
                first: from,
                last: to - 1,
                closed: quotation.closed,
            });
        }
        let first_sentence = self.sentences.len();
        self.add_sentences(first_token..self.tokens.len());
        let in_turn =
            self.passages.last().is_some_and(|before| before.spoken || before.kind == BlockKind::SpeakerLabel);
        self.passages.push(Passage {
            kind: block.kind,
            spoken: in_turn && block.kind == BlockKind::Paragraph,
            span,
            tokens: first_token..self.tokens.len(),
            sentences: first_sentence..self.sentences.len(),
            quotations: first_quotation..self.quotations.len(),
        });
    }

    /// Adds a row to `looks` for each token that has none.
    fn look_at_tokens(&mut self) {
        for token in &self.tokens[self.looks.len()..] {
            let word = token.span.slice(self.source).unwrap_or_default();
            let facts = Facts::of(word);
            let start = self.lowered.len();
            if facts.traits.has(Trait::Small) {
                // It is looked at where it stands.
            } else if word.is_ascii() {
                self.lowered.push_str(word);
                self.lowered[start..].make_ascii_lowercase();
            } else {
                self.lowered.push_str(&word.to_lowercase());
            }
            self.looks.push(Look { word, lowered: start..self.lowered.len(), facts });
        }
    }

    fn add_sentences(&mut self, tokens: std::ops::Range<usize>) {
        let passage = self.passages.len();
        let mut start = tokens.start;
        for index in tokens.clone() {
            let is_endless = index - start >= LONGEST_SENTENCE && self.tokens[index].quotation.is_none();
            // A speech of many pages between marks stands by itself, so that nothing around it looks through it again.
            let is_beside_speech = [index, index + 1].into_iter().any(|at| {
                let quotation = self.tokens.get(at).and_then(|token| token.quotation).map(|at| self.quotations[at]);
                quotation.is_some_and(|quotation| {
                    let is_edge = if at == index { quotation.last == at } else { quotation.first == at };
                    is_edge && at < tokens.end && quotation.last - quotation.first > LONGEST_SENTENCE
                })
            });
            if is_endless || is_beside_speech || self.ends_sentence(index, tokens.end) {
                self.sentences.push(Sentence { tokens: start..index + 1, passage });
                start = index + 1;
            }
        }
        if start < tokens.end {
            self.sentences.push(Sentence { tokens: start..tokens.end, passage });
        }
    }

    /// Whether a sentence ends with token `index`, `end` being where its passage ends.
    fn ends_sentence(&self, index: usize, end: usize) -> bool {
        let next = index + 1;
        if next >= end {
            return true;
        }
        let (token, following) = (self.tokens[index], self.tokens[next]);
        let opens = match following.kind {
            TokenKind::Word => self.starts_with_capital(next),
            TokenKind::Number => true,
            TokenKind::Possessive => false,
            TokenKind::Mark => {
                following.quotation.is_some_and(|at| self.quotations[at].first == next) || self.is(next, "(")
            }
        };
        if !opens {
            return false;
        }
        if let Some(quotation) = token.quotation.map(|at| self.quotations[at]) {
            if quotation.last != index {
                return false;
            }
            let words = &self.source[..token.span.start() as usize];
            // "“Why?” Lee asked." goes on, "“Yes.” Lee smiled." does not: a stop in the marks ends, a question may not.
            let asks = words.ends_with(['?', '!']) && self.reports_soon(next, end);
            return words.ends_with(['.', '?', '!', '…']) && !asks && quotation.closed;
        }
        match self.word(index) {
            "." | "?" | "!" => !(self.is(index, ".") && self.is_list_number(index)),
            word if token.kind == TokenKind::Word && word.ends_with('.') => {
                let opens_words = following.quotation.is_some() && !lexicon().is_honorific(word) && word.len() > 2;
                let is_acronym = word.len() > 2 && word.matches('.').count() > 1;
                let starters = ["The", "He", "She", "They", "It", "In", "On", "But", "A", "An"];
                opens_words || (is_acronym && starters.contains(&self.word(next)))
            }
            _ => false,
        }
    }

    /// Whether a stop only follows the number of a numbered point.
    fn is_list_number(&self, index: usize) -> bool {
        index > 0
            && self.tokens[index - 1].kind == TokenKind::Number
            && (index == 1 || self.passage_starts_at(index - 1))
    }

    fn passage_starts_at(&self, index: usize) -> bool {
        // The passage being built is not listed yet: its first token is the one after the last listed passage.
        self.passages.last().map_or(0, |passage| passage.tokens.end) == index
    }

    /// Whether a reporting verb stands within the next few words.
    fn reports_soon(&self, from: usize, end: usize) -> bool {
        (from..end.min(from + 9))
            .any(|index| self.has(index, Trait::Reports) && !lexicon().verbs(self.word(index)).is_empty())
    }

    /// The words of a token.
    #[inline]
    pub(super) fn word(&self, index: usize) -> &'t str {
        self.looks.get(index).map(|look| look.word).unwrap_or_default()
    }

    /// What phrases of the lexicon can begin with token `index`.
    #[inline]
    pub(super) fn opening(&self, index: usize) -> Opening {
        self.looks.get(index).map(|look| look.facts.opening).unwrap_or_default()
    }

    /// The words of a token in lower case.
    #[inline]
    pub(super) fn lower(&self, index: usize) -> Lower<'_> {
        let Some(look) = self.looks.get(index) else { return Lower("") };
        let lowered = self.lowered.get(look.lowered.clone()).filter(|lowered| !lowered.is_empty());
        Lower(lowered.unwrap_or(look.word))
    }

    #[inline]
    pub(super) fn is(&self, index: usize, word: &str) -> bool {
        self.word(index) == word
    }

    /// Whether the token's word is one of `words`, whatever its capitals.
    // Of a list that is known where it is asked for, only lengths and first letters are left to be compared.
    #[inline]
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let word = self.word(index);
        let Some(first) = word.bytes().next() else { return words.contains(&"") };
        // Most words differ in length or in the first letter already, apart from its capital.
        let begins = |known: &str| {
            known.len() == word.len() && known.bytes().next().is_some_and(|other| (other ^ first) & !0x20 == 0)
        };
        words.iter().any(|known| begins(known) && word.eq_ignore_ascii_case(known))
    }

    #[inline]
    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// The same text, in which the stages pass over no token for what its word is.
    #[cfg(test)]
    pub(super) fn looking_everywhere(self) -> Self {
        Self { looks_everywhere: true, ..self }
    }

    /// Whether this is so of the token's word; of none behind the last.
    #[inline]
    pub(super) fn has(&self, index: usize, one: Trait) -> bool {
        #[cfg(test)]
        if self.looks_everywhere && one.only_saves_looks() {
            return index < self.looks.len();
        }
        self.looks.get(index).is_some_and(|look| look.facts.traits.has(one))
    }

    #[inline]
    pub(super) fn starts_with_capital(&self, index: usize) -> bool {
        self.has(index, Trait::Capital)
    }

    #[inline]
    pub(super) fn is_outside_quotations(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.quotation.is_none())
    }

    /// From the first byte of token `first` to the last of token `last`.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    pub(super) fn slice(&self, span: Span) -> &'t str {
        span.slice(self.source).unwrap_or_default()
    }

    /// The words of tokens `range`, one blank between each two that blanks separate. The range may go on behind the last
    /// token, as one that looks ahead does.
    pub(super) fn phrase(&self, range: std::ops::Range<usize>) -> String {
        self.words(range).into_owned()
    }

    /// As [`phrase`](Self::phrase), without a copy of the words where they stand so in the text.
    pub(super) fn words(&self, range: std::ops::Range<usize>) -> Cow<'t, str> {
        let end = range.end.min(self.tokens.len());
        let Some(last) = end.checked_sub(1).filter(|last| *last >= range.start) else { return Cow::default() };
        let words = self.slice(self.span(range.start, last));
        // No token has a blank inside.
        let between =
            |pair: &[Token]| self.source.as_bytes().get(pair[0].span.end() as usize..pair[1].span.start() as usize);
        let is_folded = |pair: &[Token]| matches!(between(pair), Some(b"" | b" "));
        let stand_so = self.tokens[range.start..end].windows(2).all(is_folded);
        if stand_so { words.into() } else { folded(words).into() }
    }

    /// As [`words`](Self::words), in lower case.
    pub(super) fn lower_words(&self, range: std::ops::Range<usize>) -> Cow<'t, str> {
        lower(self.words(range))
    }

    pub(super) fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    pub(super) fn passage_of(&self, token: usize) -> usize {
        self.passages.partition_point(|passage| passage.tokens.end <= token)
    }
}

/// The words with every run of blanks made one: what a value is where the words run over a line's end.
pub(super) fn folded(words: &str) -> String {
    if is_folded(words) {
        return words.to_owned();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether every run of blanks is one, as far as can be seen at a glance: outside ASCII there are blanks too.
fn is_folded(words: &str) -> bool {
    let is_plain = |byte: u8| !matches!(byte, b'\t'..=b'\r' | 0x1c..=0x1f | 0xc2 | 0xe1..=0xe3);
    // A blank at either end stands by another one, so to say.
    let mut before = b' ';
    let goes_on = |byte: u8| {
        let is_single = before != b' ' || byte != b' ';
        before = byte;
        is_single && is_plain(byte)
    };
    words.bytes().all(goes_on) && !words.ends_with(' ')
}

/// A word in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lower<'t>(&'t str);

impl Lower<'_> {
    pub(super) fn as_str(&self) -> &str {
        self.0
    }
}

impl std::ops::Deref for Lower<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl PartialEq<&str> for Lower<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<str> for Lower<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

/// `span` without the blanks at its ends; `None` where nothing is left.
fn trimmed(span: Span, words: &str) -> Option<Span> {
    let start = span.start() as usize + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    crate::document::span(start, end).filter(|span| !span.is_empty())
}

/// Adds the tokens of a passage.
fn add_tokens(text: &str, passage: Span, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    let end = passage.end() as usize;
    let mut rest = passage.slice(text).unwrap_or_default();
    loop {
        rest = rest.trim_start();
        let Some(character) = rest.chars().next() else { break };
        let at = end - rest.len();
        let is_beside = |token: &Token| token.kind == TokenKind::Word && token.span.end() as usize == at;
        let after_word = || tokens[first..].last().is_some_and(is_beside);
        let (length, kind) = if character.is_alphabetic() {
            (word_length(rest), TokenKind::Word)
        } else if character.is_ascii_digit() {
            (number_length(rest), TokenKind::Number)
        } else if after_word()
            && let Some(length) = possessive_length(rest, &text[..at])
        {
            (length, TokenKind::Possessive)
        } else if rest.starts_with("''") || rest.starts_with("``") {
            (2, TokenKind::Mark)
        } else {
            (character.len_utf8(), TokenKind::Mark)
        };
        tokens.extend(crate::document::span(at, at + length).map(|span| Token { span, kind, quotation: None }));
        rest = &rest[length..];
    }
}

/// `'s` and `’s`. An apostrophe alone is a possessive after a plural that another word follows.
fn possessive_length(rest: &str, before: &str) -> Option<usize> {
    let suffix = rest.strip_prefix('\'').or_else(|| rest.strip_prefix('’'))?;
    if before.ends_with('s')
        && suffix.strip_prefix([' ', '\n']).is_some_and(|next| next.starts_with(char::is_alphabetic))
    {
        return Some(rest.len() - suffix.len());
    }
    let is_possessive = suffix.starts_with(['s', 'S']) && !suffix[1..].starts_with(char::is_alphanumeric);
    is_possessive.then(|| rest.len() - suffix.len() + 1)
}

fn number_length(rest: &str) -> usize {
    let mut length = 0;
    let mut characters = rest.chars().peekable();
    while let Some(character) = characters.next() {
        // "27,000", "3.5", "15:30", and "46-year-old".
        let joins = matches!(character, ',' | '.' | ':') && characters.peek().is_some_and(char::is_ascii_digit)
            || character == '-' && characters.peek().is_some_and(|next| next.is_alphabetic());
        if !(character.is_alphanumeric() || joins) {
            break;
        }
        length += character.len_utf8();
    }
    length
}

/// How long a word is: letters and digits, apostrophes and hyphens between them, stops of abbreviations.
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    let bytes = rest.as_bytes();
    // Most words are done with here.
    let plain = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(plain).is_none_or(|next| next.is_ascii() && !matches!(next, b'-' | b'\'' | b'.')) {
        return plain;
    }
    for (at, character) in rest.char_indices() {
        // What follows matters only for marks.
        if character.is_ascii_alphanumeric() {
            length = at + 1;
            continue;
        }
        let next = rest[at + character.len_utf8()..].chars().next();
        let joins = match character {
            '-' | '\u{2011}' => next.is_some_and(char::is_alphanumeric),
            '\'' | '’' => next.is_some_and(char::is_alphabetic) && possessive_length(&rest[at..], "").is_none(),
            // "U.S." and "p.m.": a stop between single letters. "news.org": a stop inside a name.
            '.' => {
                next.is_some_and(char::is_lowercase)
                    || (next.is_some_and(char::is_alphabetic) && is_single_letter_before(&rest[..at]))
            }
            _ => character.is_alphanumeric() || is_combining(character),
        };
        if !joins {
            break;
        }
        length = at + character.len_utf8();
    }
    let with_stop = (bytes.get(length) == Some(&b'.')).then(|| &rest[..=length]);
    let is_abbreviation = with_stop.is_some_and(|word| {
        let letters = &word[..word.len() - 1];
        let is_single = |part: &str| part.chars().count() == 1;
        // "R-S.C.", "D-Conn.": a party before the abbreviation of a state.
        let (before, last) =
            letters.rsplit_once('-').map_or(("", word), |(party, _)| (party, &word[party.len() + 1..]));
        (lexicon().is_abbreviation(last) && before.chars().count() < 2)
            || (letters.contains('.') && letters.split(['.', '-']).all(is_single))
            || (is_single(letters) && letters.starts_with(char::is_uppercase))
    });
    if is_abbreviation { length + 1 } else { length }
}

fn is_single_letter_before(word: &str) -> bool {
    let mut back = word.chars().rev();
    back.next().is_some_and(char::is_alphabetic) && back.next().is_none_or(|before| matches!(before, '.' | '-'))
}

/// Combining marks are no letters of their own and break no word.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests;
