use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};
use crate::reading::hedge_named;
/// A hedge is not what its words say.
pub(super) static RULE: Rule = Rule {
    name: "hedge-against-words",
    code: "C053",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A hedge is not what its words say",
    explanation: "The words \"at least\" are `above`, and \"nearly\" is `just_below`; words that are known to be another hedge were misread, or the value was edited and they were not.",
    examples: &[
        Example {
            accepted: true,
            title: "about",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on about 12 tons.\n",
                ),
                Step::Edit(
                    "/quantities",
                    r#"[{ "id": "q1", "value": "12", "unit": "tons", "text": "12 tons", "hedge": { "value": "about", "text": "about", "basis": "stated" } }]"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "about, taken for above",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on about 12 tons.\n",
                ),
                Step::Edit(
                    "/quantities",
                    r#"[{ "id": "q1", "value": "12", "unit": "tons", "text": "12 tons", "hedge": { "value": "above", "text": "about", "basis": "stated" } }]"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, quantity) in record.quantities.iter().enumerate() {
        let Some(anchor) = quantity.hedge.anchor() else { continue };
        if hedge_named(&anchor.text).is_some_and(|hedge| hedge != *quantity.hedge.value()) {
            let finding = findings.report(
                Place::RecordPointer(format!("/quantities/{index}/hedge/value")),
                "the words are another hedge",
            );
            show(finding, subject, anchor.span, "the words");
            finding.help("correct the value or the words");
        }
    }
}
