//! What the `rapporteur` command does, as functions.
//!
//! [`check`](check::check), [`read`](read::read), [`accept`](accept::accept) and [`show`](show::show) take files,
//! folders or `-` and write to whatever they are given, and [`score`](score::score) takes gold; the binary only turns
//! arguments into their options and their results into an exit code.
//!
//! ```
//! use rapporteur::check;
//!
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("bad.txt"), b"Z\xfcrich")?;
//! let mut report = Vec::new();
//! let summary = check::check(&[folder.path().to_owned()], &check::Options::default(), &mut report)?;
//!
//! assert_eq!(summary.counts.denied, 1);
//! assert!(String::from_utf8_lossy(&report).starts_with("error[not-utf8]"));
//! # Ok::<(), std::io::Error>(())
//! ```

// In reading order: how files are found and kept, the commands, and how things are shown.
pub mod files;

pub mod config;

pub mod baseline;

pub mod changed;

mod cache;

pub mod check;

pub mod watch;

pub mod read;

pub mod accept;

pub mod diff;

pub mod show;

pub mod explain;

pub mod init;

pub mod score;

pub mod report;

pub mod facts;

pub mod view;

pub mod escape;

mod progress;

mod reasons;
