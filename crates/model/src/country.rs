use core::fmt;

use alloc::string::String;

/// A country by its ISO 3166-1 alpha-2 code, or `EU` for the European Union.
///
/// The type holds two capital letters. Whether the code is assigned is a question for the checker, which knows the list.
///
/// ```
/// use rapporteur_model::Country;
///
/// assert_eq!(Country::new("KR")?.as_str(), "KR");
/// assert!(Country::new("Korea").is_err());
/// # Ok::<(), rapporteur_model::CountryError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(try_from = "String"))]
pub struct Country([u8; 2]);

impl Country {
    /// The country of this code.
    ///
    /// # Errors
    ///
    /// When the code is not two capital letters of the Latin alphabet.
    pub const fn new(code: &str) -> Result<Self, CountryError> {
        match code.as_bytes() {
            &[first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => Ok(Self([first, second])),
            _ => Err(CountryError),
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Country {
    type Error = CountryError;

    fn try_from(code: String) -> Result<Self, CountryError> {
        Self::new(&code)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Country {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "ISO 3166-1 alpha-2 code, or EU",
            "type": "string",
            "pattern": "^[A-Z]{2}$",
        })
    }
}

/// A code that is not two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountryError;

impl fmt::Display for CountryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a country is the two capital letters of its ISO 3166-1 code, or `EU`")
    }
}

impl core::error::Error for CountryError {}
