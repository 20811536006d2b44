//! What a dictionary and an atlas know: the words that the stages recognize.
//!
//! The files in `data/` are written by hand, one sort of knowledge each, and compiled in. They classify what is
//! written; nothing here adds to it.

use std::{borrow::Cow, sync::LazyLock};

use rapporteur_model::{Country, OfficeClass};

mod words;

pub(super) use words::{WordHasher, WordMap, WordSet};

/// What a phrase of the atlas names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A country by its name.
    Country(Country),
    /// A country by its demonym.
    Demonym(Country),
    /// A capital, or another city, of a country.
    City(Country),
    /// A region by its ISO 3166-2 code.
    Region { code: &'static str, country: Country },
}

impl Place {
    /// The country that it is or lies in.
    pub(super) fn country(self) -> Country {
        match self {
            Self::Country(country) | Self::Demonym(country) | Self::City(country) | Self::Region { country, .. } => {
                country
            }
        }
    }
}

/// How a reporting verb frames what is said; the column of the same name in `data/reporting_verbs.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Frame {
    That,
    Direct,
    Infinitive,
    Gerund,
    ObjectAs,
    ObjectAt,
    AddresseeObject,
    AddresseeTo,
    NounPhrase,
    Reply,
    Continue,
    Deny,
    Belief,
    Participle,
    Headline,
}

impl Frame {
    /// The frames by the names that the data gives them.
    pub(super) const NAMES: [(&str, Self); 15] = [
        ("that", Self::That),
        ("direct", Self::Direct),
        ("to", Self::Infinitive),
        ("gerund", Self::Gerund),
        ("object_as", Self::ObjectAs),
        ("object_at", Self::ObjectAt),
        ("addressee_object", Self::AddresseeObject),
        ("addressee_to", Self::AddresseeTo),
        ("np", Self::NounPhrase),
        ("reply", Self::Reply),
        ("continue", Self::Continue),
        ("deny", Self::Deny),
        ("belief", Self::Belief),
        ("participle_ok", Self::Participle),
        ("headline", Self::Headline),
    ];
}

/// A reporting verb.
#[derive(Debug)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    frames: Frames,
    /// The words after the first: "on" of "went on".
    pub(super) particles: Vec<&'static str>,
}

impl Verb {
    pub(super) fn has(&self, frame: Frame) -> bool {
        self.frames.has(frame)
    }
}

/// Some of the frames.
#[derive(Debug, Clone, Copy, Default)]
struct Frames(u16);

impl Frames {
    fn has(self, frame: Frame) -> bool {
        self.0 & 1 << frame as u16 != 0
    }
}

impl FromIterator<Frame> for Frames {
    fn from_iter<I: IntoIterator<Item = Frame>>(frames: I) -> Self {
        Self(frames.into_iter().fold(0, |all, frame| all | 1 << frame as u16))
    }
}

/// What a word can be as the form of a verb.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct VerbForm {
    /// "goes".
    pub(super) third: bool,
    /// "went"; "said".
    pub(super) past: bool,
    /// "gone"; "said".
    pub(super) participle: bool,
    /// Whether the word is as often a noun: "plans".
    pub(super) noun: bool,
}

/// An organization or one of its meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organization {
    /// Of states: its leaders' meetings count.
    OfStates,
    /// Any other body.
    Other,
    /// A recurring meeting, by name.
    Meeting,
}

/// A phrase as it is looked up, which most are as the data has them.
type Phrase = Cow<'static, str>;

/// The whole knowledge.
pub(super) struct Lexicon {
    places: WordMap<Phrase, Place>,
    /// Regions by name and country: some names are also those of other places.
    regions: WordMap<(Phrase, Country), &'static str>,
    /// Houses and offices that stand for a government: "Downing Street".
    seats: WordMap<Phrase, Country>,
    offices: WordMap<Phrase, OfficeClass>,
    organizations: WordMap<Phrase, Organization>,
    /// By the verb's first word, in any form; the entries with the most particles first.
    verbs: WordMap<&'static str, Vec<&'static Verb>>,
    /// The nouns that report, with the frames of what they report.
    nouns: WordMap<&'static str, Frames>,
    verb_forms: WordMap<&'static str, VerbForm>,
    abbreviations: WordSet<&'static str>,
    honorifics: WordSet<&'static str>,
    country_codes: WordSet<&'static str>,
    /// First words of phrases, so that most lookups end at once.
    openings: WordMap<String, Opening>,
    /// The tokens that phrases go on with behind the first one, in lower case.
    continuing: WordSet<String>,
}

