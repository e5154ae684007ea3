// What a planner asks and decides on the page beyond one student: variants, growth, few moves, holding many. Each is used by
// serve.mjs, on a page that shows a project with a plan.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytes, checked, form, go, isClosed } from "./planner.mjs";

/** Variants and growth from forms, stopped and started again, with their reports inside the page. */
export async function studies(page, complain, folder, pictures) {
  await go(page, "/what-if");
  const before = await bytes(page);
  await page.locator("#new-variants > summary").click();
  const asked = page.locator('form[data-study="variants"]');
  await asked.locator('select[name="what-1"]').selectOption({ label: "Meer plekken op elke school" });
  await asked.locator('input[name="values-1"]').fill("1, 2");
  await asked.locator('select[name="what-2"]').selectOption({ index: 3 });
  await asked.locator('input[name="values-2"]').fill("5");
  await checked(page, complain, "variants", pictures);
  await asked.getByRole("button", { name: "Starten" }).click();
  const report = page.frameLocator('[data-part="what-if"] iframe.report-frame');
  await report.locator("h1").first().waitFor({ timeout: 120_000 });
  await checked(page, complain, "report of variants", pictures);
  const written = JSON.parse(readFileSync(join(folder, "varianten.json"), "utf8"));
  if (JSON.stringify(Object.values(written.scenarios[1].over)) !== JSON.stringify([[1, 2], [5]])) complain(`the variants are ${JSON.stringify(written.scenarios)}`);
  await page.getByText("plaatswijzer batch varianten.json -o varianten-results").waitFor();
  // What is wrong is said beside the form, and costs nothing that was filled in.
  await page.locator("#new-variants").evaluate((one) => { one.open = true; });
  await asked.locator('input[name="values-1"]').fill("");
  await asked.getByRole("button", { name: "Starten" }).click();
  await asked.locator(".refusal").waitFor();
  await page.locator("#new-growth > summary").click();
  const growth = page.locator('form[data-study="growth"]');
  await growth.locator('input[name="years"]').fill("2");
  await growth.locator('input[name="share_from"]').fill("50");
  await growth.locator('input[name="share_to"]').fill("60");
  await checked(page, complain, "growth", pictures);
  await growth.getByRole("button", { name: "Starten" }).click();
  await page.getByText("Het beste pad over 2 jaar").waitFor({ timeout: 120_000 });
  await report.locator("h1").first().waitFor();
  await checked(page, complain, "report of growth", pictures);
  await page.setInputFiles(".drop-zone [data-files]", { name: "eigen.json", mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ format: "plaatswijzer/batch/1", base: "instance.json", scenarios: [{ id: "a" }] })) });
  await page.locator(".study", { hasText: "eigen.json" }).getByRole("button", { name: "Starten eigen.json" }).click();
  await page.getByText("Er is 1 planning gemaakt").waitFor({ timeout: 60_000 });
  if (await bytes(page) !== before) complain("a batch or a path changes the project");
}

/** How few moves: a plan of the ladder is put on screen, and compared with the one before, with arrows on the map. */
export async function moving(page, complain, pictures) {
  await go(page, "/");
  await page.locator(".controls").getByRole("button", { name: "Wat levert elke wisseling van school op?" }).click();
  await page.waitForURL(/\/what-if/);
  await page.locator('[data-post="/api/take-rung"]').last().waitFor({ timeout: 120_000 });
  await checked(page, complain, "ladder", pictures);
  await page.locator('[data-post="/api/take-rung"]').last().click();
  await page.getByText("Deze planning staat op het scherm").waitFor();
  await go(page, "/versions");
  await page.locator("article.version details summary", { hasText: "Vergelijk" }).first().click();
  await page.locator(".figures").first().waitFor();
  await checked(page, complain, "comparison", pictures);
  // Any two, at an address that can be kept.
  const two = page.locator('form[data-go="/versions"]');
  const numbers = await two.locator('select[name="from"] option').evaluateAll((all) => all.map((one) => one.value));
  await two.locator('select[name="from"]').selectOption(numbers[0]);
  await two.locator('select[name="to"]').selectOption(numbers.at(-1));
  await two.getByRole("button", { name: "Vergelijk" }).click();
  await page.waitForURL((url) => url.searchParams.get("from") === numbers[0] && url.searchParams.get("to") === numbers.at(-1));
  await page.locator("#compared .figures").waitFor();
  await checked(page, complain, "two versions", pictures);
  await page.locator("a.language").click();
  await page.getByText("Compare two versions").waitFor();
  if (await page.locator("#compared .figures").count() !== 1) complain("the other language forgets what is compared");
  await page.locator("a.language").click();
  await page.getByText("Twee versies vergelijken").waitFor();
}

