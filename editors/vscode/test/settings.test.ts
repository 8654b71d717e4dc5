/** From the settings to what the server is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { initializationOptions, serverPath, TOLD_AT_START, type Section } from "../src/settings";

function section(values: Record<string, unknown>): Section {
  return { get: (name) => values[name] };
}

test("the server is told whether findings wait", () => {
  for (const hold of [true, false]) {
    assert.deepEqual(initializationOptions(section({ "typing.hold": hold })), { typing: { hold } });
  }
});

test("they wait where nothing is set", () => {
  for (const hold of [undefined, null]) {
    assert.deepEqual(initializationOptions(section({ "typing.hold": hold })), { typing: { hold: true } });
  }
});

test("a mistake is passed on to the server, which names it", () => {
  assert.deepEqual(initializationOptions(section({ "typing.hold": "no" })), { typing: { hold: "no" } });
});

test("a path that is no string is not set", () => {
  assert.equal(serverPath(section({ "server.path": "~/wiredesk" })), "~/wiredesk");
  for (const path of [undefined, null, 7, ["wiredesk"]]) {
    assert.equal(serverPath(section({ "server.path": path })), "");
  }
});

test("the manifest declares every setting that is read, with the same default", () => {
  // npm runs scripts from the package's folder.
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const declared: Record<string, { default: unknown }> = manifest.contributes.configuration[0].properties;
  assert.equal(declared["wiredesk.typing.hold"]?.default, initializationOptions(section({})).typing.hold);
  assert.equal(declared["wiredesk.server.path"]?.default, serverPath(section({})));
  const names = Object.keys(declared).filter((name) => name !== "wiredesk.trace.server"); // the client's own
  assert.ok(names.every((name) => TOLD_AT_START.some((told) => name.startsWith(told))));
});
