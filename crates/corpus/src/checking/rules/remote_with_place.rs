use rapporteur_model::{Mode, Role};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// Leaders who spoke by phone or video have a place or a host.
pub(super) static RULE: Rule = Rule {
    name: "remote-with-place",
    code: "C044",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Leaders who spoke by phone or video have a place or a host",
    explanation: "Who speaks by phone or by video does not meet in one place: the meeting has no venue, city, region or country, and nobody is host or visitor.\n\
        The place is where one of them sat, or belongs to another meeting; or they did meet.",
    examples: &[
        Example { accepted: true, title: "in one place", steps: &[] },
        Example {
            accepted: true,
            title: "by phone, in no place",
            steps: &[
                Step::Edit("/summits/0/mode", r#"{ "value": "phone", "text": "met", "basis": "stated" }"#),
                Step::Edit("/summits/0/locality", "null"),
            ],
        },
        Example {
            accepted: false,
            title: "by phone, in Oslo",
            steps: &[Step::Edit("/summits/0/mode", r#"{ "value": "phone", "text": "met", "basis": "stated" }"#)],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, summit) in record.summits.iter().enumerate() {
        let how = match summit.mode.value() {
            Mode::Phone => "phone",
            Mode::Video => "video",
            Mode::InPerson | Mode::Unknown => continue,
        };
        let places = [("venue", &summit.venue), ("locality", &summit.locality), ("region", &summit.region)];
        let place = places.into_iter().find_map(|(member, place)| Some((member.to_owned(), place.as_ref()?.anchor())));
        let country = || Some(("country".to_owned(), summit.country.as_ref()?.anchor()));
        let role = || {
            let at = summit.participants.iter().position(|participant| *participant.role.value() != Role::Unknown)?;
            Some((format!("participants/{at}/role"), summit.participants[at].role.anchor()))
        };
        let Some((member, anchor)) = place.or_else(country).or_else(role) else { continue };
        let finding = findings.report(
            Place::RecordPointer(format!("/summits/{index}/{member}")),
            format!("`{}` was by {how}, and has a place or a host", summit.id),
        );
        for (anchor, label) in [(anchor, "from these words"), (summit.mode.anchor(), how)] {
            if let Some(anchor) = anchor {
                show(finding, subject, anchor.span, label);
            }
        }
        finding.help("delete it, or correct the mode");
    }
}
