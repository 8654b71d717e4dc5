/** Which server program to start, and whether it is one. Nothing here knows VS Code. */

import * as path from "node:path";

/** A program, and where the choice came from. */
export interface Program {
  path: string;
  origin: "setting" | "bundled" | "search path";
}

/** All that the choice depends on. */
export interface Surroundings {
  /** `wiredesk.server.path` as the user wrote it. */
  setting: string;
  /** The folder the extension is installed in. */
  extension: string;
  home: string;
  /** The variable PATH. */
  searchPath: string;
  platform: NodeJS.Platform;
  isProgram: (file: string) => boolean;
}

/** What came of looking for the program: it, or why there is none, in the user's words. */
export type Choice = { program: Program } | { missing: string };

/**
 * The setting, else what came with the extension, else the search path. A setting that is wrong is said to be wrong:
 * another program than the one asked for would be worse than none.
 */
export function choose(around: Surroundings): Choice {
  const asked = around.setting.trim();
  return asked === "" ? choiceOfOurs(around) : choiceAskedFor(asked, around);
}

function choiceAskedFor(asked: string, around: Surroundings): Choice {
  const paths = pathsOf(around.platform);
  if (asked === paths.basename(asked)) {
    const found = search(asked, around);
    return found === undefined
      ? { missing: `wiredesk.server.path names "${asked}", which is not on the PATH.` }
      : { program: { path: found, origin: "setting" } };
  }
  const full = asked.startsWith("~/") ? paths.join(around.home, asked.slice(2)) : asked;
  if (!paths.isAbsolute(full)) {
    return { missing: `wiredesk.server.path is "${asked}", which is not a full path.` };
  }
  return around.isProgram(full)
    ? { program: { path: full, origin: "setting" } }
    : { missing: `wiredesk.server.path names ${full}, where there is no program.` };
}

function choiceOfOurs(around: Surroundings): Choice {
  const name = around.platform === "win32" ? "wiredesk.exe" : "wiredesk";
  const bundled = pathsOf(around.platform).join(around.extension, "server", name);
  if (around.isProgram(bundled)) {
    return { program: { path: bundled, origin: "bundled" } };
  }
  const found = search("wiredesk", around);
  return found === undefined
    ? { missing: "The server did not come with this extension, and no wiredesk is on the PATH." }
    : { program: { path: found, origin: "search path" } };
}

/**
 * Looks through the search path. Not left to the system, which on Windows looks into the current folder first, and that
 * is whatever folder the user has opened; relative entries are passed over for the same reason.
 */
function search(name: string, around: Surroundings): string | undefined {
  const paths = pathsOf(around.platform);
  const endings = around.platform === "win32" && paths.extname(name) === "" ? [".exe"] : [""];
  return around.searchPath
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder))
    .flatMap((folder) => endings.map((ending) => paths.join(folder, name + ending)))
    .find(around.isProgram);
}

function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === "win32" ? path.win32 : path.posix;
}

/** The version in what `wiredesk --version` prints, if it is Wiredesk that printed it. */
export function versionIn(printed: string): string | undefined {
  return /^wiredesk (\d+\.\d+\.\d+\S*)\s*$/.exec(printed)?.[1];
}
