use super::super::{
    Example, Level, Rule, Step,
    across::{Corpus, FindingsAcross, MeetingKey, NameWords, Site, first_of_each, nothing_alone, runs, stretches},
};

/// Two articles tell of one meeting and disagree.
pub(in super::super) static RULE: Rule = Rule {
    name: "meeting-told-differently",
    code: "X003",
    level: Level::Warn,
    since: "0.1.0",
    summary: "Two articles tell of one meeting and disagree",
    explanation: "Two articles tell of leaders of the same countries who met on the same day, and give different towns, other ways to meet, other hours, or other people; or of the same leaders who met in the same town on the same occasion, and give neighbouring days.\n\
        One of the articles, or the reading of one, is wrong; or there were two meetings.\n\
        Articles that tell of several meetings of the countries on one day are left out.",
    examples: &[
        Example {
            accepted: true,
            title: "two reports that agree",
            steps: &[
                Step::NoRecord,
                Step::Beside("other", b"A visit\nPublished: 31 Oct. 2025, 15:30\nIn Oslo Canadian Prime Minister Tom Reed met Norwegian President Ada Quill on Thursday.\n"),
            ],
        },
        Example {
            accepted: false,
            title: "two towns",
            steps: &[
                Step::NoRecord,
                Step::Beside("other", b"A visit\nPublished: 31 Oct. 2025, 15:30\nCanadian Prime Minister Tom Reed met Norwegian President Ada Quill in Bergen on Thursday.\n"),
            ],
        },
    ],
    check: nothing_alone,
};

/// Further apart, meetings in one town are two.
const DAYS: i32 = 2;

pub(in super::super) fn check_across(corpus: &Corpus<'_>, findings: &mut FindingsAcross<'_>) {
    let mut meetings: Vec<(u32, &MeetingKey)> = corpus.each(|one| &one.meetings).collect();
    meetings.sort_unstable_by_key(|(entry, meeting)| (meeting.countries, meeting.day, *entry, meeting.span));
    for day in runs(&meetings, |(_, meeting)| (meeting.countries, meeting.day)) {
        let alone = day.chunk_by(|one, other| one.0 == other.0).filter(|of_article| of_article.len() == 1);
        let alone: Vec<(u32, &MeetingKey)> = alone.flatten().copied().collect();
        disagreements_of_a_day(&alone, findings);
    }
    meetings.retain(|(_, meeting)| meeting.locality != 0 && meeting.occasion != 0);
    let key = |meeting: &MeetingKey| (meeting.countries, meeting.locality, meeting.occasion);
    meetings.sort_unstable_by_key(|(entry, meeting)| (key(meeting), meeting.day, *entry, meeting.span));
    for same in runs(&meetings, |(_, meeting)| key(meeting)) {
        for stretch in stretches(same, DAYS, |(_, meeting)| meeting.day) {
            let Some(stretch) = same.get(stretch) else { continue };
            // Who tells of both days tells of two meetings.
            let mut entries: Vec<u32> = stretch.iter().map(|(entry, _)| *entry).collect();
            entries.sort_unstable();
            let is_told_twice = entries.windows(2).any(|pair| pair[0] == pair[1]);
            let leaders = stretch[0].1.leaders;
            let are_same = stretch.iter().all(|(_, other)| can_be(leaders, other.leaders));
            let sites = first_of_each(stretch.iter().map(|(entry, one)| (one.day, site(*entry, one))).collect());
            if sites.len() > 1 && !is_told_twice && are_same {
                report(sites, "days", findings);
            }
        }
    }
}

fn site(entry: u32, meeting: &MeetingKey) -> Site {
    Site { entry, span: Some(meeting.span) }
}

/// Whether two pairs of leaders can be the same people.
fn can_be(pair: [NameWords; 2], others: [NameWords; 2]) -> bool {
    pair.iter().zip(others).all(|(one, other)| one.can_be(other))
}

fn disagreements_of_a_day(day: &[(u32, &MeetingKey)], findings: &mut FindingsAcross<'_>) {
    let sites_by = |value: &dyn Fn(&MeetingKey) -> Option<u64>| {
        let valued = day.iter().filter_map(|(entry, meeting)| Some((value(meeting)?, site(*entry, meeting))));
        first_of_each(valued.collect())
    };
    let localities = sites_by(&|meeting| Some(meeting.locality).filter(|&hash| hash != 0));
    let modes = sites_by(&|meeting| (meeting.mode != rapporteur_model::Mode::Unknown).then_some(meeting.mode as u64));
    let minutes = sites_by(&|meeting| meeting.minute.map(u64::from));
    let first = day.first().map(|(_, meeting)| meeting.leaders);
    let differs = |leaders| first.is_some_and(|first| !can_be(first, leaders));
    let people = sites_by(&|meeting| Some(u64::from(differs(meeting.leaders))));
    for (sites, what) in [(localities, "towns"), (modes, "ways to meet"), (minutes, "hours"), (people, "people")] {
        if sites.len() > 1 {
            report(sites, what, findings);
        }
    }
}

fn report(sites: Vec<Site>, what: &str, findings: &mut FindingsAcross<'_>) {
    let finding =
        findings.report(sites, "place", || format!("what is most likely one meeting is told with different {what}"));
    if let Some(finding) = finding {
        finding.help("see which of the articles is right, or whether there were two meetings");
    }
}
