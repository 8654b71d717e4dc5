// A sitting at the desk in a real VS Code: it opens a dispatch, reads the findings, the outline, a fold and a card,
// follows and renames a person, mends a quotation, types paragraphs, agrees on a house file, lets a finding stand, changes
// settings, and asks the extension's own commands.
//
//   node session.mjs SETUP_FOLDER ADDRESS DESK_FOLDER PICTURES      (./run does this, in a fresh home)

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as desk from "./desk.mjs";

const { press, rest, see, sees, texts, type } = desk;
const [prefix, address, folder, pictures] = process.argv.slice(2);
const file = path.join(folder, "harbour.dispatch");

// The copy, and where things stand in it.
const copy = readFileSync(file, "utf8");
const LEAD = 3;
const DOUBLED = 6; // "the the"
const FIRST_SUBHEAD = 8;
const OPEN_QUOTATION = 10;
const NAMING = 5; // of Ilse Vantor
const SPEECH = 5; // begins with a quotation
const SURNAME = 11; // at the start of the line
const BEFORE_TYPED = 12; // the paragraph after it does not begin with a quotation
const ERROR = ".editor-instance .squiggly-error";
const WARNING = ".editor-instance .squiggly-warning";
const ALL_WARNINGS = 3; // under the two lines of the ticker and the doubled word

/** The paragraphs on the screen; a wrapped one is several lines of it. */
const paragraphs = async () => (await texts(".editor-instance .view-lines"))[0] ?? "";
const count = (selector) => () => see(selector).count();
/** The lines of the file that are not as they were. */
const changes = () => {
  const before = copy.split("\n");
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line, at) => line !== before[at]);
};

async function opening() {
  await desk.open("harbour.dispatch");
  await sees("the status bar shows a dispatch", ["News Dispatch"], () => texts("#status\\.editor\\.mode"));
}

async function findings() {
  const problems = async () => texts(".markers-panel .monaco-list-row");
  const entry = (rule) => (rows) => rows.some((row) => row.includes(` wiredesk ${rule} `));
  await sees("the open quotation is underlined as an error", 1, count(ERROR));
  await sees("ticker and doubled word are underlined as warnings", ALL_WARNINGS, count(WARNING));
  await desk.command("Problems: Focus on Problems View");
  for (const rule of ["unclosed-quotation", "furniture-in-copy", "repeated-word", "credit-in-copy"]) {
    await sees(`Problems has ${rule}`, entry(rule), problems);
  }
  await sees("Problems has the file and four findings, no more", 5, async () => (await problems()).length);
}

async function colours() {
  await sees("the ticker and the credit are faded", true, async () => (await count(".editor-instance .squiggly-inline-unnecessary")()) > 0);
  const lenses = () => texts(".codelens-decoration");
  const wanted = ["344 words", "105 words"]; // what is over the second section is not on the screen
  await desk.goTo(FIRST_SUBHEAD, 6); // they come when the editor has the keys
  const hasAll = (all) => wanted.every((words) => all.some((lens) => lens.includes(words)));
  await sees("lines over the copy tell the words of the story and of each section", hasAll, lenses);
  await desk.command("Developer: Inspect Editor Tokens and Scopes");
  const inspected = () => texts(".token-inspect-widget");
  await sees("a subhead is told as one", (all) => /namespace.*subhead.*markup\.heading/.test(all.join(" ")), inspected);
  await press("Escape");
  await desk.goTo(SPEECH, 5);
  const selected = async () => Number((await texts("#status\\.editor\\.selection"))[0]?.match(/\((\d+) selected\)/)?.[1]);
  const line = copy.split("\n")[SPEECH - 1];
  const said = line.split('"')[1];
  for (const [what, length] of [["quotation", said.length], ["quotation with its marks", said.length + 2], ["sentence", line.length]]) {
    await sees(`a selection widens to the ${what}`, length, async () => {
      const before = await selected();
      if (before !== length) {
        await press("Shift+Alt+ArrowRight");
        await rest(300);
      }
      return selected();
    });
  }
  await press("Escape");
}

