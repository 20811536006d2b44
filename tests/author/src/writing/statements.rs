//! Who said what, in the patterns of news.

use rapporteur_model::{Excerpt, Polarity, StatementKind, Status};

use super::{Writer, naming::possessive};
use crate::{
    facts::{Occasion, PartyFact, StatementFact},
    plan::{Plan, PlannedStatement, Telling},
    style::{Genre, Label},
    vocabulary::capital,
};

/// Whether the leaders' meeting took place.
pub(super) fn held(plan: &Plan) -> bool {
    plan.meeting.as_ref().is_some_and(|meeting| meeting.status == Status::Held)
}

/// The statements that are a leader's turn in a transcript.
pub(super) fn turns(plan: &Plan) -> impl Iterator<Item = &PlannedStatement> {
    plan.statements.iter().filter(|statement| !matches!(statement.telling, Telling::Ministry | Telling::Agreement))
}

/// A statement just written. The default leaves out what most statements lack.
pub(super) struct Told {
    pub(super) kind: StatementKind,
    pub(super) speaker: PartyFact,
    pub(super) cue: Option<Excerpt>,
    pub(super) addressee: Option<PartyFact>,
    pub(super) parts: Vec<Excerpt>,
    pub(super) continues: Option<usize>,
    pub(super) replies_to: Option<usize>,
    pub(super) within: Option<usize>,
    pub(super) occasion: Occasion,
    pub(super) polarity: Polarity,
}

impl Default for Told {
    fn default() -> Self {
        let nowhere = crate::page::excerpt("", 0, 0);
        Self {
            kind: StatementKind::Direct,
            speaker: PartyFact { people: Vec::new(), excerpt: nowhere },
            cue: None,
            addressee: None,
            parts: Vec::new(),
            continues: None,
            replies_to: None,
            within: None,
            occasion: Occasion::Elsewhere,
            polarity: Polarity::Asserted,
        }
    }
}

