//! A quotation given in other words than before.

use super::rule::{Findings, rule};
use crate::dispatch::{Part, Section};
use crate::house::Severity;
use crate::proof::{Paragraph, Proof, Story, speaker};
use crate::prose::Wording;
use crate::prose::wording::{Alteration, Token, find, nearest, tokens};
use crate::text::paragraphs::Entry;
use crate::text::{Flow, Span, one_line};

rule! {
    /// What a story quotes twice it gives in the same words.
    ///
    /// Readers take what stands in marks for what was said. Capitals aside, it is. A headline and a subhead give the words
    /// as they stand below; and where the copy itself gives a quotation again, in a lead and further down, the words are
    /// worth a glance: of one that was put into English twice both may be right.
    ///
    /// ```dispatch
    /// Harbour 'will not close before Sunday'
    ///          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not in these words below: "will not open before Sunday"
    /// LISSE, Feb 12, 2027 (MNA) - The harbour of Lisse is shut.
    /// "It will not open before Sunday," said Ilse Vantor, who is its master.
    /// iv/jh
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nobody had asked' -
    ///    ^^^^^^^^^^^^^^^^ not in these words below: "Nobody was asked"
    /// "Nobody was asked who stands under those cranes," said Ilse Vantor.
    /// - 'Ice and wind' -
    ///    ^^^^^^^^^^^^ these words do not stand below
    /// The pilots went out all the same.
    /// ```
    /// ```dispatch
    /// The master of the harbour of Lisse called the storm "the worst that anybody here has seen".
    /// It rained all night.
    /// "It was the worst that anyone here has seen, and we have seen some," said Ilse Vantor.
    ///         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quoted before in other words: "the worst that anybody here has seen"
    /// ```
    ///
    /// A part of a quotation is given as it stands, two people may say almost the same, and what is said at once in two
    /// ways is meant. Of a text with more than 300 quotations, which is no dispatch, only the subheads are looked at.
    ///
    /// ```dispatch
    /// The master of the harbour of Lisse spoke on Friday of a long wait.
    /// - 'Nobody was asked' -
    /// "In the end nobody was asked," said Ilse Vantor. "Nobody was told and nobody was asked."
    /// - Ice, wind and rain -
    /// "We must all go out in this wind," said Joren Halvik.
    /// "We must never go out in this wind," said Radek Tolm, who called it "an ill wind".
    /// ```
    "altered-quotation",
    severity: Warning,
    scope: Copy,
    stage: Typing,
    waits: true,
    check: SectionAndStory(check_section, check_story),
}

/// Objects to what the headline quotes unless it stands below, and to what the copy quotes in other words than before.
fn check_story(proof: &Proof, story: &Story, findings: &mut Findings) {
    for alteration in &*story.alterations {
        let _ = object(proof, story, alteration, findings);
    }
}

fn object(
    proof: &Proof,
    story: &Story,
    alteration: &Alteration,
    findings: &mut Findings,
) -> Option<()> {
    let Alteration { first, second } = alteration;
    let [(_, before), (second, again)] = [first, second]
        .map(|(paragraph, slot, words)| {
            let entry = story.paragraphs.get(*paragraph)?;
            let wording = entry.known.reading.wordings.get(*slot)?;
            Some((entry, place(proof, &entry, wording, words.clone())?))
        })
        .into_iter()
        .collect::<Option<Vec<_>>>()?
        .try_into()
        .ok()?;
    let is_headline = second.known.setting.part == Part::Headline;
    if !is_headline && speaks_other(proof, story, alteration) {
        return None;
    }
    let printed = one_line(&proof.text.slice(before));
    if is_headline {
        let what = format!("not in these words below: \"{printed}\"");
        findings.at(again, what).note(before, "the words below");
    } else if !is_name(&printed) {
        let what = format!("quoted before in other words: \"{printed}\"");
        findings.at(again, what).at_most(Severity::Information).note(before, "the words before");
    }
    Some(())
}

/// Whether it is a name or a slogan, in capitals, of which another may be made: `Make Lisse Great Again`.
fn is_name(printed: &str) -> bool {
    printed.split(' ').all(|word| !word.starts_with(char::is_lowercase))
}

