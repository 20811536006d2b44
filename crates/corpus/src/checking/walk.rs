//! Walks over the parts of a record that rules look at, each with its place.

use rapporteur_model::{
    Anchor, Anchored, Article, Country, Delegation, Excerpt, Meal, Office, Participant, Party, Person, PersonId,
    Quantity, Record, Span, Stamp, Statement, StatementId, Summit, SummitId, SummitTime,
};

use super::{Subject, reading_rules::is_reading_rule};
use crate::record_file::Path;

/// Takes each span of a record: its place, the span, and the words that the record gives it; a block has none.
type Visit<'v> = dyn FnMut(&Path<'_>, Span, Option<&str>) + 'v;

/// Takes each anchor of a record, and its place.
type VisitAnchor<'v> = dyn FnMut(&Path<'_>, &Anchor) + 'v;

/// What takes the parts of a record that hold spans, as they are met.
struct Visitor<'v, 'w> {
    span: &'v mut Visit<'w>,
    anchor: &'v mut VisitAnchor<'w>,
}

/// Visits every span of a record, in the order in which the record is printed.
pub(super) fn spans(record: &Record, visit: &mut Visit<'_>) {
    walk(record, &mut Visitor { span: visit, anchor: &mut |_, _| () });
}

/// Visits every anchor of a record, in the order in which the record is printed.
pub(super) fn anchors(record: &Record, visit: &mut VisitAnchor<'_>) {
    walk(record, &mut Visitor { span: &mut |_, _, _| (), anchor: visit });
}

fn walk(record: &Record, visit: &mut Visitor<'_, '_>) {
    let root = Path::Root;
    record.article.spans(&root.key("article"), visit);
    record.people.spans(&root.key("people"), visit);
    record.summits.spans(&root.key("summits"), visit);
    record.statements.spans(&root.key("statements"), visit);
    record.quantities.spans(&root.key("quantities"), visit);
}

/// What holds spans.
trait Spans {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>);
}

impl<T: Spans> Spans for Option<T> {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        if let Some(value) = self {
            value.spans(path, visit);
        }
    }
}

impl<T: Spans> Spans for [T] {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        for (index, item) in self.iter().enumerate() {
            item.spans(&path.item(index), visit);
        }
    }
}

impl Spans for Excerpt {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        (visit.span)(path, self.span, Some(&self.text));
    }
}

impl Spans for Anchor {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        (visit.anchor)(path, self);
        self.excerpt().spans(path, visit);
        self.from().spans(&path.key("from"), visit);
    }
}

impl<T> Spans for Anchored<T> {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        if let Some(anchor) = self.anchor() {
            anchor.spans(path, visit);
        }
    }
}

impl Spans for Stamp {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.time.spans(path, visit);
    }
}

impl Spans for SummitTime {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.time.spans(path, visit);
    }
}

impl Spans for Party {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.anchor.spans(path, visit);
    }
}

impl Spans for Meal {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.excerpt.spans(path, visit);
    }
}

impl Spans for Delegation {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.country.spans(&path.key("country"), visit);
    }
}

impl Spans for Article {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        let blocks = path.key("blocks");
        for (index, block) in self.blocks.iter().enumerate() {
            (visit.span)(&blocks.item(index), block.span, None);
        }
        self.prefix_date.spans(&path.key("prefix_date"), visit);
        self.headline.spans(&path.key("headline"), visit);
        self.published.spans(&path.key("published"), visit);
        self.updated.spans(&path.key("updated"), visit);
        self.dateline.spans(&path.key("dateline"), visit);
        self.byline.spans(&path.key("byline"), visit);
    }
}

impl Spans for Person {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.name.spans(&path.key("name"), visit);
        self.mentions.spans(&path.key("mentions"), visit);
        self.offices.spans(&path.key("offices"), visit);
    }
}

impl Spans for Office {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.title.spans(&path.key("title"), visit);
        self.class.spans(&path.key("class"), visit);
        self.country.spans(&path.key("country"), visit);
    }
}

