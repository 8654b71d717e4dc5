//! Rules that a desk writes into its house file.

use wiredesk::house::file::read;
use wiredesk::house::terms::Hit;
use wiredesk::rules;

/// What is wrong with a house file that says `text`, each at what is written there.
fn faults(text: &str) -> Vec<String> {
    let faults = read(text, &rules::names()).faults;
    faults.iter().map(|fault| format!("{}: {}", &text[fault.span.range()], fault.what)).collect()
}

/// What the substitutions of a house file that says `text` find in `copy`, and what they prefer.
fn found(text: &str, copy: &str) -> Vec<String> {
    let file = read(text, &rules::names());
    assert_eq!(file.faults, [], "{text}");
    let terms = file.layer.terms.expect("there are rules");
    let told =
        |hit: Hit| format!("{} > {}", &copy[hit.span.range()], hit.prefer.unwrap_or_default());
    terms.substitutions.hits(copy, |_, _| true).into_iter().map(told).collect()
}

/// One rule as a house file writes it.
fn one(words: &str, prefer: &str) -> String {
    format!("substitution = [{{ match = {words:?}, prefer = {prefer:?} }}]")
}

#[test]
fn case_is_that_of_the_copy() {
    let found = |copy: &str| found(&one("tug boat", "tugboat"), copy);
    assert_eq!(
        found("The tug boat, a Tug Boat and a TUG BOAT."),
        ["tug boat > tugboat", "Tug Boat > Tugboat", "TUG BOAT > TUGBOAT"]
    );
    assert!(found("Tug boats, a tugboat, a tug, boat, and a stug boat.").is_empty());
}

#[test]
fn a_capital_is_meant() {
    let found = |copy: &str| found(&one("Lysse", "Lisse"), copy);
    assert_eq!(
        found("Lysse and LYSSE, in Lysse's harbour, pro-Lysse."),
        ["Lysse > Lisse", "LYSSE > LISSE", "Lysse > Lisse", "Lysse > Lisse"]
    );
    assert!(found("A lysse is no place.").is_empty());
}

#[test]
fn the_longer_phrase_counts() {
    let text =
        r#"substitution = [{ pairs = { "master" = "chief", "harbour master" = "portmaster" } }]"#;
    assert_eq!(
        found(text, "The harbour master met a master."),
        ["harbour master > portmaster", "master > chief"]
    );
}

#[test]
fn what_is_preferred_may_hold_what_is_not() {
    assert!(found(&one("quay", "quay side"), "The quay side was shut.").is_empty());
    assert_eq!(found(&one("quay", "quay side"), "The quay was shut."), ["quay > quay side"]);
}

#[test]
fn what_is_preferred_may_stand_before_what_is_not() {
    assert!(found(&one("Maro", "Ines Maro"), "The master, Ines Maro, left.").is_empty());
    assert_eq!(found(&one("Maro", "Ines Maro"), "The master, Maro, left."), ["Maro > Ines Maro"]);
}

#[test]
fn a_capital_that_begins_a_sentence_stays() {
    let found = |copy: &str| found(&one("Harbour Master", "harbour master"), copy);
    assert_eq!(
        found("Harbour Master Maro left. Harbour Master Halvik stayed."),
        ["Harbour Master > Harbour master", "Harbour Master > Harbour master"]
    );
    assert_eq!(found("She met Harbour Master Maro."), ["Harbour Master > harbour master"]);
}

#[test]
fn a_word_that_is_right_where_a_sentence_begins_is_let_stand() {
    assert!(found(&one("Harbour", "harbour"), "Harbour dues rose.").is_empty());
}

#[test]
fn marks_may_begin_what_is_looked_for() {
    assert_eq!(found(&one("#lisse", "Lisse"), "They wrote #Lisse on it."), ["#Lisse > Lisse"]);
    assert_eq!(found(&one("'til", "until"), "Shut 'til dawn, until 'tilde."), ["'til > until"]);
}

#[test]
fn a_part_of_a_word_or_an_address_is_not_found() {
    let found = |copy: &str| found(&one("won", "was given"), copy);
    assert!(found("It won't, said www.won.com, @won, won_it and #won.").is_empty());
    assert_eq!(found("Who won?"), ["won > was given"]);
}

#[test]
fn apostrophes_and_letters_of_all_alphabets_are_compared() {
    assert_eq!(
        found(&one("maro's île", "Maro's Isle"), "On Maro’s Île."),
        ["Maro’s Île > Maro's Isle"]
    );
}

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    for (text, told) in [
        (
            r#"substitution = [{ match = "a" }]"#,
            r#"{ match = "a" }: [[substitution]] says with prefer what the house writes"#,
        ),
        (
            r#"substitution = [{ prefer = "a" }]"#,
            r#"{ prefer = "a" }: [[substitution]] says with match or pattern what it is about"#,
        ),
        (r#"banned = [{ match = "" }]"#, r#""": match is a word or phrase, or a list of such"#),
        (
            r#"banned = [{ patern = "a" }]"#,
            "patern: a [[banned]] has no \"patern\"; perhaps \"pattern\"",
        ),
        (r#"banned = [{ pattern = "(a" }]"#, r#""(a": not a pattern: unclosed group"#),
        (
            r#"banned = [{ pattern = "a*" }]"#,
            r#""a*": this pattern finds nothing at all, everywhere"#,
        ),
        (
            r#"banned = [{ pattern = "(a{900}){900}" }]"#,
            r#""(a{900}){900}": this pattern stands for too much: make it smaller"#,
        ),
        (
            r#"banned = [{ match = "a", scope = "leed" }]"#,
            r#""leed": scope is one of outside-quotations, copy, headline, subheads, lead, everywhere; perhaps "lead""#,
        ),
        (
            r#"banned = [{ match = "a", link = "ftp" }]"#,
            r#""ftp": link is an address that begins with https://"#,
        ),
        (
            r#"consistent = [{ match = "a" }]"#,
            r#"{ match = "a" }: [[consistent]] names two forms or more in match"#,
        ),
        (r#"required = "a""#, r#""a": required rules are tables of their own: [[required]]"#),
    ] {
        assert_eq!(faults(text), [told]);
    }
}

#[test]
fn what_is_right_holds_beside_what_is_wrong() {
    let text = r#"
[[banned]]
match = "tub"
[[banned]]
pattern = "("
"#;
    let file = read(text, &rules::names());
    assert_eq!(file.faults.len(), 1);
    assert_eq!(file.layer.terms.expect("one is right").banned.hits("a tub", |_, _| true).len(), 1);
}

#[test]
fn a_pattern_that_would_explode_elsewhere_ends() {
    let text = r#"substitution = [{ pattern = "(x+x+)+y", prefer = "z" }]"#;
    let copy = "x".repeat(2_000);
    assert!(found(text, &copy).is_empty());
}

#[test]
fn thousands_are_told_apart() {
    let pairs: Vec<String> =
        (0..5_000).map(|number| format!("\"tug{number} boat\" = \"tug{number}\"")).collect();
    let text = format!("substitution = [{{ pairs = {{ {} }} }}]", pairs.join(", "));
    assert_eq!(
        found(&text, "Of tug7 boat and tug4999 boat, no tug5000 boat."),
        ["tug7 boat > tug7", "tug4999 boat > tug4999"]
    );
}
