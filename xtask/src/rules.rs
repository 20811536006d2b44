//! `docs/rules.md`: what each rule says, made from the rules themselves, and the list of their files.

use rapporteur_corpus::checking;

use crate::{Outcome, generated::generated_file_is_in_step, registry};

/// The list is made first. The page is made of the rules that this program was built with, so that a rule begun since
/// is on it after the next run.
pub(crate) fn run(check: bool) -> Outcome {
    registry::run(check)?;
    Ok(generated_file_is_in_step("docs/rules.md", &checking::reference(), "rules", check)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_of_rules_is_in_step() {
        super::run(true).unwrap();
    }
}
