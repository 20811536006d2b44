//! `rapporteur explain`: what a rule says, and why; or all rules in a line each.

use std::io::{self, Write};

use rapporteur_corpus::checking::{Level, Levels, Rule, rule, rules};

/// Explains the rule of this name or code. Gives back what is wrong with the name where there is no such rule.
///
/// # Errors
///
/// When the output cannot be written.
pub fn explain(name: &str, out: &mut dyn Write) -> io::Result<Result<(), String>> {
    let Some(rule) = rule(name) else {
        return Ok(Err(unknown(name)));
    };
    let Rule { name, code, level, since, summary, explanation, .. } = rule;
    let level = match level {
        Level::Allow => "allowed",
        Level::Warn => "a warning",
        Level::Deny => "denied",
    };
    writeln!(out, "{name} ({code}), {level} by default, since {since}\n\n{summary}\n\n{}", explanation.trim())?;
    out.flush()?;
    Ok(Ok(()))
}

/// Lists all rules by code, with their default levels.
///
/// # Errors
///
/// When the output cannot be written.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    let widest = rules().iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for Rule { name, code, level, summary, .. } in rules() {
        writeln!(out, "{code}  {:5}  {name:widest$}  {summary}", level.as_str())?;
    }
    writeln!(out, "\n`rapporteur explain RULE` says why, and how to mend it")?;
    out.flush()
}

/// What to say of a name that no rule has.
pub fn unknown(name: &str) -> String {
    let suggestion = Levels::default().set(name, Level::Warn).err().and_then(|unknown| unknown.suggestion);
    let name = crate::escape::text(name);
    match suggestion {
        Some(suggestion) => format!("no rule is called `{name}`; did you mean `{suggestion}`?"),
        None => format!("no rule is called `{name}`; `rapporteur explain` lists them"),
    }
}
