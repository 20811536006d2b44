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
    style::{Dateline, Ending, FirstName, Genre, Headline, Noun, Stamps, Tag},
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
            self.second_headline();
        }
        self.stamps();
        if self.style.byline {
            self.say("By ");
            self.writers(REPORTERS);
            self.page.end_row();
        }
        if self.style.caption {
            self.caption();
        }
    }

    /// Names those who wrote, where nobody has been named yet.
    fn writers(&mut self, writers: &[&str]) {
        let writers = self.dice.pick(writers);
        let excerpt = self.page.mark(writers);
        self.page.facts.byline.get_or_insert(excerpt);
    }

    fn second_headline(&mut self) {
        let is_followed = self.style.byline || self.style.stamps != Stamps::Absent;
        if self.style.second_headline && is_followed {
            self.say_one_of(&[
                "Months of quiet work pay off",
                "A long road, and a longer table",
                "What the day brought",
            ]);
            self.page.end_row();
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
        let city = self.plan.leaders[0].nation.cities[0].name;
        let has_headline = self.style.headline != Headline::Absent;
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
            Stamps::Signed => {
                let half = if clock.hour() < 12 { "AM" } else { "PM" };
                let hour = (clock.hour() + 11) % 12 + 1;
                let words =
                    format!("{number:02} {} {year} {hour:02}:{:02}{half}", month.to_uppercase(), clock.minute());
                self.published("Posted On: ", minute, &words);
                self.page.reopen_row();
                self.say(" by ");
                self.writers(AGENCIES);
                self.page.end_row();
            }
            Stamps::Date => {
                let digits = format!("{year}/{:02}/{number:02} {clock} KST", day.month());
                self.published("Date: ", minute, &digits);
            }
            Stamps::Placed if has_headline => {
                let words = format!("{number} {} {year}", month_name(day));
                self.page.facts.dateline = Some(self.page.mark(city));
                self.published(", ", LocalTime::Day(day), &words);
            }
            Stamps::Rubric if has_headline => {
                let words = format!("{} {number}, {year}", month_name(day));
                self.say("The Sunday Report | ");
                self.page.facts.dateline = Some(self.page.mark(city));
                self.published(", ", LocalTime::Day(day), &words);
            }
            Stamps::ClockBelow => {
                let words = format!("{} {number}, {year}\n{clock} EST", month_name(day));
                self.published("", minute, &words);
            }
            Stamps::Bare | Stamps::Placed | Stamps::Rubric => {
                self.published("", LocalTime::Day(day), &format!("{month}{dot} {number}, {year}"));
            }
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
        let small = nation.cities[0].name;
        let city = small.to_uppercase();
        let has_headline = self.style.headline != Headline::Absent;
        let is_transcript = self.style.genre == Genre::Transcript;
        let agency = self.dice.one_of(AGENCIES);
        let (month, day) = (month_name(self.plan.published), self.plan.published.day());
        let year = self.plan.published.year();
        let (places, rest) = match self.style.dateline {
            Dateline::Absent => return,
            Dateline::DayAgency => (city, format!(", {month} {day} ({agency}) -- ")),
            Dateline::Agency => (city, format!(" ({agency}) — ")),
            Dateline::Dash => (city, " — ".to_owned()),
            Dateline::DayFirst => (city, format!(", {day} {month} ({agency}) -- ")),
            Dateline::AgencyBehind => (city, format!(" — ({agency}) ")),
            Dateline::Colon if has_headline && !is_transcript => {
                (format!("{city}, {}", nation.bare_name()), ": ".to_owned())
            }
            Dateline::SmallLetters if has_headline => (format!("{small}, {}", nation.bare_name()), " - ".to_owned()),
            Dateline::Country | Dateline::Colon | Dateline::SmallLetters => {
                (format!("{city}, {}", nation.bare_name()), " — ".to_owned())
            }
            Dateline::YearWire => (city, format!(", {month} {day}, {year} /{agency}/ - ")),
        };
        let places = self.page.mark(&places);
        // Where the line of the day names a place, that is the first.
        self.page.facts.dateline.get_or_insert(places);
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
            Ending::Initials => {
                self.page.reopen_row();
                self.say(" (ak/tabb)");
            }
            Ending::Release => {
                self.say("AK/TAB");
                self.page.end_row();
                self.say("(Release ID: 1955219)");
            }
            Ending::Clock => self.say("END    11:19 A.M. EST"),
            Ending::Name => {
                self.say("- ");
                self.writers(&REPORTERS[..3]);
            }
        }
        self.page.end_row();
    }
}
