//! The shape of the source: what the house holds itself to, and a proof that each law catches a breach.

mod code;

use std::path::Path;

use code::{bare, functions, names};
use ignore::WalkBuilder;

/// The most lines of a file.
const FILE: usize = 400;
/// The most lines of a function, and of nine in ten.
const FUNCTION: usize = 40;
const NINE_IN_TEN: usize = 32;

/// One file of the repository.
struct Source {
    /// From the top of the repository, with slashes.
    path: String,
    text: String,
    /// The same with comments, strings and characters blanked out, in the same lines; nothing where it is no Rust.
    bare: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), bare: bare(text) }
    }

    fn is_rust(&self) -> bool {
        let extension = Path::new(&self.path).extension();
        extension.is_some_and(|extension| extension == "rs")
    }

    /// The modules from the crate's root down to this file's own; none for the roots themselves.
    fn modules(&self) -> Vec<&str> {
        let inner = self.path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs"));
        inner
            .filter(|path| !matches!(*path, "lib" | "main"))
            .map_or(Vec::new(), |path| path.split('/').collect())
    }
}

/// A law: what it asks of a file, given the layers of the crate, first to last; a line for each breach.
type Law = fn(&Source, &[String]) -> Vec<String>;

/// Every law of one file, with made-up files that break it; `…` stands for very many lines.
const LAWS: [(Law, &[(&str, &str)]); 9] = [
    (short_file, &[("src/text.rs", "…")]),
    (
        headed,
        &[
            ("src/text.rs", "//! Text and places in it\n"),
            ("src/text.rs", "use std::fmt;\n//! Text.\n"),
        ],
    ),
    (short_functions, &[("src/text.rs", "fn long() {…}\n")]),
    (
        layered,
        &[
            ("src/text/edit.rs", "use crate::dispatch::Part;\n"),
            ("src/text.rs", "use super::{text::Span, prose};\n"),
            ("src/cli/check.rs", "fn run() { crate::server::serve() }\n"),
        ],
    ),
    (ropey_in_text, &[("src/proof.rs", "use ropey::Rope;\n")]),
    (
        protocol_in_server,
        &[
            ("src/desk/hover.rs", "use tower_lsp::lsp_types::Hover;\n"),
            ("src/cli.rs", "use tokio::runtime;\n"),
        ],
    ),
    (
        world_at_the_rims,
        &[
            ("src/house.rs", "use std::{fmt, fs};\n"),
            ("src/proof.rs", "fn day() { jiff::Zoned::now() }\n"),
            ("src/server/convert.rs", "use std::fs;\n"),
        ],
    ),
    (
        finished,
        &[
            ("src/text.rs", "fn first() -> u8 { bytes.next().unwrap() }\n"),
            ("src/text.rs", "// TODO: later\n"),
        ],
    ),
    (no_trailing_space, &[("README.md", "Wiredesk \n")]),
];

/// The layers that made-up files stand in.
const LAYERS: [&str; 7] = ["text", "house", "dispatch", "prose", "desk", "server", "cli"];

#[test]
fn the_source_keeps_every_law() {
    let sources = sources();
    let layers = layers(&sources);
    let breaches: Vec<String> = sources
        .iter()
        .flat_map(|source| LAWS.iter().flat_map(|(law, ..)| law(source, &layers)))
        .collect();
    assert!(sources.len() > 20 && layers.len() > 5, "the source was not found");
    assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
}

#[test]
fn every_law_catches_a_breach() {
    let layers = LAYERS.map(str::to_owned);
    for (law, breaches) in LAWS {
        for (path, breach) in breaches {
            let breach = breach.replace('…', &"\n".repeat(FILE + 1));
            let caught = law(&Source::new(path, &breach), &layers);
            assert_eq!(caught.len(), 1, "{path}: {breach}");
        }
    }
}

#[test]
fn no_law_objects_to_what_is_right() {
    let layers = LAYERS.map(str::to_owned);
    let right = [
        (
            "src/dispatch/head.rs",
            "//! One.\n//! Two.\n//!\n//! More: `crate::prose`\nuse super::{Part, prose};\nuse crate::text::Span;\n",
        ),
        (
            "src/text/flow.rs",
            "//! One.\n\n/// Not `ropey::Rope`.\nconst NAME: &str = \"std::fs { .unwrap()\";\nuse ropey::Rope;\n",
        ),
        (
            "src/desk/hover.rs",
            "//! One.\nconst MARKS: [char; 3] = ['{', '\"', '\\''];\nfn name<'a>(at: &'a str) -> &'a str { at }\n",
        ),
        (
            "src/server/gate.rs",
            "//! One.\nuse crate::desk;\nuse tower_lsp::Client;\nuse std::time::Duration;\n",
        ),
        (
            "src/house.rs",
            "//! One.\n#[expect(clippy::unwrap_used, reason = \"it is there\")]\nfn day() { first().unwrap() }\n",
        ),
        ("tests/copy/harbour.txt", "Trailing space is copy. \n"),
    ];
    for (path, text) in right {
        let breaches: Vec<String> =
            LAWS.iter().flat_map(|(law, ..)| law(&Source::new(path, text), &layers)).collect();
        assert_eq!(breaches, [""; 0]);
    }
}

#[test]
fn nine_in_ten_functions_are_shorter_still() {
    let sources = sources();
    let mut lengths: Vec<usize> = sources
        .iter()
        .filter(|source| source.is_rust())
        .flat_map(|source| functions(&source.bare))
        .map(|(_, lines)| lines)
        .collect();
    lengths.sort_unstable();
    assert!(lengths[lengths.len() * 9 / 10] <= NINE_IN_TEN);
}

