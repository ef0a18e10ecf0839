"""The paper from the window: preview, file, printer, clipboard, trouble."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton

from reader.model.annotation import Kind
from reader.model.query import ArticleQuery
from reader.ui import export_desk, printing
from reader.ui.dialogs.export import ExportDialog
from reader.ui.dialogs.preview import Preview


@pytest.fixture
def dialog(window, session, article, tmp_path, qtbot):
    """The export dialog over an article with one mark, after its first preview."""
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.KEY, note="议事规则")
    window.work.settings.export_folder = str(tmp_path)
    made = window.export.open([article])
    qtbot.waitUntil(lambda: made.findChild(Preview).count > 0, timeout=20000)
    return made


@pytest.fixture
def opened(monkeypatch):
    """What would be opened by the desktop."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()))
    return urls


def press(dialog, name="exportConfirm"):
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_preview_is_the_real_page(dialog, qtbot):
    preview = dialog.findChild(Preview)
    qtbot.waitUntil(lambda: not preview.wanted(), timeout=5000)
    image = preview.images()[0]
    assert image.width() == pytest.approx(preview.page_rects()[0].width() * preview.devicePixelRatioF(), abs=2)
    grey = image.convertToFormat(image.Format.Format_Grayscale8)
    assert min(bytes(grey.constBits())) < 60 and grey.pixelColor(3, 3).name() == "#ffffff"
    assert dialog.findChild(QLabel, "exportPage").text().startswith("Page 1 of ")
    assert dialog.desk.bar.fonts.full_text().startswith("Fonts: ")
    dialog.reject()


