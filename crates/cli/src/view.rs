//! An article with what was read in it, for people.
//!
//! Every sentence stands on lines of its own. Under its words a row shows what they are: `~` the content of a
//! statement, beginning with the statement's id, `=` a speaker, `^` a cue. Under that stands, line by line, what the
//! record says of the sentence. After the article come the people, the summits and the quantities.
//!
//! Beside a reviewed record, a line that begins with `+` is something that only the record says, one that begins with
//! `-` something that only the reviewed record says.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use anstyle::{AnsiColor, Style};
use rapporteur_corpus::{document::Document, reading};
use rapporteur_model::{BlockKind, Record, Span};
use unicode_width::UnicodeWidthChar;

use crate::{
    escape,
    facts::{Fact, Naming, Topic, facts},
};

/// How a view looks.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The width of a line in columns.
    pub width: usize,
    /// Whether to use colours.
    pub colour: bool,
}

impl Default for Options {
    /// 100 columns without colours: the form that is kept and compared.
    fn default() -> Self {
        Self { width: 100, colour: false }
    }
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Content,
    Speaker,
    Cue,
}

impl Mark {
    const fn fill(self) -> char {
        match self {
            Self::Content => '~',
            Self::Speaker => '=',
            Self::Cue => '^',
        }
    }

    const fn style(self) -> Style {
        match self {
            Self::Content => AnsiColor::Green.on_default(),
            Self::Speaker => AnsiColor::Cyan.on_default().bold(),
            Self::Cue => AnsiColor::Yellow.on_default(),
        }
    }
}

const QUIET: Style = Style::new().dimmed();
const TITLE: Style = Style::new().bold();
const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();

/// A fact with its departure from the reviewed record.
struct Line {
    fact: Fact,
    sign: char,
    /// Lines to stand below, escaped.
    notes: Vec<String>,
}

/// Shows `record` on its `text`, with its departures from a reviewed record marked.
///
/// The same arguments give the same view. A record that does not fit the text does no harm: what lies outside is left
/// out of the marks and still stands in the lines.
pub fn render(text: &str, record: &Record, reviewed: Option<&Record>, options: &Options) -> String {
    render_lines(text, record, compared(record, reviewed), options)
}

/// Shows `record` on its `text`, with `notes` below each of its statements: their lines, escaped, a list a statement.
pub fn render_with_notes(text: &str, record: &Record, notes: &[Vec<String>], options: &Options) -> String {
    let mut lines = compared(record, None);
    // The facts of statements are in the record's order.
    let statements = lines.iter_mut().filter(|line| line.fact.topic == Topic::Statement);
    for (line, notes) in statements.zip(notes) {
        line.notes.clone_from(notes);
    }
    render_lines(text, record, lines, options)
}

fn render_lines(text: &str, record: &Record, mut lines: Vec<Line>, options: &Options) -> String {
    let mut view = View { out: String::new(), options: *options, text, labels: labels(text, record) };
    lines.sort_by_key(|line| (line.fact.at, line.fact.topic));
    let (tables, inline): (Vec<Line>, Vec<Line>) = lines
        .into_iter()
        .filter(|line| line.sign != ' ' || !matches!(line.fact.topic, Topic::Block | Topic::Mention))
        .partition(|line| matches!(line.fact.topic, Topic::Person | Topic::Summit | Topic::Quantity));

    let mut pending = inline.iter().peekable();
    let pieces = pieces(text, record);
    let mut above = None;
    for (index, (kind, span)) in pieces.iter().enumerate() {
        // What a page puts around an article stands together, like the lines of a menu.
        if let Some(kind) = kind.filter(|kind| above != Some(BlockKind::Furniture) || *kind != BlockKind::Furniture) {
            view.title(kind, index > 0);
        }
        above = kind.or(above);
        view.sentence(*span);
        let last = index + 1 == pieces.len();
        while let Some(line) = pending.next_if(|line| last || line.fact.at < span.end()) {
            view.line("  ", line);
        }
    }
    // Without a sentence there is nothing to stand under.
    pending.for_each(|line| view.line("  ", line));
    for (title, topic) in [("people", Topic::Person), ("summits", Topic::Summit), ("quantities", Topic::Quantity)] {
        let rows: Vec<&Line> = tables.iter().filter(|line| line.fact.topic == topic).collect();
        if !rows.is_empty() {
            view.heading(title);
            for row in rows {
                view.line("", row);
            }
        }
    }
    view.out
}

