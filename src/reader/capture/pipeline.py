"""From a source to a captured article: load, parse in the worker process, fetch the images."""

import re
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from reader.capture.addresses import site_of
from reader.capture.charset import codec_of
from reader.capture.fetch import Limits
from reader.capture.following import follow, rejoin
from reader.capture.parser import Parser
from reader.capture.sources import Incoming, again, load
from reader.model.article import CapturedArticle, Fetch, Metadata, Recipe, StoredFile, StoredImage
from reader.model.blocks import Block, BlockKind, blocks_from_json
from reader.model.errors import CancelledError, ReaderError
from reader.model.progress import Progress


def capture(
    source: str,
    *,
    url: str | None = None,
    title: str | None = None,
    source_name: str | None = None,
    data: bytes | None = None,
    images: bool = True,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
    parser: Parser | None = None,
    limits: Limits | None = None,
    encoding: str | None = None,
    body: str = "",
    rule: str = "",
) -> CapturedArticle:
    """Capture a web link, the path of a file, or `data` (then `source` is only its name, "-" for standard input).

    `url`, `title` and `source_name` are what the user says and win over what the page says. `parser` is a worker
    process to use; without one, a process is started for this call. `encoding` overrides what the bytes say.
    Raises CaptureError and CancelledError, nothing else, whatever the input.
    """
    limits = limits or Limits()
    with ExitStack() as stack:
        worker = parser or stack.enter_context(Parser())
        if parser is None:
            worker.start()
        incoming = load(source, url=url, data=data, limits=limits, progress=_step(progress, "fetch"), cancel=cancel)
        _stop_if(cancel)
        if progress is not None:
            progress("extract", 0, 1)
        found, recipe = _parse(worker, incoming, encoding, body, rule, cancel)
        if progress is not None:
            progress("extract", 1, 1)
        whole = follow(
            found,
            incoming,
            lambda page, began: _parse(worker, page, encoding, "", recipe.body, cancel, began)[0],
            limits,
            _step(progress, "pages"),
            cancel,
        )
        found, incoming = whole.found, whole.incoming
        stored = _images(found, worker, incoming, limits, progress, cancel) if images else {}
        files = _files(found, incoming, limits, progress, cancel) if images else ()
    captured = _finish(found, incoming, stored, title, source_name)
    return replace(captured, pages=whole.pages, files=files, recipe=recipe)


def extract_again(
    kept: CapturedArticle, images: Mapping[str, StoredImage], recipe: Recipe, parser: Parser
) -> CapturedArticle:
    """Extract a captured article anew from its raw bytes, by a reader's choices; nothing is asked of the network.

    `images` are those already had, by their address. Attachments stay as they are. Raises as `capture` does.
    """
    incoming = again(kept.fetch, kept.metadata.url)
    found, made_with = _parse(parser, incoming, recipe.encoding, recipe.body, "", None)
    found = rejoin(
        found,
        kept.pages,
        lambda page, began: _parse(parser, again(page, None), recipe.encoding, "", made_with.body, None, began)[0],
    )
    stored = {address: images[address] for address in found["images"] if address in images}
    fresh = _finish(found, incoming, stored, None, None)
    return replace(fresh, pages=kept.pages, files=kept.files, recipe=made_with)


def look_again(kept: Fetch, url: str | None, recipe: Recipe, parser: Parser, what: str) -> dict[str, Any]:
    """What the worker says of a kept page: its possible bodies ("structure"), its possible beginnings ("charsets")."""
    incoming = again(kept, url)
    asked = {"media_type": kept.media_type, "name": incoming.name, "url": incoming.base, "encoding": recipe.encoding}
    found: dict[str, Any] = parser.ask({"do": what, "source": {**asked, "body": recipe.body}}, kept.raw)
    return found


def read_through(
    source: str,
    *,
    data: bytes | None = None,
    cancel: threading.Event | None = None,
    parser: Parser,
    limits: Limits | None = None,
) -> dict[str, Any]:
    """All the text of a document that is looked through and not kept, as `whole.read_whole` gives it.

    `source` and `data` as for `capture`. Raises CaptureError and CancelledError.
    """
    incoming = load(source, url=None, data=data, limits=limits or Limits(), cancel=cancel)
    asked = {"media_type": incoming.fetch.media_type, "name": incoming.name, "url": incoming.base}
    try:
        found: dict[str, Any] = parser.ask({"do": "whole", "source": asked}, incoming.fetch.raw, cancel)
    except ReaderError as error:
        error.data.setdefault("source", incoming.url or incoming.name)
        raise
    return found


def _step(progress: Progress | None, key: str) -> Callable[[int, int], None] | None:
    return None if progress is None else lambda done, total: progress(key, done, total)


