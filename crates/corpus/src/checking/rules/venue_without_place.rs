use rapporteur_model::{Mode, Role};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::reading::is_nameless_building;

/// The building of a summit could be anywhere, and no place is given.
pub(super) static RULE: Rule = Rule {
    name: "venue-without-place",
    code: "C056",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The building of a summit could be anywhere, and no place is given",
    explanation: "The venue is \"a hotel\" or \"the Presidential Palace\", as many places have one, and the summit has neither city, region nor country, and no host whose it could be.\n\
        So nobody can tell which of them it was, and a table of places has a gap.\n\
        The article tells it elsewhere most often: in another sentence, by \"here\", or by whom it calls the host.\n\
        A venue with a name of its own is not looked at.",
    examples: &[
        Example {
            accepted: true,
            title: "a palace in a city",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed at the Royal Palace in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\n",
                ),
                Step::Edit(
                    "/summits/0/venue",
                    r#"{ "value": "the Royal Palace", "text": "the Royal Palace", "basis": "stated" }"#,
                ),
            ],
        },
        Example {
            accepted: true,
            title: "a house that has a name",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed at Rideau Hall on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\n",
                ),
                Step::Edit(
                    "/summits/0/venue",
                    r#"{ "value": "Rideau Hall", "text": "Rideau Hall", "basis": "stated" }"#,
                ),
                Step::Edit("/summits/0/locality", "null"),
            ],
        },
        Example {
            accepted: false,
            title: "a palace that could be anywhere",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed at the Royal Palace on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\n",
                ),
                Step::Edit(
                    "/summits/0/venue",
                    r#"{ "value": "the Royal Palace", "text": "the Royal Palace", "basis": "stated" }"#,
                ),
                Step::Edit("/summits/0/locality", "null"),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let Some(venue) = &summit.venue else { continue };
        let is_placed = summit.locality.is_some() || summit.region.is_some() || summit.country.is_some();
        // Who spoke by phone has no place, which is another finding.
        let is_remote = matches!(summit.mode.value(), Mode::Phone | Mode::Video);
        let has_host = || summit.participants.iter().any(|participant| *participant.role.value() == Role::Host);
        if is_placed || is_remote || has_host() || !is_nameless_building(venue.value()) {
            continue;
        }
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/locality")),
            format!("the building of `{}` could be anywhere, and no city or country is given", summit.id),
        );
        if let Some(anchor) = venue.anchor() {
            show(finding, subject, anchor.span, "the building");
        }
        finding.help("add the city or the country, if the article tells it");
    }
}