/// The record's facts and those of the reviewed record that it lacks.
fn compared(record: &Record, reviewed: Option<&Record>) -> Vec<Line> {
    let Some(reviewed) = reviewed else {
        let own = facts(record, &Naming::own(record));
        return own.into_iter().map(|fact| Line { fact, sign: ' ', notes: Vec::new() }).collect();
    };
    let ours = facts(record, &Naming::after(record, reviewed));
    let theirs = facts(reviewed, &Naming::own(reviewed));
    let keys = |facts: &[Fact]| facts.iter().map(|fact| fact.key.clone()).collect::<BTreeSet<String>>();
    let (our_keys, their_keys) = (keys(&ours), keys(&theirs));
    let missing = theirs.into_iter().filter(|fact| !our_keys.contains(&fact.key));
    let missing = missing.map(|fact| Line { fact, sign: '-', notes: Vec::new() }).collect::<Vec<_>>();
    let sign = |fact: &Fact| if their_keys.contains(&fact.key) { ' ' } else { '+' };
    let mut lines: Vec<Line> =
        ours.into_iter().map(|fact| Line { sign: sign(&fact), fact, notes: Vec::new() }).chain(missing).collect();
    // Two facts can differ in nothing but their places, which the lines leave out: then the keys tell them apart.
    let departures = lines.iter().filter(|line| line.sign != ' ');
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    departures.for_each(|line| *counts.entry(line.fact.line.clone()).or_default() += 1);
    for line in lines.iter_mut().filter(|line| line.sign != ' ' && counts[&line.fact.line] > 1) {
        let key = format!(" {{{}}}", escape::text(&line.fact.key));
        line.fact.line.push_str(&key);
    }
    lines
}

/// The sentences, each block's first with the block's kind. Together they hold everything that is not blank.
fn pieces(text: &str, record: &Record) -> Vec<(Option<BlockKind>, Span)> {
    let sentences = reading::sentences(&Document::parse(text));
    let mut pieces = Vec::new();
    for block in &record.article.blocks {
        let from = sentences.partition_point(|sentence| sentence.start() < block.span.start());
        let inside = sentences[from..].iter().take_while(|sentence| sentence.end() <= block.span.end());
        // A piece runs to where the next sentence begins, so that nothing between the two is lost.
        let begins: Vec<u32> = inside.skip(1).map(|sentence| sentence.start()).collect();
        let starts = std::iter::once(block.span.start()).chain(begins.iter().copied());
        let ends = begins.iter().copied().chain([block.span.end()]);
        let spans = starts.zip(ends).filter_map(|(start, end)| Span::new(start, end).ok());
        pieces.extend(spans.enumerate().map(|(index, span)| ((index == 0).then_some(block.kind), span)));
    }
    pieces
}

/// A stretch with its mark, and the id that opens it.
struct Label {
    span: Span,
    mark: Mark,
    id: Option<String>,
}

/// What is marked, in the order of marking: what lies inside something else comes later and shows.
fn labels(text: &str, record: &Record) -> Vec<Label> {
    let mut labels = Vec::new();
    for statement in &record.statements {
        let id = Some(statement.id.to_string());
        labels.extend(statement.parts.iter().map(|part| Label {
            span: part.span,
            mark: Mark::Content,
            id: id.clone(),
        }));
        let speaker = statement.speaker.as_ref().map(|party| (party.anchor.span, Mark::Speaker));
        let cue = statement.cue.as_ref().map(|cue| (cue.span, Mark::Cue));
        labels.extend([speaker, cue].into_iter().flatten().map(|(span, mark)| Label { span, mark, id: None }));
    }
    labels.retain(|label| label.span.slice(text).is_some());
    labels.sort_by_key(|label| std::cmp::Reverse(label.span.len()));
    labels
}

