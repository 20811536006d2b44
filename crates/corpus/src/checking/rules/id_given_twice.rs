use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, nothing_alone, runs},
};

/// Two articles in different folders have one name.
pub(in super::super) static RULE: Rule = Rule {
    name: "id-given-twice",
    code: "X008",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two articles in different folders have one name",
    explanation: "A record calls itself as its article's file is called, without the folder: where records travel alone, as lines of a file, two of one name cannot be told apart.\n\
        Rename one of the files, or allow the rule where folders are never mixed.",
    examples: &[
        Example { accepted: true, title: "two names", steps: &[Step::NoRecord, Step::Beside("other", OTHER)] },
        Example { accepted: false, title: "one name", steps: &[Step::NoRecord, Step::Beside("example", OTHER)] },
    ],
    check: nothing_alone,
};

const OTHER: &[u8] = b"Leaders part\n\nThe two leaders left the hall on Friday.\n";

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let mut ids: Vec<(u64, u32)> = corpus.abstracts.iter().map(|one| one.id).zip(0..).collect();
    ids.sort_unstable();
    for run in runs(&ids, |(id, _)| *id) {
        let sites = run.iter().map(|&(_, entry)| Site { entry, span: None }).collect();
        let finding = findings.report(sites, "article", || format!("{} articles have one name", run.len()));
        if let Some(finding) = finding {
            finding.help("rename all but one of them");
        }
    }
}
