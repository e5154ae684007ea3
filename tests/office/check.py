#!/usr/bin/env python3
"""Opens our workbooks in LibreOffice, without a screen, and holds every cell against our own CSV.

    tests/office/check.py target/release/plaatswijzer [FOLDER ...]

Reports of the bundled instances are made for every audience and in both languages. A workbook that
LibreOffice warns of, a formula, a cell of another kind or with another value ends the check with 1. Workbooks
to fill in are saved by LibreOffice and imported: the instance must be the one that was written. The workbooks of
lists are opened too. Every .xlsx in the folders that are named besides is only opened.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
INSTANCES = ["tests/documents/village.json", "instances/dorp.json", "instances/groningen.json"]
LISTED = INSTANCES[:2]
TEMPLATES = ["tests/documents/complete.json", "instances/dorp.json", "instances/groningen.json"]
LANGUAGES = {"en": (",", "."), "nl": (";", ",")}
# In the order in which they are read; lists of boards and clusters come after them.
TABLES = ["goals", "clusters", "boards", "schools", "placements", "left_out", "changes", "indicators", "rules"]
# That no Java was found says nothing of a workbook.
HARMLESS = ("convert ", "Warning: failed to launch javaldx", "Overwriting: ")
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def name(prefixed):
    space, word = prefixed.split(":")
    return f"{{{SPACES[space]}}}{word}"


def dangerous(folder):
    """An instance in which schools, boards and students are called like formulas."""
    document = json.loads((ROOT / "instances/dorp.json").read_text(encoding="utf-8"))
    signs = ["=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://x";"y")', "a;=1+1", "\t=1"]
    for number, entry in enumerate(document["schools"] + document["boards"]):
        entry["name"] = f"{signs[number % len(signs)]} {number}"
    document["name"] = "=1+1 & &D\r"
    path = folder / "dangerous.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def run(command, *arguments):
    ended = subprocess.run(
        [str(command), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if ended.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))}: {ended.stderr}")


def reports(command, folder):
    """Writes all reports; gives name and language of each."""
    made = []
    for instance in [*(ROOT / path for path in INSTANCES), dangerous(folder)]:
        plan = folder / f"{instance.stem}.plan.json"
        run(command, "solve", instance, "-o", plan, "--time-limit", "300")
        board = json.loads(instance.read_text(encoding="utf-8"))["boards"][0]["id"]
        for audience in (["planner"], ["board", "--board", board], ["public"]):
            for language in LANGUAGES:
                report = f"{instance.stem}-{audience[0]}-{language}"
                (folder / report).mkdir()
                for target in (f"{report}.xlsx", f"{report}/{{}}.csv"):
                    rest = ["--lang", language, "--audience", *audience]
                    run(command, "report", instance, plan, "-o", folder / target, *rest)
                made.append((report, language))
    return made


def contacts(instance, folder):
    """Contacts of all students of an instance, with what a spreadsheet might take for a formula."""
    document = json.loads(instance.read_text(encoding="utf-8"))
    person = {"first_name": "=1+1", "last_name": "-2", "email": "@x", "telephone": "+31 6 1"}
    of = lambda key, contact: [{"id": one["id"], **contact} for one in document.get(key, [])]
    path = folder / f"{instance.stem}.people.json"
    path.write_text(json.dumps({
        "format": "plaatswijzer/contacts/1",
        "students": of("students", {"contact": person}),
        "clusters": of("clusters", {"trainer": {"name": "=2+2", "email": "+x"}}),
    }), encoding="utf-8")
    return path


def lists(command, folder):
    """Writes the lists of some plans; gives their workbooks, with names that differ."""
    made = []
    for instance in [*(ROOT / path for path in LISTED), folder / "dangerous.json"]:
        for language in LANGUAGES:
            archive = folder / f"{instance.stem}-lists-{language}.zip"
            people = ["--contacts", contacts(instance, folder)]
            plan = folder / f"{instance.stem}.plan.json"
            run(command, "report", instance, plan, "-o", archive, "--lists", "--lang", language, *people)
            with zipfile.ZipFile(archive) as opened:
                for number, name in enumerate(sorted(opened.namelist())):
                    if name.endswith(".xlsx"):
                        book = folder / f"{archive.stem}-{number}.xlsx"
                        book.write_bytes(opened.read(name))
                        made.append(book)
    return made


def templates(command, folder):
    """Writes blank workbooks to fill in, and some with an instance in them."""
    made = []
    for language in LANGUAGES:
        for instance in [None, *TEMPLATES]:
            stem = pathlib.Path(instance).stem if instance else "blank"
            template = folder / f"template-{stem}-{language}.xlsx"
            whose = ["--from", ROOT / instance] if instance else []
            run(command, "import", "--template", *whose, "--lang", language, "-o", template)
            made.append(template)
    return made


def saved_and_imported(command, templates, folder):
    """What comes of workbooks that LibreOffice has saved must be what comes of them as they were written."""
    converted(templates, folder, "saved", "xlsx")
    for template in templates:
        documents = []
        for book in (template, folder / "saved" / template.name):
            document = book.with_suffix(".json")
            run(command, "import", "--workbook", book, "-o", document)
            documents.append(document.read_bytes())
        if documents[0] != documents[1]:
            sys.exit(f"{template.name}: another instance when LibreOffice has saved it")


def converted(workbooks, folder, into, kind):
    """Has LibreOffice read workbooks and write what it understood; complaints end the check."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", kind, "--outdir", str(folder / into), *map(str, workbooks)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (ended.stdout + ended.stderr).splitlines()
    complaints = [line for line in lines if line.strip() and not line.startswith(HARMLESS)]
    missing = [book.name for book in workbooks if not (folder / into / f"{book.stem}.{kind}").exists()]
    if ended.returncode != 0 or complaints or missing:
        sys.exit("\n".join(["LibreOffice complains.", *complaints, *missing]))


