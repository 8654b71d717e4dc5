// Makes the package for one platform, with the server inside:
//
//   npm run package -- PATH_TO_WIREDESK_BINARY [TARGET]
//
// TARGET is a platform as the marketplace names it (linux-x64, darwin-arm64, win32-x64, alpine-x64, …); without
// it, the one this runs on. Writes wiredesk-TARGET-VERSION.vsix into this folder.

import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const [binary, target = thisPlatform()] = process.argv.slice(2);
if (binary === undefined || !statSync(binary, { throwIfNoEntry: false })?.isFile()) {
  console.error("usage: npm run package -- PATH_TO_WIREDESK_BINARY [TARGET]");
  process.exit(2);
}
const folder = fileURLToPath(new URL("..", import.meta.url));
const server = path.join(folder, "server");
const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));

// Emptied first: a server of another platform must not travel along.
rmSync(server, { recursive: true, force: true });
mkdirSync(server);
const inside = path.join(server, target.startsWith("win32") ? "wiredesk.exe" : "wiredesk");
copyFileSync(binary, inside);
chmodSync(inside, 0o755);

await createVSIX({
  cwd: folder,
  packagePath: path.join(folder, `${name}-${target}-${version}.vsix`),
  target,
  dependencies: false, // they are in the bundle
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

/** A system with another C library than glibc is what the marketplace calls alpine. */
function thisPlatform() {
  const { glibcVersionRuntime } = process.report.getReport().header;
  const system = process.platform === "linux" && !glibcVersionRuntime ? "alpine" : process.platform;
  return `${system}-${process.arch === "arm" ? "armhf" : process.arch}`;
}
