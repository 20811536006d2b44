//! How people are named, and the record of it.

use rapporteur_model::Excerpt;

use super::Writer;
use crate::{
    facts::{PartyFact, PersonFact},
    plan::Figure,
    style::{FirstName, LaterName},
    vocabulary::capital,
};

impl Writer<'_> {
    /// Writes `words`, which name or describe `figure`.
    pub(super) fn person(&mut self, figure: &Figure, words: &str) -> Excerpt {
        let mention = self.page.mark(words);
        self.mention(figure, mention.clone());
        mention
    }

    fn mention(&mut self, figure: &Figure, mention: Excerpt) {
        let name = figure.full_name();
        let people = &mut self.page.facts.people;
        if let Some(person) = people.iter_mut().find(|person| person.name == name) {
            person.mentions.push(mention);
        } else {
            people.push(PersonFact {
                name,
                short: figure.name.short.to_owned(),
                class: figure.class,
                country: figure.nation.code,
                mentions: vec![mention],
            });
        }
    }

    /// Writes a leader's name where nothing hangs on its form: in full for the first time.
    pub(super) fn leader(&mut self, index: usize, starts: bool) -> Excerpt {
        self.name(index, starts, self.style.first_name)
    }

    /// Writes a leader's name as that of one who speaks or is spoken to.
    pub(super) fn party(&mut self, index: usize, starts: bool) -> PartyFact {
        let form = match self.style.first_name {
            FirstName::Of => FirstName::Demonym,
            form => form,
        };
        let excerpt = self.name(index, starts, form);
        PartyFact { people: vec![self.plan.leaders[index].full_name()], excerpt }
    }

    fn name(&mut self, index: usize, starts: bool, form: FirstName) -> Excerpt {
        let plan = self.plan;
        let figure = &plan.leaders[index];
        if !self.named[index] {
            self.named[index] = true;
            let words =
                if index == 0 && self.style.own_leader { titled_name(figure) } else { first_name(figure, form) };
            return self.person(figure, &if starts { capital(&words) } else { words });
        }
        let words = self.later_name(index);
        self.person(figure, &if starts { capital(&words) } else { words })
    }

    fn later_name(&mut self, index: usize) -> String {
        let figure = &self.plan.leaders[index];
        self.turns += 1;
        let second_turn = self.turns.is_multiple_of(3);
        let short = figure.name.short;
        match self.style.later_name {
            LaterName::Titled => format!("{} {short}", figure.title),
            LaterName::Leader if second_turn => format!("the {} leader", figure.nation.demonym),
            LaterName::Title if second_turn && self.only_title(figure.title) => {
                format!("the {}", figure.title.to_lowercase())
            }
            _ => short.to_owned(),
        }
    }

    /// Whether only one person of the whole article has a title with these words.
    fn only_title(&self, title: &str) -> bool {
        let members = self.plan.meeting.iter().flat_map(|meeting| &meeting.delegations).flat_map(|side| &side.members);
        let all = self.plan.leaders.iter().chain(&self.plan.relay).chain(members);
        all.filter(|figure| figure.title.contains(title)).count() == 1
    }

    /// Writes the pronoun for a leader.
    pub(super) fn pronoun(&mut self, index: usize, starts: bool) -> PartyFact {
        let plan = self.plan;
        let figure = &plan.leaders[index];
        let words = if figure.name.woman { "she" } else { "he" };
        let excerpt = self.person(figure, &if starts { capital(words) } else { words.to_owned() });
        PartyFact { people: vec![figure.full_name()], excerpt }
    }

    /// Writes both or all leaders' names, the first of them at the start of a sentence where `starts`.
    pub(super) fn all_leaders(&mut self, starts: bool) {
        let count = self.plan.leaders.len();
        for index in 0..count {
            self.say(match index {
                0 => "",
                _ if index + 1 == count => " and ",
                _ => ", ",
            });
            self.leader(index, starts && index == 0);
        }
    }
}

/// "Prime Minister Mark Holland".
pub(super) fn titled_name(figure: &Figure) -> String {
    format!("{} {}", figure.title, figure.full_name())
}

/// "Canadian Prime Minister Mark Holland", or as the form has it.
pub(super) fn first_name(figure: &Figure, form: FirstName) -> String {
    let titled = titled_name(figure);
    match form {
        FirstName::Demonym => format!("{} {titled}", figure.nation.demonym),
        FirstName::Possessive => format!("{} {titled}", possessive(figure.nation.name)),
        FirstName::Of => format!("{titled} of {}", figure.nation.name),
    }
}

/// "Canada’s", "the Netherlands’".
pub(super) fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}
