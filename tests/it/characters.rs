//! Characters that were read wrongly, that nobody sees, and that a wire has not.

use std::sync::Arc;

use wiredesk::house::{Charset, House};
use wiredesk::proof::{Proof, Shelf};
use wiredesk::rules::{self, Fix, Safety, Stage};
use wiredesk::text::Text;
use wiredesk::text::misread::misread;

use crate::fixture::fixed;

#[test]
fn what_was_meant_is_told() {
    for (printed, meant) in [
        ("\u{e2}\u{20ac}\u{153}Yes,\u{e2}\u{20ac}\u{9d} he said", "“Yes,” he said"),
        ("it\u{e2}\u{20ac}\u{2122}s", "it’s"),
        ("it\u{e2}\u{80}\u{99}s", "it’s"),
        ("it\u{c3}\u{a2}\u{e2}\u{201a}\u{ac}\u{e2}\u{201e}\u{a2}s", "it’s"),
        ("it\u{92}s \u{93}good\u{94} \u{96} or not\u{85}", "it’s “good” – or not…"),
        ("\u{c3}\u{a9}t\u{c3}\u{a9}", "été"),
        ("\u{c2}\u{a3}30 \u{c2}\u{b0}C", "£30 °C"),
        ("Pa\u{c5}\u{a1}i\u{c4}\u{2021}", "Pašić"),
        ("\u{e2}\u{201a}\u{ac}30", "€30"),
        ("\u{f0}\u{178}\u{2dc}\u{20ac}", "😀"),
        ("\u{ef}\u{bb}\u{bf}It rained", "It rained"),
        (
            "A&amp;B &quot;it&#39;s&quot; &amp;quot;a&nbsp;b&#8217;s &#x2014; &#146;s",
            "A&B \"it's\" \"a b’s — ’s",
        ),
        ("workers#39; and it#39;s", "workers' and it's"),
        ("\"yes\u{e2}\u{20ac} he said", "\"yes” he said"),
    ] {
        let mut mended = printed.to_owned();
        for misread in misread(printed).into_iter().rev() {
            mended.replace_range(misread.span.range(), &misread.meant);
        }
        assert_eq!(mended, meant);
    }
}

#[test]
fn what_stands_for_itself_is_left_alone() {
    for copy in [
        "« voil\u{e0}\u{a0}» \u{e9}t\u{e9} na\u{ef}f \u{c2} \u{c3} \u{e2}",
        "AMANH\u{c3}\u{201d} S\u{c3}O \u{c5}re \u{c5}\u{2019}s \u{d1}and\u{fa}",
        "ranked #39; he & she; R&D; AT&T &c; # ; &; &#; &#0; &bogus;",
        "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442} \u{3b1}\u{3b2} \u{6c34}",
        "it\u{2019}s \u{201c}good\u{201d} \u{2013} 30 \u{20ac}\u{2026}",
    ] {
        assert_eq!(misread(copy), [], "{copy}");
    }
}

/// `copy` with the first fix of each finding made, in a house whose wire has `charset`; safe fixes alone if so asked.
fn mended(copy: &str, charset: Option<Charset>, only_safe: bool) -> String {
    let house = House { charset, ..House::default() };
    let asked = rules::resolve(&house, Stage::Typing);
    let proof = Proof::read(Text::new(copy, 0), Arc::new(Shelf { house, ..Shelf::default() }));
    let found = rules::judge(&proof, &asked).findings(&proof);
    let is_wanted = |fix: &&Fix| !only_safe || fix.safety == Safety::Safe;
    fixed(copy, found.iter().filter_map(|finding| finding.fixes.first()).filter(is_wanted))
}

#[test]
fn what_nobody_sees_goes() {
    for (copy, meant) in [
        ("It\u{200b} rain\u{ad}ed\u{feff} so\u{2060}.\n", "It rained so.\n"),
        ("It\u{2028}rained.\u{2029}\n", "It rained.\n"),
        ("It\u{b}rained.\n", "It rained.\n"),
        // Hard spaces, joiners, marks of direction, envelopes and a mark that begins the file stay.
        (
            "\u{feff}It\u{a0}rained\u{202f}so \u{200e}\u{200f}\u{200d}\u{200c}.\n",
            "\u{feff}It\u{a0}rained\u{202f}so \u{200e}\u{200f}\u{200d}\u{200c}.\n",
        ),
        ("\u{1}\u{2}It rained.\u{3}\u{4}\n", "\u{1}\u{2}It rained.\u{3}\u{4}\n"),
        ("It r\u{fffd}ined \u{e000} so.\n", "It r\u{fffd}ined \u{e000} so.\n"),
        ("\u{e01}\u{200b}\u{e02} It rained.\n", "\u{e01}\u{200b}\u{e02} It rained.\n"),
    ] {
        assert_eq!(mended(copy, None, true), meant);
    }
}

#[test]
fn a_wire_has_the_nearest() {
    let copy = "“Café”… l’œuvre — 3\u{a0}000 €, Łódź, e\u{301}té ½ km²\n";
    let ascii = mended(copy, Some(Charset::Ascii), false);
    assert_eq!(ascii, "\"Cafe\"... l'oeuvre -- 3 000 €, Lodz, ete ½ km²\n");
    let latin = mended(copy, Some(Charset::Latin1), false);
    assert_eq!(latin, "\"Café\"... l'oeuvre -- 3\u{a0}000 €, Lódz, été ½ km²\n");
    let safe = mended(copy, Some(Charset::Ascii), true);
    assert_eq!(safe, "\"Café\"... l'œuvre -- 3 000 €, Łódź, e\u{301}té ½ km²\n");
    assert_eq!(mended(copy, None, false), copy);
}
