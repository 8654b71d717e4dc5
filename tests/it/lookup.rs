//! Words of texts that the program carries, as the build script lays them out.

use wiredesk::house::Dialect;
use wiredesk::prose::dialect::signs;
use wiredesk::text::Span;

/// The sign that `word` is, if it is one.
fn sign(word: &str) -> Option<(Dialect, &'static str)> {
    let span = Span::from(0..word.len());
    let mut signs = signs(word, std::slice::from_ref(&span));
    signs.next().filter(|(found, _)| *found == span).map(|(_, sign)| (sign.dialect, sign.other))
}

#[test]
fn every_pair_of_spellings_is_found_from_either_side() {
    let text = include_str!("../../src/prose/dialect/pairs.txt");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut pairs = 0;
    for (us, uk) in lines.filter_map(|line| line.split_once(' ')) {
        pairs += 1;
        for (word, other, dialect) in [(us, uk, Dialect::Us), (uk, us, Dialect::Uk)] {
            let bare = other.trim_start_matches('~');
            let expected = (!word.starts_with('~')).then_some((dialect, bare));
            assert_eq!(sign(word), expected, "{word}");
        }
    }
    assert!(pairs > 1000, "{pairs} pairs");
}

#[test]
fn what_is_no_word_of_a_pair_is_none() {
    for word in ["harbou", "harbours'", "Copyright", "copyright", "a", "", "notice"] {
        assert_eq!(sign(word), None, "{word}");
    }
    let copy = "a neo-colour, a café-color";
    let words = [Span::from(2..12), Span::from(16..27)];
    let found: Vec<&str> = signs(copy, &words).map(|(span, _)| &copy[span.range()]).collect();
    assert_eq!(found, ["colour", "color"]);
}
