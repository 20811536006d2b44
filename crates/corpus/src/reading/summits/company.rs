//! Who sat at the table beside the leaders, and what they ate.

use std::{collections::HashSet, ops::Range};

use rapporteur_model::{BlockKind, Country, MealKind, MealRelation, Status};

use super::{DelegationFound, MealFound, SummitFound, settings::is_to_come};
use crate::reading::{
    names,
    people::{CountryFound, Side, sides},
    phrases::Parties,
    text::{Text, TokenKind},
    times::{self, Day, Time},
    traits::Trait,
};

/// Gives each summit its delegations and meals.
pub(super) fn seat(parties: Parties<'_, '_>, summits: &mut [SummitFound]) {
    let told = Told::new(summits);
    for (sentence, meal) in meals(parties.text) {
        let Some(index) = summit_of_meal(parties, &told, summits, sentence, &meal) else { continue };
        let summit = &mut summits[index];
        if summit.meals.iter().all(|known| known.kind != meal.kind) {
            let relation = relation(parties.text, summit, sentence, meal.token);
            summit.meals.push(MealFound { relation, ..meal });
        }
    }
    let named = sides(parties.text).into_iter().map(|side| List::of_side(parties, &side));
    let mut lists: Vec<List> = named.collect();
    lists.extend(sideless(parties));
    lists.sort_by_key(|list| list.verb);
    // The sentence of the list before, its side, and at which meetings its people sat.
    let mut previous: Option<(usize, Option<Country>, Vec<usize>)> = None;
    for mut list in lists.into_iter().filter(|list| !list.members.is_empty()) {
        let sentence = parties.text.sentence_of(list.verb);
        // "The Kenyan side comprised": the list of one side directly behind that of the other is of the same meeting.
        let side = list.side.as_ref().map(|side| side.country);
        let beside = previous.filter(|(before, other, indices)| {
            sentence == before + 1
                && side.is_some()
                && other.is_some()
                && *other != side
                && !list.is_shared
                && indices.len() == 1
                && indices.iter().all(|&index| takes(parties, &list, &summits[index]))
                && !told.tells(sentence)
                && goes_on(parties.text, sentence)
        });
        let indices = match beside {
            Some((.., indices)) => indices,
            None => summits_of_list(parties, &told, summits, &list),
        };
        previous = Some((sentence, side, indices.clone()));
        if list.is_shared && list.side.is_none() {
            // Who attended all the meetings of one leader, and is of no country by name, is of the leader's.
            let homeless = |member: &usize| parties.people.people[*member].country().is_none();
            let leader = common_leader(summits, &indices);
            list.side = leader.and_then(|leader| parties.people.people[leader].country().cloned());
            if list.side.is_none() {
                list.members.retain(|member| !homeless(member));
            }
        }
        for index in indices {
            for delegation in delegations(parties, &list, &summits[index]) {
                summits[index].add_delegation(delegation);
            }
        }
    }
}

/// Whether a sentence names no place or day of its own before its list: "The Kenyan side", "On the Kenyan side".
fn goes_on(text: &Text<'_>, sentence: usize) -> bool {
    let first = text.sentences[sentence].tokens.start;
    text.is_any(first, &["also", "from", "meanwhile", "the", "those"])
        || text.is_any(first, &["for", "on"]) && text.is(first + 1, "the")
}

/// The one leader who took part in all of these meetings.
fn common_leader(summits: &[SummitFound], indices: &[usize]) -> Option<usize> {
    let (first, others) = indices.split_first()?;
    let is_common = |person: &usize| others.iter().all(|&index| summits[index].has(*person));
    let mut common = summits[*first].participants.iter().map(|(person, _)| *person).filter(is_common);
    common.next().filter(|_| common.next().is_none())
}

/// How many meetings one list of attendees can belong to, and how many back one is looked for.
const MOST_SHARED: usize = 16;

/// In which order the text tells of meetings.
struct Told {
    /// Each sentence that tells of a meeting, with the meeting, in order.
    sentences: Vec<(usize, usize)>,
}

impl Told {
    fn new(summits: &[SummitFound]) -> Self {
        let of = |(index, summit): (usize, &SummitFound)| {
            summit.sentences.iter().map(|&sentence| (sentence, index)).collect::<Vec<_>>()
        };
        let mut sentences: Vec<(usize, usize)> = summits.iter().enumerate().flat_map(of).collect();
        sentences.sort_unstable();
        Self { sentences }
    }

    /// Whether a sentence tells of a meeting.
    fn tells(&self, sentence: usize) -> bool {
        self.sentences.binary_search_by_key(&sentence, |(told, _)| *told).is_ok()
    }

    /// The meetings told in a sentence or before it, the last first, each once.
    fn before(&self, sentence: usize) -> Vec<usize> {
        let end = self.sentences.partition_point(|(told, _)| *told <= sentence);
        let mut found: Vec<usize> = Vec::new();
        for (_, index) in self.sentences[..end].iter().rev().take(4 * MOST_SHARED) {
            if found.len() < MOST_SHARED && !found.contains(index) {
                found.push(*index);
            }
        }
        found
    }
}

/// A list of people who were there.
struct List {
    /// The verb that says so.
    verb: usize,
    side: Option<CountryFound>,
    complete: Option<bool>,
    members: Vec<usize>,
    /// Whether its words say that it is of a meeting, which a list without a side must.
    is_of_meeting: bool,
    /// Whether they say that it is of several meetings.
    is_shared: bool,
}

impl List {
    /// The people of a side's list, and whether it is closed.
    fn of_side(parties: Parties<'_, '_>, side: &Side) -> Self {
        let country = CountryFound {
            country: side.country.country(),
            tokens: side.country.tokens.clone(),
            outside: None,
            rule: None,
        };
        Self {
            verb: side.verb,
            side: Some(country),
            complete: openness(parties.text, side.verb, &side.list),
            members: members(parties, &side.list),
            is_of_meeting: true,
            is_shared: is_shared(parties.text, side.verb),
        }
    }
}

