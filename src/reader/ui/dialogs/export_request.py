"""What the export dialog asks for, and how it has its preview made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from reader.services.exporting import Options


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Everything that the export service needs; `path` is ignored by the preview and by copying."""

    ids: tuple[str, ...]
    format: str
    path: Path
    options: Options
    template: str = "study"


Page = QImage | bytes
MakePreview = Callable[[ExportRequest], Sequence[Page]]
Run = Callable[[Callable[[], object], Callable[[object], None], Callable[[Exception], None]], object]
"""run(work, on_done, on_error): calls `work` off the UI thread and one of the others on it."""
