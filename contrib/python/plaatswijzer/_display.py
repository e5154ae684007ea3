"""What a notebook shows of a plan."""

from __future__ import annotations

import html
import re

STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
MAP = re.compile(r'<svg class="drawing".*?</svg>', re.DOTALL)


def as_html(summary: str, page: str) -> str:
    """The first lines of the summary and the map of the page, which keeps its style in a frame of its own."""
    headline = html.escape(summary.split("\n\nStudents\n")[0].strip())
    style, drawing = STYLE.search(page), MAP.search(page)
    shown = ""
    if style and drawing:
        figure = f'<figure class="map"><div class="frame">{drawing[0]}</div></figure>'
        inside = f'<!DOCTYPE html><meta charset="utf-8">{style[0]}{figure}'
        shown = (
            '<iframe sandbox="" title="Map of the plan" style="width:100%;height:34em;border:0" '
            f'srcdoc="{html.escape(inside)}"></iframe>'
        )
    return f"<pre>{headline}</pre>{shown}"