/// Whether the people of a list can have sat at a meeting: their leader took part in it.
fn takes(parties: Parties<'_, '_>, list: &List, summit: &SummitFound) -> bool {
    let countries: HashSet<Country> = match &list.side {
        Some(side) => HashSet::from([side.country]),
        None => list.members.iter().filter_map(|&member| country_of(parties, member)).collect(),
    };
    let leads = |person: usize| country_of(parties, person).is_some_and(|country| countries.contains(&country));
    summit.is_on() && (countries.is_empty() || summit.participants.iter().any(|(person, _)| leads(*person)))
}

/// The summits at which the people of a list sat: the one told last before it in which their leader takes part, or all
/// of those where it says so.
fn summits_of_list(parties: Parties<'_, '_>, told: &Told, summits: &[SummitFound], list: &List) -> Vec<usize> {
    let text = parties.text;
    let sentence = text.sentence_of(list.verb);
    let tokens = around(text, sentence, list.verb);
    let fits = |index: usize| takes(parties, list, &summits[index]);
    let mut before: Vec<usize> = told.before(sentence).into_iter().filter(|&index| fits(index)).collect();
    if before.is_empty() {
        return (0..summits.len()).take(MOST_SHARED).find(|&index| fits(index)).into_iter().collect();
    }
    // Who was there was there at what has been, save where the list says who will be.
    let status = if is_to_come(text, tokens.start, list.verb + 1) { Status::Planned } else { Status::Held };
    if before.iter().any(|&index| summits[index].status == status) {
        before.retain(|&index| summits[index].status == status);
    }
    if list.is_shared {
        before.sort_unstable();
        return before;
    }
    let day = day_in(text, &tokens);
    let is_of_day = |index: &&usize| day.is_some() && summits[**index].day.as_ref().map(|day| day.day) == day;
    let names_all = |index: &&usize| {
        let near = text.sentences[sentence.saturating_sub(1)].tokens.start..tokens.end;
        summits[**index].sentences.binary_search(&sentence).is_ok() || names_all(parties, &near, &summits[**index])
    };
    before
        .iter()
        .find(is_of_day)
        .or_else(|| before.iter().find(names_all))
        .or(before.first())
        .copied()
        .into_iter()
        .collect()
}

/// "at all three meetings", "at both summits", "attended the meetings".
fn is_shared(text: &Text<'_>, verb: usize) -> bool {
    let tokens = around(text, text.sentence_of(verb), verb);
    (tokens.start + 1..tokens.end).any(|at| {
        let before = |words: usize| at.checked_sub(words).filter(|at| *at >= tokens.start);
        let quantified = text.is_any(at - 1, &["all", "both", "the"])
            || before(2).is_some_and(|at| text.is_any(at, &["all", "the"]));
        text.is_any(at, &["meetings", "summits"]) && quantified
    })
}

/// A sentence, or of a very long one the words around a token of it.
fn around(text: &Text<'_>, sentence: usize, token: usize) -> Range<usize> {
    const WORDS: usize = 150;
    let tokens = &text.sentences[sentence].tokens;
    tokens.start.max(token.saturating_sub(WORDS))..tokens.end.min(token.saturating_add(WORDS))
}

fn country_of(parties: Parties<'_, '_>, person: usize) -> Option<Country> {
    parties.people.people[person].country().map(|found| found.country)
}

/// Whether tokens name everybody who met.
fn names_all(parties: Parties<'_, '_>, tokens: &Range<usize>, summit: &SummitFound) -> bool {
    const LONGEST: usize = 300;
    let mentions = parties.people.mentions_in(tokens);
    tokens.len() <= LONGEST
        && summit.participants.iter().all(|(person, _)| mentions.iter().any(|mention| mention.person == *person))
}

/// The country of the leader whose minister or adviser somebody is called in the sentence of a list: "Lee's adviser Roy".
fn country_of_owner(parties: Parties<'_, '_>, verb: usize, member: usize) -> Option<CountryFound> {
    const WORDS: usize = 8;
    let text = parties.text;
    let tokens = around(text, text.sentence_of(verb), verb);
    let mention = parties.people.mentions_in(&tokens).iter().find(|mention| mention.person == member)?;
    let near = mention.tokens.start.saturating_sub(1)..mention.tokens.end.min(mention.tokens.start + WORDS);
    let possessive = near.into_iter().find(|&at| text.kind(at) == Some(TokenKind::Possessive))?;
    // The owner's name may stand within the other one's: it is that of the leader named so before.
    let name = text.word(possessive.checked_sub(1)?);
    let is_named = |leader: usize| {
        let known = parties.people.people[leader].name.as_ref();
        known.is_some_and(|name_found| name_found.end.checked_sub(1).is_some_and(|last| text.word(last) == name))
    };
    let before = parties.people.mentions_in(&(0..mention.tokens.start)).iter().rev().take(MOST_BEFORE);
    let mut leaders = before.map(|mention| mention.person).filter(|&person| parties.people.is_leader(person));
    parties.people.people[leaders.find(|&leader| leader != member && is_named(leader))?].country().cloned()
}

/// The one weekday or date that tokens name.
fn day_in(text: &Text<'_>, tokens: &Range<usize>) -> Option<Day> {
    let day = |time| match time {
        Time::Day(day) => Some(day.day),
        _ => None,
    };
    let mut days = times::times(text, tokens).into_iter().filter_map(day);
    let first = days.next().filter(|day| matches!(day, Day::Weekday(_) | Day::Dated { .. }))?;
    days.all(|day| day == first).then_some(first)
}

