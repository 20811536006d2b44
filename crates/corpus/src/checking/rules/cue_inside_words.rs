use rapporteur_model::{Basis, Span};

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{holds, show},
};

/// The cue or the speaker of a statement stands inside its words.
pub(super) static RULE: Rule = Rule {
    name: "cue-inside-words",
    code: "C023",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The cue or the speaker of a statement stands inside its words",
    explanation: "The words of a statement are what was said, without who said it and how that is told.\n\
        A cue or a speaker inside a part is a part that is too long: it is split there, in two parts of one statement.\n\
        A speaker concluded from words inside is not meant: \"I\" in a speech says who speaks.",
    examples: &[
        Example { accepted: true, title: "a cue behind the words", steps: &[] },
        Example {
            accepted: false,
            title: "a part with its cue",
            steps: &[
                Step::Edit("/statements/0/parts/0/text", r#""“We agree on café prices,” Quill said""#),
                Step::Edit("/statements/0/kind", r#""mixed""#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        let speaker = statement.speaker.as_ref().map(|speaker| &speaker.anchor);
        let speaker = speaker.filter(|anchor| anchor.basis() == Basis::Stated).map(|anchor| anchor.span);
        let cue = statement.cue.as_ref().map(|cue| cue.span);
        let inside = |span: &Span| holds(&statement.parts, *span);
        let found = [("cue", cue.filter(inside)), ("speaker", speaker.filter(inside))];
        let Some((member, span)) = found.into_iter().find_map(|(member, span)| Some((member, span?))) else { continue };
        let finding = findings.report(
            Place::RecordPointer(format!("/statements/{index}/{member}")),
            format!("the {member} of `{}` stands inside its words", statement.id),
        );
        show(finding, subject, span, "inside the words");
        finding.help("split or shorten the part");
    }
}
