"""The export dialog: a request for exactly what was chosen, and what comes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton

from reader.model.annotation import Kind
from reader.settings import Settings


def confirm(qtbot, dialog, part):
    with qtbot.waitSignal(dialog.export_requested) as asked:
        qtbot.mouseClick(part(dialog, "exportConfirm"), Qt.MouseButton.LeftButton)
    return asked.args[0]


def test_a_request_holds_what_was_chosen(qtbot, dialog, tmp_path, part):
    qtbot.keyClicks(part(dialog, "exportTitle", QPlainTextEdit), "Meeting")
    qtbot.keyClicks(part(dialog, "exportDate", QLineEdit), "2026-11-28 14:00")
    qtbot.keyClicks(part(dialog, "exportPeople", QLineEdit), "Zhou")
    dialog.options.filters.kinds[Kind.ACTION].setChecked(False)
    dialog.options.filters.switches["with_quotes"].setChecked(False)
    dialog.options.filters.switches["with_creator"].setChecked(True)
    part(dialog, "exportStyle", QComboBox).setCurrentIndex(1)
    request = confirm(qtbot, dialog, part)
    options = request.options
    assert (options.title, options.date, options.people) == ("Meeting", "2026-11-28 14:00", "Zhou")
    assert options.kinds == (Kind.KEY, Kind.BORROW, Kind.DATA, Kind.QUESTION)
    assert (options.with_quotes, options.with_sources, options.with_creator) == (False, True, True)
    assert options.style == "gbt7714-2015"
    assert options.author == "小林"
    assert options.language == "zh_CN"
    assert request.path == tmp_path / "Meeting.docx"
    assert request.format == "docx"


@pytest.mark.parametrize(
    ("name", "extension"), [("word", "docx"), ("pdf", "pdf"), ("markdown", "md"), ("html", "html")]
)
def test_the_format_names_button_and_file(qtbot, dialog, name, extension, part):
    part(dialog, f"exportFormat_{name}", QRadioButton).click()
    assert dialog.request().path.suffix == f".{extension}"
    assert name in part(dialog, "exportConfirm").text().lower()


def test_an_existing_file_is_not_proposed(qtbot, dialog, tmp_path, part):
    (tmp_path / "x.docx").write_text("old")
    qtbot.keyClicks(part(dialog, "exportTitle", QPlainTextEdit), "x")
    assert dialog.request().path == tmp_path / "x (2).docx"


def test_the_chosen_place_is_kept_and_follows_the_format(qtbot, dialog, tmp_path, monkeypatch, part):
    from PySide6.QtWidgets import QFileDialog

    chosen = tmp_path / "会议" / "材料.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(part(dialog, "exportChange"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part(dialog, "exportTitle", QPlainTextEdit), "other")
    assert dialog.request().path == chosen
    part(dialog, "exportFormat_pdf", QRadioButton).click()
    assert dialog.request().path == chosen.with_suffix(".pdf")


def test_a_place_is_shown_under_home_by_a_tilde(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    dialog._show_target()
    assert dialog.bar._where.full_text().startswith("~/")


def test_without_an_article_nothing_can_be_exported(qtbot, make_dialog, part):
    dialog = make_dialog(2)
    for row in range(2):
        dialog.options.order.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not part(dialog, "exportConfirm").isEnabled()
    qtbot.waitUntil(lambda: dialog.desk.trouble.isVisible(), timeout=1000)


def test_a_failure_leaves_the_dialog_with_a_reason_and_another_try(qtbot, dialog, part):
    confirm(qtbot, dialog, part)
    assert not part(dialog, "exportConfirm").isVisible() and not dialog.options.isEnabled()
    dialog.fail("磁盘已满。")
    assert dialog.isVisible()
    assert part(dialog, "exportError", QLabel).text() == "磁盘已满。"
    assert part(dialog, "exportConfirm").isEnabled()
    confirm(qtbot, dialog, part)
    assert not part(dialog, "exportError", QLabel).isVisible()


def test_cancel_while_writing_asks_to_stop(qtbot, dialog, part):
    confirm(qtbot, dialog, part)
    with qtbot.waitSignal(dialog.cancel_requested):
        qtbot.mouseClick(part(dialog, "exportCancel"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_cancel_before_asks_for_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.export_requested), qtbot.assertNotEmitted(dialog.cancel_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_whole_text_can_be_copied(qtbot, dialog, part):
    with qtbot.waitSignal(dialog.copy_requested) as asked:
        qtbot.mouseClick(part(dialog, "exportCopy"), Qt.MouseButton.LeftButton)
    assert asked.args[0].ids


def test_work_shows_how_far_it_is_and_may_go_on_in_the_background(qtbot, dialog, part):
    background = part(dialog, "exportBackground")
    assert not background.isVisible()
    confirm(qtbot, dialog, part)
    dialog.show_progress("write", 1, 2)
    assert part(dialog, "exportStep", QLabel).text() == "正在写入文档"
    with qtbot.assertNotEmitted(dialog.cancel_requested):
        qtbot.mouseClick(background, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_paper_can_be_printed(qtbot, dialog, part):
    with qtbot.waitSignal(dialog.print_requested):
        qtbot.mouseClick(part(dialog, "exportPrint"), Qt.MouseButton.LeftButton)
    assert part(dialog, "exportConfirm").isVisible(), "the system asks first"


def test_ready_to_print_return_prints(qtbot, make_dialog, part):
    settings = Settings()
    dialog = make_dialog(settings=settings, prints=True)
    assert part(dialog, "exportPrint").isDefault() and not part(dialog, "exportConfirm").isDefault()
    dialog.options.fields.people.setFocus()
    with qtbot.waitSignal(dialog.print_requested), qtbot.assertNotEmitted(dialog.export_requested):
        qtbot.keyClick(dialog.options.fields.people, Qt.Key.Key_Return)
    assert settings.export == {}, "what is printed once is not how papers are made"


def test_page_keys_scroll_the_preview_from_a_field(qtbot, dialog):
    bar = dialog.desk.preview.verticalScrollBar()
    qtbot.keyClick(dialog.options.fields.people, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog.options.fields.people, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_what_was_chosen_is_remembered_when_a_paper_is_made_and_not_before(qtbot, make_dialog, part):
    settings = Settings()
    dialog = make_dialog(settings=settings)
    part(dialog, "exportFormat_pdf", QRadioButton).click()
    assert "format" not in settings.export
    confirm(qtbot, dialog, part)
    assert settings.export["format"] == "pdf"
    assert make_dialog(settings=settings).request().format == "pdf"
