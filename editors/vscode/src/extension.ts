/** Wiredesk in VS Code: starts the server with the first dispatch that is opened, and gives it its three commands. */

import * as vscode from "vscode";

import { COPY, Session } from "./session";
import { TOLD_AT_START } from "./settings";
import { Status } from "./status";

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Wiredesk");
  const status = new Status(COPY);
  const started = new Session(context.extensionPath, output, status);
  session = started;
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    output,
    status,
    registerCommand("wiredesk.restartServer", () => started.restart()),
    registerCommand("wiredesk.showOutput", () => output.show()),
    registerCommand("wiredesk.showServerVersion", () => vscode.window.showInformationMessage(started.describe())),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (TOLD_AT_START.some((setting) => change.affectsConfiguration(setting))) {
        void started.restart();
      }
    }),
    // Trust makes the folder's own server.path count.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
  );
  return started.restart();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
