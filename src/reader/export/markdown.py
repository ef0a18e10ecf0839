"""A summary as Markdown, in the dialect of a notes program."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from reader.export import DEFAULT_PROFILE, logseq, obsidian
from reader.export.clean import cleaned
from reader.export.markdown_merge import is_ours, merged
from reader.export.markdown_page import Page, lines_of, text_of, written_record
from reader.export.pictures import file_name
from reader.model.summary import Item, NumberedList, Picture, Quotation, Summary

PROFILES = {"obsidian": obsidian.page, "logseq": logseq.page}
"""Names of the command line."""
_HEAD = 65_536
"""Bytes that hold the properties of a page."""


def render(summary: Summary, folder: str = "", profile: str = DEFAULT_PROFILE) -> str:
    """The document by itself, with a newline at the end of every line.

    Its pictures are links into `folder`, a path relative to the document, where the files of `picture_files` are to
    lie. Without one, only their captions are written: a picture inside the text (data:) is thousands of characters that
    most programs for Markdown do not show.
    """
    page = _page(summary, folder, profile)
    return text_of(page.header, lines_of(page))


def render_file(summary: Summary, folder: str, profile: str, old: bytes = b"") -> bytes:
    """UTF-8 for a file that can be exported to again; what a person wrote into `old`, one of ours, stays in it."""
    page = _page(summary, folder, profile)
    # A program may have saved it in another charset: such bytes come out as they went in.
    before = old.decode("utf-8", "surrogateescape")
    if is_ours(before):
        return merged(page, before).encode("utf-8", "surrogateescape")
    return text_of(page.header, [*lines_of(page), written_record(page)]).encode()


def is_own_file(path: Path, profile: str) -> bool:
    """Whether an export of ours in this dialect has made a file, so that another brings it up to date."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace").removeprefix("\ufeff")
    except OSError:
        return False
    return is_ours(head) and head.startswith("---") == (profile == DEFAULT_PROFILE)


def _page(summary: Summary, folder: str, profile: str) -> Page:
    return PROFILES[profile](cleaned(summary), quote(folder))


def picture_files(summary: Summary) -> dict[str, bytes]:
    """Name and bytes of every picture of a paper, each once."""
    pictures = [each for section in summary.sections for item in section.items for each in _pictures(item)]
    return {file_name(picture): picture.data for picture in pictures}


def _pictures(item: Item) -> Iterator[Picture]:
    if isinstance(item, Picture):
        yield item
    elif isinstance(item, Quotation):
        yield from item.pictures
    elif isinstance(item, NumberedList):
        yield from (each for entry in item.entries if entry.quotation for each in entry.quotation.pictures)
