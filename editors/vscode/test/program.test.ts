/** The choice of the server program. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { choose, versionIn, type Surroundings } from "../src/program";

/** A desk machine with these programs on it. */
function machine(programs: string[], change: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: "",
    extension: "/ext",
    home: "/home/desk",
    searchPath: "/usr/local/bin:/usr/bin",
    platform: "linux",
    isProgram: (file) => programs.includes(file),
    ...change,
  };
}

const BUNDLED = "/ext/server/wiredesk";
const ON_PATH = "/usr/bin/wiredesk";
const WINDOWS: Partial<Surroundings> = {
  platform: "win32",
  extension: "C:\\ext",
  home: "C:\\Users\\desk",
  searchPath: ".;C:\\tools;D:\\bin",
};

test("the setting comes before the bundled server, and that before the search path", () => {
  const all = [BUNDLED, ON_PATH, "/opt/wiredesk"];
  const set = machine(all, { setting: " /opt/wiredesk " });
  assert.deepEqual(choose(set), { program: { path: "/opt/wiredesk", origin: "setting" } });
  assert.deepEqual(choose(machine(all)), { program: { path: BUNDLED, origin: "bundled" } });
  assert.deepEqual(choose(machine([ON_PATH])), { program: { path: ON_PATH, origin: "search path" } });
});

test("~/ is the home folder", () => {
  const around = machine(["/home/desk/bin/wiredesk"], { setting: "~/bin/wiredesk" });
  assert.deepEqual(choose(around), { program: { path: "/home/desk/bin/wiredesk", origin: "setting" } });
});

test("a bare name is looked for on the search path", () => {
  const around = machine(["/usr/bin/wiredesk-next", BUNDLED], { setting: "wiredesk-next" });
  assert.deepEqual(choose(around), { program: { path: "/usr/bin/wiredesk-next", origin: "setting" } });
});

test("a setting that is wrong is said, not passed over", () => {
  for (const [setting, says] of [
    ["/opt/gone", "wiredesk.server.path names /opt/gone, where there is no program."],
    ["target/wiredesk", 'wiredesk.server.path is "target/wiredesk", which is not a full path.'],
    ["gone", 'wiredesk.server.path names "gone", which is not on the PATH.'],
  ] as const) {
    assert.deepEqual(choose(machine([BUNDLED, ON_PATH], { setting })), { missing: says });
  }
});

test("no program at all is said", () => {
  const choice = choose(machine([]));
  assert.ok("missing" in choice && choice.missing.includes("on the PATH"));
});

test("relative entries of the search path are passed over", () => {
  const around = machine(["wiredesk", "bin/wiredesk", "/work/wiredesk"], { searchPath: ":.:bin:" });
  assert.ok("missing" in choose(around));
});

test("on Windows programs end in .exe and paths have backslashes", () => {
  const bundled = machine(["C:\\ext\\server\\wiredesk.exe"], WINDOWS);
  assert.deepEqual(choose(bundled), { program: { path: "C:\\ext\\server\\wiredesk.exe", origin: "bundled" } });
  const found = machine(["wiredesk.exe", "D:\\bin\\wiredesk.exe"], WINDOWS);
  assert.deepEqual(choose(found), { program: { path: "D:\\bin\\wiredesk.exe", origin: "search path" } });
  const home = machine(["C:\\Users\\desk\\w.exe"], { ...WINDOWS, setting: "~/w.exe" });
  assert.deepEqual(choose(home), { program: { path: "C:\\Users\\desk\\w.exe", origin: "setting" } });
});

test("the version is what stands after the name, and nothing else counts as Wiredesk", () => {
  assert.equal(versionIn("wiredesk 0.1.0\n"), "0.1.0");
  assert.equal(versionIn("wiredesk 1.12.3-rc.1+a1b2c3\r\n"), "1.12.3-rc.1+a1b2c3");
  for (const other of ["", "0.1.0", "bash 5.2.15", "wiredesk", "wiredesk 1", "not wiredesk 0.1.0", "wiredesk 0.1.0\nmore"]) {
    assert.equal(versionIn(other), undefined, other);
  }
});
