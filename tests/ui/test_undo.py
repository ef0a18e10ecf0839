"""Undo: in order, and honest when it cannot be done."""

from reader.model.errors import NotFoundError
from reader.ui.undo import History


def test_steps_are_taken_back_and_done_again_in_order(qapp):
    history, log = History(), []
    for name in "ab":
        history.did(name, lambda name=name: log.append(f"+{name}"), lambda name=name: log.append(f"-{name}"))
    assert log == []
    for step in (history.undo, history.undo, history.redo, history.redo, history.undo):
        step()
    assert log == ["-b", "-a", "+a", "+b", "-b"]


def test_a_step_that_fails_is_told(qapp, qtbot):
    def fail():
        raise NotFoundError("not_found", id="12")

    history = History()
    history.did("a", fail, fail)
    with qtbot.waitSignal(history.failed) as caught:
        history.undo()
    assert caught.args[0].code == "not_found"
