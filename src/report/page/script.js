// Sorting, searching, and clusters that light up together; the page says all it has to say without it.
"use strict";
(() => {
  const language = document.documentElement.lang;
  const words = new Intl.Collator(language, { numeric: true });

  // What a cell is sorted by: its number, its rank, or its text. Empty cells are last.
  const key = (row, column) => {
    const cell = row.cells[column];
    const number = cell.dataset.sort ?? cell.querySelector("data")?.value;
    if (number !== undefined) return Number.parseFloat(number);
    const text = cell.textContent.trim();
    return text === "–" ? null : text;
  };
  const compare = (one, other) => {
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one === "number" || typeof other === "number") return typeof one === "number" ? -1 : 1;
    return words.compare(one, other);
  };
  const sort = (table, column, direction) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (row) => [key(row, column), row]);
    rows.sort(([one], [other]) => {
      if (one === null || other === null) return (one === null) - (other === null);
      return direction * compare(one, other);
    });
    body.append(...rows.map(([, row]) => row));
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    heads.forEach((head, column) => {
      if (head.classList.contains("no-sort")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      // Browsers leave buttons out of the headings that they repeat on paper.
      const onPaper = document.createElement("span");
      onPaper.className = "on-paper";
      onPaper.setAttribute("aria-hidden", "true");
      onPaper.textContent = head.textContent;
      button.append(...head.childNodes);
      head.append(button, onPaper);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        sort(table, column, up ? 1 : -1);
      });
    });
  }

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const whole = new Intl.NumberFormat(language);
  for (const input of document.querySelectorAll("input[type=search]")) {
    const controls = input.closest(".search");
    const output = controls.querySelector("output");
    const rows = Array.from(document.getElementById(input.dataset.for).tBodies[0].rows);
    const texts = rows.map((row) => plain(row.textContent));
    controls.hidden = false;
    input.addEventListener("input", () => {
      const wanted = plain(input.value).split(/\s+/).filter((word) => word !== "");
      let found = 0;
      rows.forEach((row, index) => {
        const is = wanted.every((word) => texts[index].includes(word));
        row.hidden = !is;
        found += is ? 1 : 0;
      });
      output.textContent = wanted.length === 0
        ? "" : `${whole.format(found)} ${output.dataset.found} ${whole.format(rows.length)}`;
    });
  }

  // A table that is larger than its frame says so.
  for (const region of document.querySelectorAll(".region")) {
    const note = region.nextElementSibling;
    if (note === null || !note.classList.contains("scrolls")) continue;
    const look = () => {
      note.hidden = region.scrollHeight <= region.clientHeight + 1 && region.scrollWidth <= region.clientWidth + 1;
    };
    new ResizeObserver(look).observe(region);
    look();
  }

  // A cluster lights up on the map and in the tables wherever one points at it.
  const light = (cluster, on) => {
    for (const one of document.querySelectorAll(`[data-cluster="${cluster}"]`)) {
      one.classList.toggle("lit", on);
    }
  };
  const of = (event) => event.target instanceof Element && event.target.closest("[data-cluster]");
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => {
      const one = of(event);
      if (one && !one.closest(".small-map")) light(one.dataset.cluster, on);
    });
  }
  document.addEventListener("keydown", (event) => {
    const one = of(event);
    if (one && event.key === "Escape") one.blur();
  });

  // Two maps side by side, of scenarios that one chooses.
  const sides = Array.from(document.querySelectorAll("select[data-side]"));
  const maps = Array.from(document.querySelectorAll(".small-map"));
  const choose = () => {
    const [first, other] = sides.map((side) => side.value);
    for (const map of maps) {
      const { scenario } = map.dataset;
      map.hidden = scenario !== first && scenario !== other;
      map.classList.toggle("first", scenario === first);
    }
  };
  for (const side of sides) {
    side.closest(".controls").hidden = false;
    side.addEventListener("change", choose);
  }
})();
