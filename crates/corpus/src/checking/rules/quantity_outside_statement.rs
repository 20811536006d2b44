use super::super::{
    Example, Findings, Level, Place, Rule, Step, Subject,
    lookup::{holds, show, statement},
};

/// A quantity does not stand in the statement that is said to give it.
pub(super) static RULE: Rule = Rule {
    name: "quantity-outside-statement",
    code: "C054",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A quantity does not stand in the statement that is said to give it",
    explanation: "`asserted_by` names the statement whose speaker gives the number, so the number stands among its words.\n\
        Where it does not, another statement gives it, or the article does.",
    examples: &[
        Example {
            accepted: true,
            title: "given by the article",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on 12 tons.\n",
                ),
                Step::Edit("/quantities", r#"[{ "id": "q1", "value": "12", "unit": "tons", "text": "12 tons" }]"#),
            ],
        },
        Example {
            accepted: false,
            title: "said to be given by somebody",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on 12 tons.\n",
                ),
                Step::Edit(
                    "/quantities",
                    r#"[{ "id": "q1", "value": "12", "unit": "tons", "text": "12 tons", "asserted_by": "s1" }]"#,
                ),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, quantity) in record.quantities.iter().enumerate() {
        let Some(given) = quantity.asserted_by.and_then(|id| statement(record, id)) else { continue };
        // Parts out of order are another rule's finding.
        if given.parts.is_empty() || holds(&given.parts, quantity.excerpt.span) {
            continue;
        }
        let finding = findings.report(
            Place::RecordPointer(format!("/quantities/{index}/asserted_by")),
            format!("`{}` does not stand among the words of `{}`", quantity.id, given.id),
        );
        show(finding, subject, quantity.excerpt.span, "the quantity");
        if let Some(part) = given.parts.first() {
            show(finding, subject, part.span, "the statement");
        }
        finding.help("name the statement in whose words it stands, or none");
    }
}
