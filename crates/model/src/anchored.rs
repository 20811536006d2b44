use alloc::{borrow::Cow, string::String, vec::Vec};
use core::{fmt, ops::Deref};

use crate::Excerpt;

/// How the words that anchor a value support it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Basis {
    /// The words say it themselves: "Canadian" for Canada.
    Stated,
    /// Computed from words by a named rule: "Thursday" and the published line for a date.
    Resolved,
    /// A careful reader would say so, by a named rule: whose president is meant where the text calls him its own.
    Inferred,
}

/// Name of the rule by which a value was resolved or inferred, such as `weekday-before-publication`: lower-case words
/// joined by hyphens. The reader's own rules are listed in `docs/reading-rules.md`.
///
/// ```
/// use rapporteur_model::RuleName;
///
/// assert_eq!(RuleName::new("home-country")?.as_str(), "home-country");
/// assert!(RuleName::new("Home Country").is_err());
/// # Ok::<(), rapporteur_model::AnchorError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct RuleName(Cow<'static, str>);

impl RuleName {
    /// The rule of this name.
    ///
    /// # Errors
    ///
    /// When the name is not lower-case ASCII words joined by single hyphens.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Result<Self, AnchorError> {
        let name = name.into();
        let well_formed = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if name.split('-').all(well_formed) { Ok(Self(name)) } else { Err(AnchorError::RuleName) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RuleName {
    type Error = AnchorError;

    fn try_from(name: String) -> Result<Self, AnchorError> {
        Self::new(name)
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The words that support a value, and how they do.
///
/// A stated value has neither rule nor other words; a resolved or inferred one always names its rule. It reads as its
/// [`Excerpt`]: `anchor.span`, `anchor.text`.
///
/// ```
/// use rapporteur_model::{Anchor, Basis, Excerpt, RuleName, Span};
///
/// let text = "Published: 30 Oct. 2025. They met on Thursday.";
/// let published = Excerpt::of(text, Span::new(11, 23)?).ok_or("in bounds")?;
/// let thursday = Excerpt::of(text, Span::new(37, 45)?).ok_or("in bounds")?;
/// let anchor = Anchor::resolved(thursday, RuleName::new("weekday-before-publication")?, vec![published]);
///
/// assert_eq!(anchor.text, "Thursday");
/// assert_eq!(anchor.basis(), Basis::Resolved);
/// assert_eq!(anchor.from()[0].text, "30 Oct. 2025");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "AnchorForm"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Anchor {
    #[cfg_attr(feature = "serde", serde(flatten))]
    excerpt: Excerpt,
    basis: Basis,
    rule: Option<RuleName>,
    from: Vec<Excerpt>,
}

impl Anchor {
    /// The words say it themselves.
    pub const fn stated(excerpt: Excerpt) -> Self {
        Self { excerpt, basis: Basis::Stated, rule: None, from: Vec::new() }
    }

    /// Computed by `rule` from the words and from those of `from`.
    pub const fn resolved(excerpt: Excerpt, rule: RuleName, from: Vec<Excerpt>) -> Self {
        Self { excerpt, basis: Basis::Resolved, rule: Some(rule), from }
    }

    /// What a careful reader concludes by `rule` from the words and from those of `from`.
    pub const fn inferred(excerpt: Excerpt, rule: RuleName, from: Vec<Excerpt>) -> Self {
        Self { excerpt, basis: Basis::Inferred, rule: Some(rule), from }
    }

    /// An anchor from its parts, as they stand in a file.
    ///
    /// # Errors
    ///
    /// When a stated value names a rule or other words, or another basis names no rule.
    pub fn from_parts(
        excerpt: Excerpt,
        basis: Basis,
        rule: Option<RuleName>,
        from: Vec<Excerpt>,
    ) -> Result<Self, AnchorError> {
        match (basis, &rule) {
            (Basis::Stated, None) if from.is_empty() => {}
            (Basis::Stated, _) => return Err(AnchorError::StatedWithRule),
            (_, None) => return Err(AnchorError::RuleMissing),
            (_, Some(_)) => {}
        }
        Ok(Self { excerpt, basis, rule, from })
    }

    /// The words.
    pub const fn excerpt(&self) -> &Excerpt {
        &self.excerpt
    }

    /// How the words support the value.
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// The rule that concluded the value; `None` where it is stated.
    pub const fn rule(&self) -> Option<&RuleName> {
        self.rule.as_ref()
    }

    /// The other words that the value was computed from.
    pub fn from(&self) -> &[Excerpt] {
        &self.from
    }
}

impl Deref for Anchor {
    type Target = Excerpt;

    fn deref(&self) -> &Excerpt {
        &self.excerpt
    }
}

/// A value with the words that say it.
///
/// Only a value that stands for "the text does not say" (an unknown role, no hedge, a plain assertion; see
/// [`AnchorValue`]) may lack its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Anchored<T> {
    value: T,
    anchor: Option<Anchor>,
}

impl<T> Anchored<T> {
    /// A value and the words that support it.
    pub const fn new(value: T, anchor: Anchor) -> Self {
        Self { value, anchor: Some(anchor) }
    }

    /// A value that the words say themselves.
    pub const fn stated(value: T, excerpt: Excerpt) -> Self {
        Self::new(value, Anchor::stated(excerpt))
    }

    /// The value.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// The words that support it; `None` for a value that says that the text does not say.
    pub const fn anchor(&self) -> Option<&Anchor> {
        self.anchor.as_ref()
    }

    /// How the words support it.
    pub fn basis(&self) -> Option<Basis> {
        self.anchor.as_ref().map(Anchor::basis)
    }
}

impl<T: AnchorValue> Anchored<T> {
    /// The value that says that the text does not say; `None` for a type that has no such value.
    ///
    /// ```
    /// use rapporteur_model::{Anchored, Role};
    ///
    /// let role = Anchored::<Role>::unsaid().ok_or("a role may be unknown")?;
    /// assert_eq!((role.value(), role.anchor()), (&Role::Unknown, None));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn unsaid() -> Option<Self> {
        T::UNSAID.map(|value| Self { value, anchor: None })
    }
}

impl<T: AnchorValue + Default> Default for Anchored<T> {
    /// The value without words, for the types that have one as their default.
    fn default() -> Self {
        Self { value: T::default(), anchor: None }
    }
}

/// What can be anchored.
pub trait AnchorValue: Sized {
    /// The value that says that the text does not say, and therefore needs no words: `unknown`, `none`, `asserted`.
    const UNSAID: Option<Self>;
}

macro_rules! always_said {
    ($($type:ty),+ $(,)?) => { $(impl AnchorValue for $type { const UNSAID: Option<Self> = None; })+ };
}
always_said!(String, u32, crate::Country, crate::LocalTime, crate::OfficeClass, crate::Status,);

/// An anchor that contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnchorError {
    /// A stated value names a rule, or words other than its own.
    StatedWithRule,
    /// A resolved or inferred value names no rule.
    RuleMissing,
    /// A value that needs words has none, or has them in part.
    WordsMissing,
    /// A rule's name is not lower-case words joined by hyphens.
    RuleName,
}

