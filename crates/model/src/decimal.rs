use alloc::string::String;
use core::fmt;

/// A number in plain decimal notation, kept as text so that no digit is rounded: `27000`, `3.5`.
///
/// No sign, no separators, no leading zeros before another digit, and no zeros at the end of a fraction: a number has
/// one form.
///
/// ```
/// use rapporteur_model::Decimal;
///
/// assert_eq!(Decimal::new("3000000000")?.as_str(), "3000000000");
/// assert!(Decimal::new("27,000").is_err());
/// assert!(Decimal::new("1.50").is_err());
/// # Ok::<(), rapporteur_model::DecimalError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String"))]
pub struct Decimal(String);

impl Decimal {
    /// The number that `digits` write.
    ///
    /// # Errors
    ///
    /// When they are not in the one form described above.
    pub fn new(digits: impl Into<String>) -> Result<Self, DecimalError> {
        let digits = digits.into();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, "1"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let well_formed = numeric(whole)
            && numeric(fraction)
            && (whole == "0" || !whole.starts_with('0'))
            && !fraction.ends_with('0');
        if well_formed { Ok(Self(digits)) } else { Err(DecimalError) }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Decimal {
    type Error = DecimalError;

    fn try_from(digits: String) -> Result<Self, DecimalError> {
        Self::new(digits)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$" })
    }
}

/// Digits that are not a plain decimal number in its one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecimalError;

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number is plain digits, such as `27000` or `3.5`: no separators, no needless zeros")
    }
}

impl core::error::Error for DecimalError {}
