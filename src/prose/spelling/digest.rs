//! What words are told apart by in the tables of spellings. The build script that makes them reads this file too.

/// A digest of a word in small letters: 32-bit FNV-1a. Of 178,000 words one in 24,000 others has the digest of one of them.
pub(super) const fn digest(word: &[u8]) -> u32 {
    let mut digest: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < word.len() {
        digest = (digest ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    digest
}