/// The sides of a summit on which the people of a list sat.
fn delegations(parties: Parties<'_, '_>, list: &List, summit: &SummitFound) -> Vec<DelegationFound> {
    let complete = list.complete;
    if let Some(side) = &list.side {
        // "Lee was joined by her own minister and the Kenyan one": who is of the other country sat on that side.
        let is_other = |member: usize| {
            let stated = parties.people.people[member].country().filter(|found| found.rule.is_none());
            stated.is_some_and(|own| {
                let leads = |person: usize| country_of(parties, person) == Some(own.country);
                own.country != side.country && summit.participants.iter().any(|(person, _)| leads(*person))
            })
        };
        let members = list.members.iter().copied().filter(|&member| !is_other(member)).collect();
        return vec![DelegationFound { country: Some(side.clone()), complete, members }];
    }
    let mut seated: Vec<DelegationFound> = Vec::new();
    let has_country = |member: &usize| parties.people.people[*member].country().is_some();
    let is_mixed = list.members.iter().any(has_country);
    // Whose country nothing says sits beside whom the list names before; whoever is named first may be of any side.
    let mut beside: Option<CountryFound> = None;
    for &member in &list.members {
        let own = parties.people.people[member].country().cloned();
        let country = own.or_else(|| country_of_owner(parties, list.verb, member)).or_else(|| beside.clone());
        beside.clone_from(&country);
        if country.is_none() && is_mixed {
            continue;
        }
        if country.is_none() && !list.is_of_meeting {
            continue;
        }
        let same = |delegation: &&mut DelegationFound| {
            delegation.country.as_ref().map(|found| found.country) == country.as_ref().map(|found| found.country)
        };
        match seated.iter_mut().find(same) {
            Some(delegation) => delegation.members.push(member),
            None => seated.push(DelegationFound { country, complete, members: vec![member] }),
        }
    }
    seated
}

impl SummitFound {
    /// Whether it took place or is to.
    fn is_on(&self) -> bool {
        matches!(self.status, Status::Held | Status::Planned)
    }

    /// Adds a side's people, the leaders apart, to those already known of that side.
    fn add_delegation(&mut self, mut more: DelegationFound) {
        more.members.retain(|member| self.participants.iter().all(|(person, _)| person != member));
        let country = more.country.as_ref().map(|found| found.country);
        // Whoever has a seat already is not seated again.
        more.members.retain(|member| self.delegations.iter().all(|known| !known.members.contains(member)));
        let is_same = |known: &&mut DelegationFound| known.country.as_ref().map(|found| found.country) == country;
        match self.delegations.iter_mut().find(is_same) {
            Some(known) => {
                known.complete = known.complete.or(more.complete);
                more.members.retain(|member| !known.members.contains(member));
                known.members.append(&mut more.members);
            }
            None if more.members.is_empty() => {}
            None => self.delegations.push(more),
        }
    }
}

/// The people named within `list`, the leaders apart. What a relative clause says is of others.
fn members(parties: Parties<'_, '_>, list: &Range<usize>) -> Vec<usize> {
    let text = parties.text;
    let mut members: Vec<usize> = Vec::new();
    let mut aside = list.start;
    for mention in parties.people.mentions_in(list) {
        let first = mention.tokens.start;
        let opens = (aside.max(list.start)..first)
            .rev()
            .take(40)
            .find(|&at| text.is_any(at, &["who", "which", "whose", "whom"]));
        if let Some(opens) = opens {
            let Some(close) = (opens..list.end).take(60).find(|&at| text.is(at, ",")) else { break };
            if close > first {
                continue;
            }
        }
        aside = mention.tokens.end;
        let is_member = !parties.people.is_leader(mention.person) && text.is_outside_quotations(first);
        if is_member && !members.contains(&mention.person) {
            members.push(mention.person);
        }
    }
    members
}

/// Whether a list is open or closed, as the words after its verb and in it say.
fn openness(text: &Text<'_>, verb: usize, list: &Range<usize>) -> Option<bool> {
    const VERB: usize = 4;
    let others = |at: usize| {
        text.is_any(at, &["others"]) || text.is(at, "other") && text.is_any(at + 1, &["members", "officials"])
    };
    if list.clone().any(|at| others(at) && at > 0 && text.is_any(at - 1, &["and", "among", "many", "several"])) {
        return Some(false);
    }
    // "Among those attending on the Kenyan side were"
    let start = text.sentences[text.sentence_of(verb)].tokens.start;
    if (verb.saturating_sub(12).max(start)..verb).any(|at| {
        text.is_any(at, &["among"]) && text.is_any(at + 1, &["attendees", "participants", "the", "them", "those"])
    }) {
        return Some(false);
    }
    let says = |words: &[&str]| (verb..verb + VERB).any(|at| text.is_any(at, words));
    if says(&["include", "included", "includes", "including"]) {
        Some(false)
    } else if says(&["comprise", "comprised", "comprises", "comprising", "consisted", "consists", "represented"])
        || says(&["made"]) && says(&["up"])
        || list.clone().any(|at| text.is_any(at, &["only"]))
        || says(&["only"])
    {
        Some(true)
    } else {
        None
    }
}

/// Words that end a list: another clause begins.
pub(in crate::reading) const ENDS: [&str; 7] = [";", "although", "but", "though", "when", "whereas", "while"];

