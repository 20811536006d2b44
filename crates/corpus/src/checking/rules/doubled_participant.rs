use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// One person is two participants of a summit.
pub(super) static RULE: Rule = Rule {
    name: "doubled-participant",
    code: "C035",
    level: Level::Deny,
    since: "0.1.0",
    summary: "One person is two participants of a summit",
    explanation: "Nobody meets themselves: a summit lists each leader once.\n\
        Two who share a name may have been taken for one; else one of the two entries is too many, and the layout counts wrongly.",
    examples: &[
        Example { accepted: true, title: "two people", steps: &[] },
        Example {
            accepted: false,
            title: "one person twice",
            steps: &[
                Step::Edit("/summits/0/participants/1/person", r#""p1""#),
                Step::Edit("/statements/1/summit", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let participants = summit.participants.iter().enumerate();
        let mut people: Vec<_> = participants.filter_map(|(at, participant)| Some((participant.person?, at))).collect();
        people.sort_unstable();
        for two in people.windows(2) {
            let &[(person, first), (same, second)] = two else { continue };
            if person != same {
                continue;
            }
            let finding = findings.report(
                Place::RecordPointer(format!("/summits/{index}/participants/{second}/person")),
                format!("`{person}` is a participant of `{}` twice", summit.id),
            );
            finding.also(Place::RecordPointer(format!("/summits/{index}/participants/{first}/person")), "first here");
            show(finding, subject, summit.participants[second].excerpt.span, "these words");
            finding.help("correct one of the two, or delete it");
        }
    }
}
