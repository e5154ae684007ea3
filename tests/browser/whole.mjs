// A whole session by the keyboard alone, or by taps: a student is moved, held and forbidden a school, a school is closed, a change
// is tried, versions are compared, lists are seen. After each act the focus is on something that can be seen, and has a name.
import { isClosed } from "./planner.mjs";

/** Complains where the focus is nowhere, out of sight, without a name, or not to be seen. */
export async function focused(page, complain, after) {
  const found = await page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "nothing has the focus";
    const field = one.matches(".unseen") ? one.parentElement : one;
    const called = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby") || one.textContent.trim() || one.placeholder || one.labels?.[0]?.textContent.trim();
    if (!called) return `${one.outerHTML.slice(0, 80)} has the focus and no name`;
    const style = getComputedStyle(field);
    if (one.matches(":focus-visible") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) && one.id !== "content") return `the focus on ${one.outerHTML.slice(0, 80)} is not to be seen`;
    return one.checkVisibility() || one.matches(".unseen") ? "" : `${one.outerHTML.slice(0, 80)} has the focus and is hidden`;
  });
  if (found) complain(`after ${after}: ${found}`);
}

/** The session, on a page that shows the village with a plan; `press` is the way to press something. */
export async function whole(page, complain, press) {
  const panel = page.locator('[data-part="student"]');
  const revision = () => page.evaluate(() => document.body.dataset.revision);
  // An act is over when the project has another revision, and the page shows it.
  const act = async (name, does) => {
    const before = await revision();
    await does();
    await page.waitForFunction((before) => document.body.dataset.revision !== before, before);
    await page.waitForTimeout(400);
    await focused(page, complain, name);
  };
  const agreed = async (target) => {
    await press(target);
    await page.locator("dialog[open]").waitFor();
    await focused(page, complain, "a question is asked");
    await press(page.locator("dialog button.main"));
    await isClosed(page);
  };
  await press(page.getByRole("button", { name: "bram" }).first());
  await panel.getByRole("heading", { name: "bram" }).waitFor();
  await focused(page, complain, "a student is chosen");
  await panel.locator(".ranked summary").first().waitFor();
  await press(panel.locator(".ranked summary").first());
  await act("a student is moved", () => press(panel.locator(".ranked [data-place]:not([data-reason])").first()));
  await act("a student is held", () => agreed(panel.getByRole("button", { name: "Hier vastzetten" })));
  await act("a student is no longer held", () => press(panel.locator('[data-edit*="release"]').first()));
  await act("a student is forbidden a school", () => agreed(panel.getByRole("button", { name: "Nooit hier" }).first()));
  await act("that is undone", () => press(page.getByRole("button", { name: /^Ongedaan maken/ }).first()));
  const seat = page.locator(".seat").first();
  await press(seat.locator(".seat-hands summary"));
  await seat.getByRole("button", { name: /^Niemand hier/ }).waitFor();
  await act("a school is closed", () => agreed(seat.getByRole("button", { name: /^Niemand hier/ })));
  await act("the school is open again", () => press(page.locator(".decision").first().getByRole("button", { name: "Weer toestaan" })));
  await press(page.locator('.controls [data-search="held"]'));
  await page.locator("#search .ended").waitFor({ timeout: 60_000 });
  await focused(page, complain, "a search");
  const show = page.locator("#search .ended [data-edit]");
  if (await show.count() > 0) await act("a plan is shown", () => press(show));
  await press(page.getByRole("link", { name: "Wat als" }));
  await page.waitForURL(/\/what-if/);
  await press(page.locator("[data-tick]").nth(1));
  if (!await page.locator("[data-tick]").nth(1).isChecked()) await page.keyboard.press("Space");
  await press(page.getByRole("button", { name: "Reken uit" }));
  await page.getByRole("button", { name: "Overnemen, als versie" }).waitFor({ timeout: 60_000 });
  await focused(page, complain, "an answer");
  await press(page.getByRole("link", { name: "Versies" }));
  await page.waitForURL(/\/versions/);
  await press(page.locator("article.version details summary", { hasText: "Vergelijk" }).first());
  await page.locator(".figures").first().waitFor();
  await focused(page, complain, "a comparison");
  await press(page.getByRole("link", { name: "Lijsten" }));
  await page.waitForURL(/\/out/);
  await page.locator(".list-preview, main table, main a[download]").first().waitFor();
}
