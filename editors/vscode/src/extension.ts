/** Wiredesk in VS Code: starts the server with the first dispatch or house file that is opened, and gives it its commands. */

import * as vscode from "vscode";

import { deskCommands } from "./desk";
import { READ, Session } from "./session";
import { RESTARTS } from "./settings";
import { Status } from "./status";

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Wiredesk");
  const status = new Status(READ);
  const started = new Session(context.extensionPath, output, status);
  session = started;
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    output,
    status,
    registerCommand("wiredesk.restartServer", () => started.restart()),
    registerCommand("wiredesk.showOutput", () => output.show()),
    registerCommand("wiredesk.showServerVersion", () => vscode.window.showInformationMessage(started.describe())),
    ...deskCommands(started),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(RESTARTS)) {
        void started.restart();
      } else if (change.affectsConfiguration("wiredesk")) {
        void started.configure();
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
