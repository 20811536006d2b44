//! Gathering: which phrases tell of the same meeting.
//!
//! What the body tells makes the meetings, in the order of the text. Headlines and captions only repeat, and add a
//! meeting of their own where the body tells of none.

use std::collections::HashMap;

use rapporteur_model::{BlockKind, Mode, Status};

use super::{SummitFound, triggers::Trigger};
use crate::reading::{
    text::Text,
    times::{self, Day},
};

/// How many meetings back a phrase is compared with.
const REACH: usize = 16;

/// The meetings that the phrases tell of.
pub(super) fn gather(text: &Text<'_>, triggers: Vec<Trigger>) -> Vec<SummitFound> {
    let is_body = |trigger: &Trigger| is_body(text, trigger.tokens.start);
    let (body, repeating): (Vec<Trigger>, Vec<Trigger>) = triggers.into_iter().partition(is_body);
    let mut gathering =
        Gathering { text, found: Vec::new(), by_leader: HashMap::new(), unplaced: Vec::new(), series: Vec::new() };
    for trigger in body {
        gathering.add_from_body(trigger);
    }
    for trigger in repeating {
        gathering.add_repeating(trigger);
    }
    gathering.place_rest();
    let Gathering { mut found, series, .. } = gathering;
    for summit in &mut found {
        let of_one = |trigger: &&Trigger| trigger.participants.iter().all(|(person, _)| summit.has(*person));
        summit.series = series.iter().take(REACH).filter(of_one).map(|trigger| trigger.sentence).collect();
        summit.mentions.sort_by_key(|mention| mention.start);
        summit.mentions.dedup();
        summit.sentences.sort_unstable();
        summit.sentences.dedup();
    }
    found.sort_by_key(|summit| summit.mentions[0].start);
    found
}

pub(super) fn is_body(text: &Text<'_>, token: usize) -> bool {
    text.passages[text.passage_of(token)].kind == BlockKind::Paragraph
}

struct Gathering<'a, 't> {
    text: &'a Text<'t>,
    found: Vec<SummitFound>,
    /// The meetings of each leader, in their order.
    by_leader: HashMap<usize, Vec<usize>>,
    /// Phrases before the first meeting that only refer to one.
    unplaced: Vec<Trigger>,
    /// Phrases that tell of several meetings of one leader: "held three rounds of talks on Friday".
    series: Vec<Trigger>,
}

impl Gathering<'_, '_> {
    fn add_from_body(&mut self, mut trigger: Trigger) {
        // "The two will meet again" are those who met last.
        let is_told = |summit: &&SummitFound| summit.is_told(self.text);
        let last = self.found.iter().rev().take(REACH).find(is_told).or(self.found.last());
        // "The two presidents" are rather the two of the meeting before than two of the three of a call.
        let count = trigger.participants.len();
        let fits = |summit: &&SummitFound| {
            is_told(summit) && summit.participants.len() == count && (!summit.is_remote() || trigger.mode.is_some())
        };
        let last = self.found.iter().rev().take(4).find(fits).or(last);
        if let Some(last) = last.filter(|_| trigger.is_plural) {
            let words = trigger.participants[0].1.clone();
            if last.participants.len() == trigger.participants.len() {
                trigger.participants = last.participants.iter().map(|(person, _)| (*person, words.clone())).collect();
            }
        }
        if trigger.is_next {
            self.add_next(trigger);
            return;
        }
        if trigger.joins && trigger.status == Status::Held && self.add_joining(&trigger) {
            return;
        }
        if trigger.participants.len() < 2 {
            match self.referred(&trigger) {
                Some(index) => self.found[index].add_reference(self.text, trigger),
                None if trigger.at_hand.len() == 2 => {
                    let participants = trigger.at_hand.clone();
                    self.push(Trigger { participants, ..trigger });
                }
                None if trigger.participants.len() == 1 && trigger.tells => self.series.push(trigger),
                None => self.unplaced.push(trigger),
            }
            return;
        }
        match self.same(&trigger) {
            Some(index) => self.found[index].add(self.text, trigger),
            None => self.push(trigger),
        }
    }

