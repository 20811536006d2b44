use rapporteur_model::{Record, Span};

use super::{
    examples::{DRAFT, TEXT},
    *,
};
use crate::{
    document::{Document, Limits},
    reading, record_file,
};

/// The examples' record, reviewed and sealed.
fn sealed() -> Record {
    let mut record = record_file::complete(DRAFT.as_bytes(), &Document::parse(TEXT), "example").unwrap();
    record.seal = Some(record_file::seal(&record));
    record
}

fn subject<'a>(article: &'a str, record: &'a str) -> Subject<'a> {
    Subject::new("example", Input::Bytes(article.as_bytes()), Input::Bytes(record.as_bytes()), Limits::default())
}

fn names(article: &str, record: &str) -> Vec<&'static str> {
    check(&subject(article, record), &Levels::default()).iter().map(|found| found.rule.name).collect()
}

/// The record's file after all fixes up to `most`, how many findings they mended, and which are left.
fn mended(article: &str, record: &str, most: Safety) -> (String, usize, Vec<&'static str>) {
    let mended = mend(&subject(article, record), &Levels::default(), most);
    assert_eq!(mended.article, None, "no fix changes the article");
    let new = mended.record.unwrap_or_else(|| record.to_owned());
    let left = names(article, &new);
    (new, mended.fixed, left)
}

#[test]
fn a_sound_record_is_left_alone() {
    let json = record_file::print(&sealed());
    assert_eq!(mended(TEXT, &json, Safety::Unsafe), (json.clone(), 0, vec![]));
}

#[test]
fn a_record_is_printed_canonically_and_keeps_its_seal() {
    let json = record_file::print(&sealed());
    let loose = json.replace(": ", ":  ").replace("Tom", "\\u0054om");
    assert_eq!(mended(TEXT, &loose, Safety::Safe), (json, 1, vec![]));
}

#[test]
fn a_record_sealed_before_there_was_an_allow_is_sealed_anew() {
    let record = sealed();
    let json = record_file::print(&record);
    let before =
        json.replace("  \"allow\": [],\n", "").replace(&record.seal.as_ref().unwrap().to_string(), &seal_before(&json));
    assert_eq!(names(TEXT, &before), ["seal-broken", "record-not-canonical"]);
    assert_eq!(mended(TEXT, &before, Safety::Safe), (json.clone(), 1, vec![]));
    // What was changed after the sealing is not sealed by this.
    let changed = before.replace("head_of_state", "minister");
    assert_eq!(mended(TEXT, &changed, Safety::Unsafe).2, ["seal-broken"]);
}

/// The seal that a record had when records had no `allow`.
fn seal_before(json: &str) -> String {
    use sha2::{Digest, Sha256};
    let start = json.find("\"seal\": ").unwrap();
    let end = start + json[start..].find('\n').unwrap();
    let old = format!("{}\"seal\": null,{}", &json[..start], &json[end..]).replace("  \"allow\": [],\n", "");
    rapporteur_model::Digest::from_bytes(Sha256::digest(old.as_bytes()).into()).to_string()
}

/// What is done to a record.
type Change<'c> = &'c dyn Fn(&mut Record);

#[test]
fn what_is_counted_or_copied_is_computed_anew_and_the_seal_follows() {
    let right = record_file::print(&sealed());
    let change = |change: Change<'_>| {
        let mut record = sealed();
        change(&mut record);
        record.seal = Some(record_file::seal(&record));
        record_file::print(&record)
    };
    let changes: [(Change<'_>, usize); 4] = [
        (&|record| record.id = "other".to_owned(), 1),
        (&|record| record.summits[0].layout = rapporteur_model::Layout::Multilateral, 1),
        (
            &|record| record.statements.iter_mut().for_each(|one| one.kind = rapporteur_model::StatementKind::Indirect),
            2,
        ),
        (&|record| record.text = Some("Other words".to_owned()), 1),
    ];
    for (wrong, fixed) in changes {
        assert_eq!(mended(TEXT, &change(wrong), Safety::Safe), (right.clone(), fixed, vec![]));
    }
    let all = change(&|record| changes.iter().for_each(|(wrong, _)| wrong(record)));
    assert_eq!(mended(TEXT, &all, Safety::Safe), (right, 5, vec![]), "one after the other");
}

#[test]
fn a_broken_seal_is_not_mended() {
    let json = record_file::print(&sealed())
        .replace("head_of_state", "minister")
        .replace("\"id\": \"example\"", "\"id\": \"other\"");
    let (new, fixed, left) = mended(TEXT, &json, Safety::Unsafe);
    assert_eq!((fixed, left), (1, vec!["seal-broken"]));
    assert_eq!(new, json.replace("\"id\": \"other\"", "\"id\": \"example\""));
}

