//! Maps whose keys are words of the lexicon.
//!
//! What is in them is compiled in, so that nobody can choose keys that fall together, and a quick hash will do.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

pub(in crate::reading) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

pub(in crate::reading) type WordSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// Eight bytes at a time, each time a turn, a sum and a product.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::reading) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        self.add(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(byte.into());
    }

    fn finish(&self) -> u64 {
        // The upper bits depend on most of what was written, and the table looks at the lower ones.
        self.0.rotate_left(26)
    }
}
