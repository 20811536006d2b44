//! Files that are made from the code and committed, so that a change of the one shows as a change of the other.

use std::{fs, path::Path};

use crate::root;

/// Compares the file at `path`, from the repository's folder, with what it should hold, and writes it unless it is
/// only to be checked.
///
/// # Errors
///
/// When it differs and is only to be checked, or cannot be read or written.
pub(crate) fn generated_file_is_in_step(path: &str, expected: &str, chore: &str, check: bool) -> Result<(), String> {
    is_in_step(&root().join(path), path, expected, chore, check)
}

fn is_in_step(file: &Path, name: &str, expected: &str, chore: &str, check: bool) -> Result<(), String> {
    // An absent file differs from what it should hold like any other.
    let found = fs::read_to_string(file).unwrap_or_default();
    if found == expected {
        return Ok(());
    }
    if check {
        let same = found.lines().zip(expected.lines()).take_while(|(found, expected)| found == expected).count();
        return Err(format!("{name} is out of step from line {} on; run `cargo xtask {chore}`", same + 1));
    }
    fs::write(file, expected).map_err(|error| format!("{name}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_out_of_step_is_told_with_its_line_and_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "one\nzwei\n").unwrap();
        let told = is_in_step(&file, "a.md", "one\ntwo\n", "rules", true).unwrap_err();
        assert_eq!(told, "a.md is out of step from line 2 on; run `cargo xtask rules`");
        is_in_step(&file, "a.md", "one\ntwo\n", "rules", false).unwrap();
        is_in_step(&file, "a.md", "one\ntwo\n", "rules", true).unwrap();
    }
}
