"""Opening articles and remembering where reading stopped."""

import re
from pathlib import Path

from reader.library import Library
from reader.model.article import Article, Content, Fetch, Position, StoredImage, Version
from reader.model.errors import NotFoundError
from reader.text.passages import Passages


class Reading:
    """What the reader pane and `show` need of one article."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def resolve(self, prefix: str) -> str:
        """The whole id of the article whose id begins with `prefix`; NotFoundError when none or several do."""
        return self._library.articles.resolve(prefix)

    def article(self, article: str) -> Article:
        """The row of one article."""
        return self._library.articles.get(article)

    def content(self, article: str, number: int | None = None) -> Content:
        """The content of a version, by default the newest."""
        return self._library.articles.content(article, number)

    def markdown(self, article: str, number: int | None = None) -> str:
        """The Markdown form of a version's sanitised HTML; stored images have the address they had in the page."""
        from reader.capture.markdown import to_markdown

        html = self.content(article, number).html
        images = {name: self.image(name.removeprefix("lib:")) for name in set(re.findall(r"lib:[0-9a-f]{64}", html))}
        return to_markdown(html, {name: image.src for name, image in images.items() if image is not None})

    def web_page(self, article: str, number: int | None = None) -> str:
        """A version as one HTML page that needs nothing else: pictures stand in it."""
        from reader.services.web_page import web_page

        return web_page(self.article(article), self.content(article, number), self.image)

    def versions(self, article: str) -> list[Version]:
        """All versions, oldest first."""
        return self._library.articles.versions(article)

    def fetched(self, article: str, number: int | None = None) -> Fetch:
        """The raw bytes, headers and time a version was made from."""
        return self._library.articles.fetch(article, number)

    def image(self, sha256: str) -> StoredImage | None:
        """A stored image, or None."""
        return self._library.articles.image(sha256)

    def save_image(self, sha256: str, path: Path) -> None:
        """Write a stored image as it is to `path`, which is the old file or the whole new one.

        Raises NotFoundError, ExportError."""
        from reader.export.document import save

        stored = self.image(sha256)
        if stored is None:
            raise NotFoundError("image_not_found")
        save(stored.data, path)

    def passages(self, article: str, number: int | None = None) -> Passages:
        """The numbered sentences of a version."""
        return Passages(self.content(article, number).text)

    def position(self, article: str) -> Position | None:
        """Where reading stopped; an offset of an older version is cut to the newest text."""
        return self._library.articles.position(article)

    def save_position(self, position: Position) -> None:
        """Remember the place and the progress; an unread article becomes one that is being read."""
        self._library.articles.save_position(position)
