"""How the command line speaks: results on stdout, as JSON or for people; messages and progress on stderr."""

import contextlib
import json
import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from reader.messages import Messages

SHORT_ID = 8
"""Hex digits of an id that people are shown: unambiguous among a few ten thousand articles."""

BAR_WIDTH = 24
REDRAW_SECONDS = 0.1
"""The bar is drawn at most ten times a second."""

_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""Control characters and direction overrides: a title from the web must not steer the terminal.

A carriage return before a newline is harmless: RIS ends its lines so.
"""


def printable(text: str) -> str:
    """`text` with what could steer a terminal replaced by U+FFFD; tabs and line ends stay."""
    return _UNSAFE.sub("\ufffd", text)


def width(text: str) -> int:
    """Columns that `text` takes in a terminal: two for a full-width character."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(bool(unicodedata.combining(character)) for character in text)


def shortened(text: str, columns: int) -> str:
    """`text` cut to so many columns, with … where it was cut."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += width(character)
        if used > columns:
            break
        kept += character
    return kept + "…"


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Rows in columns of at most `widths` (0: as wide as it is); full-width characters count two."""
    cells = [
        [shortened(cell, limit) if limit else cell for cell, limit in zip(row, widths, strict=True)] for row in rows
    ]
    columns = [max((width(row[index]) for row in cells), default=0) for index in range(len(widths))]
    lines = []
    for row in cells:
        padded = (cell + " " * (column - width(cell)) for cell, column in zip(row, columns, strict=True))
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


class Output:
    """Where one run of the command line writes; `is_json` keeps stdout for one JSON value."""

    def __init__(self, say: Messages, *, is_json: bool) -> None:
        self.say = say
        self.is_json = is_json

    def json(self, value: object) -> None:
        """One JSON value in UTF-8, whatever the locale. A lone surrogate is written as the escape JSON has for it."""
        text = json.dumps(value, ensure_ascii=False, indent=2)
        self.exactly((text + "\n").encode("utf-8", "backslashreplace"))

    def exactly(self, data: bytes) -> None:
        """Bytes as they are."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def line(self, text: str) -> None:
        """A line of the result, for people; nothing with --json."""
        if not self.is_json and text:
            print(printable(text), flush=True)

    def message(self, text: str) -> None:
        """A line on stderr: what went wrong, or what was done besides."""
        # Without a stderr (closed by the caller) there is nobody to tell.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            print(f"reader: {printable(text)}", file=sys.stderr, flush=True)

    def error(self, error: Exception) -> None:
        """The sentence of an error, on stderr."""
        self.message(self.say.error(error))

    def progress(self) -> "ProgressBar":
        """A bar on stderr, which shows nothing unless that is a terminal."""
        return ProgressBar(self.say, sys.stderr)


class ProgressBar:
    """One line on a terminal that says which step is running and how far it is; gone when it is closed."""

    def __init__(self, say: Messages, stream: TextIO) -> None:
        self._say = say
        self._stream = stream
        self._is_shown = stream.isatty()
        self._label = ""
        self._drawn = 0.0

    def begin(self, label: str) -> None:
        """What is being worked on, shown before the step."""
        self._label = printable(label)
        self._draw(self._label)

    def __call__(self, step: str, done: int, total: int) -> None:
        """The callback of services: the step `progress.<step>`, how much is done, and of how much (0: not known)."""
        now = time.monotonic()
        if now - self._drawn < REDRAW_SECONDS and done != total:
            return
        self._drawn = now
        self._draw(f"{bar(done, total)} {self._say(f'progress.{step}')}  {self._label}")

    def close(self) -> None:
        """Wipe the line."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, text: str) -> None:
        if self._is_shown:
            self._stream.write("\r\x1b[K" + shortened(text, _terminal_columns() - 1))
            self._stream.flush()


def bar(done: int, total: int) -> str:
    """"━━━━━━──────  50 %", or the bare amount when the whole is not known."""
    if total <= 0:
        return f"{done:,}" if done else "…"
    filled = min(BAR_WIDTH, done * BAR_WIDTH // total)
    return f"{'━' * filled}{'─' * (BAR_WIDTH - filled)} {min(100, done * 100 // total):3d} %"


def _terminal_columns() -> int:
    with contextlib.suppress(OSError, ValueError):
        return max(20, os.get_terminal_size(sys.stderr.fileno()).columns)
    return 80


@contextlib.contextmanager
def shown(progress: ProgressBar) -> Iterator[ProgressBar]:
    """The bar for the time of a block."""
    try:
        yield progress
    finally:
        progress.close()


def facts(rows: Sequence[tuple[str, Any]]) -> str:
    """"label  value" lines, without those that have no value."""
    return table([(label, str(value)) for label, value in rows if value not in (None, "", (), [])], (0, 0))