/// What is known of the phrases that begin with a word, whatever its capitals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Opening {
    /// No phrase has more tokens.
    most: u8,
    /// Of what sorts the phrases are, those of one word among them.
    sorts: u8,
    /// With what the phrases of several tokens go on, a bit a letter.
    next: u32,
}

/// The sorts of phrases that the lexicon knows by their first words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhraseSort {
    Place,
    Organization,
    Office,
    Seat,
}

impl Opening {
    /// Whether a phrase of this sort can begin with the word: where not, none does.
    pub(super) fn can_be(self, sort: PhraseSort) -> bool {
        self.sorts & 1 << sort as u8 != 0
    }

    /// No phrase that begins with the word and goes on with the token `next` has more tokens.
    pub(super) fn most(self, next: &str) -> usize {
        if self.next & letter_bit(next) != 0 { self.most.into() } else { 1 }
    }
}

/// The bit of the letter that words begin with, whatever its capitals: one for each of ASCII, one for all others.
fn letter_bit(words: &str) -> u32 {
    match words.bytes().next().map(|byte| byte.to_ascii_lowercase()) {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        Some(_) => 1 << 26,
        None => 0,
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The lexicon, loaded when first asked for.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Whether `code` is an assigned ISO 3166-1 code, `EU` or `XK`.
///
/// ```
/// use rapporteur_corpus::reading::is_country;
///
/// assert!(is_country("KR") && is_country("EU"));
/// assert!(!is_country("ZZ"));
/// ```
pub fn is_country(code: &str) -> bool {
    lexicon().country_codes.contains(code)
}

/// The country that a phrase names, by its name or its demonym, in the capitals it is printed in.
///
/// ```
/// use rapporteur_corpus::reading::country_named;
///
/// assert_eq!(country_named("Norwegian").map(|country| country.to_string()).as_deref(), Some("NO"));
/// assert_eq!(country_named("Oslo"), None);
/// ```
pub fn country_named(phrase: &str) -> Option<Country> {
    match lexicon().place(phrase)? {
        Place::Country(country) | Place::Demonym(country) => Some(country),
        Place::City(_) | Place::Region { .. } => None,
    }
}

/// The country of a city that the atlas has.
///
/// ```
/// use rapporteur_corpus::reading::country_of_city;
///
/// assert_eq!(country_of_city("Oslo").map(|country| country.to_string()).as_deref(), Some("NO"));
/// assert_eq!(country_of_city("Norway"), None);
/// ```
pub fn country_of_city(name: &str) -> Option<Country> {
    if let Place::City(country) = lexicon().place(name)? { Some(country) } else { None }
}

/// No name of an organization or of its meetings has more bytes.
const LONGEST_NAME: usize = 100;

/// Whether an organization or one of its meetings is named anywhere in the words.
pub(super) fn names_organization(words: &str) -> bool {
    let is_in_word = |at: usize| words[at..].starts_with(char::is_alphanumeric);
    let opens_word = |at: usize| is_in_word(at) && !words[..at].ends_with(char::is_alphanumeric);
    let lexicon = lexicon();
    words.char_indices().filter(|(at, _)| opens_word(*at)).any(|(start, _)| {
        let rest = &words[start..];
        let ends = || rest.char_indices().map(|(at, _)| at).chain([rest.len()]).take_while(|end| *end <= LONGEST_NAME);
        let mut names = ends().skip(1).filter(|end| !is_in_word(start + end)).map(|end| &rest[..end]).peekable();
        let can_be = |word: &&str| lexicon.opening(word).can_be(PhraseSort::Organization);
        names.peek().is_some_and(can_be) && names.any(|name| lexicon.organization(name).is_some())
    })
}

/// The lines of a data file, without comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first columns of each line of a data file.
fn rows<const COLUMNS: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    lines(file).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(NOTHING))
    })
}

/// What stands in a column where there is nothing to say.
const NOTHING: &str = "-";

