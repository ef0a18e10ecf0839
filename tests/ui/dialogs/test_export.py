"""The export dialog: a live preview of what is chosen, and a request for exactly that."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.errors import ExportError
from reader.settings import Settings
from reader.ui.dialogs.export import ExportDialog
from reader.ui.theme import THEMES


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


def part(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, name)


def click(qtbot, dialog, name, kind=QPushButton):
    widget = part(dialog, name, kind)
    widget.click() if hasattr(widget, "click") else qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def confirm(qtbot, dialog):
    with qtbot.waitSignal(dialog.export_requested) as asked:
        qtbot.mouseClick(part(dialog, "exportConfirm"), Qt.MouseButton.LeftButton)
    return asked.args[0]


def test_the_pages_are_there_at_once(dialog, press):
    assert len(press.asked) == 1
    assert dialog._desk.preview.count == 2


def test_a_change_is_shown_after_a_short_rest_and_only_once(qtbot, dialog, press):
    qtbot.keyClicks(part(dialog, "exportTitle", QLineEdit), "meeting")
    assert len(press.asked) == 1
    qtbot.waitUntil(lambda: len(press.asked) == 2, timeout=1000)
    qtbot.wait(200)
    assert len(press.asked) == 2
    assert press.asked[-1].options.title == "meeting"


def test_a_stale_rendering_is_dropped_and_made_again(qtbot, make_dialog, press):
    press.is_slow = True
    dialog = make_dialog()
    qtbot.keyClicks(part(dialog, "exportPeople", QLineEdit), "x")
    qtbot.wait(250)
    assert len(press.waiting) == 1
    press.answer()
    assert dialog._desk.preview.count == 0
    press.answer()
    assert dialog._desk.preview.count == 2
    assert press.asked[-1].options.people == "x"


def test_a_slow_rendering_says_that_it_is_being_made(qtbot, make_dialog, press):
    press.is_slow = True
    dialog = make_dialog()
    busy = part(dialog, "exportBusy", QLabel)
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible, timeout=1000)
    press.answer()
    assert not busy.isVisible()


def test_a_rendering_that_ends_after_the_dialog_is_ignored(make_dialog, press):
    press.is_slow = True
    dialog = make_dialog()
    dialog.reject()
    press.answer()
    assert dialog._desk.preview.count == 0


def test_why_there_is_no_preview_is_told(qtbot, make_dialog, press):
    press.error = ExportError("no_cjk_font")
    dialog = make_dialog()
    trouble = dialog._desk.trouble
    assert trouble.isVisible()
    assert "字体" in trouble.words()[1]


def test_a_request_holds_what_was_chosen(qtbot, dialog, tmp_path):
    qtbot.keyClicks(part(dialog, "exportTitle", QLineEdit), "Meeting")
    qtbot.keyClicks(part(dialog, "exportDate", QLineEdit), "2026-11-28 14:00")
    qtbot.keyClicks(part(dialog, "exportPeople", QLineEdit), "Zhou")
    dialog.options._kinds[Kind.ACTION].setChecked(False)
    dialog.options.with_quotes.setChecked(False)
    dialog.options.with_creator.setChecked(True)
    part(dialog, "exportStyle", QComboBox).setCurrentIndex(1)
    request = confirm(qtbot, dialog)
    options = request.options
    assert (options.title, options.date, options.people) == ("Meeting", "2026-11-28 14:00", "Zhou")
    assert options.kinds == (Kind.KEY, Kind.BORROW, Kind.DATA, Kind.QUESTION)
    assert (options.with_quotes, options.with_sources, options.with_creator) == (False, True, True)
    assert options.style == "gbt7714-2015"
    assert options.author == "小林"
    assert options.language == "zh_CN"
    assert request.path == tmp_path / "Meeting.docx"
    assert request.format == "docx"


def test_everything_is_chosen_at_first(dialog):
    options = dialog.request().options
    assert options.kinds is None
    assert options.group_by == "kind"
    assert (options.with_quotes, options.with_sources, options.with_creator) == (True, True, False)


def test_the_citation_style_of_the_preferences_is_taken(make_dialog):
    assert make_dialog(settings=Settings(citation_style="gbt7714-2015")).request().options.style == "gbt7714-2015"
    assert make_dialog(settings=Settings(citation_style="ris")).request().options.style == "gbt7714-2025"


@pytest.mark.parametrize(
    ("name", "extension"), [("word", "docx"), ("pdf", "pdf"), ("markdown", "md"), ("html", "html")]
)
def test_the_format_names_button_and_file(qtbot, dialog, name, extension):
    from PySide6.QtWidgets import QRadioButton

    part(dialog, f"exportFormat_{name}", QRadioButton).click()
    assert dialog.request().path.suffix == f".{extension}"
    assert name in part(dialog, "exportConfirm").text().lower()


def test_counts_stand_beside_the_kinds_and_empty_kinds_cannot_be_chosen(dialog):
    boxes = dialog.options._kinds
    assert boxes[Kind.BORROW].text().endswith(" 2")
    assert boxes[Kind.BORROW].text().startswith("可借鉴")
    assert boxes[Kind.BORROW].isEnabled()
    assert not boxes[Kind.DATA].isEnabled()


def test_an_existing_file_is_not_proposed(qtbot, dialog, tmp_path):
    (tmp_path / "x.docx").write_text("old")
    qtbot.keyClicks(part(dialog, "exportTitle", QLineEdit), "x")
    assert dialog.request().path == tmp_path / "x (2).docx"


def test_the_chosen_place_is_kept_and_follows_the_format(qtbot, dialog, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog, QRadioButton

    chosen = tmp_path / "会议" / "材料.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(part(dialog, "exportChange"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part(dialog, "exportTitle", QLineEdit), "other")
    assert dialog.request().path == chosen
    part(dialog, "exportFormat_pdf", QRadioButton).click()
    assert dialog.request().path == chosen.with_suffix(".pdf")


def test_a_place_is_shown_under_home_by_a_tilde(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    dialog._show_target()
    assert dialog._where.full_text().startswith("~/")


def test_one_article_has_nothing_to_order(dialog, make_dialog):
    assert not dialog.options.order.isVisible()
    assert make_dialog(3).options.order.isVisible()


def test_alt_and_arrows_order_the_articles(qtbot, make_dialog):
    dialog = make_dialog(3)
    first, second, third = dialog.request().ids
    order = dialog.options.order
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, first, third)
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, third, first)
    qtbot.keyClick(order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.request().ids == (second, first, third)


def test_an_unchecked_article_is_left_out_and_not_counted(qtbot, make_dialog):
    dialog = make_dialog(2)
    _, second = dialog.request().ids
    dialog.options.order.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.request().ids == (second,)
    assert dialog.options._kinds[Kind.BORROW].text().endswith(" 0")


def test_without_an_article_nothing_can_be_exported(qtbot, make_dialog):
    dialog = make_dialog(2)
    for row in range(2):
        dialog.options.order.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not part(dialog, "exportConfirm").isEnabled()
    qtbot.waitUntil(lambda: dialog._desk.trouble.isVisible(), timeout=1000)


def test_a_failure_leaves_the_dialog_with_a_reason_and_another_try(qtbot, dialog):
    confirm(qtbot, dialog)
    assert not part(dialog, "exportConfirm").isEnabled()
    dialog.fail("磁盘已满。")
    assert dialog.isVisible()
    assert part(dialog, "exportError", QLabel).text() == "磁盘已满。"
    assert part(dialog, "exportConfirm").isEnabled()
    confirm(qtbot, dialog)
    assert not part(dialog, "exportError", QLabel).isVisible()


def test_cancel_while_writing_asks_to_stop(qtbot, dialog):
    confirm(qtbot, dialog)
    with qtbot.waitSignal(dialog.cancel_requested):
        qtbot.mouseClick(part(dialog, "exportCancel"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_cancel_before_asks_for_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.export_requested), qtbot.assertNotEmitted(dialog.cancel_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_whole_text_can_be_copied(qtbot, dialog):
    with qtbot.waitSignal(dialog.copy_requested) as asked:
        qtbot.mouseClick(part(dialog, "exportCopy"), Qt.MouseButton.LeftButton)
    assert asked.args[0].ids


def test_nothing_at_the_left_is_cut_and_the_format_is_seen_on_a_small_screen(make_dialog):
    from PySide6.QtWidgets import QRadioButton

    dialog = make_dialog(3)
    dialog.resize(1000, 560)
    options = dialog.options
    assert options._body.width() <= options._scroll.viewport().width()
    assert options._body.width() >= options._body.minimumSizeHint().width()
    for name in ("word", "pdf", "markdown", "html"):
        button = part(dialog, f"exportFormat_{name}", QRadioButton)
        place = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(place)
        assert options.geometry().contains(place)


@pytest.mark.parametrize("name", THEMES)
def test_paper_is_white_in_every_theme(themes, dialog, name):
    themes.set_theme(name)
    sheet = dialog._desk.preview.page_rects()[0]
    corner = dialog._desk.preview.viewport().mapTo(dialog, QPoint(0, 0))
    picture = dialog.grab().toImage()
    assert picture.pixelColor(corner + sheet.topLeft() + QPoint(40, 40)).name() == "#ffffff"
    assert picture.pixelColor(corner + QPoint(8, 8)).name() == QColor(themes.theme.chrome).name()
