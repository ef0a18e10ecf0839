"""Every step on the tables can be taken back."""

import pytest
from tests.side_by_side import readings

from reader.digest.contrast import contrast
from reader.model.contrast import Sheet
from reader.ui.dialogs.contrast_edits import ContrastEdits

SHEET = Sheet.FIGURES


@pytest.fixture
def edits(qapp):
    made = ContrastEdits()
    made.start(contrast(readings()))
    return made


@pytest.mark.parametrize(
    "do",
    [
        lambda edits: edits.merge(SHEET, [0, 1]),
        lambda edits: edits.delete(SHEET, [0]),
        lambda edits: edits.move(SHEET, 0, 1),
        lambda edits: edits.rename(SHEET, 0, "x"),
        lambda edits: edits.remeasure(SHEET, 0, "x"),
        lambda edits: edits.rewrite(SHEET, 0, 0, "x"),
        lambda edits: edits.start(contrast(readings()[:2])),
    ],
)
def test_a_step_is_done_taken_back_and_done_again(edits, do, qtbot):
    before = edits.contrast
    with qtbot.waitSignal(edits.changed):
        do(edits)
    after = edits.contrast
    assert after != before
    edits.history.undo()
    assert edits.contrast == before
    edits.history.redo()
    assert edits.contrast == after


def test_what_changes_nothing_is_no_step(edits):
    assert not edits.merge(SHEET, [0]) and not edits.delete(SHEET, []) and edits.move(SHEET, 0, -1) == 0
    assert not edits.rename(SHEET, 0, " ") and edits.history.stack.count() == 0
