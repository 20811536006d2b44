//! Who is who: names, descriptions and pronouns gathered into people.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use rapporteur_model::{BlockKind, Country, OfficeClass, Span};

use super::{
    lexicon::{Frame, PhraseSort, Place, Verb, lexicon},
    names::{self, Name, PlaceName, Title},
    text::{Text, TokenKind},
    times::is_month,
    traits::Trait,
};

/// An office of a person, as it was found.
#[derive(Debug, Clone)]
pub(super) struct OfficeFound {
    pub(super) title: Range<usize>,
    pub(super) class: OfficeClass,
    /// Whether it is an office of an organization of states.
    pub(super) of_states: bool,
    pub(super) country: Option<CountryFound>,
}

/// A country and the words that it was concluded from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CountryFound {
    pub(super) country: Country,
    pub(super) tokens: Range<usize>,
    /// The words that say it where they stand outside the running text, as those of a byline do.
    pub(super) outside: Option<Span>,
    /// The rule by which the words say it; `None` where they say it themselves.
    pub(super) rule: Option<&'static str>,
}

/// A person, before ids are given.
#[derive(Debug, Clone, Default)]
pub(super) struct PersonFound {
    /// The words of the fullest name.
    pub(super) name: Option<Range<usize>>,
    pub(super) offices: Vec<OfficeFound>,
    /// The words that first name the person in full, title and all.
    pub(super) introduction: Option<Range<usize>>,
    gender: Option<Gender>,
}

impl PersonFound {
    /// The office as a leader: of a state, a government or an organization.
    pub(super) fn leading_office(&self) -> Option<&OfficeFound> {
        self.offices.iter().find(|office| office.is_leading())
    }

    pub(super) fn country(&self) -> Option<&CountryFound> {
        let leading = self.leading_office().and_then(|office| office.country.as_ref());
        leading.or_else(|| self.offices.iter().find_map(|office| office.country.as_ref()))
    }
}

impl OfficeFound {
    /// Whether it makes a leader: of a state, of a government, or of an organization of states.
    pub(super) fn is_leading(&self) -> bool {
        match self.class {
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment => true,
            OfficeClass::OrganizationHead => self.of_states,
            _ => false,
        }
    }
}

/// How a mention names its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionKind {
    Name,
    Description,
    Pronoun,
}

/// Words that name a person or refer to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) tokens: Range<usize>,
    pub(super) kind: MentionKind,
    pub(super) person: usize,
}

/// The people of a text and their mentions in order.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) people: Vec<PersonFound>,
    pub(super) mentions: Vec<Mention>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Female,
    Male,
}

impl People {
    /// The mention that token `at` belongs to.
    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        mention_at(&self.mentions, at)
    }

    /// The people whom the words of a mention name: several where it is "the presidents of Kenya and Peru".
    pub(super) fn named_by(&self, mention: &Mention) -> Vec<usize> {
        let begins = mention.tokens.start..mention.tokens.start + 1;
        within(&self.mentions, &begins).iter().map(|mention| mention.person).collect()
    }

    /// The mentions that begin within `tokens`.
    pub(super) fn mentions_in(&self, tokens: &Range<usize>) -> &[Mention] {
        within(&self.mentions, tokens)
    }

    pub(super) fn is_leader(&self, person: usize) -> bool {
        self.people[person].leading_office().is_some()
    }
}

/// The words, in lower case, that one who is described can begin with and that are no titles.
pub(super) const DESCRIBING: [&str; 7] = ["her", "his", "its", "leader", "the", "their", "whose"];

/// Finds the people of a text.
pub(super) fn people(text: &Text<'_>) -> People {
    let mut finder = Finder {
        text,
        people: Vec::new(),
        mentions: Vec::new(),
        pronouns: Vec::new(),
        labelled: HashSet::new(),
        asked_about: Vec::new(),
        called: HashSet::new(),
        parts: HashMap::new(),
        home: None,
    };
    let mut names = names::titled_names(text);
    names.extend(finder.untitled_names(&names));
    names.sort_by_key(|name| name.phrase.start);
    finder.add_named(&names);
    finder.add_bare_names();
    finder.give_sides();
    finder.give_companies();
    finder.give_home_country();
    finder.add_descriptions();
    finder.add_roles();
    // Those whom the text knows only by their office belong to a country too.
    finder.give_home_country();
    finder.add_pronouns();
    finder.finish()
}

struct Finder<'a, 't> {
    text: &'a Text<'t>,
    people: Vec<PersonFound>,
    /// Names and descriptions, in order.
    mentions: Vec<Mention>,
    /// Pronouns, in order.
    pronouns: Vec<Mention>,
    /// Those whom the label of a turn names.
    labelled: HashSet<usize>,
    /// Leaders whom the questions of a transcript are about.
    asked_about: Vec<usize>,
    /// Those whom the text has called by an honorific or a pronoun of their gender.
    called: HashSet<usize>,
    /// Every run of words of every name, its letters joined, with whose it is.
    parts: HashMap<String, Vec<usize>>,
    /// The country that the text treats as its own, once it was asked for.
    home: Option<CountryFound>,
}

/// How far back, in mentions, a description or a pronoun can reach.
const REACH: usize = 64;

/// Given names that only women bear, as a rule.
const WOMEN: [&str; 93] = [
    "Aisha",
    "Alice",
    "Amina",
    "Ana",
    "Angela",
    "Anna",
    "Anne",
    "Beatriz",
    "Camila",
    "Carla",
    "Catherine",
    "Cecilia",
    "Christine",
    "Clara",
    "Claudia",
    "Cristina",
    "Diana",
    "Elena",
    "Elizabeth",
    "Ellen",
    "Emma",
    "Erika",
    "Eva",
    "Fatima",
    "Francesca",
    "Gabriela",
    "Giorgia",
    "Hanna",
    "Hannah",
    "Helen",
    "Helena",
    "Ingrid",
    "Irina",
    "Isabel",
    "Jacinda",
    "Jane",
    "Joanna",
    "Julia",
    "Karin",
    "Katarina",
    "Katerina",
    "Laura",
    "Leila",
    "Lidia",
    "Linda",
    "Lucia",
    "Lydia",
    "Magdalena",
    "Margaret",
    "Maria",
    "Mariana",
    "Marina",
    "Marta",
    "Martha",
    "Martina",
    "Mary",
    "María",
    "Mette",
    "Michelle",
    "Monica",
    "Nadia",
    "Natalia",
    "Olga",
    "Patricia",
    "Paula",
    "Petra",
    "Rachel",
    "Rosa",
    "Ruth",
    "Samia",
    "Sandra",
    "Sara",
    "Sarah",
    "Silvia",
    "Sofia",
    "Sonia",
    "Sophia",
    "Sophie",
    "Susan",
    "Susana",
    "Svetlana",
    "Sylvia",
    "Tatiana",
    "Teresa",
    "Theresa",
    "Ursula",
    "Valentina",
    "Vera",
    "Victoria",
    "Viola",
    "Violeta",
    "Yulia",
    "Zuzana",
];

/// Verbs of one who receives somebody.
const RECEIVING: [&str; 9] =
    ["greeted", "host", "hosted", "hosts", "receive", "received", "receives", "welcomed", "welcomes"];

/// A word of a name as it is compared: letters only, in lower case, so that "Jae-myung" is "Jae Myung".
fn letters(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    add_letters(word, &mut letters);
    letters
}

fn add_letters(word: &str, to: &mut String) {
    if word.is_ascii() {
        let start = to.len();
        to.extend(word.split(|character: char| !character.is_ascii_alphanumeric()));
        to[start..].make_ascii_lowercase();
    } else {
        let letters = word.chars().filter(|character| character.is_alphanumeric());
        to.extend(letters.flat_map(char::to_lowercase).map(dotted));
    }
}

/// The dotless letter of Turkish has no capital of its own: "YILDIRIM" is Yıldırım.
fn dotted(letter: char) -> char {
    if letter == 'ı' { 'i' } else { letter }
}

/// The runs of capital words that can be names, each with its passage; what a transcript's turns say only
/// `with_spoken`.
fn name_runs(text: &Text<'_>, with_spoken: bool) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    text.passages.iter().filter(move |passage| with_spoken || !passage.spoken).flat_map(move |passage| {
        let mut at = passage.tokens.start;
        std::iter::from_fn(move || {
            while at < passage.tokens.end {
                let first = at;
                if !text.has(at, Trait::OpensPerson) {
                    at += 1;
                    continue;
                }
                let last = names::name_end(text, first, passage.tokens.end);
                at = last.max(first + 1);
                if last > first {
                    return Some((first..last, passage.tokens.clone()));
                }
            }
            None
        })
    })
}

impl Finder<'_, '_> {
    /// The letters of all words of a name, one behind the other.
    fn name_letters(&self, tokens: &Range<usize>) -> String {
        let mut whole = String::with_capacity(tokens.clone().map(|at| self.text.word(at).len()).sum());
        tokens.clone().for_each(|at| add_letters(self.text.word(at), &mut whole));
        whole
    }

    fn name_words(&self, tokens: &Range<usize>) -> Vec<String> {
        tokens.clone().map(|at| letters(self.text.word(at))).collect()
    }

    /// Names of two words or more, without an office, that the text shows to be a person's: they stand beside a
    /// reporting verb, or a word of them alone does elsewhere.
    fn untitled_names(&self, titled: &[Name]) -> Vec<Name> {
        let acting = self.acting_words();
        let mut found = Vec::new();
        for (run, passage) in name_runs(self.text, false) {
            let at = run.start;
            let is_taken = titled
                .get(titled.partition_point(|name| name.phrase.end.max(name.tokens.end) <= at))
                .is_some_and(|name| name.phrase.start <= at);
            if run.len() < 2 || is_taken || !self.text.is_outside_quotations(at) {
                continue;
            }
            let has_article = at > passage.start && self.text.is_any(at - 1, &["the"]);
            let shows = || {
                self.reports(run.end)
                    || (at > passage.start && self.reports(at - 1))
                    || self.reports_behind_aside(run.end, passage.end)
                    || self.reports_behind_commas(&run)
                    || self.family_words(&run).any(|at| acting.contains(letters(self.text.word(at)).as_str()))
            };
            if !has_article && names::can_be_person(self.text, run.clone(), passage.end) && shows() {
                found.push(Name { tokens: run.clone(), phrase: run, title: None, honorific: None });
            }
        }
        found
    }

