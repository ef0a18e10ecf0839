"""What all readers of foreign files do with single values, and how they gather annotations by article."""

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from reader.model.annotation import Annotation
from reader.model.article import Metadata
from reader.model.errors import InterchangeError
from reader.model.interchange import Exchange, ExchangedArticle
from reader.text.addresses import is_web, normalise, site_of
from reader.text.folding import clean, one_line
from reader.text.json_text import TooManyValuesError, bounded

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes: a hundred thousand annotations with notes come to half of it."""
MOST_ANNOTATIONS = 100_000
MOST_VALUES = 6_000_000
"""In one file: 100 MB of commas or brackets would be gigabytes as objects."""

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_MOMENT = re.compile(_DAY.pattern + r"[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?")
_HEX_ID = re.compile("[0-9a-f]{32}")


def load_json(data: bytes) -> Any:
    """The value of a JSON file in UTF-8; InterchangeError import_damaged, import_too_many."""
    try:
        return bounded(decoded(data), MOST_VALUES)
    except TooManyValuesError as error:
        raise InterchangeError("import_too_many", limit=MOST_ANNOTATIONS) from error
    except (ValueError, RecursionError) as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InterchangeError("import_damaged", place=place) from error


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with a mark, or gb18030, in which Excel saves on a Chinese system."""
    codecs = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for codec in codecs:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise InterchangeError("import_encoding")


def words(value: object) -> str:
    """A string that may be stored; "" for anything else."""
    return clean(value) if isinstance(value, str) else ""


def name(value: object) -> str:
    """The same on one line: names, titles."""
    return one_line(words(value))


def names(value: object) -> tuple[str, ...]:
    """The names of a list, each once."""
    return tuple(dict.fromkeys(filter(None, map(name, entries(value)))))


def entries(value: object) -> list[Any]:
    """A list as it is, nothing as an empty one, anything else as a list of one: how JSON-LD writes sets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def members(value: object) -> dict[str, Any]:
    """An object, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def offset(value: object) -> int | None:
    """A count of code points, also as a spreadsheet writes it; None for anything else."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**11 else None


def moment(value: object) -> str:
    """UTC, ISO 8601 with seconds, of any usual way to write a time; a time without a zone counts as UTC; else ""."""
    text = words(value).strip()
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        match = _MOMENT.match(text) or _DAY.match(text)
        if match is None:
            return ""
        try:
            when = datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
        except ValueError:
            return ""
    try:
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def day(value: object) -> str | None:
    """YYYY-MM-DD of a date as programs and spreadsheets write it, or None."""
    match = _DAY.match(words(value).strip())
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def address(value: object) -> str | None:
    """A web address, or None: an address out of a file is never anything else."""
    text = words(value).strip()
    return normalise(text) if is_web(text) and not re.search(r"\s", text) else None


def identifier(value: str) -> str:
    """The 32 hex digits of one of our ids or a UUID; the same digits for the same foreign id always (RFC 9562, v5)."""
    bare = value.strip().lower().removeprefix("urn:uuid:").replace("-", "")
    return bare if _HEX_ID.fullmatch(bare) else uuid.uuid5(uuid.NAMESPACE_URL, value.strip()).hex


def metadata(**facts: object) -> Metadata:
    """Metadata of what a file says of an article, every field checked."""
    url = address(facts.get("url"))
    return Metadata(
        title=name(facts.get("title")),
        published=day(facts.get("published")),
        source=name(facts.get("source")) or None,
        author=name(facts.get("author")) or None,
        original_url=address(facts.get("original_url")),
        url=url,
        site=name(facts.get("site")) or (site_of(url) if url else None),
        language=name(facts.get("language")) or None,
    )


class Gathering:
    """Annotations of a file, by article, in the order of the file."""

    def __init__(self, format: str) -> None:
        self._format = format
        self._articles: dict[str, ExchangedArticle] = {}
        self._marks: dict[str, dict[str, Annotation]] = {}
        self._skipped = self._count = 0

    def article(self, key: str, article: ExchangedArticle) -> None:
        """Say what the file knows of an article; what was said first holds."""
        self._articles.setdefault(key, article)
        self._marks.setdefault(key, {})

    def add(self, key: str, annotation: Annotation) -> None:
        """Add an annotation of an article that was told of; of two with one id, the one modified last holds."""
        self._count += 1
        if self._count > MOST_ANNOTATIONS:
            raise InterchangeError("import_too_many", limit=MOST_ANNOTATIONS)
        if not (annotation.quote.strip() or annotation.note.strip() or annotation.tags):
            self.skip()
            return
        marks = self._marks[key]
        known = marks.get(annotation.id)
        if known is None or annotation.modified > known.modified:
            marks[annotation.id] = replace(annotation, article=self._articles[key].id)

    def skip(self) -> None:
        """Count an entry that is no annotation."""
        self._skipped += 1

    def exchange(self) -> Exchange:
        """All of it."""
        articles = (replace(each, annotations=self._of(key)) for key, each in self._articles.items())
        return Exchange(self._format, tuple(articles), self._skipped)

    def _of(self, key: str) -> tuple[Annotation, ...]:
        return tuple(self._marks[key].values())


def joined(parts: Iterable[str]) -> str:
    """Texts one below the other, empty ones left out."""
    return "\n".join(filter(None, parts))
