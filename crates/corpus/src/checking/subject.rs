use std::cell::OnceCell;

use memchr::memmem;
use rapporteur_model::{Record, Span, StatementKind};

use super::{
    Level,
    lookup::{OddCharacter, odd_characters},
    rule::run,
    rules,
    walk::Glance,
};
use crate::{
    document::{Document, Limits, Source, SourceError},
    reading::{self, Marked, Prepared, Reading},
    record_file::{self, FiledRecord, RecordFile, RecordFileError},
};

/// What stands, or does not stand, at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input<'a> {
    /// Nothing.
    Missing,
    /// Something that the system does not give, and why, in the system's words.
    Unreadable(&'a str),
    /// A file of these bytes.
    Bytes(&'a [u8]),
}

/// An article and the record beside it, as found.
///
/// Document, record and reading are prepared when a rule first asks for them, and once.
#[derive(Debug)]
pub struct Subject<'a> {
    id: &'a str,
    article: Input<'a>,
    record: Input<'a>,
    limits: Limits,
    source: OnceCell<Option<Result<Source<'a>, SourceError>>>,
    document: OnceCell<Option<Document<'a>>>,
    prepared: OnceCell<Option<Prepared<'a>>>,
    record_file: OnceCell<Option<Result<RecordFile, RecordFileError>>>,
    is_as_read: OnceCell<bool>,
    source_fits: OnceCell<bool>,
    glance: OnceCell<Glance>,
    contents_fit: OnceCell<bool>,
    reading: OnceCell<Option<Reading>>,
    odd_characters: OnceCell<Vec<OddCharacter>>,
    quotations: OnceCell<Vec<(Span, Vec<Marked>)>>,
}

impl<'a> Subject<'a> {
    /// An article and its record. `id` is what the record is to call itself: the article's file name without its
    /// extension.
    pub fn new(id: &'a str, article: Input<'a>, record: Input<'a>, limits: Limits) -> Self {
        Self {
            id,
            article,
            record,
            limits,
            source: OnceCell::new(),
            document: OnceCell::new(),
            prepared: OnceCell::new(),
            record_file: OnceCell::new(),
            is_as_read: OnceCell::new(),
            source_fits: OnceCell::new(),
            glance: OnceCell::new(),
            contents_fit: OnceCell::new(),
            reading: OnceCell::new(),
            odd_characters: OnceCell::new(),
            quotations: OnceCell::new(),
        }
    }

    /// A text, and a record that was never in a file.
    pub(super) fn in_memory(text: &'a str, record: Record, id: &'a str) -> Self {
        // The text was taken in once already, so it is not for this to refuse it.
        let subject = Self::new(id, Input::Bytes(text.as_bytes()), Input::Missing, Limits { article_bytes: u32::MAX });
        let file = RecordFile { record, unknown: Vec::new(), is_canonical: true };
        Self { record_file: OnceCell::from(Some(Ok(file))), ..subject }
    }

    /// The record of [`in_memory`](Self::in_memory), given back.
    pub(super) fn into_record(self) -> Option<Record> {
        Some(self.record_file.into_inner()??.ok()?.record)
    }

