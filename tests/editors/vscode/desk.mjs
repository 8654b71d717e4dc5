// A person at VS Code: a browser with the workbench in it, eyes and hands.

import { createRequire } from "node:module";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

const PATIENCE = 20_000; // the machine may be busy with other work

let page;
let shots;
let passed = 0;
let failed = 0;

/** Opens the folder in a workbench and waits until it can be worked at. */
export async function sitDown({ prefix, address, folder, pictures }) {
  shots = pictures;
  const { chromium } = createRequire(path.join(prefix, "node_modules/"))("playwright-core");
  const browser = await chromium.launch({
    executablePath: path.join(prefix, "chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
  await see(".explorer-folders-view .monaco-list-row").first().waitFor();
  return () => browser.close();
}

/** What is on the screen under this selector, and holds this text. */
export function see(selector, text) {
  return page.locator(selector, text === undefined ? {} : { hasText: text }).filter({ visible: true });
}

/** The same as a list of texts; the editor shows spaces that do not break. */
export async function texts(selector, text) {
  return (await see(selector, text).allInnerTexts()).map((words) => words.replace(/[\u00a0\s]+/g, " ").trim());
}

export const rest = (milliseconds) => page.waitForTimeout(milliseconds);

export async function press(...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

/** Types as fast as a person does. */
export const type = (words) => page.keyboard.type(words, { delay: 70 });

export const hover = async (target) => {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + Math.min(width, 30) / 2, y + height / 2, { steps: 4 });
};

/** Takes the first entry that the box at the top offers for these words, and so on where it asks again. */
async function choose(...answers) {
  const box = see(".quick-input-widget input");
  for (const words of answers) {
    await rest(200); // the box before may still be there
    await box.waitFor();
    await box.fill(words);
    await see(".quick-input-list .monaco-list-row").first().waitFor();
    await rest(400); // as may be the list of the words before
    await press("Enter");
  }
  await box.waitFor({ state: "hidden" });
}

export async function command(name, ...answers) {
  await press("F1");
  await choose(`>${name}`, ...answers);
}

export async function open(file) {
  await press("Control+P");
  await choose(file);
  await see(".editor-instance .view-line").first().waitFor();
}

export async function goTo(line, column = 1) {
  await press("Control+G");
  await choose(`:${line}:${column}`);
}

/** Keeps count, frame by frame, of what stands under a selector; the answer gives the counts there were. */
export async function watch(selector) {
  await page.evaluate((watched) => {
    window.counts = [];
    const look = () => {
      const count = document.querySelectorAll(watched).length;
      if (count !== window.counts.at(-1)) {
        window.counts.push(count);
      }
      window.frame = requestAnimationFrame(look);
    };
    cancelAnimationFrame(window.frame);
    look();
  }, selector);
  return () => page.evaluate(() => window.counts);
}

export function picture(name) {
  return page.screenshot({ path: path.join(shots, name) });
}

/**
 * A check: looks until it sees what is wanted, which is a value or a test of one. Nothing throws, so that one failure
 * does not hide the next.
 */
export async function sees(name, wanted, look) {
  const right = typeof wanted === "function" ? wanted : (seen) => isDeepStrictEqual(seen, wanted);
  const end = Date.now() + PATIENCE;
  let seen;
  do {
    try {
      seen = await look();
    } catch (error) {
      seen = String(error);
    }
    if (right(seen)) {
      return report(name, true);
    }
    await rest(50);
  } while (Date.now() < end);
  await picture("failed.png");
  return report(name, false, seen);
}

export function report(name, good, seen) {
  good ? passed++ : failed++;
  console.log(`${good ? "ok  " : "FAIL"}  ${name}`);
  if (!good) {
    console.log(`      saw ${JSON.stringify(seen, null, 1)?.replace(/\n/g, "\n      ")}`);
  }
  return good;
}

/** Closes the count; gives the exit code. */
export function reckon() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
