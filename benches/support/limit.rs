//! What the memory of the machine allows: loops that only read and write.

/// As many cases as have their columns in the cache, as a job in blocks would take them.
const BLOCK: usize = 4096;

/// 8 bytes in and 5 out for every case.
pub struct Narrow {
    read: Vec<i64>,
    days: Vec<i32>,
    codes: Vec<u8>,
}

impl Narrow {
    /// For so many cases.
    pub fn of(cases: usize) -> Narrow {
        Narrow { read: (0..cases as i64).collect(), days: vec![0; cases], codes: vec![0; cases] }
    }

    /// Reads and writes everything once.
    pub fn run(&mut self) {
        let blocks = self.read.chunks(BLOCK).zip(self.days.chunks_mut(BLOCK));
        for ((read, days), codes) in blocks.zip(self.codes.chunks_mut(BLOCK)) {
            fill(read, days, |value| value as i32);
            fill(read, codes, |value| value as u8);
        }
    }

    /// The sum of all that was written.
    pub fn sum(&self) -> u64 {
        let days: u64 = self.days.iter().map(|day| u64::from(day.unsigned_abs())).sum();
        days + self.codes.iter().map(|code| u64::from(*code)).sum::<u64>()
    }
}

/// 4 bytes in and 23 out for every case: the columns of the plain portfolio.
pub struct Wide {
    read: Vec<i32>,
    words: [Vec<i32>; 4],
    halves: [Vec<u16>; 2],
    bytes: [Vec<u8>; 3],
}

impl Wide {
    /// For so many cases.
    pub fn of(cases: usize) -> Wide {
        Wide {
            read: (0..cases as i32).collect(),
            words: std::array::from_fn(|_| vec![0; cases]),
            halves: std::array::from_fn(|_| vec![0; cases]),
            bytes: std::array::from_fn(|_| vec![0; cases]),
        }
    }

    /// Reads and writes everything once.
    pub fn run(&mut self) {
        for start in (0..self.read.len()).step_by(BLOCK) {
            let block = start..self.read.len().min(start + BLOCK);
            let read = &self.read[block.clone()];
            for column in &mut self.words {
                fill(read, &mut column[block.clone()], |value| value);
            }
            for column in &mut self.halves {
                fill(read, &mut column[block.clone()], |value| value as u16);
            }
            for column in &mut self.bytes {
                fill(read, &mut column[block.clone()], |value| value as u8);
            }
        }
    }

    /// The sum of all that was written.
    pub fn sum(&self) -> u64 {
        let words = self.words.iter().flatten().map(|value| u64::from(value.unsigned_abs()));
        let halves = self.halves.iter().flatten().map(|value| u64::from(*value));
        let bytes = self.bytes.iter().flatten().map(|value| u64::from(*value));
        words.chain(halves).chain(bytes).sum()
    }
}

fn fill<A: Copy, B>(read: &[A], write: &mut [B], with: impl Fn(A) -> B) {
    for (to, from) in write.iter_mut().zip(read) {
        *to = with(*from);
    }
}