impl Spans for Summit {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.status.spans(&path.key("status"), visit);
        self.mode.spans(&path.key("mode"), visit);
        self.participants.spans(&path.key("participants"), visit);
        self.begins.spans(&path.key("begins"), visit);
        self.ends.spans(&path.key("ends"), visit);
        self.duration_minutes.spans(&path.key("duration_minutes"), visit);
        self.venue.spans(&path.key("venue"), visit);
        self.locality.spans(&path.key("locality"), visit);
        self.region.spans(&path.key("region"), visit);
        self.country.spans(&path.key("country"), visit);
        self.host_event.spans(&path.key("host_event"), visit);
        self.delegations.spans(&path.key("delegations"), visit);
        self.meals.spans(&path.key("meals"), visit);
        self.mentions.spans(&path.key("mentions"), visit);
    }
}

impl Spans for Participant {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.country.spans(&path.key("country"), visit);
        self.organization.spans(&path.key("organization"), visit);
        self.role.spans(&path.key("role"), visit);
        self.excerpt.spans(path, visit);
    }
}

impl Spans for Statement {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.speaker.spans(&path.key("speaker"), visit);
        self.cue.spans(&path.key("cue"), visit);
        self.addressee.spans(&path.key("addressee"), visit);
        self.parts.spans(&path.key("parts"), visit);
        self.polarity.spans(&path.key("polarity"), visit);
    }
}

impl Spans for Quantity {
    fn spans(&self, path: &Path<'_>, visit: &mut Visitor<'_, '_>) {
        self.hedge.spans(&path.key("hedge"), visit);
        self.excerpt.spans(path, visit);
    }
}

/// Why a span of a record does not fit its text. A span has one reason at most.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It leaves the text.
    OutOfBounds,
    /// It begins or ends inside a character.
    InsideCharacter,
    /// Other words stand there.
    OtherWords,
}

impl Misfit {
    /// The reason why a span with these words does not fit.
    ///
    /// Of a block only the start can cut a character: where it ends is where the next one must begin.
    pub(super) fn of(text: &str, span: Span, words: Option<&str>) -> Option<Self> {
        let range = span.range();
        if range.end > text.len() {
            Some(Self::OutOfBounds)
        } else if !text.is_char_boundary(range.start) || (words.is_some() && !text.is_char_boundary(range.end)) {
            Some(Self::InsideCharacter)
        } else if words.is_some_and(|words| text.get(range) != Some(words)) {
            Some(Self::OtherWords)
        } else {
            None
        }
    }
}

/// What several rules look for in all spans and anchors of a record, seen in one walk.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Glance {
    /// Whether a span does not fit the text, which is the record's.
    pub(super) has_misfit: bool,
    /// Whether a span that should hold words is empty.
    pub(super) has_empty: bool,
    /// Whether an anchor names a rule that is none of the reader's.
    pub(super) has_other_rule: bool,
}

impl Glance {
    /// Looks at a record, and at its text where the article is the record's.
    pub(super) fn of(record: &Record, text: Option<&str>) -> Self {
        let (mut has_misfit, mut has_empty, mut has_other_rule) = (false, false, false);
        let mut span = |_: &Path<'_>, span: Span, words: Option<&str>| {
            has_misfit |= text.is_some_and(|text| Misfit::of(text, span, words).is_some());
            has_empty |= span.is_empty() && words.is_some();
        };
        let mut anchor = |_: &Path<'_>, anchor: &Anchor| {
            has_other_rule |= anchor.rule().is_some_and(|rule| !is_reading_rule(rule));
        };
        walk(record, &mut Visitor { span: &mut span, anchor: &mut anchor });
        Self { has_misfit, has_empty, has_other_rule }
    }
}

