//! `cargo xtask test`: all tests, documentation included.

use std::process::Command;

use crate::{Outcome, root};

pub(crate) fn run(cases: Option<u32>) -> Outcome {
    let mut command = Command::new(env!("CARGO"));
    command.args(["test", "--workspace", "--all-features"]).current_dir(root());
    // A run that overwrote the snapshots it fails on would pass the next time. What differs waits beside them for
    // `cargo xtask review`; where `CI` is set nothing is written at all.
    command.env("INSTA_UPDATE", "auto").env_remove("INSTA_FORCE_PASS");
    if let Some(cases) = cases {
        command.env("PROPTEST_CASES", cases.to_string());
    }
    if command.status()?.success() { Ok(()) } else { Err("a test failed".into()) }
}
