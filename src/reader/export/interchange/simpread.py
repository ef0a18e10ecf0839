"""The file in which 简悦 keeps its reading list and marks, `simpread_config.json`.

Its site documents the exports as Markdown that everybody shapes with a template of their own, which no reader can
take apart. The file itself is read as its author's plugin for Obsidian reads it (https://github.com/Kenshin, main.js):
`unrdist` is a list of articles (`idx`, `title`, `url`, `desc`, `note`, `tags`, `create` as 2022年09月01日 10:00:00),
each with `annotations` (`id`, the milliseconds of its making; `text`, `html`, `type`, `note`, `tags`). Settings and
the tokens of accounts, which stand in the same file, are not looked at.
"""

from datetime import UTC, datetime
from typing import Any

from reader.export.interchange.parsing import (
    Gathering,
    entries,
    identifier,
    load_json,
    members,
    metadata,
    moment,
    name,
    names,
    words,
)
from reader.model.annotation import Annotation, Kind
from reader.model.interchange import Exchange, ExchangedArticle


def read(data: bytes) -> Exchange:
    """All marks and all notes on articles; what was only saved, without either, is left out.

    InterchangeError: import_damaged, import_too_many.
    """
    gathering = Gathering("simpread")
    for article in map(members, entries(members(load_json(data)).get("unrdist"))):
        url, title = name(article.get("url")), name(article.get("title"))
        marks = [_mark(url or title, each) for each in map(members, entries(article.get("annotations")))]
        if note := words(article.get("note")).strip():
            made = moment(article.get("create"))
            own = identifier(f"simpread:{url or title}#note")
            marks.append(Annotation(own, "", 0, Kind.KEY, note=note, created=made, modified=made))
        if marks:
            about = metadata(title=title, url=url)
            gathering.article(url or title, ExchangedArticle(about, tags=names(article.get("tags"))))
        for mark in marks:
            gathering.add(url or title, mark)
    return gathering.exchange()


def _mark(article: str, mark: dict[str, Any]) -> Annotation:
    # A marked picture has its address for a text.
    is_picture = mark.get("type") == "img"
    text, note = words(mark.get("text")).strip(), words(mark.get("note")).strip()
    made = _made(mark.get("id"))
    return Annotation(
        id=identifier(f"simpread:{article}#{words(str(mark.get('id') or text))}"),
        article="",
        version=0,
        kind=Kind.KEY,
        quote="" if is_picture else text,
        note="\n".join(filter(None, (text, note))) if is_picture else note,
        tags=names(mark.get("tags")),
        created=made,
        modified=made,
    )


def _made(milliseconds: object) -> str:
    try:
        return datetime.fromtimestamp(int(str(milliseconds)) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""
