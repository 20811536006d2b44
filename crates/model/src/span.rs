use alloc::string::String;
use core::{fmt, ops::Range};

/// A half-open range of byte offsets into an article's text.
///
/// ```
/// use rapporteur_model::Span;
///
/// let span = Span::new(2, 5)?;
/// assert_eq!(span.len(), 3);
/// assert_eq!(span.slice("a five"), Some("fiv"));
/// assert_eq!(span.slice("ab"), None, "out of bounds is no slice");
/// assert!(Span::new(5, 2).is_err());
/// # Ok::<(), rapporteur_model::SpanError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "SpanForm"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Span {
    start: u32,
    end: u32,
}

/// What a file may hold where a span belongs.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct SpanForm {
    start: u32,
    end: u32,
}

#[cfg(feature = "serde")]
impl TryFrom<SpanForm> for Span {
    type Error = SpanError;

    fn try_from(form: SpanForm) -> Result<Self, SpanError> {
        Self::new(form.start, form.end)
    }
}

impl Span {
    /// The span from byte `start` up to and without byte `end`.
    ///
    /// # Errors
    ///
    /// When it would end before it starts.
    pub const fn new(start: u32, end: u32) -> Result<Self, SpanError> {
        if start <= end { Ok(Self { start, end }) } else { Err(SpanError { start, end }) }
    }

    /// Offset of the first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// Offset of the byte after the last.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range that indexes a text.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that stand here in `text`; `None` where the span leaves the text or cuts a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether every byte of `other` is one of this span's.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A span that would end before it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpanError {
    start: u32,
    end: u32,
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a span from byte {} to byte {} ends before it starts", self.start, self.end)
    }
}

impl core::error::Error for SpanError {}

/// A span together with the words that stand there, so that a record can be read, and checked, without its article.
///
/// Whether the words are really those of the article is for the checker to say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Excerpt {
    /// Where the words stand.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// The words, byte for byte.
    pub text: String,
}

impl Excerpt {
    /// The words that stand at `span` in `text`; `None` where the span leaves the text or cuts a character.
    pub fn of(text: &str, span: Span) -> Option<Self> {
        span.slice(text).map(|words| Self { span, text: words.into() })
    }
}
