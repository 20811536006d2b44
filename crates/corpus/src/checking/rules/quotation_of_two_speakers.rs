use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, nothing_alone, runs},
};

/// The same words are quoted of two people.
pub(in super::super) static RULE: Rule = Rule {
    name: "quotation-of-two-speakers",
    code: "X006",
    level: Level::Warn,
    since: "0.1.0",
    summary: "The same words are quoted of two people",
    explanation: "Six words or more in marks are given to one person in one place and to another elsewhere.\n\
        One of the articles, or the reading of one, has the wrong speaker; or both read from a common text.\n\
        Look at both places, and correct the record that is wrong.",
    examples: &[
        Example {
            accepted: true,
            title: "other words",
            steps: &[
                Step::NoRecord,
                Step::Beside(
                    "other",
                    b"Roy speaks\n\n\"We will build the road to the northern coast,\" President Ann Roy said.\n",
                ),
            ],
        },
        Example {
            accepted: false,
            title: "two speakers of the same words",
            steps: &[
                Step::Article(
                    b"Reed speaks\n\n\"We will build the road to the northern coast,\" Prime Minister Tom Reed said.\n",
                ),
                Step::NoRecord,
                Step::Beside(
                    "other",
                    b"Roy speaks\n\n\"We will build the road to the northern coast,\" President Ann Roy said.\n",
                ),
            ],
        },
    ],
    check: nothing_alone,
};

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let quoted = corpus.each(|one| &one.quotations);
    let mut quoted: Vec<_> =
        quoted.map(|(entry, key)| (key.words, Site { entry, span: Some(key.span) }, key.speaker)).collect();
    quoted.sort_unstable();
    for run in runs(&quoted, |(words, ..)| *words) {
        let mut speakers: Vec<_> = run.iter().map(|(_, site, speaker)| (*speaker, *site)).collect();
        speakers.sort_unstable();
        speakers.dedup_by_key(|(speaker, _)| *speaker);
        let Some((first, site)) = speakers.iter().copied().min_by_key(|(_, site)| *site) else { continue };
        let others = speakers.iter().filter(|(speaker, _)| !speaker.can_be(first)).map(|(_, site)| *site);
        let sites: Vec<Site> = std::iter::once(site).chain(others).collect();
        if sites.len() > 1 {
            let finding = findings.report(sites, "place", || "the same words are quoted of two people".to_owned());
            if let Some(finding) = finding {
                finding.help("look at both places, and correct the record that has the wrong speaker");
            }
        }
    }
}
