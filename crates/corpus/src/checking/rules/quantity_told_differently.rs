use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, first_of_each, nothing_alone, runs},
};

/// Two reports of one thing give different numbers.
pub(in super::super) static RULE: Rule = Rule {
    name: "quantity-told-differently",
    code: "X007",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two reports of one thing give different numbers",
    explanation: "Among the same words and with the same unit, two articles give different numbers, and they are nearly the same article or tell of the same meeting.\n\
        A later version may have corrected the number, or one of them is misprinted.\n\
        The program does not know which number is right.",
    examples: &[
        Example {
            accepted: true,
            title: "other words around the numbers",
            steps: &[
                Step::Article(COUNTED),
                Step::NoRecord,
                Step::Beside("other", b"Ships\n\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Oct. 30, 2025. Norway will lease 15 ships from yards abroad.\n"),
            ],
        },
        Example {
            accepted: false,
            title: "two numbers among the same words",
            steps: &[
                Step::Article(COUNTED),
                Step::NoRecord,
                Step::Beside("other", b"Ships for Canada\nPublished: 31 Oct. 2025, 15:30\nIn Oslo Canadian Prime Minister Tom Reed met Norwegian President Ada Quill on Thursday. The yards will sell 15 ships to Canada this year.\n"),
            ],
        },
    ],
    check: nothing_alone,
};

const COUNTED: &[u8] = b"Leaders meet\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday. They talked about ships. The yards will sell 12 ships to Canada this year, he said.\n";

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let told = corpus.each(|one| &one.quantities).flat_map(|(entry, key)| {
        let of_article = corpus.abstracts.get(entry as usize);
        // A meeting of the same countries on the same day, or the first of the articles that are nearly the same.
        let meetings = of_article.into_iter().flat_map(|one| &one.meetings).take(2);
        let occasions = meetings.map(|meeting| (1, meeting.countries, meeting.day));
        let cluster = corpus.clusters.get(entry as usize).map(|&cluster| (0, u64::from(cluster), 0));
        let site = Site { entry, span: Some(key.span) };
        occasions.chain(cluster).map(move |occasion| (key.setting, occasion, key.value, site))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_unstable();
    let mut before: Vec<Site> = Vec::new();
    for run in runs(&told, |(setting, occasion, ..)| (*setting, *occasion)) {
        let is_repeated_within = run.chunk_by(|one, other| one.2 == other.2).count() == 1;
        if is_repeated_within {
            continue;
        }
        let sites = first_of_each(run.iter().map(|(.., value, site)| (*value, *site)).collect());
        // An article may well say two numbers in the same words, and a pair may have two occasions in common.
        if sites.iter().all(|site| site.entry == sites[0].entry) || sites == before {
            continue;
        }
        before.clone_from(&sites);
        let finding = findings.report(sites, "number", || "reports of one thing give different numbers".to_owned());
        if let Some(finding) = finding {
            finding.help("see which of them is right, and whether one of the articles corrects the other");
        }
    }
}
