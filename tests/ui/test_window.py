"""The window as a person uses it: mouse and keys from the first start to the paper."""

import re
import unicodedata

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from reader.model.annotation import Kind
from reader.model.article import Status
from reader.model.blocks import Span
from reader.model.query import ArticleQuery
from reader.ui.dialogs.export import ExportDialog
from reader.ui.dialogs.preview import Preview

LEFT = Qt.MouseButton.LeftButton
PARAGRAPHS = (
    "青禾区𬭎书记把37个网格走了一遍，37户困难群众逐一登记，37条建议当场答复。",
    "一、建强队伍",
    "一是配备专职网格员256名，推动服务下沉到楼栋。二是建立“敲门日”制度，走访群众5,400户。",
    "下一步，请街道于四月底前摸清新就业群体底数，提出聘任“流动网格员”的办法。",
    *(f"第{number}社区依托党群服务中心常态化开展议事协商，推动难题就地化解。" for number in range(50, 90)),
)


@pytest.fixture
def article(window, session, captured):
    """A report with a rare character and repeated words, open in the reader."""
    outcome = session.capturing.store("", captured(*PARAGRAPHS, title="青禾区：“网格长”𬭎书记的一天"))
    window.work.announcer.articles_changed.emit([outcome.id])
    window.show_article(outcome.id)
    return session.reading.article(outcome.id)


def point_of(window, offset, share):
    """A point in the character at `offset`, `share` of its width from its left edge, in the viewport."""
    view = window.pane.view
    (rect,) = view.rects(Span(offset, offset + 1))
    return QPointF(rect.left() + share * rect.width(), rect.center().y()).toPoint()


def drag(window, start, end):
    """Select [start, end) with the mouse."""
    viewport = window.pane.view.viewport()
    window.pane.goto(start)
    first, last = point_of(window, start, 0.15), point_of(window, end - 1, 0.85)
    QTest.mousePress(viewport, LEFT, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, pos=last)


def mark(window, session, article, quote, key, occurrence=0):
    """Drag over a quote and press a key; returns the annotation that came of it."""
    text = session.reading.content(article.id).text
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    known = {each.id for each in session.annotating.list(article.id)}
    drag(window, start, start + len(quote))
    QTest.keyClick(window.pane.view, key)
    (made,) = [each for each in session.annotating.list(article.id) if each.id not in known]
    return made


def test_an_empty_library_welcomes_and_shows_the_sample(window, session, qtbot):
    assert window.welcome.isVisible() and not window.pane.isVisible()
    sample = window.welcome.findChild(QPushButton, "welcomeSample")
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        QTest.mouseClick(sample, LEFT)
    assert window.pane.isVisible() and not window.welcome.isVisible()
    assert len(window.marks.annotations) == 3


def test_a_link_that_cannot_be_fetched_is_said_and_can_be_tried_again(window, session, qtbot, tmp_path):
    field = window.welcome.findChild(QLineEdit, "welcomeUrl")
    field.setFocus()
    QTest.keyClicks(field, "http://127.0.0.1:9/report.html")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.toast.text()), timeout=40000)
    assert "127.0.0.1" in window.toast.text()
    assert session.organising.ids(ArticleQuery()) == []
    assert [link.source for link in session.waiting.list()] == ["http://127.0.0.1:9/report.html"]


def test_five_kinds_are_marked_by_dragging_and_a_key(window, session, article):
    quotes = ["37个网格", "37户困难群众", "37条建议", "走访群众5,400户", "提出聘任“流动网格员”的办法"]
    made = [mark(window, session, article, quote, key) for quote, key in zip(quotes, "12345", strict=True)]
    assert [each.quote for each in made] == quotes
    assert [each.kind for each in made] == list(Kind)
    assert [each.passage for each in made] == ["1-1", "1-1", "1-1", "3-2", "4-1"]
    assert window.panel.annotations.count == 5


def test_repeated_words_are_marked_where_they_were_dragged(window, session, article):
    text = session.reading.content(article.id).text
    made = [mark(window, session, article, "37", "3", occurrence) for occurrence in range(3)]
    assert [each.start for each in made] == [found.start() for found in re.finditer("37", text)][:3]


def test_a_note_is_saved_as_it_is_typed(window, session, article, qtbot):
    made = mark(window, session, article, "敲门日", "2")
    QTest.keyClick(window.pane.view, Qt.Key.Key_N)
    editor = window.panel.findChild(QPlainTextEdit, "noteEdit")
    qtbot.waitUntil(editor.isVisible)
    editor.setFocus()
    editor.insertPlainText("可在我区试行")
    qtbot.waitUntil(lambda: session.annotating.get(made.id).note == "可在我区试行", timeout=3000)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()


def test_everything_can_be_undone_and_done_again(window, session, article):
    made = mark(window, session, article, "敲门日", "1")
    window.marks.recolour(made.id, "question")
    window.marks.edit(made.id, {"note": "为什么"})
    window.marks.delete([made.id])
    assert session.annotating.list(article.id) == []
    for expected in ((Kind.QUESTION, "为什么"), (Kind.QUESTION, ""), (Kind.KEY, "")):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        (now,) = session.annotating.list(article.id)
        assert (now.kind, now.note) == expected
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.annotating.list(article.id) == []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    (now,) = session.annotating.list(article.id)
    assert (now.kind, now.note, window.panel.annotations.count) == (Kind.QUESTION, "为什么", 1)


