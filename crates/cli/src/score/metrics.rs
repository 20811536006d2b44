//! What is compared with what, and the figures that come of it.
//!
//! `docs/scoring.md` says the same for those who read figures. Everything here is a function of the texts and the
//! spans alone.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, VecDeque},
    ops::AddAssign,
    str::FromStr,
};

use rapporteur_model::{Span, StatementKind};

use super::{
    gold::{Article, Quote},
    marks, words,
};

/// How much of two spans must be common to both for them to be a pair: shared bytes by bytes of either.
pub const COMMON: f64 = 0.8;

/// What is added where both sides name the same speaker, so that of two equal spans the right one is taken.
const SAME_SPEAKER: f64 = 1e-6;

/// Which quotations count.
///
/// Gold outside the view is neither rewarded nor punished: what is read there, and matches nothing else, is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// The strings between quotation marks, whatever more a quotation holds: which are somebody's, and whose.
    Marks,
    /// The speaker's words.
    Direct,
    /// The speaker's words, and the writer's with the speaker's in them.
    Quoted,
    /// What was spoken or written, and not only believed or intended.
    Speech,
    /// The writer's words.
    Indirect,
    /// All of them.
    All,
}

impl View {
    /// Every view, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Marks, Self::Direct, Self::Quoted, Self::Speech, Self::Indirect, Self::All];

    /// Their names, in the same order.
    pub const NAMES: [&'static str; 6] = ["marks", "direct", "quoted", "speech", "indirect", "all"];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Whether a quotation belongs to the view.
    pub fn includes(self, quote: &Quote) -> bool {
        match self {
            Self::Marks | Self::All => true,
            Self::Direct => quote.kind == Some(StatementKind::Direct),
            Self::Quoted => matches!(quote.kind, Some(StatementKind::Direct | StatementKind::Mixed)),
            Self::Speech => quote.is_speech,
            Self::Indirect => quote.kind == Some(StatementKind::Indirect),
        }
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|view| view.name() == name);
        found.ok_or_else(|| format!("no such view; there are {}", Self::NAMES.join(", ")))
    }
}

/// How many were found, how many of them rightly, and how many there are to find.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found rightly.
    pub right: u32,
    /// Found, rightly or not.
    pub read: u32,
    /// There to find.
    pub gold: u32,
}

impl Tally {
    /// The part of what was found that is right; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.read)
    }

    /// The part of what there is that was found; 0 where there is nothing.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if self.right == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.read += other.read;
        self.gold += other.gold;
    }
}

/// How many of some are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The right ones.
    pub right: u32,
    /// All of them.
    pub of: u32,
}

impl Share {
    /// The part that is right; 0 where there are none.
    pub fn value(self) -> f64 {
        ratio(self.right, self.of)
    }

    fn count(&mut self, is_right: bool) {
        self.right += u32::from(is_right);
        self.of += 1;
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.of += other.of;
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

/// The figures of a view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// Quotations with the same start and end.
    pub exact: Tally,
    /// Quotations with the same start and end once blanks, marks and punctuation are taken from their edges.
    pub trim: Tally,
    /// Quotations that share most of their bytes, [`COMMON`] at least; each is half of one pair at most, and the best
    /// pairs are made first. The figures below about speakers, cues and kinds are about these pairs.
    pub overlap: Tally,
    /// Of the pairs, those whose speaker is the same span, or that have none on both sides.
    pub e2e_exact: Tally,
    /// Of the pairs, those whose speaker is known by the same word, or that have none on both sides.
    pub e2e_head: Tally,
    /// The spans that name speakers, whatever they say.
    pub src_span: Tally,
    /// The spans that report, whatever they report.
    pub cue_span: Tally,
    /// Of the pairs with a speaker in the gold, those with the same span.
    pub speaker_exact: Share,
    /// Of the pairs with a speaker in the gold, those with a speaker known by the same word.
    pub speaker_head: Share,
    /// Of the pairs without a speaker in the gold, those that were read without one.
    pub speaker_none: Share,
    /// Of the pairs with a cue in the gold, those whose cue shares a byte with it.
    pub cue_overlap: Share,
    /// Of the pairs, those of the same kind.
    pub kinds: Share,
    /// Of the gold of each kind, what is in a pair; `?` for gold that does not tell its kind.
    pub recall: BTreeMap<&'static str, Share>,
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.exact += other.exact;
        self.trim += other.trim;
        self.overlap += other.overlap;
        self.e2e_exact += other.e2e_exact;
        self.e2e_head += other.e2e_head;
        self.src_span += other.src_span;
        self.cue_span += other.cue_span;
        self.speaker_exact += other.speaker_exact;
        self.speaker_head += other.speaker_head;
        self.speaker_none += other.speaker_none;
        self.cue_overlap += other.cue_overlap;
        self.kinds += other.kinds;
        for (kind, share) in other.recall {
            *self.recall.entry(kind).or_default() += share;
        }
    }
}

