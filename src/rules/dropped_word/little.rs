//! Little words that have fallen out of turns that must have them: `one the largest`, `as result of`.

use crate::dispatch::Part;
use crate::rules::rule::turn::{self, Slips};
use crate::rules::rule::{Findings, Passage, Safety};

/// Words of which one beside them has fallen out, with the turns in which it must stand.
#[rustfmt::skip] // A row is a line.
static SLIPS: [Slips; 46] = [
    ("a", &[("", "of|and|is|was|were|are|has|had", "")]),
    ("able", &[
        ("be|is|are|was|were|been|being|not|become|became|better|longer", "access|be|become|bring|build|buy|come|continue|deliver|do|enter|find|get|give|go|have|help|hold|identify|keep|leave|make|meet|move|obtain|operate|pay|play|provide|reach|return|run|say|see|sell|send|speak|stay|stop|survive|take|tell|travel|use|vote|walk|win|withstand|work", "able to"),
        ("will|would|could|should|must|might|may", "to", "be able"),
    ]),
    ("according", &[
        ("", "the !same|full|right|rights|honor|honour|status|title|respect", "according to"),
        ("", "authorities|data|documents|figures|his|local|media|officials|police|reports|sources|witnesses", "according to"),
    ]),
    ("allowed", &[("will|would|could|should|must|cannot", "to", "be allowed")]),
    ("an", &[("", "of|and|is|was|were|are|has|had", "")]),
    ("attempting", &[("", "be|build|destroy|find|get|give|keep|make|prevent|take", "attempting to")]),
    ("belonged", &[("", "the|a|an|him|them", "belonged to")]),
    ("belonging", &[("", "the|a|an|him|them", "belonging to")]),
    ("belongs", &[("", "the|a|an|him|them", "belongs to")]),
    ("connection", &[("in", "the|a", "connection with")]),
    ("consisted", &[("", "the|a|an|two|three|four|five", "consisted of")]),
    ("consisting", &[("", "the|a|an|two|three|four|five", "consisting of")]),
    ("consists", &[("", "the|a|an|two|three|four|five", "consists of")]),
    ("depending", &[("", "the|a|his|its|their|what|where|whether|how !most|more", "depending on")]),
    ("depends", &[("", "the|a|his|its|their|what|whether|how !most|more", "depends on")]),
    ("expected", &[("will|would|could|should|must|cannot", "to", "be expected")]),
    ("few", &[("a", "them|us|those|the", "few of")]),
    ("forced", &[("will|would|could|should|must|cannot", "to", "be forced")]),
    ("handful", &[("a|the", "people|men|women|countries|companies|others|states|places|lawmakers", "handful of")]),
    ("held", &[("will|would|should|must", "on|next|later|this|from|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday", "be held")]),
    ("hoping", &[("", "be|become|build|find|get|give|keep|make|prevent|take|win", "hoping to")]),
    ("hundreds", &[("", "people|thousands|millions|men|women|children|soldiers|troops|workers|protesters|students|families|migrants", "hundreds of")]),
    ("less", &[("in|of|for|with|at|by|to|after", "a week|month|year|day|hour|minute|mile|third|quarter|dozen|decade", "less than")]),
    ("majority", &[("the|a|vast|overwhelming|great", "the|americans|people|voters|lawmakers|shareholders|members|those|them|us", "majority of")]),
    ("many", &[
        ("as", "# people|men|women|children|troops|soldiers|workers|homes|percent|countries", "many as"),
        ("", "them", "many of"),
    ]),
    ("millions", &[("", "people|men|women|children|workers|americans|voters|families", "millions of")]),
    ("more", &[
        ("!a|an|the|any|few|many|much|no|once|one|or|some|two|three|four|five|#", "# people|men|women|children|protesters|demonstrators|troops|soldiers|workers|percent|pct|deaths|homes|houses|million|billion|mln|bln|years|days|countries|miles|kilometres|kilometers|tweets|cases|families|students|employees|migrants", "more than"),
        ("!a|any|many|much|no|once|one|or|some", "a dozen|hundred|thousand|million|billion|third|quarter", "more than"),
        ("!any|much|no|once|one|or|some", "half the|of|a", "more than"),
    ]),
    ("most", &[("!at|the|what|who|all", "them", "most of")]),
    ("number", &[("a|the|large|small|growing|record", "people|countries|ships|others|ways|companies|reasons|cases|deaths|factors|officials|measures|voters|students|workers|refugees|migrants", "number of")]),
    ("one", &[("!no|any|some|every|each", "them|us", "one of")]),
    ("order", &[("in", "accommodate|achieve|allow|avoid|be|become|break|build|buy|close|combat|create|cut|defeat|encourage|ensure|fight|find|gain|get|give|help|improve|increase|keep|maintain|make|meet|obtain|pay|prevent|protect|provide|qualify|raise|reach|reduce|save|secure|sell|stop|survive|take|win", "order to")]),
    ("planning", &[("", "be|become|build|buy|find|get|give|make|sell|take", "planning to")]),
    ("prior", &[("", "the|his|her|its|their", "prior to")]),
    ("regardless", &[("", "the|his|her|its|their|what|who|how|where", "regardless of")]),
    ("required", &[("will|would|could|should|must|cannot", "to", "be required")]),
    ("result", &[("as|largely|partly|mainly", "of", "a result")]),
    ("scores", &[("killing|killed|injured|injuring|wounded|wounding|arrested|including", "people|men|women|children|soldiers|civilians", "scores of")]),
    ("soon", &[("as", "the|he|she|it|they|possible|we", "soon as")]),
    ("spite", &[("in", "the|his|her|its|their|a|this", "spite of")]),
    ("supposed", &[("was|were|is|are|been|be", "be|become|get|give|go|have|help|keep|make|take", "supposed to")]),
    ("tens", &[("", "thousands|millions", "tens of")]),
    ("the", &[
        ("is|was|are|were|as|be|been|become|becomes|became|remain|remains|remained one", "most|largest|biggest|best|worst|oldest|busiest|few|world's|country's", "of the"),
        ("on behalf", "", "of the"),
        ("in the wake|aftermath|hands|midst", "", "of the"),
        ("at the hands|expense", "", "of the"),
        ("on the outskirts|eve", "", "of the"),
        ("", "of|and|is|was|were|are|has|had", ""),
    ]),
    ("thousands", &[("", "people|millions|men|women|children|soldiers|troops|workers|protesters|students|families|migrants|jobs|homes", "thousands of")]),
    ("trying", &[("", "be|become|build|find|get|give|keep|make|persuade|prevent|reach|take|do|go", "trying to")]),
    ("unable", &[("", "access|attend|be|bring|buy|come|do|find|get|give|go|help|keep|leave|make|meet|pay|reach|return|see|sell|take|travel|use|vote|walk|work", "unable to")]),
    ("wake", &[("in", "of", "the wake")]),
];

