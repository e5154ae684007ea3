// The pages in a real browser: node run.mjs BINARY [FOLDER WITH PAGES]. Fails on the first page that is wrong,
// after telling all that is.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { open, withBrowser } from "./browser.mjs";
import {
  accessible, crossed, hidesHomes, labels, linesOf, openAll, overflow, scrolls, searches, sorts, tiles,
} from "./checks.mjs";
import { make } from "./pages.mjs";

const WIDTHS = [390, 1280, 1920];
const SCHEMES = ["light", "dark"];

const [binary, ready] = process.argv.slice(2);
if (binary === undefined) {
  console.error("usage: node run.mjs BINARY [FOLDER]");
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "plaatswijzer-pages-"));
const complaints = [];

/** How a page looks at every width, in light and dark, on a screen. */
async function looks(browser, file) {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const complain = (what) => complaints.push(`${file.name}, ${width} px, ${colorScheme}: ${what}`);
      const settings = { viewport: { width, height: 900 }, colorScheme };
      await open(browser, file.path, settings, complain, async (page) => {
        await openAll(page);
        await overflow(page, complain);
        await labels(page, complain);
        await crossed(page, complain);
        await scrolls(page, complain);
        await tiles(page, complain);
        // Once light and once dark: axe looks at every cell.
        if ((width === 390) === (colorScheme === "light") && width !== 1920) await accessible(page, complain);
      });
    }
  }
}

/** What a page does: sort, search, switch, point, tap and walk with the keyboard. */
async function does(browser, file) {
  const complain = (what) => complaints.push(`${file.name}: ${what}`);
  await open(browser, file.path, { viewport: { width: 1280, height: 900 } }, complain, async (page) => {
    await walks(page, file, complain);
    await openAll(page);
    await searches(page, complain);
    await sorts(page, complain);
    if (file.hasHomes) await hidesHomes(page, complain);
    if (file.isBatch && file.hasMap) await chooses(page, complain);
    if (file.hasLines) {
      const { cluster, hull, seen } = linesOf(page);
      await page.mouse.move(1, 1);
      await page.locator("h1").click();
      if (await seen()) complain("lines are shown before one points");
      await cluster.evaluate((one) => one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })));
      const index = await cluster.getAttribute("data-cluster");
      const lit = await page.locator(`#clusters-table tr[data-cluster="${index}"].lit`).count();
      if (lit !== 1) complain("the row of a cluster does not light up");
      if (!await seen()) complain("lines do not show where one points");
      await hull.evaluate((one) => one.dispatchEvent(new PointerEvent("pointerout", { bubbles: true })));
    }
    if (file.isPath) await turnsPages(page, complain);
    const paper = await page.pdf({ preferCSSPageSize: true });
    if (paper.length < 10_000) complain("prints next to nothing");
  });
}

/** On paper each board of a path begins a page, and no small map is cut in two. */
async function turnsPages(page, complain) {
  await page.emulateMedia({ media: "print" });
  const wrong = await page.evaluate(() => {
    const style = (selector, key) => Array.from(document.querySelectorAll(selector), (one) => getComputedStyle(one)[key]);
    return [...style(".board-page", "breakBefore").filter((value) => value !== "page"),
      ...style(".small-map", "breakInside").filter((value) => value !== "avoid")];
  });
  if (wrong.length > 0) complain(`on paper: ${wrong.length} parts do not begin a page or are cut in two`);
  await page.emulateMedia({ media: "screen" });
}

/** The tabulator key goes first to the content, and reaches a cluster and a sort button. */
async function walks(page, file, complain) {
  const reached = new Set();
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press("Tab");
    const kind = await page.evaluate(() => {
      const one = document.activeElement;
      const outline = getComputedStyle(one);
      return [one.getAttribute("class")?.split(" ")[0] ?? one.tagName, outline.outlineStyle !== "none" || one.closest("svg") !== null];
    });
    if (step === 0 && kind[0] !== "skip") complain(`keyboard: first comes ${kind[0]}`);
    if (!kind[1]) complain(`keyboard: ${kind[0]} shows no focus`);
    reached.add(kind[0]);
    if (reached.has("sort") && (!file.hasLines || reached.has("cluster"))) break;
  }
  for (const kind of ["sort", ...(file.hasLines ? ["cluster"] : [])]) {
    if (!reached.has(kind)) complain(`keyboard: reaches no ${kind}`);
  }
}

/** Two maps of a batch can be chosen, and stand in the order that is chosen. */
async function chooses(page, complain) {
  const [left, right] = [page.locator("select[data-side=left]"), page.locator("select[data-side=right]")];
  const options = await left.locator("option").evaluateAll((all) => all.map((one) => one.value));
  const [wanted, other] = [options[options.length - 1], options[0]];
  await left.selectOption(wanted);
  await right.selectOption(other);
  const seen = await page.locator(".small-map:visible").evaluateAll((all) => all
    .map((one) => { const box = one.getBoundingClientRect(); return [box.top, box.left, one.dataset.scenario]; })
    .sort(([top, start], [otherTop, otherStart]) => top - otherTop || start - otherStart)
    .map(([, , scenario]) => scenario));
  if (seen.join() !== [wanted, other].join()) complain(`maps: ${seen.join()} instead of ${wanted},${other}`);
}

/** A tap on a phone shows lines; without script, too. */
async function taps(browser, file) {
  if (!file.hasLines) return;
  for (const javaScriptEnabled of [true, false]) {
    const script = javaScriptEnabled ? "" : " without script";
    const complain = (what) => complaints.push(`${file.name}, on a phone${script}: ${what}`);
    const settings = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled };
    await open(browser, file.path, settings, complain, async (page) => {
      const { cluster, seen } = linesOf(page);
      // Another cluster may lie over the middle of this one: a corner of its own is tapped.
      await cluster.locator(".school").first().tap({ force: true });
      await page.waitForTimeout(100);
      const any = await page.locator(".cluster .lines").evaluateAll(
        (all) => all.filter((one) => getComputedStyle(one).visibility === "visible").length);
      if (!await seen() && any === 0) complain("a tap shows no lines");
      if (!javaScriptEnabled && file.hasHomes) await hidesHomes(page, complain);
    });
  }
}

/** Without script nothing is missing but controls that need it. */
async function plain(browser, file) {
  const complain = (what) => complaints.push(`${file.name}, without script: ${what}`);
  const settings = { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false };
  await open(browser, file.path, settings, complain, async (page) => {
    if (await page.locator("input[type=search]:visible, select:visible, button:visible").count() > 0) {
      complain("shows controls that do nothing");
    }
    if (await page.locator("main section h2:visible").count() < 3) complain("shows no sections");
    if (file.hasMap && await page.locator(".drawing:visible").count() === 0) complain("shows no map");
  });
}

try {
  const files = make(resolve(binary), root, folder, ready);
  await withBrowser(async (browser) => {
    for (const file of files) {
      const before = complaints.length;
      for (const check of [looks, does, taps, plain]) {
        await check(browser, file).catch((error) => complaints.push(`${file.name}, ${check.name}: ${error.message}`));
      }
      console.log(`${complaints.length === before ? "ok" : "WRONG"} ${file.name}`);
    }
  });
  for (const one of complaints) console.error(one);
  if (files.length === 0) console.error("there is no page");
  process.exitCode = complaints.length === 0 && files.length > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
