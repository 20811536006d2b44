//! Findings as a compiler prints them.

use std::{fmt::Write as _, ops::Range};

use annotate_snippets::{AnnotationKind, Element, Group, Level as Shown, Origin, Renderer, Snippet};
use rapporteur_corpus::checking::Level;

use super::{Finding, Look, Site, brief, option};
use crate::escape;

pub(super) fn print(finding: &Finding<'_>, look: &Look) -> String {
    let level = if finding.level == Level::Deny { Shown::ERROR } else { Shown::WARNING };
    let mut title = level.primary_title(told(finding.message));
    if let Some(rule) = finding.rule {
        title = title.id(rule.name);
    }
    let mut group: Group<'_> = Group::with_title(title);
    let mut origins = Vec::new();
    for (label, site) in &finding.labels {
        let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = told(&label.text);
        let name = &site.sheet.name;
        let Some(window) = window(site) else {
            group = group.element(Element::Origin(Origin::path(name.clone())));
            if !text.is_empty() {
                group = group.element(Shown::NOTE.message(text));
            }
            continue;
        };
        let annotation = kind.span(window.mark).label((!text.is_empty()).then_some(text));
        // The renderer counts columns in the window, so the place in the file is put in afterwards.
        let snippet = Snippet::source(window.words).path(stand_in(origins.len())).line_start(window.line);
        origins.push(format!("{name}:{}:{}", window.line, window.column));
        group = group.element(snippet.annotation(annotation));
    }
    for (name, words) in [("expected", finding.expected), ("found", finding.found)] {
        if let Some(words) = words {
            group = group.element(Shown::NOTE.with_name(name).message(told(words)));
        }
    }
    for note in finding.notes {
        group = group.element(Shown::NOTE.message(told(note)));
    }
    if let Some(help) = finding.help {
        group = group.element(Shown::HELP.message(told(help)));
    }
    if let Some(fix) = finding.fix {
        let message = format!("{} ({})", fix.title, option(fix));
        group = group.element(Shown::HELP.with_name("fix").message(told(&message)));
    }
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = renderer.term_width(look.width).render(&[group]);
    for (index, origin) in origins.iter().enumerate() {
        out = with_origin(&out, &stand_in(index), origin);
    }
    out.push_str("\n\n");
    out
}

/// What is said of a finding, as it is safe to print and short enough to be read.
fn told(words: &str) -> String {
    escape::text(&brief(words)).into_owned()
}

/// What stands for a place until the report is rendered. No escaped text holds this character.
fn stand_in(index: usize) -> String {
    format!("\u{1}{index}\u{1}")
}

/// The report with the place in the file instead of its stand-in and the line and column after it.
fn with_origin(report: &str, stand_in: &str, origin: &str) -> String {
    let Some((before, after)) = report.split_once(stand_in) else { return report.to_owned() };
    let after = after.trim_start_matches(|character: char| character == ':' || character.is_ascii_digit());
    [before, origin, after].concat()
}

/// The part of a line that is shown.
struct Window {
    line: usize,
    column: usize,
    words: String,
    mark: Range<usize>,
}

/// The first line of the place, as far as it lies round it; `None` where the whole file is meant.
fn window(site: &Site<'_>) -> Option<Window> {
    /// Bytes shown before and after the words.
    const AROUND: usize = 80;
    /// Bytes of the words.
    const MOST: usize = 240;

    let bytes = site.sheet.bytes;
    let range = site.range.as_ref()?;
    let (start, end) = (range.start.min(bytes.len()), range.end.min(bytes.len()));
    let position = site.sheet.lines().position(start);
    let line_start = site.sheet.lines().line(position.line).start.min(start);
    let from = boundary(bytes, line_start.max(start.saturating_sub(AROUND)));
    let furthest = bytes.len().min(end.clamp(start, start.saturating_add(MOST)).saturating_add(AROUND));
    let line_end = bytes[start..furthest].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    let to = line_end.map_or_else(|| boundary(bytes, furthest), |length| start + length).max(start);
    let mark = start - from..end.clamp(start, to.max(start)) - from;
    let (shown, mark) = escape::marked(&bytes[from..to], mark);
    let before = if from > line_start { "…" } else { "" };
    let after = if line_end.is_none() && to < bytes.len() { "…" } else { "" };
    let shift = before.len();
    let mut words = String::with_capacity(shown.len() + 6);
    let _ = write!(words, "{before}{shown}{after}");
    Some(Window { line: position.line, column: position.column, words, mark: mark.start + shift..mark.end + shift })
}

/// The beginning of the character in which offset `at` lies.
fn boundary(bytes: &[u8], at: usize) -> usize {
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000);
    (at.saturating_sub(3)..=at).rev().find(|&at| !is_inside(at)).unwrap_or(at)
}
