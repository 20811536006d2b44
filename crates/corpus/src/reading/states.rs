//! States that are none: words that stand where a leader's country would, and name no country.

use super::{
    names,
    people::{MentionKind, People},
    text::{Text, TokenKind},
};
use crate::document::{Problem, ProblemKind};

/// How many words a name has at most.
const LONGEST_NAME: usize = 4;

/// The words that say of which country a leader is, where no country is called so: "of Ruritania", "Ruritanian".
pub(super) fn troubles(text: &Text<'_>, people: &People) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in people.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let person = &people.people[mention.person];
        let is_homeless = person.leading_office().is_some_and(|office| office.country.is_none());
        if !is_homeless || !text.is_outside_quotations(mention.tokens.start) {
            continue;
        }
        let title = person.leading_office().map(|office| office.title.clone()).unwrap_or_default();
        let first = mention.tokens.start;
        let leads = title.contains(&(first + 1)) && is_demonym(text.word(first));
        let words = if text.is(mention.tokens.end, "of") {
            let first = mention.tokens.end + 1 + usize::from(text.is(mention.tokens.end + 1, "the"));
            let is_name = |at: &usize| text.kind(*at) == Some(TokenKind::Word) && text.starts_with_capital(*at);
            first..first + (first..first + LONGEST_NAME).take_while(is_name).count()
        } else if leads {
            first..first + 1
        } else {
            continue;
        };
        let end = text.tokens.len();
        let is_known = names::place_at(text, words.start, end).is_some()
            || names::organization_at(text, words.start, end).is_some();
        if !words.is_empty() && words.end <= end && !is_known {
            problems.push(Problem { kind: ProblemKind::UnknownState, span: text.span(words.start, words.end - 1) });
        }
    }
    problems
}

/// Whether a word is formed as the names of nations are.
fn is_demonym(word: &str) -> bool {
    ["ean", "ese", "ian", "ish"].iter().any(|ending| word.ends_with(ending)) && word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, reading::people};

    fn check(paragraph: &str, expected: &[&str]) {
        let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{paragraph}\n");
        let text = Text::new(&Document::parse(&article));
        let found = troubles(&text, &people::people(&text));
        let words: Vec<&str> = found.iter().map(|problem| text.slice(problem.span)).collect();
        assert_eq!(words, expected, "{paragraph}");
    }

    #[test]
    fn a_state_that_is_none_is_told() {
        check("Kenyan President Ann Roy met President Jo Bell of Freedonia in Nairobi.", &["Freedonia"]);
        check("Syldavian Prime Minister Tom Lee met Kenyan President Ann Roy.", &["Syldavian"]);
    }

    #[test]
    fn countries_organizations_and_titles_are_none_of_these() {
        check("Kenyan President Ann Roy met President Jo Bell of Chad in Nairobi.", &[]);
        check("Kenyan President Ann Roy met President Jo Bell of the European Council.", &[]);
        check("Former President Jo Bell met Kenyan President Ann Roy.", &[]);
    }
}