/// The values of a column.
fn values(column: &'static str) -> impl Iterator<Item = &'static str> {
    (column != NOTHING).then(|| column.split('|')).into_iter().flatten()
}

/// A phrase as it is looked up: curly apostrophes made straight.
fn key(phrase: &str) -> Cow<'_, str> {
    let phrase: Cow<'_, str> = if phrase.is_ascii() { phrase.into() } else { phrase.replace('’', "'").into() };
    // The files spell as America does.
    if phrase.len() >= "Organisation".len() && phrase.contains("Organisation") {
        phrase.replace("Organisation", "Organization").into()
    } else {
        phrase
    }
}

/// A phrase as it is looked up where capitals do not matter.
fn lower_key(phrase: &str) -> Cow<'_, str> {
    lower(key(phrase))
}

/// The words in lower case.
pub(super) fn lower(words: Cow<'_, str>) -> Cow<'_, str> {
    let is_lower = words.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { words } else { words.to_lowercase().into() }
}

impl Lexicon {
    /// The most words that a phrase of the data has.
    pub(super) const LONGEST: usize = 10;

    fn load() -> Self {
        let mut lexicon = Self {
            places: WordMap::default(),
            regions: WordMap::default(),
            seats: WordMap::default(),
            offices: WordMap::default(),
            organizations: WordMap::default(),
            verbs: WordMap::default(),
            nouns: WordMap::default(),
            verb_forms: WordMap::default(),
            abbreviations: lines(include_str!("../../data/abbreviations.txt")).collect(),
            honorifics: lines(include_str!("../../data/honorifics.txt")).collect(),
            country_codes: WordSet::default(),
            openings: WordMap::default(),
            continuing: WordSet::default(),
        };
        lexicon.load_places();
        for [title, class] in rows(include_str!("../../data/offices.tsv")) {
            if let Some(class) = office_class(class) {
                lexicon.offices.insert(lower_key(title), class);
            }
        }
        for [name, abbreviations, kind, _, meetings] in rows(include_str!("../../data/organizations.tsv")) {
            let kind = if kind == "states" { Organization::OfStates } else { Organization::Other };
            for meeting in values(meetings) {
                lexicon.organizations.insert(key(meeting), Organization::Meeting);
            }
            for name in values(name).chain(values(abbreviations)) {
                lexicon.organizations.entry(key(name)).or_insert(kind);
            }
        }
        for [singular, plural, frames] in rows(include_str!("../../data/reporting_nouns.tsv")) {
            let frames: Frames = frames.split(',').filter_map(frame).collect();
            let forms = values(singular).chain(values(plural));
            lexicon.nouns.extend(forms.map(|form| (form, frames)));
        }
        lexicon.load_verbs();
        lexicon.load_verb_forms();
        (lexicon.openings, lexicon.continuing) = lexicon.words_of_phrases();
        lexicon
    }

    /// The phrases of places, organizations, offices and seats.
    fn phrases(&self) -> impl Iterator<Item = (&Phrase, PhraseSort)> {
        let places = self.places.keys().map(|phrase| (phrase, PhraseSort::Place));
        let organizations = self.organizations.keys().map(|phrase| (phrase, PhraseSort::Organization));
        let offices = self.offices.keys().map(|phrase| (phrase, PhraseSort::Office));
        let seats = self.seats.keys().map(|phrase| (phrase, PhraseSort::Seat));
        places.chain(organizations).chain(offices).chain(seats)
    }

    /// Every phrase that is known by its first words.
    #[cfg(test)]
    pub(super) fn names_in_atlas(&self) -> impl Iterator<Item = &str> {
        self.phrases().map(|(phrase, _)| phrase.as_ref())
    }

    /// The words that phrases begin with, and the tokens that they go on with.
    fn words_of_phrases(&self) -> (WordMap<String, Opening>, WordSet<String>) {
        let (mut openings, mut continuing) = (WordMap::default(), WordSet::default());
        for (phrase, sort) in self.phrases() {
            let phrase = phrase.to_lowercase();
            add_opening(&phrase, sort, &mut openings);
            add_continuing(&phrase, &mut continuing);
        }
        (openings, continuing)
    }

    fn load_places(&mut self) {
        for [code, names, demonyms, capitals, cities] in rows(include_str!("../../data/countries.tsv")) {
            let Ok(country) = Country::new(code) else { continue };
            self.country_codes.insert(code);
            for name in values(names) {
                self.places.insert(key(name), Place::Country(country));
            }
            for demonym in values(demonyms) {
                self.places.entry(key(demonym)).or_insert(Place::Demonym(country));
            }
            for city in values(capitals).chain(values(cities)) {
                self.places.entry(key(city)).or_insert(Place::City(country));
            }
        }
        for [code, names] in rows(include_str!("../../data/seats.tsv")) {
            let Ok(country) = Country::new(code) else { continue };
            self.seats.extend(values(names).map(|name| (key(name), country)));
        }
        for [code, names, mark] in rows(include_str!("../../data/regions.tsv")) {
            let Ok(country) = Country::new(&code[..2]) else { continue };
            for name in values(names) {
                let place = Place::Region { code, country };
                self.regions.insert((key(name), country), code);
                if mark != "ambiguous" || name.contains(' ') {
                    self.places.entry(key(name)).or_insert(place);
                }
            }
        }
    }

    fn load_verbs(&mut self) {
        for [lemma, forms, frames] in rows(include_str!("../../data/reporting_verbs.tsv")) {
            let frames = frames.split(',').filter_map(frame).collect();
            let particles = lemma.split(' ').skip(1).collect();
            // The data lives as long as the program, so that tokens can point at their verbs.
            let verb: &'static Verb = Box::leak(Box::new(Verb { lemma, frames, particles }));
            for form in values(forms) {
                let first = form.split(' ').next().unwrap_or(form);
                self.verbs.entry(first).or_default().push(verb);
            }
        }
        for verbs in self.verbs.values_mut() {
            verbs.sort_by_key(|verb| std::cmp::Reverse(verb.particles.len()));
        }
    }

    fn load_verb_forms(&mut self) {
        for [lemma, third, past, participle, _, noun] in rows(include_str!("../../data/verbs.tsv")) {
            let of_third = self.verb_forms.entry(third).or_default();
            of_third.third = true;
            of_third.noun |= noun == "noun";
            self.verb_forms.entry(lemma).or_default().noun |= noun == "noun";
            let of_past = self.verb_forms.entry(past).or_default();
            of_past.past = true;
            // "a cut", "the cost": the past is the noun where it is the lemma too.
            of_past.noun |= noun == "noun" && past == lemma;
            self.verb_forms.entry(participle).or_default().participle = true;
        }
    }

    /// What a phrase of the atlas names, in the capitals it is printed in.
    pub(super) fn place(&self, phrase: &str) -> Option<Place> {
        self.places.get(key(phrase).as_ref()).copied()
    }

    /// The region that a phrase names where it is known in which country: "Atlanta, Georgia".
    pub(super) fn region_of(&self, phrase: &str, country: Country) -> Option<Place> {
        let regions: &WordMap<(Cow<'_, str>, Country), _> = &self.regions;
        regions.get(&(key(phrase), country)).map(|&code| Place::Region { code, country })
    }

    /// The country whose government a house or an office stands for: "Downing Street", "Kremlin".
    pub(super) fn seat(&self, phrase: &str) -> Option<Country> {
        self.seats.get(key(phrase).as_ref()).copied()
    }

    /// What sort of office a title names, in any capitals.
    pub(super) fn office(&self, title: &str) -> Option<OfficeClass> {
        self.offices.get(lower_key(title).as_ref()).copied()
    }

    pub(super) fn organization(&self, name: &str) -> Option<Organization> {
        self.organizations.get(key(name).as_ref()).copied()
    }

    /// The verbs whose first word, in lower case, is `word`.
    pub(super) fn verbs(&self, word: &str) -> &[&'static Verb] {
        self.verbs.get(word).map_or(&[], Vec::as_slice)
    }

    /// What `word`, in lower case, can be as the form of a common verb.
    pub(super) fn verb_form(&self, word: &str) -> VerbForm {
        self.verb_forms.get(word).copied().unwrap_or_default()
    }

    /// Whether `word`, in lower case, is a noun that reports.
    pub(super) fn is_reporting_noun(&self, word: &str) -> bool {
        self.nouns.contains_key(word)
    }

    /// Whether `word`, in lower case, is a noun that reports what follows it in this frame.
    pub(super) fn noun_has(&self, word: &str, frame: Frame) -> bool {
        self.nouns.get(word).is_some_and(|frames| frames.has(frame))
    }

    /// Whether the word, its stop included, is an abbreviation.
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }

    /// Whether the word is an honorific; a transcript's label may print it in capitals.
    pub(super) fn is_honorific(&self, word: &str) -> bool {
        let in_capitals = || {
            let mut letters = word.chars();
            let first = letters.next().filter(|_| word.ends_with('.') && word.len() > 2 && word.len() < 7);
            first.is_some_and(|first| {
                self.honorifics.contains(format!("{first}{}", letters.as_str().to_lowercase()).as_str())
            })
        };
        self.honorifics.contains(word) || in_capitals()
    }

    /// What phrases begin with `word`, whatever its capitals.
    pub(super) fn opening(&self, word: &str) -> Opening {
        self.openings.get(lower_key(word).as_ref()).copied().unwrap_or_default()
    }

    /// Whether a phrase can go on with the token `word`, whatever its capitals, behind its first one.
    pub(super) fn can_go_on_with(&self, word: &str) -> bool {
        self.continuing.contains(lower_key(word).as_ref())
    }
}

/// Adds the first word of a phrase in lower case.
fn add_opening(phrase: &str, sort: PhraseSort, openings: &mut WordMap<String, Opening>) {
    // A mark inside a word is a token and can part the word in two.
    let marks = phrase.chars().filter(|character| !character.is_alphanumeric() && *character != ' ').count();
    let most = (phrase.split(' ').count() + 2 * marks).min(Lexicon::LONGEST);
    let word = phrase.split(' ').next().unwrap_or_default();
    let marks = word.char_indices().filter(|(_, character)| !character.is_alphanumeric());
    // A token ends before a mark or with it.
    let parts = marks.flat_map(|(at, mark)| [at, at + mark.len_utf8()]);
    for end in parts.chain([word.len()]) {
        let opening = openings.entry(word[..end].to_owned()).or_default();
        opening.sorts |= 1 << sort as u8;
        opening.next |= letter_bit(phrase[end..].trim_start());
        // How far a seat's name goes is known where it is looked for.
        if sort != PhraseSort::Seat {
            opening.most = opening.most.max(u8::try_from(most).unwrap_or(u8::MAX));
        }
    }
}

/// Adds the tokens of a phrase in lower case that are not its first one.
fn add_continuing(phrase: &str, continuing: &mut WordSet<String>) {
    let mut add = |token: &str| {
        if !continuing.contains(token) {
            continuing.insert(token.to_owned());
        }
    };
    for (index, word) in phrase.split(' ').enumerate() {
        let marks = word.char_indices().filter(|(_, character)| !character.is_alphanumeric());
        let ends: Vec<usize> = marks.flat_map(|(at, mark)| [at, at + mark.len_utf8()]).collect();
        if index > 0 {
            add(word);
        }
        // A mark inside a word can part it in two, before the mark or behind it.
        for (first, &start) in ends.iter().enumerate() {
            add(&word[start..]);
            ends[first + 1..].iter().for_each(|&end| add(&word[start..end]));
            if index > 0 {
                add(&word[..start]);
            }
        }
    }
}

fn office_class(name: &str) -> Option<OfficeClass> {
    Some(match name {
        "head_of_state" => OfficeClass::HeadOfState,
        "head_of_government" => OfficeClass::HeadOfGovernment,
        "deputy_head" => OfficeClass::DeputyHead,
        "minister" => OfficeClass::Minister,
        "ambassador" => OfficeClass::Ambassador,
        "spokesperson" => OfficeClass::Spokesperson,
        "legislator" => OfficeClass::Legislator,
        "military" => OfficeClass::Military,
        "organization_head" => OfficeClass::OrganizationHead,
        "official" => OfficeClass::Official,
        _ => return None,
    })
}

fn frame(name: &str) -> Option<Frame> {
    Frame::NAMES.iter().find(|(known, _)| *known == name).map(|(_, frame)| *frame)
}

#[cfg(test)]
mod atlas;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organizations_are_found_among_other_words() {
        assert!(lexicon().organizations.keys().all(|name| name.len() <= LONGEST_NAME));
        for words in ["APEC", "(the U.N.)", "Organisation of American States’", "last year's OPEC+ meeting"] {
            assert!(names_organization(words), "{words}");
        }
        for words in ["", "APECS", "a pec", "é"] {
            assert!(!names_organization(words), "{words}");
        }
    }

    #[test]
    fn every_data_file_is_sorted_and_every_value_is_known() {
        let files = [
            include_str!("../../data/countries.tsv"),
            include_str!("../../data/regions.tsv"),
            include_str!("../../data/offices.tsv"),
            include_str!("../../data/organizations.tsv"),
            include_str!("../../data/reporting_verbs.tsv"),
            include_str!("../../data/reporting_nouns.tsv"),
            include_str!("../../data/abbreviations.txt"),
            include_str!("../../data/honorifics.txt"),
            include_str!("../../data/verbs.tsv"),
            include_str!("../../data/seats.tsv"),
        ];
        for file in files {
            let keys: Vec<_> = rows(file).map(|[key]| key).collect();
            assert!(keys.is_sorted(), "not sorted: {:?}", keys.windows(2).find(|pair| pair[0] > pair[1]));
            let mut unique = keys.clone();
            unique.dedup();
            assert_eq!(keys.len(), unique.len(), "the file beginning with {:?} has a key twice", keys.first());
        }
        for [title, class] in rows(files[2]) {
            assert!(office_class(class).is_some(), "{title}");
        }
        for name in rows(files[4]).flat_map(|[_, _, frames]| frames.split(',')) {
            assert!(frame(name).is_some(), "{name}");
        }
        for [noun, _, frames] in rows(files[5]) {
            let is_known = frames == NOTHING || frames.split(',').all(|frame| ["that", "to"].contains(&frame));
            assert!(is_known, "{noun}");
        }
        for [name, _, kind] in rows(files[3]) {
            assert!(["agency", "other", "states"].contains(&kind), "{name}");
        }
        for [lemma, .., noun] in rows::<6>(files[8]) {
            assert!([NOTHING, "noun"].contains(&noun), "{lemma}");
        }
        for [code, _, mark] in rows(files[1]) {
            assert!([NOTHING, "ambiguous"].contains(&mark), "{code}");
        }
        for (file, columns) in [(files[5], 4), (files[8], 6)] {
            let wrong = lines(file).find(|line| line.split('\t').count() != columns);
            assert_eq!(wrong, None, "a column too few or too many");
        }
    }

    #[test]
    fn a_name_of_two_regions_is_taken_only_beside_its_country() {
        let code = |name: &str, country: &str| {
            let place = lexicon().region_of(name, Country::new(country).unwrap());
            place.map(|place| if let Place::Region { code, .. } = place { code } else { "" })
        };
        assert_eq!(code("Punjab", "PK"), Some("PK-PB"));
        assert_eq!(code("Punjab", "IN"), Some("IN-PB"));
        assert_eq!(code("Georgia", "US"), Some("US-GA"));
        assert_eq!(code("Styria", "US"), None);
        assert_eq!(lexicon().place("Punjab"), None);
        assert!(matches!(lexicon().place("Georgia"), Some(Place::Country(_))));
        assert!(matches!(lexicon().place("Styria"), Some(Place::Region { code: "AT-6", .. })));
    }

    #[test]
    fn no_name_outside_the_ambiguous_rows_stands_for_two_regions() {
        let mut known: WordMap<Phrase, &str> = WordMap::default();
        let regions = rows(include_str!("../../data/regions.tsv"));
        for [code, names, _] in regions.filter(|[_, _, mark]| *mark == NOTHING) {
            for name in values(names) {
                let other = known.insert(key(name), code);
                assert!(other.is_none_or(|other| other == code), "{name}: {other:?} and {code}");
            }
        }
    }

    #[test]
    fn no_phrase_is_longer_than_the_stages_look() {
        let lexicon = lexicon();
        for phrase in lexicon.places.keys().chain(lexicon.organizations.keys()).chain(lexicon.offices.keys()) {
            assert!(phrase.split(' ').count() <= Lexicon::LONGEST, "{phrase}");
        }
    }

    #[test]
    fn every_country_has_a_name_and_a_code() {
        assert_eq!(lexicon().country_codes.len(), 251, "249 of ISO 3166-1, EU and XK");
    }
}