/// An article compared with what was read in it, in one view.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The gold of the view, in text order.
    pub gold: Vec<Quote>,
    /// What was read, in text order.
    pub read: Vec<Quote>,
    /// Which of what was read count against the reader if they match nothing.
    pub counts: Vec<bool>,
    /// Pairs with the same start and end.
    pub exact: Vec<Pair>,
    /// Pairs with the same start and end but for their edges.
    pub trim: Vec<Pair>,
    /// Pairs that share most of their bytes.
    pub overlap: Vec<Pair>,
    /// Every two that share a byte, with what is common to them.
    pub meetings: Vec<Meeting>,
}

/// Places in [`Comparison::gold`] and [`Comparison::read`].
pub type Pair = (usize, usize);

/// Two quotations that share a byte.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meeting {
    /// Which two.
    pub pair: Pair,
    /// Shared bytes by bytes of either.
    pub common: f64,
}

/// Compares what was read in an article with its gold.
pub fn compare<'a>(article: &'a Article, read: &[Quote], view: View) -> Comparison<'a> {
    let text = article.text.as_str();
    let (mut all, mut read) = (in_order(&article.quotes), in_order(read));
    if view == View::Marks {
        let strings = marks::strings(text);
        (all, read) = (marks::cut_to(&strings, &all), marks::cut_to(&strings, &read));
    }
    let (gold, outside): (Vec<Quote>, Vec<Quote>) = all.into_iter().partition(|quote| view.includes(quote));
    let (gold_spans, read_spans) = (spans(&gold), spans(&read));

    let met = meeting(&gold_spans, &read_spans);
    let met = met.into_iter().map(|(g, r)| Meeting { pair: (g, r), common: common(gold_spans[g], read_spans[r]) });
    let meetings: Vec<Meeting> = met.filter(|meeting| meeting.common > 0.0).collect();
    let weighed = |enough: &dyn Fn(Pair, f64) -> bool| {
        let kept = meetings.iter().filter(|meeting| enough(meeting.pair, meeting.common));
        let weighed = kept.map(|&Meeting { pair: (g, r), common }| {
            let bonus = if gold[g].speaker == read[r].speaker { SAME_SPEAKER } else { 0.0 };
            ((g, r), common + bonus)
        });
        best_first(weighed.collect())
    };
    let exact = weighed(&|(g, r), _| gold_spans[g] == read_spans[r]);
    let overlap = weighed(&|_, common| common >= COMMON);
    let trim = equal_but_for_edges(text, &gold_spans, &read_spans);

    let mut ignored: Vec<Span> = spans(&outside).into_iter().chain(article.ignore.iter().copied()).collect();
    ignored.sort_unstable();
    let mut is_ignored = vec![false; read.len()];
    for (ignored_one, r) in meeting(&ignored, &read_spans) {
        is_ignored[r] |= common(ignored[ignored_one], read_spans[r]) >= COMMON;
    }
    let (ignored, covered_gold) = (Cover::of(&ignored), Cover::of(&gold_spans));
    let counts = read_spans.iter().enumerate().map(|(r, span)| {
        let inside = ignored.bytes_of(*span);
        let mostly = u64::from(inside) * 2 >= u64::from(span.len()) && inside > covered_gold.bytes_of(*span);
        view.includes(&read[r]) && !is_ignored[r] && !mostly
    });
    let counts = counts.collect();
    Comparison { text, gold, read, counts, exact, trim, overlap, meetings }
}