    /// "The next summit will be held in Lima": those who met last will meet again.
    fn add_next(&mut self, trigger: Trigger) {
        let several = (trigger.tokens.start..trigger.tokens.end).any(|at| self.text.is(at, "trilateral"));
        let fits = |summit: &&SummitFound| summit.status == Status::Held && (!several || summit.participants.len() > 2);
        let last = self.found.iter().rev().take(REACH).find(fits);
        match last.map(|summit| summit.participants.clone()) {
            Some(participants) => self.push(Trigger { participants, ..trigger }),
            None => self.unplaced.push(trigger),
        }
    }

    /// Adds who joined the others to the meeting of those; whether there is one.
    fn add_joining(&mut self, trigger: &Trigger) -> bool {
        let Some(((joining, words), others)) = trigger.participants.split_first() else { return false };
        let fits = |summit: &SummitFound| others.iter().all(|(person, _)| summit.has(*person));
        let index = (0..self.found.len()).rev().take(REACH).find(|&index| fits(&self.found[index]));
        if let Some(index) = index {
            if !self.found[index].has(*joining) {
                self.found[index].participants.push((*joining, words.clone()));
                self.by_leader.entry(*joining).or_default().push(index);
            }
            self.found[index].add_reference(self.text, trigger.clone());
        }
        index.is_some()
    }

    fn push(&mut self, trigger: Trigger) {
        for (person, _) in &trigger.participants {
            self.by_leader.entry(*person).or_default().push(self.found.len());
        }
        let told_day = day_of(self.text, &trigger);
        self.found.push(SummitFound { told_day, ..SummitFound::new(trigger) });
    }

    /// The meeting of the same leaders that a phrase tells of once more.
    fn same(&self, trigger: &Trigger) -> Option<usize> {
        let first = trigger.participants.first()?.0;
        let known = self.by_leader.get(&first)?;
        known.iter().rev().take(REACH).copied().find(|&index| {
            let summit = &self.found[index];
            if trigger.is_earlier && !summit.is_earlier {
                return false;
            }
            let has_same = summit.participants.len() == trigger.participants.len()
                && trigger.participants.iter().all(|(person, _)| summit.has(*person));
            has_same && self.is_compatible(summit, trigger)
        })
    }

    /// Whether state, means and day let a phrase tell of this meeting.
    fn is_compatible(&self, summit: &SummitFound, trigger: &Trigger) -> bool {
        let text = self.text;
        let days = [summit.told_day, day_of(text, trigger)];
        // What was called off is told once more as it had been planned, for the same day.
        let was_planned = matches!(summit.status, Status::Cancelled | Status::Denied)
            && trigger.status == Status::Planned
            && days[0].is_some()
            && days[0] == days[1];
        let same_state = summit.status == trigger.status || was_planned || !trigger.tells || !summit.is_told(text);
        let mode = |mode: Option<Mode>| mode.filter(|mode| *mode != Mode::InPerson);
        let (ours, theirs) =
            (mode(summit.mode.as_ref().map(|(mode, _)| *mode)), mode(trigger.mode.as_ref().map(|(mode, _)| *mode)));
        // "The two talked for an hour", behind a call.
        let is_last = self.found.last().is_some_and(|last| last.mentions == summit.mentions);
        let talks_on = trigger.is_plural && is_last && text.is_any(trigger.tokens.end - 1, &["spoke", "talked"]);
        let same_mode = ours == theirs
            || theirs.is_none() && talks_on
            || ours.is_none() && !summit.is_told(text)
            || theirs.is_none() && !trigger.tells;
        let same_day = match days {
            [Some(one), Some(other)] => {
                one == other
                    || !matches!(
                        (one, other),
                        (Day::Weekday(_), Day::Weekday(_)) | (Day::Dated { .. }, Day::Dated { .. })
                    )
            }
            _ => true,
        };
        same_state && same_mode && same_day
    }

