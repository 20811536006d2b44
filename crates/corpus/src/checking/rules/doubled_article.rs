use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, nothing_alone, runs},
};

/// An article stands in the corpus twice.
pub(in super::super) static RULE: Rule = Rule {
    name: "doubled-article",
    code: "X001",
    level: Level::Warn,
    since: "0.1.0",
    summary: "An article stands in the corpus twice",
    explanation: "Two files hold the same article: byte for byte, or with the same words between first and last paragraph, the head and all blanks, capitals and marks aside.\n\
        Whatever is counted in the corpus counts it twice.\n\
        Keep one of the files.",
    examples: &[
        Example {
            accepted: true,
            title: "two articles",
            steps: &[Step::NoRecord, Step::Beside("other", b"Leaders part\n\nThe two leaders left the hall on Friday.\n")],
        },
        Example {
            accepted: false,
            title: "the same words under another head",
            steps: &[
                Step::Article(b"Leaders meet\n\nThe two leaders met in the old hall by the river, and talked for an hour about ships, roads, schools and the price of bread.\n"),
                Step::NoRecord,
                Step::Beside("other", b"A meeting in the hall\n\nThe two leaders met in the old hall by the river,\nand talked for an hour about ships, roads, schools and the price of bread.\n"),
            ],
        },
    ],
    check: nothing_alone,
};

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let keyed = (0_u32..).zip(corpus.abstracts).filter_map(|(entry, one)| Some((one.text?, entry)));
    let mut keyed: Vec<_> = keyed.collect();
    keyed.sort_unstable();
    for run in runs(&keyed, |(text, _)| text.body) {
        let is_whole = run.iter().all(|(text, _)| text.bytes == run[0].0.bytes);
        let sites = run.iter().map(|&(_, entry)| Site { entry, span: None }).collect();
        let finding = findings.report(sites, "article", || {
            let number = run.len();
            if is_whole {
                format!("{number} articles are the same, byte for byte")
            } else {
                format!("{number} articles have the same words from the first paragraph to the last")
            }
        });
        if let Some(finding) = finding {
            finding.help("keep one of them");
        }
    }
}
