// What is checked of a page. Each check gets an opened page and complains in sentences.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Nothing sticks out of the page to the right. */
export async function overflow(page, complain) {
  const out = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // What is in closed details is not laid out.
    const scrolls = (one) => one.closest(".region, .unseen, .skip, .bars thead, svg, details:not([open]) > :not(summary)") !== null;
    const wide = Array.from(document.body.querySelectorAll("*"))
      .filter((one) => !scrolls(one) && one.getBoundingClientRect().right > width + 1)
      .map((one) => `${one.tagName} ${one.className}`);
    return { by: document.documentElement.scrollWidth - width, wide: wide.slice(0, 3) };
  });
  if (out.by > 0 || out.wide.length > 0) complain(`overflow of ${out.by} px: ${out.wide.join("; ")}`);
}

/** On paper every row of a table is there: no box that scrolls, nothing cut off at the right, nothing over a row, no button. */
export async function paper(page, complain) {
  await page.emulateMedia({ media: "print" });
  // The width of A4 within its margins.
  await page.setViewportSize({ width: 695, height: 1000 });
  await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await overflow(page, complain);
  const wrong = await page.evaluate(() => {
    const seen = (one) => one.getBoundingClientRect().width > 0;
    const all = (which) => Array.from(document.querySelectorAll(which)).filter(seen);
    return [
      ...all(".scroll, .bench > section").filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1),
      ...all("*").filter((one) => getComputedStyle(one).position === "sticky"),
      ...all("button:not(.chip, .link), nav, .tools, .filter"),
      ...all("[data-more], [data-more-rows]"),
    ].map((one) => `${one.tagName} ${one.className}`);
  });
  if (wrong.length > 0) complain(`on paper: ${wrong.slice(0, 3).join("; ")}`);
  await page.emulateMedia({ media: null });
}

