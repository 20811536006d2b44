//! How much of what the reviewed records hold the reader reads, and the floors below which it must not fall.

use std::{
    fmt,
    io::{self, Write},
};

use rapporteur::{
    files,
    score::{
        records::{self, Compared},
        slots::Slots,
    },
};
use serde::{Deserialize, Serialize};

use crate::{Outcome, corpora, root};

/// The folder of the articles that the reader is not tuned to.
pub(crate) const UNSEEN: &str = "corpus/unseen";

/// Prints the figures of the open articles slot by slot and those of the unseen ones in one line, or the reverse; with
/// them the first `errors` differences of each slot.
pub(crate) fn run(unseen: bool, errors: Option<usize>) -> Outcome {
    let score = Score::of_repository();
    let shown = if unseen { &score.unseen } else { &score.open };
    let mut out = io::stdout().lock();
    write!(out, "{}\n{score}", records::table(shown))?;
    if let Some(most) = errors {
        write!(out, "\n{}", records::differences(shown, most))?;
    }
    Ok(())
}

/// The reviewed records of the repository, compared with what is read now.
pub(crate) struct Score {
    /// Those that whoever works on the reader may look at.
    pub(crate) open: Vec<Compared>,
    /// Those that are only counted.
    pub(crate) unseen: Vec<Compared>,
}

/// The micro-averaged F1, in thousandths and rounded down, below which the score must not fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Floor {
    pub(crate) open: u32,
    pub(crate) unseen: u32,
}

impl Score {
    /// Reads every article that has a reviewed record.
    pub(crate) fn of_repository() -> Self {
        let unseen = root().join(UNSEEN);
        let is_unseen = |entry: &files::Entry| entry.article.path().is_some_and(|path| path.starts_with(&unseen));
        let (unseen, open): (Vec<_>, Vec<_>) = files::find(&corpora()).entries.into_iter().partition(is_unseen);
        let compare = |entries: &[files::Entry]| records::compare(entries, &records::Options::default()).0;
        Self { open: compare(&open), unseen: compare(&unseen) }
    }

    /// The floor that this score reaches.
    pub(crate) fn as_floor(&self) -> Floor {
        Floor { open: permille(&records::total(&self.open)), unseen: permille(&records::total(&self.unseen)) }
    }

    /// What fell below the floor.
    pub(crate) fn below(&self, floor: Floor) -> Vec<String> {
        let reached = self.as_floor();
        [("the articles that may be looked at", reached.open, floor.open), (UNSEEN, reached.unseen, floor.unseen)]
            .into_iter()
            .filter(|(_, reached, floor)| reached < floor)
            .map(|(name, reached, floor)| format!("{name}: {reached} ‰ of the slots read, and the floor is {floor} ‰"))
            .collect()
    }
}

/// F1 over all slots, in thousandths.
fn permille(slots: &Slots) -> u32 {
    let tally = slots.micro();
    // F1 is the right ones twice, by all that were read and all that there are.
    (2000 * tally.right).checked_div(tally.read + tally.gold).unwrap_or(1000)
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact =
            |compared: &[Compared]| compared.iter().filter(|compared| compared.slots.differences.is_empty()).count();
        for (name, compared) in [("reviewed", &self.open), ("unseen", &self.unseen)] {
            let total = records::total(compared).micro();
            writeln!(
                f,
                "{name}: {} records, {} without a difference; slots P {:.4}  R {:.4}  F1 {:.4}",
                compared.len(),
                exact(compared),
                total.precision(),
                total.recall(),
                total.f1()
            )?;
        }
        Ok(())
    }
}

impl Floor {
    /// Each share as high as the higher of the two.
    pub(crate) fn raised_to(self, other: Self) -> Self {
        Self { open: self.open.max(other.open), unseen: self.unseen.max(other.unseen) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_below_its_floor_is_told() {
        let score = Score { open: Vec::new(), unseen: Vec::new() };
        assert_eq!(score.as_floor(), Floor { open: 1000, unseen: 1000 });
        let told = score.below(Floor { open: 1001, unseen: 1000 });
        assert_eq!(told, ["the articles that may be looked at: 1000 ‰ of the slots read, and the floor is 1001 ‰"]);
    }
}
