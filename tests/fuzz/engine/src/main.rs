//! The targets of `rapporteur-fuzz` under libFuzzer. The variable `FUZZ_TARGET` names the one to run.
#![no_main]

use std::sync::OnceLock;

use rapporteur_fuzz::{TARGETS, Target, target};

fn chosen() -> Option<&'static Target> {
    static CHOSEN: OnceLock<Option<&'static Target>> = OnceLock::new();
    *CHOSEN.get_or_init(|| std::env::var("FUZZ_TARGET").ok().and_then(|name| target(&name)))
}

libfuzzer_sys::fuzz_target!(
    init: {
        assert!(chosen().is_some(), "FUZZ_TARGET names none of {:?}", TARGETS.map(|target| target.name));
    },
    |bytes: &[u8]| {
        if let Some(target) = chosen() {
            (target.run)(bytes);
        }
    }
);
