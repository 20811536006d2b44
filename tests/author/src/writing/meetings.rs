//! The sentences that tell of the meeting itself.

use rapporteur_model::{Date, Excerpt, LocalTime, Mode, PartOfDay, Role, StatementKind, Status};

use super::{Writer, statements::Told};
use crate::{
    calendar::{clock, month_name, weekday_name},
    facts::{Fact, Occasion, ParticipantFact, SummitFact},
    plan::{Figure, Hour, Meeting, Place},
    style::{Day, Genre, Lead, Noun},
    vocabulary::capital,
};

/// The meeting's place in the list of summits.
const MAIN: usize = 0;

impl Writer<'_> {
    pub(super) fn lead(&mut self) {
        let plan = self.plan;
        let Some(meeting) = &plan.meeting else { return self.tour() };
        let summit = Self::summit(meeting.status, meeting.mode, plan.leaders.iter().collect(), meeting.place);
        self.page.facts.summits.push(summit);
        match (meeting.status, meeting.mode) {
            (Status::Held, Mode::InPerson) => self.held(meeting),
            (Status::Held, _) => self.remote(meeting),
            (Status::Planned, Mode::InPerson) => self.planned(meeting),
            (Status::Planned | Status::Cancelled, _) => self.put_off(meeting),
            (Status::Denied, _) => self.denied(meeting),
        }
        if !core::mem::take(&mut self.stopped) {
            self.say(".");
        }
        self.page.end_row();
        if self.style.genre == Genre::News
            && meeting.status == Status::Held
            && meeting.mode == Mode::InPerson
            && matches!(self.style.lead, Lead::Short | Lead::Proposal)
        {
            self.second_paragraph(meeting);
        }
        if self.style.own_leader && self.style.genre != Genre::Transcript {
            // This says whose leader the first is, where nothing else does.
            let countries = [plan.leaders[0].nation.name, plan.leaders[1].nation.name];
            self.say(&capital(&format!(
                "{} and {} are preparing to mark the anniversary of their diplomatic ties.",
                countries[0], countries[1]
            )));
            self.page.end_row();
        }
    }

    pub(super) fn summit(status: Status, mode: Mode, leaders: Vec<&Figure>, place: Option<Place>) -> SummitFact {
        let host = place.map(|place| place.nation.code);
        let received = host.is_some_and(|host| leaders.iter().any(|leader| leader.nation.code == host));
        let participants = leaders
            .into_iter()
            .map(|leader| ParticipantFact {
                name: leader.full_name(),
                country: leader.nation.code,
                role: match (received, host == Some(leader.nation.code)) {
                    (true, true) => Role::Host,
                    (true, false) => Role::Visitor,
                    (false, _) => Role::Unknown,
                },
            })
            .collect();
        SummitFact {
            status,
            mode,
            participants,
            begins: None,
            part_of_day: None,
            minutes: None,
            venue: None,
            locality: None,
            region: None,
            country: None,
            host_event: None,
            delegations: Vec::new(),
            meals: Vec::new(),
            mentions: Vec::new(),
        }
    }

    /// Writes words that tell of the meeting.
    pub(super) fn meeting_words(&mut self, words: &str) {
        let mention = self.page.mark(words);
        self.page.facts.summits[MAIN].mentions.push(mention);
    }

    /// "summit", "talks", "meeting", "call".
    pub(super) fn noun(&self) -> &'static str {
        match (self.plan.meeting.as_ref().map(|meeting| meeting.mode), self.style.noun) {
            (Some(Mode::Phone), _) => "call",
            (_, Noun::Summit) => "summit",
            (_, Noun::Talks) => "talks",
            (_, Noun::Meeting) => "meeting",
        }
    }

    /// "held a summit with", in the past tense.
    fn met_with(&mut self) {
        let trilateral = if self.plan.leaders.len() > 2 { "trilateral " } else { "" };
        match (self.style.noun, self.dice.below(3)) {
            (Noun::Summit, _) => {
                self.say(&format!("held a {trilateral}"));
                self.meeting_words("summit");
                self.say(" with ");
            }
            (Noun::Talks, kind) => {
                self.say(&format!("held {trilateral}"));
                self.meeting_words(if kind == 0 && trilateral.is_empty() { "summit talks" } else { "talks" });
                self.say(" with ");
            }
            (Noun::Meeting, 0) => {
                self.meeting_words("sat down with");
                self.say(" ");
            }
            (Noun::Meeting, _) => {
                self.meeting_words("met");
                self.say(" with ");
            }
        }
    }

    /// The other leaders, after "with".
    fn others(&mut self) {
        for index in 1..self.plan.leaders.len() {
            self.say(if index == 1 { "" } else { " and " });
            self.leader(index, false);
        }
    }

    /// What must be told with the place or not at all: who visits whom.
    fn visitor(&self, meeting: &Meeting) -> Option<usize> {
        let place = meeting.place?;
        let hosts = |index: usize| self.plan.leaders[index].nation.code == place.nation.code;
        match self.plan.leaders.len() {
            2 if hosts(0) => Some(1),
            2 if hosts(1) => Some(0),
            _ => None,
        }
    }

    fn held(&mut self, meeting: &Meeting) {
        let readout = self.style.genre == Genre::Readout;
        if readout && meeting.day == Some(self.plan.published) && self.style.stamps != crate::style::Stamps::Absent {
            let today = self.page.mark("Today");
            self.begin(meeting, today, true);
            self.say(", ");
            self.whole_sentence(meeting, false, false);
            return;
        }
        match (self.style.genre, self.style.lead) {
            (Genre::News, Lead::Short) => {
                self.leader(0, true);
                self.say(" ");
                self.met_with();
                self.others();
                self.day(meeting, false);
            }
            (Genre::News, Lead::Proposal) => self.proposal(meeting),
            (Genre::News, Lead::Joint) => {
                self.all_leaders(true);
                if self.style.noun == Noun::Summit {
                    self.say(" held a ");
                    self.meeting_words("summit");
                } else {
                    self.say(" ");
                    self.meeting_words("met");
                }
                self.where_and_when(meeting, false, true);
            }
            _ => self.whole_sentence(meeting, true, true),
        }
    }

    /// Who met whom, where and when.
    fn whole_sentence(&mut self, meeting: &Meeting, starts: bool, with_day: bool) {
        let visitor = self.visitor(meeting);
        self.leader(0, starts);
        let told = visitor == Some(0) && self.visit(meeting);
        self.say(" ");
        self.met_with();
        self.others();
        let told = told || visitor == Some(1) && self.visit(meeting);
        self.where_and_when(meeting, told, with_day);
    }

    fn second_paragraph(&mut self, meeting: &Meeting) {
        self.whole_sentence(meeting, true, true);
        self.say(".");
        self.page.end_row();
    }

    /// "proposed expanding trade during a summit with B on Thursday, describing Canada as "a friend""
    fn proposal(&mut self, meeting: &Meeting) {
        let plan = self.plan;
        let Some((theme, fragment)) = plan.opening else { return };
        let speaker = self.party(0, true);
        self.say(" ");
        let cue = self.page.mark("proposed");
        self.say(" ");
        let part = self.page.mark(&format!("{} {}", theme.gerund, theme.object));
        self.say(" during ");
        let noun = self.noun();
        self.say(if noun == "talks" { "" } else { "a " });
        self.meeting_words(noun);
        self.say(" with ");
        self.others();
        self.day(meeting, false);
        let told = |kind, cue: Excerpt, parts| Told {
            kind,
            speaker: speaker.clone(),
            cue: Some(cue),
            parts,
            occasion: Occasion::Summit(MAIN),
            ..Told::default()
        };
        self.record(told(StatementKind::Indirect, cue, vec![part]));
        self.say(", ");
        let cue = self.page.mark("describing");
        self.say(" ");
        // The sentence's own stop stands before the closing mark.
        let part = self.page.mark(&format!("{} as “{fragment}", plan.leaders[1].nation.name));
        let start = part.span.range().start;
        self.say(".”");
        let part = self.page.since(start);
        self.record(told(StatementKind::Mixed, cue, vec![part]));
        self.stopped = true;
    }

    /// ", who was in Korea for the Summit,", and whether it was told.
    fn visit(&mut self, meeting: &Meeting) -> bool {
        let Some(place) = meeting.place else { return false };
        let Some(event) = meeting.event else {
            if self.dice.one_in(2) {
                return false;
            }
            self.say(", who was on a visit to ");
            let words = self.page.mark(place.nation.name);
            self.page.facts.summits[MAIN].country.get_or_insert(Fact { value: place.nation.code, excerpt: words });
            self.say(",");
            return true;
        };
        self.say(", who was in ");
        let words = self.page.mark(place.nation.name);
        self.page.facts.summits[MAIN].country.get_or_insert(Fact { value: place.nation.code, excerpt: words });
        self.say(" for the ");
        self.event(event.name);
        self.say(",");
        true
    }

    fn event(&mut self, name: &str) {
        let excerpt = self.page.mark(name);
        let value = excerpt.text.clone();
        self.page.facts.summits[MAIN].host_event.get_or_insert(Fact { value, excerpt });
    }

    /// " on the sidelines of the Summit at a hotel in central Gyeongju, North Gyeongsang, on Thursday morning"; without
    /// the occasion where a visit has been told.
    fn where_and_when(&mut self, meeting: &Meeting, visit_told: bool, with_day: bool) {
        let main = &mut self.page.facts.summits[MAIN];
        let known = main.country.is_some();
        if let Some(event) = meeting.event.filter(|_| !visit_told) {
            self.say_one_of(&[" on the sidelines of the ", " on the margins of the "]);
            self.event(event.name);
        }
        if let Some(place) = meeting.place {
            let comma = self.place(MAIN, place, known, true);
            self.say(if comma && with_day { "," } else { "" });
        }
        if with_day {
            self.day(meeting, true);
        }
    }

    /// " at a hotel in Gyeongju, North Gyeongsang", and whether a comma must follow if anything does.
    pub(super) fn place(&mut self, summit: usize, place: Place, country_known: bool, with_venue: bool) -> bool {
        if with_venue {
            self.say(" at ");
            let excerpt = self.page.mark(place.venue);
            self.page.facts.summits[summit].venue.get_or_insert(Fact { value: place.venue.to_owned(), excerpt });
        }
        self.say(" in ");
        let quarter = self.dice.one_of(&["", "", "central ", "downtown "]);
        self.say(quarter);
        let excerpt = self.page.mark(place.city.name);
        self.page.facts.summits[summit].locality.get_or_insert(Fact { value: place.city.name.to_owned(), excerpt });
        let capital_city = place.nation.cities.first() == Some(place.city);
        match place.city.region {
            Some((region, code)) if !self.dice.one_in(3) => {
                self.say(", ");
                let excerpt = self.page.mark(region);
                let facts = &mut self.page.facts.summits[summit];
                facts.region.get_or_insert(Fact { value: code.to_owned(), excerpt: excerpt.clone() });
                facts.country.get_or_insert(Fact { value: place.nation.code, excerpt });
                true
            }
            _ if capital_city && country_known => false,
            _ => {
                self.say(", ");
                let excerpt = self.page.mark(place.nation.name);
                self.page.facts.summits[summit].country.get_or_insert(Fact { value: place.nation.code, excerpt });
                true
            }
        }
    }

    /// " on Thursday morning"; without the part of the day and the hour where it is not told `finely`.
    pub(super) fn day(&mut self, meeting: &Meeting, finely: bool) {
        let Some(date) = meeting.day else { return };
        let hour = if finely { meeting.hour } else { Hour::Untold };
        if let Hour::Clock(time) = hour {
            self.say(" at ");
            self.say_one_of(&["", "around "]);
            self.say(&clock(time));
        }
        let form = self.style.day;
        self.say(" on ");
        if let (Hour::Part(part), Day::Date | Day::DateYear) = (hour, form) {
            self.say(&format!("the {} of ", part_name(part)));
        }
        let words = self.date_words(date, form);
        if let (Hour::Part(part), Day::Weekday) = (hour, form) {
            self.say(&format!(" {}", part_name(part)));
        }
        let known = form == Day::DateYear || self.day_is_known();
        if known {
            self.begin(meeting, words, finely);
        }
    }

    pub(super) fn date_words(&mut self, date: Date, form: Day) -> Excerpt {
        let (month, day) = (month_name(date), date.day());
        let words = match form {
            Day::Weekday => weekday_name(date).to_owned(),
            Day::Date => format!("{month} {day}"),
            Day::DateYear => format!("{month} {day}, {}", date.year()),
        };
        self.page.mark(&words)
    }

    fn begin(&mut self, meeting: &Meeting, words: Excerpt, finely: bool) {
        let Some(date) = meeting.day else { return };
        let hour = if finely && words.text != "Today" { meeting.hour } else { Hour::Untold };
        let summit = &mut self.page.facts.summits[MAIN];
        let begins = summit.begins.get_or_insert(Fact { value: LocalTime::Day(date), excerpt: words });
        match hour {
            Hour::Untold => {}
            Hour::Part(part) => summit.part_of_day = Some(part),
            Hour::Clock(time) => begins.value = LocalTime::Minute(date, time),
        }
    }

    fn remote(&mut self, meeting: &Meeting) {
        let today = self.style.genre == Genre::Readout
            && meeting.day == Some(self.plan.published)
            && self.style.stamps != crate::style::Stamps::Absent;
        if today {
            let words = self.page.mark("Today");
            self.begin(meeting, words, true);
            self.say(", ");
        }
        self.leader(0, !today);
        self.say(" ");
        let phrases: &[(&str, &str, &str)] = if meeting.mode == Mode::Phone {
            &[
                ("", "spoke by phone", " with "),
                ("held ", "telephone talks", " with "),
                ("had a ", "phone call", " with "),
            ]
        } else {
            &[("held a ", "video summit", " with "), ("held a ", "virtual summit", " with ")]
        };
        let (before, words, after) = self.dice.one_of(phrases);
        self.say(before);
        self.meeting_words(words);
        self.say(after);
        self.others();
        if !today {
            self.day(meeting, true);
        }
    }

    fn planned(&mut self, meeting: &Meeting) {
        self.leader(0, true);
        let (before, words) = self.dice.one_of(&[
            (" will hold a ", "summit"),
            (" is scheduled to hold ", "talks"),
            (" is set to ", "meet"),
            (" is expected to hold a ", "summit"),
        ]);
        self.say(before);
        self.meeting_words(words);
        self.say(" with ");
        self.others();
        self.where_and_when(meeting, false, true);
    }

    /// Called off, or put off to another day or none.
    fn put_off(&mut self, meeting: &Meeting) {
        self.say("A ");
        self.meeting_words("summit");
        self.say(" between ");
        self.all_leaders(false);
        match (meeting.status, meeting.day) {
            (Status::Planned, Some(date)) => {
                self.say(" has been postponed to ");
                self.named_day(date);
            }
            (_, Some(date)) => {
                self.say(" planned for ");
                self.named_day(date);
                self.say(", has been called off");
            }
            (_, None) => self.say(" has been postponed, and no new date has been set"),
        }
    }

    fn named_day(&mut self, date: Date) {
        let excerpt = self.date_words(date, Day::DateYear);
        self.page.facts.summits[MAIN].begins = Some(Fact { value: LocalTime::Day(date), excerpt });
    }

    fn denied(&mut self, meeting: &Meeting) {
        self.say_one_of(&["No ", "No separate "]);
        self.meeting_words("meeting");
        self.say(" was arranged between ");
        self.all_leaders(false);
        if let Some(event) = meeting.event {
            self.say(" on the sidelines of the ");
            self.event(event.name);
        }
    }

    /// How an article about no meeting opens.
    fn tour(&mut self) {
        let plan = self.plan;
        let nation = plan.leaders[0].nation;
        let city = self.dice.pick(nation.cities);
        self.leader(0, true);
        let place = self.dice.one_of(&["a shipyard", "a flood barrier", "a new hospital", "a training center"]);
        self.say(&format!(" toured {place} in {}, {}, on ", city.name, nation.name));
        self.date_words(plan.published, self.style.day);
        self.say(".");
        self.page.end_row();
    }
}

const fn part_name(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning => "morning",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
    }
}
