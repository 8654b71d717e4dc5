//! Between the desk's terms and the protocol's.

use std::collections::HashMap;

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeDescription, CodeLens, Command, CompletionItem,
    CompletionItemKind, CompletionTextEdit, Diagnostic, DiagnosticRelatedInformation,
    DiagnosticSeverity, DiagnosticTag, DocumentChanges, DocumentHighlight, DocumentHighlightKind,
    DocumentSymbol, Documentation, FoldingRange, FoldingRangeKind, FormattingOptions, Hover,
    HoverContents, LinkedEditingRanges, Location, MarkupContent, MarkupKind, NumberOrString, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position as LspPosition, PrepareRenameResponse, Range,
    SelectionRange, SymbolKind, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit, WorkspaceSymbol,
};

use super::capabilities::{self, Terms};
use crate::desk::format::Wishes;
use crate::desk::house_file::{Page, Suggestion};
use crate::desk::hover::Card;
use crate::desk::margin::{About, Note};
use crate::desk::outline::{Kind, Symbol};
use crate::desk::rename::Handle;
use crate::desk::search::{self, Hit};
use crate::desk::structure::{self, Fold};
use crate::house::Severity;
use crate::proof::Proof;
use crate::rules::{Finding, Fix};
use crate::text::{Edit, Encoding, Position, Span, Text, position};

/// The byte at a position of the protocol, clamped to the text.
pub fn offset(text: &Text, at: LspPosition, encoding: Encoding) -> u32 {
    position::offset(text, Position { line: at.line, column: at.character }, encoding)
}

/// The span of a range of the protocol, clamped to the text; empty where its ends are the wrong way round.
pub fn span(text: &Text, range: Range, encoding: Encoding) -> Span {
    let start = offset(text, range.start, encoding);
    Span::new(start, offset(text, range.end, encoding).max(start))
}

/// The range of a span.
pub fn range(text: &Text, span: Span, encoding: Encoding) -> Range {
    let place = |at: u32| {
        let Position { line, column } = position::position(text, at, encoding);
        LspPosition { line, character: column }
    };
    Range { start: place(span.start), end: place(span.end) }
}

/// The ranges of several spans.
pub fn ranges(text: &Text, spans: &[Span], encoding: Encoding) -> Vec<Range> {
    spans.iter().map(|span| range(text, *span, encoding)).collect()
}

/// The rules that object to what is no copy at all, which editors fade.
const FADED: [&str; 1] = ["furniture-in-copy"];

/// A finding as a diagnostic.
pub fn diagnostic(uri: &Uri, text: &Text, finding: &Finding, terms: &Terms) -> Diagnostic {
    let notes = finding.notes.iter().map(|(span, message)| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: range(text, *span, terms.encoding) },
        message: message.clone(),
    });
    let notes: Vec<_> = if terms.notes { notes.collect() } else { Vec::new() };
    Diagnostic {
        range: range(text, finding.span, terms.encoding),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.name.to_owned())),
        code_description: page(finding),
        source: Some("wiredesk".to_owned()),
        message: finding.message.clone(),
        related_information: (!notes.is_empty()).then_some(notes),
        tags: (terms.fades && FADED.contains(&finding.rule.name))
            .then(|| vec![DiagnosticTag::UNNECESSARY]),
        ..Diagnostic::default()
    }
}

/// A finding of a story as a diagnostic, with the passage of its tape that it is about.
pub fn objection(uri: &Uri, proof: &Proof, finding: &Finding, terms: &Terms) -> Diagnostic {
    let mut diagnostic = diagnostic(uri, &proof.text, finding, terms);
    let passage = finding.on_tape.zip(proof.shelf.tape.as_ref()).and_then(|(span, tape)| {
        let location = location(&tape.name.parse().ok()?, &tape.text, span, terms.encoding);
        Some(DiagnosticRelatedInformation { location, message: "on the tape".to_owned() })
    });
    if let Some(passage) = passage.filter(|_| terms.notes) {
        diagnostic.related_information.get_or_insert_default().push(passage);
    }
    diagnostic
}

