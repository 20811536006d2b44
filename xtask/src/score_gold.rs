//! `cargo xtask score`: what `rapporteur score` prints, from the sources as they stand.

use std::{io, path::Path, process::ExitCode};

use rapporteur::{
    escape,
    score::{self, Options},
};

use crate::complain;

pub(crate) fn run(gold: &Path, options: &Options) -> io::Result<ExitCode> {
    if !gold.exists() {
        // The repository holds no gold of others: it has to be had elsewhere.
        complain(&format!(
            "{}: the evaluation data is not there; docs/scoring.md says what it looks like",
            escape::path(gold)
        ));
        return Ok(ExitCode::from(2));
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let outcome = score::score(gold, options, &mut out, &mut io::stderr())?;
    outcome.troubles.iter().for_each(|trouble| complain(&trouble.to_string()));
    Ok(match (outcome.troubles.len(), outcome.failed) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::FAILURE,
        (_, _) => ExitCode::from(2),
    })
}
