"""Adding from the window: files, pasted text, links, drops."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from reader.model.links import LinkEntry, LinkKind, LinkList
from reader.model.query import ArticleQuery
from reader.ui.adding import AddDialog
from reader.ui.dialogs.feed import FeedDialog
from reader.ui.incoming import short_name

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "青禾区推行“敲门日”制度，走访群众5,400户，解决难题156个。\n下一步将推广至全区12个街道。"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "敲门日.txt"
    path.write_text("青禾区推行“敲门日”\n" + TEXT, encoding="utf-8")
    return path


def titles(session):
    return [row.title for row in session.organising.list(ArticleQuery())]


def drop(window, urls):
    """Drag files over the window and let them go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in urls])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(500, 500), action, mime, buttons, keys))
    shown = window.drops.overlay.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 500), action, mime, buttons, keys))
    return shown


def test_a_dropped_file_is_saved_and_opened(window, session, page, qtbot):
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        assert drop(window, [page])
    assert len(titles(session)) == 1
    assert "敲门日" in window.toast.text()


def test_what_cannot_be_added_is_said(window, session, tmp_path):
    (tmp_path / "a.pages").write_bytes(b"x")
    drop(window, [tmp_path / "a.pages"])
    assert "1" in window.toast.text() and titles(session) == []


def test_pasted_text_asks_for_title_and_source(window, session, qtbot):
    QGuiApplication.clipboard().setText(TEXT)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    dialog = window.findChild(AddDialog)
    title, source = dialog.findChild(QLineEdit, "addTitle"), dialog.findChild(QLineEdit, "addSource")
    QTest.keyClicks(title, "Knocking day")
    QTest.keyClicks(source, "Qinghe")
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        QTest.mouseClick(dialog.findChild(QPushButton, "addConfirm"), Qt.MouseButton.LeftButton)
    (row,) = session.organising.list(ArticleQuery())
    assert (row.title, row.metadata.source) == ("Knocking day", "Qinghe")
    assert session.reading.content(row.id).text == TEXT


def test_several_files_are_tasks_of_their_own_and_trouble_stays_listed(window, session, page, tmp_path, qtbot):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    window.capture.add_sources([str(page), str(empty)])
    tasks = window.work.tasks
    qtbot.waitUntil(lambda: all(task.state.is_over for task in tasks.listed()), timeout=15000)
    assert [task.state for task in tasks.listed()] == ["done", "failed"]
    assert len(titles(session)) == 1
    empty.write_text("<title>补上</title><p>" + TEXT + "</p>", encoding="utf-8")
    tasks.retry(tasks.listed()[1].id)
    qtbot.waitUntil(lambda: tasks.listed()[1].state == "done", timeout=15000)
    assert len(titles(session)) == 2


def test_a_known_file_changes_nothing_and_says_so(window, session, page, qtbot):
    for _ in range(2):
        window.toast.dismiss()
        window.capture.add_sources([str(page)])
        qtbot.waitUntil(lambda: bool(window.toast.text()), timeout=15000)
    assert "already" in window.toast.text() and len(titles(session)) == 1


def test_links_on_the_clipboard_are_proposed(window):
    QGuiApplication.clipboard().setText("https://example.org/a\nhttps://example.org/b")
    dialog = window.capture.ask()
    assert dialog.sources().names == ["https://example.org/a", "https://example.org/b"]
    dialog.reject()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("https://www.example.org/2025/1107/", "www.example.org/2025/1107"),
        ("http://10.0.0.8", "10.0.0.8"),
        ("/home/lin/报告.html", "报告.html"),
        (r"C:\报告\甲.txt", "甲.txt"),
    ],
)
def test_a_link_is_listed_with_its_site_and_a_file_without_its_folder(source, name):
    assert short_name(source) == name


def test_a_task_is_called_by_the_title_once_it_is_known(window, page, qtbot):
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        window.capture.add_sources([str(page)])
    (task,) = window.work.tasks.listed()
    assert task.title == "青禾区推行“敲门日”"


