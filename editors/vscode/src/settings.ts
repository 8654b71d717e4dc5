/** The settings, as the user wrote them, and what the server is told of them. Nothing here knows VS Code. */

/** The section `wiredesk` of the settings; VS Code's WorkspaceConfiguration is one. */
export interface Section {
  get(name: string): unknown;
}

/** The settings that a house file has too, by the first part of their names; the manifest declares each. */
const HOUSE = ["check", "day", "rules", "save", "typing"];

/** What the server reads when it starts: its page calls these initialization options. */
export type InitializationOptions = Record<string, unknown>;

/** `wiredesk.server.path`; what is not a string counts as not set, as VS Code's own page of settings shows it. */
export function serverPath(section: Section): string {
  const path = section.get("server.path");
  return typeof path === "string" ? path : "";
}

/** What is null the server takes from the house file. A value of the wrong kind is passed on: it says what is wrong. */
export function initializationOptions(section: Section): InitializationOptions {
  return Object.fromEntries(HOUSE.map((name) => [name, section.get(name) ?? null]));
}

/** The settings that the server is told once, when it starts. */
export const TOLD_AT_START = ["server.path", ...HOUSE].map((name) => `wiredesk.${name}`);
