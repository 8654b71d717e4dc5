//! What words are told apart by in the tables of spellings. The build script that makes them reads this file too.

/// A digest of a word in small letters: 64-bit FNV-1a. No two words of the tables share one, and nor, as far as any story
/// goes, does a word with another: a digest of half the size had one in sixty guesses at what was meant be no word at all.
pub(super) const fn digest(word: &[u8]) -> u64 {
    let mut digest: u64 = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < word.len() {
        digest = (digest ^ word[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    digest
}