def _stop_if(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise CancelledError


def _parse(
    worker: Parser,
    incoming: Incoming,
    encoding: str | None,
    body: str,
    rule: str,
    cancel: threading.Event | None,
    began: tuple[str, ...] = (),
) -> tuple[dict[str, Any], Recipe]:
    """What the worker found, and the choices it was found with."""
    recipe = Recipe(codec_of(encoding) if encoding else None, body or rule)
    asked: dict[str, Any] = {"media_type": incoming.fetch.media_type, "name": incoming.name, "url": incoming.base}
    asked |= {"asked": incoming.asked, "encoding": encoding, "began": began}
    try:
        request = {"do": "parse", "source": {**asked, "body": recipe.body}}
        found: dict[str, Any] = worker.ask(request, incoming.fetch.raw, cancel)
    except ReaderError as error:
        if rule and not body and error.code in ("body_not_found", "body_selector"):
            return _parse(worker, incoming, encoding, "", "", cancel, began)
        error.data.setdefault("source", incoming.url or incoming.name)
        raise
    return found, recipe


def _images(
    found: dict[str, Any],
    worker: Parser,
    incoming: Incoming,
    limits: Limits,
    progress: Progress | None,
    cancel: threading.Event | None,
) -> Mapping[str, StoredImage]:
    if not found["images"]:
        return {}
    from reader.capture.images import ImageSources, fetch_images

    embedded = _embedded(found)
    sources = ImageSources(incoming.base, not incoming.is_private, incoming.folder, embedded, limits)
    return fetch_images(found["images"], worker, sources, progress=_step(progress, "images"), cancel=cancel)


def _files(
    found: dict[str, Any],
    incoming: Incoming,
    limits: Limits,
    progress: Progress | None,
    cancel: threading.Event | None,
) -> tuple[StoredFile, ...]:
    if not found["files"]:
        return ()
    from reader.capture.attachments import FileSources, fetch_attachments

    sources = FileSources(incoming.base, not incoming.is_private, incoming.folder, limits)
    return fetch_attachments(found["files"], sources, progress=_step(progress, "attachments"), cancel=cancel)


def _embedded(found: dict[str, Any]) -> dict[str, bytes]:
    """The pictures that came with a document, by address."""
    pictures: dict[str, bytes] = {}
    start = 0
    for address, length in found["embedded"]:
        pictures[address] = found["payload"][start : start + length]
        start += length
    return pictures


def _finish(
    found: dict[str, Any],
    incoming: Incoming,
    stored: Mapping[str, StoredImage],
    title: str | None,
    source_name: str | None,
) -> CapturedArticle:
    names = {
        f"{found['token']}-{index}": stored[address].sha256
        for index, address in enumerate(found["images"])
        if address in stored
    }
    found_blocks = blocks_from_json(found["blocks"])
    blocks = tuple(_with_image(block, names) for block in found_blocks)
    return CapturedArticle(
        metadata=Metadata(
            title=title or found["title"] or _title_of(incoming.name, found["encoding"]) or _first_words(blocks),
            published=found["published"],
            source=source_name or found["source"],
            author=found["author"],
            original_url=found["original_url"],
            url=incoming.url or found["url"],
            site=site_of(incoming.url or found["url"]),
            language=found["language"],
        ),
        blocks=blocks,
        html=_name_sources(found["html"], found["token"], names),
        markdown=found["markdown"],
        encoding=found["encoding"],
        fetch=incoming.fetch,
        images=tuple(stored.values()),
        image_sources=tuple(_address(block, found) for block in found_blocks if block.kind is BlockKind.IMAGE),
        truncated=found["truncated"],
    )


def _address(block: Block, found: dict[str, Any]) -> str:
    """Where an image stands, by the name the worker gave it."""
    index = block.image.rpartition("-")[2]
    return str(found["images"][int(index)]) if index.isdecimal() else ""


def _with_image(block: Block, names: Mapping[str, str]) -> Block:
    if block.kind is not BlockKind.IMAGE:
        return block
    return Block(BlockKind.IMAGE, image=names.get(block.image, ""), alt=block.alt)


def _name_sources(html: str, token: str, names: Mapping[str, str]) -> str:
    """`src="lib:<token>-n"` becomes `src="lib:<sha256>"`, or goes. No page can guess the token."""

    def named(match: re.Match[str]) -> str:
        sha256 = names.get(match[1])
        return f' src="lib:{sha256}"' if sha256 else ""

    return re.sub(rf' src="lib:({token}-\d+)"', named, html)


def _title_of(name: str, encoding: str | None) -> str:
    """The name of a document without its ending; pages and texts are called by their first words instead."""
    return name.rpartition(".")[0] if encoding is None else ""


def _first_words(blocks: tuple[Block, ...]) -> str:
    first = next((block.text for block in blocks if block.text.strip()), "")
    return first if len(first) <= 40 else first[:39] + "…"
