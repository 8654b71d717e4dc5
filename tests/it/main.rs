//! The tests of Wiredesk, in one program, so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod fixture;

mod actions;
mod anatomy;
mod cli;
mod corpora;
mod generated;
mod hover;
mod manual;
mod outline;
mod properties;
mod quotations;
mod session;
mod structure;
mod text;
mod tidy;
mod typing;
