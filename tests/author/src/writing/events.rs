//! What belongs to a meeting and is told after the talk: who came along, how long it lasted, the meal, the next meeting.

use rapporteur_model::{MealKind, MealRelation, Mode, StatementKind, Status};

use super::{
    Writer,
    naming::first_name,
    statements::{Told, held},
};
use crate::{
    facts::{DelegationFact, Fact, MealFact, Occasion, PartyFact},
    plan::{Figure, Meeting, PlannedDelegation, PlannedMeal},
    style::FirstName,
    vocabulary::Sentence,
};

impl Writer<'_> {
    pub(super) fn closing(&mut self) {
        let plan = self.plan;
        let Some(meeting) = plan.meeting.as_ref().filter(|_| held(plan)) else { return };
        for (index, side) in meeting.delegations.iter().enumerate() {
            self.delegation(side);
            self.say(if index + 1 == meeting.delegations.len() { "" } else { " " });
        }
        self.page.end_row();
        if let Some(minutes) = meeting.minutes {
            self.duration(minutes);
        }
        if let Some(meal) = meeting.meal {
            self.meal(meal);
        }
        if let Some(leader) = &plan.relay {
            self.relay(meeting, leader);
        }
    }

    fn delegation(&mut self, side: &PlannedDelegation) {
        let leader = &self.plan.leaders[side.leader];
        let demonym = leader.nation.demonym;
        let one = side.members.len() == 1;
        let mut open_end = "";
        match (side.complete, self.dice.below(2)) {
            (Some(false), 0) => self.say(&format!("{demonym} attendees included ")),
            (Some(false), _) => {
                self.say(&format!("On the {demonym} side, "));
                self.person(leader, leader.name.short);
                self.say(" was joined by ");
                open_end = " and others";
            }
            (Some(true), _) => self.say(&format!("The {demonym} delegation comprised ")),
            (None, 0) => {
                self.say(&format!("From the {demonym} side, "));
                self.person(leader, leader.name.short);
                self.say(" was accompanied by ");
            }
            (None, _) => {
                self.say(&format!("On the {demonym} side, "));
                self.members(side, false);
                self.say(if one { " was present." } else { " were present." });
                return;
            }
        }
        self.members(side, !open_end.is_empty());
        self.say(open_end);
        self.say(".");
    }

    fn members(&mut self, side: &PlannedDelegation, goes_on: bool) {
        let count = side.members.len();
        for (index, member) in side.members.iter().enumerate() {
            self.say(match index {
                0 => "",
                _ if index + 1 == count && !goes_on => " and ",
                _ => ", ",
            });
            self.person(member, &format!("{} {}", member.title, member.full_name()));
        }
        self.page.facts.summits[0].delegations.push(DelegationFact {
            country: self.plan.leaders[side.leader].nation.code,
            complete: side.complete,
            members: side.members.iter().map(Figure::full_name).collect(),
        });
    }

    fn duration(&mut self, minutes: u16) {
        self.say("The ");
        let noun = self.noun();
        self.meeting_words(noun);
        self.say(" lasted ");
        let excerpt = self.page.mark(&format!("{minutes} minutes"));
        self.page.facts.summits[0].minutes = Some(Fact { value: u32::from(minutes), excerpt });
        self.say(".");
        self.page.end_row();
    }

    fn meal(&mut self, meal: PlannedMeal) {
        let noun = self.noun();
        let both = self.plan.leaders.len() == 2;
        let (kind, relation) = match meal {
            PlannedMeal::LunchAfter => (MealKind::Lunch, MealRelation::After),
            PlannedMeal::DinnerAfter => (MealKind::Dinner, MealRelation::After),
            PlannedMeal::BreakfastBefore => (MealKind::Breakfast, MealRelation::Before),
            PlannedMeal::WorkingLunch => (MealKind::Lunch, MealRelation::During),
        };
        let word = match kind {
            MealKind::Breakfast => "breakfast",
            MealKind::Dinner => "dinner",
            _ => "lunch",
        };
        if meal == PlannedMeal::WorkingLunch {
            self.say("The ");
            self.meeting_words(noun);
            self.say(" continued over a working ");
        } else {
            self.say(if relation == MealRelation::Before { "Before the " } else { "After the " });
            self.meeting_words(noun);
            self.say(", ");
            if both {
                self.all_leaders(false);
            } else {
                self.say("the three leaders");
            }
            self.say(" had ");
        }
        let excerpt = self.page.mark(word);
        self.page.facts.summits[0].meals.push(MealFact { kind, relation, excerpt });
        self.say(if meal == PlannedMeal::WorkingLunch { "." } else { " together." });
        self.page.end_row();
    }

    /// The first leader's other meeting of that day.
    fn relay(&mut self, meeting: &Meeting, leader: &Figure) {
        let plan = self.plan;
        let Some(place) = meeting.place else { return };
        let index = self.page.facts.summits.len();
        let summit = Self::summit(Status::Held, Mode::InPerson, vec![&plan.leaders[0], leader], Some(place));
        self.page.facts.summits.push(summit);
        self.leader(0, true);
        self.say(" also held a separate ");
        let mention = self.page.mark("summit");
        self.say(" with ");
        self.person(leader, &first_name(leader, FirstName::Demonym));
        let comma = self.place(index, place, false, false);
        self.say(if comma { ", on " } else { " on " });
        if let Some(date) = meeting.day {
            let excerpt = self.date_words(date, self.style.day);
            if self.day_is_known() || self.style.day == crate::style::Day::DateYear {
                let value = rapporteur_model::LocalTime::Day(date);
                self.page.facts.summits[index].begins = Some(Fact { value, excerpt });
            }
        }
        self.page.facts.summits[index].mentions.push(mention);
        self.say(".");
        self.page.end_row();
        if self.dice.one_in(2) {
            let sentence = Sentence::of(&mut self.dice, leader.nation, plan.leaders[0].nation);
            let part = self.page.mark(&format!("“{},”", sentence.direct));
            self.say(" ");
            let excerpt = self.person(leader, leader.name.short);
            self.say(" ");
            let cue = self.page.mark("told");
            self.say(" ");
            let addressee = self.party(0, false);
            self.say(".");
            self.page.end_row();
            self.record(Told {
                kind: StatementKind::Direct,
                speaker: PartyFact { people: vec![leader.full_name()], excerpt },
                cue: Some(cue),
                addressee: Some(addressee),
                parts: vec![part],
                occasion: Occasion::Summit(index),
                ..Told::default()
            });
        }
    }
}
