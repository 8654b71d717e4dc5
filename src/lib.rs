//! Wiredesk reads news dispatches as a wire editor does, and says while one is being written what a desk would
//! object to. It is a language server and a command; this is the library under both, and this page its architecture.
//!
//! # Bird's eye
//!
//! ```text
//! bytes → text → dispatch → prose → proof → rules → desk → server | cli
//!         rope,   anatomy    quotes, one     ver-    what an    the two
//!         places             people  version dict    editor     rims
//!                                            may ask
//!         house: settings and exceptions  ·····  cabinet: its files on disk
//! ```
//!
//! A document is a rope and a version ([`text`]). It is cut into paragraphs; each is read by itself, once
//! ([`prose::Reading`]): what it looks like, its words, its quotations and who its sentences say says them, its names. The
//! story then gives each its [`proof::Setting`]: which part of the [`dispatch`] it is, and whether a quotation runs through
//! it; and who speaks where only another paragraph says so, or a pronoun ([`proof::speaker`]). The whole is a
//! [`proof::Proof`]: immutable, shared, and cheap to make out of the one before. [`rules`] object to it, [`desk`] answers
//! what an editor asks of it. [`server`] and [`cli`] turn that into a protocol and into lines of text. Beside the way
//! stands the reference shelf: the [`house`], what a desk has set, what it let stand, how each agency writes, and the
//! [tape](proof::tape), if a story's quotations are held against one. What a desk has on disk is found and written by the
//! [`cabinet`], for both rims, so that editor and terminal say the same.
//!
//! # The layer law
//!
//! The modules below stand in the order of the law: each uses only those above it, and `cli` does not use `server`.
//! `ropey` is named in `text` alone; the protocol, the runtime and their types in `server` alone; files are opened in
//! `cabinet` and `cli` alone. No layer below the rims asks the clock or the environment. A test holds the code to it.
//!
//! # Invariants
//!
//! **Reading never fails.** Every function below the rims takes any text and returns what it read. A slip is a typed
//! fact (`Subhead { close: None, .. }`), and only rules object to facts.
//!
//! **A reading depends on its paragraph alone**, so it is shared between versions and documents may be edited at the
//! cost of one paragraph. All else that bears on a paragraph is its `Setting`: same reading and same setting, same
//! findings. What a rule says of a section is kept while each of its paragraphs is. What a paragraph notes that only the
//! story can tell (a word that may be a name, a form that may not mix) is counted by leaf, and what was said of it is kept
//! while the story has it as often. What is read of the story as a whole (its anatomy, who is in it) is folded over what
//! the paragraphs say and kept where that has not changed. Two property tests say so: `reread` equals `read`, and `rejudge`
//! equals `judge`.
//!
//! **No leaf of the list of paragraphs holds an offset.** [`text::Paragraphs`] holds lengths, in leaves of at most 64
//! under one spine of sums; an edit rebuilds its leaf and the spine. What is reckoned of a whole story is summed by leaf,
//! and what two versions share is known by their leaves: a key costs the same in a story of any length, but where it
//! changes a name, or the parts of the story.
//!
//! **Spans are bytes.** In `prose` and in paragraph rules they count the paragraph's [`text::Flow`], in which line
//! breaks are spaces; the engine maps them to the document once. Lines and columns exist in [`text::position`] and
//! at the rims.
//!
//! **What a desk let stand is known by its words**, rule, mark and sentence, never by a place, and is kept beside the
//! copy, never in it. A shelf of settings and exceptions is put together for each document and never changes; a document
//! is read anew only where a new shelf differs from its own.
//!
//! **Nothing is written into copy** but what an editor accepts, or asks for with `check --fix`. Direct speech is
//! never corrected: the engine drops what a rule says of it whose scope spares speech.
//!
//! **A story says the same whether it is open or not**, but for what waits for its typist and what is not saved. Which
//! files are stories is decided in one place ([`cabinet::below`]), for folders on a command line and folders in an editor;
//! of those that are not open it is remembered what was judged, so that nothing is read twice.
//!
//! **Edits are applied in the order they were sent**, by the [gate](server::gate), before any later message is
//! looked at; requests see them all.
//!
//! # Threats
//!
//! Copy comes from anywhere and may be anything: no input, however long or broken, makes the program panic, run in
//! more than linear time or write outside the files it was told to. Rules are code of ours; one that panics is off for
//! that document, and the rest go on. The server opens no connection and runs no program; it writes stet files, on an
//! editor's order, and pages to be looked at, in a folder of its own. A house file is data: it names no program.
//!
//! # Adding a rule
//!
//! One file in `src/rules`, which holds its page, its examples and its check, and two lines in `src/rules.rs`. It looks at
//! certain words, at a paragraph, at its raw lines, at a section or at the story, the least of these that tells it what it
//! must know; or it notes in a paragraph what the engine then holds against the rest. The examples on the page are its tests. A setting is a row of the table in [`house`]. What is written from either (the
//! tables of the README, `src/rules/MANUAL.md`, the schema of the house file, the settings of VS Code) is written by
//! `UPDATE_EXPECT=1 cargo test generated`.

pub mod text;

pub mod house;

pub mod dispatch;

pub mod prose;

pub mod proof;

pub mod rules;

pub mod desk;

pub mod cabinet;

pub mod server;

pub mod cli;
