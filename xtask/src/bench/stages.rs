//! What is done with an article, stage by stage, within this process.

use std::{
    hint::black_box,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use clap::ValueEnum;
use rapporteur_corpus::{
    checking::{self, Input, Levels, Subject},
    document::{Document, Limits},
    reading, record_file,
};

use super::articles::Recorded;

/// A thread takes so many articles at a time.
const BATCH: usize = 16;

/// What is done with the text of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Stage {
    /// `std::str::from_utf8`: what must be done before bytes are a text at all.
    Utf8,
    /// Blocks and head.
    Document,
    /// Blocks and head, then tokens and sentences.
    Sentences,
    /// All stages, down to the record.
    Read,
}

impl Stage {
    pub(super) const ALL: [Self; 4] = [Self::Utf8, Self::Document, Self::Sentences, Self::Read];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Utf8 => "`std::str::from_utf8`",
            Self::Document => "document",
            Self::Sentences => "document, tokens, sentences",
            Self::Read => "full read",
        }
    }

    /// Does it, and gives something that only who has done it can know.
    pub(super) fn run(self, text: &str) -> usize {
        match self {
            Self::Utf8 => str::from_utf8(black_box(text.as_bytes())).map_or(0, str::len),
            Self::Document => Document::parse(black_box(text)).blocks().len(),
            Self::Sentences => reading::sentences(&Document::parse(black_box(text))).len(),
            Self::Read => reading::read(&Document::parse(black_box(text)), "article").record.statements.len(),
        }
    }
}

/// What is done with an article that has a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RecordStage {
    /// All rules, over an article and the file of its record.
    Check,
    /// The record's file from the record.
    Print,
    /// The record from its file.
    Parse,
}

impl RecordStage {
    pub(super) const ALL: [Self; 3] = [Self::Check, Self::Print, Self::Parse];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Print => "record to JSON",
            Self::Parse => "JSON to record",
        }
    }

    /// As [`Stage::run`].
    pub(super) fn run(self, recorded: &Recorded) -> usize {
        match self {
            Self::Check => {
                let (article, record) = (recorded.text.as_bytes(), recorded.json.as_bytes());
                let (article, record) = (Input::Bytes(black_box(article)), Input::Bytes(black_box(record)));
                let subject = Subject::new(&recorded.id, article, record, Limits::default());
                checking::check(&subject, &Levels::default()).len()
            }
            Self::Print => record_file::print(black_box(&recorded.record)).len(),
            Self::Parse => record_file::parse(black_box(recorded.json.as_bytes())).map_or(0, |_| 1),
        }
    }
}

/// How long it takes to do something with each item in so many threads.
pub(super) fn timed<T: Sync>(items: &[T], threads: usize, work: impl Fn(&T) -> usize + Sync) -> Duration {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut sum = 0_usize;
        while let Some(batch) = items.chunks(BATCH).nth(next.fetch_add(1, Ordering::Relaxed)) {
            sum = batch.iter().fold(sum, |sum, item| sum.wrapping_add(work(item)));
        }
        black_box(sum);
    };
    let begun = Instant::now();
    if threads < 2 {
        take();
    } else {
        thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(take))));
    }
    begun.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_item_is_taken_once_in_however_many_threads() {
        for threads in [1, 2, 5] {
            let taken: Vec<AtomicUsize> = (0..100).map(|_| AtomicUsize::new(0)).collect();
            timed(&taken, threads, |item| item.fetch_add(1, Ordering::Relaxed));
            assert!(taken.iter().all(|item| item.load(Ordering::Relaxed) == 1));
        }
    }

    #[test]
    fn each_stage_gives_what_it_is_named_after() {
        let text = "Published: 30 Oct. 2025\n\nPresident Ann Roy said that it rains. It did.\n";
        assert_eq!(Stage::ALL.map(|stage| stage.run(text)), [text.len(), 2, 2, 1]);
        let articles = super::super::articles::Articles { title: String::new(), texts: vec![text.to_owned()] };
        let recorded = articles.recorded();
        assert_eq!(RecordStage::Check.run(&recorded[0]), 0);
        assert_eq!(RecordStage::Print.run(&recorded[0]), recorded[0].json.len());
        assert_eq!(RecordStage::Parse.run(&recorded[0]), 1);
    }
}
