"""Writes plaatswijzer/documents/: a TypedDict for every object of the JSON Schemas that the command prints.

    python3 contrib/python/tools/typed_dicts.py target/release/plaatswijzer

Only the standard library, and only what our schemas use: a schema that this does not know is an error. A test compares the
files with what the installed command prints.
"""

from __future__ import annotations

import json
import keyword
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

DOCUMENTS = {
    "instance": "InstanceDocument",
    "plan": "PlanDocument",
    "batch": "BatchDocument",
    "verdict": "VerdictDocument",
    "why": "WhyDocument",
    "message": "MessageLine",
}
FOLDER = Path(__file__).parents[1] / "plaatswijzer" / "documents"
WORDS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


class Module:
    """The types of one schema, in the order in which they are written."""

    def __init__(self, schema: dict[str, Any], root: str) -> None:
        self.schema = schema
        self.root = root
        self.parts: list[str] = []
        self.used = {"TypedDict"}

    def text(self, document: str) -> str:
        """The whole file."""
        for name, schema in self.schema.get("$defs", {}).items():
            if "properties" in schema:
                self.typed_dict(name, schema)
        if "properties" in self.schema:
            self.typed_dict(self.root, self.schema)
        else:
            kind = self.of(self.schema, self.root)
            self.used.add("TypeAlias")
            self.parts.append(f"{comment(self.schema, '')}{self.root}: TypeAlias = {kind}\n")
        parts = "\n\n".join(dict.fromkeys(self.parts))
        return (
            f'"""Types of `plaatswijzer schema {document}`, written by typed_dicts.py."""\n\n'
            "from __future__ import annotations\n\n"
            f"from typing import {', '.join(sorted(self.used))}\n\n\n{parts}\n"
        )

    def typed_dict(self, name: str, schema: dict[str, Any]) -> None:
        """Adds a class. Keys that may be absent, and those that no class can have, are in classes of their own."""
        required = set(schema.get("required", ()))
        bases: list[str] = []
        properties = {key: self.of(value, name + title(key)) for key, value in schema["properties"].items()}
        for total in (True, False):
            keys = [key for key in properties if (key in required) == total and keyword.iskeyword(key)]
            if keys:
                base = f"_{name}{'Required' if total else 'Optional'}Keys"
                listed = ", ".join(f"{key!r}: {properties.pop(key)!r}" for key in keys)
                self.parts.append(f"{base} = TypedDict({base!r}, {{{listed}}}, total={total})\n")
                bases.append(base)
        groups = [[key for key in properties if (key in required) == total] for total in (True, False)]
        if groups[0] and groups[1]:
            self.class_of(f"_{name}Required", {}, {key: properties[key] for key in groups[0]}, bases, schema, True)
            bases = [f"_{name}Required"]
            properties = {key: properties[key] for key in groups[1]}
        self.class_of(name, schema, properties, bases, schema, not groups[1])

    def class_of(
        self,
        name: str,
        described: dict[str, Any],
        fields: dict[str, str],
        bases: list[str],
        schema: dict[str, Any],
        total: bool,
    ) -> None:
        """Adds one class with some of the fields of a schema."""
        lines = [f"class {name}({', '.join(bases or ['TypedDict'])}{'' if total else ', total=False'}):"]
        docs = described.get("description", f"{name.lstrip('_')}." if described else "What is always there.")
        docs = docs.replace("\\", "\\\\")
        lines.append(textwrap.indent(textwrap.fill(f'"""{docs}"""', 110, break_long_words=False), "    "))
        for key, kind in fields.items():
            lines.append(f"\n{comment(schema['properties'][key], '    ')}    {key}: {kind}")
        self.parts.append("\n".join(lines) + "\n")

    def of(self, schema: Any, name: str) -> str:
        """The type of a schema; `name` is for an object that has none of its own."""
        kind = self.kind(schema, name)
        self.used |= {word for word in ("Any", "Literal") if re.search(rf"\b{word}\b", kind)}
        return kind

    def kind(self, schema: Any, name: str) -> str:
        """What `of` returns."""
        if isinstance(schema, bool) or not set(schema) - {"description", "title", "default"}:
            return "Any"
        if "$ref" in schema:
            named = str(schema["$ref"].rsplit("/", 1)[1])
            meant = self.schema["$defs"][named]
            return named if "properties" in meant else self.of(meant, named)
        if "const" in schema:
            return literal([schema["const"]])
        if "enum" in schema:
            return literal(schema["enum"])
        for choice in ("anyOf", "oneOf"):
            if choice in schema:
                return self.union(schema[choice], name)
        if "if" in schema:
            return self.union([{"type": "object", **schema["then"]}, schema["else"]], name)
        if isinstance(schema.get("type"), list):
            return self.union([{**schema, "type": kind} for kind in schema["type"]], name)
        match schema.get("type"):
            case "array":
                return f"list[{self.of(schema.get('items', True), name + 'Item')}]"
            case "object" if "properties" in schema:
                self.typed_dict(name, schema)
                return name
            case "object":
                return f"dict[str, {self.of(schema.get('additionalProperties', True), name + 'Value')}]"
            case kind if kind in WORDS:
                return WORDS[kind]
        raise ValueError(f"{name}: {json.dumps(schema)[:300]}")

    def union(self, choices: list[Any], name: str) -> str:
        """Any of some types, with all words in one literal and None last."""
        parts = [self.of(choice, name + self.variant(choice, at)) for at, choice in enumerate(choices, 1)]
        kinds = dict.fromkeys(kind for part in parts for kind in part.split(" | "))
        if "Any" in kinds:
            return "Any"
        words = [kind for kind in kinds if kind.startswith("Literal[")]
        merged = [f"Literal[{', '.join(word[8:-1] for word in words)}]"] if words else []
        others = [kind for kind in kinds if kind not in words and kind != "None"]
        return " | ".join(merged + others + ["None"] * ("None" in kinds))

    @staticmethod
    def variant(choice: Any, at: int) -> str:
        """A name for one of several objects: its tag, or its only key, or else its number."""
        properties = choice.get("properties", {}) if isinstance(choice, dict) else {}
        tags = [str(value["const"]) for value in properties.values() if isinstance(value, dict) and "const" in value]
        required: list[str] = choice.get("required", []) if properties else []
        return title(tags[0] if tags else required[0] if len(required) == 1 else str(at))


