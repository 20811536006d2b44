use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, HolderKey, Site, nothing_alone, runs},
};

/// Two people hold one office at one time.
pub(in super::super) static RULE: Rule = Rule {
    name: "office-held-twice",
    code: "X005",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two people hold one office at one time",
    explanation: "A country has one president at a time, one prime minister, one foreign minister.\n\
        Articles of the time in which others give the office to one person give it to another, and say both title and country outright.\n\
        Either a name is misread or misprinted, or a former or future holder is called by the title, or one of the articles has a wrong date.\n\
        Articles without a published line are left out, and so is who is called acting, interim or former.",
    examples: &[
        Example {
            accepted: true,
            title: "one holder after the other",
            steps: &[
                Step::NoRecord,
                Step::Beside("other", b"Marlow speaks\nPublished: 5 Nov. 2025, 15:30\nNorwegian President Eve Marlow left for home on Wednesday.\n"),
            ],
        },
        Example {
            accepted: false,
            title: "two holders on one day",
            steps: &[
                Step::NoRecord,
                Step::Beside("other", b"Marlow speaks\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Eve Marlow left for home on Thursday.\n"),
            ],
        },
    ],
    check: nothing_alone,
};

/// From when to when articles give the office to a person.
#[derive(Clone, Copy)]
struct Tenure<'a> {
    holder: &'a HolderKey,
    from: (i32, Site),
    to: (i32, Site),
}

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let sole = corpus.each(|one| &one.holders).filter(|(_, holder)| holder.is_sole);
    let mut sole: Vec<_> = sole
        .filter_map(|(entry, holder)| {
            let published = corpus.abstracts.get(entry as usize)?.published?;
            let site = Site { entry, span: Some(holder.span) };
            Some((holder.country, holder.class, holder.title, holder.sound, published, site, holder))
        })
        .collect();
    sole.sort_unstable_by_key(|(country, class, title, sound, published, site, _)| {
        (*country, *class, *title, *sound, *published, *site)
    });
    for office in runs(&sole, |(country, class, title, ..)| (*country, *class, *title)) {
        let of_one = office.chunk_by(|one, other| one.3 == other.3);
        let mut tenures: Vec<Tenure<'_>> = of_one
            .filter_map(|of_one| {
                let (first, last) = (of_one.first()?, of_one.last()?);
                Some(Tenure { holder: first.6, from: (first.4, first.5), to: (last.4, last.5) })
            })
            .collect();
        tenures.sort_unstable_by_key(|tenure| (tenure.from.0, tenure.from.1));
        let mut sites = Vec::new();
        let mut latest: Option<Tenure<'_>> = None;
        for tenure in tenures {
            let Some(before) = latest else {
                latest = Some(tenure);
                continue;
            };
            let overlaps = tenure.from.0 <= before.to.0 && !tenure.holder.name.can_be(before.holder.name);
            if overlaps {
                // One who held it on that very day, or later.
                let other = if before.from.0 == tenure.from.0 { before.from } else { before.to };
                sites.extend([other.1, tenure.from.1]);
            }
            if tenure.to.0 > before.to.0 {
                latest = Some(tenure);
            }
        }
        sites.sort_unstable();
        sites.dedup();
        if !sites.is_empty() {
            let finding =
                findings.report(sites, "place", || "two people hold this office of one country at one time".to_owned());
            if let Some(finding) = finding {
                finding.help("see which of them held it, and whether the dates of the articles are right");
            }
        }
    }
}