#[test]
fn lists_are_put_in_order_and_references_follow() {
    let right = sealed();
    let mut record = right.clone();
    record.people.reverse();
    record.statements.reverse();
    let json = record_file::print(&record);
    // The ids went with what they name, so that only the order is wrong.
    let (new, fixed, left) = mended(TEXT, &json, Safety::Safe);
    assert_eq!((fixed, left), (2, vec![]));
    assert_eq!(new, record_file::print(&right));
    // With ids that count but lie in the wrong places, everything that refers to them is renumbered.
    let swapped = serde_json::to_string(&right).unwrap();
    let swapped = swapped.replace("\"p1\"", "\"px\"").replace("\"p2\"", "\"p1\"").replace("\"px\"", "\"p2\"");
    let mut swapped: Record = serde_json::from_str(&swapped).unwrap();
    swapped.seal = Some(record_file::seal(&swapped));
    assert_eq!(mended(TEXT, &record_file::print(&swapped), Safety::Safe).0, record_file::print(&right));
    // An id that leads nowhere would lead somewhere else.
    let mut dangling = record;
    dangling.statements[0].speaker.as_mut().unwrap().people = vec![rapporteur_model::PersonId::from_index(8)];
    let json = record_file::print(&dangling);
    assert_eq!(mended(TEXT, &json, Safety::Unsafe).0, json);
}

#[test]
fn a_machine_record_is_whatever_the_reader_reads() {
    let now = record_file::print(&reading::read(&Document::parse(TEXT), "example").record);
    let stale = now.replacen("\"language\": \"en\"", "\"language\": \"tlh\"", 1);
    assert_eq!(mended(TEXT, &stale, Safety::Safe), (now, 1, vec![]));
    let edited = TEXT.replace("Oslo", "Bergen");
    let before = record_file::print(&reading::read(&Document::parse(TEXT), "example").record);
    let after = record_file::print(&reading::read(&Document::parse(&edited), "example").record);
    assert_eq!(mended(&edited, &before, Safety::Safe), (after, 1, vec![]));
}

#[test]
fn what_a_record_allows_is_not_lost_when_it_is_read_anew() {
    let text = "Leaders meet\nPublished: 03/04/2025\nThe leaders met.\n";
    let mut record = reading::read(&Document::parse(text), "example").record;
    record.allow = vec![rapporteur_model::Allowance {
        rule: "ambiguous-date".to_owned(),
        reason: "the series never says which".to_owned(),
    }];
    let edited = text.replace("met.", "met again.");
    let (new, _, left) = mended(&edited, &record_file::print(&record), Safety::Safe);
    assert!(new.contains("the series never says which"));
    assert_eq!(left, [""; 0]);
}

/// The examples' record after its article became `edited`, by safe fixes alone or by all.
fn followed(edited: &str, most: Safety) -> (Record, Vec<&'static str>) {
    let (new, _, left) = mended(edited, &record_file::print(&sealed()), most);
    (record_file::parse(new.as_bytes()).unwrap().record, left)
}

#[test]
fn a_record_follows_an_edit_that_moves_its_words_and_stays_sealed() {
    for (from, to) in [
        ("Published: 30", "Published:  30"),
        ("in Oslo on Thursday.", "in Oslo on Thursday, at the castle."),
        ("said.", "said, smiling."),
        ("café", "café and tea"),
    ] {
        let edited = TEXT.replacen(from, to, 1);
        let (record, left) = followed(&edited, Safety::Safe);
        if from == "café" {
            // The words of a statement were edited, so no program can say what the record should be.
            assert_eq!(left, ["source-mismatch"]);
            continue;
        }
        assert_eq!(left, [""; 0], "{to}");
        let draft = DRAFT.replace("\"text\": \"Oslo\", \"nth\": 2", "\"text\": \"Oslo\", \"in\": \"Reed in Oslo\"");
        let mut expected = record_file::complete(draft.as_bytes(), &Document::parse(&edited), "example").unwrap();
        expected.seal = Some(record_file::seal(&expected));
        assert_eq!(record, expected, "{to}");
    }
}

#[test]
fn a_new_paragraph_moves_the_words_and_leaves_the_seal_to_a_person() {
    let edited = TEXT.replace("“We do", "Both leaders smiled.\n“We do");
    let (record, left) = followed(&edited, Safety::Safe);
    assert_eq!(left, ["seal-broken"], "the article has a block that nobody has reviewed");
    let words = |span: Span| span.slice(&edited).unwrap().to_owned();
    assert_eq!(words(record.statements[1].parts[0].span), "“We do,”");
    assert_eq!(words(record.people[1].mentions[1].span), "Reed");
    assert_eq!(record.people[1].mentions[1].span.start(), sealed().people[1].mentions[1].span.start() + 21);
}

