"""The pages of a paper while somebody is still choosing what it holds: laid out once a change, drawn one by one."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.export.templates.material import Options
from reader.model.errors import CancelledError
from reader.model.summary import Summary

if TYPE_CHECKING:
    from reader.export.pdf import Layout

Compose = Callable[[Sequence[str], Options, str], Summary]
"""`Exporting.summary`."""


@dataclass(frozen=True, slots=True)
class ProofSheets:
    """What is known of the pages before they are drawn."""

    sizes: tuple[tuple[int, int], ...] = ()
    """Width and height of each page, twips."""
    fonts: tuple[str, ...] = ()
    """The families that are used."""
    blocks: frozenset[str] = frozenset()
    """The template's blocks that have something to print."""


class Proof:
    """Pages as the PDF has them. Every method is to be called in one thread, always the same: Qt's layouts are drawn,
    and deleted, where they were made."""

    def __init__(self, compose: Compose) -> None:
        self._compose = compose
        self._layout: Layout | None = None

    def renew(
        self, ids: Sequence[str], options: Options, template: str, cancel: threading.Event | None = None
    ) -> ProofSheets:
        """Lay the paper out anew; the former pages stay where that fails. Errors as `Exporting.summary` and
        `pdf.render`."""
        from reader.export.pdf import Layout

        if cancel is not None and cancel.is_set():
            raise CancelledError
        summary = self._compose(ids, options, template)
        self._layout = layout = Layout(summary, cancel, self._layout)
        blocks = frozenset(section.block for section in summary.sections if section.block)
        return ProofSheets(tuple(map(layout.size, range(len(layout)))), layout.families.used, blocks)

    def page(self, index: int, dpi: float) -> Any:
        """Page `index` (from 0) as a QImage; None where there is no such page any more."""
        layout = self._layout
        return layout.image(index, dpi) if layout is not None and index < len(layout) else None

    def print(
        self,
        device: Any,
        pages: Callable[[int], Sequence[int]],
        progress: Callable[[str, int, int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> int:
        """Print the pages of the last `renew` on a QPagedPaintDevice, those (from 0) and in the order that `pages`
        wants of so many; how many were printed. ExportError print_failed, CancelledError."""
        from reader.export.pdf_print import print_pages

        if self._layout is None:
            return 0
        return print_pages(self._layout, device, pages(len(self._layout)), progress, cancel)

    def close(self) -> None:
        """Let the pages go."""
        self._layout = None
