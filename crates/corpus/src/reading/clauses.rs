//! Clauses: the noun phrase that stands before a verb as its subject.
//!
//! A clause begins where its sentence does, after words in marks, after a comma, or after a word that opens a clause.
//! From each such place, the leftmost first, a noun phrase is read; the first one that reaches the verb is the subject.
//! What is inserted between commas, dashes or brackets, and what a relative clause tells, is read over.

use std::ops::Range;

use super::{
    lexicon::{Frame, lexicon},
    text::{Text, TokenKind},
    traits::Trait,
    words::{is_adverb, is_finite_verb},
};

/// How far back from its verb a subject can begin, in words.
const LONGEST_SUBJECT: usize = 50;

/// Pronouns that are a subject by their form.
const SUBJECT_PRONOUNS: [&str; 5] = ["he", "i", "she", "they", "we"];
const RELATIVES: [&str; 6] = ["that", "where", "which", "who", "whom", "whose"];
/// Words after which a clause begins.
pub(super) const OPENERS: [&str; 28] = [
    "after", "although", "and", "as", "because", "before", "but", "how", "if", "nor", "or", "since", "so", "than",
    "that", "then", "though", "unless", "until", "what", "when", "where", "whether", "which", "while", "whom", "why",
    "yet",
];
/// Openers that can stand inside a noun phrase: "A and B", "more than ten".
const JOINING: [&str; 4] = ["and", "or", "so", "than"];
/// Prepositions, and what leads on from a noun like one.
pub(super) const PREPOSITIONS: [&str; 42] = [
    "about",
    "above",
    "across",
    "against",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "behind",
    "below",
    "between",
    "beyond",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "outside",
    "over",
    "through",
    "to",
    "toward",
    "under",
    "unlike",
    "upon",
    "via",
    "with",
    "within",
    "without",
];
/// Words that open no noun phrase, besides prepositions, openers and adverbs.
const NO_OPENINGS: [&str; 13] =
    ["according", "ago", "except", "given", "here", "however", "let", "not", "per", "please", "there", "thus", "to"];
/// Numbers in words, and what counts like one.
const AMOUNTS: [&str; 20] = [
    "all",
    "dozens",
    "eight",
    "every",
    "everyone",
    "few",
    "five",
    "four",
    "half",
    "hundreds",
    "least",
    "most",
    "nine",
    "one",
    "seven",
    "six",
    "ten",
    "thousands",
    "three",
    "two",
];

/// The words of the subject of the verb group that begins at `end`, without what is inserted behind them, none of them
/// before `start`: "dozens of farmers" of "dozens of farmers, Roy among them, said".
pub(super) fn subject_before(text: &Text<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let limit = start.max(end.saturating_sub(LONGEST_SUBJECT));
    let mut closed = 0;
    let mut is_inside = |at: &usize| {
        match text.word(*at) {
            ")" => closed += 1,
            "(" if closed == 0 => return false,
            "(" => closed -= 1,
            _ => {}
        }
        (text.is_outside_quotations(*at) || is_in_title(text, *at)) && !text.is_any(*at, &[";", ":"])
    };
    let first = (limit..end).rev().take_while(|at| is_inside(at)).last()?;
    let begins = |at: usize| (at == first && (at == start || at > limit)) || (at > first && opens_clause(text, at - 1));
    (first..end).filter(|at| begins(*at)).find_map(|at| Phrase { text, first: at, end }.read())
}

/// Whether token `at` stands in marks that hold a title, which breaks no phrase: the author of “Winter Harbor”.
fn is_in_title(text: &Text<'_>, at: usize) -> bool {
    let Some(quotation) = text.tokens[at].quotation.map(|at| text.quotations[at]) else { return false };
    let is_capital = |at: usize| text.starts_with_capital(at) || text.word(at).len() < 4;
    quotation.closed
        && quotation.last - quotation.first <= 10
        && quotation.first > 0
        && text.kind(quotation.first - 1) == Some(TokenKind::Word)
        && (quotation.first..=quotation.last).all(|at| text.kind(at) != Some(TokenKind::Word) || is_capital(at))
}

/// Whether a clause can begin after token `at`.
fn opens_clause(text: &Text<'_>, at: usize) -> bool {
    // "Lee thinks Roy said": a clause without "that".
    let reports =
        || text.has(at, Trait::FiniteVerb) && lexicon().verbs(text.word(at)).iter().any(|verb| verb.has(Frame::That));
    let ends_words = || text.tokens[at].quotation.is_some_and(|of| text.quotations[of].last == at);
    text.is_any(at, &[",", "—", "–", "-", "(", ")", "]"])
        || ends_words()
        || text.has(at, Trait::OpensClause)
        || reports()
}

