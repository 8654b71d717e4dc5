//! Words that say again what is said.

use super::rule::{Findings, Passage, Safety, firsts, is_in, rule};

rule! {
    /// Nothing is said twice in one breath.
    ///
    /// What is destroyed is completely so, history is past, and the N of PIN is a number. A cut loses nothing.
    ///
    /// ```dispatch
    /// The fire completely destroyed the mill, and the armed gunman was seen on a fishing boat.
    ///          ^^^^^^^^^^^^^^^^^^^^ "completely destroyed" says it twice
    ///                                                 ^^^^^^^^^^^^ "armed gunman" says it twice
    /// Past history shows that each and every pilot has a PIN number.
    /// ^^^^^^^^^^^^ "Past history" says it twice
    ///                         ^^^^^^^^^^^^^^ "each and every" says it twice
    ///                                                    ^^^^^^^^^^ "PIN number" says it twice
    /// ```
    /// ```dispatch fixed
    /// The fire destroyed the mill, and the gunman was seen on a fishing boat.
    /// History shows that every pilot has a PIN.
    /// ```
    ///
    /// ```dispatch
    /// The mill was destroyed, the gunman was heavily armed, and "past history" says so. The local residents and the
    /// general public are safe. Their future is planned, and their top priority is a safe haven.
    /// ```
    "redundancy",
    severity: Hint,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &firsts(&PHRASES);

/// What says something twice, with what says it once.
const PHRASES: [(&str, &str); 123] = [
    ("absolutely essential", "essential"),
    ("actual facts", "facts"),
    ("added bonus", "bonus"),
    ("advance planning", "planning"),
    ("advance reservations", "reservations"),
    ("armed gunman", "gunman"),
    ("armed gunmen", "gunmen"),
    ("at this point in time", "now"),
    ("atm machine", "ATM"),
    ("atm machines", "ATMs"),
    ("basic fundamentals", "fundamentals"),
    ("biography of her life", "biography"),
    ("biography of his life", "biography"),
    ("close proximity", "proximity"),
    ("collaborate together", "collaborate"),
    ("combined together", "combined"),
    ("completely annihilated", "annihilated"),
    ("completely demolished", "demolished"),
    ("completely destroyed", "destroyed"),
    ("completely eliminated", "eliminated"),
    ("completely surrounded", "surrounded"),
    ("consensus of opinion", "consensus"),
    ("cooperate together", "cooperate"),
    ("crisis situation", "crisis"),
    ("current incumbent", "incumbent"),
    ("difficult dilemma", "dilemma"),
    ("drowned to death", "drowned"),
    ("during the course of", "during"),
    ("each and every", "every"),
    ("electrocuted to death", "electrocuted"),
    ("emergency situation", "emergency"),
    ("end result", "result"),
    ("end results", "results"),
    ("essential necessity", "necessity"),
    ("estimated at about", "estimated at"),
    ("estimated at around", "estimated at"),
    ("estimated at roughly", "estimated at"),
    ("exact same", "same"),
    ("exactly identical", "identical"),
    ("fatally killed", "killed"),
    ("fellow co-worker", "co-worker"),
    ("fellow co-workers", "co-workers"),
    ("fellow colleague", "colleague"),
    ("fellow colleagues", "colleagues"),
    ("fellow coworkers", "coworkers"),
    ("few in number", "few"),
    ("filled to capacity", "filled"),
    ("final conclusion", "conclusion"),
    ("final outcome", "outcome"),
    ("foreign imports", "imports"),
    ("free gift", "gift"),
    ("free gifts", "gifts"),
    ("future plans", "plans"),
    ("gather together", "gather"),
    ("gathered together", "gathered"),
    ("general consensus", "consensus"),
    ("gui interface", "GUI"),
    ("hiv virus", "HIV"),
    ("hiv viruses", "HIV"),
    ("hot water heater", "water heater"),
    ("increasingly less", "less"),
    ("increasingly more", "more"),
    ("isbn number", "ISBN"),
    ("join together", "join"),
    ("joined together", "joined"),
    ("joint collaboration", "collaboration"),
    ("knots per hour", "knots"),
    ("large in size", "large"),
    ("lcd display", "LCD"),
    ("lcd displays", "LCDs"),
    ("llm model", "LLM"),
    ("merge together", "merge"),
    ("merged together", "merged"),
    ("mix together", "mix"),
    ("mixed together", "mixed"),
    ("more inferior", "inferior"),
    ("more superior", "superior"),
    ("mutual cooperation", "cooperation"),
    ("nearby vicinity", "vicinity"),
    ("new innovation", "innovation"),
    ("new innovations", "innovations"),
    ("new recruit", "recruit"),
    ("new recruits", "recruits"),
    ("old adage", "adage"),
    ("pair of twins", "twins"),
    ("past experience", "experience"),
    ("past experiences", "experiences"),
    ("past history", "history"),
    ("pcb board", "PCB"),
    ("period of time", "period"),
    ("physically located", "located"),
    ("pin number", "PIN"),
    ("pin numbers", "PINs"),
    ("planned in advance", "planned"),
    ("poisonous venom", "venom"),
    ("pre-planned in advance", "planned"),
    ("razed to the ground", "razed"),
    ("refer back", "refer"),
    ("referred back", "referred"),
    ("repeat again", "repeat"),
    ("repeated again", "repeated"),
    ("reply back", "reply"),
    ("return back", "return"),
    ("returned back", "returned"),
    ("reverted back", "reverted"),
    ("same identical", "identical"),
    ("separated apart", "separated"),
    ("small in size", "small"),
    ("still remain", "remain"),
    ("still remains", "remains"),
    ("strangled to death", "strangled"),
    ("sum total", "total"),
    ("sworn affidavit", "affidavit"),
    ("temporary reprieve", "reprieve"),
    ("too as well", "too"),
    ("totally destroyed", "destroyed"),
    ("true facts", "facts"),
    ("two twins", "twins"),
    ("unexpected surprise", "surprise"),
    ("usual custom", "custom"),
    ("very unique", "unique"),
    ("warned in advance", "warned"),
    ("whole entire", "whole"),
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some((span, once)) = passage.phrase(at, &PHRASES) else {
        return;
    };
    let printed = &passage.copy[span.range()];
    // `pin numbers` on a board.
    if once.starts_with("PIN") && !printed.starts_with("PIN") {
        return;
    }
    let once = passage.as_at(span, once);
    let finding = findings.at(span, format!("\"{printed}\" says it twice"));
    // `An armed gunman` would become `an gunman`.
    let is_vowel = |word: &str| word.starts_with(['a', 'e', 'i', 'o', 'u']);
    let has_article = passage.before(at).is_some_and(|word| is_in(&["a", "an"], word));
    if !has_article || is_vowel(printed) == is_vowel(&once) {
        finding.write(Safety::Suggested, span, &once);
    }
}