/** A school, a cluster and a board in which nobody is placed, each with a reason, and open again. */
export async function closing(page, complain, pictures) {
  await go(page, "/");
  const before = await bytes(page);
  const decision = (reason) => page.locator(".decision", { hasText: reason });
  const seat = page.locator(".seat").first();
  await seat.locator(".seat-hands summary").click();
  await seat.getByRole("button", { name: /^Niemand hier/ }).click();
  await page.locator('dialog input[name="because"]').fill("verbouwing");
  await page.locator("dialog button.main").click();
  await isClosed(page);
  await decision("verbouwing").first().waitFor();
  await page.locator('[data-open-row="/part/forbid?id=everyone"]').click();
  await form(page).waitFor();
  await checked(page, complain, "nobody at", pictures);
  await form(page).locator('select[name="at"] optgroup').last().evaluate((group) => { group.querySelector("option").selected = true; });
  await form(page).locator('input[name="because"]').fill("op verzoek van het bestuur");
  await form(page).locator('button[type="submit"]').click();
  await isClosed(page);
  await decision("op verzoek van het bestuur").first().waitFor();
  await checked(page, complain, "decisions", pictures);
  const shut = JSON.parse(await bytes(page)).students;
  if (!shut.every((one) => one.not && one.not.length >= 2)) complain("not everyone is forbidden what is closed");
  await go(page, "/data");
  await decision("verbouwing").first().waitFor();
  await checked(page, complain, "decisions in the data", pictures);
  for (const reason of ["verbouwing", "op verzoek van het bestuur"]) {
    await decision(reason).first().getByRole("button", { name: "Weer toestaan" }).click();
    await page.waitForFunction((reason) => ![...document.querySelectorAll(".decision")].some((one) => one.innerText.includes(reason)), reason);
  }
  if (await bytes(page) !== before) complain("what is open again leaves something behind");
}

/** Everyone at a school and of a board is held with a reason; those who are ticked are kept from a cluster; a slider. */
export async function holding(page, complain, pictures) {
  await go(page, "/");
  const before = await bytes(page);
  const seat = page.locator(".seat", { has: page.locator(".chip") }).first();
  await seat.locator(".seat-hands summary").click();
  await checked(page, complain, "holding", pictures);
  await seat.getByRole("button", { name: /^Iedereen vastzetten/ }).click();
  await page.locator('dialog input[name="because"]').fill("afspraak");
  await page.locator("dialog button.main").click();
  await isClosed(page);
  await page.waitForFunction(() => document.querySelector(".seat .chip.held"));
  const held = JSON.parse(await bytes(page)).students.filter((one) => one.fixed && one.because === "afspraak");
  const chips = await seat.locator(".chip").count();
  if (held.length !== chips) complain(`${held.length} of ${chips} are held`);
  await page.locator("[data-tick-all]").check();
  await page.getByRole("button", { name: "Nooit bij …" }).first().click();
  await form(page).waitFor();
  await checked(page, complain, "never at", pictures);
  await form(page).locator('select[name="at"]').selectOption({ index: 1 });
  await form(page).locator('input[name="because"]').fill("te ver");
  await form(page).locator('button[type="submit"]').click();
  await isClosed(page);
  if (!JSON.parse(await bytes(page)).students.every((one) => one.not && one.not.length > 0)) complain("not all who are ticked are kept away");
  for (let undone = 0; undone < 2; undone += 1) {
    const last = await page.evaluate(() => document.body.dataset.revision);
    await page.getByRole("button", { name: /^Ongedaan maken/ }).first().click();
    await page.waitForFunction((last) => document.body.dataset.revision !== last, last);
  }
  if (await bytes(page) !== before) complain("holding and keeping away that are undone leave something behind");
  await go(page, "/rules");
  const slider = page.locator("[data-slider]").first(), field = page.locator(`form[data-rule] input[name="${await slider.getAttribute("data-slider")}"]`).first();
  await slider.focus();
  const was = Number(await field.inputValue());
  await page.keyboard.press("ArrowRight");
  if (Number(await field.inputValue()) !== was + 1) complain("the slider and its field differ");
  await checked(page, complain, "sliders", pictures);
}
