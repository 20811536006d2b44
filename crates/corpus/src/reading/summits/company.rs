//! Who sat at the table beside the leaders, and what they ate.

use std::{collections::HashMap, ops::Range};

use rapporteur_model::{BlockKind, Country, MealKind, MealRelation, Status};

use super::{DelegationFound, MealFound, SummitFound};
use crate::reading::{
    people::{CountryFound, Side, sides},
    phrases::Parties,
    text::Text,
};

/// Gives each summit its delegations and meals.
pub(super) fn seat(parties: Parties<'_, '_>, summits: &mut [SummitFound]) {
    // In which meetings each country's leader takes part, in their order.
    let mut by_country: HashMap<Country, Vec<usize>> = HashMap::new();
    for (index, summit) in summits.iter().enumerate().filter(|(_, summit)| summit.is_on()) {
        for (person, _) in &summit.participants {
            let country = parties.people.people[*person].country().map(|found| found.country);
            let known = country.map(|country| by_country.entry(country).or_default());
            known.into_iter().filter(|known| known.last() != Some(&index)).for_each(|known| known.push(index));
        }
    }
    let named = sides(parties.text).into_iter().map(|side| (side.verb, delegation(parties, &side)));
    let mut delegations: Vec<(usize, DelegationFound)> = named.collect();
    delegations.extend(sideless(parties));
    for (verb, delegation) in delegations {
        let fits = by_country.get(&delegation.country.country);
        let Some(fits) = fits.filter(|_| !delegation.members.is_empty()) else { continue };
        for index in summits_of_side(parties, verb, fits, summits) {
            summits[index].add_delegation(delegation.clone());
        }
    }
    for (sentence, meal) in meals(parties) {
        // A phrase of the meeting may reach over the meal; else it belongs to the meeting told last.
        let reaches = |summit: &SummitFound| summit.scopes.iter().any(|scope| scope.contains(&meal.token));
        let last = |summit: &SummitFound| summit.sentences[0] <= sentence;
        let index = summits.iter().position(|summit| summit.is_on() && reaches(summit));
        if let Some(index) = index.or_else(|| summits.iter().rposition(|summit| summit.is_on() && last(summit))) {
            summits[index].meals.push(meal);
        }
    }
}

/// How many meetings one list of attendees can belong to.
const MOST_SHARED: usize = 16;

/// The summits at which a side's list says that its people sat: the one told last before it in which its leader takes
/// part, or all of those where it says so.
fn summits_of_side(parties: Parties<'_, '_>, verb: usize, fits: &[usize], summits: &[SummitFound]) -> Vec<usize> {
    let text = parties.text;
    let sentence = text.sentence_of(verb);
    let tokens = text.sentences[sentence].tokens.clone();
    // "at all three meetings", "at both summits"
    let is_shared = (tokens.start + 1..tokens.end).any(|at| {
        let quantified = text.is_any(at - 1, &["all", "both"]) || (at >= 2 && text.is_any(at - 2, &["all", "the"]));
        text.is_any(at, &["meetings", "summits"]) && quantified
    });
    let before = fits.partition_point(|&index| summits[index].sentences[0] <= sentence);
    if is_shared {
        return fits[..before].iter().rev().take(MOST_SHARED).rev().copied().collect();
    }
    before.checked_sub(1).map(|last| fits[last]).or(fits.first().copied()).into_iter().collect()
}

impl SummitFound {
    /// Whether it took place or is to.
    fn is_on(&self) -> bool {
        matches!(self.status, Status::Held | Status::Planned)
    }

