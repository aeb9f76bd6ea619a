//! What people read, in Dutch and in English: every sentence once. The Dutch words are those of the
//! statutes and of the field. The names of closed lists stand in the lists themselves.
//!
//! What is told belongs to types of the modules below, so that most of it is their methods.

mod case;
mod change;
mod law;
mod protocol;
mod timeline;
mod verdict;
