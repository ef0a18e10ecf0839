"""Annotations as comma-separated values: a table that Excel and WPS open, and that is read back without loss.

UTF-8 with a byte order mark, RFC 4180 with every field in quotation marks. The columns are those of
`reader annotations --json` and what identifies the article; tags stand one a line.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import fields

from reader.export.interchange.parsing import (
    LARGEST_FILE,
    MOST_ANNOTATIONS,
    MOST_VALUES,
    Gathering,
    day,
    decoded,
    identifier,
    metadata,
    moment,
    name,
    names,
    offset,
    words,
)
from reader.export.sheet import looks_like_formula
from reader.model.annotation import Annotation, Kind
from reader.model.article import Metadata
from reader.model.errors import InterchangeError
from reader.model.interchange import Exchange, ExchangedArticle

ABOUT = tuple(each.name for each in fields(Metadata))
OWN = (
    "id", "kind", "quote", "passage", "note", "tags", "owner", "due", "creator", "created", "modified", "orphan",
    "start", "end", "prefix", "suffix", "article", "sha256", "fetched", "article_tags",
)  # fmt: skip
COLUMNS = OWN + ABOUT

_MARK = "\ufeff"


def write(articles: Sequence[ExchangedArticle]) -> bytes:
    """A row an annotation; a line that looks like a formula gets an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(article, annotation) for article in articles for annotation in article.annotations)
    return (_MARK + out.getvalue()).encode(errors="replace")


def _row(article: ExchangedArticle, annotation: Annotation) -> list[str]:
    facts = {column: getattr(annotation, column) for column in OWN if hasattr(annotation, column)}
    facts |= {column: getattr(article.metadata, column) for column in ABOUT}
    facts |= {
        "tags": "\n".join(annotation.tags),
        "orphan": "true" if annotation.orphan else "false",
        "kind": annotation.kind.value,
        "article": article.id,
        "sha256": article.sha256,
        "fetched": article.fetched,
        "article_tags": "\n".join(article.tags),
    }
    return [shielded("" if facts[column] is None else str(facts[column])) for column in COLUMNS]


def shielded(text: str) -> str:
    """`text` with an apostrophe before every line that a spreadsheet might run.

    One that had apostrophes already gets one more, so that taking one away is the exact way back.
    """
    return "\n".join(f"'{line}" if looks_like_formula(line.lstrip("'")) else line for line in text.split("\n"))


def unshielded(text: str) -> str:
    """The inverse of `shielded`."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(
        line[1:] if line.startswith("'") and looks_like_formula(line.lstrip("'")) else line for line in lines
    )


# -- reading ------------------------------------------------------------------------------------------------------


def rows_of(data: bytes, wanted: str) -> Iterator[dict[str, str]]:
    """The rows of a table with headings, among them `wanted`, whatever separates the columns.

    InterchangeError: import_encoding, import_damaged, import_too_many, import_column (there is no such heading).
    """
    text = decoded(data)
    csv.field_size_limit(LARGEST_FILE)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    if text.count(separator) + text.count("\n") > MOST_VALUES:
        raise InterchangeError("import_too_many", limit=MOST_ANNOTATIONS)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        if wanted not in (reader.fieldnames or ()):
            raise InterchangeError("import_column", column=wanted)
        for row in reader:
            yield {key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)}
    except csv.Error as error:
        raise InterchangeError("import_damaged", place=str(reader.line_num)) from error


def read(data: bytes) -> Exchange:
    """The annotations of a table as `write` makes it, also after a spreadsheet has saved it.

    InterchangeError as `rows_of`, import_too_many.
    """
    gathering = Gathering("csv")
    for raw in rows_of(data, "quote"):
        row = {key: words(unshielded(value)) for key, value in raw.items()}
        article_id = identifier(row["article"]) if row.get("article") else ""
        about = metadata(**{column: row.get(column) for column in ABOUT})
        key = article_id or about.url or about.title
        article = ExchangedArticle(
            about,
            id=article_id,
            sha256=row.get("sha256", ""),
            fetched=moment(row.get("fetched")),
            tags=names(row.get("article_tags", "").split("\n")),
        )
        gathering.article(key, article)
        gathering.add(key, _read_annotation(row))
    return gathering.exchange()


def _read_annotation(row: dict[str, str]) -> Annotation:
    quote, note, created = row.get("quote", ""), row.get("note", ""), moment(row.get("created"))
    start, end = offset(row.get("start")), offset(row.get("end"))
    has_place = start is not None and end is not None and start < end
    kind = name(row.get("kind")).lower()
    return Annotation(
        id=identifier(row.get("id") or "\n".join((row.get("title", ""), quote, note))),
        article="",
        version=0,
        kind=Kind(kind) if kind in set(Kind) else Kind.KEY,
        quote=quote,
        start=start if has_place else None,
        end=end if has_place else None,
        prefix=row.get("prefix", ""),
        suffix=row.get("suffix", ""),
        note=note,
        tags=names(row.get("tags", "").split("\n")),
        owner=name(row.get("owner")) or None,
        due=day(row.get("due")),
        creator=name(row.get("creator")),
        created=created,
        modified=moment(row.get("modified")) or created,
        orphan=name(row.get("orphan")).lower() == "true",
        passage=name(row.get("passage")) or None,
    )
