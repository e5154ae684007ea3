// The page to plan on, in a real browser: node serve.mjs BINARY. From a workbook to lists by mouse, by keyboard alone
// and by taps on a small screen; every screen at three widths; two tabs; requests from a foreign page.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withBrowser } from "./browser.mjs";
import { accessible, overflow, paper } from "./checks.mjs";
import * as planner from "./planner.mjs";
import * as studies from "./studies.mjs";
import { whole } from "./whole.mjs";

const [binary, pictures] = process.argv.slice(2);
if (binary === undefined) {
  console.error("usage: node serve.mjs BINARY [FOLDER FOR PICTURES]");
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "plaatswijzer-serve-"));
const complaints = [];
const SCREENS = ["/", "/data", "/rules", "/versions", "/what-if", "/out"];

/** Starts a server on a project, hands on its address, and ends it. */
async function withServer(name, use) {
  const server = spawn(binary, ["--lang", "nl", "serve", join(folder, name), "--no-browser"], { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, XDG_STATE_HOME: join(folder, "state") } });
  try {
    const address = await new Promise((found, failed) => {
      let said = "";
      server.stderr.on("data", (bytes) => {
        said += bytes;
        const address = said.match(/http:\/\/\S+/);
        if (address) found(address[0]);
      });
      server.on("exit", () => failed(new Error(said)));
    });
    return await use(address);
  } finally {
    server.kill("SIGKILL");
  }
}

