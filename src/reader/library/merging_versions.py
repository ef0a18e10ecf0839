"""The versions of an article in a file and those that are here, put into one row by the time they were fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.library import shapes
from reader.library.storing import body_columns, insert_image, insert_version, update
from reader.model.article import CapturedArticle, Fetch, StoredFile, StoredImage
from reader.model.blocks import Block, Run, RunStyle

if TYPE_CHECKING:
    from reader.library.engine import Connection, Row


def captured(data: shapes.VersionData, contents: shapes.Contents) -> CapturedArticle:
    """A version as capturing would have handed it over; pictures that may not be shown are left out."""
    return CapturedArticle(
        metadata=data.metadata,
        blocks=tuple(_without_bad_links(block, contents) for block in data.body()),
        html=contents.html(data.html),
        markdown="",
        encoding=data.encoding,
        fetch=_fetch(data.page, contents),
        images=tuple(_images(data.images, contents)),
        image_sources=tuple(data.image_sources),
        truncated=data.truncated,
        pages=tuple(_fetch(each, contents) for each in data.further_pages),
        files=tuple(
            StoredFile(each.sha256, each.media_type, each.name, contents.read(shapes.FILES, each.sha256), each.href)
            for each in data.files
        ),
        recipe=data.recipe,
    )


def _fetch(page: shapes.Page, contents: shapes.Contents) -> Fetch:
    raw = contents.read(shapes.RAW, page.raw)
    return Fetch(raw, page.media_type, page.fetched, tuple(page.headers), page.url)


def _images(pictures: Sequence[shapes.Picture], contents: shapes.Contents) -> list[StoredImage]:
    found = []
    for each in pictures:
        if (shown := contents.image(each.sha256)) is not None:
            found.append(StoredImage(each.sha256, *shown, contents.read(shapes.IMAGES, each.sha256), each.src))
    return found


def _without_bad_links(block: Block, contents: shapes.Contents) -> Block:
    def is_good(run: Run) -> bool:
        return run.style is not RunStyle.LINK or contents.is_link(run.href)

    return block if all(map(is_good, block.runs)) else replace(block, runs=tuple(filter(is_good, block.runs)))


def merge_versions(
    connection: Connection,
    article: Row,
    theirs: Sequence[shapes.VersionData],
    contents: shapes.Contents,
    *,
    by_text: bool,
) -> tuple[dict[int, int], int]:
    """Store the versions that an article lacks: number in the file → number here, and how many were stored.

    `by_text`: the same text makes the same version, whenever it was fetched. A version that is older than the newest
    one here is put before it, so that the newest stays what it is.
    """
    rows = connection.execute(
        "SELECT seq, number, fetched, sha256, recipe FROM versions WHERE article = ? ORDER BY number", (article["seq"],)
    ).fetchall()
    here: dict[object, list[int]] = {}
    for row in rows:
        here.setdefault(row["sha256"] if by_text else (row["sha256"], row["fetched"]), []).append(row["seq"])
    order = [(row["fetched"], row["seq"]) for row in rows]
    places: dict[int, int] = {}
    added = 0
    free = article["version"] + 1
    for data in theirs:
        same = here.get(data.text if by_text else (data.text, data.page.fetched), [])
        if same:
            # Two of one text and time are told apart by their order alone.
            places[data.number] = same.pop(0) if len(same) > 1 else same[0]
            if not by_text:
                _complete(connection, places[data.number], data, contents)
            continue
        seq = insert_version(connection, article["seq"], free, captured(data, contents))
        before = next((at for at, each in enumerate(order) if each[0] > data.page.fetched), len(order))
        order.insert(before, (data.page.fetched, seq))
        places[data.number] = seq
        added, free = added + 1, free + 1
    numbers = old = {row["seq"]: row["number"] for row in rows}
    if added:
        numbers = {seq: number for number, (_, seq) in enumerate(order, 1)}
        _renumber(connection, article["seq"], old, numbers)
    return {number: numbers[seq] for number, seq in places.items()}, added


def _complete(connection: Connection, version: int, data: shapes.VersionData, contents: shapes.Contents) -> None:
    """Give a version, by its row id, the pictures that were missing here when it was saved and are in the file."""
    (here,) = connection.execute("SELECT count(*) FROM version_images WHERE version = ?", (version,)).fetchone()
    if len(data.images) <= here or len(images := _images(data.images, contents)) <= here:
        return
    made = captured(data, contents)
    columns, checksum = body_columns(made.blocks, made.html)
    update(connection, "bodies", ("version", version), columns)
    update(connection, "versions", ("seq", version), {"body_sha256": checksum})
    connection.execute("DELETE FROM version_images WHERE version = ?", (version,))
    for image in images:
        insert_image(connection, version, image)


def _renumber(connection: Connection, article: int, old: dict[int, int], new: dict[int, int]) -> None:
    """Give the versions (by row id) their numbers, and whatever names them by number too."""
    moved = [(new[seq], article, number) for seq, number in old.items() if new[seq] != number]
    for table in ("annotations", "corrections", "positions") if moved else ():
        # Through negative numbers: one that is given must not be taken for one that is still to be changed.
        connection.executemany(
            f"UPDATE {table} SET version = -?1 WHERE article = ?2 AND version = ?3", moved
        )
        connection.execute(f"UPDATE {table} SET version = -version WHERE article = ? AND version < 0", (article,))
    connection.execute("UPDATE versions SET number = -number WHERE article = ?", (article,))
    for seq, number in new.items():
        update(connection, "versions", ("seq", seq), {"number": number})
    latest, number = max(new.items(), key=lambda each: each[1])
    connection.execute(
        "UPDATE articles SET version = ?1, latest = ?2, chars = (SELECT chars FROM versions WHERE seq = ?2) "
        "WHERE seq = ?3",
        (number, latest, article),
    )