REPORTS = Path(__file__).parent.parent / "capture" / "files"


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "report.epub", "report.mhtml"])
def test_a_dropped_document_of_every_format_is_read(qtbot, window, name):
    assert drop(window, [REPORTS / name])
    qtbot.waitUntil(lambda: window.reading.article is not None, timeout=20_000)
    article = window.reading.article
    assert article.title == "青禾区：一张网托起大民生"
    assert (article.metadata.source, article.metadata.published) == ("云岭党建在线", "2026-03-18")
    assert article.metadata.url == ("http://www.yunling.example/report.html" if name == "report.mhtml" else None)
    shown = window.pane.view.text
    assert "516个网格[1]，" in shown and "网格数据截至2025年12月31日" in shown
    assert "小事不出网格；" in shown and "组织联建\t区委组织部\t84家" in shown
    pictures = [block for block in window.work.session.reading.content(article.id).blocks if block.kind == "image"]
    assert [bool(block.image) for block in pictures] == ([] if name == "report.pdf" else [True])


def test_a_dropped_folder_brings_all_its_files(qtbot, window, tmp_path):
    folder = tmp_path / "会议资料"
    folder.mkdir()
    for name in ("report.docx", "printed.pdf"):
        (folder / name).write_bytes((REPORTS / name).read_bytes())
    (folder / "table.xlsx").write_bytes(b"PK")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7")
    assert drop(window, [folder])
    tasks = window.work.tasks
    qtbot.waitUntil(lambda: [task.state.is_over for task in tasks.listed()] == [True] * 4, timeout=20_000)
    assert window.work.session.organising.counts().all == 2
    assert sorted(task.state for task in tasks.listed()) == ["done", "done", "done", "failed"]


def test_a_chosen_folder_too(qtbot, window, monkeypatch, tmp_path):
    (tmp_path / "会议").mkdir()
    (tmp_path / "会议" / "a.pdf").write_bytes((REPORTS / "printed.pdf").read_bytes())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "会议"))
    with qtbot.waitSignal(window.reading.opened, timeout=20_000):
        window.actions_by_id["import_folder"].trigger()
    assert window.reading.article.title == "青禾区网格一报"


def test_an_empty_folder_says_so(qtbot, window, tmp_path):
    (tmp_path / "空").mkdir()
    drop(window, [tmp_path / "空"])
    qtbot.waitUntil(lambda: "no file that can be added" in window.toast.text(), timeout=10_000)


def test_a_file_that_is_not_read_says_what_to_do(window, session, tmp_path):
    for name in ("通知.doc", "照片.jpg"):
        (tmp_path / name).write_bytes(b"x")
    drop(window, [tmp_path / "通知.doc"])
    assert "save it as DOCX" in window.toast.text()
    drop(window, [tmp_path / "通知.doc", tmp_path / "照片.jpg"])
    assert window.toast.text().startswith("2 files cannot be added") and "save it as DOCX" in window.toast.text()
    assert titles(session) == []


def test_what_is_chosen_from_a_column_is_added_link_by_link(window, session, qtbot, monkeypatch, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in ("甲", "乙", "丙")]
    for path in paths:
        path.write_text(f"青禾区{path.stem}报告\n{path.stem}社区：{TEXT}", encoding="utf-8")
    entries = tuple(LinkEntry(path.stem, str(path)) for path in paths)
    monkeypatch.setattr(
        session.feeds, "list_links", lambda url: LinkList("工作动态", url, LinkKind.COLUMN, entries)
    )
    window.findChild(QAction, "add_feedAction").trigger()
    dialog = window.findChild(FeedDialog)
    address = dialog.findChild(QLineEdit, "feedAddress")
    QTest.keyClicks(address, "https://a.example/")
    QTest.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.chosen()) == 3)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    QTest.mouseClick(dialog.findChild(QPushButton, "feedConfirm"), Qt.MouseButton.LeftButton)
    tasks = window.work.tasks
    assert len(tasks.listed()) == 2
    qtbot.waitUntil(lambda: all(task.state.is_over for task in tasks.listed()), timeout=15000)
    assert sorted(titles(session)) == ["青禾区丙报告", "青禾区乙报告"]


def test_a_link_in_the_add_dialog_may_be_a_column(window, session, qtbot, monkeypatch):
    asked = []
    nothing = LinkList("", "", LinkKind.FEED, ())
    monkeypatch.setattr(session.feeds, "list_links", lambda url: asked.append(url) or nothing)
    QGuiApplication.clipboard().setText("https://a.example/rss.xml")
    QTest.mouseClick(window.capture.ask().findChild(QPushButton, "addColumn"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(FeedDialog)
    qtbot.waitUntil(lambda: asked == ["https://a.example/rss.xml"])
    dialog.reject()
