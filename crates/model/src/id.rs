use core::{fmt, num::NonZeroU32, str::FromStr};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(try_from = "alloc::borrow::Cow<'_, str>"))]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id of the `index`-th, counting from 0.
            pub fn from_index(index: usize) -> Self {
                let number = u32::try_from(index).unwrap_or(u32::MAX - 1).saturating_add(1);
                Self(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
            }

            /// Where the thing of this id stands in its list, counting from 0.
            pub const fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let digits = text.strip_prefix($letter).filter(|digits| !digits.starts_with(['0', '+']));
                let number = digits.and_then(|digits| digits.parse().ok());
                number.map(Self).ok_or(IdError { letter: $letter })
            }
        }

        impl TryFrom<alloc::borrow::Cow<'_, str>> for $name {
            type Error = IdError;

            fn try_from(text: alloc::borrow::Cow<'_, str>) -> Result<Self, IdError> {
                text.parse()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": concat!("^", $letter, "[1-9][0-9]*$") })
            }
        }
    };
}

id! {
    /// Id of a [`Person`](crate::Person) within its record: `p1`, `p2`, in the order of their first mentions.
    ///
    /// ```
    /// use rapporteur_model::PersonId;
    ///
    /// assert_eq!(PersonId::from_index(0).to_string(), "p1");
    /// assert_eq!("p2".parse::<PersonId>()?.index(), 1);
    /// assert!("p02".parse::<PersonId>().is_err());
    /// # Ok::<(), rapporteur_model::IdError>(())
    /// ```
    PersonId, "p"
}
id! {
    /// Id of a [`Summit`](crate::Summit) within its record: `m1`, `m2`, in the order of their first mentions.
    SummitId, "m"
}
id! {
    /// Id of a [`Statement`](crate::Statement) within its record: `s1`, `s2`, in the order of their first parts.
    StatementId, "s"
}
id! {
    /// Id of a [`Quantity`](crate::Quantity) within its record: `q1`, `q2`, in the order of their spans.
    QuantityId, "q"
}

/// An id that is not its kind's letter and a number from 1 without leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError {
    letter: &'static str,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this id is `{0}` and a number from 1, such as `{0}1`", self.letter)
    }
}

impl core::error::Error for IdError {}
