//! What stands before the first paragraph and after the last.

use rapporteur_model::{LocalTime, Mode, Month, Polarity, StatementKind, Status, TimeOfDay};

use super::{
    Writer,
    naming::{first_name, titled_name},
    statements::held,
};
use crate::{
    calendar::{after, month_name},
    facts::{Fact, Occasion, PartyFact, StatementFact},
    plan::{Meeting, Prefix},
    style::{Dateline, Ending, FirstName, Headline, Noun, Stamps, Tag},
    vocabulary::{AGENCIES, REPORTERS, Theme, capital},
};

impl Writer<'_> {
    pub(super) fn head(&mut self) {
        if self.style.menu && self.plan.prefix == Prefix::Absent {
            self.say("News > World > Diplomacy");
            self.page.end_row();
        }
        self.prefix();
        if self.style.headline != Headline::Absent {
            self.say(match self.style.tag {
                Tag::None => "",
                Tag::Lead => "(LEAD) ",
                Tag::SecondLead => "(2nd LD) ",
                Tag::Urgent => "URGENT: ",
            });
            self.headline();
        }
        self.stamps();
        if self.style.byline {
            self.say("By ");
            let writers = self.dice.pick(REPORTERS);
            self.page.facts.byline = Some(self.page.mark(writers));
            self.page.end_row();
        }
        if self.style.caption {
            self.caption();
        }
    }

    fn prefix(&mut self) {
        // What alone tells the day of the article must be the day.
        let alone = self.style.stamps == Stamps::Absent;
        let published = self.plan.published;
        let value = match self.plan.prefix {
            Prefix::Absent => return,
            Prefix::DaysOff(days) if !alone => LocalTime::Day(after(published, days)),
            Prefix::Month if !alone => match Month::new(published.year(), published.month()) {
                Ok(month) => LocalTime::Month(month),
                Err(_) => LocalTime::Day(published),
            },
            _ => LocalTime::Day(published),
        };
        self.say(" date ");
        let excerpt = self.page.mark(&value.to_string());
        self.say_one_of(&[" ", " ", "  "]);
        self.page.facts.prefix_date = Some(Fact { value, excerpt });
    }

    fn headline(&mut self) {
        let start = self.page.here();
        match self.style.headline {
            Headline::Says => self.saying_headline(),
            Headline::Nations if self.plan.leaders.len() > 1 => {
                let names: Vec<&str> = self.plan.leaders.iter().map(|leader| leader.nation.bare_name()).collect();
                self.say(&names.join(", "));
                self.headline_verb();
            }
            _ => {
                for (index, leader) in self.plan.leaders.iter().enumerate() {
                    self.say(if index == 0 { "" } else { ", " });
                    let short = leader.name.short;
                    let words = if index == 0 { capital(short) } else { short.to_owned() };
                    self.person(leader, &words);
                }
                self.headline_verb();
            }
        }
        self.page.facts.headline = Some(self.page.since(start));
        self.page.end_row();
    }

    /// The rest of a headline that has named who met.
    fn headline_verb(&mut self) {
        let Some(meeting) = &self.plan.meeting else { return self.say(" goes on tour of home region") };
        match (meeting.status, meeting.mode) {
            (Status::Held, Mode::Phone) => self.say(" speak by phone"),
            (Status::Held, Mode::Video) => self.say(" hold video summit"),
            (Status::Held, _) => {
                self.say(match self.style.noun {
                    Noun::Summit => " hold summit",
                    Noun::Talks => " hold talks",
                    Noun::Meeting => " meet",
                });
                self.headline_place(meeting);
            }
            (Status::Planned, _) => {
                self.say(" to hold summit");
                self.headline_place(meeting);
            }
            (Status::Cancelled, _) => self.say(" not to meet as planned"),
            (Status::Denied, _) => self.say(" not to meet"),
        }
    }

    fn headline_place(&mut self, meeting: &Meeting) {
        if let Some(place) = meeting.place {
            self.say(" in ");
            self.say(place.city.name);
        }
    }

    fn saying_headline(&mut self) {
        let Theme { verb, object, .. } = Theme::of(&mut self.dice);
        let part = self.page.mark(&format!("It is time to {verb} {object}"));
        self.say(", ");
        let leader = &self.plan.leaders[0];
        let excerpt = self.person(leader, leader.name.short);
        self.say(" ");
        let cue = self.page.mark("says");
        self.page.facts.statements.push(StatementFact {
            kind: StatementKind::Indirect,
            speaker: PartyFact { people: vec![leader.full_name()], excerpt },
            cue: Some(cue),
            addressee: None,
            parts: vec![part],
            continues: None,
            replies_to: None,
            within: None,
            occasion: Occasion::Open,
            polarity: Polarity::Asserted,
        });
    }

    fn stamps(&mut self) {
        let (day, clock) = (self.plan.published, self.plan.clock);
        let minute = LocalTime::Minute(day, clock);
        let month = &month_name(day)[..3];
        let dot = if month_name(day).ends_with('.') { "." } else { "" };
        let (year, number) = (day.year(), day.day());
        match self.style.stamps {
            Stamps::Published => {
                self.published("Published: ", minute, &format!("{number} {month}{dot} {year}, {clock}"));
            }
            Stamps::Spaced => {
                self.published("Published : ", minute, &format!("{month}{dot} {number}, {year} - {clock}"));
            }
            Stamps::WrittenUpdated => {
                self.published("Written: ", minute, &format!("{day} {clock}"));
                self.page.reopen_row();
                self.say(" Updated: ");
                let changed = TimeOfDay::new(23, clock.minute()).unwrap_or(clock);
                let value = LocalTime::Minute(day, changed);
                let excerpt = self.page.mark(&format!("{day} {changed}"));
                self.page.facts.updated = Some(Fact { value, excerpt });
                self.page.end_row();
            }
            Stamps::TwoLines => {
                self.say("Input");
                self.page.end_row();
                self.published("", minute, &format!("{day} {clock}"));
            }
            Stamps::Bare => self.published("", LocalTime::Day(day), &format!("{month}{dot} {number}, {year}")),
            Stamps::Zoned => {
                let digits = format!("{year}.{:02}.{number:02} {clock} KST", day.month());
                self.published("Published: ", minute, &digits);
            }
            Stamps::Absent => {}
        }
    }

    fn published(&mut self, label: &str, value: LocalTime, words: &str) {
        self.say(label);
        let excerpt = self.page.mark(words);
        self.page.facts.published = Some(Fact { value, excerpt });
        self.page.end_row();
    }

    fn caption(&mut self) {
        let plan = self.plan;
        let Some(place) = plan.meeting.as_ref().filter(|_| held(plan)).and_then(|meeting| meeting.place) else {
            return;
        };
        let [first, second] = &plan.leaders[..] else { return };
        let name = if self.style.own_leader { titled_name(first) } else { first_name(first, FirstName::Demonym) };
        self.person(first, &name);
        self.say(", right, shakes hands with ");
        self.person(second, &first_name(second, FirstName::Demonym));
        self.say(&format!(" at {} in {}. [MERIDIAN]", place.venue, place.city.name));
        self.page.end_row();
    }

    /// The dateline: the place from which the article was sent, which need not be that of the meeting.
    pub(super) fn dateline(&mut self) {
        let nation = self.plan.leaders[0].nation;
        let city = nation.cities[0].name.to_uppercase();
        let agency = self.dice.one_of(AGENCIES);
        let (month, day) = (month_name(self.plan.published), self.plan.published.day());
        let year = self.plan.published.year();
        let (places, rest) = match self.style.dateline {
            Dateline::Absent => return,
            Dateline::DayAgency => (city, format!(", {month} {day} ({agency}) -- ")),
            Dateline::Agency => (city, format!(" ({agency}) — ")),
            Dateline::Dash => (city, " — ".to_owned()),
            Dateline::Country => (format!("{city}, {}", nation.bare_name()), " — ".to_owned()),
            Dateline::YearWire => (city, format!(", {month} {day}, {year} /{agency}/ - ")),
        };
        self.page.facts.dateline = Some(self.page.mark(&places));
        self.say(&rest);
    }

    pub(super) fn tail(&mut self) {
        match self.style.ending {
            Ending::Absent => {}
            Ending::Row => {
                self.say("(END)");
                self.page.end_row();
                self.say("(LEAD) Finance officials gather for yearly conference");
            }
            Ending::Inline => {
                self.page.reopen_row();
                self.say(" (END)");
            }
            Ending::Copyright => {
                self.say(&format!("Copyright {} Meridian. All rights reserved.", self.plan.published.year()));
            }
        }
        self.page.end_row();
    }
}
