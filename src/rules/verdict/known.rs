//! What was said and noted of paragraphs that stay as they were.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::notes::Noted;
use super::{Judged, Said};
use crate::proof::Setting;

/// What was said and noted before, by the address of the reading it was said of, and the setting.
pub(super) type Known<'a> = HashMap<(usize, Setting), (&'a [Said], &'a [Noted]), FixedState>;

/// What tells something shared from all else, as long as it is held.
pub(super) fn address<T: ?Sized>(shared: &Arc<T>) -> usize {
    Arc::as_ptr(shared).addr()
}

/// The first of `all` as long as they are `own`, and the rest.
fn split_while<T>(all: &[T], own: impl Fn(&T) -> bool) -> (&[T], &[T]) {
    all.split_at(all.iter().take_while(|one| own(one)).count())
}

/// What was said of each paragraph in `judged`. Readings are held by the leaves, so their addresses are theirs alone.
pub(super) fn by_reading(judged: &[Judged]) -> Known<'_> {
    let mut known = Known::default();
    for judged in judged {
        let mut said = judged.said.as_deref().unwrap_or_default();
        let mut noted = judged.notes.as_ref().map_or(&[][..], |notes| &notes.all);
        for (slot, item) in judged.leaf.items.iter().enumerate() {
            let (said_here, noted_here);
            (said_here, said) = split_while(said, |(said_of, _)| said_of.number == slot);
            (noted_here, noted) = split_while(noted, |noted| noted.slot.number == slot);
            let key = (address(&item.known.reading), item.known.setting);
            known.insert(key, (said_here, noted_here));
        }
    }
    known
}
