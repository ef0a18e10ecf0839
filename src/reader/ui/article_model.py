"""The articles of a list as Qt sees them: all ids at once, the rows only where somebody looks."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QLocale, QMimeData, QModelIndex, QObject, QStringListModel, Qt

from reader.model.article import Article, Status
from reader.text.length import reading_minutes
from reader.ui.parts import plain_tooltip

PAGE = 200
"""Rows fetched at once: several screens, and still only milliseconds of a library's time."""

KEPT = 50 * PAGE
"""Rows remembered at most, so that scrolling through a large library does not pile up all of it."""

ARTICLES_MIME = "application/x-yandu-reader-articles"
"""Ids of dragged articles in ASCII, one a line."""

ARTICLE_ROLE = Qt.ItemDataRole.UserRole
"""The `Article` of a row, or None when it is gone from the library."""
WARNING_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is wrong with an article, in a few words, or ""."""

FetchRows = Callable[[Sequence[str]], Sequence[Article]]


def dragged_ids(mime: QMimeData) -> list[str]:
    """The ids of articles that are dragged; empty for any other drag."""
    return bytes(mime.data(ARTICLES_MIME).data()).decode("ascii", "ignore").split()


class ArticleModel(QStringListModel):
    """A list over ids. `fetch_rows(ids)` gives their articles in the same order, leaving out those that are gone.

    The ids are the strings of Qt's own model: a view asks for the number of rows twice for every row that it lays out,
    and only Qt's own answer lets it lay out 100,000 at once.
    """

    def __init__(self, fetch_rows: FetchRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._ids: list[str] = []
        self._rows: dict[str, int] | None = None
        self._articles: dict[str, Article | None] = {}
        self._warnings: dict[str, str] = {}

    def ids(self) -> list[str]:
        """All ids in the order shown; not a copy, do not change it."""
        return self._ids

    def set_ids(self, ids: Iterable[str]) -> None:
        """Show these articles; what was fetched before is asked for anew."""
        fresh = list(ids)
        if fresh == self._ids:  # as after most changes: views keep their rows, selection and layout
            self.refresh()
            return
        self._ids, self._rows = fresh, None
        self._articles.clear()
        self.setStringList(self._ids)

    def set_warnings(self, warnings: Mapping[str, str]) -> None:
        """Few words on what is wrong with some articles, by id; replaces all former ones."""
        changed = self._warnings.keys() | warnings.keys()
        self._warnings = dict(warnings)
        self._announce(changed)

    def refresh(self, ids: Iterable[str] | None = None) -> None:
        """Fetch these rows (all, without `ids`) again when they are next shown."""
        changed = list(self._articles if ids is None else ids)
        for article_id in changed:
            self._articles.pop(article_id, None)
        if ids is None and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        elif ids is not None:
            self._announce(changed)

    def row_of(self, article_id: str) -> int:
        """The row of an article, -1 when it is not in the list."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(article_id, -1)

    def id_at(self, row: int) -> str:
        """The id in a row, "" outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def article(self, row: int) -> Article | None:
        """The article of a row, fetched with its page when it is not known yet."""
        article_id = self._ids[row]
        if article_id not in self._articles:
            page = self._ids[row - row % PAGE : row - row % PAGE + PAGE]
            if len(self._articles) > KEPT:
                self._articles.clear()
            missing = [each for each in page if each not in self._articles]
            found = {article.id: article for article in self._fetch_rows(missing)}
            self._articles.update((each, found.get(each)) for each in missing)
        return self._articles[article_id]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        article = self.article(index.row())
        if role == ARTICLE_ROLE:
            return article
        if article is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return article.title
        if role == WARNING_ROLE:
            return self._warnings.get(article.id, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(article.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(article)
        return None

    def setData(self, _index: QModelIndex, _value: object, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is edited in the list."""
        return False

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        ids = [self._ids[index.row()] for index in indexes]
        mime.setData(ARTICLES_MIME, QByteArray("\n".join(ids).encode("ascii", "ignore")))
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def source_words(self, article: Article) -> str:
        """来源, else the site, else that it is a file of the user's; a sample says so."""
        words = article.metadata.source or article.metadata.site or self.tr("Local file")
        return self.tr("Sample · %1").replace("%1", words) if article.is_sample else words

    def date_words(self, article: Article) -> str:
        """The date of publication, else the day it was added."""
        return article.metadata.published or article.added[:10]

    def progress_words(self, article: Article) -> str:
        """Reading time and how far it is read."""
        minutes = self.tr("%n min", "", reading_minutes(article.chars))
        if article.status is Status.READ:
            return self.tr("%1 · Read").replace("%1", minutes)
        if article.status is Status.ARCHIVED:
            return self.tr("%1 · Archived").replace("%1", minutes)
        if article.progress > 0:
            return f"{minutes} · {article.progress:.0%}"
        return minutes

    def spoken(self, article: Article) -> str:
        """What a screen reader says for a row: title, source, date, minutes, status, marks, what is wrong."""
        parts = [article.title, self.source_words(article), self.date_words(article), self.progress_words(article)]
        if article.status is Status.UNREAD:
            parts.append(self.tr("unread"))
        if article.starred:
            parts.append(self.tr("starred"))
        if article.annotations:
            parts.append(self.tr("%n annotation(s)", "", article.annotations))
        parts.append(self._warnings.get(article.id, ""))
        comma = "，" if QLocale().language() == QLocale.Language.Chinese else ", "
        return comma.join(part for part in parts if part)

    def _announce(self, ids: Iterable[str]) -> None:
        for article_id in ids:
            if (row := self.row_of(article_id)) >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))
