//! A word that takes sides.

use super::rule::{Findings, Passage, firsts, rule};

rule! {
    /// A word that takes a side is somebody's, and is printed as theirs.
    ///
    /// Who is a terrorist to one reader is a martyr to another. Agencies that serve both attribute such words or do without.
    /// Which words those are is each house's policy, so the rule is off until it is set; nor is what people call themselves,
    /// or what courts and lists call them, for a rule to know.
    ///
    /// ```dispatch house: rules.loaded-term = "hint"
    /// The regime called the gunmen terrorists, and the owner of the tug committed suicide.
    ///     ^^^^^^ "regime" takes a side: policy asks for "government"
    ///                              ^^^^^^^^^^ "terrorists" takes a side: policy asks for what they did, or whose word it is
    ///                                                                   ^^^^^^^^^^^^^^^^^ "committed suicide" takes a side: policy asks for "died by suicide"
    /// ```
    ///
    /// ```dispatch house: rules.loaded-term = "hint"
    /// "The terrorists are martyrs," said Ines Maro. A counter-terrorism unit was sent, and a new diet regimen begun.
    /// The Martyrs Brigade and the Terrorist Screening Center were named. The tax regime is old.
    /// ```
    "loaded-term",
    severity: off(Hint),
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &firsts(&TERMS);

/// What is said of a word for which there is none in its place.
const ATTRIBUTED: &str = "what they did, or whose word it is";

/// Words that desks ask about. Of suicide, of being in a country illegally, of addiction and of disability the AP Stylebook
/// speaks ("suicide", "illegal immigration", "addiction", "disabilities"), of terrorists the Reuters Handbook ("terrorism")
/// and the BBC's Editorial Guidelines; the rest are in use, and rest on no public rule.
const TERMS: [(&str, &str); 33] = [
    ("terrorist", ATTRIBUTED),
    ("terrorists", ATTRIBUTED),
    ("martyr", ATTRIBUTED),
    ("martyrs", ATTRIBUTED),
    ("martyred", ATTRIBUTED),
    ("freedom fighter", ATTRIBUTED),
    ("freedom fighters", ATTRIBUTED),
    ("regime", "\"government\""),
    ("regimes", "\"governments\""),
    ("illegal alien", "who is in the country illegally"),
    ("illegal aliens", "who are in the country illegally"),
    ("illegal immigrant", "who is in the country illegally"),
    ("illegal immigrants", "who are in the country illegally"),
    ("illegals", "who are in the country illegally"),
    ("anchor baby", "a description"),
    ("anchor babies", "a description"),
    ("commit suicide", "\"die by suicide\""),
    ("commits suicide", "\"dies by suicide\""),
    ("committed suicide", "\"died by suicide\""),
    ("committing suicide", "\"dying by suicide\""),
    ("failed suicide", "\"attempted suicide\""),
    ("successful suicide", "\"suicide\""),
    ("drug addict", "who is addicted"),
    ("drug addicts", "who are addicted"),
    ("junkie", "who is addicted"),
    ("junkies", "who are addicted"),
    ("wheelchair-bound", "\"who uses a wheelchair\""),
    ("confined to a wheelchair", "\"who uses a wheelchair\""),
    ("mentally retarded", "a diagnosis"),
    ("the handicapped", "\"disabled people\""),
    ("sex change", "\"gender transition\""),
    ("child prostitute", "a child who is exploited"),
    ("honor killing", "a killing, and whose word it is"),
];

/// What has a regime that is a set of rules.
#[rustfmt::skip]
const RULES: [&str; 9] = [
    "fitness", "inspection", "inspections", "legal", "regulatory", "sanctions", "tax", "testing", "trade",
];

/// What is listed as terrorist: as the list has it.
const LISTED: [&str; 5] =
    ["list", "organisation", "organisations", "organization", "organizations"];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some((span, policy)) = passage.phrase(at, &TERMS) else {
        return;
    };
    let printed = &passage.copy[span.range()];
    // A capital makes a name of it.
    let is_rules = printed.starts_with("regime")
        && passage.before(at).is_some_and(|word| RULES.contains(&word));
    let is_listed = passage.next(at).is_some_and(|word| LISTED.contains(&word));
    if printed.starts_with(char::is_lowercase) && !is_rules && !is_listed {
        findings.at(span, format!("\"{printed}\" takes a side: policy asks for {policy}"));
    }
}