def test_word_is_written_and_said_and_can_be_opened(dialog, window, qtbot, opened):
    target = dialog.target()
    press(dialog)
    qtbot.waitUntil(lambda: target.name in window.toast.text(), timeout=20000)
    assert target.suffix == ".docx" and target.stat().st_size > 10_000
    assert list(target.parent.glob("*.tmp")) == []
    shown = [button.text() for button in window.toast.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["Open", "Show in Folder"]
    QTest.mouseClick(window.toast.findChild(QPushButton, "toastSecond"), Qt.MouseButton.LeftButton)
    assert opened == [str(target.parent)]


def test_it_goes_on_in_the_background_where_it_can_be_cancelled(dialog, window, qtbot, monkeypatch, tmp_path):
    import threading

    go_on, real = threading.Event(), export_desk._export

    def slow(exporting, request, progress, cancel):
        progress("compose", 0, 2)
        while not go_on.wait(0.01) and not cancel.is_set():
            pass
        return real(exporting, request, progress, cancel)

    monkeypatch.setattr(export_desk, "_export", slow)
    name = dialog.target().name
    press(dialog)
    press(dialog, "exportBackground")
    qtbot.waitUntil(lambda: window.task_strip.isVisible(), timeout=5000)
    assert [task.title for task in window.work.tasks.listed()] == [name]
    window.work.tasks.cancel_all()
    qtbot.waitUntil(lambda: not window.work.tasks.is_busy(), timeout=20000)
    assert list(tmp_path.glob("*.docx")) == [] and list(tmp_path.glob("*.tmp")) == []


def test_trouble_in_the_background_is_told_in_the_window(dialog, window, qtbot, tmp_path):
    dialog._chosen = tmp_path / "folder.docx"
    dialog._chosen.mkdir()
    press(dialog)
    press(dialog, "exportBackground")
    qtbot.waitUntil(lambda: "folder" in window.toast.text(), timeout=20000)


def test_a_paper_that_cannot_be_written_keeps_the_dialog_open(dialog, tmp_path, qtbot):
    dialog._chosen = tmp_path / "folder.docx"
    dialog._chosen.mkdir()
    press(dialog)
    qtbot.waitUntil(lambda: "folder" in dialog.findChild(QLabel, "exportError").text(), timeout=20000)
    assert dialog.isVisible()
    dialog.reject()


def test_the_whole_paper_goes_to_the_clipboard_for_word_and_for_editors(dialog, window, qtbot):
    press(dialog, "exportCopy")
    word = dialog.findChild(QLabel, "exportWord")
    qtbot.waitUntil(lambda: word.isVisible() and "clipboard" in word.text(), timeout=20000)
    assert window.toast.text() == "", "a word behind the dialog is not seen"
    mime = QGuiApplication.clipboard().mimeData()
    pasted = QTextDocument()
    pasted.setHtml(mime.html())
    assert "4项工作制度" in pasted.toPlainText() and "4项工作制度" in mime.text()
    sizes = {pasted.findBlockByNumber(n).charFormat().fontPointSize() for n in range(pasted.blockCount())}
    assert {22.0, 16.0} <= sizes, "title and body keep their sizes"
    assert "4项工作制度" in bytes(mime.data("text/markdown")).decode()
    dialog.reject()
    # The offscreen platform keeps the object itself, beyond the end of Python, and crashes on it.
    QGuiApplication.clipboard().clear()


def test_it_is_said_before_a_page_of_ours_is_brought_up_to_date(dialog, window, qtbot, article):
    QTest.mouseClick(dialog.findChild(QRadioButton, "exportFormat_markdown"), Qt.MouseButton.LeftButton)
    word, target = dialog.findChild(QLabel, "exportWord"), dialog.target()
    assert not word.isVisible()
    press(dialog)
    qtbot.waitUntil(lambda: target.name in window.toast.text(), timeout=20000)
    again = window.export.open([article])
    assert again.target() == target
    assert "brought up to date" in again.findChild(QLabel, "exportWord").text()
    again.reject()


def test_it_is_said_before_a_file_of_the_same_name_is_replaced(dialog, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"")
    dialog._chosen = tmp_path / "a.docx"
    dialog._on_format_changed()
    word = dialog.findChild(QLabel, "exportWord")
    assert not word.isVisible()
    QTest.mouseClick(dialog.findChild(QRadioButton, "exportFormat_pdf"), Qt.MouseButton.LeftButton)
    assert word.isVisible() and "replaced" in word.text()
    dialog.reject()


def test_the_real_pages_are_printed(dialog, window, qtbot, monkeypatch, tmp_path):
    def ask(title, count, _parent):
        printer = printing.make_printer(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(printing, "ask_printer", ask)
    press(dialog, "exportPrint")
    qtbot.waitUntil(lambda: "went to the printer" in window.toast.text(), timeout=20000)
    import pikepdf

    with pikepdf.open(tmp_path / "printed.pdf") as printed:
        assert len(printed.pages) >= 1
        box = [float(number) for number in printed.pages[0].mediabox]
        assert box[2:] == pytest.approx([595, 842], abs=1.5)


def test_a_person_who_leaves_the_print_dialog_prints_nothing(dialog, window, monkeypatch):
    monkeypatch.setattr(printing, "ask_printer", lambda *_: None)
    press(dialog, "exportPrint")
    assert dialog.isVisible() and dialog.options.isEnabled()
    assert not window.work.tasks.listed()
    dialog.reject()


def test_ctrl_p_opens_it_ready_to_print(window, session, article, qtbot):
    window.show_article(article)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    assert dialog.findChild(QPushButton, "exportPrint").isDefault()
    dialog.reject()


def test_the_paper_of_a_meeting_takes_its_title_date_and_people(window, session, article, qtbot):
    key = session.organising.add_collection("十一月学习会").id
    session.organising.edit_collection(key, date="2026-11-28", participants="老周、小林")
    session.organising.collect([article], "十一月学习会")
    window.sidebar.export_requested.emit(ArticleQuery(collection="十一月学习会"))
    options = window.findChild(ExportDialog).request().options
    assert (options.title, options.date, options.people) == ("十一月学习会", "2026-11-28", "老周、小林")
    window.findChild(ExportDialog).reject()


def test_nothing_chosen_opens_nothing(window):
    assert window.export.open([]) is None
    assert window.toast.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_P])
def test_the_keys_say_what_is_missing_where_nothing_is_open(window, article, key, qtbot):
    window.activateWindow()
    window.list_pane.articles.clearSelection()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.text() == "Choose the articles to export first."


def test_leaving_while_it_is_written_stops_and_leaves_no_file(dialog, window, tmp_path, qtbot):
    press(dialog)
    press(dialog, "exportCancel")
    qtbot.waitUntil(lambda: not window.work.tasks.is_busy(), timeout=20000)
    assert list(tmp_path.glob("*.docx")) == []
