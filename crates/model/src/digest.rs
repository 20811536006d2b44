use alloc::string::String;
use core::fmt;

/// A SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits.
///
/// ```
/// use rapporteur_model::Digest;
///
/// let digest = Digest::from_bytes([0xab; 32]);
/// assert!(digest.as_str().starts_with("abab"));
/// assert!(Digest::new("abab").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String"))]
pub struct Digest(String);

impl Digest {
    /// The digest that `digits` write.
    ///
    /// # Errors
    ///
    /// When they are not 64 lower-case hexadecimal digits.
    pub fn new(digits: impl Into<String>) -> Result<Self, DigestError> {
        let digits = digits.into();
        let well_formed = digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if well_formed { Ok(Self(digits)) } else { Err(DigestError) }
    }

    /// The digest of these 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
        Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Digest {
    type Error = DigestError;

    fn try_from(digits: String) -> Result<Self, DigestError> {
        Self::new(digits)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Digest {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Digest".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
    }
}

/// Digits that are not a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DigestError;

impl fmt::Display for DigestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a SHA-256 is 64 lower-case hexadecimal digits")
    }
}

impl core::error::Error for DigestError {}
