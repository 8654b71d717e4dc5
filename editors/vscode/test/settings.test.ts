/** From the settings to what the server is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { initializationOptions, serverPath, TOLD_AT_START, type Section } from "../src/settings";

function section(values: Record<string, unknown>): Section {
  return { get: (name) => values[name] };
}

const NOTHING = { check: null, day: null, rules: null, save: null, typing: null };

test("the server is told what is set", () => {
  const set = { typing: { hold: false }, rules: { "repeated-word": "off" }, day: "2027-02-12" };
  assert.deepEqual(initializationOptions(section(set)), { ...NOTHING, ...set });
});

test("the house file holds where nothing is set", () => {
  for (const typing of [undefined, null]) {
    assert.deepEqual(initializationOptions(section({ typing })), NOTHING);
  }
});

test("a mistake is passed on to the server, which names it", () => {
  assert.deepEqual(initializationOptions(section({ typing: "no" })), { ...NOTHING, typing: "no" });
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
  assert.equal(declared["wiredesk.typing.hold"]?.default, null);
  assert.equal(declared["wiredesk.server.path"]?.default, serverPath(section({})));
  const names = Object.keys(declared).filter((name) => name !== "wiredesk.trace.server"); // the client's own
  const isOf = (name: string, told: string) => name === told || name.startsWith(`${told}.`);
  assert.ok(names.every((name) => TOLD_AT_START.some((told) => isOf(name, told))));
  assert.ok(TOLD_AT_START.every((told) => names.some((name) => isOf(name, told))));
});
