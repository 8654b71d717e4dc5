//! Which marks belong together, and that one slip among them is found once.

use wiredesk::house::Severity;
use wiredesk::proof::Proof;
use wiredesk::prose;
use wiredesk::rules::Finding;
use wiredesk::text::Span;

use crate::fixture::{filed, harbour, picture, proof};

/// What single marks enclose in `copy`, and all quotations of it.
fn pairs(copy: &str) -> (Vec<&str>, Vec<&str>) {
    let reading = prose::read(copy);
    let inner = reading.quotations.inner.iter().map(|pair| &copy[pair.span().range()]);
    let outer = reading.quotations.outer.iter().map(|outer| &copy[outer.span.range()]);
    (inner.collect(), outer.collect())
}

#[test]
fn single_marks_pair_within_quotations_and_free() {
    let copy = "\"They said, 'We can't go,' and they went. It's 'the pilots' fault',\" he said.";
    assert_eq!(pairs(copy).0, ["'We can't go,'", "'the pilots' fault'"]);
    assert_eq!(pairs("“She said, ‘It’s over.’” ‘No,’ he said.").0, ["‘It’s over.’", "‘No,’"]);
    assert_eq!(pairs("Ships' owners 'to sue' over Lisse's '90s gate").0, ["'to sue'"]);
    assert_eq!(pairs("Ships 'free as gulls' again").0, ["'free as gulls'"]);
    assert_eq!(pairs("The pilots' rock 'n' roll").0, [""; 0]);
}

#[test]
fn pluses_around_words_are_marks() {
    let copy = "The +quasi+ collapse was +foreseeable+, she said.";
    assert_eq!(pairs(copy), (vec![], vec!["+quasi+", "+foreseeable+"]));
    assert_eq!(pairs("\"The +quasi+ collapse,\" she said.").0, ["+quasi+"]);
    for copy in
        ["An A+ in C++ and Google+", "call +44 20 7946", "5+ years and 10+ people", "a + b + c"]
    {
        assert_eq!(pairs(copy), (vec![], vec![]), "{copy}");
    }
}

#[test]
fn guillemets_point_either_way() {
    assert_eq!(
        pairs("»Wir sind bereit«, sagte sie, »und ihr?«").1,
        ["»Wir sind bereit«", "»und ihr?«"]
    );
    assert_eq!(pairs("«Nous sommes ‹prêts›», a-t-elle dit.").0, ["‹prêts›"]);
}

#[test]
fn single_marks_of_a_subhead_are_a_quotation() {
    assert_eq!(pairs("- 'Rain on the gate' -").1, ["'Rain on the gate'"]);
    assert_eq!(pairs("- 'It's over', says Maro -").1, ["'It's over'"]);
    assert_eq!(pairs("- Owners' doubts -").1, [""; 0]);
    assert_eq!(pairs("- \"All 'rain', no grain\" -").1, ["\"All 'rain', no grain\""]);
    assert_eq!(pairs("Ships 'to sue' over the gate").1, [""; 0]);
}

/// The twin as it should have been filed.
fn sound() -> String {
    let harbour = harbour();
    let slip = "under those cranes, said";
    assert!(harbour.contains(slip));
    harbour.replace(slip, "under those cranes,\" said").replace("the the", "the")
}

/// Where the marks of each quotation of `copy` stand in it: the opening one and the closing one.
fn placed(proof: &Proof) -> Vec<[Span; 2]> {
    let entries = proof.stories[0].paragraphs.iter();
    let placed = entries.flat_map(|entry| {
        let quotations = entry.known.reading.quotations.outer.iter();
        let pairs = quotations.filter_map(|quotation| quotation.open.zip(quotation.close));
        pairs
            .map(|(open, close)| [open, close].map(|mark| proof.place(&entry, mark)))
            .collect::<Vec<_>>()
    });
    placed.collect()
}

/// What a terminal shows of `copy`: hints aside.
fn shown(copy: &str) -> Vec<Finding> {
    let mut found = filed(&proof(copy));
    found.retain(|finding| finding.severity > Severity::Hint);
    found
}

/// Takes out each mark of `copy` in turn, and sets each twice: each time there is one finding more, at that place or at the
/// other mark of its pair. The number of marks is given back.
pub(crate) fn each_slip_is_found_once_in_place(copy: &str) -> usize {
    let before = shown(copy);
    let pairs = placed(&proof(copy));
    for (mark, partner) in pairs.iter().flat_map(|[open, close]| [(open, close), (close, open)]) {
        let glyph = &copy[mark.range()];
        for with in [String::new(), glyph.repeat(2)] {
            let mut slipped = copy.to_owned();
            slipped.replace_range(mark.range(), &with);
            let moved =
                |at: u32| if at > mark.start { at + with.len() as u32 - mark.len() } else { at };
            let place = Span::new(mark.start, mark.start + with.len() as u32);
            let partner = Span::new(moved(partner.start), moved(partner.end));
            let found = shown(&slipped);
            let is_old =
                |finding: &Finding| before.iter().any(|old| old.rule.name == finding.rule.name);
            let new: Vec<&Finding> = found.iter().filter(|finding| !is_old(finding)).collect();
            let told =
                || format!("{glyph} at {} to {with:?}:\n{}", mark.start, picture(&slipped, &found));
            assert_eq!(found.len(), before.len() + 1, "{}", told());
            let touches =
                |span: Span| new[0].span.start <= span.end && span.start <= new[0].span.end;
            assert!(new.len() == 1 && (touches(place) || touches(partner)), "{}", told());
        }
    }
    2 * pairs.len()
}

#[test]
fn one_slip_is_one_finding_in_its_place() {
    let line = sound();
    for form in [line.clone(), line.replace('\n', "\n\n"), line.replace('\n', "\r\n")] {
        assert_eq!(each_slip_is_found_once_in_place(&form), 16);
    }
}

/// A dispatch with every kind of quotation.
const MANY: &str = "\
The harbour of Maresund let its first ships in on Friday, ten days after a storm shut the port to all but small boats.
\"We counted every bolt,\" said harbour master Ilse Vantor. \"Then we let her through.\"
She spoke of a \"long wait\", of a \"short night\" and of owners who were \"tired, cold and angry\".
- 'Long wait' for grain -
Joren Halvik, who speaks for the dockers' union, asked: \"Who stands under those cranes? We do.\"
The union has called a meeting for Sunday evening.
\"Nobody was asked,\" he said, \"and nobody will be.\"
Vantor told reporters that the pier was \"safe\" and the gate \"as good as new\".
";

#[test]
fn one_slip_among_many_quotations_is_one_finding() {
    assert_eq!(each_slip_is_found_once_in_place(MANY), 22);
    let curly = MANY
        .replace(" \"", " “")
        .replace("\n\"", "\n“")
        .replace('"', "”")
        .replace("- '", "- ‘")
        .replace('\'', "’");
    assert_eq!(each_slip_is_found_once_in_place(&curly), 22);
}