/// A character ready to be printed.
struct Cell {
    shown: String,
    width: usize,
    blank: bool,
    mark: Option<Mark>,
    under: String,
}

struct View<'a> {
    out: String,
    options: Options,
    text: &'a str,
    labels: Vec<Label>,
}

impl View<'_> {
    fn painted(&mut self, style: Style, words: &str) {
        if self.options.colour && !words.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(self.out, "{style}{words}{style:#}");
        } else {
            self.out.push_str(words);
        }
    }

    fn title(&mut self, kind: BlockKind, apart: bool) {
        if apart {
            self.out.push('\n');
        }
        if kind != BlockKind::Paragraph {
            let name = serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned));
            self.painted(QUIET, &format!("[{}]", name.unwrap_or_default()));
            self.out.push('\n');
        }
    }

    fn heading(&mut self, title: &str) {
        self.out.push('\n');
        self.painted(TITLE, title);
        self.out.push('\n');
    }

    fn line(&mut self, indent: &str, line: &Line) {
        let style = match line.sign {
            '+' => ADDED,
            '-' => REMOVED,
            _ if indent.is_empty() => Style::new(),
            _ => QUIET,
        };
        self.painted(style, &format!("{} {indent}{}", line.sign, line.fact.line));
        self.out.push('\n');
        for note in &line.notes {
            self.painted(QUIET, &format!("  {indent}   {note}"));
            self.out.push('\n');
        }
    }

    /// The words of a sentence, wrapped, each line with its row of marks.
    fn sentence(&mut self, span: Span) {
        let cells = self.cells(span);
        let mut rest = cells.as_slice();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(line_end(rest, self.options.width));
            self.words(line);
            self.marks(line);
            let blanks = after.iter().take_while(|cell| cell.blank).count();
            rest = &after[blanks..];
        }
    }

    fn words(&mut self, line: &[Cell]) {
        for run in line.chunk_by(|one, other| one.mark == other.mark) {
            let words: String = run.iter().map(|cell| cell.shown.as_str()).collect();
            self.painted(run[0].mark.map_or(Style::new(), Mark::style), &words);
        }
        self.out.push('\n');
    }

    fn marks(&mut self, line: &[Cell]) {
        if let Some(last) = line.iter().rposition(|cell| cell.mark.is_some()) {
            let row: String = line[..=last].iter().map(|cell| cell.under.as_str()).collect();
            self.painted(QUIET, &row);
            self.out.push('\n');
        }
    }

    fn cells(&self, span: Span) -> Vec<Cell> {
        let words = span.slice(self.text).unwrap_or_default();
        let lead = words.len() - words.trim_start().len();
        let trimmed = words.trim();
        let start = span.start() as usize + lead;
        let mut cells: Vec<Cell> = Vec::with_capacity(trimmed.len());
        let mut places = Vec::with_capacity(trimmed.len());
        for (at, character) in trimmed.char_indices() {
            let blank = character.is_whitespace();
            let shown =
                if blank { " ".to_owned() } else { escape::text(character.encode_utf8(&mut [0; 4])).into_owned() };
            let width = if shown.chars().nth(1).is_some() { shown.len() } else { character.width().unwrap_or(0) };
            let width = if blank { 1 } else { width };
            cells.push(Cell { shown, width, blank, mark: None, under: " ".repeat(width) });
            places.push(start + at);
        }
        let end = start + trimmed.len();
        for label in &self.labels {
            let range = label.span.range();
            if range.end <= start || end <= range.start {
                continue;
            }
            let (from, to) = (
                places.partition_point(|&place| place < range.start),
                places.partition_point(|&place| place < range.end),
            );
            let mut id = label.id.iter().filter(|_| start <= range.start).flat_map(|id| id.chars());
            for cell in &mut cells[from..to] {
                cell.mark = Some(label.mark);
                cell.under = (0..cell.width).map(|_| id.next().unwrap_or(label.mark.fill())).collect();
            }
        }
        cells
    }
}

