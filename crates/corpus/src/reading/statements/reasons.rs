//! Reasons: why a statement was read, for people. The reader notes a rule where it finds words; all else is made from
//! what it found, and only when somebody asks.

use std::{collections::BTreeMap, ops::Range};

use rapporteur_model::{BlockKind, Excerpt, StatementKind};

use super::{
    Context, StatementFound,
    cues::{self, Cue, Form},
};
use crate::reading::{
    lexicon::{Frame, Verb, lexicon},
    people::People,
    phrases::Parties,
    text::{Text, TokenKind},
};

/// How the words of a statement were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ContentRule {
    /// “A,” Lee said, “B.”
    MarksBeside,
    /// A, Lee said, will B.
    BothSides,
    /// Lee said that A.
    After,
    /// A, Lee said.
    Before,
    /// According to Lee, A.
    Account,
    /// As Lee said, A.
    AsTold,
    /// The pact was called A; Lee was asked whether A.
    Passive,
    /// Lee's claim that A.
    Noun,
    /// Lee told the press on Monday: “A.”
    MarksFarther,
    /// Lee: “A.”
    Lead,
    /// “A,” she shrugs.
    MarksBeforeSubject,
    /// Lee spoke on Monday, and said. “A.”
    SentenceAfter,
    /// “A,” Lee said. “B.” In a paragraph of its own, B is a statement.
    MarksAlone,
    /// “A,” Lee said. “B” and so on.
    GoingOn,
    /// Lee said: and then paragraphs.
    Block,
    /// The colon of a headline.
    HeadlineColon,
    /// A turn of a transcript.
    Turn,
    /// “They asked, ‘A’”
    Nested,
    /// In some other way.
    #[default]
    Unnamed,
}

impl ContentRule {
    /// The rule in a few words.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::MarksBeside => "words in marks beside the cue",
            Self::BothSides => "on both sides of the cue",
            Self::After => "after the cue",
            Self::Before => "before the cue",
            Self::Account => "by whose account it is told",
            Self::AsTold => "beside the “as” of the cue",
            Self::Passive => "with the passive, what was asked, told or said of its subject",
            Self::Noun => "the clause of the reporting noun",
            Self::MarksFarther => "words in marks at the sentence's end, which the cue leads up to from afar",
            Self::Lead => "words in marks that a colon or a comma leads up to",
            Self::MarksBeforeSubject => "words in marks that end openly before a subject and its verb",
            Self::SentenceAfter => "words in marks, the sentence after a cue that has none",
            Self::MarksAlone => "words in marks that stand alone",
            Self::GoingOn => "a sentence that marks begin, which goes on with the words before",
            Self::Block => "paragraphs after a colon",
            Self::HeadlineColon => "after the colon of a headline",
            Self::Turn => "the turn of a transcript below a label",
            Self::Nested => "single marks inside the words of another statement",
            Self::Unnamed => "by a rule without a name",
        }
    }
}

/// What kind of words a cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueForm {
    /// Lee said.
    Finite,
    /// Lee left and said.
    Coordinated,
    /// Lee left, saying.
    Participle,
    /// Lee began by saying.
    Embedded,
    /// Lee was asked.
    Passive,
    /// Lee's claim that.
    Noun,
    /// According to Lee.
    AccordingTo,
    /// The colon of “Lee: A”.
    Colon,
}

impl CueForm {
    const fn of(form: Form) -> Self {
        match form {
            Form::Finite => Self::Finite,
            Form::Coordinated => Self::Coordinated,
            Form::Participle => Self::Participle,
            Form::Embedded => Self::Embedded,
            Form::Passive => Self::Passive,
            Form::Nominal => Self::Noun,
            Form::AccordingTo => Self::AccordingTo,
        }
    }

    /// The form in a few words.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Finite => "a verb with a subject of its own",
            Self::Coordinated => "a verb that shares the subject of one before it",
            Self::Participle => "a participle that hangs on a clause",
            Self::Embedded => "a participle or gerund inside a clause",
            Self::Passive => "a passive",
            Self::Noun => "a reporting noun",
            Self::AccordingTo => "an account",
            Self::Colon => "a colon",
        }
    }
}

/// Why a cue is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueReason {
    /// What kind of words it is.
    pub form: CueForm,
    /// The reporting verb of the dictionary; none for a word that only its place makes a cue.
    pub verb: Option<VerbEntry>,
}

