use rapporteur_model::{Excerpt, Span};

use crate::{facts::Facts, style::Marks};

/// An article under the pen: text that is appended to, and the facts about what has been appended.
///
/// A line of it is a paragraph or another row; the layout comes afterwards. Words are given with curly marks and put
/// down with those of the style.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    marks: Marks,
    pub(crate) facts: Facts,
}

impl Page {
    pub(crate) fn new(marks: Marks) -> Self {
        Self { text: String::new(), marks, facts: Facts::default() }
    }

    /// Appends words that nobody needs to find again.
    pub(crate) fn say(&mut self, words: &str) {
        let marks = self.marks;
        self.text.extend(words.chars().map(|character| match (character, marks) {
            ('“' | '”', Marks::Straight) => '"',
            ('‘' | '’', Marks::Straight | Marks::Mixed) => '\'',
            _ => character,
        }));
    }

    /// Appends words and says where they stand.
    pub(crate) fn mark(&mut self, words: &str) -> Excerpt {
        let start = self.here();
        self.say(words);
        self.since(start)
    }

    /// The end of the text so far.
    pub(crate) fn here(&self) -> usize {
        self.text.len()
    }

    /// What has been appended since `start`.
    pub(crate) fn since(&self, start: usize) -> Excerpt {
        excerpt(&self.text, start, self.here())
    }

    /// Ends a row, unless nothing has been put into it.
    pub(crate) fn end_row(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Takes back the last row's ending, so that it can be written on.
    pub(crate) fn reopen_row(&mut self) {
        if self.text.ends_with('\n') {
            self.text.pop();
        }
    }

    pub(crate) fn finish(self) -> (String, Facts) {
        (self.text, self.facts)
    }
}

/// The words from `start` to `end`, which lie inside the text and cut no character.
pub(crate) fn excerpt(text: &str, start: usize, end: usize) -> Excerpt {
    let offset = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let words = text.get(start..end).unwrap_or_default();
    let span = Span::new(offset(start), offset(start + words.len()));
    match span {
        Ok(span) => Excerpt { span, text: words.to_owned() },
        Err(_) => unreachable!("a span ends after it starts"),
    }
}
