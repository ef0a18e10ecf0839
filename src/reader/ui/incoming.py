"""What comes in by paste or drop, as sources that can be added: links, files, or a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from reader.services.folders import ADDABLE, can_be_added
from reader.text.addresses import is_web
from reader.text.links import links_amid
from reader.ui.article_model import ARTICLES_MIME

LONGEST_REMARK = 120
"""Characters that may stand beside a link (a shared title, "read this:") for the line still to be a link."""

# A host with a dot and letters at its end, as people type it: www.example.gov.cn/2025/1107
_BARE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
# README.md and page.html are names of files, whatever top-level domains there are.
_FILE_NAME = re.compile(rf"[^/?#]+\.(?:{'|'.join(suffix[1:] for suffix in ADDABLE)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """What can be added. Either `text` is set, or links and files are."""

    links: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    text: str = ""
    skipped: tuple[str, ...] = ()
    """Names of files and folders that cannot be added."""

    def __bool__(self) -> bool:
        return bool(self.links or self.files or self.text)

    @property
    def names(self) -> list[str]:
        """Links and paths as `Capturing.add` takes them, links first."""
        return [*self.links, *(str(path) for path in self.files)]

    @property
    def skipped_suffixes(self) -> list[str]:
        """The kinds of what is skipped, each once: [".pages", ".zip"]."""
        return list(dict.fromkeys(suffix for name in self.skipped if (suffix := Path(name).suffix.lower())))


def links_in(text: str) -> list[str]:
    """The links of a text that is nothing but links, one or several; empty when it is an article's text.

    A line may hold a few words beside its link, as messengers copy it, and a line of words may stand with each of
    several links: a list of titles and links is a list. A host without a scheme becomes http: a site
    that has https leads there.
    """
    links: list[str] = []
    remarks = 0
    for line in text.split("\n"):
        found = links_amid(line)
        if not found:
            words = line.split()
            if not all(_BARE.fullmatch(word) and not _FILE_NAME.fullmatch(word) for word in words):
                remarks += 1
                if len(line) > LONGEST_REMARK:
                    return []
                continue
            found = [f"http://{word}" for word in words]
        elif len(line) - sum(map(len, found)) > LONGEST_REMARK:
            return []
        links += found
    if remarks and (len(links) < 2 or remarks > len(links)):
        return []
    return list(dict.fromkeys(links))


def sources_of_text(text: str) -> Sources:
    """Links, or the text itself; nothing when it is blank."""
    links = links_in(text)
    if links:
        return Sources(links=tuple(links))
    return Sources(text=text) if text.strip() else Sources()


def sources_of_files(paths: Iterable[Path]) -> Sources:
    """Files by suffix, and folders (what is in them is found when they are added); others are named in `skipped`."""
    files: dict[Path, None] = {}
    skipped = []
    for path in paths:
        if can_be_added(path) or path.is_dir():
            files[path] = None
        else:
            skipped.append(path.name)
    return Sources(files=tuple(files), skipped=tuple(skipped))


def sources_of(mime: QMimeData) -> Sources:
    """What a clipboard or a drag brings; nothing for the program's own dragged articles."""
    if mime.hasFormat(ARTICLES_MIME):
        return Sources()
    if mime.hasUrls():
        urls = mime.urls()
        local = sources_of_files(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        links = [url.toString() for url in urls if url.scheme().lower() in ("http", "https")]
        if links or local or local.skipped:
            return Sources(links=tuple(dict.fromkeys(links)), files=local.files, skipped=local.skipped)
    return sources_of_text(mime.text()) if mime.hasText() else Sources()


def short_name(source: str) -> str:
    """What a source is called until its title is known: a link without its scheme, a file without its folder."""
    if is_web(source):
        return source.partition("//")[2].rstrip("/")
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source