/// Lists that name no side: "Lee was accompanied by A and B", whose side is Lee's; "A and B attended the talks", each on
/// the side of the country whose office they hold; "A, a member of the Kenyan delegation".
fn sideless(parties: Parties<'_, '_>) -> Vec<List> {
    let text = parties.text;
    let mut found = Vec::new();
    for sentence in &text.sentences {
        if text.passages[sentence.passage].kind != BlockKind::Paragraph {
            continue;
        }
        let Range { start, end } = sentence.tokens.clone();
        let ends = |at: usize| text.is_outside_quotations(at) && text.has(at, Trait::EndsCompany);
        // Where the list begins that the next verb tells of, and where its clause ends.
        let mut from = start;
        let mut at = start;
        let mut close = start;
        while at < end {
            if close <= at {
                close = (at + 1..end).find(|&at| ends(at)).unwrap_or(end);
            }
            let clause = from..close;
            let can_be = text.has(at, Trait::ListsCompany) && text.is_outside_quotations(at);
            let list = if can_be { list_at(parties, at, &clause) } else { None };
            if let Some((list, next)) = list {
                found.push(list);
                from = next.max(at + 1);
                at = from;
                continue;
            }
            from = if ends(at) { at + 1 } else { from };
            at += 1;
        }
    }
    found
}

/// Words, in lower case, by which a list can be found.
pub(in crate::reading) const LISTING: [&str; 26] = [
    "accompanied",
    "accompanying",
    "alongside",
    "attendance",
    "attended",
    "attending",
    "beside",
    "brings",
    "brought",
    "delegation",
    "entourage",
    "flanked",
    "for",
    "had",
    "has",
    "joined",
    "part",
    "participated",
    "party",
    "present",
    "represented",
    "sat",
    "side",
    "team",
    "took",
    "with",
];

/// The list that the word at token `at` tells of within its clause, and where it ends.
fn list_at(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    let text = parties.text;
    if text.is_any(at, &["accompanied", "flanked", "joined"]) {
        // "joined at the table by"
        let by = (at + 1..clause.end.min(at + 6))
            .take_while(|&by| !text.is_any(by, &[",", "and", "with"]))
            .find(|&by| text.is(by, "by"));
        if let Some(by) = by {
            return accompanied(parties, at, by, clause);
        }
    }
    // "Lee brought with her A and B", "Lee had brought along A"
    if text.is_any(at, &["brings", "brought"]) {
        let is_along = text.is(at + 1, "along") || text.is(at + 1, "with") && text.is_any(at + 2, &["her", "him"]);
        if !is_along {
            return None;
        }
        let by = at + 1;
        return accompanied(parties, at, by, clause);
    }
    // "Accompanying Lee at the talks were A and B", "A and B accompanied Lee", "Sitting beside Lee were A and B"
    if text.is_any(at, &["accompanied", "accompanying"])
        || text.is_any(at, &["alongside", "beside", "with"])
            && at > 0
            && text.is_any(at - 1, &["present", "seated", "sitting"])
    {
        return accompanying(parties, at, clause);
    }
    // "Lee had only her ambassador, A, with her"
    if text.is_any(at, &["had", "has"]) && !is_denied(text, at + 1) {
        return with_her(parties, at, clause);
    }
    if let Some(found) = of_country(parties, at, clause) {
        return Some(found);
    }
    // "The meeting was also attended by A and B"
    if text.is(at, "attended") && text.is(at + 1, "by") && is_meeting_attended(text, at, clause.start) {
        return Some((plain(parties, at, &(at + 2..clause.end), true), clause.end));
    }
    // "Also present were A and B", "Among those present were A and B"
    let opens = text.is_any(clause.start, &["also", "among", "attending", "present"]);
    if text.is_any(at, &["attending", "present"])
        && text.is_any(at + 1, &["was", "were"])
        && opens
        && at <= clause.start + 3
    {
        let list = at + 2..clause.end;
        return Some((plain(parties, at, &list, true), clause.end));
    }
    if let Some(end) = attends(text, at) {
        // "A and B sat in for Korea"
        let side = (end..clause.end.min(end + 2)).find(|&at| text.is(at, "for")).and_then(|at| {
            let place = names::place_at(text, at + 1, clause.end)?;
            Some(CountryFound { country: place.country(), tokens: place.tokens, outside: None, rule: None })
        });
        let is_of_meeting = !text.is(at, "present") || text.is_any(end, &["at", "during"]);
        let mut list = plain(parties, at, &(clause.start..at), is_of_meeting);
        // Where a side was named, its list is read already.
        list.members.retain(|_| (clause.start..at).all(|at| !text.is_any(at, &["side", "delegation", "team"])));
        return Some((List { side, ..list }, end));
    }
    if text.is_any(at, &["delegation", "entourage", "party", "team"]) {
        return member_of(parties, at, clause).or_else(|| own_delegation(parties, at, clause));
    }
    if text.is(at, "side") && at > 0 && text.kind(at - 1) == Some(TokenKind::Possessive) {
        return at_the_side(parties, at, clause);
    }
    None
}

/// Whether what was attended is a meeting, not the meal or the ceremony behind it: "The talks were attended by".
fn is_meeting_attended(text: &Text<'_>, attended: usize, start: usize) -> bool {
    const WORDS: usize = 20;
    if is_denied(text, attended) {
        return false;
    }
    let is_passive = (attended.saturating_sub(2).max(start)..attended).any(|at| text.is_any(at, &["was", "were"]));
    // "It was attended by"
    if text.is_any(start, &["it", "they"]) && attended <= start + 3 {
        return is_passive;
    }
    let others = ["ceremony", "concert", "event", "forum", "performance"];
    let noun = (attended.saturating_sub(WORDS).max(start)..attended).rev().find(|&at| {
        TALKS.contains(&text.word(at)) || meal_kind(text.word(at)).is_some() || others.contains(&text.word(at))
    });
    noun.is_some_and(|noun| {
        let is_beside = noun + 1 == attended || text.is(noun + 1, ",") && noun + 2 == attended;
        TALKS.contains(&text.word(noun)) && (is_passive || is_beside)
    })
}

