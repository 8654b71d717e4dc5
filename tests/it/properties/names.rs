//! Made-up copy that names people, and renames of them.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use wiredesk::desk::rename::{prepare, rename};

use super::cases;
use super::copy::floor;
use crate::fixture::proof;
use crate::rename::made;

/// Sentences that name people in every form, some of them broken over lines.
const SENTENCES: [&str; 12] = [
    "Harbour master Ilse Vantor opened the pier on Friday.\n",
    "\"We are ready,\" said Ilse\n  Vantor.\n",
    "Vantor's crew had slept on the pier.\r\n",
    "ILSE VANTOR said no.\n",
    "\"No,\" VANTOR said, and \"yes\".\n",
    "Ilse M. Vantor was to come back.\n\n",
    "Transport Minister Joren Halvik was late, and Ilse Vantor was not.\n",
    "Halvik and Vantor shook hands.\n",
    "\"Joren Halvik never sleeps,\" said Vantor’s mother, Ines van der Maro.\n",
    "É 🚢, said van der Maro. Maro left with Halvik's boat.\n",
    "- 'Vantor and Halvik' -\n",
    "burs-iv/jh\n",
];

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn renaming_back_gives_the_same_copy(
        sentences in prop::collection::vec(select(&SENTENCES[..]), 1..12),
        place in any::<Index>(),
        surname in select(&["Orvall", "Lundequist", "O’Brann", "Karsk-Tolmen"][..]),
    ) {
        let copy = sentences.concat();
        let at = floor(&copy, place.index(copy.len())) as u32;
        // Where each line is a paragraph, `Ilse` at its end is somebody, and `Orvall` would be nobody.
        let old = prepare(&proof(&copy), at).filter(|old| old.name != "Ilse");
        let Some(old) = old else { return Ok(()) };
        let last = old.name.rfind(' ').map_or(0, |space| space + 1);
        let new = format!("{}{surname}", &old.name[..last]);
        let edits = rename(&proof(&copy), at, &new).unwrap();
        prop_assert!(!edits.is_empty(), "{copy:?}");
        let there = made(&copy, &edits);
        // The same mention, as far on as what was changed before it has grown.
        let before: Vec<_> = edits.iter().filter(|edit| edit.span.end <= old.span.start).cloned().collect();
        let back_at = made(&copy[..old.span.start as usize], &before).len() as u32;
        let back = rename(&proof(&there), back_at, &old.name);
        prop_assert!(back.is_ok(), "{there:?} at {back_at}: {back:?}");
        prop_assert_eq!(made(&there, &back.unwrap()), copy, "{}", there);
    }
}
