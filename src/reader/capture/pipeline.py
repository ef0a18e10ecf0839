"""From a source to a captured article: load, parse in the worker process, fetch the images."""

import re
import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from reader.capture.addresses import site_of
from reader.capture.fetch import Limits
from reader.capture.parser import Parser
from reader.capture.sources import Incoming, load
from reader.model.article import CapturedArticle, Metadata, StoredImage
from reader.model.blocks import Block, BlockKind, blocks_from_json
from reader.model.errors import CancelledError, ReaderError

Progress = Callable[[str, int, int], None]
"""(step, done, total); steps are fetch (bytes), extract and images; total is 0 when unknown. Any thread."""


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
        found = _parse(worker, incoming, encoding, cancel)
        if progress is not None:
            progress("extract", 1, 1)
        stored = _images(found, worker, incoming, limits, progress, cancel) if images else {}
    return _finish(found, incoming, stored, title, source_name)


def _step(progress: Progress | None, key: str) -> Callable[[int, int], None] | None:
    return None if progress is None else lambda done, total: progress(key, done, total)


def _stop_if(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise CancelledError


def _parse(worker: Parser, incoming: Incoming, encoding: str | None, cancel: threading.Event | None) -> dict[str, Any]:
    asked = {"media_type": incoming.fetch.media_type, "name": incoming.name, "url": incoming.base, "encoding": encoding}
    try:
        found: dict[str, Any] = worker.ask({"do": "parse", "source": asked}, incoming.fetch.raw, cancel)
    except ReaderError as error:
        error.data.setdefault("source", incoming.url or incoming.name)
        raise
    return found


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

    sources = ImageSources(incoming.base, not incoming.is_private, incoming.folder, limits)
    return fetch_images(found["images"], worker, sources, progress=_step(progress, "images"), cancel=cancel)


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
    blocks = tuple(_with_image(block, names) for block in blocks_from_json(found["blocks"]))
    return CapturedArticle(
        metadata=Metadata(
            title=title or found["title"] or _first_words(blocks) or incoming.name,
            published=found["published"],
            source=source_name or found["source"],
            author=found["author"],
            original_url=found["original_url"],
            url=incoming.url,
            site=site_of(incoming.url),
            language=found["language"],
        ),
        blocks=blocks,
        html=_name_sources(found["html"], found["token"], names),
        markdown=found["markdown"],
        encoding=found["encoding"],
        fetch=incoming.fetch,
        images=tuple({image.sha256: image for image in stored.values()}.values()),
        image_sources=tuple(found["images"]),
        truncated=found["truncated"],
    )


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


def _first_words(blocks: tuple[Block, ...]) -> str:
    first = next((block.text for block in blocks if block.text.strip()), "")
    return first if len(first) <= 40 else first[:39] + "…"
