//! `stet`: letting stand, seeing what stands, and taking it back.

use super::{CLEAN, Desk, Done, WARNED};

const COPY: &str =
    "It rained on Friday.\nThe pilots went out of the the harbour.\nThe gate was shut.\n";
const STET: &str = "wiredesk.stet.toml";

/// The rules and lines of what `check` finds while a story is being written.
fn found(desk: &Desk, arguments: &[&str]) -> Vec<String> {
    let done = desk.run(&[&["check", "--draft", "--format", "jsonl"], arguments].concat());
    let told = done.json();
    let told = told.iter().map(|line| {
        let (file, rule) = (line["file"].as_str().unwrap(), line["rule"].as_str().unwrap());
        format!("{}:{} {rule}", file.replace('\\', "/"), line["start"]["line"])
    });
    told.collect()
}

/// What was printed where all went well.
fn well(done: Done) -> String {
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    done.out
}

/// What was complained of where it did not.
fn complaint(done: Done) -> String {
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    done.err
}

#[test]
fn a_finding_stands_until_its_sentence_changes() {
    let desk = Desk::with(&[("a.txt", COPY)]);
    let entry =
        "repeated-word at \"the the\" in \"The pilots went out of the the harbour.\" (a.txt)";
    assert_eq!(well(desk.run(&["stet", "add", "a.txt:2"])), format!("{STET}: stands: {entry}\n"));
    assert_eq!(found(&desk, &["a.txt"]), [""; 0]);
    let written = desk.read(STET);
    for place in ["a.txt:2", "a.txt:2:24", "./a.txt:2:26"] {
        let again = well(desk.run(&["stet", "add", place]));
        assert_eq!(again, format!("{STET}: stands already: {entry}\n"));
    }
    assert_eq!(desk.read(STET), written);
    desk.write(
        "a.txt",
        format!("Two ships came.\n\n{}", COPY.replace("rained", "hailed")).as_bytes(),
    );
    assert_eq!(found(&desk, &["a.txt"]), [""; 0]);
    assert_eq!(well(desk.run(&["stet", "list"])), format!("{STET}\n   1  {entry}\n"));
    desk.write("a.txt", COPY.replace("pilots", "masters").as_bytes());
    let stale = ["a.txt:2 repeated-word".to_owned(), format!("{STET}:3 stale-stet")];
    assert_eq!(found(&desk, &["a.txt"]), stale);
    assert_eq!(well(desk.run(&["stet", "list"])), format!("{STET}\n   1  stale: {entry}\n"));
    assert_eq!(well(desk.run(&["stet", "remove", "1"])), format!("{STET}: taken out: {entry}\n"));
    assert_eq!(found(&desk, &["a.txt"]), ["a.txt:2 repeated-word"]);
}

