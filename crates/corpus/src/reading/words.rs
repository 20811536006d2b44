//! Classes of words that no data file lists: the small words of the grammar.

/// Words that open a noun phrase.
pub(super) const DETERMINERS: [&str; 19] = [
    "a", "an", "another", "both", "her", "his", "its", "many", "my", "one", "our", "several", "some", "the", "their",
    "these", "this", "those", "two",
];

/// Whether a word, as printed, is an adverb, as far as its form tells.
pub(super) fn is_adverb(word: &str) -> bool {
    const ADVERBS: [&str; 22] = [
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
    ADVERBS.contains(&word)
        || (word.len() > 4
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
            ))
}

/// Whether a word, as it is printed, can hardly be anything but a finite verb: auxiliaries, past tenses.
pub(super) fn is_finite_verb(word: &str) -> bool {
    const VERBS: [&str; 96] = [
        "are",
        "asks",
        "ate",
        "became",
        "began",
        "broke",
        "brought",
        "built",
        "came",
        "can",
        "caught",
        "chose",
        "could",
        "cut",
        "did",
        "do",
        "does",
        "drew",
        "drove",
        "fell",
        "felt",
        "flew",
        "fought",
        "found",
        "gave",
        "gets",
        "gives",
        "goes",
        "got",
        "grew",
        "had",
        "has",
        "have",
        "heard",
        "held",
        "hit",
        "holds",
        "is",
        "keeps",
        "kept",
        "knew",
        "knows",
        "laid",
        "lay",
        "led",
        "left",
        "lost",
        "made",
        "makes",
        "may",
        "meant",
        "met",
        "might",
        "must",
        "paid",
        "puts",
        "ran",
        "rang",
        "rose",
        "said",
        "sang",
        "sat",
        "saw",
        "says",
        "seems",
        "sent",
        "shall",
        "shook",
        "should",
        "shows",
        "slept",
        "sold",
        "spent",
        "spoke",
        "stood",
        "struck",
        "swore",
        "takes",
        "taught",
        "tells",
        "thinks",
        "thought",
        "threw",
        "told",
        "took",
        "understood",
        "wants",
        "was",
        "went",
        "were",
        "will",
        "withdrew",
        "won",
        "wore",
        "would",
        "wrote",
    ];
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
    word.starts_with(char::is_lowercase)
        && (VERBS.binary_search(&word).is_ok()
            || (word.ends_with("ed")
                && word.len() > 3
                && !word.contains('-')
                && NO_VERBS.binary_search(&word).is_err()))
}
