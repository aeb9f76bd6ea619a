//! The command `poortwachter`.
fn main() {}
