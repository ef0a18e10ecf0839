"""Pictures that were missing when an article was saved, put into the version that lacks them."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.library.contents import row_of
from reader.library.storing import body_columns, insert_image, update
from reader.model.article import StoredImage
from reader.model.blocks import Block, BlockKind, blocks_from_json

if TYPE_CHECKING:
    from reader.library.engine import Connection, Engine, Row

_IMAGE = re.compile(r"<img\b[^>]*>")
_ALT = re.compile(r'\balt="([^"]*)"')
_SOURCE = re.compile(r'\ssrc="')


@dataclass(frozen=True, slots=True)
class MissingPictures:
    """What a version lacks: addresses of pictures, each once, and where their page stands (sent as Referer)."""

    version: int
    base: str | None
    addresses: tuple[str, ...]


class Pictures:
    """Completes the newest version of an article. The text, and with it every annotation, stays as it is."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def missing(self, id: str) -> MissingPictures:
        """Which pictures of the newest version are not stored."""
        with self._engine.reading() as connection:
            version, blocks, _ = _body(connection, id)
            sources = json.loads(version["image_sources"])
        places = _images(blocks, sources)
        lacking = dict.fromkeys(source for index, source in places if source and not blocks[index].image)
        return MissingPictures(version["number"], version["base"] or version["url"], tuple(lacking))

    def fill(self, id: str, number: int, images: Mapping[str, StoredImage]) -> int:
        """Put `images` (by address) where they are missing in a version; how many places were filled.

        Nothing happens when another version has become the newest meanwhile.
        """
        with self._engine.transaction() as connection:
            version, blocks, html = _body(connection, id)
            if version["number"] != number:
                return 0
            filled = list(blocks)
            for index, source in _images(blocks, json.loads(version["image_sources"])):
                if not blocks[index].image and source in images:
                    filled[index] = replace(blocks[index], image=images[source].sha256)
            used = {block.image for block in filled} - {block.image for block in blocks}
            for image in images.values():
                if image.sha256 in used:
                    insert_image(connection, version["seq"], image)
            columns, checksum = body_columns(filled, _html_with(html, filled))
            update(connection, "bodies", ("version", version["seq"]), columns)
            update(connection, "versions", ("seq", version["seq"]), {"body_sha256": checksum})
        return sum(before.image != after.image for before, after in zip(blocks, filled, strict=True))


def _body(connection: Connection, id: str) -> tuple[Row, tuple[Block, ...], str]:
    latest = row_of(connection, id)["latest"]
    version = connection.execute("SELECT * FROM versions WHERE seq = ?", (latest,)).fetchone()
    body = connection.execute("SELECT * FROM bodies WHERE version = ?", (latest,)).fetchone()
    blocks = blocks_from_json(json.loads(zlib.decompress(body["blocks"])))
    return version, blocks, zlib.decompress(body["html"]).decode()


def _images(blocks: Sequence[Block], sources: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(index of the block, address) of every image; nothing where they do not correspond one to one."""
    indexes = [index for index, block in enumerate(blocks) if block.kind is BlockKind.IMAGE]
    if len(indexes) == len(sources):
        yield from zip(indexes, sources, strict=True)


def _html_with(html: str, blocks: Sequence[Block]) -> str:
    """The sanitised HTML with the images of the blocks, where both have the same ones in the same order."""
    from html import unescape

    images = [block for block in blocks if block.kind is BlockKind.IMAGE]
    elements = _IMAGE.findall(html)
    described = [" ".join(unescape(match[1]).split()) if (match := _ALT.search(each)) else "" for each in elements]
    if described != [image.alt for image in images]:
        return html
    waiting = iter(images)

    def named(match: re.Match[str]) -> str:
        image = next(waiting).image
        return match[0] if not image or _SOURCE.search(match[0]) else f'<img src="lib:{image}"{match[0][4:]}'

    return _IMAGE.sub(named, html)