fn plain(parties: Parties<'_, '_>, verb: usize, list: &Range<usize>, is_of_meeting: bool) -> List {
    List {
        verb,
        side: None,
        complete: openness(parties.text, verb, list).filter(|closed| !closed),
        members: members(parties, list),
        is_of_meeting,
        is_shared: is_shared(parties.text, verb),
    }
}

/// How many people are named between a leader and the word of the leader's company at most.
const MOST_BEFORE: usize = 40;

/// "Lee was accompanied by A and B", "Lee, flanked by A, said", "Accompanied by A and B, Lee".
fn accompanied(parties: Parties<'_, '_>, at: usize, by: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    let text = parties.text;
    let is_leader = |person: usize| parties.people.is_leader(person);
    // "will be joined by" is another matter than who was there; whose company is denied is none.
    if is_denied(text, at) {
        return None;
    }
    let mut list = by + 1..clause.end;
    let before = parties.people.mentions_in(&(clause.start..at)).iter().rev().take(MOST_BEFORE);
    let before = before.into_iter().find(|mention| is_leader(mention.person));
    let leader = if let Some(before) = before {
        before.person
    } else {
        let mut after = parties.people.mentions_in(&list).iter().take(MOST_BEFORE);
        let after = after.find(|mention| is_leader(mention.person))?;
        list.end = after.tokens.start;
        after.person
    };
    // "Lee, accompanied by A, met Roy": the list ends where the clause goes on.
    let is_aside = at > clause.start && text.is(at - 1, ",");
    let goes_on = |end: &usize| is_aside && text.is(*end, ",") && text.has(*end + 1, Trait::FiniteVerb);
    list.end = list.clone().find(goes_on).unwrap_or(list.end);
    let country = parties.people.people[leader].country().cloned()?;
    let end = list.end;
    let complete = openness(text, at, &list);
    let members = members(parties, &list);
    Some((
        List { verb: at, side: Some(country), complete, members, is_of_meeting: true, is_shared: is_shared(text, at) },
        end,
    ))
}

/// "Accompanying Lee at the talks were A and B", "A and B accompanied Lee".
fn accompanying(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    const WORDS: usize = 12;
    let text = parties.text;
    let near = at + 1..clause.end.min(at + 1 + WORDS);
    let leader = parties.people.mentions_in(&near).first()?;
    let is_object = leader.tokens.start <= at + 2 && parties.people.is_leader(leader.person);
    if !is_object || is_denied(text, at) {
        return None;
    }
    let list = if text.is_any(at, &["accompanied"]) {
        clause.start..at
    } else {
        let behind = leader.tokens.end..clause.end.min(leader.tokens.end + WORDS);
        let verb = behind.into_iter().find(|&verb| text.is_any(verb, &["are", "is", "was", "were", "will"]))?;
        verb + 1..clause.end
    };
    let side = parties.people.people[leader.person].country().cloned()?;
    let complete = openness(text, at, &list).filter(|closed| !closed);
    let end = list.end.max(leader.tokens.end);
    let members = members(parties, &list);
    Some((
        List { verb: at, side: Some(side), complete, members, is_of_meeting: true, is_shared: is_shared(text, at) },
        end,
    ))
}

/// "Lee had only her ambassador, A, with her".
fn with_her(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    const WORDS: usize = 40;
    let text = parties.text;
    let with = (at + 1..clause.end.min(at + WORDS)).find(|&with| {
        text.is(with, "with") && text.is_any(with + 1, &["her", "him"]) && text.kind(with + 2) != Some(TokenKind::Word)
    })?;
    let before = parties.people.mentions_in(&(clause.start..at));
    let leader = before.last().filter(|mention| parties.people.is_leader(mention.person))?;
    let side = parties.people.people[leader.person].country().cloned()?;
    let list = at + 1..with;
    let complete = openness(text, at, &list);
    let members = members(parties, &list);
    Some((List { verb: at, side: Some(side), complete, members, is_of_meeting: true, is_shared: false }, with + 2))
}

/// "Kenya was represented by A and B", "Taking part for Kenya were A and B; for Latvia, C".
fn of_country(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    const WORDS: usize = 4;
    let text = parties.text;
    let (place, first) = if text.is(at, "represented") && text.is(at + 1, "by") && !is_denied(text, at) {
        let opening = clause.start..at.min(clause.start + WORDS);
        (opening.into_iter().find_map(|first| names::place_at(text, first, at))?, at + 2)
    } else if text.is(at, "part") && text.is_any(at.checked_sub(1)?, &["taking"]) && text.is(at + 1, "for") {
        let place = names::place_at(text, at + 2, clause.end)?;
        let verb = place.tokens.end;
        (place, text.is_any(verb, &["are", "was", "were"]).then_some(verb + 1)?)
    } else if at == clause.start && text.is_any(at, &["for"]) {
        let place = names::place_at(text, at + 1, clause.end)?;
        let comma = place.tokens.end;
        let tokens = around(text, text.sentence_of(at), at);
        let attends = |word: usize| text.is_any(word, &["attended", "attending", "part", "present"]);
        let is_list = text.is_any(comma, &[",", ":"]) && tokens.into_iter().any(attends);
        (place, is_list.then_some(comma + 1)?)
    } else {
        return None;
    };
    let side = CountryFound { country: place.country(), tokens: place.tokens, rule: None, outside: None };
    let list = first..clause.end;
    let complete = openness(text, at, &list);
    let members = members(parties, &list);
    Some((
        List { verb: at, side: Some(side), complete, members, is_of_meeting: true, is_shared: is_shared(text, at) },
        clause.end,
    ))
}

