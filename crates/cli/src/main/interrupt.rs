//! Ctrl-C, and the questions that it may interrupt.

use std::{
    io::{self, BufRead, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use rapporteur::accept;

use crate::INTERRUPTED;

/// Whether Ctrl-C was pressed.
static STOP: AtomicBool = AtomicBool::new(false);

/// Whether somebody is being asked, so that nothing is being written.
static ASKING: AtomicBool = AtomicBool::new(false);

/// Lets the first Ctrl-C end what is being done at the next good moment; without a handler it ends at once.
pub(crate) fn stop_on_interrupt() -> Option<&'static AtomicBool> {
    let handled = ctrlc::set_handler(|| {
        if ASKING.load(Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
        STOP.store(true, Ordering::Relaxed);
    });
    handled.is_ok().then_some(&STOP)
}

/// Asks on the terminal; the end of the input is as good as a no to all.
pub(crate) fn ask(out: &mut dyn Write) -> io::Result<accept::Answer> {
    ASKING.store(true, Ordering::Relaxed);
    let answer = loop {
        write!(out, "{}", accept::Answer::QUESTION)?;
        out.flush()?;
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line)? == 0 {
            writeln!(out)?;
            break accept::Answer::Quit;
        }
        if let Some(answer) = accept::Answer::of(&line) {
            break answer;
        }
    };
    ASKING.store(false, Ordering::Relaxed);
    Ok(answer)
}