/// What a token is to the noun phrase being read.
enum Step {
    /// It belongs to it, up to the token given.
    Part(usize),
    /// It is inserted, up to the token given.
    Inserted(usize),
}

/// A noun phrase that is to reach from one token to another.
struct Phrase<'a, 't> {
    text: &'a Text<'t>,
    first: usize,
    end: usize,
}

impl Phrase<'_, '_> {
    /// The phrase without what is inserted at its end; `None` where the tokens are no single noun phrase.
    fn read(&self) -> Option<Range<usize>> {
        let mut at = self.opening()?;
        let mut last = at;
        while at < self.end {
            match self.step(at)? {
                Step::Part(next) => {
                    at = next;
                    last = next;
                }
                Step::Inserted(next) => at = next,
            }
        }
        let is_cut = self.text.has(last - 1, Trait::Preposition) || self.text.is_any(last - 1, &["and", "or", "the"]);
        (at == self.end && !is_cut).then_some(self.first..last)
    }

    /// Where the first word of the phrase ends, if it can be one.
    fn opening(&self) -> Option<usize> {
        let opens = match self.text.kind(self.first)? {
            TokenKind::Word => self.word_opens(),
            TokenKind::Number => true,
            TokenKind::Possessive => false,
            TokenKind::Mark => self.text.is_any(self.first, &["$", "€", "£"]),
        };
        opens.then_some(self.first + 1)
    }

    fn word_opens(&self) -> bool {
        let (text, first) = (self.text, self.first);
        let word = text.lower(first);
        // "A day earlier, Lee said": nor is this.
        if text.is_any(first + 1, &["day", "days", "hours", "week", "weeks", "month", "months", "year", "years"])
            && text.is_any(first + 2, &["after", "ago", "before", "earlier", "later"])
        {
            return false;
        }
        let is_counted = |at: usize| text.kind(at) == Some(TokenKind::Number) || text.is_any(at, &AMOUNTS);
        if text.has(first, Trait::Determiner) || is_counted(first) {
            return true;
        }
        // "about four in ten", "nearly half", "at least one".
        if text.is_any(first, &["about", "around", "at", "over"]) || is_adverb(&word) {
            return is_counted(first + 1);
        }
        // "Late on Monday the ministry said": the time is no part of the subject.
        if text.is_any(first, &["early", "earlier", "late", "later"])
            && (text.has(first + 1, Trait::Preposition) || text.is_any(first + 1, &["last", "this"]))
        {
            return false;
        }
        // "Asked about it", "Meeting in Rome" open no phrase, "Retired officers" and "Leading farmers" do.
        if word.ends_with("ing") || is_finite_verb(&word) {
            return text.starts_with_capital(first) && (first + 1 == self.end || self.goes_on_as_noun(first + 1));
        }
        let leads_on = text.has(first, Trait::Preposition) || text.has(first, Trait::OpensClause);
        !(leads_on || text.is_any(first, &NO_OPENINGS) || text.is_any(first, &RELATIVES))
    }

    /// Whether a noun can begin at token `at`, as far as its form tells: "officers" of "Retired officers".
    fn goes_on_as_noun(&self, at: usize) -> bool {
        let is_small =
            self.leads_on(at) || self.text.has(at, Trait::OpensClause) || self.text.has(at, Trait::Determiner);
        self.text.kind(at) == Some(TokenKind::Word) && !is_small
    }

    /// Whether a participle before token `at` is one of what stands before it: "farmers interviewed in Rome".
    fn leads_on(&self, at: usize) -> bool {
        self.text.has(at, Trait::Preposition) || self.text.has(at, Trait::Adverb)
    }

    /// Whether the phrase is a pronoun, and nothing but an insertion can follow.
    fn is_pronoun(&self) -> bool {
        let is_alone = !self.text.is(self.first + 1, "and");
        is_alone && (self.text.is_any(self.first, &SUBJECT_PRONOUNS) || self.text.is_any(self.first, &["it", "you"]))
    }

