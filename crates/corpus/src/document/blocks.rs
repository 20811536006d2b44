//! The phases of an article: head, body, tail.

use rapporteur_model::{Block, BlockKind, LocalTime};

use super::{
    Head, Moment, Problem, ProblemKind, endings, heading,
    lines::{Line, Row, lines, rows},
    shapes, span,
    stamps::{
        Label, Stamp, WrittenDate, WrittenMoment, can_open_with_label, day_of, local_time, lone_moment, stamp_row,
    },
};
use crate::document::DatelineDay;

/// What the document layer makes of a text.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) blocks: Vec<Block>,
    pub(super) head: Head,
    pub(super) problems: Vec<Problem>,
}

/// Divides a text into blocks.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser::new(text);
    parser.run();
    parser.finish()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Head,
    Body,
    Tail,
}

struct Parser<'t> {
    text: &'t str,
    lines: Vec<Line>,
    rows: Vec<Row>,
    /// Whether labels that need company have it.
    is_transcript: bool,
    /// For each row whether the article ends with it or above it.
    endings: Vec<bool>,
    /// Whether the row before was one of stamps.
    after_stamps: bool,
    phase: Phase,
    /// Where each block begins, in order.
    openings: Vec<(usize, BlockKind)>,
    head: Head,
    /// The moments of the stamps in order, with what their labels say.
    stamped: Vec<(Label, WrittenMoment)>,
    problems: Vec<Problem>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        let body = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let lines = lines(text, body);
        let rows = rows(text, &lines, is_fixed);
        let mut openings = Vec::with_capacity(rows.len() + 8);
        if body > 0 {
            openings.push((0, BlockKind::Bom));
        }
        if lines.first().is_some_and(|line| line.is_blank()) {
            openings.push((body, BlockKind::Furniture));
        }
        let labels = rows.iter().take_while(|row| !endings::is_end_row(row.text(text), false)).skip(1);
        let labels = labels.filter(|row| shapes::opens_turn(row.text(text)));
        let is_transcript = labels.take(2).count() == 2;
        let endings = endings_of(text, &rows, !is_transcript);
        Self {
            text,
            lines,
            rows,
            is_transcript,
            endings,
            after_stamps: false,
            phase: Phase::Head,
            openings,
            head: Head::default(),
            stamped: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn open(&mut self, at: usize, kind: BlockKind) {
        self.openings.push((at, kind));
    }

    fn run(&mut self) {
        let mut index = 0;
        while let Some(&row) = self.rows.get(index) {
            if self.phase == Phase::Tail {
                break;
            }
            index += 1;
            let stamped = self.stamped.len();
            index += self.row(row, index);
            self.after_stamps = self.stamped.len() > stamped;
        }
        let Some(tail) = self.rows.get(index.min(self.rows.len())).filter(|_| self.phase == Phase::Tail) else {
            return;
        };
        let tail_start = tail.start;
        let first = self.lines.partition_point(|line| line.start < tail_start);
        let furniture = self.lines[first..].iter().filter(|line| !line.is_blank());
        self.openings.extend(furniture.map(|line| (line.start, BlockKind::Furniture)));
    }

    /// Reads a row, `next` being the index of the row after it; returns how many further rows it took.
    fn row(&mut self, row: Row, next: usize) -> usize {
        let mut piece = row;
        // Pieces of the same row begin at their text; only the first owns the blanks that its line begins with.
        let mut opening = row.start;
        if self.phase == Phase::Head {
            let mut after_prefix = false;
            if next == 1
                && let Some((digits, end)) = shapes::prefix_date(row.text(self.text))
            {
                self.open(opening, BlockKind::PrefixDate);
                self.prefix_date(row.text_start + digits, row.text_start + end);
                after_prefix = true;
                let Some(rest) = self.rest(piece, row.text_start + end) else { return 0 };
                (piece, opening) = (rest, rest.text_start);
            }
            while let Some(length) = shapes::tag(piece.text(self.text)) {
                self.open(opening, BlockKind::Tag);
                let Some(rest) = self.rest(piece, piece.text_start + length) else { return 0 };
                (piece, opening) = (rest, rest.text_start);
            }
            self.head_row(piece, opening, next, after_prefix)
        } else {
            self.body_row(piece, opening, next)
        }
    }

    /// What is left of a row from byte `from` on, blanks apart.
    fn rest(&self, row: Row, from: usize) -> Option<Row> {
        let rest = &self.text[from..row.text_end];
        let text_start = row.text_end - rest.trim_start().len();
        let first_line_end =
            if text_start < row.first_line_end { row.first_line_end } else { self.line_end(text_start, row) };
        (text_start < row.text_end).then_some(Row {
            start: text_start,
            text_start,
            first_line_end,
            text_end: row.text_end,
        })
    }

    /// Where the text of the line ends in which byte `at` of `row` stands.
    fn line_end(&self, at: usize, row: Row) -> usize {
        let index = self.lines.partition_point(|line| line.start <= at).saturating_sub(1);
        self.lines.get(index).map_or(row.text_end, |line| line.text_end.min(row.text_end))
    }

    fn head_row(&mut self, row: Row, opening: usize, next: usize, after_prefix: bool) -> usize {
        let text = row.text(self.text);
        if let Some(taken) = self.stamps(row, opening, next, false) {
            return taken;
        }
        if let Some(signed) = heading::signed_stamps(text) {
            self.signed_stamps(row, opening, signed);
        } else if endings::is_end_row(text, true) {
            self.open(opening, BlockKind::Furniture);
            self.phase = Phase::Tail;
        } else if let Some(name) = shapes::byline(text).or_else(|| self.heading_byline(text, next)) {
            self.byline(row, opening, name);
        } else if let Some(kind) = self.heading_place(row) {
            self.open(opening, kind);
        } else if self.stamps_with_place(row, opening) {
            // Its blocks are open.
        } else if let Some(end) = self.dateline(row) {
            self.open(opening, BlockKind::Dateline);
            self.phase = Phase::Body;
            if let Some(rest) = self.rest(row, end) {
                self.paragraph(rest, rest.text_start, next);
            }
        } else if self.is_caption(text, next) {
            self.open(opening, BlockKind::Caption);
        } else if shapes::is_menu(text) {
            self.open(opening, BlockKind::Furniture);
        } else if let Some(end) = (next > 1).then(|| self.speaker_label(text)).flatten() {
            self.speech(row, opening, end, next);
        } else if self.is_headline(text, after_prefix) {
            self.headline(row, opening);
        } else if self.is_under_headline(text, next) {
            self.open(opening, if self.is_transcript { BlockKind::Furniture } else { BlockKind::Headline });
        } else {
            let is_lead = self.is_lead(text, next);
            self.paragraph(row, opening, next);
            if is_lead && self.phase == Phase::Body {
                self.phase = Phase::Head;
            }
        }
        0
    }

    /// Whether the row sums up what follows its day: the head goes on behind it.
    fn is_lead(&self, text: &str, next: usize) -> bool {
        self.head.headline.is_some()
            && self.stamped.is_empty()
            && shapes::fits_headline(text)
            && !text.ends_with(':')
            && self.rows.get(next).is_some_and(|row| heading::is_dated(row.text(self.text)))
    }

    fn is_headline(&self, text: &str, after_prefix: bool) -> bool {
        self.head.headline.is_none()
            && shapes::fits_headline(text)
            && !shapes::ends_like_last(text)
            && (after_prefix || (self.rows.len() > 1 && shapes::can_be_headline(text)))
    }

    /// Whether lines like this one lead from the headline to a stamp or a byline.
    fn is_under_headline(&self, text: &str, next: usize) -> bool {
        if self.head.headline.is_none() || !heading::is_line_under_headline(text) {
            return false;
        }
        for row in self.rows.iter().skip(next).take(3) {
            let text = row.text(self.text);
            if heading::is_dated_or_signed(text) {
                return true;
            }
            if !heading::is_line_under_headline(text) {
                return false;
            }
        }
        false
    }

    /// Where the name begins in a byline that only the headline above makes one.
    fn heading_byline(&self, text: &str, next: usize) -> Option<usize> {
        self.head.headline?;
        let is_beside_stamp = || {
            self.after_stamps
                || self.rows.get(next).is_some_and(|row| stamp_row(self.text, row.text_start, row.text_end).is_some())
        };
        heading::from_byline(text)
            .or_else(|| (!self.is_transcript && heading::is_capitals_byline(text) && is_beside_stamp()).then_some(0))
    }

    /// Takes what a row under the headline says of place and day; returns the block that it makes.
    fn heading_place(&mut self, row: Row) -> Option<BlockKind> {
        self.head.headline?;
        let text = row.text(self.text);
        if let Some(stamp) = heading::placed_stamp(text) {
            self.stamped.push((Label::Published, stamp.moment.moved_by(row.text_start)));
            let places = stamp.places.and_then(|(start, end)| span(row.text_start + start, row.text_start + end));
            self.head.dateline = self.head.dateline.or(places);
            return Some(BlockKind::Stamp);
        }
        if !self.after_stamps || !heading::is_place_row(text) {
            return None;
        }
        self.head.dateline = self.head.dateline.or(span(row.text_start, row.text_end));
        Some(BlockKind::Dateline)
    }

    /// Takes a row of stamps and a place behind them; returns whether it is one.
    fn stamps_with_place(&mut self, row: Row, opening: usize) -> bool {
        let found = self.head.headline.and_then(|_| heading::stamps_with_place(row.text(self.text)));
        let Some((stamps, place)) = found else { return false };
        for (index, stamp) in stamps.into_iter().enumerate() {
            self.open(if index == 0 { opening } else { row.text_start + stamp.start }, BlockKind::Stamp);
            let moment = stamp.moment.map(|moment| moment.moved_by(row.text_start));
            self.stamped.extend(moment.map(|moment| (stamp.label.unwrap_or(Label::Published), moment)));
        }
        self.open(row.text_start + place, BlockKind::Dateline);
        self.head.dateline = self.head.dateline.or(span(row.text_start + place, row.text_end));
        true
    }

    fn signed_stamps(&mut self, row: Row, opening: usize, signed: heading::SignedStamps) {
        let at = |offset: usize| row.text_start + offset;
        if signed.byline == 0 {
            self.open(opening, BlockKind::Byline);
        }
        for (index, stamp) in signed.stamps.into_iter().enumerate() {
            let is_first = index == 0 && signed.byline > 0;
            self.open(if is_first { opening } else { at(stamp.start) }, BlockKind::Stamp);
            let moment = stamp.moment.map(|moment| moment.moved_by(row.text_start));
            self.stamped.extend(moment.map(|moment| (stamp.label.unwrap_or(Label::Published), moment)));
        }
        if signed.byline > 0 {
            self.open(at(signed.byline), BlockKind::Byline);
        }
        let (start, end) = signed.writers;
        self.head.byline = self.head.byline.or(span(at(start), at(end)));
    }

    fn body_row(&mut self, row: Row, opening: usize, next: usize) -> usize {
        let text = row.text(self.text);
        if self.ends_text(next - 1) {
            self.open(opening, BlockKind::Furniture);
            self.phase = Phase::Tail;
            return 0;
        }
        if let Some(taken) = self.stamps(row, opening, next, true) {
            return taken;
        }
        if let Some(name) = shapes::signed_byline(text).or_else(|| self.signature(text, next)) {
            self.byline(row, opening, name);
        } else if self.is_caption(text, next) {
            self.open(opening, BlockKind::Caption);
        } else if shapes::is_menu(text) {
            self.open(opening, BlockKind::Furniture);
        } else if let Some(end) = self.speaker_label(text) {
            self.speech(row, opening, end, next);
        } else {
            self.paragraph(row, opening, next);
        }
        0
    }

    /// Whether the row is the words under a picture. One that the article ends with is its last paragraph.
    fn is_caption(&self, text: &str, next: usize) -> bool {
        let is_last = || self.is_last(next) && shapes::credit(text).is_some_and(|credit| credit.is_round);
        shapes::is_caption(text) && !is_last()
    }

    /// Whether no row follows before the tail or the end of the text.
    fn is_last(&self, next: usize) -> bool {
        next >= self.rows.len() || self.ends_text(next)
    }

    fn ends_text(&self, index: usize) -> bool {
        self.endings.get(index).copied().unwrap_or(false)
    }

    /// Where the name begins that the last row signs the article with; after a row with a dash it is one of a list.
    fn signature(&self, text: &str, next: usize) -> Option<usize> {
        let above = next.checked_sub(2).and_then(|above| self.rows.get(above));
        let is_listed = above.is_some_and(|row| row.text(self.text).starts_with(['-', '–', '—']));
        heading::signature(text).filter(|_| self.is_last(next) && !is_listed)
    }

    fn paragraph(&mut self, row: Row, opening: usize, next: usize) {
        self.phase = Phase::Body;
        self.open(opening, BlockKind::Paragraph);
        let mut text = row.text(self.text);
        let mut splits = Vec::new();
        let has_end_mark = text.ends_with("(END)") || text.ends_with("(End)");
        if has_end_mark {
            let kept = text[..text.len() - "(END)".len()].trim_end();
            if kept.is_empty() {
                return;
            }
            splits.push(row.text_end - "(END)".len());
            text = kept;
            self.phase = Phase::Tail;
        }
        if has_end_mark || self.is_last(next) {
            let credit = shapes::credit(text).filter(|credit| credit.is_round).map(|credit| credit.start);
            let signed = credit.or_else(|| endings::closing_initials(text));
            if let Some(start) = signed.filter(|&start| !text[..start].trim().is_empty()) {
                splits.push(row.text_start + start);
            }
        }
        splits.reverse();
        for split in splits {
            self.open(split, BlockKind::Furniture);
        }
    }

    fn speech(&mut self, row: Row, opening: usize, label_end: usize, next: usize) {
        self.phase = Phase::Body;
        self.open(opening, BlockKind::SpeakerLabel);
        if let Some(rest) = self.rest(row, row.text_start + label_end) {
            self.paragraph(rest, rest.text_start, next);
        }
    }

    fn speaker_label(&self, text: &str) -> Option<usize> {
        shapes::speaker_label(text, self.is_transcript, self.phase == Phase::Body || self.head.headline.is_some())
    }

    fn byline(&mut self, row: Row, opening: usize, name: usize) {
        self.open(opening, BlockKind::Byline);
        if self.head.byline.is_none() {
            // An address alone would make `From: ...` a byline, with `From` in it.
            let name = heading::from_byline(row.text(self.text)).unwrap_or(name);
            self.head.byline = span(row.text_start + name, row.text_end);
        }
    }

    fn headline(&mut self, row: Row, opening: usize) {
        self.open(opening, BlockKind::Headline);
        let text = row.text(self.text);
        let tag = shapes::closing_tag(text);
        if let Some(tag) = tag {
            self.open(row.text_start + tag, BlockKind::Tag);
        }
        let headline = tag.map_or(text, |tag| text[..tag].trim_end());
        self.head.headline = span(row.text_start, row.text_start + headline.len());
    }

    fn dateline(&mut self, row: Row) -> Option<usize> {
        let first_line = row.first_line_end - row.text_start;
        let has_headline = self.head.headline.is_some();
        let dateline =
            shapes::dateline(row.text(self.text), first_line, has_headline, has_headline && !self.is_transcript)?;
        let at = |offset: usize| row.text_start + offset;
        self.head.dateline = self.head.dateline.or(span(row.text_start, at(dateline.places_end)));
        self.head.dateline_day = dateline.day.and_then(|(start, end, month, day, year)| {
            Some(DatelineDay {
                span: span(at(start), at(end))?,
                month: u8::try_from(month).ok()?,
                day: u8::try_from(day).ok()?,
                year,
            })
        });
        Some(at(dateline.end))
    }

    /// Reads a row of stamps; returns how many further rows it took.
    fn stamps(&mut self, row: Row, opening: usize, next: usize, needs_label: bool) -> Option<usize> {
        if needs_label && !can_open_with_label(self.text, row.text_start, row.text_end) {
            return None;
        }
        let mut stamps = stamp_row(self.text, row.text_start, row.text_end)?;
        if needs_label && stamps.first()?.label.is_none() {
            return None;
        }
        let mut taken = 0;
        let last = stamps.last_mut()?;
        if last.moment.is_none() {
            let following = self.rows.get(next).filter(|row| row.is_one_line())?;
            last.moment = Some(lone_moment(self.text, following.text_start, following.text_end)?);
            taken = 1;
        } else if let Some(day) = last.moment
            && let Some(below) = self.rows.get(next).filter(|row| row.is_one_line())
            && let Some(clock) = lone_moment(self.text, below.text_start, below.text_end)
            && let Some(minute) = day.with_clock(clock)
        {
            last.moment = Some(minute);
            taken = 1;
        }
        for (index, stamp) in stamps.into_iter().enumerate() {
            self.open(if index == 0 { opening } else { stamp.start }, BlockKind::Stamp);
            self.stamped.extend(stamp.moment.map(|moment| (stamp.label.unwrap_or(Label::Published), moment)));
        }
        Some(taken)
    }

    fn prefix_date(&mut self, start: usize, end: usize) {
        let Some(span) = span(start, end) else { return };
        match self.text[start..end].parse::<LocalTime>() {
            Ok(value) => self.head.prefix_date = Some(Moment { span, day_span: span, value, zone: None }),
            Err(_) => self.problems.push(Problem { kind: ProblemKind::ImpossibleDate, span }),
        }
    }

    /// Gives the stamps their values. Whether days come before months is the same throughout a text.
    fn read_stamps(&mut self) {
        let slashed = self.stamped.iter().filter_map(|(_, moment)| moment.date());
        let decided = slashed.filter(|date| matches!(date, WrittenDate::Slashed { .. }));
        let orders = decided.filter_map(|date| match (day_of(date, true), day_of(date, false)) {
            (Ok(_), Err(_)) => Some(true),
            (Err(_), Ok(_)) => Some(false),
            _ => None,
        });
        // Two dates that decide it differently decide nothing.
        let day_first = orders.map(Some).reduce(|one, other| if one == other { one } else { None }).flatten();
        for (label, moment) in std::mem::take(&mut self.stamped) {
            let Some(words) = moment.span() else { continue };
            let slot = match label {
                Label::Published => &mut self.head.published,
                Label::Updated => &mut self.head.updated,
            };
            match value(&moment, day_first) {
                Ok(value) if slot.is_none() => {
                    let zone = moment.zone.and_then(|(start, end)| span(start, end));
                    *slot = Some(Moment { span: words, day_span: moment.day_span().unwrap_or(words), value, zone });
                }
                Ok(_) => {}
                Err(kind) => self.problems.extend(kind.map(|kind| Problem { kind, span: words })),
            }
        }
    }

    fn finish(mut self) -> Parsed {
        self.read_stamps();
        let ends = self.openings.iter().skip(1).map(|(start, _)| *start).chain([self.text.len()]);
        let block = |(&(start, kind), end): (&(usize, BlockKind), usize)| Some(Block { kind, span: span(start, end)? });
        let mut blocks = Vec::with_capacity(self.openings.len());
        blocks.extend(self.openings.iter().zip(ends).filter_map(block));
        self.problems.sort_by_key(|problem| problem.span);
        Parsed { blocks, head: self.head, problems: self.problems }
    }
}

