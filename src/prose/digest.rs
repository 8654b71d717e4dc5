//! What words are told apart by in the tables of the build script, which reads this file too.

/// The digest of no letters at all.
pub(super) const NONE: u64 = 0xcbf2_9ce4_8422_2325;

/// A digest of a word in small letters: 64-bit FNV-1a. No two words of the tables share one, and nor, as far as any story
/// goes, does a word with another: a digest of half the size had one in sixty guesses at what was meant be no word at all.
pub(super) const fn digest(word: &[u8]) -> u64 {
    behind(NONE, word)
}

/// The digest of what has the digest `before`, with `letters` behind it.
pub(super) const fn behind(before: u64, letters: &[u8]) -> u64 {
    let mut digest = before;
    let mut at = 0;
    while at < letters.len() {
        digest = (digest ^ letters[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    digest
}

/// How many bits tell in a moment of most that are no word that they are none: 256 KiB, of which one in twelve is set.
pub(super) const BITS: usize = 1 << 21;

/// The bit of a word.
pub(super) const fn bit(digest: u64) -> usize {
    (digest >> 24) as usize % BITS
}

/// What stands for the place of a word in a row of a [`Lookup`](super::lookup::Lookup) that has none.
pub(super) const EMPTY: u32 = u32::MAX;

/// At which of `rows` rows, a power of two, a word is looked for first.
pub(super) const fn slot(digest: u64, rows: usize) -> usize {
    digest as usize & (rows - 1)
}
