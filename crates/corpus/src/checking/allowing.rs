//! What a record allows: findings that are left out because a person said why they are as they should be.

use std::collections::HashSet;

use super::{Diagnostic, Level, Rule, Subject, rule, rule::run};

/// Takes out what the record allows, and gives how many findings that were.
pub(super) fn leave_out_allowed(found: &mut Vec<Diagnostic>, subject: &Subject<'_>) -> usize {
    let Some(file) = subject.record_file().filter(|file| !file.record.allow.is_empty()) else { return 0 };
    let names = file.record.allow.iter().take(MOST).filter(|allowance| !allowance.reason.trim().is_empty());
    let allowed: HashSet<&str> = names
        .filter_map(|allowance| rule(&allowance.rule))
        .filter(|rule| rule.can_be_allowed())
        .map(|rule| rule.code)
        .collect();
    let before = found.len();
    found.retain(|diagnostic| !allowed.contains(diagnostic.rule.code));
    before - found.len()
}

/// So many allowances of a record are looked at: there are fewer rules.
const MOST: usize = 1000;

/// What is wrong with one allowance.
pub(super) enum Flaw {
    /// No rule is called so.
    NoSuchRule,
    /// The rule's findings cannot be allowed.
    CannotBeAllowed,
    /// No reason is given.
    NoReason,
    /// An earlier one allows the same.
    Doubled,
    /// The rule finds nothing here.
    Unused,
}

/// The flaws of a record's allowances, at most one each, with the allowance's index.
pub(super) fn flaws(subject: &Subject<'_>) -> Vec<(usize, Flaw)> {
    let Some(file) = subject.record_file() else { return Vec::new() };
    let mut seen = HashSet::new();
    let flaw = |(index, allowance): (usize, &rapporteur_model::Allowance)| {
        let flaw = match rule(&allowance.rule) {
            None => Flaw::NoSuchRule,
            Some(rule) if !rule.can_be_allowed() => Flaw::CannotBeAllowed,
            Some(_) if allowance.reason.trim().is_empty() => Flaw::NoReason,
            Some(rule) if !seen.insert(rule.code) => Flaw::Doubled,
            Some(rule) if can_find(rule, subject) && finds_nothing(rule, subject) => Flaw::Unused,
            Some(_) => return None,
        };
        Some((index, flaw))
    };
    file.record.allow.iter().take(MOST).enumerate().filter_map(flaw).collect()
}

/// Whether the rule can find anything at all: it cannot in an article that is not to be had, and about the contents of a
/// record not where the record belongs to another text. What is allowed may then still be there.
fn can_find(rule: &Rule, subject: &Subject<'_>) -> bool {
    if rule.code.starts_with('C') { subject.bound().is_some() } else { subject.text().is_some() }
}

fn finds_nothing(rule: &'static Rule, subject: &Subject<'_>) -> bool {
    run(rule, Level::Deny, subject).is_empty()
}