async function outline() {
  await see(".pane-header", path.basename(folder)).first().click(); // folds the files away: the outline has the room
  await desk.command("Explorer: Focus on Outline View");
  const wanted = [
    "Not copy: MSD 0.4200",
    "Lead",
    "Top",
    "'Nobody was asked'",
    "Bread by the slice",
    "Sign-off burs-iv/jh",
    "Not copy: P.Halm--MsdHbT",
  ];
  // The name of an entry without its detail. The first is the dispatch.
  const names = async () => (await texts(".outline-pane .monaco-list-row .label-name")).slice(1);
  await sees("the outline is one dispatch and its parts", wanted, names);
}

async function posing() {
  await press("Control+Home");
  await desk.goTo(LEAD);
  await rest(1000);
  await desk.picture("vscode.png");
}

async function folding() {
  const section = "Dockers complained that the decision";
  await desk.goTo(FIRST_SUBHEAD);
  await press("Control+Shift+BracketLeft");
  await sees("a section folds under its subhead", [true, false, true], async () => {
    const words = await paragraphs();
    return ["- 'Nobody was asked' -", section, "- Bread by the slice -"].map((part) => words.includes(part));
  });
  await press("Control+Shift+BracketRight");
  await sees("and opens again", true, async () => (await paragraphs()).includes(section));
}

async function card() {
  await desk.goTo(copy.split("\n").indexOf("burs-iv/jh") + 1);
  await desk.hover(see(".editor-instance .view-line", "burs-iv/jh"));
  const cards = () => texts(".monaco-hover");
  await sees("the card of the sign-off says several bureaux", (all) => /several bureaux/.test(all.join(" ")), cards);
  await press("Escape");
}

async function people() {
  const line = async () => (await texts("#status\\.editor\\.selection"))[0]?.match(/Ln (\d+)/)?.[1];
  await desk.goTo(SURNAME);
  await press("F12");
  await sees("the definition of a name is the first naming", String(NAMING), line);
  await press("Shift+F12");
  const listed = async () => (await texts(".reference-zone-widget .monaco-list-row")).join(" ");
  const all = /harbour master Ilse Vantor.*Vantor replied/;
  await sees("its references are two mentions, and what is quoted", (words) => all.test(words), listed);
  await press("Escape");
  await press("Control+T");
  const box = see(".quick-input-widget input");
  await box.waitFor();
  await box.fill("#ilsvnt");
  const found = () => texts(".quick-input-list .monaco-list-row");
  await sees("a few letters find the person", (all) => all.length === 1 && /Ilse Vantor/.test(all[0]), found);
  await press("Escape");

  await desk.goTo(SURNAME);
  await press("F2");
  const name = see(".rename-box input").first();
  await name.waitFor();
  await sees("the name is offered without more", "Vantor", () => name.inputValue());
  await name.fill("Vantorr");
  await press("Enter");
  await rest(500);
  await press("Control+S");
  const renamed = copy.split("\n").filter((text) => text.includes("Vantor"));
  const wanted = renamed.map((text) => text.replace("Vantor", "Vantorr"));
  await sees("a rename changes the surname in both, and that is all it does", wanted, changes);
  await press("Control+Z");
  await press("Control+S");
  await sees("one undo takes it all back", [], changes);
}

async function mending() {
  await desk.goTo(OPEN_QUOTATION);
  await press("Control+.");
  const fix = see(".action-widget .monaco-list-row", /close/i).first();
  await fix.waitFor();
  await fix.click();
  await sees("the quick fix takes the squiggle away", 0, count(ERROR));
  await press("Control+S");
  const mended = `"Nobody was asked who stands right under those cranes," said Joren Halvik, who speaks for the dockers' union.`;
  await sees("it closed the quotation, and that is all it did", [mended], changes);
  await press("Control+Z");
  await sees("undo brings the finding back", 1, count(ERROR));
}

/** Opens a quotation on a new line below, and takes away the mark that closed it by itself. */
async function openQuotation() {
  await press("End", "End", "Enter"); // the first goes to the end of the line on the screen
  await rest(300); // VS Code pairs no marks on a line it has not looked at yet
  await type('"');
}

