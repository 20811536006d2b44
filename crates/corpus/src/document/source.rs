use thiserror::Error;

/// How much of an article is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest article in bytes. At most `u32::MAX`, because offsets are 32 bits wide.
    pub article_bytes: u32,
}

impl Default for Limits {
    /// 16 MiB an article.
    fn default() -> Self {
        Self { article_bytes: 16 << 20 }
    }
}

/// The bytes of an article, known to be UTF-8 text of a size that can be read.
///
/// ```
/// use rapporteur_corpus::document::{Limits, Source, SourceError};
///
/// assert_eq!(Source::new("Gipfel in Zürich".as_bytes(), Limits::default())?.text().len(), 17);
/// let error = Source::new(b"Z\xfcrich", Limits::default()).unwrap_err();
/// assert_eq!(error, SourceError::NotUtf8 { offset: 1 });
/// # Ok::<(), SourceError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Source<'t> {
    text: &'t str,
}

/// Why bytes are not an article's text. Nothing is ever repaired: the bytes stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// The bytes are not UTF-8.
    #[error("not UTF-8: the first bad byte is at offset {offset}")]
    NotUtf8 {
        /// Offset of the first byte that belongs to no character.
        offset: usize,
    },
    /// The article is larger than the limit.
    #[error("{bytes} bytes are more than the limit of {limit}")]
    TooLarge {
        /// The article's size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: u32,
    },
    /// The bytes hold a NUL, which no text does.
    #[error("a NUL byte at offset {offset}: this is not a text")]
    Binary {
        /// Offset of the first NUL.
        offset: usize,
    },
}

impl<'t> Source<'t> {
    /// Takes in an article's bytes.
    ///
    /// # Errors
    ///
    /// When they are not UTF-8, hold a NUL, or are more than the limit.
    pub fn new(bytes: &'t [u8], limits: Limits) -> Result<Self, SourceError> {
        if u32::try_from(bytes.len()).map_or(true, |length| length > limits.article_bytes) {
            return Err(SourceError::TooLarge { bytes: bytes.len(), limit: limits.article_bytes });
        }
        let text = str::from_utf8(bytes).map_err(|error| SourceError::NotUtf8 { offset: error.valid_up_to() })?;
        match memchr::memchr(0, bytes) {
            Some(offset) => Err(SourceError::Binary { offset }),
            None => Ok(Self { text }),
        }
    }

    /// The text.
    pub fn text(self) -> &'t str {
        self.text
    }
}
