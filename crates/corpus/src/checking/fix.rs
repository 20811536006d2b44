use super::Place;

/// How the program can mend what a rule found.
///
/// A fix is complete: applied alone, it leaves files that are printed and sealed as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Whether it can be applied without being looked at.
    pub safety: Safety,
    /// What it does, as an order without a stop.
    pub title: String,
    /// What is replaced by what. No two overlap.
    pub edits: Vec<Edit>,
}

/// Whether a fix changes what a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// It says the same in the right form, or only one outcome is possible.
    Safe,
    /// It may change what is said, so a person should look at the outcome.
    Unsafe,
}

impl Safety {
    /// The name, as in the JSON form of findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced: the words of a span, the JSON of a value, or a whole file.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}
