//! The parts of a dispatch in the numbers of the protocol, whole or as what has changed since the last answer.

use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensFullOptions,
    SemanticTokensLegend, SemanticTokensOptions, SemanticTokensServerCapabilities,
};

use super::capabilities::Terms;
use crate::desk::tokens::{Kind, Token};
use crate::dispatch::Part;
use crate::text::{Encoding, Span, Text, position};

/// The types of the legend, all of them the protocol's own, so that every theme has a colour for them.
const TYPES: [SemanticTokenType; 6] = [
    SemanticTokenType::COMMENT,
    SemanticTokenType::NAMESPACE,
    SemanticTokenType::KEYWORD,
    SemanticTokenType::PROPERTY,
    SemanticTokenType::DECORATOR,
    SemanticTokenType::STRING,
];

/// The type of a token. Its one modifier is its name, for who wants to tell those of one type apart.
fn type_of(kind: Kind) -> SemanticTokenType {
    let part = match kind {
        Kind::Part(part) => part,
        Kind::Speech(_) => return SemanticTokenType::STRING,
    };
    match part {
        // It heads a stretch of copy, and is of the same kind in the outline.
        Part::Headline | Part::Subhead => SemanticTokenType::NAMESPACE,
        Part::Dateline => SemanticTokenType::KEYWORD,
        // What is known of the story.
        Part::Slugline | Part::Byline => SemanticTokenType::PROPERTY,
        // It says what to do with what stands below it.
        Part::Advisory => SemanticTokenType::DECORATOR,
        // It is not printed.
        _ => SemanticTokenType::COMMENT,
    }
}

/// What the numbers stand for.
fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.to_vec(),
        token_modifiers: Kind::all().map(|kind| SemanticTokenModifier::new(kind.name())).collect(),
    }
}

/// What is offered to an editor that asks for tokens: what it says it asks for.
pub fn offer(terms: &Terms) -> Option<SemanticTokensServerCapabilities> {
    let full = terms
        .asks_all_tokens
        .then_some(SemanticTokensFullOptions::Delta { delta: Some(terms.asks_changed_tokens) });
    let range = terms.asks_some_tokens.then_some(true);
    (full.is_some() || range.is_some()).then(|| {
        let legend = legend();
        SemanticTokensOptions { legend, range, full, ..SemanticTokensOptions::default() }.into()
    })
}

/// Tokens in the order of the document as the protocol counts them: each from the one before.
pub fn encode(text: &Text, tokens: &[Token], encoding: Encoding) -> Vec<SemanticToken> {
    let (mut line, mut column) = (0, 0);
    let encode = |token: &Token| {
        let delta_line = token.line - line;
        let from = if delta_line == 0 { column } else { 0 };
        let indent = Span::new(token.line_start, token.span.start);
        (line, column) = (token.line, position::units(text, indent, encoding));
        let wanted = type_of(token.kind);
        let place = |at: Option<usize>| at.unwrap_or_default() as u32;
        SemanticToken {
            delta_line,
            delta_start: column - from,
            length: position::units(text, token.span, encoding),
            token_type: place(TYPES.iter().position(|kind| *kind == wanted)),
            token_modifiers_bitset: 1 << place(Kind::all().position(|kind| kind == token.kind)),
        }
    };
    tokens.iter().map(encode).collect()
}

/// The tokens that an editor has of a document.
#[derive(Debug, Default)]
pub struct Sent {
    /// How many sets there were before them.
    number: u64,
    tokens: Vec<SemanticToken>,
}

impl Sent {
    /// The name of the set, `opening` being that of the document.
    fn name(&self, opening: u64) -> String {
        format!("{opening}.{}", self.number)
    }

    /// Takes the place of the set: the next one, or the same where nothing has changed.
    fn advance(&mut self, tokens: Vec<SemanticToken>) {
        if self.tokens != tokens {
            self.number += 1;
            self.tokens = tokens;
        }
    }

    /// All of `tokens`, which the editor has from now on.
    pub fn all(&mut self, opening: u64, tokens: Vec<SemanticToken>) -> SemanticTokens {
        self.advance(tokens);
        SemanticTokens { result_id: Some(self.name(opening)), data: self.tokens.clone() }
    }

    /// What makes `tokens` of the set named `previous`; all of them, where the editor has another or none.
    pub fn changes(
        &mut self,
        opening: u64,
        previous: &str,
        tokens: Vec<SemanticToken>,
    ) -> SemanticTokensFullDeltaResult {
        if previous != self.name(opening) {
            return self.all(opening, tokens).into();
        }
        let edits = difference(&self.tokens, &tokens).into_iter().collect();
        self.advance(tokens);
        SemanticTokensDelta { result_id: Some(self.name(opening)), edits }.into()
    }
}

/// The numbers in a token, by which the places in a set are counted.
const NUMBERS: usize = 5;

/// The one edit that makes `now` of `before`: only the middle in which they differ.
fn difference(before: &[SemanticToken], now: &[SemanticToken]) -> Option<SemanticTokensEdit> {
    let is_same = |(one, other): &(&SemanticToken, &SemanticToken)| one == other;
    let head = before.iter().zip(now).take_while(is_same).count();
    let (before, now) = (&before[head..], &now[head..]);
    let tail = before.iter().rev().zip(now.iter().rev()).take_while(is_same).count();
    let (removed, added) = (before.len() - tail, &now[..now.len() - tail]);
    (removed > 0 || !added.is_empty()).then(|| SemanticTokensEdit {
        start: (head * NUMBERS) as u32,
        delete_count: (removed * NUMBERS) as u32,
        data: (!added.is_empty()).then(|| added.to_vec()),
    })
}
