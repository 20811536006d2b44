use rapporteur_model::{Record, Statement, StatementId};

use super::super::{Example, Findings, Level, Place, Rule, Step, Subject, lookup::statement};

/// Statements are linked in a circle.
pub(super) static RULE: Rule = Rule {
    name: "circular-links",
    code: "C030",
    level: Level::Deny,
    since: "0.1.0",
    summary: "Statements are linked in a circle",
    explanation: "What continues, answers or lies inside another cannot be what the other continues, answers or lies inside.\n\
        Whoever follows the links comes back to where they began, and tools that do so do not end.\n\
        One finding is given for each circle; `--allow link-to-later-statement` does not allow it.",
    examples: &[
        Example { accepted: true, title: "links that lead back", steps: &[] },
        Example {
            accepted: false,
            title: "two statements that lie inside each other",
            steps: &[
                Step::Edit(
                    "/statements/-",
                    r#"{ "id": "s3", "speaker": { "people": ["p1"], "text": "Quill", "nth": 2, "basis": "stated" }, "parts": [{ "text": "“We do,”" }], "within": "s2" }"#,
                ),
                Step::Edit("/statements/1/within", r#""s3""#),
            ],
        },
    ],
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(record) = subject.record_file().map(|file| file.record) else { return };
    let links: [(&str, Link); 3] = [
        ("continues", |statement| statement.continues),
        ("replies_to", |statement| statement.replies_to),
        ("within", |statement| statement.within),
    ];
    for (member, link) in links {
        // Most links lead back, and those alone close no circle.
        let leads_on = |(index, statement): (usize, &Statement)| link(statement).is_some_and(|id| id.index() >= index);
        if record.statements.iter().enumerate().any(leads_on) {
            circles(record, member, link, findings);
        }
    }
}

type Link = fn(&Statement) -> Option<StatementId>;

/// Reports each circle of one sort of links once, at the statement by which it was entered.
fn circles(record: &Record, member: &str, link: Link, findings: &mut Findings) {
    // The walk on which a statement was first met; 0 where it was not.
    let mut walks = vec![0_usize; record.statements.len()];
    for start in 0..record.statements.len() {
        let walk = start + 1;
        let mut at = start;
        while walks[at] == 0 {
            walks[at] = walk;
            let Some(next) = link(&record.statements[at]).and_then(|id| statement(record, id)) else { break };
            at = next.id.index();
            if walks[at] == walk {
                findings
                    .report(
                        Place::RecordPointer(format!("/statements/{at}/{member}")),
                        format!("`{}` leads back to itself over `{member}`", next.id),
                    )
                    .help("correct the ids");
            }
        }
    }
}
