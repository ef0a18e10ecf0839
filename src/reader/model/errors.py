"""Expected trouble, as data.

An error carries a code and the facts of the case (address, status, limit), never a sentence: `messages.py` has one
sentence for every code in each language, and both the window and the command line speak it.
"""


class ReaderError(Exception):
    """Expected trouble. `code` names the sentence `error.<code>` of the catalogues, `data` fills its places."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


class CaptureError(ReaderError):
    """A source could not be fetched, decoded or read."""


class LibraryError(ReaderError):
    """The library file could not be opened, read or written."""


class NotFoundError(ReaderError):
    """An id (or its beginning) names nothing, or more than one thing."""


class AnnotationError(ReaderError):
    """An annotation was asked for that cannot be made."""


class AmbiguousQuoteError(AnnotationError):
    """A quote fits several places; `places` lists them as dicts of start, end, passage, context."""

    def __init__(self, places: list[dict[str, object]]) -> None:
        super().__init__("ambiguous", count=len(places))
        self.places = places


class CorrectionError(ReaderError):
    """A correction of a digest was asked for that cannot be made."""


class ExportError(ReaderError):
    """A document could not be made or written."""


class InterchangeError(ReaderError):
    """A file of somebody else's annotations could not be read; nothing was changed."""


class LibraryFileError(ReaderError):
    """A library file (the whole of a library in an open format) cannot be taken in."""


class ContrastError(ReaderError):
    """Articles that cannot be set side by side: too few, or too many."""


class CancelledError(ReaderError):
    """The user cancelled; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled")