    /// The words of a full name by which its bearer can be called alone: not the first, unless a hyphen shows that the
    /// family's name is.
    fn family_words(&self, run: &Range<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let is_first_family = run.len() == 2 && self.text.word(run.end - 1).contains('-');
        (run.start + usize::from(!is_first_family)..run.end).filter(|&at| self.text.starts_with_capital(at))
    }

    /// The capital words that stand alone before a reporting verb: family names, as a rule. What else stands behind
    /// "many" or "some" is a group: "Republicans".
    fn acting_words(&self) -> HashSet<String> {
        const GROUPING: [&str; 10] =
            ["all", "few", "many", "most", "other", "several", "some", "these", "those", "two"];
        let mut acting = HashSet::new();
        let mut groups = HashSet::new();
        for (run, _) in name_runs(self.text, false).filter(|(run, _)| run.len() == 1) {
            let at = run.start;
            let follows = |words: &[&str]| at > 0 && self.text.is_any(at - 1, words);
            if follows(&GROUPING) {
                groups.insert(letters(self.text.word(at)));
            } else if !follows(&["a", "an", "the"]) && self.text.is_outside_quotations(at) && self.reports(run.end) {
                let is_known = lexicon().place(self.text.word(at)).is_some()
                    || lexicon().organization(self.text.word(at)).is_some();
                acting.extend((!is_known).then(|| letters(self.text.word(at))));
            }
        }
        acting.retain(|word| !groups.contains(word));
        acting
    }

    /// "Ann Roy, an economist in Oslo, said": a reporting verb behind what is said of somebody between commas.
    fn reports_behind_aside(&self, comma: usize, end: usize) -> bool {
        let opens = self.text.is(comma, ",") && self.text.is_any(comma + 1, &["a", "an", "who", "then", "now"]);
        let closing = (comma + 2..end.min(comma + 16)).find(|&at| self.text.kind(at) == Some(TokenKind::Mark));
        opens && closing.is_some_and(|closing| self.text.is(closing, ",") && self.reports(closing + 1))
    }

    /// "The weekly's editor, Ann Roy, said": a name between commas, behind the words that say what somebody is.
    fn reports_behind_commas(&self, run: &Range<usize>) -> bool {
        let opens = run.start >= 2
            && self.text.is(run.start - 1, ",")
            && self.text.kind(run.start - 2) == Some(TokenKind::Word);
        opens && self.text.is(run.end, ",") && self.reports(run.end + 1)
    }

    fn reports(&self, at: usize) -> bool {
        if !self.text.has(at, Trait::Reports) {
            return false;
        }
        let word = self.text.word(at);
        let speaks = |verb: &&Verb| verb.has(Frame::Direct) && !verb.has(Frame::Belief) && verb.particles.is_empty();
        (word.ends_with('s') || word.ends_with("ed") || matches!(word, "said" | "told" | "wrote"))
            && !self.text.has(at, Trait::ReportingNoun)
            && lexicon().verbs(word).iter().copied().any(|verb| speaks(&verb))
    }

    fn add_named(&mut self, names: &[Name]) {
        // Longer names first, so that "President Lee" finds the Lee whose whole name stands elsewhere.
        let mut order: Vec<&Name> = names.iter().collect();
        order.sort_by_key(|name| std::cmp::Reverse(name.tokens.len()));
        for name in order {
            let whole = self.name_letters(&name.tokens);
            let known = self.person_named(&whole, name.title.as_ref());
            let person = known.unwrap_or_else(|| {
                self.people.push(PersonFound { name: Some(name.tokens.clone()), ..PersonFound::default() });
                self.index_parts(&self.name_words(&name.tokens));
                self.people.len() - 1
            });
            // Of equally full forms the first in the text is the name.
            let current = self.people[person].name.clone();
            let is_earlier = current
                .is_some_and(|current| name.tokens.start < current.start && self.name_letters(&current) == whole);
            if is_earlier {
                self.people[person].name = Some(name.tokens.clone());
            }
            if let Some(gender) = name.honorific.and_then(|at| honorific_gender(self.text.word(at))) {
                self.people[person].gender.get_or_insert(gender);
                self.called.insert(person);
            }
            self.mentions.push(Mention { tokens: name.phrase.clone(), kind: MentionKind::Name, person });
            if let Some(title) = &name.title {
                self.add_office(person, name, title);
            }
        }
        self.sort_mentions();
        for person in &mut self.people {
            person.offices.sort_by_key(|office| office.title.start);
        }
    }

