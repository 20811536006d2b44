//! The file of a record: one way to print it, one way to read it, and its seal.
//!
//! `docs/record.md` describes the JSON. [`print()`] and [`parse`] are each other's inverse; [`complete`] turns a draft that
//! a person wrote by words into a record; [`locate`] leads from a JSON pointer back to the bytes of the file.

mod comparing;
mod layout;
mod parsing;
mod printing;
mod telling;

mod pointers;

mod anchoring;
mod drafts;

#[cfg(test)]
pub(crate) mod arbitrary;

pub use drafts::{DraftError, complete};
pub use parsing::{FiledRecord, MAX_BYTES, RecordFile, RecordFileError, parse};
pub use pointers::{locate, locate_all};
pub use printing::{print, seal};

pub(crate) use anchoring::reanchor;
pub(crate) use drafts::one_line;
pub(crate) use pointers::Path;
pub(crate) use printing::{is_printed, is_sealed, lay_out};

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::document::Document;

    /// What a fenced block of `docs/record.md` holds: the kind of the fence, and how manieth of this kind.
    fn fenced(page: &str, kind: &str, nth: usize) -> std::ops::Range<usize> {
        let fence = format!("\n```{kind}\n");
        let (at, _) = page.match_indices(&fence).nth(nth).unwrap();
        let start = at + fence.len();
        start..start - 1 + page[start - 1..].find("\n```\n").unwrap() + 1
    }

    #[test]
    fn the_example_of_the_manual_is_as_it_says() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/record.md");
        let mut page = fs::read_to_string(&path).unwrap();
        let article = page[fenced(&page, "text", 0)].to_owned();
        let draft = page[fenced(&page, "json", 0)].to_owned();
        let mut record = complete(draft.as_bytes(), &Document::parse(&article), "example").unwrap();
        record.seal = Some(seal(&record));
        let shown = fenced(&page, "json", 1);
        if std::env::var_os("RAPPORTEUR_UPDATE").is_some() {
            page.replace_range(shown.clone(), &print(&record));
            fs::write(&path, &page).unwrap();
        }
        assert_eq!(page[fenced(&page, "json", 1)], print(&record), "run again with RAPPORTEUR_UPDATE=1");
    }
}
