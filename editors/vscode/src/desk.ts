/** The commands for a story: what the server can do for it and no key of VS Code's asks for. */

import * as vscode from "vscode";

import { objections } from "./rules";
import type { Session } from "./session";

const FIX_ALL = { kind: "source.fixAll.wiredesk", apply: "first" };

export function deskCommands(session: Session): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand("wiredesk.checkReady", () => ask(session, "wiredesk.readyToFile")),
    registerCommand("wiredesk.showSources", () => ask(session, "wiredesk.sourcing")),
    registerCommand("wiredesk.holdAgainstTape", () => holdAgainstTape(session)),
    registerCommand("wiredesk.letGoOfTape", () => letGoOfTape(session)),
    registerCommand("wiredesk.cutStory", () => cutStory(session)),
    registerCommand("wiredesk.fixAll", () => vscode.commands.executeCommand("editor.action.codeAction", FIX_ALL)),
    registerCommand("wiredesk.explainRule", () => explainRule(session)),
  ];
}

/** Asks something of the story at hand; the server answers in messages of its own. */
async function ask(session: Session, command: "wiredesk.readyToFile" | "wiredesk.sourcing"): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) {
    await session.run(command, editor.document.uri);
  }
}

/** Asks which open document is the transcript or release; the server marks what is not verbatim in it. */
async function holdAgainstTape(session: Session): Promise<void> {
  const story = vscode.window.activeTextEditor?.document;
  if (story === undefined) {
    return;
  }
  const others = vscode.workspace.textDocuments.filter(
    (other) => other !== story && ["file", "untitled"].includes(other.uri.scheme) && !other.isClosed,
  );
  if (others.length === 0) {
    void vscode.window.showInformationMessage("Open the transcript or the release first.");
    return;
  }
  const entries = others.map((document) => ({
    label: document.isUntitled ? document.fileName : vscode.workspace.asRelativePath(document.uri),
    document,
  }));
  const chosen = await vscode.window.showQuickPick(entries, { title: "Hold Quotations Against Tape" });
  if (chosen !== undefined) {
    const tape = await read(chosen.document);
    await session.run("wiredesk.againstTape", { uri: story.uri, tape: tape.uri });
  }
}

/** The server knows the documents that it reads, and it reads dispatches. */
async function read(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  return document.languageId === "dispatch"
    ? document
    : await vscode.languages.setTextDocumentLanguage(document, "dispatch");
}

async function letGoOfTape(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) {
    await session.run("wiredesk.againstTape", { uri: editor.document.uri, stop: true });
  }
}

/** The server shows the place, and says how many words are left. */
async function cutStory(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const asked = await vscode.window.showInputBox({
    title: "Show Where to Cut",
    prompt: "The most words that are to be left. Empty: as many as the house allows.",
    validateInput: (words) => (isWords(words) ? undefined : "A whole number of words, such as 600"),
  });
  if (asked !== undefined) {
    const { uri } = editor.document;
    await session.run("wiredesk.cut", asked.trim() === "" ? { uri } : { uri, words: Number(asked) });
  }
}

function isWords(asked: string): boolean {
  return /^\s*\d{0,6}\s*$/.test(asked);
}

async function explainRule(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const found = objections(vscode.languages.getDiagnostics(editor.document.uri), editor.selection.active.line);
  if (found.length === 0) {
    void vscode.window.showInformationMessage("Nothing is found here, so there is no rule to explain.");
    return;
  }
  const entries = found.map(({ rule, messages }) => ({
    label: rule,
    description: messages.length > 1 ? `${messages.length} findings` : "",
    detail: messages[0] ?? "",
  }));
  const chosen = await vscode.window.showQuickPick(entries, { title: "Explain Rule" });
  if (chosen !== undefined) {
    await session.run("wiredesk.explain", chosen.label);
  }
}
