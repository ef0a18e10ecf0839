"""What the export dialog remembers from one paper to the next: the form of a paper, never what is in it.

Kinds, tags, people, title and number of an issue are chosen anew each time: remembered, they would leave things out of
the next paper unseen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from reader.services.exporting import ORDERS, Options, PaperBlock
from reader.settings import Settings

KEPT = (
    "order",
    "with_quotes",
    "with_sources",
    "with_creator",
    "to_fullwidth",
    "masthead",
    "unit",
    "copies_to",
    "signature",
    "pace",
)
"""Fields of `Options` that are the same in paper after paper of one office."""
DEFAULTS = {each.name: each.default for each in fields(Options)}


class ExportMemory:
    """Reads and writes `Settings.export`; what is not as it should be there counts as never chosen."""

    def __init__(self, settings: Settings) -> None:
        self._known = settings.export

    @property
    def template(self) -> str:
        """The kind of paper of last time."""
        return self._text("template", "study")

    @property
    def format(self) -> str:
        """The kind of file of last time."""
        return self._text("format", "docx")

    @property
    def is_open(self) -> bool:
        """Whether the rarer fields are shown."""
        return self._known.get("more") is True

    def set_open(self, is_open: bool) -> None:
        """They were shown or hidden."""
        self._known["more"] = is_open

    def flag(self, name: str) -> bool:
        """A switch of `Options`."""
        known = self._options().get(name)
        return known if isinstance(known, bool) else bool(DEFAULTS[name])

    @property
    def order(self) -> str:
        """How quotations are grouped."""
        known = self._options().get("order")
        return known if known in ORDERS else ORDERS[0]

    def texts(self) -> Mapping[str, Any]:
        """What was written of KEPT, as JSON has it."""
        return self._options()

    def blocks(self, template: str) -> tuple[PaperBlock, ...]:
        """The parts of a kind of paper as they were put in order; () as the template has them."""
        known = self._dict("blocks").get(template)
        found = []
        for each in known if isinstance(known, list) else ():
            match each:
                case [str(name), str(heading), bool(is_shown)]:
                    found.append(PaperBlock(name, heading, is_shown))
        return tuple(found)

    def remember(self, template: str, format: str, blocks: Sequence[PaperBlock], values: Mapping[str, Any]) -> None:
        """A paper was made so; `values` has those of KEPT that the dialog shows."""
        known = self._dict("blocks")
        known.pop(template, None)
        if blocks:
            known[template] = [[each.name, each.heading, each.is_shown] for each in blocks]
        kept = {
            name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if name in KEPT
        }
        self._known.update(template=template, format=format, blocks=known, options=self._options() | kept)

    def _text(self, name: str, default: str) -> str:
        known = self._known.get(name)
        return known if isinstance(known, str) else default

    def _dict(self, name: str) -> dict[str, Any]:
        known = self._known.get(name)
        return dict(known) if isinstance(known, dict) else {}

    def _options(self) -> dict[str, Any]:
        return self._dict("options")
