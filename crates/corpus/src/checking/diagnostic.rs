use std::{borrow::Cow, sync::Arc};

use rapporteur_model::Span;

use super::{Fix, Level, Rule};
use crate::record_file::one_line;

/// A finding: what is wrong, where, and how to mend it.
///
/// Messages and labels may quote the article and the record as they are, control characters and all: whoever shows them
/// must escape them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub level: Level,
    /// What is wrong, in one sentence without a stop.
    pub message: String,
    /// The places that it is about. The first is the primary one, and there is always one.
    pub labels: Vec<Label>,
    /// What should stand there, where the rule compared two things.
    pub expected: Option<String>,
    /// What stands there instead.
    pub found: Option<String>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// How the program can mend it, where it can. All findings that one fix mends share it.
    pub fix: Option<Arc<Fix>>,
}

impl Diagnostic {
    /// A finding at a place, of which nothing more is said yet.
    pub(super) fn new(rule: &'static Rule, level: Level, place: Place, message: impl Into<String>) -> Self {
        let labels = vec![Label { entry: None, place, text: String::new(), primary: true }];
        Self {
            rule,
            level,
            message: message.into(),
            labels,
            expected: None,
            found: None,
            notes: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        self.labels.first().map_or(&Place::Record, |label| &label.place)
    }

    /// Says something at its place.
    pub(super) fn label(&mut self, text: impl Into<String>) -> &mut Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Says something at another place.
    pub(super) fn also(&mut self, place: Place, text: impl Into<String>) -> &mut Self {
        self.labels.push(Label { entry: None, place, text: text.into(), primary: false });
        self
    }

    /// Says something at a place in another entry's article or record.
    pub(super) fn also_in(&mut self, entry: usize, place: Place, text: impl Into<String>) -> &mut Self {
        self.labels.push(Label { entry: Some(entry), place, text: text.into(), primary: false });
        self
    }

    /// Says what should stand at its place.
    pub(super) fn expected(&mut self, expected: impl Into<String>) -> &mut Self {
        self.expected = Some(expected.into());
        self
    }

    /// Says what stands at its place instead.
    pub(super) fn found(&mut self, found: impl Into<String>) -> &mut Self {
        self.found = Some(found.into());
        self
    }

    /// Says how the program can mend it.
    pub(super) fn fix(&mut self, fix: impl Into<Arc<Fix>>) -> &mut Self {
        self.fix = Some(fix.into());
        self
    }

    pub(super) fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.notes.push(note.into());
        self
    }

    pub(super) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }
}

/// Something said at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// In whose article or record the place is: the index of an entry among those that were checked together; `None` for
    /// the entry that the finding is about.
    pub entry: Option<usize>,
    /// The place.
    pub place: Place,
    /// What is said there; empty where the message says it all.
    pub text: String,
    /// Whether this is the place of the finding, and not only one that explains it.
    pub primary: bool,
}

/// A place in an article or in its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The article as a whole.
    Article,
    /// Words of the article.
    ArticleSpan(Span),
    /// A byte of the article's file, which need not be text.
    ArticleByte(usize),
    /// The record file as a whole.
    Record,
    /// A value of the record, by JSON pointer; [`locate`](crate::record_file::locate) leads to its bytes.
    RecordPointer(String),
    /// A byte of the record's file, which need not be JSON.
    RecordByte(usize),
}

impl Place {
    /// Whether the place is in the record's file, and not in the article's.
    pub const fn is_in_record(&self) -> bool {
        matches!(self, Self::Record | Self::RecordPointer(_) | Self::RecordByte(_))
    }

    /// The JSON pointer of a place that is given by one.
    pub(super) fn pointer(&self) -> Option<&str> {
        if let Self::RecordPointer(pointer) = self { Some(pointer) } else { None }
    }
}

/// The beginning of long words, on one line.
pub(super) fn short(words: &str) -> Cow<'_, str> {
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", one_line(&words[..end])).into(),
        None => one_line(words),
    }
}