    /// Adds a side's people, the leaders apart, to those already known of that side.
    fn add_delegation(&mut self, mut more: DelegationFound) {
        more.members.retain(|member| self.participants.iter().all(|(person, _)| person != member));
        let country = more.country.country;
        // Whoever has a seat already is not seated again.
        more.members.retain(|member| self.delegations.iter().all(|known| !known.members.contains(member)));
        match self.delegations.iter_mut().find(|known| known.country.country == country) {
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

/// The people of a side's list, and whether it is closed.
fn delegation(parties: Parties<'_, '_>, side: &Side) -> DelegationFound {
    let country = CountryFound { country: side.country.country(), tokens: side.country.tokens.clone(), rule: None };
    let verb = parties.text.word(side.verb);
    DelegationFound { country, complete: openness(parties, verb, &side.list), members: members(parties, &side.list) }
}

/// The people named within `list`, the leaders apart.
fn members(parties: Parties<'_, '_>, list: &Range<usize>) -> Vec<usize> {
    let mut members: Vec<usize> = Vec::new();
    for mention in parties.people.mentions_in(list) {
        let is_member =
            !parties.people.is_leader(mention.person) && parties.text.is_outside_quotations(mention.tokens.start);
        if is_member && !members.contains(&mention.person) {
            members.push(mention.person);
        }
    }
    members
}

/// Whether a list is open or closed, as its verb and its words say.
fn openness(parties: Parties<'_, '_>, verb: &str, list: &Range<usize>) -> Option<bool> {
    let words = parties.text.phrase(list.clone());
    let is_open = words.contains("and others") || words.contains("among others");
    match verb {
        _ if is_open => Some(false),
        "included" | "include" | "including" => Some(false),
        "comprised" | "comprise" | "comprises" | "consisted" => Some(true),
        _ if words.contains(" only ") => Some(true),
        _ => None,
    }
}

/// Lists that name no side: "Lee was accompanied by A and B", whose side is Lee's; "A and B attended the talks", each on
/// the side of the country whose office they hold. With the token of each list's verb.
fn sideless(parties: Parties<'_, '_>) -> Vec<(usize, DelegationFound)> {
    let text = parties.text;
    let mut found = Vec::new();
    for sentence in &text.sentences {
        if text.passages[sentence.passage].kind != BlockKind::Paragraph {
            continue;
        }
        let Range { start, end } = sentence.tokens.clone();
        let verb = (start + 1..end).find(|&at| text.is_outside_quotations(at) && attends(text, at));
        let Some(verb) = verb else { continue };
        if text.is_any(verb, &["accompanied", "joined"]) {
            let leaders = parties.people.mentions_in(&(start..verb)).iter().rev();
            let leader = leaders.into_iter().find(|mention| parties.people.is_leader(mention.person));
            let country = leader.and_then(|leader| parties.people.people[leader.person].country().cloned());
            let list = verb + 2..end;
            let complete = openness(parties, "", &list);
            let members = members(parties, &list);
            found.extend(country.map(|country| (verb, DelegationFound { country, complete, members })));
        } else {
            let complete = openness(parties, "", &(start..end));
            found.extend(members(parties, &(start..verb)).into_iter().filter_map(|member| {
                let country = parties.people.people[member].country()?.clone();
                Some((verb, DelegationFound { country, complete, members: vec![member] }))
            }));
        }
    }
    found
}

/// Whether token `at` is a verb that says that people were there: "accompanied by", "attended", "sat in", "took part".
fn attends(text: &Text<'_>, at: usize) -> bool {
    let is_denied = (at.saturating_sub(2)..at)
        .any(|before| text.is_any(before, &["not", "never"]) || text.word(before).ends_with("n't"));
    let says = text.is_any(at, &["accompanied", "joined"]) && text.is(at + 1, "by")
        || text.is(at, "attended")
        || text.is_any(at, &["sat"]) && text.is(at + 1, "in")
        || text.is_any(at, &["took"]) && text.is(at + 1, "part")
        || text.is_any(at, &["were"]) && text.is(at + 1, "present");
    says && !is_denied
}

fn meal_kind(word: &str) -> Option<MealKind> {
    Some(match word {
        "breakfast" => MealKind::Breakfast,
        "lunch" | "luncheon" => MealKind::Lunch,
        "dinner" => MealKind::Dinner,
        "banquet" => MealKind::Banquet,
        "reception" => MealKind::Reception,
        "tea" => MealKind::Tea,
        _ => return None,
    })
}

/// The meals that the body tells of, with their sentences.
fn meals(parties: Parties<'_, '_>) -> Vec<(usize, MealFound)> {
    let text = parties.text;
    let mut found: Vec<(usize, MealFound)> = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        if text.passages[sentence.passage].kind != BlockKind::Paragraph {
            continue;
        }
        let mut is_told = None;
        for token in sentence.tokens.clone() {
            let is_new = |kind: &MealKind| found.iter().all(|(_, meal)| meal.kind != *kind);
            let kind = meal_kind(text.word(token)).filter(is_new).filter(|_| text.is_outside_quotations(token));
            let Some(kind) = kind.filter(|_| !text.is_any(token + 1, &["menu", "table"])) else { continue };
            // What a sentence tells of one meal it tells of the next.
            if !*is_told.get_or_insert_with(|| is_shared_meal(text, &sentence.tokens)) {
                continue;
            }
            let relation = relation(text, token, &sentence.tokens);
            found.push((index, MealFound { kind, relation, token }));
        }
    }
    found
}

/// Whether the sentence tells that a meal was held, and does not only speak of one.
fn is_shared_meal(text: &Text<'_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        text.is_any(
            at,
            &[
                "had",
                "have",
                "held",
                "hosted",
                "followed",
                "shared",
                "over",
                "attended",
                "attend",
                "attending",
                "joined",
                "hold",
                "host",
                "dined",
                "ate",
            ],
        )
    })
}

fn relation(text: &Text<'_>, token: usize, sentence: &Range<usize>) -> MealRelation {
    let has = |words: &[&str]| sentence.clone().any(|at| text.is_any(at, words));
    let before = |words: &[&str]| (sentence.start..token).any(|at| text.is_any(at, words));
    if before(&["over", "working"]) {
        MealRelation::During
    } else if has(&["followed", "after", "afterwards", "afterward", "following", "later", "then"]) {
        MealRelation::After
    } else if has(&["before", "ahead", "preceded"]) {
        MealRelation::Before
    } else {
        MealRelation::Unknown
    }
}
