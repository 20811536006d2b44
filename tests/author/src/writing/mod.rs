//! From facts to an article, in one of many styles.

mod events;
mod head;
mod meetings;
mod naming;
mod quotations;
mod statements;

use crate::{
    facts::Written,
    layout::lay_out,
    page::Page,
    plan::{Plan, Prefix},
    random::Dice,
    style::{Breaks, Dateline, Genre, Headline, Label, LaterName, Lead, Stamps, Style},
};

/// Writes the article that says the facts of `plan` in this style, and says what a correct reader finds in it.
///
/// A transcript leaves out who came along, what they ate and how long it lasted, and of what was said the agreements
/// and the ministries; a readout retells what would be quoted. The facts are those of the text, so they lack the same.
/// Where a style asks for what would hide or change a fact, the nearest plain choice is taken.
pub fn write(plan: &Plan, style: &Style) -> Written {
    let style = settle(plan, style);
    let mut writer = Writer::new(plan, &style);
    writer.head();
    writer.body();
    writer.tail();
    let (text, mut facts) = writer.page.finish();
    facts.sort();
    lay_out(&text, facts, &style, style.genre != Genre::Transcript)
}

/// The style, without what does not go together with the plan or with itself.
fn settle(plan: &Plan, style: &Style) -> Style {
    let mut style = style.clone();
    let held = statements::held(plan);
    if style.genre == Genre::Transcript && (!held || statements::turns(plan).count() < 2)
        || !held && style.genre == Genre::Readout
    {
        style.genre = Genre::News;
    }
    if style.genre == Genre::Transcript {
        // A transcript's labels are rows of their own; only capitals make a label of a name with a small particle.
        style.breaks = if style.breaks == Breaks::Wrapped { Breaks::Blank } else { style.breaks };
        let particle =
            |leader: &crate::Figure| leader.full_name().split(' ').any(|word| word.starts_with(char::is_lowercase));
        // Nothing in it would say whose leader one without a country is.
        style.own_leader = false;
        if plan.leaders.iter().any(particle) {
            style.label = Label::Capitals;
        }
    }
    if style.genre == Genre::Readout {
        style.later_name = LaterName::Titled;
        style.lead = Lead::Full;
        style.dateline = Dateline::Absent;
    }
    // Without a headline, only a dateline keeps the first paragraph from being taken for one.
    let bare = style.genre == Genre::News && style.dateline != Dateline::Absent && plan.prefix == Prefix::Absent;
    if style.headline == Headline::Absent && !bare {
        style.headline = Headline::Names;
    }
    if style.lead == Lead::Proposal && plan.opening.is_none() {
        style.lead = Lead::Short;
    }
    if plan.leaders.len() != 2 {
        style.own_leader = false;
    }
    style
}

/// An article being written.
struct Writer<'a> {
    page: Page,
    plan: &'a Plan,
    style: &'a Style,
    dice: Dice,
    /// Which leaders have been named in full in the body.
    named: Vec<bool>,
    /// How many later names have been written, for those that go by turns.
    turns: usize,
    /// Whether the sentence under the pen has its stop already, before a closing mark.
    stopped: bool,
}

impl<'a> Writer<'a> {
    fn new(plan: &'a Plan, style: &'a Style) -> Self {
        let named = vec![false; plan.leaders.len()];
        Self {
            page: Page::new(style.marks),
            plan,
            style,
            dice: Dice::new(style.wording),
            named,
            turns: 0,
            stopped: false,
        }
    }

    fn say(&mut self, words: &str) {
        self.page.say(words);
    }

    fn say_one_of(&mut self, words: &[&str]) {
        let words = self.dice.one_of(words);
        self.say(words);
    }

    /// Whether the text tells on which day "Thursday" was.
    fn day_is_known(&self) -> bool {
        let dateline = match self.style.dateline {
            Dateline::DayAgency => self.plan.prefix != Prefix::Absent,
            Dateline::YearWire => true,
            _ => false,
        };
        self.style.stamps != Stamps::Absent || dateline || self.plan.prefix != Prefix::Absent
    }

    fn body(&mut self) {
        self.dateline();
        self.lead();
        for (index, statement) in self.plan.statements.iter().enumerate() {
            if !self.hangs_on(index) {
                self.background(index);
            }
            self.statement(statement);
        }
        if self.style.genre != Genre::Transcript {
            self.background(self.plan.statements.len());
            self.closing();
        }
    }

    /// Whether the statement goes on from the one before it, so that nothing may come between.
    fn hangs_on(&self, index: usize) -> bool {
        use crate::plan::Telling;

        let telling = self.plan.statements[index].telling;
        self.style.genre == Genre::Transcript
            || matches!(telling, Telling::Continued | Telling::Reply | Telling::ReplyAdded)
    }

    /// The sentences without facts whose place is before this statement.
    fn background(&mut self, index: usize) {
        let plan = self.plan;
        for (_, words) in plan.background.iter().filter(|(place, _)| *place == index) {
            self.say(words);
            self.page.end_row();
        }
    }
}
