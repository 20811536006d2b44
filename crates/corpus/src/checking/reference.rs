use std::fmt::Write as _;

use super::rules;

/// The reference page of all rules, in Markdown: `docs/rules.md`. The messages are those that the examples raise.
pub fn reference() -> String {
    let mut page = String::from(
        "# Rules\n\
         \n\
         What the checker looks for, ordered by code.\n\
         This page is made from the rules themselves; `cargo xtask rules` writes it anew.\n\
         \n\
         A rule is allowed, warns or denies; `--allow`, `--warn` and `--deny` change that, by name or code.\n\
         `rapporteur.toml` changes it for a folder, or for some of its articles; `docs/configuration.md` says how.\n\
         Where a rule is wrong about one article, `allow` in its record says so, with the reason; `docs/record.md` says what can be allowed.\n\
         The letter of a code tells the family: `A` articles, `B` what binds a record to its text, `C` the contents of a record, `F` the form of its file, `S` how it stands (reviewed and sealed, or the reader's own), `X` what articles say against each other.\n\
         A code is never given to another rule.\n\
         \n\
         | code | name | level | flaw |\n\
         |---|---|---|---|\n",
    );
    // Writing to a string cannot fail.
    for &rule in rules() {
        let (code, name, level) = (rule.code, rule.name, rule.level.as_str());
        let _ = writeln!(page, "| {code} | [{name}](#{name}) | {level} | {} |", rule.summary);
    }
    for &rule in rules() {
        let (name, code, level) = (rule.name, rule.code, rule.level.as_str());
        let _ =
            write!(page, "\n## {name}\n\n`{code}`, {level} by default, since {}.\n{}.\n\n", rule.since, rule.summary);
        let _ = writeln!(page, "{}\n", rule.explanation);
        for example in rule.examples {
            let verdict = if example.accepted { "Accepted" } else { "Rejected" };
            let _ = write!(page, "- {verdict}: {}", example.title);
            let found = example.findings(rule).unwrap_or_default();
            for finding in found.iter().filter(|finding| finding.rule == rule) {
                let _ = write!(page, ": \"{}\"", finding.message);
            }
            page.push_str(".\n");
        }
    }
    page
}
