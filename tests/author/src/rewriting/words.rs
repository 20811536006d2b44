use core::cmp::Reverse;

/// A text in which words have been replaced, and where its places went.
pub(super) struct Rewritten {
    pub(super) text: String,
    /// The replaced ranges and what they became: old start, old end, new start, new end.
    replaced: Vec<[u32; 4]>,
}

impl Rewritten {
    /// Replaces, from left to right, the longest of the old words that stands at a place.
    pub(super) fn new(text: &str, words: &[(String, String)]) -> Self {
        let mut longest_first: Vec<&(String, String)> = words.iter().filter(|(old, _)| !old.is_empty()).collect();
        longest_first.sort_by_key(|(old, _)| Reverse(old.len()));

        let mut out = String::with_capacity(text.len());
        let mut replaced = Vec::new();
        let mut index = 0;
        while let Some(next) = text[index..].chars().next() {
            let found = longest_first.iter().find(|(old, _)| stands_at(text, index, old));
            if let Some((old, new)) = found {
                let start = out.len();
                out.push_str(new);
                replaced.push([index, index + old.len(), start, out.len()].map(offset));
                index += old.len();
            } else {
                out.push(next);
                index += next.len_utf8();
            }
        }
        Self { text: out, replaced }
    }

    /// Where what began at `old` begins.
    pub(super) fn start(&self, old: u32) -> u32 {
        self.place(old, |new_start, _| new_start)
    }

    /// Where what ended at `old` ends.
    pub(super) fn end(&self, old: u32) -> u32 {
        self.place(old, |_, new_end| new_end)
    }

    fn place(&self, old: u32, inside: impl Fn(u32, u32) -> u32) -> u32 {
        let before = self.replaced.partition_point(|&[old_start, ..]| old_start < old);
        match before.checked_sub(1).map(|last| self.replaced[last]) {
            None => old,
            Some([_, old_end, new_start, new_end]) if old < old_end => inside(new_start, new_end),
            Some([_, old_end, _, new_end]) => new_end + (old - old_end),
        }
    }
}

fn offset(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Whether `words` stand in `text` at byte `index` with no letter or digit of a longer word directly beside them.
fn stands_at(text: &str, index: usize, words: &str) -> bool {
    let joined = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
    };
    let Some(rest) = text[index..].strip_prefix(words) else { return false };
    !joined(text[..index].chars().next_back(), words.chars().next())
        && !joined(rest.chars().next(), words.chars().next_back())
}
