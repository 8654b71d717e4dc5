//! Makes the tables of spellings: which words there are, and which spellings are known slips of which.
//!
//! They are made here and not held as they come, since a table of a hundred thousand strings costs every start of the
//! program milliseconds and megabytes; as bytes that are looked up where they lie, nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, io};

#[path = "prose/spelling/digest.rs"]
mod digest;

use digest::{BITS, bit, digest};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/prose/spelling/digest.rs");
    let out =
        env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo says where to build"))?;
    let out = Path::new(&out);
    let words = random_word::all(random_word::Lang::En);
    let known: BTreeSet<u64> = words.iter().map(|word| digest(word.as_bytes())).collect();
    let rows: Vec<u8> = known.iter().flat_map(|word| word.to_le_bytes()).collect();
    fs::write(out.join("words"), rows)?;
    let mut bits = vec![0; BITS / 8];
    for bit in known.iter().map(|word| bit(*word)) {
        bits[bit / 8] |= 1 << (bit % 8);
    }
    fs::write(out.join("bits"), bits)?;
    let slips = slips(&known);
    // What each was meant to be, on a line of its own.
    let (mut index, mut meant) = (Vec::new(), String::new());
    for (slip, words) in &slips {
        let line = u32::try_from(meant.len()).map_err(io::Error::other)?;
        index.extend(slip.to_le_bytes().into_iter().chain(line.to_le_bytes()));
        meant.push_str(&words.join(","));
        meant.push('\n');
    }
    fs::write(out.join("slips"), index)?;
    fs::write(out.join("meant"), meant)
}

/// The known slips that are no words themselves, each with what may have been meant.
fn slips(known: &BTreeSet<u64>) -> BTreeMap<u64, &'static [&'static str]> {
    let entries = typos_dict::WORD.map.entries();
    let entries = entries.map(|(slip, meant)| (slip.into_inner().to_ascii_lowercase(), *meant));
    let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let plain = entries.filter(|(slip, meant)| {
        slip.len() >= 3
            && is_plain(slip)
            && !meant.is_empty()
            && meant.iter().all(|word| is_plain(word))
    });
    plain
        .map(|(slip, meant)| (digest(slip.as_bytes()), meant))
        .filter(|(slip, _)| !known.contains(slip))
        .collect()
}
