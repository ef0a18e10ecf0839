"""The export dialog over articles, with a stand-in for the service that makes pages."""

import threading

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QPushButton

from reader import paths
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.errors import CancelledError
from reader.services.exporting import EXTENSIONS
from reader.services.proof import ProofSheets
from reader.settings import Settings
from reader.ui.dialogs.export import ExportDialog


def page(colour="white", size=(124, 175)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


A4 = (11906, 16838)


class Press:
    """Stands for the service that makes pages: remembers what was asked, and makes them when it is let."""

    def __init__(self):
        self.asked, self.drawn = [], []
        self.sheets = ProofSheets((A4, A4), ("Noto Serif CJK SC",), frozenset({"sources", "quotes"}))
        self.error = None
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.is_closed = False
        self.threads = set()

    def renew(self, ids, options, template, cancel=None):
        self.threads.add(threading.get_ident())
        self.asked.append((ids, options, template))
        while not self.may_go_on.wait(0.01):
            if cancel.is_set():
                raise CancelledError
        if self.error:
            raise self.error
        return self.sheets

    def page(self, index, dpi):
        self.threads.add(threading.get_ident())
        if index >= len(self.sheets.sizes):
            return None
        self.drawn.append((index, dpi))
        return page(size=tuple(round(side * dpi / 1440) for side in self.sheets.sizes[index]))

    def close(self):
        self.is_closed = True


@pytest.fixture
def press():
    return Press()


@pytest.fixture
def annotations():
    kinds = [Kind.KEY, Kind.BORROW, Kind.BORROW, Kind.ACTION]
    return [
        Annotation(
            f"id{n}", f"{1:032x}", 1, kind, "引文", n, n + 2, creator=("小林", "老周")[n % 2], tags=("机制",) * (n % 2)
        )
        for n, kind in enumerate(kinds)
    ]


@pytest.fixture
def make_dialog(qtbot, themes, icons, press, tasks, annotations, make_article, tmp_path):
    def make(count=1, settings=None, **more):
        articles = [make_article(n) for n in range(1, count + 1)]
        dialog = ExportDialog(
            articles=articles,
            annotations={articles[0].id: annotations},
            settings=settings or Settings(reader_name="小林"),
            say=Messages("zh_CN"),
            icons=icons,
            tasks=tasks,
            proof=press,
            extensions=EXTENSIONS,
            folder=tmp_path,
            propose=lambda folder, title, format: paths.free(folder / f"{title}.{EXTENSIONS[format]}"),
            **more,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield make
    press.may_go_on.set()


@pytest.fixture
def dialog(make_dialog, qtbot):
    """Over one article, with its first preview."""
    made = make_dialog()
    qtbot.waitUntil(lambda: made.desk.preview.count == 2, timeout=5000)
    return made


@pytest.fixture
def part():
    """Finds a widget of a dialog by its objectName."""

    def find(dialog, name, kind=QPushButton):
        return dialog.findChild(kind, name)

    return find
