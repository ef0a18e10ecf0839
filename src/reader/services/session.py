"""One open library with the services around it."""

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader import paths
from reader.library import Library
from reader.services.annotating import Annotating
from reader.services.capturing import Capturing
from reader.services.health import Health
from reader.services.organising import Organising
from reader.services.reading import Reading
from reader.services.reposts import RepostFinder
from reader.services.searching import Searching

if TYPE_CHECKING:
    from reader.services.attaching import Attaching
    from reader.services.comparing import Comparing
    from reader.services.completing import Completing
    from reader.services.contrasting import Contrasting
    from reader.services.digesting import Digesting
    from reader.services.exporting import Exporting
    from reader.services.feeds import Feeds
    from reader.services.interchange import Interchange
    from reader.services.moving import Moving
    from reader.services.outputs import Outputs
    from reader.services.refetching import Refetching
    from reader.services.revising import Revising
    from reader.services.suggesting import Suggesting
    from reader.services.verifying import Verifying
    from reader.services.waiting import Waiting


class Session:
    """Everything a user can do with one library; any thread may call any of it.

    `creator` is the reader's own name, written on annotations and papers. Raises LibraryError when the file cannot be
    opened; a library that cannot be written is opened for reading (`read_only`). Services that only some commands need
    are imported when they are first asked for, because `reader list` must answer at once.
    """

    def __init__(self, library: Path | None = None, *, creator: str = "", create: bool = True) -> None:
        self.library = Library.open(library or paths.default_library(), create=create)
        self.reading = Reading(self.library)
        self.organising = Organising(self.library)
        self.annotating = Annotating(self.library, creator)
        self.reposts = RepostFinder(self.library)
        self.capturing = Capturing(self.library, self.annotating, self.reposts)
        self.searching = Searching(self.library)
        self.health = Health(self.library)

    @cached_property
    def exporting(self) -> "Exporting":
        """Papers."""
        from reader.services.exporting import Exporting

        return Exporting(
            self.library, lambda ids: self.contrasting.contrast(ids), lambda key: self.digesting.digest(key)
        )

    @cached_property
    def attaching(self) -> "Attaching":
        """Attachments."""
        from reader.services.attaching import Attaching

        return Attaching(self.library, self.capturing)

    @cached_property
    def comparing(self) -> "Comparing":
        """What changed between versions."""
        from reader.services.comparing import Comparing

        return Comparing(self.library)

    @cached_property
    def completing(self) -> "Completing":
        """Pictures that are missing."""
        from reader.services.completing import Completing

        return Completing(self.library, self.capturing.parser)

    @cached_property
    def contrasting(self) -> "Contrasting":
        """Reports side by side."""
        from reader.services.contrasting import Contrasting

        return Contrasting(self.library, self.digesting.digested)

    @cached_property
    def digesting(self) -> "Digesting":
        """What reports say."""
        from reader.services.digesting import Digesting

        return Digesting(self.library)

    @cached_property
    def feeds(self) -> "Feeds":
        """Feeds and column pages."""
        from reader.services.feeds import Feeds

        return Feeds(self.library)

    @cached_property
    def interchange(self) -> "Interchange":
        """Annotations in files of other programs."""
        from reader.services.interchange import Interchange

        return Interchange(self.library, self.annotating)

    @cached_property
    def moving(self) -> "Moving":
        """The whole library in an open format."""
        from reader.services.moving import Moving

        return Moving(self.library, self.annotating, self.reposts, self.capturing.parser)

    @cached_property
    def outputs(self) -> "Outputs":
        """The kinds of files that papers and marks can leave in."""
        from reader.services.outputs import Outputs

        return Outputs(self.exporting, self.interchange)

    @cached_property
    def refetching(self) -> "Refetching":
        """Fetching articles again."""
        from reader.services.refetching import Refetching

        return Refetching(self.library, self.capturing)

    @cached_property
    def revising(self) -> "Revising":
        """Corrections from the kept page."""
        from reader.services.revising import Revising

        return Revising(self.library, self.annotating, self.capturing.parser)

    @cached_property
    def suggesting(self) -> "Suggesting":
        """Places for lost marks."""
        from reader.services.suggesting import Suggesting

        return Suggesting(self.library)

    @cached_property
    def verifying(self) -> "Verifying":
        """Quotations of documents, checked."""
        from reader.services.verifying import Verifying

        return Verifying(self.library, self.capturing.parser)

    @cached_property
    def waiting(self) -> "Waiting":
        """Links that wait for the network."""
        from reader.services.waiting import Waiting

        return Waiting(self.library, self.capturing)

    @property
    def library_path(self) -> Path:
        """The file of the open library."""
        return self.library.path

    @property
    def read_only(self) -> bool:
        """Whether the library can only be read."""
        return self.library.read_only

    @property
    def creator(self) -> str:
        """The reader's own name."""
        return self.annotating.creator

    @creator.setter
    def creator(self, name: str) -> None:
        self.annotating.creator = name

    def close(self) -> None:
        """Close the library and end the worker processes of capturing and digesting."""
        self.capturing.close()
        if "digesting" in self.__dict__:
            self.digesting.close()
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
