//! Which marks belong together.

use wiredesk::prose;

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
fn single_marks_of_a_subhead_are_a_quotation() {
    assert_eq!(pairs("- 'Rain on the gate' -").1, ["'Rain on the gate'"]);
    assert_eq!(pairs("- 'It's over', says Maro -").1, ["'It's over'"]);
    assert_eq!(pairs("- Owners' doubts -").1, [""; 0]);
    assert_eq!(pairs("- \"All 'rain', no grain\" -").1, ["\"All 'rain', no grain\""]);
    assert_eq!(pairs("Ships 'to sue' over the gate").1, [""; 0]);
}
