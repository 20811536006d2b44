use std::{fmt, sync::Arc};

use super::{Diagnostic, Example, Fix, Level, Place, Subject, rules::RULES};

/// One thing that can be wrong with an article or its record.
pub struct Rule {
    /// The flaw, in words that read well after "allow".
    pub name: &'static str,
    /// A letter for the family and a number; never given to another rule.
    ///
    /// `A` is for articles, `B` for what binds a record to its text, `C` for a record's contents, `F` for the form of
    /// record files, `S` for how a record stands: reviewed and sealed, or the reader's own, `X` for what articles say
    /// against each other.
    pub code: &'static str,
    /// Its level unless a user gives it another.
    pub level: Level,
    /// The version that had it first.
    pub since: &'static str,
    /// The flaw, in one sentence.
    pub summary: &'static str,
    /// What it is, why it matters, and how to mend it, in Markdown, one sentence a line.
    pub explanation: &'static str,
    /// What the rule accepts and what it rejects; all of them are tests.
    pub examples: &'static [Example],
    /// Looks for the flaw. It depends on nothing but the subject.
    pub(crate) check: fn(&Subject<'_>, &mut Findings),
}

impl Rule {
    /// Whether it says that a record cannot be what its article says: a rule about its bytes or contents (`B`, `C`)
    /// that denies. What such rules only warn of may be so.
    pub(super) fn is_about_contents(&self) -> bool {
        self.level == Level::Deny && matches!(self.code.as_bytes(), [b'B' | b'C', ..])
    }

    /// Whether a record may allow what it finds. What binds a record to its text, the form of its file and how it
    /// stands is not for the record itself to waive, nor that its article can be read at all; and what several articles say
    /// against each other is not for one of them.
    pub fn can_be_allowed(&self) -> bool {
        let is_unusable = self.code.starts_with('A') && self.level == Level::Deny;
        !(is_unusable || self.code.starts_with(['B', 'F', 'S']) || self.compares_articles())
    }

    /// Whether it is about several articles beside each other, so that in one alone it finds nothing.
    pub fn compares_articles(&self) -> bool {
        self.code.starts_with('X')
    }
}

impl fmt::Debug for Rule {
    /// The name alone: a diagnostic that is shown in a failing test would be mostly explanation otherwise.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({} {})", self.code, self.name)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// All rules, ordered by code.
pub fn rules() -> &'static [&'static Rule] {
    RULES
}

/// The rule of this name or code.
///
/// ```
/// use rapporteur_corpus::checking::rule;
///
/// assert_eq!(rule("not-utf8"), rule("A003"));
/// assert_eq!(rule("no-such-rule"), None);
/// ```
pub fn rule(name_or_code: &str) -> Option<&'static Rule> {
    rules().iter().copied().find(|rule| rule.name == name_or_code || rule.code == name_or_code)
}

/// The findings of one rule for one subject.
pub(crate) struct Findings {
    rule: &'static Rule,
    level: Level,
    found: Vec<Diagnostic>,
    left_out: usize,
    /// The last of those that are left out.
    spill: Option<Diagnostic>,
}

impl Findings {
    /// Findings beyond these are counted only: nobody reads more, and a hostile record could ask for millions.
    const LIMIT: usize = 100;

    /// Adds a finding.
    pub(super) fn report(&mut self, place: Place, message: impl Into<String>) -> &mut Diagnostic {
        let diagnostic = Diagnostic::new(self.rule, self.level, place, message);
        if self.found.len() == Self::LIMIT {
            self.left_out += 1;
            return self.spill.insert(diagnostic);
        }
        self.found.push(diagnostic);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Says how the program can mend all that was found so far.
    pub(super) fn fix(&mut self, fix: Option<Fix>) {
        let Some(fix) = fix.map(Arc::new) else { return };
        for diagnostic in &mut self.found {
            diagnostic.fix(Arc::clone(&fix));
        }
    }

    /// Whether anything was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether another finding would still be kept, so that the search for helpful details is worth its while.
    pub(super) fn has_room(&self) -> bool {
        self.found.len() < Self::LIMIT
    }
}

/// What one rule finds wrong with a subject.
pub(super) fn run(rule: &'static Rule, level: Level, subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut findings = Findings { rule, level, found: Vec::new(), left_out: 0, spill: None };
    (rule.check)(subject, &mut findings);
    if let (1.., Some(last)) = (findings.left_out, findings.found.last_mut()) {
        last.note(format!("{} more findings of this rule are left out", findings.left_out));
    }
    findings.found
}