async function typing() {
  await desk.goTo(BEFORE_TYPED);
  await openQuotation();
  await sees("a mark brings its partner", true, async () => (await paragraphs()).includes('""'));
  await press("Delete");

  // While more is typed there is no rest: what appears then, Enter has brought.
  let counts = await desk.watch(ERROR);
  await type("We are ready for the spring tide and so is the crew of the");
  await sees("an open quotation waits while it is typed", [1], counts);
  await press("Enter");
  await type("The tugs are made fast and the pilots are asleep in the harbour house");
  await sees("Enter ends the waiting, and no squiggle goes away meanwhile", [1, 2], counts);

  await openQuotation();
  await press("Delete");
  counts = await desk.watch(ERROR);
  await type("So are we, said the miller of Ostrel");
  await sees("the next one waits as well", [2], counts);
  await sees("a second's rest ends that", [2, 3], counts);
}

/** What the desk agrees on. Before it: two open quotations in the copy, which is not saved, a ticker and a doubled word. */
async function house() {
  const kept = path.join(folder, "wiredesk.toml");
  await press("Control+Home"); // only what is on the screen is underlined
  writeFileSync(kept, '[rules]\nrepeated-word = "off"\n'); // by somebody else
  await sees("a house file that comes silences its rule, without a restart", ALL_WARNINGS - 1, count(WARNING));
  writeFileSync(kept, '[rules]\nrepeated-word = "error"\n');
  await sees("and raises it", [ALL_WARNINGS - 1, 4], async () => [await see(WARNING).count(), await see(ERROR).count()]);
  writeFileSync(kept, '[rules]\nrepeated-words = "error"\n');
  await sees("one with a mistake in that changes nothing else", ALL_WARNINGS, count(WARNING));

  await desk.open("wiredesk.toml");
  await sees("it has colours without an extension for TOML", ["Wiredesk TOML"], () => texts("#status\\.editor\\.mode"));
  await sees("the mistake is underlined", 1, async () => (await see(ERROR).count()) + (await see(WARNING).count()));
  await desk.goTo(2);
  await choose(/Write repeated-word/);
  await press("Control+S");
  await sees("its quick fix writes what was meant", '[rules]\nrepeated-word = "error"\n', () => readFileSync(kept, "utf8"));
  await desk.open("harbour.dispatch");
  await sees("which holds at once", 4, count(ERROR));
  writeFileSync(kept, "");
  await sees("an empty one says nothing", ALL_WARNINGS, count(WARNING));
}

async function standing() {
  const column = copy.split("\n")[DOUBLED - 1].indexOf("the the") + 1;
  const kept = path.join(folder, "wiredesk.stet.toml");
  await desk.goTo(DOUBLED, column);
  await choose(/Let "the the" here/);
  await sees("a finding let stand has no squiggle", ALL_WARNINGS - 1, count(WARNING));
  await sees("it is kept beside the house file", true, () => existsSync(kept) && /the the northern pier/.test(readFileSync(kept, "utf8")));
  await desk.goTo(DOUBLED, column);
  await choose(/No longer let "the the" here/);
  await sees("no longer let stand, it has one again", ALL_WARNINGS, count(WARNING));
}

/** Takes an entry of the menu of quick fixes. */
async function choose(title) {
  await press("Control+.");
  const entry = see(".action-widget .monaco-list-row", title).first();
  await entry.waitFor();
  await entry.click();
}

async function settings() {
  const said = async () => (await texts(".notification-toast")).join(" ");
  set({ "wiredesk.rules": { "repeated-word": "off" } });
  await sees("a setting of this editor holds without a restart", ALL_WARNINGS - 1, count(WARNING));
  set({ "wiredesk.rules": { "repeated-word": "loud" } });
  await sees("one that is wrong is named by the server", (words) => /rules\.repeated-word is .* not "loud"/.test(words), said);
  set();
  await sees("once it is gone the house holds", ALL_WARNINGS, count(WARNING));
  await desk.command("Notifications: Clear All Notifications");
}

