/** From the settings to what the server is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { RESTARTS, serverPath, serverSettings } from "../src/settings";

test("the server is told every setting there is, but not which program it is", () => {
  const section = {
    server: { path: "/opt/wiredesk" },
    trace: { server: "verbose" },
    typing: { hold: false },
    rules: { "repeated-word": "off", "near-repetition": { severity: "hint", within: 2 } },
    "to-come": 7,
  };
  const { server: _server, trace: _trace, ...others } = section;
  assert.deepEqual(serverSettings(section), others);
});

test("what is not set is null", () => {
  assert.deepEqual(serverSettings({ typing: { hold: null }, day: null }), { typing: { hold: null }, day: null });
  assert.deepEqual(serverSettings({}), {});
});

test("a mistake is passed on to the server, which names it", () => {
  assert.deepEqual(serverSettings({ typing: { hold: "no" } }), { typing: { hold: "no" } });
});

test("of VS Code's object the settings alone are told", () => {
  const section = { get: () => 1, has: () => true, inspect: () => 1, update: () => 1, day: "2027-02-12" };
  assert.deepEqual(serverSettings(section), { day: "2027-02-12" });
});

test("a path that is no string is not set", () => {
  assert.equal(serverPath({ server: { path: "~/wiredesk" } }), "~/wiredesk");
  for (const path of [undefined, null, 7, ["wiredesk"]]) {
    assert.equal(serverPath({ server: { path } }), "");
  }
  for (const section of [{}, { server: null }, { server: "wiredesk" }]) {
    assert.equal(serverPath(section), "");
  }
});

// npm runs scripts from the package's folder.
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const declared = Object.entries<{ default: unknown }>(manifest.contributes.configuration[0].properties);

test("whatever the server is told overrides no house file by its default", () => {
  const told = declared.filter(([name]) => !/^wiredesk\.(server|trace)\./.test(name));
  assert.ok(told.length > 0);
  for (const [name, { default: value }] of told) {
    const isEmpty = typeof value === "object" && Object.keys(value ?? {}).length === 0;
    assert.ok(isEmpty, `${name} is ${JSON.stringify(value)} where nobody set it`);
  }
});

test("the manifest declares the path of the server, which a folder that is not trusted cannot set", () => {
  assert.ok(declared.some(([name, { default: value }]) => name === RESTARTS && value === ""));
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, [RESTARTS]);
});

test("every command is declared, and every command declared has a title in the same category", () => {
  const source = ["extension", "desk"].map((name) => readFileSync(`src/${name}.ts`, "utf8")).join("");
  const registered = [...source.matchAll(/registerCommand\("([^"]+)"/g)].map((match) => match[1]);
  const commands: { command: string; category: string }[] = manifest.contributes.commands;
  assert.deepEqual(registered.sort(), commands.map(({ command }) => command).sort());
  assert.ok(commands.every(({ category }) => category === "Wiredesk"));
});
