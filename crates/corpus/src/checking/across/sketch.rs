//! How much two texts have in common, told from a few numbers of each.

use serde::{Deserialize, Serialize};

use super::folding::mixed;

/// The least hashes of a text's runs of words, in as many classes (one-permutation `MinHash`): the share of places at
/// which two sketches agree estimates the share of runs that the two texts have in common.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Sketch(Places);

/// The least hash of each class.
type Places = [[u16; Sketch::ROWS]; Sketch::BANDS];

impl Sketch {
    /// Places that have to agree for two sketches to be compared at all.
    const ROWS: usize = 4;
    /// How many such chances two sketches get.
    pub(crate) const BANDS: usize = 16;
    /// Words of a run.
    const RUN: u32 = 4;
    /// What stands where no run fell.
    const EMPTY: u16 = u16::MAX;

    /// The key of a band: two texts of which one is nearly the other agree in the key of one band at least. `None` where
    /// the band is empty.
    pub(crate) fn band(&self, band: usize) -> Option<u64> {
        let rows = self.0.get(band)?;
        let is_empty = rows.iter().all(|&row| row == Self::EMPTY);
        (!is_empty).then(|| rows.iter().fold(0, |key, &row| key << 16 | u64::from(row)))
    }

    /// Whether seven tenths of the runs, as far as the sketches tell, are common to both.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        let [one, other] = [self, other].map(|sketch| sketch.0.iter().flatten());
        let pairs = one.zip(other).filter(|(one, other)| (**one, **other) != (Self::EMPTY, Self::EMPTY));
        let (agreeing, all) =
            pairs.fold((0, 0), |(agreeing, all), (one, other)| (agreeing + usize::from(one == other), all + 1));
        agreeing * 10 >= all * 7
    }
}

/// A sketch in the making.
pub(crate) struct Sketching {
    places: Places,
    /// The last words.
    run: [u64; Sketch::RUN as usize],
    count: u32,
}

impl Default for Sketching {
    fn default() -> Self {
        Self { places: [[Sketch::EMPTY; Sketch::ROWS]; Sketch::BANDS], run: [0; Sketch::RUN as usize], count: 0 }
    }
}

impl Sketching {
    /// Takes the hash of the next word.
    pub(crate) fn add(&mut self, word: u64) {
        let [_, first, second, third] = self.run;
        self.run = [first, second, third, word];
        self.count = self.count.saturating_add(1);
        if self.count >= Sketch::RUN {
            let hash = mixed(self.run.iter().fold(0, |hash, word| hash.rotate_left(17) ^ word));
            let [low, high, .., place] = hash.to_le_bytes();
            let (band, row) = (usize::from(place) / Sketch::ROWS, usize::from(place) % Sketch::ROWS);
            let place = &mut self.places[band % Sketch::BANDS][row];
            *place = (*place).min(u16::from_le_bytes([low, high]));
        }
    }

    /// The sketch of the words. `None` for fewer than `LEAST`, of which it would say too little.
    pub(crate) fn finish(self) -> Option<Sketch> {
        const LEAST: u32 = 50;

        (self.count >= LEAST).then_some(Sketch(self.places))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::folding::each_word, *};

    fn sketch_of(text: &str) -> Option<Sketch> {
        let mut sketching = Sketching::default();
        each_word(text, |word| sketching.add(word));
        sketching.finish()
    }

    fn text(changed: &[usize]) -> String {
        (0..400).map(|at| if changed.contains(&at) { format!("new{at} ") } else { format!("word{at} ") }).collect()
    }

    #[test]
    fn a_text_with_few_words_changed_is_near_and_another_is_not() {
        let sketch = |changed: &[usize]| sketch_of(&text(changed)).unwrap();
        let meet = |one: &Sketch, other: &Sketch| (0..Sketch::BANDS).any(|band| one.band(band) == other.band(band));
        let plain = sketch(&[]);
        let corrected = sketch(&[10, 200, 300]);
        assert!(plain.is_near(&corrected) && meet(&plain, &corrected));
        let other = sketch(&(0..400).step_by(4).collect::<Vec<_>>());
        assert!(!plain.is_near(&other));
        assert_eq!(sketch_of("Too few words to tell"), None);
    }
}