    fn add_office(&mut self, person: usize, name: &Name, title: &Title) {
        let stands_with_full_name = self.people[person].name.as_ref() == Some(&name.tokens);
        let office = OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: title.of_states,
            country: title.country.as_ref().map(|place| CountryFound {
                country: place.country(),
                tokens: place.tokens.clone(),
                outside: None,
                rule: None,
            }),
        };
        if let Some(gender) = title_gender(&self.text.lower_words(title.tokens.clone())) {
            self.people[person].gender.get_or_insert(gender);
        }
        // "President Roy" of an article that calls her president of a body before is no other office.
        let is_short_form = office.country.is_none()
            && self.people[person].offices.iter().any(|known| {
                let words = self.text.lower_words(known.title.clone());
                known.class == OfficeClass::OrganizationHead
                    && words.contains(&*self.text.lower_words(office.title.clone()))
            });
        if is_short_form {
            return;
        }
        match self.people[person].offices.iter_mut().find(|known| known.class == office.class) {
            None => self.people[person].offices.push(office),
            Some(known) if stands_with_full_name && known.country.is_none() => {
                *known = OfficeFound { country: office.country.or(known.country.take()), ..office };
            }
            Some(known) => known.country = known.country.take().or(office.country),
        }
    }

    /// Notes every run of words of the last person's name.
    fn index_parts(&mut self, words: &[String]) {
        let person = self.people.len() - 1;
        for from in 0..words.len() {
            for to in from + 1..=words.len() {
                let owners = self.parts.entry(words[from..to].concat()).or_default();
                if owners.last() != Some(&person) && owners.len() < REACH {
                    owners.push(person);
                }
            }
        }
    }

    /// The person whose name these words are, or are part of; `None` where there is none or more than one. Words are
    /// compared without the breaks between them: "Jae-myung" is "Jae Myung".
    fn person_named(&self, whole: &str, title: Option<&Title>) -> Option<usize> {
        let owners = self.parts.get(whole)?;
        if let [only] = owners.as_slice() {
            return Some(*only);
        }
        let is_whole =
            |&&person: &&usize| self.people[person].name.as_ref().is_some_and(|name| self.name_letters(name) == whole);
        if let Some(same) = owners.iter().find(is_whole) {
            return Some(*same);
        }
        // Of two people with one family name, "President Kim" is the one who is president.
        let only = |fits: &dyn Fn(usize) -> bool| {
            let mut fitting = owners.iter().copied().filter(|&person| fits(person));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        match title {
            Some(title) => only(&|person| self.people[person].offices.iter().any(|office| office.class == title.class)),
            None => only(&|person| self.people[person].leading_office().is_some()),
        }
    }

    /// Capital words that are part of a known name: "Lee", "Jae Myung".
    fn add_bare_names(&mut self) {
        let mut found = Vec::new();
        for (run, passage) in name_runs(self.text, true) {
            if !self.text.is_outside_quotations(run.start) || self.is_mentioned(run.start) {
                continue;
            }
            let is_other = names::organization_at(self.text, run.start, passage.end)
                .is_some_and(|(tokens, _)| tokens.len() >= run.len());
            let person = self.person_named(&self.name_letters(&run), None);
            if let Some(person) = person.filter(|&person| !is_other && !self.is_no_name(run.clone(), person)) {
                // "India's Kelkarni": the owner's country belongs to the mention.
                let owner = names::place_before(self.text, run.start, passage.start)
                    .filter(|place| place.tokens.end < run.start && matches!(place.place, Place::Country(_)));
                let first = owner.map_or(run.start, |place| place.tokens.start);
                found.push(Mention { tokens: first..run.end, kind: MentionKind::Name, person });
            }
        }
        self.mentions.extend(found);
        self.sort_mentions();
    }

    /// Whether words are rather a place, a month or an office than part of a person's name: "Jordan" is Jordan Ashdown
    /// only by the family name.
    fn is_no_name(&self, tokens: Range<usize>, person: usize) -> bool {
        let word = self.text.word(tokens.start);
        let is_family_name = self.people[person]
            .name
            .as_ref()
            .is_some_and(|name| letters(self.text.word(name.end - 1)) == letters(word));
        let is_other = lexicon().place(word).is_some() || is_month(word) || lexicon().office(word).is_some();
        tokens.len() == 1 && !is_family_name && is_other
    }

    fn is_mentioned(&self, at: usize) -> bool {
        mention_at(&self.mentions, at).is_some()
    }

    /// "Q  Does President Roy plan to go?": whether a question of a transcript is about whom a mention names.
    fn is_asked_about(&self, mention: &Mention) -> bool {
        let start = mention.tokens.start;
        let passage = &self.text.passages[self.text.passage_of(start)];
        passage.spoken
            && start > passage.tokens.start
            && self.text.is_any(start - 1, &["can", "did", "does", "has", "is", "was", "will", "would"])
            && self.people[mention.person].leading_office().is_some()
    }

    /// "The president", "the Canadian leader", "his Kenyan counterpart": offices that stand for who holds them. A
    /// headline comes last, since whom it means the body says.
    fn add_descriptions(&mut self) {
        let labels = self.text.passages.iter().filter(|passage| passage.kind == BlockKind::SpeakerLabel);
        let named = labels.flat_map(|label| within(&self.mentions, &label.tokens)).map(|mention| mention.person);
        self.labelled = named.collect();
        self.asked_about = self
            .mentions
            .iter()
            .filter(|mention| self.is_asked_about(mention))
            .map(|mention| mention.person)
            .take(4)
            .collect();
        for of_headline in [false, true] {
            let mut found: Vec<Mention> = Vec::new();
            for index in 0..self.text.passages.len() {
                let passage = &self.text.passages[index];
                let tokens = passage.tokens.clone();
                // "Ann Roy / Prime Minister": the label names its speaker already.
                let is_named_label =
                    passage.kind == BlockKind::SpeakerLabel && !within(&self.mentions, &tokens).is_empty();
                if (passage.kind == BlockKind::Headline) == of_headline && !is_named_label {
                    self.describe_passage(&tokens, of_headline, &mut found);
                }
            }
            self.mentions.extend(found);
            self.sort_mentions();
        }
    }

    fn describe_passage(&mut self, passage: &Range<usize>, is_headline: bool, found: &mut Vec<Mention>) {
        let mut at = passage.start;
        while at < passage.end {
            if !self.text.has(at, Trait::OpensPerson) {
                at += 1;
                continue;
            }
            if let Some((last, titles)) = names::offices_at(self.text, at, passage.end) {
                // Whose names follow is known by them.
                let is_named = mention_at(&self.mentions, last + 1).is_some_and(|mention| {
                    let offices = &self.people[mention.person].offices;
                    offices.iter().any(|office| titles.iter().any(|title| title.tokens == office.title))
                });
                for title in titles.iter().filter(|_| !is_named) {
                    let person = self.described(title, at).or_else(|| self.unnamed(title, is_headline));
                    let tokens = at..last;
                    found.extend(person.map(|person| Mention { tokens, kind: MentionKind::Description, person }));
                }
                at = last;
                continue;
            }
            if let Some(titles) =
                names::joined_offices_at(self.text, at, passage.end).filter(|_| !self.is_mentioned(at))
            {
                at = titles.last().map_or(at + 1, |title| title.phrase.end);
                for title in titles {
                    let person =
                        self.described(&title, title.phrase.start).or_else(|| self.unnamed(&title, is_headline));
                    let tokens = title.phrase;
                    found.extend(person.map(|person| Mention { tokens, kind: MentionKind::Description, person }));
                }
                continue;
            }
            let described = self
                .counterpart(at, passage, found)
                .or_else(|| self.owned_office(at, passage))
                .or_else(|| self.countrys_office(at, passage))
                .or_else(|| self.description_at(at, passage.start, passage.end, is_headline));
            let Some((mut tokens, mut title)) = described else {
                at += 1;
                continue;
            };
            // "the Crown Prince and Prime Minister of Oman" holds both offices.
            let joined = self.joined_office(&tokens, passage.end);
            let also = joined.map(|joined| {
                tokens.end = joined.phrase.end;
                std::mem::replace(&mut title, joined)
            });
            at = tokens.end;
            let person = self.described(&title, tokens.start);
            if person.is_none() && self.adds_office(&title, &tokens) {
                continue;
            }
            let person = person
                .or_else(|| self.known_without_office(&title, &tokens, is_headline))
                .or_else(|| self.unnamed(&title, is_headline));
            let is_new = |person: usize, also: &Title| {
                let words = self.office_words(&also.tokens);
                let mut offices = self.people[person].offices.iter();
                offices.all(|known| known.class != also.class || self.office_words(&known.title) != words)
            };
            let also = also.filter(|also| !is_headline && person.is_some_and(|person| is_new(person, also)));
            if let (Some(person), Some(also)) = (person, also) {
                let country = self.people[person].country().cloned();
                self.people[person].offices.push(OfficeFound {
                    title: also.tokens,
                    class: also.class,
                    of_states: also.of_states,
                    country,
                });
                self.people[person].offices.sort_by_key(|office| office.title.start);
            }
            if let Some(person) = person {
                found.push(Mention { tokens, kind: MentionKind::Description, person });
            }
        }
    }

    /// "Crown Prince Faris, the Saudi prime minister,": another office of the one whose name stands before the comma.
    fn adds_office(&mut self, title: &Title, tokens: &Range<usize>) -> bool {
        let text = self.text;
        let is_apposition = tokens.start > 1
            && text.is(tokens.start - 1, ",")
            && text.is(tokens.start, "the")
            && text.is_any(tokens.end, &[",", "."])
            && matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment)
            && title.country.is_some();
        let named = mention_at(&self.mentions, tokens.start.saturating_sub(2)).filter(|mention| {
            is_apposition && mention.kind == MentionKind::Name && mention.tokens.end + 1 == tokens.start
        });
        let Some(person) = named.map(|mention| mention.person) else { return false };
        if self.people[person].leading_office().is_some() {
            return false;
        }
        let country = title.country.as_ref().map(|place| CountryFound {
            country: place.country(),
            tokens: place.tokens.clone(),
            rule: None,
            outside: None,
        });
        for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
            office.country.clone_from(&country);
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: title.of_states,
            country,
        });
        true
    }

    /// "The Prime Minister" behind a lead that is about "Sir Otto Roy": whom the text takes for known, and tells no office of.
    fn known_without_office(&mut self, title: &Title, tokens: &Range<usize>, is_headline: bool) -> Option<usize> {
        let is_office = title.class == OfficeClass::HeadOfGovernment && title.country.is_none() && !is_headline;
        let lead = self.text.passages.iter().find(|passage| passage.kind == BlockKind::Paragraph)?;
        let first = within(&self.mentions, &lead.tokens).first().filter(|_| is_office)?;
        let opens = first.tokens.start == lead.tokens.start && tokens.start >= lead.tokens.end;
        let is_honored = honorific_gender(self.text.word(first.tokens.start)).is_some();
        let person = first.person;
        if !(opens && is_honored && self.people[person].offices.is_empty()) {
            return None;
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: false,
            country: None,
        });
        Some(person)
    }

    /// "The visitor", "his host", "the Dane": who of the leaders of the text is meant by a visit, or by the country.
    fn add_roles(&mut self) {
        let mut found: Vec<Mention> = Vec::new();
        for passage in self.text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph) {
            if passage.spoken {
                continue;
            }
            for at in passage.tokens.clone().filter(|&at| self.text.has(at, Trait::OpensPerson)) {
                if self.is_mentioned(at) || !self.text.is_outside_quotations(at) {
                    continue;
                }
                let meant = self.by_role(at).or_else(|| self.by_rank(at)).or_else(|| self.compatriot(at));
                found.extend(meant.map(|(tokens, person)| Mention { tokens, kind: MentionKind::Description, person }));
            }
        }
        self.mentions.extend(found);
        self.sort_mentions();
    }

    /// The leaders mentioned last before token `at`, each once, the last one first.
    fn leaders_before(&self, at: usize) -> Vec<usize> {
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let mut leaders: Vec<usize> = Vec::new();
        for mention in self.mentions[..before].iter().rev().take(REACH) {
            if self.people[mention.person].leading_office().is_some() && !leaders.contains(&mention.person) {
                leaders.push(mention.person);
            }
        }
        leaders
    }

    /// "The visitor", "her guest", "his host" from token `at` on, and who it is: of two leaders the one who came, or who
    /// received.
    fn by_role(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let has_owner = text.is_any(at, &["her", "his", "their"]);
        if !(has_owner || text.is_any(at, &["the"])) {
            return None;
        }
        let is_host = has_owner && text.is(at + 1, "host");
        let is_visitor = text.is_any(at + 1, &["guest", "visitor"]);
        let ends_phrase =
            text.kind(at + 2) != Some(TokenKind::Word) || !text.starts_with_capital(at + 2) && !text.is(at + 2, "of");
        if !(is_host || is_visitor)
            || !ends_phrase
            || text.kind(at + 2) == Some(TokenKind::Word) && text.is(at + 2, "country")
        {
            return None;
        }
        let leaders = self.leaders_before(at);
        // Whose host it is: whom the sentence is about.
        let sentence = text.sentences.get(text.sentence_of(at))?;
        let topic = within(&self.mentions, &(sentence.tokens.start..at)).first().map(|mention| mention.person);
        let comes = |person: usize| self.is_told_to(person, at, Self::comes);
        let receives = |person: usize| self.is_told_to(person, at, Self::receives);
        let others = || leaders.iter().copied().filter(|&person| !has_owner || Some(person) != topic);
        let person = if is_host {
            others().find(|&person| receives(person)).or_else(|| others().find(|&person| !comes(person)))
        } else {
            let by_verb = others().find(|&person| comes(person));
            by_verb.or_else(|| {
                let host = leaders.iter().copied().find(|&person| receives(person))?;
                others().find(|&person| person != host)
            })
        };
        person.filter(|_| leaders.len() > 1).map(|person| (at..at + 2, person))
    }

    /// Whether one of the last mentions of a person before token `at` is told so.
    fn is_told_to(&self, person: usize, at: usize, tells: fn(&Self, &Mention) -> bool) -> bool {
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH);
        recent.filter(|mention| mention.person == person).any(|mention| tells(self, mention))
    }

    /// Whether the words around a mention tell that the person came: "visiting President Roy", "received Roy", "Roy's
    /// visit", "Roy arrived".
    fn comes(&self, mention: &Mention) -> bool {
        let text = self.text;
        let Range { start, end } = mention.tokens.clone();
        let is_received = start > 0 && text.is_any(start - 1, &RECEIVING);
        let is_visiting =
            start > 0 && text.is_any(start - 1, &["visiting"]) || (start..end).any(|at| text.is_any(at, &["visiting"]));
        let goes = text.is_any(end, &["arrived", "arrives", "flew", "landed", "visited"])
            || text.is_any(end, &["was"]) && text.is_any(end + 1, &["received", "welcomed"])
            || text.is(end, ",")
                && text.is_any(end + 1, &["on", "who"])
                && (end + 1..end + 8).any(|at| text.is_any(at, &["arrived", "trip", "visit", "visiting"]));
        let owns_visit = text.kind(end) == Some(TokenKind::Possessive)
            && (end + 1..end + 4).any(|at| text.is_any(at, &["trip", "visit"]));
        is_received || is_visiting || goes || owns_visit
    }

    /// Whether the words behind a mention tell that the person received somebody.
    fn receives(&self, mention: &Mention) -> bool {
        let text = self.text;
        let end = mention.tokens.end;
        text.is_any(end, &RECEIVING)
            || text.is_any(end, &["has", "had", "will"]) && text.is_any(end + 1, &RECEIVING)
            || mention.tokens.start > 1
                && text.is(mention.tokens.start - 1, "by")
                && text.is_any(mention.tokens.start - 2, &["received", "welcomed"])
    }

    /// "His Majesty", "Her Highness" from token `at` on, without a name: the leader last called so before.
    fn by_rank(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        let last = names::courtesy_at(text, at)?;
        if text.starts_with_capital(last) || self.is_mentioned(last) {
            return None;
        }
        let rank = text.word(last - 1);
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let is_called = |mention: &&Mention| {
            let has_title = |title: &str| {
                self.people[mention.person].offices.iter().any(|office| text.is_any(office.title.start, &[title]))
            };
            mention.tokens.clone().any(|word| text.is(word, rank))
                || rank == "Majesty" && (has_title("king") || has_title("queen") || has_title("emperor"))
        };
        let mut called =
            self.mentions[..before].iter().rev().take(REACH).filter(is_called).map(|mention| mention.person);
        // Of two kings either may be meant.
        let person = called.next()?;
        called.all(|other| other == person).then_some((at..last, person))
    }

    /// "The Dane", "the Slovene" from token `at` on: the leader of that country who was mentioned before.
    fn compatriot(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let text = self.text;
        if !text.is_any(at, &["the"]) || self.is_mentioned(at + 1) {
            return None;
        }
        let place = names::place_at(text, at + 1, at + 2).filter(|place| matches!(place.place, Place::Demonym(_)))?;
        // "The British", "the Dutch", "the Japanese", "the Germans" are a people or a government.
        let word = text.word(at + 1);
        let is_many = ["ch", "ese", "s", "sh", "ss"].iter().any(|ending| word.ends_with(ending));
        let next = at + 2;
        let stands_alone = match text.kind(next) {
            None | Some(TokenKind::Mark) => !text.is_any(next, &["-", "–", "(", "“", "\""]),
            Some(TokenKind::Word) => {
                text.has(next, Trait::FiniteVerb) || text.is_any(next, &["in", "on", "said", "so", "that", "to", "who"])
            }
            _ => false,
        };
        if is_many || !stands_alone {
            return None;
        }
        let is_theirs =
            |&person: &usize| self.people[person].country().is_some_and(|found| found.country == place.country());
        self.leaders_before(at).into_iter().find(is_theirs).map(|person| (at..at + 2, person))
    }

    /// The office that "and" joins to a description: "... and Prime Minister of Oman".
    fn joined_office(&self, tokens: &Range<usize>, end: usize) -> Option<Title> {
        let and = tokens.end;
        if !self.text.is(and, "and") || self.is_mentioned(and + 1) {
            return None;
        }
        let title = names::title_at(self.text, and + 1, and + 1, end)?;
        let is_leading = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let is_whole = title.tokens.start == and + 1 && title.country.is_some();
        (is_leading && is_whole).then_some(title)
    }

    /// "his Kenyan counterpart": the office is that of whom the sentence named last before.
    fn counterpart(&self, at: usize, passage: &Range<usize>, found: &[Mention]) -> Option<(Range<usize>, Title)> {
        if self.is_mentioned(at) {
            return None;
        }
        let (noun_end, place) = names::counterpart_at(self.text, at, passage.end)?;
        let named = within(&self.mentions, &(passage.start..at)).last();
        let described = found
            .last()
            .filter(|mention| mention.tokens.start >= named.map_or(passage.start, |named| named.tokens.start));
        let of_description = described.and_then(|mention| self.people[mention.person].leading_office());
        let office = of_description.or_else(|| self.offices_before(at, passage).next())?;
        let title = Title {
            tokens: office.title.clone(),
            class: office.class,
            of_states: false,
            country: Some(place),
            phrase: at..noun_end,
        };
        Some((at..noun_end, title))
    }

    /// The offices of those mentioned last before token `at` in its passage, the last one's first.
    fn offices_before(&self, at: usize, passage: &Range<usize>) -> impl Iterator<Item = &OfficeFound> {
        let before = within(&self.mentions, &(passage.start..at)).iter().rev().take(REACH);
        before.filter_map(|mention| {
            let person = &self.people[mention.person];
            person.leading_office().or_else(|| person.offices.first())
        })
    }

    /// "Chad, whose own president": the office belongs to the country before.
    fn countrys_office(&self, at: usize, passage: &Range<usize>) -> Option<(Range<usize>, Title)> {
        let is_whose = self.text.is(at, "whose") && self.text.is_outside_quotations(at) && at > passage.start + 1;
        if !is_whose || !self.text.is(at - 1, ",") {
            return None;
        }
        let country = names::place_before(self.text, at - 1, passage.start)?;
        let first = at + 1 + usize::from(self.text.is(at + 1, "own"));
        let title = names::title_at(self.text, first, first, passage.end)?;
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        if !is_head || self.is_mentioned(first) || self.is_part_of_another_office(&title) {
            return None;
        }
        Some((at..title.phrase.end, Title { country: Some(country), ..title }))
    }

    /// "his president": the head of the country whose office was named last before.
    fn owned_office(&self, at: usize, passage: &Range<usize>) -> Option<(Range<usize>, Title)> {
        let is_owner = self.text.is_any(at, &["her", "his"]) && self.text.is_outside_quotations(at);
        if !is_owner || self.is_mentioned(at) || self.is_mentioned(at + 1) {
            return None;
        }
        let title = names::title_at(self.text, at + 1, at + 1, passage.end)?;
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        if !is_head || self.is_part_of_another_office(&title) {
            return None;
        }
        let country = self.offices_before(at, passage).find_map(|office| office.country.as_ref())?;
        let place = PlaceName { tokens: country.tokens.clone(), place: Place::Country(country.country) };
        let tokens = at..title.phrase.end;
        Some((tokens, Title { country: title.country.clone().or(Some(place)), ..title }))
    }

    /// "the president's office", "the Prime Minister-elect": words in which a title only helps to name something else.
    fn is_part_of_another_office(&self, title: &Title) -> bool {
        let text = self.text;
        let owns_office = text.kind(title.phrase.end) == Some(TokenKind::Possessive)
            && (text.starts_with_capital(title.phrase.end + 1) || text.is(title.phrase.end + 1, "office"));
        let is_compound = text
            .is_any(title.tokens.end, &["office", "spokesman", "spokeswoman", "spokesperson", "elect", "candidate"]);
        owns_office || is_compound
    }

    fn description_at(&self, at: usize, start: usize, end: usize, is_headline: bool) -> Option<(Range<usize>, Title)> {
        const ADJECTIVES: [&str; 7] = ["acting", "current", "incoming", "interim", "new", "outgoing", "visiting"];
        let text = self.text;
        if !text.is_outside_quotations(at) || self.is_mentioned(at) {
            return None;
        }
        let has_article = text.is(at, "the") || text.is(at, "The") || text.is(at, "THE");
        // "Adviser to the Prime Minister" is one title.
        if at >= start + 2 && text.is_any(at - 1, &["to", "of"]) && lexicon().office(text.word(at - 2)).is_some() {
            return None;
        }
        let first = at + usize::from(has_article);
        let first = first + usize::from(has_article && ADJECTIVES.contains(&text.word(first)));
        // The title itself may stand behind the country: "the Ghanaian president", "Kenya's president".
        let place = names::place_at(text, first, end)
            .filter(|place| matches!(place.place, Place::Demonym(_) | Place::Country(_)));
        let core = place.as_ref().map_or(first, |place| place.tokens.end);
        let is_owned = place.is_some() && text.kind(core) == Some(TokenKind::Possessive);
        let core = core + usize::from(is_owned);
        // "Prime Minister thanked the guests": as if it were a name.
        let stands_alone = core == at
            && text.is(at, "Prime")
            && text.is(at + 1, "Minister")
            && !text.is(at + 2, "of")
            && !(at > start && text.is_any(at - 1, &["the", ",", "and"]));
        let passage = &text.passages[text.passage_of(at)];
        let is_label = passage.kind == BlockKind::SpeakerLabel && at == start;
        if !(has_article || is_headline || is_owned || stands_alone || is_label) {
            return None;
        }
        let title = names::title_at(text, core, start, end).or_else(|| self.leader_at(core, start))?;
        let title = if text.is(title.tokens.start, "leader") { self.leader_at(core, start)? } else { title };
        // A line that is nothing but an office heads what follows, and means nobody.
        let is_heading = passage.kind == BlockKind::Paragraph && at == start && title.phrase.end == end;
        let is_whole = title.tokens.start == core && !self.is_mentioned(title.tokens.start) && !is_heading;
        // In a headline without articles only a country makes a title a description of somebody, or a lower-case title.
        (is_whole && !self.is_part_of_another_office(&title)).then_some((at..title.phrase.end, title))
    }

    /// "the Canadian leader": no title, but a leader all the same.
    fn leader_at(&self, at: usize, start: usize) -> Option<Title> {
        if !self.text.is(at, "leader") {
            return None;
        }
        let country = names::place_before(self.text, at, start)?;
        let phrase = country.tokens.start..at + 1;
        Some(Title {
            tokens: at..at + 1,
            class: OfficeClass::HeadOfState,
            of_states: false,
            country: Some(country),
            phrase,
        })
    }

    /// The words of an office as they are compared: in lower case, and one of several: "the presidents of Kenya and
    /// Peru" are two, each a president.
    fn office_words(&self, tokens: &Range<usize>) -> String {
        let words = self.text.lower_words(tokens.clone());
        let one = words.strip_suffix('s').filter(|one| *one == "leader" || lexicon().office(one).is_some());
        one.unwrap_or(&words).to_owned()
    }

    /// The person of the text that a description means: of those who fit the last mentioned before it, else the first.
    fn described(&self, title: &Title, at: usize) -> Option<usize> {
        let words = self.office_words(&title.tokens);
        let words = words.as_str();
        let country = title.country.as_ref().map(PlaceName::country);
        let is_there = |office: &OfficeFound| match (country, office.country.as_ref().map(|found| found.country)) {
            (Some(meant), Some(held)) => meant == held,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let holds = |office: &OfficeFound| {
            let held = self.office_words(&office.title);
            held == words
                || held.strip_prefix(words).is_some_and(|behind| behind == " of the republic")
                || held.strip_suffix(words).is_some_and(|before| {
                    before.ends_with(' ') && !before.ends_with("vice ") && !before.ends_with("deputy ")
                })
        };
        // "The premier" may be a prime minister, but not where somebody else is called premier.
        let amounts_to = |office: &OfficeFound| match words {
            "leader" => office.is_leading(),
            "premier" | "pm" => office.class == OfficeClass::HeadOfGovernment,
            "prime minister" => office.class == OfficeClass::HeadOfGovernment && country.is_some(),
            "head of state" => office.class == OfficeClass::HeadOfState,
            _ => false,
        };
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH).map(|mention| mention.person);
        // "THE PRESIDENT:" is none of those whom another label names.
        let passage = self.text.passage_of(at);
        let is_label = self.text.passages[passage].kind == BlockKind::SpeakerLabel;
        // Nobody calls himself the president, and a spokesperson so only the one whom the press asks about.
        let is_spoken = self.text.passages[passage].spoken;
        let speaker = if is_spoken { self.speaker_of(passage) } else { None };
        let can_be = |person: &usize| !(is_label && self.labelled.contains(person)) && speaker != Some(*person);
        let asked = self.asked_about.iter().copied().filter(|_| is_spoken && country.is_none());
        // Whom the same sentence names with a title farther on, or the turn below a label, is another: "The Prime
        // Minister spoke to Prime Minister Ann Roy".
        let behind = if is_label { self.turn_below(passage) } else { at..text_end(self.text, at) };
        let is_named_behind = |person: usize| {
            let mut named = within(&self.mentions, &behind).iter();
            named.any(|mention| {
                let start = mention.tokens.start;
                let is_titled = || names::title_at(self.text, start, start, mention.tokens.end).is_some();
                mention.person == person && mention.kind == MentionKind::Name && is_titled()
            })
        };
        let can_be = |person: &usize| can_be(person) && !(country.is_none() && is_named_behind(*person));
        // Who is known only as "the Prime Minister" is meant by it, though others hold such an office elsewhere.
        let only_so = |person: &usize| {
            let found = &self.people[*person];
            let is_own = |office: &OfficeFound| office.country.as_ref().is_none_or(|held| held.rule.is_some());
            found.name.is_none() && found.offices.iter().all(|office| is_own(office) && holds(office))
        };
        let own = (0..self.people.len()).rev().take(REACH).filter(|person| country.is_none() && only_so(person));
        if let Some(person) = own.into_iter().find(can_be) {
            return Some(person);
        }
        let candidates: Vec<usize> =
            asked.chain(recent).chain(0..self.people.len().min(REACH)).filter(can_be).collect();
        let find = |fits: &dyn Fn(&OfficeFound) -> bool| {
            let has =
                |person: &usize| self.people[*person].offices.iter().any(|office| is_there(office) && fits(office));
            candidates.iter().copied().find(has)
        };
        find(&holds).or_else(|| find(&amounts_to))
    }

    /// The words of the turn that the label in a passage opens.
    fn turn_below(&self, label: usize) -> Range<usize> {
        let start = self.text.passages[label].tokens.end;
        let spoken = self.text.passages[label + 1..].iter().take(8).take_while(|passage| passage.spoken);
        start..spoken.last().map_or(start, |passage| passage.tokens.end)
    }

    /// Whose turn a passage of a transcript is part of.
    fn speaker_of(&self, passage: usize) -> Option<usize> {
        let label = self.text.passages[..passage].iter().rev().take(64).find(|before| !before.spoken)?;
        within(&self.mentions, &label.tokens).first().map(|mention| mention.person)
    }

    /// A person known only by the office: "the Brazilian president", and "the Prime Minister" of the text's own country.
    fn unnamed(&mut self, title: &Title, is_headline: bool) -> Option<usize> {
        let counts = match title.class {
            OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment => true,
            OfficeClass::DeputyHead | OfficeClass::Minister | OfficeClass::Ambassador => title.country.is_some(),
            OfficeClass::OrganizationHead => title.of_states,
            // "the Official Spokesperson"
            OfficeClass::Spokesperson => title.tokens.len() > 1 && self.text.starts_with_capital(title.tokens.start),
            _ => false,
        };
        if !counts || is_headline {
            return None;
        }
        if let Some(named) = self.named_by_country(title) {
            return Some(named);
        }
        let country = title.country.as_ref().map(|place| CountryFound {
            country: place.country(),
            tokens: place.tokens.clone(),
            outside: None,
            rule: None,
        });
        self.people.push(PersonFound {
            offices: vec![OfficeFound {
                title: title.tokens.clone(),
                class: title.class,
                of_states: title.of_states,
                country,
            }],
            ..PersonFound::default()
        });
        Some(self.people.len() - 1)
    }

    /// "The presidents of Latvia and Peru" beside "Latvia's Andris Liepins": the one whom the text calls his country's, and
    /// who is known by no office.
    fn named_by_country(&mut self, title: &Title) -> Option<usize> {
        let is_head = matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
        let place = title.country.as_ref().filter(|_| is_head)?.clone();
        let text = self.text;
        let is_theirs = |mention: &&Mention| {
            let Range { start, end } = mention.tokens.clone();
            mention.kind == MentionKind::Name
                && self.people[mention.person].offices.is_empty()
                && names::place_at(text, start, end).is_some_and(|owner| {
                    owner.country() == place.country()
                        && owner.tokens.end < end
                        && text.kind(owner.tokens.end) == Some(TokenKind::Possessive)
                })
        };
        let mut people = self.mentions.iter().filter(is_theirs).map(|mention| mention.person);
        let person = people.next()?;
        if people.any(|other| other != person) {
            return None;
        }
        self.people[person].offices.push(OfficeFound {
            title: title.tokens.clone(),
            class: title.class,
            of_states: title.of_states,
            country: Some(CountryFound { country: place.country(), tokens: place.tokens, rule: None, outside: None }),
        });
        Some(person)
    }

    /// "The Somali leader was accompanied by Foreign Minister Roy": those whom a leader brought are of the leader's country.
    fn give_companies(&mut self) {
        let text = self.text;
        for by in 1..text.tokens.len() {
            let brings = text.is(by, "by")
                && text.is_any(by - 1, &["accompanied", "flanked", "joined"])
                && text.is_outside_quotations(by);
            let sentence = if brings { text.sentences.get(text.sentence_of(by)) } else { None };
            let Some(sentence) = sentence else { continue };
            let Range { start, end } = sentence.tokens.clone();
            let first = within(&self.mentions, &(start..by)).iter().find(|mention| mention.kind == MentionKind::Name);
            let of_name = first.and_then(|mention| self.people[mention.person].leading_office()?.country.clone());
            let described = (start..by).find_map(|at| {
                let place = names::place_at(text, at, by)?;
                let next = place.tokens.end + usize::from(text.kind(place.tokens.end) == Some(TokenKind::Possessive));
                let is_leader = text.is_any(next, &["leader", "president", "premier", "chancellor"])
                    || text.is_any(next, &["prime"]) && text.is_any(next + 1, &["minister"]);
                is_leader.then(|| CountryFound {
                    country: place.country(),
                    tokens: place.tokens,
                    rule: None,
                    outside: None,
                })
            });
            let Some(country) = described.filter(|_| first.is_none()).or(of_name) else { continue };
            let listed: Vec<usize> =
                within(&self.mentions, &(by + 1..end)).iter().map(|mention| mention.person).collect();
            for person in listed {
                for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
                    if matches!(office.class, OfficeClass::DeputyHead | OfficeClass::Minister) {
                        let tokens = country.tokens.clone();
                        let rule = Some("country-of-side");
                        office.country = Some(CountryFound { country: country.country, tokens, rule, outside: None });
                    }
                }
            }
        }
    }

    /// People in a list of one side's people hold that side's offices.
    fn give_sides(&mut self) {
        for side in sides(self.text) {
            let listed: Vec<usize> = within(&self.mentions, &side.list).iter().map(|mention| mention.person).collect();
            for person in listed {
                for office in self.people[person].offices.iter_mut().filter(|office| office.country.is_none()) {
                    if !matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment) {
                        office.country = Some(CountryFound {
                            country: side.country.country(),
                            tokens: side.country.tokens.clone(),
                            outside: None,
                            rule: Some("country-of-side"),
                        });
                    }
                }
            }
        }
    }

    /// A president without a country is whose text calls him its own, and so are the ministers named behind him.
    fn give_home_country(&mut self) {
        self.give_country_of_goal();
        let text = self.text;
        let is_homeless = |office: &OfficeFound| {
            let leads = matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            // "the head of state of New Meridia": of a country that no atlas knows.
            let mut of = office.title.clone().chain([office.title.end]).filter(|&at| text.is(at, "of"));
            let is_of_other = of.any(|at| text.starts_with_capital(at + 1) && !text.is(at + 1, "State"));
            leads && office.country.is_none() && !is_of_other
        };
        let offices = self.people.iter().flat_map(|person| &person.offices);
        let Some(first) = offices.filter(|office| is_homeless(office)).map(|office| office.title.start).min() else {
            return;
        };
        self.give_listed_countries();
        if self.home.is_none() {
            let leading = self.people.iter().filter_map(|person| person.leading_office()?.country.as_ref());
            let theirs: Vec<Country> = leading.map(|found| found.country).collect();
            // Whose country the text leaves out although it tells others' first is somebody's who comes late.
            let body = text.passages.iter().filter(|passage| passage.kind == BlockKind::Paragraph);
            let is_early = theirs.is_empty() || body.take(4).last().is_none_or(|passage| first < passage.tokens.end);
            if is_early {
                let is_unplaced = is_homeless;
                let is_homeless = |person: usize| self.people[person].offices.iter().any(is_unplaced);
                self.home = home_country(text, &self.mentions, &theirs, is_homeless).or_else(|| {
                    // "President Luo" of a text that calls the premier Chinese: of whose countries another office is told.
                    let class = |person: &PersonFound| person.leading_office().map(|office| office.class);
                    let ours = self.people.iter().find(|person| person.offices.iter().any(is_unplaced)).and_then(class);
                    let same = self.people.iter().filter(|person| class(person) == ours);
                    let theirs: Vec<Country> =
                        same.filter_map(|person| Some(person.leading_office()?.country.as_ref()?.country)).collect();
                    home_country(text, &self.mentions, &theirs, is_homeless)
                });
            }
        }
        let Some(home) = &self.home else { return };
        let serves = |office: &OfficeFound| {
            let is_under = matches!(office.class, OfficeClass::DeputyHead | OfficeClass::Minister);
            is_under && office.country.is_none() && office.title.start > first
        };
        // Where the text's own leader is called by the office alone, others who hold such an office are another state's.
        let own: Vec<OfficeClass> = self
            .people
            .iter()
            .filter(|person| person.name.is_none())
            .flat_map(|person| person.offices.iter().filter(|office| is_homeless(office)))
            .map(|office| office.class)
            .collect();
        for person in self.people.iter_mut().filter(|person| person.name.is_some()) {
            for office in person.offices.iter_mut().filter(|office| own.contains(&office.class)) {
                office.country = office.country.take().filter(|held| held.rule != Some("home-country"));
            }
        }
        for person in &mut self.people {
            let is_named = person.name.is_some();
            let is_other = |office: &OfficeFound| is_named && own.contains(&office.class);
            for office in
                person.offices.iter_mut().filter(|office| is_homeless(office) && !is_other(office) || serves(office))
            {
                office.country = Some(home.clone());
            }
        }
    }

    /// "flies to Riyadh, where King Faris is to receive him": the first words about a leader say in whose country.
    fn give_country_of_goal(&mut self) {
        let text = self.text;
        for person in &mut self.people {
            let [office] = &mut person.offices[..] else { continue };
            let leads = matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            if leads && office.country.is_none() {
                office.country = country_of_goal(text, office.title.start);
            }
        }
    }

    /// "The leaders of Kenya, Peru and Chad": where as many leaders without a country are left as countries without a
    /// leader, the one order is the other's.
    fn give_listed_countries(&mut self) {
        let end = self.text.tokens.len();
        let lists = (0..end).filter_map(|at| names::offices_at(self.text, at, end));
        let Some((_, titles)) = lists.into_iter().find(|(_, titles)| titles.len() > 2) else { return };
        let leading = |person: &PersonFound| person.leading_office().cloned();
        let held: Vec<Country> =
            self.people.iter().filter_map(|person| Some(leading(person)?.country?.country)).collect();
        let places = titles.into_iter().filter_map(|title| title.country);
        let free: Vec<PlaceName> = places.filter(|place| !held.contains(&place.country())).collect();
        let is_homeless = |person: &PersonFound| {
            let is_head =
                |office: &OfficeFound| matches!(office.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            leading(person).is_some_and(|office| is_head(&office) && office.country.is_none())
        };
        let mut homeless: Vec<usize> =
            (0..self.people.len()).filter(|&person| is_homeless(&self.people[person])).collect();
        homeless.sort_by_key(|&person| self.people[person].offices.first().map(|office| office.title.start));
        if homeless.len() != free.len() {
            return;
        }
        for (person, place) in homeless.into_iter().zip(free) {
            let office = self.people[person].offices.iter_mut().find(|office| office.is_leading());
            if let Some(office) = office {
                office.country = Some(CountryFound {
                    country: place.country(),
                    tokens: place.tokens,
                    outside: None,
                    rule: Some("home-country"),
                });
            }
        }
    }

    fn add_pronouns(&mut self) {
        for index in 0..self.text.sentences.len() {
            let sentence = self.text.sentences[index].clone();
            let passage = &self.text.passages[sentence.passage];
            if passage.kind == BlockKind::Headline || passage.spoken {
                continue;
            }
            for at in sentence.tokens.clone() {
                let (gender, is_subject) = match self.text.lower(at).as_str() {
                    "he" => (Gender::Male, true),
                    "she" => (Gender::Female, true),
                    "him" => (Gender::Male, false),
                    "her" if self.is_object(at, sentence.tokens.end) => (Gender::Female, false),
                    _ => continue,
                };
                if !self.text.is_outside_quotations(at) || self.is_mentioned(at) {
                    continue;
                }
                let antecedent = if is_subject {
                    self.subject_antecedent(index, at, gender)
                } else {
                    self.object_antecedent(index, at, gender)
                };
                if let Some(person) = antecedent {
                    self.people[person].gender = Some(gender);
                    self.called.insert(person);
                    self.pronouns.push(Mention { tokens: at..at + 1, kind: MentionKind::Pronoun, person });
                }
            }
        }
    }

    /// Whether "her" is whom something is done to, and not whose something is.
    fn is_object(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        next >= end
            || self.text.kind(next) == Some(TokenKind::Mark)
            || self.text.is_any(
                next,
                &["that", "to", "for", "in", "on", "at", "and", "with", "by", "as", "about", "from", "of"],
            )
    }

    /// Whether "he" or "she" can be this person: nobody who is only one of "the presidents of Kenya and Peru".
    fn can_be(&self, person: usize, gender: Gender) -> bool {
        let person = &self.people[person];
        let is_one_of_many = person.name.is_none()
            && person.offices.first().is_some_and(|office| {
                let title = self.text.phrase(office.title.clone());
                title.ends_with("ministers") || title.ends_with("presidents") || title.ends_with("leaders")
            });
        !is_one_of_many && person.gender.is_none_or(|known| known == gender)
    }

    /// Whom "he" means: who the sentence began with, else who the one before it began with.
    fn subject_antecedent(&self, sentence: usize, at: usize, gender: Gender) -> Option<usize> {
        let tokens = self.text.sentences[sentence].tokens.clone();
        if let Some(person) = self.first_mentioned(tokens.start..at, gender) {
            return Some(person);
        }
        let passage = self.text.sentences[sentence].passage;
        let before = sentence.checked_sub(1).filter(|&before| self.text.sentences[before].passage == passage);
        if let Some(before) = before {
            let found = self.first_mentioned(self.text.sentences[before].tokens.clone(), gender);
            if found.is_some() {
                return found;
            }
        }
        // "“...,” he added" in a new paragraph is who the one before was about.
        if at > tokens.start && !self.text.is_outside_quotations(at - 1) {
            let found = (0..sentence)
                .rev()
                .take(4)
                .find_map(|before| self.first_mentioned(self.text.sentences[before].tokens.clone(), gender));
            if found.is_some() {
                return found;
            }
        }
        // A new paragraph may go back over others to the one whom the text has called so before.
        let earlier = self.mentions.partition_point(|mention| mention.tokens.end <= tokens.start);
        let mut known = self.mentions[..earlier].iter().rev().take(REACH).map(|mention| mention.person);
        // A king mentioned in passing has a gender too, but was not called so.
        let was_called = |person: usize| self.called.contains(&person) || self.people[person].offices.is_empty();
        known.find(|&person| self.people[person].gender == Some(gender) && was_called(person)).or_else(|| {
            (0..sentence)
                .rev()
                .take(4)
                .find_map(|before| self.first_mentioned(self.text.sentences[before].tokens.clone(), gender))
        })
    }

    /// Whom "him" means: the last mentioned who is not the one that the clause is about.
    fn object_antecedent(&self, sentence: usize, at: usize, gender: Gender) -> Option<usize> {
        let tokens = self.text.sentences[sentence].tokens.clone();
        // "..., where King Roy is to receive him": the clause has a subject of its own.
        let opener = (tokens.start.max(at.saturating_sub(20))..at).rev().find(|&opener| {
            self.text.is_outside_quotations(opener)
                && self.text.is_any(opener, &["as", "before", "because", "when", "where", "which", "while"])
        });
        let of_clause = opener.and_then(|opener| self.mentioned(opener..at).next());
        let subject = of_clause.or_else(|| self.mentioned(tokens.start..at).next());
        let before = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        let recent = self.mentions[..before].iter().rev().take(REACH).map(|mention| mention.person);
        let can_be = |&person: &usize| {
            let is_known = self.people[person].name.is_some() || self.people[person].leading_office().is_some();
            Some(person) != subject && self.can_be(person, gender) && is_known
        };
        recent.into_iter().find(can_be)
    }

    /// The people mentioned within `tokens`, by name, description or pronoun, in order.
    fn mentioned(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let mut names = within(&self.mentions, &tokens).iter().peekable();
        let mut pronouns = within(&self.pronouns, &tokens).iter().peekable();
        std::iter::from_fn(move || {
            let start = |mention: Option<&&Mention>| mention.map_or(usize::MAX, |mention| mention.tokens.start);
            if start(names.peek()) <= start(pronouns.peek()) { names.next() } else { pronouns.next() }
        })
        .map(|mention| mention.person)
    }

    fn first_mentioned(&self, tokens: Range<usize>, gender: Gender) -> Option<usize> {
        let mut fitting = self.mentioned(tokens).filter(|&person| self.can_be(person, gender));
        let first = fitting.next()?;
        // Of two whose gender the text has not told, "Maria" is rather she than "Otieno".
        let is_woman = |person: usize| self.people[person].gender.is_none() && self.sounds_female(person);
        let better = match gender {
            _ if self.people[first].gender.is_some() => None,
            Gender::Female if !is_woman(first) => fitting.find(|&person| is_woman(person)),
            Gender::Male if is_woman(first) => fitting.find(|&person| !is_woman(person)),
            _ => None,
        };
        better.or(Some(first))
    }

    /// Whether a full name begins with a name of women.
    fn sounds_female(&self, person: usize) -> bool {
        let name = self.people[person].name.clone().filter(|name| name.len() > 1);
        name.is_some_and(|name| WOMEN.binary_search(&self.text.word(name.start)).is_ok())
    }

    fn sort_mentions(&mut self) {
        self.mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
        let mut last = 0..0;
        self.mentions.retain(|mention| {
            // The same words can name several people: "the presidents of Kenya and Peru".
            let is_plural = mention.kind == MentionKind::Description && mention.tokens == last;
            let keep = mention.tokens.start >= last.end || is_plural;
            last = if keep { mention.tokens.clone() } else { last.clone() };
            keep
        });
    }

    /// Puts the people in the order of their first mentions, and leaves out those nobody mentions.
    fn finish(mut self) -> People {
        self.mentions.append(&mut self.pronouns);
        self.sort_mentions();
        for mention in &self.mentions {
            let person = &mut self.people[mention.person];
            let is_full = mention.kind == MentionKind::Name
                && person.name.as_ref().is_some_and(|name| mention.tokens.len() >= name.len());
            let in_body = |tokens: &Range<usize>| {
                self.text.passages[self.text.passage_of(tokens.start)].kind == BlockKind::Paragraph
            };
            // The body introduces a person, and the caption only where the body does not.
            let is_better =
                person.introduction.as_ref().is_none_or(|known| !in_body(known) && in_body(&mention.tokens));
            if is_full && is_better {
                person.introduction = Some(mention.tokens.clone());
            }
        }
        let mut places: Vec<Option<usize>> = vec![None; self.people.len()];
        let mut people = Vec::new();
        for mention in &mut self.mentions {
            let place = &mut places[mention.person];
            mention.person = *place.get_or_insert_with(|| {
                people.push(self.people[mention.person].clone());
                people.len() - 1
            });
        }
        People { people, mentions: self.mentions }
    }
}

