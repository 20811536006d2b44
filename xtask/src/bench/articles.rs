//! The articles to measure with.

use std::{
    error::Error,
    fmt::Write as _,
    fs,
    io::{self, Write},
    path::Path,
};

use rapporteur_corpus::{document::Document, reading, record_file};
use rapporteur_model::{BlockKind, Record};
use serde::Deserialize;

/// Records are made of so many articles of a set: each is many times as large as its article.
const RECORDS: usize = 2_000;

/// Articles, always in the same order.
pub(super) struct Articles {
    /// What they are, for the head of a table.
    pub(super) title: String,
    pub(super) texts: Vec<String>,
}

/// An article with what the reader makes of it.
pub(super) struct Recorded {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) record: Record,
    pub(super) json: String,
}

#[derive(Deserialize)]
struct Line {
    text: String,
}

impl Articles {
    /// So many articles of the author, of seeds from 0 on.
    pub(super) fn written(count: usize) -> Self {
        let seeds = 0..count as u64;
        let text =
            |seed| rapporteur_author::write(&rapporteur_author::plan(seed), &rapporteur_author::style(seed)).text;
        Self { title: format!("{count} generated articles"), texts: seeds.map(text).collect() }
    }

    /// The articles of a file that has `{"id", "text"}` a line.
    pub(super) fn of_file(path: &Path) -> Result<Self, Box<dyn Error>> {
        let lines = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let lines = lines.lines().filter(|line| !line.trim().is_empty());
        let texts = lines.map(|line| Ok(serde_json::from_str::<Line>(line)?.text));
        let texts = texts.collect::<Result<Vec<_>, serde_json::Error>>()?;
        // Which file it is, and where, is nobody's business who reads the page.
        Ok(Self { title: format!("{} articles of a file", texts.len()), texts })
    }

    /// The bytes of all texts.
    pub(super) fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }

    /// The first articles with their records.
    pub(super) fn recorded(&self) -> Vec<Recorded> {
        let texts = self.texts.iter().take(RECORDS).enumerate();
        let recorded = texts.map(|(index, text)| {
            let id = format!("article-{index:06}");
            let record = reading::read(&Document::parse(text), &id).record;
            Recorded { json: record_file::print(&record), id, text: text.clone(), record }
        });
        recorded.collect()
    }

    /// Writes the articles, `{"id", "text"}` a line, again and again until their texts have so many bytes; returns how
    /// many articles that are and the bytes of their texts.
    pub(super) fn write_lines(&self, least_bytes: u64, out: &mut dyn Write) -> io::Result<(u64, u64)> {
        let (mut count, mut bytes) = (0, 0);
        for text in self.texts.iter().cycle() {
            if bytes >= least_bytes {
                break;
            }
            serde_json::to_writer(&mut *out, &serde_json::json!({"id": format!("article-{count:08}"), "text": text}))?;
            out.write_all(b"\n")?;
            count += 1;
            bytes += text.len() as u64;
        }
        Ok((count, bytes))
    }

    /// One article of at least so many bytes: a head, and the paragraphs of the articles below it.
    pub(super) fn one_of(&self, least_bytes: usize) -> String {
        let mut article = "Leaders hold talks about talks\n\nPublished: 30 Oct. 2025, 15:30\n".to_owned();
        for text in self.texts.iter().cycle() {
            let document = Document::parse(text);
            for block in document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph) {
                let paragraph = block.span.slice(text).unwrap_or_default().trim();
                // Writing to a string cannot fail.
                let _ = write!(article, "\n{paragraph}\n");
                if article.len() >= least_bytes {
                    return article;
                }
            }
        }
        article
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_are_always_the_same() {
        let (one, two) = (Articles::written(5), Articles::written(5));
        assert_eq!(one.texts, two.texts);
        assert_eq!(one.texts.len(), 5);
    }

    #[test]
    fn lines_go_round_until_there_are_enough_bytes() {
        let articles =
            Articles { title: String::new(), texts: vec!["Es regnet.".to_owned(), "“Yes.”\n".to_owned()] };
        let mut lines = Vec::new();
        assert_eq!(articles.write_lines(30, &mut lines).unwrap(), (3, 31));
        let lines = String::from_utf8(lines).unwrap();
        assert_eq!(lines.lines().last(), Some(r#"{"id":"article-00000002","text":"Es regnet."}"#));
    }

    #[test]
    fn a_file_gives_the_texts_of_its_lines() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("two.jsonl");
        fs::write(
            &path,
            "{\"id\": \"a\", \"text\": \"One.\"}\n\n{\"id\": \"b\", \"text\": \"Two.\", \"quotes\": []}\n",
        )
        .unwrap();
        let articles = Articles::of_file(&path).unwrap();
        assert_eq!(articles.texts, ["One.", "Two."]);
        assert_eq!(articles.title, "2 articles of a file");
    }

    #[test]
    fn a_long_article_is_one_whose_paragraphs_are_all_read() {
        let article = Articles::written(20).one_of(20_000);
        assert!((20_000..25_000).contains(&article.len()));
        let document = Document::parse(&article);
        let furniture: usize = document.blocks().iter().filter(|block| block.kind == BlockKind::Furniture).count();
        assert_eq!(furniture, 0);
        let record = reading::read(&document, "long").record;
        let last = record.statements.last().unwrap().parts[0].span.start() as usize;
        assert!(last > article.len() / 2, "the last statement begins at {last}");
    }
}
