// Makes the pages that are looked at: with the real command, into a folder of its own.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const AUDIENCES = { planner: ["--audience", "planner"], public: [] };

/** The reports of the village and the region, and where there are some, pages that were made before. */
export function make(binary, root, folder, ready) {
  if (ready !== undefined) return found(ready);
  const run = (...parts) => execFileSync(binary, parts, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const instances = {
    village: join(root, "tests/documents/village.json"),
    dorp: join(root, "instances/dorp.json"),
    groningen: join(root, "instances/groningen.json"),
  };
  for (const [name, instance] of Object.entries(instances)) {
    const plan = join(folder, `${name}.plan.json`);
    run("solve", instance, "-o", plan, "--time-limit", "60");
    for (const [audience, options] of Object.entries(AUDIENCES)) {
      const language = audience === "planner" ? "nl" : "en";
      const page = join(folder, `${name}-${audience}-${language}.html`);
      run("report", instance, plan, "-o", page, "--lang", language, ...options);
    }
  }
  run("batch", join(root, "tests/browser/batch.json"), "-o", join(folder, "batch"), "--gap", "0.01");
  return [...found(folder), describe(join(folder, "batch", "report.html")), ...paths(run, root, folder)];
}

/** The pages of a path: for each audience, in either language, and that of a board; and one of many years with long names. */
function paths(run, root, folder) {
  const pages = [];
  for (const [name, document] of [["path", "path.json"], ["decade", "decade.json"]]) {
    const [file, out] = [join(root, "tests/browser", document), join(folder, name)];
    run("path", file, "-o", out, "--year-by-year", "--time-limit", "60", "--lang", "en");
    const planner = join(out, "planner.html");
    run("report", file, join(out, "path.json"), "-o", planner, "--audience", "planner", "--lang", "nl");
    const [board] = readdirSync(join(out, "boards")).sort();
    pages.push(join(out, "report.html"), planner, join(out, "boards", board));
  }
  return pages.map(describe);
}

function found(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  return names.map((name) => describe(join(folder, name)));
}

/** A page with what stands in it, so that checks know what to look for. */
function describe(path) {
  const text = readFileSync(path, "utf8");
  const has = (mark) => text.includes(mark);
  return {
    path,
    name: path.split("/").slice(-2).join("/"),
    isBatch: has('id="scenarios-table"'),
    isPath: has('id="share-over-years-name"'),
    hasMap: has('class="drawing"'),
    hasLines: has('class="lines"'),
    hasHomes: has('class="show-homes"'),
  };
}