/** No text of a drawing stands over another text of it, and none is cut off. */
export async function labels(page, complain) {
  const found = await page.evaluate(() => {
    const wrong = [];
    for (const drawing of document.querySelectorAll("svg")) {
      const frame = drawing.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = Array.from(drawing.querySelectorAll("text"))
        .map((text) => ({ says: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      texts.forEach(({ says, box }, index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2
          || box.bottom > frame.bottom + 2) wrong.push(`“${says}” is cut off`);
        for (const other of texts.slice(0, index)) {
          // A box has room above and below its letters: boxes may touch there.
          const room = Math.min(box.height, other.box.height) * 0.2;
          const over = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1
            && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > room;
          if (over) wrong.push(`“${says}” stands over “${other.says}”`);
        }
      });
    }
    return wrong;
  });
  for (const one of found.slice(0, 5)) complain(one);
}

/** No line runs through a text of a drawing: a line that is drawn over it, or one under a text without a rim. */
export async function crossed(page, complain) {
  const found = await page.evaluate(() => {
    const wrong = [];
    for (const drawing of document.querySelectorAll("svg")) {
      if (drawing.getBoundingClientRect().width === 0) continue;
      const all = Array.from(drawing.querySelectorAll("text, path"));
      const lines = all.map((one, order) => ({ one, order })).filter(({ one }) => {
        if (one.tagName !== "path" || one.matches(".lines, .dots")) return false;
        const { stroke, visibility, display } = getComputedStyle(one);
        return stroke !== "none" && visibility === "visible" && display !== "none" && one.getTotalLength() > 12;
      }).map(({ one, order }) => {
        const [long, to] = [one.getTotalLength(), one.getScreenCTM()];
        const steps = Math.min(600, Math.ceil(long * to.a / 2));
        return { one, order, points: Array.from({ length: steps + 1 },
          (_, step) => one.getPointAtLength(long * step / steps).matrixTransform(to)) };
      });
      all.forEach((text, order) => {
        const box = text.tagName === "text" ? text.getBoundingClientRect() : { width: 0 };
        if (box.width === 0) return;
        const rim = getComputedStyle(text).paintOrder.startsWith("stroke");
        // A box has room above and below its letters.
        const [top, bottom] = [box.top + box.height * 0.25, box.bottom - box.height * 0.25];
        for (const line of lines) {
          if (rim && line.order < order) continue;
          if (line.points.some(({ x, y }) => x > box.left + 1 && x < box.right - 1 && y > top && y < bottom)) {
            wrong.push(`“${text.textContent}” is crossed by ${line.one.getAttribute("class")}`);
          }
        }
      });
    }
    return wrong;
  });
  for (const one of found.slice(0, 5)) complain(one);
}

/** Every table that is larger than its frame says so, and no other does. */
export async function scrolls(page, complain) {
  const wrong = await page.evaluate(() => Array.from(document.querySelectorAll(".region")).filter((region) => {
    const larger = region.scrollHeight > region.clientHeight + 1 || region.scrollWidth > region.clientWidth + 1;
    const note = region.nextElementSibling;
    return larger !== (note?.classList.contains("scrolls") && !note.hidden);
  }).map((region) => region.dataset.table));
  for (const one of wrong) complain(`table ${one}: says nothing of scrolling, or says it for nothing`);
}

/** The tiles fill their rows: none is empty. */
export async function tiles(page, complain) {
  const gaps = await page.evaluate(() => Array.from(document.querySelectorAll(".tiles")).filter((frame) => {
    const right = frame.getBoundingClientRect().right;
    const rows = new Map();
    for (const tile of frame.children) {
      const box = tile.getBoundingClientRect();
      rows.set(Math.round(box.top), Math.max(rows.get(Math.round(box.top)) ?? 0, box.right));
    }
    return Array.from(rows.values()).some((end) => end < right - 3);
  }).length);
  if (gaps > 0) complain("a row of tiles has an empty place");
}

/** axe finds nothing serious. */
export async function accessible(page, complain) {
  // The page's own policy keeps scripts out that are put into it; what is evaluated is not.
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const one of found.violations) {
    if (one.impact !== "serious" && one.impact !== "critical") continue;
    const [first] = one.nodes;
    complain(`axe ${one.id} (${one.impact}, ${one.nodes.length} times): ${first.target.join(" ")} — ${first.failureSummary}`);
  }
}

/** All closed parts are opened, so that they are looked at too. */
export async function openAll(page) {
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
}

/** Every table sorts by each of its columns, up and down, by its numbers and its words. */
export async function sorts(page, complain) {
  const wrong = await page.evaluate(() => {
    const wrong = [];
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    for (const table of document.querySelectorAll("table.sortable")) {
      const heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
      const number = table.tBodies[0].rows.length;
      heads.forEach((head, column) => {
        const button = head.querySelector("button");
        if (button === null) return;
        for (const direction of ["ascending", "descending"]) {
          button.click();
          const place = `${table.id}, ${head.textContent}, ${direction}`;
          if (head.getAttribute("aria-sort") !== direction) wrong.push(`${place}: says ${head.getAttribute("aria-sort")}`);
          if (heads.some((other) => other !== head && other.hasAttribute("aria-sort"))) wrong.push(`${place}: two columns`);
          const values = Array.from(table.tBodies[0].rows, ({ cells: { [column]: cell } }) => {
            const raw = cell.dataset.sort ?? cell.querySelector("data")?.value;
            return raw === undefined ? cell.textContent.trim() : Number.parseFloat(raw);
          }).filter((value) => value !== "–");
          if (table.tBodies[0].rows.length !== number) wrong.push(`${place}: rows are lost`);
          const sign = direction === "ascending" ? 1 : -1;
          const compare = (one, other) => typeof one === "number" && typeof other === "number"
            ? one - other : typeof one === typeof other ? order.compare(one, other) : 0;
          if (values.some((value, index) => index > 0 && sign * compare(values[index - 1], value) > 0)) {
            wrong.push(`${place}: not in order`);
          }
        }
      });
    }
    return wrong;
  });
  for (const one of wrong.slice(0, 5)) complain(`sort: ${one}`);
}

/** A search keeps the rows in which it stands, says how many, and gives all back. */
export async function searches(page, complain) {
  for (const input of await page.locator("input[type=search]:visible").all()) {
    const table = page.locator(`#${await input.getAttribute("data-for")}`);
    const rows = table.locator("tbody tr");
    const all = await rows.count();
    const word = (await rows.first().locator("th, td").first().textContent()).trim();
    await input.fill(word.toUpperCase());
    const shown = await table.locator("tbody tr:visible").count();
    const said = await input.locator("xpath=ancestor::p").locator("output").textContent();
    if (shown === 0 || (all > 8 && shown === all)) complain(`search: ${shown} of ${all} rows for ${word}`);
    if (!said.startsWith(String(shown))) complain(`search: says “${said}”, shows ${shown}`);
    await input.fill("");
    if (await table.locator("tbody tr:visible").count() !== all) complain("search: rows do not come back");
  }
}

/** The switch hides homes, with or without script. */
export async function hidesHomes(page, complain) {
  const homes = page.locator(".homes").first();
  const seen = () => homes.evaluate((one) => getComputedStyle(one).display !== "none");
  if (!await seen()) complain("homes are not shown at first");
  await page.locator(".show-homes").uncheck();
  if (await seen()) complain("homes are shown though switched off");
  await page.locator(".show-homes").check();
  if (!await seen()) complain("homes do not come back");
}

/** The lines of the first cluster that has any; whether they can be seen. */
export function linesOf(page) {
  const cluster = page.locator(".cluster:has(.lines)").first();
  return {
    hull: cluster.locator(".hull"),
    cluster,
    seen: () => cluster.locator(".lines").evaluate((one) => getComputedStyle(one).visibility === "visible"),
  };
}