/// The mention of a sorted list that token `at` belongs to.
fn mention_at(mentions: &[Mention], at: usize) -> Option<&Mention> {
    let index = mentions.partition_point(|mention| mention.tokens.end <= at);
    mentions.get(index).filter(|mention| mention.tokens.contains(&at))
}

/// The mentions of a sorted list that begin within `tokens`.
fn within<'m>(mentions: &'m [Mention], tokens: &Range<usize>) -> &'m [Mention] {
    let from = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let to = mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    &mentions[from..to.max(from)]
}

fn honorific_gender(honorific: &str) -> Option<Gender> {
    match honorific.trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "Sheikh" => Some(Gender::Male),
        "Ms" | "Mrs" | "Miss" | "Dame" | "Lady" | "Mme" => Some(Gender::Female),
        _ => None,
    }
}

/// The gender that a title in lower case tells.
fn title_gender(title: &str) -> Option<Gender> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| title.ends_with(ending));
    if ends(&["woman", "queen", "princess", "first lady", "empress"]) {
        Some(Gender::Female)
    } else if ends(&["man", "king", "prince", "emperor", "emir", "sultan"]) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// A list of one side's people.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) country: PlaceName,
    /// The tokens of the list.
    pub(super) list: Range<usize>,
    /// The verb that opens or closes the list.
    pub(super) verb: usize,
}

