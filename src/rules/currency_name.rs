//! The name of a currency in another's form.

use super::rule::{Findings, Passage, Safety, is_in, rule};
use crate::prose::figure::{self, SCALES};
use crate::text::Span;

rule! {
    /// A currency has its own name, in small letters: euros, Swedish kronor, Danish kroner.
    ///
    /// Sweden and Iceland have a krona (kronor; kronur), Denmark and Norway a krone (kroner). Names of currencies are no
    /// proper nouns (AP Stylebook, "currency"), and their codes are for tables: in copy it is `$10`, `10 euros`.
    ///
    /// ```dispatch
    /// The yard of Lisse paid 200 Swedish kroner, 300 Danish kronor, 10 million Euros and USD 5.50 for the rope.
    ///                                    ^^^^^^ the Swedish money is the krona, in the plural kronor
    ///                                                       ^^^^^^ the Danish money is the krone, in the plural kroner
    ///                                                                          ^^^^^ a currency takes no capital
    ///                                                                                    ^^^^^^^^ a code for "$"
    /// ```
    /// ```dispatch fixed
    /// The yard of Lisse paid 200 Swedish kronor, 300 Danish kroner, 10 million euros and $5.50 for the rope.
    /// ```
    /// ```dispatch
    /// It paid Swedish kronor, Danish kroner, 10 euros and the Norwegian krone's worth. It qualified for Euro 2024, in which
    /// the Euros began on Friday. The EUR/USD rate was 1.10. The Euro fund and the Icelandic kronur were sold by EUR SA.
    /// ```
    /// ```dispatch house: agency = "Reuters"
    /// Court Fines Yard of Maresund 10 Million Euros
    /// MARESUND, Feb 12 (Reuters) - The yard of Maresund is to pay 10 million euros.
    /// The pilots went out at dawn.
    /// ```
    "currency-name",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(NAMES, check),
}

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "dollars", "eur", "euro", "euros", "gbp", "krona", "krone", "kroner", "kronor", "pesos", "pounds",
    "rubles", "roubles", "rupees", "usd", "yen",
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some(name) = passage.word(at) else { return };
    let _ = match name {
        "krona" | "krone" | "kroner" | "kronor" => check_krona(passage, at, name, findings),
        "USD" | "EUR" | "GBP" => check_code(passage, at, name, findings),
        _ => check_capital(passage, at, name, findings),
    };
}

/// Objects to the money, word `at`, if it is that of another country than the one named before it.
fn check_krona(
    passage: &Passage<'_>,
    at: usize,
    name: &str,
    findings: &mut Findings,
) -> Option<()> {
    let country = passage.before(at)?;
    let (krona, kronor) = match country {
        "Swedish" => ("krona", "kronor"),
        "Danish" | "Norwegian" => ("krone", "kroner"),
        _ => return None,
    };
    let with = match name {
        "kroner" | "kronor" => kronor,
        _ => krona,
    };
    if name != with {
        let span = passage.reading.words[at];
        let what = format!("the {country} money is the {krona}, in the plural {kronor}");
        findings.at(span, what).write(Safety::Suggested, span, with);
    }
    Some(())
}

/// Objects to the code of a currency before a figure.
fn check_code(passage: &Passage<'_>, at: usize, code: &str, findings: &mut Findings) -> Option<()> {
    let number = passage.next(at).filter(|number| figure::value(number).is_some())?;
    // `100 USD 10`: the code is that of the figure before.
    let is_of_before = passage.before(at).is_some_and(|before| figure::value(before).is_some());
    let rest = &passage.copy[passage.reading.words[at + 1].end as usize..];
    if is_of_before || rest.starts_with(['-', '–', '/', '%', ':']) {
        return None;
    }
    let span = passage.span(at, at + 1);
    let (mark, with) = match code {
        "USD" => ("$", format!("${number}")),
        "GBP" => ("£", format!("£{number}")),
        _ => ("euros", format!("{number} euros")),
    };
    let finding = findings.at(span, format!("a code for \"{mark}\""));
    // `EUR 10 million`: the word has its place behind the scale.
    let has_scale = passage.next(at + 1).is_some_and(|word| is_in(&SCALES, word));
    if code != "EUR" || !has_scale {
        finding.write(Safety::Suggested, span, &with);
    } else {
        let whole = passage.span(at, at + 2);
        let amount = Span::new(passage.reading.words[at + 1].start, whole.end);
        let with = format!("{} euros", &passage.copy[amount.range()]);
        finding.write(Safety::Suggested, whole, &with);
    }
    Some(())
}

/// Objects to the capital of a currency behind an amount.
fn check_capital(
    passage: &Passage<'_>,
    at: usize,
    name: &str,
    findings: &mut Findings,
) -> Option<()> {
    // A headline may be set in capitals: `Court Fines Yard 10 Million Euros`.
    if !passage.setting.part.is_prose() {
        return None;
    }
    let small = name.to_lowercase();
    let is_name = name.starts_with(char::is_uppercase) && name[1..] == small[1..];
    let before = passage.before(at)?;
    let is_amount = figure::value(before).is_some()
        || is_in(&SCALES, before) && at > 1 && passage.before(at - 1).is_some();
    // `the 10 Euro Zone members`, `20 Pounds Road`
    let next = passage.next(at).unwrap_or_default();
    if is_name && is_amount && !next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        let span = passage.reading.words[at];
        let title = format!("Write \"{small}\"");
        findings.at(span, "a currency takes no capital").fix(
            &title,
            Safety::Suggested,
            span,
            &small,
        );
    }
    Some(())
}
