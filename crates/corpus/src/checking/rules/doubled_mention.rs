use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// The same words mention two people, or one person twice.
pub(super) static RULE: Rule = Rule {
    name: "doubled-mention",
    code: "C011",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The same words mention two people, or one person twice",
    explanation: "A mention is of one person: the same words cannot name another too, and are listed once.\n\
        Words that stand for several people, such as \"the two leaders\", are the words of a speaker or an addressee, and no mention.\n\
        Decide whose they are.",
    examples: &[
        Example { accepted: true, title: "each mention of one person", steps: &[] },
        Example {
            accepted: false,
            title: "one name for two people",
            steps: &[Step::Edit("/people/1/mentions/-", r#"{ "text": "Quill", "nth": 2 }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| &file.record) else { return };
    let count = record.people.iter().map(|person| person.mentions.len()).sum();
    let mut mentions = Vec::with_capacity(count);
    for (index, person) in record.people.iter().enumerate() {
        mentions.extend(person.mentions.iter().enumerate().map(|(at, mention)| (mention.span, index, at)));
    }
    mentions.sort_unstable();
    for two in mentions.windows(2) {
        let &[(span, first, first_at), (same, second, second_at)] = two else { continue };
        if span != same {
            continue;
        }
        let message = if first == second {
            format!("`{}` has this mention twice", record.people[first].id)
        } else {
            format!("these words mention `{}` too", record.people[first].id)
        };
        findings
            .report(Place::RecordPointer(format!("/people/{second}/mentions/{second_at}")), message)
            .also(Place::RecordPointer(format!("/people/{first}/mentions/{first_at}")), "first here")
            .help("decide whom they mention, and delete the other");
    }
}
