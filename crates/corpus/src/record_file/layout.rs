use super::telling::{Listener, Told};

/// The widest line on which a whole array or object is printed, in characters.
pub(super) const WIDTH: usize = 120;

/// JSON as it is laid out in the canonical form, printed while it is told.
///
/// A container begins on one line. It is broken into a line an item as soon as an item turns out to hold others, or at
/// its end where it has become too wide. Those around it have been broken before.
#[derive(Default)]
pub(super) struct Layout {
    out: String,
    open: Vec<Container>,
    /// Where the items begin of those containers that stand on one line, the outer ones' first.
    items: Vec<usize>,
}

/// An array or object whose end has not been told yet.
struct Container {
    brackets: [&'static str; 2],
    /// How many items it has. The bracket is printed with the first.
    count: usize,
    /// Where its bracket stands.
    start: usize,
    /// How many characters stand before the bracket on its line.
    used: usize,
    /// Where its last item begins.
    last: usize,
    /// Where its items begin in the list of them.
    items: usize,
    is_broken: bool,
}

impl Layout {
    /// What was printed, with the end of its last line.
    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// Gives each item of the container at `depth` a line.
    fn break_up(&mut self, depth: usize) {
        let container = &mut self.open[depth];
        if container.is_broken {
            return;
        }
        container.is_broken = true;
        let line = self.out.split_off(container.start + 1);
        let starts = &self.items[container.items..];
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(container.start + 1 + line.len(), |next| next - ", ".len());
            new_line(index, depth + 1, &mut self.out);
            container.last = self.out.len();
            self.out.push_str(&line[start - container.start - 1..end - container.start - 1]);
        }
        self.items.truncate(container.items);
    }
}

impl Listener for Layout {
    fn piece(&mut self, piece: &str) -> Told {
        self.out.push_str(piece);
        Ok(())
    }

    fn digits(&mut self, digits: &[u8]) -> Told {
        self.out.extend(digits.iter().copied().map(char::from));
        Ok(())
    }

    fn begin(&mut self, brackets: [&'static str; 2]) {
        let items = self.items.len();
        self.open.push(Container { brackets, count: 0, start: 0, used: 0, last: 0, items, is_broken: false });
    }

    fn item(&mut self) -> Told {
        let Some(depth) = self.open.len().checked_sub(1) else { return Ok(()) };
        if self.open[depth].count == 0 {
            if let Some(outer) = depth.checked_sub(1) {
                self.break_up(outer);
                self.open[depth].used = 2 * depth + self.out[self.open[outer].last..].chars().count();
            }
            // Breaking up the outer one has done away with its items.
            self.open[depth].items = self.items.len();
            self.open[depth].start = self.out.len();
            self.out.push_str(self.open[depth].brackets[0]);
        }
        let container = &mut self.open[depth];
        if container.is_broken {
            new_line(container.count, depth + 1, &mut self.out);
        } else {
            self.out.push_str(if container.count > 0 { ", " } else { "" });
            self.items.push(self.out.len());
        }
        container.last = self.out.len();
        container.count += 1;
        Ok(())
    }

    fn end(&mut self) -> Told {
        let Some(depth) = self.open.len().checked_sub(1) else { return Ok(()) };
        let Container { brackets, count, start, used, .. } = self.open[depth];
        if count == 0 {
            self.out.extend(brackets);
        } else {
            if !self.open[depth].is_broken {
                // With the bracket, and with the comma that may follow it.
                if used + self.out[start..].chars().count() + 1 >= WIDTH {
                    self.break_up(depth);
                }
            }
            if self.open[depth].is_broken {
                end_line(depth, &mut self.out);
            }
            self.out.push_str(brackets[1]);
        }
        self.items.truncate(self.open[depth].items);
        self.open.pop();
        Ok(())
    }
}

fn new_line(index: usize, depth: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
    end_line(depth, out);
}

fn end_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}