impl Writer<'_> {
    /// Records a statement and gives its place in the list.
    pub(super) fn record(&mut self, told: Told) -> usize {
        let Told { kind, speaker, cue, addressee, parts, continues, replies_to, within, occasion, polarity } = told;
        self.page.facts.statements.push(StatementFact {
            kind,
            speaker,
            cue,
            addressee,
            parts,
            continues,
            replies_to,
            within,
            occasion,
            polarity,
        });
        self.page.facts.statements.len() - 1
    }

    pub(super) fn statement(&mut self, statement: &PlannedStatement) {
        match self.style.genre {
            Genre::News => self.reported(statement),
            Genre::Readout => self.read_out(statement),
            Genre::Transcript => self.turn(statement),
        }
        self.page.end_row();
    }

    /// Where a leader's words were said, unless they went to reporters.
    fn occasion(&self) -> Occasion {
        if held(self.plan) { Occasion::Summit(0) } else { Occasion::Elsewhere }
    }

    /// The other leader, where the words hold a "you".
    fn spoken_to(&self, statement: &PlannedStatement, pronoun: Option<Excerpt>) -> Option<PartyFact> {
        let people = vec![self.plan.leaders[statement.to?].full_name()];
        pronoun.map(|excerpt| PartyFact { people, excerpt })
    }

    fn cue(&mut self, verbs: &[&str]) -> Excerpt {
        let verb = self.dice.one_of(verbs);
        self.page.mark(verb)
    }

    /// An adverb before a verb, now and then.
    fn adverb(&mut self) {
        if self.style.adverbs && self.dice.one_in(2) {
            self.say_one_of(&["also ", "later ", "specifically "]);
        }
    }

    /// " Lee said", or " said Lee".
    fn said(&mut self, leader: usize) -> (PartyFact, Excerpt) {
        const VERBS: &[&str] = &["said", "said", "said", "noted", "stressed", "explained"];
        self.say(" ");
        if self.style.inverted {
            let cue = self.page.mark("said");
            self.say(" ");
            return (self.party(leader, false), cue);
        }
        let speaker = self.party(leader, false);
        self.say(" ");
        self.adverb();
        let cue = self.cue(VERBS);
        (speaker, cue)
    }

    /// The last statement of this leader.
    fn last_of(&self, leader: usize) -> Option<usize> {
        let people = [self.plan.leaders[leader].full_name()];
        let mut statements = self.page.facts.statements.iter();
        statements.rposition(|statement| statement.speaker.people == people && statement.within.is_none())
    }

    fn reported(&mut self, statement: &PlannedStatement) {
        let who = statement.speaker;
        let occasion = self.occasion();
        let sentences = &statement.sentences[..];
        let [first, second, third] = sentences else { return };
        match statement.telling {
            Telling::Direct => {
                let (part, pronoun) = self.quotation(&sentences[..1], ",");
                let (speaker, cue) = self.said(who);
                self.say(".");
                let addressee = self.spoken_to(statement, pronoun);
                self.record(Told {
                    speaker,
                    cue: Some(cue),
                    addressee,
                    parts: vec![part],
                    occasion,
                    ..Told::default()
                });
            }
            Telling::Split => {
                let (before, pronoun) = self.quotation(&sentences[..1], ",");
                let (speaker, cue) = self.said(who);
                self.say(". ");
                let (after, later) = self.quotation(&sentences[1..], ".");
                let addressee = self.spoken_to(statement, pronoun.or(later));
                let parts = vec![before, after];
                self.record(Told { speaker, cue: Some(cue), addressee, parts, occasion, ..Told::default() });
            }
            Telling::Broken => {
                let (before, _) = self.quotation(&sentences[..1], ",");
                let (speaker, cue) = self.said(who);
                self.say(", ");
                let start = self.page.here();
                self.say("“and ");
                self.worded(&second.continued(), second);
                self.say(".”");
                let parts = vec![before, self.page.since(start)];
                self.record(Told { speaker, cue: Some(cue), parts, occasion, ..Told::default() });
            }
            Telling::Fronted => {
                let speaker = self.party(who, true);
                self.say(" ");
                self.adverb();
                let cue = self.cue(&["said", "noted", "stressed"]);
                self.say(if self.style.colon { ": " } else { ", " });
                let (part, pronoun) = self.quotation(&sentences[..2], ".");
                let addressee = self.spoken_to(statement, pronoun);
                self.record(Told {
                    speaker,
                    cue: Some(cue),
                    addressee,
                    parts: vec![part],
                    occasion,
                    ..Told::default()
                });
            }
            Telling::Running => {
                let (before, pronoun) = self.quotation(&sentences[..1], ",");
                let (speaker, cue) = self.said(who);
                self.say(". ");
                let start = self.page.here();
                self.say("“");
                let middle_pronoun = self.sentences(&sentences[1..2], ".");
                let middle = self.page.since(start);
                self.page.end_row();
                let (after, last_pronoun) = self.quotation(&sentences[2..], ".");
                let addressee = self.spoken_to(statement, pronoun.or(middle_pronoun).or(last_pronoun));
                let parts = vec![before, middle, after];
                self.record(Told { speaker, cue: Some(cue), addressee, parts, occasion, ..Told::default() });
            }
            Telling::Continued => {
                let (part, pronoun) = self.quotation(&sentences[..1], ",");
                self.say(" ");
                let speaker = if self.dice.one_in(2) { self.pronoun(who, false) } else { self.party(who, false) };
                self.say(" ");
                let cue = self.cue(&["continued", "added", "went on to say", "went on"]);
                self.say(".");
                let continues = self.last_of(who);
                let addressee = self.spoken_to(statement, pronoun);
                let parts = vec![part];
                let cue = Some(cue);
                self.record(Told { speaker, cue, addressee, parts, continues, occasion, ..Told::default() });
            }
            Telling::Reply | Telling::ReplyAdded => self.reply(statement),
            Telling::Told => {
                let (part, _) = self.quotation(&sentences[..1], ",");
                self.say(" ");
                let speaker = self.party(who, false);
                self.say(" ");
                let cue = self.page.mark("told");
                self.say(" ");
                let addressee = Some(self.others_of(statement));
                if self.dice.one_in(2) {
                    self.say(" during the ");
                    let noun = self.noun();
                    self.meeting_words(noun);
                }
                self.say(".");
                let parts = vec![part];
                self.record(Told { speaker, cue: Some(cue), addressee, parts, occasion, ..Told::default() });
            }
            Telling::Reporters => {
                let (part, _) = self.quotation(&sentences[..1], ",");
                self.say(" ");
                let speaker = self.party(who, false);
                self.say(" ");
                let cue = self.page.mark("told");
                self.say(" ");
                let excerpt = self.page.mark("reporters");
                self.say_one_of(&["", " at the airport", " on the way home"]);
                self.say(".");
                let addressee = Some(PartyFact { people: Vec::new(), excerpt });
                self.record(Told { speaker, cue: Some(cue), addressee, parts: vec![part], ..Told::default() });
            }
            Telling::Praise => {
                let speaker = self.party(who, true);
                self.say(" ");
                self.adverb();
                let cue = self.cue(&["praised", "welcomed"]);
                self.say(" ");
                let part = self.page.mark(&statement.praised);
                let kind = StatementKind::Indirect;
                let praise = Told {
                    kind,
                    speaker: speaker.clone(),
                    cue: Some(cue),
                    parts: vec![part],
                    occasion,
                    ..Told::default()
                };
                self.record(praise);
                // A title's comma stands inside its marks already.
                self.say(if statement.praised.ends_with('”') { " " } else { ", " });
                let cue = self.page.mark("saying");
                self.say(", ");
                let (part, _) = self.quotation(&sentences[..1], ".");
                self.record(Told { speaker, cue: Some(cue), parts: vec![part], occasion, ..Told::default() });
            }
            Telling::Called | Telling::Described | Telling::MixedClause => self.mixed(statement, occasion),
            Telling::Clause => {
                let that = self.dice.one_in(2);
                self.clause(statement, occasion, that);
            }
            Telling::Trailing => {
                let start = self.page.here();
                self.worded(&capital(&first.reported), first);
                let part = self.page.since(start);
                self.say(",");
                let (speaker, cue) = self.said(who);
                self.say(".");
                let kind = StatementKind::Indirect;
                self.record(Told { kind, speaker, cue: Some(cue), parts: vec![part], occasion, ..Told::default() });
            }
            Telling::According => {
                let cue = self.page.mark("According to");
                self.say(" ");
                let speaker = self.party(who, false);
                self.say(", ");
                let start = self.page.here();
                self.worded(&third.reported, third);
                let part = self.page.since(start);
                self.say(".");
                let kind = StatementKind::Indirect;
                self.record(Told { kind, speaker, cue: Some(cue), parts: vec![part], occasion, ..Told::default() });
            }
            Telling::Agreement => self.agreement(statement, occasion),
            Telling::Proposal => self.proposes(statement, occasion),
            Telling::Urging => self.urging(statement, occasion),
            Telling::Denial => {
                let speaker = self.party(who, true);
                self.say(" ");
                let cue = self.page.mark("denied");
                self.say(" that ");
                let start = self.page.here();
                self.worded(&first.reported, first);
                let part = self.page.since(start);
                self.say(".");
                let (kind, polarity) = (StatementKind::Indirect, Polarity::Denied);
                self.record(Told { kind, speaker, cue: Some(cue), parts: vec![part], polarity, ..Told::default() });
            }
            Telling::Nested => self.nested(statement, occasion),
            Telling::Ministry => self.ministry(statement),
        }
    }

    /// The other leader, or with more than two the others.
    fn others_of(&mut self, statement: &PlannedStatement) -> PartyFact {
        if let Some(to) = statement.to {
            return self.party(to, false);
        }
        let start = self.page.here();
        let others: Vec<usize> = (0..self.plan.leaders.len()).filter(|&index| index != statement.speaker).collect();
        let mut people = Vec::new();
        for (index, &other) in others.iter().enumerate() {
            self.say(if index == 0 { "" } else { " and " });
            people.extend(self.party(other, false).people);
        }
        PartyFact { people, excerpt: self.page.since(start) }
    }

    fn reply(&mut self, statement: &PlannedStatement) {
        let occasion = self.occasion();
        let replies_to = statement.to.and_then(|to| self.last_of(to));
        let speaker = self.party(statement.speaker, true);
        self.say(" ");
        let cue = Some(self.cue(&["responded", "replied", "answered"]));
        self.say(", ");
        let added = statement.telling == Telling::ReplyAdded;
        let (part, pronoun) = self.quotation(&statement.sentences[..1], if added { "," } else { "." });
        let addressee = self.spoken_to(statement, pronoun);
        let answer = Told {
            speaker: speaker.clone(),
            cue,
            addressee,
            parts: vec![part],
            replies_to,
            occasion,
            ..Told::default()
        };
        let answer = self.record(answer);
        if added {
            self.say(" and ");
            let cue = self.page.mark("added");
            self.say(", ");
            let (part, pronoun) = self.quotation(&statement.sentences[1..2], ".");
            let addressee = self.spoken_to(statement, pronoun);
            let (cue, parts, continues) = (Some(cue), vec![part], Some(answer));
            self.record(Told { speaker, cue, addressee, parts, continues, occasion, ..Told::default() });
        }
    }

    fn mixed(&mut self, statement: &PlannedStatement, occasion: Occasion) {
        let speaker = self.party(statement.speaker, true);
        self.say(" ");
        self.adverb();
        let (verb, between) = match statement.telling {
            Telling::Called => ("called", " "),
            Telling::Described => ("described", " as "),
            _ => ("said", " was "),
        };
        let cue = self.page.mark(verb);
        self.say_one_of(if verb == "said" { &[" ", " that "] } else { &[" "] });
        let start = self.page.here();
        self.say(&format!("{}{between}“{}.”", statement.praised, statement.fragment));
        let parts = vec![self.page.since(start)];
        self.record(Told { kind: StatementKind::Mixed, speaker, cue: Some(cue), parts, occasion, ..Told::default() });
    }

    fn clause(&mut self, statement: &PlannedStatement, occasion: Occasion, that: bool) {
        let [first, ..] = &statement.sentences[..] else { return };
        let speaker = self.party(statement.speaker, true);
        self.say(" ");
        self.adverb();
        // Without "that", only "said" reads well.
        let cue = self.cue(if that { &["said", "noted", "stressed", "emphasized", "reaffirmed"] } else { &["said"] });
        self.say(if that { " that " } else { " " });
        let start = self.page.here();
        self.worded(&first.reported, first);
        let parts = vec![self.page.since(start)];
        self.say(".");
        self.record(Told {
            kind: StatementKind::Indirect,
            speaker,
            cue: Some(cue),
            parts,
            occasion,
            ..Told::default()
        });
    }

    fn agreement(&mut self, statement: &PlannedStatement, occasion: Occasion) {
        let plan = self.plan;
        let words = if plan.leaders.len() == 2 { "The two leaders" } else { "The three leaders" };
        let excerpt = self.page.mark(words);
        let people = plan.leaders.iter().map(crate::Figure::full_name).collect();
        self.say(" ");
        let cue = Some(self.page.mark("agreed"));
        self.say(" ");
        let theme = statement.theme;
        let parts = vec![self.page.mark(&format!("to {} {}", theme.verb, theme.object))];
        self.say(".");
        let speaker = PartyFact { people, excerpt };
        self.record(Told { kind: StatementKind::Indirect, speaker, cue, parts, occasion, ..Told::default() });
    }

    fn proposes(&mut self, statement: &PlannedStatement, occasion: Occasion) {
        let theme = statement.theme;
        let speaker = self.party(statement.speaker, true);
        self.say(" ");
        self.adverb();
        let (verb, doing) = self.dice.one_of(&[("proposed", true), ("called for", true), ("pledged", false)]);
        let cue = Some(self.page.mark(verb));
        self.say(" ");
        let words = if doing {
            format!("{} {}", theme.gerund, theme.object)
        } else {
            format!("to {} {}", theme.verb, theme.object)
        };
        let parts = vec![self.page.mark(&words)];
        if occasion == Occasion::Summit(0) && self.dice.one_in(2) {
            self.say(" during the ");
            let noun = self.noun();
            self.meeting_words(noun);
        }
        self.say(".");
        self.record(Told { kind: StatementKind::Indirect, speaker, cue, parts, occasion, ..Told::default() });
    }

    fn urging(&mut self, statement: &PlannedStatement, occasion: Occasion) {
        let theme = statement.theme;
        let speaker = self.party(statement.speaker, true);
        self.say(" ");
        let cue = Some(self.cue(&["urged", "asked"]));
        self.say(" ");
        let addressee = Some(self.others_of(statement));
        self.say(" ");
        let parts = vec![self.page.mark(&format!("to help {} {}", theme.verb, theme.object))];
        self.say(".");
        let kind = StatementKind::Indirect;
        self.record(Told { kind, speaker, cue, addressee, parts, occasion, ..Told::default() });
    }

    fn nested(&mut self, statement: &PlannedStatement, occasion: Occasion) {
        let (relative, words) = statement.nested;
        let start = self.page.here();
        self.say("“");
        let excerpt = self.page.mark(relative);
        self.say(" ");
        let inner_cue = self.page.mark("said");
        self.say(", ");
        let inner = self.page.mark(&format!("‘{words},’"));
        self.say("”");
        let part = self.page.since(start);
        let (speaker, cue) = self.said(statement.speaker);
        self.say(".");
        let outer = self.record(Told { speaker, cue: Some(cue), parts: vec![part], occasion, ..Told::default() });
        self.record(Told {
            speaker: PartyFact { people: Vec::new(), excerpt },
            cue: Some(inner_cue),
            parts: vec![inner],
            within: Some(outer),
            occasion: Occasion::Open,
            ..Told::default()
        });
    }

    /// A ministry's words, which are nobody's in particular.
    fn ministry(&mut self, statement: &PlannedStatement) {
        let [first, ..] = &statement.sentences[..] else { return };
        let nation = self.plan.leaders[statement.speaker].nation;
        let office = self.dice.one_of(&["foreign ministry", "trade ministry"]);
        let words = if self.dice.one_in(2) {
            format!("The {} {office}", nation.demonym)
        } else {
            capital(&format!("{} {office}", possessive(nation.name)))
        };
        let speaker = PartyFact { people: Vec::new(), excerpt: self.page.mark(&words) };
        self.say(" ");
        let cue = Some(self.page.mark("said"));
        self.say(" that ");
        let start = self.page.here();
        self.worded(&first.reported, first);
        let parts = vec![self.page.since(start)];
        self.say(".");
        self.record(Told { kind: StatementKind::Indirect, speaker, cue, parts, ..Told::default() });
    }

    /// A readout retells what a newspaper would quote.
    fn read_out(&mut self, statement: &PlannedStatement) {
        let occasion = self.occasion();
        match statement.telling {
            Telling::Agreement => self.agreement(statement, occasion),
            Telling::Urging => self.urging(statement, occasion),
            Telling::Proposal | Telling::Called | Telling::Described | Telling::Praise => {
                self.proposes(statement, occasion);
            }
            Telling::Ministry => self.ministry(statement),
            _ => self.clause(statement, occasion, true),
        }
    }

    /// A turn of a transcript: the label and the words, without marks or cue.
    fn turn(&mut self, statement: &PlannedStatement) {
        if matches!(statement.telling, Telling::Ministry | Telling::Agreement) {
            return;
        }
        let plan = self.plan;
        let figure = &plan.leaders[statement.speaker];
        let titled = format!("{} {}", figure.title, figure.name.short);
        let (label, after) = match self.style.label {
            Label::Capitals => (titled.to_uppercase(), ": "),
            Label::Titled => (titled, ". "),
            Label::Name => (figure.full_name(), ": "),
            Label::Slashed => (figure.full_name(), " / "),
        };
        let excerpt = self.person(figure, &label);
        self.say(after);
        if self.style.label == Label::Slashed {
            self.say(figure.title);
            self.page.end_row();
        }
        let speaker = PartyFact { people: vec![figure.full_name()], excerpt };
        let start = self.page.here();
        let pronoun = self.sentences(&statement.sentences[..2], ".");
        let parts = vec![self.page.since(start)];
        let addressee = self.spoken_to(statement, pronoun);
        let occasion = self.occasion();
        self.record(Told { speaker, addressee, parts, occasion, ..Told::default() });
    }
}
