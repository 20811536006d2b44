use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, nothing_alone, runs},
};

/// Two articles are nearly the same.
pub(in super::super) static RULE: Rule = Rule {
    name: "nearly-doubled-article",
    code: "X002",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two articles are nearly the same",
    explanation: "Most runs of words of one article stand in the other too: a corrected version, another edition, or the same agency's report in another paper.\n\
        How much they have in common is estimated, so a pair that is only just as near may be passed over.\n\
        Keep the latest version, or allow the rule where versions are what the corpus is about.",
    examples: &[
        Example {
            accepted: true,
            title: "two articles about one meeting",
            steps: &[Step::NoRecord, Step::Beside("other", LONG)],
        },
        Example {
            accepted: false,
            title: "an article and its corrected version",
            steps: &[Step::Article(LONG), Step::NoRecord, Step::Beside("other", CORRECTED)],
        },
    ],
    check: nothing_alone,
};

const LONG: &[u8] = b"Leaders meet

The two leaders met in the old hall by the river on a cold morning, and talked for an hour about ships, roads, schools and the price of bread. Nobody had thought that they would agree so soon, since the last talks had come to nothing. Outside, a small crowd waited in the rain with flags and flowers. The guests left before noon by the northern gate, and the hosts went back to their offices to write down what had been said in the hall.
";

const CORRECTED: &[u8] = b"Leaders meet

The two leaders met in the old hall by the river on a cold morning, and talked for an hour about ships, roads, schools and the price of bread. Nobody had thought that they would agree so soon, since the last talks had come to nothing. Outside, a small crowd waited in the rain with flags and flowers. The guests left before noon by the northern gate, and the hosts went back to their offices to write down what had been said in the house.
";

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let keyed = (0_u32..).zip(corpus.abstracts).zip(&corpus.clusters);
    let mut keyed: Vec<_> =
        keyed.filter_map(|((entry, one), cluster)| Some((*cluster, one.text?.body, entry))).collect();
    keyed.sort_unstable();
    for run in runs(&keyed, |(cluster, ..)| *cluster) {
        // Of those that are the same, which is another rule's finding, one is enough.
        let distinct = run.chunk_by(|one, other| one.1 == other.1).map(|same| same[0].2);
        let sites: Vec<_> = distinct.map(|entry| Site { entry, span: None }).collect();
        let number = sites.len();
        if number > 1 {
            let finding = findings.report(sites, "article", || format!("{number} articles are nearly the same"));
            if let Some(finding) = finding {
                finding.help("keep the latest of them");
            }
        }
    }
}
