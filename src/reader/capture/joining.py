"""The parsed pages of one article, made one."""

import re
from collections.abc import Sequence
from typing import Any

from reader.capture.complexity import IMAGE_LIMIT, TEXT_LIMIT

_LATER = ("source", "author", "original_url", "published", "language")
"""What another page may say where one says nothing: writers sign at the end."""


def join(pages: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One answer of the worker out of those for the pages of an article, in order; the first page's title and token.

    Works on what `parse` answers and returns the same shape.
    """
    joined = dict(pages[0]) | {"next_page": None, "whole_page": None}
    joined["images"], joined["blocks"] = list(joined["images"]), list(joined["blocks"])
    for page in pages[1:]:
        names = _names(joined, page)
        joined["blocks"] += [_renamed_block(block, names) for block in page["blocks"]]
        joined["html"] += _renamed_html(page["html"], page["token"], names)
        joined["markdown"] = f"{joined['markdown'].rstrip()}\n\n{page['markdown'].lstrip()}"
        known = {address for address, _ in joined["files"]}
        joined["files"] = joined["files"] + [file for file in page["files"] if file[0] not in known]
        joined["embedded"] = joined["embedded"] + page["embedded"]
        joined["payload"] = joined.get("payload", b"") + page.get("payload", b"")
        joined["truncated"] = joined["truncated"] or page["truncated"]
        joined = fill(joined, page)
    return joined


def fill(page: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """A page with what another says of the same article where it says nothing itself."""
    return page | {name: page[name] or other[name] for name in _LATER}


def _names(joined: dict[str, Any], page: dict[str, Any]) -> dict[str, str]:
    """Image names of a page → their names in the whole; adds its images to those of the whole."""
    images, names = joined["images"], {}
    for index, address in enumerate(page["images"]):
        if address not in images:
            images.append(address)
        names[f"{page['token']}-{index}"] = f"{joined['token']}-{images.index(address)}"
    return names


def _renamed_block(block: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return block | {"image": names.get(block["image"], "")} if block.get("image") else block


def _renamed_html(html: str, token: str, names: dict[str, str]) -> str:
    return re.sub(rf'(?<= src="lib:)({token}-\d+)(?=")', lambda match: names.get(match[1], ""), html)


def says_more(known: Sequence[dict[str, Any]], page: dict[str, Any]) -> bool:
    """Whether most of a page's text does not stand on the known ones already."""
    texts = {block["text"] for each in known for block in each["blocks"]}
    new = sum(len(block["text"]) for block in page["blocks"] if block["text"] not in texts)
    return new * 2 > sum(len(block["text"]) for block in page["blocks"])


def holds(page: dict[str, Any], part: dict[str, Any]) -> bool:
    """Whether a page has all of another's paragraphs, and more."""
    texts = [{block["text"] for block in each["blocks"] if len(block["text"]) > 10} for each in (page, part)]
    return len(texts[0]) > len(texts[1]) and len(texts[1] - texts[0]) * 10 <= len(texts[1])


def is_full(pages: Sequence[dict[str, Any]]) -> bool:
    """Whether the pages together hold as much as one page may."""
    characters = sum(len(block["text"]) for page in pages for block in page["blocks"])
    return characters > TEXT_LIMIT or sum(len(page["images"]) for page in pages) > IMAGE_LIMIT