    fn step(&self, at: usize) -> Option<Step> {
        let text = self.text;
        let word = text.lower(at);
        match text.kind(at)? {
            TokenKind::Mark => self.mark(at),
            // "It's late": a verb, and no possessive.
            TokenKind::Possessive if self.is_pronoun() => None,
            TokenKind::Word if SUBJECT_PRONOUNS.contains(&word.as_str()) => self.relative(at),
            TokenKind::Word if self.is_pronoun() => {
                let belongs = text.is_any(at, &["all", "both", "himself", "herself", "themselves", "too"]);
                if text.is(at, "who") { self.relative(at) } else { belongs.then_some(Step::Part(at + 1)) }
            }
            TokenKind::Word if RELATIVES.contains(&word.as_str()) => self.relative(at),
            TokenKind::Word if self.is_verb(at) => None,
            TokenKind::Word if JOINING.contains(&word.as_str()) => self.joined(at),
            // "countries such as Canada", "the unions as well as the farmers".
            TokenKind::Word if word == "as" => {
                let belongs = text.is_any(at - 1, &["such", "well", "as"]) || text.is(at + 1, "well");
                belongs.then_some(Step::Part(at + 1))
            }
            TokenKind::Word if text.has(at, Trait::OpensClause) || text.is_any(at, &["there", "not"]) => None,
            _ => Some(Step::Part(at + 1)),
        }
    }

    /// Whether token `at` is the finite verb of a clause, and no participle: not "the proposed law", "farmers asked in
    /// Rome".
    fn is_verb(&self, at: usize) -> bool {
        let text = self.text;
        if !text.has(at, Trait::FiniteVerb) {
            return false;
        }
        let word = text.word(at);
        let before = text.lower(at - 1);
        let is_attribute = text.has(at - 1, Trait::Determiner)
            || (is_adverb(&before) && at > self.first + 1 && text.has(at - 2, Trait::Determiner))
            || matches!(text.kind(at - 1), Some(TokenKind::Number | TokenKind::Possessive))
            || text.has(at - 1, Trait::Preposition)
            || matches!(before.as_str(), "and" | "former" | "most" | "more" | "other" | "many" | "few" | "new" | "all");
        let follows_noun = at + 1 == self.end
            || (self.leads_on(at + 1) && !self.is_bare_name(at))
            || matches!(word, "called" | "dubbed" | "named");
        !(is_participle(word) && (is_attribute || follows_noun))
    }

    /// Whether the phrase up to token `at` is a name, of which no participle tells which one is meant: "Lee bristled at it".
    fn is_bare_name(&self, at: usize) -> bool {
        let text = self.text;
        let is_plural = text.word(at - 1).ends_with('s') || text.is_any(at - 1, &["men", "people", "police", "women"]);
        !is_plural && (self.first..at).all(|at| text.kind(at) == Some(TokenKind::Word) && text.starts_with_capital(at))
    }

    /// What "and" joins, if no clause begins behind it.
    fn joined(&self, at: usize) -> Option<Step> {
        let text = self.text;
        let next = at + 1;
        // "the farmers gathered in Rome and the minister said": a participle before it may have been a verb.
        let had_participle =
            (self.first + 1..at).any(|before| is_participle(text.word(before)) && self.leads_on(before + 1));
        let opens = text.has(next, Trait::Determiner) || text.starts_with_capital(next);
        (next < self.end && !(had_participle && opens)).then_some(Step::Part(next))
    }

    /// A relative clause, which reaches to a comma or to the end: "who met him", "he met".
    fn relative(&self, at: usize) -> Option<Step> {
        let text = self.text;
        // "farmers who, like Roy, voted": a comma that begins an insertion ends no clause.
        let is_broken = text.is(at + 1, ",");
        let comma = (at + 1..self.end).find(|&at| text.is(at, ",")).filter(|_| !is_broken);
        let close = comma.unwrap_or(self.end);
        // After "who" a verb follows, whatever its form: "those who know Roy".
        let has_verb = text.is(at, "who") || (at + 1..close).any(|at| text.has(at, Trait::FiniteVerb));
        // "groups that don't disclose it": the verb group has begun.
        let is_open = text.has(self.end - 1, Trait::FiniteVerb) && !is_participle(text.word(self.end - 1));
        (has_verb && !is_open).then_some(Step::Inserted(close))
    }