/// "A, a member of the Kenyan delegation": one of several.
fn member_of(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    let text = parties.text;
    let place = names::place_before(text, at, clause.start)?;
    let first = place.tokens.start;
    let opens = first.checked_sub(2).filter(|_| text.is(first - 1, "the"))?;
    let is_one = text.is(opens, "of") && opens > 0 && text.is_any(opens - 1, &["member", "members", "part"]);
    let mention = parties.people.mentions_in(&(clause.start..opens)).last().filter(|_| is_one)?;
    // The apposition stands directly behind the name.
    let is_beside = mention.tokens.end + 4 >= opens && text.is(mention.tokens.end, ",");
    let is_member = is_beside && !parties.people.is_leader(mention.person);
    let side = CountryFound { country: place.country(), tokens: place.tokens.clone(), outside: None, rule: None };
    let list = List {
        verb: at,
        side: Some(side),
        complete: Some(false),
        members: vec![mention.person],
        is_of_meeting: true,
        is_shared: false,
    };
    is_member.then_some((list, at + 1))
}

/// "Lee's delegation included A and B", "His delegation includes A", "The delegation comprised A and B", of the leader
/// named last.
fn own_delegation(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    const BACK: usize = 60;
    let text = parties.text;
    // "In Lee's delegation were A and B"
    let is_inverted = text.is_any(clause.start, &["in", "among"]) && at <= clause.start + 6;
    let verb = (at + 1..clause.end.min(at + 5)).find(|&verb| {
        text.is_any(verb, &["comprised", "comprises", "consisted", "consists", "included", "includes"])
            || text.is(verb, "made") && text.is(verb + 1, "up")
            || is_inverted && text.is_any(verb, &["are", "is", "was", "were"])
    })?;
    let nearest = (clause.start..at).rev().take(2).find(|&word| {
        text.kind(word) == Some(TokenKind::Possessive) || text.is_any(word, &["the", "his", "her", "their"])
    })?;
    // "The Kenyan delegation" is a side by name.
    if names::place_before(text, at, clause.start).is_some() || text.is_any(nearest, &["their"]) {
        return None;
    }
    let before = at.saturating_sub(BACK)..at;
    let mut leaders = parties.people.mentions_in(&before).iter().rev();
    let leader = leaders.find(|mention| parties.people.is_leader(mention.person))?.person;
    let side = parties.people.people[leader].country().cloned()?;
    let list = verb + 1..clause.end;
    let complete = openness(text, verb, &list);
    let members = members(parties, &list);
    Some((
        List { verb, side: Some(side), complete, members, is_of_meeting: true, is_shared: is_shared(text, verb) },
        clause.end,
    ))
}

/// "A was the only minister at Lee's side".
fn at_the_side(parties: Parties<'_, '_>, at: usize, clause: &Range<usize>) -> Option<(List, usize)> {
    let text = parties.text;
    let leader =
        parties.people.mention_at(at.checked_sub(2)?).filter(|mention| parties.people.is_leader(mention.person))?;
    let side = parties.people.people[leader.person].country().cloned()?;
    let first = leader.tokens.start;
    let list = clause.start.max(first.saturating_sub(MOST_BEFORE))..first;
    let is_there = first > clause.start && text.is(first - 1, "at") && !is_denied(text, first - 1);
    let was = list.clone().any(|at| text.is_any(at, &["sat", "stood", "was", "were"]));
    let complete = openness(text, first, &list);
    let members = members(parties, &list);
    (is_there && was).then_some((
        List { verb: at, side: Some(side), complete, members, is_of_meeting: true, is_shared: false },
        at + 1,
    ))
}

fn is_denied(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|before| text.is_any(before, &["neither", "not", "never"]) || text.word(before).ends_with("n't"))
}

/// Whether token `at` is a verb that says that people were there, and where it ends: "attended", "sat in", "took part".
fn attends(text: &Text<'_>, at: usize) -> Option<usize> {
    // "were also present"
    let is_passive = (at.saturating_sub(3)..at).any(|before| text.is_any(before, &["be", "been", "was", "were"]));
    let end = if text.is_any(at, &["attended", "participated"]) && !is_passive && !text.is(at + 1, "by") {
        at + 1
    } else if text.is(at, "sat") && text.is(at + 1, "in") || text.is(at, "took") && text.is(at + 1, "part") {
        at + 2
    } else if is_passive && (text.is(at, "present") || text.is(at, "attendance") && text.is(at - 1, "in")) {
        at + 1
    } else {
        return None;
    };
    (!is_denied(text, at)).then_some(end)
}

fn meal_kind(word: &str) -> Option<MealKind> {
    Some(match word {
        "breakfast" | "breakfasted" => MealKind::Breakfast,
        "lunch" | "luncheon" | "lunched" => MealKind::Lunch,
        "dined" | "dinner" | "supper" => MealKind::Dinner,
        "banquet" => MealKind::Banquet,
        "reception" => MealKind::Reception,
        "tea" => MealKind::Tea,
        _ => return None,
    })
}

/// Words before tea that is had.
const TEA_LEADS: [&str; 14] = [
    "after",
    "afternoon",
    "before",
    "by",
    "drank",
    "during",
    "for",
    "had",
    "have",
    "having",
    "invited",
    "over",
    "shared",
    "took",
];

/// How many meals of a text are looked at.
const MOST_MEALS: usize = 64;

