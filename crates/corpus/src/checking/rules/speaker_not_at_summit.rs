use rapporteur_model::PersonId;

use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{self, people, show},
};
use crate::checking::examples::AIDE;

/// Somebody spoke at a summit without attending it.
pub(super) static RULE: Rule = Rule {
    name: "speaker-not-at-summit",
    code: "C031",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Somebody spoke at a summit without attending it",
    explanation: "A statement that was made at a summit was made by a participant or a member of a delegation.\n\
        Where none of its speakers is one, the statement was made elsewhere, to reporters or at another meeting, or somebody is missing from the table.\n\
        A summit whose lists of members are all silent about who came besides the leaders is not looked at for others than leaders of its sides.",
    examples: &[
        Example { accepted: true, title: "a participant", steps: &[] },
        Example {
            accepted: false,
            title: "somebody who was not there",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nOla Bull left.\n",
                ),
                Step::Edit("/people/-", AIDE),
                Step::Edit("/statements/1/speaker/people", r#"["p3"]"#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    if record.statements.iter().all(|statement| statement.summit.is_none()) {
        return;
    }
    let attended = record.summits.iter().flat_map(|summit| {
        let participants = summit.participants.iter().filter_map(|participant| participant.person);
        let members = summit.delegations.iter().flat_map(|delegation| delegation.members.iter().copied());
        participants.chain(members).map(move |person| (summit.id, person))
    });
    let mut attended: Vec<_> = attended.collect();
    attended.sort_unstable();
    for (index, statement) in record.statements.iter().enumerate() {
        let Some(summit) = statement.summit.and_then(|summit| lookup::summit(record, summit)) else { continue };
        let speakers = people(statement.speaker.as_ref());
        let was_there = |person: &PersonId| attended.binary_search(&(summit.id, *person)).is_ok();
        // Whom nobody knows, and a summit of nobody, are other findings.
        let is_known = speakers.iter().all(|person| lookup::person(record, *person).is_some());
        let has_people = summit.participants.iter().any(|participant| participant.person.is_some());
        if speakers.is_empty() || !is_known || !has_people || speakers.iter().any(was_there) {
            continue;
        }
        let finding = findings.report(
            Place::RecordPointer(format!("/statements/{index}/summit")),
            format!("none of the speakers of `{}` attended `{}`", statement.id, summit.id),
        );
        if let Some(speaker) = &statement.speaker {
            show(finding, subject, speaker.anchor.span, "the speaker");
        }
        finding.help("correct the summit or the speaker, or add who was at the table");
    }
}
