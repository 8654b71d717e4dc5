/** The settings, as the user wrote them, and what the server is told of them. Nothing here knows VS Code. */

/** The section `wiredesk` of the settings, by name; VS Code's WorkspaceConfiguration is one, with functions of its own. */
export type Section = object;

/** What this extension keeps to itself: which program to start, and what to write of its messages. */
const OWN = ["server", "trace"];

/** `wiredesk.server.path`; what is not a string counts as not set, as VS Code's own page of settings shows it. */
export function serverPath(section: Section): string {
  const path = valueOf(valueOf(section, "server"), "path");
  return typeof path === "string" ? path : "";
}

/**
 * All other settings, whichever there are: what they mean is the server's business, and so is what is wrong with them.
 * What the user did not set is null; there it is as the house file has it.
 */
export function serverSettings(section: Section): Record<string, unknown> {
  const told = Object.entries(section).filter(([name, value]) => !OWN.includes(name) && typeof value !== "function");
  return Object.fromEntries(told);
}

/** The setting that only a new server can take up. The others are told to the one that is running. */
export const RESTARTS = "wiredesk.server.path";

function valueOf(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? (object as Record<string, unknown>)[name] : undefined;
}