/// Where more is to be read of a finding: where the house says, else on the page of the rule; nowhere while the package names
/// no repository.
fn page(finding: &Finding) -> Option<CodeDescription> {
    const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
    if let Some(link) = &finding.link {
        return Some(CodeDescription { href: link.parse().ok()? });
    }
    let rule = finding.rule.name;
    if REPOSITORY.is_empty() {
        return None;
    }
    let href = format!("{REPOSITORY}/blob/HEAD/src/rules/MANUAL.md#{rule}").parse().ok()?;
    Some(CodeDescription { href })
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// A fix as a quick fix of `diagnostic`, which is `finding`; preferred where it has no rival.
pub fn quick_fix(
    uri: &Uri,
    text: &Text,
    (finding, diagnostic): (&Finding, Diagnostic),
    fix: &Fix,
    terms: &Terms,
) -> CodeAction {
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: Some(workspace_edit(uri, text, &fix.edits, terms)),
        is_preferred: Some(finding.fixes.len() == 1),
        ..CodeAction::default()
    }
}

/// What an editor wishes of formatting.
pub fn wishes(options: &FormattingOptions) -> Wishes {
    Wishes {
        trims_lines: options.trim_trailing_whitespace,
        ends_last_line: options.insert_final_newline,
        trims_end: options.trim_final_newlines,
    }
}

/// An edit.
pub fn text_edit(text: &Text, edit: &Edit, encoding: Encoding) -> TextEdit {
    TextEdit { range: range(text, edit.span, encoding), new_text: edit.with.clone() }
}

/// Edits of one document; an editor that can refuses them once the document has moved on.
pub fn workspace_edit(uri: &Uri, text: &Text, edits: &[Edit], terms: &Terms) -> WorkspaceEdit {
    let edits = edits.iter().map(|edit| text_edit(text, edit, terms.encoding));
    if !terms.versioned_edits {
        let changes = HashMap::from([(uri.clone(), edits.collect())]);
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let edit = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            uri: uri.clone(),
            version: Some(text.version),
        },
        edits: edits.map(OneOf::Left).collect(),
    };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![edit])),
        ..WorkspaceEdit::default()
    }
}

/// A place in a document.
pub fn location(uri: &Uri, text: &Text, place: Span, encoding: Encoding) -> Location {
    Location { uri: uri.clone(), range: range(text, place, encoding) }
}

/// A mention as an editor marks it. Copy knows no writing of a name, so all are of one kind.
pub fn highlight(text: &Text, mention: Span, encoding: Encoding) -> DocumentHighlight {
    let range = range(text, mention, encoding);
    DocumentHighlight { range, kind: Some(DocumentHighlightKind::READ) }
}

/// The marks of a pair, which are typed as one. What is typed over them must be one mark, or nothing: two in one place are of
/// two quotations.
pub fn linked(text: &Text, pair: [Span; 2], encoding: Encoding) -> LinkedEditingRanges {
    LinkedEditingRanges {
        ranges: pair.map(|mark| range(text, mark, encoding)).to_vec(),
        word_pattern: Some("(?:\"|''?)?".to_owned()),
    }
}

/// What was found of the names and quotations in the document `uri`.
pub fn hit(uri: &Uri, text: &Text, hit: Hit, encoding: Encoding) -> WorkspaceSymbol {
    WorkspaceSymbol {
        location: OneOf::Left(location(uri, text, hit.span, encoding)),
        name: hit.name,
        kind: match hit.kind {
            search::Kind::Person => SymbolKind::OBJECT,
            search::Kind::Subhead => SymbolKind::NAMESPACE,
            search::Kind::Quotation => SymbolKind::STRING,
        },
        tags: None,
        container_name: hit.within,
        data: None,
    }
}

/// The name that is about to be changed.
pub fn handle(text: &Text, handle: Handle, encoding: Encoding) -> PrepareRenameResponse {
    let range = range(text, handle.span, encoding);
    PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: handle.name }
}

/// An entry of the outline.
pub fn symbol(text: &Text, symbol: Symbol, encoding: Encoding) -> DocumentSymbol {
    let children: Vec<_> =
        symbol.children.into_iter().map(|child| self::symbol(text, child, encoding)).collect();
    #[expect(deprecated, reason = "the struct has the field and no default")]
    DocumentSymbol {
        name: symbol.name,
        detail: (!symbol.detail.is_empty()).then_some(symbol.detail),
        kind: match symbol.kind {
            Kind::Story => SymbolKind::FILE,
            Kind::Lead => SymbolKind::KEY,
            Kind::Section => SymbolKind::NAMESPACE,
            Kind::Head => SymbolKind::FIELD,
            Kind::Close => SymbolKind::CONSTANT,
            Kind::Foreign => SymbolKind::NULL,
        },
        tags: None,
        deprecated: None,
        range: range(text, symbol.span, encoding),
        selection_range: range(text, symbol.focus, encoding),
        children: (!children.is_empty()).then_some(children),
    }
}

