"""Where reports are set side by side: the window of the tables on one side, the service and the text on the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.model.contrast import FEWEST, MOST, Contrast
from reader.model.digest import Field
from reader.model.errors import ContrastError, ReaderError
from reader.ui.parts import bring_up
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.model.contrast import Mention
    from reader.ui.dialogs.contrast import ContrastDialog

Key = tuple[tuple[str, int], ...]
"""Articles with their newest versions: another text has other places."""


class ContrastDesk(QObject):
    """Opens the tables beside the main window, so that both can be looked at; what was edited is kept until the program
    ends, wherever the tables are closed and opened again."""

    def __init__(
        self,
        work: Workspace,
        show_place: Callable[[str, int, int], None],
        export: Callable[[list[str], str, Contrast], object],
        window: QWidget,
    ) -> None:
        """`show_place` shows (article, start, end) in the reader, where 0, 0 is its head; `export` opens the export
        dialog with (articles, template, tables)."""
        super().__init__(window)
        self._work, self._show_place, self._export, self._window = work, show_place, export, window
        self._open: dict[Key, ContrastDialog] = {}
        self._kept: dict[Key, Contrast] = {}
        window.installEventFilter(self)

    def open(self, ids: Sequence[str]) -> ContrastDialog | None:
        """The tables over these articles in their order, as they were left; None where there are too few or too many
        (the user was told), or where one is gone."""
        articles = list(dict.fromkeys(ids))
        if not FEWEST <= len(articles) <= MOST:
            code = "contrast_too_few" if len(articles) < FEWEST else "contrast_too_many"
            self._work.error(ContrastError(code, count=len(articles), most=MOST))
            return None
        try:
            key = tuple((row.id, row.version) for row in self._work.session.organising.rows(articles))
        except ReaderError as error:
            self._work.error(error)
            return None
        if key in self._open:
            bring_up(self._open[key])
            return self._open[key]
        dialog = self._open[key] = self._make(key)
        dialog.show()
        if key in self._kept:
            dialog.set_contrast(self._kept[key])
        else:
            self._compute(key, dialog)
        return dialog

    def _make(self, key: Key) -> ContrastDialog:
        from reader.ui.dialogs.contrast import ContrastDialog

        # Without a parent: a window that belongs to the main window would always lie over the text it leads to.
        dialog = ContrastDialog(self._work.icons, self._work.say)
        dialog.setWindowFlag(Qt.WindowType.Window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        dialog.place_requested.connect(partial(self._on_place, dialog))
        dialog.export_requested.connect(lambda contrast: self._on_export(key, contrast))
        dialog.renew_requested.connect(partial(self._compute, key, dialog))
        dialog.left.connect(partial(self._on_left, key, dialog))
        return dialog

    def _compute(self, key: Key, dialog: ContrastDialog) -> None:
        self._work.tasks.run(
            partial(self._work.session.contrasting.contrast, [article for article, _ in key]),
            on_done=dialog.set_contrast,
            on_error=partial(self._on_error, dialog),
        )

    def _on_error(self, dialog: ContrastDialog, error: Exception) -> None:
        if isValid(dialog) and isinstance(error, ReaderError) and dialog.contrast is None:
            dialog.fail(self._work.say.error(error))
        else:
            self._work.error(error)

    def _on_place(self, dialog: ContrastDialog, article: str, mention: Mention) -> None:
        is_body = mention.field is Field.BODY
        self._show_place(article, *((mention.start, mention.end) if is_body else (0, 0)))
        bring_up(self._window)
        sentence = self.tr("“%1” in the text").replace("%1", mention.text)
        self._work.tell(sentence, self.tr("Back to the tables"), partial(bring_up, dialog))

    def _on_export(self, key: Key, contrast: Contrast) -> None:
        bring_up(self._window)
        self._export([article for article, _ in key], "compare", contrast)

    def _on_left(self, key: Key, dialog: ContrastDialog) -> None:
        self._open.pop(key, None)
        if dialog.contrast is not None:
            self._kept[key] = dialog.contrast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tables go when the window goes."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            for dialog in list(self._open.values()):
                dialog.close()
        return super().eventFilter(watched, event)