/// Visits the spans of a record that do not fit its text for this reason. A record of another text has none: its spans
/// are meaningless as a whole, which is another finding.
pub(super) fn misfits(subject: &Subject<'_>, misfit: Misfit, visit: &mut Visit<'_>) {
    let Some((text, record)) = subject.bound().filter(|_| subject.glance().has_misfit) else { return };
    spans(record, &mut |path, span, words| {
        if Misfit::of(text, span, words) == Some(misfit) {
            visit(path, span, words);
        }
    });
}

/// An id that one part of a record gives to refer to another.
#[derive(Clone, Copy)]
pub(super) enum Reference {
    Person(PersonId),
    Summit(SummitId),
    Statement(StatementId),
}

/// Visits every reference of a record, in the order in which the record is printed.
pub(super) fn references(record: &Record, visit: &mut dyn FnMut(&Path<'_>, Reference)) {
    let root = Path::Root;
    let summits = root.key("summits");
    for (index, summit) in record.summits.iter().enumerate() {
        let summit_path = summits.item(index);
        let participants = summit_path.key("participants");
        for (index, participant) in summit.participants.iter().enumerate() {
            if let Some(person) = participant.person {
                visit(&participants.item(index).key("person"), Reference::Person(person));
            }
        }
        let delegations = summit_path.key("delegations");
        for (index, delegation) in summit.delegations.iter().enumerate() {
            let delegation_path = delegations.item(index);
            people(&delegation.members, &delegation_path.key("members"), visit);
        }
    }
    let statements = root.key("statements");
    for (index, statement) in record.statements.iter().enumerate() {
        let path = statements.item(index);
        for (key, party) in [("speaker", &statement.speaker), ("addressee", &statement.addressee)] {
            if let Some(party) = party {
                let party_path = path.key(key);
                people(&party.people, &party_path.key("people"), visit);
            }
        }
        let others =
            [("continues", statement.continues), ("replies_to", statement.replies_to), ("within", statement.within)];
        for (key, other) in others {
            if let Some(other) = other {
                visit(&path.key(key), Reference::Statement(other));
            }
        }
        if let Some(summit) = statement.summit {
            visit(&path.key("summit"), Reference::Summit(summit));
        }
    }
    let quantities = root.key("quantities");
    for (index, quantity) in record.quantities.iter().enumerate() {
        if let Some(statement) = quantity.asserted_by {
            visit(&quantities.item(index).key("asserted_by"), Reference::Statement(statement));
        }
    }
}

fn people(ids: &[PersonId], path: &Path<'_>, visit: &mut dyn FnMut(&Path<'_>, Reference)) {
    for (index, &id) in ids.iter().enumerate() {
        visit(&path.item(index), Reference::Person(id));
    }
}

/// Visits every country of a record, in the order in which the record is printed.
pub(super) fn countries(record: &Record, visit: &mut dyn FnMut(&Path<'_>, &Anchored<Country>)) {
    let mut take = |path: &Path<'_>, country: &Option<Anchored<Country>>| {
        if let Some(country) = country {
            visit(&path.key("country"), country);
        }
    };
    let root = Path::Root;
    let people = root.key("people");
    for (index, person) in record.people.iter().enumerate() {
        let person_path = people.item(index);
        let offices = person_path.key("offices");
        person.offices.iter().enumerate().for_each(|(index, office)| take(&offices.item(index), &office.country));
    }
    let summits = root.key("summits");
    for (index, summit) in record.summits.iter().enumerate() {
        let path = summits.item(index);
        let participants = path.key("participants");
        summit.participants.iter().enumerate().for_each(|(index, one)| take(&participants.item(index), &one.country));
        take(&path, &summit.country);
        let delegations = path.key("delegations");
        summit.delegations.iter().enumerate().for_each(|(index, one)| take(&delegations.item(index), &one.country));
    }
}

/// One of a record's lists of things with ids.
pub(super) struct Listed {
    /// The member of the record.
    pub(super) list: &'static str,
    /// The letter of its ids.
    pub(super) letter: char,
    /// For each item the index that its id stands for, and the span that decides its place in the list.
    pub(super) items: Vec<(usize, Option<Span>)>,
}