def literal(values: list[Any]) -> str:
    """One of some words."""
    return f"Literal[{', '.join(json.dumps(value) if isinstance(value, str) else repr(value) for value in values)}]"


def title(key: str) -> str:
    """A key as part of the name of a class."""
    return "".join(part[:1].upper() + part[1:] for part in key.replace("-", "_").split("_"))


def comment(schema: Any, indent: str) -> str:
    """The description as comments."""
    text = schema.get("description", "") if isinstance(schema, dict) else ""
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, 110)]
    return "".join(f"{indent}# {line}\n" for line in lines)


def modules(command: str) -> dict[str, str]:
    """The files by name, as the schemas of a command make them."""
    files = {"__init__.py": package()}
    for document, root in DOCUMENTS.items():
        printed = subprocess.run([command, "schema", document], check=True, capture_output=True).stdout
        files[f"{document}.py"] = Module(json.loads(printed), root).text(document)
    return files


def package() -> str:
    """What the package offers by itself: the documents as a whole."""
    imports = "\n".join(f"from .{document} import {root}" for document, root in sorted(DOCUMENTS.items()))
    names = ", ".join(f'"{root}"' for root in sorted(DOCUMENTS.values()))
    return f'"""Types of the documents that the command reads and writes."""\n\n{imports}\n\n__all__ = [{names}]\n'


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in modules(sys.argv[1]).items():
        (FOLDER / file).write_text(text, encoding="utf-8")
