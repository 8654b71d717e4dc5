//! The rim: findings as the protocol has them, and a keystroke from the bytes of its frame to those of the answer.

use std::cell::RefCell;

use divan::{Bencher, black_box};
use tower_lsp::ls_types::Uri;
use wiredesk::rules;
use wiredesk::server::capabilities::Terms;
use wiredesk::server::convert::objection;

use crate::copy::{SIZES, asked, dispatch, proof, slipped};
use crate::editor::{Editor, NAME};

/// The most findings that are published of a document.
const MOST: usize = 1000;

/// Makes one finding, in the middle, a diagnostic of the protocol.
#[divan::bench(args = SIZES)]
fn convert(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&slipped(size));
    let findings = rules::judge(&proof, &asked()).findings(&proof);
    let finding = &findings[findings.len() / 2];
    let (uri, terms): (Uri, _) = (NAME.parse().unwrap(), Terms::default());
    bencher.bench(|| objection(&uri, black_box(&proof), finding, &terms));
}

/// Makes all of a document's, as many as are published, the bytes that are sent.
#[divan::bench(args = SIZES)]
fn convert_all(bencher: Bencher<'_, '_>, size: u32) {
    let proof = proof(&slipped(size));
    let findings = rules::judge(&proof, &asked()).findings(&proof);
    let (uri, terms): (Uri, _) = (NAME.parse().unwrap(), Terms::default());
    bencher.bench(|| {
        let set =
            findings.iter().take(MOST).map(|finding| objection(&uri, &proof, finding, &terms));
        serde_json::to_vec(&set.collect::<Vec<_>>()).unwrap()
    });
}

/// Sends a keystroke to a server, and waits for the findings of that version.
#[divan::bench(args = SIZES)]
fn publish(bencher: Bencher<'_, '_>, size: u32) {
    typed(bencher, &dispatch(size));
}

/// The same in copy with slips.
#[divan::bench(args = SIZES)]
fn publish_slipped(bencher: Bencher<'_, '_>, size: u32) {
    typed(bencher, &slipped(size));
}

fn typed(bencher: Bencher<'_, '_>, copy: &str) {
    let editor = RefCell::new(Editor::open(copy));
    bencher
        .with_inputs(|| editor.borrow_mut().keystroke())
        .bench_local_values(|keystroke| editor.borrow_mut().publishes(&keystroke));
}
