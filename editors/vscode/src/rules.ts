/** The rules behind the findings of a document. Nothing here knows VS Code. */

/** As much of VS Code's Diagnostic as says which rule made it, and where. */
export interface Finding {
  source?: string | undefined;
  code?: string | number | { value: string | number } | undefined;
  message: string;
  range: { start: { line: number }; end: { line: number } };
}

/** A rule, and what it objects to. */
export interface Objection {
  rule: string;
  messages: string[];
}

/** Each rule of ours that objects, once: those that do in the line of the cursor first, the others by name. */
export function objections(findings: readonly Finding[], line: number): Objection[] {
  const isHere = ({ range }: Finding) => range.start.line <= line && line <= range.end.line;
  const ours = findings.filter(({ source }) => source === "wiredesk");
  const byRule = new Map<string, { messages: string[]; here: boolean }>();
  for (const finding of ours) {
    const { code } = finding;
    const rule = String(typeof code === "object" ? code.value : code);
    const entry = byRule.get(rule) ?? { messages: [], here: false };
    entry.messages.push(finding.message);
    entry.here ||= isHere(finding);
    byRule.set(rule, entry);
  }
  return [...byRule]
    .sort(([a, one], [b, other]) => Number(other.here) - Number(one.here) || (a < b ? -1 : 1))
    .map(([rule, { messages }]) => ({ rule, messages }));
}