def text_of(element):
    """The text of a cell: paragraphs, runs of blanks, tabs and line breaks."""
    text = element.text or ""
    for child in element:
        if child.tag == name("text:s"):
            text += " " * int(child.get(name("text:c"), "1"))
        elif child.tag == name("text:tab"):
            text += "\t"
        elif child.tag == name("text:line-break"):
            text += "\n"
        else:
            text += text_of(child)
        text += child.tail or ""
    return text


def value_of(cell):
    if cell.get(name("table:formula")):
        sys.exit(f"a formula: {cell.get(name('table:formula'))}")
    kind = cell.get(name("office:value-type"))
    if kind is None:
        return None
    if kind == "string":
        return "\n".join(text_of(part) for part in cell.findall("text:p", SPACES))
    if kind not in ("float", "percentage", "currency"):
        sys.exit(f"a cell of kind {kind}")
    return float(cell.get(name("office:value")))


def own_rows(table):
    """The rows of a sheet, which may be in groups, without those of tables inside it."""
    groups = [name(f"table:{group}") for group in ("table-rows", "table-header-rows", "table-row-group")]
    for part in table:
        if part.tag == name("table:table-row"):
            yield part
        elif part.tag in groups:
            yield from own_rows(part)


def sheets(path):
    """The sheets as LibreOffice understood them: name and rows, without what is empty at the end."""
    found = []
    # A chart brings a table of its own, inside the sheet that it is drawn on.
    for sheet in ET.parse(path).getroot().findall("./office:body/office:spreadsheet/table:table", SPACES):
        rows = []
        for row in own_rows(sheet):
            cells = []
            for cell in row.findall("table:table-cell", SPACES):
                cells += [value_of(cell)] * int(cell.get(name("table:number-columns-repeated"), "1"))
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                rows += [cells] * int(row.get(name("table:number-rows-repeated"), "1"))
        found.append((sheet.get(name("table:name")), rows))
    return found


def unguarded(text):
    """A text without the apostrophes that CSV has and workbooks do not need."""
    return text.replace("'", "").strip()


def difference(rows, path, language):
    """Where a sheet differs from a table in CSV; None where it does not."""
    delimiter, point = LANGUAGES[language]
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=delimiter))
    if len(table) != len(rows):
        return f"{len(rows)} rows, and {len(table)} in CSV"
    percent = [title.endswith(" (%)") for title in table[0]]
    for number, (row, other) in enumerate(zip(rows, table)):
        row = row + [None] * (len(other) - len(row))
        if len(row) != len(other):
            return f"row {number}: {len(row)} cells, and {len(other)} in CSV"
        for cell, word, share in zip(row, other, percent):
            if isinstance(cell, float):
                try:
                    same = abs(cell * (100 if share else 1) - float(word.replace(point, "."))) < 1e-6
                except ValueError:
                    same = False
            else:
                # Titles in CSV say percent, and figures kilometres.
                word = word.removesuffix(" (%)") if number == 0 else word.removesuffix(" (km)")
                cell = cell or ""
                cell = cell if number == 0 else cell.removesuffix(" (km)")
                same = unguarded(cell) == unguarded(word)
            if not same:
                return f"row {number}: {cell!r}, and {word!r} in CSV"
    return None


def compare(folder, report, language):
    """Holds all sheets of a report against its tables; gives the number of cells."""
    tables = {path.stem: path for path in (folder / report).glob("*.csv")}
    for key, path in list(tables.items()):
        if len(path.read_text(encoding="utf-8-sig").splitlines()) == 1:
            del tables[key]
    single = [key for key in TABLES if key in tables]
    first, *others = sheets(folder / "opened" / f"{report}.fods")
    if not first[1]:
        sys.exit(f"{report}: the summary is empty")
    for number, (sheet, (title, *rows)) in enumerate(others):
        if len(title) != 1:
            sys.exit(f"{report}, sheet {sheet}: no title above the table")
        if number < len(single):
            found = difference(rows, tables.pop(single[number]), language)
        else:
            # Of lists any that agrees is the one.
            found = [key for key, path in tables.items() if not difference(rows, path, language)]
            found = None if found and tables.pop(found[0]) else "no table agrees"
        if found:
            sys.exit(f"{report}, sheet {sheet}: {found}")
    if tables:
        sys.exit(f"{report}: no sheet for {', '.join(tables)}")
    return sum(len(row) for _, rows in others for row in rows[1:])


def main():
    command, *folders = sys.argv[1:]
    command = pathlib.Path(command).resolve()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        made = reports(command, folder)
        workbooks = [folder / f"{report}.xlsx" for report, _ in made]
        named = [book for one in folders for book in sorted(pathlib.Path(one).glob("*.xlsx"))]
        to_fill_in = templates(command, folder)
        listed = lists(command, folder)
        converted([*workbooks, *named], folder, "opened", "fods")
        converted(listed, folder, "listed", "fods")
        for book in listed:
            # Reads every cell: a formula ends the check.
            if not all(rows for _, rows in sheets(folder / "listed" / f"{book.stem}.fods")):
                sys.exit(f"{book.stem}: an empty sheet")
        print(f"{len(listed)} workbooks of lists opened without a warning or a formula.")
        cells = sum(compare(folder, report, language) for report, language in made)
        print(f"{len(workbooks) + len(named)} workbooks opened without a warning, {cells} cells agree.")
        saved_and_imported(command, to_fill_in, folder)
        print(f"{len(to_fill_in)} workbooks to fill in saved and imported: the same instances.")


if __name__ == "__main__":
    main()
