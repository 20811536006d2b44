//! `docs/rules.md`: what each rule says, made from the rules themselves.

use rapporteur_corpus::checking;

use crate::{Outcome, generated::generated_file_is_in_step};

pub(crate) fn run(check: bool) -> Outcome {
    Ok(generated_file_is_in_step("docs/rules.md", &checking::reference(), "rules", check)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_of_rules_is_in_step() {
        super::run(true).unwrap();
    }
}
