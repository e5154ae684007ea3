// The page's own script. The server draws everything; the script sends what was done, and asks for the parts of the
// screen again. It keeps no facts of its own, except what is selected.
"use strict";
(() => {
  const body = document.body, dialog = document.getElementById("dialog"), message = document.getElementById("message");
  // What is selected survives a reload of this tab, and nothing else; a link may name a student.
  const kept = JSON.parse(sessionStorage.getItem("chosen") || "{}");
  const address = new URLSearchParams(location.search), asked = address.get("student"), askedSchool = address.get("school");
  const chosen = { student: asked || kept.student || null, school: askedSchool || kept.school || null, filter: new URLSearchParams(kept.filter || "") };
  const keep = () => sessionStorage.setItem("chosen", JSON.stringify({ ...chosen, filter: chosen.filter.toString() }));
  const on = (event, selector, act) => document.addEventListener(event, (happened) => {
    const found = happened.target instanceof Element && happened.target.closest(selector);
    if (found) act(found, happened);
  });
  const say = (text) => { message.textContent = text; };
  // What was done, with a button that undoes it as the one above does.
  const sayDone = (text) => {
    say(text);
    const undo = Object.assign(document.createElement("button"), { type: "button", textContent: body.dataset.undo });
    undo.addEventListener("click", () => document.querySelector('[data-post="/api/undo"]').click());
    message.append(" ", undo);
  };
  // The browser says `TypeError` where there was no answer at all.
  const failed = (error) => say(error instanceof TypeError ? body.dataset.lost : error.message || body.dataset.lost);
  // What is wrong with what was filled in stands beside it.
  const refuse = (form, text) => {
    form.querySelectorAll(".refusal").forEach((old) => old.remove());
    if (!text) return;
    const refusal = Object.assign(document.createElement("p"), { className: "refusal", role: "alert", textContent: text });
    form.append(refusal);
    refusal.scrollIntoView({ block: "center" }); // The bar of buttons covers the end of the form.
  };
  const revision = () => Number(body.dataset.revision);

  // What a field or a button is, also where it is drawn again: what it is called, what it does, and the form that it is in.
  const sameness = (one) => {
    const { stop, said, ...data } = one.dataset, form = one.form && { ...one.form.dataset };
    if (form) { delete form.settings; delete form.document; }
    return JSON.stringify([one.tagName, one.name, one.getAttribute("aria-label"), one.type === "checkbox" && one.labels[0] && one.labels[0].textContent, data, form]);
  };
  const isTyped = (field) => (field.tagName === "SELECT" ? ![...field.options].some((one) => one.selected && one.defaultSelected)
    : field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  const reachable = (place) => [...place.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex]")].filter((one) => !one.disabled && one.checkVisibility());
  // What was typed and not sent yet survives that its place is drawn again, and so does the focus: on the same control, or where
  // that is gone on the one that has come in its place.
  const redraw = (place, draw) => {
    const fields = () => place.querySelectorAll('input:not([type="file"]), form.what-if select, form.controls select, form.choice select');
    const typed = new Map([...fields()].filter(isTyped).map((field) => [sameness(field), field]));
    const focused = place.contains(document.activeElement) && document.activeElement, at = focused && focused.selectionStart;
    const is = focused && sameness(focused);
    const isAlike = (one) => one.dataset.openStudent === focused.dataset.openStudent && sameness(one) === is;
    const alike = () => [...place.querySelectorAll(focused.tagName)].filter(isAlike);
    const rank = focused && alike().indexOf(focused), step = focused && reachable(place).indexOf(focused);
    const open = [...place.querySelectorAll("details[id][open]")].map((one) => one.id);
    draw();
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    for (const field of fields()) {
      const before = typed.size && typed.get(sameness(field));
      if (before && before !== field) { field.value = before.value; field.checked = before.checked; }
    }
    if (!focused || document.activeElement === focused) return;
    const again = alike()[rank];
    if (again) again.focus();
    if (again && document.activeElement === again) {
      if (at != null && again.setSelectionRange && again.type !== "number") again.setSelectionRange(at, at);
    } else {
      const left = reachable(place);
      (left[Math.min(step, left.length - 1)] || document.getElementById("content")).focus({ preventScroll: true });
    }
  };
  // What the server drew last in a place. Most edits change little of it: only that is put in again.
  const drawn = new WeakMap();
  const patch = (live, before, now) => {
    if (before.isEqualNode(now)) return;
    const [old, next] = [before.childNodes, now.childNodes];
    const isSame = live.childNodes.length === old.length && old.length === next.length && before.cloneNode(false).isEqualNode(now.cloneNode(false));
    if (isSame && next.length) next.forEach((one, at) => patch(live.childNodes[at], old[at], one));
    else if (live.nodeType === Node.ELEMENT_NODE && live.dataset.part) live.replaceChildren(now.cloneNode(true));
    else live.replaceWith(now.cloneNode(true));
  };
  // Markup comes from our own server, which escapes what people wrote; the page's policy lets no other script run.
  const put = (place, markup) => {
    const now = document.createRange().createContextualFragment(markup), before = drawn.get(place);
    // What loads more of itself is drawn as a whole.
    const isPatched = place.dataset.part && !now.querySelector("[data-load]");
    redraw(place, () => {
      if (isPatched && before) patch(place, before, now);
      else place.replaceChildren(isPatched ? now.cloneNode(true) : now);
    });
    if (isPatched) drawn.set(place, now); else drawn.delete(place);
    load(place);
    dress(place);
  };
  // Times in the reader's own time zone; one tab stop per list; what is selected, marked everywhere.
  const dress = (place) => {
    const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    for (const time of place.querySelectorAll("time[datetime]")) time.textContent = written.format(new Date(time.dateTime));
    for (const list of document.querySelectorAll("[data-rove]")) {
      if (!place.contains(list) && !list.contains(place)) continue;
      const items = [...list.querySelectorAll(list.dataset.rove)];
      const names = items.filter((one) => one.tagName === "BUTTON");
      const first = list.querySelector("[data-stop]") || names.find((one) => one.matches(".selected, .selected *")) || names[0];
      for (const item of items) {
        const stop = item === first ? 0 : -1;
        if (item.getAttribute("tabindex") !== String(stop)) item.tabIndex = stop;
      }
      if (first) first.dataset.stop = "1";
    }
    for (const table of place.querySelectorAll("table.stacks")) {
      const headings = [...table.tHead.rows[0].cells].map((one) => (one.querySelector(".unseen") ? "" : one.textContent));
      for (const row of table.tBodies[0].rows) for (const cell of row.cells) {
        const heading = cell.colSpan > 1 ? "" : headings[cell.cellIndex];
        if (cell.cellIndex > 0 && heading) cell.dataset.heading = heading;
      }
    }
    mark();
    countTicked();
    arrows(place);
    fillCommands();
    namePicked(place);
  };
  // The commands of a search name what is chosen in its form.
  const fillCommands = () => {
    const form = document.querySelector("[data-search-form]");
    if (!form) return;
    const gap = Number(form.elements.good_enough_thousandths.value) / 1000;
    for (const one of form.querySelectorAll("[data-command]")) one.textContent = one.dataset.command.replace("{seconds}", form.elements.seconds.value).replace(" --gap {gap}", gap ? ` --gap ${gap}` : "");
  };
  // Moves from school to school, as arrows on the map beside which they are listed.
  const arrows = (place) => {
    const draw = (name, attributes) => {
      const drawn = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) drawn.setAttribute(key, value);
      return drawn;
    };
    [...place.querySelectorAll("[data-moves] svg.drawing")].forEach((drawing, number) => {
      if (drawing.querySelector(".move")) return;
      const schools = new Map([...drawing.querySelectorAll("circle[data-drop]")].map((one) => [one.dataset.drop, one]));
      const first = drawing.querySelector(".targets") || drawing.lastChild;
      const id = `head-${number}-${Math.random().toString(36).slice(2)}`;
      const marker = draw("marker", { id, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 4, markerHeight: 4, orient: "auto-start-reverse" });
      marker.append(draw("path", { d: "M0 0L10 5L0 10z", class: "move-head" }));
      drawing.insertBefore(marker, first);
      for (const [from, to, count] of JSON.parse(drawing.closest("[data-moves]").dataset.moves)) {
        const [one, other] = [schools.get(from), schools.get(to)];
        if (!one || !other) continue;
        const at = (school) => [Number(school.getAttribute("cx")), Number(school.getAttribute("cy"))];
        const [[x1, y1], [x2, y2]] = [at(one), at(other)];
        // Bent, so that students who change places with each other are two arrows.
        const bent = `M${x1} ${y1}Q${(x1 + x2) / 2 - (y2 - y1) / 6} ${(y1 + y2) / 2 + (x2 - x1) / 6} ${x2} ${y2}`;
        const line = draw("path", { d: bent, class: "move", "stroke-width": 1.5 + Math.min(count, 6) / 2, "marker-end": `url(#${id})` });
        const title = draw("title", {});
        title.textContent = `${one.dataset.name || from} → ${other.dataset.name || to}: ${count}`;
        line.append(title);
        drawing.insertBefore(line, first);
      }
    });
  };
  const mark = () => {
    const are = (key, value) => document.querySelectorAll(`[data-${key}].selected, [data-${key}="${CSS.escape(value || "")}"]`);
    for (const one of are("student", chosen.student)) {
      const isChosen = one.dataset.student === chosen.student;
      one.classList.toggle("selected", isChosen);
      const name = one.querySelector("[data-open-student]");
      if (name) name.setAttribute("aria-pressed", String(isChosen));
    }
    for (const one of are("drop", chosen.school)) one.classList.toggle("selected", one.dataset.drop === chosen.school);
    // The journeys of the selected student on the map.
    for (const drawing of document.querySelectorAll("[data-part=map] svg.drawing")) {
      drawing.querySelectorAll(".journey").forEach((line) => line.remove());
      const home = [...drawing.querySelectorAll("circle[data-student]")].find((one) => one.dataset.student === chosen.student);
      if (!home) continue;
      const seats = [...document.querySelectorAll(".lanes .chip")].filter((chip) => chip.dataset.student === chosen.student).map((chip) => chip.closest("[data-drop]").dataset.drop);
      for (const school of drawing.querySelectorAll("circle[data-drop]")) {
        if (!seats.includes(school.dataset.drop)) continue;
        const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
        for (const [name, of, at] of [["x1", home, "cx"], ["y1", home, "cy"], ["x2", school, "cx"], ["y2", school, "cy"]]) line.setAttribute(name, of.getAttribute(at));
        line.classList.add("journey");
        drawing.insertBefore(line, home.parentNode);
      }
    }
  };
  const ask = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  const load = (place) => {
    for (const part of place.querySelectorAll("[data-load]")) {
      const address = part.dataset.load;
      part.removeAttribute("data-load");
      ask(address).then((markup) => put(part, markup), () => part.replaceChildren());
    }
  };
  const query = (more) => {
    const all = new URLSearchParams({ ...Object.fromEntries(chosen.filter), ...more });
    if (chosen.student) all.set("student", chosen.student);
    return all.toString();
  };
  const texts = new WeakMap();
  const part = async (name) => {
    const place = document.querySelector(`[data-part="${name}"]`);
    // A map that is closed is drawn when it is opened.
    if (!place || (place.parentElement.tagName === "DETAILS" && !place.parentElement.open)) return;
    const address = ["search", "import", "notices", "what-if", "studies"].includes(name) ? `/part/${name}` : `/part/${name}?${query()}`;
    try {
      const markup = await ask(address);
      // Of a search that is at work, only the seconds are brought up to date: what is drawn again is also read out again.
      const still = (text) => text.replace(/(class="seconds"[^>]*>)[^<]*/, "$1");
      const seconds = place.querySelector(".seconds"), last = texts.get(place);
      if (!["search", "what-if", "studies"].includes(name) || last === undefined || still(last) !== still(markup)) put(place, markup);
      else if (seconds) seconds.textContent = markup.match(/class="seconds"[^>]*>([^<]*)/)[1];
      texts.set(place, markup);
    } catch (error) { failed(error); }
  };
  // What was looked for in the tables of the data, and how many rows were asked for.
  const finds = new Map();
  const rowsAt = (table, more) => `/part/rows?${new URLSearchParams({ table, q: "", rows: 0, ...finds.get(table), ...more })}`;
  const findRows = async (table, what) => {
    const asked = { ...finds.get(table), ...what };
    finds.set(table, asked);
    try {
      const markup = await ask(rowsAt(table));
      if (finds.get(table) === asked) put(document.querySelector(`[data-rows="${table}"]`), markup);
    } catch (error) { failed(error); }
  };
  on("input", "[data-find]", (field) => findRows(field.dataset.find, { q: field.value, rows: 0 }));
  on("click", "[data-more-rows]", (button) => findRows(button.dataset.moreRows, { rows: button.dataset.number }));
  // Paper has all rows, also those that the screen shows a page at a time. A browser prints as soon as this returns, so that
  // they are asked for without letting go.
  addEventListener("beforeprint", () => {
    const rows = 1e6;
    const lists = [...document.querySelectorAll("[data-more-rows]")].map((more) => more.dataset.moreRows);
    const all = lists.map((table) => [document.querySelector(`[data-rows="${table}"]`), rowsAt(table, { rows })]);
    const students = document.querySelector("[data-more]")?.closest("[data-part=students]");
    if (students) all.push([students, `/part/students?${query({ rows })}`]);
    for (const [place, address] of all) {
      const request = new XMLHttpRequest();
      request.open("GET", address, false);
      try { request.send(); } catch { continue; }
      if (request.status === 200) put(place, request.responseText);
    }
  });
  // The address of the screen, without what was asked of it once.
  const here = () => {
    const asked = new URLSearchParams(location.search);
    asked.delete("lang");
    return asked.size ? `${location.pathname}?${asked}` : location.pathname;
  };
  const refresh = async () => {
    const isBench = document.querySelector(".bench") !== null, address = here(), asked = revision();
    // Of the bench, whose parts are asked for one by one, the frame is enough.
    const framed = isBench ? `${address}${address.includes("?") ? "&" : "?"}frame=1` : address;
    const parts = isBench ? ["headline", "students", "lanes", "map", "student", "search"].map(part) : [];
    const [markup] = await Promise.all([ask(framed), ...parts]);
    const page = new DOMParser().parseFromString(markup, "text/html");
    for (const fixed of [".top", ".notices", ".controls"]) {
      const [old, now] = [document.querySelector(fixed), page.querySelector(fixed)];
      if (old && now) redraw(old, () => old.replaceChildren(...now.childNodes));
    }
    // What was done since is newer than this page, and is drawn next.
    if (revision() === asked) body.dataset.revision = page.body.dataset.revision;
    if (!isBench || !page.querySelector(".bench")) {
      const content = document.getElementById("content");
      await Promise.all([...finds.keys()].map(async (table) => {
        const [field, into] = [page.querySelector(`[data-find="${table}"]`), page.querySelector(`[data-rows="${table}"]`)];
        if (field) field.setAttribute("value", finds.get(table).q || "");
        if (into) into.innerHTML = await ask(rowsAt(table));
      }));
      // On another screen than before, what had the focus has no counterpart.
      if (isBench || page.querySelector(".bench")) content.focus({ preventScroll: true });
      redraw(content, () => content.replaceChildren(...page.getElementById("content").childNodes));
      load(content);
    }
    dress(document);
  };
  // One at a time, and one for each revision, of which both the answer and an event may speak.
  let drawing = { to: null, done: Promise.resolve() };
  const refreshTo = (to) => {
    if (to === null || drawing.to !== to) drawing = { to, done: drawing.done.then(refresh).catch((error) => { drawing.to = null; failed(error); }) };
    return drawing.done;
  };

  const post = async (address, sent, form) => {
    say("");
    if (form) refuse(form, "");
    let answer, said;
    try {
      answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ revision: revision(), ...sent }) });
      said = await answer.json();
    } catch { say(body.dataset.lost); return null; }
    if (!answer.ok) {
      const words = [said.message, ...(said.problems || [])].join("\n");
      // The problems of an import are drawn where they can be mended.
      if (said.mendable && !document.querySelector('[data-part="import"]')) location.assign("/data");
      else if (!said.mendable && form && form.isConnected && answer.status === 422) refuse(form, words);
      else if (!said.mendable) say(words);
      if (answer.status === 409) {
        // What a row form shows is of the revision with which it was opened.
        if (form && form.dataset.revision) form.closest("dialog").close();
        await refreshTo(null);
      }
      return said;
    }
    if (said.revision !== revision()) { body.dataset.revision = said.revision; await refreshTo(said.revision); }
    return said;
  };

  // A question in our own dialog, with a field for the reason and a button per answer; null when it was cancelled.
  const question = (title, answers) => new Promise((answer) => {
    const make = (tag, text, settings) => Object.assign(document.createElement(tag), { textContent: text }, settings);
    const form = make("form", "", { method: "dialog" }), label = make("label", body.dataset.why);
    const field = make("input", "", { name: "because", maxLength: 400, autocomplete: "off" });
    label.append(field);
    const buttons = answers.map(([key, text], index) => make("button", text, { value: key, className: index ? "" : "main" }));
    const cancel = make("button", body.dataset.cancel, { type: "button" });
    form.append(make("p", title, { id: "dialog-title" }), label, ...buttons, cancel);
    dialog.replaceChildren(form);
    let said = null;
    form.addEventListener("submit", (happened) => { said = [happened.submitter.value, field.value.trim()]; });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => answer(said), { once: true });
    dialog.showModal();
  });
  // A text to read, in our own dialog.
  const inform = (title, shown) => {
    const form = Object.assign(document.createElement("form"), { method: "dialog" });
    shown.tabIndex = 0;
    const read = Object.assign(document.createElement("button"), { textContent: body.dataset.ok, className: "main", autofocus: true });
    form.append(Object.assign(document.createElement("h2"), { id: "dialog-title", textContent: title }), shown, read);
    dialog.replaceChildren(form);
    dialog.showModal();
  };
  const because = (sent, text) => (text ? { ...sent, because: text } : sent);
  const withReason = async (button, sent) => {
    if (!("reason" in button.dataset)) return sent;
    const said = await question(button.dataset.title || button.textContent.trim(), [["yes", body.dataset.ok]]);
    return said && because(sent, said[1]);
  };

  on("click", "[data-post]", async (button) => {
    const { post: address, said: words, partAfter, sent } = button.dataset;
    const said = await post(address, sent ? JSON.parse(sent) : {});
    if (partAfter) { await part(partAfter); part("notices"); }
    if (said && said.address) { location.assign(said.address); return; }
    if (said && said.revision && words) say(words);
  });
  on("click", "[data-edit]", async (button) => {
    const operation = await withReason(button, JSON.parse(button.dataset.edit));
    const said = operation && await post("/api/edit", { operation });
    if (said && !said.message && button.dataset.said) ("undoable" in button.dataset ? sayDone : say)(button.dataset.said);
    if (said && !said.message && button.dataset.then) search(button.dataset.then);
  });
  on("click", "[data-place]", async (button) => {
    const sent = await withReason(button, JSON.parse(button.dataset.place));
    if (sent) post("/api/place", sent);
  });
  const search = (kind) => {
    const wish = { hold_clusters: kind === "held", few_changes: kind === "few" };
    for (const [name, value] of new FormData(document.querySelector("[data-search-form]"))) wish[name] = Number(value);
    return post("/api/search", { wish });
  };
  on("change", "[data-search-form]", fillCommands);
  // The other language shows the same.
  on("click", "a.language", (link, happened) => {
    const asked = new URLSearchParams(location.search);
    asked.set("lang", link.lang);
    happened.preventDefault();
    location.assign(`?${asked}`);
  });
  on("click", "[data-search]", (button) => search(button.dataset.search));
  on("click", "[data-open-student]", (button) => {
    chosen.student = button.dataset.openStudent;
    part("student").then(() => {
      const panel = document.querySelector('[data-part="student"]');
      if (matchMedia("(max-width: 70rem)").matches) panel.scrollIntoView({ block: "start" });
    });
    keep();
    mark();
  });
  // A school in the lanes is shown on the map, and one on the map in the lanes.
  on("click", "[data-drop]", (place, happened) => {
    if (happened.target.closest("[data-open-student]")) return;
    chosen.school = chosen.school === place.dataset.drop ? null : place.dataset.drop;
    keep();
    mark();
    const seat = place.closest("svg") && [...document.querySelectorAll(".seat")].find((one) => one.dataset.drop === chosen.school);
    if (seat) seat.scrollIntoView({ block: "nearest" });
  });
  // Arrow keys within a list that is one tab stop.
  document.addEventListener("keydown", (happened) => {
    const list = happened.target.closest && happened.target.closest("[data-rove]");
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[happened.key];
    if (!list || !step) return;
    const items = [...list.querySelectorAll(list.dataset.rove)], at = items.indexOf(happened.target);
    if (at < 0) return;
    // In a table, up and down keep the column.
    const isRow = list.tagName === "TBODY", isVertical = ["ArrowUp", "ArrowDown"].includes(happened.key);
    const width = isRow && isVertical ? happened.target.closest("tr").querySelectorAll(list.dataset.rove).length : 1;
    const to = items[Math.max(0, Math.min(items.length - 1, at + step * width))];
    for (const item of items) { item.tabIndex = item === to ? 0 : -1; delete item.dataset.stop; }
    to.dataset.stop = "1";
    to.focus();
    happened.preventDefault();
  });
  on("click", "[data-more]", (button) => { chosen.filter.set("rows", button.dataset.more); part("students"); });

  // Filters and the order of the students.
  let waiting = 0;
  on("input", "[data-filter]", (form) => {
    for (const [name, value] of new FormData(form)) chosen.filter.set(name, value);
    keep();
    clearTimeout(waiting);
    // Only typing waits for the next letter.
    if (document.activeElement.tagName === "SELECT") part("students");
    else waiting = setTimeout(() => part("students"), 40);
  });
  document.addEventListener("submit", (happened) => {
    const form = happened.target;
    if (form.method === "dialog") return;
    happened.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    if (form.dataset.go) {
      location.assign(`${form.dataset.go}?${new URLSearchParams(fields)}#compared`);
    } else if ("mendForm" in form.dataset) {
      mendCells(form);
    } else if ("whatIf" in form.dataset) {
      whatIf(form);
    } else if (form.dataset.study) {
      start(studyOf(form), Number(form.querySelector("[data-study-seconds]").value), form);
    } else if ("forbidForm" in form.dataset) {
      const isEveryone = "forbidEveryone" in form.dataset;
      const students = isEveryone ? ["everyone"] : form.dataset.forbidStudent ? [form.dataset.forbidStudent] : ticked().map((one) => one.value);
      if (!students.length) { dialog.close(); return; }
      const operation = isEveryone ? { do: "close", at: fields.at } : { do: "forbid", students: [...new Set(students)], at: fields.at };
      post("/api/edit", { operation: because(operation, fields.because.trim()) }, form).then((said) => {
        if (said && !said.message) { dialog.close(); untick(); }
      });
    } else if (form.dataset.describe) {
      const named = (text) => text.trim() || undefined;
      post("/api/edit", { operation: { do: "describe", plan: Number(form.dataset.describe), name: named(fields.name), note: named(fields.note) } }, form);
    } else if ("headings" in form.dataset) {
      const operation = { do: "name_region", name: fields.name.trim(), school_year: fields.school_year.trim() || undefined };
      post("/api/edit", { operation }, form);
    } else if (form.dataset.rule) {
      const settings = JSON.parse(form.dataset.settings);
      for (const [name, value] of Object.entries(fields)) settings[name] = Number(value);
      post("/api/edit", { operation: { do: "set_rule", rule: form.dataset.rule, settings } }, form);
    } else if (form.dataset.row) {
      // A form in which nothing was changed changes nothing.
      if (dialog.contains(form) && ![...form.querySelectorAll("[name]")].some(isTyped)) { dialog.close(); return; }
      const how = form.hasAttribute("data-new") ? "add_row" : "set_row", { revision } = form.dataset;
      const ofForm = revision ? { revision: Number(revision) } : {};
      post("/api/edit", { ...ofForm, ...personOf(form), operation: { do: how, table: form.dataset.row, row: rowOf(form) } }, form).then((said) => {
        if (said && !said.message && dialog.contains(form)) dialog.close();
      });
    }
  });
  // The student of a form as a person, who is no part of the row.
  const personOf = (form) => {
    const fields = [...form.querySelectorAll("[data-as='contact']")];
    if (!fields.some(isTyped)) return {};
    const said = fields.map((one) => [one.name.replace("contact.", ""), one.value.trim()]).filter(([, text]) => text);
    return { contact: Object.fromEntries(said) };
  };
  // A row of a table as its form leaves it. What was not touched stays as it was, also what the form does not show.
  const rowOf = (form) => {
    const row = JSON.parse(form.dataset.document), isNew = form.hasAttribute("data-new");
    for (const name of new Set([...form.querySelectorAll("[name]:not([data-as='contact'])")].map((one) => one.name))) {
      const fields = [...form.querySelectorAll("[name]")].filter((one) => one.name === name);
      if (!isNew && !fields.some(isTyped)) continue;
      const [first] = fields, kind = first.dataset.as, text = first.value.trim();
      const marked = fields.filter((one) => one.checked).map((one) => one.value);
      const value = {
        number: () => (text === "" ? undefined : Number(text)),
        tick: () => (first.checked ? true : undefined),
        list: () => (isNew && !marked.length ? undefined : marked),
        some: () => (marked.length ? marked : undefined),
        numbers: () => (marked.length ? marked.map(Number) : undefined),
        ranked: () => { const all = fields.map((one) => one.value).filter(Boolean); return all.length ? [...new Set(all)] : undefined; },
        words: () => { const all = text.split(/[,;]/).map((one) => one.trim()).filter(Boolean); return all.length ? all : undefined; },
        text: () => text || undefined,
      }[kind]();
      const [key, inner] = name.split(".");
      if (value === undefined) delete row[key];
      else if (inner) row[key] = { ...row[key], [inner]: value };
      else row[key] = value;
      if (first.dataset.drops && isTyped(first)) delete row[first.dataset.drops];
    }
    return row;
  };
  on("click", "[data-open-row]", async (button) => {
    const shown = revision();
    let markup;
    try { markup = await ask(button.dataset.openRow); } catch (error) { failed(error); return; }
    dialog.replaceChildren(document.createRange().createContextualFragment(markup));
    for (const form of dialog.querySelectorAll("form")) form.dataset.revision = shown;
    const at = button.dataset.openRow;
    // What opened it may have been drawn again meanwhile.
    dialog.addEventListener("close", () => {
      const again = [...document.querySelectorAll("[data-open-row]")].find((one) => one.dataset.openRow === at);
      if (again) again.focus();
    }, { once: true });
    dialog.showModal();
  });
  on("click", "[data-close]", () => dialog.close());
  // What if: every change that is ticked, made of its fields, whose names are paths.
  const whatIf = async (form) => {
    const changes = [];
    for (const one of form.querySelectorAll(".change")) {
      if (!one.querySelector("[data-tick]").checked) continue;
      const change = {};
      for (const field of one.querySelectorAll("[name]")) {
        const steps = field.name.split(".");
        let place = change;
        steps.forEach((step, at) => {
          const isLast = at === steps.length - 1;
          const inner = isLast ? ("json" in field.dataset ? JSON.parse(field.value) : field.type === "number" ? Number(field.value) : field.value) : /^\d+$/.test(steps[at + 1]) ? [] : {};
          place[step] = isLast ? inner : place[step] || inner;
          place = place[step];
        });
      }
      changes.push(change);
    }
    if (changes.length) { const said = await post("/api/what-if", { changes }, form); await part("what-if"); if (said && !said.message) showAnswer(); }
  };
  // A batch or a path, as its form has it, or a document that lies in the folder.
  const studyOf = (form) => {
    const fields = Object.fromEntries(new FormData(form)), number = (name) => Number(fields[name]);
    if (form.dataset.study === "growth") {
      const asked = { start: "growth", with_candidates: "with_candidates" in fields };
      for (const name of ["first_year", "years", "share_from", "share_to", "grow_percent"]) asked[name] = number(name);
      return fields.new_clusters_per_year === "" ? asked : { ...asked, new_clusters_per_year: number("new_clusters_per_year") };
    }
    const vary = [];
    for (const row of form.querySelectorAll(".varied")) {
      const what = row.querySelector("select"), [chosen] = what.selectedOptions;
      const words = row.querySelector("[data-values]").value.split(/[;\s]+/).map((one) => one.replace(/,$/, "")).filter(Boolean);
      // With a comma inside it is one number, or two: who wrote it knows.
      const wrong = what.value && words.find((one) => !/^-?\d+(\.\d+)?$/.test(one));
      if (wrong) { refuse(form, form.dataset.noNumber.replace("{}", () => wrong)); return null; }
      const values = words.map(Number);
      if (what.value && (values.length || !vary.length)) vary.push({ called: chosen.dataset.called, change: JSON.parse(what.value), values });
    }
    const draws = "draws" in fields ? { count: number("count"), percent: number("percent") } : null;
    return { start: "variants", vary, ...(draws && { draws }) };
  };
  let picked = null;
  const start = async (study, seconds, form) => {
    if (!study) return;
    const said = await post("/api/study", { study, seconds }, form);
    await Promise.all([part("what-if"), part("studies")]);
    if (said && !said.message) showAnswer();
  };
  on("click", "[data-study-start]", (button) => {
    const { study, seconds } = JSON.parse(button.dataset.studyStart);
    start(study, picked || seconds);
  });
  // One choice of time counts for all of them, and the commands name it; until it is made, a document has the time that its
  // plans were made with.
  on("change", "[data-study-seconds]", (field) => {
    picked = Number(field.value);
    for (const other of document.querySelectorAll("[data-study-seconds]")) other.value = field.value;
    namePicked(document);
  });
  const namePicked = (place) => {
    if (picked) for (const shown of place.querySelectorAll("[data-seconds]")) shown.textContent = picked;
  };
  // A question from another screen, whose answer is shown where questions are asked.
  on("click", "[data-ask]", async (button) => {
    const said = await post(button.dataset.at, JSON.parse(button.dataset.ask));
    if (!said || said.message) return;
    if (button.dataset.go && location.pathname !== button.dataset.go) location.assign(`${button.dataset.go}#answer`);
    else { await part("what-if"); showAnswer(); }
  });
  const showAnswer = () => { const place = document.querySelector('[data-part="what-if"]'); if (place) place.scrollIntoView({ block: "start" }); };
  on("input", ".change .fields", (fields) => { fields.closest(".change").querySelector("[data-tick]").checked = true; });
  on("change", "[data-load-chosen]", (field) => {
    const into = document.getElementById(field.dataset.target);
    if (!field.value) { into.replaceChildren(); return; }
    ask(field.dataset.loadChosen + encodeURIComponent(field.value)).then((markup) => put(into, markup), failed);
  });
  document.addEventListener("toggle", (happened) => {
    const place = happened.target;
    if (place.open && place.dataset && place.dataset.loadOpen) {
      const into = place.querySelector("[data-into]"), address = place.dataset.loadOpen;
      ask(address).then((markup) => put(into, markup), failed);
    }
  }, true);

  // Several students at once.
  const ticked = () => [...document.querySelectorAll('.students tbody input[type="checkbox"]:checked')];
  const countTicked = () => {
    const number = ticked().length, form = document.querySelector("[data-selection]");
    if (!form) return;
    form.hidden = number === 0;
    form.querySelector("[data-selected]").textContent = String(number);
  };
  const untick = () => {
    for (const box of ticked()) box.checked = false;
    for (const box of document.querySelectorAll("[data-tick-all]")) box.checked = false;
    countTicked();
  };
  const withTicked = async (operation) => {
    const said = operation && await post("/api/edit", { operation });
    if (said && !said.message) untick();
  };
  on("change", '.students input[type="checkbox"]', (box) => {
    if ("tickAll" in box.dataset) for (const one of document.querySelectorAll('.students tbody input[type="checkbox"]')) one.checked = box.checked;
    countTicked();
  });
  // Those who are at one school alone: a cohort at several cannot be held as one.
  const atOne = (held) => held.filter((one) => held.every((other) => other.student !== one.student || other.school === one.school));
  on("click", "[data-hold-selected]", async (button) => {
    const students = atOne(ticked().filter((one) => one.dataset.school).map((one) => ({ student: one.value, school: one.dataset.school })));
    if (students.length) withTicked(await withReason(button, { do: "hold", students }));
    else say(button.dataset.none);
  });
  // Everyone at a school, in a cluster, or at the schools of a board.
  const chipsIn = (button, part) => {
    const board = document.querySelector("[data-hold-board]");
    const of = part === "board" ? [...document.querySelectorAll(".lanes .seat")].filter((seat) => seat.dataset.board === board.value) : [button.closest(part)];
    const placed = [...document.querySelectorAll(".lanes .chip")].map((chip) => ({ student: chip.dataset.student, school: chip.closest("[data-drop]").dataset.drop, chip }));
    return atOne(placed).filter((one) => of.some((place) => place.contains(one.chip)));
  };
  const without = ({ student, school }) => ({ student, school });
  on("click", "[data-hold-in]", async (button) => {
    const students = chipsIn(button, button.dataset.holdIn).filter((one) => !one.chip.classList.contains("held")).map(without);
    const operation = students.length && await withReason(button, { do: "hold", students });
    if (operation) post("/api/edit", { operation });
  });
  on("click", "[data-release-in]", (button) => {
    const students = chipsIn(button, button.dataset.releaseIn).filter((one) => one.chip.classList.contains("held")).map((one) => one.student);
    if (students.length) post("/api/edit", { operation: { do: "release", students } });
  });
  // A slider and the field beside it say the same.
  const slide = (form, name, value) => {
    for (const shown of form.querySelectorAll(`[data-slid="${name}"]`)) shown.textContent = value;
  };
  on("input", "[data-slider]", (slider) => {
    slider.form.elements[slider.dataset.slider].value = slider.value;
    slide(slider.form, slider.dataset.slider, slider.value);
  });
  on("input", "form[data-rule] input[type=number]", (field) => {
    const slider = field.form.querySelector(`[data-slider="${field.name}"]`);
    if (!slider) return;
    slider.value = field.value;
    slide(field.form, field.name, field.value);
  });
  on("click", "[data-release-selected]", () => withTicked({ do: "release", students: ticked().map((one) => one.value) }));

  // Dragging a student onto a school says what it would cost; what dragging does, the list of schools does too.
  let dragged = null, pressed = null;
  const hint = Object.assign(document.createElement("p"), { className: "drag-hint", ariaHidden: "true" });
  const targets = () => document.querySelectorAll("[data-drop]");
  // Homes may lie over schools on the map.
  const under = (at) => document.elementsFromPoint(at.clientX, at.clientY).map((one) => one.closest("[data-drop]")).find(Boolean);
  const takes = (target) => Boolean(dragged && target && target.dataset.kind && target.dataset.kind !== "refused");
  const begin = async (student) => {
    const mine = { student, name: student };
    dragged = mine;
    try {
      const known = JSON.parse(await ask(`/api/targets?student=${encodeURIComponent(student)}`));
      if (dragged !== mine) return;
      mine.name = known.name;
      for (const target of targets()) {
        const about = known.schools[target.dataset.drop];
        if (about) { target.dataset.kind = about.kind; target.dataset.words = about.words; }
      }
    } catch (error) { failed(error); }
  };
  const end = () => {
    dragged = pressed = null;
    hint.remove();
    for (const target of targets()) { delete target.dataset.kind; delete target.dataset.words; }
  };
  const over = (at) => {
    const target = under(at);
    const { name, words } = target ? target.dataset : {};
    hint.textContent = dragged.name + (name ? ` → ${name}` : "") + (words ? `: ${words}` : "");
    hint.style.transform = `translate(${Math.min(at.clientX + 14, innerWidth - 260)}px, ${at.clientY + 14}px)`;
    body.append(hint);
    return target;
  };
  const drop = async (target) => {
    const { student, name } = dragged, { drop: school, name: at, words } = target.dataset;
    const { sayPlace: place, sayHold: hold, sayNever: never } = body.dataset;
    end();
    const said = await question(`${name} → ${at}: ${words}`, [["hold", hold], ["place", place], ["never", never]]);
    if (!said) return;
    if (said[0] === "never") post("/api/edit", { operation: because({ do: "forbid", students: [student], at: school }, said[1]) });
    else post("/api/place", because({ student, school, hold: said[0] === "hold" }, said[1]));
  };
  on("dragstart", "[data-student]", (row, happened) => {
    happened.dataTransfer.setData("text/plain", row.dataset.student);
    begin(row.dataset.student);
  });
  document.addEventListener("dragend", end);
  document.addEventListener("dragover", (happened) => { if (dragged && takes(over(happened))) happened.preventDefault(); });
  document.addEventListener("drop", (happened) => {
    if (!dragged) return;
    happened.preventDefault();
    const target = under(happened);
    if (takes(target)) drop(target);
  });
  // Shapes of a drawing have no dragging of their own.
  on("pointerdown", "svg [data-student]", (home, happened) => {
    if (happened.button === 0 && happened.pointerType !== "touch") pressed = { student: home.dataset.student, x: happened.clientX, y: happened.clientY };
  });
  document.addEventListener("pointermove", (happened) => {
    if (!pressed) return;
    if (!dragged && Math.hypot(happened.clientX - pressed.x, happened.clientY - pressed.y) > 5) begin(pressed.student);
    if (dragged) over(happened);
  });
  document.addEventListener("pointerup", (happened) => {
    const target = pressed && dragged && under(happened);
    if (takes(target)) drop(target);
    else if (pressed) end();
  });
  document.addEventListener("pointercancel", () => { if (pressed) end(); });
  document.addEventListener("keydown", (happened) => { if (happened.key === "Escape" && pressed) end(); });

  // Files.
  const base64 = (file) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });
  const send = async (list) => {
    const files = [];
    for (const file of list) files.push({ name: file.name, base64: await base64(file) });
    const said = await post("/api/files", { files });
    if (!said) return;
    if (said.study) {
      if (document.querySelector('[data-part="studies"]')) await part("studies");
      else location.assign("/what-if#studies-title");
      return;
    }
    await part("import");
    if (said.mendable) {
      const title = document.getElementById("problems-title");
      if (title) title.scrollIntoView({ block: "start" });
      return;
    }
    if (!said.account) return;
    const shown = document.createElement("pre");
    shown.textContent = said.account;
    inform(body.dataset.understood, shown);
  };
  // Mending what was not understood of spreadsheets, which are then read again.
  const mend = async (sent) => {
    const said = await post("/api/mend", sent);
    await Promise.all([part("import"), part("notices")]);
    return said;
  };
  on("click", "[data-mend]", (button) => {
    // What was typed in the same cell gives way to the button; in other cells it stays.
    const own = button.closest(".problem");
    if (own) for (const field of own.querySelectorAll("[data-cell]")) field.value = field.defaultValue;
    mend(JSON.parse(button.dataset.mend));
  });
  on("change", "[data-column]", (field) => mend({ amendments: { columns: [{ ...JSON.parse(field.dataset.column), means: field.value || null }] } }));
  on("change", "[data-sheet]", (field) => mend({ tables: [{ ...JSON.parse(field.dataset.sheet), ...(field.value === "not_read" ? { table: null, not_read: true } : { table: field.value || null }) }] }));
  const mendCells = (form) => {
    const cells = [];
    for (const field of form.querySelectorAll("[data-cell]")) {
      if (field.value !== field.defaultValue) cells.push({ ...JSON.parse(field.dataset.cell), text: field.value });
    }
    if (cells.length) mend({ amendments: { cells } });
  };
  on("change", "[data-files]", (field) => { send([...field.files]); field.value = ""; });
  on("dragover", "[data-drop-files]", (zone, happened) => happened.preventDefault());
  on("drop", "[data-drop-files]", (zone, happened) => { happened.preventDefault(); send([...happened.dataTransfer.files]); });

  // What happens elsewhere: another tab, a search.
  const seen = (happened) => { if (Number(happened.data) !== revision()) refreshTo(Number(happened.data)); };
  const answers = () => part("what-if").then(() => { if (!document.querySelector('[data-part="what-if"] .running')) part("studies"); });
  const begun = (happened) => { seen(happened); part("search"); };
  // That a search is at work is no longer so.
  const forgetBusy = () => {
    if (message.textContent === body.dataset.busy) say("");
    for (const one of document.querySelectorAll(".refusal")) if (one.textContent === body.dataset.busy) one.remove();
  };
  // A browser has few connections to one server for all tabs together: a tab out of sight gives its own back.
  let events = null;
  const listen = () => {
    if (events) events.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource("/api/events");
    for (const [name, act] of [["hello", begun], ["changed", seen], ["files", () => part("notices")], ["search", (happened) => { begun(happened); answers(); forgetBusy(); }]]) events.addEventListener(name, act);
    events.onerror = () => say(body.dataset.lost);
    events.onopen = () => { if (message.textContent === body.dataset.lost) say(""); };
  };
  setInterval(() => {
    for (const name of ["search", "what-if"]) if (document.querySelector(`[data-part="${name}"] .running`)) part(name);
  }, 1000);
  document.addEventListener("visibilitychange", () => { listen(); if (!document.hidden) { part("notices"); answers(); } });
  window.addEventListener("focus", () => part("notices"));
  listen();
  for (const place of document.querySelectorAll("[data-part]")) {
    if (place.querySelector("[data-load], [data-part]")) continue;
    const now = document.createDocumentFragment();
    now.append(...[...place.childNodes].map((one) => one.cloneNode(true)));
    drawn.set(place, now);
  }
  load(document);
  dress(document);
  if (document.querySelector(".bench")) {
    if (chosen.filter.toString()) part("students");
    if (chosen.student) part("student");
    if (asked || askedSchool) { keep(); history.replaceState(null, "", location.pathname); }
    const seat = askedSchool && [...document.querySelectorAll(".seat")].find((one) => one.dataset.drop === askedSchool);
    if (seat) seat.scrollIntoView({ block: "center" });
  }
})();
