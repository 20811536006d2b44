use rapporteur_corpus::{
    checking::{Checked, Diagnostic, Input, Level, Levels, Mended, Place, Safety, Subject, check, mend},
    document::{Document, Limits},
    reading,
    record_file::{self, locate_all},
};
use rapporteur_model::{Record, Review};
use serde_json::Value;

/// An article, a NUL, and the bytes of its record's file.
pub(crate) fn run(bytes: &[u8]) {
    let mut halves = bytes.splitn(2, |byte| *byte == 0);
    let (article, record) = (halves.next().unwrap_or_default(), halves.next());
    assert_findings_hold(article, record);

    let (Ok(text), Some(record)) = (str::from_utf8(article), record) else { return };
    let document = Document::parse(text);
    if let Ok(record) = record_file::complete(record, &document, "a") {
        assert_checked(text, record);
    }
    let Ok(file) = record_file::parse(record) else { return };
    // A record of other bytes hides behind one finding, so it is looked at as one of these bytes too.
    let mut record = file.record;
    record.source = reading::source(text);
    if record.review == Review::Reviewed {
        record.seal = Some(record_file::seal(&record));
    }
    assert_findings_hold(article, Some(record_file::print(&record).as_bytes()));
    assert_checked(text, record);
}

fn assert_checked(text: &str, record: Record) {
    match Checked::new(text, record) {
        Ok(checked) => {
            for statement in &checked.record().statements {
                for part in &statement.parts {
                    assert_eq!(checked.words(part.span), part.text);
                }
            }
        }
        Err(found) => assert!(!found.is_empty(), "refused for nothing"),
    }
}

fn subject<'s>(article: &'s [u8], record: Option<&'s [u8]>) -> Subject<'s> {
    Subject::new("a", Input::Bytes(article), record.map_or(Input::Missing, Input::Bytes), Limits::default())
}

fn denied(found: &[Diagnostic]) -> usize {
    found.iter().filter(|found| found.level == Level::Deny).count()
}

fn assert_findings_hold(article: &[u8], record: Option<&[u8]>) {
    let levels = Levels::default();
    let subject = subject(article, record);
    let found = check(&subject, &levels);
    let again = self::subject(article, record);
    assert_eq!(found, check(&again, &levels), "checked twice, and not the same");

    let is_json = |json: &&str| serde_json::from_str::<Value>(json).is_ok();
    let json = record.and_then(|record| str::from_utf8(record).ok()).filter(is_json);
    let places: Vec<&Place> = found.iter().flat_map(|found| &found.labels).map(|label| &label.place).collect();
    for (place, found) in places.iter().map(|place| (*place, is_inside(place, article, record))) {
        assert!(found, "{place:?} is not in the files");
    }
    if let Some(json) = json {
        // A member that may be left out may be what is wrong: then what it is left out of must be there.
        let pointers: Vec<&String> = places.iter().filter_map(|place| pointer(place)).collect();
        let around: Vec<&str> =
            pointers.iter().map(|pointer| pointer.rsplit_once('/').map_or("", |(head, _)| head)).collect();
        let there = locate_all(json, &pointers).into_iter().zip(locate_all(json, &around));
        for (pointer, (itself, around)) in pointers.iter().zip(there) {
            assert!(itself.is_some() || around.is_some(), "{pointer} leads nowhere");
        }
    }

    for most in [Safety::Safe, Safety::Unsafe] {
        let Mended { article: text, record: json, fixed } = mend(&subject, &levels, most);
        assert!(fixed > 0 || (text.is_none() && json.is_none()), "changed by nothing");
        let mended_article = text.as_deref().map_or(article, str::as_bytes);
        let mended_record = json.as_deref().map(str::as_bytes).or(record);
        let left = check(&self::subject(mended_article, mended_record), &levels);
        if most == Safety::Safe {
            let before = denied(&found);
            assert!(denied(&left) <= before, "{before} were denied before mending, and then: {left:?}");
        }
        let parses = |json: &[u8]| record_file::parse(json).is_ok();
        if record.is_some_and(parses) {
            assert!(mended_record.is_some_and(parses), "the record is none any more");
        }
    }
}

fn pointer(place: &Place) -> Option<&String> {
    if let Place::RecordPointer(pointer) = place { Some(pointer) } else { None }
}

fn is_inside(place: &Place, article: &[u8], record: Option<&[u8]>) -> bool {
    match place {
        Place::Article => true,
        Place::ArticleSpan(span) => str::from_utf8(article).is_ok_and(|text| span.slice(text).is_some()),
        Place::ArticleByte(at) => *at <= article.len(),
        Place::Record | Place::RecordPointer(_) => record.is_some(),
        Place::RecordByte(at) => record.is_some_and(|record| *at <= record.len()),
    }
}