/// How many of the cells fit on a line: up to a blank where there is one.
fn line_end(cells: &[Cell], width: usize) -> usize {
    let (mut used, mut last_blank) = (0, None);
    for (index, cell) in cells.iter().enumerate() {
        if cell.blank {
            last_blank = Some(index);
        }
        if used + cell.width > width && index > 0 {
            return last_blank.filter(|&blank| blank > 0).unwrap_or(index);
        }
        used += cell.width;
    }
    cells.len()
}

#[cfg(test)]
mod tests {
    use rapporteur_model::{Excerpt, Statement, StatementId, StatementKind};

    use super::*;

    fn record(text: &str, parts: &[&str]) -> Record {
        let mut record = reading::read(&Document::parse(text), "a").record;
        record.people.clear();
        record.summits.clear();
        record.quantities.clear();
        record.statements = (parts.iter().enumerate())
            .map(|(index, part)| {
                let start = u32::try_from(text.find(part).unwrap()).unwrap();
                let span = Span::new(start, start + u32::try_from(part.len()).unwrap()).unwrap();
                Statement {
                    id: StatementId::from_index(index),
                    kind: StatementKind::Direct,
                    speaker: None,
                    cue: None,
                    addressee: None,
                    parts: vec![Excerpt::of(text, span).unwrap()],
                    continues: None,
                    replies_to: None,
                    within: None,
                    summit: None,
                    polarity: rapporteur_model::Anchored::default(),
                }
            })
            .collect();
        record
    }

    #[test]
    fn marks_stand_under_their_words() {
        let text = "He said: “大統領 is in\u{1b} 😀 town,” and so it was.";
        let view = render(text, &record(text, &["“大統領 is in\u{1b} 😀 town,”"]), None, &Options::default());
        assert!(view.contains("“大統領 is in\\u{1b} 😀 town,” and so"), "{view}");
        assert!(view.contains(&format!("\n         s1{}\n", "~".repeat(27))), "{view}");
    }

    #[test]
    fn lines_are_no_wider_than_asked() {
        let text = "They met: “word word word” wordwordwordwordwordwordwordword.";
        let view = render(text, &record(text, &["“word word word”"]), None, &Options { width: 12, colour: false });
        let expected = "They met:\n“word word\ns1~~~~~~~~\nword”\n~~~~~\nwordwordword\nwordwordword\nwordword.\n";
        assert!(view.starts_with(expected), "{view}");
    }

    #[test]
    fn departures_from_a_reviewed_record_are_marked() {
        let text = "“One.” “Two.” “Three.”";
        let (ours, theirs) = (record(text, &["“One.”", "“Two.”"]), record(text, &["“Two.”", "“Three.”"]));
        let view = render(text, &ours, Some(&theirs), &Options::default());
        let signs: Vec<&str> = view.lines().filter(|line| line.contains("direct:")).collect();
        assert_eq!(
            signs,
            ["+   s1 direct: nobody “One.”", "    s2 direct: nobody “Two.”", "-   s2 direct: nobody “Three.”"],
            "{view}"
        );
    }

    #[test]
    fn a_record_that_does_not_fit_the_text_does_no_harm() {
        let text = "“One.” “Two.”";
        let record = record(text, &["“One.”", "“Two.”"]);
        for other in ["", "é", "“One"] {
            render(other, &record, Some(&record), &Options { width: 1, colour: true });
        }
    }
}