/// What a stamp says, or the trouble with it; a moment without a year says nothing, which is no trouble.
fn value(moment: &WrittenMoment, day_first: Option<bool>) -> Result<LocalTime, Option<ProblemKind>> {
    let impossible = |_| Some(ProblemKind::ImpossibleDate);
    let written = moment.date().ok_or(None)?;
    let readings = (day_of(written, true), day_of(written, false));
    let date = match readings {
        (Ok(one), Ok(other)) if one == other => one,
        (Ok(day_first_date), Ok(month_first_date)) => match day_first {
            Some(true) => day_first_date,
            Some(false) => month_first_date,
            None => return Err(Some(ProblemKind::AmbiguousDate)),
        },
        (Ok(only), Err(_)) | (Err(_), Ok(only)) => only,
        (Err(error), Err(_)) => return Err(impossible(error)),
    };
    local_time(date, moment).map_err(impossible)
}

/// For each row whether the article ends with it: with an end row, or with one that only such rows follow.
fn endings_of(text: &str, rows: &[Row], words_count: bool) -> Vec<bool> {
    let mut endings = vec![false; rows.len()];
    let mut below = true;
    for (index, row) in rows.iter().enumerate().rev() {
        let before = || index.checked_sub(1).and_then(|before| rows.get(before)).map(|row| row.text(text));
        let row = row.text(text);
        below = endings::is_end_row(row, false) || (below && endings::is_closing_row(row, before(), words_count));
        endings[index] = below;
    }
    endings
}

/// Whether a line can be no part of a paragraph that runs over several.
fn is_fixed(line: &str) -> bool {
    let is_labelled = |stamps: Vec<Stamp>| stamps.first().is_some_and(|stamp| stamp.label.is_some());
    stamp_row(line, 0, line.len()).is_some_and(is_labelled)
        || heading::signed_stamps(line).is_some_and(|signed| is_labelled(signed.stamps))
        || shapes::byline(line).is_some()
        || heading::from_byline(line).is_some()
        || endings::is_end_row(line, false)
        || shapes::speaker_label(line, true, true).is_some()
}
