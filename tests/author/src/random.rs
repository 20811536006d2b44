/// A source of choices that one seed decides wholly (the `SplitMix64` generator), so that a seed names an article for ever.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Choices of their own for one part of an article, so that leaving out another part does not change this one.
    pub(crate) const fn fork(&self, label: u64) -> Self {
        let mut branch = Self(self.0 ^ label.wrapping_mul(0xd134_2543_de82_ef95));
        branch.next();
        branch
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A number from 0 up to and without `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or_default()
    }

    pub(crate) fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    /// One of `choices`, of which there is at least one.
    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// As [`Self::pick`], for what is copied.
    pub(crate) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        *self.pick(choices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_every_choice() {
        let choices = |seed| core::array::from_fn::<_, 16, _>(|index| Dice::new(seed).fork(index as u64).below(1000));
        assert_eq!(choices(7), choices(7));
        assert_ne!(choices(7), choices(8));
    }
}