    /// What the record is to call itself.
    pub fn id(&self) -> &'a str {
        self.id
    }

    /// The article as found.
    pub fn article(&self) -> Input<'a> {
        self.article
    }

    /// The record as found.
    pub fn record(&self) -> Input<'a> {
        self.record
    }

    /// How large an article may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// The article's text; `None` where it has none.
    pub fn text(&self) -> Option<&'a str> {
        self.source()?.as_ref().ok().map(|source| source.text())
    }

    /// Why the article's bytes are no text; `None` where they are, or where there are none.
    pub fn source_error(&self) -> Option<&SourceError> {
        self.source()?.as_ref().err()
    }

    fn source(&self) -> Option<&Result<Source<'a>, SourceError>> {
        let source = self.source.get_or_init(|| match self.article {
            Input::Bytes(bytes) => Some(Source::new(bytes, self.limits)),
            Input::Missing | Input::Unreadable(_) => None,
        });
        source.as_ref()
    }

    /// The article's document.
    pub fn document(&self) -> Option<&Document<'a>> {
        self.document.get_or_init(|| self.text().map(Document::parse)).as_ref()
    }

    /// The text of the record's file, where its bytes are text.
    pub fn record_text(&self) -> Option<&'a str> {
        if let Input::Bytes(bytes) = self.record { str::from_utf8(bytes).ok() } else { None }
    }

    /// The record as it stands in its file; `None` where there is no file, or it cannot be read.
    pub fn record_file(&self) -> Option<FiledRecord<'_>> {
        if let Some(record) = self.as_read() {
            return Some(FiledRecord { record, unknown: &[], is_canonical: true });
        }
        self.parsed()?.as_ref().ok().map(RecordFile::filed)
    }

    /// Why the record's bytes are no record; `None` where they are, or where there are none.
    pub fn record_error(&self) -> Option<&RecordFileError> {
        if self.as_read().is_some() { None } else { self.parsed()?.as_ref().err() }
    }

    fn parsed(&self) -> Option<&Result<RecordFile, RecordFileError>> {
        let parsed = self.record_file.get_or_init(|| match self.record {
            Input::Bytes(bytes) => Some(record_file::parse(bytes)),
            Input::Missing | Input::Unreadable(_) => None,
        });
        parsed.as_ref()
    }

    /// What the reader reads in the article today, where the record's file holds just that, byte for byte. Nearly all
    /// files of the reader's own do, and to compare a record with a file is much quicker than to take the file apart.
    fn as_read(&self) -> Option<&Record> {
        /// Within these bytes a file says who vouches for it.
        const HEAD: usize = 4096;

        let Input::Bytes(bytes) = self.record else { return None };
        let is_so = self.is_as_read.get_or_init(|| {
            let head = &bytes[..bytes.len().min(HEAD)];
            bytes.len() <= record_file::MAX_BYTES
                && memmem::find(head, br#""review": "machine""#).is_some()
                && self.reading().is_some_and(|reading| record_file::is_printed(&reading.record, bytes))
        });
        if *is_so { self.reading().map(|reading| &reading.record) } else { None }
    }

    /// What the reader reads in the article today.
    pub fn reading(&self) -> Option<&Reading> {
        let read = || Some(reading::read_prepared(self.document()?, self.prepared()?, self.id));
        self.reading.get_or_init(read).as_ref()
    }

    fn prepared(&self) -> Option<&Prepared<'a>> {
        self.prepared.get_or_init(|| self.document().map(reading::prepare)).as_ref()
    }

    /// Whose words statements of these parts give, as [`reading::statement_kinds`] tells.
    pub(super) fn statement_kinds(&self, statements: &[Vec<Span>]) -> Vec<StatementKind> {
        self.prepared().map(|prepared| reading::prepared_kinds(prepared, statements)).unwrap_or_default()
    }

    /// The text and the record, where both can be read.
    pub(super) fn pair(&self) -> Option<(&'a str, &Record)> {
        Some((self.text()?, self.record_file()?.record))
    }

    /// The text and the record, where the record is one of this very text: only then do its spans mean anything.
    pub(super) fn bound(&self) -> Option<(&'a str, &Record)> {
        let (text, record) = self.pair()?;
        let fits = self.source_fits.get_or_init(|| match self.reading.get() {
            Some(Some(reading)) => record.source == reading.record.source,
            _ => record.source == reading::source(text),
        });
        fits.then_some((text, record))
    }

    /// What a walk over the record shows at once, for the rules that need not walk where there is nothing.
    pub(super) fn glance(&self) -> Glance {
        let look = || self.record_file().map(|file| Glance::of(file.record, self.bound().map(|(text, _)| text)));
        *self.glance.get_or_init(|| look().unwrap_or_default())
    }

    /// The text and the record, where no rule about its spans and contents finds anything.
    pub(super) fn sound(&self) -> Option<(&'a str, &Record)> {
        let pair = self.bound()?;
        let fit = self.contents_fit.get_or_init(|| {
            let mut about_contents = rules().iter().filter(|rule| rule.is_about_contents());
            about_contents.all(|rule| run(rule, Level::Deny, self).is_empty())
        });
        fit.then_some(pair)
    }

    /// Keeps what the rules about contents have shown, where all of them have just run.
    pub(super) fn contents_fit(&self, fit: bool) {
        // What is known already was found by the same rules.
        let _ = self.contents_fit.set(fit);
    }

    /// The characters of the article that seldom belong into one, in order. A NUL is a finding of its own, and makes of
    /// the rest no article.
    pub(super) fn odd_characters(&self) -> &[OddCharacter] {
        let is_text = |text: &&str| memchr::memchr(0, text.as_bytes()).is_none();
        self.odd_characters.get_or_init(|| self.text().filter(is_text).map(odd_characters).unwrap_or_default())
    }

    /// The paragraphs, without the blanks at their ends, each with its words in marks; none of an article in a language
    /// that the reader does not know, since other languages have other marks.
    pub(super) fn quotations(&self) -> &[(Span, Vec<Marked>)] {
        self.quotations.get_or_init(|| {
            let is_known = self.reading().is_some_and(|reading| reading.record.article.language.is_some());
            self.prepared().filter(|_| is_known).map(reading::prepared_quotations).unwrap_or_default()
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rapporteur_model::BlockKind;

    use crate::{document::Document, reading};

    proptest! {
        #[test]
        fn the_marks_of_a_prepared_document_are_those_of_its_paragraphs(
            body in "(The leaders met|[a-z]{2,5}|[“”\"‘’'`«»„]|''|[ .,?\n]|\n\n|\\(END\\)|é){0,60}",
        ) {
            let text = format!("Leaders meet\nPublished: 9 May 2024\n\nThe leaders met.\n\n{body}\n");
            let document = Document::parse(&text);
            let paragraphs = document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph);
            let expected: Vec<_> = paragraphs.map(|block| reading::quotations(&text, block.span)).collect();
            let found = reading::prepared_quotations(&reading::prepare(&document));
            prop_assert_eq!(found.into_iter().map(|(_, strings)| strings).collect::<Vec<_>>(), expected);
        }
    }
}
