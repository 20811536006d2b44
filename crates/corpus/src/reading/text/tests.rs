use super::*;

/// The sentences of a paragraph, as printed.
fn check(paragraph: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
    let text = Text::new(&Document::parse(&article));
    let sentence = |sentence: &Sentence| text.slice(text.span(sentence.tokens.start, sentence.tokens.end - 1));
    let found: Vec<&str> = text.sentences.iter().skip(1).map(sentence).collect();
    assert_eq!(found, expected, "{paragraph}");
}

/// The tokens of a text without quotations, a bar between each two.
fn check_tokens(words: &str, expected: &str) {
    let whole = Span::new(0, u32::try_from(words.len()).unwrap()).unwrap();
    let mut found = Vec::new();
    add_tokens(words, whole, &mut found);
    let found: Vec<&str> = found.iter().filter_map(|token| token.span.slice(words)).collect();
    assert_eq!(found.join("|"), expected);
}

#[test]
fn a_stop_ends_a_sentence_only_where_one_can_begin() {
    check("Lee left. Roy stayed.", &["Lee left.", "Roy stayed."]);
    check("They met on Oct. 30 in Seoul.", &["They met on Oct. 30 in Seoul."]);
    check("Mr. Lee met J. Roy of the U.S. Senate.", &["Mr. Lee met J. Roy of the U.S. Senate."]);
    check("They met in the U.S. The talks were long.", &["They met in the U.S.", "The talks were long."]);
    check("Trade rose 2.5 percent. 40 ships came.", &["Trade rose 2.5 percent.", "40 ships came."]);
}

#[test]
fn stops_inside_names_end_nothing() {
    check("It stands on news.org. They read it.", &["It stands on news.org.", "They read it."]);
    check_tokens("news.org R-S.C. D-Conn. U.S.", "news.org|R-S.C.|D-Conn.|U.S.");
}

#[test]
fn a_quotation_is_never_broken() {
    check("“We met. We agreed,” Lee said. He left.", &["“We met. We agreed,” Lee said.", "He left."]);
    check("Lee said: “Yes.” Roy smiled.", &["Lee said: “Yes.”", "Roy smiled."]);
    check("“Why?” Lee asked. “Because.” Roy left.", &["“Why?” Lee asked.", "“Because.”", "Roy left."]);
}

#[test]
fn the_number_of_a_point_ends_nothing() {
    check("1. The leaders met. 2. They agreed.", &["1. The leaders met.", "2.", "They agreed."]);
}

#[test]
fn a_run_without_an_end_is_cut() {
    let endless = "word ".repeat(LONGEST_SENTENCE * 2);
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{endless}\n");
    let text = Text::new(&Document::parse(&article));
    assert!(text.sentences.len() > 1);
    assert!(text.sentences.iter().all(|sentence| sentence.tokens.len() <= LONGEST_SENTENCE + 1));
}

#[test]
fn words_keep_what_belongs_to_them() {
    check_tokens("Lee’s Jae-myung, p.m. O’Brien", "Lee|’s|Jae-myung|,|p.m.|O’Brien");
    check_tokens("the leaders’ talks", "the|leaders|’|talks");
    check_tokens("$1,200.50 at 3:30 (17th)", "$|1,200.50|at|3:30|(|17th|)");
    check_tokens("the Oct. 30 end.", "the|Oct.|30|end|.");
}

/// What is seen of a token at a glance is what a look at its words says.
fn check_looks(paragraph: &str) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
    let text = Text::new(&Document::parse(&article));
    assert_eq!(text.looks.len(), text.tokens.len());
    for (at, token) in text.tokens.iter().enumerate() {
        let word = token.span.slice(text.source).unwrap();
        assert_eq!(text.word(at), word);
        assert_eq!(text.lower(at).as_str(), word.to_lowercase().as_str());
        let is_word = token.kind == TokenKind::Word;
        assert_eq!(text.opening(at), if is_word { lexicon().opening(word) } else { Opening::default() });
    }
    let end = text.tokens.len();
    assert_eq!((text.word(end), text.lower(end).as_str(), text.opening(end)), ("", "", Opening::default()));
}

#[test]
fn words_are_lowered_whatever_their_script() {
    check_looks("The U.S. and Côte d’Ivoire met İstanbul’s “ΟΔΟΣ” at 15:30, and ÉLYSÉE Palace DENIED it.");
}

proptest::proptest! {
    #[test]
    fn a_glance_at_a_token_sees_what_a_look_does(paragraph in "[A-Za-zÀ-ÿİıΣς0-9 .,’'“”-]{0,80}") {
        check_looks(&paragraph);
    }

    #[test]
    fn a_word_is_any_of_those_that_it_equals_apart_from_capitals(word in "[A-Ca-c’é]{1,3}", words in proptest::collection::vec("[a-c’é]{0,3}", 0..6)) {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{word}\n");
        let text = Text::new(&Document::parse(&article));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for at in 0..=text.tokens.len() {
            let is_one = words.iter().any(|known| text.word(at).eq_ignore_ascii_case(known));
            proptest::prop_assert_eq!(text.is_any(at, &words), is_one);
        }
    }
}