/// Words after a demonym that make it a side.
pub(super) const SIDE_NOUNS: [&str; 10] = [
    "aides",
    "attendees",
    "delegates",
    "delegation",
    "officials",
    "participants",
    "party",
    "representatives",
    "side",
    "team",
];

/// Verbs that say that people of a list were there.
const ATTENDING: [&str; 15] = [
    "accompanied",
    "attend",
    "attended",
    "comprise",
    "comprised",
    "comprises",
    "consisted",
    "include",
    "included",
    "including",
    "joined",
    "participated",
    "present",
    "was",
    "were",
];

/// The lists of sides that the text gives: "Korean attendees included ...", "From the Canadian side, ...".
pub(super) fn sides(text: &Text<'_>) -> Vec<Side> {
    let mut sides = Vec::new();
    for sentence in &text.sentences {
        let Range { start, end } = sentence.tokens.clone();
        for at in start..end {
            if !text.has(at, Trait::SideNoun) || !text.is_outside_quotations(at) {
                continue;
            }
            let Some(country) = names::place_before(text, at, start) else { continue };
            // "attended from the Kenyan side by Lee", "On the Kenyan side: Lee".
            let is_verb = |verb: &usize| {
                ATTENDING.contains(&text.word(*verb))
                    || text.has(*verb, Trait::FiniteVerb)
                    || *verb == at + 1 && text.is_any(*verb, &[":", "by"])
            };
            let Some(verb) = (at + 1..end).find(is_verb) else { continue };
            // The list ends where the next side's begins, or another clause.
            let next = (at + 1..end).find(|&next| {
                text.is_any(next, &["but", "whereas", "while"])
                    || text.has(next, Trait::SideNoun) && names::place_before(text, next, at + 1).is_some()
            });
            sides.push(Side { country, list: at + 1..next.unwrap_or(end), verb });
        }
    }
    sides
}

