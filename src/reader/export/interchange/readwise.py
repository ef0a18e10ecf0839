"""Highlights that Readwise exports as CSV.

Columns as it documents them (https://docs.readwise.io/readwise/docs/exporting-highlights): Highlight, Book Title, Book
Author, Amazon Book ID, Note, Color, Tags, Location Type, Location, Highlighted at, Document tags. The colour says
nothing that this program has a place for.
"""

from reader.export.interchange.parsing import Gathering, identifier, metadata, moment, names, words
from reader.export.interchange.table import rows_of
from reader.model.annotation import Annotation, Kind
from reader.model.interchange import Exchange, ExchangedArticle


def read(data: bytes) -> Exchange:
    """A highlight a row, by title and author. InterchangeError as `table.rows_of`, import_too_many."""
    gathering = Gathering("readwise")
    for row in rows_of(data, "Highlight"):
        title, author = row.get("Book Title", ""), row.get("Book Author", "")
        url = row.get("URL") or row.get("Source URL")
        key = "\n".join((title, author))
        about = metadata(title=title, author=author, url=url)
        gathering.article(key, ExchangedArticle(about, tags=names(row.get("Document tags", "").split(","))))
        made = moment(row.get("Highlighted at"))
        facts = (title, row.get("Amazon Book ID", ""), row.get("Location", ""), row["Highlight"])
        gathering.add(
            key,
            Annotation(
                id=identifier("readwise:" + "\n".join(facts)),
                article="",
                version=0,
                kind=Kind.KEY,
                quote=words(row["Highlight"]).strip(),
                note=words(row.get("Note", "")).strip(),
                tags=names(row.get("Tags", "").split(",")),
                created=made,
                modified=made,
            ),
        )
    return gathering.exchange()