#[test]
fn words_that_may_stand_elsewhere_are_only_guessed() {
    // The name that closes a paragraph now stands there twice, and what is behind it has moved.
    let edited = TEXT.replace("prices,” Quill said", "prices,” Quill, yes, Quill said");
    let json = record_file::print(&sealed());
    assert_eq!(mended(&edited, &json, Safety::Safe).2, ["source-mismatch"]);
    let found = check(&subject(&edited, &json), &Levels::default());
    assert_eq!(found[0].fix.as_ref().unwrap().safety, Safety::Unsafe);
    assert!(
        found[0].notes.iter().any(|note| note == "the words `Quill` may now stand elsewhere"),
        "{:?}",
        found[0].notes
    );
    let (record, _) = followed(&edited, Safety::Unsafe);
    assert_eq!(record.source, reading::source(&edited));
}

#[test]
fn words_that_are_gone_leave_the_record_as_it_is() {
    let edited = TEXT.replace("replied", "rejoined");
    let json = record_file::print(&sealed());
    assert_eq!(mended(&edited, &json, Safety::Unsafe), (json.clone(), 0, vec!["source-mismatch"]));
    let found = check(&subject(&edited, &json), &Levels::default());
    assert!(
        found[0].notes.contains(&"the words `replied` no longer stand in the article".to_owned()),
        "{:?}",
        found[0].notes
    );
}

#[test]
fn paragraphs_that_changed_places_are_for_a_person_to_judge() {
    let (first, rest) = TEXT.split_once("“We agree").unwrap();
    let (one, two) = rest.split_once('\n').unwrap();
    let edited = format!("{first}{two}“We agree{one}\n");
    let found = check(&subject(&edited, &record_file::print(&sealed())), &Levels::default());
    assert_eq!(found[0].fix.as_ref().unwrap().safety, Safety::Unsafe);
}

#[test]
fn a_record_with_unknown_members_is_not_rewritten() {
    let json = record_file::print(&sealed())
        .replacen("\"review\"", "\"mood\": 1,\n  \"review\"", 1)
        .replace("Tom", "\\u0054om");
    let mended = mend(&subject(TEXT, &json), &Levels::default(), Safety::Unsafe);
    assert_eq!(mended, Mended::default());
}

#[test]
fn edits_that_touch_each_other_wait_for_the_next_round() {
    let rule = rule("unopened-quotation").unwrap();
    let span = |start, end| Place::ArticleSpan(Span::new(start, end).unwrap());
    let found = |edits: &[(Place, &str)]| {
        let mut diagnostic = Diagnostic::new(rule, Level::Warn, Place::Article, "wrong");
        let edits = edits.iter().map(|(place, text)| Edit { place: place.clone(), text: (*text).to_owned() }).collect();
        diagnostic.fix(Fix { safety: Safety::Safe, title: "mend it".to_owned(), edits });
        diagnostic
    };
    let article = "One two three.\n";
    let subject = subject(article, "{}");
    let diagnostics = [
        found(&[(span(4, 7), "2")]),
        found(&[(span(6, 9), "overlaps")]),
        found(&[(span(8, 13), "3"), (span(0, 3), "1")]),
        found(&[(span(8, 8), "touches")]),
        found(&[(span(90, 91), "leads nowhere")]),
    ];
    let applied = fix::apply(&subject, &diagnostics, Safety::Safe);
    assert_eq!((applied.article.as_deref(), applied.record, applied.fixed), (Some("1 2 3.\n"), None, 2));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn mending_ends_and_leaves_nothing_to_mend(
        at in 0..TEXT.len(),
        length in 0..40_usize,
        new in "[ -~é“”\n]{0,12}",
    ) {
        let (from, to) = (TEXT.floor_char_boundary(at), TEXT.floor_char_boundary((at + length).min(TEXT.len())));
        let edited = format!("{}{new}{}", &TEXT[..from], &TEXT[to.max(from)..]);
        let json = record_file::print(&sealed());
        let (once, _, left) = mended(&edited, &json, Safety::Safe);
        let (twice, fixed, _) = mended(&edited, &once, Safety::Safe);
        proptest::prop_assert_eq!((&once, fixed), (&twice, 0), "{:?}", left);
        // Whatever a safe fix has made of the words, they stand where it says.
        if !left.contains(&"source-mismatch") {
            let broken = left.iter().any(|name| ["text-is-not-the-slice", "span-out-of-bounds", "blocks-do-not-tile"].contains(name));
            proptest::prop_assert!(!broken, "{:?}", left);
        }
        let _ = mended(&edited, &json, Safety::Unsafe);
    }
}
