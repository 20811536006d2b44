use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::show};

/// A quantity is not the number that its words give.
pub(super) static RULE: Rule = Rule {
    name: "quantity-against-words",
    code: "C052",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A quantity is not the number that its words give",
    explanation: "The digits of the value are those of its words, scale words applied: `1.2 million` is `1200000`.\n\
        Where they differ, one of the two was edited and the other forgotten.\n\
        Zeros at the end are not compared, since a word may stand for them; numbers in words are not looked at.",
    examples: &[
        Example {
            accepted: true,
            title: "a scaled number",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on 1.2 million tons.\n",
                ),
                Step::Edit(
                    "/quantities",
                    r#"[{ "id": "q1", "value": "1200000", "unit": "tons", "text": "1.2 million tons" }]"#,
                ),
            ],
        },
        Example {
            accepted: false,
            title: "another number",
            steps: &[
                Step::Text(
                    "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nThey agreed on 1,200 tons.\n",
                ),
                Step::Edit("/quantities", r#"[{ "id": "q1", "value": "1300", "unit": "tons", "text": "1,200 tons" }]"#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    for (index, quantity) in record.quantities.iter().enumerate() {
        let words = &quantity.excerpt.text;
        let mut numbers = words
            .split(|character: char| !character.is_ascii_digit() && !matches!(character, '.' | ','))
            .filter(|number| number.bytes().any(|byte| byte.is_ascii_digit()))
            .peekable();
        if numbers.peek().is_none()
            || numbers.any(|number| significant(number).eq(significant(quantity.value.as_str())))
        {
            continue;
        }
        let finding = findings.report(
            Place::RecordPointer(format!("/quantities/{index}/value")),
            format!("`{}` is not the number that the words give", quantity.value),
        );
        show(finding, subject, quantity.excerpt.span, "the words");
        finding.help("correct the value or the words");
    }
}

/// The digits of a number without separators, and without the zeros around them.
fn significant(number: &str) -> impl Iterator<Item = u8> {
    let digits = number.trim_matches(|digit: char| matches!(digit, '0' | '.' | ','));
    digits.bytes().filter(u8::is_ascii_digit)
}