/// The meals that the body tells of, with their sentences.
fn meals(text: &Text<'_>) -> Vec<(usize, MealFound)> {
    let mut found: Vec<(usize, MealFound)> = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        if text.passages[sentence.passage].kind != BlockKind::Paragraph {
            continue;
        }
        let mut is_told = None;
        if found.len() >= MOST_MEALS {
            break;
        }
        let first = found.len();
        for token in sentence.tokens.clone() {
            let kind = meal_kind(&text.lower(token)).filter(|_| text.is_outside_quotations(token));
            // Tea is had, or it is a plant that is sold.
            let is_had = |kind: &MealKind| {
                let is_served = text.is_any(token + 1, &["was", "were"]) && text.is(token + 2, "served");
                let before = |words: usize| token.checked_sub(words).is_some_and(|at| text.is_any(at, &TEA_LEADS));
                *kind != MealKind::Tea || before(1) || before(2) || is_served
            };
            let is_none = |token: usize| {
                (token.saturating_sub(2)..token).any(|at| text.is_any(at, &["no", "skipped", "without"]))
                    || is_dropped(text, token, sentence.tokens.end)
            };
            let Some(kind) = kind
                .filter(is_had)
                .filter(|_| !is_none(token))
                .filter(|_| !text.is_any(token + 1, &["menu", "plantation", "set", "table", "trade"]))
            else {
                continue;
            };
            // What a sentence tells of one meal it tells of the next.
            if found[first..].iter().any(|(_, known)| known.kind == kind) {
                continue;
            }
            if !*is_told.get_or_insert_with(|| is_shared_meal(text, &sentence.tokens)) {
                continue;
            }
            found.push((index, MealFound { kind, relation: MealRelation::Unknown, token }));
        }
    }
    found
}

/// Whether a meal is said not to have been held: "The dinner planned for Monday was scrapped".
fn is_dropped(text: &Text<'_>, meal: usize, end: usize) -> bool {
    const WORDS: usize = 12;
    let clause = (meal + 1..end.min(meal + WORDS)).take_while(|&at| !text.is_any(at, &[";", "and", "but", "then"]));
    let is_was = |at: usize| (at.saturating_sub(2)..at).any(|was| text.is_any(was, &["been", "was", "were"]));
    clause.into_iter().any(|at| {
        text.is_any(at, &["canceled", "cancelled", "dropped", "postponed", "scrapped"]) && is_was(at)
            || text.is_any(at, &["called", "put"]) && text.is(at + 1, "off") && is_was(at)
    })
}

/// Whether the sentence tells that a meal was held, and does not only speak of one.
fn is_shared_meal(text: &Text<'_>, sentence: &Range<usize>) -> bool {
    const TELLING: [&str; 29] = [
        "after",
        "ate",
        "attend",
        "attended",
        "attending",
        "before",
        "breakfasted",
        "brought",
        "dined",
        "during",
        "follow",
        "followed",
        "follows",
        "for",
        "gave",
        "had",
        "have",
        "held",
        "hold",
        "host",
        "hosted",
        "invited",
        "joined",
        "lunched",
        "over",
        "preceded",
        "served",
        "shared",
        "took",
    ];
    sentence.clone().any(|at| TELLING.binary_search(&text.word(at)).is_ok())
}

/// The summit that a meal belongs to.
fn summit_of_meal(
    parties: Parties<'_, '_>,
    told: &Told,
    summits: &[SummitFound],
    sentence: usize,
    meal: &MealFound,
) -> Option<usize> {
    let text = parties.text;
    let tokens = around(text, sentence, meal.token);
    let partner = partner(parties, meal.token, tokens.end);
    let day = day_in(text, &tokens);
    let fits = |index: usize| {
        let summit = &summits[index];
        let of_day = summit.day.as_ref().map(|day| day.day);
        let other_day = matches!((day, of_day), (Some(Day::Weekday(one)), Some(Day::Weekday(other))) if one != other);
        summit.status != Status::Denied
            && !other_day
            && partner.is_none_or(|partner| summit.has(partner))
            && !is_with_stranger(parties, meal.token, tokens.end)
            && !is_given_by_another(parties, summit, meal.token, tokens.end)
            && !is_with_another(parties, summit, &tokens, meal.token)
    };
    let before: Vec<usize> = told.before(sentence);
    // A phrase of the meeting may reach over the meal; else it belongs to a meeting whose leaders the sentence names, or to
    // the one told last.
    let reaches = |index: &usize| {
        summits[*index].sentences.binary_search(&sentence).is_ok()
            && summits[*index].scopes.iter().any(|scope| scope.contains(&meal.token))
    };
    if let Some(index) = before.iter().copied().find(reaches) {
        return Some(index).filter(|&index| fits(index));
    }
    let named = before.iter().copied().find(|&index| names_all(parties, &tokens, &summits[index]));
    // Another leader's meal is another matter.
    let is_of = |index: usize| {
        let mentions = parties.people.mentions_in(&tokens);
        mentions.iter().all(|mention| !parties.people.is_leader(mention.person) || summits[index].has(mention.person))
    };
    named.or_else(|| before.first().copied().filter(|&index| is_of(index))).filter(|&index| fits(index))
}

/// With whom a meal is said to have been: "dinner later with Roy".
fn partner(parties: Parties<'_, '_>, meal: usize, end: usize) -> Option<usize> {
    const WORDS: usize = 7;
    let text = parties.text;
    let with = (meal + 1..end.min(meal + WORDS)).take_while(|&at| !text.is(at, ",")).find(|&at| text.is(at, "with"))?;
    let mention = parties.people.mentions_in(&(with + 1..end.min(with + 4))).first()?;
    Some(mention.person)
}

/// "breakfast with Speaker Roy": whether a meal was with somebody by name of whom nothing else is known.
fn is_with_stranger(parties: Parties<'_, '_>, meal: usize, end: usize) -> bool {
    const WORDS: usize = 3;
    let text = parties.text;
    let with = meal + 1;
    let near = with + 1..end.min(with + 1 + WORDS);
    text.is(with, "with") && text.starts_with_capital(with + 1) && parties.people.mentions_in(&near).is_empty()
}

