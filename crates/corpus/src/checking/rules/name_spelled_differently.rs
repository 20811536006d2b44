use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, Site, first_of_each, nothing_alone, runs},
};

/// A person's name is spelled in two ways.
pub(in super::super) static RULE: Rule = Rule {
    name: "name-spelled-differently",
    code: "X004",
    level: Level::Warn,
    since: "0.1.0",
    summary: "A person's name is spelled in two ways",
    explanation: "Two people of the same sort of office and the same country have names that differ only in hyphens, blanks, capitals, accents, the order of given and family name, or in how a sound is written in Latin letters.\n\
        They are most likely one person, whom nobody will find under one name.\n\
        The articles stay as they are; whoever counts people must take the spellings together.\n\
        Names in capitals only are left out, since headlines and labels print them so.",
    examples: &[
        Example {
            accepted: true,
            title: "one spelling",
            steps: &[
                Step::NoRecord,
                Step::Beside("other", b"Quill speaks\n\nNorwegian President Ada Quill left for home on Friday.\n"),
            ],
        },
        Example {
            accepted: false,
            title: "a hyphen in one of them",
            steps: &[
                Step::Article(b"Kim speaks\n\nSouth Korean President Kim Ha-neul left for home on Friday.\n"),
                Step::NoRecord,
                Step::Beside(
                    "other",
                    b"Kim in Oslo\n\nSouth Korean President Kim Haneul arrived in Oslo, where the crowd was large.\n",
                ),
            ],
        },
    ],
    check: nothing_alone,
};

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let spelled = corpus.each(|one| &one.holders).filter(|(_, holder)| holder.spelling != 0);
    let mut spelled: Vec<_> = spelled
        .map(|(entry, holder)| {
            let site = Site { entry, span: Some(holder.span) };
            (holder.sound, holder.country, holder.class, holder.spelling, site)
        })
        .collect();
    spelled.sort_unstable();
    for run in runs(&spelled, |(sound, country, class, ..)| (*sound, *country, *class)) {
        let sites = first_of_each(run.iter().map(|(.., spelling, site)| (*spelling, *site)).collect());
        let number = sites.len();
        if number > 1 {
            let finding = findings.report(sites, "spelling", || {
                format!("the name of what is most likely one person is spelled in {number} ways")
            });
            if let Some(finding) = finding {
                finding.help("take these spellings together wherever people are counted");
            }
        }
    }
}