#[test]
fn the_top_level_is_short() {
    let known = ["Cargo.toml", "Cargo.lock", "README.md", "src", "editors", "tests", "benches"];
    for source in sources() {
        let entry = source.path.split('/').next().unwrap_or_default();
        let is_known =
            known.contains(&entry) || entry.starts_with('.') || entry.starts_with("LICENSE-");
        assert!(is_known, "{entry} has no place at the top level");
    }
}

fn short_file(source: &Source, _: &[String]) -> Vec<String> {
    let lines = source.text.lines().count();
    let is_long = source.is_rust() && lines > FILE;
    is_long.then(|| format!("{}: {lines} lines", source.path)).into_iter().collect()
}

fn headed(source: &Source, _: &[String]) -> Vec<String> {
    let lines = source
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .take_while(|line| !line.is_empty());
    let paragraph: Vec<&str> = lines.collect();
    let is_headed =
        paragraph.iter().all(|line| line.starts_with(' ')) && paragraph.concat().ends_with('.');
    let is_breach = source.is_rust() && !is_headed;
    is_breach
        .then(|| format!("{}: does not begin by saying what it is", source.path))
        .into_iter()
        .collect()
}

fn short_functions(source: &Source, _: &[String]) -> Vec<String> {
    let long = functions(&source.bare)
        .into_iter()
        .filter(|(_, lines)| source.is_rust() && *lines > FUNCTION);
    long.map(|(name, lines)| format!("{}: {name} has {lines} lines", source.path)).collect()
}

/// A module uses only those declared above its own in `lib.rs`, and the command line no server.
fn layered(source: &Source, layers: &[String]) -> Vec<String> {
    let modules = source.modules();
    let Some(own) = modules.first().and_then(|own| layers.iter().position(|layer| layer == own))
    else {
        return Vec::new();
    };
    let root = "super::".repeat(modules.len());
    let used = names(&source.bare, "crate::").chain(names(&source.bare, &root));
    let is_breach = |used: &&str| {
        let layer = layers.iter().position(|layer| layer == used);
        layer.is_some_and(|layer| layer > own) || modules[0] == "cli" && *used == "server"
    };
    used.filter(is_breach).map(|used| format!("{}: uses {used}", source.path)).collect()
}

fn ropey_in_text(source: &Source, _: &[String]) -> Vec<String> {
    let modules = source.modules();
    let is_breach =
        modules.first().is_some_and(|layer| *layer != "text") && source.bare.contains("ropey");
    is_breach.then(|| format!("{}: uses ropey", source.path)).into_iter().collect()
}

fn protocol_in_server(source: &Source, _: &[String]) -> Vec<String> {
    let modules = source.modules();
    let protocol = ["tower_lsp", "tower::", "tokio", "futures"]
        .into_iter()
        .filter(|name| source.bare.contains(name));
    let below = protocol.filter(|_| modules.first().is_some_and(|layer| *layer != "server"));
    below.map(|name| format!("{}: uses {name}", source.path)).collect()
}

/// Files, clock and environment are met at the rims alone, and the files a desk keeps in the cabinet below them.
fn world_at_the_rims(source: &Source, _: &[String]) -> Vec<String> {
    let modules = source.modules();
    let barred: &[&str] = match modules[..] {
        [] | ["build" | "cli", ..] => &[],
        ["server", ..] => &["fs"],
        ["cabinet", ..] => &["env", "process", "time"],
        _ => &["fs", "env", "process", "time", "io"],
    };
    let mut used: Vec<&str> =
        names(&source.bare, "std::").filter(|name| barred.contains(name)).collect();
    if barred.contains(&"time") && source.bare.contains("::now(") {
        used.push("the clock");
    }
    used.into_iter().map(|name| format!("{}: uses {name}", source.path)).collect()
}

/// Nothing is left to be done, and nothing fails unless the source says why it cannot.
fn finished(source: &Source, _: &[String]) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let left = ["TODO", "FIXME"].into_iter().filter(|mark| source.text.contains(mark));
    let dense: String = source.bare.split_whitespace().collect();
    let is_explained = dense.contains("expect(clippy::unwrap_used,reason=");
    let unwrap = Some("unwrap()").filter(|unwrap| source.bare.contains(unwrap) && !is_explained);
    left.chain(unwrap).map(|mark| format!("{}: {mark}", source.path)).collect()
}

fn no_trailing_space(source: &Source, _: &[String]) -> Vec<String> {
    let lines = source.text.lines().enumerate().filter(|(_, line)| line.ends_with([' ', '\t']));
    let lines = lines.filter(|_| !source.path.starts_with("tests/copy/"));
    lines.map(|(number, _)| format!("{}:{}: space at the end", source.path, number + 1)).collect()
}

/// All text files of the repository that version control does not ignore.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut walk = WalkBuilder::new(root);
    // The ignore files of the repository and no others, so that all machines see the same.
    walk.standard_filters(false).git_ignore(true).require_git(false);
    let entries =
        walk.filter_entry(|entry| entry.file_name() != ".git").build().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let texts = files.filter_map(|entry| {
        let text = std::fs::read_to_string(entry.path()).ok()?;
        let path = entry.path().strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
        Some(Source::new(&path, &text))
    });
    texts.collect()
}

/// The layers of the crate in the order in which `lib.rs` declares them.
fn layers(sources: &[Source]) -> Vec<String> {
    let root = sources.iter().find(|source| source.path == "src/lib.rs").unwrap();
    let modules =
        root.bare.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}