/// "a reception hosted by the mayor": whether somebody gave it who did not meet.
fn is_given_by_another(parties: Parties<'_, '_>, summit: &SummitFound, meal: usize, end: usize) -> bool {
    const WORDS: usize = 6;
    let text = parties.text;
    let by = (meal + 1..end.min(meal + WORDS))
        .find(|&at| text.is(at, "by") && text.is_any(at - 1, &["given", "hosted", "offered", "thrown"]));
    by.is_some_and(|by| {
        let near = by + 1..end.min(by + 4);
        // "the Italian leader" is one who met, whatever the words.
        let mentions = parties.people.mentions_in(&near);
        !mentions.iter().any(|mention| summit.has(mention.person))
    })
}

/// "met Lee, and greeted Roy at the dinner": whether somebody else is named between the meeting and the meal.
fn is_with_another(parties: Parties<'_, '_>, summit: &SummitFound, tokens: &Range<usize>, meal: usize) -> bool {
    const WORDS: usize = 30;
    let told = summit.mentions.iter().filter(|mention| tokens.contains(&mention.start) && mention.end <= meal);
    let Some(end) = told.map(|mention| mention.end).next_back() else { return false };
    let between = parties.people.mentions_in(&(end.max(meal.saturating_sub(WORDS))..meal));
    between.iter().any(|mention| parties.people.is_leader(mention.person) && !summit.has(mention.person))
}

/// Nouns for what a meal is before or after.
const TALKS: [&str; 10] = [
    "audience",
    "conference",
    "discussions",
    "meeting",
    "meetings",
    "negotiations",
    "session",
    "summit",
    "talks",
    "they",
];

/// What a meal was to the meeting of which its sentence, or one before it, tells.
fn relation(text: &Text<'_>, summit: &SummitFound, sentence: usize, token: usize) -> MealRelation {
    let tokens = around(text, sentence, token);
    if summit.status == Status::Cancelled {
        return MealRelation::Unknown;
    }
    // "dined", "met for lunch", where nothing else tells of the meeting.
    if summit.status_words.contains(&token) {
        return MealRelation::During;
    }
    let near = |first: usize, words: &[&str]| (first..(first + 4).min(tokens.end)).find(|&at| text.is_any(at, words));
    let talks_after =
        |first: usize| near(first + 1, &TALKS).is_some() || near(first + 1, &["sitting", "starting"]).is_some();
    // "A working lunch followed.", "lunch will follow"
    let follows = token + 1 + usize::from(text.is_any(token + 1, &["is", "was", "will", "would"]));
    let follows = follows + usize::from(follows > token + 1 && text.is(follows, "to"));
    if text.is(follows, "follow") && !text.is(follows + 1, "by") {
        return MealRelation::After;
    }
    // "A lunch for 30 guests preceded the audience."
    let precedes = |at: usize| {
        text.is_any(at, &["preceded", "precedes"]) && text.is_any(at + 1, &["the", "their"]) && talks_after(at)
    };
    if (token + 1..tokens.end.min(token + 14)).any(precedes) {
        return MealRelation::Before;
    }
    // "The meeting was preceded by tea."
    if (token.saturating_sub(5).max(tokens.start)..token).any(|at| text.is(at, "preceded") && text.is(at + 1, "by")) {
        return MealRelation::Before;
    }
    if text.is_any(token + 1, &["ensued", "followed", "follows"]) && !text.is_any(token + 2, &["by"]) {
        return MealRelation::After;
    }
    // The words between the meal and what leads it: "after a working lunch".
    let lead = (tokens.start..token).rev().take(4).find(|&at| {
        text.is_any(at, &["after", "ahead", "at", "before", "during", "following", "for", "over", "preceded", "with"])
    });
    let told_here = || summit.mentions.iter().find(|mention| tokens.contains(&mention.start));
    match lead.map(|lead| text.lower(lead)).as_deref() {
        Some("after" | "following") => {
            // "After lunch they met" had it before; "left after a lunch" says that it came last.
            let is_first = told_here().is_some_and(|mention| mention.start > token);
            return if is_first { MealRelation::Before } else { MealRelation::After };
        }
        Some("before" | "ahead" | "preceded") => return MealRelation::After,
        Some("over" | "during") => return MealRelation::During,
        _ => {}
    }
    let first = (token + 1..tokens.end.min(token + 10))
        .find(|&at| text.is_any(at, &["after", "ahead", "before", "following", "once"]));
    if let Some(at) = first.filter(|&at| talks_after(at)) {
        return if text.is_any(at, &["after", "following", "once"]) {
            MealRelation::After
        } else {
            MealRelation::Before
        };
    }
    let is_followed_by = (token + 1..tokens.end).any(|at| text.is(at, "followed") && text.is(at + 1, "by"));
    if is_followed_by {
        return MealRelation::Before;
    }
    // "The talks followed a banquet."
    if (token.saturating_sub(4).max(tokens.start)..token)
        .any(|at| text.is(at, "followed") && text.is_any(at + 1, &["a", "the"]))
    {
        return MealRelation::Before;
    }
    if (tokens.start..token).any(|at| text.is(at, "followed") && text.is(at + 1, "by")) {
        return MealRelation::After;
    }
    if (tokens.start..token).any(|at| text.is_any(at, &["working"])) {
        return MealRelation::During;
    }
    let later = ["afterward", "afterwards", "evening", "followed", "following", "later", "next", "then"];
    let is_later = tokens.clone().any(|at| text.is_any(at, &later));
    // "After the talks they had lunch."
    let after_talks = tokens.clone().take(30).any(|at| text.is_any(at, &["after", "following"]) && talks_after(at));
    let before_talks = tokens.clone().take(30).any(|at| text.is_any(at, &["ahead", "before"]) && talks_after(at));
    if is_later || after_talks {
        MealRelation::After
    } else if before_talks {
        MealRelation::Before
    } else {
        MealRelation::Unknown
    }
}