def test_a_deleted_mark_comes_back_by_the_toast(window, session, article):
    made = mark(window, session, article, "敲门日", "1")
    QTest.keyClick(window.pane.view, Qt.Key.Key_Delete)
    assert session.annotating.list(article.id) == []
    QTest.mouseClick(window.toast.findChild(QPushButton, "toastAction"), LEFT)
    assert [each.id for each in session.annotating.list(article.id)] == [made.id]


def test_adding_an_article_can_be_undone(window, session, tmp_path, qtbot):
    page = tmp_path / "report.txt"
    page.write_text("\n".join(PARAGRAPHS), encoding="utf-8")
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        window.capture.add_sources([str(page)])
    (article,) = session.organising.list(ArticleQuery())
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.organising.ids(ArticleQuery()) == []
    assert window.reading.article is None
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.organising.ids(ArticleQuery()) == [article.id]


def test_single_keys_star_and_finish_the_open_article(window, session, article):
    window.pane.focus_text()
    QTest.keyClick(window.pane.view, Qt.Key.Key_S)
    QTest.keyClick(window.pane.view, Qt.Key.Key_E)
    row = session.reading.article(article.id)
    assert row.starred and row.status is Status.READ


def test_keyboard_alone_marks_a_paragraph(window, session, article):
    window.pane.focus_text()
    QTest.keyClick(window.pane.view, Qt.Key.Key_J)
    QTest.keyClick(window.pane.view, Qt.Key.Key_J)
    QTest.keyClick(window.pane.view, Qt.Key.Key_2)
    (made,) = session.annotating.list(article.id)
    assert made.kind is Kind.BORROW and made.quote == "一、建强队伍"


def test_a_selection_is_copied_with_its_source(window, session, article):
    text = session.reading.content(article.id).text
    start = text.index("敲门日")
    drag(window, start, start + 3)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.pane.view, Qt.Key.Key_C, control)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“敲门日”") and "云岭日报" in copied and "paragraph 3, sentence 2" in copied


def test_the_paper_holds_every_quote_in_every_format(window, session, article, qtbot, tmp_path):
    quotes = ["青禾区𬭎书记", "37户困难群众", "走访群众5,400户"]
    for quote, key in zip(quotes, "123", strict=True):
        mark(window, session, article, quote, key)
    window.work.settings.export_folder = str(tmp_path)
    for name, extension in (("markdown", "md"), ("html", "html")):
        dialog = window.export.open([article.id])
        assert isinstance(dialog, ExportDialog)
        qtbot.waitUntil(lambda dialog=dialog: dialog.findChild(Preview).count > 0, timeout=20000)
        QTest.mouseClick(dialog.findChild(QRadioButton, f"exportFormat_{name}"), LEFT, pos=QPoint(8, 10))
        target = dialog.target()
        assert target.suffix == f".{extension}"
        QTest.mouseClick(dialog.findChild(QPushButton, "exportConfirm"), LEFT)
        qtbot.waitUntil(target.exists, timeout=20000)
        written = re.sub(r"\s|\\", "", unicodedata.normalize("NFC", target.read_text(encoding="utf-8")))
        for quote in quotes:
            assert quote in written
        qtbot.waitUntil(lambda: not window.findChildren(QDialog), timeout=5000)


def test_the_reading_position_is_there_the_next_time(window, session, article, make_window):
    window.resize(960, 620)
    window.pane.view.verticalScrollBar().setValue(window.pane.view.verticalScrollBar().maximum())
    window.close()
    assert session.reading.article(article.id).status is Status.READING
    position = session.reading.position(article.id)
    assert position is not None and position.progress > 0.9
    again = make_window()
    again.resize(960, 620)
    again.show_article(article.id)
    QTest.qWait(50)
    bar = again.pane.view.verticalScrollBar()
    assert bar.value() > bar.maximum() * 0.5


def test_the_language_changes_at_once(window, article, qtbot):
    export, english = window.actions_by_id["export"], "&Export Meeting Paper…"
    assert export.text() == english
    window.use_language("zh_CN")
    qtbot.waitUntil(lambda: "导出" in export.text())
    assert "文件" in window.menu_bar.actions()[0].text()
    assert "全部文章" in window.sidebar.name_of(ArticleQuery())
    window.use_language("en")
    qtbot.waitUntil(lambda: export.text() == english)


def test_a_library_that_can_only_be_read_says_so(session, captured, tmp_path, qapp, qtbot):
    from reader.app import build_window
    from reader.services.session import Session
    from reader.settings import Settings

    key = session.capturing.store("", captured()).id
    session.close()
    with Session(tmp_path / "library.db") as frozen:
        frozen.library._engine.read_only = True
        window = build_window(qapp, frozen, Settings(theme="light"), "en")
        window.show()
        window.show_article(key)
        assert window.pane.banner.isVisible()
        window.close()
        window.deleteLater()


def test_the_next_window_goes_on_with_the_open_article(window, article, make_window, qtbot):
    window.close()
    again = make_window()
    qtbot.waitUntil(lambda: again.reading.article is not None)
    assert again.reading.article.id == article.id
    assert again.list_pane.articles.current_id() == article.id


def test_what_was_deleted_meanwhile_is_not_opened_again(window, article, session, make_window, qtbot):
    window.close()
    session.organising.delete([article.id])
    again = make_window()
    qtbot.wait(20)
    assert again.reading.article is None
