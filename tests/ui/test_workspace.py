"""What is told goes to whoever listens."""


def test_words_and_errors_are_announced(window, qtbot):
    with qtbot.waitSignal(window.work.announcer.told) as told:
        window.work.tell("Saved", "Undo", print)
    assert told.args == ["Saved", (("Undo", print),)]
    error = ValueError("x")
    window.work.announcer.error_met.disconnect()
    with qtbot.waitSignal(window.work.announcer.error_met) as met:
        window.work.error(error)
    assert met.args == [error]