#[test]
fn a_stale_entry_is_shown_in_its_file() {
    let desk = Desk::with(&[
        ("a.txt", CLEAN),
        (STET, "[[stet]]\nrule = 'repeated-word'\nfile = 'a.txt'\n"),
    ]);
    let done = desk.run(&["check", "a.txt"]);
    let expected = expect_test::expect![[r#"
        warning[stale-stet]: nothing in a.txt needs this any more
         --> wiredesk.stet.toml:1:1
          |
        1 | / [[stet]]
        2 | | rule = 'repeated-word'
        3 | | file = 'a.txt'
          | |______________^

        2 files: 0 errors, 1 warning
    "#]];
    expected.assert_eq(&done.out);
    assert_eq!(done.code, 1);
    assert_eq!(desk.run(&["check", "--fail-on", "error", "a.txt"]).code, 0);
}

#[test]
fn several_rules_at_a_place_are_told_apart() {
    let copy = "Talks kicked off in Lisse on Friday.\nIt was of the the rain that another round kicked off late.\nThe gate was shut.\n";
    let desk = Desk::with(&[("a.txt", copy)]);
    let told = complaint(desk.run(&["stet", "add", "a.txt:2"]));
    assert_eq!(
        told,
        "wiredesk: a.txt:2: say with --rule which of these is to stand: near-repetition, repeated-word\n"
    );
    assert!(
        well(desk.run(&["stet", "add", "a.txt:2", "--rule", "near-repetition"]))
            .contains("kicked off")
    );
    assert_eq!(found(&desk, &["a.txt"]), ["a.txt:2 repeated-word"]);
    assert!(well(desk.run(&["stet", "add", "a.txt:2:11"])).contains("\"the the\""));
    assert_eq!(found(&desk, &["a.txt"]), [""; 0]);
}

#[test]
fn what_cannot_be_let_stand_is_said() {
    let desk = Desk::with(&[
        ("a.txt", COPY),
        ("clean.txt", CLEAN),
        ("broken/a.txt", COPY),
        ("broken/wiredesk.stet.toml", "[[stet\n"),
    ]);
    let cases: [(&[&str], &str); 12] = [
        (&["add", "clean.txt:1"], "wiredesk: clean.txt:1: nothing is objected to there\n"),
        (&["add", "a.txt:2:1"], "wiredesk: a.txt:2:1: nothing is objected to there\n"),
        (
            &["add", "a.txt:2", "--rule", "empty-section"],
            "wiredesk: a.txt:2: empty-section does not object there\n",
        ),
        (&["add", "a.txt:9"], "wiredesk: a.txt has no line 9\n"),
        (&["add", "gone.txt:1"], "wiredesk: gone.txt: "),
        (&["add", "a.txt"], "error: invalid value 'a.txt'"),
        (&["add", "a.txt:0"], "error: invalid value 'a.txt:0'"),
        (&["add", "-:1"], "error: "),
        (
            &["add", "a.txt:2", "--rule", "repeated-wrod"],
            "error: invalid value 'repeated-wrod' for '--rule <RULE>': there is no such rule; perhaps \"repeated-word\"\n",
        ),
        (&["rule", "repeated-word", "gone.txt"], "wiredesk: gone.txt: "),
        (&["word", "  "], "wiredesk: there is no word to let stand\n"),
        (&["remove", "1"], "wiredesk: nothing is let stand here\n"),
    ];
    for (arguments, expected) in cases {
        let told = complaint(desk.run(&[&["stet"], arguments].concat()));
        assert!(told.starts_with(expected), "{arguments:?}: {told}");
    }
    assert_eq!(well(desk.run(&["stet", "list"])), "nothing is let stand here\n");
    let told = complaint(desk.run(&["stet", "add", "broken/a.txt:2"]));
    assert!(told.contains("\nwiredesk: broken/wiredesk.stet.toml: not TOML: "), "{told}");
    assert_eq!(desk.read("broken/wiredesk.stet.toml"), b"[[stet\n");
}

#[test]
fn a_rule_stands_in_stories_and_a_word_in_the_house() {
    let desk = Desk::with(&[
        ("sub/a.txt", WARNED),
        ("b.txt", WARNED),
        ("c.txt", "It went by by the pier.\n"),
    ]);
    let told = well(desk.run(&["stet", "rule", "repeated-word", "sub/a.txt", "b.txt"]));
    assert_eq!(
        told,
        format!(
            "{STET}: stands: repeated-word in sub/a.txt\n{STET}: stands: repeated-word in b.txt\n"
        )
    );
    assert_eq!(found(&desk, &["."]), ["c.txt:1 repeated-word"]);
    let told = well(desk.run(&["stet", "word", "by  by", "--rule", "repeated-word"]));
    assert_eq!(told, format!("{STET}: stands: repeated-word at \"by by\" anywhere\n"));
    let told = well(desk.run(&["stet", "word", "by by", "--rule", "repeated-word"]));
    assert_eq!(told, format!("{STET}: stands already: repeated-word at \"by by\" anywhere\n"));
    assert_eq!(found(&desk, &["."]), [""; 0]);
}

#[test]
fn a_word_stands_also_where_it_stands_twice() {
    let desk = Desk::with(&[
        ("a.txt", "The the ship left.\nIt was of the the rain.\nIt went by by the pier.\n"),
        ("b.txt", "The band The The played.\n"),
    ]);
    assert_eq!(
        well(desk.run(&["stet", "word", "the"])),
        format!("{STET}: stands: \"the\" anywhere\n")
    );
    assert_eq!(found(&desk, &["."]), ["a.txt:3 repeated-word"]);
    desk.run(&["check", "--fix", "a.txt"]);
    assert!(desk.read("a.txt").starts_with(b"The the ship left.\nIt was of the the rain."));
    // Words stay, whatever stories there are now.
    desk.write("a.txt", CLEAN.as_bytes());
    assert_eq!(well(desk.run(&["stet", "prune"])), format!("{STET}: nothing is stale\n"));
}

#[test]
fn the_stet_file_lies_beside_the_house_file() {
    let desk =
        Desk::with(&[("desk/wiredesk.toml", ""), ("desk/paris/a.txt", COPY), ("b.txt", COPY)]);
    well(desk.run(&["stet", "add", "desk/paris/a.txt:2"]));
    let written = String::from_utf8(desk.read("desk/wiredesk.stet.toml")).unwrap();
    assert!(written.contains("file = \"paris/a.txt\""), "{written}");
    // A house file that lies elsewhere is no place for it: it would not be found from there.
    well(desk.run(&["stet", "add", "--house", "desk/wiredesk.toml", "b.txt:2"]));
    assert_eq!(found(&desk, &["b.txt"]), [""; 0]);
    let list = well(desk.run(&["stet", "list", "desk/paris"]));
    assert!(list.contains("1  repeated-word at \"the the\""), "{list}");
}

/// A stet file with comments, a mistake, and entries about stories that need them and that do not.
const KEPT: &str = "# Of the harbour desk.

[[stet]]
word = \"By By\" # a band

[[stet]]
rule = 'repeated-wrod'
file = 'a.txt'

# Ask Iva.
[[stet]]
rule = 'repeated-word'
file = 'a.txt'

[[stet]]
rule = 'repeated-word'
file = 'clean.txt'

[[stet]]
rule = 'repeated-word'
file = 'gone.txt'
# The end.
";

#[test]
fn entries_are_numbered_as_they_stand_in_the_file() {
    let desk = Desk::with(&[(STET, KEPT), ("a.txt", COPY), ("clean.txt", CLEAN)]);
    let list = desk.run(&["stet", "list"]);
    let expected = expect_test::expect![[r#"
        wiredesk.stet.toml
           1  "By By" anywhere
           3  repeated-word in a.txt
           4  stale: repeated-word in clean.txt
           5  stale: repeated-word in gone.txt
    "#]];
    expected.assert_eq(&list.out);
    assert!(
        list.err.starts_with("wiredesk: wiredesk.stet.toml:7:8: there is no rule"),
        "{}",
        list.err
    );
}

#[test]
fn entries_are_taken_out_and_all_else_is_kept() {
    let desk = Desk::with(&[(STET, KEPT), ("a.txt", COPY), ("clean.txt", CLEAN)]);
    let told = complaint(desk.run(&["stet", "remove", "3", "6"]));
    assert_eq!(told, format!("wiredesk: {STET}: there is no entry 6\n"));
    assert_eq!(desk.read(STET), KEPT.as_bytes());
    let pruned = desk.run(&["stet", "prune"]);
    let taken = format!(
        "{STET}: taken out: repeated-word in clean.txt\n{STET}: taken out: repeated-word in gone.txt\n"
    );
    assert_eq!((pruned.code, pruned.out), (0, taken));
    let told = well(desk.run(&["stet", "remove", "2", "1", "--in", "a.txt"]));
    assert_eq!(
        told,
        format!(
            "{STET}: taken out: \"By By\" anywhere\n{STET}: taken out: entry 2, which could not be read\n"
        )
    );
    let expected = expect_test::expect![[r#"
        # Of the harbour desk.

        # Ask Iva.
        [[stet]]
        rule = 'repeated-word'
        file = 'a.txt'
        # The end.
    "#]];
    expected.assert_eq(&String::from_utf8(desk.read(STET)).unwrap());
    assert_eq!(well(desk.run(&["stet", "prune", STET])), format!("{STET}: nothing is stale\n"));
}

#[test]
fn a_story_that_is_gone_is_missed_where_its_folder_is_read() {
    let desk =
        Desk::with(&[(STET, KEPT), ("a.txt", COPY), ("clean.txt", CLEAN), ("sub/b.txt", CLEAN)]);
    let stale = |arguments: &[&str]| {
        let all = found(&desk, arguments);
        all.iter().filter(|line| line.contains("stale")).cloned().collect::<Vec<_>>()
    };
    let (clean, gone) = (format!("{STET}:15 stale-stet"), format!("{STET}:19 stale-stet"));
    assert_eq!(stale(&["a.txt"]), [""; 0]);
    assert_eq!(stale(&["sub"]), [""; 0]);
    assert_eq!(stale(&["clean.txt"]).concat(), clean);
    assert_eq!(stale(&["."]), [clean.clone(), gone.clone()]);
    assert_eq!(stale(&[STET]), [clean, gone]);
}

#[test]
fn what_another_story_needs_is_not_stale() {
    let desk = Desk::with(&[("a.txt", COPY)]);
    well(desk.run(&["stet", "add", "a.txt:2"]));
    desk.write("second-lead.txt", COPY.as_bytes());
    desk.write("a.txt", CLEAN.as_bytes());
    assert_eq!(found(&desk, &["."]), [""; 0]);
    std::fs::remove_file(desk.folder.path().join("a.txt")).unwrap();
    assert_eq!(found(&desk, &["."]), [""; 0]);
}

#[test]
fn a_rule_that_is_off_leaves_its_entries_alone() {
    let desk = Desk::with(&[
        ("wiredesk.toml", "[rules]\nrepeated-word = 'off'\n"),
        ("a.txt", COPY),
        (STET, "[[stet]]\nrule = 'repeated-word'\nfile = 'a.txt'\n"),
    ]);
    assert_eq!(found(&desk, &["."]), [""; 0]);
    assert!(!well(desk.run(&["stet", "list"])).contains("stale"));
}

#[test]
fn a_stet_file_that_is_broken_is_to_be_mended_first() {
    let broken = "[[stet]]\nrule = 'repeated-word'\nfile = 'clean.txt'\n[[stet]]\nword = \n";
    let desk = Desk::with(&[("sub/wiredesk.stet.toml", broken), ("sub/clean.txt", CLEAN)]);
    for task in [&["list", "sub"][..], &["prune", "sub"], &["remove", "1", "--in", "sub"]] {
        let told = complaint(desk.run(&[&["stet"], task].concat()));
        let lines: Vec<_> = told.lines().collect();
        assert!(
            lines[0].starts_with("wiredesk: sub/wiredesk.stet.toml:5:8: not TOML: ")
                && lines[0].ends_with("; nothing in this file holds until it is mended"),
            "{told}"
        );
        let last = "wiredesk: sub/wiredesk.stet.toml: its entries can be told apart only when it is mended";
        assert_eq!(lines[lines.len() - 1], last, "{told}");
        assert_eq!(desk.read("sub/wiredesk.stet.toml"), broken.as_bytes());
    }
}

#[test]
fn nothing_is_stale_while_it_is_not_known_what_the_desk_set() {
    let stet = "[[stet]]\nrule = 'placeholder'\nfile = 'a.txt'\n";
    let house = "[rules.placeholder]\nalso = ['NOM']\n";
    let desk =
        Desk::with(&[(STET, stet), ("wiredesk.toml", house), ("a.txt", "It rained, NOM said.\n")]);
    assert_eq!(well(desk.run(&["stet", "prune"])), format!("{STET}: nothing is stale\n"));
    desk.write("wiredesk.toml", format!("{house}foo = \n").as_bytes());
    let told = complaint(desk.run(&["stet", "prune"]));
    assert!(
        told.ends_with(
            "wiredesk: wiredesk.toml: nothing is taken out until this file is mended: what is needed under it is not known\n"
        ),
        "{told}"
    );
    assert_eq!(desk.read(STET), stet.as_bytes());
    assert!(!desk.run(&["stet", "list"]).out.contains("stale"));
    assert!(!desk.run(&["check", "a.txt"]).out.contains("stale"));
}

/// Kills the program at 100 points of its way: whenever it ends, the file is the old one or the new one.
#[test]
#[cfg(unix)]
fn a_program_that_is_killed_leaves_the_old_file_or_the_new() {
    use std::process::{Child, Command, Stdio};
    // Long enough that writing it takes a while.
    let desk = Desk::with(&[(STET, &"# Of the harbour desk.\n".repeat(2000))]);
    let spawn = |word: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_wiredesk"));
        program.current_dir(desk.folder.path()).args(["stet", "word", word]);
        program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let spin = |child: &mut Child, most: u64| {
        (0..most).take_while(|_| child.try_wait().unwrap().is_none()).count() as u64
    };
    let way = spin(&mut spawn("first"), u64::MAX);
    let text = || String::from_utf8(desk.read(STET)).unwrap();
    let added = |text: &str, word: &str| {
        let word = wiredesk::house::stet::Stood::Word { word: word.to_owned(), rule: None };
        wiredesk::house::stet::add(text, &word).unwrap()
    };
    for point in 0..100 {
        let (old, word) = (text(), format!("word {point}"));
        let mut child = spawn(&word);
        spin(&mut child, way * point / 80);
        child.kill().unwrap();
        child.wait().unwrap();
        let new = text();
        assert!(new == old || new == added(&old, &word), "{new}");
    }
    well(desk.run(&["stet", "word", "last"]));
    assert!(
        text().starts_with("# Of the harbour desk.\n") && text().ends_with("word = \"last\"\n")
    );
}
