//! The list of rules in `crates/corpus/src/checking/rules/mod.rs`, made from the files beside it.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{generated::generated_file_is_in_step, root};

/// The folder of the rules, from the repository's.
pub(crate) const FOLDER: &str = "crates/corpus/src/checking/rules";

const OPENING: &str = "\
//! The rules, one a file: what it is called, what it means, what it accepts and rejects, and the check itself.
//!
//! Made by `cargo xtask rules` from the files of this folder; a new one is begun with `cargo xtask new-rule NAME`.

use super::Rule;
";

pub(crate) fn run(check: bool) -> Result<(), String> {
    let list = list(&rules_of(&root().join(FOLDER))?);
    generated_file_is_in_step(&format!("{FOLDER}/mod.rs"), &list, "rules", check)
}

/// The modules of a folder of rules, by the rules' codes.
///
/// # Errors
///
/// When a file cannot be read, tells no code, or tells one that another has.
pub(crate) fn rules_of(folder: &Path) -> Result<BTreeMap<String, String>, String> {
    let shown = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut rules = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(shown)? {
        let path = entry.map_err(shown)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "mod") else { continue };
        let source = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        let code = code(&source).ok_or_else(|| format!("{name} has no line `code: \"A001\",`"))?;
        if let Some(other) = rules.insert(code.to_owned(), module.to_owned()) {
            return Err(format!("{name} and {other}.rs both have the code {code}"));
        }
    }
    Ok(rules)
}

/// The code that the source of a rule gives.
fn code(source: &str) -> Option<&str> {
    source.lines().find_map(|line| line.trim().strip_prefix("code: \"")?.strip_suffix("\","))
}

/// The source of the list.
fn list(rules: &BTreeMap<String, String>) -> String {
    let mut modules: Vec<(&str, bool)> =
        rules.iter().map(|(code, module)| (module.as_str(), code.starts_with('X'))).collect();
    modules.sort_unstable();
    let mut source = format!("{OPENING}\n");
    // What compares articles is run by the stage that has them all.
    source.extend(
        modules
            .iter()
            .map(|(module, compares)| format!("{}mod {module};\n", if *compares { "pub(super) " } else { "" })),
    );
    source.push_str("\n/// All rules, ordered by code.\npub(super) static RULES: &[&Rule] = &[\n");
    source.extend(rules.values().map(|module| format!("    &{module}::RULE,\n")));
    source.push_str("];\n");
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_rules_is_in_step() {
        run(true).unwrap();
    }

    #[test]
    fn modules_are_listed_by_name_and_rules_by_code() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("mod.rs"), "").unwrap();
        fs::write(folder.path().join("b.rs"), "    code: \"A001\",\n").unwrap();
        fs::write(folder.path().join("a.rs"), "    code: \"C001\",\n").unwrap();
        fs::write(folder.path().join("c.rs"), "    code: \"X001\",\n").unwrap();
        let list = list(&rules_of(folder.path()).unwrap());
        let (_, list) = list.split_once("use super::Rule;\n").unwrap();
        let expected = "\nmod a;\nmod b;\npub(super) mod c;\n\n/// All rules, ordered by code.\npub(super) static RULES: &[&Rule] = &[\n    &b::RULE,\n    &a::RULE,\n    &c::RULE,\n];\n";
        assert_eq!(list, expected);
    }

    #[test]
    fn two_rules_of_one_code_and_a_file_without_one_are_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.rs"), "    code: \"A001\",\n").unwrap();
        fs::write(folder.path().join("b.rs"), "    code: \"A001\",\n").unwrap();
        assert!(rules_of(folder.path()).unwrap_err().ends_with("both have the code A001"));
        fs::write(folder.path().join("b.rs"), "").unwrap();
        assert_eq!(rules_of(folder.path()).unwrap_err(), "b.rs has no line `code: \"A001\",`");
    }
}
