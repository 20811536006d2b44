//! A text read row by row through its three phases, and what its head says.

use std::ops::Range;

use rapporteur_model::{Block, BlockKind, LocalTime, Span};

use crate::{
    rows::{Row, rows},
    rules::{
        byline::{is_byline, is_byline_of_body, is_from_byline, is_name_in_capitals, is_signature, writers},
        caption::{is_caption, round_credit},
        closing_row::is_closing_row,
        closing_split::closing_split,
        dateline::dateline,
        end_row::{is_end_row, is_end_row_of_head},
        headline::{ends_like_sentence, may_be_headline},
        line_under_headline::is_line_under_headline,
        menu::is_menu,
        placed_stamp::{is_dated, is_place_row, placed_stamp, stamps_with_place},
        prefix_date::prefix_date,
        signed_stamps::{SignedStamps, signed_stamps},
        speaker_label::{Admitted, is_counted, speaker_label},
        tag::{tag, tag_at_end},
    },
    stamps::{Sort, Stamps, WrittenMoment, moment_alone, stamps},
    text::{blanks, width},
};

/// A day, minute or month that the head of an article names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Where it is written, from its first item to its last, zone included.
    pub span: Span,
    /// What it says, in local time as written.
    pub value: LocalTime,
    /// Where its zone is written.
    pub zone: Option<Span>,
}

/// What the head of an article says: section Values of `docs/documents.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The date before the headline, its digits the span. A date that does not exist is none.
    pub prefix_date: Option<Moment>,
    /// The headline, trimmed and without the tag at its end.
    pub headline: Option<Span>,
    /// The first stamp with a value that says when the article was published, written or filed.
    pub published: Option<Moment>,
    /// The first stamp with a value that says when it was changed.
    pub updated: Option<Moment>,
    /// The places of the dateline, first to last.
    pub dateline: Option<Span>,
    /// The first byline without `By`.
    pub byline: Option<Span>,
}

/// The blocks of `text`, which tile it.
pub fn blocks(text: &str) -> Vec<Block> {
    let starts = Reader::read(text).starts;
    let ends = starts.iter().map(|&(start, _)| start).skip(1).chain([text.len()]);
    starts.iter().zip(ends).map(|(&(start, kind), end)| Block { kind, span: span(start..end) }).collect()
}

/// What the head of `text` says.
pub fn head(text: &str) -> Head {
    let reader = Reader::read(text);
    let prefix_date = reader
        .prefix_date
        .and_then(|digits| Some(Moment { span: span(digits.clone()), value: text[digits].parse().ok()?, zone: None }));
    let first = |sort: Sort| first_of_sort(&reader.stamps, sort);
    Head {
        prefix_date,
        headline: reader.headline.map(span),
        published: first(Sort::Published),
        updated: first(Sort::Updated),
        dateline: reader.dateline.map(span),
        byline: reader.byline.map(span),
    }
}

fn span(range: Range<usize>) -> Span {
    let offset = |at| u32::try_from(at).expect("a text is shorter than four gibibytes");
    Span::new(offset(range.start), offset(range.end)).expect("a range does not end before it starts")
}

/// The first stamp of the sort that has a value.
fn first_of_sort(stamps: &[(Sort, WrittenMoment)], sort: Sort) -> Option<Moment> {
    stamps.iter().filter(|(its, _)| *its == sort).find_map(|(_, moment)| {
        let value = moment.value(day_first(stamps))?;
        Some(Moment { span: span(moment.span.clone()), value, zone: moment.zone.clone().map(span) })
    })
}

/// Whether days come before months in `D/M/YYYY`: as the dates with only one reading say, unless they contradict.
fn day_first(stamps: &[(Sort, WrittenMoment)]) -> Option<bool> {
    let orders: Vec<bool> = stamps
        .iter()
        .filter_map(|(_, moment)| match moment.readings() {
            (Some(_), None) => Some(true),
            (None, Some(_)) => Some(false),
            _ => None,
        })
        .collect();
    let first = *orders.first()?;
    orders.iter().all(|&order| order == first).then_some(first)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Head,
    Body,
    Tail,
}

/// A row, or the rest of one: trimmed.
#[derive(Clone, Copy)]
struct Piece {
    /// Where a block begins that begins with it: with its line, where it begins the row.
    block_start: usize,
    start: usize,
    end: usize,
}

