//! How long people have been sick, drawn from a curve.

use super::draw::Draw;
use super::mix::Ages;

impl Ages {
    /// Sick days of a running case, from 1.
    pub fn of_running(&self, draw: &mut Draw) -> u64 {
        match self {
            Ages::Even { days } => draw.between(1, *days),
            Ages::StillSick(points) => {
                let area = |pair: &[(f64, f64)]| {
                    let [(from, high), (to, low)] = [pair[0], pair[1]];
                    (to - from) * (high + low) / 2.0
                };
                let whole: f64 = points.windows(2).map(area).sum();
                let shares: Vec<f64> = points.windows(2).map(|pair| area(pair) / whole).collect();
                let piece = draw.weighted(&shares).unwrap_or(0);
                let [(from, high), (to, low)] = [points[piece], points[piece + 1]];
                // Any day of the piece, as often as somebody is still sick on it.
                loop {
                    let at = draw.fraction();
                    if draw.fraction() * high < high + at * (low - high) {
                        return ((from + at * (to - from)) * 7.0) as u64 + 1;
                    }
                }
            }
        }
    }

    /// Sick days of a recovered case, at least `from`: as often as people recover then.
    pub fn of_recovered(&self, draw: &mut Draw, from: u64) -> u64 {
        match self {
            Ages::Even { days } => draw.between(from.max(1), (*days).max(from)),
            Ages::StillSick(points) => loop {
                let share = draw.fraction();
                let Some(pair) = points.windows(2).find(|pair| pair[1].1 <= share) else {
                    continue;
                };
                let [(start, high), (end, low)] = [pair[0], pair[1]];
                let weeks = start + (high - share) / (high - low) * (end - start);
                // The end of the wage period is no recovery.
                let days = (weeks * 7.0) as u64 + 1;
                if days >= from && days <= 728 {
                    return days;
                }
            },
        }
    }
}
