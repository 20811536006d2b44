//! What a correct reader returns for an article.

use rapporteur_model::{
    Country, Decimal, Excerpt, Hedge, LocalTime, MealKind, MealRelation, Mode, OfficeClass, PartOfDay, Polarity, Role,
    StatementKind, Status,
};

/// An article and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The article.
    pub text: String,
    /// What it says.
    pub facts: Facts,
}

/// What an article says, with the words that say it.
///
/// Values that are words (a name, a venue) have single blanks and the article's own marks; their excerpts are the exact
/// bytes, in which a wrapped text may have a line break. People are told apart by their full names, which no two
/// share. Excerpts of statements are exact; of summits they are words that the anchor of a correct reader overlaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The date before the headline: its digits.
    pub prefix_date: Option<Fact<LocalTime>>,
    /// The headline.
    pub headline: Option<Excerpt>,
    /// The first stamp: its moment.
    pub published: Option<Fact<LocalTime>>,
    /// The stamp of the last change: its moment.
    pub updated: Option<Fact<LocalTime>>,
    /// The dateline's places.
    pub dateline: Option<Excerpt>,
    /// The writer or writers.
    pub byline: Option<Excerpt>,
    /// The people, in the order of their first mentions.
    pub people: Vec<PersonFact>,
    /// The summits, in the order of their first mentions.
    pub summits: Vec<SummitFact>,
    /// The statements, in the order of their first parts.
    pub statements: Vec<StatementFact>,
    /// The quantities, in the order of their excerpts.
    pub quantities: Vec<QuantityFact>,
}

/// A value and the words that say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// The words.
    pub excerpt: Excerpt,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFact {
    /// The full name.
    pub name: String,
    /// The one word of it by which later sentences call the person.
    pub short: String,
    /// The office's class.
    pub class: OfficeClass,
    /// The office's country.
    pub country: Country,
    /// Names, titled names, descriptions and pronouns outside quotations, in order.
    pub mentions: Vec<Excerpt>,
}

/// A leaders' meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummitFact {
    /// Whether it took place.
    pub status: Status,
    /// How they met.
    pub mode: Mode,
    /// The leaders, in the order in which they are first named as those who meet.
    pub participants: Vec<ParticipantFact>,
    /// When it began; none where the text gives no day that can be known. The words are those of the day.
    pub begins: Option<Fact<LocalTime>>,
    /// The part of the day, where a word says it.
    pub part_of_day: Option<PartOfDay>,
    /// How long it lasted.
    pub minutes: Option<Fact<u32>>,
    /// The building, with its article.
    pub venue: Option<Fact<String>>,
    /// The city.
    pub locality: Option<Fact<String>>,
    /// The region's ISO 3166-2 code; the words are its name.
    pub region: Option<Fact<String>>,
    /// The country; the words are its name, its region's, or those of a visit.
    pub country: Option<Fact<Country>>,
    /// What gave the occasion, without article.
    pub host_event: Option<Fact<String>>,
    /// Who came along.
    pub delegations: Vec<DelegationFact>,
    /// What they ate.
    pub meals: Vec<MealFact>,
    /// Words that tell of it.
    pub mentions: Vec<Excerpt>,
}

/// A leader at a summit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantFact {
    /// The full name.
    pub name: String,
    /// The country.
    pub country: Country,
    /// Host or visitor.
    pub role: Role,
}

/// Those who came with a leader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationFact {
    /// The side's country.
    pub country: Country,
    /// Whether the list is closed, open, or does not say.
    pub complete: Option<bool>,
    /// Their full names, in order.
    pub members: Vec<String>,
}

/// A meal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MealFact {
    /// Which meal.
    pub kind: MealKind,
    /// When it was, seen from the talks.
    pub relation: MealRelation,
    /// The word that names it.
    pub excerpt: Excerpt,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFact {
    /// Whose words it gives.
    pub kind: StatementKind,
    /// Who said it.
    pub speaker: PartyFact,
    /// The cue; a transcript's turn has none.
    pub cue: Option<Excerpt>,
    /// Whom it was said to: the words are those of the clause, or a pronoun in the quotation.
    pub addressee: Option<PartyFact>,
    /// The words said.
    pub parts: Vec<Excerpt>,
    /// Which statement it goes on from.
    pub continues: Option<usize>,
    /// Which statement it answers.
    pub replies_to: Option<usize>,
    /// Inside which statement it is quoted.
    pub within: Option<usize>,
    /// Where it was said.
    pub occasion: Occasion,
    /// Whether it is put forward or denied.
    pub polarity: Polarity,
}

