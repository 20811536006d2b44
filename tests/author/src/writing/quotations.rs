//! The words between marks, and the numbers in them.

use rapporteur_model::Excerpt;

use super::Writer;
use crate::{facts::QuantityFact, vocabulary::Sentence};

impl Writer<'_> {
    /// Writes sentences with a stop or comma (`last`) after the last of them, and gives the "you" or "your" that they
    /// hold first. Numbers are asserted by the statement that is recorded next.
    pub(super) fn sentences(&mut self, sentences: &[Sentence], last: &str) -> Option<Excerpt> {
        let mut pronoun = None;
        for (index, sentence) in sentences.iter().enumerate() {
            let found = self.worded(&sentence.direct, sentence);
            pronoun = pronoun.or(found);
            self.say(if index + 1 == sentences.len() { last } else { ". " });
        }
        pronoun
    }

    /// Writes a quotation: the words with their marks, and the pronoun they hold first.
    pub(super) fn quotation(&mut self, sentences: &[Sentence], last: &str) -> (Excerpt, Option<Excerpt>) {
        let start = self.page.here();
        self.say("“");
        let pronoun = self.sentences(sentences, last);
        self.say("”");
        (self.page.since(start), pronoun)
    }

    /// Writes `words`, which are those of `sentence` in one form or another, and gives the pronoun they hold first.
    pub(super) fn worded(&mut self, words: &str, sentence: &Sentence) -> Option<Excerpt> {
        let mut pronoun = None;
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            self.say(before);
            if slot == "q" {
                self.quantity(sentence);
            } else {
                let found = self.page.mark(slot);
                pronoun = pronoun.or(Some(found));
            }
            rest = after;
        }
        self.say(rest);
        pronoun
    }

    fn quantity(&mut self, sentence: &Sentence) {
        let Some(quantity) = &sentence.quantity else { return };
        let hedge_words = (!quantity.hedge_words.is_empty()).then(|| self.page.mark(quantity.hedge_words));
        self.say(if hedge_words.is_some() { " " } else { "" });
        let excerpt = self.page.mark(&quantity.words);
        let asserted_by = Some(self.page.facts.statements.len());
        self.page.facts.quantities.push(QuantityFact {
            value: quantity.value.clone(),
            unit: quantity.unit.to_owned(),
            hedge: quantity.hedge,
            hedge_words,
            excerpt,
            asserted_by,
        });
    }
}
