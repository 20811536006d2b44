//! Other facts in an article that has a reviewed record: the words of the text are replaced, and the record with them.

mod other_facts;
mod words;

use rapporteur_model::{
    Anchor, Anchored, Article, Country, Decimal, Delegation, Excerpt, LocalTime, Meal, MealKind, Office, PartOfDay,
    Participant, Party, Person, Quantity, Record, Span, Stamp, Statement, Summit, SummitTime,
};

pub use other_facts::{OtherFacts, other_facts};

use words::Rewritten;

/// What is to be put in the place of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Substitutions {
    /// Words of the text and what takes their place: at word boundaries, the longest first, each word replaced once.
    pub words: Vec<(String, String)>,
    /// Values that are not copied from words and what takes their place, whole and as the record's JSON writes them:
    /// `CA`, `KR-47`, `2025-10-30`, `27000`, `morning`, `lunch`.
    pub values: Vec<(String, String)>,
}

impl Substitutions {
    fn value(&self, value: &str) -> Option<&str> {
        self.values.iter().find(|(old, _)| old == value).map(|(_, new)| new.as_str())
    }
}

/// The text with the words replaced, and the record of that text.
///
/// Every span is moved, every excerpt cut anew. A value copied from words is rewritten as they are; another is replaced
/// where [`Substitutions::values`] names it, and else left alone, as is one whose replacement is no value of its type.
/// A span that begins or ends inside replaced words begins or ends with their replacement.
///
/// The source's length is corrected; its digest is not, and the seal is taken off, because neither can be computed here.
pub fn rewrite(text: &str, record: &Record, substitutions: &Substitutions) -> (String, Record) {
    let rewritten = Rewritten::new(text, &substitutions.words);
    let rewriter = Rewriter { rewritten, substitutions };
    let record = rewriter.record(record);
    (rewriter.rewritten.text, record)
}

struct Rewriter<'a> {
    rewritten: Rewritten,
    substitutions: &'a Substitutions,
}