/** Writes the settings of the folder, or takes them away. */
function set(values) {
  const settings = path.join(folder, ".vscode");
  if (values === undefined) {
    rmSync(settings, { recursive: true });
  } else {
    mkdirSync(settings, { recursive: true });
    writeFileSync(path.join(settings, "settings.json"), JSON.stringify(values));
  }
}

async function commands() {
  await desk.command("Wiredesk: Show Server Version");
  const says = /Wiredesk \d+\.\d+\.\d+, .*server\/wiredesk \(bundled\)/;
  await sees("the version is that of the server in the package", (all) => says.test(all.join(" ")), () =>
    texts(".notification-toast"),
  );
  await desk.command("Notifications: Clear All Notifications");
  const tabs = () => texts(".tab .label-name");
  await desk.command("Wiredesk: Explain Rule", "repeated-word");
  await sees("the page of a rule is there to be read", (all) => all.some((tab) => /^Preview repeated-word/.test(tab)), tabs);
  await see(".tab", /^harbour/).first().click(); // the page has the keys to itself
  await desk.command("Wiredesk: Check Whether Ready to File");
  const isReady = (all) => /[Rr]eady to file.*Quotations: /s.test(all.join(" "));
  await sees("the server says whether the story is ready to file", isReady, () => texts(".notification-toast"));
  await sees("and so does the line over the copy", (all) => /eady to file/.test(all.join(" ")), () => texts(".codelens-decoration"));
  await desk.command("Notifications: Clear All Notifications");
  await desk.command("Wiredesk: Make All Safe Fixes");
  await sees("all safe fixes are made", false, async () => /of the the northern/.test(await paragraphs()));
  await press("Control+Z");
  await desk.command("Wiredesk: Restart Server");
  await sees("after a restart the findings are back", 3, count(ERROR));
  await desk.hover(see("#status\\.languageStatus").first());
  await sees("the language status names the server", (all) => /Wiredesk \d/.test(all.join(" ")), () =>
    texts(".hover-language-status"),
  );
}

async function otherProgram() {
  set({ "wiredesk.server.path": "/nowhere/wiredesk" });
  const says = "Wiredesk cannot start. wiredesk.server.path names /nowhere/wiredesk, where there is no program.";
  await sees("a server path that is wrong is said to be wrong", (all) => all.join(" ").includes(says), () =>
    texts(".notification-toast"),
  );
  set();
  await sees("once it is mended the findings are back", 3, count(ERROR));
}

async function unsaved() {
  await desk.command("File: New Untitled Text File");
  await desk.command("Change Language Mode", "News Dispatch");
  await type("She called the wall “a ruin");
  await press("Delete"); // the mark that closed it by itself
  await sees("unsaved copy is read as well", 1, count(ERROR));
}

/** A quotation over paragraphs, and who says it, in the dispatch that is not saved. */
async function speaking() {
  set({ "[dispatch]": { "editor.formatOnType": true } });
  await press("Control+A", "Delete");
  await type("Harbour master Ilse Vantor left.");
  await press("Enter");
  await type('"We are ready.');
  await press("Delete"); // the mark that closed it by itself
  await press("Enter");
  await rest(500);
  await type('So are they,"');
  await press("Delete");
  await type(" she said.");
  const words = async () => (await texts(".editor-instance .view-lines")).join(" ");
  const goesOn = (all) => all.includes('"So are they," she');
  await sees("Enter in an open quotation begins the next paragraph with its mark", goesOn, words);
  const told = (all) => /"We are ready\. ?Vantor/.test(all);
  await sees("behind a quotation stands who says it", told, words);
  set();
}

const leave = await desk.sitDown({ prefix, address, folder, pictures });
const parts = [opening, findings, colours, outline, posing, folding, card, people, mending, typing]
  .concat([house, standing, settings, commands, otherProgram, unsaved, speaking]);
for (const part of parts) {
  try {
    await part();
  } catch (error) {
    await desk.picture("failed.png");
    desk.report(`the sitting goes on (${part.name})`, false, String(error));
  }
}
await leave();
process.exit(desk.reckon());
