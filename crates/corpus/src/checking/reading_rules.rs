//! The names of the reader's rules.

use rapporteur_model::RuleName;

/// The rules of the reader, as `docs/reading-rules.md` lists them.
pub(super) const READING_RULES: [&str; 38] = [
    "clock-of-day",
    "country-of-locality",
    "country-of-region",
    "country-of-seat",
    "country-of-side",
    "country-of-venue",
    "country-of-visit",
    "day-after-publication",
    "day-before-publication",
    "day-of-month",
    "day-of-publication",
    "day-told-before",
    "days-from-day-told",
    "days-from-publication",
    "description-antecedent",
    "first-person",
    "home-country",
    "month-after-publication",
    "month-before-publication",
    "months-from-publication",
    "nearest-year",
    "place-of-dateline",
    "place-of-event",
    "place-of-headline",
    "place-of-journey",
    "place-of-programme",
    "place-told-before",
    "plural-members",
    "pronoun-antecedent",
    "relative-antecedent",
    "second-person",
    "speaker-of-clause",
    "speaker-of-paragraph-before",
    "speaker-of-sentence-before",
    "venue-or-visit",
    "weekday-after-publication",
    "weekday-before-publication",
    "weekday-of-week",
];

/// Whether a rule is one of the reader's.
pub(super) fn is_reading_rule(rule: &RuleName) -> bool {
    READING_RULES.binary_search(&rule.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_the_page() {
        let page = include_str!("../../../../docs/reading-rules.md");
        let listed: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(READING_RULES.as_slice(), listed);
        assert!(listed.is_sorted());
    }
}
