// What a planner does on the page besides planning: tables, rules, questions, files that other programs change, and
// results of batches. Each is used by serve.mjs, on a page that shows a project with a plan.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, overflow } from "./checks.mjs";

export const bytes = (page) => page.evaluate(() => fetch("/out/instance.json").then((answer) => answer.text()));
export const go = (page, path) => page.goto(new URL(path, page.url()).href);
export const isClosed = (page) => page.waitForFunction(() => !document.querySelector("dialog[open]"));
export const form = (page) => page.locator("dialog form.row-form");

/** What is on the screen, checked at two widths. */
export async function checked(page, complain, where, pictures) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await overflow(page, (what) => complain(`${where}, ${width} px: ${what}`));
    await accessible(page, (what) => complain(`${where}, ${width} px: ${what}`));
    if (pictures) await page.screenshot({ path: join(pictures, `${where.replaceAll(" ", "-")}-${width}.png`) });
  }
}

/** Rows of every table: their forms change nothing that is not touched, and a new row comes, is changed and goes. */
export async function tables(page, complain, pictures) {
  await go(page, "/data");
  const before = await bytes(page);
  await page.locator("summary", { hasText: "studenten" }).first().click();
  for (const table of ["schools", "boards", "clusters", "students"]) {
    const opener = page.locator(`[data-open-row*="table=${table}&id="]`).first();
    await opener.click();
    await form(page).waitFor();
    await checked(page, complain, `row of ${table}`, pictures);
    await form(page).locator('button[type="submit"]').click();
    await isClosed(page);
    if (!await opener.evaluate((one) => one === document.activeElement)) complain(`after the form of ${table} the focus is lost`);
  }
  if (await bytes(page) !== before) complain("a form in which nothing was touched changes something");
  // By the keyboard alone: a new board, whose id is taken at first.
  await page.getByRole("button", { name: /^Nieuw bestuur/ }).focus();
  await page.keyboard.press("Enter");
  await form(page).locator('[name="id"]').waitFor();
  await page.keyboard.type("dorpsbestuur");
  await page.keyboard.press("Enter");
  await form(page).locator(".refusal").waitFor();
  await form(page).locator('[name="id"]').fill("water");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Stichting Water");
  await page.keyboard.press("Enter");
  await isClosed(page);
  await page.getByRole("button", { name: "Wijzigen Stichting Water" }).click();
  await form(page).locator('[name="standing"]').selectOption("candidate");
  await form(page).locator('[name="max_clusters"]').fill("2");
  await form(page).locator('button[type="submit"]').click();
  await isClosed(page);
  const board = JSON.parse(await bytes(page)).boards.find((one) => one.id === "water");
  if (JSON.stringify(board) !== JSON.stringify({ id: "water", name: "Stichting Water", standing: "candidate", max_clusters: 2 })) complain(`a board became ${JSON.stringify(board)}`);
  await page.getByRole("button", { name: "Verwijderen Stichting Water" }).click();
  // The message above the tables says what was removed.
  await page.waitForFunction(() => [...document.querySelectorAll("table")].every((table) => !table.innerText.includes("Stichting Water")));
  if (await bytes(page) !== before) complain("a board that came and went leaves something behind");
}

/** A rule is tried without, switched off and on again, and the price of each is said. */
export async function rules(page, complain) {
  await go(page, "/rules");
  const before = await bytes(page);
  const rule = page.locator("article.rule", { hasText: "Clustergrootte" }).first();
  await rule.getByRole("button", { name: "Wat als deze regel uit stond?" }).click();
  await page.waitForURL(/\/what-if/);
  await page.locator(".figures", { hasText: "uitgezet" }).waitFor({ timeout: 60_000 });
  await go(page, "/rules");
  await rule.getByRole("button", { name: "Uitzetten" }).click();
  await rule.getByText("Zou deze regel aan staan").waitFor();
  await rule.getByRole("button", { name: "Aanzetten" }).click();
  await rule.getByRole("button", { name: "Uitzetten" }).waitFor();
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
  await rule.getByRole("button", { name: "Aanzetten" }).waitFor();
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
  await rule.getByRole("button", { name: "Uitzetten" }).waitFor();
  if (await bytes(page) !== before) complain("a rule that was switched off and on again is not as it was");
}

