use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, walk::spans};

/// A span holds no words.
pub(super) static RULE: Rule = Rule {
    name: "empty-span",
    code: "C007",
    level: Level::Deny,
    since: "0.1.0",
    summary: "A span holds no words",
    explanation: "A span that begins where it ends says nothing: no reader can see what it stands for, and no tool can mark it.\n\
        Give the words that say it, or delete what has none.",
    examples: &[
        Example { accepted: true, title: "spans with words", steps: &[] },
        Example {
            accepted: false,
            title: "a cue without words",
            steps: &[Step::Set("/statements/0/cue", r#"{ "start": 178, "end": 178, "text": "" }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(file) = subject.record_file().filter(|_| subject.glance().has_empty) else { return };
    spans(file.record, &mut |path, span, words| {
        if span.is_empty() && words.is_some() {
            findings
                .report(Place::RecordPointer(path.to_string()), "this span holds no words")
                .help("give the words that say it, or delete what has none");
        }
    });
}