impl fmt::Display for AnchorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::StatedWithRule => "a stated value has neither `rule` nor `from`",
            Self::RuleMissing => "a resolved or inferred value names its `rule`",
            Self::WordsMissing => "this value needs `start`, `end`, `text` and `basis`",
            Self::RuleName => "the name of a rule is lower-case words joined by hyphens",
        })
    }
}

impl core::error::Error for AnchorError {}

#[cfg(feature = "serde")]
mod form {
    //! The JSON form, in which an anchor's members stand beside the value.
    use alloc::{string::String, vec::Vec};

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Anchor, AnchorError, AnchorValue, Anchored, Basis, RuleName};
    use crate::{Excerpt, Span};

    #[derive(Deserialize)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    pub(super) struct AnchorForm {
        #[serde(flatten)]
        excerpt: Excerpt,
        basis: Basis,
        rule: Option<RuleName>,
        #[serde(default)]
        from: Vec<Excerpt>,
    }

    impl TryFrom<AnchorForm> for Anchor {
        type Error = AnchorError;

        fn try_from(form: AnchorForm) -> Result<Self, AnchorError> {
            Self::from_parts(form.excerpt, form.basis, form.rule, form.from)
        }
    }

    #[derive(Serialize)]
    struct AnchoredOut<'a, T> {
        value: &'a T,
        start: Option<u32>,
        end: Option<u32>,
        text: Option<&'a str>,
        basis: Option<Basis>,
        rule: Option<&'a RuleName>,
        from: &'a [Excerpt],
    }

    /// An anchored value: the words are null where the value says that the text does not say.
    #[derive(Deserialize)]
    #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
    pub(super) struct AnchoredForm<T> {
        value: T,
        start: Option<u32>,
        end: Option<u32>,
        text: Option<String>,
        basis: Option<Basis>,
        rule: Option<RuleName>,
        #[serde(default)]
        from: Vec<Excerpt>,
    }

    impl<T: Serialize> Serialize for Anchored<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let anchor = self.anchor();
            AnchoredOut {
                value: self.value(),
                start: anchor.map(|anchor| anchor.span.start()),
                end: anchor.map(|anchor| anchor.span.end()),
                text: anchor.map(|anchor| anchor.text.as_str()),
                basis: anchor.map(Anchor::basis),
                rule: anchor.and_then(Anchor::rule),
                from: anchor.map_or(&[], Anchor::from),
            }
            .serialize(serializer)
        }
    }

    impl<'de, T: Deserialize<'de> + AnchorValue + PartialEq> Deserialize<'de> for Anchored<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            use serde::de::Error;

            let form = AnchoredForm::<T>::deserialize(deserializer)?;
            let anchor = match (form.start, form.end, form.text, form.basis) {
                (Some(start), Some(end), Some(text), Some(basis)) => {
                    let excerpt = Excerpt { span: Span::new(start, end).map_err(D::Error::custom)?, text };
                    Some(Anchor::from_parts(excerpt, basis, form.rule, form.from).map_err(D::Error::custom)?)
                }
                (None, None, None, None)
                    if form.rule.is_none() && form.from.is_empty() && T::UNSAID.as_ref() == Some(&form.value) =>
                {
                    None
                }
                _ => return Err(D::Error::custom(AnchorError::WordsMissing)),
            };
            Ok(Self { value: form.value, anchor })
        }
    }

    #[cfg(feature = "schemars")]
    impl<T: schemars::JsonSchema> schemars::JsonSchema for Anchored<T> {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            alloc::format!("Anchored_{}", T::schema_name()).into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            AnchoredForm::<T>::json_schema(generator)
        }
    }
}
#[cfg(feature = "serde")]
use form::AnchorForm;