/// Verbs and nouns of coming somewhere.
const VISITING: [&str; 12] = [
    "arrived",
    "arrives",
    "came",
    "is",
    "traveled",
    "travelled",
    "trip",
    "visit",
    "visited",
    "visiting",
    "was",
    "welcomed",
];

/// The places that a text names, in order. What is part of a person's or an organization's name is left out: "Georgia
/// Holland" is a person, not two countries.
fn places_named(text: &Text<'_>, mentions: &[Mention]) -> Vec<PlaceName> {
    let end = text.tokens.len();
    let mut names = mentions.iter().filter(|mention| mention.kind == MentionKind::Name).peekable();
    let mut places: Vec<PlaceName> = Vec::new();
    let mut at = 0;
    while at < end {
        while names.next_if(|name| name.tokens.end <= at).is_some() {}
        if let Some(name) = names.peek().filter(|name| name.tokens.contains(&at)) {
            at = name.tokens.end;
            continue;
        }
        if !(text.has(at, Trait::Capital) || text.has(at, Trait::Joined)) {
            at += 1;
            continue;
        }
        match names::organization_at(text, at, end) {
            Some((tokens, _)) if !matches!(lexicon().place(text.word(at)), Some(Place::Country(_))) => at = tokens.end,
            _ => {
                if let Some(place) = names::place_at(text, at, end) {
                    at = place.tokens.end;
                    // "US$50 million" is no visit.
                    if !text.is(at, "$") {
                        places.push(place);
                    }
                } else {
                    places.extend(names::joined_countries(text, at));
                    places.extend(demonym_of_compound(text, at));
                    at += 1;
                }
            }
        }
    }
    places
}

