/** The entry behind `{}` in the status bar: which server reads this copy, or why none does. */

import * as vscode from "vscode";

import type { Server } from "./start";

export class Status {
  private readonly item: vscode.LanguageStatusItem;

  constructor(selector: vscode.DocumentSelector) {
    this.item = vscode.languages.createLanguageStatusItem("wiredesk.status", selector);
    this.item.name = "Wiredesk";
    this.busy();
  }

  busy(): void {
    this.set("Wiredesk", "starting", vscode.LanguageStatusSeverity.Information);
    this.item.busy = true;
  }

  ready(server: Server): void {
    this.set(`Wiredesk ${server.version}`, `server: ${server.origin}`, vscode.LanguageStatusSeverity.Information);
    this.item.command = { command: "wiredesk.showOutput", title: "Show Output" };
  }

  ended(reason: string): void {
    this.set("Wiredesk", reason, vscode.LanguageStatusSeverity.Error);
    this.item.command = { command: "wiredesk.restartServer", title: "Restart Server" };
  }

  dispose(): void {
    this.item.dispose();
  }

  private set(text: string, detail: string, severity: vscode.LanguageStatusSeverity): void {
    this.item.text = text;
    this.item.detail = detail;
    this.item.severity = severity;
    this.item.busy = false;
  }
}
