//! Classes of words that no data file lists: the small words of the grammar.

use super::lexicon::lexicon;

/// Words that open a noun phrase.
pub(super) const DETERMINERS: [&str; 19] = [
    "a", "an", "another", "both", "her", "his", "its", "many", "my", "one", "our", "several", "some", "the", "their",
    "these", "this", "those", "two",
];

/// Adverbs that their form does not show.
pub(super) const ADVERBS: [&str; 22] = [
    "again",
    "already",
    "also",
    "always",
    "both",
    "earlier",
    "even",
    "first",
    "further",
    "instead",
    "just",
    "later",
    "meanwhile",
    "never",
    "now",
    "often",
    "once",
    "only",
    "soon",
    "still",
    "then",
    "too",
];

/// Whether a word, as printed, is an adverb, as far as its form tells.
pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.binary_search(&word).is_ok() || has_form_of_adverb(word)
}

/// Whether a word that is none of the [`ADVERBS`] is one for its form.
pub(super) fn has_form_of_adverb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "reply"
                | "Italy"
                | "ally"
                | "July"
                | "supply"
                | "early"
                | "daily"
                | "weekly"
                | "monthly"
                | "assembly"
        )
}

/// "isn't", "they'll": with a verb in it.
fn is_contraction(word: &str) -> bool {
    let ending = word.rsplit_once(['\'', '’']).map(|(start, ending)| (start.ends_with('n'), ending));
    ending
        .is_some_and(|(negated, ending)| matches!(ending, "d" | "ll" | "m" | "re" | "ve") || (negated && ending == "t"))
}

/// Verbs that help others, and are nothing else.
pub(super) const AUXILIARIES: [&str; 21] = [
    "are", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "ought",
    "shall", "should", "was", "were", "will", "would",
];

/// Whether a word, as it is printed, can hardly be anything but a finite verb: auxiliaries, past tenses.
pub(super) fn is_finite_verb(word: &str) -> bool {
    AUXILIARIES.binary_search(&word).is_ok() || has_form_of_verb(word)
}

/// Whether a word that is none of the [`AUXILIARIES`] is a finite verb for its form.
pub(super) fn has_form_of_verb(word: &str) -> bool {
    const NO_VERBS: [&str; 14] = [
        "allied",
        "biased",
        "hundred",
        "indeed",
        "kindred",
        "naked",
        "need",
        "red",
        "sacred",
        "seed",
        "so-called",
        "speed",
        "united",
        "wicked",
    ];
    let is_form = || {
        let form = lexicon().verb_form(word);
        (form.third || form.past) && !form.noun
    };
    word.starts_with(char::is_lowercase)
        && (is_form()
            || is_contraction(word)
            || (word.ends_with("ed")
                && word.len() > 3
                && !word.contains('-')
                && NO_VERBS.binary_search(&word).is_err()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finite_verb_is_told_from_participle_base_and_noun() {
        for verb in ["becomes", "fled", "isn't", "wrote", "argues", "could", "hoped"] {
            assert!(is_finite_verb(verb), "{verb}");
        }
        for other in ["written", "plans", "cut", "Will", "need", "so-called"] {
            assert!(!is_finite_verb(other), "{other}");
        }
    }
}