/// A reporting verb of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbEntry {
    /// As the dictionary calls it: "go on".
    pub lemma: &'static str,
    /// How it frames what is said, by the names that `data/reporting_verbs.tsv` gives: `that`, `direct`.
    pub frames: Vec<&'static str>,
}

/// Where a speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpeakerPlace {
    /// Lee said.
    BeforeCue,
    /// Said Lee.
    BehindCue,
    /// Lee left and said: the subject of another verb.
    OtherClause,
    /// According to Lee.
    Account,
    /// Was called so by Lee.
    Agent,
    /// The label of a turn.
    Label,
    /// As Lee sang back then, “A.”
    Lead,
    /// The speaker or subject of a sentence before.
    Earlier,
}

impl SpeakerPlace {
    /// The place in a few words.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::BeforeCue => "before the cue",
            Self::BehindCue => "behind the cue",
            Self::OtherClause => "the subject of the clause that the cue hangs on",
            Self::Account => "whose account it is",
            Self::Agent => "whom the passive names",
            Self::Label => "the label of the turn",
            Self::Lead => "in the words that lead up to the marks",
            Self::Earlier => "of a sentence before",
        }
    }
}

/// A reporting verb that makes no statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedVerb {
    /// The verb group of a cue, or the verb.
    pub words: Excerpt,
    /// Whether it is a cue, for which no words were found; else nobody was found who says anything with it.
    pub is_cue: bool,
}

/// Why a statement was read.
///
/// Which words name the speaker, and by which rule they mean somebody, stands in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementReasons {
    /// How its words were found.
    pub content: ContentRule,
    /// The rules that were tried before, and found nothing.
    pub weighed: Vec<ContentRule>,
    /// Why the cue is one, where it has one.
    pub cue: Option<CueReason>,
    /// Where the speaker was found, where it has one.
    pub speaker: Option<SpeakerPlace>,
    /// The reporting verbs of its sentence, outside of marks, that make no statement; told of the sentence's first
    /// statement only.
    pub passed: Vec<PassedVerb>,
}

/// What the reader notes while it reads.
#[derive(Debug, Clone, Default)]
pub(super) struct Noted {
    content: ContentRule,
    weighed: Vec<ContentRule>,
    cue: Option<(Form, &'static Verb)>,
}

impl Noted {
    pub(super) fn of_cue(cue: &Cue) -> Self {
        Self { cue: Some((cue.form, cue.verb)), ..Self::default() }
    }
}

impl StatementFound {
    /// The statement, its words found by `rule`.
    pub(super) fn by(mut self, rule: ContentRule) -> Self {
        self.note(rule);
        self
    }

    pub(super) fn note(&mut self, rule: ContentRule) {
        self.noted.content = rule;
    }

