//! What the reader reads in the repository's articles, in a form that a person can review.
//!
//! `NAME.snap` lies beside `NAME.txt`. A change of the reader shows there as a difference; `cargo xtask review` accepts
//! or rejects it. The articles in `corpus/unseen` have none: whoever works on the reader should not see what it reads
//! there.

use std::{
    fs,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
};

use rapporteur::view;
use rapporteur_corpus::{document::Document, reading, record_file};
use rapporteur_model::Review;

use crate::support::{articles, at, kept_files, root};

#[test]
fn every_article_is_read_as_its_snapshot_shows() {
    let mut different = Vec::new();
    for (entry, text) in articles() {
        let path = entry.article.path().unwrap();
        if path.starts_with(at("corpus/unseen")) {
            continue;
        }
        let record = reading::read(&Document::parse(&text), &entry.id).record;
        let beside = fs::read(entry.record.path().unwrap()).ok();
        let beside = beside.map(|bytes| record_file::parse(&bytes).unwrap().record);
        let reviewed = beside.filter(|record| record.review == Review::Reviewed);
        let view = view::render(&text, &record, reviewed.as_ref(), &view::Options::default());

        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(path.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.remove_snapshot_suffix();
        settings.set_omit_expression(true);
        // All of them are compared, so that one run shows all that is to be reviewed.
        let compare = || settings.bind(|| insta::assert_snapshot!(entry.id.as_str(), view));
        let compared = panic::catch_unwind(AssertUnwindSafe(compare));
        if compared.is_err() {
            different.push(entry.id);
        }
    }
    assert!(different.is_empty(), "to be reviewed by `cargo xtask review`: {}", different.join(", "));
}

#[test]
fn every_snapshot_has_its_article() {
    let snapshots = kept_files().into_iter().map(PathBuf::from);
    for snapshot in snapshots.filter(|name| name.extension().is_some_and(|end| end == "snap")) {
        let article = root().join(&snapshot).with_extension("txt");
        assert!(article.exists(), "{} has no article", snapshot.display());
    }
}
