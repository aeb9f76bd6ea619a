//! Files with some bytes changed, the same in every run.

/// Numbers that are the same in every run (SplitMix64).
pub struct Random(
    /// The seed, and from then on the state.
    pub u64,
);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("a place")
    }

    /// The bytes with one to four of them changed, half the time near the end, where the columns are
    /// described.
    pub fn damage(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(4) {
            let at = match self.next() % 2 {
                0 => self.below(bytes.len()),
                _ => bytes.len() - 1 - self.below(bytes.len().min(600)),
            };
            bytes[at] = match self.next() % 4 {
                0 => bytes[at] ^ 1 << self.below(8),
                1 => 0xff,
                _ => self.next().to_le_bytes()[0],
            };
        }
        bytes
    }
}

/// How often to try; more by hand, with a seed.
pub fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}
