use rapporteur_model::{Record, Span};

use super::{Diagnostic, Level, Subject, order, rule::run, rules};

/// A record that the rules have found to fit its text. Only this form hands out slices.
///
/// ```
/// use rapporteur_corpus::{checking::Checked, document::Document, reading};
///
/// let text = "The leaders met.\n";
/// let record = reading::read(&Document::parse(text), "example").record;
/// let checked = Checked::new(text, record).map_err(|found| found[0].message.clone())?;
/// assert_eq!(checked.words(checked.record().article.blocks[0].span), text);
///
/// let other = Checked::new("Other leaders met.\n", checked.into_record());
/// assert_eq!(other.unwrap_err()[0].rule.name, "source-mismatch");
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<'a> {
    text: &'a str,
    record: Record,
}

impl<'a> Checked<'a> {
    /// Binds a record to its text.
    ///
    /// # Errors
    ///
    /// What the rules about binding and contents (codes `B` and `C`) find that deny by default. How the record's file is
    /// printed, and whether it is sealed or stale, does not matter here.
    pub fn new(text: &'a str, record: Record) -> Result<Self, Vec<Diagnostic>> {
        let id = record.id.clone();
        let subject = Subject::in_memory(text, record, &id);
        let about_contents = rules().iter().filter(|rule| rule.is_about_contents());
        let mut found: Vec<_> = about_contents.flat_map(|rule| run(rule, Level::Deny, &subject)).collect();
        order(&mut found, &subject);
        match subject.into_record() {
            Some(record) if found.is_empty() => Ok(Self { text, record }),
            _ => Err(found),
        }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The record.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The record, no longer bound to its text.
    pub fn into_record(self) -> Record {
        self.record
    }

    /// The words at one of the record's spans; empty for a span that is none of them and does not fit the text.
    pub fn words(&self, span: Span) -> &'a str {
        span.slice(self.text).unwrap_or_default()
    }
}