struct Reader<'a> {
    text: &'a str,
    rows: Vec<Row>,
    /// Whether labels of capitals, names and titled labels count.
    labels_count: bool,
    /// Whether the row before was one of stamps.
    behind_stamps: bool,
    phase: Phase,
    /// Where each block begins.
    starts: Vec<(usize, BlockKind)>,
    prefix_date: Option<Range<usize>>,
    headline: Option<Range<usize>>,
    stamps: Vec<(Sort, WrittenMoment)>,
    dateline: Option<Range<usize>>,
    byline: Option<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn read(text: &'a str) -> Self {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let rows = rows(text, start);
        let counted = rows
            .iter()
            .map(|row| &text[row.trimmed(text)])
            .take_while(|row| !is_end_row(row))
            .skip(1)
            .filter(|row| is_counted(row))
            .count();
        let mut reader = Self {
            text,
            rows,
            labels_count: counted >= 2,
            behind_stamps: false,
            phase: Phase::Head,
            starts: Vec::new(),
            prefix_date: None,
            headline: None,
            stamps: Vec::new(),
            dateline: None,
            byline: None,
        };
        if start > 0 {
            reader.begin(0, BlockKind::Bom);
        }
        let first_row = reader.rows.first().map_or(text.len(), Row::start);
        if start < first_row {
            reader.begin(start, BlockKind::Furniture);
        }
        let mut index = 0;
        while index < reader.rows.len() {
            let stamps = reader.stamps.len();
            index += match reader.phase {
                Phase::Head => reader.read_head(index),
                Phase::Body => reader.read_body(index),
                Phase::Tail => reader.read_tail(index),
            };
            reader.behind_stamps = reader.stamps.len() > stamps;
        }
        reader
    }

    /// Reads a row of the head and says how many rows were read.
    fn read_head(&mut self, index: usize) -> usize {
        let mut piece = self.piece(index);
        let mut follows_prefix_date = false;
        if let Some(digits) = self.rows.first().filter(|_| index == 0).and_then(|_| prefix_date(self.words(piece))) {
            self.prefix_date = Some(piece.start + digits.start..piece.start + digits.end);
            self.begin(piece.block_start, BlockKind::PrefixDate);
            follows_prefix_date = true;
            match self.rest(piece, digits.end) {
                Some(rest) => piece = rest,
                None => return 1,
            }
        }
        while let Some(length) = tag(self.words(piece)) {
            self.begin(piece.block_start, BlockKind::Tag);
            match self.rest(piece, length) {
                Some(rest) => piece = rest,
                None => return 1,
            }
        }
        let words = self.words(piece);
        let labels = Admitted { counted: self.labels_count, slashed: self.headline.is_some() };
        if let Some(stamps) = self.stamps(words, index) {
            return self.take_stamps(piece, stamps, index);
        }
        let below_headline = self.headline.is_some();
        if let Some(signed) = signed_stamps(words) {
            self.take_signed_stamps(piece, signed);
        } else if is_end_row_of_head(words) {
            self.begin(piece.block_start, BlockKind::Furniture);
            self.phase = Phase::Tail;
        } else if is_byline(words) || (below_headline && self.is_heading_byline(words, index)) {
            self.take_byline(piece);
        } else if let Some((moment, places)) = placed_stamp(words).filter(|_| below_headline) {
            self.begin(piece.block_start, BlockKind::Stamp);
            self.stamps.push((Sort::Published, moment.moved_by(piece.start)));
            if let Some(places) = places {
                self.dateline.get_or_insert(piece.start + places.start..piece.start + places.end);
            }
        } else if below_headline && self.behind_stamps && is_place_row(words) {
            self.begin(piece.block_start, BlockKind::Dateline);
            self.dateline.get_or_insert(piece.start..piece.end);
        } else if let Some((stamps, place)) = stamps_with_place(words).filter(|_| below_headline) {
            self.take_stamps_with_place(piece, stamps, place);
        } else if let Some(dateline) = dateline(words, below_headline, below_headline && !self.labels_count) {
            self.begin(piece.block_start, BlockKind::Dateline);
            self.dateline.get_or_insert(piece.start..piece.start + dateline.places_end);
            self.take_rest_as_paragraph(piece, dateline.end, index);
        } else if self.is_caption(words, index) {
            self.begin(piece.block_start, BlockKind::Caption);
        } else if is_menu(words) {
            self.begin(piece.block_start, BlockKind::Furniture);
        } else if let Some(length) = speaker_label(words, labels).filter(|_| index > 0) {
            self.begin(piece.block_start, BlockKind::SpeakerLabel);
            self.take_rest_as_paragraph(piece, length, index);
        } else if self.headline.is_none()
            && may_be_headline(words)
            && (follows_prefix_date || (self.rows.len() > 1 && !ends_like_sentence(words)))
        {
            self.take_headline(piece);
        } else if below_headline && self.is_line_under_headline(words, index) {
            let kind = if self.labels_count { BlockKind::Furniture } else { BlockKind::Headline };
            self.begin(piece.block_start, kind);
        } else {
            let next_is_dated = || index + 1 < self.rows.len() && is_dated(self.row_words(index + 1));
            let is_lead = below_headline
                && self.stamps.is_empty()
                && width(words) <= 250
                && !words.ends_with(':')
                && next_is_dated();
            self.take_paragraph(piece, index);
            if is_lead && self.phase == Phase::Body {
                self.phase = Phase::Head;
            }
        }
        1
    }

    /// Reads a row of the body and says how many rows were read.
    fn read_body(&mut self, index: usize) -> usize {
        let piece = self.piece(index);
        let words = self.words(piece);
        let labels = Admitted { counted: self.labels_count, slashed: true };
        if self.ends_text(index) {
            self.begin(piece.block_start, BlockKind::Furniture);
            self.phase = Phase::Tail;
            return 1;
        }
        if let Some(stamps) = self.stamps(words, index).filter(|stamps| stamps.labelled) {
            return self.take_stamps(piece, stamps, index);
        }
        let before = index.checked_sub(1).map(|before| self.row_words(before));
        if is_byline_of_body(words) || (self.is_last(index) && is_signature(words, before)) {
            self.take_byline(piece);
        } else if self.is_caption(words, index) {
            self.begin(piece.block_start, BlockKind::Caption);
        } else if is_menu(words) {
            self.begin(piece.block_start, BlockKind::Furniture);
        } else if let Some(length) = speaker_label(words, labels).filter(|_| index > 0) {
            self.begin(piece.block_start, BlockKind::SpeakerLabel);
            self.take_rest_as_paragraph(piece, length, index);
        } else {
            self.take_paragraph(piece, index);
        }
        1
    }

    /// Reads a row of the tail, line by line.
    fn read_tail(&mut self, index: usize) -> usize {
        for line in self.rows[index].lines.clone() {
            self.begin(line.start, BlockKind::Furniture);
        }
        1
    }

    fn begin(&mut self, start: usize, kind: BlockKind) {
        self.starts.push((start, kind));
    }

    fn piece(&self, index: usize) -> Piece {
        let row = &self.rows[index];
        let trimmed = row.trimmed(self.text);
        Piece { block_start: row.start(), start: trimmed.start, end: trimmed.end }
    }

    fn words(&self, piece: Piece) -> &'a str {
        &self.text[piece.start..piece.end]
    }

    /// What is left of the piece behind the first `length` bytes and the blanks after them.
    fn rest(&self, piece: Piece, length: usize) -> Option<Piece> {
        let start = piece.start + length;
        let start = start + blanks(&self.text[start..piece.end]);
        (start < piece.end).then_some(Piece { block_start: start, start, end: piece.end })
    }

    /// Whether no row follows before the tail or the end of the text.
    fn is_last(&self, index: usize) -> bool {
        index + 1 == self.rows.len() || self.ends_text(index + 1)
    }

    /// Whether the row is an end row, or a closing row that nothing else follows.
    fn ends_text(&self, index: usize) -> bool {
        let mut at = index;
        while at < self.rows.len() && !is_end_row(self.row_words(at)) {
            let before = at.checked_sub(1).map(|before| self.row_words(before));
            if !is_closing_row(self.row_words(at), before, !self.labels_count) {
                return false;
            }
            at += 1;
        }
        true
    }

    fn row_words(&self, index: usize) -> &'a str {
        &self.text[self.rows[index].trimmed(self.text)]
    }

    fn is_heading_byline(&self, words: &str, index: usize) -> bool {
        let beside_stamp =
            || self.behind_stamps || (index + 1 < self.rows.len() && stamps(self.row_words(index + 1)).is_some());
        is_from_byline(words) || (!self.labels_count && is_name_in_capitals(words) && beside_stamp())
    }

    fn is_line_under_headline(&self, words: &str, index: usize) -> bool {
        let after: Vec<&str> = (index + 1..self.rows.len()).take(3).map(|row| self.row_words(row)).collect();
        is_line_under_headline(words, &after)
    }

    fn take_stamps_with_place(&mut self, piece: Piece, stamps: Stamps, place: usize) {
        for (number, stamp) in stamps.stamps.into_iter().enumerate() {
            self.begin(if number == 0 { piece.block_start } else { piece.start + stamp.start }, BlockKind::Stamp);
            self.stamps.extend(stamp.moment.map(|moment| (stamp.sort, moment.moved_by(piece.start))));
        }
        self.begin(piece.start + place, BlockKind::Dateline);
        self.dateline.get_or_insert(piece.start + place..piece.end);
    }

    fn take_signed_stamps(&mut self, piece: Piece, signed: SignedStamps) {
        let mut starts: Vec<(usize, BlockKind)> =
            signed.stamps.stamps.iter().map(|stamp| (stamp.start, BlockKind::Stamp)).collect();
        starts.push((signed.byline, BlockKind::Byline));
        starts.sort_by_key(|&(start, _)| start);
        for (number, (start, kind)) in starts.into_iter().enumerate() {
            self.begin(if number == 0 { piece.block_start } else { piece.start + start }, kind);
        }
        let moments = signed.stamps.stamps.into_iter().filter_map(|stamp| Some((stamp.sort, stamp.moment?)));
        self.stamps.extend(moments.map(|(sort, moment)| (sort, moment.moved_by(piece.start))));
        self.byline.get_or_insert(piece.start + signed.writers.start..piece.start + signed.writers.end);
    }

    /// Whether the row is a caption where it stands: one with a credit in round brackets may not be the last.
    fn is_caption(&self, words: &str, index: usize) -> bool {
        is_caption(words) && (round_credit(words).is_none() || !self.is_last(index))
    }

    /// The stamps of a row that holds nothing else; a label without a moment needs the next row, of one line, for it.
    fn stamps(&self, words: &str, index: usize) -> Option<Stamps> {
        let next_is_moment = || {
            let next = self.rows.get(index + 1).filter(|row| row.lines.len() == 1);
            next.is_some_and(|row| moment_alone(&self.text[row.trimmed(self.text)]).is_some())
        };
        stamps(words).filter(|stamps| !stamps.lack_moment() || next_is_moment())
    }

    /// Takes a row of stamps and says how many rows were read.
    fn take_stamps(&mut self, piece: Piece, stamps: Stamps, index: usize) -> usize {
        let mut read = if stamps.lack_moment() { 2 } else { 1 };
        let last = stamps.stamps.len() - 1;
        for (number, stamp) in stamps.stamps.into_iter().enumerate() {
            let start = if number == 0 { piece.block_start } else { piece.start + stamp.start };
            self.begin(start, BlockKind::Stamp);
            let moment = stamp.moment.map(|moment| moment.moved_by(piece.start)).or_else(|| {
                let next = self.piece(index + 1);
                moment_alone(self.words(next)).map(|moment| moment.moved_by(next.start))
            });
            let joined = moment.as_ref().filter(|_| number == last && read == 1).and_then(|moment| {
                let next = self.rows.get(index + 1).filter(|row| row.lines.len() == 1)?.trimmed(self.text);
                moment.joined_with(&moment_alone(&self.text[next.clone()])?.moved_by(next.start))
            });
            read += usize::from(joined.is_some());
            self.stamps.extend(joined.or(moment).map(|moment| (stamp.sort, moment)));
        }
        read
    }

    fn take_byline(&mut self, piece: Piece) {
        self.begin(piece.block_start, BlockKind::Byline);
        let start = piece.start + writers(self.words(piece));
        self.byline.get_or_insert(start..piece.end);
    }

    fn take_headline(&mut self, piece: Piece) {
        self.begin(piece.block_start, BlockKind::Headline);
        let words = self.words(piece);
        let tag = tag_at_end(words);
        self.headline = Some(piece.start..piece.start + words[..tag.unwrap_or(words.len())].trim_end().len());
        if let Some(at) = tag {
            self.begin(piece.start + at, BlockKind::Tag);
        }
    }

    fn take_rest_as_paragraph(&mut self, piece: Piece, length: usize, index: usize) {
        self.phase = Phase::Body;
        if let Some(rest) = self.rest(piece, length) {
            self.take_paragraph(rest, index);
        }
    }

    fn take_paragraph(&mut self, piece: Piece, index: usize) {
        self.begin(piece.block_start, BlockKind::Paragraph);
        let split = closing_split(self.words(piece), self.is_last(index));
        for at in [split.credit, split.end_mark].into_iter().flatten() {
            self.begin(piece.start + at, BlockKind::Furniture);
        }
        self.phase = if split.end_mark.is_some() { Phase::Tail } else { Phase::Body };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, kinds, shown_blocks, shown_head};

    #[test]
    fn texts_without_words() {
        assert_eq!(blocks(""), []);
        check("\u{feff}", "bom|\u{feff}");
        check("\u{feff}\n \nText", "bom|\u{feff}\nfurniture|⏎ ⏎\nparagraph|Text");
        check("\r\n", "furniture|␍⏎");
    }

    #[test]
    fn a_block_owns_its_indentation_and_the_blank_lines_after_it() {
        check("  A title\r\n\r\n\tText \r\r", "headline|  A title␍⏎␍⏎\nparagraph|\tText ␍␍");
    }

    #[test]
    fn the_values_of_a_head() {
        let text = "date 2025-10-30 Lee meets Carney (LEAD)\nBy Kim\nPublished: Oct. 30, 2025 3:30 pm KST | Updated: 2025-10-31\n\
                    SEOUL, Oct. 30 (Yonhap) -- Text.\nkim@yna.co.kr\n";
        assert_eq!(kinds(text), "dhtysslpy");
        assert_eq!(
            shown_head(text),
            "prefix_date|2025-10-30|2025-10-30|\n\
             published|2025-10-30T15:30|Oct. 30, 2025 3:30 pm KST|KST\n\
             updated|2025-10-31|2025-10-31|\n\
             headline|Lee meets Carney\n\
             dateline|SEOUL\n\
             byline|Kim"
        );
    }

    #[test]
    fn the_first_stamp_with_a_value_counts() {
        assert_eq!(
            shown_head("A\nPublished: 31 Feb. 2025\nPosted 15:30\nFiled: 1 Mar. 2025\nIssued: 2 Mar. 2025\nText."),
            "published|2025-03-01|1 Mar. 2025|\nheadline|A"
        );
    }

    #[test]
    fn another_numeric_date_gives_the_order() {
        let published = |text: &str| shown_head(text).lines().next().unwrap_or_default().to_owned();
        assert_eq!(published("A\nPublished: 5/6/2025\nText."), "headline|A");
        assert_eq!(published("A\nPublished: 5/6/2025 | Updated: 13/6/2025\nText."), "published|2025-06-05|5/6/2025|");
        assert_eq!(published("A\nPublished: 5/6/2025 | Updated: 6/13/2025\nText."), "published|2025-05-06|5/6/2025|");
        assert_eq!(
            published("A\nPublished: 5/6/2025 | Updated: 6/13/2025 | Updated: 13/6/2025\nText."),
            "updated|2025-06-13|6/13/2025|"
        );
    }

    #[test]
    fn a_prefix_date_that_does_not_exist_has_no_value() {
        assert_eq!(shown_head("date 2025-02-30 A"), "headline|A");
        assert_eq!(shown_head("date 2025-02 A"), "prefix_date|2025-02|2025-02|\nheadline|A");
    }

    #[test]
    fn a_label_takes_the_moment_of_the_next_line() {
        assert_eq!(
            shown_head("A\nPublished:\n| 30 Oct. 2025 KST\nText."),
            "published|2025-10-30|30 Oct. 2025 KST|KST\nheadline|A"
        );
    }

    #[test]
    fn the_seed() {
        let seed = include_str!("../../../seeds/000_44616b36b33d74b3.txt");
        assert_eq!(kinds(seed), format!("dhs{}", "p".repeat(seed.lines().count() - 2)));
    }

    /// Texts put together from pieces that the rules look for, so that they meet in ways nobody thinks of.
    #[test]
    fn any_text_is_tiled() {
        #[rustfmt::skip]
        let pieces = [
            "\n", "\n", "\r\n", "\r", " ", " ", "\u{3000}", "\u{feff}", "date 2025-10-30 ", "(LEAD) ", "URGENT: ", "Published",
            ": ", "30 Oct. 2025", "2025-10-30T15:30:00", "+0900", " - ", "--", "—", "(END)", "END", "###", "By Kim", "by AFP",
            "- KIM SOO", "kim@yna.co.kr", "Photo :", "Lee and Carney shake hands ", "(Yonhap)", "[YONHAP]", "Home > News",
            "SEOUL", ", ", "/", ", Oct. 30", "KIM: ", "Q. ", "The President. ", "Lee Jae / President", "They met.", "é", "😀", "’",
            "The two leaders met on Thursday for about an hour and then had", "x", ".", "“", "\"", "''", "1",
        ];
        let mut state = 1_u64;
        let mut below = |limit: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % limit
        };
        for _ in 0..2000 {
            let text: String = (0..below(40)).map(|_| pieces[below(pieces.len())]).collect();
            shown_blocks(&text);
            shown_head(&text);
            for (start, end) in crate::quotations(&text) {
                assert!(!text[start..end].is_empty(), "{text:?}");
            }
        }
    }
}
