/** Finds the program on this machine and asks it who it is before it is let near any copy. */

import { execFile } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { promisify } from "node:util";

import { choose, versionIn, type Program } from "./program";

/** A program that said it is Wiredesk. */
export interface Server extends Program {
  version: string;
}

/** Long enough for a system that examines a program before it runs it for the first time. */
const PATIENCE = 15_000;

/** The server to start; else an Error whose message is meant for the user. */
export async function findServer(setting: string, extension: string): Promise<Server> {
  const choice = choose({
    setting,
    extension,
    home: homedir(),
    searchPath: process.env["PATH"] ?? "",
    platform: process.platform,
    isProgram,
  });
  if ("missing" in choice) {
    throw new Error(choice.missing);
  }
  return { ...choice.program, version: await askVersion(choice.program.path) };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** This shows what a client would report only as a server that ended: the wrong binary, a library that is missing. */
async function askVersion(program: string): Promise<string> {
  let printed: string;
  try {
    printed = (await promisify(execFile)(program, ["--version"], { timeout: PATIENCE })).stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`${program} does not run: ${stderr?.trim() || (error as Error).message}`);
  }
  const version = versionIn(printed);
  if (version === undefined) {
    throw new Error(`${program} is not Wiredesk: asked for its version it said "${printed.trim().slice(0, 80)}".`);
  }
  return version;
}
