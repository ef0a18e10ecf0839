"""The export dialog over articles, with a stand-in for the service that draws pages and the pool that runs it."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.errors import ExportError
from reader.settings import Settings
from reader.ui.dialogs.export import ExportDialog


def page(colour="white"):
    image = QImage(124, 175, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


class Press:
    """Stands for preview service and task pool: remembers what was asked and answers when told."""

    def __init__(self):
        self.asked = []
        self.waiting = []
        self.pages = [page(), page()]
        self.error = None
        self.is_slow = False

    def preview(self, request):
        self.asked.append(request)
        if self.error:
            raise self.error
        return self.pages

    def run(self, work, on_done, on_error):
        self.waiting.append((work, on_done, on_error))
        if not self.is_slow:
            self.answer()

    def answer(self):
        work, on_done, on_error = self.waiting.pop(0)
        try:
            result = work()
        except ExportError as error:
            on_error(error)
        else:
            on_done(result)


@pytest.fixture
def press():
    return Press()


@pytest.fixture
def annotations():
    kinds = [Kind.KEY, Kind.BORROW, Kind.BORROW, Kind.ACTION]
    return [Annotation(f"id{n}", f"{1:032x}", 1, kind, "引文", n, n + 2) for n, kind in enumerate(kinds)]


@pytest.fixture
def make_dialog(qtbot, themes, icons, press, annotations, make_article, tmp_path):
    def make(count=1, settings=None):
        articles = [make_article(n) for n in range(1, count + 1)]
        dialog = ExportDialog(
            articles=articles,
            annotations={articles[0].id: annotations},
            settings=settings or Settings(reader_name="小林"),
            say=Messages("zh_CN"),
            icons=icons,
            preview=press.preview,
            run=press.run,
            folder=tmp_path,
            suggest_name=lambda title, format: f"{title}.{format}",
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def dialog(make_dialog):
    return make_dialog()


@pytest.fixture
def part():
    """Finds a widget of a dialog by its objectName."""

    def find(dialog, name, kind=QPushButton):
        return dialog.findChild(kind, name)

    return find
