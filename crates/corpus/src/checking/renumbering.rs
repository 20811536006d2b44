//! Lists in the order of the text, numbered in order.

use rapporteur_model::{PersonId, QuantityId, Record, Span, StatementId, SummitId};

use super::walk::{Listed, Reference, lists, references};

/// The record with its lists in the order of their first spans and numbered from 1, and what refers to them corrected.
/// None where an id is doubled or leads nowhere: it would then lead to something else.
pub(super) fn renumbered(record: &Record) -> Option<Record> {
    let [people, summits, statements, quantities] = lists(record).map(|list| order(&list));
    let (people, summits, statements, quantities) = (people?, summits?, statements?, quantities?);
    let mut leads_nowhere = false;
    references(record, &mut |_, reference| {
        leads_nowhere |= match reference {
            Reference::Person(id) => people.place(id.index()).is_none(),
            Reference::Summit(id) => summits.place(id.index()).is_none(),
            Reference::Statement(id) => statements.place(id.index()).is_none(),
        };
    });
    if leads_nowhere {
        return None;
    }
    let person = |id: &mut PersonId| *id = people.place(id.index()).map_or(*id, PersonId::from_index);
    let statement = |id: &mut StatementId| *id = statements.place(id.index()).map_or(*id, StatementId::from_index);
    let summit = |id: &mut SummitId| *id = summits.place(id.index()).map_or(*id, SummitId::from_index);
    let mut new = record.clone();
    new.people = people.of(&record.people);
    new.summits = summits.of(&record.summits);
    new.statements = statements.of(&record.statements);
    new.quantities = quantities.of(&record.quantities);
    for (index, one) in new.people.iter_mut().enumerate() {
        one.id = PersonId::from_index(index);
    }
    for (index, one) in new.summits.iter_mut().enumerate() {
        one.id = SummitId::from_index(index);
        one.participants.iter_mut().filter_map(|participant| participant.person.as_mut()).for_each(person);
        one.delegations.iter_mut().flat_map(|delegation| &mut delegation.members).for_each(person);
    }
    for (index, one) in new.statements.iter_mut().enumerate() {
        one.id = StatementId::from_index(index);
        let parties = [&mut one.speaker, &mut one.addressee].into_iter().flatten();
        parties.flat_map(|party| &mut party.people).for_each(person);
        [&mut one.continues, &mut one.replies_to, &mut one.within].into_iter().flatten().for_each(statement);
        one.summit.iter_mut().for_each(summit);
    }
    for (index, one) in new.quantities.iter_mut().enumerate() {
        one.id = QuantityId::from_index(index);
        one.asserted_by.iter_mut().for_each(statement);
    }
    Some(new)
}

/// In which order the items of a list should stand.
struct Order {
    /// Indices of the items as they stand.
    items: Vec<usize>,
    /// For each index that an id stands for now, in ascending order, the one that it should stand for.
    places: Vec<(usize, usize)>,
}

impl Order {
    fn place(&self, id: usize) -> Option<usize> {
        let at = self.places.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        self.places.get(at).map(|&(_, place)| place)
    }

    fn of<T: Clone>(&self, items: &[T]) -> Vec<T> {
        self.items.iter().filter_map(|&index| items.get(index).cloned()).collect()
    }
}

/// The order of a list; none where two of its items have one id. What has no span stays behind what it stands behind.
fn order(list: &Listed) -> Option<Order> {
    let mut start = 0;
    let keyed = list.items.iter().map(|&(_, span)| {
        start = span.map_or(start, Span::start);
        start
    });
    let keys: Vec<u32> = keyed.collect();
    let mut items: Vec<usize> = (0..list.items.len()).collect();
    items.sort_by_key(|&index| keys[index]);
    let mut places: Vec<(usize, usize)> =
        items.iter().enumerate().map(|(place, &index)| (list.items[index].0, place)).collect();
    places.sort_unstable();
    places.windows(2).all(|two| two[0].0 != two[1].0).then_some(Order { items, places })
}
