//! How long single functions take, over the author's articles: `cargo bench -p suite`.

use divan::{Bencher, black_box, counter::BytesCount};
use rapporteur_corpus::{
    checking::{self, Input, Levels, Subject},
    document::{Document, Limits},
    reading, record_file,
};
use rapporteur_model::Record;

fn main() {
    divan::main();
}

/// So many articles are read in each turn.
const ARTICLES: u64 = 50;

struct Article {
    text: String,
    record: Record,
    json: String,
}

fn articles() -> Vec<Article> {
    let article = |seed| {
        let text = rapporteur_author::write(&rapporteur_author::plan(seed), &rapporteur_author::style(seed)).text;
        let record = reading::read(&Document::parse(&text), "article").record;
        Article { json: record_file::print(&record), text, record }
    };
    (0..ARTICLES).map(article).collect()
}

/// Times `work` on all articles, in bytes of their texts.
fn each(bencher: Bencher<'_, '_>, work: impl Fn(&Article) -> usize + Sync) {
    let articles = articles();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| black_box(&articles).iter().map(&work).sum::<usize>());
}

#[divan::bench]
fn from_utf8(bencher: Bencher<'_, '_>) {
    each(bencher, |article| str::from_utf8(article.text.as_bytes()).map_or(0, str::len));
}

#[divan::bench]
fn document(bencher: Bencher<'_, '_>) {
    each(bencher, |article| Document::parse(&article.text).blocks().len());
}

#[divan::bench]
fn sentences(bencher: Bencher<'_, '_>) {
    each(bencher, |article| reading::sentences(&Document::parse(&article.text)).len());
}

#[divan::bench]
fn full_read(bencher: Bencher<'_, '_>) {
    each(bencher, |article| reading::read(&Document::parse(&article.text), "article").record.statements.len());
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    each(bencher, |article| {
        let (text, record) = (Input::Bytes(article.text.as_bytes()), Input::Bytes(article.json.as_bytes()));
        checking::check(&Subject::new("article", text, record, Limits::default()), &Levels::default()).len()
    });
}

#[divan::bench]
fn record_to_json(bencher: Bencher<'_, '_>) {
    each(bencher, |article| record_file::print(&article.record).len());
}

#[divan::bench]
fn json_to_record(bencher: Bencher<'_, '_>) {
    each(bencher, |article| record_file::parse(article.json.as_bytes()).map_or(0, |_| 1));
}
