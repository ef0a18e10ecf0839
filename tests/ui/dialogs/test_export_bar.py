"""The lower edge of the export dialog."""

import pytest

from reader.messages import Messages
from reader.ui.dialogs.export_bar import ExportBar


@pytest.fixture
def make(qtbot):
    def do(*, prints=False):
        bar = ExportBar(Messages("zh_CN"), prints=prints)
        qtbot.addWidget(bar)
        bar.retranslate()
        bar.show_target("~/文档/学习材料.docx", "Word")
        bar.show()
        return bar

    return do


def test_the_first_button_is_what_the_dialog_was_opened_for(make):
    for prints in (False, True):
        bar = make(prints=prints)
        assert (bar.print.isDefault(), bar.confirm.isDefault()) == (prints, not prints)


def test_while_it_works_it_can_only_be_sent_to_the_background_or_stopped(make):
    bar = make()
    bar.set_working(True)
    assert bar.background.isVisible() and bar.cancel.isVisible()
    assert not any(button.isVisible() for button in (bar.confirm, bar.print, bar.copy, bar.change))
    bar.set_working(False)
    assert not bar.background.isVisible() and bar.confirm.isVisible() and bar.change.isVisible()


def test_of_nothing_no_paper_is_made(make):
    bar = make()
    bar.set_possible(False)
    assert not any(button.isEnabled() for button in (bar.confirm, bar.print, bar.copy))
