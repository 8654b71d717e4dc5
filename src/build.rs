//! Makes the tables of words: which there are, which spellings are known slips of which, and where the words of the texts
//! that the program carries stand in them.
//!
//! They are made here and not held as they come, since a table of a hundred thousand strings costs every start of the
//! program milliseconds and megabytes; as bytes that are looked up where they lie, nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, io};

#[path = "prose/digest.rs"]
mod digest;

use digest::{BITS, EMPTY, bit, digest, slot};

/// The texts of which the words are looked up, by their names in the source.
const TEXTS: [&str; 4] = [
    "prose/spelling/common.txt",
    "prose/spelling/also.txt",
    "prose/dialect/pairs.txt",
    "rules/mixed_variant/groups.txt",
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/prose/digest.rs");
    let out =
        env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo says where to build"))?;
    let out = Path::new(&out);
    for text in TEXTS {
        println!("cargo::rerun-if-changed=src/{text}");
        let table = lookup(&fs::read_to_string(Path::new("src").join(text))?)?;
        let name = Path::new(text).with_extension("table");
        fs::write(out.join(name.file_name().unwrap_or_default()), table)?;
    }
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

/// Where each word of `text` stands, as a `Lookup` reads it. Lines behind `#` have none; of words joined by `+` only the first
/// is looked up.
fn lookup(text: &str) -> io::Result<Vec<u8>> {
    let place = |part: &str| part.as_ptr().addr() - text.as_ptr().addr();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let words = lines.flat_map(|line| line.split([' ', '|']).filter(|word| !word.is_empty()));
    let words = words.filter_map(|words| words.split('+').next());
    let words: Vec<(u64, usize)> =
        words.map(|word| (digest(word.as_bytes()), place(word))).collect();
    let mut rows = vec![(0, EMPTY); (2 * words.len()).next_power_of_two()];
    for (digest, place) in words {
        let mut at = slot(digest, rows.len());
        while rows[at].1 != EMPTY {
            at = (at + 1) % rows.len();
        }
        rows[at] = ((digest >> 32) as u32, u32::try_from(place).map_err(io::Error::other)?);
    }
    let bytes =
        rows.into_iter().flat_map(|(half, place)| [half.to_le_bytes(), place.to_le_bytes()]);
    Ok(bytes.flatten().collect())
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