/// "Kenyan-owned", "Peruvian-built": the people that the word begins with.
fn demonym_of_compound(text: &Text<'_>, at: usize) -> Option<PlaceName> {
    let (first, rest) = text.word(at).split_once('-').filter(|_| text.has(at, Trait::Joined))?;
    let place = lexicon().place(first).filter(|place| matches!(place, Place::Demonym(_)))?;
    rest.starts_with(char::is_lowercase).then(|| PlaceName { tokens: at..at + 1, place })
}

/// The country of the city that a leader's first words are told to be in: "to Riyadh on Friday, where".
fn country_of_goal(text: &Text<'_>, title: usize) -> Option<CountryFound> {
    let start = text.sentences.get(text.sentence_of(title))?.tokens.start;
    // "flew to Riyadh for supper with King Faris"
    let with = title.checked_sub(1).filter(|&with| text.is(with, "with"));
    let goal = with.and_then(|with| (start.max(with.saturating_sub(4))..with).find(|&at| text.is(at, "for")));
    let relative = (start.max(title.saturating_sub(8))..title).rev().find(|&at| text.is(at, "where")).or(goal)?;
    let reach = start.max(relative.saturating_sub(6))..relative;
    let place = reach.rev().find_map(|at| {
        let is_goal = text.is_any(at, &["for", "in", "to"]) && text.is_outside_quotations(at);
        is_goal.then(|| names::place_at(text, at + 1, relative)).flatten()
    })?;
    let is_city = matches!(place.place, Place::City(_) | Place::Country(_));
    is_city.then(|| CountryFound {
        country: place.country(),
        tokens: place.tokens,
        outside: None,
        rule: Some("home-country"),
    })
}

/// Whether the one who is told to visit a country, before token `at`, is one whose own is looked for.
fn is_visited_by(text: &Text<'_>, mentions: &[Mention], at: usize, is_homeless: impl Fn(usize) -> bool) -> bool {
    let start = text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
    within(mentions, &(start..at)).last().is_some_and(|mention| is_homeless(mention.person))
}

/// Whether a country is named only for a sum, a city, an office or a topic: "U.S. dollars", "Nairobi, Kenya", "the
/// president of Kenya", "the situation in Kenya".
fn is_aside(text: &Text<'_>, place: &PlaceName) -> bool {
    let Range { start, end } = place.tokens.clone();
    let is_sum = text.is_any(end, &["dollar", "dollars", "pound", "pounds"]);
    // "Cebu, the Philippines"
    let comma = start.saturating_sub(1 + usize::from(start > 0 && text.is(start - 1, "the")));
    let is_of_city = comma > 0
        && text.is(comma, ",")
        && (comma.saturating_sub(3)..comma).any(|first| {
            let city = lexicon().place(&text.words(first..comma));
            matches!(city, Some(Place::City(_)))
        });
    let title = start.checked_sub(2).filter(|_| text.is(start - 1, "of"));
    let is_helped = start > 1
        && text.is(start - 1, "for")
        && text.kind(end) != Some(TokenKind::Possessive)
        && text.is_any(start - 2, &["aid", "assistance", "help", "support", "weapons"]);
    let is_spoken_of = start > 0 && text.is(start - 1, "about");
    let is_topic = is_helped
        || is_spoken_of
        || (start.saturating_sub(4)..start).any(|at| {
            text.is(at, "in") && at > 0 && {
                let topics = [
                    "ceasefire",
                    "conflict",
                    "crisis",
                    "developments",
                    "fighting",
                    "peace",
                    "situation",
                    "truce",
                    "war",
                ];
                text.is_any(at - 1, &topics)
            }
        });
    let is_of_leader = title.is_some_and(|at| text.is_any(at, &["chancellor", "minister", "president"]))
        || text.kind(end) == Some(TokenKind::Possessive) && text.is_any(end + 1, &["leader", "premier", "president"])
        || text.is_any(end, &["counterpart", "opposite"]);
    is_sum || is_of_city || is_of_leader || is_topic
}