/// Where the words numbered `words` of a wording of the paragraph `entry` stand in the document.
fn place(
    proof: &Proof,
    entry: &Entry<'_, Paragraph>,
    wording: &Wording,
    words: std::ops::Range<usize>,
) -> Option<Span> {
    let copy = proof.copy(entry, wording.span);
    let tokens: Vec<Token> = tokens(&copy).collect();
    let span = tokens.get(words.start)?.span.hull(tokens.get(words.end.checked_sub(1)?)?.span);
    Some(proof.place(entry, span.shifted(wording.span.start)))
}

/// Whether the two quotations are said to be of different people.
fn speaks_other(proof: &Proof, story: &Story, alteration: &Alteration) -> bool {
    let [one, other] = [&alteration.first, &alteration.second].map(|(paragraph, slot, _)| {
        let entry = story.paragraphs.get(*paragraph)?;
        let reading = &entry.known.reading;
        let number = reading.wordings.get(*slot)?.quotation?;
        speaker::said(proof, story, &entry, reading.quotations.outer.get(number as usize)?)?.person
    });
    one.is_some() && other.is_some() && one != other
}

/// Objects to what the subhead of a section quotes, unless it stands there.
fn check_section(proof: &Proof, story: &Story, section: &Section, findings: &mut Findings) {
    let subhead = section.subhead.and_then(|subhead| story.paragraphs.get(subhead));
    let Some(subhead) = subhead.filter(|_| section.has_copy) else { return };
    let raw = proof.raw(&subhead);
    let flow = Flow::read(&raw);
    let wordings = subhead.known.reading.wordings.iter();
    let mut quoted: Vec<(Span, &[u32])> =
        wordings.map(|wording| (wording.span, &*wording.words)).collect();
    if quoted.is_empty() {
        return;
    }
    let copy = story.running(section.paragraphs.clone());
    let copy: Vec<_> = copy.map(|entry| (entry, proof.whole(&entry))).collect();
    // Most stand below letter for letter, which is soon told.
    let stands = |span: &Span| copy.iter().any(|(_, copy)| stands(copy, &flow.text[span.range()]));
    quoted.retain(|(span, _)| !stands(span));
    if quoted.is_empty() {
        return;
    }
    let copy = copy.into_iter().map(|(entry, copy)| (entry, tokens(&copy).collect()));
    let copy: Vec<(Entry<'_, Paragraph>, Vec<Token>)> = copy.collect();
    for (span, wanted) in quoted {
        if copy.iter().any(|(_, tokens)| find(&words(tokens), wanted).is_some()) {
            continue;
        }
        let place = flow.raw_span(span).shifted(subhead.start.bytes);
        let near = copy.iter().find_map(|(entry, tokens)| {
            let near = nearest(&words(tokens), wanted)?;
            let span = tokens[near.start].span.hull(tokens[near.end - 1].span);
            Some(proof.place(entry, span))
        });
        if let Some(near) = near {
            let printed = one_line(&proof.text.slice(near));
            let what = format!("not in these words below: \"{printed}\"");
            findings.at(place, what).note(near, "the words below");
        } else {
            findings.at(place, "these words do not stand below").at_most(Severity::Hint);
        }
    }
}

/// Whether `quoted` stands in `copy` letter for letter, as whole words.
fn stands(copy: &str, quoted: &str) -> bool {
    let quoted = quoted.trim_end_matches([',', '.']);
    copy.match_indices(quoted).any(|(at, _)| {
        let (before, behind) = (&copy[..at], &copy[at + quoted.len()..]);
        let stop = behind.strip_prefix([',', '.']);
        let is_last = stop.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        (before.is_empty() || before.ends_with([' ', '"', '“']))
            && (is_last || behind.is_empty() || behind.starts_with([' ', '"', '”', ';']))
    })
}

/// The words of `tokens`, as they are compared.
fn words(tokens: &[Token]) -> Vec<u32> {
    tokens.iter().map(|token| token.word).collect()
}