/// A fold. Sections are regions, and what is no copy is a comment, so that an editor can fold all of either.
pub fn fold(fold: Fold) -> FoldingRange {
    let kind = match fold.kind {
        structure::Kind::Section => Some(FoldingRangeKind::Region),
        structure::Kind::Foreign | structure::Kind::Notes => Some(FoldingRangeKind::Comment),
        structure::Kind::Head | structure::Kind::Table | structure::Kind::Paragraph => None,
    };
    FoldingRange { start_line: fold.first, end_line: fold.last, kind, ..FoldingRange::default() }
}

/// What a selection at byte `at` widens to by `steps`, the least first; where there are none it stays empty.
pub fn selection(text: &Text, at: u32, steps: &[Span], encoding: Encoding) -> SelectionRange {
    let widened = steps.iter().rev().fold(None, |parent, step| {
        let range = range(text, *step, encoding);
        Some(SelectionRange { range, parent: parent.map(Box::new) })
    });
    widened.unwrap_or_else(|| SelectionRange {
        range: range(text, Span::at(at), encoding),
        parent: None,
    })
}

/// A page about a name in a file of the desk; it is Markdown, also for an editor that shows none.
pub fn page_hover(text: &Text, page: Page, terms: &Terms) -> Hover {
    let kind = if terms.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value: page.markdown }),
        range: Some(range(text, page.span, terms.encoding)),
    }
}

/// What may be written in a file of the desk, `order` being its place among the others.
pub fn completion(
    text: &Text,
    suggestion: Suggestion,
    order: usize,
    terms: &Terms,
) -> CompletionItem {
    let edit = Edit { span: suggestion.span, with: suggestion.insert };
    let documentation =
        MarkupContent { kind: MarkupKind::Markdown, value: suggestion.documentation };
    CompletionItem {
        label: suggestion.name,
        kind: Some(CompletionItemKind::PROPERTY),
        detail: (!suggestion.detail.is_empty()).then_some(suggestion.detail),
        documentation: (!documentation.value.is_empty())
            .then_some(Documentation::MarkupContent(documentation)),
        sort_text: Some(format!("{order:04}")),
        text_edit: Some(CompletionTextEdit::Edit(text_edit(text, &edit, terms.encoding))),
        ..CompletionItem::default()
    }
}

/// Over the headline or lead of a story: whether it is ready to file, and how long it is; over each subhead, how long
/// its section is; and over a paragraph, that the story is to be cut below it. All of them say more of the story when asked.
pub fn lenses(uri: &Uri, text: &Text, title: String, notes: Vec<Note>) -> Vec<CodeLens> {
    let top = notes.first().map_or(0, |note| note.heading.start);
    let ready = (capabilities::READY, Value::from(uri.as_str()));
    let notes = notes.into_iter().map(|note| match note.about {
        About::Story | About::Section => (note.heading.start, note.says, ready.clone()),
        About::Cut(most) => {
            let argument = json!({ "uri": uri, "words": most });
            let (at, says) = note.over.unwrap_or((note.heading.start, note.says));
            (at, says, (capabilities::CUT, argument))
        }
    });
    let lens = |(at, title, (command, argument)): (u32, String, (&str, Value))| {
        let command = command.to_owned();
        let command = Command { title, command, arguments: Some(vec![argument]) };
        // A lens stands over a line, whatever the column.
        let mut range = range(text, Span::at(at), Encoding::Utf8);
        (range.start.character, range.end.character) = (0, 0);
        CodeLens { range, command: Some(command), data: None }
    };
    std::iter::once((top, title, ready.clone())).chain(notes).map(lens).collect()
}

/// A hover card, marked up where the editor shows Markdown.
pub fn hover(text: &Text, card: &Card, terms: &Terms) -> Hover {
    let lines = card.lines.iter();
    let contents = if terms.markdown {
        let first = format!("**{}**{}", escape(&card.subject), escape(&card.gloss));
        let lines = std::iter::once(first).chain(lines.map(|line| escape(line)));
        // A line break of Markdown is two spaces at the end of a line.
        let value = lines.collect::<Vec<_>>().join("  \n");
        MarkupContent { kind: MarkupKind::Markdown, value }
    } else {
        let first = format!("{}{}", card.subject, card.gloss);
        let value = std::iter::once(&first).chain(lines).cloned().collect::<Vec<_>>().join("\n");
        MarkupContent { kind: MarkupKind::PlainText, value }
    };
    Hover {
        contents: HoverContents::Markup(contents),
        range: Some(range(text, card.span, terms.encoding)),
    }
}

/// `text` with a backslash before all that Markdown would read as a mark.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