/** Questions, with answers whose links lead to whom they name. */
export async function questions(page, complain, pictures) {
  await go(page, "/what-if");
  for (const ask of ["Eén school tegelijk", "Eén bestuur tegelijk", "Nieuwe clusters en plekken", "Zoek de kleinste"]) {
    await page.getByRole("button", { name: ask }).click();
    await page.locator('[data-part="what-if"] .running').waitFor({ timeout: 5_000 }).catch(() => {});
    await page.waitForFunction(() => !document.querySelector('[data-part="what-if"] .running') && document.querySelector(".answer"), undefined, { timeout: 120_000 });
    await checked(page, complain, `answer to ${ask}`, pictures);
  }
  await page.getByRole("button", { name: "Eén school tegelijk" }).click();
  const school = page.locator('.answer a[href^="/?school="]').first();
  await school.waitFor({ timeout: 120_000 });
  const name = await school.textContent();
  await school.click();
  await page.locator(".seat.selected", { hasText: name }).waitFor();
}

/** No plan is possible: a proposal is worked out, taken over, planned, and undone. */
export async function proposal(page, complain, pictures) {
  const village = JSON.parse(await bytes(page));
  Object.assign(village.clusters[0], { keep: true, min: 4, target: 4 });
  for (const school of village.schools) school.places = 1;
  await go(page, "/data");
  await page.setInputFiles("[data-files]", { name: "krap.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(village)) });
  await page.getByRole("button", { name: /gegevens inlezen/ }).waitFor();
  const before = await bytes(page);
  await go(page, "/");
  await page.locator('.controls [data-search="free"]').click();
  const ask = page.locator('[data-part="search"]').getByRole("button", { name: "Zoek de kleinste" });
  await ask.waitFor({ timeout: 60_000 });
  await checked(page, complain, "no plan", pictures);
  await ask.click();
  await page.locator(".proposal").first().waitFor({ timeout: 120_000 });
  await checked(page, complain, "proposals", pictures);
  await page.getByRole("button", { name: "Gegevens zo wijzigen" }).first().click();
  await page.getByText("De gegevens zijn gewijzigd").waitFor();
  await page.getByRole("link", { name: "Naar de planning" }).click();
  await page.locator('.controls [data-search="free"]').click();
  await page.getByRole("button", { name: "Toon die" }).first().waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
  await page.getByRole("button", { name: /gegevens inlezen/ }).waitFor();
  if (await bytes(page) !== before) complain("a proposal that is undone leaves something behind");
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
}

/** Another program writes the instance: the page says so by itself, and takes nothing until it is told to. */
export async function elsewhere(page, complain, folder, pictures) {
  await go(page, "/rules");
  const file = join(folder, "instance.json"), own = readFileSync(file, "utf8");
  const other = own.replace('"Dorp"', '"Anders"');
  if (other === own) complain("the village has another name");
  writeFileSync(file, other);
  const keep = page.getByRole("button", { name: "Doorgaan met de versie op deze pagina" });
  await keep.waitFor({ timeout: 8_000 });
  await checked(page, complain, "changed elsewhere", pictures);
  if (await bytes(page) !== own) complain("a file of another program is taken silently");
  await keep.click();
  await page.getByText("is bewaard als").waitFor();
  if (readFileSync(file, "utf8") !== own || readFileSync(join(folder, "instance.changed-1.json"), "utf8") !== other) complain("one of two versions is lost");
  writeFileSync(file, other);
  await page.getByRole("button", { name: "Nieuwe versie overnemen" }).click({ timeout: 8_000 });
  await page.locator(".top .name", { hasText: "Anders" }).waitFor();
  await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
  await page.locator(".top .name", { hasText: "Dorp" }).waitFor();
  if (readFileSync(file, "utf8") !== own) complain("what was taken from another program is not undone");
}

/** The report of a batch in the folder of the project, inside the page. */
export async function results(page, complain, folder, report, pictures) {
  mkdirSync(join(folder, "scenarios"));
  writeFileSync(join(folder, "scenarios", "summary.json"), "{}");
  writeFileSync(join(folder, "scenarios", "report.html"), readFileSync(report));
  await go(page, "/what-if");
  await page.locator("#result-scenarios summary").click();
  await page.frameLocator("#result-scenarios iframe.report-frame").locator("h1").first().waitFor();
  await checked(page, complain, "results", pictures);
}
