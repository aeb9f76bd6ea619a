//! Random numbers with a documented stream: ChaCha with 8 rounds, the seed as the key and the number
//! of the case as the stream.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

pub struct Draw(ChaCha8Rng);

impl Draw {
    pub fn new(seed: u64, case: u64) -> Draw {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut stream = ChaCha8Rng::from_seed(key);
        stream.set_stream(case);
        Draw(stream)
    }

    /// A number from 0 up to but not including 1, in steps of 2^-53.
    pub fn fraction(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.fraction() < share
    }

    /// A number from `low` to `high`, both inclusive, each as likely.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(high - low + 1);
        low + (wide >> 64) as u64
    }

    /// As [`Self::between`], the later the likelier: people work towards a deadline.
    pub fn rather_late(&mut self, low: u64, high: u64) -> u64 {
        self.between(low, high).max(self.between(low, high))
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.between(0, from.len() as u64 - 1) as usize]
    }

    /// Which of these shares of the whole; none for the rest of it.
    pub fn weighted(&mut self, shares: &[f64]) -> Option<usize> {
        let mut left = self.fraction();
        shares.iter().position(|share| {
            left -= share;
            left < 0.0
        })
    }
}
