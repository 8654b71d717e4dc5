//! Two spellings of one word in one story.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::rule::{Passage, Uses, rule};

rule! {
    /// A word is written in one way throughout a story.
    ///
    /// `Adviser` or `advisor`, `reopen` or `re-open`: either is right, and houses differ; both in one story are left from
    /// two hands. What the story has less of is pointed at. Spelling by country is for
    /// [mixed-spelling](#mixed-spelling).
    ///
    /// ```dispatch
    /// The advisers of the harbour of Lisse met on Friday. They want to reopen the mill.
    /// An advisor said it could be re-opened in May.
    ///    ^^^^^^^ "advisor" here, "advisers" above
    ///                             ^^^^^^^^^ "re-opened" here, "reopen" above
    /// ```
    /// ```dispatch fixed
    /// The advisers of the harbour of Lisse met on Friday. They want to reopen the mill.
    /// An adviser said it could be reopened in May.
    /// ```
    /// ```dispatch
    /// An air strike hit the mill.
    /// The airstrike was the second. The first air strike missed.
    ///     ^^^^^^^^^ "airstrike" here, "air strike" above
    /// ```
    ///
    /// Names and titles are spelt as they are, and so is speech:
    ///
    /// ```dispatch
    /// The advisers of the harbour met the Advisory Board and its Senior Advisor, Ines Maro.
    /// "My advisor will re-open it," she said, and the health care of pilots was next. Health-care workers came.
    /// The pilots agreed to cease fire before the ceasefire.
    /// ```
    "mixed-variant",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Uses(collect),
}

/// One word as it may be written: the words it is of, parted by `+`, with its group, and which of its forms that is.
#[derive(Clone, Copy)]
struct Form {
    group: u32,
    number: u32,
    /// The word that follows, if it is written as two.
    second: Option<&'static str>,
    /// The forms of the same inflection, in the order of the group.
    all: &'static str,
    /// Which inflection it is.
    inflection: usize,
}

/// All forms, by their first words. A line of `groups.txt` is a group: its forms are parted by bars, and each has the same
/// inflections in the same order. It holds what published copy is seen to mix, and what is of its kind; not what tells a noun
/// from a verb (`break-up`, `break up`) or from an adjective (`health care`, `health-care`), and no pair that differs in what it
/// means (`flyer`, `flier`; `disc`, `disk`).
static FORMS: LazyLock<HashMap<&str, Vec<Form>, FixedState>> = LazyLock::new(|| {
    let mut forms: HashMap<&str, Vec<Form>, FixedState> = HashMap::default();
    for (group, all) in (0..).zip(include_str!("mixed_variant/groups.txt").lines()) {
        for (form, words) in (0..).zip(all.split(" | ")) {
            for (inflection, word) in words.split(' ').enumerate() {
                let (first, second) =
                    word.split_once('+').map_or((word, None), |(one, two)| (one, Some(two)));
                let of = Form { group, number: form, second, all, inflection };
                forms.entry(first).or_default().push(of);
            }
        }
    }
    forms
});

/// How long the first words of forms are.
const SHORTEST: u32 = 2;
const LONGEST: u32 = 20;

fn collect(passage: &Passage<'_>, uses: &mut Uses) {
    let copy = passage.copy;
    for (at, span) in passage.reading.words.iter().enumerate() {
        // A capital makes a name or a title of it, and all of a headline may have them.
        let may_be = (SHORTEST..=LONGEST).contains(&span.len())
            && copy.as_bytes()[span.start as usize].is_ascii_lowercase();
        let forms = may_be.then(|| FORMS.get(&copy[span.range()])).flatten();
        for form in forms.into_iter().flatten() {
            note(passage, at, form, uses);
        }
    }
}

/// Notes `form`, the first word of which is numbered `at`, if all of it stands there.
fn note(passage: &Passage<'_>, at: usize, form: &Form, uses: &mut Uses) {
    let last = match form.second {
        Some(second) if passage.next(at) == Some(second) => at + 1,
        Some(_) => return,
        None => at,
    };
    let noted = uses.add(form.group, form.number, passage.span(at, last));
    for (other, words) in (0..).zip(form.all.split(" | ")) {
        if other != form.number
            && let Some(word) = words.split(' ').nth(form.inflection)
        {
            noted.instead(other, word.replace('+', " "));
        }
    }
}
