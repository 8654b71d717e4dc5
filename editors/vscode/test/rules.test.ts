/** From the findings of a document to the rules that can be explained. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { objections, type Finding } from "../src/rules";

function finding(code: Finding["code"], message: string, line: number, source = "wiredesk"): Finding {
  return { code, message, source, range: { start: { line }, end: { line } } };
}

test("each rule is named once, with all it objects to", () => {
  const found = [finding("repeated-word", "one", 2), finding("repeated-word", "two", 9)];
  assert.deepEqual(objections(found, 0), [{ rule: "repeated-word", messages: ["one", "two"] }]);
});

test("those at the cursor come first, the others by name", () => {
  const found = [finding("b", "", 1), finding("c", "", 2), finding("d", "", 4), finding("a", "", 3)];
  assert.deepEqual(objections(found, 4).map(({ rule }) => rule), ["d", "a", "b", "c"]);
});

test("a name with a page behind it counts as its name", () => {
  assert.equal(objections([finding({ value: "repeated-word" }, "", 1)], 0)[0]?.rule, "repeated-word");
});

test("what others find is left out", () => {
  assert.deepEqual(objections([finding("typo", "", 1, "speller")], 1), []);
});
