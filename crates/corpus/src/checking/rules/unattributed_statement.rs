use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A statement has neither a speaker nor a cue.
pub(super) static RULE: Rule = Rule {
    name: "unattributed-statement",
    code: "C020",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A statement has neither a speaker nor a cue",
    explanation: "What makes words a statement is that the article attributes them: it names a speaker, or reports them by a cue, as in \"it was agreed that\".\n\
        Words with neither are the writer's, a title, or words in marks that nobody is told to have said.\n\
        Add the speaker, who may be named in the sentence before, or delete what is no statement.",
    examples: &[
        Example {
            accepted: true,
            title: "words whose cue names nobody",
            steps: &[Step::Edit("/statements/0/speaker", "null")],
        },
        Example {
            accepted: false,
            title: "words of nobody, reported by nothing",
            steps: &[Step::Edit("/statements/0/speaker", "null"), Step::Edit("/statements/0/cue", "null")],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, statement) in record.statements.iter().enumerate() {
        if statement.speaker.is_none() && statement.cue.is_none() {
            let finding = findings.report(
                Place::RecordPointer(format!("/statements/{index}")),
                format!("`{}` has neither a speaker nor a cue", statement.id),
            );
            if let Some(part) = statement.parts.first() {
                show(finding, subject, part.span, "the words");
            }
            finding.help("add the words that name who said it, or delete what is no statement");
        }
    }
}
