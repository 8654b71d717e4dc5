//! What is said of the names in a house file and a stet file.

use expect_test::{Expect, expect};
use wiredesk::desk::house_file::{Page, hover, hover_stet};

use crate::fixture::{Drawn, draw, read};

/// Draws the first words of the page at each cursor under the name it is about.
fn check_hover(drawn: &str, hover: fn(&str, u32) -> Option<Page>, expect: Expect) {
    let Drawn { copy, cursors, .. } = read(drawn);
    let pages: Vec<Page> = cursors.iter().filter_map(|at| hover(&copy, *at)).collect();
    let first = |page: &Page| {
        let line = page.markdown.lines().next().unwrap_or_default();
        (page.span, line.split('.').take(2).collect::<Vec<_>>().join("."))
    };
    let marks: Vec<_> = pages.iter().map(first).collect();
    let marks: Vec<_> = marks.iter().map(|(span, first)| (*span, first.as_str())).collect();
    expect.assert_eq(&draw(&copy, &marks));
}

#[test]
fn every_setting_has_its_page() {
    check_hover(
        r#"
extends = "base.toml" # day
|
                         |
typing.hold = false
 |
       |
               |
save = { fix = true }
|
          |
[[files]]
   |
match = "ap/**"
 |
check.nothing = 3
          |
"#,
        hover,
        expect![[r#"
            extends = "base.toml" # day
            ^^^^^^^ **extends**: another house file, or a list of them; paths are from the folder of this file. What they set holds where this file sets nothing, and of two the later counts
            typing.hold = false
            ^^^^^^ **typing**: a table of settings.
                   ^^^^ **typing.hold**: true or false; default true
            save = { fix = true }
            ^^^^ **save**: a table of settings.
                     ^^^ **save.fix**: true or false; default false
            [[files]]
              ^^^^^ **files**: settings for some dispatches: a table of its own, `[[files]]`, with `match` and settings below it. Of two that match, the later counts
            match = "ap/**"
            ^^^^^ **match**: the dispatches that `[[files]]` is about: a pattern of paths from the folder of the house file, such as `"ap/**"`, or a list of such patterns. One without a slash is about names of files in any folder
            check.nothing = 3
        "#]],
    );
    let page = hover("typing.hold = true", 8).unwrap().markdown;
    assert!(page.ends_with("a save, or a second's rest."), "{page}");
}

#[test]
fn every_rule_has_its_page() {
    check_hover(
        r#"
[rules]
  |
repeated-word = "off"
       |
near-repetition = { within = 6 }
                     |
"dropped-word".severity = "hint"
      |
                |
[rules.repeated-full-name]
           |
within = 3
|
[files]
rules.repeated-word = "off"
         |
"#,
        hover,
        expect![[r#"
            [rules]
             ^^^^^ **rules**: how severe each rule is, by its name, and what else it has set.
            repeated-word = "off"
            ^^^^^^^^^^^^^ **repeated-word**: warning
            near-repetition = { within = 6 }
                                ^^^^^^ **rules.near-repetition
            "dropped-word".severity = "hint"
             ^^^^^^^^^^^^ **dropped-word**: warning
                           ^^^^^^^^ **dropped-word**: warning
            [rules.repeated-full-name]
                   ^^^^^^^^^^^^^^^^^^ **repeated-full-name**: hint
            within = 3
            ^^^^^^ **rules.repeated-full-name
            [files]
            rules.repeated-word = "off"
                  ^^^^^^^^^^^^^ **repeated-word**: warning
        "#]],
    );
}

#[test]
fn the_page_of_a_rule_is_whole() {
    let page = hover("[rules]\nrepeated-full-name = 'off'\n", 10).unwrap().markdown;
    assert!(page.contains("\n\n```text\n") && !page.contains("```dispatch"), "{page}");
    assert!(
        page.contains(
            "\n`rules.repeated-full-name.within`: a whole number from 0 to 20; default 4. "
        )
    );
}

#[test]
fn a_rule_has_its_page_in_a_stet_file_too() {
    check_hover(
        "\n[[stet]]\n  |\nrule = \"repeated-word\"\n           |\n  |\nword = \"repeated-word\"\n          |\n",
        hover_stet,
        expect![[r#"
            [[stet]]
            rule = "repeated-word"
                    ^^^^^^^^^^^^^ **repeated-word**: warning
            word = "repeated-word"
        "#]],
    );
}