impl Comparison<'_> {
    /// Whether a pair names the same speaker: by the same span, and by the same word. None on both sides is the same.
    pub fn same_speaker(&self, (gold, read): Pair) -> (bool, bool) {
        match (self.gold[gold].speaker, self.read[read].speaker) {
            (None, None) => (true, true),
            (Some(gold), Some(read)) => {
                let exact = gold == read;
                let head = |span| words::head(&words::words(self.text, span));
                (exact, exact || head(gold) == head(read))
            }
            (None, Some(_)) | (Some(_), None) => (false, false),
        }
    }

    /// Which of what was read count, as these pairs are found: those in a pair, and those that count anyway.
    pub fn kept(&self, pairs: &[Pair]) -> Vec<bool> {
        let mut kept = self.counts.clone();
        for (_, read) in pairs {
            kept[*read] = true;
        }
        kept
    }

    /// The figures of this article.
    pub fn figures(&self) -> Figures {
        let tally = |pairs: &[Pair]| {
            let read = self.kept(pairs).into_iter().filter(|kept| *kept).count();
            Tally { right: count(pairs.len()), read: count(read), gold: count(self.gold.len()) }
        };
        let overlap = tally(&self.overlap);
        let none_right = Tally { right: 0, ..overlap };
        let mut figures = Figures {
            exact: tally(&self.exact),
            trim: tally(&self.trim),
            overlap,
            e2e_exact: none_right,
            e2e_head: none_right,
            src_span: self.distinct(|quote| quote.speaker),
            cue_span: self.distinct(|quote| quote.cue),
            ..Figures::default()
        };
        for &(g, r) in &self.overlap {
            let (gold, read) = (&self.gold[g], &self.read[r]);
            let (exact, head) = self.same_speaker((g, r));
            figures.e2e_exact.right += u32::from(exact);
            figures.e2e_head.right += u32::from(head);
            if gold.speaker.is_some() {
                figures.speaker_exact.count(exact);
                figures.speaker_head.count(head);
            } else {
                figures.speaker_none.count(exact);
            }
            if let Some(cue) = gold.cue {
                figures.cue_overlap.count(read.cue.is_some_and(|read| read.overlaps(cue)));
            }
            figures.kinds.count(gold.kind == read.kind);
        }
        let mut is_paired = vec![false; self.gold.len()];
        self.overlap.iter().for_each(|(gold, _)| is_paired[*gold] = true);
        for (quote, is_paired) in self.gold.iter().zip(is_paired) {
            figures.recall.entry(kind_name(quote.kind)).or_default().count(is_paired);
        }
        figures
    }

    /// The distinct spans of the gold, and of what counts, in a role.
    fn distinct(&self, role: impl Fn(&Quote) -> Option<Span>) -> Tally {
        let kept = self.kept(&self.overlap);
        let gold: BTreeSet<Span> = self.gold.iter().filter_map(&role).collect();
        let read = self.read.iter().zip(kept).filter(|(_, kept)| *kept).filter_map(|(quote, _)| role(quote));
        let read: BTreeSet<Span> = read.collect();
        Tally { right: count(gold.intersection(&read).count()), read: count(read.len()), gold: count(gold.len()) }
    }
}

/// What a kind is called in files.
pub(super) const fn kind_name(kind: Option<StatementKind>) -> &'static str {
    match kind {
        Some(StatementKind::Direct) => "direct",
        Some(StatementKind::Mixed) => "mixed",
        Some(StatementKind::Indirect) => "indirect",
        None => "?",
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn spans(quotes: &[Quote]) -> Vec<Span> {
    quotes.iter().map(|quote| quote.span).collect()
}

/// The quotes in text order, one for each words and speaker: the last that was told.
fn in_order(quotes: &[Quote]) -> Vec<Quote> {
    quotes.iter().map(|quote| ((quote.span, quote.speaker), *quote)).collect::<BTreeMap<_, _>>().into_values().collect()
}

/// Shared bytes by bytes of either; 0 where none is shared.
pub(super) fn common(one: Span, other: Span) -> f64 {
    let start = one.start().max(other.start());
    match one.end().min(other.end()).checked_sub(start) {
        None | Some(0) => 0.0,
        Some(shared) => f64::from(shared) / f64::from(one.cover(other).len()),
    }
}

/// The pairs of which neither half is in a better one. Of equally good ones the first in the text is taken.
fn best_first(mut weighed: Vec<(Pair, f64)>) -> Vec<Pair> {
    weighed.sort_unstable_by(|(pair, weight), (other, than)| match than.total_cmp(weight) {
        Ordering::Equal => pair.cmp(other),
        order => order,
    });
    let (mut gold, mut read) = (BTreeSet::new(), BTreeSet::new());
    let free = weighed.into_iter().filter(|((g, r), _)| {
        let is_free = !gold.contains(g) && !read.contains(r);
        if is_free {
            gold.insert(*g);
            read.insert(*r);
        }
        is_free
    });
    free.map(|(pair, _)| pair).collect()
}

/// Pairs, in text order, of what is the same but for its edges.
fn equal_but_for_edges(text: &str, gold: &[Span], read: &[Span]) -> Vec<Pair> {
    let mut by_words: BTreeMap<(usize, usize), VecDeque<usize>> = BTreeMap::new();
    for (r, span) in read.iter().enumerate() {
        by_words.entry(words::trimmed(text, *span)).or_default().push_back(r);
    }
    let pair = |(g, span): (usize, &Span)| Some((g, by_words.get_mut(&words::trimmed(text, *span))?.pop_front()?));
    gold.iter().enumerate().filter_map(pair).collect()
}

/// Every two, one of each list, that may share a byte. Both lists are in order of where they start, and are gone
/// through once: the work grows with the lists and with the pairs, not with their product.
pub(super) fn meeting(ones: &[Span], others: &[Span]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut open_ones, mut open_others): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut one, mut other) = (0, 0);
    loop {
        match (ones.get(one), others.get(other)) {
            (Some(span), next) if next.is_none_or(|next| span.start() <= next.start()) => {
                open_others.retain(|open| others[*open].end() > span.start());
                pairs.extend(open_others.iter().map(|open| (one, *open)));
                open_ones.push(one);
                one += 1;
            }
            (_, Some(span)) => {
                open_ones.retain(|open| ones[*open].end() > span.start());
                pairs.extend(open_ones.iter().map(|open| (*open, other)));
                open_others.push(other);
                other += 1;
            }
            (_, None) => return pairs,
        }
    }
}

