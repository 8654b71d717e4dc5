/** What the grammars colour, by the tokeniser that VS Code itself uses. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const FILES: Record<string, string> = {
  "text.dispatch": "syntaxes/dispatch.tmLanguage.json",
  "source.wiredesk-toml": "syntaxes/wiredesk-toml.tmLanguage.json",
};

const registry = new Registry({
  onigLib: loadWASM(readFileSync("node_modules/vscode-oniguruma/release/onig.wasm")).then(() => ({
    createOnigScanner,
    createOnigString,
  })),
  loadGrammar: async (scope) => {
    const file = FILES[scope];
    return file === undefined ? null : parseRawGrammar(readFileSync(file, "utf8"), file);
  },
});

/** The copy's coloured stretches as [colour, text]; plain copy is left out. */
async function colours(copy: string, language = "text.dispatch"): Promise<[string, string][]> {
  const grammar = await registry.loadGrammar(language);
  assert.ok(grammar);
  const found: [string, string][] = [];
  let state = INITIAL;
  for (const line of copy.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    let before: string | undefined;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const [, colour] = scopes;
      const text = line.slice(startIndex, endIndex);
      const last = found.at(-1);
      // A mark and what it marks are tokens of their own under one colour.
      if (last !== undefined && colour !== undefined && colour === before) {
        last[1] += text;
      } else if (colour !== undefined) {
        found.push([colour, text]);
      }
      before = colour;
    }
  }
  return found;
}

const SUBHEAD = "markup.heading.subhead.dispatch";
const DATELINE = "keyword.other.dateline.dispatch";
const STRAIGHT = "string.quoted.double.straight.dispatch";
const CURLY = "string.quoted.double.curly.dispatch";
const TICKER = "comment.line.ticker.dispatch";
const SIGN_OFF = "comment.line.sign-off.dispatch";
const CREDIT = "comment.line.credit.dispatch";

const LEAD = "The harbour let its first ships in on Friday, the authority said.";

test("a ticker has a colour above the lead, and only there", async () => {
  const ticker: [string, string][] = [
    [TICKER, "HBR"],
    [TICKER, "0.4100"],
  ];
  assert.deepEqual(await colours(`HBR\n0.4100\n${LEAD}\nNATO\n12`), ticker);
  assert.deepEqual(await colours(`\nHarbour opens\nHBR\n0.4100\n${LEAD}\n- 'A' -`), [...ticker, [SUBHEAD, "- 'A' -"]]);
  assert.deepEqual(await colours(`${LEAD}\nNATO`), []);
});

test("a lead on the first line is read like any other line", async () => {
  assert.deepEqual(await colours('The mayor of Varnholt called the wall "a ruin" on Friday.'), [[STRAIGHT, '"a ruin"']]);
});

test("a subhead stands between dashes, a list item behind one", async () => {
  for (const subhead of ["- 'Every stone' -", "– Boats stay away –", "  — NATO — "]) {
    assert.deepEqual(await colours(`${LEAD}\n${subhead}`), [[SUBHEAD, subhead]]);
  }
  assert.deepEqual(await colours(`${LEAD}\n- a list item\n-5 -\n- `), []);
});

test("speech is coloured where it closes on its line", async () => {
  assert.deepEqual(await colours(`${LEAD}\n"fell" and “rose”, she said. "Go on."`), [
    [STRAIGHT, '"fell"'],
    [CURLY, "“rose”"],
    [STRAIGHT, '"Go on."'],
  ]);
  assert.deepEqual(await colours(`${LEAD}\n"We will not wait, she said.\n“We will not wait, she said.`), []);
});

test("a lost mark does not turn speech inside out", async () => {
  assert.deepEqual(await colours(`${LEAD}\nThe "old wall fell. "Again," he said.`), [[STRAIGHT, '"Again,"']]);
});

test("a dateline ends with its dash", async () => {
  for (const dateline of ["PARIS, April 17, 2025 (AFP) -", "Varnholt (AP) —", "(Reuters) -"]) {
    assert.deepEqual(await colours(`${dateline} The wall (old) - a ruin - fell.`), [[DATELINE, dateline]]);
  }
});

test("sign-off and site credit are set back", async () => {
  assert.deepEqual(await colours(`${LEAD}\nburs-jh/jm\nP.Halm--MsdHbT`), [
    [SIGN_OFF, "burs-jh/jm"],
    [CREDIT, "P.Halm--MsdHbT"],
  ]);
  assert.deepEqual(await colours(`${LEAD}\nand/or he said\nA.B. Smith -- Oslo`), []);
});

test("a house file has the colours of TOML", async () => {
  const house = ['[rules] # ours', "near-repetition = { severity = 'hint', within = 2 }", 'save.fix = true', 'day = 2027-02-12'];
  const found = await colours(house.join("\n"), "source.wiredesk-toml");
  const named = found.map(([colour, text]) => [colour.replace(".wiredesk-toml", ""), text]);
  assert.deepEqual(named, [
    ["punctuation.definition.table", "["],
    ["entity.name.section", "rules"],
    ["punctuation.definition.table", "]"],
    ["comment.line.number-sign", "# ours"],
    ["support.type.property-name", "near-repetition"],
    ["keyword.operator.assignment", "="],
    ["support.type.property-name", "severity"],
    ["keyword.operator.assignment", "="],
    ["string.quoted.single", "'hint'"],
    ["support.type.property-name", "within"],
    ["keyword.operator.assignment", "="],
    ["constant.numeric", "2"],
    ["support.type.property-name", "save.fix"],
    ["keyword.operator.assignment", "="],
    ["constant.language", "true"],
    ["support.type.property-name", "day"],
    ["keyword.operator.assignment", "="],
    ["constant.other.date", "2027-02-12"],
  ]);
});

test("a mark that is lost in a house file colours its own line alone", async () => {
  const found = await colours('agency = "AFP\nsave.fix = true\n[[stet]]', "source.wiredesk-toml");
  assert.deepEqual(found.slice(-1), [["punctuation.definition.table.wiredesk-toml", "]]"]]);
  assert.ok(found.some(([colour, text]) => text === "true" && colour.startsWith("constant.language")));
});
