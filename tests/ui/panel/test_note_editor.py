"""The editor in a card: nothing typed is lost, nothing typed is overwritten."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from reader.model.annotation import Kind
from reader.ui.panel.note_editor import NoteEditor

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot, themes):
    editor = NoteEditor()
    qtbot.addWidget(editor)
    editor.resize(280, 200)
    return editor


@pytest.fixture
def edits(editor):
    """Everything the editor announced."""
    heard = []
    editor.edited.connect(lambda key, changes: heard.append((key, changes)))
    return heard


def field(editor, name):
    return editor.findChild(QPlainTextEdit if name == "noteEdit" else QLineEdit, name)


def open_on(editor, annotation, part="note"):
    editor.open_editor(annotation, part)
    return field(editor, "noteTags" if part == "tags" else "noteEdit")


def test_a_note_is_saved_half_a_second_after_the_last_key(qtbot, editor, edits, make_annotation):
    note = open_on(editor, make_annotation(1))
    qtbot.keyClicks(note, "see p. 3")
    assert edits == []
    qtbot.waitUntil(lambda: bool(edits), timeout=2000)
    assert edits == [("id1", {"note": "see p. 3"})]


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Escape, NONE), (Qt.Key.Key_Return, CTRL)])
def test_leaving_by_key_saves_at_once(qtbot, editor, edits, make_annotation, key, modifier):
    note = open_on(editor, make_annotation(1))
    qtbot.keyClicks(note, "yes")
    with qtbot.waitSignal(editor.closed) as closed:
        qtbot.keyClick(note, key, modifier)
    assert edits == [("id1", {"note": "yes"})]
    assert closed.args == ["id1", True]
    assert editor.isHidden()


def test_enter_makes_a_new_line(qtbot, editor, make_annotation):
    note = open_on(editor, make_annotation(1))
    qtbot.keyClicks(note, "a")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "b")
    assert note.toPlainText() == "a\nb"


def test_nothing_typed_announces_nothing(qtbot, editor, edits, five):
    open_on(editor, five[1])
    editor.finish()
    assert edits == []


def test_cancel_puts_back_what_was_there_before(qtbot, editor, edits, five):
    note = open_on(editor, five[1])
    qtbot.keyClicks(note, "!")
    editor.flush()
    qtbot.mouseClick(editor.findChild(QPushButton, "noteCancel"), Qt.MouseButton.LeftButton)
    assert edits == [("id2", {"note": "我区可先试点。!"}), ("id2", {"note": "我区可先试点。"})]


def test_only_the_fields_that_changed_are_announced(qtbot, editor, edits, five):
    tags = open_on(editor, five[1], "tags")
    qtbot.keyClicks(tags, "#pilot")
    qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert edits == [("id2", {"tags": ("选派干部", "pilot")})]


def test_who_and_by_when_are_asked_of_actions_only(qtbot, editor, five):
    editor.open_editor(five[4])
    assert field(editor, "noteOwner").isVisible()
    assert field(editor, "noteOwner").text() == "老周"
    editor.finish()
    editor.open_editor(five[0])
    assert not field(editor, "noteOwner").isVisible()


def test_a_due_date_is_understood_and_nonsense_is_not_saved(qtbot, editor, edits, five):
    editor.open_editor(five[4])
    due = field(editor, "noteDue")
    due.selectAll()
    qtbot.keyClicks(due, "2027.1.2")
    editor.flush()
    assert edits == [("id5", {"due": "2027-01-02"})]
    due.selectAll()
    qtbot.keyClicks(due, "soon")
    editor.flush()
    assert len(edits) == 1


def test_an_answer_that_comes_late_does_not_overwrite_what_was_typed_since(qtbot, editor, edits, make_annotation):
    first = make_annotation(1)
    note = open_on(editor, first)
    qtbot.keyClicks(note, "ab")
    editor.flush()
    qtbot.keyClicks(note, "c")
    editor.update_annotation(dataclasses.replace(first, note="ab"))
    assert note.toPlainText() == "abc"
    editor.flush()
    editor.update_annotation(dataclasses.replace(first, note="ab"))
    assert note.toPlainText() == "abc"
    assert edits[-1] == ("id1", {"note": "abc"})


def test_a_change_from_elsewhere_is_shown_where_nothing_was_typed(qtbot, editor, edits, make_annotation):
    first = make_annotation(1)
    note = open_on(editor, first)
    editor.update_annotation(dataclasses.replace(first, note="换个人写的", tags=("新",)))
    assert note.toPlainText() == "换个人写的"
    editor.finish()
    assert edits == []


def test_undo_of_an_earlier_save_is_shown_in_the_open_editor(qtbot, editor, edits, make_annotation):
    first = make_annotation(1)
    note = open_on(editor, first)
    for key in "ab":
        qtbot.keyClicks(note, key)
        editor.flush()
        editor.update_annotation(dataclasses.replace(first, note=edits[-1][1]["note"]))
    editor.update_annotation(dataclasses.replace(first, note="a"))
    assert note.toPlainText() == "a"
    editor.finish()
    assert len(edits) == 2


def test_a_mark_that_becomes_an_action_is_asked_who_does_it(qtbot, editor, make_annotation):
    first = make_annotation(1)
    open_on(editor, first)
    with qtbot.waitSignal(editor.height_changed):
        editor.update_annotation(dataclasses.replace(first, kind=Kind.ACTION))
    assert field(editor, "noteOwner").isVisible()


def test_another_annotation_saves_the_first(qtbot, editor, edits, five):
    qtbot.keyClicks(open_on(editor, five[0]), "x")
    note = open_on(editor, five[1])
    assert edits == [("id1", {"note": "x"})]
    assert note.toPlainText() == "我区可先试点。"


def test_esc_belongs_to_an_input_method_while_it_composes(qtbot, editor, make_annotation):
    note = open_on(editor, make_annotation(1))
    QApplication.sendEvent(note, QInputMethodEvent("wang'ge", []))
    with qtbot.assertNotEmitted(editor.closed):
        qtbot.keyClick(note, Qt.Key.Key_Escape)
    committed = QInputMethodEvent()
    committed.setCommitString("网格")
    QApplication.sendEvent(note, committed)
    assert note.toPlainText() == "网格"
    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(note, Qt.Key.Key_Escape)


def test_a_longer_note_makes_the_editor_higher(qtbot, editor, make_annotation):
    note = open_on(editor, make_annotation(1))
    before = editor.needed_height()
    with qtbot.waitSignal(editor.height_changed):
        for _ in range(6):
            qtbot.keyClick(note, Qt.Key.Key_Return)
    assert editor.needed_height() > before
