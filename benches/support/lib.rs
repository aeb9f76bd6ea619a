//! What benches, tests and examples of `poortwachter` share.

pub mod damage;
pub mod limit;
pub mod naive;
pub mod plain;
pub mod portfolio;
