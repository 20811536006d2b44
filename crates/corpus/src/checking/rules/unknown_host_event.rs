use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::reading::names_event;

/// The words of a host event name no event that is known.
pub(super) static RULE: Rule = Rule {
    name: "unknown-host-event",
    code: "C057",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The words of a host event name no event that is known",
    explanation: "The host event of a summit is what the leaders had come for: \"the APEC summit\", \"the Ocean Forum\", \"a funeral\".\n\
        These words hold no noun of an event, and no organization or meeting that the program knows: they are misspelt, or of something else, such as a journey or a place.\n\
        Correct the words, or delete the event; where one is called so, allow the finding in the record.",
    examples: &[
        Example {
            accepted: true,
            title: "a forum that nobody has heard of",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey had come for the Midnight Sun Forum.\n",
                ),
                Step::Edit(
                    "/summits/0/host_event",
                    r#"{ "value": "Midnight Sun Forum", "text": "Midnight Sun Forum", "basis": "stated" }"#,
                ),
            ],
        },
        Example {
            accepted: true,
            title: "an organization alone",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey had come for the G7.\n",
                ),
                Step::Edit("/summits/0/host_event", r#"{ "value": "G7", "text": "G7", "basis": "stated" }"#),
            ],
        },
        Example {
            accepted: false,
            title: "a journey",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nReed was on his Nordic tour.\n",
                ),
                Step::Edit(
                    "/summits/0/host_event",
                    r#"{ "value": "Nordic tour", "text": "Nordic tour", "basis": "stated" }"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(event) = summit.host_event.as_ref().filter(|event| !names_event(event.value())) else { continue };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/host_event/value")),
            format!("the words of the host event of `{}` name no event that is known", summit.id),
        );
        if let Some(anchor) = event.anchor() {
            show(finding, subject, anchor.span, "the words");
        }
        finding.help("correct the words, or delete the event; where one is called so, allow this");
    }
}
