"""The verb `contrast`: several reports side by side."""

from typing import Any

from reader.cli.output import table
from reader.cli.run import Answer, Run
from reader.model.contrast import Cell, Contrast, Mention, Sheet
from reader.services.contrasting import grid

WIDTH = 24
"""Columns of the terminal that a cell takes at most; --json has all of it."""


def contrast(run: Run) -> Answer:
    """What articles count and what they do, one row for what means the same."""
    found = run.session.contrasting.contrast(run.articles())
    return Answer(contrast_row(found), lambda: "\n\n".join(_text(run, found, sheet) for sheet in Sheet))


def _text(run: Run, found: Contrast, sheet: Sheet) -> str:
    title = run.say(f"contrast.title.{sheet}")
    rows = grid(found, sheet, run.output.say)
    if len(rows) == 1:
        return f"{title}\n{run.say(f'contrast.none.{sheet}')}"
    return f"{title}\n{table(rows, [WIDTH] * len(rows[0]))}"


def contrast_row(found: Contrast) -> dict[str, Any]:
    """The JSON of a contrast: null where a report says nothing, and for every mention its place."""
    return {
        "version": 1,
        "reports": [{"id": each.article, "title": each.title, "name": each.name} for each in found.reports],
        "figures": [
            {"label": row.label, "unit": row.unit, "cells": [_cell(cell) for cell in row.cells]}
            for row in found.figures
        ],
        "practices": [
            {"label": row.label, "level": row.level, "cells": [_cell(cell) for cell in row.cells]}
            for row in found.practices
        ],
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    return {"text": cell.text, "mentions": [_mention(mention) for mention in cell.mentions]} if cell else None


def _mention(mention: Mention) -> dict[str, Any]:
    row: dict[str, Any] = {"text": mention.text, "start": mention.start, "end": mention.end}
    if mention.field != "body":
        row["field"] = mention.field.value
    return row | {"passage": mention.passage or None} | ({"wording": mention.wording} if mention.wording else {})