/// The four lists of a record.
pub(super) fn lists(record: &Record) -> [Listed; 4] {
    let first = |spans: &[Excerpt]| spans.first().map(|excerpt| excerpt.span);
    [
        Listed {
            list: "people",
            letter: 'p',
            items: record.people.iter().map(|person| (person.id.index(), first(&person.mentions))).collect(),
        },
        Listed {
            list: "summits",
            letter: 'm',
            items: record.summits.iter().map(|summit| (summit.id.index(), first(&summit.mentions))).collect(),
        },
        Listed {
            list: "statements",
            letter: 's',
            items: record.statements.iter().map(|statement| (statement.id.index(), first(&statement.parts))).collect(),
        },
        Listed {
            list: "quantities",
            letter: 'q',
            items: record.quantities.iter().map(|one| (one.id.index(), Some(one.excerpt.span))).collect(),
        },
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::record_file::arbitrary;

    /// Pointers of all objects of a record's JSON that hold a span.
    fn objects_with_a_start(tree: &Value, path: &Path<'_>, out: &mut Vec<String>) {
        match tree {
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| objects_with_a_start(item, &path.item(index), out));
            }
            Value::Object(members) => {
                if members.get("start").is_some_and(Value::is_u64) {
                    out.push(path.to_string());
                }
                members.iter().for_each(|(key, member)| objects_with_a_start(member, &path.key(key), out));
            }
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn no_span_is_forgotten(record in arbitrary::record()) {
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            objects_with_a_start(&serde_json::to_value(&record).unwrap(), &Path::Root, &mut expected);
            spans(&record, &mut |path, _, _| found.push(path.to_string()));
            expected.sort();
            found.sort();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn references_and_countries_are_where_they_are_said_to_be(record in arbitrary::record()) {
            let tree = serde_json::to_value(&record).unwrap();
            let (mut ids, mut codes) = (0, 0);
            references(&record, &mut |path, reference| {
                let id = match reference {
                    Reference::Person(id) => id.to_string(),
                    Reference::Summit(id) => id.to_string(),
                    Reference::Statement(id) => id.to_string(),
                };
                assert_eq!(tree.pointer(&path.to_string()), Some(&Value::from(id)));
                ids += 1;
            });
            countries(&record, &mut |path, country| {
                let code = &tree.pointer(&path.to_string()).unwrap()["value"];
                assert_eq!(code, country.value().as_str());
                codes += 1;
            });
            // An id in quotes stands once for itself in its list, and the rest are references.
            let mut strings = Vec::new();
            collect(&tree, "", &mut strings);
            let owned = record.people.len() + record.summits.len() + record.statements.len() + record.quantities.len();
            let named = ["id", "person", "members", "people", "continues", "replies_to", "within", "summit", "asserted_by"];
            let all = strings.iter().filter(|(key, _)| named.contains(&key.as_str())).count();
            // The record's own id is the one that is no reference and in no list.
            prop_assert_eq!(ids, all - owned - 1);
            let all = strings.iter().filter(|(key, _)| key == "country").count();
            prop_assert_eq!(codes, all);
        }
    }

    /// Every string of a tree with the name of the member that holds it, or of the one that holds its `value`.
    fn collect(tree: &Value, key: &str, out: &mut Vec<(String, String)>) {
        match tree {
            Value::Array(items) => items.iter().for_each(|item| collect(item, key, out)),
            Value::Object(members) => {
                for (name, member) in members {
                    let name = match name.as_str() {
                        "value" => key,
                        "text" | "basis" | "rule" if key == "country" || key == "people" => "other",
                        other => other,
                    };
                    collect(member, name, out);
                }
            }
            Value::String(text) => out.push((key.to_owned(), text.clone())),
            _ => {}
        }
    }
}
