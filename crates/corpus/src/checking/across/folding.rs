//! Words and names without what two writers of the same differ in: capitals, accents, hyphens, ways of writing a sound.

/// Takes the words of a text one after the other: letters and digits, without capitals and accents, as a hash each. What
/// stands between letters and is none, an apostrophe or a hyphen, parts two words.
pub(crate) fn each_word(text: &str, mut take: impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let mut hash = Hasher::default();
    let mut is_empty = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        let ends_word = if byte.is_ascii() {
            let letter = ASCII_FOLDED[usize::from(byte & 0x7f)];
            if letter > 0 {
                hash.add(letter.into());
                is_empty = false;
            }
            letter == 0
        } else {
            let Some(character) = text.get(at - 1..).and_then(|rest| rest.chars().next()) else { break };
            at += character.len_utf8() - 1;
            if is_punctuation(character) {
                true
            } else if character.is_alphanumeric() {
                folded(character, |letter| hash.add(letter.into()));
                is_empty = false;
                false
            } else {
                !is_combining(character)
            }
        };
        if ends_word && !is_empty {
            take(hash.finish());
            hash = Hasher::default();
            is_empty = true;
        }
    }
    if !is_empty {
        take(hash.finish());
    }
}

/// Letters and digits of ASCII without capitals; 0 for what is neither.
const ASCII_FOLDED: [u8; 128] = {
    let mut folded = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// One hash for all words of a text, and how many they are.
pub(crate) fn words(text: &str) -> (u64, usize) {
    let (mut hash, mut count) = (0, 0);
    each_word(text, |word| {
        hash = join(hash, word);
        count += 1;
    });
    (hash, count)
}

/// The hash of a run of words that goes on with one more.
pub(crate) fn join(before: u64, word: u64) -> u64 {
    mixed(before.rotate_left(23) ^ word)
}

/// What all spellings of a name have in common: the same whether words are joined or parted, in which order the family
/// name comes, with or without accents and capitals, and by most ways of writing its sounds in Latin letters. `None` for
/// a name of one word, which is not yet anybody's alone.
pub(crate) fn sound(name: &str) -> Option<u64> {
    /// Longer names are cut: nobody has one.
    const LONGEST: usize = 96;

    let mut letters = String::new();
    let mut parts = 0;
    let mut in_word = false;
    for character in name.chars().take(LONGEST) {
        if character.is_alphanumeric() {
            parts += usize::from(!in_word);
            in_word = true;
            folded(character, |letter| letters.push(letter));
        } else if !(is_combining(character) || matches!(character, '\'' | '’' | '`' | '-' | '\u{2010}' | '\u{2011}'))
        {
            in_word = false;
        }
    }
    let letters = written_alike(&letters);
    if parts < 2 || letters.len() < 5 {
        return None;
    }
    // Whichever name comes first, the letters in a circle are the same: the least of their turns stands for all.
    let doubled = [letters.as_slice(), letters.as_slice()].concat();
    let least = doubled.windows(letters.len()).min()?;
    let mut hash = Hasher::default();
    for &letter in least {
        hash.add(letter.into());
    }
    Some(hash.finish())
}

/// Letters with the commonest variants of transliteration made one, and no letter twice in a row.
fn written_alike(letters: &str) -> Vec<char> {
    const ALIKE: [(&str, &str); 16] = [
        ("ck", "k"),
        ("dj", "j"),
        ("ee", "i"),
        ("eo", "o"),
        ("eu", "u"),
        ("ie", "i"),
        ("iy", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("ph", "f"),
        ("q", "k"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("w", "v"),
        ("yi", "i"),
        ("y", "i"),
    ];
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    let mut rest = letters;
    while let Some(first) = rest.chars().next() {
        let begins = |variant: &str| variant.as_bytes().first() == rest.as_bytes().first();
        let alike = ALIKE.iter().find(|(variant, _)| begins(variant) && rest.starts_with(variant));
        let (taken, put) = match alike {
            Some((variant, common)) => (variant.len(), *common),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        for letter in put.chars() {
            if out.last() != Some(&letter) {
                out.push(letter);
            }
        }
        rest = &rest[taken..];
    }
    out
}

/// The exact letters of a name, capitals included, with its blanks made one. `None` where all letters are capitals, as
/// headlines and labels print names that are written otherwise.
pub(crate) fn spelling(name: &str) -> Option<u64> {
    if !name.contains(char::is_lowercase) {
        return None;
    }
    let mut hash = Hasher::default();
    for word in name.split_whitespace() {
        word.chars().for_each(|character| hash.add(character.into()));
        hash.add(u32::from(' '));
    }
    Some(hash.finish())
}

/// The words of a name, for telling whether two can be one person's: "Lee" and "Lee Jae Myung" can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(crate) struct NameWords([u32; 4]);

impl NameWords {
    pub(crate) fn of(name: &str) -> Self {
        let (mut words, mut at) = ([0; 4], 0);
        each_word(name, |word| {
            // Of a very long name the first three words and the last.
            words[at] = u32::try_from(word >> 33).unwrap_or_default() + 1;
            at = (at + 1).min(3);
        });
        Self(words)
    }

    /// Whether the two have a word in common, or one of them says nothing.
    pub(crate) fn can_be(self, other: Self) -> bool {
        let is_empty = |words: Self| words.0.iter().all(|&word| word == 0);
        is_empty(self) || is_empty(other) || self.0.iter().any(|&word| word != 0 && other.0.contains(&word))
    }
}

/// Gives the letters that a character has without capital and accent.
fn folded(character: char, mut take: impl FnMut(char)) {
    if character.is_ascii() {
        return take(character.to_ascii_lowercase());
    }
    for lower in character.to_lowercase().filter(|lower| !is_combining(*lower)) {
        match lower {
            'ß' => "ss".chars().for_each(&mut take),
            'æ' => "ae".chars().for_each(&mut take),
            'œ' => "oe".chars().for_each(&mut take),
            'þ' => "th".chars().for_each(&mut take),
            lower => take(base(lower)),
        }
    }
}

/// The letter under the accent of a small Latin letter.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ə' | 'ạ'..='ặ' => 'a',
        'ḃ'..='ḇ' => 'b',
        'ç' | 'ć'..='č' | 'ḉ' => 'c',
        'ð' | 'ď' | 'đ' | 'ḋ'..='ḓ' => 'd',
        'è'..='ë' | 'ē'..='ě' | 'ḕ'..='ḝ' | 'ẹ'..='ệ' => 'e',
        'ĝ'..='ģ' | 'ǧ' | 'ḡ' => 'g',
        'ĥ' | 'ħ' | 'ḣ'..='ḫ' | 'ẖ' => 'h',
        'ì'..='ï' | 'ĩ'..='į' | 'ı' | 'ǐ' | 'ḭ' | 'ḯ' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' | 'ḱ'..='ḵ' => 'k',
        'ĺ'..='ł' | 'ḷ'..='ḽ' => 'l',
        'ḿ'..='ṃ' => 'm',
        'ñ' | 'ń'..='ň' | 'ṅ'..='ṋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō'..='ő' | 'ơ' | 'ǒ' | 'ṍ'..='ṓ' | 'ọ'..='ợ' => 'o',
        'ŕ'..='ř' | 'ṙ'..='ṟ' => 'r',
        'ś'..='š' | 'ș' | 'ṡ'..='ṩ' => 's',
        'ţ'..='ŧ' | 'ț' | 'ṫ'..='ṱ' => 't',
        'ù'..='ü' | 'ũ'..='ų' | 'ư' | 'ǔ' | 'ṳ'..='ṻ' | 'ụ'..='ự' => 'u',
        'ŵ' | 'ẁ'..='ẉ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ẏ' | 'ỳ'..='ỹ' => 'y',
        'ź'..='ž' | 'ẑ'..='ẕ' => 'z',
        other => other,
    }
}

/// Whether a character is one of Unicode's general punctuation, the quotation marks and dashes among them, which is
/// known sooner than that it is no letter.
fn is_punctuation(character: char) -> bool {
    matches!(character, '\u{2000}'..='\u{206f}')
}

/// Whether a character is an accent that stands by itself behind its letter.
fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The hash of some characters: quick, the same everywhere, and no secret.
#[derive(Clone, Copy)]
pub(crate) struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher {
    pub(crate) fn add(&mut self, value: u32) {
        self.0 = (self.0 ^ u64::from(value)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    pub(crate) fn finish(self) -> u64 {
        mixed(self.0)
    }
}

/// A number whose bits all depend on all bits of `word`.
pub(crate) fn mixed(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As [`each_word`], a character at a time.
    fn words_by_character(text: &str) -> Vec<u64> {
        let is_part = |character: char| character.is_alphanumeric() || is_combining(character);
        let hash = |word: &str| {
            let mut hash = Hasher::default();
            let letters = word.chars().filter(|character| character.is_alphanumeric());
            letters.for_each(|character| folded(character, |letter| hash.add(letter.into())));
            hash.finish()
        };
        let words = text.split(|character| !is_part(character));
        words.filter(|word| word.contains(char::is_alphanumeric)).map(hash).collect()
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_characters(text in "([a-cA-C0-9]|[ ,'’\n—]|[éÉßŒøЖ中]|\u{301}|\\PC){0,40}") {
            let mut words = Vec::new();
            each_word(&text, |word| words.push(word));
            prop_assert_eq!(words, words_by_character(&text));
        }
    }

    #[test]
    fn words_are_the_same_without_capitals_accents_and_blanks() {
        let (hash, count) = words("The café: “It’s  OPEN”\n");
        assert_eq!(words("the cafe\u{301} it's open"), (hash, count));
        assert_eq!(count, 5);
        assert_ne!(words("the cafe is open").0, hash);
        assert_ne!(words("open it s cafe the").0, hash, "their order counts");
    }

    #[test]
    fn spellings_of_a_name_sound_alike() {
        for (one, other) in [
            ("Kim Ha-neul", "Kim Haneul"),
            ("Kim Ha-neul", "Ha Neul Kim"),
            ("KIM HA NEUL", "Kim Ha-Neul"),
            ("José Muñoz", "Jose Munoz"),
            ("Petro Halenskyy", "Petro Halenskiy"),
            ("Nguyễn Văn Bảo", "Nguyen Van Bao"),
            ("Moussa Traoré", "Musa Traore"),
        ] {
            assert_eq!(sound(one), sound(other), "{one}, {other}");
            assert!(sound(one).is_some() && spelling(one) != spelling(other), "{one}, {other}");
        }
        assert_ne!(sound("Ann Roy"), sound("Ann Ray"));
        assert_eq!(sound("Haneul"), None);
        assert_eq!(sound("Al-Haneul"), None, "a hyphen makes no second name");
        assert_eq!(spelling("KIM HA NEUL"), None);
    }

    #[test]
    fn a_short_name_can_be_a_long_one() {
        let words = NameWords::of;
        assert!(words("Roy").can_be(words("Ann Roy")) && words("").can_be(words("Ann")));
        assert!(!words("Tom Reed").can_be(words("Ann Roy")));
    }
}
