"""The line over the article."""

import pytest

from reader.model.article import Status

from .conftest import article, child, click, content, place, said


class TestHeader:
    def test_it_shows_the_article(self, pane):
        pane.show_article(article(starred=True, status=Status.READ), content(), [], None)
        assert child(pane, "starButton").isChecked()
        assert child(pane, "doneButton").isChecked()
        assert pane.header.title.full_text() == "云岭市：“一二三”模式"

    @pytest.mark.parametrize(("name", "command"), [("starButton", "star"), ("doneButton", "mark_done")])
    def test_buttons_ask_and_do_not_pretend(self, pane, name, command):
        asked = said(pane.command_requested)
        click(pane, name)
        assert asked == [(command,)]
        assert not child(pane, name).isChecked()
        pane.update_article(article(starred=True, status=Status.READ))
        assert child(pane, name).isChecked()

    def test_back_and_forward(self, pane):
        asked = said(pane.command_requested)
        click(pane, "navBack")
        pane.set_history(True, True)
        click(pane, "navBack")
        click(pane, "navForward")
        assert asked == [("back",), ("forward",)]

    def test_a_changed_title_is_shown_and_the_place_stays(self, pane):
        from dataclasses import replace

        pane.view.goto(place("第20条").start, headroom=0)
        before = article()
        pane.update_article(replace(before, metadata=replace(before.metadata, title="另一个题目", source="别处")))
        assert pane.view.toPlainText().startswith("另一个题目\n别处")
        line = pane.view.visible_lines()[0]
        assert line.start <= place("第20条").start <= line.end

    def test_unknown_facts_leave_no_gaps(self, pane):
        from reader.model.article import Metadata

        pane.show_article(article(metadata=Metadata(title="题"), chars=800), content(), [], None)
        assert pane.view.toPlainText().split("\n")[1] == "800 characters · about 2 minute(s) to read"