/// The bytes that some spans cover, each counted once.
struct Cover {
    /// Apart from each other and in order, each with the bytes before it.
    spans: Vec<(Span, u32)>,
}

impl Cover {
    /// Of spans in order of where they start.
    fn of(spans: &[Span]) -> Self {
        let mut apart: Vec<Span> = Vec::new();
        for span in spans {
            match apart.last_mut() {
                Some(last) if span.start() <= last.end() => *last = last.cover(*span),
                _ => apart.push(*span),
            }
        }
        let mut before = 0;
        let counted = apart.into_iter().map(|span| {
            let counted = (span, before);
            before += span.len();
            counted
        });
        Self { spans: counted.collect() }
    }

    /// How many of the span's bytes are covered.
    fn bytes_of(&self, span: Span) -> u32 {
        self.bytes_before(span.end()) - self.bytes_before(span.start())
    }

    fn bytes_before(&self, at: u32) -> u32 {
        let next = self.spans.partition_point(|(span, _)| span.start() < at);
        next.checked_sub(1).map_or(0, |last| {
            let (span, before) = self.spans[last];
            before + span.end().min(at) - span.start()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sample, *};

    /// The counts of a tally: right of read and of gold.
    fn short(tally: Tally) -> String {
        format!("{} of {} and {}", tally.right, tally.read, tally.gold)
    }

    fn figures(text: &str, gold: &[&str], read: &[&str], view: View) -> Figures {
        let article = sample::article(text, gold);
        compare(&article, &sample::quotes(text, read), view).figures()
    }

    const TEXT: &str = "“We agree,” Ada Okoro said. Bo Lim told her that it was late. He hoped for more.";

    #[test]
    fn each_figure_is_stricter_than_the_one_before() {
        let gold = ["direct: “We agree,” / Ada Okoro / said", "indirect: it was late / Bo Lim / told"];
        let read = ["direct: We agree / Okoro / said", "indirect: that it was late / Bo / told her"];
        let figures = figures(TEXT, &gold, &read, View::All);
        assert_eq!(short(figures.exact), "0 of 2 and 2");
        assert_eq!(short(figures.trim), "1 of 2 and 2");
        assert_eq!(short(figures.overlap), "0 of 2 and 2", "11 of 17 bytes, and 11 of 16");
        let read = ["direct: “We agree, / Okoro / said", "indirect: it was late. / Bo / told her"];
        let figures = self::figures(TEXT, &gold, &read, View::All);
        assert_eq!(short(figures.exact), "0 of 2 and 2");
        assert_eq!(short(figures.trim), "2 of 2 and 2");
        assert_eq!(short(figures.overlap), "2 of 2 and 2");
        assert_eq!(short(figures.e2e_head), "1 of 2 and 2");
        assert_eq!(short(figures.e2e_exact), "0 of 2 and 2");
        assert_eq!(short(figures.src_span), "0 of 2 and 2");
        assert_eq!(short(figures.cue_span), "1 of 2 and 2");
        assert_eq!(figures.speaker_head, Share { right: 1, of: 2 });
        assert_eq!(figures.cue_overlap, Share { right: 2, of: 2 });
        assert_eq!(figures.kinds, Share { right: 2, of: 2 });
        assert_eq!(
            figures.recall.into_iter().collect::<Vec<_>>(),
            [("direct", Share { right: 1, of: 1 }), ("indirect", Share { right: 1, of: 1 })]
        );
    }

    #[test]
    fn no_speaker_on_both_sides_is_the_right_speaker() {
        let figures = figures(TEXT, &["mixed: it was late / -"], &["direct: it was late / -"], View::All);
        assert_eq!(
            (short(figures.e2e_exact), figures.speaker_none),
            ("1 of 1 and 1".into(), Share { right: 1, of: 1 })
        );
        assert_eq!((figures.speaker_exact, figures.kinds), (Share::default(), Share { right: 0, of: 1 }));
        let figures = self::figures(TEXT, &["mixed: it was late / -"], &["mixed: it was late / Bo"], View::All);
        assert_eq!((short(figures.e2e_head), figures.speaker_none), ("0 of 1 and 1".into(), Share { right: 0, of: 1 }));
    }

    #[test]
    fn what_lies_outside_the_view_counts_neither_way() {
        let gold = ["direct: “We agree,” / Ada Okoro", "indirect: it was late / Bo Lim", "ignore: hoped for more"];
        let read = [
            "direct: “We agree,” / Ada Okoro",
            "direct: it was late / Bo Lim",
            "direct: for more / He",
            "direct: told her / Bo",
            "indirect: said / Bo",
        ];
        assert_eq!(short(figures(TEXT, &gold, &read, View::Direct).overlap), "1 of 2 and 1");
        assert_eq!(short(figures(TEXT, &gold, &read, View::Quoted).overlap), "1 of 2 and 1");
        assert_eq!(short(figures(TEXT, &gold, &read, View::Indirect).overlap), "1 of 2 and 1");
        assert_eq!(short(figures(TEXT, &gold, &read, View::All).overlap), "2 of 4 and 2");
        let gold = ["direct: “We agree,” / Ada Okoro", "indirect other: it was late / Bo Lim"];
        assert_eq!(short(figures(TEXT, &gold, &read, View::Speech).overlap), "1 of 4 and 1");
    }

    #[test]
    fn the_view_of_marks_asks_only_whose_the_strings_are() {
        let text = "Ada said it was “late” and “dark” there. The “Blue Book” lay open.";
        let gold = ["mixed: it was “late” and “dark” there / Ada"];
        let read = ["direct: “late” / Ada", "direct: “Blue Book” / Ada", "direct: dark / Bo"];
        let read = &read[..2];
        let figures = figures(text, &gold, read, View::Marks);
        assert_eq!((short(figures.overlap), short(figures.e2e_head)), ("1 of 2 and 2".into(), "1 of 2 and 2".into()));
    }

    #[test]
    fn of_equal_spans_the_one_with_the_right_speaker_is_taken() {
        let gold = ["direct: “We agree,” / Bo Lim"];
        let read = ["direct: “We agree,” / Ada Okoro", "direct: “We agree,” / Bo Lim", "direct: “We agree,” / Bo Lim"];
        let figures = figures(TEXT, &gold, &read, View::All);
        assert_eq!((short(figures.overlap), short(figures.e2e_exact)), ("1 of 2 and 1".into(), "1 of 2 and 1".into()));
    }

    #[test]
    fn nothing_read_and_nothing_to_read_are_no_division_by_nothing() {
        let none = figures(TEXT, &[], &[], View::All);
        assert_eq!((none.overlap.precision(), none.overlap.recall(), none.overlap.f1()), (0.0, 0.0, 0.0));
        assert!(none.recall.is_empty());
    }

    #[test]
    fn meetings_are_those_that_comparing_all_with_all_finds() {
        let span = |(start, end)| Span::new(start, end).unwrap();
        let ones: Vec<Span> = [(0, 4), (0, 9), (2, 3), (5, 9), (9, 12)].map(span).into();
        let others: Vec<Span> = [(0, 1), (1, 10), (3, 5), (3, 6), (11, 12)].map(span).into();
        let mut found = meeting(&ones, &others);
        found.sort_unstable();
        let all = (0..5).flat_map(|one| (0..5).map(move |other| (one, other)));
        assert_eq!(found, all.filter(|(one, other)| ones[*one].overlaps(others[*other])).collect::<Vec<_>>());
    }

    #[test]
    fn covered_bytes_are_counted_once() {
        let span = |(start, end)| Span::new(start, end).unwrap();
        let cover = Cover::of(&[(2, 5), (3, 4), (4, 7), (7, 8), (10, 12)].map(span));
        assert_eq!([(0, 20), (3, 11), (8, 10), (0, 2)].map(|at| cover.bytes_of(span(at))), [8, 6, 0, 0]);
    }

    #[test]
    fn views_are_known_by_their_names() {
        assert_eq!(View::ALL.map(View::name), View::NAMES);
        assert_eq!("speech".parse(), Ok(View::Speech));
        assert!("loud".parse::<View>().is_err());
    }
}
