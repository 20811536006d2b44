use thiserror::Error;

use super::{Rule, rule, rules};

/// How much a rule's findings matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The rule does not run.
    Allow,
    /// Findings are shown.
    Warn,
    /// Findings are shown, and the check fails.
    Deny,
}

impl Level {
    /// The level's name, as on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// The level of each rule.
///
/// ```
/// use rapporteur_corpus::checking::{Level, Levels, rule};
///
/// let mut levels = Levels::default();
/// levels.set("article-without-record", Level::Deny)?;
/// assert_eq!(rule("article-without-record").map(|rule| levels.of(rule)), Some(Level::Deny));
///
/// let error = levels.set("artcle-without-record", Level::Deny).unwrap_err();
/// assert_eq!(error.suggestion, Some("article-without-record"));
/// # Ok::<(), rapporteur_corpus::checking::UnknownRule>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels(Vec<Level>);

impl Default for Levels {
    /// Each rule's own.
    fn default() -> Self {
        Self(rules().iter().map(|rule| rule.level).collect())
    }
}

impl Levels {
    /// The level of a rule.
    pub fn of(&self, rule: &Rule) -> Level {
        position(rule).and_then(|index| self.0.get(index)).map_or(rule.level, |&level| level)
    }

    /// The level of each rule, ordered by code.
    pub fn in_order(&self) -> impl Iterator<Item = Level> {
        self.0.iter().copied()
    }

    /// Every rule that is not allowed, with its level, ordered by code.
    pub(super) fn reported(&self) -> impl Iterator<Item = (&'static Rule, Level)> {
        rules().iter().copied().zip(self.0.iter().copied()).filter(|(_, level)| *level > Level::Allow)
    }

    /// Gives the rule of this name or code another level.
    ///
    /// # Errors
    ///
    /// When there is no such rule.
    pub fn set(&mut self, name: &str, level: Level) -> Result<(), UnknownRule> {
        match rule(name).and_then(position).and_then(|index| self.0.get_mut(index)) {
            Some(slot) => *slot = level,
            None => return Err(UnknownRule { name: name.to_owned(), suggestion: suggestion(name) }),
        }
        Ok(())
    }
}

fn position(rule: &Rule) -> Option<usize> {
    rules().binary_search_by(|other| other.code.cmp(rule.code)).ok()
}

/// No rule has this name or code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no rule `{name}`{}", suggestion.map(|rule| format!("; did you mean `{rule}`?")).unwrap_or_default())]
pub struct UnknownRule {
    /// What was asked for.
    pub name: String,
    /// The rule of the most similar name, where one is similar.
    pub suggestion: Option<&'static str>,
}

/// The rule that is at most a third of its letters away from `name`.
pub(super) fn suggestion(name: &str) -> Option<&'static str> {
    let near = rules().iter().map(|rule| (distance(name, rule.name), rule.name)).min()?;
    (near.0 * 3 <= near.1.len()).then_some(near.1)
}

/// How many letters must be changed, added or taken away to make one word the other (Levenshtein).
pub(super) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    // Names are short; what is longer is similar to none.
    for (index, letter) in one.chars().take(64).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, &its) in other.iter().enumerate() {
            let change = diagonal + usize::from(letter != its);
            diagonal = row[column + 1];
            row[column + 1] = change.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row.last().copied().unwrap_or_default() + one.chars().skip(64).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_letters() {
        for (one, other, expected) in [("", "", 0), ("abc", "", 3), ("", "abc", 3), ("seal", "sael", 2), ("a", "b", 1)]
        {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn a_rule_is_found_by_code_too_and_nonsense_suggests_nothing() {
        let mut levels = Levels::default();
        assert_eq!(levels.set("A003", Level::Allow), Ok(()));
        assert_eq!(levels.set("xyzzy", Level::Allow).unwrap_err().suggestion, None);
        assert_eq!(
            levels.set("seal-mising", Level::Allow).unwrap_err().to_string(),
            "there is no rule `seal-mising`; did you mean `seal-missing`?"
        );
    }
}
