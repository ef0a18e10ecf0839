"""One library: the door to this room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reader.library.annotations import Annotations
from reader.library.articles import Articles
from reader.library.attachments import Attachments
from reader.library.engine import Engine
from reader.library.health import Health
from reader.library.opening import open_engine
from reader.library.organising import Collections, Tags
from reader.library.pictures import Pictures
from reader.library.search import Search
from reader.library.site_rules import SiteRules
from reader.library.sketches import Sketches
from reader.library.waiting import Waiting

if TYPE_CHECKING:
    from reader.library.candidates import Candidates
    from reader.library.corrections import Corrections
    from reader.library.findings import Findings
    from reader.library.whole import Whole


class Library:
    """An open library file. Any thread may call anything; errors are LibraryError or NotFoundError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.index = Search(engine)
        self.tags = Tags(engine)
        self.collections = Collections(engine)
        self.annotations = Annotations(engine)
        self.articles = Articles(engine, self.index, self.tags, self.collections)
        self.site_rules = SiteRules(engine)
        self.waiting = Waiting(engine)
        self.sketches = Sketches(engine)
        self.attachments = Attachments(engine)
        self.pictures = Pictures(engine)
        self.health = Health(engine)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True, sqlite: str | None = None) -> Library:
        """Open the library at `path`, or make one; an older one is brought up to date after a verified backup.

        What may not be written is opened for reading (`read_only`). LibraryError: library_missing, library_folder,
        library_corrupt, library_foreign, library_newer, library_unreadable, library_uncreatable, library_full, ….
        `sqlite` names the SQLite module, for tests.
        """
        return cls(open_engine(Path(path).expanduser(), create=create, sqlite=sqlite))

    def candidates(self) -> Candidates:
        """Articles that may hold some words; what it has looked up it remembers, so a new one for every document."""
        from reader.library.candidates import Candidates

        return Candidates(self._engine)

    # What only digests need is imported when it is first asked for, because `reader list` must answer at once.

    @cached_property
    def corrections(self) -> Corrections:
        """Corrections of digests."""
        from reader.library.corrections import Corrections

        return Corrections(self._engine)

    @cached_property
    def digests(self) -> Findings:
        """The terms and figures of all articles."""
        from reader.library.findings import Findings

        return Findings(self._engine)

    @cached_property
    def whole(self) -> Whole:
        """All of it as plain data."""
        from reader.library.whole import Whole

        return Whole(self._engine)

    @property
    def path(self) -> Path:
        """The file."""
        return self._engine.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._engine.read_only

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that this thread writes inside holds, or nothing of it; may be nested."""
        with self._engine.transaction():
            yield

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        self._engine.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
