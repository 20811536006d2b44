//! The manual pages, from the arguments themselves.

use std::{
    io::{self, Write},
    path::Path,
};

use clap::CommandFactory;
use rapporteur::files::{self, Trouble};

use crate::Arguments;

/// Writes a manual page for the command and for each of its commands.
pub(crate) fn manual(folder: &Path, out: &mut dyn Write) -> io::Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    if !folder.is_dir() {
        let (name, message) = (rapporteur::escape::path(folder), "no such folder; make it first".to_owned());
        return Ok(vec![Trouble { name, message }]);
    }
    let mut root = Arguments::command();
    root.build();
    let pages = std::iter::once(&root).chain(root.get_subcommands().filter(|command| command.get_name() != "help"));
    for command in pages {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).title(name.clone()).render(&mut page)?;
        let path = folder.join(format!("{name}.1"));
        let shown = rapporteur::escape::path(&path);
        match files::write_whole(&path, &page, || true) {
            Ok(_) => writeln!(out, "wrote {shown}")?,
            Err(error) => troubles.push(Trouble { name: shown, message: files::reason(&error) }),
        }
    }
    out.flush()?;
    Ok(troubles)
}