    /// An insertion that a mark opens, or a mark that belongs to the words.
    fn mark(&self, at: usize) -> Option<Step> {
        let text = self.text;
        match text.word(at) {
            _ if is_in_title(text, at) => Some(Step::Part(at + 1)),
            "(" | "[" => {
                let close = (at + 1..self.end).take(16).find(|&close| text.is_any(close, &[")", "]"]))?;
                Some(Step::Inserted(close + 1))
            }
            "," => self.list(at).or_else(|| self.insertion(at).map(|close| Step::Inserted(close + 1))),
            "—" | "–" | "-" => self.insertion(at).map(|close| Step::Inserted(close + 1)),
            "'" | "’" | "&" | "$" | "€" | "£" | "%" | "/" | "#" => Some(Step::Part(at + 1)),
            _ => None,
        }
    }

    /// The mark that closes the insertion that mark `at` opens: directly before the verb, or the next one.
    fn insertion(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let is_closing = |close: usize| text.is(close, text.word(at));
        let before_verb = Some(self.end - 1).filter(|&close| close > at + 1 && is_closing(close));
        let close = before_verb.or_else(|| {
            // "Ann Lee, 63, of Rome": behind an insertion the phrase goes on with a preposition only.
            let close = (at + 2..self.end).find(|&close| is_closing(close))?;
            text.has(close + 1, Trait::Preposition).then_some(close)
        })?;
        self.can_be_inserted(at + 1..close).then_some(close)
    }

    /// Whether the words are an apposition, an adverbial or a clause of one's own, and no main clause.
    fn can_be_inserted(&self, words: Range<usize>) -> bool {
        let text = self.text;
        let is_subordinate = |at: usize| text.is_any(at, &RELATIVES) || text.is_any(at, &["as", "when", "while", "if"]);
        if is_subordinate(words.start) || text.is_any(words.start, &["after", "although", "before", "though", "since"])
        {
            return true;
        }
        // "Ann Lee, D-Ohio, said", "Ann Lee, 63, said".
        if words.len() == 1
            && (text.word(words.start).contains('-') || text.kind(words.start) == Some(TokenKind::Number))
        {
            return true;
        }
        // "Another expert, Ann Lee, said", but not "Prices in Rome, Ann Lee, the minister, said".
        let is_named = text.starts_with_capital(words.start);
        // "Ann Lee, President Roy's chief of staff, said".
        let describes = text.starts_with_capital(self.first)
            && (self.first..words.start - 1).all(|at| text.starts_with_capital(at))
            && words.clone().any(|at| text.kind(at) == Some(TokenKind::Word) && !text.starts_with_capital(at));
        let is_introduced = text.has(self.first, Trait::Determiner)
            || (self.first..words.start).any(|at| text.kind(at) == Some(TokenKind::Possessive));
        if is_named && !describes && (!is_introduced || words.clone().any(|at| text.is(at, ","))) {
            return false;
        }
        let inner = Phrase { text, first: words.start, end: words.end };
        let mut main = words.take_while(|&at| !is_subordinate(at)).filter(|&at| text.is_outside_quotations(at));
        !main.any(|at| text.is_any(at, &SUBJECT_PRONOUNS) || (at > inner.first && inner.is_verb(at)))
    }

    /// "Ann Lee, Bo Roy and Kim Hu": a comma of a list.
    fn list(&self, at: usize) -> Option<Step> {
        let text = self.text;
        let rest = at + 1..self.end;
        // "Ann Lee, Rome's minister of trade and labor, said": one pair of commas encloses an apposition.
        let is_pair = text.is(self.end - 1, ",") && !rest.clone().any(|at| at + 1 < self.end && text.is(at, ","));
        let is_list = !is_pair
            && text.starts_with_capital(self.first)
            && text.starts_with_capital(at + 1)
            && rest.clone().any(|at| text.is_any(at, &["and", "or"]))
            && !rest.clone().any(|at| text.has(at, Trait::FiniteVerb));
        is_list.then_some(Step::Part(at + 1))
    }
}

/// The head of a noun phrase: "voters" of "the voters asked in Rome".
pub(super) fn head(text: &Text<'_>, words: &Range<usize>) -> usize {
    let is_behind = |at: &usize| {
        text.has(*at, Trait::Preposition)
            || (text.has(*at, Trait::FiniteVerb) && *at + 1 < words.end && text.has(*at + 1, Trait::Preposition))
    };
    (words.start + 1..words.end).find(is_behind).unwrap_or(words.end) - 1
}

/// Whether a form can be a participle: "asked", "held", "taken".
fn is_participle(word: &str) -> bool {
    word.ends_with("ed") || lexicon().verb_form(word).participle
}