    /// The statement, its words found by the last rule that was tried.
    pub(super) fn by_last_of(mut self, mut tried: Vec<ContentRule>) -> Self {
        self.noted.content = tried.pop().unwrap_or_default();
        self.noted.weighed = tried;
        self
    }
}

/// The reasons of all statements, in their order.
pub(in crate::reading) fn reasons(
    text: &Text<'_>,
    people: &People,
    statements: &[StatementFound],
) -> Vec<StatementReasons> {
    let context = Context { text, parties: Parties { text, people } };
    let mut reporting: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for statement in statements {
        reporting.entry(statement.sentence).or_default().extend(statement.cue.clone());
    }
    let mut passed: BTreeMap<usize, Vec<PassedVerb>> =
        reporting.into_iter().map(|(sentence, cues)| (sentence, passed(context, sentence, &cues))).collect();
    let mut reasons = |statement: &StatementFound| StatementReasons {
        content: statement.noted.content,
        weighed: statement.noted.weighed.clone(),
        cue: statement.cue.as_ref().map(|cue| cue_reason(text, statement, cue)),
        speaker: speaker_place(statement),
        passed: passed.remove(&statement.sentence).unwrap_or_default(),
    };
    statements.iter().map(&mut reasons).collect()
}

/// Why the tokens `cue` report.
fn cue_reason(text: &Text<'_>, statement: &StatementFound, cue: &Range<usize>) -> CueReason {
    match statement.noted.cue {
        // Both take the frames of "say", which is not what they are.
        Some((form @ (Form::AccordingTo | Form::Nominal), _)) => CueReason { form: CueForm::of(form), verb: None },
        Some((form, verb)) => {
            // A verb that only its place after words in marks makes a cue takes them too.
            let is_listed = cue.clone().any(|at| {
                let listed = lexicon().verbs(&text.lower(at));
                listed.iter().any(|listed| listed.lemma == verb.lemma)
            });
            CueReason { form: CueForm::of(form), verb: is_listed.then(|| entry(verb)) }
        }
        None if text.kind(cue.start) == Some(TokenKind::Mark) => CueReason { form: CueForm::Colon, verb: None },
        None => {
            let plain = lexicon().verbs(&text.lower(cue.start)).iter().find(|verb| verb.particles.is_empty());
            CueReason { form: CueForm::Finite, verb: plain.map(|verb| entry(verb)) }
        }
    }
}

fn entry(verb: &Verb) -> VerbEntry {
    let frames = Frame::NAMES.iter().filter(|(_, frame)| verb.has(*frame)).map(|(name, _)| *name);
    VerbEntry { lemma: verb.lemma, frames: frames.collect() }
}

fn speaker_place(statement: &StatementFound) -> Option<SpeakerPlace> {
    let speaker = statement.speaker.as_ref()?;
    let form = statement.noted.cue.map(|(form, _)| form);
    Some(match (&statement.cue, form) {
        (_, Some(Form::AccordingTo)) => SpeakerPlace::Account,
        (_, Some(Form::Passive)) => SpeakerPlace::Agent,
        (Some(_), _) if speaker.rule == Some("speaker-of-clause") => SpeakerPlace::OtherClause,
        (Some(cue), _) if speaker.tokens.end <= cue.start => SpeakerPlace::BeforeCue,
        // "his claim that": inside.
        (Some(cue), Some(Form::Nominal)) if speaker.tokens.start < cue.start => SpeakerPlace::BeforeCue,
        (Some(_), _) => SpeakerPlace::BehindCue,
        (None, _) if speaker.inferred => SpeakerPlace::Earlier,
        (None, _) if statement.kind == Some(StatementKind::Direct) => SpeakerPlace::Label,
        (None, _) => SpeakerPlace::Lead,
    })
}

/// The reporting verbs of a sentence that are not among the cues of its statements, `reporting`.
fn passed(context: Context<'_, '_>, sentence: usize, reporting: &[Range<usize>]) -> Vec<PassedVerb> {
    let text = context.text;
    let tokens = text.sentences[sentence].tokens.clone();
    // "QUESTION:" is a name.
    if text.passages[text.sentences[sentence].passage].kind == BlockKind::SpeakerLabel {
        return Vec::new();
    }
    let mut taken = vec![false; tokens.len()];
    let mut take = |range: &Range<usize>| {
        let inside = range.start.max(tokens.start)..range.end.min(tokens.end);
        inside.for_each(|at| taken[at - tokens.start] = true);
    };
    reporting.iter().for_each(&mut take);
    let cues = cues::cues(context, sentence);
    let empty = cues.into_iter().map(|cue| cue.group).filter(|group| !reporting.contains(group)).collect::<Vec<_>>();
    empty.iter().for_each(&mut take);
    let mut passed: Vec<(Range<usize>, bool)> = empty.into_iter().map(|group| (group, true)).collect();
    for at in tokens.clone().filter(|at| !taken[at - tokens.start]) {
        let is_name = at > tokens.start && text.starts_with_capital(at);
        if !is_name
            && text.kind(at) == Some(TokenKind::Word)
            && text.is_outside_quotations(at)
            && let Some(end) = listed_end(text, at)
        {
            passed.push((at..end, false));
        }
    }
    passed.sort_by_key(|(words, _)| words.start);
    let excerpt = |(words, is_cue): (Range<usize>, bool)| {
        let words = Excerpt::of(text.source, text.span(words.start, words.end - 1))?;
        Some(PassedVerb { words, is_cue })
    };
    passed.into_iter().filter_map(excerpt).collect()
}

/// Where a listed reporting verb that begins at token `at` ends.
fn listed_end(text: &Text<'_>, at: usize) -> Option<usize> {
    let listed = lexicon().verbs(&text.lower(at));
    let follows =
        |verb: &&&Verb| verb.particles.iter().enumerate().all(|(index, particle)| text.is(at + 1 + index, particle));
    listed.iter().find(follows).map(|verb| at + 1 + verb.particles.len())
}

#[cfg(test)]
mod tests;