/// A speaker or an addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyFact {
    /// The full names of those who are meant; none for a ministry or for reporters.
    pub people: Vec<String>,
    /// The words in the text.
    pub excerpt: Excerpt,
}

/// Where a statement was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// At this summit.
    Summit(usize),
    /// At none of the summits.
    Elsewhere,
    /// The text does not say it plainly enough to hold a reader to it.
    Open,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityFact {
    /// The number.
    pub value: Decimal,
    /// What is counted, as printed.
    pub unit: String,
    /// How exactly it is meant.
    pub hedge: Hedge,
    /// The words of the hedge.
    pub hedge_words: Option<Excerpt>,
    /// The number and its unit.
    pub excerpt: Excerpt,
    /// Which statement gives it.
    pub asserted_by: Option<usize>,
}

impl Facts {
    /// Every excerpt of the facts.
    pub fn excerpts(&self) -> Vec<Excerpt> {
        let mut all = Vec::new();
        self.clone().each_excerpt(&mut |excerpt| all.push(excerpt.clone()));
        all
    }

    /// Calls `visit` for every excerpt.
    pub(crate) fn each_excerpt(&mut self, visit: &mut dyn FnMut(&mut Excerpt)) {
        fn fact<T>(fact: Option<&mut Fact<T>>, visit: &mut dyn FnMut(&mut Excerpt)) {
            if let Some(fact) = fact {
                visit(&mut fact.excerpt);
            }
        }
        fact(self.prefix_date.as_mut(), visit);
        fact(self.published.as_mut(), visit);
        fact(self.updated.as_mut(), visit);
        for excerpt in [&mut self.headline, &mut self.dateline, &mut self.byline].into_iter().flatten() {
            visit(excerpt);
        }
        self.people.iter_mut().flat_map(|person| &mut person.mentions).for_each(&mut *visit);
        for summit in &mut self.summits {
            fact(summit.begins.as_mut(), visit);
            fact(summit.minutes.as_mut(), visit);
            fact(summit.venue.as_mut(), visit);
            fact(summit.locality.as_mut(), visit);
            fact(summit.region.as_mut(), visit);
            fact(summit.country.as_mut(), visit);
            fact(summit.host_event.as_mut(), visit);
            summit.meals.iter_mut().map(|meal| &mut meal.excerpt).for_each(&mut *visit);
            summit.mentions.iter_mut().for_each(&mut *visit);
        }
        for statement in &mut self.statements {
            visit(&mut statement.speaker.excerpt);
            statement.addressee.iter_mut().map(|party| &mut party.excerpt).for_each(&mut *visit);
            statement.cue.iter_mut().for_each(&mut *visit);
            statement.parts.iter_mut().for_each(&mut *visit);
        }
        for quantity in &mut self.quantities {
            quantity.hedge_words.iter_mut().for_each(&mut *visit);
            visit(&mut quantity.excerpt);
        }
    }

    /// Puts statements, quantities and mentions into the order of the text, and the numbers that refer to statements
    /// with them.
    pub(crate) fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.statements.len()).collect();
        order.sort_by_key(|&index| self.statements[index].parts.first().map(|part| part.span.start()));
        let place = |old: usize| order.iter().position(|&index| index == old);
        let mut statements: Vec<StatementFact> = order.iter().map(|&index| self.statements[index].clone()).collect();
        for statement in &mut statements {
            statement.continues = statement.continues.and_then(place);
            statement.replies_to = statement.replies_to.and_then(place);
            statement.within = statement.within.and_then(place);
        }
        for quantity in &mut self.quantities {
            quantity.asserted_by = quantity.asserted_by.and_then(place);
        }
        self.statements = statements;
        self.quantities.sort_by_key(|quantity| quantity.excerpt.span);
        for person in &mut self.people {
            person.mentions.sort();
        }
        self.people.sort_by_key(|person| person.mentions.first().map(|mention| mention.span.start()));
        for summit in &mut self.summits {
            summit.mentions.sort();
        }
    }
}
