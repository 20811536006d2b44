//! Who is named: names gathered into people.

use std::{collections::HashSet, ops::Range};

use rapporteur_model::OfficeClass;

use super::{
    CountryFound, Finder, Mention, MentionKind, OfficeFound, PersonFound, REACH,
    pronouns::{honorific_gender, title_gender},
};
use crate::reading::{
    lexicon::{Frame, Place, Verb, lexicon},
    names::{self, Name, Title},
    text::{Text, TokenKind},
    times::is_month,
    traits::Trait,
};

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
    pub(super) fn untitled_names(&self, titled: &[Name]) -> Vec<Name> {
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

    pub(super) fn add_named(&mut self, names: &[Name]) {
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
    pub(super) fn add_bare_names(&mut self) {
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
}