impl Rewriter<'_> {
    fn span(&self, span: Span) -> Span {
        let (start, end) = (self.rewritten.start(span.start()), self.rewritten.end(span.end()));
        Span::new(start, end.max(start)).unwrap_or(span)
    }

    fn excerpt(&self, excerpt: &Excerpt) -> Excerpt {
        let span = self.span(excerpt.span);
        Excerpt { span, text: span.slice(&self.rewritten.text).unwrap_or_default().to_owned() }
    }

    fn excerpts(&self, excerpts: &[Excerpt]) -> Vec<Excerpt> {
        excerpts.iter().map(|excerpt| self.excerpt(excerpt)).collect()
    }

    fn anchor(&self, anchor: &Anchor) -> Anchor {
        let (excerpt, from) = (self.excerpt(anchor.excerpt()), self.excerpts(anchor.from()));
        let moved = Anchor::from_parts(excerpt, anchor.basis(), anchor.rule().cloned(), from);
        // The parts are those of an anchor, so they make one again.
        moved.unwrap_or_else(|_| anchor.clone())
    }

    /// A value with its anchor moved. One without an anchor stands for what the text does not say, and stays.
    fn anchored<T: Clone>(&self, anchored: &Anchored<T>, value: impl Fn(&Self, &T) -> T) -> Anchored<T> {
        match anchored.anchor() {
            Some(anchor) => Anchored::new(value(self, anchored.value()), self.anchor(anchor)),
            None => anchored.clone(),
        }
    }

    fn same<T: Clone>(&self, anchored: &Anchored<T>) -> Anchored<T> {
        self.anchored(anchored, |_, value| value.clone())
    }

    fn words(&self, anchored: &Anchored<String>) -> Anchored<String> {
        self.anchored(anchored, |this, words| this.string(words))
    }

    fn string(&self, words: &str) -> String {
        let value = self.substitutions.value(words);
        value.map_or_else(|| Rewritten::new(words, &self.substitutions.words).text, str::to_owned)
    }

    fn country(&self, country: &Anchored<Country>) -> Anchored<Country> {
        self.anchored(country, |this, country| {
            this.substitutions.value(country.as_str()).and_then(|code| Country::new(code).ok()).unwrap_or(*country)
        })
    }

    fn time(&self, time: &Anchored<LocalTime>) -> Anchored<LocalTime> {
        self.anchored(time, |this, time| {
            this.substitutions.value(&time.to_string()).and_then(|time| time.parse().ok()).unwrap_or(*time)
        })
    }

    fn record(&self, record: &Record) -> Record {
        let mut source = record.source.clone();
        source.bytes = u32::try_from(self.rewritten.text.len()).unwrap_or(u32::MAX);
        Record {
            schema: record.schema,
            id: record.id.clone(),
            review: record.review,
            seal: None,
            allow: record.allow.clone(),
            source,
            text: record.text.as_ref().map(|_| self.rewritten.text.clone()),
            article: self.article(&record.article),
            people: record.people.iter().map(|person| self.person(person)).collect(),
            summits: record.summits.iter().map(|summit| self.summit(summit)).collect(),
            statements: record.statements.iter().map(|statement| self.statement(statement)).collect(),
            quantities: record.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
        }
    }

    fn article(&self, article: &Article) -> Article {
        let mut moved = article.clone();
        for block in &mut moved.blocks {
            block.span = self.span(block.span);
        }
        let stamp = |stamp: &Stamp| Stamp {
            time: self.time(&stamp.time),
            zone: stamp.zone.as_deref().map(|zone| self.string(zone)),
        };
        moved.prefix_date = article.prefix_date.as_ref().map(|date| self.time(date));
        moved.headline = article.headline.as_ref().map(|words| self.words(words));
        moved.published = article.published.as_ref().map(stamp);
        moved.updated = article.updated.as_ref().map(stamp);
        moved.dateline = article.dateline.as_ref().map(|words| self.words(words));
        moved.byline = article.byline.as_ref().map(|words| self.words(words));
        moved
    }

    fn person(&self, person: &Person) -> Person {
        let office = |office: &Office| Office {
            title: self.words(&office.title),
            class: self.same(&office.class),
            country: office.country.as_ref().map(|country| self.country(country)),
        };
        Person {
            id: person.id,
            name: person.name.as_ref().map(|name| self.words(name)),
            mentions: self.excerpts(&person.mentions),
            offices: person.offices.iter().map(office).collect(),
        }
    }

    fn participant(&self, participant: &Participant) -> Participant {
        Participant {
            person: participant.person,
            country: participant.country.as_ref().map(|country| self.country(country)),
            organization: participant.organization.as_ref().map(|words| self.words(words)),
            role: self.same(&participant.role),
            excerpt: self.excerpt(&participant.excerpt),
        }
    }

    fn summit(&self, summit: &Summit) -> Summit {
        let words = |words: &Option<Anchored<String>>| words.as_ref().map(|words| self.words(words));
        let minutes = |minutes: &Anchored<u32>| {
            self.anchored(minutes, |this, minutes| {
                this.substitutions.value(&minutes.to_string()).and_then(|new| new.parse().ok()).unwrap_or(*minutes)
            })
        };
        let begins = |begins: &SummitTime| SummitTime {
            time: self.time(&begins.time),
            part_of_day: begins.part_of_day.map(|part| self.part_of_day(part)),
            zone: begins.zone.as_deref().map(|zone| self.string(zone)),
        };
        let delegation = |delegation: &Delegation| Delegation {
            country: delegation.country.as_ref().map(|country| self.country(country)),
            complete: delegation.complete,
            members: delegation.members.clone(),
        };
        let meal = |meal: &Meal| Meal {
            kind: self.meal(meal.kind),
            relation: meal.relation,
            excerpt: self.excerpt(&meal.excerpt),
        };
        Summit {
            id: summit.id,
            status: self.same(&summit.status),
            mode: self.same(&summit.mode),
            layout: summit.layout,
            participants: summit.participants.iter().map(|participant| self.participant(participant)).collect(),
            begins: summit.begins.as_ref().map(begins),
            ends: summit.ends.as_ref().map(|time| self.time(time)),
            duration_minutes: summit.duration_minutes.as_ref().map(minutes),
            venue: words(&summit.venue),
            locality: words(&summit.locality),
            region: words(&summit.region),
            country: summit.country.as_ref().map(|country| self.country(country)),
            host_event: words(&summit.host_event),
            delegations: summit.delegations.iter().map(delegation).collect(),
            meals: summit.meals.iter().map(meal).collect(),
            mentions: self.excerpts(&summit.mentions),
        }
    }

    fn part_of_day(&self, part: PartOfDay) -> PartOfDay {
        const NAMES: [(PartOfDay, &str); 4] = [
            (PartOfDay::Morning, "morning"),
            (PartOfDay::Afternoon, "afternoon"),
            (PartOfDay::Evening, "evening"),
            (PartOfDay::Night, "night"),
        ];
        self.named(part, &NAMES)
    }

    fn meal(&self, meal: MealKind) -> MealKind {
        const NAMES: [(MealKind, &str); 6] = [
            (MealKind::Breakfast, "breakfast"),
            (MealKind::Lunch, "lunch"),
            (MealKind::Dinner, "dinner"),
            (MealKind::Banquet, "banquet"),
            (MealKind::Reception, "reception"),
            (MealKind::Tea, "tea"),
        ];
        self.named(meal, &NAMES)
    }

    /// The value whose name takes the place of this one's name.
    fn named<T: Copy + PartialEq>(&self, value: T, names: &[(T, &str)]) -> T {
        let name = names.iter().find(|(named, _)| *named == value).map(|(_, name)| *name);
        let other = name.and_then(|name| self.substitutions.value(name));
        names.iter().find(|(_, name)| Some(*name) == other).map_or(value, |(named, _)| *named)
    }

    fn party(&self, party: &Party) -> Party {
        Party { people: party.people.clone(), anchor: self.anchor(&party.anchor) }
    }

    fn statement(&self, statement: &Statement) -> Statement {
        Statement {
            id: statement.id,
            kind: statement.kind,
            speaker: statement.speaker.as_ref().map(|party| self.party(party)),
            cue: statement.cue.as_ref().map(|cue| self.excerpt(cue)),
            addressee: statement.addressee.as_ref().map(|party| self.party(party)),
            parts: self.excerpts(&statement.parts),
            continues: statement.continues,
            replies_to: statement.replies_to,
            within: statement.within,
            summit: statement.summit,
            polarity: self.same(&statement.polarity),
        }
    }

    fn quantity(&self, quantity: &Quantity) -> Quantity {
        let value = self.substitutions.value(quantity.value.as_str()).and_then(|digits| Decimal::new(digits).ok());
        Quantity {
            id: quantity.id,
            value: value.unwrap_or_else(|| quantity.value.clone()),
            unit: self.string(&quantity.unit),
            hedge: self.same(&quantity.hedge),
            excerpt: self.excerpt(&quantity.excerpt),
            asserted_by: quantity.asserted_by,
        }
    }
}

#[cfg(test)]
mod tests;
