"""The user's preferences and the state of the window, in one JSON file."""

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from reader import paths


@dataclass
class Settings:
    """Preferences with their defaults; an unreadable or older file loses nothing but what it spoiled."""

    language: str = ""
    """"zh_CN", "en", or "" to follow the system."""
    theme: str = "auto"
    """"auto", "light", "sepia" or "dark"."""
    day_theme: str = "light"
    """What "auto" shows by day: "light" or "sepia"."""
    reader_name: str = ""
    """The reader's own name, on annotations and papers."""
    font: str = "song"
    """Article face: "song" (宋), "hei" (黑) or "fangsong" (仿宋)."""
    text_size: int = 18
    """Body size of the reader, px, 14 to 28."""
    line_height: float = 1.8
    """Times the size, 1.4 to 2.4."""
    measure: int = 40
    """Characters a line, 28 to 44."""
    passages: bool = False
    """Whether the margin shows 段-句 numbers."""
    last_kind: str = "key"
    export_folder: str = ""
    """Where the last document went."""
    citation_style: str = "gbt7714-2025"
    export: dict[str, Any] = field(default_factory=dict)
    """How the last papers were made, as the export dialog stores it."""
    window: dict[str, Any] = field(default_factory=dict)
    """Geometry, splitter sizes and open panes, as the window stores them."""
    hints: list[str] = field(default_factory=list)
    """Hints that were shown once and shall not come again."""


def load(path: Path | None = None) -> Settings:
    """The settings of `path` (default: the user's); values of a wrong type fall back to their default."""
    values: dict[str, Any] = {}
    with contextlib.suppress(OSError, ValueError, RecursionError):
        read = json.loads((path or paths.settings_file()).read_text(encoding="utf-8"))
        values = read if isinstance(read, dict) else {}
    settings = Settings()
    for each in fields(Settings):
        value, default = values.get(each.name), getattr(settings, each.name)
        if isinstance(value, type(default)) and not (isinstance(value, bool) and not isinstance(default, bool)):
            setattr(settings, each.name, value)
        elif isinstance(default, float) and type(value) is int:
            setattr(settings, each.name, float(value))
    return settings


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings; raises OSError."""
    data = json.dumps(asdict(settings), ensure_ascii=False, indent=2).encode()
    paths.write_atomically(path or paths.settings_file(), data)