/// The country that the text treats as its own: the one that somebody is told to visit, else the one named together
/// with the other leader's, else the one named most often, where the headline counts more, else that of the demonym used
/// most often, else that of a city that something is told to be in. A country that another leader is of is never taken.
fn home_country(
    text: &Text<'_>,
    mentions: &[Mention],
    theirs: &[Country],
    is_homeless: impl Fn(usize) -> bool,
) -> Option<CountryFound> {
    let places = places_named(text, mentions);
    let is_home = |place: &&PlaceName| !theirs.contains(&place.country());
    let found = |place: &PlaceName| CountryFound {
        country: place.country(),
        tokens: place.tokens.clone(),
        outside: None,
        rule: Some("home-country"),
    };
    // "Korea-Canada ties", "Kenya and Finland": the country that is named together with the other leader's.
    let pair = places.windows(2).find_map(|pair| {
        let [one, other] = [&pair[0], &pair[1]];
        let is_joined =
            one.tokens == other.tokens || (text.is(one.tokens.end, "and") && other.tokens.start <= one.tokens.end + 2);
        let (home, away) = if theirs.contains(&one.country()) { (other, one) } else { (one, other) };
        let is_pair = is_joined && theirs.contains(&away.country()) && !theirs.contains(&home.country());
        (is_pair && matches!(home.place, Place::Country(_))).then_some(home)
    });
    let visited =
        places.iter().filter(is_home).filter(|place| matches!(place.place, Place::Country(_))).find(|place| {
            let first = place.tokens.start;
            let before = first - usize::from(first > 0 && text.is(first - 1, "the"));
            before > 1
                && text.is_any(before - 1, &["in", "to"])
                && (before.saturating_sub(4)..before - 1).any(|at| VISITING.contains(&text.word(at)))
                && !is_visited_by(text, mentions, before, &is_homeless)
        });
    // Whom a leader without a country visits is another's.
    let is_visit = |place: &PlaceName| {
        let first = place.tokens.start;
        let near = first.saturating_sub(4)..first;
        let verb = near.into_iter().any(|at| text.is_any(at, &["visit", "visiting", "visited", "visits"]));
        verb && is_visited_by(text, mentions, first, &is_homeless)
    };
    // The country named most often, and of those the first. "French fries" name no country as "France" does.
    let most_named = |is_sort: fn(&Place) -> bool| {
        let mut counts: Vec<(Country, usize, &PlaceName)> = Vec::new();
        // "The Prime Minister of Kenya" tells whose office it is, and not where the text is at home.
        let is_of_office = |place: &PlaceName| {
            let of = place
                .tokens
                .start
                .saturating_sub(1 + usize::from(text.is(place.tokens.start.saturating_sub(1), "the")));
            of > 0 && text.is(of, "of") && lexicon().office(text.word(of - 1)).is_some()
        };
        // Who asks about "the Danish Prime Minister" is no Dane.
        let is_asked_about = |place: &PlaceName| {
            let (start, end) = (place.tokens.start, place.tokens.end);
            let passage = &text.passages[text.passage_of(start)];
            let is_head =
                |title: Title| matches!(title.class, OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment);
            passage.spoken && names::title_at(text, end, end, passage.tokens.end).is_some_and(is_head)
        };
        let counted = places.iter().filter(is_home).filter(|place| is_sort(&place.place) && !is_asked_about(place));
        for place in counted.filter(|place| !is_of_office(place) && !is_aside(text, place) && !is_visit(place)) {
            // What the headline names the article is about.
            let passage = &text.passages[text.passage_of(place.tokens.start)];
            let weight = if passage.kind == BlockKind::Headline { 3 } else { 1 };
            match counts.iter_mut().find(|(country, ..)| *country == place.country()) {
                Some((_, count, _)) => *count += weight,
                None => counts.push((place.country(), weight, place)),
            }
        }
        counts.iter().rev().max_by_key(|(_, count, _)| *count).map(|(.., place)| *place)
    };
    let city = || {
        places.iter().filter(is_home).find(|place| {
            // At home nobody adds in which country a city is.
            let is_abroad = text.is(place.tokens.end, ",")
                && names::place_at(text, place.tokens.end + 1, text.tokens.len())
                    .is_some_and(|wider| matches!(wider.place, Place::Country(_)));
            matches!(place.place, Place::City(_))
                && !is_abroad
                && place.tokens.start > 0
                && text.is_any(place.tokens.start - 1, &["in", "to"])
        })
    };
    let named = || most_named(|place| matches!(place, Place::Country(_)));
    let described = || most_named(|place| matches!(place, Place::Demonym(_)));
    // Where both are abroad, the country visited is nobody's own.
    let visited = visited.filter(|visited| pair.is_none_or(|pair| pair.country() == visited.country()));
    let outside = |(country, span): (Country, Span)| CountryFound {
        country,
        tokens: 0..0,
        outside: Some(span),
        rule: Some("home-country"),
    };
    let margin = |is_sort: fn(&BlockKind) -> bool, tells: fn(&str) -> Option<Told>| {
        let told = text.margins.iter().filter(|(kind, _)| is_sort(kind)).find_map(|(_, span)| {
            let (country, words) = tells(span.slice(text.source)?)?;
            let at = |offset: usize| span.start().checked_add(u32::try_from(offset).ok()?);
            Some((country, Span::new(at(words.start)?, at(words.end)?).ok()?))
        });
        told.filter(|(country, _)| !theirs.contains(country)).map(outside)
    };
    let issuer = || margin(|kind| matches!(kind, BlockKind::Byline | BlockKind::Furniture), issuer_of);
    let told_from = || margin(|kind| matches!(kind, BlockKind::Dateline | BlockKind::Stamp), country_of_line);
    let often = |place: &&PlaceName| {
        let country = place.country();
        let is_other = |other: &PlaceName| other.country() == country && other.tokens != place.tokens;
        text.passages[text.passage_of(place.tokens.start)].kind == BlockKind::Headline || places.iter().any(is_other)
    };
    issuer()
        .or_else(|| visited.or(pair).or_else(|| named().filter(often)).or_else(|| described().filter(often)).map(found))
        .or_else(|| seat_named(text, theirs))
        .or_else(|| named().or_else(described).map(found))
        .or_else(told_from)
        .or_else(|| city().map(found))
}

/// Where the sentence around token `at` ends.
fn text_end(text: &Text<'_>, at: usize) -> usize {
    text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.end)
}

/// A country and where in a line the words stand that say it.
type Told = (Country, Range<usize>);

/// Nouns for what issues a text in the name of a state.
const ISSUERS: [&str; 12] = [
    "cabinet",
    "chancellery",
    "department",
    "embassy",
    "government",
    "kantei",
    "ministry",
    "mission",
    "office",
    "parliament",
    "presidency",
    "secretariat",
];

/// The first of the longest runs of up to four words of a short line that tell something, and where it stands; a run is
/// a phrase of a sort that the lexicon knows, in any capitals.
fn country_in_line<T>(line: &str, sort: PhraseSort, tells: impl Fn(&str) -> Option<T>) -> Option<(T, Range<usize>)> {
    const LONGEST: usize = 160;
    if line.len() > LONGEST {
        return None;
    }
    let is_in_word = |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '\'' | '’');
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, character) in line.char_indices() {
        let end = at + character.len_utf8();
        match words.last_mut().filter(|_| is_open && is_in_word(character)) {
            Some(word) => word.end = end,
            None if is_in_word(character) => words.push(at..end),
            None => {}
        }
        is_open = is_in_word(character);
    }
    let can_begin = |first: &usize| lexicon().opening(&line[words[*first].clone()]).can_be(sort);
    (0..words.len()).filter(can_begin).find_map(|first| {
        (first..words.len().min(first + 4)).rev().find_map(|last| {
            let span = words[first].start..words[last].end;
            Some((tells(&line[span.clone()])?, span))
        })
    })
}

/// The state in whose name a line under the headline issues the text: "Prime Minister's Office, 10 Downing Street",
/// "Ministry of Foreign Affairs of Japan".
fn issuer_of(line: &str) -> Option<Told> {
    let seat = country_in_line(line, PhraseSort::Seat, |words| {
        lexicon().seat(words).or_else(|| lexicon().seat(&small(words)))
    });
    seat.or_else(|| {
        let mut words = line.split(|character: char| !character.is_alphanumeric());
        let is_issuer = words.any(|word| ISSUERS.contains(&word.to_lowercase().as_str()));
        let state = |words: &str| match lexicon().place(words)? {
            place @ (Place::Country(_) | Place::Demonym(_)) => Some(place.country()),
            _ => None,
        };
        is_issuer.then(|| country_in_line(line, PhraseSort::Place, state)).flatten()
    })
}

/// The country of the place that a line gives beside a day, or before a text.
fn country_of_line(line: &str) -> Option<Told> {
    country_in_line(line, PhraseSort::Place, |words| {
        let place = lexicon().place(words).or_else(|| lexicon().place(&small(words)))?;
        (words.chars().count() > 2).then(|| place.country())
    })
}

/// Words in capitals as a sentence prints them.
fn small(words: &str) -> String {
    let mut opens = true;
    let letters = words.chars().flat_map(|letter| {
        let shown: String = if opens { letter.to_string() } else { letter.to_lowercase().collect() };
        opens = letter.is_whitespace() || letter == '-';
        shown.chars().collect::<Vec<_>>()
    });
    letters.collect()
}

/// The country whose government's house the text names, of none of the other leaders: "at the White House".
fn seat_named(text: &Text<'_>, theirs: &[Country]) -> Option<CountryFound> {
    let end = text.tokens.len();
    let can_be = |at: &usize| text.starts_with_capital(*at) && text.opening(*at).can_be(PhraseSort::Seat);
    (0..end).filter(can_be).find_map(|at| {
        (at + 1..=end.min(at + 4)).rev().find_map(|last| {
            let words = text.phrase(at..last);
            let seat = lexicon().seat(&words).or_else(|| lexicon().seat(&small(&words)));
            let country = seat.filter(|country| !theirs.contains(country))?;
            Some(CountryFound { country, tokens: at..last, outside: None, rule: Some("home-country") })
        })
    })
}

#[cfg(test)]
mod tests;