/// The words of it.
pub(super) const WORDS: [&str; SLIPS.len()] = turn::words(&SLIPS);

/// Objects to the word numbered `at` if one beside it has fallen out.
pub(super) fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) -> Option<()> {
    let right = turn::right(&SLIPS, passage, at)?;
    let word = passage.word(at)?;
    if right.is_empty() {
        let what = format!("a noun seems to be missing after \"{}\"", word.to_ascii_lowercase());
        findings.at(passage.span(at, at + 1), what);
        return Some(());
    }
    let small = word.to_ascii_lowercase();
    let (span, lost, side) = match (right.strip_suffix(&small), right.strip_prefix(&small)) {
        (Some(lost), _) => (passage.span(at.checked_sub(1)?, at), lost, "before"),
        (_, Some(lost)) => (passage.span(at, at + 1), lost, "after"),
        _ => return None,
    };
    let lost = lost.trim();
    // A heading does without articles.
    let is_heading = matches!(passage.setting.part, Part::Headline | Part::Subhead);
    if is_heading && matches!(lost, "a" | "the") {
        return None;
    }
    let own = passage.reading.words[at];
    let text = passage.as_at(own, right);
    findings.at(span, format!("\"{lost}\" seems to be missing {side} \"{small}\"")).write(
        Safety::Suggested,
        passage.reading.words[at],
        &text,
    );
    Some(())
}
