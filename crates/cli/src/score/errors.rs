//! What went wrong, by kind, so that one can work it down.

use std::str::FromStr;

use super::{
    gold::Quote,
    metrics::{COMMON, Comparison, Meeting, common},
};

/// What kind of error it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Gold of which no byte was read, or words that were read too few times.
    Missed,
    /// Something read of which no byte is gold, or words read once too often.
    Spurious,
    /// Something read that shares bytes with gold, but too few.
    Boundary,
    /// A pair whose speaker is known by another word, or that has a speaker on one side only.
    Speaker,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Missed, Self::Spurious, Self::Boundary, Self::Speaker];

    /// Their names, in the same order.
    pub const NAMES: [&'static str; 4] = ["missed", "spurious", "boundary", "speaker"];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| format!("no such kind; there are {}", Self::NAMES.join(", ")))
    }
}

/// One error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Error {
    /// What kind of error it is.
    pub kind: Kind,
    /// The gold, where there is some.
    pub gold: Option<Quote>,
    /// What was read, if anything.
    pub read: Option<Quote>,
    /// What is common to the two: shared bytes by bytes of either.
    pub common: f64,
}

/// The errors of an article, in text order.
pub fn errors(comparison: &Comparison<'_>) -> Vec<Error> {
    let Comparison { gold, read, overlap, meetings, .. } = comparison;
    let (mut paired_gold, mut paired_read) = (vec![false; gold.len()], vec![false; read.len()]);
    for (g, r) in overlap {
        paired_gold[*g] = true;
        paired_read[*r] = true;
    }
    // For each side the one of the other side with which it has most in common; of equals the first.
    let (mut best_for_gold, mut best_for_read) = (vec![None; gold.len()], vec![None; read.len()]);
    for meeting in meetings {
        let (g, r) = meeting.pair;
        for best in [&mut best_for_gold[g], &mut best_for_read[r]] {
            let is_better =
                |best: &Meeting| meeting.common.total_cmp(&best.common).then(best.pair.cmp(&meeting.pair)).is_gt();
            if best.as_ref().is_none_or(is_better) {
                *best = Some(*meeting);
            }
        }
    }
    let boundary = |meeting: &Meeting| {
        let (g, r) = meeting.pair;
        Error { kind: Kind::Boundary, gold: Some(gold[g]), read: Some(read[r]), common: meeting.common }
    };
    let too_few = |best: Option<Meeting>| best.filter(|best| best.common < COMMON);

    let mut errors = Vec::new();
    for (g, quote) in gold.iter().enumerate().filter(|(g, _)| !paired_gold[*g]) {
        errors.push(match too_few(best_for_gold[g]) {
            Some(meeting) => boundary(&meeting),
            None => Error { kind: Kind::Missed, gold: Some(*quote), read: None, common: 0.0 },
        });
    }
    for (r, quote) in read.iter().enumerate().filter(|(r, _)| !paired_read[*r] && comparison.counts[*r]) {
        match too_few(best_for_read[r]) {
            // Two that are best for each other are one error, which stands above.
            Some(meeting) if !paired_gold[meeting.pair.0] && best_for_gold[meeting.pair.0] == Some(meeting) => {}
            Some(meeting) => errors.push(boundary(&meeting)),
            None => errors.push(Error { kind: Kind::Spurious, gold: None, read: Some(*quote), common: 0.0 }),
        }
    }
    for &(g, r) in overlap.iter().filter(|pair| !comparison.same_speaker(**pair).1) {
        let common = common(gold[g].span, read[r].span);
        errors.push(Error { kind: Kind::Speaker, gold: Some(gold[g]), read: Some(read[r]), common });
    }
    errors.sort_by_key(|error| {
        let place = |quote: Option<Quote>| quote.map(|quote| (quote.span, quote.speaker));
        (place(error.gold.or(error.read)), error.kind, place(error.read))
    });
    errors
}

#[cfg(test)]
mod tests {
    use super::{
        super::{metrics, sample},
        *,
    };

    const TEXT: &str = "“We agree,” Ada Okoro said. Bo Lim told her that it was late. He hoped for more.";

    fn told(gold: &[&str], read: &[&str], view: metrics::View) -> Vec<String> {
        let article = sample::article(TEXT, gold);
        let comparison = metrics::compare(&article, &sample::quotes(TEXT, read), view);
        let words = |quote: Option<Quote>| quote.map_or("-", |quote| quote.span.slice(TEXT).unwrap());
        let told = errors(&comparison)
            .into_iter()
            .map(|error| format!("{}: {} | {}", error.kind.name(), words(error.gold), words(error.read)));
        told.collect()
    }

    #[test]
    fn every_error_is_of_one_kind() {
        let gold = ["direct: “We agree,” / Ada Okoro", "indirect: it was late / Bo Lim", "indirect: for more / He"];
        let read = ["direct: “We agree,” / Bo", "indirect: her that it was late / Bo Lim", "indirect: said / Bo"];
        assert_eq!(
            told(&gold, &read, metrics::View::All),
            [
                "speaker: “We agree,” | “We agree,”",
                "spurious: - | said",
                "boundary: it was late | her that it was late",
                "missed: for more | -",
            ]
        );
        assert_eq!(told(&gold, &read, metrics::View::Direct), ["speaker: “We agree,” | “We agree,”"]);
    }

    #[test]
    fn each_side_of_a_bad_boundary_is_told_once() {
        let gold = ["indirect: it was late / Bo Lim", "indirect: hoped / He"];
        assert_eq!(
            told(&gold, &["indirect: it was late. He hoped / Bo"], metrics::View::All),
            ["boundary: it was late | it was late. He hoped", "boundary: hoped | it was late. He hoped",]
        );
        let twice = ["indirect: it was late / Bo Lim", "indirect: it was late / Ada"];
        assert_eq!(told(&gold[..1], &twice, metrics::View::All), ["spurious: - | it was late"]);
        let inside = ["indirect: it was late / Bo Lim", "indirect: late / Ada"];
        assert_eq!(told(&gold[..1], &inside, metrics::View::All), ["boundary: it was late | late"]);
    }

    #[test]
    fn kinds_are_known_by_their_names() {
        assert_eq!(Kind::ALL.map(Kind::name), Kind::NAMES);
        assert_eq!("speaker".parse(), Ok(Kind::Speaker));
        assert!("loud".parse::<Kind>().is_err());
    }
}
