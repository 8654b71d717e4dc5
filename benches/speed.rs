//! What everything costs that an editor waits for, from 600 words to 10 MB.
//!
//! `cargo bench` prints a table a function, a row a size in bytes; `cargo bench -- read` those with that in their name.
//! Compare rows of one run: machines differ. `benches/count` counts instructions instead, which hardly differ.

#![allow(clippy::unwrap_used, reason = "what cannot be measured has no figure")]

mod ask;
mod copy;
mod editor;
mod read;
mod serve;

fn main() {
    divan::main();
}