    /// The meeting that "the talks" are: the last one told of before, by phone if they are a call.
    fn referred(&self, trigger: &Trigger) -> Option<usize> {
        // A verb with one leader only tells of several meetings, and of none by itself.
        if trigger.participants.len() == 1 && trigger.tells {
            return None;
        }
        let is_call = trigger.mode.as_ref().is_some_and(|(mode, _)| *mode == Mode::Phone);
        // The one spoken of last first; of several told by one phrase, the last of them.
        let mut recent: Vec<usize> = (0..self.found.len()).rev().take(REACH).collect();
        recent.sort_by_key(|&index| {
            let last = self.found[index].mentions.iter().map(|mention| mention.start).max();
            std::cmp::Reverse((last, index))
        });
        let recent = recent.into_iter();
        let leaders = &trigger.participants;
        let fits = |index: &usize| {
            let summit = &self.found[*index];
            let is_phone = summit.mode.as_ref().is_some_and(|(mode, _)| *mode == Mode::Phone);
            is_phone == is_call && leaders.iter().all(|(person, _)| summit.has(*person))
        };
        // What took place is spoken of before what is only planned.
        let took_place = |index: &usize| fits(index) && self.found[*index].status == Status::Held;
        let held = recent.clone().find(took_place).filter(|_| trigger.status == Status::Held);
        held.or_else(|| recent.clone().find(fits))
            .or_else(|| recent.clone().next().filter(|_| leaders.is_empty() && !is_call))
    }

    /// A headline or a caption: it tells of every meeting of the body whose leaders it names, or of one more.
    fn add_repeating(&mut self, trigger: Trigger) {
        if trigger.participants.is_empty() {
            self.unplaced.push(trigger);
            return;
        }
        let names = |person: usize| trigger.participants.iter().any(|(leader, _)| *leader == person);
        let fits = |summit: &SummitFound| {
            let all_named = summit.participants.iter().all(|(person, _)| names(*person));
            let all_meet = trigger.participants.iter().all(|(person, _)| summit.has(*person));
            all_named || all_meet
        };
        let known = trigger.participants.iter().filter_map(|(person, _)| self.by_leader.get(person));
        let mut fitting: Vec<usize> = known.flat_map(|known| known.iter().copied().take(REACH)).collect();
        fitting.sort_unstable();
        fitting.dedup();
        fitting.retain(|&index| fits(&self.found[index]));
        if fitting.is_empty() && trigger.participants.len() >= 2 {
            self.push(trigger);
            return;
        }
        let exact =
            fitting.iter().copied().find(|&index| self.found[index].participants.len() == trigger.participants.len());
        let named_by_all = trigger.participants.len() > 2 && exact.is_none();
        for index in fitting {
            if named_by_all || exact.is_none_or(|exact| exact == index) {
                self.found[index].add(self.text, trigger.clone());
            }
            if exact.is_none() && !named_by_all {
                break;
            }
        }
    }

    /// What refers to a meeting before any is told: the first one of the text.
    fn place_rest(&mut self) {
        let only = self.found.len() == 1;
        for trigger in std::mem::take(&mut self.unplaced) {
            let is_headline = !is_body(self.text, trigger.tokens.start);
            if let Some(first) =
                self.found.first_mut().filter(|_| only || is_headline && trigger.participants.is_empty())
            {
                first.add_reference(self.text, trigger);
            }
        }
    }
}

/// The day that stands behind a phrase, or that its sentence begins with.
fn day_of(text: &Text<'_>, trigger: &Trigger) -> Option<Day> {
    let sentence = text.sentences[trigger.sentence].tokens.clone();
    let behind = trigger.tokens.end..trigger.scope.end.min(sentence.end).min(trigger.tokens.end + 16);
    let opening = sentence.start..sentence.end.min(sentence.start + 3);
    let day = |at: usize| times::day_at(text, at).filter(|_| text.is_outside_quotations(at)).map(|found| found.day);
    behind.into_iter().find_map(day).or_else(|| opening.into_iter().find_map(day))
}
