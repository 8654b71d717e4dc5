/** One server and the client that speaks with it, for as long as VS Code is open. */

import * as vscode from "vscode";
import {
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  LanguageClient,
  ResponseError,
  State,
  type Middleware,
  type ShowDocumentParams,
  type ShowDocumentRequest,
  type ShowDocumentResult,
} from "vscode-languageclient/node";

import { serverPath, serverSettings } from "./settings";
import { findServer, type Server } from "./start";
import type { Status } from "./status";

/** Copy on disk and copy not yet saved; a diff or a remote view is not copy being written. */
export const COPY = [
  { language: "dispatch", scheme: "file" },
  { language: "dispatch", scheme: "untitled" },
];

/** The files that a desk keeps beside its copy, in whatever language VS Code takes them to be. */
const KEPT = ["wiredesk.toml", "wiredesk.stet.toml"].map((name) => ({ scheme: "file", pattern: `**/${name}` }));

/** All that the server reads. */
export const READ = [...COPY, ...KEPT];

const SECTION = "wiredesk";
const OPEN_SETTINGS = "Open Settings";
const SHOW_OUTPUT = "Show Output";

/**
 * The client takes a request that it has itself cancelled, because more was typed, for one that found nothing: all
 * squiggles went away for a moment. Said to be cancelled, it asks again and leaves them alone.
 */
const provideDiagnostics: NonNullable<Middleware["provideDiagnostics"]> = async (document, previous, token, next) => {
  const report = await next(document, previous, token);
  if (token.isCancellationRequested) {
    throw new vscode.CancellationError();
  }
  return report;
};

/** Asked for our settings, the client would tell those too that are not the server's. */
const configuration: NonNullable<NonNullable<Middleware["workspace"]>["configuration"]> = async (params, token, next) => {
  const sections = await next(params, token);
  return Array.isArray(sections)
    ? sections.map((section, at) => (params.items[at]?.section === SECTION ? serverSettings(section ?? {}) : section))
    : sections;
};

/** The pages of rules are there to be read and not to be written; all else that the server shows is copy. */
async function showDocument(
  params: ShowDocumentParams,
  next: ShowDocumentRequest.HandlerSignature,
): Promise<ShowDocumentResult> {
  if (params.uri.endsWith(".md")) {
    try {
      await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.parse(params.uri));
      return { success: true };
    } catch {
      // VS Code's own extension for Markdown can be turned off.
    }
  }
  const shown = await next(params, new vscode.CancellationTokenSource().token);
  return shown instanceof ResponseError ? { success: false } : shown;
}

/** How many words a document is to have; without a number, as many as the house allows. */
export interface Length {
  uri: vscode.Uri;
  words?: number;
}

/** Which document another is to be held against, or that it no longer is. */
export interface Holding {
  uri: vscode.Uri;
  tape?: vscode.Uri;
  stop?: boolean;
}

export class Session {
  private client: LanguageClient | undefined;
  private server: Server | undefined;
  /** Starts and stops take turns: two quick restarts must not leave two servers. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly extension: string,
    private readonly output: vscode.OutputChannel,
    private readonly status: Status,
  ) {}

  /** Starts the server, or starts it anew with the settings as they now are. */
  restart(): Promise<void> {
    return this.next(async () => {
      await this.close();
      try {
        await this.open();
      } catch (error) {
        this.fail(error instanceof Error ? error.message : String(error));
      }
    });
  }

  /** Tells the server that runs what is set now. */
  configure(): Promise<void> {
    return this.next(async () => {
      if (this.client?.state === State.Running) {
        const settings = { [SECTION]: serverSettings(vscode.workspace.getConfiguration(SECTION)) };
        await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
      }
    });
  }

  /** Has the server run a command of its own, about a document or what else it takes. */
  async run(command: string, about: vscode.Uri | string | Length | Holding): Promise<void> {
    await this.turn;
    const { client } = this;
    if (client?.state !== State.Running) {
      void vscode.window.showWarningMessage(this.describe());
      return;
    }
    if (!client.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command)) {
      void vscode.window.showWarningMessage(`This server knows no ${command}. ${this.describe()}`);
      return;
    }
    const { asUri } = client.code2ProtocolConverter;
    const written = (value: unknown) => (value instanceof vscode.Uri ? asUri(value) : value);
    const fields = () => Object.entries(about).map(([name, value]) => [name, written(value)]);
    const isValue = about instanceof vscode.Uri || typeof about === "string";
    const argument: unknown = isValue ? written(about) : Object.fromEntries(fields());
    try {
      await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
    } catch (error) {
      void vscode.window.showErrorMessage(`Wiredesk: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  stop(): Promise<void> {
    return this.next(() => this.close());
  }

  /** What is running, in a sentence. */
  describe(): string {
    const { server } = this;
    return server === undefined || this.client?.state !== State.Running
      ? "The Wiredesk server is not running."
      : `Wiredesk ${server.version}, ${server.path} (${server.origin})`;
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step);
    return this.turn;
  }

  private async open(): Promise<void> {
    this.status.busy();
    const section = vscode.workspace.getConfiguration(SECTION);
    const server = await findServer(serverPath(section), this.extension);
    this.output.appendLine(`Starting Wiredesk ${server.version}: ${server.path} (${server.origin})`);
    const client = new LanguageClient(
      "wiredesk",
      "Wiredesk",
      { command: server.path, args: [] },
      {
        documentSelector: READ,
        initializationOptions: serverSettings(section),
        outputChannel: this.output,
        middleware: { provideDiagnostics, workspace: { configuration }, window: { showDocument } },
      },
    );
    client.onDidChangeState(({ newState }) => this.show(newState, server));
    this.client = client;
    this.server = server;
    await client.start();
  }

  private show(state: State, server: Server): void {
    switch (state) {
      case State.Starting:
        return this.status.busy();
      case State.Running:
        return this.status.ready(server);
      case State.Stopped:
        return this.status.ended("The server is not running.");
    }
  }

  private async close(): Promise<void> {
    const { client } = this;
    this.client = this.server = undefined;
    // One that is still starting, or has crashed, refuses to stop; it is let go all the same.
    await client?.dispose().catch((error: unknown) => this.output.appendLine(`Stopping: ${String(error)}`));
  }

  /** One message, with the two things that can be done about it. Nothing waits for the answer. */
  private fail(reason: string): void {
    this.output.appendLine(reason);
    this.status.ended(reason);
    const message = `Wiredesk cannot start. ${reason}`;
    void vscode.window.showErrorMessage(message, OPEN_SETTINGS, SHOW_OUTPUT).then((answer) => {
      if (answer === OPEN_SETTINGS) {
        void vscode.commands.executeCommand("workbench.action.openSettings", "wiredesk.server.path");
      } else if (answer === SHOW_OUTPUT) {
        this.output.show();
      }
    });
  }
}