/** A page of a server; whatever the browser says, and every request elsewhere, is a complaint. */
async function visit(browser, address, settings, name, use) {
  const context = await browser.newContext({ locale: "nl-NL", ...settings });
  const complain = (what) => complaints.push(`${name}: ${what}`);
  try {
    const page = await context.newPage();
    const own = new URL(address).origin;
    // The browser itself reports every request that was refused. Each must be shown: as words, or as problems to mend.
    const isRefusal = (text) => text.includes("status of 422");
    page.on("console", (message) => { if (!isRefusal(message.text())) complain(`console: ${message.text()}`); });
    page.on("response", async (answer) => {
      if (answer.status() !== 422) return;
      try {
        // The page may have gone on to where problems are mended: its answer is lost then.
        const said = await answer.json().catch(() => ({ mendable: true }));
        await page.waitForFunction(({ message, mendable }) => (mendable ? document.querySelector(".problems") : document.body.innerText.includes(message)), said, { timeout: 5_000 });
      } catch (error) { complain(`a refusal of ${answer.url()} is not shown: ${error.message}`); }
    });
    page.on("pageerror", (error) => complain(`error: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(own)) complain(`request: ${request.url()}`);
    });
    await page.goto(address);
    await use(page, complain, context);
  } catch (error) {
    complain(error.message);
  } finally {
    await context.close();
  }
}

const workbook = join(folder, "dorp.xlsx");
const made = spawnSync(binary, ["import", "--template", "--from", join(root, "instances/dorp.json"), "-o", workbook]);
if (made.status !== 0) throw new Error(String(made.stderr));

/** Milliseconds from an act until something is seen: printed, not judged. */
async function timed(what, act, seen) {
  const since = performance.now();
  await act();
  await seen();
  console.log(`${what}: ${Math.round(performance.now() - since)} ms`);
}

const panel = (page) => page.locator('[data-part="student"]');
const ranked = (page) => panel(page).locator(".ranked").first();
const headline = (page) => page.locator('[data-part="headline"]');

/** From the workbook to a plan, a move that is held, undo, and the lists; `press` is the way to press something. */
async function session(page, complain, press) {
  await page.setInputFiles("[data-files]", workbook);
  // What was understood is shown, and waits to be read.
  await page.locator("dialog[open] pre").waitFor();
  await press(page.locator("dialog button.main"));
  await page.locator('[data-search="free"]').first().waitFor();
  await press(page.locator('[data-search="free"]').first());
  await headline(page).getByText("Versie 1").waitFor({ timeout: 60_000 });
  await press(page.getByRole("button", { name: "anna" }).first());
  await ranked(page).waitFor();
  await press(ranked(page).locator("summary").first());
  await press(ranked(page).getByRole("button", { name: "Hier plaatsen en vastzetten" }).first());
  await page.locator("dialog[open]").waitFor();
  await page.locator('dialog input[name="because"]').fill("op verzoek");
  await press(page.locator("dialog button.main"));
  await headline(page).getByText("Versie 2").waitFor({ timeout: 60_000 });
  await panel(page).getByText("Reden: op verzoek").waitFor();
  await press(page.getByRole("button", { name: "Ongedaan maken" }).first());
  await headline(page).getByText("Versie 1").waitFor();
  await press(page.getByRole("link", { name: "Lijsten" }));
  const link = page.getByRole("link", { name: /Alle lijsten en brieven \(werkmappen/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), press(link)]);
  const zip = readFileSync(await download.path());
  if (zip.subarray(0, 2).toString() !== "PK" || zip.length < 10_000) complain("the zip of lists is none");
}

/** Presses by the keyboard alone: the tabulator key goes on until it reaches the thing, or its list, in which arrows do. */
const byKeyboard = (page) => async (target) => {
  for (let step = 0; step < 200; step += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
    const isInList = await target.evaluate((one) => {
      const list = one.closest("[data-rove]");
      return list !== null && list.contains(document.activeElement) && [one, document.activeElement].every((item) => item.matches(list.dataset.rove));
    });
    await page.keyboard.press(isInList ? "ArrowDown" : "Tab");
  }
  throw new Error(`the keyboard does not reach ${await target.textContent()}`);
};

/** Spreadsheets with a column and cells that are not understood: mended on the page alone. */
async function mending(page, complain) {
  const write = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.setInputFiles("[data-files]", [
    write("scholen.csv", "brin;naam;bestuur;aantal plekken\na;De Aak;Water;4\nb;De Boei;Water;ca. 3\n"),
    write("studenten.csv", "studentnummer;opleiding;leerjaar;Waarheen\n101;voltijd;2;De Aak\n102;deeltijd;twee;De Boei\n"),
  ]);
  await page.locator("#problems-title").waitFor();
  const problems = page.locator(".problem");
  if (await problems.count() !== 2) complain(`${await problems.count()} problems where there are two`);
  await overflow(page, (what) => complain(`mending: ${what}`));
  await accessible(page, (what) => complain(`mending: ${what}`));
  if (pictures) await page.screenshot({ path: join(pictures, "mending.png"), fullPage: true });
  // What was typed in one cell stays when another one is mended by a button.
  await page.locator('[data-cell][value="twee"]').fill("2");
  await page.getByRole("button", { name: "Gebruik “3”" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".problem").length === 1);
  if (await page.locator("[data-cell]").inputValue() !== "2") complain("a proposal throws away what was typed");
  await page.locator("[data-cell]").press("Enter");
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().waitFor();
  await page.waitForFunction(() => fetch("/api/state").then((answer) => answer.json()).then((state) => state.revision === 1));
  // A column that nobody knows is given its meaning, and the tables are read again.
  await page.goto(new URL("/data", page.url()).href);
  await page.locator(".columns summary").first().click();
  await page.locator('select[data-column*="Waarheen"]').selectOption({ label: "wensen" });
  await page.waitForFunction(() => fetch("/out/instance.json").then((answer) => answer.text()).then((text) => text.includes("wishes")));
  // A file that has become wrong on the disk, read again from the bench: its problems are shown where they are mended.
  writeFileSync(join(folder, "mending", "spreadsheets", "studenten.csv"), "studentnummer;opleiding;leerjaar;Waarheen\n101;voltijd;negen;De Aak\n");
  await page.goto(new URL("/", page.url()).href);
  await page.locator(".notice").getByRole("button", { name: "Opnieuw lezen" }).click();
  await page.waitForURL(/\/data$/);
  await page.locator(".problem", { hasText: "negen" }).waitFor();
  await page.getByRole("button", { name: "Deze spreadsheets niet gebruiken" }).click();
  await page.waitForFunction(() => !document.querySelector(".problems"));
}

/** A wrong file is taken back, and what cannot be is said beside the field; nothing else has changed. */
async function refusals(page, complain) {
  const bytes = () => page.evaluate(() => fetch("/out/instance.json").then((answer) => answer.text()));
  const before = await bytes();
  await page.goto(new URL("/data", page.url()).href);
  await page.locator('input[name="places"]').first().fill("17");
  await page.setInputFiles("[data-files]", [{ name: "vorig jaar.csv", mimeType: "text/csv", buffer: Buffer.from("studentnummer;opleiding;leerjaar\n901;voltijd;twee\n") }]);
  await page.getByRole("button", { name: "Deze spreadsheets niet gebruiken" }).click();
  await page.waitForFunction(() => !document.querySelector(".problems"));
  if (await page.locator('input[name="places"]').first().inputValue() !== "17") complain("a refused file throws away what was typed");
  await page.goto(new URL("/rules", page.url()).href);
  const form = page.locator("form[data-rule]", { has: page.locator('input[name="target"]') }).first();
  await form.locator('input[name="min"]').fill("99");
  await form.getByRole("button").click();
  await form.locator(".refusal").waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, "refusal.png") });
  if (await form.locator('input[name="min"]').inputValue() !== "99") complain("a refusal throws away what was typed");
  if (await bytes() !== before) complain("what was refused has changed the project");
}

/** Two hundred edits, each undone by the button, back to the same bytes. */
async function undoing(page, complain) {
  const bytes = () => page.evaluate(() => fetch("/out/instance.json").then((answer) => answer.text()));
  const before = await bytes();
  await page.evaluate(async () => {
    let { revision } = await fetch("/api/state").then((answer) => answer.json());
    const kinds = [
      (number) => ({ do: "hold", students: [{ student: ["anna", "bram", "chris"][number % 3], school: ["klimop", "wegwijzer", "regenboog"][number % 3] }] }),
      (number) => ({ do: "forbid", students: [["daan", "eva"][number % 2]], at: ["klimop", "zonnehoek"][number % 2] }),
      (number) => ({ do: "set_rule", rule: "spread", settings: { worth_km: number / 4 } }),
      (number) => ({ do: "release", students: [["anna", "bram", "chris"][number % 3]] }),
    ];
    for (let number = 0; number < 200; number += 1) {
      const body = JSON.stringify({ revision, operation: kinds[number * 7 % 4](number) });
      const answer = await fetch("/api/edit", { method: "POST", headers: { "content-type": "application/json" }, body });
      if (!answer.ok) throw new Error(await answer.text());
      ({ revision } = await answer.json());
    }
  });
  if (await bytes() === before) complain("two hundred edits change nothing");
  await page.reload();
  await page.evaluate(async () => {
    const now = () => Number(document.body.dataset.revision);
    for (let number = 0; number < 200; number += 1) {
      const last = now();
      document.querySelector('[data-post="/api/undo"]').click();
      while (now() === last) await new Promise((wait) => setTimeout(wait, 10));
    }
  });
  if (await bytes() !== before) complain("undoing two hundred edits does not lead back");
}

/** The village with a point for every school and student. */
function located() {
  const village = JSON.parse(readFileSync(join(root, "instances/dorp.json"), "utf8"));
  village.schools.forEach((school, at) => { school.at = [53.2 + 0.02 * (at % 3), 6.5 + 0.03 * at]; });
  village.students.forEach((student, at) => { student.at = [53.19 + 0.015 * (at % 4), 6.48 + 0.02 * at]; });
  return village;
}

/** What is selected is on the map, in the lanes and in the list, and survives a reload. */
async function selecting(page, complain) {
  await page.locator(".map-part summary").click();
  await page.locator("svg.drawing").first().waitFor();
  await page.getByRole("button", { name: "chris" }).first().click();
  await page.locator(".seat").nth(1).click({ position: { x: 5, y: 5 } });
  const seat = await page.locator(".seat.selected").getAttribute("data-drop");
  if (await page.locator(`circle.selected[data-drop="${seat}"]`).count() === 0) complain("a school in the lanes is not on the map");
  await page.locator("circle[data-drop]").first().click();
  if (await page.locator(".seat.selected").count() > 1) complain("two schools are selected");
  await page.locator('.filter select[name="sort"]').selectOption("journey");
  await page.reload();
  await panel(page).getByText("chris").first().waitFor();
  await page.waitForFunction(() => document.querySelector('.filter select[name="sort"]').value === "journey");
  if (pictures) {
    await page.locator(".map-part summary").click();
    await page.locator("svg.drawing").first().waitFor();
    await page.locator(".map-part").screenshot({ path: join(pictures, "map.png") });
  }
}

/** A student is moved by the mouse: from the list and from a home on the map, onto a school on the map. */
async function dragging(page, complain) {
  const drawing = page.locator(".map-part svg.drawing").first();
  if (!await drawing.isVisible()) await page.locator(".map-part summary").click();
  await drawing.waitFor();
  // The whole map is in sight, as is the first row of the list.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await drawing.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const middle = async (place) => {
    // There is none for a moment while the map is drawn again.
    for (let tries = 0; tries < 100; tries += 1) {
      const box = await place.boundingBox();
      if (box) return [box.x + box.width / 2, box.y + box.height / 2];
      await page.waitForTimeout(50);
    }
    throw new Error("a place of the map is not in sight");
  };
  const drag = async (from) => {
    await page.mouse.move(...await middle(from));
    await page.mouse.down();
    await page.mouse.move(...await middle(drawing), { steps: 4 });
    const free = drawing.locator('circle[data-drop]:is([data-kind="costs"], [data-kind="no-worse"])').last();
    await free.waitFor({ state: "attached" });
    const [x, y] = await middle(free);
    await page.mouse.move(x, y, { steps: 4 });
    // A mouse that rests still trembles: only then is what it is over told again.
    await page.mouse.move(x + 1, y);
    await page.locator(".drag-hint", { hasText: "→" }).waitFor();
    if (pictures) await page.screenshot({ path: join(pictures, "dragging.png") });
    const school = await free.getAttribute("data-drop");
    await page.mouse.up();
    await page.locator("dialog[open]").waitFor();
    if (await page.locator("[data-kind], .drag-hint").count() > 0) complain("a drag leaves its colours behind");
    return school;
  };
  const isAt = (student, school) => page.waitForFunction(([student, school]) => [...document.querySelectorAll(".lanes .chip")].some((chip) => chip.dataset.student === student && chip.closest("[data-drop]").dataset.drop === school), [student, school]);
  const row = page.locator(".students tr[draggable]").first();
  const first = await row.getAttribute("data-student");
  const to = await drag(row.locator("td").last());
  await page.locator('dialog button[value="place"]').click();
  await isAt(first, to);
  const home = drawing.locator('circle[data-student="bram"]');
  const second = await home.getAttribute("data-student");
  const held = await drag(home);
  await page.locator('dialog input[name="because"]').fill("op de kaart");
  await page.locator('dialog button[value="hold"]').click();
  await isAt(second, held);
  await page.waitForFunction((student) => [...document.querySelectorAll(".chip.held")].some((chip) => chip.dataset.student === student), second);
  // A drag that ends nowhere, and one that is broken off, change nothing.
  const revision = () => page.evaluate(() => document.body.dataset.revision);
  const before = await revision();
  for (const how of [() => page.mouse.move(5, 5), () => page.keyboard.press("Escape")]) {
    await page.mouse.move(...await middle(drawing.locator("circle[data-student]").last()));
    await page.mouse.down();
    await page.mouse.move(...await middle(drawing), { steps: 4 });
    await how();
    await page.mouse.up();
  }
  if (await page.locator("dialog[open], [data-kind], .drag-hint").count() > 0 || await revision() !== before) complain("a drag to nowhere does something");
}

/** A question about what would be, and its answer taken over. */
async function whatIf(page, complain) {
  await page.goto(new URL("/what-if", page.url()).href);
  // Every change that is offered can be worked out together with the others; what is ticked by filling in a field counts. Rules
  // that are switched off would leave nothing to change of them: that section stays closed.
  await page.locator(".what-if details summary").first().click();
  for (const tick of await page.locator(".change:not(:has(select[name='meeting_days.days.0'])) [data-tick]").all()) if (await tick.isVisible()) await tick.check();
  await page.locator('select[name="add_places.schools.0"]').selectOption("klimop");
  await page.locator('input[name="drop_out.percent"]').fill("1");
  const [asked] = await Promise.all([page.waitForResponse(/api\/what-if$/, { timeout: 5_000 }), page.getByRole("button", { name: "Reken uit" }).click()]);
  if (asked.status() !== 200) complain(`the changes together: ${await asked.text()}`);
  await page.locator('[data-part="what-if"] :is(.figures, .warning)').first().waitFor({ timeout: 120_000 });
  await page.reload();
  await page.locator('select[name="close_schools.schools.0"]').selectOption("wegwijzer");
  await page.getByRole("button", { name: "Reken uit" }).click();
  await page.getByRole("button", { name: "Overnemen, als versie" }).waitFor({ timeout: 60_000 });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await overflow(page, (what) => complain(`what if, ${width} px: ${what}`));
    if (pictures) await page.screenshot({ path: join(pictures, `what-if-answer-${width}.png`), fullPage: true });
  }
  await page.goto(new URL("/out", page.url()).href);
  const [shown] = await Promise.all([page.waitForEvent("popup"), page.locator('a[href="/preview/page-planner.html"]').click()]);
  await shown.locator("h1").waitFor();
  await shown.close();
}

/** The seconds of a question that takes long advance until it is stopped. */
async function waiting(page, complain) {
  await page.goto(new URL("/what-if", page.url()).href);
  await page.locator('input[name="grow.percent"]').fill("10");
  await page.getByRole("button", { name: "Reken uit" }).click();
  const [since, seen] = [performance.now(), new Set()];
  const answered = page.locator('[data-part="what-if"] :is(.figures, .warning)');
  while (await answered.count() === 0 && performance.now() - since < 5_000) {
    for (const text of await page.locator('[data-part="what-if"] .seconds').allTextContents()) seen.add(text);
    await page.waitForTimeout(50);
  }
  const took = performance.now() - since;
  if (took > 3_500 && seen.size < 3) complain(`after ${took} ms the seconds were ${[...seen]}`);
  if (await answered.count() === 0) await page.getByRole("button", { name: "Stop met de beste tot nu toe" }).click();
  await answered.first().waitFor({ timeout: 90_000 });
}

/** A page of somebody else, which tries what it can against the server. */
async function attack(browser, address, complain) {
  const origin = new URL(address).origin;
  const script = `
    const body = JSON.stringify({ revision: 1 });
    for (const type of ["application/json", "text/plain"]) for (const mode of ["no-cors", "cors"])
      fetch("${origin}/api/undo", { method: "POST", mode, credentials: "include", headers: { "content-type": type }, body }).catch(() => {});
    const form = document.createElement("form");
    form.method = "POST"; form.enctype = "text/plain"; form.action = "${origin}/api/undo"; form.target = "frame";
    form.innerHTML = '<input name=\\'{"revision":1,"x":"\\' value=\\'"}\\'>';
    document.body.append(form); form.submit();
    new Image().src = "${origin}/api/state";`;
  const foreign = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html");
    answer.end(`<iframe name=frame></iframe><body></body><script>${script}</script>`);
  });
  await new Promise((ready) => foreign.listen(0, "127.0.0.1", ready));
  return async (context) => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${foreign.address().port}/`);
    await page.waitForTimeout(1_000);
    const frames = page.frames().map((frame) => frame.url()).filter((url) => url.startsWith(origin) && !url.endsWith("/api/undo"));
    if (frames.length > 0) complain(`a foreign page shows ${frames}`);
    await page.close();
    foreign.close();
  };
}

await withBrowser(async (browser) => {
  await withServer("mouse", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "mouse", async (page, complain, context) => {
    await session(page, complain, (target) => target.click());
    // A second tab sees what the first does, and an edit from a stale tab is refused with the new state on screen.
    const second = await context.newPage();
    await second.goto(new URL("/", address).href);
    await page.goto(new URL("/", address).href);
    await page.getByRole("button", { name: "Opnieuw doen" }).click();
    await headline(second).getByText("Versie 2").waitFor();
    const attacked = await attack(browser, address, complain);
    const revision = () => page.evaluate(() => fetch("/api/state").then((answer) => answer.text()));
    const before = await revision();
    await attacked(context);
    if (await revision() !== before) complain("a foreign page has changed the project");
    await second.close();
    // Every screen at three widths, light and dark.
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [390, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        for (const screen of SCREENS) {
          await page.goto(new URL(screen, address).href);
          if (screen === "/") {
            await page.getByRole("button", { name: "chris" }).first().click();
            await ranked(page).waitFor();
          }
          const where = `${screen}, ${width} px, ${colorScheme}`;
          await overflow(page, (what) => complain(`${where}: ${what}`));
          if ((width === 390) === (colorScheme === "light") && width !== 1920) await accessible(page, (what) => complain(`${where}: ${what}`));
          if (pictures) await page.screenshot({ path: join(pictures, `${screen.slice(1) || "bench"}-${width}-${colorScheme}.png`) });
        }
      }
    }
    for (const screen of SCREENS) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(new URL(screen, address).href);
      await paper(page, (what) => complain(`${screen}: ${what}`));
    }
    await page.setViewportSize({ width: 1920, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await whatIf(page, complain);
    await refusals(page, complain);
    await page.goto(new URL("/", address).href);
    await undoing(page, complain);
    await page.goto(new URL("/?lang=en", address).href);
    if (!await page.getByRole("button", { name: "Undo" }).first().isVisible()) complain("no English");
  }));
  await withServer("map", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "map", async (page, complain) => {
    await page.setInputFiles("[data-files]", { name: "dorp.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(located())) });
    await page.locator('[data-search="free"]').first().click();
    await headline(page).getByText("Versie 1").waitFor({ timeout: 60_000 });
    await selecting(page, complain);
    await dragging(page, complain);
    // The moves between two versions are arrows on the map.
    await page.goto(new URL("/versions", page.url()).href);
    await page.locator("article.version details summary", { hasText: "Vergelijk" }).last().click();
    await page.locator("[data-moves] path.move").first().waitFor();
    await overflow(page, (what) => complain(`arrows: ${what}`));
    await accessible(page, (what) => complain(`arrows: ${what}`));
    if (pictures) await page.locator("[data-moves]").screenshot({ path: join(pictures, "arrows.png") });
  }));
  await withServer("mending", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "mending", mending));
  await withServer("planner", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "planner", async (page, complain) => {
    await page.setInputFiles("[data-files]", join(root, "instances/dorp.json"));
    await page.locator('[data-search="free"]').first().click();
    await headline(page).getByText("Versie 1").waitFor({ timeout: 60_000 });
    const [project, report] = [join(folder, "planner"), join(folder, "report.html")];
    const written = spawnSync(binary, ["report", join(project, "instance.json"), join(project, "plans/0001.json"), "-o", report]);
    if (written.status !== 0) throw new Error(String(written.stderr));
    await planner.tables(page, complain, pictures);
    await planner.rules(page, complain);
    await planner.questions(page, complain, pictures);
    await studies.holding(page, complain, pictures);
    await studies.closing(page, complain, pictures);
    await studies.moving(page, complain, pictures);
    await studies.studies(page, complain, project, pictures);
    await planner.proposal(page, complain, pictures);
    await planner.elsewhere(page, complain, project, pictures);
    await planner.results(page, complain, project, report, pictures);
  }));
  await withServer("keyboard", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "keyboard", async (page, complain) => {
    await session(page, complain, byKeyboard(page));
    await page.goto(new URL("/", address).href);
    await whole(page, complain, byKeyboard(page));
  }));
  await withServer("taps", (address) => visit(browser, address, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }, "taps", async (page, complain) => {
    await session(page, complain, (target) => target.tap());
    await page.goto(new URL("/", address).href);
    await whole(page, complain, (target) => target.tap());
  }));
  // The region takes a search engine that a small build lacks.
  if (process.env.WITHOUT_REGION === undefined) await withServer("example", (address) => visit(browser, address, { viewport: { width: 1280, height: 900 } }, "example", async (page, complain) => {
    await page.getByRole("button", { name: "Probeer de voorbeeldregio" }).click();
    const start = page.locator('[data-search="free"]').first();
    await start.waitFor();
    // The first plan is shown as soon as it is asked for, and the search goes on.
    const better = page.locator('[data-post="/api/take-better"]');
    await timed("a plan is there", () => start.click(), () => better.waitFor({ timeout: 90_000 }));
    await timed("first plan of the region", () => better.click(), () => headline(page).getByText("Versie 1").waitFor({ timeout: 90_000 }));
    if (await page.locator("#search .running").count() === 0) complain("showing a plan ends the search");
    await page.locator("#search .ended").waitFor({ timeout: 120_000 });
    const last = page.locator("#search .ended [data-edit]");
    if (await last.count() > 0) await last.click();
    const first = page.locator(".chip:not(.held)").first();
    await timed("a student", () => first.click(), () => panel(page).locator(".facts-list").waitFor());
    await timed("the other schools, priced", () => Promise.resolve(), () => ranked(page).waitFor());
    await timed("a filter", () => page.locator('.filter select[name="only"]').selectOption("left_out"), () => page.waitForFunction(() => document.querySelectorAll(".students tbody tr:has(.sign-left-out)").length === document.querySelectorAll(".students tbody tr").length));
    await panel(page).getByRole("button", { name: "Hier vastzetten" }).click();
    await page.locator("dialog button.main").click();
    await panel(page).getByText("Vastgezet op").waitFor();
    await timed("plan again, clusters held", () => page.locator('.controls [data-search="held"]').click(), () => page.getByText("De beste planning met deze clusters is gevonden.").waitFor({ timeout: 90_000 }));
    if (pictures) await page.screenshot({ path: join(pictures, "region.png") });
    await waiting(page, complain);
  }));
});
rmSync(folder, { recursive: true, force: true });
for (const complaint of new Set(complaints)) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log("the page to plan on: all is well");
