use super::super::{Example, Findings, Level, Place, Rule, Step, Subject};

/// The same words mention two people, or one person twice.
pub(super) static RULE: Rule = Rule {
    name: "doubled-mention",
    code: "C011",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The same words mention two people, or one person twice",
    explanation: "A name or a pronoun of one person cannot mention another too, and is listed once.\n\
        Words that stand for several people, such as \"the presidents of Togo and Ghana\", are not meant.\n\
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
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let count = record.people.iter().map(|person| person.mentions.len()).sum();
    let mut mentions = Vec::with_capacity(count);
    for (index, person) in record.people.iter().enumerate() {
        mentions.extend(person.mentions.iter().enumerate().map(|(at, mention)| (mention.span, index, at)));
    }
    mentions.sort_unstable();
    for two in mentions.windows(2) {
        let &[(span, first, first_at), (same, second, second_at)] = two else { continue };
        if span != same || (first != second && is_collective(&record.people[second].mentions[second_at].text)) {
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

/// Whether words can mention several people at once: "the presidents of Togo and Ghana", "both".
fn is_collective(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        matches!(word, "and" | "both" | "Both" | "them" | "they" | "They" | "two" | "their" | "Their")
            || (word.len() > 3 && word.ends_with('s') && word.starts_with(char::is_lowercase))
    })
}
