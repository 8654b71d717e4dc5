/** The settings, as the user wrote them, and what the server is told of them. Nothing here knows VS Code. */

/** The section `wiredesk` of the settings; VS Code's WorkspaceConfiguration is one. */
export interface Section {
  get(name: string): unknown;
}

/** What the server reads when it starts: its page calls these initialization options. */
export interface InitializationOptions {
  typing: { hold: unknown };
}

/** `wiredesk.server.path`; what is not a string counts as not set, as VS Code's own page of settings shows it. */
export function serverPath(section: Section): string {
  const path = section.get("server.path");
  return typeof path === "string" ? path : "";
}

/** A value of the wrong kind is passed on: the server says what is wrong with it. */
export function initializationOptions(section: Section): InitializationOptions {
  return { typing: { hold: section.get("typing.hold") ?? true } };
}

/** The settings that the server is told once, when it starts. */
export const TOLD_AT_START = ["wiredesk.server.path", "wiredesk.typing"];
