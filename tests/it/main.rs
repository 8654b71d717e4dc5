//! The tests of Wiredesk, in one program, so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![allow(clippy::needless_raw_string_hashes, reason = "expected output is rewritten by a tool")]
#![allow(clippy::needless_pass_by_value, reason = "an expectation is made for one call")]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a picture is drawn once, and speed is no matter"
)]
#![allow(clippy::print_stderr, reason = "what is skipped is said")]

mod fixture;

mod actions;
mod anatomy;
mod cabinet;
mod cards;
mod characters;
mod cli;
mod complete;
mod confused;
mod corpora;
mod cut;
mod datelines;
mod filing;
mod format;
mod forms;
mod generated;
mod house;
mod hover;
mod layouts;
mod long_run;
mod lookup;
mod manual;
mod margin;
mod marks;
mod mending;
mod navigate;
mod outline;
mod pages;
mod people;
mod placeholders;
mod properties;
mod quotations;
mod rename;
mod restyled;
mod session;
mod slips;
mod sourcing;
mod speakers;
mod structure;
mod tape;
mod text;
mod tidy;
mod tokens;
mod typing;
mod validated;
mod voices;
